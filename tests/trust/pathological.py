"""Bodies that cost parsers more than they look: families of text, each made as large as it is asked for."""

from collections.abc import Callable, Mapping

Family = Callable[[int], str]
"""A text of about so many characters."""


def _of(piece: str, around: tuple[str, str] = ("", "")) -> Family:
    """One piece, again and again."""
    return lambda size: around[0] + piece * (size // len(piece)) + around[1]


def _nested(opening: str, closing: str) -> Family:
    """As many openings as closings."""

    def make(size: int) -> str:
        depth = size // len(opening + closing)
        return opening * depth + "a" + closing * depth

    return make


def _growing(mark: str) -> Family:
    """Lines that each begin one mark deeper."""

    def make(size: int) -> str:
        lines, length, depth = [], 0, 1
        while length < size:
            lines.append(f"{mark * (depth % 400)}a")
            length += len(lines[-1]) + 1
            depth += 1
        return "\n".join(lines)

    return make


def _definitions(size: int) -> str:
    return "\n".join(f"[a{number}]: /b{number}" for number in range(size // 14))


def _reference_bomb(size: int) -> str:
    """One long address that is named again and again."""
    return f"[a]: /{'x' * (size // 2)}\n\n" + "[a] " * (size // 8)


def _footnotes(size: int) -> str:
    count = size // 24
    return (
        " ".join(f"[^{number}]" for number in range(count))
        + "\n\n"
        + "\n\n".join(f"[^{number}]: a" for number in range(count))
    )


def _wide_table(size: int) -> str:
    """A wide head over short rows, which are filled up."""
    width = max(1, size // 40)
    return "|a" * width + "|\n" + "|-" * width + "|\n" + "|b|\n" * (size // 8)


def _headings(size: int) -> str:
    """All with one name, so that each needs another id."""
    return "## a\n\n" * (size // 6)


def _distinct(shape: str) -> Family:
    return lambda size: "".join(shape.format(number) for number in range(size // (len(shape) + 2)))


FAMILIES: Mapping[str, Family] = {
    "opened brackets": _of("["),
    "brackets": _nested("[", "]"),
    "brackets and parentheses": _nested("[", "](a)"),
    "links in links": _nested("[a](", ")"),
    "opened links": _of("[a]("),
    "opened links with a bracket": _of("[a"),
    "links and half an emphasis": _of("[ a_"),
    "images": _nested("![", "](a)"),
    "opened images": _of("![]("),
    "addresses in angles": _of("<http://a"),
    "opened angles": _of("[a](<b"),
    "titles without an end": _of('[a](b "c'),
    "strong": _nested("**a ", "b**"),
    "opened emphasis": _of("*a "),
    "closed emphasis": _of("a* "),
    "emphasis of both kinds": _of("*a_ "),
    "emphasis between words": _of("a_b*c~"),
    "long rows of stars": _of("*"),
    "rows of three": _of("a***"),
    "struck out": _of("~~a "),
    "struck out and not": _of("a~~~b "),
    "backticks": _of("`"),
    "growing backticks": _growing("`"),
    "backticks with words": _of("`a``"),
    "escapes": _of("\\*"),
    "entities": _of("&amp;&#x41;"),
    "entities without an end": _of("&#"),
    "names without an end": _of("&aaaaaaaa"),
    "quotes": _nested("> ", ""),
    "growing quotes": _growing("> "),
    "lists": _growing("- "),
    "numbered lists": _of("1. "),
    "indented lists": _growing("  "),
    "lists and quotes": _of("> - "),
    "empty items": _of("-\n"),
    "tasks": _of("- [ ] a\n"),
    "rules": _of("* * *\n"),
    "headings of one name": _headings,
    "underlined": _of("a\n=\n"),
    "fences": _of("```\n"),
    "one fence": _of("a\n", ("```python\n", "")),
    "code": _of("x = [('a', {1: \"b\"})] # c\n", ("```python\n", "```\n")),
    "code without an end of its text": _of('"""a\n', ("```python\n", "```\n")),
    "tags": _of("<a b='c'>"),
    "opened tags": _of("<a "),
    "remarks": _of("<!-- a"),
    "marked sections": _of("<![CDATA["),
    "instructions": _of("<?a"),
    "definitions": _definitions,
    "one long address": _reference_bomb,
    "footnotes": _footnotes,
    "footnotes in footnotes": _distinct("[^{0}]: [^{0}]\n\n"),
    "a wide table": _wide_table,
    "pipes": _of("|"),
    "blocks": _of(":::: note\n"),
    "opened blocks": _growing(":"),
    "shortcodes": _of('::: figure src="a" alt="b"\n:::\n'),
    "straight quotes": _of("\"a' "),
    "spaces": _of(" "),
    "spaces before an end": _of("a" + " " * 60 + "\n"),
    "one word": _of("a"),
    "one Hangul word": _of("가"),
    "marks on one letter": _of("\u0301", ("e", "")),
    "sentences": _of("I built it. "),
    "sentences without an end": _of("I built it, and "),
    "quoted speech": _of("“a ”b "),
    "mail addresses": _of("a@b.c "),
    "sites": _of("www.a.b/c_d "),
    "dots": _of("."),
    "zero bytes": _of("\x00"),
    "line ends": _of("\n"),
}
"""By what they are made of."""
