"""A heading is more than one level below the heading it belongs to.

Source: WCAG 2.2, technique G141. The post's title is level 1; a heading written at level 1 is shown at level 2.
"""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    above = 1
    for heading in byline.document.headings:
        level = max(heading.level, 2)
        if level > above + 1:
            facts = (("value", heading.text), ("level", level), ("wanted", above + 1), ("signs", "#" * (above + 1)))
            yield Finding(location=byline.within(heading.place), facts=facts)
        above = level


RULE = rule("craft/heading-order", Severity.WARNING)(_findings)
