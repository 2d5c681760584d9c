"""Findings become workflow commands: GitHub Actions shows each beside its line.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from collections.abc import Iterable

from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.reports.order import in_order
from blogsmith.reports.place import note_line
from blogsmith.reports.visible import visible
from blogsmith.reports.words import Words

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(diagnostics: Iterable[Diagnostic], words: Words) -> str:
    """One command a line, the help under the message; empty where nothing was found."""
    return "".join(f"{_command(diagnostic, words)}\n" for diagnostic in in_order(diagnostics))


def _command(diagnostic: Diagnostic, words: Words) -> str:
    where = diagnostic.location
    notes = [note_line(diagnostic, note, words) for note in diagnostic.notes]
    text = "\n".join(filter(None, [words.message(diagnostic), words.help(diagnostic), *notes]))
    properties = {"file": visible(where.path), "line": where.line, "col": where.column, "title": diagnostic.rule}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
