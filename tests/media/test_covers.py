"""A seed and a letter become a cover, the same one for ever."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blogsmith.media.covers import (
    BANNER_HEIGHT,
    BIG,
    GIANT,
    HEIGHT,
    LETTERS,
    MIDDLE,
    WIDTH,
    draw_cover,
    letter_path,
    plan_cover,
)

GOLDEN = Path(__file__).parent / "covers"
KEPT = {
    "design": ("design:vqa3-removed-button", "ㄷ"),
    "tech": ("tech:w4k7-rope-stretch", "ㄱ"),
    "people": ("people:first-well", "ㅅ"),
    "culture": ("culture:n3wj-kind-replies-ko", "ㅁ"),
    "global": ("global:5dwk-oaxaca-dry-february", "ㄹ"),
    "side-story": ("side-story:well-echo", "ㅇ"),
    "another-draw": ("tech:w4k7-rope-stretch/2", "ㄱ"),
    "giant": ("side:7", "ㅇ"),
    "even": ("people:10", "ㅅ"),
}
seeds = st.text(max_size=40)
letters = st.sampled_from(sorted(LETTERS))


@pytest.mark.parametrize("name", KEPT)
def test_a_cover_never_changes_once_it_was_published(name: str) -> None:
    seed, letter = KEPT[name]
    assert draw_cover(seed, letter) + "\n" == (GOLDEN / f"{name}.svg").read_text()


def test_the_kept_covers_show_every_plan_of_the_sheet() -> None:
    plans = [tuple(tile.edge for tile in plan_cover(seed)) for seed, _ in KEPT.values()]
    assert any(plan[0] == GIANT for plan in plans)
    assert any(plan[0] == BIG for plan in plans)
    assert any(plan[-1] == BIG for plan in plans)
    assert any(max(plan) == MIDDLE for plan in plans)


@settings(deadline=None)
@given(seeds)
def test_tiles_fill_the_sheet_and_lie_over_nothing_but_a_giant(seed: str) -> None:
    tiles = plan_cover(seed)
    small = [tile for tile in tiles if tile.edge != GIANT]
    covered = sum(tile.edge**2 for tile in small)
    assert covered == (2 * MIDDLE**2 if len(small) < len(tiles) else WIDTH * HEIGHT)


@settings(deadline=None)
@given(seeds)
def test_exactly_one_of_the_smaller_tiles_has_the_spark_and_shows_the_letter(seed: str) -> None:
    (spark,) = [tile for tile in plan_cover(seed) if tile.figure == "s"]
    assert spark.ground == "l"
    assert spark.kind != "rest"
    assert spark.edge <= MIDDLE


@settings(deadline=None)
@given(seeds)
def test_big_tiles_always_show_the_letter(seed: str) -> None:
    assert all(tile.kind != "rest" for tile in plan_cover(seed) if tile.edge > MIDDLE)


@settings(deadline=None)
@given(seeds, letters, st.booleans())
def test_a_drawing_is_well_formed_and_holds_neither_colours_nor_fractions(seed: str, letter: str, wide: bool) -> None:
    drawing = draw_cover(seed, letter, wide=wide)
    root = ElementTree.fromstring(drawing)
    assert root.get("viewBox") == f"0 0 {WIDTH} {BANNER_HEIGHT if wide else HEIGHT}"
    assert root.get("aria-hidden") == "true"
    assert {path.get("class") for path in root} <= {"c-f", "c-d", "c-l", "c-s"}
    assert not re.search(r"style|#|fill|\d\.\d", drawing)


@settings(deadline=None)
@given(seeds, letters)
def test_a_banner_leaves_out_what_would_not_be_seen(seed: str, letter: str) -> None:
    assert len(draw_cover(seed, letter, wide=True)) <= len(draw_cover(seed, letter))


def test_upright_letters_have_sharp_edges_and_slanted_ones_smooth_edges() -> None:
    assert draw_cover("a", "ㄱ").count("crispEdges") == draw_cover("a", "ㄱ").count("<path") - 1
    assert draw_cover("a", "ㅅ").count("crispEdges") < draw_cover("a", "ㅅ").count("<path") - 1


def test_a_letter_nobody_has_drawn_is_drawn_as_mieum() -> None:
    assert draw_cover("a", "Z") == draw_cover("a", "ㅁ")


def test_a_letter_is_one_line_on_five_modules() -> None:
    assert letter_path("ㄱ", 0, 0, 50) == "M0 0h50v50h-10v-40h-40z"
    assert letter_path("ㄱ", 100, 50, 100) == "M100 50h100v100h-20v-80h-80z"
    assert letter_path("ㅇ", 0, 0, 50) == (
        "M25 0a25 25 0 1 1 0 50a25 25 0 1 1 0-50zM25 10a15 15 0 1 0 0 30a15 15 0 1 0 0-30z"
    )


def test_a_nested_letter_holds_its_smaller_copy() -> None:
    assert letter_path("ㅁ", 0, 0, 50, nested=True) == letter_path("ㅁ", 0, 0, 50) + "M20 20h10v10h-10z"
