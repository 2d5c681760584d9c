"""Strings are the same in every language of the site, and every one that a template asks for is there."""

from pathlib import Path

from tests.themes.tiny import faults, load


def test_nested_tables_and_dotted_keys_are_one(tmp_path: Path) -> None:
    theme = load(tmp_path, '-- strings/en.toml --\na.b = "x"\n[c]\nd = "y"\n[c.e]\nf = "z"\n')
    assert theme.strings == {"en": {"a.b": "x", "c.d": "y", "c.e.f": "z"}}


def test_the_overlay_changes_single_strings(tmp_path: Path) -> None:
    text = '-- strings/en.toml --\na = "x"\nb = "y"\n-- themes/local/strings/en.toml --\nb = "mine"\n'
    assert load(tmp_path, text).strings == {"en": {"b": "mine", "a": "x"}}


def test_a_string_that_one_language_lacks_is_told(tmp_path: Path) -> None:
    text = """
    -- strings/en.toml --
    by = "By"
    on = "On"
    -- strings/ko.toml --
    by = "글"
    """
    expected = {"value": "on", "language": "ko", "file": "themes/tiny/strings/en.toml"}
    assert faults(tmp_path, text, languages=("ko", "en")) == [
        ("theme/missing-string", "themes/local/strings/ko.toml", None, expected)
    ]


def test_a_slip_in_the_overlay_is_told_with_the_nearest_key(tmp_path: Path) -> None:
    text = """
    -- strings/en.toml --
    post.by = "By"
    -- strings/ko.toml --
    post.by = "글"
    -- themes/local/strings/ko.toml --
    post.bye = "쓴 사람"
    """
    [(rule, _, _, facts)] = faults(tmp_path, text, languages=("ko", "en"))
    assert (rule, facts["value"], facts["suggestion"]) == ("theme/missing-string", "post.bye", "post.by")


def test_a_language_without_any_string_is_told_once(tmp_path: Path) -> None:
    text = '-- strings/en.toml --\na = "x"\nb = "y"\n-- templates/page.html --\n{{ t("a") }}\n'
    assert faults(tmp_path, text, languages=("en", "fr")) == [
        ("theme/missing-string@language", "themes/local/strings/fr.toml", None, {"value": "fr"})
    ]


def test_strings_of_other_languages_do_not_matter_where_they_hold_the_same_keys(tmp_path: Path) -> None:
    text = '-- strings/en.toml --\na = "x"\n-- strings/ja.toml --\na = "y"\n'
    assert load(tmp_path, text).strings == {"en": {"a": "x"}}


def test_a_string_file_that_is_not_named_for_a_language_is_told(tmp_path: Path) -> None:
    [(rule, path, _, facts)] = faults(tmp_path, '-- strings/en.tml --\na = "x"\n')
    assert (rule, path, facts) == (
        "theme/string-file",
        "themes/tiny/strings/en.tml",
        {"value": "en.tml", "suggestion": "en.toml"},
    )


def test_a_value_that_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    found = faults(tmp_path, '-- strings/en.toml --\n[post]\nby = "x"\nmany = 3\n')
    assert found == [("theme/type@text", "themes/tiny/strings/en.toml", 3, {"value": "post.many"})]


def test_broken_toml_is_told_with_its_line(tmp_path: Path) -> None:
    [(rule, path, line, _)] = faults(tmp_path, '-- strings/en.toml --\na = "x"\nb =\n')
    assert (rule, path, line) == ("theme/toml", "themes/tiny/strings/en.toml", 2)


def test_a_key_that_a_template_asks_for_is_checked_before_rendering(tmp_path: Path) -> None:
    text = """
    -- strings/en.toml --
    post.by = "By"
    -- templates/page.html --
    <p>
    {{ t("post.bye") }} {{ t("post.by" if title else "post.on") }}
    """
    assert faults(tmp_path, text) == [
        (
            "theme/missing-string@template",
            "themes/tiny/templates/page.html",
            2,
            {"value": key, "language": "en", "suggestion": "post.by"},
        )
        for key in ("post.bye", "post.on")
    ]


def test_a_date_pattern_that_no_file_has_is_told_before_rendering(tmp_path: Path) -> None:
    text = '-- strings/en.toml --\ndate.long = "{day}"\n-- templates/page.html --\n{{ value|date_short }}\n'
    [(rule, _, line, facts)] = faults(tmp_path, text)
    assert (rule, line, facts["value"]) == ("theme/missing-string@template", 1, "date.short")


def test_a_place_that_a_template_does_not_fill_is_told_before_rendering(tmp_path: Path) -> None:
    text = """
    -- strings/en.toml --
    by = "By {name}"
    -- strings/ko.toml --
    by = "{nmae} 씀"
    -- templates/page.html --
    {{ t("by", name=title) }}
    """
    expected = {"value": "nmae", "key": "by", "language": "ko"}
    assert faults(tmp_path, text, languages=("en", "ko")) == [
        ("theme/missing-fact", "themes/tiny/templates/page.html", 1, expected)
    ]
