"""A picture in the text has no words for who cannot see it.

Source: WCAG 2.2, success criterion 1.1.1; its failure F30 for names of files.
"""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.model.document import Hole
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    document = byline.document
    for piece in document.pieces:
        if not isinstance(piece, Hole) or piece.kind != "image":
            continue
        reference = document.references[piece.reference]
        name = reference.target.rpartition("/")[2]
        alt = piece.text.strip()
        if not alt or alt == name:
            location = byline.within(reference.place)
            yield Finding(location=location, facts=(("value", name),), variant="name" if alt else "")


RULE = rule("craft/image-alt", Severity.WARNING)(_findings)
