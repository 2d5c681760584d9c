"""A rule and its facts become words in the reader's language. The words stand in `messages/<language>/*.toml`.

One table a rule: `message`, and where there is something to say `suggest`, `help`, `why` and `note@KEY`. A variant has
its own words under `message@VARIANT` and `help@VARIANT`. The table `[notes]` holds notes that rules share, `[cli]` what
commands say.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from blogsmith.model.diagnostic import Diagnostic, Fact, Note
from blogsmith.reports.visible import visible

LANGUAGES = ("en", "ko")
"""Languages of messages; the first is the one to fall back on."""

Table = Mapping[str, str]

MESSAGES = Path(__file__).parent / "messages"
"""Every word of blogsmith's own: a folder a language."""

_LONGEST_FACT = 200


@dataclass(frozen=True, slots=True)
class Words:
    """Everything blogsmith says, in one language; in English where that language has no words for it."""

    language: str = LANGUAGES[0]
    """One of LANGUAGES."""
    folder: Path = MESSAGES
    """Holds a folder a language."""

    def message(self, diagnostic: Diagnostic) -> str:
        """What is wrong. A rule without words (an extension's) says its fact `message`, else its id."""
        facts = dict(diagnostic.facts)
        own = str(facts.get("message", diagnostic.rule))
        return self._words(diagnostic.rule, "message", variant=diagnostic.variant, facts=facts) or visible(own)

    def help(self, diagnostic: Diagnostic) -> str:
        """The nearest known word, where there is one, and what to type next; empty where nothing helps."""
        facts = dict(diagnostic.facts)
        suggestion = self._words(diagnostic.rule, "suggest", facts=facts) if facts.get("suggestion") else ""
        advice = self._words(diagnostic.rule, "help", variant=diagnostic.variant, facts=facts)
        if suggestion and advice:
            return f"{suggestion}  {advice[:1].upper()}{advice[1:]}"
        return suggestion or advice

    def note(self, diagnostic: Diagnostic, note: Note) -> str:
        """The words of one further line: `note@KEY` in the rule's table, else KEY in `[notes]`."""
        facts = dict(note.facts)
        own = self._words(diagnostic.rule, f"note@{note.key}", facts=facts)
        return own or self._words("notes", note.key, facts=facts) or visible(note.key)

    def why(self, rule: str) -> str:
        """Why the rule is there, in one or two sentences; empty where there is no such rule."""
        return self._words(rule, "why", facts={})

    def text(self, table: str, key: str) -> str:
        """A text that holds no facts; empty where there is none."""
        return self._words(table, key, facts={})

    def table(self, name: str) -> Mapping[str, str]:
        """Every text of a table, its placeholders left open: for who fills them elsewhere."""
        return {
            **_catalogue(self.folder, LANGUAGES[0]).get(name, {}),
            **_catalogue(self.folder, self.language).get(name, {}),
        }

    def explanation(self, rule: str, options: Mapping[str, str] | None = None) -> str:
        """A rule as a manual page: fault, what to do, why, not, but, options. Examples stand for what is found.

        `options`: each option's default as text, by name. Raises KeyError where there is no such rule.
        """
        table = {**_catalogue(self.folder, LANGUAGES[0])[rule], **_catalogue(self.folder, self.language).get(rule, {})}
        faults = [text for key, text in table.items() if key.startswith("message")]
        advice = [text for key, text in table.items() if key.startswith(("suggest", "help"))]
        parts = [*faults, *self._section("what-to-do", advice), *self._section("why", [table["why"]])]
        parts += [line for key in ("not", "but") if key in table for line in self._section(key, [table[key]])]
        examples = _Examples({**(options or {}), **self._examples(rule)})
        known = [f"{name} = {value}: {table.get(f'option@{name}', '')}" for name, value in (options or {}).items()]
        told = [part.format_map(examples) for part in parts] + list(self._section("options", known))
        return "\n".join((rule, *told))

    def _examples(self, rule: str) -> Mapping[str, str]:
        """What stands for each fact where a rule is explained: the rule's own examples before those of all."""
        table = self.table("examples")
        own = {key.partition("@")[2]: text for key, text in table.items() if key.startswith(f"{rule}@")}
        return {**{key: text for key, text in table.items() if "@" not in key}, **own}

    def rules(self) -> tuple[str, ...]:
        """The id of every rule that has words, sorted."""
        return tuple(sorted(name for name in _catalogue(self.folder, LANGUAGES[0]) if "/" in name))

    def say(self, key: str, **facts: Fact) -> str:
        """The words of a command, from the table `[cli]`; `KEY@one` where the fact `count` is 1. Raises KeyError."""
        variant = "one" if facts.get("count") == 1 else ""
        words = self._words("cli", key, variant=variant, facts=facts)
        if not words:
            raise KeyError(key)
        return words

    def _section(self, key: str, lines: Sequence[str]) -> tuple[str, ...]:
        return ("", f"{self.say(key)}:", *lines) if lines else ()

    def _words(self, name: str, key: str, *, facts: Mapping[str, Fact], variant: str = "") -> str:
        text = _text_of(self.folder, self.language, name, key, variant)
        return text.format_map(_Facts({fact: _short(value) for fact, value in facts.items()}))


def choose_language(explicit: str | None, environ_values: Sequence[str | None]) -> str:
    """One of LANGUAGES: what was asked for, else what the first set value names, else English.

    `environ_values` in order of strength: BLOGSMITH_LANG, LC_ALL, LC_MESSAGES, LANG. `C` and languages without words
    mean English. Source: POSIX.1-2017, 8.2.
    """
    wanted = next((value for value in (explicit, *environ_values) if value), "")
    language = wanted.replace("-", "_").split("_")[0].split(".")[0].lower()
    return language if language in LANGUAGES else LANGUAGES[0]


class _Facts(dict[str, str]):
    """A fact that was not given stays visible as its placeholder: a report must never fail."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


class _Examples(dict[str, str]):
    """What a rule's explanation has no example for is left out."""

    def __missing__(self, name: str) -> str:
        return "…"


def _short(value: Fact) -> str:
    text = str(value)
    return visible(text if len(text) <= _LONGEST_FACT else f"{text[: _LONGEST_FACT - 1]}…")


@cache
def _text_of(folder: Path, language: str, name: str, key: str, variant: str) -> str:
    """A text with its placeholders; empty where there is none."""
    keys = (f"{key}@{variant}", key) if variant else (key,)
    for spoken in (language, LANGUAGES[0]):
        for table in _tables(folder / spoken, name):
            for wanted in keys:
                if wanted in table:
                    return table[wanted]
    return ""


def _tables(folder: Path, name: str) -> Iterator[Table]:
    """Where a text may stand: in the files of its table's family, which hold a rule's table whole; else in any."""
    family = name.partition("/")[0] if name != "notes" else "cli"
    likely = [_tables_in(folder / f"{stem}.toml").get(name, {}) for stem in (family, f"rules-{family}")]
    yield from likely
    if "/" not in name or not any(likely):
        yield _catalogue(folder.parent, folder.name).get(name, {})


@cache
def _catalogue(folder: Path, language: str) -> Mapping[str, Table]:
    tables: dict[str, Table] = {}
    for path in sorted((folder / language).glob("*.toml")):
        for name, table in _tables_in(path).items():
            tables[name] = {**tables.get(name, {}), **table}
    return tables


@cache
def _tables_in(path: Path) -> Mapping[str, Table]:
    """Of one file; none where it is not there. To read all of them takes as long as a small edit."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
