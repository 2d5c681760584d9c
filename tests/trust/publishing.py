"""A blog that is edited back and forth between two states, and must always be whole in one of them."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from random import Random

from tests.site import Result, build, tree, write_file, write_site
from tests.trust.faults import KINDS, Ended, killed_after, with_fault

_LONGER_THAN_ANY_BUILD = 600.0
"""Seconds."""


class TwoStates:
    """A blog of so many posts, published, and what it is in each of its two states."""

    def __init__(self, root: Path, posts: int) -> None:
        self.root, self._posts = root, posts
        write_site(root, "")
        self.trees: list[Mapping[str, bytes]] = []
        for state in (0, 1):
            self.edit(state)
            assert self.build().exit_code == 0
            self.trees.append(tree(root / "public"))
        self.state = 1

    def edit(self, state: int) -> None:
        """Writes every source as it is in one of the two states: one post more or less, one text changed."""
        for number in range(self._posts - state):
            words = f"I measured the well {state} times." if number < 2 else "I measured the well."
            self._write(number, words)
        (self.root / f"content/posts/p{self._posts - 1}.md").unlink(missing_ok=True) if state else None

    def build(self) -> Result:
        """The next build."""
        return build(self.root, "--format", "text")

    def _write(self, number: int, words: str) -> None:
        day = f"2026-03-{number % 28 + 1:02}"
        head = f"id: p{number}\ntitle: Well {number}\ndate: {day}\nauthors: [jane]\ncategory: tech\n"
        write_file(self.root, f"content/posts/p{number}.md", f"---\n{head}---\n{words}\n")

    def spoilt(self, spoil: Callable[[Callable[[], Result]], int]) -> int:
        """A build to the other state under a fault, and what must hold then; then one without, and what must hold.

        Returns the exit code of the first.
        """
        old, new = self.trees[self.state], self.trees[1 - self.state]
        self.edit(1 - self.state)
        sources = self._sources()
        code = spoil(self.build)
        public = tree(self.root / "public")
        assert public in (old, new), "mixed or cut off"
        assert code != 0 or public == new, "said that it published, and did not"
        assert self._sources() == sources, "a source was touched"
        mended = self.build()
        assert (mended.exit_code, tree(self.root / "public")) == (0, new), mended.output
        left = {path.name for path in self.root.iterdir()} - {"public", ".public.blogsmith-new", ".blogsmith"}
        assert left == {"authors", "config.toml", "content"}, "left behind"
        self.state = 1 - self.state
        return code

    def _sources(self) -> Mapping[str, bytes]:
        return {path: content for path, content in tree(self.root).items() if path.startswith(("content", "authors"))}


def spoil_calls(blog: TwoStates, points: Callable[[int], Iterable[tuple[int, str]]]) -> Iterator[tuple[int, str, int]]:
    """Each of `points(calls)`: a number of a call and the kind of its fault. Yields them with the exit code."""
    counted: list[Ended] = []

    def count(work: Callable[[], Result]) -> int:
        counted.append(with_fault(work, blog.root))
        return counted[-1].code

    assert blog.spoilt(count) == 0, counted[-1].said
    for at, kind in points(counted[-1].calls):

        def fail(work: Callable[[], Result], at: int = at, kind: str = kind) -> int:
            counted.append(with_fault(work, blog.root, kind=kind, at=at))
            return counted[-1].code

        code = blog.spoilt(fail)
        assert code in (0, 1, 2, 3) if kind != "kill" else code in (0, 3, -9), (at, kind, counted[-1].said)
        yield at, kind, code


def sample(calls: int, count: int, seed: int = 0) -> list[tuple[int, str]]:
    """So many calls, each kind in turn."""
    numbers = sorted(Random(seed).sample(range(1, calls + 1), min(count, calls)))
    return [(at, KINDS[place % len(KINDS)]) for place, at in enumerate(numbers)]


def kill_at_random(blog: TwoStates, hits: int, seed: int = 0) -> int:
    """Builds killed at some moment of the time that one takes, until so many were hit on their way.

    Returns how many builds that took.
    """
    chance, left, tries = Random(seed), hits, 0
    lasting = min(_seconds_of_a_build(blog) for _ in range(2))
    while left:
        seconds = chance.uniform(0.001, lasting)
        left -= blog.spoilt(lambda work, seconds=seconds: killed_after(work, seconds)) == -9  # type: ignore[misc]
        tries += 1
        assert tries < 10 * hits, f"only {hits - left} of {tries} builds were hit"
    return tries


def _seconds_of_a_build(blog: TwoStates) -> float:
    lasting: list[float] = []

    def timed(work: Callable[[], Result]) -> int:
        before = time.perf_counter()
        code = killed_after(work, _LONGER_THAN_ANY_BUILD)
        lasting.append(time.perf_counter() - before)
        return code

    assert blog.spoilt(timed) == 0
    return lasting[0]
