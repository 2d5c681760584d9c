"""All profiles of a site as they were understood, from the memory where none has changed: each is YAML, and a build
that publishes a corrected word needs every writer.
"""

from collections.abc import Mapping, Sequence

from blogsmith.model.author import Author
from blogsmith.model.config import Config
from blogsmith.model.diagnostic import Checked, Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.model.source import SourceFile
from blogsmith.model.words import AuthorId
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import canonical, codec_of, digest_of, packed
from blogsmith.pipeline.memory import Memory
from blogsmith.sources.author import read_authors

_KIND = "authors"


@frozen
class _Known:
    authors: dict[AuthorId, Author]
    diagnostics: tuple[Diagnostic, ...]


def known_authors(sources: Sequence[SourceFile], config: Config, memory: Memory) -> Checked[Mapping[AuthorId, Author]]:
    """As `read_authors` tells them."""
    key = digest_of(code_digest(), canonical(config), packed([(source.path, source.text) for source in sources]))
    found = memory.one(_KIND, key)
    if found is not None:
        known = codec_of(_Known).unpack(found)
        return Checked(value=known.authors, diagnostics=known.diagnostics)
    read = read_authors(sources, config)
    memory.keep_only(_KIND, {key: packed(_Known(authors=dict(read.value), diagnostics=read.diagnostics))})
    return read
