"""Looks for faults for as long as it is told: damaged and bred inputs, hostile renders, lives of a blog, killed builds.

Each round has a seed of its own, printed where it finds something, so that it can be had again: SEED=n. Exits 1 then.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import seed as seeded
from hypothesis.stateful import run_state_machine_as_test

from blogsmith.model.config import Config
from blogsmith.model.diagnostic import CannotGoOn
from blogsmith.model.source import SourcePath
from blogsmith.pipeline.texts import read_anew
from blogsmith.sources.config import read_config
from blogsmith.sources.dates import read_day, read_moment
from blogsmith.sources.files import Found
from blogsmith.sources.names import is_safe_slug, slug_of
from blogsmith.text.markdown import parse_markdown
from tests.browser.chromium import CHROMIUM, launched
from tests.incremental.forks import forks
from tests.incremental.life import Life
from tests.incremental.machine import Blog
from tests.trust.bad_inputs import POST, naughty
from tests.trust.costs import cost_of
from tests.trust.inert import assert_bodies_are_inert
from tests.trust.pathological import FAMILIES
from tests.trust.publishing import TwoStates, kill_at_random
from tests.trust.test_costs import MEGABYTES, SECONDS

_CONFIG = (
    '[site]\ntitle = "A blog"\nbase_url = "https://a.example/"\n[lists]\nper_page = 3\n[extra]\na = [1, {b = 2}]\n'
)
_BODY = """\
## A

- b
  - c

> [!NOTE]
> d [e](f) ![g](h) `i` **j**

| k |
|-|
| l |

```m
n
```

::: figure src="o"
:::
"""
_ZONE = ZoneInfo("Europe/Berlin")
_PROCESSOR_SECONDS = 10
_BREEDING_SECONDS = 20
_TARGETS = ("splitter", "markdown", "slugs", "dates", "config")
_RUNS = re.compile(r"Done (\d+) runs")

Round = Callable[[int], int]
"""Does one round with a seed; returns how many things it tried. Raises what it found."""


def damaged(text: str, chance: Random) -> str:
    """The text after some cuts, doublings, swaps and foreign words."""
    for _ in range(chance.randint(1, 8)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 1, 2, 5, 20, 200)))
        piece = chance.choice(
            ("", text[start:end] * 2, chance.choice(naughty()), chr(chance.randrange(0x20, 0x3000)), "\n")
        )
        text = text[:start] + piece + text[end:]
    return text


def files(seed: int) -> int:
    """The splitter and the schema: a post, or findings with a place."""
    for number in range(300):
        content = damaged(POST, Random(seed * 1_000 + number)).encode("utf-8", "surrogatepass")
        path = SourcePath("content/posts/a.md")
        found = Found(path=path, on_disk=path, size=len(content), stamp=(0, 0, 0, 0), unsaved=content)
        text = read_anew(Path(), found, Config())
        post = text.reading.post if text.reading else None
        assert (post is None) == bool(text.faults), content
    return 300


def bodies(seed: int) -> int:
    """Markdown: no exception, and an end."""
    for number in range(60):
        text = damaged(_BODY * Random(seed + number).randint(1, 30), Random(seed * 1_000 + number))
        before = time.process_time()
        parse_markdown(text, config=Config().markdown, nesting=40)
        assert time.process_time() - before < _PROCESSOR_SECONDS, text
    return 60


def words(seed: int) -> int:
    """Slugs and dates: safe, or refused."""
    chance = Random(seed)
    for _ in range(2_000):
        text = damaged(chance.choice(("2026-03-12 09:00", "로봇 1", "a-b", *naughty())), chance)
        slug = slug_of(text)
        assert slug == slug_of(slug)
        assert not is_safe_slug(slug) or ("/" not in slug and slug not in (".", ".."))
        read_moment(text, _ZONE)
        read_day(text, _ZONE)
    return 2_000


def configs(seed: int) -> int:
    """config.toml: read, or refused with exit code 2."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(150):
            path = Path(folder) / "config.toml"
            path.write_bytes(damaged(_CONFIG, Random(seed * 1_000 + number)).encode("utf-8", "surrogatepass"))
            try:
                read_config(path, shown_as="config.toml")
            except CannotGoOn as stop:
                assert stop.exit_code == 2
    return 150


def renders(seed: int) -> int:
    """Hostile renders in Chromium."""
    with launched() as browser:
        return assert_bodies_are_inert(browser, 60, seed=seed)


def lives(seed: int) -> int:
    """A blog that is edited twenty times, each build held to a clean one."""
    with tempfile.TemporaryDirectory() as folder:
        life = Life(Path(folder), seed, theme="plain", korean=seed % 2 == 0)
        life.hold()
        for _ in range(20):
            life.step()
            life.hold()
    return 20


def steps(seed: int) -> int:
    """Steps that Hypothesis chooses, as `tests/incremental/machine.py` has them."""
    Blog.steps = 0
    chosen = settings(max_examples=5, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
    with forks() as Blog.processes:
        run_state_machine_as_test(seeded(seed)(Blog), settings=chosen)
    return Blog.steps


def bodies_of_every_family(seed: int) -> int:
    """Each family of text that costs parsers more than it looks, at some size up to the largest: within its bounds."""
    size = Random(seed).randrange(1_000, 250_000)
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, family) in enumerate(FAMILIES.items()):
            cost = cost_of(family(size)[:size], Path(folder) / f"{number}")
            assert cost.code in (0, 1), (name, size, cost)
            assert cost.seconds < SECONDS and cost.megabytes < MEGABYTES, (name, size, cost)
    return len(FAMILIES)


def bred(target: str, seed: int) -> int:
    """Inputs that atheris breeds for a target, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.fuzz", target, str(_BREEDING_SECONDS), f".soak/{target}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4_000:]
    return int(_RUNS.findall(done.stderr)[-1])


def kills(seed: int) -> int:
    """Builds that are killed on their way."""
    with tempfile.TemporaryDirectory() as folder:
        return kill_at_random(TwoStates(Path(folder) / "site", 4), 10, seed)


ROUNDS: Mapping[str, Round] = {
    "damaged posts": files,
    "damaged bodies": bodies,
    "slugs and dates": words,
    "damaged configs": configs,
    "edits of a blog": lives,
    "killed builds": kills,
    "chosen steps": steps,
    "costly bodies": bodies_of_every_family,
    **({f"bred for {target}": partial(bred, target) for target in _TARGETS} if find_spec("atheris") else {}),
    **({"hostile renders": renders} if CHROMIUM.exists() else {}),
}


def main() -> int:
    """Rounds in turn until the time is over."""
    minutes, first = float(os.environ.get("MINUTES", "1")), int(os.environ.get("SEED", "0")) or time.time_ns() % 10**9
    until, tried, broken = time.monotonic() + minutes * 60, Counter[str](), Counter[str]()
    seed = first
    while time.monotonic() < until:
        for name, one in ROUNDS.items():
            try:
                tried[name] += one(seed)
            except Exception:
                broken[name] += 1
                print(f"{name}, SEED={seed}:\n{traceback.format_exc()}", file=sys.stderr)
            if time.monotonic() > until:
                break
        seed += 1
    print(f"{minutes:g} minutes, seeds {first} to {seed}")
    for name in ROUNDS:
        print(f"  {name:<18}{tried[name]:>10,} tried   {broken[name]:>4} rounds broken   target 0")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
