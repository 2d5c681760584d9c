"""The command line itself: options before and after the command, exit codes, and who is told what where."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from blogsmith.cli.main import COMMANDS
from blogsmith.version import VERSION
from tests.refusal import findings
from tests.site import build, check, run

Site = Callable[[str], Path]

HEAD = "id: robot\ntitle: A robot\ndate: 2026-03-12\nauthors: [jane]\ncategory: tech\n"
GOOD = f"-- content/posts/robot.md --\n---\n{HEAD}---\nI built it.\n"
BAD = GOOD.replace("I built it.", "I built it. [x](nowhere.md)")
WARNED = GOOD.replace("I built it.", "[a]: /b\n\n# I built it.")


def test_the_version_is_said_and_nothing_else() -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"blogsmith {VERSION}\n", "")


def test_a_real_process_says_the_same() -> None:
    done = subprocess.run([sys.executable, "-m", "blogsmith", "--version"], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == (f"blogsmith {VERSION}\n", "")


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], []])
def test_the_help_names_every_command_and_gives_examples(arguments: list[str]) -> None:
    said = run(*arguments).output
    assert [name for name in COMMANDS if f"  {name}" not in said] == []
    assert "Examples:" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples_and_the_options_of_all(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert [word for word in ("Examples:", "-C DIR", "--format", "--lang", "--now") if word not in result.stdout] == []


@pytest.mark.parametrize(
    ("mistyped", "meant"), [("biuld", "build"), ("chekc", "check"), ("Build", "build"), ("schemas", "schema")]
)
def test_a_mistyped_command_gets_the_nearest_one(mistyped: str, meant: str) -> None:
    result = run(mistyped)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"there is no command `{mistyped}`. Did you mean `{meant}`?" in result.stderr


def test_a_command_that_resembles_none_is_said_not_to_exist() -> None:
    result = run("levitate")
    assert (result.exit_code, "there is no command `levitate`." in result.stderr) == (2, True)
    assert "Did you mean" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "오류: `bild`: 없는 명령입니다. 혹시 `build`인가요?"),
        (["check", "--frmat", "json"], "오류: `--frmat`: 없는 옵션입니다. 혹시 `--format`인가요?"),
        (["check", "--format", "xml"], "오류: `--format`에는 다음 가운데 하나를 씁니다: text, json"),
        (["build", "--jobs", "0"], "오류: `--jobs`: 쓸 수 없는 값입니다."),
        (["takedown", "x"], "오류: `--reason` 값이 빠졌습니다."),
        (["check", "--now", "noon"], "오류: --now에는 2026-03-12T09:00 같은 시각을 씁니다: `noon`"),
    ],
)
def test_a_wrong_command_line_is_told_in_korean(arguments: list[str], said: str) -> None:
    result = run(*arguments, "--lang", "ko")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize("command", [("new", "post"), ("new", "author"), ("new", "page"), ("author", "erase")])
def test_a_command_of_a_group_has_examples_too(command: tuple[str, str]) -> None:
    assert "Examples:" in run(*command, "--help").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--frmat", "json", "check"],
        ["check", "--frmat", "json"],
        ["check", "--format", "xml"],
        ["check", "--lang", "fr"],
        ["check", "--now", "tomorrow"],
        ["check", "--now"],
        ["check", "surplus"],
        ["explain", "no/rule"],
        ["schema", "nothing"],
    ],
)
def test_a_wrong_call_exits_with_2_and_leaves_stdout_empty(site: Site, arguments: list[str]) -> None:
    result = run("-C", site(GOOD), *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("epoch", ["yesterday", "1.5", "-1", "99999999999999999999"])
def test_an_epoch_that_is_no_time_is_a_wrong_call(site: Site, epoch: str) -> None:
    result = run("-C", site(GOOD), "check", environment={"SOURCE_DATE_EPOCH": epoch})
    assert (result.exit_code, "SOURCE_DATE_EPOCH" in result.stderr) == (2, True)


@pytest.mark.parametrize("now", ["0001-01-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-W10-4"])
def test_the_ends_of_time_are_no_bug(site: Site, now: str) -> None:
    result = check(site(GOOD), "--now", now)
    assert "Traceback" not in result.stderr
    assert result.exit_code in (0, 2)


def orders(folder: Path, *options: str) -> list[list[str | Path]]:
    """The same call with the options in every place."""
    place: list[str | Path] = ["-C", folder]
    return [
        [*place, *options, "check"],
        ["check", *place, *options],
        [*place, "check", *options],
        [*options, "check", *place],
    ]


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "json"),
        ("--lang", "ko"),
        ("-q",),
        ("--now", "2026-01-01"),
        ("--format", "json", "--lang", "ko"),
        ("--format=github",),
    ],
)
def test_options_stand_before_or_after_the_command(site: Site, options: tuple[str, ...]) -> None:
    results = [run(*order) for order in orders(site(BAD), *options)]
    plain = run("-C", site(BAD), "check")
    assert all(result == results[0] for result in results)
    assert results[0] != plain


def test_of_two_values_the_last_one_counts(site: Site) -> None:
    folder = site(BAD)
    result = run("-C", "/nowhere", "--format", "github", "check", "--format", "json", "-C", str(folder))
    assert findings(result) == ("link/dead content/posts/robot.md:8:17",)


def test_a_config_elsewhere_brings_its_folder_with_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = site(BAD)
    monkeypatch.chdir("/")
    (folder / "config.toml").rename(folder / "other.toml")
    result = run("check", "--config", str(folder / "other.toml"), "--format", "json")
    assert findings(result) == ("link/dead content/posts/robot.md:8:17",)


def test_a_folder_within_the_site_is_in_the_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site(BAD) / "content/posts")
    assert findings(run("check", "--format", "json")) == ("link/dead content/posts/robot.md:8:17",)


def test_without_a_site_there_is_one_finding(tmp_path: Path) -> None:
    result = run("-C", tmp_path, "check", "--format", "json")
    assert (findings(result), result.exit_code) == (("config/missing config.toml",), 2)


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (WARNED, 0), (BAD, 1)])
def test_the_exit_code_says_whether_there_was_an_error(site: Site, text: str, code: int) -> None:
    folder = site(text)
    assert (check(folder).exit_code, build(folder).exit_code) == (code, code)


def test_findings_and_talk_go_to_stderr_in_text(site: Site) -> None:
    for folder in (site(GOOD), site(BAD)):
        assert (check(folder).stdout, build(folder).stdout) == ("", "")


def test_in_quiet_the_findings_stay_and_the_summary_goes(site: Site) -> None:
    loud, quiet = check(site(BAD)).stderr, check(site(BAD), "-q").stderr
    assert (quiet, loud.removeprefix(quiet).count("\n")) == (loud[: len(quiet)], 1)
    assert check(site(GOOD), "-q").output == ""


def test_in_double_quiet_errors_alone_stay(site: Site) -> None:
    assert "warning[" in check(site(WARNED), "-q").stderr
    assert check(site(WARNED), "-qq").output == check(site(WARNED), "-q", "-q").output == ""


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"NO_COLOR": None}, False),
        ({"NO_COLOR": None, "FORCE_COLOR": "1"}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    ],
)
def test_colour_is_asked_for_or_watched(site: Site, environment: dict[str, str | None], coloured: bool) -> None:
    result = run("-C", site(BAD), "check", environment=environment)
    assert ("\x1b[" in result.stderr) is coloured


def test_no_colour_enters_what_machines_read(site: Site) -> None:
    result = run("-C", site(BAD), "check", "--format", "json", environment={"NO_COLOR": None, "FORCE_COLOR": "1"})
    assert "\x1b" not in result.stdout
    assert json.loads(result.stdout)


@pytest.mark.parametrize(
    ("environment", "korean"),
    [
        ({"BLOGSMITH_LANG": "ko"}, True),
        ({"BLOGSMITH_LANG": None, "LC_ALL": "ko_KR.UTF-8"}, True),
        ({"BLOGSMITH_LANG": None, "LC_ALL": None, "LC_MESSAGES": None, "LANG": "ko_KR.UTF-8"}, True),
        ({"BLOGSMITH_LANG": "en", "LANG": "ko_KR.UTF-8"}, False),
        ({"BLOGSMITH_LANG": None, "LC_ALL": None, "LC_MESSAGES": None, "LANG": "C.UTF-8"}, False),
        ({"BLOGSMITH_LANG": None, "LC_ALL": None, "LC_MESSAGES": None, "LANG": None}, False),
    ],
)
def test_the_language_of_messages_follows_the_environment(
    site: Site, environment: dict[str, str | None], korean: bool
) -> None:
    assert ("오류[" in run("-C", site(BAD), "check", environment=environment).stderr) is korean


def test_a_bug_keeps_its_traceback_and_exits_with_3(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("blogsmith.cli.check.check_site", broken)
    result = check(site(GOOD))
    assert (result.exit_code, result.stdout) == (3, "")
    assert "ZeroDivisionError: a bug" in result.stderr
    assert "bug in blogsmith" in result.stderr


def test_an_interruption_exits_with_130(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("blogsmith.cli.build.build_site", interrupted)
    assert build(site(GOOD)).exit_code == 130
