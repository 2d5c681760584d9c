"""A table and a body become the text of a Markdown file that `split_front_matter` reads back as the same two."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from blogsmith.model.source import SourceFile, SourcePath
from blogsmith.text.core_schema import plain_value
from blogsmith.text.front_matter import split_front_matter
from blogsmith.text.normal import normalise

_NO_LIMIT = 1 << 40
_NEVER_FOLD = 1 << 30


def join_front_matter(table: Mapping[str, Any], body: str) -> str:
    """The file's text: keys in the order of `table`, plain values, dates unquoted, one blank line, body, one line end.

    Raises ValueError for what front matter cannot hold: other types, nesting deeper than eight.
    """
    body = body.strip("\n")
    try:
        text = _printed(table, body)
    except yaml.YAMLError as error:
        raise ValueError(f"front matter cannot hold this: {dict(table)!r}") from error
    front = split_front_matter(SourceFile(path=SourcePath("written.md"), text=text), limit_bytes=_NO_LIMIT).value
    if front is None or front.table != normalise(_as_read(table)) or front.body.strip("\n") != body.rstrip():
        raise ValueError(f"front matter that would not be read back as it was written: {dict(table)!r}")
    return text


def moment_text(moment: datetime) -> str:
    """`2026-03-12 09:00`, with seconds and offset only where there are any."""
    return moment.isoformat(" ", "seconds" if moment.second else "minutes")


class _Dumper(yaml.SafeDumper):
    """PyYAML's dumper, for readers that follow YAML 1.2: no anchors, and quotes around what would not stay text.

    Not the C one, which writes emoji as escapes.
    """

    def ignore_aliases(self, data: Any) -> bool:
        """Always: equal values are written out twice."""
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    if "\n" in value.strip("\n"):
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|")
    stays_text = isinstance(plain_value(value), str) and value == value.strip()
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if stays_text else "'")


def _moment(dumper: yaml.SafeDumper, value: datetime) -> yaml.Node:
    # YAML 1.1 calls a moment a timestamp only where it has seconds; the tag that it expects is not written out.
    kind = "timestamp" if value.second else "str"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", moment_text(value))


_Dumper.add_representer(str, _text)
_Dumper.add_representer(datetime, _moment)


def _printed(table: Mapping[str, Any], body: str) -> str:
    # Not Post(body, **table): a key named `content` or `handler` would be taken for an argument.
    post = frontmatter.Post(body)
    post.metadata = _plain(table)
    options: dict[str, Any] = {"Dumper": _Dumper, "sort_keys": False, "allow_unicode": True, "width": _NEVER_FOLD}
    return frontmatter.dumps(post, handler=YAMLHandler(), **options) + "\n"


def _plain(value: Any) -> Any:
    """Mappings and tuples as the dict and list that YAML knows."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _as_read(value: Any) -> Any:
    """What reading gives: dates stay text."""
    if isinstance(value, Mapping):
        return {str(key): _as_read(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_as_read(item) for item in value]
    if isinstance(value, datetime):
        return moment_text(value)
    return value.isoformat() if isinstance(value, date) else value
