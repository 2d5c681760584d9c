"""Helpers: a body as the voice that is read in it."""

from collections.abc import Sequence
from pathlib import Path

from blogsmith.model.config import MarkdownConfig
from blogsmith.policy.voice.verdict import Voice, read_voice
from blogsmith.text.markdown import parse_markdown
from blogsmith.text.prose import Prose, read_prose

KOREAN = Path(__file__).parent / "ko"


def prose_of(body: str, *, authors: Sequence[str] = ()) -> Prose:
    document = parse_markdown(body, config=MarkdownConfig(), nesting=50)
    return read_prose(document, author_names=authors)


def voice_of(
    body: str, language: str, *, title: str = "", authors: Sequence[str] = (), organisations: Sequence[str] = ()
) -> Voice:
    return read_voice(
        prose_of(body, authors=authors),
        language=language,
        title=title,
        author_names=authors,
        organisation_names=organisations,
    )


def marks(body: str, language: str, *, organisations: Sequence[str] = ()) -> list[tuple[str, str]]:
    """(mark, because) of each sentence of `body`."""
    voice = voice_of(body, language, organisations=organisations)
    return [(found.mark, found.because) for found in voice.sentences]


def fixture(path: Path) -> tuple[str, str]:
    """Title and body of a Korean fixture."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return head.partition('title: "')[2].partition('"\n')[0], body
