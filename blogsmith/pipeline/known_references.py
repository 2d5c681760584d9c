"""What each template refers to, from the memory where it is remembered: parsing all of a theme took a twentieth of a
small build.
"""

from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import codec_of, digest_of
from blogsmith.pipeline.memory import Memory
from blogsmith.themes.references import References, references

_KIND = "template"


class KnownReferences:
    """The references of templates by their texts."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._known = memory.all(_KIND)
        self._used: dict[bytes, bytes] = {}

    def references(self, text: str) -> References:
        """As `themes.references` tells them."""
        key, codec = digest_of(code_digest(), text.encode()), codec_of(References)
        found = self._known.get(key)
        value = codec.unpack(found) if found is not None else references(text)
        self._used[key] = found if found is not None else codec.pack(value)
        return value

    def remember(self) -> None:
        """Keeps those of the templates that were asked for, and no others."""
        if self._used.keys() != self._known.keys():
            self._memory.keep_only(_KIND, self._used)
