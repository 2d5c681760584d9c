"""A short text becomes a QR code."""

import hashlib

import pytest

from blogsmith.text.qr import as_lines, qr_modules

KNOWN = {
    "a": "35b8e4eedfb75265",
    "http://192.168.0.12:4000/?token=abcdefghijklmnopqrstuvwx": "a43b871f6a74c3c8",
    "y" * 130: "e9f2b229580eb5b6",
}
"""Digests of codes that a reader of its own (jsQR) gave the text back from."""


def digest(text: str) -> str:
    rows = "\n".join("".join("#" if module else "." for module in row) for row in qr_modules(text))
    return hashlib.blake2b(rows.encode(), digest_size=8).hexdigest()


@pytest.mark.parametrize("text", KNOWN)
def test_a_code_is_the_one_that_was_read_back(text: str) -> None:
    assert digest(text) == KNOWN[text]


@pytest.mark.parametrize(("length", "size"), [(17, 21), (18, 25), (53, 29), (78, 33), (106, 37), (134, 41)])
def test_a_code_is_no_larger_than_its_text_needs(length: int, size: int) -> None:
    assert len(qr_modules("x" * length)) == size


def test_a_text_that_is_too_long_has_no_code() -> None:
    with pytest.raises(ValueError, match="x"):
        qr_modules("x" * 135)
    assert as_lines("x" * 135) == ()


def test_the_lines_for_a_terminal_have_a_light_margin() -> None:
    lines = as_lines("a")
    assert {len(line) for line in lines} == {25}
    assert lines[0] == "█" * 25
