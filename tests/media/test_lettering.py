"""Fonts draw signs, and know which ones they have."""

from pathlib import Path

import pytest

from blogsmith.media import fonts
from blogsmith.media.lettering import Face, Lettering

OWN = Path(fonts.__file__).parent / "assets" / "Pretendard-Bold.otf"


@pytest.mark.parametrize(
    ("sign", "known"), [("가", True), ("é", True), (" ", True), ("水", False), ("\U0001faa3", False)]
)
def test_a_font_knows_which_signs_it_has(sign: str, *, known: bool) -> None:
    assert Face(OWN).has(sign) is known


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("A  well ", "A well"),
        ("🪣 우물 ☔️", "우물"),
        ("1\ufe0f\u20e3 first", "1 first"),
        ("‘빠른 길’\u2060이라고", "‘빠른 길’이라고"),
        ("가", "가"),
        ("a\u200bb\u202ec", "abc"),
        ("10 ℃ → 50 °F", "10 ℃ → 50 °F"),
    ],
)
def test_a_text_is_made_ready_to_be_set(text: str, prepared: str) -> None:
    assert Lettering([OWN]).prepared(text) == prepared


def test_the_first_font_that_has_every_sign_is_taken() -> None:
    one, other = Lettering([OWN, OWN]), Lettering([OWN])
    assert one.face_for("우물") is not None
    assert other.face_for("水") is None
