"""Words become a part of a URL."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from blogsmith.text.slug import slugify


def test_letters_and_digits_stay_and_the_rest_is_one_hyphen() -> None:
    assert slugify("  Hello, World! 2026 ") == "hello-world-2026"
    assert slugify("a__b--c") == "a-b-c"
    assert slugify("Être & ÄÖ") == "être-äö"


def test_hangul_stays() -> None:
    assert slugify("줄자가 3센티미터를 거짓말한 까닭") == "줄자가-3센티미터를-거짓말한-까닭"


def test_vowel_signs_stay_with_their_word_and_emoji_go() -> None:
    assert slugify("हिन्दी 👍️ ok") == "हिन्दी-ok"


def test_nothing_remains_of_signs_alone() -> None:
    assert slugify("") == slugify("!?…") == slugify("👍️") == ""


@settings(deadline=None)
@given(st.text())
def test_decomposed_and_composed_text_give_one_slug_in_nfc(text: str) -> None:
    slug = slugify(unicodedata.normalize("NFD", text))
    assert slug == slugify(unicodedata.normalize("NFC", text))
    assert slug == unicodedata.normalize("NFC", slug)
    assert slug == slug.strip("-")
    assert "--" not in slug
