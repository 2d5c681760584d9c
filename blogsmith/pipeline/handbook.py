"""The rules of the catalogue, their levels and their words become the handbook: what is read is what is enforced."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from blogsmith.desk.handbook import as_markdown
from blogsmith.model.config import Config
from blogsmith.model.diagnostic import Severity
from blogsmith.model.handbook import Elsewhere, Handbook, HandbookFamily, HandbookRule, Weight
from blogsmith.model.words import say
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import Codec, canonical, codec_of, digest_of
from blogsmith.pipeline.judge import Bench, make_bench
from blogsmith.pipeline.memory import Memory
from blogsmith.pipeline.tools import Tools
from blogsmith.policy.rule import Rule
from blogsmith.reports.words import Words, choose_language
from blogsmith.sources.config import read_config

FAMILIES = (
    "voice",
    "speaking",
    "author",
    "disclosure",
    "originality",
    "evidence",
    "tone",
    "conversation",
    "craft",
    "safety",
)
"""In the order in which a new writer should meet them."""

_KIND = "handbook"
_WORDS = ("error", "warning", "off", "so", "no", "desk", "desk-lead", "exceptions", "exceptions-lead", "until", "by")


def handbooks(config: Config, bench: Bench, today: date, memory: Memory) -> dict[str, Handbook]:
    """The handbook in each language of the blog; none before the rules are in force, or where it is turned off.

    It is remembered: most of the work is reading every message of every rule.
    """
    since = config.policy.since
    if not config.handbook.enabled or (since is not None and since > today):
        return {}
    key = digest_of(code_digest(), canonical(config))
    codec: Codec[dict[str, Handbook]] = codec_of(dict[str, Handbook])
    known = memory.one(_KIND, key)
    if known is not None:
        return codec.unpack(known)
    fresh = {language: _handbook(config, bench, language) for language in config.languages}
    memory.keep_only(_KIND, {key: codec.pack(fresh)})
    return fresh


def handbooks_at(tools: Tools, now: datetime) -> dict[str, Handbook]:
    """The handbook by language; none where the theme has no template for it."""
    return handbooks(tools.config, tools.bench, now.date(), tools.memory) if tools.theme.has("handbook.html") else {}


def _handbook(config: Config, bench: Bench, language: str) -> Handbook:
    words = Words(choose_language(language, ()))
    rules = [rule for rule in (_told(rule, bench, words) for rule in bench.rules.all) if rule is not None]
    families = (
        HandbookFamily(
            id=family,
            title=words.text("handbook", f"{family}-title"),
            lead=words.text("handbook", f"{family}-lead"),
            rules=tuple(rule for rule in rules if rule.id.startswith(f"{family}/")),
        )
        for family in FAMILIES
    )
    return Handbook(
        title=words.text("handbook", "title"),
        foreword=say(config.handbook.foreword, language) or words.text("handbook", "foreword"),
        since=config.policy.since,
        families=tuple(family for family in families if family.rules),
        words={key: words.text("handbook", key) for key in _WORDS},
    )


def _told(rule: Rule[object], bench: Bench, words: Words) -> HandbookRule | None:
    """None for a rule that is off everywhere."""
    weight = _weight(bench.levels.level(rule))
    elsewhere = tuple(_elsewhere(rule, bench, weight))
    if weight == "off" and not elsewhere:
        return None
    return HandbookRule(
        id=rule.id,
        ask=words.text(rule.id, "ask") or rule.id,
        why=words.why(rule.id),
        so=words.text(rule.id, "so"),
        no=words.text(rule.id, "no"),
        weight=weight,
        elsewhere=elsewhere,
    )


def _elsewhere(rule: Rule[object], bench: Bench, usual: Weight) -> Iterator[Elsewhere]:
    policy = bench.levels.config.policy
    for category, levels in policy.categories.items():
        weight = _weight(bench.levels.level(rule, category=category))
        if rule.id in levels and weight != usual:
            yield Elsewhere(category=category, weight=weight)
    for kind, levels in policy.kinds.items():
        weight = _weight(bench.levels.level(rule, kinds=[kind]))
        if rule.id in levels and weight != usual:
            yield Elsewhere(kind=kind, weight=weight)


def _weight(level: Severity | None) -> Weight:
    if level is None:
        return "off"
    return "error" if level is Severity.ERROR else "warning"


def printed_handbook(config_path: Path, language: str, now: datetime) -> str | None:
    """The handbook as Markdown; None before the rules are in force. Raises CannotGoOn with the faults of the config."""
    config_file = read_config(config_path, shown_as=config_path.name)
    config = config_file.config
    if config.policy.since is not None and config.policy.since > now.date():
        return None
    handbook = _handbook(config, make_bench(config_file), language)
    words = Words(choose_language(language, ()))
    kinds = {kind: words.text("handbook", f"kind-{kind}") for kind in ("in-house", "external", "former")}
    labels = {name: say(category.label, language) for name, category in config.categories.items()}
    return as_markdown(handbook, categories=labels, kinds=kinds)
