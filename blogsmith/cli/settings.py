"""What every command knows: where the site is, what time it is, and how to talk.

These options stand before or after the command.
"""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from blogsmith.model.frozen import frozen
from blogsmith.reports.format import FORMATS
from blogsmith.reports.words import LANGUAGES, Words, choose_language

_MEMO = "blogsmith."
SEEN = _MEMO + "seen"
"""Where a call keeps how the sources were found before its command was loaded."""


@frozen
class Settings:
    """The answers to the options that every command takes."""

    root: Path
    """Folder of the site."""
    config: Path
    """The site's `config.toml`."""
    now: datetime
    """The time at which the site is looked at; without offset: in the site's time zone."""
    lang: str
    """Language of messages: `en` or `ko`."""
    report: str
    """`text`, or a format for machines: then stdout holds that and nothing else."""
    quiet: int
    verbose: int

    @property
    def colour(self) -> bool:
        """Whether stderr is watched by a person who wants colour. Source: https://no-color.org."""
        if os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or sys.stderr.isatty()


class FrontCommand(click.Command):
    """A command that also takes the options of every command."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own options, then those of every command that it has not in its own way, then `--help`."""
        own = super().get_params(ctx)
        taken = {name for param in own for name in param.opts}
        common = [option for option in common_options() if taken.isdisjoint(option.opts)]
        return [*own[:-1], *common, own[-1]] if own else common


class FrontGroup(click.Group):
    """A group of commands that also takes the options of every command."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Those of every command, then `--help`."""
        own = super().get_params(ctx)
        return [*own[:-1], *common_options(), own[-1]] if own else common_options()


def common_options() -> list[click.Parameter]:
    """The options of every command; each value is remembered at the root of the call, the last one wins."""
    return [
        _option("-C", "directory", type=click.Path(path_type=Path), metavar="DIR", help="Folder of the site."),
        _option("--config", "config", type=click.Path(path_type=Path), metavar="FILE", help="Instead of config.toml."),
        _option("--now", "now", metavar="TIME", help="Look at the site as it is at this time: 2026-03-12T09:00."),
        _option("--lang", "lang", type=click.Choice(LANGUAGES), help="Language of messages."),
        _option("--format", "format", type=click.Choice(FORMATS), help="How findings are printed."),
        _option("-q", "--quiet", "quiet", count=True, help="Say less: once, no summary; twice, errors alone."),
        _option("-v", "--verbose", "verbose", count=True, help="Say more."),
    ]


def settings_of(ctx: click.Context) -> Settings:
    """The settings of this call. Raises click.UsageError for a time that is none."""
    given: Mapping[str, Any] = ctx.find_root().meta
    root, config = _find_site(given.get(_MEMO + "directory"), given.get(_MEMO + "config"))
    lang = language_of(ctx)
    return Settings(
        root=root,
        config=config,
        now=_now(given.get(_MEMO + "now"), lang),
        lang=lang,
        report=given.get(_MEMO + "format") or "text",
        quiet=given.get(_MEMO + "quiet") or 0,
        verbose=given.get(_MEMO + "verbose") or 0,
    )


def language_of(ctx: click.Context) -> str:
    """Language of messages: `--lang`, then BLOGSMITH_LANG, then the terminal's own, else English."""
    environment = [os.environ.get(name, "") for name in ("BLOGSMITH_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    return choose_language(ctx.find_root().meta.get(_MEMO + "lang"), environment)


def _option(*names: str, **options: Any) -> click.Option:
    return click.Option(list(names), expose_value=False, callback=_remember, **options)


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    memo = ctx.find_root().meta
    key = _MEMO + (param.name or "")
    if isinstance(value, int):
        memo[key] = memo.get(key, 0) + value
    elif value is not None:
        memo[key] = value


def _find_site(directory: Path | None, config: Path | None) -> tuple[Path, Path]:
    if directory is None and config is not None:
        return config.absolute().parent, config.absolute()
    start = (directory or Path()).absolute()
    places = [start] if directory is not None else [start, *start.parents]
    root = next((place for place in places if (place / "config.toml").is_file()), start)
    return root, config.absolute() if config is not None else root / "config.toml"


def time_of(wanted: str, option: str, lang: str) -> datetime:
    """The time that an option asks for. Raises click.UsageError for what is none."""
    moment = _moment(lambda: datetime.fromisoformat(wanted))
    if moment is None:
        raise click.UsageError(Words(lang).say("no-time", option=option, value=wanted))
    return moment


def _now(wanted: str | None, lang: str) -> datetime:
    if wanted:
        return time_of(wanted, "--now", lang)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        moment = _moment(lambda: datetime.fromtimestamp(int(epoch), UTC)) if epoch.isdecimal() else None
        if moment is None:
            raise click.UsageError(Words(lang).say("no-epoch", value=epoch))
        return moment
    return datetime.now(UTC)


def _moment(read: Callable[[], datetime]) -> datetime | None:
    """A moment that every time zone can show; None where there is none."""
    try:
        moment = read()
    except (ValueError, OverflowError, OSError):
        return None
    return moment if 1 < moment.year < 9999 else None
