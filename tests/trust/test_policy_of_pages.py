"""Every page says what a browser may run and fetch on it, and hosts are told the same."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from tests.refusal import findings
from tests.site import build, tree

Site = Callable[[str], Path]

HEAD = "date: 2026-03-12\nauthors: [jane]\ncategory: tech\n"
CONFIG = '-- config.toml --\n[site]\nbase_url = "https://blog.example.com/blog/"\n[policy]\nsince = 2100-01-01\n'
POSTS = f"""
-- content/posts/robot.md --
---
id: robot
title: A robot
aliases: [/옛 주소/, /old/]
{HEAD}---
I built it.
-- content/posts/film.md --
---
id: film
title: A film
{HEAD}comments: false
---
I filmed it.

::: youtube id="M7lc1UVf-VE" title="A robot walks"
:::
""".replace("/옛 주소/", "/옛-주소/")
PLAIN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'none'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'"
)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
PLAYERS = "frame-src https://www.youtube-nocookie.com https://player.vimeo.com"
GISCUS = """
[comments]
provider = "giscus"
[comments.options]
repo = "a/b"
repo_id = "R"
category = "C"
category_id = "D"
"""


def policies(folder: Path) -> dict[str, str]:
    """The policy of every HTML page; a page without one is an error."""
    pages = {path: content.decode() for path, content in tree(folder / "public").items() if path.endswith("html")}
    stated = {path: _POLICY.findall(page) for path, page in pages.items()}
    assert [path for path, found in stated.items() if len(found) != 1] == []
    return {path: unescape(found[0]) for path, found in stated.items()}


def test_a_page_may_run_the_blogs_own_files_and_nothing_else(site: Site) -> None:
    folder = site(CONFIG + POSTS)
    assert build(folder).exit_code == 0
    stated = policies(folder)
    assert (stated["index.html"], stated["robot/index.html"]) == (PLAIN, PLAIN)
    assert stated["p/robot/index.html"] == "default-src 'none'; base-uri 'none'; form-action 'none'"


def test_a_player_is_let_in_where_a_video_is(site: Site) -> None:
    folder = site(CONFIG + POSTS)
    assert build(folder).exit_code == 0
    assert policies(folder)["film/index.html"] == PLAIN.replace("frame-src 'none'", PLAYERS)


def test_a_provider_of_comments_is_let_in_where_readers_write(site: Site) -> None:
    folder = site(CONFIG + GISCUS + POSTS)
    assert build(folder).exit_code == 0
    stated = policies(folder)
    assert "script-src 'self' https://giscus.app;" in stated["robot/index.html"]
    assert [path for path in ("index.html", "film/index.html") if "giscus" in stated[path]] == []


def test_the_policy_stands_before_anything_that_is_fetched(site: Site) -> None:
    folder = site(CONFIG + POSTS)
    assert build(folder).exit_code == 0
    page = (folder / "public/robot/index.html").read_text()
    assert page.index("Content-Security-Policy") < min(page.index(word) for word in ("<link", "<script", "<title"))


def test_a_site_may_name_hosts_of_its_own(site: Site) -> None:
    extra = '[security.sources]\nscript-src = ["https://stats.example.com"]\nworker-src = ["blob:"]\n'
    folder = site(CONFIG + extra + POSTS)
    assert build(folder).exit_code == 0
    assert policies(folder)["index.html"] == (
        PLAIN.replace("script-src 'self'", "script-src 'self' https://stats.example.com") + "; worker-src blob:"
    )


@pytest.mark.parametrize(
    "line",
    [
        """script-src = ["'unsafe-inline'"]""",
        'script-src = ["*"]',
        'script-src = ["https:"]',
        'script-src = ["data:"]',
        'script-src = ["https://a.example; script-src *"]',
        'style-src = ["\\"><script>"]',
        'scirpt-src = ["https://a.example"]',
        'report-uri = ["https://a.example"]',
    ],
)
def test_a_source_that_lets_strangers_in_is_refused(site: Site, line: str) -> None:
    result = build(site(f"{CONFIG}[security.sources]\n{line}\n{POSTS}"), "--format", "json")
    assert result.exit_code == 2
    assert findings(result)[0].startswith("config/source config.toml:6:")


def test_hosts_are_told_the_widest_policy_and_where_posts_have_moved(site: Site) -> None:
    folder = site(CONFIG + GISCUS + '[build]\nhosts = ["netlify", "nginx", "apache"]\n' + POSTS)
    assert build(folder).exit_code == 0
    public = folder / "public"
    files = {name: (public / name).read_text() for name in ("_headers", "headers.nginx.conf", ".htaccess")}
    for name, text in files.items():
        assert PLAYERS in text, name
        assert "https://giscus.app" in text, name
        assert "frame-ancestors 'self'" in text, name
        assert "nosniff" in text, name
    assert files["_headers"].splitlines()[0] == "/blog/*"
    assert 'location = "/blog/옛-주소/" { return 301 "/blog/robot/"; }' in (public / "redirects.nginx.conf").read_text()
    assert 'RedirectMatch 301 "^/blog/old/$" "/blog/robot/"' in files[".htaccess"]
    assert "/blog/old/ /blog/robot/ 301" in (public / "_redirects").read_text()


def test_every_link_to_the_outside_gives_nothing_away_to_its_target(site: Site) -> None:
    words = "[a](https://a.example/) <https://b.example/> [c]\n\n[c]: https://c.example/"
    folder = site(CONFIG + POSTS.replace("I built it.", f"I built it. {words}"))
    assert build(folder).exit_code == 0
    page = (folder / "public/robot/index.html").read_text()
    outside = re.findall(r'<a [^>]*href="https://[abc]\.example/"[^>]*>', page)
    assert len(outside) == 3
    assert all('rel="noopener"' in link and "target=" not in link for link in outside)
