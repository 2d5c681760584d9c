"""Hugo's shortcodes, and those that themes commonly add, become Markdown of ours."""

from pathlib import Path

import pytest

from tests.importers.old_site import body_of, lost


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('{{< youtube id="abcdefghijk" title="A talk" >}}', '::: youtube id="abcdefghijk" title="A talk"\n:::'),
        ("{{< youtube abcdefghijk >}}", '::: youtube id="abcdefghijk" title="One"\n:::'),
        ("| {{< youtube abcdefghijk >}} |\n|---|", "| [One](https://youtu.be/abcdefghijk) |\n|---|"),
        ("{{< vimeo 123456 >}}", '::: vimeo id="123456" title="One"\n:::'),
        ('{{< tweet user="jane" id="123" >}}', "[@jane, Twitter](https://twitter.com/jane/status/123)"),
        ("{{< instagram abc >}}", "[Instagram](https://www.instagram.com/p/abc/)"),
        ("{{< gist jane 123 >}}", "[gist jane/123](https://gist.github.com/jane/123)"),
        ("{{< highlight go >}}\nfunc main() {}\n{{< /highlight >}}", "```go\nfunc main() {}\n```"),
        ("use {{< highlight >}}these{{< /highlight >}} words", "use **these** words"),
        ('{{< quote-block text="It <b>works</b>." cite="Jane" >}}', "> It **works**.\n>\n> — Jane"),
        ('{{< button href="https://example.com/a" text="Go" >}}', "[Go](https://example.com/a)"),
        (
            "{{< note >}}\nMind the *gap*.\n\n- one\n\n  more\n{{< /note >}}",
            '::: callout kind="note"\n\nMind the *gap*.\n\n- one\n\n  more\n\n:::',
        ),
        (
            '{{% alert type="danger" title="Stop" %}}No.{{% /alert %}}',
            '::: callout kind="warning" title="Stop"\n\nNo.\n\n:::',
        ),
        ("{{< box >}}\n## Why?\n\nBecause.\n{{< /box >}}", '::: callout kind="note" title="Why?"\n\nBecause.\n\n:::'),
        ('{{< details summary="More" >}}\nInside.\n{{< /details >}}', "**More**\n\nInside."),
        (
            '{{< card-policy src="https://example.com/p" title="**P** 1" >}}',
            '::: callout kind="note" title="P 1"\n\n[**P** 1](https://example.com/p)\n\n:::',
        ),
        ("- a\n  {{< tip >}}b{{< /tip >}}\n- c", '- a\n\n  ::: callout kind="tip"\n\n  b\n\n  :::\n\n- c'),
    ],
)
def test_a_known_shortcode_becomes_markdown(tmp_path: Path, body: str, expected: str) -> None:
    assert body_of(tmp_path, body) == expected


def test_an_unknown_shortcode_leaves_what_is_in_it_or_marked_text(tmp_path: Path) -> None:
    body = '{{< wheel >}}round{{< /wheel >}}\n\n{{< spin "fast" >}}\n\n{{< show url="https://example.com/x" >}}'
    assert body_of(tmp_path, body) == "round\n\n*[missing: spin: fast]*\n\n[example.com x](https://example.com/x)"
    assert lost(tmp_path, body) == [
        ("import/unknown-shortcode", "content/posts/one.md:5", "wheel"),
        ("import/unknown-shortcode", "content/posts/one.md:7", "spin"),
        ("import/unknown-shortcode", "content/posts/one.md:9", "show"),
    ]


def test_a_video_of_no_known_kind_becomes_a_link(tmp_path: Path) -> None:
    body = '{{< fb-video "https://example.com/v/1" >}}'
    assert body_of(tmp_path, body) == "[example.com 1](https://example.com/v/1)"
    assert lost(tmp_path, body) == [("import/embed", "content/posts/one.md:5", "https://example.com/v/1")]


def test_shortcodes_in_code_are_left_alone(tmp_path: Path) -> None:
    assert (
        body_of(tmp_path, "`{{</* note */>}}`\n\n```\n{{< note >}}\n```") == "`{{< note >}}`\n\n```\n{{< note >}}\n```"
    )
