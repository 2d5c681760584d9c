"""The templates that travel with blogsmith, compiled once for an installation: Python keeps their bytecode as it does
that of modules, beside it, and makes it anew when a template, Jinja or what compiles them is another.

Templates of a site are code of the site's: they are compiled in every process that renders them.
Source: PEP 3147; `importlib.abc.SourceLoader`.
"""

from collections.abc import Callable
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any, Final
from zlib import crc32

import jinja2

from blogsmith.text.patterns import pattern

SHIPPED: Final = "blogsmith:"
"""How the paths of files begin that travel with blogsmith."""
_HERE: Final = Path(__file__).parent
_NO_LETTERS: Final = pattern(r"\W+")


def shipped_code(path: str, name: str, text: str, compiled: Callable[[], str]) -> CodeType:
    """The code of a template that the engine knows by `name`. `compiled` gives its Python source, if it is not kept."""
    loader = _TemplateLoader(f"{name}-{path.removeprefix(SHIPPED)}", text, compiled)
    try:
        code = loader.get_code(loader.name)
    except (ValueError, EOFError, TypeError):  # what was kept is damaged
        code = loader.source_to_code(b"", loader.path)
    return _named(code, path)


class _TemplateLoader(SourceFileLoader):
    """Python's own loader of modules, which takes a template for the source of one."""

    def __init__(self, name: str, text: str, compiled: Callable[[], str]) -> None:
        super().__init__(name, str(_HERE / f"{_NO_LETTERS.sub('_', name)}.py"))
        self._text, self._compiled = text, compiled

    def path_stats(self, path: str) -> dict[str, Any]:
        """In place of times, what decides how the template is compiled: an installation may set every time to one."""
        return {"mtime": crc32(self._text.encode(), _how()), "size": 0}

    def get_data(self, path: str) -> bytes:
        """Of what is kept the bytes; what the template's own are is not asked here."""
        return b"" if path == self.path else super().get_data(path)

    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> CodeType:  # type: ignore[override]  # the parent's is looser
        """The template, compiled."""
        code: CodeType = compile(self._compiled(), path, "exec")
        return code


@cache
def _how() -> int:
    """Of Jinja and of the environment that templates are compiled for."""
    environment = (_HERE / "environment.py").stat()
    return crc32(f"{jinja2.__version__} {environment.st_mtime_ns} {environment.st_size}".encode())


def _named(code: Any, path: str) -> CodeType:
    """The code under the template's own name, by which faults in it are placed."""
    inner = (_named(part, path) if isinstance(part, CodeType) else part for part in code.co_consts)
    named: CodeType = code.replace(co_filename=path, co_consts=tuple(inner))
    return named
