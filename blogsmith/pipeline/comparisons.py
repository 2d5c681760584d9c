"""What was compared with what, in the memory: the next trip compares only what is new."""

from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import codec_of
from blogsmith.pipeline.memory import Memory
from blogsmith.policy.alike import Comparing, Comparison

_KIND = "compared"
_Kept = dict[str, Comparison]


def known_comparisons(memory: Memory) -> dict[str, Comparison]:
    """Those of the last trip; none where they are not remembered."""
    found = memory.one(_KIND, code_digest())
    return codec_of(_Kept).unpack(found) if found is not None else {}


def remember_comparisons(memory: Memory, comparing: Comparing) -> None:
    """Keeps those of this trip in place of the last one's."""
    if comparing.now != comparing.before:
        memory.keep_only(_KIND, {code_digest(): codec_of(_Kept).pack(comparing.now)})
