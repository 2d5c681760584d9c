"""`blogsmith author erase`: a former writer's name, photo and bio go, on their request."""

import click

from blogsmith.cli.settings import FrontCommand, FrontGroup, Settings, settings_of
from blogsmith.cli.show import talk
from blogsmith.model.erasure import Erasure, NeutralWords
from blogsmith.pipeline.erase import erase, plan_erasure
from blogsmith.reports.words import LANGUAGES, Words
from blogsmith.sources.config import read_config

EPILOG = """\b
Examples:
  blogsmith author erase jane                      what it would touch; changes nothing
  blogsmith author erase jane --yes                their posts stay, by "a former writer"
  blogsmith author erase jane --take-down --yes    the posts they wrote alone go too
"""


@click.group("author", cls=FrontGroup, epilog=EPILOG)
def author_command() -> None:
    """Erase a writer who asks for it."""


@author_command.command("erase", cls=FrontCommand, epilog=EPILOG)
@click.argument("author", metavar="ID")
@click.option("--take-down", is_flag=True, help="Take down the posts they wrote alone; others keep a neutral byline.")
@click.option("--yes", is_flag=True, help="Do it; without, every file is named and none is touched.")
@click.pass_context
def erase_command(ctx: click.Context, /, *, author: str, take_down: bool, yes: bool) -> int:
    """Erase a writer: profile, photo and bio go, and a neutral byline stands in their posts. Names every file.

    Exit code 1 where their name still stands in words that only a person can change.
    """
    settings = settings_of(ctx)
    config_file = read_config(settings.config, shown_as=settings.config.name)
    erasure = plan_erasure(
        settings.root,
        config_file,
        author,
        words=_neutral_words(config_file.config.languages),
        take_down=take_down,
        now=settings.now,
    )
    if yes:
        reason = Words(settings.lang).say("erase-reason")
        erase(settings.root, config_file, erasure, reason=reason, now=settings.now.astimezone())
    _show(settings, erasure, done=yes)
    return int(yes and bool(erasure.mentions))


def _neutral_words(languages: tuple[str, ...]) -> NeutralWords:
    """In the languages of the blog that blogsmith speaks; in English where it speaks none of them."""
    spoken = {name: Words(name) for name in languages if name in LANGUAGES} or {LANGUAGES[0]: Words(LANGUAGES[0])}
    return NeutralWords(
        name={name: words.say("erase-name") for name, words in spoken.items()},
        role={name: words.say("erase-role") for name, words in spoken.items()},
        bios=tuple((name, words.say("erase-bio")) for name, words in spoken.items()),
    )


def _show(settings: Settings, erasure: Erasure, *, done: bool) -> None:
    """Files on stdout, what is to be done on stderr."""
    say = Words(settings.lang).say
    for path in erasure.removed:
        click.echo(say("erase-removed", path=path))
    for item in erasure.rewritten:
        click.echo(say("erase-new" if item.new else "erase-changed", path=item.path))
    if erasure.taken_down:
        click.echo(say("erase-changed", path="takedowns.json"))
    for place in erasure.mentions:
        click.echo(say("erase-mention", path=f"{place.path}:{place.line}:{place.column}"))
    for path in erasure.left_over:
        click.echo(say("erase-left-over", path=path))
    if not done:
        talk(settings, "erase-planned")
        return
    talk(settings, "erase-done", value=erasure.author)
    if erasure.mentions:
        talk(settings, "erase-by-hand", count=len(erasure.mentions))
