"""What a comment provider is: its options, the sources its widget needs, and the widget of a thread, as plain values.

Anyone may add one: an entry point in the group `blogsmith.comments` that names a `Provider`.
"""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any, Literal
from urllib.parse import urlsplit

from blogsmith.model.comments import PulledThread
from blogsmith.model.frozen import frozen

OptionValue = str | int | bool
Options = Mapping[str, OptionValue]
Csp = Mapping[str, tuple[str, ...]]
"""Sources by directive of a Content-Security-Policy: `{"script-src": ("https://giscus.app",)}`."""
Plan = Mapping[str, Any]
"""How the loader brings a widget in; see `plan`."""


@frozen
class Option:
    """A key of `[comments.options]`."""

    name: str
    example: str
    """A value as it is typed, for messages: `"example/blog"`."""
    kind: Literal["text", "url", "address", "integer", "boolean"] = "text"
    """`url`: a whole URL; `address`: that, or a path of this site."""
    default: OptionValue | None = None
    """None: it must be given."""
    choices: tuple[str, ...] = ()
    """The closed list of values; empty where any will do."""
    pattern: str = ""
    """What the whole of a text must match; empty where any will do."""


@frozen
class Thread:
    """The conversation under a post, as a provider is told of it."""

    key: str
    """`/p/<id>`: never the URL."""
    title: str
    language: str
    short_url: str
    """Absolute; leads to the post for ever."""
    first_url: str
    """The same as it was under the blog's first `base_url`: for providers that know a thread by a whole URL alone."""
    mention: str = ""
    """Whole URL of the post on Mastodon; empty where it has none."""


@frozen
class Widget:
    """What stands in the page for a thread."""

    mount: str = ""
    """Safe markup that the provider's script fills."""
    plan: Plan | None = None
    """None: no script of the provider's is loaded."""
    link: str = ""
    """Where the thread can be read and answered without a script; may be empty."""
    link_rel: str = ""
    """Not empty where other programs, not readers, follow that link: its `rel` in the head of the page."""


@frozen
class Provider:
    """One way to talk."""

    id: str
    """What `[comments] provider` names."""
    name: str
    """What readers call it."""
    third_party: bool
    """True where another company runs it: nothing is fetched before a reader asks."""
    options: tuple[Option, ...]
    widget: Callable[[Thread, Options], Widget]
    csp: Callable[[Options], Csp]
    read_export: Callable[[bytes], tuple[PulledThread, ...]] | None = None
    """What `blogsmith comments pull --from FILE` makes of a file that it exported. May raise ValueError."""
    contract: str
    """Source and date of what the widget follows."""


def element(name: str, attributes: Mapping[str, str]) -> str:
    """An empty element; attributes without a value are left out."""
    inside = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{inside}></{name}>"


def plan(  # the whole contract with the loader, in one place
    script: str,
    *,
    ready: str,
    attributes: Mapping[str, str] | None = None,
    module: bool = False,
    values: Mapping[str, Any] | None = None,
    configure: Mapping[str, Mapping[str, Any]] | None = None,
    call: tuple[str, Mapping[str, Any]] | None = None,
    meta: Mapping[str, str] | None = None,
    style: str = "",
    on_theme: Mapping[str, Any] | None = None,
    amend: Mapping[str, Mapping[str, str]] | None = None,
) -> Plan:
    """How the loader brings a widget in. `{scheme}` in any text is `light` or `dark`; `{dark}` alone is true or false.

    `script`: URL, loaded with `attributes`. `ready`: a selector that matches once the widget is there.
    `values`: set on `window` before; `configure`: functions on `window` that assign what is given to `this`.
    `call`: a function of the script's, and its argument; what it returns is the instance. `meta`: names and contents
    for the head. `style`: URL of a style sheet. `amend`: attributes for what a selector finds, once the widget is
    there: what its own markup lacks. `on_theme`: what is done when light changes to dark: a `message` to the
    `frame` at `origin`, `attribute` of an `element` set to `value`, or `call` (a function) or `method` (of the
    instance) `with` an argument.
    """
    parts = {
        "script": script,
        "ready": ready,
        "attributes": attributes,
        "module": module,
        "values": values,
        "configure": configure,
        "call": call,
        "meta": meta,
        "style": style,
        "theme": on_theme,
        "amend": amend,
    }
    return {name: part for name, part in parts.items() if part}


def text(options: Options, name: str) -> str:
    """An option as text, a URL without its last slash."""
    return str(options[name]).rstrip("/")


def origin(url: str) -> str:
    """`https://comments.example.com` of a whole URL; `'self'` of a path of this site."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else "'self'"


def spoken(language: str, known: frozenset[str], otherwise: str = "en") -> str:
    """The nearest language that a provider speaks: `pt-br` itself, else `pt`, else `otherwise`."""
    primary = language.partition("-")[0]
    return language if language in known else primary if primary in known else otherwise
