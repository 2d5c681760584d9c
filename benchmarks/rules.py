"""What the house rules cost: CPU a post of the parse, of the prose, of each rule, and of all of them together.

`python -m benchmarks.rules FOLDER [--runs 3]`. FOLDER is a site; every rule looks at every post of it that can be
published, nothing is remembered. Each run is a process of its own, so that no word is known before; the median run is
shown, with garbage looked for as seldom as in `blogsmith check`. Rendered pages are stood in for by the HTML of the
body alone. Exits 1 where the target is missed.
"""

import argparse
import gc
import multiprocessing
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from blogsmith.__main__ import GARBAGE_THRESHOLD
from blogsmith.model.author import Author
from blogsmith.model.document import Document, Outline
from blogsmith.model.post import Post
from blogsmith.model.site import Site
from blogsmith.pipeline.judge import Bench, make_bench
from blogsmith.pipeline.read import read_collection
from blogsmith.policy.allow import Waivers
from blogsmith.policy.names import each_name
from blogsmith.policy.people import keepers_of
from blogsmith.policy.rule import Archive, Byline, Profile, Rendered, Rule, Signed, Subject
from blogsmith.policy.traces import Trace, trace_of
from blogsmith.sources.config import read_config
from blogsmith.sources.press import read_press
from blogsmith.sources.site import through_the_gate
from blogsmith.text.markdown import parse_markdown
from blogsmith.text.prose import read_prose

TARGET_MS = 0.8
"""A post, beyond the parse."""
BATCH = 16
"""So many posts are held to a rule in one go: a clock is not read for nothing."""
BESIDE = ("parse",)
"""What is shown and is no cost of the rules."""

Costs = dict[str, float]
"""Milliseconds of CPU by what they were spent on."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a line for each cost, the dearest first, then all of them beside the target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args(arguments)
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        runs = pool.map(costs, [options.folder] * options.runs, chunksize=1)
    count = runs[0][0]
    medians = {name: statistics.median(run[name] for _, run in runs) / count for name in runs[0][1]}
    for name, cost in sorted(medians.items(), key=lambda item: -item[1]):
        print(f"{name:<34}{1000 * cost:8.1f} µs a post")
    together = sum(cost for name, cost in medians.items() if name not in BESIDE)
    missed = together > TARGET_MS
    print(
        f"{count} posts, median of {options.runs}: all rules {together:.2f} ms a post beyond the parse"
        f"   target {TARGET_MS} ms: {'missed' if missed else 'kept'}"
    )
    return int(missed)


def costs(folder: Path) -> tuple[int, Costs]:
    """How many posts a site has, and what each part costs for all of them, from nothing."""
    gc.set_threshold(GARBAGE_THRESHOLD)
    config_file = read_config(folder / "config.toml", shown_as="config.toml")
    site, _ = through_the_gate(read_collection(folder, config_file).value, datetime.now(UTC))
    bench, spent = make_bench(config_file), defaultdict[str, float](float)
    keepers = keepers_of(site)
    signed: list[Signed] = []
    traces: dict[str, Trace] = {}
    for start in range(0, len(site.posts), BATCH):
        bylines = tuple(_bylines(site, site.posts[start : start + BATCH], spent))
        with _timed(spent, "traces for site rules"):
            traces |= {byline.post.path: trace_of(byline.prose, byline.document.passages) for byline in bylines}
        for post_rule in bench.rules.posts:
            _hold(post_rule, bylines, bench, spent)
        for head_rule in bench.rules.heads:
            _hold(head_rule, bylines, bench, spent)
        pages = [_rendered(byline, keepers) for byline in bylines]
        for output_rule in bench.rules.outputs:
            _hold(output_rule, pages, bench, spent)
        _add_engine(bylines, bench, spent)
        signed += map(_signed, bylines)
    archive = Archive(site=site, bylines=tuple(signed), press=read_press(folder), traces=traces)
    for site_rule in bench.rules.sites:
        _hold(site_rule, (archive,), bench, spent)
    profiles = tuple(_profiles(site, spent))
    for author_rule in bench.rules.authors:
        _hold(author_rule, profiles, bench, spent)
    return len(site.posts), dict(spent)


@contextmanager
def _timed(spent: Costs, name: str) -> Iterator[None]:
    start = time.process_time()
    yield
    spent[name] += 1000 * (time.process_time() - start)


def _hold(rule: Rule[Subject], subjects: Iterable[Subject], bench: Bench, spent: Costs) -> None:
    """Every subject held to a rule, unless it rests."""
    if bench.levels.level(rule) is not None:  # type: ignore[arg-type]
        with _timed(spent, rule.id):
            for subject in subjects:
                list(rule.check(subject, bench.levels.options[rule.id]))


def _add_engine(bylines: Iterable[Byline], bench: Bench, spent: Costs) -> None:
    """Levels and waivers of a post without a finding."""
    known = [rule.id for rule in bench.rules.all]
    with _timed(spent, "levels and waivers"):
        for byline in bylines:
            kinds = [author.kind for author in byline.authors]
            waivers = Waivers(byline, known, need_approver=False)
            for rule in bench.rules.posts:
                bench.levels.level(rule, category=byline.post.category, kinds=kinds)  # type: ignore[arg-type]
            list(waivers.without_waived(()))
            list(waivers.faults())


def _bylines(site: Site, posts: Iterable[Post], spent: Costs) -> Iterator[Byline]:
    for post in posts:
        authors = tuple(site.authors[name] for name in post.authors)
        with _timed(spent, "parse"):
            document = _parsed(post.body, site)
        with _timed(spent, "prose"):
            prose = read_prose(document, author_names=_names(authors))
        yield Byline(post=post, authors=authors, site=site, outline=document, document=document, prose=prose)


def _signed(byline: Byline) -> Signed:
    sentences = byline.prose.sentences
    begins = sentences[0].place if sentences else None
    outline = Outline(**{name: getattr(byline.document, name) for name in Outline.__dataclass_fields__})
    return Signed(post=byline.post, authors=byline.authors, site=byline.site, outline=outline, begins=begins)


def _names(authors: Iterable[Author]) -> list[str]:
    return [name for author in authors for name in each_name(author.name)]


def _profiles(site: Site, spent: Costs) -> Iterator[Profile]:
    for author in site.authors.values():
        documents = {language: _parsed(bio.body, site) for language, bio in author.bios.items()}
        with _timed(spent, "prose of bios"):
            bios = {language: read_prose(document) for language, document in documents.items()}
        yield Profile(author=author, site=site, bios=bios)


def _rendered(byline: Byline, keepers: tuple[Author, ...]) -> Rendered:
    html = "".join(piece for piece in byline.document.pieces if isinstance(piece, str))
    output = f"{byline.post.id}/index.html"
    return Rendered(
        post=byline.post, output=output, html=html, site=byline.site, document=byline.document, keepers=keepers
    )


def _parsed(body: str, site: Site) -> Document:
    return parse_markdown(body, config=site.config.markdown, nesting=site.config.limits.nesting)


if __name__ == "__main__":
    sys.exit(main())
