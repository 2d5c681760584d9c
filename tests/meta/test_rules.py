"""Every rule has words in every language, is told somewhere, and is tested."""

import string

import pytest

from blogsmith.reports.words import LANGUAGES
from tests.meta.sources import (
    composed_rules,
    is_composed,
    messages,
    package_texts,
    placeholders,
    rules,
    rules_in_code,
    texts_of_tests,
)

ENGLISH = LANGUAGES[0]
OTHERS = LANGUAGES[1:]
KEYS = ("message", "suggest", "help", "why", "not", "but", "ask", "so", "no")


FAMILIES = {rule.split("/")[0] for rule in rules(ENGLISH)}


def test_every_rule_of_the_code_has_words() -> None:
    texts = package_texts()
    told = {**rules_in_code(texts, FAMILIES), **composed_rules(texts)}
    assert {rule: path for rule, path in told.items() if rule not in rules(ENGLISH)} == {}


def test_every_rule_that_has_words_is_told_by_the_code() -> None:
    texts = package_texts()
    told = rules_in_code(texts, FAMILIES)
    assert sorted(rule for rule in rules(ENGLISH) if rule not in told and not is_composed(rule, texts)) == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_words_for_the_same_tables(language: str) -> None:
    assert messages(language).keys() ^ messages(ENGLISH).keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_keys_and_placeholders(language: str) -> None:
    other = messages(language)
    differing = [
        f"{name}: {key}"
        for name, table in messages(ENGLISH).items()
        if name in other
        for key in table.keys() | other[name].keys()
        if key not in table or key not in other[name] or placeholders(table[key]) != placeholders(other[name][key])
    ]
    assert sorted(differing) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_says_what_is_wrong_and_why_it_is_there(language: str) -> None:
    tables = messages(language)
    assert [rule for rule in rules(language) if not {"message", "why"} <= tables[rule].keys()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_of_a_rule_holds_no_unknown_key(language: str) -> None:
    unknown = [
        f"{rule}: {key}"
        for rule in rules(language)
        for key in messages(language)[rule]
        if key not in KEYS and key.split("@")[0] not in {"message", "help", "note", "option"}
    ]
    assert unknown == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_plain_names(language: str) -> None:
    odd = [
        f"{name}: {key}"
        for name, table in messages(language).items()
        for key, text in table.items()
        for _, field, form, conversion in string.Formatter().parse(text)
        if field is not None and (not field.isidentifier() or form or conversion)
    ]
    assert odd == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_ends_without_a_full_stop(language: str) -> None:
    ended = [
        f"{rule}: {key}"
        for rule in rules(language)
        for key, text in messages(language)[rule].items()
        if key.split("@")[0] in {"message", "suggest", "help"} and text.rstrip().endswith(".") and "..." not in text
    ]
    assert ended == []


def test_an_english_message_begins_in_lower_case() -> None:
    # A name may begin one: "`value` has no profile", "Markdown cannot".
    raised = [
        f"{rule}: {key}: {text}"
        for rule in rules(ENGLISH)
        for key, text in messages(ENGLISH)[rule].items()
        if key.split("@")[0] in {"message", "suggest", "help"} and text[:1].isupper() and text[1:2].islower()
    ]
    assert raised == []


def test_every_rule_is_named_by_a_test_or_a_spec() -> None:
    texts = texts_of_tests()
    assert sorted(rule for rule in rules(ENGLISH) if rule not in texts) == []


def test_a_rule_is_found_where_it_is_told() -> None:
    text = 'a(rule="new/rule")\nb("file/name", "file/Name", "image/png", "other/path", "image/missing")\n'
    assert rules_in_code({"a.py": text}, {"file", "image"}) == {
        "new/rule": "a.py",
        "file/name": "a.py",
        "image/missing": "a.py",
    }
