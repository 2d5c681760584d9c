"""What other programs read holds to its format, whatever a writer wrote."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from blogsmith.model.page import Page
from blogsmith.pages.views import (
    FeedItemView,
    FeedView,
    LinkView,
    RedirectView,
    SitemapEntryView,
    SitemapView,
)
from blogsmith.themes.renderer import Renderer
from blogsmith.themes.theme import Theme
from tests.themes.tiny import load

HERE = Path(__file__).parent
SEOUL = timezone(timedelta(hours=9))
ATOM = {"a": "http://www.w3.org/2005/Atom"}

ITEM = FeedItemView(
    id="https://blog.example.com/p/robot/",
    url="https://blog.example.com/ko/%EB%A1%9C%EB%B4%87/",
    title="A <robot> & ]]> “me”",
    language="ko",
    summary="Two wheels & one <arm>",
    content='<p title="a &amp; b">I built it. ]]&gt; <code>&lt;b&gt;</code> ]]></p>',
    date=datetime(2026, 3, 5, 9, 0, tzinfo=SEOUL),
    updated=datetime(2026, 3, 6, 9, 0, tzinfo=SEOUL),
    authors=(
        LinkView(label="Jane & Doe", url="https://blog.example.com/author/jane/"),
        LinkView(label="임하나", url=""),
    ),
    category="Tech",
    tags=("robots", "R&D", "Tech"),
    image="https://blog.example.com/cards/robot.png",
)
FEED = FeedView(
    title="A blog & more",
    description="What we break",
    language="en",
    home="https://blog.example.com/",
    url="https://blog.example.com/feed",
    updated=datetime(2026, 3, 6, 9, 0, tzinfo=SEOUL),
    rights="CC BY 4.0",
    icon="https://blog.example.com/icon.png",
    items=(ITEM,),
    generator="blogsmith 0.1.0",
)
EMPTY = replace(FEED, items=(), updated=None, rights="", icon="", description="")
BARE = replace(
    FEED,
    items=(replace(ITEM, content="", summary="", authors=(), category="", tags=(), image=""),),
    rights="",
    icon="",
)
FEEDS = pytest.mark.parametrize("feed", [FEED, EMPTY, BARE], ids=["full", "empty", "bare"])


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Renderer]:
    """Of a theme that has nothing of its own."""
    theme: Theme = load(tmp_path_factory.mktemp("site"))
    yield Renderer(theme)


def machine(renderer: Renderer, name: str, view: Any) -> str:
    return renderer.render(Page(output=name, template=f"machine/{name}", view=view))


def parsed(renderer: Renderer, name: str, view: Any) -> etree._Element:
    return etree.fromstring(machine(renderer, name, view).encode())


@FEEDS
@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_reader_reads_it_without_complaint(renderer: Renderer, name: str, feed: FeedView) -> None:
    read = feedparser.parse(machine(renderer, name, feed).encode())
    assert (read.bozo, read.version) == (False, {"rss.xml": "rss20", "atom.xml": "atom10"}[name])
    assert read.feed.title == feed.title
    assert [entry.id for entry in read.entries] == [item.id for item in feed.items]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_what_a_reader_reads_is_what_was_written(renderer: Renderer, name: str) -> None:
    parser_options = {"sanitize_html": False, "resolve_relative_uris": False}
    [entry] = feedparser.parse(machine(renderer, name, FEED).encode(), **parser_options).entries
    assert entry.content[0].value == ITEM.content
    assert entry.link == ITEM.url
    assert [author.name for author in entry.authors if "name" in author][:1] == ["Jane & Doe"]
    assert [tag.term for tag in entry.tags] == ["Tech", "robots", "R&D"]
    assert entry.published_parsed[:5] == (2026, 3, 5, 0, 0)


@FEEDS
def test_atom_keeps_to_rfc_4287(renderer: Renderer, feed: FeedView) -> None:
    schema = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    schema.assertValid(parsed(renderer, "atom.xml", feed))


def test_the_atom_schema_of_these_tests_refuses_an_entry_without_its_date(renderer: Renderer) -> None:
    feed = parsed(renderer, "atom.xml", FEED)
    entry = feed.find("a:entry", ATOM)
    updated = feed.find("a:entry/a:updated", ATOM)
    assert entry is not None and updated is not None
    entry.remove(updated)
    assert not etree.RelaxNG(etree.parse(HERE / "atom.rng")).validate(feed)


def test_titles_and_summaries_of_atom_are_plain_text(renderer: Renderer) -> None:
    feed = parsed(renderer, "atom.xml", FEED)
    assert feed.findtext("a:entry/a:title", namespaces=ATOM) == ITEM.title
    assert feed.findtext("a:entry/a:summary", namespaces=ATOM) == ITEM.summary


def test_an_entry_without_a_writer_is_the_blog_s_own(renderer: Renderer) -> None:
    feed = parsed(renderer, "atom.xml", BARE)
    assert feed.findtext("a:entry/a:author/a:name", namespaces=ATOM) == "A blog & more"


def test_rss_has_what_its_specification_and_profile_ask_for(renderer: Renderer) -> None:
    channel = parsed(renderer, "rss.xml", FEED)[0]
    names = {"atom": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/elements/1.1/"}
    said = {name: channel.findtext(name) for name in ("title", "link", "description", "language", "lastBuildDate")}
    assert said == {
        "title": "A blog & more",
        "link": "https://blog.example.com/",
        "description": "What we break",
        "language": "en",
        "lastBuildDate": "Fri, 06 Mar 2026 09:00:00 +0900",
    }
    [own] = channel.findall("atom:link", names)
    assert sorted(own.items()) == [("href", FEED.url), ("rel", "self"), ("type", "application/rss+xml")]
    [item] = channel.findall("item")
    [guid] = item.findall("guid")
    assert (guid.text, guid.get("isPermaLink")) == (ITEM.id, "false")
    assert [creator.text for creator in item.findall("dc:creator", names)] == ["Jane & Doe", "임하나"]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_content_is_escaped_and_never_cdata(renderer: Renderer, name: str) -> None:
    text = machine(renderer, name, FEED)
    assert "CDATA" not in text and "]]>" not in text


def test_a_json_feed_says_exactly_what_version_1_1_knows(renderer: Renderer) -> None:
    assert json.loads(machine(renderer, "feed.json", FEED)) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "A blog & more",
        "home_page_url": "https://blog.example.com/",
        "feed_url": "https://blog.example.com/feed",
        "description": "What we break",
        "icon": "https://blog.example.com/icon.png",
        "language": "en",
        "items": [
            {
                "id": ITEM.id,
                "url": ITEM.url,
                "title": ITEM.title,
                "content_html": ITEM.content,
                "summary": ITEM.summary,
                "image": ITEM.image,
                "authors": [
                    {"name": "Jane & Doe", "url": "https://blog.example.com/author/jane/"},
                    {"name": "임하나"},
                ],
                "tags": ["Tech", "robots", "R&D"],
                "date_published": "2026-03-05T09:00:00+09:00",
                "date_modified": "2026-03-06T09:00:00+09:00",
                "language": "ko",
            }
        ],
    }


def test_a_json_feed_of_summaries_has_them_as_text(renderer: Renderer) -> None:
    feed = replace(FEED, items=(replace(ITEM, content=""), replace(ITEM, content="", summary="")))
    items = json.loads(machine(renderer, "feed.json", feed))["items"]
    assert [item.get("content_text") for item in items] == [ITEM.summary, ITEM.title]
    assert not any("content_html" in item for item in items)


@FEEDS
def test_every_feed_without_items_is_a_feed(renderer: Renderer, feed: FeedView) -> None:
    assert len(json.loads(machine(renderer, "feed.json", feed))["items"]) == len(feed.items)


@given(text=st.text(st.characters(codec="utf-8")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_no_text_breaks_a_feed(renderer: Renderer, text: str) -> None:
    item = replace(ITEM, title=text, summary=text, content=text, category=text, tags=(text,))
    feed = replace(FEED, title=text or "x", items=(item, item))
    for name in ("rss.xml", "atom.xml"):
        assert len(parsed(renderer, name, feed).findall(".//{*}title")) == 3
    assert json.loads(machine(renderer, "feed.json", feed))["items"][1]["title"] == text


def test_a_sitemap_keeps_to_its_schema(renderer: Renderer) -> None:
    ko, en = "https://blog.example.com/%EA%B0%80/?a=1&b=2", "https://blog.example.com/en/"
    view = SitemapView(
        entries=(
            SitemapEntryView(url=ko, updated=datetime(2026, 3, 5, tzinfo=UTC), alternates=(("ko", ko), ("en", en))),
            SitemapEntryView(url=en, updated=None, alternates=()),
        )
    )
    tree = parsed(renderer, "sitemap.xml", view)
    etree.XMLSchema(etree.parse(HERE / "sitemap.xsd")).assertValid(tree)
    links = tree.findall(".//{http://www.w3.org/1999/xhtml}link")
    assert [(link.get("rel"), link.get("hreflang"), link.get("href")) for link in links] == [
        ("alternate", "ko", ko),
        ("alternate", "en", en),
    ]
    assert [place.text for place in tree.findall(".//{*}loc")] == [ko, en]
    assert [change.text for change in tree.findall(".//{*}lastmod")] == ["2026-03-05T00:00:00+00:00"]


def test_the_sitemap_schema_of_these_tests_refuses_a_page_without_a_place(renderer: Renderer) -> None:
    tree = parsed(
        renderer, "sitemap.xml", SitemapView(entries=(SitemapEntryView(url="", updated=None, alternates=()),))
    )
    assert not etree.XMLSchema(etree.parse(HERE / "sitemap.xsd")).validate(tree)


def test_a_redirect_leads_on_without_a_script(renderer: Renderer) -> None:
    target = 'https://blog.example.com/ko/?a="&b=<'
    text = machine(renderer, "redirect.html", RedirectView(target=target, title="로봇 <1>", language="ko"))
    page = html.document_fromstring(text)
    assert page.get("lang") == "ko"
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={target}"]
    assert page.xpath("//link[@rel='canonical']/@href") == [target]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//a/@href") == [target]
    assert page.xpath("string(//title)") == "로봇 <1>"
    assert page.xpath("//script") == []


def test_feeds_do_not_hang_on_the_words_of_a_theme(tmp_path: Path) -> None:
    before = load(tmp_path, '-- strings/en.toml --\na = "x"\n').closure("machine/rss.xml")
    assert load(tmp_path, '-- strings/en.toml --\na = "y"\n').closure("machine/rss.xml") == before
