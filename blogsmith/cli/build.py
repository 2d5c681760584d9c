"""`blogsmith build`: the site, published whole or not at all."""

import contextlib
import sys
import time
from pathlib import Path
from typing import Any

import click

from blogsmith.cli.check import sums
from blogsmith.cli.progress import watched_progress
from blogsmith.cli.retold import retold
from blogsmith.cli.settings import SEEN, FrontCommand, Settings, settings_of
from blogsmith.cli.show import exit_code, show_findings, talk
from blogsmith.cli.unchanged import is_plain, surroundings
from blogsmith.pipeline.outcome import Outcome
from blogsmith.pipeline.plan import FRAME, NEW
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.standing import Standing, forget, record
from blogsmith.pipeline.trip import build_site
from blogsmith.reports.words import Words

EPILOG = """\b
Examples:
  blogsmith build                        into public/
  blogsmith build --out /srv/www/blog    somewhere else
  blogsmith build --hold-back            publish what is sound, leave out what is not
  blogsmith build --explain              and why each page was rendered
"""


@click.command("build", cls=FrontCommand, epilog=EPILOG)
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Instead of `[build] output`.")
@click.option("--hold-back", is_flag=True, help="Publish the rest without the posts at fault; exits 1.")
@click.option("--adopt", is_flag=True, help="Take over an output folder that is not empty and not blogsmith's.")
@click.option("--explain", is_flag=True, help="Say of each page that was rendered what of it had changed.")
@click.option("--no-memory", is_flag=True, help="Build as if for the first time; nothing is remembered.")
@click.option("--verify", is_flag=True, help="Open every file, where its time says that it has not changed too.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="At most N processes; else one a processor.")
@click.pass_context
def build_command(ctx: click.Context, /, *, explain: bool, no_memory: bool, jobs: int | None, **wanted: Any) -> int:
    """Build the site, all of it or nothing: where an error is found, the old site stays as it is."""
    started = time.perf_counter()
    settings = settings_of(ctx)
    request = Request(
        root=settings.root,
        config=settings.config,
        now=settings.now,
        remember=not no_memory,
        jobs=jobs or 0,
        seen=ctx.find_root().meta.get(SEEN),
        **wanted,
    )
    forget(settings.root)
    with watched_progress(settings) as progress:
        outcome = build_site(request, progress=progress)
    with retold(settings, outcome, remember=request.remember) as tell:
        told = show_findings(settings, outcome.diagnostics, tell=tell)
    if explain:
        _explain(settings, outcome)
    _summarise(settings, outcome, time.perf_counter() - started)
    if outcome.trusted and is_plain(sys.argv[1:]) and not outcome.held_back:
        _record(settings, outcome, told)
    return exit_code(outcome.diagnostics) if outcome.output is None or outcome.held_back else 0


def _explain(settings: Settings, outcome: Outcome) -> None:
    """A line for each page that was rendered."""
    words = Words(settings.lang)
    for path, why in sorted(outcome.because.items()):
        reasons = [words.say(f"because-{name}") if name in (*NEW, *FRAME) else name for name in why]
        talk(settings, "because", path=path, why=", ".join(reasons))
    talk(settings, "rendered", count=len(outcome.because), files=outcome.files)


def _record(settings: Settings, outcome: Outcome, told: str) -> None:
    """Writes down what was `told`, so that it can be told again at once while nothing changes."""
    if outcome.output is None or outcome.until is None or not outcome.state:
        return
    words = Words(settings.lang)
    facts: dict[str, str | int] = {
        "pages": outcome.pages,
        "files": outcome.files,
        "output": _shown(settings, outcome.output),
        "seconds": "{seconds}",
    }
    said = told + words.say("unchanged", **facts) + "\n"
    with contextlib.suppress(OSError):
        standing = Standing(
            key=surroundings(),
            sources=outcome.trusted,
            output=str(outcome.output),
            published=outcome.state,
            since=settings.now.timestamp(),
            until=outcome.until.timestamp(),
            said=said,
        )
        record(settings.root, standing)


def _summarise(settings: Settings, outcome: Outcome, seconds: float) -> None:
    if outcome.output is None:
        talk(settings, "not-built", **sums(outcome))
        return
    for path in outcome.held_back:
        talk(settings, "held-back", path=path)
    facts = {**sums(outcome), "pages": outcome.pages, "files": outcome.files}
    talk(settings, "built", **facts, seconds=f"{seconds:.1f}", output=_shown(settings, outcome.output))


def _shown(settings: Settings, output: Path) -> str:
    return output.relative_to(settings.root).as_posix() if output.is_relative_to(settings.root) else str(output)
