"""`blogsmith explain` says all of every house rule in every language, and its examples are what it says they are."""

import re
from pathlib import Path
from string import Formatter

import pytest

from blogsmith.reports.words import LANGUAGES, Words
from tests.meta.evidence import HOUSE_RULES
from tests.meta.sources import messages
from tests.site import check, run, write_site

TOLD_BY = {"disclosure/missing": "disclosure/vague"}
"""Examples of what is at fault that another rule of the family tells: words that disclose nothing are still words."""

EXAMPLES = [
    (rule, language, key, Words(language).text(rule, key))
    for rule in HOUSE_RULES
    for language in LANGUAGES
    for key in ("so", "no")
    if Words(language).text(rule, key)
]
SITE = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
languages = ["en", "ko"]
organisation_names = ["Norae", "노래"]
-- authors/tech-team.md --
---
name: Tech Team
kind: in-house
role: Everybody
team: Workshop
---
I build small robots in the workshop and write down what they break.
-- authors/mara.md --
---
name: Mara Okello
kind: external
role: Hydrologist
organisation: Independent
---
I study groundwater and log the level of sixty-two wells every month.
-- authors/moon.md --
---
name: {en: Jane Doe, ko: 문제인}
kind: in-house
role: Robot builder
team: Workshop
---
%(bio)s
-- authors/moon.ko.md --
%(bio_ko)s
-- content/posts/robot%(suffix)s.md --
---
id: robot
title: A robot
date: 2026-03-12
category: tech
%(head)s
---
%(body)s
-- content/posts/IMG_2041.jpg --
A picture.
"""
BIOS = {"en": "I build small robots.", "ko": "저는 작은 로봇을 만듭니다."}


def site_with(folder: Path, rule: str, language: str, example: str) -> Path:
    """A site that holds an example where the rule looks; three times over where it stands in the text."""
    text, head, bios = "I built it.", "authors: [jane]", dict(BIOS)
    if rule == "author/bio-voice":
        bios[language] = example
    elif rule == "author/team-as-author":
        head = example
    elif rule.startswith("disclosure/"):
        head = f"authors: [mara]\ndisclosure: {example}"
    elif rule == "craft/image-alt":
        text = f"![{example}](IMG_2041.jpg)"
    else:
        text = "\n\n".join([example.replace("…", "https://wells.example/")] * 3)
    suffix = ".ko" if re.search("[가-힣]", head + text) else ""
    parts = {"bio": bios["en"], "bio_ko": bios["ko"], "suffix": suffix, "head": head, "body": text}
    return write_site(folder, SITE % parts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", HOUSE_RULES)
def test_a_rule_says_everything_of_itself(rule: str, language: str) -> None:
    table = messages(language)[rule]
    options = {f"option@{option.name}" for option in HOUSE_RULES[rule].options}
    assert {"ask", "message", "help", "why", "not", "but"} <= table.keys()
    assert {key for key in table if key.startswith("option@")} == options


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_it_is_printed(language: str) -> None:
    printed = run("--lang", language, "explain", *HOUSE_RULES).stdout
    missing = [
        f"{rule}: {key}"
        for rule in HOUSE_RULES
        for key, text in messages(language)[rule].items()
        if key not in ("ask", "so", "no") and not key.startswith("note@")
        if not re.search("".join(re.escape(words) + (".+?" if name else "") for words, name in parted(text)), printed)
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_found_has_an_example_in_every_explanation(language: str) -> None:
    rules = Words(language).rules()
    pages = run("--lang", language, "explain", *rules).stdout
    printed = dict(zip(rules, re.split(rf"^(?:{'|'.join(rules)})$", pages, flags=re.MULTILINE)[1:], strict=True))
    open_places = [
        f"{rule}: {name}"
        for rule in rules
        for text in messages(language)[rule].values()
        for _, name in parted(text)
        if name and f"{{{name}}}" in printed[rule]
    ]
    assert open_places == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_of_a_fact_that_a_rule_tells(language: str) -> None:
    told = {
        (rule, name)
        for rule in Words(language).rules()
        for t in messages(language)[rule].values()
        for _, name in parted(t)
    }
    names = {name for _, name in told}
    examples = messages(language)["examples"]
    strange = [key for key in examples if (tuple(key.split("@")) not in told if "@" in key else key not in names)]
    assert strange == []


def parted(text: str) -> list[tuple[str, str]]:
    """The words of a text, each with the fact that follows it."""
    return [(words, name or "") for words, name, _, _ in Formatter().parse(text)]


@pytest.mark.parametrize(("rule", "language", "key", "example"), EXAMPLES)
def test_an_example_is_what_it_is_shown_as(tmp_path: Path, rule: str, language: str, key: str, example: str) -> None:
    said = check(site_with(tmp_path, rule, language, example)).stderr
    told = f"[{TOLD_BY.get(rule, rule)}]"
    assert (told in said) is (key == "no"), said
