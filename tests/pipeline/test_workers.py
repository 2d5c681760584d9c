"""Work shared out over processes."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from blogsmith.model.diagnostic import CannotGoOn
from blogsmith.pipeline.pipes import WorkerFailed
from blogsmith.pipeline.workers import shared_out

MANY = 200


def test_results_come_in_order_from_any_number_of_processes() -> None:
    def named(number: int) -> bytes:
        return b"%d" % number

    alone = list(shared_out(named, MANY, jobs=1))
    assert alone == [b"%d" % number for number in range(MANY)]
    assert list(shared_out(named, MANY, jobs=2)) == alone
    assert list(shared_out(named, MANY, jobs=3)) == alone


def busy(number: int) -> bytes:
    """Takes two milliseconds of CPU and says who took them."""
    until = time.process_time() + 0.002
    while time.process_time() < until:
        pass
    return b"%d %d" % (number, os.getpid())


def test_after_some_work_others_take_over() -> None:
    found = [result.split() for result in shared_out(busy, 100, jobs=2, stint=0.02)]
    assert [int(number) for number, _ in found] == list(range(100))
    done = Counter(who for _, who in found)
    assert len(done) >= 10
    assert max(done.values()) <= 10


def test_who_was_relieved_is_gone_while_others_work() -> None:
    def open_here() -> int:
        return sum(1 for _ in Path("/proc/self/fd").iterdir())

    before = open_here()
    results = shared_out(busy, 200, jobs=2, stint=0.02)
    for _ in range(190):
        next(results)
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    assert len(children) <= 3
    assert open_here() - before <= 6
    results.close()  # type: ignore[attr-defined]
    assert open_here() == before


def test_who_is_free_takes_what_is_next() -> None:
    def slow_at_first(number: int) -> bytes:
        time.sleep(0.3 if number == 0 else 0)
        return b"%d" % os.getpid()

    first, *others = shared_out(slow_at_first, MANY, jobs=2)
    assert Counter(others)[first] < MANY // 10


def test_a_process_that_cannot_start_ends_the_work() -> None:
    is_late: list[bool] = []

    def started() -> None:
        if is_late:
            raise CannotGoOn((), exit_code=3)

    results = shared_out(busy, MANY, jobs=2, stint=0.02, started=started)
    next(results)
    is_late.append(True)
    with pytest.raises(CannotGoOn):
        list(results)


INTERRUPTED = """
import os, signal
from blogsmith.pipeline.workers import shared_out
signal.signal(signal.SIGINT, signal.default_int_handler)
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
print(len(list(shared_out(lambda number: b"", 200, jobs=2))))
"""


def test_an_interrupt_while_a_process_is_forked_is_not_lost() -> None:
    ended = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False)
    assert (ended.stdout, ended.stderr.splitlines()[-1]) == ("", "KeyboardInterrupt")


def test_what_was_done_before_a_reason_to_stop_comes_first() -> None:
    def stopped(number: int) -> bytes:
        if number == MANY // 2:
            raise CannotGoOn((), exit_code=3)
        return b"%d" % number

    results = shared_out(stopped, MANY, jobs=2)
    assert [next(results) for _ in range(MANY // 2)] == [b"%d" % number for number in range(MANY // 2)]
    with pytest.raises(CannotGoOn):
        next(results)


def test_a_process_that_the_system_ends_is_told_as_a_reason_to_stop() -> None:
    parent = os.getpid()

    def killed(number: int) -> bytes:
        if number == MANY // 2 and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return b""

    with pytest.raises(CannotGoOn) as stop:
        list(shared_out(killed, MANY, jobs=2))
    assert [(fault.rule, fault.facts) for fault in stop.value.diagnostics] == [("output/worker-ended", (("value", 9),))]
    assert stop.value.exit_code == 3


def test_a_bug_in_a_process_comes_back_with_its_traceback() -> None:
    def wrong(number: int) -> bytes:
        return bytes(str(1 // (number - 7)), "ascii")

    with pytest.raises(WorkerFailed, match="ZeroDivisionError"):
        list(shared_out(wrong, MANY, jobs=2))
