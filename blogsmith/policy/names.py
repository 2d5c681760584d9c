"""Names as profiles and the config give them: one text, or one a language."""

from collections.abc import Mapping


def each_name(text: str | Mapping[str, str]) -> tuple[str, ...]:
    """Every name there is, once."""
    given = (text,) if isinstance(text, str) else tuple(text.values())
    return tuple(dict.fromkeys(name for name in given if name))
