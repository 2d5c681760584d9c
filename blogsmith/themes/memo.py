"""What a macro said of a card is said again: cards stand in many lists, and a macro is a function of its arguments.

That holds for macros imported without context, whose module sees nothing of the page. Their arguments are compared by
value where they are text, numbers, booleans or none, and by identity where they are views, which never change.
"""

from collections.abc import Mapping
from typing import Any

from jinja2.nodes import EvalContext
from jinja2.runtime import Macro
from markupsafe import Markup

from blogsmith.model.frozen import is_frozen

_LIMIT = 1_500_000
"""Characters kept; with more all are forgotten, so that no blog is too large."""

_BY_VALUE = frozenset((str, Markup, int, bool, type(None)))
_Key = tuple[object, ...]


class MacroMemo:
    """The results of pure macros, of one environment."""

    def __init__(self) -> None:
        self._pure: dict[int, Macro] = {}
        self._views: dict[type, bool] = {}
        self._said: dict[_Key, tuple[object, Any]] = {}
        self._characters = 0

    def trust(self, names: Mapping[str, object]) -> None:
        """Takes the macros of a module that was made without a page's context as pure."""
        self._pure.update({id(value): value for value in names.values() if type(value) is Macro})

    def forget(self) -> None:
        """Forgets every result."""
        self._said.clear()
        self._characters = 0

    def call(self, macro: Macro, eval_context: EvalContext, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        """The macro's result, remembered where it can be."""
        key = self._key(macro, args, kwargs)
        if key is None:
            return macro(eval_context, *args, **kwargs)
        known = self._said.get(key)
        if known is None:
            said = macro(eval_context, *args, **kwargs)
            if self._characters >= _LIMIT:
                self.forget()
            self._characters += len(said)
            # The arguments are kept too: an identity is worth something only while its owner lives.
            known = self._said[key] = ((args, kwargs), said)
        return known[1]

    def _key(self, macro: Macro, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> _Key | None:
        if id(macro) not in self._pure or not args:
            return None
        key: list[object] = [id(macro)]
        for value in args:
            part = self._part(value)
            if part is None:
                return None
            key.append(part)
        for name, value in kwargs.items():
            part = self._part(value)
            if part is None:
                return None
            key += (name, part)
        return tuple(key)

    def _part(self, value: object) -> object | None:
        """What stands for the value in a key; None for what may change."""
        kind = type(value)
        if kind in _BY_VALUE:
            return (kind, value)
        known = self._views.get(kind)
        if known is None:
            known = self._views.setdefault(kind, is_frozen(kind))
        return id(value) if known else None
