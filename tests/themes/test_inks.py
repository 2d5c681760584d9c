"""Social cards are drawn in the colours of the pages that they lead to."""

import re

import pytest

from blogsmith.model.config import ThemeConfig
from blogsmith.model.page import Inks
from blogsmith.text.contrast import contrast
from blogsmith.themes.assets import theme_assets, theme_parts
from blogsmith.themes.layer import all_assets
from blogsmith.themes.theme import bundled_themes, load_theme

THEME = load_theme(bundled_themes(), ThemeConfig(), languages=("ko", "en"), bundled=bundled_themes())
PARTS = theme_parts(THEME, theme_assets(THEME))


def _in_style_sheet(dye: str) -> Inks:
    rule = re.search(rf"\.d-{dye} {{(.*?)}}", all_assets(THEME.layers)["page.css"].text)
    assert rule is not None
    said = dict(re.findall(r"--(\w+): (#\w+)", rule[1]))
    long = {
        name: value if len(value) == 7 else "#" + "".join(digit * 2 for digit in value[1:])
        for name, value in said.items()
    }
    return Inks(field=long["f"], on=long["on"], deep=long["deep"], light=long["light"], spark=long["spark"])


@pytest.mark.parametrize("dye", THEME.dyes)
def test_each_dye_has_the_inks_of_the_style_sheet(dye: str) -> None:
    assert PARTS.inks[dye] == _in_style_sheet(dye)


@pytest.mark.parametrize("dye", THEME.dyes)
def test_words_on_a_card_can_be_read(dye: str) -> None:
    assert contrast(PARTS.inks[dye].on, PARTS.inks[dye].field) >= 4.5


def test_the_mark_of_a_disclosure_has_words_in_every_language() -> None:
    assert PARTS.paid == {"ko": "대가 받은 글", "en": "Paid or in kind"}
