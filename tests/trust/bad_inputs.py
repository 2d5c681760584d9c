"""Files that a person, an editor or a bad disk could leave: made by rules, not copied from a list."""

from collections.abc import Iterator
from itertools import product

POST = """---
id: robot
title: 로봇을 고친 날
date: 2026-03-12 09:00
authors: [jane]
category: tech
tags: [로봇, spring]
summary: "한 문장, and one more."
---
## 처음

저는 로봇을 고쳤습니다. [Here](https://a.example/) is how.
"""
_ENCODINGS = (
    "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp949", "euc-kr", "iso2022_kr", "johab",
)  # fmt: skip
_VALUES = (
    "", "~", "null", "true", "no", "0", "0123", "-1", "1e999", ".nan", ".inf", "1_000", "0x10", "0o7", "1:30",
    "2026-02-30", "2026-13-01", "2026-03-12T25:00", "2026-03-12T09:00+25:00", "2026-03-12 09:00 KST", "12/03/2026",
    "next tuesday", "9" * 5_000, "[]", "[[]]", "[,]", "{}", "{a: b}", "[a, {b: c}]", "{a: {b: {c: d}}}", "[1, 2]",
    "[jane, jane]", "[~]", "- a", "? a", "|", ">-", "'", '"', "'a''b'", '"\\ud800"', '"\\x00"', '"\\uFFFF"', "&a b",
    "*a", "<<", "!!int 3", "!!python/object:os.system x", "!x y", "@a", "`a`", "%a", "a: b", "a #b", "#", "---",
    "...", "[a", "{a", "a]", "🙂", "\u2028", "\u202e", "\u200b", "\u00ad", "\ufeff", "\x85", "한글", "../../etc/passwd",
    "..", ".", "/", "//a", "\\", "a/b", "con", "CON.txt", "aux.", "a ", " a", "a.", ".a", "index", "rss.xml",
    "%2e%2e%2f", "a\tb", "x" * 300, "가" * 100, "https://", "javascript:alert(1)", "<b>", "{{ x }}", "{% x %}",
)  # fmt: skip
_KEYS = (
    "id", "title", "date", "authors", "category", "updated", "corrections", "credits", "tags", "series", "summary",
    "cover", "slug", "lang", "translation_of", "draft", "expires", "review_by", "aliases", "canonical", "related",
    "comments", "allow", "extra", "Draft", "content", "",
)  # fmt: skip
_FENCES = (
    "---", "----", "--", "—", "–––", "+++", ";;;", "...", "--- ", "---\t", " ---", "---yaml", "***", "___", "```",
    "<!-- -->", "", "\ufeff---", "\u2014\u2014\u2014", "- - -", "---\r", "\x00---",
)  # fmt: skip


def bad_files() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each; a few of them happen to be sound."""
    whole = POST.encode()
    for encoding in _ENCODINGS:
        yield f"in {encoding}", POST.encode(encoding, "replace")
    yield from ((f"cut off after {end} bytes", whole[:end]) for end in range(len(whole)))
    for place, byte in product(range(0, len(whole), 3), (0x00, 0xFF, 0x80, 0x22, 0x5B)):
        yield f"byte {place} is {byte:#x}", whole[:place] + bytes([byte]) + whole[place + 1 :]
    for key, value in product(_KEYS, _VALUES):
        lines = [line for line in POST.split("\n") if not line.startswith(f"{key}:")]
        yield f"{key}: {value[:20]}", "\n".join([lines[0], f"{key}: {value}", *lines[1:]]).encode()
    for above, below in product(_FENCES, _FENCES):
        text = POST.removeprefix("---\n")
        head, _, body = text.partition("---\n")
        yield f"between {above!r} and {below!r}", f"{above}\n{head}{below}\n{body}".encode()
    for ending in ("\r\n", "\r", "\n\r", "\x0b", "\x0c", "\u2028", "\u2029", "\x85"):
        yield f"lines end in {ending!r}", POST.replace("\n", ending).encode()
    yield (
        "a bomb",
        b"---\na: &a [x]\n" + b"".join(b"b%d: {<<: [*a,*a,*a]}\n" % number for number in range(9)) + b"---\n",
    )
    yield "deep", b"---\nextra: " + b"[" * 2_000 + b"]" * 2_000 + b"\n---\n"
    yield "long", b"---\n" + b"".join(b"k%d: v\n" % number for number in range(3_000)) + b"---\n"
    yield "large", whole + b"x" * 300_000


_ODD = (
    0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E,
    0x2060, 0x2066, 0x2069, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFC, 0xFFFD, 0x1D173, 0xE0001, 0xE0100, 0x10FFFD,
)  # fmt: skip
"""Characters that nobody sees."""
_LETTERS = (
    "ß", "İ", "ı", "ſ", "K", "Å", "ǅ", "ﬁ", "㎏", "㈜", "ⅷ", "①", "𝔸", "🇰🇷", "👩‍👩‍👧", "👍🏽", "e\u0301",
    "\u1112\u1161\u11ab", "가나다", "नमस्ते", "שלום", "مرحبا", "ไทย", "漢字", "かな", "Ελλάδα", "Привет", "አማርኛ", "ྀ",
    "Z̴͎̎a̸l̵g̶o̷",
)  # fmt: skip
_TEXTS = (
    "null", "undefined", "NaN", "true", "0", "-0", "1e400", "0x1F", "1/0", "1,000", "٣", "Infinity", "None",
    "__proto__", "..", ".", "/", "//", "a/../b", "C:\\a", "~", "$HOME", "`id`", "$(id)", "; ls", "| cat", "&& x",
    "%s%n", "{0}", "{x}", "'", '"', "''", '"" or ""=""', "' or 1=1 --", "<b>", "</title>", "<!--", "]]>", "&amp;",
    "&#0;", "\\", "\\n", "\\u0000", "*a*", "**", "_", "~~a~~", "# a", "> a", "- a", "1. a", "[a](b)", "![a](b)",
    "|a|b|", "```", ":::", "[^1]", "---", "===", "CON", "nul.txt", "com1", "a.", " a ", "index", "404", "rss.xml",
    "tag", "page/2", "a" * 150, "가" * 60, "🙂" * 40,
)  # fmt: skip


def naughty() -> tuple[str, ...]:
    """Words that break programs: made of what Unicode, shells, paths, numbers and markup have."""
    return (*(f"a{chr(code)}b" for code in _ODD), *_LETTERS, *_TEXTS)
