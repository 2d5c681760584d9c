"""`blogsmith check`: every post, draft and profile held to every rule. Writes nothing."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from blogsmith.cli.paths import existing
from blogsmith.cli.settings import FrontCommand, settings_of
from blogsmith.cli.show import exit_code, show_findings, talk
from blogsmith.model.site import Standing
from blogsmith.pipeline.known import read_known, write_known
from blogsmith.pipeline.moved import moved_posts
from blogsmith.pipeline.outcome import Outcome
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.trip import check_site, every_finding
from blogsmith.reports.words import Words
from blogsmith.sources.config import read_config
from blogsmith.sources.history import changed_since, staged

EPILOG = """\b
Examples:
  blogsmith check                    the site you stand in
  blogsmith check -C my-blog         another one
  blogsmith check content/posts/robot.md
  blogsmith check --format github    as annotations of a pull request
  blogsmith check --changed-since origin/main
  blogsmith check --write-baseline   let an old archive's findings wait; it only ever shrinks
"""


@click.command("check", cls=FrontCommand, epilog=EPILOG)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option(
    "--changed-since", "reference", metavar="REF", help="Findings on files that differ from REF alone: origin/main."
)
@click.option("--staged", "staged_only", is_flag=True, help="Findings on files that the next commit changes alone.")
@click.option("--write-baseline", is_flag=True, help="Write down the house rules' findings that may wait.")
@click.pass_context
def check_command(
    ctx: click.Context, /, *, paths: tuple[str, ...], reference: str | None, staged_only: bool, write_baseline: bool
) -> int:
    """Look at every post and say what is wrong, drafts and scheduled posts too; with PATH, in these files and folders
    alone.
    """
    settings = settings_of(ctx)
    named = existing(settings.root, paths, Words(settings.lang))
    changed = _changed(settings.root, reference, staged_only=staged_only)
    request = Request(root=settings.root, config=settings.config, now=settings.now)
    if write_baseline:
        talk(settings, "baseline", count=write_known(settings.root, read_known(settings.root), every_finding(request)))
    outcome = check_site(request)
    if changed is not None:
        config_file = read_config(settings.config, shown_as=settings.config.name)
        moved = moved_posts(settings.root, config_file, reference or "HEAD", settings.now)
        findings = (*outcome.diagnostics, *moved)
        outcome = replace(outcome, diagnostics=tuple(item for item in findings if item.location.path in changed))
    if named:
        kept = tuple(item for item in outcome.diagnostics if _is_in(item.location.path, named))
        scheduled = tuple((path, date) for path, date in outcome.scheduled if _is_in(path, named))
        outcome = replace(outcome, diagnostics=kept, scheduled=scheduled)
    show_findings(settings, outcome.diagnostics)
    for path, date in outcome.scheduled:
        talk(settings, "scheduled", path=path, date=date.strftime("%Y-%m-%d %H:%M"))
    talk(settings, "checked", **sums(outcome))
    return exit_code(outcome.diagnostics)


def _changed(root: Path, reference: str | None, *, staged_only: bool) -> frozenset[str] | None:
    """The files to speak of; None for all. The whole site is read all the same."""
    if staged_only:
        return staged(root)
    return changed_since(root, reference) if reference is not None else None


def _is_in(path: str, named: Sequence[str]) -> bool:
    return any(name in (path, ".") or path.startswith(f"{name}/") for name in named)


def sums(outcome: Outcome) -> dict[str, int]:
    """The numbers that a summary says: found = published + draft + scheduled + expired + held_back + refused.

    What was taken down counts as expired.
    """
    return {
        "found": outcome.found,
        "published": outcome.published,
        "draft": outcome.withheld.get(Standing.DRAFT, 0),
        "to_come": outcome.withheld.get(Standing.SCHEDULED, 0),
        "expired": outcome.withheld.get(Standing.EXPIRED, 0) + outcome.withheld.get(Standing.TAKEN_DOWN, 0),
        "held_back": outcome.withheld.get(Standing.HELD_BACK, 0),
        "refused": outcome.refused,
    }
