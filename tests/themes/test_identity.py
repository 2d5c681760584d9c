"""The blog's own colours, mark and corners over the theme's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from blogsmith.model.identity import DyeConfig, IdentityConfig, PaperConfig
from blogsmith.text.contrast import contrast, is_colour
from blogsmith.themes.identity import identity_css
from tests.site import build, tree

GARDEN = DyeConfig(
    text="#205020",
    text_dark="#a0e0a0",
    field="#206020",
    on_field="#ffffff",
    wash="#eef7ee",
    wash_dark="#142014",
    deep="#0a200a",
    light="#c0f0c0",
    spark="#f4b31a",
)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)


def test_a_contrast_is_as_the_guidelines_compute_it() -> None:
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_colour_is_written_with_six_digits() -> None:
    assert is_colour("#2740b8")
    assert not is_colour("#fff")
    assert not is_colour("red; } body { display: none")


def test_an_identity_without_a_word_changes_nothing() -> None:
    assert identity_css(IdentityConfig()) == ""


def test_paper_and_corners_are_properties_of_every_page() -> None:
    css = identity_css(IdentityConfig(radius=8, paper=PaperConfig(ground="#fffff0")))
    assert css == (
        ":root { --radius: 8px; --paper: light-dark(#fffff0, #111416); --ink: light-dark(#14191c, #e8edee) }\n"
    )


def test_a_dye_is_a_class() -> None:
    assert identity_css(IdentityConfig(dyes={"garden": GARDEN})).startswith(
        ".d-garden { --c: light-dark(#205020, #a0e0a0); --f: #206020; --on: #ffffff"
    )


def test_a_new_category_wears_its_own_dye_and_the_page_its_wordmark(site: Callable[[str], Path]) -> None:
    root = site("""
-- config.toml --
[site]
base_url = "https://blog.example/"
[identity]
wordmark = "Our mark"
logo = "own.svg"
[identity.dyes.garden]
text = "#205020"
text_dark = "#a0e0a0"
field = "#206020"
on_field = "#ffffff"
wash = "#eef7ee"
wash_dark = "#142014"
deep = "#0a200a"
light = "#c0f0c0"
spark = "#f4b31a"
[categories.garden]
label = "Garden"
letter = "ㄴ"
dye = "garden"
-- themes/local/assets/own.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>
-- content/posts/a.md --
---
id: a
title: A
date: 2026-01-02
authors: [jane]
category: garden
---
I dug.
""")
    assert build(root).exit_code == 0
    files = tree(root / "public")
    home = files["index.html"].decode()
    sheet = next(name for name in files if name.startswith("assets/theme."))
    assert files["a/index.html"].decode().count('rel="stylesheet"') == 1
    assert f'<link rel="stylesheet" href="/{sheet}">' in home
    assert b".d-garden { --c: light-dark(#205020, #a0e0a0)" in files[sheet]
    assert "d-garden" in home
    assert "Our mark" in home
    assert any(name.startswith("assets/own.") and f'src="/{name}"' in home for name in files)
