"""Korean sentences: what counts for the writer, what counts against, what counts nothing."""

import pytest

from tests.policy.voice.reading import marks, voice_of


@pytest.mark.parametrize(
    "sentence",
    [
        "저는 로그를 처음부터 다시 읽었습니다.",
        "나는 그 버튼을 지웠다.",
        "처음에는 제가 틀린 줄 몰랐습니다.",
        "그날 내가 서버를 껐다.",
        "필자는 세 달 동안 같은 길을 걸었다.",
    ],
)
def test_a_self_word_counts(sentence: str) -> None:
    assert marks(sentence, "ko") == [("e1", "self")]


@pytest.mark.parametrize(
    "sentence",
    [
        "문제가 생기면 다시 켭니다.",
        "신청 후 14일 내 환불됩니다.",
        "제 2차 회의는 목요일이다.",
        "소리가 나는 곳은 지하였다.",
        "우리나라는 비가 여름에 몰린다.",
        "저장 버튼은 오른쪽에 있다.",
        "경찰은 제 역할을 다했다.",
        "나의 찾기 앱을 켠다.",
    ],
)
def test_a_word_that_only_looks_like_a_self_word_counts_nothing(sentence: str) -> None:
    assert [mark for mark, _ in marks(sentence, "ko")] in (["none"], ["weak"])


@pytest.mark.parametrize(
    "sentence",
    [
        "이틀을 고민했습니다.",
        "순서를 바꿔 보았다.",
        "결국 두 번째 안을 쓰기로 했습니다.",
        "생각보다 재미있더라고요.",
        "다음에는 반대로 해 보려고 합니다.",
        "읽고 나니 부끄러웠다.",
    ],
)
def test_experience_counts_without_a_self_word(sentence: str) -> None:
    assert marks(sentence, "ko") == [("e2", "experience")]


def test_work_counts_beside_experience_and_not_alone() -> None:
    assert marks("나사를 다시 감았다.", "ko") == [("weak", "work-alone")]
    assert marks("나사를 다시 감았다. 한참 망설였다.", "ko") == [("e2", "work"), ("e2", "experience")]


@pytest.mark.parametrize(
    "sentence",
    [
        "자세한 내용은 누리집에서 안내해 드리겠습니다.",
        "더 나은 서비스를 위해 최선을 다하겠습니다.",
        "새로운 요금제를 소개합니다.",
        "제가 하나씩 설명해 드리겠습니다.",
        "많은 참여 부탁드립니다.",
        "이 글에서는 캐시의 원리를 살펴보겠습니다.",
    ],
)
def test_a_formula_of_service_is_no_experience(sentence: str) -> None:
    assert marks(sentence, "ko") == [("none", "service")]


def test_we_counts_with_work_that_is_done_and_not_with_values() -> None:
    assert marks("저희는 큐를 두 번 갈아엎었습니다.", "ko") == [("e1", "we-did")]
    assert marks("우리는 고객을 먼저 생각합니다.", "ko") == [("weak", "we")]
    assert marks("저희는 신제품을 출시했습니다.", "ko") == [("weak", "we-announce")]


@pytest.mark.parametrize(
    "sentence",
    [
        "회사는 12일 새 공장을 짓는다고 밝혔다.",
        "매출은 두 배로 늘어난 것으로 나타났습니다.",
        "당사는 이를 검토하고 있습니다.",
        "업계 관계자는 “우리는 준비를 마쳤다”고 말했다.",
    ],
)
def test_the_press_counts_against(sentence: str) -> None:
    assert marks(sentence, "ko") == [("against", "press-verb")]


def test_the_organisation_as_a_subject_counts_against() -> None:
    assert marks("두레박은 줄자를 만든다.", "ko", organisations=["두레박"]) == [("against", "organisation")]


def test_a_person_who_greets_is_introduced_and_an_organisation_is_not() -> None:
    assert marks("안녕하세요. 플랫폼팀 토니입니다.", "ko")[1] == ("e1", "introduction")
    assert marks("안녕하세요, 화면을 그리는 문가온입니다.", "ko") == [("e1", "introduction")]
    assert marks("안녕하세요, 물결서점 운영팀입니다.", "ko") == [("none", "no-self")]


def test_a_person_who_is_quoted_says_nothing_for_or_against() -> None:
    assert marks("김정우 대표는 “저는 밤마다 설계를 고쳤습니다”라고 말했다.", "ko") == [("none", "attributed")]
    assert marks("김정우 대표는 제가 밤마다 고쳤다고 말했다.", "ko") == [("none", "attributed")]


def test_what_one_says_oneself_counts() -> None:
    assert marks("저는 “그렇게는 못 하겠습니다”라고 말했습니다.", "ko") == [("e1", "self")]


def test_a_notice_needs_more_evidence_than_it_has_signs() -> None:
    notice = (
        "안녕하세요. 서비스 점검을 안내드립니다. 일시: 9월 3일. 문의는 고객센터로 해 주시기 바랍니다. "
        "저희는 서버를 두 배로 늘렸습니다. 저희가 로그인 절차도 고쳤습니다. 고객님의 양해를 부탁드립니다."
    )
    assert voice_of(notice, "ko", title="점검 안내").verdict == "impersonal"


def test_a_short_text_is_never_called_an_institution() -> None:
    assert voice_of("회사는 밝혔다. 당사는 그렇다. 자사는 크다.", "ko").verdict == "impersonal"
