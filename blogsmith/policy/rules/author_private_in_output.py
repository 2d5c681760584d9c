"""A page shows something that a profile keeps under `private`."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import quote

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.model.source import Location
from blogsmith.policy.rule import Finding, Options, Rendered, rule

_LEAST = 6
"""Shorter values are found everywhere by chance."""


def _findings(page: Rendered, options: Options) -> Iterator[Finding]:
    bios = _bios(page) if page.keepers else ""
    for author in page.keepers:
        for key, value in _values(("private",), author.private):
            # What a bio says is told once, at the writer's own page.
            if not any(_stands_alone(form, page.html) for form in _forms(value)) or value in bios:
                continue
            # The value itself is not told: more people read reports than profiles.
            facts = (("value", ".".join(map(str, key))), ("name", author.id), ("page", page.output))
            notes = (Note(key="kept", location=author.places[key].within(author.path)),)
            blamed = page.post.path if page.post is not None else page.source
            yield Finding(location=Location(path=blamed), facts=facts, notes=notes)


def _bios(page: Rendered) -> str:
    """The bios under a post, as they are written; of other pages none."""
    names = page.post.authors if page.post is not None else ()
    authors = (page.site.authors[name] for name in names if name in page.site.authors)
    return "\n".join(bio.body for author in authors for bio in author.bios.values())


def _values(key: tuple[str | int, ...], value: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _values((*key, name), inner)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _values((*key, number), inner)
    elif isinstance(value, str | int) and len(str(value).strip()) >= _LEAST:
        yield key, str(value).strip()


@lru_cache(maxsize=4096)
def _forms(value: str) -> frozenset[str]:
    """A value as it may stand in a page: in text, in an attribute, in a URL."""
    return frozenset({value, escape(value), escape(value, quote=False), quote(value), quote(value, safe="@")})


def _stands_alone(value: str, html: str) -> bool:
    """Whether a page holds a value that is no part of a longer word: a staff number within a digest is none."""
    at = html.find(value)
    while at >= 0:
        around = (html[at - 1 : at], html[at + len(value) : at + len(value) + 1])
        # Korean particles follow without a space.
        if not any(char.isascii() and char.isalnum() for char in around):
            return True
        at = html.find(value, at + 1)
    return False


RULE = rule("author/private-in-output", Severity.ERROR)(_findings)
