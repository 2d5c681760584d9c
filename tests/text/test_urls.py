"""The allow-list."""

import pytest

from blogsmith.text.urls import UrlKind, encoded, url_kind, url_scheme


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://example.com", UrlKind.WEB),
        ("HTTP://example.com", UrlKind.WEB),
        ("mailto:a@example.com", UrlKind.CONTACT),
        ("tel:+82", UrlKind.CONTACT),
        ("post:w4k7-rope", UrlKind.POST),
        ("../a/index.md#b", UrlKind.OWN),
        ("/about/", UrlKind.OWN),
        ("#남은-일", UrlKind.OWN),
        ("", UrlKind.OWN),
        ("./a:b.md", UrlKind.OWN),
    ],
)
def test_what_is_allowed_is_told_apart(url: str, kind: UrlKind) -> None:
    assert url_kind(url) is kind


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "blob:x",
        "file:///etc/passwd",
        "intent://x",
        "view-source:x",
        "//evil.example/x",
        "\\\\evil.example",
        "/\\evil.example",
        "C:\\x",
    ],
)
def test_everything_else_is_refused(url: str) -> None:
    assert url_kind(url) is UrlKind.REFUSED


def test_the_scheme_is_named_as_a_browser_reads_it() -> None:
    assert url_scheme("Java\tScript:x") == "javascript:"
    assert url_scheme("//evil.example") == "//"


def test_a_url_is_encoded_and_its_host_is_punycode() -> None:
    assert encoded("https://한글.example/a b?q=가") == "https://xn--bj0bj06e.example/a%20b?q=%EA%B0%80"
