"""Every fault of a head or a body is said in full, in every language; no words are left that nothing says."""

import tomllib
from pathlib import Path

import pytest

import blogsmith
from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.source import SourceFile, SourcePath
from blogsmith.reports.words import LANGUAGES, Words
from blogsmith.text.front_matter import split_front_matter
from tests.text.reading import read

HEADS = [
    "",
    "----\n",
    "\n---\n---\n",
    "+++\n",
    "---\n",
    "---\n----\n",
    f"---\na: {'x' * 20_000}\n---\n",
    "---\n- a\n---\n",
    "---\na\n---\n",
    "---\na: 1\na: 2\n---\n",
    "---\n1: a\n---\n",
    *(
        f"---\n{text}\n---\n"
        for text in (
            "a: b: c",
            "a: @b",
            "\ta: b",
            "a: [b",
            'a: "b',
            'a: "b" c',
            'a: "\\q"',
            "a:b\nc: d",
            "a: b\nc\nd: e",
            "a: \x07",
            "a: b\n  c: d",
            "a: &b c",
            "a: *b",
            "a: !b c",
            "<<: {a: b}",
            "a: [[[[[[[[b]]]]]]]]",
            "a: b\n--- c",
        )
    ),
    f"---\na: [{'1,' * 3_000}1]\n---\n",
    "---\n%YAML 1.1\n--- {a: b}\n---\n",
]

BODIES = [
    "<b> <!-- x",
    "# a",
    ">" * 50 + "a",
    "[a]: /" + "x" * 50_000 + "\n\n" + "[a] " * 100,
    "|a" * 100 + "|\n" + "|-" * 100 + "|\n" + "|b|\n" * 400,
    "a[^x]\n\n[^y]: b\n\n[^y]: c",
    "[](https://a.example)",
    "[a]{lang=?}",
    "```pyhton {x} \n```",
    "```js titel=a mark=9 title=b title=c\nx\n```",
    "::: galery\n:::",
    "::: tip\n:::",
    "::: callout kind=x titel=y kind=z words\n:::",
    "::: post\n:::",
    "::: figure src=a.svg\n:::",
    "::: file src=https://a.example\n:::",
    "::: gallery\n:::",
    "::: gallery\nwords\n:::",
    "::: post id=a\nwords\n:::",
    "::: callout\na",
    ":::",
    "[a](x:y) ![a](x:y)",
    "![a](https://a.example/b.png)",
]

PLAIN = {"malformed"}
"""A variant that the rule's plain words are for."""


def told() -> list[Diagnostic]:
    """The diagnostics of all HEADS and BODIES."""
    found: list[Diagnostic] = []
    for text in HEADS:
        source = SourceFile(path=SourcePath("a.md"), text=text)
        found += split_front_matter(source, limit_bytes=10_000).diagnostics
    for body in BODIES:
        for fault in read(body).faults:
            severity = Severity.WARNING if fault.warning else Severity.ERROR
            location = fault.place.within("a.md")
            found.append(
                Diagnostic(
                    rule=fault.rule, severity=severity, location=location, facts=fault.facts, variant=fault.variant
                )
            )
    return found


def said(language: str) -> dict[str, dict[str, str]]:
    """The words of this room's rules."""
    folder = Path(blogsmith.__file__).parent / "reports" / "messages" / language
    names = ("front-matter.toml", "markdown.toml")
    return {
        rule: table
        for name in names
        for rule, table in tomllib.loads((folder / name).read_text(encoding="utf-8")).items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_placeholder_is_left_open(language: str) -> None:
    words = Words(language)
    for fault in told():
        shown = f"{words.message(fault)} {words.help(fault)}"
        for name in (
            "value",
            "suggestion",
            "line",
            "lines",
            "limit",
            "size",
            "key",
            "text",
            "block",
            "name",
            "expected",
        ):
            assert f"{{{name}}}" not in shown, (fault, shown)
        assert words.message(fault) != fault.rule
        assert words.help(fault)


def test_every_rule_and_every_variant_that_has_words_is_told() -> None:
    wanted = set()
    for rule, table in said(LANGUAGES[0]).items():
        wanted |= {(rule, key.partition("@")[2]) for key in table if key.startswith(("message", "help"))}
    found = {(fault.rule, fault.variant) for fault in told()}
    plain = {(rule, "") for rule, variant in wanted if not variant}
    assert wanted - found - plain == set()
    assert {rule for rule, _ in found} == {rule for rule, _ in wanted}


def test_every_variant_that_is_told_has_words_of_its_own() -> None:
    tables = said(LANGUAGES[0])
    for fault in told():
        if fault.variant and fault.variant not in PLAIN:
            own = {f"message@{fault.variant}", f"help@{fault.variant}"}
            assert own & tables[fault.rule].keys(), fault
