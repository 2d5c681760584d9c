"""Findings become SARIF 2.1.0: code scanning and editors read it.

Source: OASIS Static Analysis Results Interchange Format 2.1.0.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.source import Location
from blogsmith.reports.as_json import printable_json
from blogsmith.reports.order import in_order
from blogsmith.reports.words import Words
from blogsmith.version import VERSION

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Json = dict[str, Any]


def render(diagnostics: Iterable[Diagnostic], words: Words) -> str:
    """A log of one run: the rules that were broken, by id, and a result a finding, by path and line."""
    found = in_order(diagnostics)
    rules = sorted({diagnostic.rule for diagnostic in found})
    run = {
        "tool": {
            "driver": {"name": "blogsmith", "version": VERSION, "rules": [_rule(rule, words) for rule in rules]},
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, rules.index(diagnostic.rule), words) for diagnostic in found],
    }
    return printable_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: str, words: Words) -> Json:
    why = words.why(rule) or rule
    return {"id": rule, "shortDescription": {"text": why}, "help": {"text": f"{why}\n\nblogsmith explain {rule}"}}


def _result(diagnostic: Diagnostic, index: int, words: Words) -> Json:
    text = "\n".join(filter(None, [words.message(diagnostic), words.help(diagnostic)]))
    related = [
        {"id": number, "message": {"text": words.note(diagnostic, note)}} | _place(note.location)
        for number, note in enumerate(diagnostic.notes, start=1)
    ]
    result: Json = {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": diagnostic.severity.value,
        "message": {"text": text},
        "locations": [_place(diagnostic.location)],
    }
    return result | ({"relatedLocations": related} if related else {})


def _place(where: Location | None) -> Json:
    if where is None:
        return {}
    physical: Json = {"artifactLocation": {"uri": quote(where.path, safe="/", errors="replace")}}
    if where.line is not None:
        physical["region"] = {"startLine": where.line} | _columns(where)
    return {"physicalLocation": physical}


def _columns(where: Location) -> dict[str, int]:
    if where.column is None:
        return {}
    return {"startColumn": where.column, "endColumn": where.column + max(where.length, 1)}
