"""Markdown specs become tests: every `.md` file under a folder called `specs`, one test a heading.

`pytest --rewrite-specs` writes what was said into the files instead of comparing it: read the diff before keeping it.
"""

import shlex
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.site import Result, run, write_site
from tests.specs.case import Case, SpecError, cases_of, mismatch, rewritten

_OPTION = "--rewrite-specs"


class MismatchError(Exception):
    """A case whose words are not what was said."""


class SpecFile(pytest.File):
    """One Markdown file of cases."""

    def collect(self) -> Iterator["SpecItem"]:
        """A test for each heading."""
        try:
            cases = cases_of(self.path.read_text(encoding="utf-8"))
        except SpecError as broken:
            raise self.CollectError(f"{self.path}: {broken}") from broken
        for case in cases:
            yield SpecItem.from_parent(self, name=case.name, case=case)


class SpecItem(pytest.Item):
    """One case: its site is written, its command run in each language that it has words for."""

    def __init__(self, *, case: Case, name: str, parent: SpecFile) -> None:
        super().__init__(name, parent)
        self.case = case

    def runtest(self) -> None:
        """Raises MismatchError where something else is said."""
        with tempfile.TemporaryDirectory(prefix="spec-") as folder:
            results = _results(self.case, Path(folder) / "site")
        if self.config.getoption(_OPTION):
            _rewrite(self.path, self.case, results)
            return
        faults = [
            f"[{language}] {fault}"
            for language, result in results.items()
            if (fault := mismatch(self.case, language, said=result.output, exit_code=result.exit_code))
        ]
        if faults:
            raise MismatchError("\n\n".join(faults))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """A mismatch as its words alone; anything else with its traceback."""
        if isinstance(excinfo.value, MismatchError):
            return f"{self.path}:{self.case.line}: {self.case.name}\n\n{excinfo.value}"
        return str(excinfo.getrepr())

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the case stands."""
        return self.path, self.case.line - 1, f"spec: {self.name}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The flag that rewrites."""
    parser.addoption(_OPTION, action="store_true", help="write what was said into the spec files")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> SpecFile | None:
    """Markdown below a folder called `specs`, but for a README."""
    folders = file_path.relative_to(parent.config.rootpath).parts[:-1]
    if file_path.suffix == ".md" and "specs" in folders and file_path.stem != "README":
        return SpecFile.from_parent(parent, path=file_path)
    return None


def _results(case: Case, folder: Path) -> Mapping[str, Result]:
    for text in case.sites:
        write_site(folder, text)
    arguments = shlex.split(case.command)
    languages = tuple(case.says) or ("en",)
    return {language: run("-C", folder, "--lang", language, *arguments) for language in languages}


def _rewrite(path: Path, case: Case, results: Mapping[str, Result]) -> None:
    text = path.read_text(encoding="utf-8")
    said = {language: result.output for language, result in results.items()}
    exit_code = next(iter(results.values())).exit_code
    path.write_text(rewritten(text, case.name, said, exit_code=exit_code), encoding="utf-8")
