"""A location becomes the text that terminals and editors turn into a link: `content/posts/robot.md:4:11`."""

from blogsmith.model.diagnostic import Diagnostic, Note
from blogsmith.model.source import Location
from blogsmith.reports.visible import visible
from blogsmith.reports.words import Words


def spot(where: Location) -> str:
    """Path, line and column, as far as they are known."""
    numbers = [str(number) for number in (where.line, where.column) if number is not None]
    return ":".join([visible(where.path), *numbers])


def note_line(diagnostic: Diagnostic, note: Note, words: Words) -> str:
    """The words of a note, and where it points to, if anywhere."""
    text = words.note(diagnostic, note)
    return f"{text} --> {spot(note.location)}" if note.location else text
