"""`blogsmith new post|author|page`: a file to fill in, with an id of its own and the right name."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

import click

from blogsmith.cli.settings import FrontCommand, FrontGroup, Settings, settings_of
from blogsmith.cli.show import exit_code, show_findings, talk
from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.post import Post
from blogsmith.model.site import Collection
from blogsmith.model.words import say
from blogsmith.pipeline.read import read_collection
from blogsmith.reports.words import Words
from blogsmith.sources.config import read_config
from blogsmith.sources.dates import read_moment
from blogsmith.sources.names import slug_of
from blogsmith.sources.write import NewFile, write_new
from blogsmith.text.front_matter_writer import join_front_matter, moment_text
from blogsmith.text.suggest import nearest

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""Without letters and digits that look alike."""


@click.group("new", cls=FrontGroup)
def new_command() -> None:
    """Write a new post, author or page to fill in."""


@new_command.command("post", cls=FrontCommand)
@click.argument("title")
@click.option("--author", "authors", multiple=True, metavar="ID", help="Who writes it; more than once for several.")
@click.option("--category", metavar="ID", help="One of the site's categories.")
@click.option("--language", metavar="LANG", help="Instead of the site's default language.")
@click.option("--translation-of", metavar="ID", help="Id of the post that this one translates; lies beside it.")
@click.option("--date", metavar="DATE", help="Instead of now: 2026-03-12 09:00.")
@click.pass_context
def new_post(
    ctx: click.Context,
    /,
    *,
    title: str,
    authors: tuple[str, ...],
    category: str | None,
    language: str | None,
    translation_of: str | None,
    date: str | None,
) -> int:
    """Write a draft, with its id, to fill in.

    \b
    Examples:
      blogsmith new post "How we found the leak" --author jane --category tech
      blogsmith new post "물이 새는 곳" --translation-of k7w2p9qd --language ko
    """
    settings = settings_of(ctx)
    config_file, collection = _site(settings)
    config, words = config_file.config, Words(settings.lang)
    original = _original(collection, translation_of, words)
    table: dict[str, Any] = {
        "id": _fresh_id(collection),
        "title": title,
        "date": moment_text(_moment(date, settings.now, config, words)),
        "authors": _authors(authors or (original.authors if original else ()), collection, words),
        "category": original.category if original and not category else _category(category, config, words),
    }
    spoken = _language(language, config, words)
    if original is None and spoken != config.site.language:
        table["lang"] = spoken
    table["draft"] = True
    year = str(table["date"])[:4]
    path = _beside(original, spoken) if original else f"content/posts/{year}/{_slug(title, table['id'])}/index.md"
    _write(settings, path, table, words.say("new-post-body"))
    talk(settings, "new-post", path=path)
    return 0


@new_command.command("author", cls=FrontCommand)
@click.argument("author_id", metavar="ID")
@click.option("--name", metavar="NAME", help="Name as readers see it.")
@click.option("--kind", type=click.Choice(["in-house", "external"]), default="in-house", show_default=True)
@click.pass_context
def new_author(ctx: click.Context, /, *, author_id: str, name: str | None, kind: str) -> int:
    """Write a writer's profile to fill in.

    \b
    Examples:
      blogsmith new author jane --name "Jane Park"
      blogsmith new author kim-bora --name "김보라" --kind external
    """
    settings = settings_of(ctx)
    config = read_config(settings.config, shown_as=settings.config.name).config
    words = Words(settings.lang)
    if slug_of(author_id) != author_id or not author_id.isascii():
        raise click.UsageError(words.say("new-author-id", value=author_id))
    table: dict[str, Any] = {"name": name or author_id, "kind": kind, "role": words.say("new-author-role")}
    if kind == "external":
        table |= {"organisation": "…", "relationship": words.say("new-author-relationship")}
    today = _zoned(settings.now, config).date()
    table |= {"since": today, "links": []}
    path = f"authors/{author_id}.md"
    _write(settings, path, table, words.say("new-author-body"))
    talk(settings, "new-author", path=path)
    return 0


@new_command.command("page", cls=FrontCommand)
@click.argument("title")
@click.option("--language", metavar="LANG", help="Instead of the site's default language.")
@click.pass_context
def new_page(ctx: click.Context, /, *, title: str, language: str | None) -> int:
    """Write a page outside the stream of posts: about, imprint.

    \b
    Example:
      blogsmith new page "About this blog"
    """
    settings = settings_of(ctx)
    words = Words(settings.lang)
    config = read_config(settings.config, shown_as=settings.config.name).config
    spoken = _language(language, config, words)
    ending = "" if spoken == config.site.language else f".{spoken}"
    path = f"content/pages/{_slug(title, 'page')}{ending}.md"
    _write(settings, path, {"title": title, "summary": "", "draft": True}, words.say("new-page-body"))
    talk(settings, "new-page", path=path)
    return 0


def _site(settings: Settings) -> tuple[ConfigFile, Collection]:
    config_file = read_config(settings.config, shown_as=settings.config.name)
    read = read_collection(settings.root, config_file)
    if exit_code(read.diagnostics) and settings.verbose:
        show_findings(settings, read.diagnostics)
    return config_file, read.value


def _fresh_id(collection: Collection) -> str:
    while True:
        made = "".join(secrets.choice(_LETTERS) for _ in range(8))
        if made not in collection.known_ids:
            return made


def _original(collection: Collection, wanted: str | None, words: Words) -> Post | None:
    if wanted is None:
        return None
    by_id = {str(post.id): post for post in collection.posts}
    if wanted not in by_id:
        raise click.UsageError(words.say("no-such-post", value=wanted, near=nearest(wanted, by_id) or "-"))
    return by_id[wanted]


def _authors(given: Sequence[str], collection: Collection, words: Words) -> list[str]:
    known = sorted(collection.authors)
    chosen = list(given) or (known if len(known) == 1 else [])
    if not chosen or any(name not in known for name in chosen):
        raise click.UsageError(words.say("which-author", known=", ".join(known) or "-"))
    return [str(name) for name in chosen]


def _category(given: str | None, config: Config, words: Words) -> str:
    if given in config.categories:
        return str(given)
    known = ", ".join(f"{name} ({say(item.label, words.language)})" for name, item in config.categories.items())
    raise click.UsageError(words.say("which-category", known=known))


def _language(given: str | None, config: Config, words: Words) -> str:
    if given is None:
        return config.site.language
    if given not in config.languages:
        raise click.UsageError(words.say("which-language", known=", ".join(config.languages)))
    return given


def _moment(given: str | None, now: datetime, config: Config, words: Words) -> datetime:
    if given is None:
        return _zoned(now, config).replace(second=0, microsecond=0, tzinfo=None)
    moment = read_moment(given, ZoneInfo(config.site.time_zone))
    if not isinstance(moment, datetime):
        raise click.UsageError(words.say("which-date", value=given))
    return moment.replace(tzinfo=None)


def _zoned(now: datetime, config: Config) -> datetime:
    zone = ZoneInfo(config.site.time_zone)
    return now.replace(tzinfo=zone) if now.tzinfo is None else now.astimezone(zone)


def _slug(title: str, otherwise: str) -> str:
    """At most sixty characters of the title, cut at a word."""
    slug = slug_of(title)
    if len(slug) > 60:
        slug = slug[:60].rpartition("-")[0] or slug[:60]
    return slug or otherwise


def _beside(original: Post, language: str) -> str:
    path = PurePosixPath(original.path)
    stem = path.name.split(".")[0]
    return str(path.with_name(f"{stem}.{language}.md"))


def _write(settings: Settings, path: str, table: Mapping[str, Any], body: str) -> None:
    write_new(settings.root, [NewFile(path=path, content=join_front_matter(table, body))])
