"""`blogsmith desk`: what an editor works from: the house rules in force, and the comments that wait for an answer."""

from urllib.parse import urlsplit

import click

from blogsmith.cli.settings import FrontCommand, FrontGroup, settings_of
from blogsmith.desk.inbox_text import FORMATS, as_html, as_ics, as_json, as_text
from blogsmith.pipeline.handbook import printed_handbook
from blogsmith.pipeline.inbox import read_inbox
from blogsmith.pipeline.request import Request
from blogsmith.reports.words import Words
from blogsmith.sources.config import read_config

EPILOG = """\b
Examples:
  blogsmith desk handbook                the house rules in force, as Markdown
  blogsmith desk handbook --lang ko > handbook.md
  blogsmith desk inbox                   who has which comment to answer, and until when
  blogsmith desk inbox --format ics > inbox.ics
"""


@click.group("desk", cls=FrontGroup, epilog=EPILOG)
def desk_command() -> None:
    """What an editor works from."""


@desk_command.command("handbook", cls=FrontCommand, epilog=EPILOG)
@click.pass_context
def handbook_command(ctx: click.Context, /) -> int:
    """Print the house rules in force, in the language of `--lang`; readers see the same at /how-we-write/."""
    settings = settings_of(ctx)
    request = Request(root=settings.root, config=settings.config, now=settings.now)
    text = printed_handbook(request.config, settings.lang, request.now)
    if text is None:
        raise click.UsageError(Words(settings.lang).say("no-handbook"))
    click.echo(text)
    return 0


@desk_command.command("inbox", cls=FrontCommand, epilog=EPILOG)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Text, JSON, a calendar or a page.")
@click.pass_context
def inbox_command(ctx: click.Context, /, *, form: str) -> int:
    """Print the comments that wait for an answer, by person. Exit code 1 where a promise to readers is broken."""
    settings = settings_of(ctx)
    config_file = read_config(settings.config, shown_as=settings.config.name)
    inbox = read_inbox(settings.root, config_file, settings.now)
    say = Words(settings.lang).say
    if form == "json":
        text = as_json(inbox)
    elif form == "ics":
        text = as_ics(inbox, say, host=urlsplit(config_file.config.site.base_url).netloc)
    elif form == "html":
        text = as_html(inbox, say, language=settings.lang)
    else:
        text = as_text(inbox, say)
    click.echo(text, nl=False)
    return int(inbox.overdue > 0)
