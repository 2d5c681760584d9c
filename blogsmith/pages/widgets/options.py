"""`[comments]` becomes a provider with all of its options, or diagnostics: one for each fault."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from urllib.parse import urlsplit

from blogsmith.model.config import ConfigFile
from blogsmith.model.conversation import OFF
from blogsmith.model.diagnostic import Checked, Diagnostic, Fact, Severity
from blogsmith.model.frozen import frozen
from blogsmith.pages.widgets.provider import Csp, Option, Options, OptionValue, Provider, Thread, Widget
from blogsmith.text.suggest import nearest

_MOST_DAYS = 30
_TYPES: Mapping[str, type] = {"boolean": bool, "integer": int}


@frozen
class Commenting:
    """How readers write on this blog."""

    provider: Provider | None = None
    """None where they do not."""
    options: Options = field(default_factory=dict)
    live: bool = True
    """False in a preview: no page that it shows can write to a real thread."""

    @property
    def csp(self) -> Csp:
        """What a page with a thread may fetch, beside what every page may; empty where nothing is fetched."""
        return self.provider.csp(self.options) if self.provider is not None and self.live else {}

    def widget(self, thread: Thread) -> Widget | None:
        """The live widget of a thread; None where there is none."""
        return self.provider.widget(thread, self.options) if self.provider is not None and self.live else None


def commenting_of(config_file: ConfigFile, providers: Iterable[Provider], *, live: bool = True) -> Checked[Commenting]:
    """The provider that the config names.

    Reports comments/reply-days, former-url, provider, option, option-value, missing-option.
    """
    config = config_file.config.comments
    by_id = {provider.id: provider for provider in providers}
    faults = list(_value_faults(config_file))
    if config.provider == OFF:
        return Checked(value=Commenting(live=live), diagnostics=tuple(faults))
    provider = by_id.get(config.provider)
    if provider is None:
        facts = (("value", config.provider), ("choices", ", ".join((OFF, *by_id))), *_near(config.provider, by_id))
        faults.append(_fault(config_file, "comments/provider", "provider", *facts))
        return Checked(value=Commenting(live=live), diagnostics=tuple(faults))
    faults += _option_faults(config_file, provider)
    defaults = {option.name: option.default for option in provider.options if option.default is not None}
    value = Commenting(provider=provider, options={**defaults, **config.options}, live=live)
    return Checked(value=value, diagnostics=tuple(faults))


def _value_faults(config_file: ConfigFile) -> Iterator[Diagnostic]:
    config = config_file.config.comments
    if not 0 <= config.reply_days <= _MOST_DAYS:
        yield _fault(
            config_file, "comments/reply-days", "reply_days", ("value", config.reply_days), ("high", _MOST_DAYS)
        )
    for url in config.former_urls:
        if not _is_url(url):
            yield _fault(config_file, "comments/former-url", "former_urls", ("value", url))


def _option_faults(config_file: ConfigFile, provider: Provider) -> Iterator[Diagnostic]:
    given = config_file.config.comments.options
    known = {option.name: option for option in provider.options}
    for key, value in given.items():
        if key not in known:
            facts = (("value", key), ("provider", provider.id), *_near(key, known))
            yield _fault(config_file, "comments/option", "options", key, *facts)
        elif not _takes(known[key], value):
            facts = (("value", str(value)), ("key", key), ("example", known[key].example))
            yield _fault(config_file, "comments/option-value", "options", key, *facts)
    for option in provider.options:
        if option.default is None and option.name not in given:
            facts = (("value", option.name), ("provider", provider.id), ("example", option.example))
            yield _fault(config_file, "comments/missing-option", "options", *facts)


def _takes(option: Option, value: OptionValue) -> bool:
    kind = _TYPES.get(option.kind, str)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        return False
    if not isinstance(value, str):
        return True
    if option.kind in ("url", "address"):
        return _is_url(value) or (option.kind == "address" and bool(re.fullmatch(r"/(?!/)[\w./-]*", value)))
    if option.choices:
        return value in option.choices
    return re.fullmatch(option.pattern or ".*", value) is not None and (bool(value) or option.default == "")


def _is_url(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(re.fullmatch(r"[\w.:\[\]-]+", parts.netloc))


def _near(value: str, known: Iterable[str]) -> tuple[tuple[str, Fact], ...]:
    near = nearest(value, known)
    return (("suggestion", near),) if near else ()


def _fault(config_file: ConfigFile, rule: str, *rest: str | tuple[str, Fact]) -> Diagnostic:
    keys = [part for part in rest if isinstance(part, str)]
    facts = tuple(part for part in rest if not isinstance(part, str))
    return Diagnostic(rule=rule, severity=Severity.ERROR, location=config_file.at("comments", *keys), facts=facts)
