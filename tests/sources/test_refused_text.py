"""Files that are no clean UTF-8 are refused where they stop being it, with the likely encoding named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.refusal import assert_refused
from tests.site import build, tree

Published = Callable[..., Path]

HEAD = "---\nid: robot\ntitle: A robot\ndate: 2026-03-12\nauthors: [jane]\ncategory: tech\n"
ROBOT = "content/posts/robot.md"


def spoilt(published: Published, content: bytes) -> Path:
    """The published site with these bytes as a further post."""
    folder = published()
    (folder / ROBOT).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    ("content", "finding", "likely"),
    [
        (f"{HEAD}---\nI built it.\n".encode("utf-16"), "1:1", "UTF-16"),
        (f"{HEAD}---\nI built it.\n".encode("utf-16-be"), "1:1", "UTF-16"),
        (f"{HEAD}---\n나는 물을 재는 로봇을 만들었다.\n".encode("cp949"), "8:1", "EUC-KR (CP949)"),
        (f"{HEAD}---\n".replace("A robot", "로봇").encode("euc-kr"), "3:8", "EUC-KR (CP949)"),
        (f"{HEAD}---\nI built it in a café.\n".encode("latin-1"), "8:20", "Windows-1252"),
        (f"{HEAD}---\nロボットを作った。\n".encode("shift_jis"), "8:1", "Shift_JIS"),
        (f"{HEAD}---\nfine\nbroken \xff\n".encode("latin-1"), "9:8", "Windows-1252"),
    ],
    ids=["utf-16", "utf-16-be", "euc-kr", "euc-kr-title", "latin-1", "shift-jis", "stray-byte"],
)
def test_another_encoding_is_refused_and_named(published: Published, content: bytes, finding: str, likely: str) -> None:
    folder = spoilt(published, content)
    assert_refused(folder, f"file/encoding {ROBOT}:{finding}")
    assert json.loads(build(folder, "--format", "json").stdout)[0]["message"].endswith(f"it looks like {likely}")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (f"{HEAD}---\nI built\0 it.\n", "8:8"),
        (f"{HEAD}---\nok\nI built it.\x1b[31m\n", "9:12"),
        (HEAD.replace("A robot", "A\x07robot") + "---\n", "3:9"),
        (f"{HEAD}---\nsoft\x85line\n", "8:5"),
        (f"{HEAD}---\nnot a character: \uffff\n", "8:18"),
    ],
    ids=["nul", "escape", "bell-in-title", "next-line", "noncharacter"],
)
def test_a_control_character_is_refused_where_it_stands(published: Published, text: str, finding: str) -> None:
    assert_refused(spoilt(published, text.encode()), f"file/control-character {ROBOT}:{finding}")


def test_a_byte_order_mark_changes_nothing(published: Published) -> None:
    plain = f"{HEAD}---\nI built it.\n".encode()
    folder = spoilt(published, plain)
    assert build(folder, "--out", str(folder / "plain")).exit_code == 0
    (folder / ROBOT).write_bytes(b"\xef\xbb\xbf" + plain)
    assert build(folder, "--out", str(folder / "marked")).exit_code == 0
    assert tree(folder / "marked") == tree(folder / "plain")


def test_a_draft_with_a_byte_order_mark_stays_a_draft(published: Published) -> None:
    folder = spoilt(published, b"\xef\xbb\xbf" + f"{HEAD}draft: true\n---\nkanarienvogel\n".encode())
    before = tree(folder / "public")
    assert (build(folder).exit_code, tree(folder / "public")) == (0, before)


def test_windows_line_ends_change_nothing(published: Published) -> None:
    plain = f"{HEAD}---\nI built it.\n\n```\ncode\n```\n".encode()
    folder = spoilt(published, plain)
    assert build(folder, "--out", str(folder / "plain")).exit_code == 0
    (folder / ROBOT).write_bytes(plain.replace(b"\n", b"\r\n"))
    assert build(folder, "--out", str(folder / "windows")).exit_code == 0
    assert tree(folder / "windows") == tree(folder / "plain")
