"""Pictures as they are published: their size known, their metadata gone, nothing in them that runs."""

import io

import pytest
from PIL import Image

from blogsmith.media.images import Size, measure_image, strip_image


def photo(form: str, *, orientation: int = 1) -> bytes:
    """A picture of 8 x 4 pixels whose metadata tell where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "SECRET-PLACE"
    target = io.BytesIO()
    Image.new("RGB", (8, 4), "red").save(target, format=form, exif=exif)
    return target.getvalue()


@pytest.mark.parametrize(("form", "ending"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif")])
def test_metadata_are_taken_out(form: str, ending: str) -> None:
    content = photo(form)
    assert b"SECRET-PLACE" in content
    assert b"SECRET-PLACE" not in strip_image(content, ending)


def test_a_photo_on_its_side_is_turned_upright() -> None:
    content = photo("JPEG", orientation=6)
    assert measure_image(content, ".jpg") == Size(width=4, height=8)
    with Image.open(io.BytesIO(strip_image(content, ".jpg"))) as image:
        assert image.size == (4, 8)


@pytest.mark.parametrize(
    ("inside", "fault"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<path onload="alert(1)"/>', "script"),
        ('<a href="javascript:alert(1)"/>', "script"),
        ('<image href="https://elsewhere.example/x.png"/>', "foreign"),
        ("<style>@import url(https://elsewhere.example/x.css)</style>", "foreign"),
    ],
)
def test_a_drawing_that_runs_or_loads_something_is_refused(inside: str, fault: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4">{inside}</svg>'
    assert measure_image(drawing.encode(), ".svg") == fault


def test_a_plain_drawing_has_the_size_of_its_box() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4H0z"/></svg>'
    assert measure_image(drawing, ".svg") == Size(width=8, height=4)


def test_a_file_that_is_not_what_its_ending_says_is_refused() -> None:
    assert measure_image(photo("PNG"), ".jpg") == "format"
    assert measure_image(b"no picture", ".png") == "broken"
