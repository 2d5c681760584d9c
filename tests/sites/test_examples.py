"""Sound example sites become exactly what is kept in `goldens/`, and hold what every site must hold."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from blogsmith.model.author import AuthorFrontMatter
from blogsmith.model.config import Config
from blogsmith.model.post import PageFrontMatter, PostFrontMatter
from blogsmith.pages import views
from tests.published import Published, broken_links, references
from tests.refusal import findings
from tests.site import build, check, tree
from tests.sites.golden import SITES, Hold

Example = Callable[[str], Path]

BASES = {
    "one-language": "https://wells.example/",
    "two-languages": "https://example.com/blog/",
    "everything": "https://example.com/blog/",
}
"""Where each site is published."""

every_site = pytest.mark.parametrize("name", BASES)


@every_site
def test_a_site_becomes_what_is_kept(example: Example, hold_to_golden: Hold, name: str) -> None:
    folder = example(name)
    result = build(folder)
    assert (result.exit_code, result.stdout) == (0, "")
    hold_to_golden(name, tree(folder / "public"))


@every_site
def test_a_sound_site_is_passed_without_a_finding(example: Example, name: str) -> None:
    result = check(example(name), "--format", "json")
    assert (result.exit_code, findings(result)) == (0, ())


@every_site
def test_a_second_build_changes_nothing(example: Example, name: str) -> None:
    folder = example(name)
    build(folder)
    first = tree(folder / "public")
    build(folder)
    assert tree(folder / "public") == first


@every_site
def test_every_link_leads_somewhere(example: Example, name: str) -> None:
    folder = example(name)
    build(folder)
    assert broken_links(Published(folder=folder / "public", base_url=BASES[name])) == []


@every_site
def test_every_link_within_the_site_has_the_base_path(example: Example, name: str) -> None:
    folder = example(name)
    build(folder)
    site = Published(folder=folder / "public", base_url=BASES[name])
    base = "/" + BASES[name].split("/", 3)[3]
    rooted = {link for page in site.pages.values() for link in references(page) if re.match(r"/(?!/)", link)}
    assert rooted
    assert {link for link in rooted if not link.startswith(base)} == set()


@every_site
def test_nothing_of_what_is_unpublished_or_private_is_in_the_output(example: Example, name: str) -> None:
    folder = example(name)
    sources = [path for path, content in tree(folder).items() if b"anarienvogel" in content]
    assert build(folder).exit_code == 0
    published = tree(folder / "public")
    assert (bool(sources), name) == (name != "two-languages", name)
    assert [path for path, content in published.items() if b"anarienvogel" in content + path.encode()] == []


def heads(pattern: str) -> list[dict[str, object]]:
    """The front matter of the site of everything's files."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((SITES / "everything").glob(pattern)))
    return [yaml.safe_load(text.split("---\n")[1]) for text in texts if text.startswith("---\n")]


@pytest.mark.parametrize(
    ("shape", "pattern"),
    [
        (PostFrontMatter, "content/posts/**/*.md"),
        (PageFrontMatter, "content/pages/*.md"),
        (AuthorFrontMatter, "authors/*.md"),
    ],
)
def test_the_site_of_everything_uses_every_key_of_front_matter(shape: type, pattern: str) -> None:
    used = {key for head in heads(pattern) for key in head}
    assert {part.name for part in fields(shape)} - used == set()


def test_the_site_of_everything_uses_every_section_of_the_config() -> None:
    used = tomllib.loads((SITES / "everything/config.toml").read_text(encoding="utf-8"))
    assert {part.name for part in fields(Config)} - used.keys() == set()


PAGES = {
    "home.html": views.HomeView,
    "post.html": views.PostView,
    "category.html": views.CategoryPageView,
    "tag.html": views.TagView,
    "series.html": views.SeriesView,
    "author.html": views.AuthorView,
    "authors.html": views.AuthorsView,
    "archive.html": views.ArchiveView,
    "page.html": views.StaticPageView,
    "handbook.html": views.HandbookView,
}


@pytest.mark.parametrize("template", PAGES)
def test_the_plain_theme_says_every_field_that_a_page_has(template: str) -> None:
    folder = SITES / "everything/themes/plain/templates"
    text = "".join((folder / name).read_text(encoding="utf-8") for name in (template, "base.html"))
    wanted = {part.name for part in fields(PAGES[template])} | {f"meta.{part.name}" for part in fields(views.MetaView)}
    if template == "home.html":
        wanted |= {f"site.{part.name}" for part in fields(views.SiteView)}
    assert {name for name in wanted if not re.search(rf"\b{name}\b", text)} - {"site"} == set()
