"""A Markdown file becomes a Post, or every fault of its front matter is told."""

import hashlib
import re
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from blogsmith.model.config import Config
from blogsmith.model.diagnostic import Checked, Diagnostic, Fact, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post, PostFrontMatter
from blogsmith.model.source import FrontMatter, SourceFile
from blogsmith.model.words import PostId
from blogsmith.sources.names import FileName, is_safe_address, is_safe_slug, read_name, slug_of
from blogsmith.sources.schema import sound_part, validate
from blogsmith.sources.shape import Ground
from blogsmith.text.front_matter import split_front_matter
from blogsmith.text.patterns import pattern
from blogsmith.text.suggest import nearest

ID = pattern(r"[a-z0-9-]{1,64}", re.ASCII)
_KEYS = tuple(field.name for field in fields(PostFrontMatter))


@frozen
class Reading:
    """A post as far as it was understood: whole, or what it says of itself that others need to know."""

    post: Post | None
    rest: Post | None
    """The same with stand-ins for what is at fault, so that the rest can be looked at; None where `post` is whole."""
    id: PostId | None
    draft: bool
    """True where the file says `draft: true` plainly, whatever else is wrong with it."""


def read_post(source: SourceFile, config: Config, *, placed: bool = True) -> Checked[Reading]:
    """The post in a file of `content/posts/`.

    Reports front-matter/*, post/missing-id, post/id, post/slug, post/language, post/alias, post/canonical,
    post/expires, author/missing. `placed`: as of `read_table`.
    """
    split = split_front_matter(source, limit_bytes=config.limits.front_matter_kb * 1024, placed=placed)
    if split.value is None:
        return Checked(value=Reading(post=None, rest=None, id=None, draft=False), diagnostics=split.diagnostics)
    front = split.value
    ground = Ground(path=source.path, family="front-matter", values=front.places, keys=front.keys)
    zone = ZoneInfo(config.site.time_zone)
    checked = validate(PostFrontMatter, front.table, ground, zone=zone)
    faults = [*split.diagnostics, *_with_offered_id(checked.diagnostics, source.path)]
    name = read_name(source.path, config.languages)
    if checked.value is not None:
        faults += _faults(checked.value, name, config, ground)
    keys = checked.value or sound_part(PostFrontMatter, front.table, _stand_in(source.path), zone=zone)
    made = _post(keys, front, source.path, name, config, zone) if keys is not None else None
    given = front.table.get("id")
    plain_id = PostId(given) if isinstance(given, str) and ID.fullmatch(given) else None
    draft = front.table.get("draft") is True
    whole, rest = (None, made) if faults else (made, None)
    return Checked(value=Reading(post=whole, rest=rest, id=plain_id, draft=draft), diagnostics=tuple(faults))


def offered_id(path: str) -> PostId:
    """An id for a post that has none: the same at every run, so that the message does not change."""
    return PostId(b32encode(hashlib.blake2b(path.encode(), digest_size=5).digest()).decode().lower())


def _stand_in(path: str) -> dict[str, Any]:
    """What stands for keys that a post must have and has not."""
    return {"id": offered_id(path), "title": "-", "date": "2000-01-01", "authors": [], "category": ""}


def in_zone(table: Mapping[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    """`table` with every moment shown in the site's time zone."""
    return {key: value.astimezone(zone) if isinstance(value, datetime) else value for key, value in table.items()}


def _post(keys: PostFrontMatter, front: FrontMatter, path: str, name: FileName, config: Config, zone: ZoneInfo) -> Post:
    table = in_zone({key: getattr(keys, key) for key in _KEYS}, zone)
    return Post(
        **table,
        path=path,
        url_slug=keys.slug or slug_of(name.stem),
        language=keys.lang or name.language or config.site.language,
        group=keys.translation_of or keys.id,
        body=front.body,
        first_line=front.first_line,
        places=front.places,
    )


def _faults(keys: PostFrontMatter, name: FileName, config: Config, ground: Ground) -> list[Diagnostic]:
    """Faults that a type does not show."""
    faults = []
    if not ID.fullmatch(keys.id):
        faults.append(ground.fault("post/id", ("id",), ("value", keys.id)))
    if not keys.authors:
        faults.append(ground.fault("author/missing", ("authors",)))
    if not keys.title.strip():
        faults.append(ground.fault("post/title", ("title",)))
    faults += address_faults(keys.slug, keys.aliases, name, ground)
    faults += language_faults(keys.lang, name, config, ground)
    if keys.canonical and not re.match(r"https?://[^/\s]+", keys.canonical):
        faults.append(ground.fault("post/canonical", ("canonical",), ("value", keys.canonical)))
    if keys.expires and keys.expires <= keys.date:
        faults.append(ground.fault("post/expires", ("expires",), ("value", keys.expires.isoformat(" ", "minutes"))))
    return faults


def address_faults(slug: str, aliases: tuple[str, ...], name: FileName, ground: Ground) -> list[Diagnostic]:
    """Reports post/slug for a slug that is no plain part of a URL, post/alias for a former URL outside the site."""
    faults = []
    if slug and not is_safe_slug(slug):
        faults.append(ground.fault("post/slug", ("slug",), *_offer(slug)))
    elif not slug and not is_safe_slug(slug_of(name.stem)):
        faults.append(ground.fault("post/slug", (), ("value", name.stem), variant="file-name"))
    faults += [
        ground.fault("post/alias", ("aliases", index), ("value", alias))
        for index, alias in enumerate(aliases)
        if not is_safe_address(alias)
    ]
    return faults


def language_faults(lang: str, name: FileName, config: Config, ground: Ground) -> list[Diagnostic]:
    """Reports post/language for a language that the site does not have, or that the file's name contradicts."""
    known = ("known", ", ".join(config.languages))
    if lang and lang not in config.languages:
        return [ground.fault("post/language", ("lang",), *_near(lang, config.languages), known)]
    if lang and name.language and lang != name.language:
        facts = (("value", lang), ("other", name.language))
        return [ground.fault("post/language", ("lang",), *facts, variant="file-name")]
    return []


def _with_offered_id(diagnostics: tuple[Diagnostic, ...], path: str) -> list[Diagnostic]:
    """The general words for a missing key say less than these for `id` and `authors`."""
    return [_special(fault, path) for fault in diagnostics]


def _special(fault: Diagnostic, path: str) -> Diagnostic:
    missing = dict(fault.facts).get("value") if fault.rule == "front-matter/missing-key" else None
    if missing == "id":
        offer: tuple[tuple[str, Fact], ...] = (("id", offered_id(path)),)
        return Diagnostic(rule="post/missing-id", severity=Severity.ERROR, location=fault.location, facts=offer)
    if missing == "authors":
        return Diagnostic(rule="author/missing", severity=Severity.ERROR, location=fault.location)
    return fault


def _offer(slug: str) -> tuple[tuple[str, Fact], ...]:
    better = slug_of(slug)
    return (("value", slug), *((("suggestion", better),) if is_safe_slug(better) and better != slug else ()))


def _near(value: str, known: tuple[str, ...]) -> tuple[tuple[str, Fact], ...]:
    near = nearest(value, known)
    return (("value", value), *((("suggestion", near),) if near else ()))
