"""`blogsmith init DIR`: a new blog that builds at once, from five answers."""

import re
import sys
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import click

from blogsmith.cli.first_site import Answers, first_files
from blogsmith.cli.new import random_id
from blogsmith.cli.settings import FrontCommand, settings_of
from blogsmith.cli.show import talk
from blogsmith.reports.words import Words
from blogsmith.sources.write import is_empty, is_free, write_new
from blogsmith.text.suggest import nearest

EPILOG = """\b
Examples:
  blogsmith init my-blog           asks five questions
  blogsmith init my-blog --yes     asks none
  blogsmith init . --force         adds what is missing here, changes nothing
"""


@click.command("init", cls=FrontCommand, epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--yes", is_flag=True, help="Take every default, ask nothing.")
@click.option("--force", is_flag=True, help="Also in a folder that is not empty; what is there stays as it is.")
@click.pass_context
def init_command(ctx: click.Context, *, folder: Path, yes: bool, force: bool) -> int:
    """Start a new blog in a folder: a config with its keys explained, one writer and one post."""
    settings = settings_of(ctx)
    words = Words(settings.lang)
    if not is_empty(folder) and not force:
        raise click.UsageError(words.say("init-not-empty", path=str(folder)))
    try:
        answers = _answers(words, yes=yes)
    except click.Abort as error:
        if sys.stdin.isatty():
            raise
        click.echo(err=True)  # below the question
        raise click.UsageError(words.say("init-no-answers")) from error
    zone = ZoneInfo(answers.time_zone)
    now = settings.now.astimezone(zone) if settings.now.tzinfo else settings.now.replace(tzinfo=zone)
    files = first_files(answers, now=now, post_id=random_id())
    new = [file for file in files if is_free(folder, file.path)]
    write_new(folder, new)
    for file in files:
        talk(settings, "init-wrote" if file in new else "init-kept", path=str(folder / file.path))
    talk(settings, "init-next")
    if not settings.quiet:
        for command in (f"cd {folder}", "blogsmith build", 'blogsmith new post "…"'):
            click.echo(f"  {command}", err=True)
    return 0


def _answers(words: Words, *, yes: bool) -> Answers:
    korean = words.language == "ko"
    usual = Answers(
        title="새 블로그" if korean else "A new blog",
        languages=("ko",) if korean else ("en",),
        time_zone="Asia/Seoul" if korean else "UTC",
        organisation="",
        base_url="https://blog.example.com/",
    )
    if yes:
        return usual
    title = _asked(words, "init-title", usual.title)
    languages = click.prompt(
        words.say("init-languages"),
        default=",".join(usual.languages),
        value_proc=lambda text: _languages(text, words),
        err=True,
    )
    zone = click.prompt(
        words.say("init-zone"), default=usual.time_zone, value_proc=lambda text: _zone(text, words), err=True
    )
    organisation = _asked(words, "init-organisation", usual.organisation)
    url = click.prompt(
        words.say("init-url"), default=usual.base_url, value_proc=lambda text: _url(text, words), err=True
    )
    return Answers(title=title, languages=languages, time_zone=zone, organisation=organisation, base_url=url)


def _asked(words: Words, key: str, default: str) -> str:
    answer: str = click.prompt(words.say(key), default=default, show_default=bool(default), err=True)
    return " ".join(answer.split()) or default


def _languages(text: str, words: Words) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code for code in re.split(r"[,\s]+", text.lower()) if code))
    if not codes or not all(re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", code) for code in codes):
        raise click.UsageError(words.say("init-languages-wrong"))
    return codes


def _zone(text: str, words: Words) -> str:
    name = text.strip()
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        near = nearest(name, available_timezones())
        hint = " " + words.say("new-near", suggestion=near) if near else ""
        raise click.UsageError(words.say("init-zone-wrong", value=name) + hint) from error


def _url(text: str, words: Words) -> str:
    url = text.strip()
    if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", url):
        raise click.UsageError(words.say("init-url-wrong"))
    return url.rstrip("/") + "/"
