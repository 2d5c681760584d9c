"""`[policy]` of `config.toml`: which house rules hold, how strictly, and from when on."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any, ClassVar, Literal

from blogsmith.model.frozen import frozen

_STRICT: dict[str, Any] = {"strict": True, "extra": "forbid"}

Level = Literal["off", "warning", "error"]


@frozen
class RuleConfig:
    """`[policy.rules."family/name"]`: how one house rule is meant here."""

    __pydantic_config__: ClassVar = _STRICT

    level: Level | None = None
    """`off`, `warning` or `error`; the rule's own level where empty."""
    options: Mapping[str, bool | int | str | tuple[str, ...]] = field(default_factory=dict)
    """The rule's options, as `blogsmith explain family/name` lists them."""


@frozen
class PolicyConfig:
    """`[policy]`: the house rules."""

    __pydantic_config__: ClassVar = _STRICT

    since: date | None = None
    """Posts dated before this day are not held to the house rules; set by `blogsmith import`."""
    require_approver: bool = False
    """Whether a waiver needs a `by:` that is not one of the post's writers."""
    pool_in_house: int = 12
    """How many active in-house writers there should be."""
    pool_external: int = 15
    """How many active writers from outside there should be."""
    sponsors: tuple[str, ...] = ()
    """Hosts of those who pay for posts, such as `shop.example`: links there are marked as sponsored."""
    rules: Mapping[str, RuleConfig] = field(default_factory=dict)
    """`[policy.rules."family/name"]`."""
    categories: Mapping[str, Mapping[str, Level]] = field(default_factory=dict)
    """`[policy.categories.<id>]`: other levels for one category."""
    kinds: Mapping[Literal["in-house", "external", "former"], Mapping[str, Level]] = field(default_factory=dict)
    """`[policy.kinds.<kind>]`: other levels for posts by one kind of writer."""
