"""The parser that blogsmith builds on is CommonMark: every example of the specification, HTML included."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict

import pytest
from markdown_it.token import Token

from blogsmith.text.parser import core_parser
from blogsmith.text.urls import encoded


class Example(TypedDict):
    """One example of the specification."""

    number: int
    section: str
    markdown: str
    html: str


EXAMPLES: list[Example] = json.loads(
    (Path(__file__).parent / "commonmark" / "spec-0.31.2.json").read_text(encoding="utf-8")
)

DIFFERENT: dict[int, str] = {
    218: "a block quote that holds link definitions alone is written without a line break in it",
    239: "an empty block quote is written without a line break in it",
    240: "an empty block quote is written without a line break in it",
}
"""Example -> why markdown-it-py's HTML differs."""


def html_of(markdown: str) -> str:
    """The HTML that markdown-it's own renderer makes of our core parser's tokens, URLs encoded as it would."""
    md = core_parser(nesting=40)
    env: dict[str, object] = {}
    tokens = md.parse(markdown, env)
    for token in every(tokens):
        for name in ("href", "src"):
            if name in token.attrs:
                token.attrs[name] = encoded(str(token.attrs[name]))
    return str(md.renderer.render(tokens, md.options, env))


def every(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens and their children."""
    for token in tokens:
        yield token
        yield from every(token.children or ())


def test_the_specification_has_all_of_its_examples() -> None:
    assert [example["number"] for example in EXAMPLES] == list(range(1, 653))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["number"]))
def test_an_example_gives_the_html_of_the_specification(example: Example) -> None:
    same = html_of(example["markdown"]) == example["html"]
    assert same is (example["number"] not in DIFFERENT)
