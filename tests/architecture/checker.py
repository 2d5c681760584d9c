"""The text of every file becomes the places where the house departs from its plan. Nothing is imported, `ast` alone."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from tests.architecture.plan import (
    EMPTY_NAMES,
    FLOORS,
    LATE_IMPORTS,
    MOST_LINES,
    POWERS,
    SKIPPED_NAMES,
    Power,
)

PACKAGE = "blogsmith"

Sources = Mapping[str, str]
"""The text of each file, by its path inside the package: `text/slug.py`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """A module that a file imports."""

    module: str
    """Whole name, with what is imported from it where that may be a module: `blogsmith.model.post`."""
    local: str
    """The name it is bound to."""
    line: int
    nested: bool
    """Inside a function or class."""
    relative: bool


def departures(sources: Sources) -> tuple[str, ...]:
    """Every departure from the plan: `path:line: what is wrong`, by path."""
    trees = {path: ast.parse(text, path) for path, text in sources.items()}
    imports = {path: tuple(_imports(tree)) for path, tree in trees.items()}
    found = [*_circles(sources, imports), *faulty_names(sources)]
    for path, tree in trees.items():
        found += _misplaced(path, imports[path])
        found += _steps(path, imports[path])
        found += _powers(path, tree, imports[path])
        found += _undocumented(path, tree)
        lines = sources[path].count("\n")
        if lines > MOST_LINES:
            found.append(f"{path}:{lines}: {lines} lines, more than {MOST_LINES}")
    return tuple(sorted(found))


def faulty_names(paths: Iterable[str]) -> tuple[str, ...]:
    """Paths with a file name that says nothing or a folder name that tools skip."""
    found = []
    for path in map(PurePosixPath, paths):
        if path.stem in EMPTY_NAMES:
            found.append(f"{path}:1: `{path.stem}` says nothing about the file")
        found += [f"{path}:1: tools skip a folder called `{name}`" for name in path.parts[:-1] if name in SKIPPED_NAMES]
    return tuple(found)


def _imports(tree: ast.Module) -> Iterator[Import]:
    top = {id(node) for node in _module_level(tree)}
    for node in ast.walk(tree):
        nested = id(node) not in top
        if isinstance(node, ast.Import):
            for alias in node.names:
                local = alias.asname or alias.name
                yield Import(module=alias.name, local=local, line=node.lineno, nested=nested, relative=False)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                whole = f"{node.module or ''}.{alias.name}"
                local = alias.asname or alias.name
                yield Import(module=whole, local=local, line=node.lineno, nested=nested, relative=node.level > 0)


def _module_level(tree: ast.Module) -> Iterator[ast.stmt]:
    """Statements of the module itself, those under `if` and `try` too."""
    waiting: list[ast.stmt] = list(tree.body)
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.If | ast.Try):
            waiting += [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)]


def _misplaced(path: str, imports: Iterable[Import]) -> Iterator[str]:
    for each in imports:
        if each.relative:
            yield f"{path}:{each.line}: imports are absolute"
        elif each.nested and path not in LATE_IMPORTS:
            yield f"{path}:{each.line}: imports stand at the top of the file"


def _steps(path: str, imports: Iterable[Import]) -> Iterator[str]:
    """Imports that lead upstairs or into another room of the same floor."""
    room = _room(path)
    if path != "__init__.py" and room not in FLOORS:
        yield f"{path}:1: `{room}` is no room of the plan"
        return
    for each in imports:
        parts = each.module.split(".")
        if parts[0] != PACKAGE or len(parts) < 2:
            continue
        other = parts[1]
        if other != room and FLOORS.get(other, 99) >= FLOORS.get(room, -1):
            yield f"{path}:{each.line}: `{room}` must not import from `{other}`"


def _room(path: str) -> str:
    return PurePosixPath(path).parts[0].removesuffix(".py")


def _circles(sources: Sources, imports: Mapping[str, tuple[Import, ...]]) -> Iterator[str]:
    """Files that import each other, directly or around a corner."""
    graph = {
        path: {target for each in found for target in _targets(each.module, sources) if target != path}
        for path, found in imports.items()
    }
    while loose := _loose(graph):
        graph = {path: targets for path, targets in graph.items() if path not in loose}
    for path, targets in graph.items():
        circle = ", ".join(sorted(targets & graph.keys()))
        yield f"{path}:1: imports in a circle, through {circle}"


def _loose(graph: Mapping[str, set[str]]) -> set[str]:
    """Files that import nothing of the graph, or that nothing of it imports: they are in no circle."""
    imported = set().union(*graph.values())
    return {path for path, targets in graph.items() if not targets & graph.keys() or path not in imported}


def _targets(module: str, sources: Sources) -> Iterator[str]:
    inside = module.removeprefix(f"{PACKAGE}.").split(".")
    if module.startswith(f"{PACKAGE}."):
        for parts in (inside, inside[:-1]):
            stem = "/".join(parts)
            yield from (name for name in (f"{stem}.py", f"{stem}/__init__.py") if parts and name in sources)


def _powers(path: str, tree: ast.Module, imports: Iterable[Import]) -> Iterator[str]:
    bound = {each.local: each.module for each in imports}
    used = [
        (node.lineno, _dotted(node, bound)) for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Name)
    ]
    for power in POWERS:
        if any(path == home or (home.endswith("/") and path.startswith(home)) for home in power.homes):
            continue
        touched = {each.line for each in imports if _covers(power.modules, each.module)}
        touched |= {line for line, name in used if _touches(power, name)}
        for line in sorted(touched):
            homes = ", ".join(power.homes) or "nowhere"
            yield f"{path}:{line}: {power.name}: only in {homes}"


def _covers(modules: Iterable[str], name: str) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def _touches(power: Power, name: str) -> bool:
    whole = {candidate for candidate in power.names if not candidate.startswith(".")}
    endings = {candidate for candidate in power.names if candidate.startswith(".")}
    return name in whole or any(name.endswith(ending) for ending in endings)


def _dotted(node: ast.expr, bound: Mapping[str, str]) -> str:
    """The whole name that an expression reads, through the file's imports: `os.environ`; `?.read_text` of a value."""
    if isinstance(node, ast.Name):
        return bound.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value, bound)}.{node.attr}"
    return "?"


def _undocumented(path: str, tree: ast.Module) -> Iterator[str]:
    if not ast.get_docstring(tree):
        yield f"{path}:1: the module has no docstring"
    yield from _undocumented_in(path, tree.body)


def _undocumented_in(path: str, body: Iterable[ast.stmt]) -> Iterator[str]:
    for node in body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node) and not _decorated_as(node, "overload", "setter"):
            yield f"{path}:{node.lineno}: `{node.name}` has no docstring"
        if isinstance(node, ast.ClassDef):
            yield from _undocumented_in(path, node.body)


def _decorated_as(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, *names: str) -> bool:
    return any(_dotted(decorator, {}).split(".")[-1] in names for decorator in node.decorator_list)
