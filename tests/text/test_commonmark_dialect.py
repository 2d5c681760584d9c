"""What blogsmith makes of CommonMark's examples differs from the specification for named reasons alone."""

from collections.abc import Sequence

import pytest

from blogsmith.model.config import MarkdownConfig
from blogsmith.model.document import Document
from blogsmith.text.markdown import parse_markdown
from blogsmith.text.urls import UrlKind, url_kind
from tests.text.commonmark_reading import Event, events_of, filled
from tests.text.test_commonmark_core import EXAMPLES, Example

WRITTEN = {
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "hr",
    "br",
    "em",
    "strong",
    "code",
    "pre",
    "a",
    "img",
}
"""Every element that the examples may become, once what blogsmith adds is taken back."""

WORDS_BEHIND_A_COMMENT = {177}
"""Words on the line on which a comment ends are Markdown here and HTML there."""
NOT_A_COMMENT_TO_PYTHON = {626}
"""Python's reader takes `<!-->` for the beginning of a comment; browsers and we take it for a whole one."""


def reason(document: Document, example: Example) -> str | None:
    """Why the page differs; "" where it does not, None where nobody knows."""
    ours, theirs = events_of(filled(document)), events_of(example["html"])
    rules = {fault.rule for fault in document.faults}
    if ours == theirs:
        return ""
    if "markdown/raw-html" in rules:
        return "raw HTML is shown, not used"
    if ours == without_comments(theirs) or example["number"] in NOT_A_COMMENT_TO_PYTHON:
        return "comments vanish"
    if example["number"] in WORDS_BEHIND_A_COMMENT:
        return "words behind a comment are Markdown"
    if "link/scheme" in rules and ours == without_refused_links(theirs):
        return "a scheme that is not allowed is no link"
    return None


def without_comments(events: Sequence[Event]) -> list[Event]:
    """All but comments."""
    return [event for event in events if event[0] != "comment"]


def without_refused_links(events: Sequence[Event]) -> list[Event]:
    """All but links of kinds that blogsmith does not allow."""
    kept, refused = [], False
    for event in events:
        if event[:2] == ("start", "a"):
            refused = url_kind(event[2].removeprefix("href=")) is UrlKind.REFUSED
        if not (refused and event[1] == "a"):
            kept.append(event)
    return kept


def document_of(example: Example) -> Document:
    """The example as the body of a post."""
    return parse_markdown(example["markdown"], config=MarkdownConfig(), nesting=40)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["number"]))
def test_every_difference_from_the_specification_has_a_reason(example: Example) -> None:
    assert reason(document_of(example), example) is not None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["number"]))
def test_no_example_brings_an_element_of_its_own(example: Example) -> None:
    elements = {event[1] for event in events_of(filled(document_of(example))) if event[0] != "text"}
    assert elements <= WRITTEN


def test_few_examples_differ() -> None:
    reasons = [reason(document_of(example), example) for example in EXAMPLES]
    assert {name: reasons.count(name) for name in set(reasons)} == {
        "": 576,
        "raw HTML is shown, not used": 65,
        "comments vanish": 6,
        "words behind a comment are Markdown": 1,
        "a scheme that is not allowed is no link": 4,
    }
