"""`blogsmith desk handbook` and `/how-we-write/`: what is read there is what is enforced."""

from pathlib import Path

import pytest

from blogsmith.policy.catalogue import RULES
from blogsmith.reports.words import LANGUAGES, Words
from tests.site import Result, build, run, write_site

CONFIG = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
languages = ["en", "ko"]

[categories.tech]
label = {en = "Engineering", ko = "기술"}
editor = "jane"
"""

POST = """
-- content/posts/speech.md --
---
id: speech
title: The speech
date: 2026-03-12
authors: [jane]
category: tech
allow:
  - {rule: voice/first-person, reason: It was read aloud and stands here as it was said., until: 2027-01-31, by: minho}
---
The well is deep. It was dug in 1931. The water is cold.
-- authors/minho.md --
---
name: Minho Kim
kind: in-house
role: Editor
---
I read drafts before they come out.
"""


def site(tmp_path: Path, more: str = "") -> Path:
    return write_site(tmp_path, CONFIG + more + POST)


def page(root: Path, path: str = "how-we-write/index.html") -> str:
    result = build(root)
    assert result.exit_code == 0, result.output
    return (root / "public" / path).read_text()


def handbook(root: Path, *arguments: str) -> Result:
    return run("-C", root, "desk", "handbook", *arguments)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_says_what_it_asks_for_in_each_language(language: str) -> None:
    words = Words(language)
    asked = {rule.id: words.text(rule.id, "ask") for rule in RULES.all}
    assert [rule for rule, text in asked.items() if not text] == []
    assert len(set(asked.values())) == len(asked)
    assert [
        rule
        for rule in asked
        if bool(words.text(rule, "so")) != bool(words.text(rule, "no")) and words.text(rule, "no")
    ] == []


def test_the_page_tells_each_rule_with_its_weight(tmp_path: Path) -> None:
    html = page(site(tmp_path))
    first = html[html.index("Say in at least two sentences") :]
    assert 'class="chip full">Not published<' in first[: first.index("voice/first-person")]
    assert all(rule.id in html for rule in RULES.all)


def test_what_an_editor_sets_is_what_readers_are_told(tmp_path: Path) -> None:
    policy = """
[policy.rules."voice/first-person"]
level = "warning"
[policy.rules."tone/press-release"]
level = "off"
[policy.categories.tech]
"craft/link-text" = "error"
[policy.kinds.external]
"craft/no-summary" = "off"
"""
    root = site(tmp_path, policy)
    html = page(root)
    assert "tone/press-release" not in html
    voice = html[html.index("Say in at least two sentences") : html.index("voice/first-person")]
    assert "Asked about" in voice
    assert "Not published" not in voice
    assert "<p>Engineering: Not published</p>" in html
    assert "<p>External: Rests</p>" in html
    text = handbook(root).stdout
    assert "tone/press-release" not in text
    assert "_Asked about; Engineering: Not published_ `craft/link-text`" in text


def test_it_stands_in_every_language_and_leads_to_its_translation(tmp_path: Path) -> None:
    root = site(tmp_path)
    assert "두 문장 이상, 자기가 한 일을 말합니다" in page(root, "ko/how-we-write/index.html")
    english = (root / "public/how-we-write/index.html").read_text()
    assert '<link rel="alternate" hreflang="ko" href="https://blog.example.com/ko/how-we-write/">' in english
    assert "https://blog.example.com/ko/how-we-write/" in (root / "public/sitemap.xml").read_text()


def test_editors_and_exceptions_are_named(tmp_path: Path) -> None:
    html = page(site(tmp_path))
    desk = html[html.index('id="desk"') :]
    assert "Jane Doe" in desk
    assert "Engineering" in desk
    exceptions = html[html.index('id="exceptions"') :]
    assert "It was read aloud and stands here as it was said." in exceptions
    assert "Until 31 January 2027" in exceptions
    assert "allowed by Minho Kim" in exceptions


def test_every_page_leads_to_it(tmp_path: Path) -> None:
    assert '<a href="/how-we-write/">How we write</a>' in page(site(tmp_path), "index.html")


@pytest.mark.parametrize("section", ["[handbook]\nenabled = false\n", "[policy]\nsince = 2100-01-01\n"])
def test_turned_off_or_before_the_rules_are_in_force_there_is_none(tmp_path: Path, section: str) -> None:
    root = site(tmp_path, section)
    assert "how-we-write" not in page(root, "index.html")
    assert not (root / "public/how-we-write").exists()


def test_the_editors_foreword_stands_above_the_rules(tmp_path: Path) -> None:
    root = site(tmp_path, '[handbook]\nforeword = {en = "We keep these.", ko = "지킵니다."}\n')
    assert '<p class="summary">We keep these.</p>' in page(root)
    assert handbook(root, "--lang", "ko").stdout.splitlines()[:3] == ["# 우리가 쓰는 법", "", "지킵니다."]


def test_a_theme_without_a_template_for_it_publishes_none(tmp_path: Path) -> None:
    theme = '[theme]\nname = "bare"\n-- themes/bare/theme.toml --\nname = "bare"\n' + "".join(
        f"-- themes/bare/templates/{name}.html --\n<!DOCTYPE html><title>x</title>\n"
        for name in ("home", "post", "category", "tag", "series", "author", "authors", "archive", "page", "404")
    )
    root = site(tmp_path, theme)
    assert "how-we-write" not in page(root, "sitemap.xml")


def test_before_the_rules_are_in_force_the_command_says_so(tmp_path: Path) -> None:
    result = handbook(site(tmp_path, "[policy]\nsince = 2100-01-01\n"))
    assert result.exit_code == 2
    assert "`[policy] since`" in result.stderr
