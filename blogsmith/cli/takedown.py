"""`blogsmith takedown`: a post goes, and stays gone."""

import click

from blogsmith.cli.settings import FrontCommand, settings_of
from blogsmith.cli.show import talk
from blogsmith.pipeline.withdraw import take_down
from blogsmith.reports.words import Words
from blogsmith.sources.config import read_config

EPILOG = """\b
Examples:
  blogsmith takedown 7k3m9qpz --reason "the person in the picture asked for it"
  blogsmith build
"""


@click.command("takedown", cls=FrontCommand, epilog=EPILOG)
@click.argument("post", metavar="ID")
@click.option("--reason", required=True, metavar="TEXT", help="Why: kept in takedowns.json, published nowhere.")
@click.pass_context
def takedown_command(ctx: click.Context, /, *, post: str, reason: str) -> int:
    """Take a post down for good: the next build leaves a note at its addresses that it is gone (410 for hosts)."""
    settings = settings_of(ctx)
    if not reason.strip():
        raise click.UsageError(Words(settings.lang).say("takedown-reason"))
    config_file = read_config(settings.config, shown_as=settings.config.name)
    path, entry = take_down(settings.root, config_file, post, reason=reason.strip(), now=settings.now.astimezone())
    talk(settings, "taken-down", value=entry.id, addresses=" ".join(entry.addresses))
    if path:
        talk(settings, "taken-down-file", path=path)
    return 0
