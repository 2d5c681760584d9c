"""What the last build said of its findings is said again, where an edit left their files as they were.

A blog of ten thousand posts may have a thousand warnings, and to put them into words takes a tenth of an edit.
"""

import contextlib
from collections.abc import Iterator

from blogsmith.cli.settings import Settings
from blogsmith.model.diagnostic import Diagnostic
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import canonical, codec_of, digest_of, packed
from blogsmith.pipeline.memory import FILE, TOLD, Memory
from blogsmith.pipeline.outcome import Outcome
from blogsmith.reports.text import Tell, teller
from blogsmith.reports.words import Words
from blogsmith.sources.lines import line_reader

_FEW = 100
"""So many findings are written sooner than they are looked up."""


@contextlib.contextmanager
def retold(settings: Settings, outcome: Outcome, *, remember: bool) -> Iterator[Tell | None]:
    """Where the blocks of this build's findings come from; afterwards they are remembered. None where few are told."""
    if not remember or outcome.output is None:
        yield None
        return
    memory = Memory(settings.root / ".blogsmith" / FILE)
    if settings.report != "text" or len(outcome.diagnostics) < _FEW:
        memory.retain(TOLD, ())  # nothing stays that a post no longer says
        memory.close()
        yield None
        return
    key = digest_of(code_digest(), canonical((settings.lang, settings.colour)))
    found = memory.one(TOLD, key) if outcome.edited is not None else None
    before = codec_of(dict[bytes, str]).unpack(found) if found is not None else {}
    told: dict[bytes, str] = {}
    write = teller(Words(settings.lang), excerpt=line_reader(settings.root), colour=settings.colour)

    def tell(finding: Diagnostic) -> str:
        mark = digest_of(packed(finding))
        is_old = mark in before and finding.paths.isdisjoint(outcome.edited or ())
        told[mark] = before[mark] if is_old else write(finding)
        return told[mark]

    yield tell
    if told != before:
        memory.keep_only(TOLD, {key: packed(told)})
    memory.close()
