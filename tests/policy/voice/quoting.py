"""Three quotations of an executive in the first person, put into a text in one of seven styles."""

from collections.abc import Callable, Mapping, Sequence

KOREAN = (
    ("저는 이 일을 세 해 전에 혼자 시작했습니다", "밤마다 설계를 고치면서 정말 많이 배웠습니다"),
    ("우리는 실패한 시제품을 열두 번 버렸습니다", "제가 직접 고객을 찾아가서 이유를 물어보았습니다"),
    ("저희 팀이 공정을 처음부터 다시 짰습니다", "그때 저는 이 길이 맞다고 느꼈습니다"),
)
ENGLISH = (
    ("I started this work alone three years ago", "I rewrote the design every night and learned a great deal"),
    ("We threw away twelve prototypes", "I visited customers myself and asked them why"),
    ("My team rebuilt the whole process from scratch", "I knew then that we had chosen the right way"),
)
_KOREAN_SPEAKERS = ("김정우 대표", "박은서 본부장", "이도현 센터장")
_ENGLISH_SPEAKERS = ("Jane Park", "Martin Oduya", "Clara Weiss")


def _marked(left: str, right: str, *, korean: bool) -> Callable[[Sequence[str], str], str]:
    def write(said: Sequence[str], speaker: str) -> str:
        words = f"{left}{said[0]}. {said[1]}{'' if korean else ','}{right}"
        return f"{speaker}는 {words}라고 말했다." if korean else f"{words} said {speaker}."

    return write


def _left_open(left: str, right: str, *, korean: bool) -> Callable[[Sequence[str], str], str]:
    def write(said: Sequence[str], speaker: str) -> str:
        tail = f"{speaker}의 말이다." if korean else f"So said {speaker}."
        return f"{left}{said[0]}.\n\n{left}{said[1]}.{right}\n\n{tail}"

    return write


def _block(said: Sequence[str], speaker: str) -> str:
    return f"> {said[0]}. {said[1]}.\n>\n> — {speaker}"


def _turn(said: Sequence[str], speaker: str) -> str:
    title = "" if speaker in _KOREAN_SPEAKERS else ", CEO"
    return f"{speaker}{title}: {said[0]}. {said[1]}."


def _attributed(said: Sequence[str], speaker: str) -> str:
    if speaker in _ENGLISH_SPEAKERS:
        return f"{said[0]}, said {speaker}. {speaker} added that {said[1]}."
    first, second = (words.removesuffix("습니다") + "다고" for words in said)
    return f"{speaker}는 {first} 말했다. 이어 {speaker}는 {second} 덧붙였다."


def styles(*, korean: bool) -> Mapping[str, Callable[[Sequence[str], str], str]]:
    """How each style writes two sentences of one speaker."""
    return {
        "curly double": _marked("“", "”", korean=korean),
        "straight double": _marked('"', '"', korean=korean),
        "curly single": _marked("‘", "’", korean=korean),
        "corner": _marked("「", "」", korean=korean),
        "block quote": _block,
        "left open": _left_open("“", "”", korean=korean),
        "attributed": _attributed,
        "speaker turn": _turn,
    }


def with_quotations(body: str, style: str, *, korean: bool) -> str:
    """`body` with one quotation after each of its first three paragraphs."""
    write = styles(korean=korean)[style]
    paragraphs = body.strip().split("\n\n")
    quotations = KOREAN if korean else ENGLISH
    speakers = _KOREAN_SPEAKERS if korean else _ENGLISH_SPEAKERS
    for number, (said, speaker) in enumerate(zip(quotations, speakers, strict=True)):
        paragraphs.insert(min(2 * number + 1, len(paragraphs)), write(said, speaker))
    return "\n\n".join(paragraphs) + "\n"
