"""How long a page of the preview is another than its files say, in every way that files are known to change.

200 trials against `blogsmith serve` on 300 posts: editors' six ways of saving, bursts of saves on twenty files, folders
moved in and out, other branches, and all of it where the system tells nothing. After the last write of a trial every
page that it touched is asked for, in turn, until it says the last word. At the end each is held to a clean build, byte
for byte.

    python -m benchmarks.storms FOLDER [TRIALS]
"""

import os
import random
import shutil
import statistics
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from benchmarks.corpus import Entry, entries
from benchmarks.sites import post_text, write_blogsmith
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.trip import build_site
from tests.preview.process import Served, serving
from tests.preview.test_storms import WAYS

POSTS, FILES, TRIALS, WITHIN_S, GIVE_UP_S = 300, 20, 200, 2.0, 60.0
NOW = "2026-06-01T12:00:00"
Words = dict[str, str]
"""The last word of each address; empty where there must be nothing."""
Trial = Callable[["Blog", random.Random, int], Words]


class Blog:
    """A blog whose posts are changed."""

    def __init__(self, root: Path) -> None:
        self.root, self.posts = root, [entry for entry in entries(POSTS) if entry.language == "en"]

    def file(self, entry: Entry) -> Path:
        """Where a post stands."""
        return self.root / f"content/posts/{entry.date:%Y}/{entry.id}.md"

    def text(self, entry: Entry, word: str) -> str:
        """A post with a word of its own."""
        return f"{post_text(entry)}\n{word}\n"


def single(save: Callable[[Path, str], None], blog: Blog, chance: random.Random, number: int) -> Words:
    """One post is saved once."""
    entry, word = chance.choice(blog.posts), f"single{number:04}"
    save(blog.file(entry), blog.text(entry, word))
    return {f"/{entry.id}/": word}


def burst(blog: Blog, chance: random.Random, number: int, *, seconds: int = 1) -> Words:
    """Twenty posts are saved fifty times a second."""
    chosen, words = chance.sample(blog.posts, FILES), Words()
    for step in range(50 * seconds):
        entry, word = chosen[step % FILES], f"burst{number:04}x{step:03}"
        chance.choice(WAYS)(blog.file(entry), blog.text(entry, word))
        words[f"/{entry.id}/"] = word
        time.sleep(0.02)
    return words


def moved(blog: Blog, chance: random.Random, number: int) -> Words:
    """A folder with posts comes, or goes."""
    inside, outside = blog.root / "content/posts/moved", blog.root / ".outside"
    if inside.exists():
        shutil.move(inside, outside)
        return {f"/moved-{step}/": "" for step in range(5)}
    shutil.rmtree(outside, ignore_errors=True)
    outside.mkdir()
    for step in range(5):
        entry = chance.choice(blog.posts)
        fresh = post_text(entry).replace(entry.id, f"moved-{step}")
        (outside / f"moved-{step}.md").write_text(f"{fresh}\nmoved{number:04}\n")
    shutil.move(outside, inside)
    return {f"/moved-{step}/": f"moved{number:04}" for step in range(5)}


def branch(blog: Blog, chance: random.Random, number: int) -> Words:
    """All posts become those of another branch, each file taken away first as git does."""
    words = Words()
    for entry in blog.posts:
        blog.file(entry).unlink()
        blog.file(entry).write_text(blog.text(entry, f"branch{number:04}"))
        words[f"/{entry.id}/"] = f"branch{number:04}"
    return dict(chance.sample(sorted(words.items()), FILES))


SINGLES: tuple[Trial, ...] = tuple(partial(single, save) for save in WAYS)
PLAN: tuple[Trial, ...] = (*SINGLES, burst, *SINGLES, moved, *SINGLES, moved, *SINGLES, branch)


def shown(served: Served, address: str) -> str:
    """The page at an address; empty where there is none."""
    try:
        with urllib.request.urlopen(f"{served.origin}{address}", timeout=60) as answer:
            text: str = answer.read().decode()
            return text
    except urllib.error.HTTPError:
        return ""


def stale_for(served: Served, words: Words) -> float:
    """Seconds after the last write at which a page was asked for and still said something else; 0 where none was."""
    begin, late, waiting = time.perf_counter(), 0.0, dict(words)
    while waiting:
        for address, word in tuple(waiting.items()):
            asked = time.perf_counter() - begin
            if _says(shown(served, address), word):
                del waiting[address]
            else:
                late = asked
        if late > GIVE_UP_S:
            return GIVE_UP_S
        time.sleep(0.01)
    return late


def _says(page: str, word: str) -> bool:
    return word in page if word else not page


def differing(served: Served, root: Path) -> list[str]:
    """The pages that are not those of a clean build."""
    out = root.parent / "clean"
    shutil.rmtree(out, ignore_errors=True)
    now = datetime.fromisoformat(NOW)
    build_site(Request(root=root, config=root / "config.toml", now=now, out=out, remember=False))
    pages = sorted(out.rglob("index.html"))
    addresses = {f"/{page.parent.relative_to(out).as_posix()}/".replace("/./", "/"): page for page in pages}
    return [address for address, page in addresses.items() if shown(served, address) != page.read_text()]


def storm(root: Path, trials: int, *arguments: str) -> list[float]:
    """How long each of some trials was stale, and GIVE_UP_S for each page that is not the clean build's."""
    blog, chance, times = Blog(root), random.Random(20261128), list[float]()
    with serving(root, "--as-published", *arguments, now=NOW) as served:
        for number, trial in enumerate(islice(cycle(PLAN), trials)):
            times.append(stale_for(served, trial(blog, chance, number)))
        times += [GIVE_UP_S for _ in differing(served, root)]
    return times


def main() -> int:
    """Prints the slowest and how many were late; returns 1 where one was."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    folder, trials = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else TRIALS
    late = 0
    for name, share, arguments in (("told by the system", 4, ()), ("told nothing", 1, ("--poll",))):
        root = folder / name.replace(" ", "-")
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(parents=True)
        write_blogsmith(root, entries(POSTS))
        times = storm(root, trials * share // 5, *arguments)
        over = sum(seconds > WITHIN_S for seconds in times)
        late += over
        print(
            f"{name:<20}{len(times):4} trials   median {statistics.median(times):5.2f} s   slowest {max(times):5.2f} s"
        )
        print(f"{'':<20}{over:4} later than {WITHIN_S:g} s   load {os.getloadavg()[0]:.1f}", flush=True)
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main())
