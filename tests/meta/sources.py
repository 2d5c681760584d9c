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
    """Every table of words of a language. Fails where two files hold one table."""
    tables: dict[str, Mapping[str, str]] = {}
    for path in sorted((MESSAGES / language).glob("*.toml")):
        for name, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            assert name not in tables, f"{path.name}: a second table `{name}`"
            tables[name] = table
    return tables


def rules(language: str) -> set[str]:
    """The ids of all rules that have words."""
    return {name for name in messages(language) if "/" in name}


def placeholders(text: str) -> list[str]:
    """The names in braces, sorted, each as often as it stands there."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def rules_in_code(source_texts: Mapping[str, str], families: set[str]) -> Mapping[str, str]:
    """Every literal that is a rule's id, with a file that holds it: what is given as `rule=`, and what has a known family."""
    found = {}
    for path, text in source_texts.items():
        tree = ast.parse(text)
        named = {
            keyword.value.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            for keyword in node.keywords
            if keyword.arg == "rule" and isinstance(keyword.value, ast.Constant)
        }
        literals = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        for value in literals:
            if not isinstance(value, str) or not _RULE.fullmatch(value) or _is_media_type(value):
                continue
            if value in named or value.split("/")[0] in families:
                found[value] = path
    return found


def package_texts() -> Mapping[str, str]:
    """The text of each file of the package, by its path in it."""
    return {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def texts_of_tests() -> str:
    """All tests and specs but the meta tests, as one text."""
    paths = [path for path in (REPOSITORY / "tests").rglob("*") if path.suffix in {".py", ".md"}]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths) if "meta" not in path.parts)


def _is_media_type(value: str) -> bool:
    return value in mimetypes.types_map.values()
