"""Prints what a command found. Findings for people and all talk go to stderr, what programs read to stdout."""

import sys
import traceback
from collections.abc import Sequence

import click

from blogsmith.cli.settings import Settings, language_of, settings_of
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.reports.format import render_as
from blogsmith.reports.text import Tell
from blogsmith.reports.text import render as render_text
from blogsmith.reports.words import Words
from blogsmith.sources.lines import line_reader


def show_findings(settings: Settings, diagnostics: Sequence[Diagnostic], *, tell: Tell | None = None) -> str:
    """Prints findings in the format asked for; `-qq` leaves errors alone. Returns what it printed. `tell`: where the
    blocks of a report for people come from, if they are not written now.
    """
    words, is_text = Words(settings.lang), settings.report == "text"
    wanted = [finding for finding in diagnostics if settings.quiet < 2 or finding.severity is Severity.ERROR]
    if is_text:
        shown = render_text(wanted, words, excerpt=line_reader(settings.root), colour=settings.colour, tell=tell)
    else:
        shown = render_as(settings.report, wanted, words, excerpt=lambda path, line: None)
    click.echo(shown, nl=False, err=is_text, color=settings.colour if is_text else None)
    return shown


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
