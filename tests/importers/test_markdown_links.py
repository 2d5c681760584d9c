"""Every link and image is found, whatever surrounds it."""

import pytest

from blogsmith.importers.markdown_links import Link, destination, rewrite_links


def shown(link: Link) -> str:
    title = f"|{link.title}" if link.title else ""
    return f"«{link.kind} {link.words}→{link.target}{title}»"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b)", "«link a→b»"),
        ('[a [b] c](<d e> "T")', "«link a [b] c→d e|T»"),
        ("![a](b.png 'T')", "«image a→b.png|T»"),
        ("[![a](b)](c)", "«link «image a→b»→c»"),
        ("[a](/b(1)_c)", "«link a→/b(1)_c»"),
        ("[a](b\\_c&amp;d)", "«link a→b_c&d»"),
        ("[a][x] and [x] and [y]\n\n[X]: /b 'T'\n", "«link a→/b|T» and «link x→/b|T» and [y]\n\n"),
        ("see https://a.example/b_c. And", "see <https://a.example/b_c>. And"),
        ("<https://a.example> [https://a.example](b)", "<https://a.example> «link https://a.example→b»"),
        ("\\[a](b)", "\\[a](b)"),
        ("[^1] and\n\n[^1]: https://a.example", "[^1] and\n\n[^1]: <https://a.example>"),
        ("[a\n\nb](c)", "[a\n\nb](c)"),
    ],
)
def test_links_images_and_bare_addresses_are_written_anew(text: str, expected: str) -> None:
    assert rewrite_links(text, shown) == expected


def test_a_link_knows_whether_it_stands_in_a_heading() -> None:
    assert rewrite_links("# [a](b)\n\ntext [c](d)\n", lambda link: str(link.in_heading)) == "# True\n\ntext False\n"


def test_a_destination_is_pointed_where_it_must_be() -> None:
    assert [destination(target) for target in ("a b", "a(b)", "/a_b/")] == ["a%20b", "<a(b)>", "/a_b/"]
