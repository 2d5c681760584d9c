"""Hugo's three kinds of front matter become one plain table."""

import pytest

from blogsmith.importers.hugo_front_matter import Head, plain_words, read_data, read_head
from blogsmith.model.source import SourceFile, SourcePath


def head_of(text: str) -> Head | None:
    return read_head(SourceFile(path=SourcePath("a.md"), text=text)).value


@pytest.mark.parametrize(
    "text",
    [
        "---\nTitle: One\ndate: 2020-01-02\ntags: [a]\n---\nbody\n",
        '+++\nTitle = "One"\ndate = 2020-01-02\ntags = ["a"]\n+++\nbody\n',
        '{"Title": "One", "date": "2020-01-02", "tags": ["a"]}\nbody\n',
        "\n\n---\t\nTitle: One  \ndate: 2020-01-02\ntags: [a]\n---\nbody\n",
        '+++\nTitle = "One"\ndate = 2020-01-02\n[params]\ntags = ["a"]\n+++\nbody\n',
    ],
)
def test_yaml_toml_and_json_say_the_same(text: str) -> None:
    head = head_of(text)
    assert head is not None
    assert (dict(head.table), head.body.strip()) == ({"title": "One", "date": "2020-01-02", "tags": ["a"]}, "body")
    assert head.names["title"] == "Title"


def test_a_file_without_a_head_is_all_body() -> None:
    head = head_of("{{< note >}}\ntext\n")
    assert head is not None
    assert (dict(head.table), head.body) == ({}, "{{< note >}}\ntext\n")


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("+++\na = \n+++\n", "import/toml", 2),
        ("+++\na = 1\n", "import/toml", 1),
        ('{"a": }\n', "import/json", 1),
        ("---\na: &x 1\n---\n", "front-matter/forbidden", 2),
    ],
)
def test_a_head_that_is_not_understood_gives_no_value(text: str, rule: str, line: int) -> None:
    checked = read_head(SourceFile(path=SourcePath("a.md"), text=text))
    assert checked.value is None
    assert [(fault.rule, fault.location.line) for fault in checked.diagnostics] == [(rule, line)]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Data &#43; <b>Bold</b> &amp;amp; [link](/x)", "Data + Bold & link"),
        ("**Strong** and `code`, snake_case_name", "Strong and code, snake_case_name"),
        ("write <your name> here", "write <your name> here"),
        ("two\nlines", "two lines"),
        (None, ""),
        (["list"], ""),
    ],
)
def test_words_of_a_head_lose_entities_and_markup(value: object, words: str) -> None:
    assert plain_words(value) == words


def test_data_files_are_read_in_three_formats_and_broken_ones_are_none() -> None:
    texts = {
        "a.yml": "b: c\n",
        "a.toml": 'b = "c"\n',
        "a.json": '{"b": "c"}',
        "b.json": "{",
        "b.toml": "=",
        "b.yaml": "a: [",
    }
    assert [read_data(path, text) for path, text in texts.items()] == [{"b": "c"}] * 3 + [None] * 3
