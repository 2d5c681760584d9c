"""A file's text with single values of its front matter replaced, or whole lines left out: all else stays as it is."""

from collections.abc import Collection, Mapping

from blogsmith.model.source import Place

_BOM = "\ufeff"


def with_values(text: str, values: Mapping[Place, str], *, without: Collection[int] = ()) -> str:
    """`text` with each place of `values` holding its value, and without the lines numbered (from 1) in `without`.

    A byte order mark and the ends of lines stay as they are.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    lines = text.removeprefix(_BOM).split("\n")
    for place, value in sorted(values.items(), key=lambda item: (-item[0].line, -item[0].column)):
        line, start = lines[place.line - 1], place.column - 1
        lines[place.line - 1] = line[:start] + value + line[start + place.length :]
    return mark + "\n".join(line for number, line in enumerate(lines, 1) if number not in without)
