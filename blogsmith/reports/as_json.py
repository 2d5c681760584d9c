"""Findings become a JSON array, one object a finding, for programs."""

import json
import unicodedata
from collections.abc import Iterable
from typing import Any

from blogsmith.model.diagnostic import Diagnostic, Note
from blogsmith.reports.order import in_order
from blogsmith.reports.words import Words


def render(diagnostics: Iterable[Diagnostic], words: Words) -> str:
    """Objects with `rule` `severity` `path` `line` `column` `message` `help` `notes`, by path and line.

    `line` and `column` are null where the whole file is meant; a note has `message` `path` `line` `column`.
    """
    return printable_json([_finding(diagnostic, words) for diagnostic in in_order(diagnostics)])


def printable_json(value: object) -> str:
    """`value` as JSON in UTF-8 with a line end, with every character escaped that a terminal would obey."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(map(_escaped, text)) + "\n"


def _escaped(character: str) -> str:
    if character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character
    return json.dumps(character)[1:-1] if ord(character) != 0x7F else "\\u007f"


def _finding(diagnostic: Diagnostic, words: Words) -> dict[str, Any]:
    where = diagnostic.location
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "path": where.path,
        "line": where.line,
        "column": where.column,
        "message": words.message(diagnostic),
        "help": words.help(diagnostic),
        "notes": [_note(diagnostic, note, words) for note in diagnostic.notes],
    }


def _note(diagnostic: Diagnostic, note: Note, words: Words) -> dict[str, Any]:
    where = note.location
    return {
        "message": words.note(diagnostic, note),
        "path": where.path if where else None,
        "line": where.line if where else None,
        "column": where.column if where else None,
    }
