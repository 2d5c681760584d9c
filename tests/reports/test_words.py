"""Rules and facts become words."""

import textwrap
import tomllib
from dataclasses import replace

import pytest

from blogsmith.model.diagnostic import Note
from blogsmith.reports.words import LANGUAGES, MESSAGES, Words, _text_of, choose_language
from tests.reports.cases import TWICE, UNKNOWN, WHOLE_FILE


def test_a_message_shows_the_facts(words: Words) -> None:
    assert words.message(UNKNOWN) == "`jnae` has no profile in authors/"


def test_a_message_is_in_the_readers_language(korean: Words) -> None:
    assert korean.message(UNKNOWN) == "authors/에 프로필이 없습니다: `jnae`"


def test_what_a_language_does_not_say_is_said_in_english(korean: Words) -> None:
    assert (korean.why("author/unknown"), korean.say("only-english")) == (
        "Readers meet every writer.",
        "only in English",
    )


def test_help_begins_with_the_nearest_known_word(words: Words) -> None:
    assert words.help(UNKNOWN) == "did you mean `jane`?  A new writer: `blogsmith new author jnae`"


@pytest.mark.parametrize("facts", [(("value", "x"),), (("value", "x"), ("suggestion", ""))])
def test_help_suggests_nothing_where_nothing_is_near(words: Words, facts: tuple[tuple[str, str], ...]) -> None:
    assert words.help(replace(UNKNOWN, facts=facts)) == "a new writer: `blogsmith new author x`"


def test_a_variant_has_its_own_help_and_the_plain_message_where_it_has_none(words: Words) -> None:
    assert (words.help(TWICE), words.message(TWICE)) == (
        "teams do not sign posts",
        "`x, 100%: y` has no profile in authors/",
    )


def test_an_unknown_variant_takes_the_plain_words(words: Words) -> None:
    assert words.help(replace(UNKNOWN, variant="new", facts=(("value", "x"),))).startswith("a new writer")


def test_a_note_has_words_in_the_rules_table_or_in_the_shared_one(words: Words) -> None:
    assert [words.note(TWICE, note) for note in TWICE.notes] == ["first written in 2 lines", "also here"]


def test_a_note_without_words_says_its_key(words: Words) -> None:
    assert words.note(TWICE, Note(key="unheard")) == "unheard"


def test_a_rule_without_words_says_its_id(words: Words) -> None:
    assert (words.message(WHOLE_FILE), words.help(WHOLE_FILE), words.why("file/other")) == ("file/other", "", "")


def test_a_rule_of_an_extension_says_its_own_message(words: Words) -> None:
    assert words.message(replace(WHOLE_FILE, facts=(("message", "too\nloud"),))) == "too␊loud"


def test_a_fact_that_was_not_given_stays_visible(words: Words) -> None:
    assert words.message(replace(UNKNOWN, facts=())) == "`{value}` has no profile in authors/"


def test_a_fact_with_braces_is_not_read_as_a_placeholder(words: Words) -> None:
    assert words.message(replace(UNKNOWN, facts=(("value", "{help}{0}"),))).startswith("`{help}{0}` has")


def test_a_fact_cannot_carry_terminal_commands_or_turn_the_line_around(words: Words) -> None:
    hostile = replace(UNKNOWN, facts=(("value", "\x1b[2J\n\u202ea\u2028"),))
    assert words.message(hostile).startswith("`␛[2J␊<U+202E>a<U+2028>` has")


def test_a_long_fact_is_cut(words: Words) -> None:
    message = words.message(replace(UNKNOWN, facts=(("value", "가" * 1000),)))
    assert message == f"`{'가' * 199}…` has no profile in authors/"


def test_the_rules_with_words_are_listed(words: Words) -> None:
    assert words.rules() == ("author/unknown",)


def test_a_rule_is_explained_with_every_variant(words: Words) -> None:
    assert words.explanation("author/unknown") == textwrap.dedent(
        """\
        author/unknown
        `…` has no profile in authors/

        what to do:
        did you mean `…`?
        a new writer: `blogsmith new author …`
        teams do not sign posts

        why:
        Readers meet every writer."""
    )


def test_an_explanation_takes_from_english_what_the_language_does_not_say(korean: Words) -> None:
    assert korean.explanation("author/unknown").splitlines()[1] == "authors/에 프로필이 없습니다: `…`"


def test_one_is_told_in_the_singular(words: Words) -> None:
    assert [words.say("errors", count=count) for count in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]


def test_an_unknown_key_of_a_command_is_a_bug(words: Words) -> None:
    with pytest.raises(KeyError):
        words.say("nothing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_real_words_can_be_said_in_every_language(language: str) -> None:
    words = Words(language)
    assert all(words.why(rule) for rule in words.rules())


@pytest.mark.parametrize(
    ("explicit", "environment", "language"),
    [
        ("ko", ("en", "", "", "en_US.UTF-8"), "ko"),
        (None, ("ko", "en_US.UTF-8"), "ko"),
        (None, ("", None, "", "ko_KR.UTF-8"), "ko"),
        (None, ("", "C.UTF-8", "", "ko_KR.UTF-8"), "en"),
        (None, ("ko-KR",), "ko"),
        (None, ("kok_IN.UTF-8",), "en"),
        (None, ("fr_FR.UTF-8",), "en"),
        (None, (), "en"),
    ],
)
def test_the_language_is_the_first_that_was_asked_for(
    explicit: str | None, environment: tuple[str | None, ...], language: str
) -> None:
    assert choose_language(explicit, environment) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_stands_once_and_a_rule_in_one_file(language: str) -> None:
    files = {path.stem: tomllib.loads(path.read_text()) for path in (MESSAGES / language).glob("*.toml")}
    texts = [(name, key) for tables in files.values() for name, table in tables.items() for key in table]
    rules = [name for tables in files.values() for name in tables if "/" in name]
    assert (len(texts), len(rules)) == (len({*texts}), len({*rules}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_the_same_wherever_it_is_looked_for_first(language: str) -> None:
    for path in (MESSAGES / language).glob("*.toml"):
        for name, table in tomllib.loads(path.read_text()).items():
            assert {key: _text_of(MESSAGES, language, name, key, "") for key in table} == table
