"""A file is split into front matter and body."""

from typing import Any

import frontmatter
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blogsmith.model.diagnostic import Checked
from blogsmith.model.source import FrontMatter, Place, SourceFile, SourcePath
from blogsmith.text.front_matter import front_matter_end, split_front_matter


def split(text: str, *, limit: int = 16_384) -> Checked[FrontMatter | None]:
    """`text` as a file, split."""
    return split_front_matter(SourceFile(path=SourcePath("a.md"), text=text), limit_bytes=limit)


def front(text: str) -> FrontMatter:
    """The front matter of a file that has no fault."""
    checked = split(text)
    assert checked.diagnostics == ()
    assert checked.value is not None
    return checked.value


def faults(text: str, *, limit: int = 16_384) -> list[str]:
    """`rule@variant line:column+length` of every fault."""
    found = []
    for fault in split(text, limit=limit).diagnostics:
        variant = f"@{fault.variant}" if fault.variant else ""
        where = f"{fault.location.line}:{fault.location.column}+{fault.location.length}"
        found.append(f"{fault.rule.removeprefix('front-matter/')}{variant} {where}")
    return found


def test_table_body_and_the_body_s_first_line_come_out() -> None:
    found = front("---\ntitle: 줄자\ntags: [우물, a]\n---\n\n첫 문장\n")
    assert found.table == {"title": "줄자", "tags": ["우물", "a"]}
    assert found.body == "\n첫 문장\n"
    assert found.first_line == 5


def test_the_same_comes_out_without_places() -> None:
    text = "---\ntitle: 줄자\ntags: [우물, a]\ncomments: {locked: true}\ndate: 2026-03-12\n---\nA body.\n"
    source = SourceFile(path=SourcePath("a.md"), text=text)
    found = split_front_matter(source, limit_bytes=16_384, placed=False).value
    assert found is not None
    assert (found.table, found.body, found.first_line) == (front(text).table, "A body.\n", 7)
    assert set(found.places.values()) == {Place(line=1, column=1), Place(line=1, column=1, length=3)}


def test_spaces_behind_a_fence_do_not_matter() -> None:
    found = front("---  \na: b\n---\t\nx")
    assert (found.table, found.body, found.first_line) == ({"a": "b"}, "x", 4)


def test_an_empty_front_matter_is_an_empty_table() -> None:
    assert front("---\n---\nx").table == {}
    assert front("---\n# nothing\n---").table == {}


def test_a_rule_in_the_body_is_the_body_s() -> None:
    assert front("---\na: b\n---\nx\n\n---\n\ny").body == "x\n\n---\n\ny"


def test_places_of_values_and_keys_count_characters() -> None:
    found = front('---\n제목: "줄자가 셋"\nauthors: [jane, 민준]\nmore:\n  - one\n  - {a: 12}\n---\n')
    assert found.places[("제목",)] == Place(line=2, column=5, length=7)
    assert found.keys[("제목",)] == Place(line=2, column=1, length=2)
    assert found.places[("authors", 1)] == Place(line=3, column=17, length=2)
    assert found.places[("more", 1, "a")] == Place(line=6, column=9, length=2)
    assert found.keys[("more", 1, "a")] == Place(line=6, column=6, length=1)
    assert found.places[()] == Place(line=1, column=1, length=3)


def test_a_value_of_many_lines_is_marked_on_its_first() -> None:
    found = front("---\na: one\n  two\nb: |\n  text\nc:\n---\n")
    assert found.places[("a",)] == Place(line=2, column=4, length=3)
    assert found.places[("b",)] == Place(line=4, column=4, length=1)
    assert found.places[("c",)] == Place(line=6, column=3, length=1)


def test_values_follow_yaml_1_2() -> None:
    table = front(
        "---\na: no\nb: on\nc: 2026-03-12 09:00\nd: 007\ne: true\nf:\ng: '1'\nh: 3\nno: x\non: y\n---\n"
    ).table
    expected: dict[str, Any] = {"a": "no", "b": "on", "c": "2026-03-12 09:00", "d": "007", "e": True, "f": None}
    assert table == {**expected, "g": "1", "h": 3, "no": "x", "on": "y"}


def test_keys_that_break_python_frontmatter_are_keys_like_others() -> None:
    assert front("---\ncontent: a\nhandler: b\n---\n").table == {"content": "a", "handler": "b"}


def test_decomposed_hangul_comes_out_composed() -> None:
    found = front("---\n\u1112\u1161\u11ab: \u1100\u1173\u11af\n---\n")
    assert found.table == {"한": "글"}
    assert ("한",) in found.keys


def test_a_byte_order_mark_does_not_hide_a_draft() -> None:
    assert front("\ufeff---\ndraft: true\n---\n").table == {"draft": True}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "missing 1:1+1"),
        ("# Title\n", "missing 1:1+1"),
        ("----\na: b\n---\n", "fence 1:1+4"),
        ("***\n", "fence 1:1+3"),
        ("- - -\n", "fence 1:1+5"),
        (" ---\na: b\n---\n", "fence 1:1+4"),
        ("—\n", "missing 1:1+1"),
        ("—-\n", "fence 1:1+2"),
        ("\n\n---\na: b\n---\n", "fence@late 3:1+3"),
        ("+++\na = 1\n+++\n", "fence@toml 1:1+3"),
        ("---\na: b\n", "unclosed 1:1+3"),
        ("---\na: b\n----\ntext\n", "unclosed@nearly 1:1+3"),
        ("---\na: b\n...\n", "unclosed@nearly 1:1+3"),
        ("---\n- a\n---\n", "not-a-mapping@list 2:1+3"),
        ("---\njust words\n---\n", "not-a-mapping 2:1+10"),
        ("---\n~\n---\n", "not-a-mapping 2:1+1"),
    ],
)
def test_what_is_no_front_matter_gives_nothing(text: str, fault: str) -> None:
    assert faults(text) == [fault]
    assert split(text).value is None


def test_a_front_matter_past_the_limit_is_not_read() -> None:
    assert faults("---\na: 가\n---\n", limit=6) == ["too-large 1:1+3"]
    assert faults("---\na: 가\n---\n", limit=7) == []


def test_a_repeated_key_is_reported_and_the_first_counts() -> None:
    checked = split("---\ndraft: true\nextra: {a: 1, a: 2}\ndraft: false\n---\n")
    assert [fault.location.line for fault in checked.diagnostics] == [3, 4]
    assert dict(checked.diagnostics[1].facts) == {"value": "draft", "line": 2}
    assert checked.value is not None
    assert checked.value.table == {"draft": True, "extra": {"a": 1}}


def test_a_key_that_is_no_text_is_reported() -> None:
    assert faults("---\n2026: a\ntrue: b\n? [x]\n: c\n'2026': d\n---\n") == ["key 2:1+4", "key 3:1+4", "key 4:3+3"]


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=40)


@settings(deadline=None)
@given(_TEXT)
def test_no_input_raises(text: str) -> None:
    checked = split(f"---\n{text}\n---\n")
    assert checked.value is not None or checked.diagnostics


@settings(deadline=None)
@given(st.text())
def test_no_file_raises(text: str) -> None:
    checked = split(text)
    assert checked.value is not None or checked.diagnostics


@settings(deadline=None)
@given(
    st.sampled_from(["", "a: b\n", "a: |\n  ---\n", "# é\n"]),
    st.sampled_from(["---", "--- \t"]),
    st.text("\n-a ", max_size=9),
)
def test_where_front_matter_ends_the_body_begins(table: str, fence: str, body: str) -> None:
    text = f"---\n{table}{fence}\n{body}"
    assert text[front_matter_end(text) + 1 :] == front(text).body


@pytest.mark.parametrize("text", ["", "a", "---", "---\na: b\n", "\n---\na: b\n---\n", "\ufeff---\na: b\n---\n"])
def test_where_there_is_no_front_matter_it_ends_nowhere(text: str) -> None:
    assert front_matter_end(text) == 0


_VALUES = st.one_of(
    st.booleans(),
    st.integers(-1000, 1000),
    st.text("abc 가나다-_/", min_size=1).map(lambda text: f"x{text.strip()}"),
    st.lists(st.sampled_from(["우물", "교정", "a b"]), max_size=3),
)


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(["title", "tags", "draft", "id", "summary"]), _VALUES),
    st.text("가 a\n#*", max_size=30),
)
def test_python_frontmatter_reads_ordinary_headers_alike(table: dict[str, Any], body: str) -> None:
    text = frontmatter.dumps(frontmatter.Post(body, **table)) + "\n"
    found = front(text)
    theirs = frontmatter.loads(text)
    assert found.table == theirs.metadata == table
    assert found.body.strip() == theirs.content.strip()
