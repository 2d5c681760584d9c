"""`blogsmith comments`: what readers wrote elsewhere is brought home, erased, moved."""

from pathlib import Path

import click

from blogsmith.cli.settings import FrontCommand, FrontGroup, settings_of
from blogsmith.cli.show import talk
from blogsmith.pipeline.keeping import forget_comment, pull_comments, remap, remap_provider, settle_comment
from blogsmith.sources.config import read_config

EPILOG = """\b
Examples:
  blogsmith comments pull                          ask the provider, keep what is there in content/comments/
  blogsmith comments pull --from disqus.xml --provider disqus
  blogsmith comments forget isso:12                erase a comment; no pull brings it back
  blogsmith comments settle isso:13                it needs no answer
  blogsmith comments remap /2019/old-address/ my-post
  blogsmith comments remap --provider isso waline  Waline has taken over what Isso had
"""


@click.group("comments", cls=FrontGroup, epilog=EPILOG)
def comments_command() -> None:
    """What readers wrote elsewhere: bring it home, erase it, move it."""


@comments_command.command("pull", cls=FrontCommand, epilog=EPILOG)
@click.option(
    "--from",
    "exports",
    type=click.Path(path_type=Path),
    metavar="FILE",
    multiple=True,
    help="A file that the provider exported; again for each further file.",
)
@click.option("--provider", default="", metavar="NAME", help="Whose export it is: giscus, disqus or waline.")
@click.pass_context
def pull_command(ctx: click.Context, /, *, exports: tuple[Path, ...], provider: str) -> int:
    """Keep a copy of every comment in content/comments/; removed ones disappear."""
    settings = settings_of(ctx)
    config_file = read_config(settings.config, shown_as=settings.config.name)
    kept = pull_comments(settings.root, config_file, exports=exports, provider=provider)
    for key in kept.strange:
        talk(settings, "comments-strange", value=key)
    talk(settings, "comments-pulled", comments=kept.comments, threads=kept.threads, new=kept.new, gone=kept.gone)
    return 0


@comments_command.command("forget", cls=FrontCommand, epilog=EPILOG)
@click.argument("comment", metavar="ID")
@click.pass_context
def forget_command(ctx: click.Context, /, *, comment: str) -> int:
    """Erase one comment, for ever: its id alone is remembered, so that no pull brings it back."""
    settings = settings_of(ctx)
    path = forget_comment(settings.root, comment)
    talk(settings, "comments-forgotten", value=comment, path=path)
    return 0


@comments_command.command("settle", cls=FrontCommand, epilog=EPILOG)
@click.argument("comment", metavar="ID")
@click.pass_context
def settle_command(ctx: click.Context, /, *, comment: str) -> int:
    """Note that a comment needs no answer, such as a word of thanks: `desk inbox` lists it no more."""
    settings = settings_of(ctx)
    path = settle_comment(settings.root, comment)
    talk(settings, "comments-settled", value=comment, path=path)
    return 0


@comments_command.command("remap", cls=FrontCommand, epilog=EPILOG)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--provider", "of_providers", is_flag=True, help="OLD and NEW are providers: NEW took over what OLD had.")
@click.pass_context
def remap_command(ctx: click.Context, /, *, old: str, new: str, of_providers: bool) -> int:
    """Give the thread of an old key (an id, or an address that an export names) to the post with the id NEW."""
    settings = settings_of(ctx)
    config_file = read_config(settings.config, shown_as=settings.config.name)
    if of_providers:
        moved = remap_provider(settings.root, config_file, old, new)
        talk(settings, "comments-handed-over", value=old, provider=new, count=moved)
        return 0
    moved = remap(settings.root, config_file, old, new)
    talk(settings, "comments-remapped" if moved else "comments-noted", value=old, post=new, count=moved)
    return 0
