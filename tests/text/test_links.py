"""Links of a body: words, target, place."""

from blogsmith.model.config import MarkdownConfig
from blogsmith.model.document import Link
from blogsmith.model.source import Place
from blogsmith.text.markdown import parse_markdown


def links(body: str) -> tuple[Link, ...]:
    return parse_markdown(body, config=MarkdownConfig(), nesting=40).links


def test_a_link_has_its_words_its_target_and_the_place_of_the_whole() -> None:
    assert links("See [the *old* list](https://a.example/b).\n") == (
        Link(target="https://a.example/b", text="the old list", place=Place(line=1, column=5, length=37)),
    )


def test_own_links_and_links_to_posts_are_links_too() -> None:
    found = links("[one](post:w4k7), [two](../b/index.md#part) and <https://a.example/>\n")
    assert [(link.target, link.text) for link in found] == [
        ("post:w4k7", "one"),
        ("../b/index.md#part", "two"),
        ("https://a.example/", "https://a.example/"),
    ]


def test_a_link_in_a_block_quote_is_quoted_and_the_one_behind_it_is_not() -> None:
    assert [link.quoted for link in links("> [a](/a/)\n\n[b](/b/)\n")] == [True, False]


def test_a_link_around_a_picture_has_the_pictures_words() -> None:
    assert [link.text for link in links("[![A well](well.svg)](/wells/)\n")] == ["A well"]


def test_a_link_in_a_table_stands_in_its_cell() -> None:
    body = "| a | b |\n|---|---|\n| x | [y](/y/) |\n| [z](/z/) | |\n"
    assert [(link.place.line, link.place.column) for link in links(body)] == [(3, 7), (4, 3)]


def test_what_looks_like_a_link_in_code_is_none() -> None:
    assert links("`[a](/a/)`\n\n    [b](/b/)\n") == ()
