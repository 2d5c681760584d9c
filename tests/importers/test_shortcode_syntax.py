"""A shortcode's tag is read as Hugo reads it."""

import pytest

from blogsmith.importers.shortcode_syntax import read_shortcode


@pytest.mark.parametrize(
    ("raw", "name", "values"),
    [
        ('{{< youtube id="abc" title="A \\"b\\"" >}}', "youtube", {"id": "abc", "title": 'A "b"'}),
        ("{{% figure `a b` c %}}", "figure", {"0": "a b", "1": "c"}),
        ('{{<tmp"x.md">}}', "tmp", {"0": "x.md"}),
        ("{{< Note Title=yes >}}", "note", {"title": "yes"}),
        ("{{< dir/name 1 />}}", "dir/name", {"0": "1"}),
        ("{{< >}}", "", {}),
    ],
)
def test_a_tag_has_a_name_and_values_by_key_or_position(raw: str, name: str, values: dict[str, str]) -> None:
    tag = read_shortcode(raw)
    assert (tag.name, tag.values) == (name, values)


def test_a_tag_opens_closes_or_stands_alone() -> None:
    tags = [read_shortcode(raw) for raw in ("{{< a >}}", "{{< /a >}}", "{{< a />}}")]
    assert [(tag.closes, tag.alone) for tag in tags] == [(False, False), (True, False), (False, True)]
