"""Who speaks in a passage: in an interview several of them begin with one name, in bold or before a colon."""

from collections.abc import Mapping

from blogsmith.model.document import Passage
from blogsmith.text.attribution import is_name, speaker_label
from blogsmith.text.patterns import pattern

NO_TURN = ("", 0)

_SHORT_LABEL = pattern(r"(?P<name>[^\W\d_][^\s:：]{0,14}(?: [^\s:：]{1,14})?)\s?[:：]\s")
_LONGEST_NAME, _FURTHEST = 30, 120
"""A name in bold has no more characters; behind more of them no colon ends a name."""


def turns_of(read: Mapping[int, Passage]) -> Mapping[int, tuple[str, int]]:
    """Whose turn a passage is, by its number, and where the words begin; a label alone gives its speaker the next one.

    In an interview several passages begin with one name, in bold or before a colon.
    """
    labelled = {
        number: passage
        for number, passage in read.items()
        if passage.lead
        or ": " in passage.text[:_FURTHEST]
        or "：" in passage.text[:_FURTHEST]
        or passage.text[0] in "QA"
    }
    if not labelled:
        return {}
    heads = {number: _head(passage) for number, passage in labelled.items()}
    names = [name for name, _ in heads.values() if name]
    turns: dict[int, tuple[str, int]] = {}
    for number, passage in labelled.items():
        label, start = speaker_label(passage.text)
        if not label and names.count(heads[number][0]) > 1:
            label, start = heads[number]
        if label:
            turns[number] = (label, start)
            if start >= len(passage.text):
                turns[number + 1] = (label, 0)
    return turns


def _head(passage: Passage) -> tuple[str, int]:
    """The name a passage begins with, in bold or before a colon, and where the words behind it begin."""
    if 0 < passage.lead <= _LONGEST_NAME:
        name = passage.text[: passage.lead].rstrip(" :：")
        if is_name(name):
            rest = passage.text[passage.lead :]
            return name, passage.lead + len(rest) - len(rest.lstrip(" :："))
    match = _SHORT_LABEL.match(passage.text)
    return (match["name"], match.end()) if match and is_name(match["name"]) else NO_TURN
