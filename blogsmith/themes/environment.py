"""The template engine as themes know it: sandboxed, strict, escaped, and bound to one language.

A template sees its view, `t`, `hook`, and what `blogsmith/themes/__init__.py` lists; no clock, no chance, no files.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    StrictUndefined,
    Template,
    TemplateNotFound,
    UndefinedError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace, missing
from markupsafe import Markup

from blogsmith.themes import filters as plain
from blogsmith.themes.bounds import refuse_large
from blogsmith.themes.layer import HOOK, Layer, find_hook, find_template
from blogsmith.themes.memo import MacroMemo
from blogsmith.themes.shipped import SHIPPED, shipped_code
from blogsmith.themes.speech import DATE_FILTERS, Speech
from blogsmith.themes.theme import Theme

Filter = Callable[..., str]

_NOT_FOR_THEMES = ("safe", "tojson", "random", "pprint", "do_pprint")
"""`markup` and `json` stand for the first two; chance and memory addresses would make builds differ."""


_MOST_TEMPLATES = 512

_LOOP = frozenset(("index", "index0", "first", "last", "length", "revindex", "revindex0"))


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
    """Compiled templates by name and content, in memory: every language and every build of a process uses them."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the bucket its code, where it was compiled before."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the bucket's code; what a preview compiled of a template that was edited for hours is let go."""
        if len(self._code) >= _MOST_TEMPLATES:
            self._code.clear()
        self._code[bucket.key, bucket.checksum] = bucket.code


@cache
def code_for(filters: frozenset[str]) -> SharedCode:
    """The compiled templates of this process; code knows which filters there are, so there is one for each set."""
    del filters
    return SharedCode()


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


class ThemeTemplate(Template):
    """A template that tells its environment which macros are pure: those of a module made without a page."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        module = super()._get_default_module(ctx)
        if module is self._module:
            self.environment.memo.trust(module.__dict__)  # type: ignore[attr-defined]  # always a ThemeEnvironment
        return module


class ThemeEnvironment(ImmutableSandboxedEnvironment):
    """Jinja with the layers of a theme and one language."""

    template_class = ThemeTemplate
    intercepted_binops = frozenset(("*", "**"))

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
        self.memo = MacroMemo()
        self._layers = theme.layers
        self._hooks: dict[str, bool] = {}
        self._open: dict[type, frozenset[str]] = {LoopContext: _LOOP}
        self._say = speech.say
        self.globals = {"range": safe_range, "dict": dict, "namespace": Namespace, "t": self._say, "hook": _hook}
        for name in _NOT_FOR_THEMES:
            self.filters.pop(name, None)
        self.filters.update(_own_filters(speech))
        self.filters.update({name: _as_markup(function) for name, function in filters.items()})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The fields of views without the sandbox's questions: they are plain values, and asked for most of all."""
        known = self._open.get(type(obj))
        if known is None:
            known = self._opened(type(obj))
        return getattr(obj, attribute) if attribute in known else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The same, as filters ask for them."""
        known = self._open.get(type(obj))
        if known is None:
            known = self._opened(type(obj))
        return getattr(obj, argument) if type(argument) is str and argument in known else super().getitem(obj, argument)

    def _opened(self, kind: type) -> frozenset[str]:
        names = (part.name for part in fields(kind)) if is_dataclass(kind) else ()
        return self._open.setdefault(kind, frozenset(name for name in names if not name.startswith("_")))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805  # as Jinja has it
        """Macros through the memo, `t` at once, all else as the sandbox does."""
        macro = type(__obj) is Macro
        if not macro and __obj is not __self._say:
            return super().call(__context, __obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return __self.memo.call(__obj, __context.eval_ctx, args, kwargs) if macro else __obj(*args, **kwargs)

    def compile(
        self,
        source: Any,
        name: str | None = None,
        filename: str | None = None,
        raw: bool = False,  # noqa: FBT001, FBT002  # as Jinja has it
        defer_init: bool = False,  # noqa: FBT001, FBT002
    ) -> Any:
        """The code of a template; of those that travel with blogsmith it is kept between builds."""
        if raw or filename is None or not filename.startswith(SHIPPED):
            return super().compile(source, name, filename, raw, defer_init)  # type: ignore[call-overload]  # as above
        return shipped_code(
            filename, str(name), source, lambda: super(ThemeEnvironment, self).compile(source, name, filename, raw=True)
        )

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`*` and `**`, where what comes out stays small. Raises SecurityError."""
        refuse_large(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def has_hook(self, name: str) -> bool:
        """Whether the site or a theme fills a hook; most are empty, and are asked for on every page."""
        known = self._hooks.get(name)
        if known is None:
            known = self._hooks.setdefault(name, find_hook(self._layers, name) is not None)
        return known

    def join_path(self, template: str, parent: str) -> str:
        """The address of a template as another one names it."""
        head = parent.partition(":")[0]
        found = find_template(self._layers, template, at=int(head) if head.isdigit() else 0)
        return found.address if found else template


@pass_context
def _hook(context: Context, name: str, /, **values: object) -> Markup:
    """The site's own markup for `name`, or nothing."""
    environment: ThemeEnvironment = context.environment  # type: ignore[assignment]  # no other has this function
    if not environment.has_hook(name):
        return Markup()
    template = environment.get_template(f"{HOOK}{name}")
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
        "with_code": plain.with_code,
        "count": _bound(speech.count),
        "round": plain.rounded,
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
    """The filter, never folded either."""

    @pass_context
    def drawn(_context: Context, *values: Any, **options: Any) -> Markup:
        return Markup(function(*values, **options))

    return drawn
