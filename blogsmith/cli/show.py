"""Prints what a command found. Findings for people and all talk go to stderr, what programs read to stdout."""

import sys
import traceback
from collections.abc import Sequence

import click

from blogsmith.cli.settings import Settings, language_of, settings_of
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.reports.format import render_as
from blogsmith.reports.text import render as render_text
from blogsmith.reports.words import Words
from blogsmith.sources.files import read_line


def show_findings(settings: Settings, diagnostics: Sequence[Diagnostic]) -> None:
    """Prints findings in the format asked for; `-qq` leaves errors alone."""
    words = Words(settings.lang)
    shown = [finding for finding in diagnostics if settings.quiet < 2 or finding.severity is Severity.ERROR]
    if settings.report == "text":
        click.echo(
            render_text(
                shown, words, excerpt=lambda path, line: read_line(settings.root, path, line), colour=settings.colour
            ),
            nl=False,
            err=True,
            color=settings.colour,
        )
    else:
        click.echo(render_as(settings.report, shown, words, excerpt=lambda path, line: None), nl=False)


def talk(settings: Settings, key: str, **facts: str | int) -> None:
    """Says a line of `messages/*/cli.toml` on stderr, unless asked to be quiet."""
    if not settings.quiet:
        click.echo(Words(settings.lang).say(key, **facts), err=True)


def exit_code(diagnostics: Sequence[Diagnostic]) -> int:
    """1 where a finding is an error, else 0."""
    return int(any(finding.severity is Severity.ERROR for finding in diagnostics))


def show_stop(stop: CannotGoOn, ctx: click.Context) -> int:
    """Prints what cannot be gone on from. Returns its exit code."""
    show_findings(settings_of(ctx), stop.diagnostics)
    return stop.exit_code


def show_bug(error: Exception, ctx: click.Context | None) -> int:
    """Prints a bug with its traceback, and asks for a report. Returns 3."""
    traceback.print_exception(error, file=sys.stderr)
    words = Words(language_of(ctx) if ctx is not None else "en")
    click.echo("\n" + words.say("bug"), err=True)
    return 3
