"""Most of a post is said by others: quotations, block quotes, turns of other speakers."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.options import number
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule
from blogsmith.policy.voice.measures import quote_share

_LEAST_CHARACTERS = 400
"""Of a shorter text one quotation is soon the half."""


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    prose = byline.prose
    if not prose.quoted or byline.post.credits.get("interviewee") or prose.characters < _LEAST_CHARACTERS:
        return
    percent = round(100 * quote_share(prose))
    if percent > number(options, "percent"):
        said = next((item for item in prose.sentences if item.reason in ("quotation", "speaker")), None)
        location = byline.within(said.place) if said else byline.start
        yield Finding(location=location, facts=(("percent", percent), ("most", number(options, "percent"))))


RULE = rule("voice/quote-share", Severity.WARNING, Option(name="percent", default=50))(_findings)
