"""The likely name of an encoding that is not UTF-8, and where a text stops being UTF-8."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogsmith.model.source import SourcePath
from blogsmith.sources.encoding import decode, guess_encoding

KOREAN = "나는 우물에 줄자를 내렸다. 물은 깊었다."


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (KOREAN.encode("utf-16"), "UTF-16"),
        (KOREAN.encode("utf-16-be"), "unknown"),
        ("plain words, many of them".encode("utf-16-le"), "UTF-16"),
        ("plain words, many of them".encode("utf-32"), "UTF-16"),
        (KOREAN.encode("euc-kr"), "EUC-KR (CP949)"),
        ("똠방각하 펲시콜라".encode("cp949"), "EUC-KR (CP949)"),
        ("井戸の深さを測りました。".encode("shift_jis"), "Shift_JIS"),
        ("我们测量了井的深度。".encode("gb18030"), "GB18030"),
        ("Ich maß die Tiefe über Nacht.".encode("latin-1"), "Windows-1252"),
        ("“quoted” — naïve café".encode("cp1252"), "Windows-1252"),
        (b"plain", "unknown"),
    ],
)
def test_the_likely_encoding_is_named(content: bytes, name: str) -> None:
    guessed = guess_encoding(content)
    assert guessed == name or (name == "unknown" and guessed != "EUC-KR (CP949)")


@given(st.binary(max_size=400))
def test_any_bytes_become_a_text_or_one_fault_at_a_place(content: bytes) -> None:
    checked = decode(SourcePath("a.md"), content)
    if checked.value is None:
        (fault,) = checked.diagnostics
        assert fault.rule in ("file/encoding", "file/control-character")
        assert (fault.location.line or 0) >= 1
        assert (fault.location.column or 0) >= 1
    else:
        assert checked.diagnostics == ()
        assert "\r" not in checked.value.text


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\ufffe\uffff")))
def test_any_clean_text_is_read_as_it_is(text: str) -> None:
    for content in (text.encode(), b"\xef\xbb\xbf" + text.encode()):
        checked = decode(SourcePath("a.md"), content)
        assert checked.value is not None
        assert checked.value.text == text


@pytest.mark.parametrize("sign", [*map(chr, range(32)), *map(chr, range(127, 160)), "\ufffe", "\uffff"])
def test_every_sign_that_no_page_may_hold_is_found_among_others(sign: str) -> None:
    checked = decode(SourcePath("a.md"), f"우물 \u00a0 \ufffd {sign}.".encode())
    faults = [(fault.rule, fault.location.line, fault.location.column) for fault in checked.diagnostics]
    assert faults == ([] if sign in "\t\n\r" else [("file/control-character", 1, 8)])


def test_line_ends_of_every_system_are_one() -> None:
    checked = decode(SourcePath("a.md"), b"a\r\nb\rc\nd")
    assert checked.value is not None
    assert checked.value.text == "a\nb\nc\nd"
