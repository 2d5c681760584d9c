"""Longer lives than `make test` has time for: what is published is always the clean build of what is there."""

from pathlib import Path

import pytest

from tests.incremental.forks import forks
from tests.incremental.ram import folder_in_memory
from tests.incremental.test_any_sequence import EACH_IN_ITS_OWN, IN_ONE, lived, lived_apart
from tests.trust.figures import Figure

LIVES, STEPS = 20, 500
APART, STEPS_APART = 10, 50


@pytest.mark.parametrize("seed", range(100, 100 + LIVES))
def test_in_one_process(seed: int, figure: Figure) -> None:
    with folder_in_memory() as folder:
        life = lived(Path(folder), seed, STEPS)
    figure("P3", IN_ONE, life.steps, life.edits, life.clean)


@pytest.mark.parametrize("seed", range(100, 100 + APART))
def test_in_a_process_for_each_build(seed: int, figure: Figure) -> None:
    with folder_in_memory() as folder, forks() as processes:
        life = lived_apart(Path(folder), seed, STEPS_APART, processes)
    figure("P3", EACH_IN_ITS_OWN, life.steps, life.edits, life.clean)
