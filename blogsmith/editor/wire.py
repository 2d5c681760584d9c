"""Our values become those of the Language Server Protocol, and back: places count from 0 there, in units of UTF-16.

Source: Language Server Protocol 3.17.
"""

from collections.abc import Callable, Iterable, Sequence

from lsprotocol import types
from pygls.workspace import PositionCodec

from blogsmith.editor.fixes import Edit, Fix
from blogsmith.editor.offers import Offer
from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.source import Location
from blogsmith.reports.words import Words

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


def lines_of(text: str) -> Sequence[str]:
    """The lines of a text as blogsmith and editors count them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def range_of(where: Location, lines: Sequence[str], codec: PositionCodec) -> types.Range:
    """A place in a file that holds `lines`; its first line where the whole file is meant."""
    if where.line is None:
        return types.Range(start=types.Position(line=0, character=0), end=_position(1, len(lines[0]), lines, codec))
    start = (where.column or 1) - 1
    length = where.length if where.column is not None else len(lines[min(where.line, len(lines)) - 1])
    return types.Range(
        start=_position(where.line, start, lines, codec),
        end=_position(where.line, start + length, lines, codec),
    )


def place_of(position: types.Position, lines: Sequence[str], codec: PositionCodec) -> tuple[int, int]:
    """Index of the line and of the character in it, as far as there are any."""
    number = min(position.line, len(lines) - 1)
    units = 0
    for column, character in enumerate(lines[number]):
        if units >= position.character:
            return number, column
        units += codec.client_num_units(character)
    return number, len(lines[number])


def diagnostic_of(
    finding: Diagnostic, lines: Sequence[str], codec: PositionCodec, words: Words, uri_of: Callable[[str], str]
) -> types.Diagnostic:
    """A finding with its words, and what to type next under them."""
    advice = words.help(finding)
    related = [
        types.DiagnosticRelatedInformation(
            location=location_of(note.location, uri_of(note.location.path)), message=words.note(finding, note)
        )
        for note in finding.notes
        if note.location is not None
    ]
    return types.Diagnostic(
        range=range_of(finding.location, lines, codec),
        message=f"{words.message(finding)}\n{advice}" if advice else words.message(finding),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source="blogsmith",
        related_information=related or None,
    )


def location_of(where: Location, uri: str) -> types.Location:
    """A place in a file whose lines are not at hand: its column counts characters."""
    start = types.Position(line=(where.line or 1) - 1, character=(where.column or 1) - 1)
    end = types.Position(line=start.line, character=start.character + where.length)
    return types.Location(uri=uri, range=types.Range(start=start, end=end))


def action_of(
    fix: Fix, told: types.Diagnostic, uri: str, lines: Sequence[str], codec: PositionCodec, words: Words
) -> types.CodeAction:
    """A fix that an editor can offer at the finding that was `told`."""
    return types.CodeAction(
        title=words.say(fix.key, **dict(fix.facts)),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[told],
        edit=types.WorkspaceEdit(changes={uri: [_text_edit(fix.edit, lines, codec)]}),
        is_preferred=fix.mends,
    )


def item_of(offer: Offer, position: types.Position, codec: PositionCodec, order: int) -> types.CompletionItem:
    """An offer that replaces what was typed of it left of `position`."""
    start = max(0, position.character - codec.client_num_units(offer.word))
    span = types.Range(start=types.Position(line=position.line, character=start), end=position)
    return types.CompletionItem(
        label=offer.text.removesuffix(": "),
        kind=types.CompletionItemKind.Property if offer.is_key else types.CompletionItemKind.Value,
        detail=offer.about or None,
        sort_text=f"{order:05}",
        filter_text=offer.text,
        text_edit=types.TextEdit(range=span, new_text=offer.text),
    )


def overlap(one: types.Range, other: types.Range) -> bool:
    """Whether two ranges touch."""
    return one.start <= other.end and other.start <= one.end


def explained(findings: Iterable[Diagnostic], words: Words) -> str:
    """Findings at one place as Markdown: what is wrong, what to type, and why the rule is there."""
    parts = []
    for finding in findings:
        lines = [f"**{finding.rule}**: {words.message(finding)}", words.help(finding), words.why(finding.rule)]
        lines += [f"*{words.say('but')}*: {but}" for but in [words.text(finding.rule, "but")] if but]
        parts.append("\n\n".join(line for line in lines if line))
    return "\n\n---\n\n".join(parts)


def _text_edit(edit: Edit, lines: Sequence[str], codec: PositionCodec) -> types.TextEdit:
    start = _position(edit.line, edit.column - 1, lines, codec)
    end = _position(edit.line, edit.column - 1 + edit.length, lines, codec)
    return types.TextEdit(range=types.Range(start=start, end=end), new_text=edit.text)


def _position(line: int, column: int, lines: Sequence[str], codec: PositionCodec) -> types.Position:
    """A place that exists: past the last line it is that line's end. `line` counts from 1, `column` from 0."""
    if line > len(lines):
        line, column = len(lines), len(lines[-1])
    return types.Position(line=line - 1, character=codec.client_num_units(lines[line - 1][:column]))
