"""Names as subjects, how much is quoted, which speech levels are mixed; and Japanese."""

from blogsmith.policy.voice.measures import quote_share, self_as_third_person, speech_levels
from tests.policy.voice.reading import marks, prose_of, voice_of


def test_ones_own_name_as_a_subject_is_found_and_an_introduction_is_not() -> None:
    prose = prose_of(
        "저는 우물을 재는 오태호입니다. 오태호는 우물을 쟀다. 오태호 팀장은 웃었다. 제가 본 오태호는 다르다."
    )
    assert [found.text for found in self_as_third_person(prose, ["오태호"])] == [
        "오태호는 우물을 쟀다.",
        "오태호 팀장은 웃었다.",
    ]


def test_the_organisations_name_as_a_subject_is_found_in_english() -> None:
    prose = prose_of("Acme Inc. has launched a pump. I work at Acme. The Acme-1 is blue.\n\n> Acme was founded here.")
    assert [found.text for found in self_as_third_person(prose, ["Acme"])] == ["Acme Inc. has launched a pump."]


def test_half_a_text_in_quotation_marks_has_half_a_share() -> None:
    assert quote_share(prose_of("“One two three four.” One two three four..")) > 0.4
    assert quote_share(prose_of("> all of it is quoted here.")) == 1.0
    assert quote_share(prose_of("")) == 0.0


def test_speech_levels_are_counted_outside_quotations() -> None:
    levels = speech_levels(
        prose_of("갔습니다. 왔어요. 잤다. 왜 갔을까요? 그는 “나는 몰랐다. 정말이다.”라고 했습니다. 끝.")
    )
    assert (len(levels.formal), len(levels.polite), len(levels.plain)) == (2, 2, 1)
    assert (levels.plain[0].line, levels.plain[0].column) == (1, 12)


def test_japanese_is_read_and_never_called_an_institution() -> None:
    assert marks("私はログを読みました。弊チームで試してみました。当社は新製品を発表した。", "ja") == [
        ("e1", "self"),
        ("e1", "we-did"),
        ("against", "press-verb"),
    ]
    assert voice_of("当社は発表した。" * 20, "ja").verdict == "impersonal"
