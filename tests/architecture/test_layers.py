"""The house stands as it was planned."""

from pathlib import Path

from tests.architecture.checker import departures, faulty_names

REPOSITORY = Path(__file__).parents[2]
PASSED_OVER = {"public", "__pycache__", "node_modules"}


def test_every_file_keeps_to_the_plan() -> None:
    package = REPOSITORY / "blogsmith"
    files = {path.relative_to(package).as_posix(): path for path in package.rglob("*.py")}
    found = departures({name: path.read_text(encoding="utf-8") for name, path in files.items()})
    assert not found, "\n".join(found)


def test_no_file_of_the_repository_has_a_name_that_says_nothing_or_that_tools_skip() -> None:
    paths = [path.relative_to(REPOSITORY) for path in REPOSITORY.rglob("*") if path.is_file()]
    ours = [path for path in paths if not PASSED_OVER & set(path.parts) and not path.parts[0].startswith(".")]
    found = faulty_names(path.as_posix() for path in ours)
    assert not found, "\n".join(found)


def test_every_folder_of_tests_is_a_package_so_that_two_may_hold_files_of_one_name() -> None:
    folders = {path.parent for path in (REPOSITORY / "tests").rglob("test_*.py")}
    assert [folder.name for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []
