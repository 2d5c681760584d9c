"""What a writer did wrong in YAML is named, with the place where it is mended."""

import time

import pytest

from blogsmith.model.source import SourceFile, SourcePath
from blogsmith.text.front_matter import split_front_matter
from blogsmith.text.yaml_table import MAX_EVENTS
from tests.text.test_front_matter import faults, split


def block(text: str) -> str:
    """`text` between fences: its first line is line 2 of the file."""
    return f"---\n{text}\n---\nbody\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title: LG전자: 새 이야기", "colon 2:12+1"),
        ("a: b\nauthors:\n  - name: x: y", "colon 4:12+1"),
        ("a: b\nauthor: @jane", "starter 3:9+5"),
        ("title: `code`", "starter 2:8+6"),
        ("tags: [a, @b, c]", "starter 2:11+2"),
        ("title: *강조*", "starter 2:8+4"),
        ("title: 100% 사실\nrate: %5", "starter 3:7+2"),
        ("tags:\n\t- a", "tab 3:1+1"),
        ("a: b\n  \tc: d", "tab 3:3+1"),
        ("tags: [a, b\ntitle: c", "bracket 2:7+1"),
        ("tags: [a,\n  [b", "bracket 3:3+1"),
        ("credits: {editor: a\ntitle: c", "bracket 2:10+1"),
        ("tags: [a, b: c: d]", "bracket 2:7+1"),
        ('title: "abc\nb: c', "quote 2:8+1"),
        ("a: b\ntitle: 'abc", "quote 3:8+1"),
        ('title: "A" and B', "after-quote 2:8+9"),
        ("title: 'it's'", "after-quote 2:8+6"),
        ('title: "a\\q"', "escape 2:10+2"),
        ("title:abc\nb: c", "glued 2:6+1"),
        ("a: b\ntitle:abc\nb: c", "glued 3:6+1"),
        ("a: b\nwords\nc: d", "no-colon 3:1+5"),
        ("a: \x07", "character 2:4+1"),
        ("a: b\nc: x\u2028y", "character 3:5+1"),
        ("a: b\n  c: d", " 3:4+1"),
        ("a:\n - b\n c: d", " 4:2+1"),
        ("a: 1\n...\nb: 2", " 4:1+1"),
        ("a: 1\n--- b", "document 3:1+5"),
        ("a: 1\n--- {b: 2}\nc: 3", "document 3:1+10"),
    ],
)
def test_a_fault_of_yaml_is_named_where_it_is_mended(text: str, fault: str) -> None:
    variant, _, where = fault.partition(" ")
    assert faults(block(text)) == [f"yaml@{variant} {where}" if variant else f"yaml {where}"]
    assert split(block(text)).value is None


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("title: LG전자: 새 이야기", {"key": "title", "text": '"LG전자: 새 이야기"'}),
        ('title: "A" and B', {"key": "title", "text": '"\\"A\\" and B"'}),
        ("author: @jane", {"value": "@", "text": '"@jane"'}),
        ("tags: [a, @b, c]", {"value": "@", "text": '"@b"'}),
        ("title:abc\nb: c", {"key": "title", "text": "abc"}),
    ],
)
def test_the_facts_hold_what_to_type_instead(text: str, facts: dict[str, str]) -> None:
    (fault,) = split(block(text)).diagnostics
    assert dict(fault.facts) == facts


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: &x 1", "anchor 2:4+4"),
        ("a: b\nc: *x", "alias 3:4+2"),
        ("a: !!str 1", "tag 2:4+7"),
        ("a: !x y", "tag 2:4+4"),
        ("a: !!python/object/apply:os.system [x]", "tag 2:4+33"),
        ("<<: {a: 1}", "merge 2:1+2"),
        ("a: [[[[[[[[1]]]]]]]]", "deep 2:11+1"),
    ],
)
def test_what_a_header_never_needs_is_refused(text: str, fault: str) -> None:
    assert faults(block(text)) == [f"forbidden@{fault}"]
    assert split(block(text)).value is None


def test_a_quoted_merge_key_is_a_key() -> None:
    checked = split(block('"<<": a'))
    assert checked.value is not None
    assert checked.value.table == {"<<": "a"}


def test_eight_levels_are_allowed() -> None:
    assert faults(block("a: [[[[[[[1]]]]]]]")) == []


def test_too_many_parts_are_refused() -> None:
    assert faults(block("a: [" + "1, " * MAX_EVENTS + "1]"))[0].startswith("forbidden@long 2:")


@pytest.mark.parametrize(
    "text",
    [
        "a0: &a0 {k: 1}\n" + "\n".join(f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)),
        "a: " + "[" * 20_000,
        "a: " + "{b: " * 20_000,
        "? " * 10_000,
    ],
)
def test_a_header_made_to_hang_a_build_is_refused_at_once(text: str) -> None:
    before = time.process_time()
    source = SourceFile(path=SourcePath("a.md"), text=block(text))
    checked = split_front_matter(source, limit_bytes=1_000_000)
    assert checked.value is None
    assert [fault.rule for fault in checked.diagnostics] == ["front-matter/forbidden"]
    assert time.process_time() - before < 1
