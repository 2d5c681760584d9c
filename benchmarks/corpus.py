"""A seeded blog to measure on: the same posts on every machine, written as blogsmith or as a peer wants them.

27 writers, six categories, 15 % Korean; 3 to 6 KB a post, code in 40 %, tables in 10 %, footnotes in 5 %.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.phrases import ENGLISH, KOREAN, Phrases

CATEGORIES = ("design", "tech", "people", "culture", "global", "side-story")
WRITERS = tuple(f"writer-{number:02}" for number in range(1, 28))
TAGS = tuple(f"topic-{number:02}" for number in range(1, 41))
FIRST = datetime(2016, 1, 4, 9, 0)
_TEN_YEARS = 10 * 365 * 24 * 60
_STEP = 1_299_709
"""Minutes: a prime, so that however many posts there are, they are spread over ten years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One post of the corpus, of no tool's format yet."""

    id: str
    title: str
    date: datetime
    author: str
    category: str
    tags: tuple[str, ...]
    language: str
    summary: str
    body: str
    """CommonMark with tables and footnotes."""


def entries(count: int, *, seed: int = 20261123) -> Iterator[Entry]:
    """The first `count` posts; the n-th is the same whatever the count is."""
    for number in range(count):
        yield _entry(number, random.Random(f"{seed}/{number}"))


def _entry(number: int, chance: random.Random) -> Entry:
    korean = chance.random() < 0.15
    phrases = KOREAN if korean else ENGLISH
    return Entry(
        id=f"post-{number:06}",
        title=f"{phrases.title(chance)} {number}",
        date=FIRST + timedelta(minutes=_STEP * number % _TEN_YEARS),
        author=chance.choice(WRITERS),
        category=chance.choice(CATEGORIES),
        tags=tuple(sorted(chance.sample(TAGS, 3))),
        language="ko" if korean else "en",
        summary=phrases.sentence(chance),
        body=_body(phrases, chance),
    )


def _body(phrases: Phrases, chance: random.Random) -> str:
    length = chance.randint(3000, 6000)
    blocks = [phrases.paragraph(chance)]
    code, table, note = chance.random() < 0.4, chance.random() < 0.1, chance.random() < 0.05
    if code:
        blocks += [_code(chance) for _ in range(chance.randint(1, 3))]
    if table:
        blocks.append(_table(phrases, chance))
    while sum(len(block.encode()) for block in blocks) < length:
        if chance.random() < 0.2:
            blocks.append(f"## {phrases.title(chance)}")
        blocks.append(phrases.items(chance) if chance.random() < 0.12 else phrases.paragraph(chance))
    first, rest = blocks[0], blocks[1:]
    prose = [block for block in rest if not block.startswith(("```", "|"))]
    for block in rest:
        if block.startswith(("```", "|")):
            prose.insert(chance.randint(1, len(prose)), block)
    if note:
        first += "[^1]"
        prose.append(f"[^1]: {phrases.sentence(chance)}")
    return "\n\n".join((first, *prose)) + "\n"


def _code(chance: random.Random) -> str:
    if chance.random() < 0.5:
        name, limit = chance.choice(("depth", "level", "gap", "drift")), chance.randint(2, 90)
        lines = [f"def {name}_{limit}(readings: list[float]) -> float:", f'    """Above {limit}, nothing is kept."""']
        for step in range(chance.randint(3, 9)):
            lines.append(f"    kept_{step} = [value * {step + 1}.5 for value in readings if value < {limit + step}]")
        lines.append(f"    return sum(kept_0) / max(1, len(kept_0))  # {name}")
        return "\n".join(("```python", *lines, "```"))
    lines = [f'sensor_{number} = {{ id = "{number:04}", every = {chance.randint(1, 60)} }}' for number in range(6)]
    return "\n".join(("```toml", "[sensors]", *lines, "```"))


def _table(phrases: Phrases, chance: random.Random) -> str:
    head = f"| {phrases.word(chance)} | {phrases.word(chance)} | mm |\n|---|---|---:|"
    rows = (f"| {phrases.word(chance)} | {phrases.word(chance)} | {chance.randint(1, 900)} |" for _ in range(6))
    return "\n".join((head, *rows))
