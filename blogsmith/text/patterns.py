"""Regular expressions that are compiled when they are first used: most runs use few of them."""

import re
from typing import AnyStr, Generic, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern", "flags", "groups")


class _Deferred(Generic[AnyStr]):
    """A pattern that becomes one when it is asked for anything; from then on nothing stands between."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._given: tuple[AnyStr, int] = (text, flags)

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._given)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, but that a mistake in `text` is raised by the first use."""
    return cast("re.Pattern[AnyStr]", _Deferred(text, flags))
