"""docs/comments.md says of every provider what its code says, and names every key and command."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from blogsmith.cli.comments import comments_command
from blogsmith.comments.pull import ASKED, EXPORTS
from blogsmith.model.comments import Comment
from blogsmith.model.conversation import CommentsConfig
from blogsmith.pages.widgets.provider import Option, Provider
from blogsmith.pages.widgets.table import PROVIDERS
from tests.pages.test_widgets import options_of

DOCS = Path(__file__).parents[2] / "docs/comments.md"
_PROVIDERS = re.compile(r"(?<=<!-- providers:)([^\n]* -->\n).*(?=<!-- end)", re.DOTALL)


def lines_of(provider: Provider) -> Iterator[str]:
    """A provider's section."""
    runs = "Another company runs it" if provider.third_party else "You run it"
    sources = (f"`{name} {' '.join(of)}`" for name, of in provider.csp(options_of(provider)).items())
    yield f'\n### {provider.name}\n\n`provider = "{provider.id}"`. {runs}. '
    yield f"Fetches from: {', '.join(sources) or 'nowhere'}.\nFollows: {provider.contract}.\n"
    if provider.options:
        yield "\n| option | example | |\n|---|---|---|\n"
    for option in provider.options:
        yield f"| `{option.name}` | `{option.example}` | {'; '.join(facts_of(option))} |\n"


def facts_of(option: Option) -> Iterator[str]:
    """What may be given, and what holds where nothing is."""
    if option.choices:
        yield ", ".join(f"`{choice}`" for choice in option.choices)
    if option.default is None:
        yield "must be given"
    elif option.default != "":
        yield f"else `{json.dumps(option.default)}`"


def test_every_provider_is_told_as_its_code_has_it(request: pytest.FixtureRequest) -> None:
    told = "".join(line for provider in PROVIDERS for line in lines_of(provider)) + "\n"
    text = DOCS.read_text(encoding="utf-8")
    if request.config.getoption("--rewrite-goldens"):
        text = _PROVIDERS.sub(lambda found: found[1] + told, text)
        DOCS.write_text(text, encoding="utf-8")
    found = _PROVIDERS.search(text)
    assert found is not None
    assert found[0] == found[1] + told


def test_every_key_and_command_is_named() -> None:
    text = DOCS.read_text(encoding="utf-8")
    names = [field.name for field in (*fields(CommentsConfig), *fields(Comment))]
    names += [*comments_command.commands, "responder", "covered_by", "answers_as", "locked", "thread", "contact"]
    assert [name for name in names if not re.search(rf"\b{name}\b", text)] == []


def test_every_way_to_pull_is_named() -> None:
    table = DOCS.read_text(encoding="utf-8").partition("how its comments come")[2].partition("\n\n")[0].casefold()
    assert [name for name in (*ASKED, *EXPORTS) if name not in table] == []
