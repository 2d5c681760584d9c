"""Hosts of URLs."""

import pytest

from blogsmith.text.hosts import covers, host_of


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Example.com/a", "example.com"),
        ("http://user@example.com:8080/", "example.com"),
        ("https://example.com./", "example.com"),
        ("https://xn--o80b00ag7hot1b.example/", "노래하다.example"),
        ("HTTPS://EXAMPLE.com", "example.com"),
        ("mailto:jane@example.com", ""),
        ("/about/", ""),
        ("https://[broken/", ""),
    ],
)
def test_the_host_of_a_url(url: str, host: str) -> None:
    assert host_of(url) == host


def test_a_host_covers_those_within_it_and_no_other() -> None:
    assert covers("gist.github.com", "github.com")
    assert covers("github.com", "gist.github.com")
    assert not covers("notgithub.com", "github.com")
