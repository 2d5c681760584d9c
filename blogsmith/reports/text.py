"""Findings become a report for a person at a terminal, one block a finding, as compilers print them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Location
from blogsmith.reports.excerpt import excerpt_of
from blogsmith.reports.order import in_order, tally
from blogsmith.reports.place import note_line, spot
from blogsmith.reports.visible import visible
from blogsmith.reports.words import Words

Excerpt = Callable[[str, int], str | None]
"""The text of a line, by path and line number from 1; None where it cannot be read."""

Tell = Callable[[Diagnostic], str]
"""The block of one finding."""

_MOST = 100
"""Findings of one rule in one file that are told one by one: nobody reads a thousand, and a file may hold 100,000."""

_BOLD = "1"
_EDGE = "1;34"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


def render(
    diagnostics: Iterable[Diagnostic],
    words: Words,
    *,
    excerpt: Excerpt,
    colour: bool,
    summary: bool = True,
    tell: Tell | None = None,
) -> str:
    """Findings by path and line, a blank line between two, and how many there are; empty where there is none.

    Of what one rule finds in one file the first hundred, and how many more there are. `tell`: where blocks come from,
    if not from `teller`.
    """
    found = in_order(diagnostics)
    if not found:
        return ""
    pen = _Pen(colour=colour)
    blocks = list(_blocks(found, words, tell or teller(words, excerpt=excerpt, colour=colour), pen))
    if summary:
        blocks.append(pen.paint(summary_of(found, words), _BOLD))
    return "\n\n".join(blocks) + "\n"


def teller(words: Words, *, excerpt: Excerpt, colour: bool) -> Tell:
    """Puts findings into words, one by one."""
    pen = _Pen(colour=colour)
    return lambda finding: "\n".join(_block(finding, words, excerpt, pen))


def summary_of(diagnostics: Iterable[Diagnostic], words: Words) -> str:
    """`3 errors, 1 warning`; empty where nothing was found."""
    counts = tally(diagnostics)
    return ", ".join(words.say(f"{severity.value}s", count=count) for severity, count in counts.items() if count)


@frozen
class _Pen:
    colour: bool

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and text else text


def _blocks(found: Sequence[Diagnostic], words: Words, tell: Tell, pen: _Pen) -> Iterator[str]:
    """Where the first finding stands that is not told, how many of its kind are not."""
    kinds = [(finding.location.path, finding.rule, finding.severity) for finding in found]
    counts, told = Counter(kinds), Counter[tuple[str, str, Severity]]()
    for finding, kind in zip(found, kinds, strict=True):
        told[kind] += 1
        if told[kind] <= _MOST:
            yield tell(finding)
        elif told[kind] == _MOST + 1:
            facts = {"rule": visible(finding.rule), "path": visible(finding.location.path)}
            yield pen.paint(words.say("more-findings", count=counts[kind] - _MOST, **facts), _BOLD)


def _block(diagnostic: Diagnostic, words: Words, excerpt: Excerpt, pen: _Pen) -> Iterator[str]:
    where = diagnostic.location
    paint = _COLOURS[diagnostic.severity]
    label = f"{words.say(diagnostic.severity.value)}[{visible(diagnostic.rule)}]"
    yield f"{pen.paint(label, paint)}{pen.paint(f': {words.message(diagnostic)}', _BOLD)}"
    margin = " " * (len(str(where.line or 1)) + 1)
    yield f"{margin}{pen.paint('-->', _EDGE)} {spot(where)}"
    yield from _source(where, excerpt, pen, margin, paint)
    for label, text in _remarks(diagnostic, words):
        rest = f"\n{margin}   ".join(text.splitlines())
        yield f"{margin} {pen.paint('=', _EDGE)} {pen.paint(f'{label}:', _BOLD)} {rest}"


def _source(where: Location, excerpt: Excerpt, pen: _Pen, margin: str, paint: str) -> Iterator[str]:
    line = excerpt(where.path, where.line) if where.line is not None else None
    if line is None:
        return
    text, mark = excerpt_of(line, where.column, where.length)
    edge = pen.paint("|", _EDGE)
    yield f"{margin} {edge}"
    yield f" {pen.paint(str(where.line), _EDGE)} {edge} {text}".rstrip()
    if mark:
        lead = len(mark) - len(mark.lstrip())
        yield f"{margin} {edge} {mark[:lead]}{pen.paint(mark[lead:], paint)}"


def _remarks(diagnostic: Diagnostic, words: Words) -> Iterator[tuple[str, str]]:
    advice = words.help(diagnostic)
    if advice:
        yield words.say("help"), advice
    for note in diagnostic.notes:
        yield words.say("note"), note_line(diagnostic, note, words)
