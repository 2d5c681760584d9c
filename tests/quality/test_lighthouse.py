"""Lighthouse gives 100 in all four categories, the processor not slowed down. Source: Lighthouse's own scoring."""

import json
import statistics
import subprocess
from pathlib import Path

import pytest

from tests.browser.chromium import CHROMIUM
from tests.quality.conftest import needed

LIGHTHOUSE = Path(__file__).parents[2] / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync"
PAGES = {"home": "", "post": "rope-stretch/", "author": "author/cho-minjun/", "category": "category/tech/"}
RUNS = 3

pytestmark = pytest.mark.idle


def scores(url: str, folder: Path, *, runs: int = RUNS) -> dict[str, float]:
    """The median score of each category, 0 to 100."""
    found: dict[str, list[float]] = {name: [] for name in CATEGORIES}
    for number in range(runs):
        report = folder / f"report-{number}.json"
        command = [str(LIGHTHOUSE), url, "--quiet", f"--chrome-flags={FLAGS}", "--throttling.cpuSlowdownMultiplier=1"]
        command += ["--output=json", f"--output-path={report}"]
        environment = {"CHROME_PATH": str(CHROMIUM), "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder)}
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=180)
        categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
        for name in CATEGORIES:
            found[name].append(100 * categories[name]["score"])
    return {name: statistics.median(values) for name, values in found.items()}


@pytest.mark.parametrize("kind", PAGES)
def test_lighthouse_gives_full_marks(kind: str, origin: str, tmp_path: Path) -> None:
    needed(LIGHTHOUSE, "lighthouse (npm ci)")
    assert scores(f"{origin}/{PAGES[kind]}", tmp_path) == dict.fromkeys(CATEGORIES, 100.0)


def test_lighthouse_finds_fault_with_the_broken_page(broken_origin: str, tmp_path: Path) -> None:
    needed(LIGHTHOUSE, "lighthouse (npm ci)")
    marks = scores(broken_origin, tmp_path, runs=1)
    assert marks["accessibility"] < 100
    assert marks["seo"] < 100
