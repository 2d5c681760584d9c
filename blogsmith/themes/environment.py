"""The template engine as themes know it: sandboxed, strict, escaped, and bound to one language.

A template sees its view, `t`, `hook`, and what `blogsmith/themes/__init__.py` lists; no clock, no chance, no files.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    UndefinedError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace, missing
from markupsafe import Markup

from blogsmith.themes import filters as plain
from blogsmith.themes.layer import HOOK, Layer, find_hook, find_template
from blogsmith.themes.speech import DATE_FILTERS, Speech
from blogsmith.themes.theme import Theme

Filter = Callable[..., str]

_NOT_FOR_THEMES = ("safe", "tojson", "random", "pprint", "do_pprint")
"""`markup` and `json` stand for the first two; chance and memory addresses would make builds differ."""


class UnknownNameError(UndefinedError):
    """A template uses a name, or the field of a value, that is not there."""

    def __init__(self, message: str, name: str, owner: object) -> None:
        super().__init__(message)
        self.name = name
        self.known = None if owner is missing else field_names(owner)
        """What could have been meant; None where it is a name of the page itself."""


class Unknown(StrictUndefined):
    """What a missing name is: it may be asked whether it is defined, any other use raises UnknownNameError."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        def unknown(message: str) -> UndefinedError:
            return UnknownNameError(message, str(name), obj)

        super().__init__(hint, obj, name, unknown if exc is UndefinedError and name is not None else exc)  # type: ignore[arg-type]  # called with a message, as a class would be


def field_names(value: object) -> tuple[str, ...]:
    """What a template may ask a value for: fields of a view, keys of a table."""
    if is_dataclass(value):
        return tuple(part.name for part in fields(value))
    return tuple(str(key) for key in value) if isinstance(value, Mapping) else ()


class SharedCode(BytecodeCache):
    """Compiled templates by content, in memory: every language of a site uses the same code."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the bucket its code, where it was compiled before."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the bucket's code."""
        self._code[bucket.key, bucket.checksum] = bucket.code


class Layers(BaseLoader):
    """Finds templates by address, `0:post.html` or `hook:comments`, or by plain name."""

    def __init__(self, layers: tuple[Layer, ...]) -> None:
        self._layers = layers

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Text, path for messages, and that it never changes."""
        head, colon, name = template.partition(":")
        if f"{head}:" == HOOK:
            found = find_hook(self._layers, name)
        elif colon and head.isdigit():
            found = find_template(self._layers[int(head) : int(head) + 1], name)
        else:
            found = find_template(self._layers, template)
        if found is None:
            raise TemplateNotFound(template)
        return found.file.text, found.file.path, lambda: True


class ThemeEnvironment(ImmutableSandboxedEnvironment):
    """Jinja with the layers of a theme and one language."""

    def __init__(self, theme: Theme, speech: Speech, filters: Mapping[str, Filter], code: SharedCode) -> None:
        super().__init__(
            loader=Layers(theme.layers),
            bytecode_cache=code,
            undefined=Unknown,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.speech = speech
        self._layers = theme.layers
        self.globals = {"range": safe_range, "dict": dict, "namespace": Namespace, "t": speech.say, "hook": _hook}
        for name in _NOT_FOR_THEMES:
            self.filters.pop(name, None)
        self.filters.update(_own_filters(speech))
        self.filters.update({name: _as_markup(function) for name, function in filters.items()})

    def join_path(self, template: str, parent: str) -> str:
        """The address of a template as another one names it."""
        head = parent.partition(":")[0]
        found = find_template(self._layers, template, at=int(head) if head.isdigit() else 0)
        return found.address if found else template


@pass_context
def _hook(context: Context, name: str, /, **values: object) -> Markup:
    """The site's own markup for `name`, or nothing."""
    environment = context.environment
    try:
        template = environment.get_template(f"{HOOK}{name}")
    except TemplateNotFound:
        return Markup()
    site = context.resolve_or_missing("site")
    return Markup(template.render(values if site is missing else {"site": site, **values}))


def _own_filters(speech: Speech) -> Mapping[str, Callable[..., object]]:
    return {
        "markup": plain.markup,
        "iso": plain.iso,
        "rfc822": plain.rfc822,
        "json": plain.as_json,
        "xml": plain.without_forbidden,
        "typeset": plain.typeset,
        "count": _bound(speech.count),
        **{name: _dated(speech, pattern) for name, pattern in DATE_FILTERS.items()},
    }


def _bound(function: Callable[..., str]) -> Callable[..., str]:
    """The filter, never folded into compiled code, which other languages share."""

    @pass_context
    def filtered(_context: Context, value: Any) -> str:
        return function(value)

    return filtered


def _dated(speech: Speech, pattern: str) -> Callable[..., str]:
    return _bound(lambda day: speech.date(pattern, day))


def _as_markup(function: Filter) -> Callable[..., Markup]:
    def drawn(*values: Any, **options: Any) -> Markup:
        return Markup(function(*values, **options))

    return drawn
