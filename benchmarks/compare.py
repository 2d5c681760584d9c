"""blogsmith beside its peers: one corpus, one machine, in turn; seconds, CPU, memory, and ratios to Hugo.

`python -m benchmarks.compare TOOLS FOLDER [--posts 1000 ...] [--runs 3] [--beside Hugo ...]`. TOOLS holds the peers
(`make bench` installs them), FOLDER the sites. A round builds each site with each tool from nothing, then unchanged,
then with the body and with the title of one post edited, then with a new post, each in a new process; the medians of
all rounds are printed. blogsmith has everything on. Nothing is deleted meanwhile: ext4 without a journal steps over all
that was deleted in the last minutes whenever it makes a file.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from benchmarks.corpus import Entry, entries
from benchmarks.peers.eleventy import ELEVENTY
from benchmarks.peers.hexo import HEXO
from benchmarks.peers.hugo import HUGO
from benchmarks.peers.hugo_with_cards import HUGO_WITH_CARDS
from benchmarks.peers.material import MATERIAL
from benchmarks.peers.nikola import NIKOLA
from benchmarks.peers.peer import Peer
from benchmarks.peers.pelican import PELICAN
from benchmarks.scale import Scale, environment
from benchmarks.sites import post_text, write_blogsmith

BLOGSMITH = Peer(
    name="blogsmith",
    write=write_blogsmith,
    post=lambda entry: (f"content/posts/{entry.date:%Y}/{entry.id}.md", post_text(entry)),
    command=lambda _: (sys.executable, "-m", "blogsmith", "build"),
    output="public",
    memory=(".blogsmith", ".public.blogsmith-new"),
    does="posts, home, category, author, tag and archive lists by 20, highlighting, feeds by language, category and"
    " author, JSON-LD, sitemap, redirects, drawn covers, house rules, link checks, all or nothing",
)
PEERS = (BLOGSMITH, HUGO, HUGO_WITH_CARDS, ELEVENTY, HEXO, PELICAN, NIKOLA, MATERIAL)
REST = "set-aside"
"""Beside the sites: what was built before."""
KINDS = ("clean", "unchanged", "body", "title", "new")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one build took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all its processes."""
    peak: float
    """MiB of all its processes together, what they share counted once; the most that was seen ten times a second."""


LAST = datetime(2026, 10, 31, 12)
"""Later than every post of the corpus."""


def measured(command: Sequence[str], folder: Path) -> Cost:
    """The cost of a command in a site's folder. Raises RuntimeError where it fails."""
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    with (
        subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet, env=environment()) as process,
        Scale(process.pid) as scale,
    ):
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} exited with {process.returncode}")
    return Cost(wall=wall, cpu=usage.ru_utime + usage.ru_stime, peak=max(scale.peak, usage.ru_maxrss) / 1024)


def set_aside(path: Path, rest: Path) -> None:
    """Moves a file or folder to where all of that is deleted in the end; harmless where there is none."""
    if path.exists():
        rest.mkdir(parents=True, exist_ok=True)
        path.rename(Path(tempfile.mkdtemp(dir=rest)) / path.name)


def round_of(peer: Peer, site: Path, tools: Path, post: Entry, new: Entry, turn: int) -> dict[str, Cost]:
    """One build of each kind. `post` is edited, and `new` comes."""
    command = peer.command(tools)
    for name in (peer.output, *peer.memory):
        set_aside(site / name, site.parent / REST)
    path, text = peer.post(post)
    (site / path).write_text(text, encoding="utf-8")
    costs = {"clean": measured(command, site)}
    time.sleep(1)  # a file touched just before is not trusted
    measured(command, site)
    costs["unchanged"] = measured(command, site)
    for kind, edited in (
        ("body", replace(post, body=f"{post.body}\nAnd then I measured it again, {turn}.\n")),
        ("title", replace(post, title=f"{post.title} again {turn}")),
    ):
        (site / path).write_text(peer.post(edited)[1], encoding="utf-8")
        costs[kind] = measured(command, site)
    path, text = peer.post(replace(new, date=LAST))
    (site / path).parent.mkdir(exist_ok=True)
    (site / path).write_text(text, encoding="utf-8")
    costs["new"] = measured(command, site)
    set_aside(site / path, site.parent / REST)
    return costs


def compare(tools: Path, folder: Path, posts: int, runs: int, beside: Sequence[str]) -> dict[str, dict[str, Cost]]:
    """The medians by peer and kind. `beside`: the names of the peers that are asked for; Hugo always is."""
    *kept, new = entries(posts + 1)
    corpus = tuple(kept)
    asked_for = {BLOGSMITH.name, HUGO.name, *beside}
    peers = [peer for peer in PEERS if posts <= peer.largest and peer.name in asked_for]
    for peer in peers:
        site = folder / f"{peer.name}-{posts}"
        set_aside(site, folder / REST)
        site.mkdir(parents=True)
        peer.write(site, corpus)
    found: dict[str, dict[str, list[Cost]]] = defaultdict(lambda: defaultdict(list))
    for turn in range(runs):
        for peer in peers:
            site = folder / f"{peer.name}-{posts}"
            for kind, cost in round_of(peer, site, tools, corpus[posts // 2], new, turn).items():
                found[peer.name][kind].append(cost)
    return {name: {kind: _median(costs) for kind, costs in kinds.items()} for name, kinds in found.items()}


def _median(costs: Iterable[Cost]) -> Cost:
    kept = tuple(costs)
    wall, cpu, peak = (statistics.median(getattr(cost, name) for cost in kept) for name in ("wall", "cpu", "peak"))
    return Cost(wall=wall, cpu=cpu, peak=peak)


def print_table(posts: int, medians: dict[str, dict[str, Cost]]) -> None:
    """A row for each peer and kind; ratios are to Hugo's build of the same kind."""
    print(f"\n{posts} posts\n\n| tool | build | wall, s | x Hugo | CPU, s | x Hugo | memory, MiB |")
    print("|---|---|---|---|---|---|---|")
    for name, kinds in medians.items():
        for kind in KINDS:
            cost, base = kinds[kind], medians[HUGO.name][kind]
            print(
                f"| {name} | {kind} | {cost.wall:.2f} | {cost.wall / base.wall:.3f} | {cost.cpu:.2f} |"
                f" {cost.cpu / base.cpu:.3f} | {cost.peak:.0f} |"
            )


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a table for each number of posts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tools", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--posts", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--runs", type=int, default=3)
    names = [peer.name for peer in PEERS]
    parser.add_argument("--beside", nargs="+", default=names, choices=names)
    options = parser.parse_args(arguments)
    for peer in PEERS:
        print(f"{peer.name}: {peer.does}")
    tools, folder = options.tools.resolve(), options.folder.resolve()
    try:
        for posts in options.posts:
            print_table(posts, compare(tools, folder, posts, options.runs, options.beside))
    finally:
        shutil.rmtree(folder / REST, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
