"""The house rules in force as readers and new writers are told them, in one language."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from blogsmith.model.frozen import frozen

Weight = Literal["error", "warning", "off"]


@frozen
class Elsewhere:
    """Another weight of a rule, for one category or for one kind of writer."""

    category: str = ""
    """Category id; empty where it is about a kind."""
    kind: str = ""
    """`in-house`, `external` or `former`; empty where it is about a category."""
    weight: Weight


@frozen
class HandbookRule:
    """One rule. All texts are plain."""

    id: str
    ask: str
    """What is asked for, in a sentence."""
    why: str
    so: str = ""
    """An example of how it is meant; empty where none is needed."""
    no: str = ""
    """The same, wrongly."""
    weight: Weight
    """What a fault weighs: an error keeps a post from being published, a warning asks."""
    elsewhere: tuple[Elsewhere, ...] = ()


@frozen
class HandbookFamily:
    """Rules about one matter."""

    id: str
    title: str
    lead: str
    rules: tuple[HandbookRule, ...]


@frozen
class Handbook:
    """Every rule that is not off, by family."""

    title: str
    foreword: str
    """The editor's words, or what is true of every handbook."""
    since: date | None
    """Posts from this day on are held to the rules; None for all."""
    families: tuple[HandbookFamily, ...]
    words: Mapping[str, str]
    """What the handbook calls things: `error`, `warning`, `off`, `so`, `no`, `desk`, `exceptions`, …"""
