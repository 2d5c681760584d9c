"""The promises and the figures that tests found for them, printed as one table at the end of a run.

A test that asks for `figure` bears the mark `promise`: `make quality` runs those of every room, so that no promise is
without a figure there, but for those marked `sampled`, which have a larger one among its own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol

import pytest

PROMISES: Mapping[str, tuple[str, str]] = {
    "P1": ("deletes or overwrites nothing that it did not write", "0 lost in 60 layouts"),
    "P2": ("a build that does not end leaves the published tree as it was", "0 mixed, 0 cut off"),
    "P3": ("an incremental build is the clean build", "0 bytes differ"),
    "P4": ("no byte of what is not published", "0 found; control > 0"),
    "P5": ("nothing that a writer writes runs", "0 ran, 0 stopped by policy, 0 foreign; control fires"),
    "P6": ("no input crashes or is lost in silence", "0 tracebacks, 0 lost in >= 3,000"),
    "P7": ("a post has a bounded cost", "each done or refused in <= 10 s of CPU, <= 300 MB"),
    "P8": ("the preview shows the last state", "0 stale"),
    "P9": ("the preview answers its own browser alone", "0 leaks, 0 crashes in >= 80 hostile requests"),
    "P10": ("the same bytes everywhere", "1 tree in >= 16 environments"),
    "P11": ("collisions are errors", "100 % named with both sources"),
    "P12": ("unpublishing works", "0 bytes left"),
    "P13": ("builds at once are safe", "0 mixed of 8"),
    "P14": ("valid output", "0 errors"),
    "P15": ("the load is held", "memory grows <= 5 %"),
    "P16": ("a damaged memory changes nothing", "0 bytes differ"),
    "P17": ("exit codes mean it", "every row of the table"),
}
"""What is promised, and the figure that must be reached."""


class Figure(Protocol):
    """Notes what was found for a promise: `figure("P4", "{} of 60 ways leak", 0)`.

    Numbers of tests that say the same are added up, so that a test with many cases is one line of the table.
    """

    def __call__(self, promise: str, found: str, *numbers: int) -> None: ...


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Figure:
    """See `Figure`."""

    def note(promise: str, found: str, *numbers: int) -> None:
        assert promise in PROMISES
        request.node.user_properties.append(("promise", (promise, found, list(numbers))))

    return note


def pytest_configure(config: pytest.Config) -> None:
    """Names the mark."""
    config.addinivalue_line("markers", "promise: has a figure in the table; `make quality` runs it too")
    config.addinivalue_line("markers", "sampled: `make quality` has a larger one, and does not run this one")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks whatever asks for `figure`; first of all, since `-m` chooses by it."""
    for item in items:
        if "figure" in getattr(item, "fixturenames", ()):
            item.add_marker("promise")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table; nothing where no promise was tested."""
    table = lines(
        (outcome, *value)
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
        if report.when == "call"
        for name, value in report.user_properties
        if name == "promise"
    )
    if table:
        terminalreporter.section("promises")
        for line in table:
            terminalreporter.write_line(line)


def lines(figures: Iterable[tuple[str, str, str, list[int]]]) -> list[str]:
    """Each promise with its target, and below it what was found; last, those that were not measured."""
    found: dict[tuple[str, str], list[list[int]]] = {}
    red: Counter[tuple[str, str]] = Counter()
    for outcome, promise, text, numbers in figures:
        found.setdefault((promise, text), []).append(numbers)
        red[promise, text] += outcome == "failed"
    told, measured = list[str](), {promise for promise, _ in found}
    for promise, (words, target) in PROMISES.items():
        if promise not in measured:
            continue
        told.append(f"{promise:>3}  {words}: {target}")
        for text, noted in ((text, noted) for (name, text), noted in found.items() if name == promise):
            sums = (f"{sum(column):,}" for column in zip(*noted, strict=True))
            told.append(f"       {'RED' if red[promise, text] else 'ok '}  {text.format(*sums)}")
    missing = [promise for promise in PROMISES if promise not in measured]
    if found and missing:
        told.append(f"not measured in this run: {', '.join(missing)}")
    return told
