"""Two sources for one URL, and URLs that leave the site, are refused; both sources are named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.refusal import assert_refused
from tests.site import build

Published = Callable[[str], Path]

HEAD = "title: A robot\ndate: 2026-03-12\nauthors: [jane]\ncategory: tech\n"
ROBOT = "content/posts/robot.md"


def post(name: str, more: str = "", folder: str = "content/posts") -> str:
    """A post whose file and id are called `name`, with further lines in its head."""
    return f"-- {folder}/{name}.md --\n---\nid: {name.lower()}\n{HEAD}{more}---\nI built it.\n"


def test_two_posts_with_one_slug_are_both_refused(published: Published) -> None:
    folder = published(post("a", "slug: robot\n") + post("b", "slug: robot\n"))
    assert_refused(folder, "output/two-sources content/posts/a.md:7:7", "output/two-sources content/posts/b.md:7:7")


def test_slugs_that_differ_by_case_alone_are_one(published: Published) -> None:
    folder = published(post("a", "slug: Robot\n") + post("b", "slug: robot\n"))
    assert_refused(folder, "output/two-sources content/posts/a.md:7:7", "output/two-sources content/posts/b.md:7:7")


def test_slugs_that_are_one_in_unicode_are_one(published: Published) -> None:
    folder = published(post("a", 'slug: "로봇"\n') + post("b", 'slug: "로봇"\n'))
    assert_refused(folder, "output/two-sources content/posts/a.md:7:7", "output/two-sources content/posts/b.md:7:7")


def test_two_files_of_one_name_in_two_folders_are_both_refused(published: Published) -> None:
    folder = published(post("robot") + post("robot", folder="content/posts/2026").replace("id: robot", "id: other"))
    assert_refused(folder, "output/two-sources content/posts/2026/robot.md:1:1", f"output/two-sources {ROBOT}:1:1")


def test_a_page_and_a_post_with_one_address_are_both_refused(published: Published) -> None:
    folder = published("-- content/pages/well.md --\n---\ntitle: Wells\n---\nAll of them.\n")
    assert_refused(
        folder, "output/two-sources content/pages/well.md:1:1", "output/two-sources content/posts/well.md:1:1"
    )


@pytest.mark.parametrize("slug", ["archive", "authors", "404.html", "sitemap.xml", "rss.xml", "Archive"])
def test_a_slug_that_is_an_address_of_ours_is_refused(published: Published, slug: str) -> None:
    assert_refused(published(post("robot", f"slug: {slug}\n")), f"output/two-sources {ROBOT}:7:7")


def test_a_file_and_a_folder_of_one_name_are_one_address(published: Published) -> None:
    folder = published(post("robot", "aliases: [/old.html, /old.html/x/, /new.html/x/, /new.html]\n"))
    assert_refused(folder, f"output/two-sources {ROBOT}:7:22", f"output/two-sources {ROBOT}:7:50")


def test_a_page_called_like_a_language_is_refused(published: Published) -> None:
    config = '-- config.toml --\n[site]\nbase_url = "https://blog.example.com/"\nlanguages = ["en", "ko"]\n'
    assert_refused(published(config + post("ko")), "output/two-sources content/posts/ko.md:1:1")


@pytest.mark.parametrize(
    ("alias", "finding"),
    [
        ("/well/", f"output/two-sources {ROBOT}:7:11"),
        ("/Well/", f"output/two-sources {ROBOT}:7:11"),
        ("/well", f"output/two-sources {ROBOT}:7:11"),
        ("/robot/", f"output/two-sources {ROBOT}:7:11"),
        ("/p/well/", f"output/two-sources {ROBOT}:7:11"),
        ("/archive/", f"output/two-sources {ROBOT}:7:11"),
        ("/category/tech/rss.xml", f"output/two-sources {ROBOT}:7:11"),
        ("/sitemap.xml", f"output/two-sources {ROBOT}:7:11"),
    ],
)
def test_an_alias_that_is_the_address_of_something_else_is_refused(
    published: Published, alias: str, finding: str
) -> None:
    assert_refused(published(post("robot", f"aliases: [{alias}]\n")), finding)


def test_two_posts_with_one_alias_are_refused_at_the_second(published: Published) -> None:
    folder = published(post("a", "aliases: [/old/]\n") + post("b", "aliases: [/old/]\n"))
    assert_refused(folder, "output/two-sources content/posts/b.md:7:11")


def test_an_alias_given_twice_is_refused_at_the_second(published: Published) -> None:
    assert_refused(published(post("a", "aliases: [/old/, /old]\n")), "output/two-sources content/posts/a.md:7:18")


ESCAPES = [
    "../x",
    "..",
    ".",
    "/etc",
    "/etc/passwd",
    "a/b",
    "a/../../b",
    "%2e%2e",
    "..%2fx",
    "a\\\\b",
    "a b",
    "con",
    "NUL.txt",
    "robot.",
    ".htaccess",
    "a?b",
    "a#b",
    "a:b",
    "a\\u0000b",
    "a\\nb",
    "a\\u202eb",
    "~" * 201,
    " ",
]
"""As they stand between double quotes in YAML."""


@pytest.mark.parametrize("slug", ESCAPES)
def test_a_slug_that_is_no_plain_part_of_a_url_is_refused(published: Published, slug: str) -> None:
    assert_refused(published(post("robot", f'slug: "{slug}"\n')), f"post/slug {ROBOT}:7:7")


@pytest.mark.parametrize(
    "alias",
    [
        "../x",
        "/../x/",
        "/a/../../x/",
        "//evil.example/",
        "/%2e%2e/x/",
        "https://evil.example/",
        "old",
        "/",
        "",
        "/a//b/",
        "/a b/",
        "/con/",
        "/a\\\\b/",
        "/.git/config",
        "/a?b",
    ],
)
def test_an_alias_that_leaves_the_site_is_refused(published: Published, alias: str) -> None:
    assert_refused(published(post("robot", f'aliases: ["{alias}"]\n')), f"post/alias {ROBOT}:7:11")


def test_a_hangul_slug_and_a_hangul_alias_are_kept(published: Published) -> None:
    folder = published(post("robot", 'slug: 첫-로봇\naliases: ["/옛 주소/", "/옛-주소/"]\n'))
    assert_refused(folder, f"post/alias {ROBOT}:8:11")
    folder = published(post("robot", 'slug: 첫-로봇\naliases: ["/옛-주소/"]\n'))
    out = folder / "out"
    assert build(folder, "--out", str(out)).exit_code == 0
    assert {"첫-로봇", "옛-주소"} <= {path.name for path in out.iterdir()}
