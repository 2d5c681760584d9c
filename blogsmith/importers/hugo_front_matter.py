"""The head of a Hugo file (YAML, TOML or JSON) becomes a plain table with keys in lower case, and the body under it.

Source: gohugo.io, Front matter.
"""

import html
import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from blogsmith.model.diagnostic import Checked, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Location, SourceFile, SourcePath
from blogsmith.text.front_matter import split_front_matter
from blogsmith.text.normal import normalise

_LIMIT = 4 * 1024 * 1024
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<table>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_MARKUP = re.compile(r"<[^<>]{1,200}>")
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|br|cite|code|em|i|p|q|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1(?!\w)")


@frozen
class Head:
    """A file as it was split."""

    table: Mapping[str, Any]
    """Keys in lower case, as Hugo reads them; dates as text."""
    names: Mapping[str, str]
    """Each key as it was written."""
    body: str
    first_line: int


def read_head(source: SourceFile) -> Checked[Head | None]:
    """The head and body of `source`; None where the head is not understood.

    Reports import/toml, import/json and what `split_front_matter` reports. White space before the head is passed over,
    as Hugo does; a file without one has an empty table.
    """
    text = source.text.lstrip("\ufeff \t\r\n")
    skipped = source.text[: len(source.text) - len(text)].count("\n")
    if text.startswith("+++"):
        return _from_toml(source, text, skipped)
    if text.startswith("{") and not text.startswith(("{{", "{%")):
        return _from_json(source, text)
    if not re.match(r"---[ \t]*(\n|\Z)", text):
        return Checked(value=Head(table={}, names={}, body=text, first_line=skipped + 1))
    split = split_front_matter(SourceFile(path=source.path, text=_untabbed(text)), limit_bytes=_LIMIT)
    if split.value is None:
        return Checked(value=None, diagnostics=split.diagnostics)
    front = split.value
    head = _head(front.table, front.body, front.first_line + skipped)
    return Checked(value=head, diagnostics=split.diagnostics)


def read_data(path: str, text: str) -> Any:
    """The value of a YAML, TOML or JSON file of `data/` or of the configuration; None where it is not understood."""
    try:
        if path.endswith(".toml"):
            return _plain(tomllib.loads(text))
        if path.endswith(".json"):
            return normalise(json.loads(text))
    except (tomllib.TOMLDecodeError, json.JSONDecodeError, RecursionError):
        return None
    block = re.sub(r"^(?:---|\.\.\.)[ \t]*$", "", text, flags=re.MULTILINE)
    source = SourceFile(path=SourcePath(path), text=f"---\n{block}\n---\n")
    front = split_front_matter(source, limit_bytes=_LIMIT).value
    return None if front is None else front.table


def plain_words(value: Any) -> str:
    """A text of the head as readers see it: entities decoded, tags and Markdown's signs gone, one line."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    text = html.unescape(html.unescape(str(value)))
    text = _LINK.sub(r"\1", _MARKUP.sub(lambda match: _shown(match.group()), text))
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef]", " ", text).split())


def _shown(tag: str) -> str:
    """Nothing for an HTML tag; what only looks like one stays."""
    is_tag = re.fullmatch(
        r"</?(?:a|abbr|b|br|cite|code|em|i|p|q|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", tag, re.I
    )
    return "" if is_tag else tag


def _untabbed(text: str) -> str:
    """Trailing tabs in the head are no fault to Hugo's YAML reader."""
    head, fence, rest = text[3:].partition("\n---")
    return "---" + re.sub(r"[ \t]+$", "", head, flags=re.MULTILINE) + fence + rest


def _from_toml(source: SourceFile, text: str, skipped: int) -> Checked[Head | None]:
    match = _TOML.match(text)
    if match is None:
        return _refused(source, "import/toml", 1 + skipped, "+++")
    try:
        table = tomllib.loads(match["table"])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        return _refused(source, "import/toml", (int(line[1]) if line else 0) + 1 + skipped, str(error))
    return Checked(value=_head(_plain(table), text[match.end() :], match.group().count("\n") + 1 + skipped))


def _from_json(source: SourceFile, text: str) -> Checked[Head | None]:
    try:
        table, end = json.JSONDecoder().raw_decode(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        return _refused(source, "import/json", line, getattr(error, "msg", "nesting"))
    return Checked(value=_head(normalise(table), text[end:], text[:end].count("\n") + 1))


def _head(table: Mapping[str, Any], body: str, first_line: int) -> Head:
    lower: dict[str, Any] = {}
    names: dict[str, str] = {}
    for key, value in table.items():
        if key.lower() == "params" and isinstance(value, Mapping):
            lower |= {name.lower(): item for name, item in value.items() if name.lower() not in lower}
            names |= {name.lower(): name for name in value}
        elif key.lower() not in lower:
            lower[key.lower()] = value
            names[key.lower()] = key
    return Head(table=lower, names=names, body=body, first_line=first_line)


def _plain(value: Any) -> Any:
    """TOML's dates as text, as YAML's are."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return normalise(value)


def _refused(source: SourceFile, name: str, line: int, reason: str) -> Checked[Head | None]:
    fault = Diagnostic(
        rule=name,
        severity=Severity.ERROR,
        location=Location(path=source.path, line=line, column=1),
        facts=(("reason", reason),),
    )
    return Checked(value=None, diagnostics=(fault,))
