"""Every feed of the sample reads well, in every format."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
import pytest
from lxml import etree

from tests.published import Published

ATOM = "{http://www.w3.org/2005/Atom}"
FORMATS = ("rss.xml", "atom.xml", "feed.json")
_RELATIVE = re.compile(r"""\s(?:href|src)=["'](?!https?://|mailto:|tel:)([^"']*)""")


def feeds(site: Published, name: str) -> Iterator[str]:
    """Path of each feed of a format."""
    return (path for path in sorted(site.files) if path.rpartition("/")[2] == name)


def atom_faults(content: bytes, url: str) -> list[str]:
    """What RFC 4287 asks of a feed and this one lacks."""
    feed = etree.fromstring(content)
    faults = [f"feed: {name}" for name in ("id", "title", "updated") if len(feed.findall(ATOM + name)) != 1]
    links = [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self"]
    faults += ["feed: self"] if links != [url] else []
    entries = feed.findall(ATOM + "entry")
    ids = [entry.findtext(ATOM + "id") for entry in entries]
    faults += ["entries: ids"] if len(set(ids)) != len(ids) else []
    for entry in entries:
        faults += [f"entry: {name}" for name in ("id", "title", "updated") if len(entry.findall(ATOM + name)) != 1]
        faults += [f"entry: {name}" for name in ("author", "link") if entry.find(ATOM + name) is None]
        faults += ["entry: text"] if not (entry.findtext(ATOM + "content") or entry.findtext(ATOM + "summary")) else []
    dates = [date.text or "" for name in ("updated", "published") for date in feed.iter(ATOM + name)]
    return faults + [f"date: {text}" for text in dates if not _is_rfc3339(text)]


def json_feed_faults(feed: Mapping[str, Any], url: str) -> list[str]:
    """What JSON Feed 1.1 asks of a feed and this one lacks."""
    faults = [f"feed: {key}" for key in ("title", "home_page_url", "language") if not feed.get(key)]
    faults += ["feed: version"] if feed.get("version") != "https://jsonfeed.org/version/1.1" else []
    faults += ["feed: feed_url"] if feed.get("feed_url") != url else []
    for item in feed["items"]:
        faults += [f"item: {key}" for key in ("id", "url", "title", "content_html", "authors") if not item.get(key)]
        faults += [f"date: {key}" for key in ("date_published", "date_modified") if not _is_rfc3339(item.get(key, ""))]
    ids = [item["id"] for item in feed["items"]]
    return faults + (["items: ids"] if len(set(ids)) != len(ids) else [])


def _is_rfc3339(text: str) -> bool:
    try:
        return "T" in text and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def test_a_feed_without_what_the_rfc_asks_for_is_found_out() -> None:
    """The control."""
    bad = b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><updated>yesterday</updated></entry></feed>"
    assert atom_faults(bad, "https://blog.example.com/atom.xml") == [
        *("feed: id", "feed: title", "feed: updated", "feed: self"),
        *("entry: id", "entry: title", "entry: author", "entry: link", "entry: text", "date: yesterday"),
    ]
    assert feedparser.parse(b"<rss><channel><title>cut off").bozo


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_feedparser_finds_nothing_to_complain_of(sample: Published, name: str) -> None:
    complaints = [
        f"{path}: {parsed.bozo_exception}"
        for path in feeds(sample, name)
        if (parsed := feedparser.parse(sample.read(path))).bozo
    ]
    assert complaints == []


def test_atom_feeds_have_what_the_rfc_asks_for(sample: Published) -> None:
    faults = {path: atom_faults(sample.read(path), sample.url_of(path)) for path in feeds(sample, "atom.xml")}
    assert {path: found for path, found in faults.items() if found} == {}


def test_json_feeds_have_what_the_format_asks_for(sample: Published) -> None:
    loaded = {path: json.loads(sample.read(path)) for path in feeds(sample, "feed.json")}
    faults = {path: json_feed_faults(feed, sample.url_of(path)) for path, feed in loaded.items()}
    assert {path: found for path, found in faults.items() if found} == {}


def test_rss_dates_and_links_are_whole(sample: Published) -> None:
    wrong = []
    for path in feeds(sample, "rss.xml"):
        for item in etree.fromstring(sample.read(path)).iter("item"):
            whole = sample.file_of(item.findtext("link") or "") and item.findtext("guid")
            dated = parsedate_to_datetime(item.findtext("pubDate") or "Mon, 1 Jan 1900 00:00:00 -0000").tzinfo
            wrong += [] if whole and dated else [f"{path}: {item.findtext('title')}"]
    assert wrong == []


def test_texts_in_feeds_hold_no_relative_address(sample: Published) -> None:
    relative = {
        path: found
        for path in feeds(sample, "feed.json")
        for item in json.loads(sample.read(path))["items"]
        if (found := _RELATIVE.findall(item["content_html"]))
    }
    assert relative == {}


def test_the_three_formats_tell_of_the_same_posts_in_the_same_order(sample: Published) -> None:
    for path in feeds(sample, "feed.json"):
        folder = path.removesuffix("feed.json")
        told = [item["id"] for item in json.loads(sample.read(path))["items"]]
        atom = etree.fromstring(sample.read(folder + "atom.xml"))
        rss = etree.fromstring(sample.read(folder + "rss.xml"))
        assert [entry.findtext(ATOM + "id") for entry in atom.iter(ATOM + "entry")] == told, path
        assert [item.findtext("guid") for item in rss.iter("item")] == told, path


def test_posts_stand_newest_first(sample: Published) -> None:
    for path in feeds(sample, "feed.json"):
        dates = [item["date_published"] for item in json.loads(sample.read(path))["items"]]
        assert dates == sorted(dates, reverse=True), path


@pytest.mark.parametrize(
    "folder",
    ["all/", "", "en/", "category/tech/", "en/category/tech/", "author/cho-minjun/", "author/cho-minjun/tech/"],
)
def test_site_language_category_and_author_have_feeds(sample: Published, folder: str) -> None:
    assert [name for name in FORMATS if folder + name not in sample.files] == []


def test_what_was_paid_for_says_so_first_in_every_feed(sample: Published) -> None:
    paid = [
        item["content_html"]
        for item in json.loads(sample.read("all/feed.json"))["items"]
        if item["url"].endswith("/one-gauge-eleven-years/")
    ]
    assert [text[:11] for text in paid] == ["<p><strong>"]
