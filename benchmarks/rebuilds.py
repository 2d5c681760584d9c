"""Whether a blog that is built all day stays as quick and as small: a thousand edits, each built by a new process.

Every fifth edit is of a title, every twentieth a mistake that a build refuses and that is mended afterwards. What a
build takes at the end is held to what it took in the first tenth: its memory, its CPU time, what it remembers on the
disk; what is published is held to a clean build.

    python -m benchmarks.rebuilds FOLDER [EDITS]
"""

import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.compare import Cost, measured
from benchmarks.corpus import Entry, entries
from benchmarks.scale import environment
from benchmarks.sites import post_text, write_blogsmith
from tests.incremental.blog import difference
from tests.incremental.small_edits import sentence

POSTS, EDITS = 1_000, 1_000
BUILD = (sys.executable, "-m", "blogsmith", "build")
GROWTH = 1.1


def edited(root: Path, corpus: Sequence[Entry], edits: int) -> Iterator[Cost]:
    """What each build took, edit by edit."""
    chance = Random(1)
    for number in range(edits):
        entry = corpus[number * 7 % len(corpus)]
        path = root / f"content/posts/{entry.date:%Y}/{entry.id}.md"
        if not number % 20:
            path.write_text(post_text(replace(entry, category="nowhere")))
            refused = subprocess.run(BUILD, cwd=root, env=environment(), capture_output=True, check=False)
            assert refused.returncode == 1, refused.stderr.decode()
        told = replace(entry, body=f"{entry.body}\n{sentence(chance)}\n")
        path.write_text(post_text(told if number % 5 else replace(told, title=f"{entry.title} again")))
        yield measured(BUILD, root)


def weight(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def kept(name: str, first: float, last: float, unit: str) -> bool:
    """Prints how a figure has grown; whether it is within its target."""
    is_kept = last <= first * GROWTH
    print(f"{name:<36}{first:9.2f} then{last:9.2f} {unit:<4} x {last / first:.2f}: {'kept' if is_kept else 'missed'}")
    return is_kept


def main() -> int:
    """Prints each figure; returns 1 where one has grown by more than a tenth, or a file differs."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    root, edits = Path(sys.argv[1]).resolve() / "rebuilds", int(sys.argv[2]) if len(sys.argv) > 2 else EDITS
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    corpus = tuple(entries(POSTS))
    write_blogsmith(root, corpus)
    measured(BUILD, root)
    tenth, costs, weights = max(1, edits // 10), list[Cost](), list[float]()
    for cost in edited(root, corpus, edits):
        costs.append(cost)
        weights.append(weight(root / ".blogsmith") / 2**20)
    first, last = costs[:tenth], costs[-tenth:]
    median = statistics.median
    results = [
        kept("memory of a build", median(cost.peak for cost in first), median(cost.peak for cost in last), "MiB"),
        kept("CPU of a build", median(cost.cpu for cost in first), median(cost.cpu for cost in last), "s"),
        kept("what is remembered", weights[tenth - 1], weights[-1], "MiB"),
    ]
    clean = root.with_name("clean")
    shutil.rmtree(clean, ignore_errors=True)
    measured((*BUILD, "--no-memory", "--out", str(clean)), root)
    differ = difference(root / "public", clean)
    print(f"{edits} edits of {POSTS} posts; {len(differ)} published files are others than a clean build's")
    return int(not all(results) or bool(differ))


if __name__ == "__main__":
    sys.exit(main())
