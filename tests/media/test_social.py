"""A social card becomes the same picture for ever, with all its words or with none."""

import io
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from blogsmith.media.fonts import FontFiles, find_fonts
from blogsmith.media.lettering import Lettering
from blogsmith.media.social import draw_social_card
from blogsmith.model.page import Inks
from blogsmith.model.social import HEIGHT, WIDTH, Signature, SocialCard

GOLDEN = Path(__file__).parent / "cards"
TECH = Inks(field="#2740b8", on="#ffffff", deep="#14215f", light="#bccbff", spark="#f2b01e")
PEOPLE = Inks(field="#f4b31a", on="#1b1408", deep="#3a2408", light="#fff0c4", spark="#d63f22")
SIDE = Inks(field="#8d3181", on="#ffffff", deep="#43113d", light="#f6cdee", spark="#58b4e8")
DOHYEON = Signature(seal="도", shape="square", name="배도현")
SOL = Signature(seal="솔", shape="round", name="고은솔")
PLAIN = SocialCard(title="A well", label="Tech", letter="ㄱ", inks=TECH, seed="tech:a", signatures=(DOHYEON,))
KEPT = {
    "korean": replace(
        PLAIN,
        title="계단이 있는 길을 ‘빠른 길’이라고 부르지 않기로 했습니다",
        label="기술",
        signatures=(DOHYEON, SOL),
        paid="대가 받은 글",
    ),
    "english": replace(PLAIN, title="Why our well tape lied by three centimetres"),
    "short": replace(PLAIN, title="우물", label="사람", letter="ㅅ", inks=PEOPLE, seed="people:b"),
    "long": replace(
        PLAIN,
        title="A title that goes on and on, because its writer wanted to say everything that the text says before "
        "anyone has begun to read it, and then once more from the other side",
        label="Side story",
        letter="ㅇ",
        inks=SIDE,
        signatures=(Signature(seal="AB", shape="square", name="Alexandrina Bartholomew-Featherstone"), DOHYEON, SOL),
        paid="Paid or in kind",
    ),
    "blog": replace(
        PLAIN,
        title="The log",
        label="Durebak",
        letter="",
        note="People who make things.",
        tiles=(("ㄱ", TECH), ("ㅅ", PEOPLE)),
    ),
    "wordless": replace(PLAIN, title="مرحبا"),
}
WORDS = (60, 0, 720, HEIGHT)
"""Where words may stand: cells 2 to 12."""
BESIDE = (720, 0, 780, HEIGHT)


@cache
def lettering() -> Lettering:
    fonts = find_fonts(Path(), ())
    assert isinstance(fonts, FontFiles)
    return Lettering(fonts.files)


def picture(card: SocialCard, photo: Image.Image | None = None) -> Image.Image:
    content = draw_social_card(card, lettering(), photo).content
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        return image.convert("RGB")


def differs(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """The rectangle in which two pictures differ."""
    return ImageChops.difference(one, other).getbbox()


@pytest.mark.parametrize("name", KEPT)
def test_a_card_never_changes_once_it_was_published(name: str, request: pytest.FixtureRequest) -> None:
    drawn = picture(KEPT[name])
    if request.config.getoption("--rewrite-goldens"):
        (GOLDEN / f"{name}.png").write_bytes(draw_social_card(KEPT[name], lettering()).content)
    with Image.open(GOLDEN / f"{name}.png") as golden:
        assert differs(drawn, golden.convert("RGB")) is None


@pytest.mark.parametrize("name", KEPT)
def test_a_card_has_the_size_that_services_show_whole(name: str) -> None:
    assert picture(KEPT[name]).size == (WIDTH, HEIGHT) == (1200, 630)


@pytest.mark.parametrize("name", KEPT)
def test_a_card_is_packed_into_the_bytes_of_zlib_so_that_no_processor_has_its_own(name: str) -> None:
    drawn = draw_social_card(KEPT[name], lettering()).content
    packed = drawn[drawn.index(b"IDAT") + 4 : drawn.index(b"IEND") - 8]
    zlib_own = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_RLE)
    assert packed == zlib_own.compress(zlib.decompress(packed)) + zlib_own.flush()


def test_the_same_card_is_the_same_bytes_whatever_was_drawn_before() -> None:
    fonts = find_fonts(Path(), ())
    assert isinstance(fonts, FontFiles)
    fresh = [draw_social_card(card, Lettering(fonts.files)).content for card in KEPT.values()]
    assert [draw_social_card(card, lettering()).content for card in reversed(KEPT.values())] == fresh[::-1]


def test_a_card_weighs_what_a_message_can_bear() -> None:
    assert max(len(draw_social_card(card, lettering()).content) for card in KEPT.values()) < 50_000


@settings(max_examples=40, deadline=None)
@given(title=st.text(alphabet="가힣나다라 abcWM‘’“”.,—()漢かなß", min_size=1, max_size=400), paid=st.booleans())
def test_no_title_leaves_the_cells_that_are_for_words(title: str, *, paid: bool) -> None:
    card = replace(PLAIN, title=title, paid="Paid" if paid else "")
    if not draw_social_card(card, lettering()).unwritten:
        field = Image.new("RGB", (WIDTH, HEIGHT), TECH.field)
        assert differs(picture(card).crop(BESIDE), field.crop(BESIDE)) is None


def test_the_longest_title_and_the_seals_never_touch() -> None:
    gap = (60, 470, 720, 508)
    field = Image.new("RGB", (WIDTH, HEIGHT), TECH.field)
    card = replace(PLAIN, title="gÅ힣 " * 200)
    assert differs(picture(card).crop(gap), field.crop(gap)) is None


def test_a_title_without_spaces_is_broken_rather_than_cut_off() -> None:
    card = replace(PLAIN, title="물" * 30)
    assert differs(picture(card), picture(replace(PLAIN, title="물" * 29))) is not None


def test_emoji_are_left_out_and_the_rest_of_a_title_stands() -> None:
    with_emoji = replace(PLAIN, title="🪣 A 👩🏽\u200d💻 well ☔️", label="Tech 🎉")
    assert draw_social_card(with_emoji, lettering()).unwritten == ""
    assert differs(picture(with_emoji), picture(PLAIN)) is None


@pytest.mark.parametrize(
    ("title", "signs"),
    [
        ("水의 무게", "水"),
        ("مرحبا", "مرحبا"),
        ("น้ำ", "น้ำ"),
        ("नमस्ते", "नमस्ते"),
        ("ᄒᆞᆫ글", "ᄒᆞᆫ"),
    ],
)
def test_a_title_that_no_font_can_write_leaves_the_drawn_cover(title: str, signs: str) -> None:
    card = replace(PLAIN, title=title, paid="Paid")
    drawn = draw_social_card(card, lettering())
    assert set(drawn.unwritten) <= set(signs)
    assert drawn.unwritten
    assert differs(picture(card), picture(KEPT["wordless"])) is None


def test_composed_and_decomposed_letters_are_one_title() -> None:
    assert differs(picture(replace(PLAIN, title="가é")), picture(replace(PLAIN, title="가é"))) is None


def test_the_mark_of_a_disclosure_stands_beside_the_seals() -> None:
    place = differs(picture(PLAIN), picture(replace(PLAIN, paid="Paid or in kind")))
    assert place is not None
    assert place[1] > 500


@pytest.mark.parametrize("writers", [1, 2, 3, 8])
def test_however_many_sign_the_mark_of_a_disclosure_has_its_place(writers: int) -> None:
    name = Signature(seal="WW", shape="round", name="W" * 60)
    crowd = replace(PLAIN, signatures=(name,) * writers)
    place = differs(picture(crowd), picture(replace(crowd, paid="Paid or in kind")))
    assert place is not None
    field = Image.new("RGB", (WIDTH, HEIGHT), TECH.field)
    assert differs(picture(replace(crowd, paid="Paid or in kind")).crop(BESIDE), field.crop(BESIDE)) is None


def test_a_title_is_never_written_where_its_mark_cannot_be() -> None:
    drawn = draw_social_card(replace(PLAIN, paid="مدفوع"), lettering())
    assert drawn.unwritten
    assert differs(picture(replace(PLAIN, paid="مدفوع")), picture(KEPT["wordless"])) is None


def test_a_photo_stands_in_the_frame_of_the_drawn_cover() -> None:
    photo = Image.new("RGB", (1600, 900), "#c08040")
    place = differs(picture(PLAIN), picture(PLAIN, photo))
    assert place == (780, 0, WIDTH, HEIGHT)
    assert picture(PLAIN, photo).getpixel((1000, 300)) == (0xC0, 0x80, 0x40)


def test_a_name_that_no_font_can_write_is_left_out_alone() -> None:
    stranger = Signature(seal="م", shape="round", name="محمد")
    assert differs(picture(replace(PLAIN, signatures=(stranger, DOHYEON))), picture(PLAIN)) is None
