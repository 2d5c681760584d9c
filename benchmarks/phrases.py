"""Sentences that a person at work could have written, put together by chance: what the corpus is made of."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The words of one language. A pattern names those it wants: `{thing}`, `{deed}`, `{place}`, `{time}`, `{n}`."""

    things: tuple[str, ...]
    deeds: tuple[str, ...]
    places: tuple[str, ...]
    times: tuple[str, ...]
    own: tuple[str, ...]
    """Patterns in the first person."""
    other: tuple[str, ...]
    titles: tuple[str, ...]

    def word(self, chance: random.Random) -> str:
        """A thing."""
        return chance.choice(self.things)

    def title(self, chance: random.Random) -> str:
        """A title or a heading."""
        return self._filled(chance.choice(self.titles), chance)

    def sentence(self, chance: random.Random) -> str:
        """A sentence, as often as not in the first person."""
        return self._filled(chance.choice(self.own if chance.random() < 0.5 else self.other), chance)

    def paragraph(self, chance: random.Random) -> str:
        """Three to seven sentences; now and then with emphasis, code or a link."""
        sentences = [self.sentence(chance) for _ in range(chance.randint(3, 7))]
        draw = chance.random()
        if draw < 0.25:
            sentences.append(f"**{self.title(chance)}.**")
        elif draw < 0.4:
            sentences.append(f"`{chance.choice(('reel', 'gauge', 'valve'))}_{chance.randint(1, 999)}`.")
        elif draw < 0.5:
            sentences.append(f"[{self.title(chance)}](https://notes.example.com/{chance.randint(1, 9999)}).")
        return " ".join(sentences)

    def items(self, chance: random.Random) -> str:
        """A list of three to six."""
        return "\n".join(f"- {self.sentence(chance)}" for _ in range(chance.randint(3, 6)))

    def _filled(self, pattern: str, chance: random.Random) -> str:
        return pattern.format(
            thing=chance.choice(self.things),
            other=chance.choice(self.things),
            deed=chance.choice(self.deeds),
            place=chance.choice(self.places),
            time=chance.choice(self.times),
            n=chance.randint(2, 980),
        )


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ENGLISH = Phrases(
    things=_words(
        "reel cable gauge valve float probe battery housing gasket lens logger antenna bucket spring hinge screen "
        "sensor shaft bracket filter pump manual drawing invoice calendar label crate harness socket ledger"
    ),
    deeds=_words(
        "measured soldered drew rewrote tested counted repaired weighed packed sorted compared carried labelled "
        "photographed translated sketched calibrated unpacked opened replaced"
    ),
    places=("in the yard", "on the bench", "at the well", "by the river", "in the store", "on the roof", "in the van"),
    times=("on Monday", "that evening", "after lunch", "in March", "before the rain", "a week later", "at noon"),
    own=(
        "I {deed} the {thing} {place} {time} and wrote down {n} lines about it.",
        "We {deed} {n} of them {place}, because the {thing} had worn the {other} thin.",
        "{n} times I {deed} the same {thing}, and only {time} did I see the {other}.",
        "My {thing} stood {place} while I {deed} the {other} {time}.",
        "When the {thing} failed {place}, I {deed} it and kept the {other} for {n} days.",
        "I had {deed} the {other} {time}, so the {thing} took me {n} minutes.",
    ),
    other=(
        "The {thing} {place} weighs {n} grams more than the {other}.",
        "Nobody asks for a {thing} {time}, and yet {n} of them lay {place}.",
        "A {thing} without its {other} is worth little {place}.",
        "Between {thing} and {other} there were {n} millimetres of air.",
        "What the {thing} shows {time} differs from the {other} by {n} parts in a thousand.",
        "{n} visitors saw the {thing} {place} {time}.",
    ),
    titles=(
        "What the {thing} told me {place}",
        "A {thing}, a {other} and {n} days",
        "Why the {thing} lost to the {other}",
        "How I {deed} the {thing} {time}",
        "The {other} {place}",
    ),
)

KOREAN = Phrases(
    things=_words(
        "줄자 전선 눈금 밸브 부표 탐침 배터리 덮개 고무링 렌즈 기록계 안테나 양동이 용수철 경첩 화면 감지기 축 "
        "받침대 여과기 펌프 설명서 도면 송장 달력 이름표 상자 띠 소켓 장부"
    ),
    deeds=(
        "쟀",
        "납땜했",
        "그렸",
        "다시 썼",
        "시험했",
        "셌",
        "고쳤",
        "달았",
        "쌌",
        "골랐",
        "견줘 봤",
        "옮겼",
        "찍었",
        "뜯어 봤",
    ),
    places=("마당에서", "작업대에서", "우물가에서", "강가에서", "창고에서", "지붕에서", "차 안에서"),
    times=("월요일에", "그날 저녁에", "점심을 먹고", "삼월에", "비가 오기 전에", "한 주 뒤에", "정오에"),
    own=(
        "저는 {time} {place} {thing} 하나를 {deed}고 {n}줄을 적었습니다.",
        "{thing} 탓에 {other}까지 닳아서 제가 {place} {n}번이나 다시 {deed}습니다.",
        "저는 {n}번을 {deed}지만 {other}까지 살펴보지는 못했습니다.",
        "{place} {thing} 소리를 듣고 나서야 저는 {other} 쪽을 {deed}습니다.",
        "제가 {time} 고민한 것은 {thing} {n}개를 어디에 둘지였습니다.",
    ),
    other=(
        "{place} 잰 {thing} 무게는 {other}보다 {n}그램 무겁습니다.",
        "{time} {thing} 이야기를 꺼내는 사람은 없습니다.",
        "{other} 없는 {thing}, {place} 쓸 일이 드뭅니다.",
        "{thing}과 {other} 사이에는 {n}밀리미터가 비어 있습니다.",
        "{time} {place} {thing} {n}개가 남아 있었습니다.",
    ),
    titles=("{place} 만난 {thing}", "{thing} 하나와 {other} {n}개", "{thing} 대신 {other}", "{time} 다시 본 {thing}"),
)
