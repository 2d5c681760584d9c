"""A file as it was read, and a place in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, NewType

from blogsmith.model.frozen import frozen

SourcePath = NewType("SourcePath", str)
"""Path from the site's root, forward slashes, Unicode NFC."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A place a person can go to."""

    path: str
    """Relative to the site's root, forward slashes."""
    line: int | None = None
    """Counts from 1; None where the whole file is meant."""
    column: int | None = None
    """Counts from 1, in characters."""
    length: int = 1
    """How many characters the mark covers."""


@frozen
class SourceFile:
    """One text file of the site, decoded: UTF-8 without BOM, line ends LF, NFC left to its readers."""

    path: SourcePath
    text: str


class Place(NamedTuple):
    """Where a value stands in a file whose path is known. A tuple: each value of each head has one."""

    line: int
    column: int
    length: int = 1

    def within(self, path: str) -> Location:
        """This place as a location in the file at `path`."""
        return Location(path=path, line=self.line, column=self.column, length=self.length)


@frozen
class FrontMatter:
    """The head of a Markdown file, loaded and not yet understood, and the body under it."""

    table: Mapping[str, Any]
    """Plain YAML 1.2 values; dates stay text. The untyped table dies in `sources/`."""
    places: Mapping[tuple[str | int, ...], Place]
    """Where the value of each key and list item stands: `("authors", 0)`."""
    keys: Mapping[tuple[str | int, ...], Place]
    """Where each key itself stands, by the same path."""
    body: str
    first_line: int
    """Line of the file on which `body` begins."""
