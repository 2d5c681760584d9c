"""Every format a report can have, by the name that `--format` takes."""

from collections.abc import Iterable

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.reports import text
from blogsmith.reports.words import Words

MACHINE_FORMATS = ("json", "github", "sarif", "junit")
"""Formats for programs: they need neither the sources nor a terminal."""

FORMATS = ("text", *MACHINE_FORMATS)
"""Every format; the first is the default."""


def render_as(
    name: str, diagnostics: Iterable[Diagnostic], words: Words, *, excerpt: text.Excerpt, colour: bool = False
) -> str:
    """The report, ending in a line end where it is not empty. Raises KeyError where `name` is none of FORMATS.

    `excerpt` and `colour` matter to `text` alone.
    """
    if name == "text":
        return text.render(diagnostics, words, excerpt=excerpt, colour=colour)
    from blogsmith.reports import machine  # people read text

    return machine.RENDERED[name](diagnostics, words)
