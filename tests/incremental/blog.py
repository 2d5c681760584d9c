"""A small blog with a bit of everything, its two builds (as it comes, and clean), and what two trees have in common."""

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.trip import build_site
from tests.incremental.pictures import picture
from tests.site import write_site
from tests.sites.golden import SITES

SITE = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
languages = [LANGUAGES]

[lists]
per_page = 3

[categories.tech]
label = "tech"
[categories.design]
label = "design"

[series.wells]
title = "Wells"

[theme]
name = "THEME"

[policy]
sponsors = ["maker.example"]
-- authors/jane.md --
---
name: Jane Doe
kind: in-house
private: {email: jane@private.example}
---
I build small robots.
-- authors/minji.md --
---
name: 민지
kind: in-house
---
I build wells.
-- authors/minji.ko.md --
저는 우물을 짓습니다.
-- authors/guest.md --
---
name: A Guest
kind: external
organisation: Maker
relationship: Works for the maker of the gauge.
agreement: {signed: 2026-01-01, expires: 2026-07-01}
---
I make gauges at [the maker](https://maker.example/).
-- content/posts/first/index.md --
---
id: first
title: The first one
date: 2026-03-01
authors: [jane]
category: tech
tags: [spruce, wells]
series: wells
---
I built the first one, see ![the shot](shot.png) and [the second](../second.md).

## A part

I came back.
-- content/posts/first/index.ko.md --
---
id: first-ko
title: The first one, again
date: 2026-03-02
authors: [jane]
category: tech
---
제가 다시 말했습니다.
-- content/posts/second.md --
---
id: second
title: The second one
date: 2026-04-01
authors: [guest, minji]
category: design
tags: [wells]
series: wells
aliases: [/old-second/]
---
I measured [the gauge](https://maker.example/gauge) and read [a part](first/index.md#a-part).
-- content/posts/third.md --
---
id: third
title: 세 번째
date: 2026-05-20
lang: ko
authors: [minji]
category: tech
responder: jane
---
저는 우물을 팠습니다. 저는 물을 길었습니다.
-- content/pages/about.md --
---
title: About
---
We write here, see [the first](post:first).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build came to, but for the files."""

    exit_code: int
    findings: tuple[str, ...]
    held_back: tuple[str, ...] = ()
    found: int = 0
    """Posts there are."""
    accounted: int = 0
    """Those that are published, withheld or refused."""


def write_blog(root: Path, *, theme: str, korean: bool) -> None:
    """The blog, before anything happens to it: under the default theme, or under one that says all that it sees."""
    write_site(root, SITE.replace("THEME", theme).replace("LANGUAGES", '"en", "ko"' if korean else '"en"'))
    if not korean:
        for path in ("authors/minji.ko.md", "content/posts/first/index.ko.md"):
            (root / path).unlink()
        third = root / "content/posts/third.md"
        third.write_text(third.read_text().replace("lang: ko\n", ""))
    if theme != "default":
        shutil.copytree(SITES / "everything/themes" / theme, root / "themes" / theme)
    (root / "content/posts/first/shot.png").write_bytes(picture(8, 6))


def built(root: Path, now: datetime, *, clean: Path | None = None, hold_back: bool = True, jobs: int = 1) -> Built:
    """The next build into `public/`; with `clean`, one that remembers nothing, into that folder."""
    request = Request(
        root=root,
        config=root / "config.toml",
        now=now,
        out=clean,
        remember=clean is None,
        jobs=jobs,
        hold_back=hold_back,
    )
    try:
        outcome = build_site(request)
    except CannotGoOn as stop:
        return Built(exit_code=stop.exit_code, findings=_told(stop.diagnostics))
    code = 0 if outcome.output is not None else 1
    return Built(
        exit_code=code,
        findings=_told(outcome.diagnostics),
        held_back=outcome.held_back,
        found=outcome.found,
        accounted=outcome.published + outcome.refused + sum(outcome.withheld.values()),
    )


def _told(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    return tuple(sorted(map(repr, diagnostics)))


def files_in(folder: Path) -> dict[str, Path]:
    """Every file of a tree that is no folder, by path; nothing where there is none."""
    found: dict[str, Path] = {}
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            entries = list(os.scandir(folder / prefix))
        except FileNotFoundError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{prefix}{entry.name}/")
            else:
                found[prefix + entry.name] = Path(entry.path)
    return found


def difference(one: Path, other: Path) -> list[str]:
    """The paths at which two trees differ; files that are one inode are one file."""
    ours, theirs = files_in(one), files_in(other)
    differing = [path for path in ours.keys() & theirs.keys() if not _same(ours[path], theirs[path])]
    return sorted({*(ours.keys() ^ theirs.keys()), *differing})


def _same(one: Path, other: Path) -> bool:
    ours, theirs = one.lstat(), other.lstat()
    if ours.st_size != theirs.st_size:
        return False
    return ours.st_ino == theirs.st_ino or one.read_bytes() == other.read_bytes()


def contents(root: Path) -> dict[str, bytes]:
    """The bytes of all that people wrote, by path."""
    folders = ("content", "authors", "themes", "press")
    found = {f"{name}/{path}": file for name in folders for path, file in files_in(root / name).items()}
    return {path: file.read_bytes() for path, file in {**found, "config.toml": root / "config.toml"}.items()}


def put_back(root: Path, wanted: Mapping[str, bytes]) -> None:
    """Makes what people wrote what it was."""
    now = contents(root)
    for path in now.keys() - wanted.keys():
        (root / path).unlink()
    for path, content in wanted.items():
        if now.get(path) != content:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
