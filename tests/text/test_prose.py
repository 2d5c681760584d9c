"""Sentences, their places, and who speaks in them."""

import pytest

from blogsmith.model.config import MarkdownConfig
from blogsmith.model.document import Document
from blogsmith.text.markdown import parse_markdown
from blogsmith.text.prose import read_prose


def _document(body: str) -> Document:
    return parse_markdown(body, config=MarkdownConfig(), nesting=50)


def _texts(body: str) -> list[str]:
    return [sentence.text for sentence in read_prose(_document(body)).sentences]


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("Dr. Park paid 3.5 dollars. She left.", ["Dr. Park paid 3.5 dollars.", "She left."]),
        ("It works, e.g. here. Fine!", ["It works, e.g. here.", "Fine!"]),
        ("Acme Inc. is old. We use Node.js here.", ["Acme Inc. is old.", "We use Node.js here."]),
        ("It (see p. 3. and 4.) works. Yes.", ["It (see p. 3. and 4.) works.", "Yes."]),
        ("갔다. 3.5도였다. 왔어요! 정말요?", ["갔다.", "3.5도였다.", "왔어요!", "정말요?"]),
        ("문은 2026. 3. 14. 열었다. 닫았다.", ["문은 2026. 3. 14. 열었다.", "닫았다."]),
        ("그는 “갔다. 왔다.”라고 했다. 끝났다.", ["그는 “갔다. 왔다.”라고 했다.", "끝났다."]),
        ("좋았어요~ 다시 갔어요 ㅎㅎ 끝.", ["좋았어요~", "다시 갔어요 ㅎㅎ", "끝."]),
        ("행이 바뀐다\n여기서 갔습니다\n그리고 왔다.", ["행이 바뀐다", "여기서 갔습니다", "그리고 왔다."]),
        ("今日は晴れ。明日は雨！", ["今日は晴れ。", "明日は雨！"]),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(body: str, sentences: list[str]) -> None:
    assert _texts(body) == sentences


def test_a_sentence_knows_its_line_and_column() -> None:
    body = "# Title\n\n- one *two* three. Four\n  five [six](x).\n\n> said\n"
    places = [(found.text, found.place.line, found.place.column) for found in read_prose(_document(body)).sentences]
    assert places == [("one two three.", 3, 3), ("Four five six.", 3, 20), ("said", 6, 3)]


def test_passages_tell_their_kind_and_where_links_notes_and_code_stand() -> None:
    body = "# H\n\na `b` [c](d) e[^1]\n\n| x | y |\n|---|---|\n| z | w |\n\n> q\n\n"
    body += '::: callout\nk\n:::\n\n![](p.png "cap")\n\n[^1]: n\n'
    found = _document(body).passages
    assert [(passage.kind, passage.text) for passage in found] == [
        ("heading", "H"),
        ("paragraph", "a b c e"),
        *(("cell", word) for word in "xyzw"),
        ("quotation", "q"),
        ("callout", "k"),
        ("caption", "cap"),
        ("note", "n"),
    ]
    paragraph = found[1]
    assert (paragraph.codes, paragraph.links, paragraph.notes) == (((2, 3),), (4,), (7,))
    assert (found[5].place(0, 1).line, found[5].place(0, 1).column) == (7, 7)
    assert (found[8].place(0, 1).line, found[8].place(0, 1).column) == (15, 12)


@pytest.mark.parametrize(
    "body",
    [
        "“I did it all. We won.”",
        '"I did it all. We won."',
        "‘I did it all. We won.’",
        "「나는 혼자 다 했다. 우리가 이겼다.」",
        "> I did it all. We won.",
        "“I did it all.\n\n“We won.”",
        "“I did it all.\n\nWe won.”",
    ],
)
def test_quotations_are_not_counted(body: str) -> None:
    sentences = read_prose(_document(body)).sentences
    assert {(sentence.counted, sentence.reason) for sentence in sentences} == {(False, "quotation")}


def test_an_apostrophe_and_a_quoted_word_are_no_quotation() -> None:
    body = "It’s the users’ “own” tool. Don't say 'no'."
    assert all(sentence.counted and sentence.own == sentence.text for sentence in read_prose(_document(body)).sentences)


def test_a_turn_of_another_speaker_is_not_counted_and_the_authors_is() -> None:
    turns = (
        "**서은비** 들었나요? 저는 못 들었습니다.",
        "**도경일** 나는 들었다.",
        "**서은비** 그랬군요.",
        "**도경일** 그래요.",
    )
    body = "\n\n".join(turns)
    sentences = read_prose(_document(body), author_names=["서은비"]).sentences
    assert [(found.reason, found.speaker) for found in sentences] == [
        ("question", ""),
        ("", ""),
        ("speaker", "도경일"),
        ("", ""),
        ("speaker", "도경일"),
    ]


@pytest.mark.parametrize("label", ["Jane Park, CEO: ", "박 대표: ", "**Q.** ", "김민수 팀장: "])
def test_a_label_makes_a_turn(label: str) -> None:
    sentences = read_prose(_document(f"{label}I did it.")).sentences
    assert [(found.text, found.reason) for found in sentences] == [("I did it.", "speaker")]


@pytest.mark.parametrize("label", ["Lessons learned: ", "**Background:** ", "Note: ", "문제: ", "일시: "])
def test_a_run_in_title_makes_none(label: str) -> None:
    assert all(found.counted for found in read_prose(_document(f"{label}I did it.")).sentences)


def test_an_attribution_names_its_speaker_and_ones_own_words_are_none() -> None:
    body = "Jane Park said the pump was old. I said it was new.\n\n"
    body += "도경일 씨는 펌프가 낡았다고 말했다. 나는 새것이라고 말했다."
    sentences = read_prose(_document(body)).sentences
    assert [(found.reason, found.speaker) for found in sentences] == [
        ("attributed", "Jane Park"),
        ("", ""),
        ("attributed", "씨"),
        ("", ""),
    ]


def test_a_note_in_brackets_is_said_by_nobody_and_brackets_in_a_text_are() -> None:
    body = "*[image missing: Jane holds a leg.]*\n\n[1] I did it. See [2]\n\nI saw it [here]."
    sentences = read_prose(_document(body)).sentences
    assert [found.text for found in sentences] == ["[1] I did it.", "See [2]", "I saw it [here]."]


def test_a_speaker_is_the_writer_whose_second_name_is_left_out() -> None:
    document = _document("Jane Doe, CEO: I did it.\n\nMary Roe, CTO: I saw it.")
    sentences = read_prose(document, author_names=["Jane Mary Doe"]).sentences
    assert [found.reason for found in sentences] == ["", "speaker"]


def test_what_one_does_and_does_not_do_is_no_speaker() -> None:
    document = _document("**Do** cut it.\n\n**Don’t** drill it.\n\n**Do** mark it.\n\n**Don’t** drop it.")
    assert [found.counted for found in read_prose(document).sentences] == [True] * 4
