"""What an editor wrote into `[policy]` becomes each rule's level and options for each post."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.house_rules import RuleConfig
from blogsmith.model.source import Location
from blogsmith.policy.rule import Option, Options, Rule, Value
from blogsmith.text.suggest import nearest

_LEVELS = {"warning": Severity.WARNING, "error": Severity.ERROR}


@frozen
class Levels:
    """The levels of all rules under one config."""

    config: Config
    options: Mapping[str, Options] = field(default_factory=dict)
    """By rule id."""
    _known: dict[tuple[str, ...], Severity | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was answered: posts of a category by writers of a kind ask again and again."""

    def level(self, rule: Rule[object], *, category: str = "", kinds: Sequence[str] = ()) -> Severity | None:
        """The level of a rule for a post of a category by writers of some kinds; None for off.

        The closest word counts: writers' kind, then category, then the site's, then the rule's own. Of several kinds
        the strictest.
        """
        asked = (rule.id, category, *kinds)
        if asked not in self._known:
            self._known[asked] = self._level(rule, category, kinds)
        return self._known[asked]

    def _level(self, rule: Rule[object], category: str, kinds: Sequence[str]) -> Severity | None:
        policy = self.config.policy
        own = rule.level if rule.on else None
        site = policy.rules.get(rule.id)
        level = own if site is None or site.level is None else _LEVELS.get(site.level)
        if category in policy.categories and rule.id in policy.categories[category]:
            level = _LEVELS.get(policy.categories[category][rule.id])
        said = [scope[rule.id] for kind, scope in policy.kinds.items() if kind in kinds and rule.id in scope]
        if said:
            level = _LEVELS["error"] if "error" in said else _LEVELS.get("warning" if "warning" in said else "off")
        return level


def make_levels(config_file: ConfigFile, rules: Sequence[Rule[object]]) -> tuple[Levels, tuple[Diagnostic, ...]]:
    """The levels under a config. Reports config/unknown-rule, config/unknown-option and config/option as errors."""
    config = config_file.config
    known = {rule.id: rule for rule in rules}
    faults: list[Diagnostic] = []
    policy = config.policy
    named = [*policy.rules]
    named += [rule for scope in (*policy.categories.values(), *policy.kinds.values()) for rule in scope]
    for name in dict.fromkeys(named):
        if name not in known:
            faults.append(_fault("config/unknown-rule", _rule_place(config_file, name), name, known))
    for name in policy.categories:
        if name not in config.categories:
            place = config_file.at("policy", "categories", name)
            faults.append(_fault("config/unknown-category", place, name, config.categories))
    options = {}
    for rule in rules:
        given = policy.rules.get(rule.id, RuleConfig()).options
        options[rule.id] = _options(rule, given, config_file, faults)
    return Levels(config=config, options=options), tuple(faults)


def _options(
    rule: Rule[object], given: Mapping[str, object], config_file: ConfigFile, faults: list[Diagnostic]
) -> dict[str, Value]:
    by_name = {option.name: option for option in rule.options}
    values = {option.name: option.default for option in rule.options}
    for name, value in given.items():
        place = config_file.at("policy", "rules", rule.id, "options", name)
        if name not in by_name:
            faults.append(_fault("config/unknown-option", place, name, by_name, rule=rule.id))
            continue
        typed = _typed(by_name[name], value)
        if typed is None:
            faults.append(_fault("config/option", place, name, (), rule=rule.id))
        else:
            values[name] = typed
    return values


def _typed(option: Option, value: object) -> Value | None:
    """`value` where it has the type of the option's default, else None."""
    if isinstance(option.default, tuple):
        items = tuple(value) if isinstance(value, list | tuple) else (None,)
        return items if all(isinstance(item, str) for item in items) else None
    same = type(value) is type(option.default)
    return value if same and isinstance(value, bool | int | str) else None


def _rule_place(config_file: ConfigFile, rule: str) -> Location:
    """Where `[policy]` names a rule."""
    for path, place in config_file.places.items():
        if path[:1] == ("policy",) and path[-1] == rule:
            return place.within(config_file.path)
    return config_file.at("policy")


def _fault(
    code: str, place: Location, value: str, known: Sequence[str] | Mapping[str, object], *, rule: str = ""
) -> Diagnostic:
    near = nearest(value, known)
    facts = (("value", value), ("rule", rule), *((("suggestion", near),) if near else ()))
    return Diagnostic(rule=code, severity=Severity.ERROR, location=place, facts=facts)
