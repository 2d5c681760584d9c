"""Font files become what cards are written in."""

from pathlib import Path

import pytest

from blogsmith.media import fonts
from blogsmith.media.fonts import FOLDER, FontFiles, find_fonts
from blogsmith.media.lettering import Lettering
from tests.media.test_lettering import OWN


def test_the_font_that_comes_along_has_all_hangul_and_what_korean_and_english_need() -> None:
    syllables = "".join(map(chr, range(0xAC00, 0xD7A4)))
    latin = "".join(chr(sign) for sign in range(0x20, 0x7F)) + "äöüßéèêåøçñ–—‘’“”…·「」『』€₩①②"
    assert Lettering([OWN]).unwritten(syllables + latin) == ""


def test_the_licence_travels_with_the_font() -> None:
    text = (Path(fonts.__file__).parent / "assets" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL Open Font License, Version 1.1" in text
    assert "Reserved Font Name Pretendard" in text


def test_a_font_of_the_site_is_tried_first_and_counts_in_the_digest(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "own.otf").write_bytes(OWN.read_bytes())
    found, without = find_fonts(tmp_path, ["own.otf"]), find_fonts(tmp_path, [])
    assert isinstance(found, FontFiles)
    assert isinstance(without, FontFiles)
    assert found.files == (OWN.read_bytes(), OWN)
    assert found.digest != without.digest


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("gone.otf", None, "missing"),
        ("../secret.otf", None, "missing"),
        ("font.woff2", b"wOF2", "format"),
        ("empty.ttf", b"", "missing"),
    ],
)
def test_what_is_no_font_of_the_site_is_a_fault(tmp_path: Path, name: str, content: bytes | None, fault: str) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / ".." / "secret.otf").write_bytes(OWN.read_bytes())
    if content is not None:
        (tmp_path / FOLDER / name).write_bytes(content)
    assert find_fonts(tmp_path, [name]) == (0, fault)
