"""The text of a template becomes what it refers to, other templates, hooks, strings, and what it must not hold.

Nothing is rendered.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from blogsmith.model.frozen import frozen
from blogsmith.themes.inline import Inline, has_policy, inline_code
from blogsmith.themes.speech import DATE_FACTS, DATE_FILTERS

SYNTAX = Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True)
"""Reads templates; `environment.py` renders them with the same options."""


@frozen
class TemplateUse:
    """`{% include "name" %}` and its relatives."""

    name: str
    line: int
    optional: bool = False
    """`ignore missing`, or one of several names."""


@frozen
class HookUse:
    """`hook("name")`."""

    name: str
    line: int


@frozen
class StringUse:
    """`t("key", fact=...)`."""

    key: str
    line: int
    facts: frozenset[str]


@frozen
class Mistake:
    """What no template may do; `variant` names the words of theme/template-error."""

    variant: str
    line: int
    message: str = ""


@frozen
class References:
    """All that one template refers to."""

    templates: tuple[TemplateUse, ...] = ()
    hooks: tuple[HookUse, ...] = ()
    strings: tuple[StringUse, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    inline: tuple[Inline, ...] = ()
    """What its HTML may not hold."""
    lacks_policy: bool = False
    """It opens a head and states no policy there."""


Reader = Callable[[str], References]
"""From the text of a template to all that it refers to."""


@lru_cache(maxsize=1024)
def references(text: str) -> References:
    """What the template refers to, and what stands in it; a syntax error is its only mistake then."""
    inline, lacks_policy = tuple(inline_code(text)), not has_policy(text)
    try:
        tree = SYNTAX.parse(text)
    except TemplateSyntaxError as error:
        mistake = Mistake(variant="", line=error.lineno, message=error.message or "")
        return References(mistakes=(mistake,), inline=inline, lacks_policy=lacks_policy)
    found = [*_templates(tree), *_calls(tree), *_autoescape(tree)]
    return References(
        templates=tuple(item for item in found if isinstance(item, TemplateUse)),
        hooks=tuple(item for item in found if isinstance(item, HookUse)),
        strings=tuple(item for item in found if isinstance(item, StringUse)),
        mistakes=tuple(item for item in found if isinstance(item, Mistake)),
        inline=inline,
        lacks_policy=lacks_policy,
    )


def _templates(tree: nodes.Template) -> Iterator[TemplateUse | Mistake]:
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        named: nodes.Expr = node.template  # type: ignore[attr-defined]  # each of the four has one
        names = named.items if isinstance(named, (nodes.List, nodes.Tuple)) else [named]
        words = [name.value for name in names if isinstance(name, nodes.Const) and isinstance(name.value, str)]
        if len(words) < len(names):
            yield Mistake(variant="dynamic", line=node.lineno)
            continue
        optional = len(words) > 1 or (isinstance(node, nodes.Include) and node.ignore_missing)
        yield from (TemplateUse(name=word, line=node.lineno, optional=optional) for word in words)


def _calls(tree: nodes.Template) -> Iterator[HookUse | StringUse | Mistake]:
    for filtered in tree.find_all(nodes.Filter):
        if filtered.name in DATE_FILTERS:
            yield StringUse(key=DATE_FILTERS[filtered.name], line=filtered.lineno, facts=DATE_FACTS)
    for call in tree.find_all(nodes.Call):
        called = call.node.name if isinstance(call.node, nodes.Name) else ""
        if called not in ("t", "hook") or not call.args:
            continue
        words = _constants(call.args[0])
        if called == "hook":
            yield from (HookUse(name=name, line=call.lineno) for name in words)
            if not words:
                yield Mistake(variant="dynamic-hook", line=call.lineno)
        elif call.dyn_kwargs is None:
            facts = frozenset(keyword.key for keyword in call.kwargs)
            yield from (StringUse(key=key, line=call.lineno, facts=facts) for key in words)


def _constants(node: nodes.Expr) -> list[str]:
    """The words an expression can be: one, or both branches of an inline `if`; none where it is put together."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, nodes.CondExpr) and node.expr2 is not None:
        branches = [_constants(node.expr1), _constants(node.expr2)]
        return [word for branch in branches for word in branch] if all(branches) else []
    return []


def _autoescape(tree: nodes.Template) -> Iterator[Mistake]:
    for node in tree.find_all(nodes.EvalContextModifier):
        yield Mistake(variant="autoescape", line=node.lineno)
