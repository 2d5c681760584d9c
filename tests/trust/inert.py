"""What must be true of every render, and the controls that show that it could be false."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from lxml import etree
from playwright.sync_api import Browser

from tests.trust.arena import Seen, arena, told
from tests.trust.positions import BODY
from tests.trust.renders import bodies, whole_pages
from tests.trust.vectors import vectors

_ATOM = "{http://www.w3.org/2005/Atom}content"
_MARKDOWN = """
p br hr em strong s del code pre blockquote ul ol li h2 h3 h4 h5 h6 a table thead tbody tr th td sup sub dl dt dd div
span section figure figcaption aside input html head body img
"""
"""Elements that Markdown itself gives."""
_ATTRIBUTES = """
class id href rel title role tabindex aria-label aria-hidden type disabled checked start scope lang dir alt src width
height loading decoding data-kind data-language data-provider data-id data-parts data-name hreflang
"""
"""And their attributes."""


def assert_bodies_are_inert(chromium: Browser, count: int, *, seed: int = 0) -> int:
    """Each of so many vectors in every place of a body. Returns how many renders that were."""
    with arena(chromium) as stage:
        seen = stage.show_bodies(bodies(count, seed=seed))
    assert_inert(seen)
    assert odd_shapes(seen) == []
    return count * len(BODY)


def assert_pages_are_inert(chromium: Browser, folder: Path, count: int, *, seed: int = 1) -> int:
    """So many vectors, each in every slot of a post's and a profile's pages, of lists and of feeds.

    Returns how many pages and feed entries were looked at.
    """
    files = whole_pages(folder, count, seed=seed)
    pages = {path: content for path, content in files.items() if path.endswith(".html")}
    entries = list(feed_entries(files))
    with arena(chromium) as stage:
        seen = stage.show_pages(files)
        assert_inert(seen)
        fed = stage.show_bodies(entries)
    assert_inert(fed)
    assert odd_shapes(fed) == []
    assert len(entries) >= count
    return len(pages) + len(entries)


def fired_raw(chromium: Browser, count: int) -> int:
    """The control: how many of so many vectors run where a page takes them as they are."""
    with arena(chromium) as stage:
        raw = stage.show_bodies((repr(vector), [vector]) for vector in islice(vectors(), count))
    return len(set(raw.fired))


def assert_inert(seen: Seen) -> None:
    """Nothing ran, nothing had to be stopped, nobody was asked, nothing is left that could."""
    assert (seen.fired, seen.violations, seen.foreign, seen.left) == ([], [], [], []), told(seen)


def odd_shapes(seen: Seen) -> list[str]:
    """Elements and attributes that Markdown does not give."""
    elements, attributes = set(_MARKDOWN.split()), set(_ATTRIBUTES.split())
    parts = {shape: shape.split() for shape in seen.shapes}
    return sorted(
        shape for shape, (name, *given) in parts.items() if name not in elements or not attributes.issuperset(given)
    )


def feed_entries(files: Mapping[str, bytes]) -> Iterator[tuple[str, Sequence[str]]]:
    """The HTML in each entry of the main feeds, as a reader unpacks it."""
    atom = etree.fromstring(files["atom.xml"])
    for number, content in enumerate(atom.iter(_ATOM)):
        yield f"atom {number}", [content.text or ""]
