"""`authors/<id>.md` and `authors/<id>.<lang>.md` become an Author, or their faults are told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from zoneinfo import ZoneInfo

from blogsmith.model.author import Author, AuthorFrontMatter, Bio
from blogsmith.model.config import Config
from blogsmith.model.diagnostic import Checked, Diagnostic, Severity
from blogsmith.model.source import Location, SourceFile
from blogsmith.model.words import AuthorId
from blogsmith.sources.names import read_name
from blogsmith.sources.schema import validate
from blogsmith.sources.shape import Ground
from blogsmith.text.front_matter import split_front_matter
from blogsmith.text.patterns import pattern
from blogsmith.text.suggest import nearest

_ID = pattern(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def read_authors(sources: Sequence[SourceFile], config: Config) -> Checked[Mapping[AuthorId, Author]]:
    """Every profile by id. Reports front-matter/*, author/id, author/bio-without-profile, author/link."""
    profiles: dict[AuthorId, Author] = {}
    bios: list[tuple[AuthorId, str, SourceFile]] = []
    faults: list[Diagnostic] = []
    for source in sources:
        name = read_name(source.path, config.languages)
        if name.language:
            bios.append((AuthorId(name.stem), name.language, source))
            continue
        checked = _read_profile(source, AuthorId(name.stem), config)
        faults += checked.diagnostics
        if checked.value is not None:
            profiles[checked.value.id] = checked.value
    known = {source.path for source in sources}
    for author_id, language, source in bios:
        if author_id in profiles:
            profile = profiles[author_id]
            profiles[author_id] = replace(profile, bios={**profile.bios, language: _bio(source)})
        elif f"authors/{author_id}.md" not in known:
            facts: tuple[tuple[str, str], ...] = (("value", author_id),)
            near = nearest(author_id, profiles)
            facts += (("suggestion", near),) if near else ()
            faults.append(_fault("author/bio-without-profile", Location(path=source.path), *facts))
    return Checked(value=profiles, diagnostics=tuple(faults))


def _read_profile(source: SourceFile, author_id: AuthorId, config: Config) -> Checked[Author | None]:
    split = split_front_matter(source, limit_bytes=config.limits.front_matter_kb * 1024)
    if split.value is None:
        return Checked(value=None, diagnostics=split.diagnostics)
    front = split.value
    ground = Ground(path=source.path, family="front-matter", values=front.places, keys=front.keys)
    zone = ZoneInfo(config.site.time_zone)
    checked = validate(AuthorFrontMatter, front.table, ground, zone=zone)
    faults = [*split.diagnostics, *checked.diagnostics]
    if not _ID.fullmatch(author_id):
        faults.append(_fault("author/id", Location(path=source.path), ("value", author_id)))
    keys = checked.value
    if keys is not None:
        faults += [
            _fault("author/link", ground.at(("links", index, "url")), ("value", link.url))
            for index, link in enumerate(keys.links)
            if not re.match(r"(https?://[^/\s]+|mailto:[^@\s]+@)", link.url)
        ]
    if keys is None or faults:
        return Checked(value=None, diagnostics=tuple(faults))
    bio = Bio(path=source.path, body=front.body, first_line=front.first_line)
    author = Author(
        **{field.name: getattr(keys, field.name) for field in fields(keys)},
        id=author_id,
        path=source.path,
        bios={config.site.language: bio} if bio.body.strip() else {},
        places=front.places,
    )
    return Checked(value=author)


def _bio(source: SourceFile) -> Bio:
    """A further bio: the whole file is Markdown, but for an empty front matter."""
    lines = source.text.split("\n")
    skip = 2 if len(lines) > 1 and lines[0].rstrip() == "---" and lines[1].rstrip() == "---" else 0
    return Bio(path=source.path, body="\n".join(lines[skip:]), first_line=skip + 1)


def _fault(rule: str, location: Location, *facts: tuple[str, str]) -> Diagnostic:
    return Diagnostic(rule=rule, severity=Severity.ERROR, location=location, facts=facts)
