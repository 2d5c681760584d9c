"""Did you mean."""

from blogsmith.text.suggest import nearest


def test_the_most_similar_word_is_named_as_it_is_written() -> None:
    assert nearest("jnae", ["jane", "jonas"]) == "jane"
    assert nearest("TITEL", ["Title", "tags"]) == "Title"


def test_a_word_like_none_has_no_nearest() -> None:
    assert nearest("zebra", ["title", "tags"]) is None
    assert nearest("title", []) is None


def test_hangul_is_compared_whatever_its_unicode_form() -> None:
    decomposed = "\u1103\u1175\u110c\u1161\u110b\u1175\u11ab"
    assert nearest(decomposed, ["기술", "디자인"]) == "디자인"
    assert nearest("디지인", ["기술", "디자인"]) == "디자인"


def test_the_order_of_the_known_words_does_not_matter() -> None:
    assert nearest("tab", ["tar", "tag"]) == nearest("tab", ["tag", "tar"])
