"""Fifty blogs of chance: every page is sound HTML, links lead somewhere, feeds and sitemaps keep their formats."""

import json
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import feedparser
import pytest
from lxml import etree

from tests.incremental.blog import write_blog
from tests.incremental.edits import post_text
from tests.published import Published, broken_links
from tests.quality.conftest import needed
from tests.quality.vnu import VNU, html_errors
from tests.sample.test_feeds import atom_faults, json_feed_faults
from tests.site import build, write_file
from tests.trust.bad_inputs import naughty
from tests.trust.figures import Figure

SITES = 50
SITEMAP = Path(__file__).parents[1] / "themes/sitemap.xsd"


def published(folder: Path, seed: int) -> Published:
    """A blog of a few posts more, some of them with words in their titles that break programs."""
    chance = Random(seed)
    write_blog(folder, theme="default", korean=seed % 2 == 0)
    for number in range(3):
        text = post_text(chance, f"n{number}")
        word = json.dumps(chance.choice(naughty()))
        write_file(folder, f"content/posts/n{number}.md", text.replace("\ntags: ", f"\nsummary: {word}\ntags: ", 1))
    result = build(folder, "--hold-back", "--jobs", "1")
    assert (folder / "public").exists(), result.output
    return Published(folder=folder / "public", base_url="https://blog.example.com/")


@pytest.fixture(scope="module")
def blogs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Published]]:
    """All of them."""
    folder = tmp_path_factory.mktemp("generated")
    yield [published(folder / f"{seed}", seed) for seed in range(SITES)]
    shutil.rmtree(folder)


def test_no_page_has_an_error(blogs: list[Published], tmp_path: Path, figure: Figure) -> None:
    """Pages that are the same byte for byte are checked once."""
    needed(VNU, "vnu-jar (npm ci)")
    pages = {blog.read(path) for blog in blogs for path in blog.files if path.endswith(".html")}
    for page in pages:
        (tmp_path / f"{sha256(page).hexdigest()}.html").write_bytes(page)
    found = html_errors(tmp_path)
    figure(
        "P14", f"{{}} errors of the Nu HTML checker on {{}} pages of {SITES} generated blogs", len(found), len(pages)
    )
    assert found == []


def test_no_link_leads_nowhere(blogs: list[Published], figure: Figure) -> None:
    found = [link for blog in blogs for link in broken_links(blog)]
    figure("P14", f"{{}} broken links and anchors in {SITES} generated blogs", len(found))
    assert found == []


def test_every_feed_and_every_sitemap_keeps_its_format(blogs: list[Published], figure: Figure) -> None:
    schema = etree.XMLSchema(etree.parse(SITEMAP))
    found, count = [], 0
    for blog in blogs:
        for path in sorted(blog.files):
            content, name = blog.read(path), path.rpartition("/")[2]
            if name in ("rss.xml", "atom.xml"):
                read = feedparser.parse(content)
                found += [f"{path}: {read.bozo_exception}"] if read.bozo else []
            if name == "atom.xml":
                found += atom_faults(content, blog.url_of(path))
            if name == "feed.json":
                found += json_feed_faults(json.loads(content), blog.url_of(path))
            if name.startswith("sitemap") and not schema.validate(etree.fromstring(content)):
                found.append(f"{path}: {schema.error_log}")
            count += name in ("rss.xml", "atom.xml", "feed.json") or name.startswith("sitemap")
    figure("P14", "{} faults in {} feeds and sitemaps of them", len(found), count)
    assert found == []
