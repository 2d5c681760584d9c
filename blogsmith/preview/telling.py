"""A finding becomes what the browser shows of it: the terminal's own words, lines and marks, in parts."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.reports.excerpt import excerpt_of
from blogsmith.reports.order import in_order
from blogsmith.reports.place import note_line, spot
from blogsmith.reports.words import Words

_AROUND = 2
"""Lines shown above and below the one at fault."""


@frozen
class Teller:
    """In whose words, and of whose files."""

    words: Words
    root: Path
    line_of: Callable[[str, int], str | None]
    """The text of a line, by path and number from 1."""
    opens: bool = True
    """False for a browser on another machine: there is no editor there."""

    def all(self, findings: Iterable[Diagnostic]) -> list[dict[str, object]]:
        """Every finding as the browser gets it, those that weigh most and stand first before others."""
        return [self.one(finding) for finding in in_order(findings)]

    def one(self, finding: Diagnostic) -> dict[str, object]:
        """A finding as the browser gets it."""
        where, words = finding.location, self.words
        return {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "message": words.message(finding),
            "help": words.help(finding),
            "notes": [note_line(finding, note, words) for note in finding.notes],
            "why": words.why(finding.rule),
            "but": words.text(finding.rule, "but"),
            "path": where.path,
            "line": where.line,
            "column": where.column,
            "length": where.length,
            "spot": spot(where),
            "excerpt": self._excerpt(finding),
            "open": self.opening(where.path, where.line, where.column),
        }

    def opening(self, path: str, line: int | None = None, column: int | None = None) -> str:
        """The address that opens a file in an editor; empty where there is none to open it."""
        if not self.opens:
            return ""
        place = f":{line}:{column or 1}" if line is not None else ""
        return f"vscode://file{self.root / path}{place}"

    def _excerpt(self, finding: Diagnostic) -> list[Mapping[str, object]]:
        where = finding.location
        if where.line is None:
            return []
        lines: list[Mapping[str, object]] = []
        for number in range(max(1, where.line - _AROUND), where.line + _AROUND + 1):
            line = self.line_of(where.path, number)
            if line is None:
                continue
            own = number == where.line
            text, mark = excerpt_of(line, where.column if own else None, where.length)
            lines.append({"number": number, "text": text, "mark": mark, "at": own})
        return lines
