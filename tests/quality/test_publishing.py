"""Publishing is all or nothing: every file call of a build spoilt, one after the other, and two hundred kills."""

from pathlib import Path

import pytest

from tests.trust.faults import KINDS
from tests.trust.figures import Figure
from tests.trust.publishing import TwoStates, kill_at_random, spoil_calls

PARTS = 4
"""The calls are shared out, so that two processes can spoil them."""


def every_call(calls: int, part: int) -> list[tuple[int, str]]:
    """Each call of a part with a fault of the next kind; a kill is one of them."""
    return [(at, KINDS[at // PARTS % len(KINDS)]) for at in range(1, calls + 1) if at % PARTS == part]


@pytest.mark.parametrize("part", range(PARTS))
def test_every_file_call_of_a_build_is_spoilt_in_turn(tmp_path: Path, figure: Figure, part: int) -> None:
    blog = TwoStates(tmp_path / "site", 30)
    codes = [code for _, _, code in spoil_calls(blog, lambda calls: every_call(calls, part))]
    figure("P2", "{} file calls of a build of 30 posts, each spoilt: 0 mixed, 0 cut off", len(codes))


@pytest.mark.parametrize("part", range(2))
def test_a_build_is_killed_at_every_file_call(tmp_path: Path, figure: Figure, part: int) -> None:
    """Of three posts: a larger blog makes the same calls, and more of each."""
    blog = TwoStates(tmp_path / "site", 3)
    kills = [code for _, _, code in spoil_calls(blog, lambda calls: every_kill(calls, part))]
    figure("P2", "{} builds, each killed at another of all file calls: 0 mixed, 0 cut off", len(kills))


def every_kill(calls: int, part: int) -> list[tuple[int, str]]:
    """A kill at each call of one of two parts."""
    return [(at, "kill") for at in range(1, calls + 1) if at % 2 == part]


def test_two_hundred_killed_builds(tmp_path: Path, figure: Figure) -> None:
    tries = kill_at_random(TwoStates(tmp_path / "site", 30), 200, seed=1)
    figure("P2", f"200 of {tries} builds killed on their way: 0 mixed")
