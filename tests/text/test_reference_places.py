"""The place of a reference covers its target, to the character."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.reading import covered, read

CASES = [
    "가나 [x](../b/index.md) 다",
    "[x](../b.md 'title')",
    '[x](<a b.md> "t")',
    "한 줄\n둘째 줄 [x](b.md)\n셋째 ![y](c.svg)",
    "## 제목 [x](b.md) ##",
    "제목 [x](b.md)\n===",
    "> 인용 [x](b.md)\n> 더 [y](c.md)",
    "> 인용\n느슨한 [x](b.md)",
    "- 하나\n  - 둘 [x](b.md)\n    이어 [y](c.md)",
    "1. [x](b.md)\n\n   둘째 문단 [y](c.md)",
    "- [ ] 할 일 [x](b.md)",
    "> - > 깊이 [x](b.md)",
    "| 가 | [x](b.md) |\n|---|---|\n| a \\| b | c \\| [y](c.md) ![z](d.svg) |\n| [w](e.md) |",
    "가 | [x](b.md)\n---|---\n[y](c.md) | [z](d.md)",
    "> | [x](b.md) | 나 |\n> |---|---|\n> | 1 | [y](c.md) |",
    "- | 가 | [x](b.md) |\n  |---|---|\n  | [y](c.md) | 2 |",
    "용어 [x](b.md)\n: 뜻 [y](c.md)",
    "글[^1]\n\n[^1]: 주석 [x](b.md)\n    이어 [y](c.md)",
    "[![alt](b.svg)](c.md)",
    "[![b.md](b.md)](b.md)",
    '[x](b.md "](b.md")',
    "**굵게 [x](b.md)** *[y](c.md)*",
    "[x](post:w4k7-rope)",
    "<post:w4k7>",
    "[말]{lang=ko} [[x](b.md)]{lang=ja}",
    "::: callout\n안 [x](b.md)\n:::",
    "> [!NOTE]\n> 안 [x](b.md)",
    "> [!TIP] 제목\n> 안 [x](b.md)",
    '::: figure src="b.svg" alt="가"\n설명 [x](c.md)\n:::',
    "  ::: file title=\"표\" src='t.csv'\n  :::",
    "::: post id=w4k7\n:::",
    '::: gallery\n![a](b.svg)\n![c](d.svg "t")\n:::',
    "<!-- c --> 뒤 [x](b.md)",
    "<!-- c\n --> 뒤 [x](b.md)",
    "[x][ref]\n\n[ref]: b.md 'T'",
    "[ref] 그리고 [Ref][]\n\n> [ref]: <b c.md>",
    "![x][그림]\n\n- [그림]:\n  b.svg",
    "\t\n\n   [x](b.md)",
    "-\t탭 [x](b.md)",
    "[x](\nb.md\n)",
    "a\\\n[x](b.md)  \n[y](c.md)",
]


@pytest.mark.parametrize("body", CASES)
def test_the_mark_covers_the_target(body: str) -> None:
    references = read(body).references
    assert references
    assert [covered(body, reference.place) for reference in references] == [
        reference.target for reference in references
    ]


def test_escapes_and_entities_are_covered_as_they_are_written() -> None:
    body = "[x](a\\_b&amp;c.md)"
    (reference,) = read(body).references
    assert reference.target == "a_b&c.md"
    assert covered(body, reference.place) == "a\\_b&amp;c.md"


_LINES = st.lists(
    st.sampled_from(["가나", "[x](b.md)", "![y](그림.svg)", "`code`", "**굵게**", "[z](post:w4k7)", "\\[a](b)", "끝."]),
    min_size=1,
    max_size=6,
).map(" ".join)
_PREFIXES = st.lists(st.sampled_from(["> ", "- ", "1. ", "> > ", "## "]), max_size=3).map("".join)


@settings(deadline=None)
@given(st.lists(st.tuples(_PREFIXES, _LINES).map("".join), min_size=1, max_size=8), st.sampled_from(["\n", "\n\n"]))
def test_the_mark_covers_the_target_wherever_it_stands(lines: list[str], between: str) -> None:
    body = between.join(lines)
    for reference in read(body).references:
        assert covered(body, reference.place) == reference.target
