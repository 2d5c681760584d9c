"""English sentences: what counts for the writer, what counts against, what counts nothing."""

import pytest

from tests.policy.voice.reading import marks, voice_of


@pytest.mark.parametrize(
    ("sentence", "because"),
    [
        ("I broke the build twice.", "i"),
        ("Then I'd look at the logs.", "i"),
        ("It took my whole week.", "my"),
        ("The manual was written for me.", "my"),
        ("We moved the queue to another host.", "we-did"),
        ("We’ve been measuring it since May.", "we-did"),
        ("In June we quickly threw it away.", "we-did"),
        ("Our small team rewrote the parser.", "our-work"),
    ],
)
def test_what_a_worker_says_is_strong(sentence: str, because: str) -> None:
    assert marks(sentence, "en") == [("strong", because)]


@pytest.mark.parametrize(
    "sentence",
    [
        "See Part I for the tables.",
        "The I/O scheduler was slow.",
        "World War I ended in 1918.",
        "Please contact us.",
        "Sign up for our newsletter.",
        "We are excited to see what comes.",
        "We believe in open standards.",
        "We invite you to join us.",
        "As we head into summer, prices rise.",
        "Wednesday worked best.",
    ],
)
def test_what_anyone_says_is_not(sentence: str) -> None:
    assert [mark for mark, _ in marks(sentence, "en")] in (["none"], ["weak"])


def test_a_question_in_the_readers_voice_counts_nothing() -> None:
    assert marks("How do I reset my password?", "en") == [("none", "question")]


def test_a_habit_counts_only_where_something_was_done() -> None:
    assert marks("We build bridges.", "en") == [("weak", "we")]
    assert marks("We build bridges. We dropped one.", "en") == [("strong", "we-work"), ("strong", "we-did")]


def test_the_press_and_the_organisation_count_against() -> None:
    assert marks("The company announced a new plant.", "en") == [("against", "press-verb")]
    assert marks("Acme makes wells.", "en", organisations=["Acme"]) == [("against", "organisation")]


@pytest.mark.parametrize(
    "sentence",
    [
        "“I wrote it in a week and we shipped it,” said Jane Park.",
        '"I wrote it in a week and we shipped it," Park said.',
        "Jane Park said that I wrote it in a week.",
        "I wrote it in a week, said Jane Park.",
        "Jane Park, CEO: I wrote it in a week.",
    ],
)
def test_what_somebody_else_says_counts_nothing(sentence: str) -> None:
    assert [mark for mark, _ in marks(sentence, "en")] == ["none"]


def test_furniture_of_a_release_makes_an_institution() -> None:
    release = "**SEOUL, Nov. 20, 2015** – Acme today announced a pump. " + "The pump is blue. " * 12
    assert voice_of(release, "en").verdict == "institutional"


def test_what_begins_an_item_of_a_list_is_no_dateline() -> None:
    items = "\n".join(["The pump comes in three kinds.\n", "- PTSD Coach – This one is blue.", "- It works. " * 15])
    assert voice_of(items, "en").verdict == "impersonal"
    assert voice_of(items.replace("- ", "\n"), "en").verdict == "institutional"


def test_a_text_without_anyone_is_impersonal() -> None:
    assert voice_of("The pump is blue. " * 15, "en").verdict == "impersonal"


def test_two_sentences_pass_and_in_a_long_text_three_in_a_hundred() -> None:
    assert voice_of("I fixed it. We tested it. " + "It works. " * 20, "en").verdict == "first"
    assert voice_of("I fixed it. We tested it. " + "It works. " * 120, "en").verdict == "impersonal"


def test_boilerplate_at_the_end_counts_nothing() -> None:
    body = "It works.\n\nIt is blue.\n\n## About Acme\n\nWe built Acme in 1990. I founded it.\n"
    assert marks(body, "en")[2:] == [("none", "boilerplate"), ("none", "boilerplate")]


def test_a_language_nobody_reads_passes() -> None:
    assert voice_of("Das ist ein Satz.", "de").verdict == "first"
