"""`blogsmith new post|author|page`: a new file to fill in, with an id that nothing else has."""

import re
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

import click

from blogsmith.cli.settings import FrontCommand, FrontGroup, Settings, settings_of
from blogsmith.cli.show import talk
from blogsmith.model.config import Config
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.model.site import Collection
from blogsmith.pipeline.read import read_collection
from blogsmith.reports.words import LANGUAGES, Words
from blogsmith.sources.config import read_config
from blogsmith.sources.dates import read_moment
from blogsmith.sources.names import read_name
from blogsmith.sources.write import NewFile, write_new
from blogsmith.text.front_matter_writer import join_front_matter
from blogsmith.text.slug import slugify
from blogsmith.text.suggest import nearest

_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
_LONGEST_SLUG = 80
EPILOG = """\b
Examples:
  blogsmith new post "How we measured a well" --author jane
  blogsmith new post "우물 깊이를 재기까지" --author jane --category tech
  blogsmith new post "Measuring a well" --translation-of k3v7q2ma
  blogsmith new author jane --name "Jane Doe"
  blogsmith new page "About us"
"""


class _NewCommand(FrontCommand):
    """A command whose `--lang` is the language of what it writes; that of messages stands before `new`."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Those of every command, but for what the command itself calls the same."""
        own = {name for option in self.params for name in option.opts}
        return [option for option in super().get_params(ctx) if option in self.params or not own & set(option.opts)]


@frozen
class _Desk:
    """The site that is written for."""

    settings: Settings
    config: Config
    words: Words

    def collection(self) -> Collection:
        """Everything there is; its faults are told by `check`."""
        config_file = read_config(self.settings.config, shown_as=self.settings.config.name)
        return read_collection(self.settings.root, config_file).value

    def known(self, wanted: str, among: Iterable[str], key: str) -> str:
        """`wanted`, where it is one of `among`. Raises click.UsageError with the nearest one."""
        names = tuple(among)
        if wanted in names:
            return wanted
        near = nearest(wanted, names)
        hint = " " + self.words.say("new-near", suggestion=near) if near else ""
        raise click.UsageError(self.words.say(key, value=wanted) + hint)

    def write(self, path: str, head: Mapping[str, Any], body: str) -> None:
        """Writes the file and says its path on stdout."""
        write_new(self.settings.root, [NewFile(path=path, content=join_front_matter(head, body))])
        click.echo(path)


@click.group("new", cls=FrontGroup, epilog=EPILOG)
def new_command() -> None:
    """Write a new post, author or page to fill in. Nothing that exists is overwritten."""


@new_command.command("post", cls=_NewCommand, epilog=EPILOG)
@click.argument("title")
@click.option("--author", metavar="ID", help="Who writes it; needed where the blog has several writers.")
@click.option("--category", metavar="ID", help="One of the blog's categories; the first one otherwise.")
@click.option("--lang", "language", metavar="CODE", help="Language of the post.")
@click.option("--translation-of", "original_id", metavar="ID", help="Id of the post that this one translates.")
@click.option("--date", metavar="DATE", help='When it comes out: 2026-03-12, or "2026-03-12 09:00".')
@click.pass_context
def post_command(ctx: click.Context, /, *, title: str, date: str | None, **choices: str | None) -> int:
    """Write a draft of a post called TITLE."""
    desk = _desk(ctx)
    collection = desk.collection()
    original = _original(desk, collection, choices["original_id"])
    language = _language(desk, collection, choices["language"], original)
    moment = _moment(desk, date)
    post_id = _free_id(collection)
    path, is_said = _post_path(desk, title, post_id, moment, language, original)
    head: dict[str, Any] = {
        "id": post_id,
        "title": _title(desk, title),
        "date": moment.replace(tzinfo=None, microsecond=0, second=0),
        "authors": [_author(desk, collection, choices["author"], original)],
        "category": _category(desk, choices["category"], original),
        **({} if is_said else {"lang": language}),
        "draft": True,
    }
    hint = Words(language if language in LANGUAGES else desk.words.language).say("new-hint")
    desk.write(path, head, f"<!-- {hint} -->")
    for key in ("new-fill", "new-publish", "new-check"):
        talk(desk.settings, key, path=path)
    return 0


@new_command.command("author", cls=_NewCommand, epilog=EPILOG)
@click.argument("author_id", metavar="ID")
@click.option("--name", help="Name as readers see it; made from the id otherwise.")
@click.option(
    "--kind", type=click.Choice(["in-house", "external"]), default="in-house", help="Works here, or is invited."
)
@click.pass_context
def author_command(ctx: click.Context, *, author_id: str, name: str | None, kind: str) -> int:
    """Write a profile to fill in: authors/ID.md."""
    desk = _desk(ctx)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", author_id):
        raise click.UsageError(desk.words.say("new-author-id", value=author_id))
    head: dict[str, Any] = {"name": name or author_id.replace("-", " ").title(), "kind": kind, "role": ""}
    today = _moment(desk, None).date()
    if kind == "external":
        head |= {"organisation": "", "relationship": "", "agreement": {"signed": today}}
    else:
        head |= {"team": "", "since": today}
    desk.write(f"authors/{author_id}.md", head, f"<!-- {desk.words.say('new-bio-hint')} -->")
    talk(desk.settings, "new-author-fill", path=f"authors/{author_id}.md")
    talk(desk.settings, f"new-author-{kind}", value=author_id)
    return 0


@new_command.command("page", cls=_NewCommand, epilog=EPILOG)
@click.argument("title")
@click.option("--lang", "language", metavar="CODE", help="Language of the page.")
@click.pass_context
def page_command(ctx: click.Context, *, title: str, language: str | None) -> int:
    """Write a draft of a page called TITLE: what stands beside the posts, such as `About`."""
    desk = _desk(ctx)
    spoken = desk.known(language or desk.config.site.language, desk.config.languages, "new-language")
    slug = _slug(title) or f"page-{random_id()}"
    ending = "" if spoken == desk.config.site.language else f".{spoken}"
    path = f"content/pages/{slug}{ending}.md"
    desk.write(path, {"title": _title(desk, title), "draft": True}, "")
    talk(desk.settings, "new-fill", path=path)
    talk(desk.settings, "new-page-publish", path=path)
    return 0


def _desk(ctx: click.Context) -> _Desk:
    settings = settings_of(ctx)
    config = read_config(settings.config, shown_as=settings.config.name).config
    return _Desk(settings=settings, config=config, words=Words(settings.lang))


def _title(desk: _Desk, title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise click.BadParameter(desk.words.say("new-title"), param_hint="TITLE")
    return words


def _slug(title: str) -> str:
    """A slug of whole words that is not too long for a file's name."""
    slug = slugify(title)
    while len(slug.encode()) > _LONGEST_SLUG:
        slug = slug.rpartition("-")[0] or slug[: _LONGEST_SLUG // 4]
    return slug


def random_id() -> str:
    """Eight characters of base32 that nobody can guess."""
    return "".join(secrets.choice(_BASE32) for _ in range(8))


def _free_id(collection: Collection) -> str:
    post_id = random_id()
    while post_id in collection.known_ids:
        post_id = random_id()
    return post_id


def _moment(desk: _Desk, date: str | None) -> datetime:
    """The date that was asked for, else now, in the site's zone."""
    zone = ZoneInfo(desk.config.site.time_zone)
    if not date:
        now = desk.settings.now
        return now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)
    moment = read_moment(date, zone)
    if not isinstance(moment, datetime):
        raise click.UsageError(desk.words.say("new-date", value=date))
    return moment


def _original(desk: _Desk, collection: Collection, wanted: str | None) -> Post | None:
    """The post to be translated."""
    if wanted is None:
        return None
    posts = {str(post.id): post for post in (*collection.posts, *collection.rest)}
    return posts[desk.known(wanted, posts, "new-original")]


def _author(desk: _Desk, collection: Collection, wanted: str | None, original: Post | None) -> str:
    """Who was asked for; else who wrote the original; else the one writer there is."""
    if wanted is not None:
        return desk.known(wanted, map(str, collection.authors), "new-author")
    if original is not None and original.authors:
        return original.authors[0]
    active = [author.id for author in collection.authors.values() if author.kind != "former"]
    if len(active) != 1:
        raise click.UsageError(desk.words.say("new-which-author", known=", ".join(sorted(active)[:8])))
    return active[0]


def _category(desk: _Desk, wanted: str | None, original: Post | None) -> str:
    """What was asked for; else the original's; else the first category."""
    if wanted is not None:
        return desk.known(wanted, desk.config.categories, "new-category")
    return original.category if original is not None else next(iter(desk.config.categories), "")


def _language(desk: _Desk, collection: Collection, wanted: str | None, original: Post | None) -> str:
    """What was asked for; for a translation else the first language that is not there yet; else the site's own."""
    languages = desk.config.languages
    if wanted is not None:
        desk.known(wanted, languages, "new-language")
    if original is None:
        return wanted or desk.config.site.language
    there = {post.language for post in collection.posts if post.group == original.group}
    free = [language for language in languages if language not in there]
    chosen = wanted or next(iter(free), "")
    if chosen not in free:
        raise click.UsageError(desk.words.say("new-translated", value=chosen or ", ".join(languages), id=original.id))
    return chosen


def _post_path(
    desk: _Desk, title: str, post_id: str, moment: datetime, language: str, original: Post | None
) -> tuple[str, bool]:
    """Where the post's file goes, and whether its name (or the site's default) says its language."""
    if original is not None:
        group = PurePosixPath(read_name(original.path, desk.config.languages).group)
        return f"{group}.{language}.md", True
    folder = f"content/posts/{moment.year:04}"
    slug = _slug(title) or post_id
    taken = desk.settings.root / folder
    free = slug if not (taken / slug).exists() and not (taken / f"{slug}.md").exists() else f"{slug}-{post_id}"
    return f"{folder}/{free}/index.md", language == desk.config.site.language
