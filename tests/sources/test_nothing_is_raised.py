"""Whatever stands in a file, reading it gives a value or findings with a place, and raises nothing."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blogsmith.model.config import Config
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic
from blogsmith.model.source import SourceFile, SourcePath
from blogsmith.sources.author import read_authors
from blogsmith.sources.config import read_config
from blogsmith.sources.page import read_page
from blogsmith.sources.post import read_post

POST = {
    "id": "robot",
    "title": "A robot",
    "date": "2026-03-12",
    "authors": "[jane]",
    "category": "tech",
}

SCRAPS = st.sampled_from(
    [
        "", "~", "null", "true", "no", "0123", "1e999", "-1", ".nan", "2026-02-30", "2026-03-12T09:00:00+25:00", "[]",
        "{}", "[[]]", "{a: {b: [c]}}", "[a, [b]]", "{1: 2}", "? a", "- a", "|", ">-\n  a\n  b", "'", '"', '"\\ud800"',
        '"\\x00"', '"\\uFFFF"', "&a b", "*a", "!!int 3", "!x y", "@a", "`a`", "%a", "a: b: c", "a\n  b", "---", "...",
        "#", "[a", "{a", "🙂", "\u2028", "\u202e", "한글", "{src: a.png, alt: [b]}", "{locked: {locked: true}}",
        "[{date: 2026-01-01}]", "[{rule: a/b, reason: c, until: never}]", "{editor: jane}", "x" * 5000,
    ]
)  # fmt: skip
KEYS = st.sampled_from(
    [
        "id", "title", "date", "authors", "category", "updated", "corrections", "credits", "tags", "series", "summary",
        "cover", "cover_seed", "slug", "lang", "translation_of", "draft", "expires", "review_by", "evergreen",
        "aliases",         "canonical", "related", "noindex", "featured", "voice", "disclosure",
        "reviewed_by", "approved_by", "responder",
        "comments", "share", "allow", "extra", "name", "kind", "status", "photo", "links", "private", "training",
        "Title",         "<<", "?", "'quoted'", "한글", "",
    ]
)  # fmt: skip
HEADS = st.dictionaries(KEYS, SCRAPS | st.text(max_size=20), max_size=6)


def has_a_place(fault: Diagnostic) -> bool:
    """Whether a person can go where the fault is."""
    location = fault.location
    return bool(location.path) and (location.line or 1) >= 1 and (location.column or 1) >= 1 and location.length >= 1


def written(head: dict[str, str]) -> str:
    """A Markdown file with this head."""
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in head.items()) + "---\nI built it.\n"


@given(HEADS)
@example({"title": '"\\ud800"'})
@example({"extra": "{a: 1e999}"})
def test_any_front_matter_of_a_post_is_read_or_told(head: dict[str, str]) -> None:
    source = SourceFile(path=SourcePath("content/posts/a.md"), text=written({**POST, **head}))
    checked = read_post(source, Config())
    assert (checked.value.post is None) == bool(checked.diagnostics)
    assert all(map(has_a_place, checked.diagnostics))


@given(HEADS)
def test_any_front_matter_of_a_page_or_a_profile_is_read_or_told(head: dict[str, str]) -> None:
    page = SourceFile(path=SourcePath("content/pages/a.md"), text=written({"title": "A", **head}))
    profile = SourceFile(path=SourcePath("authors/a.md"), text=written({"name": "A", "kind": "external", **head}))
    page_read, profiles = read_page(page, Config()), read_authors([profile], Config())
    assert (page_read.value.page is None) == bool(page_read.diagnostics)
    assert (profiles.value == {}) == bool(profiles.diagnostics)
    assert all(map(has_a_place, (*page_read.diagnostics, *profiles.diagnostics)))


@given(st.text(max_size=300) | st.lists(st.sampled_from(["---", "a: b", "- c", "", "...", "+++", "#", "\t", "[", "'"])))
def test_any_text_is_a_post_or_told(text: str | Sequence[str]) -> None:
    whole = text if isinstance(text, str) else "\n".join(text)
    checked = read_post(SourceFile(path=SourcePath("content/posts/a.md"), text=whole), Config())
    assert (checked.value.post is None) == bool(checked.diagnostics)


TABLES = st.sampled_from(
    [
        "site", "site.title", "categories", "categories.tech", "categories.Tech", "series.x", "lists", "feeds",
        "markdown", "limits", "theme", "theme.options", "legal", "build", "extra", "policy", "identity.dyes.x",
        "identity.paper", '"a b"', "nowhere",
    ]
)  # fmt: skip
TOML_KEYS = st.sampled_from(
    [
        "title", "base_url", "language", "languages", "time_zone", "label", "per_page", "items", "full_text", "nesting",
        "name", "output", "hosts", "since", "radius", "post", "page", "ground", "text", "parts", "a.b", '"ü"',
    ]
)  # fmt: skip
TOML_VALUES = st.sampled_from(
    [
        '""', '"x"', '"https://[x/"', '"../.."', "1", "-1", "0", "1.5", "nan", "inf", "true", "[]", "{}", "[[]]",
        "[1, [2]]", "{a = 1}", '{ko = "가"}', '{ko = 1}', "2026-01-01", "2026-01-01T00:00:00Z", "09:00:00", "'''\na'''",
        '["ko", "ko"]', '["KO"]', "x", "", '"\\u0000"',
    ]
)  # fmt: skip


@given(st.lists(st.tuples(TABLES, TOML_KEYS, TOML_VALUES), max_size=4))
def test_any_config_is_read_or_told(lines: list[tuple[str, str, str]]) -> None:
    text = "".join(f"[{table}]\n{key} = {value}\n" for table, key, value in lines)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.toml"
        path.write_text(text, encoding="utf-8")
        try:
            read_config(path, shown_as="config.toml")
        except CannotGoOn as stop:
            assert stop.diagnostics
            assert stop.exit_code == 2
            assert all(map(has_a_place, stop.diagnostics))


@pytest.mark.parametrize("text", ["[extra]\nfounded = 2001-02-03\n", "[extra]\nopens = [09:00:00, {at = 10:00:00}]\n"])
def test_a_date_of_toml_is_a_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.toml").write_text(text)
    extra = read_config(tmp_path / "config.toml", shown_as="config.toml").config.extra
    assert extra in ({"founded": "2001-02-03"}, {"opens": ["09:00:00", {"at": "10:00:00"}]})
