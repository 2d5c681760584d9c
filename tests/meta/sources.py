"""The repository's own text, for tests about what must be written down."""

import ast
import mimetypes
import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "blogsmith"
MESSAGES = PACKAGE / "reports" / "messages"

OWN_FILES = {"front-matter": ("text/front_matter.py", "text/yaml_table.py"), "config": ("sources/config.py",)}
"""Files that put a rule's id together from their family and a name."""

SHARED_FILES = ("sources/schema.py", "sources/shape_faults.py")
"""Do so for both families."""

_RULE = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a dataclass."""

    name: str
    type: str
    documented: bool


def fields(text: str) -> Mapping[str, tuple[Field, ...]]:
    """The public fields of every public dataclass in a source text, by the class's name."""
    found = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and "dataclass" in ast.dump(node):
            found[node.name] = tuple(_fields(node))
    return found


def _fields(node: ast.ClassDef) -> Iterator[Field]:
    for statement, following in zip(node.body, [*node.body[1:], None], strict=True):
        if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
            continue
        if statement.target.id.startswith("_"):
            continue
        documented = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
        yield Field(name=statement.target.id, type=ast.unparse(statement.annotation), documented=documented)


def messages(language: str) -> Mapping[str, Mapping[str, str]]:
    """Every table of words of a language. Fails where two files hold one rule's table, or one key of a shared one."""
    tables: dict[str, dict[str, str]] = {"cli": {}, "notes": {}}
    for path in sorted((MESSAGES / language).glob("*.toml")):
        for name, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            shared = name in ("cli", "notes")
            assert shared or name not in tables, f"{path.name}: a second table `{name}`"
            assert not tables.get(name, {}).keys() & table.keys(), f"{path.name}: a key twice in `{name}`"
            tables[name] = {**tables.get(name, {}), **table}
    return tables


def rules(language: str) -> set[str]:
    """The ids of all rules that have words."""
    return {name for name in messages(language) if "/" in name}


def placeholders(text: str) -> list[str]:
    """The names in braces, sorted, each as often as it stands there."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def rules_in_code(texts: Mapping[str, str], families: set[str]) -> Mapping[str, str]:
    """Every literal that is a rule's id, with a file that holds it: given as `rule=`, or of a known family."""
    found = {}
    for path, text in texts.items():
        tree = ast.parse(text, path)
        named = {_text(keyword.value) for node in _calls(tree) for keyword in node.keywords if keyword.arg == "rule"}
        for value in _literals(tree):
            known = value in named or value.split("/")[0] in families
            if known and _RULE.fullmatch(value) and value not in mimetypes.types_map.values():
                found[value] = path
    return found


def composed_rules(texts: Mapping[str, str]) -> Mapping[str, str]:
    """The rules whose id is put together from a family and a name, where the name is what a fault is called with."""
    return {
        f"{family}/{name}": path
        for family, paths in OWN_FILES.items()
        for path in paths
        for node in _calls(ast.parse(texts[path], path))
        if node.args and _called(node) in {"fault", "HeadFault"} and (name := _text(node.args[0])) and "/" not in name
    }


def is_composed(rule: str, texts: Mapping[str, str]) -> bool:
    """Whether a file that puts together ids of this family holds the rule's name."""
    family, name = rule.split("/")
    paths = (*OWN_FILES[family], *SHARED_FILES) if family in OWN_FILES else ()
    return any(name in _literals(ast.parse(texts[path], path)) for path in paths)


def package_texts() -> Mapping[str, str]:
    """The text of each file of the package, by its path in it."""
    return {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))
    }


def texts_of_tests() -> str:
    """All tests and specs but the meta tests, as one text."""
    paths = [path for path in (REPOSITORY / "tests").rglob("*") if path.suffix in {".py", ".md"}]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths) if "meta" not in path.parts)


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _called(node: ast.Call) -> str:
    return ast.unparse(node.func).split(".")[-1]


def _literals(tree: ast.Module) -> set[str]:
    return {_text(node) for node in ast.walk(tree) if isinstance(node, ast.Constant)} - {""}


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
