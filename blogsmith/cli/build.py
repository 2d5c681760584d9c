"""`blogsmith build`: the site, published whole or not at all."""

import time
from pathlib import Path

import click

from blogsmith.cli.check import sums
from blogsmith.cli.progress import watched_progress
from blogsmith.cli.settings import FrontCommand, Settings, settings_of
from blogsmith.cli.show import exit_code, show_findings, talk
from blogsmith.pipeline.trip import Outcome, Request, build_site

EPILOG = """\b
Examples:
  blogsmith build                        into public/
  blogsmith build --out /srv/www/blog    somewhere else
  blogsmith build --hold-back            publish what is sound, leave out what is not
"""


@click.command("build", cls=FrontCommand, epilog=EPILOG)
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Instead of `[build] output`.")
@click.option("--hold-back", is_flag=True, help="Publish the rest without the posts at fault; exits 1.")
@click.option("--adopt", is_flag=True, help="Take over an output folder that is not empty and not blogsmith's.")
@click.pass_context
def build_command(ctx: click.Context, /, *, out: Path | None, hold_back: bool, adopt: bool) -> int:
    """Build the site, all of it or nothing: where an error is found, the old site stays as it is."""
    started = time.perf_counter()
    settings = settings_of(ctx)
    request = Request(
        root=settings.root, config=settings.config, now=settings.now, out=out, hold_back=hold_back, adopt=adopt
    )
    with watched_progress(settings) as progress:
        outcome = build_site(request, progress=progress)
    show_findings(settings, outcome.diagnostics)
    _summarise(settings, outcome, time.perf_counter() - started)
    return exit_code(outcome.diagnostics) if outcome.output is None or outcome.held_back else 0


def _summarise(settings: Settings, outcome: Outcome, seconds: float) -> None:
    if outcome.output is None:
        talk(settings, "not-built", **sums(outcome))
        return
    for path in outcome.held_back:
        talk(settings, "held-back", path=path)
    facts = {**sums(outcome), "pages": outcome.pages}
    talk(settings, "built", **facts, seconds=f"{seconds:.1f}", output=_shown(settings, outcome.output))


def _shown(settings: Settings, output: Path) -> str:
    return output.relative_to(settings.root).as_posix() if output.is_relative_to(settings.root) else str(output)
