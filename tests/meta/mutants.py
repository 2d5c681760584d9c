"""The source of a rule becomes mutants: the same source with one thing in it wrong."""

import ast
import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType

_MOST_TURNS = 10_000
"""So often a loop of a mutant may turn; none of a rule comes near."""
_OTHERS: Mapping[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
"""Everything becomes its contrary; an order also loses or gains its limit."""


class EndlessError(Exception):
    """A mutant that would never end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A rule's source with one fault."""

    name: str
    """`was -> is`, as Python writes them; a number behind it where the same stands several times in one file."""
    tree: ast.Module

    def load(self) -> ModuleType:
        """The mutant as a module that nothing else knows. Its loops raise EndlessError instead of never ending."""
        tree = _Counted().visit(copy.deepcopy(self.tree))
        module = ModuleType("mutant")
        turns = iter(range(_MOST_TURNS))

        def turn() -> bool:
            if next(turns, None) is None:
                raise EndlessError
            return True

        module.__dict__["_turn"] = turn
        exec(compile(ast.fix_missing_locations(tree), f"<{self.name}>", "exec"), module.__dict__)
        return module


def mutants_of(source: str) -> Iterator[Mutant]:
    """Conditions negated, comparisons turned, `and` for `or`, an operand of either left out, numbers twice as large."""
    names: dict[str, int] = {}
    for position, node in enumerate(_nodes(ast.parse(source))):
        for way, was, wrong in _wrongs(node):
            tree = ast.parse(source)
            _replace(tree, _nodes(tree)[position], way)
            name = f"{was} -> {wrong}"
            names[name] = names.get(name, 0) + 1
            yield Mutant(name=name if names[name] == 1 else f"{name} #{names[name]}", tree=tree)


def _nodes(tree: ast.Module) -> list[ast.AST]:
    """All nodes but decorators, which change no answer: how much is remembered, how a class is made."""
    everything = list(ast.walk(tree))
    decorators = [item for node in everything for item in getattr(node, "decorator_list", ())]
    passed_over = {id(node) for decorator in decorators for node in ast.walk(decorator)}
    return [node for node in everything if id(node) not in passed_over]


def _wrongs(node: ast.AST) -> Iterator[tuple[ast.AST, str, str]]:
    """What may stand instead of a node, with both as Python writes them."""
    for wrong in _instead_of(node):
        yield wrong, _shown(node), _shown(wrong)


def _instead_of(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        wrong = copy.deepcopy(node)
        wrong.test = _not(node.test)
        yield wrong
    elif isinstance(node, ast.comprehension):
        for index, condition in enumerate(node.ifs):
            clause = copy.deepcopy(node)
            clause.ifs[index] = _not(condition)
            yield clause
    elif isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            for other in _OTHERS[type(operator)]:
                comparison = copy.deepcopy(node)
                comparison.ops[index] = other()
                yield comparison
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(op=ast.Or() if isinstance(node.op, ast.And) else ast.And(), values=node.values)
        for index in range(len(node.values)):
            rest = [*node.values[:index], *node.values[index + 1 :]]
            yield rest[0] if len(rest) == 1 else ast.BoolOp(op=node.op, values=rest)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(value=not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield ast.Constant(value=2 * node.value + 1)


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(op=ast.Not(), operand=test)


def _shown(node: ast.AST) -> str:
    """A node in one line; of a statement its condition."""
    if isinstance(node, ast.If | ast.While):
        return f"{type(node).__name__.lower()} {ast.unparse(node.test)}"
    return " ".join(ast.unparse(node).split())


def _replace(tree: ast.Module, target: ast.AST, wrong: ast.AST) -> None:
    """Puts one node in another's place."""
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is target:
                setattr(parent, name, wrong)
                return
            if isinstance(value, list) and any(item is target for item in value):
                value[:] = [wrong if item is target else item for item in value]
                return


class _Counted(ast.NodeTransformer):
    """Every `while` counts its turns."""

    def visit_While(self, node: ast.While) -> ast.While:
        self.generic_visit(node)
        turn = ast.Call(func=ast.Name(id="_turn", ctx=ast.Load()), args=[], keywords=[])
        node.test = ast.BoolOp(op=ast.And(), values=[turn, node.test])
        return node
