"""Findings in the order in which every report lists them, and how many there are of each weight."""

from collections.abc import Iterable, Mapping

from blogsmith.model.diagnostic import Diagnostic, Severity


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by path, line, column, rule; what means the whole file before what means a line."""
    return tuple(sorted(diagnostics, key=_place))


def tally(diagnostics: Iterable[Diagnostic]) -> Mapping[Severity, int]:
    """How many findings there are of each severity, the heaviest first; every severity is there."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    return {severity: severities.count(severity) for severity in Severity}


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    where = diagnostic.location
    return where.path, where.line or 0, where.column or 0, diagnostic.rule
