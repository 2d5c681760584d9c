"""Remarks become diagnostics at the line of the old file where they belong."""

from collections.abc import Iterable, Iterator

from blogsmith.importers.draft import Remark
from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.source import Location


def located(remarks: Iterable[Remark], path: str, text: str) -> Iterator[Diagnostic]:
    """A diagnostic for each remark; of several about the same words each has its own line, as far as there are any."""
    reached: dict[str, int] = {}
    for remark in remarks:
        needle = remark.needle or remark.value
        at = text.find(needle, reached.get(needle, 0)) if needle else -1
        at = text.find(needle) if at < 0 and needle else at
        if at >= 0:
            reached[needle] = at + len(needle)
        yield _diagnostic(remark, _location(path, text, at, needle))


def about_file(remark: Remark, path: str) -> Diagnostic:
    """A diagnostic for a whole file."""
    return _diagnostic(remark, Location(path=path))


def _location(path: str, text: str, at: int, needle: str) -> Location:
    if at < 0:
        return Location(path=path)
    start = text.rfind("\n", 0, at) + 1
    length = len(needle.partition("\n")[0])
    return Location(path=path, line=text.count("\n", 0, at) + 1, column=at - start + 1, length=max(1, length))


def _diagnostic(remark: Remark, location: Location) -> Diagnostic:
    return Diagnostic(
        rule=remark.rule,
        severity=Severity.NOTE if remark.note else Severity.WARNING,
        location=location,
        facts=(("value", remark.value),),
        variant=remark.variant,
    )
