"""No link, picture, script or anchor of the published blog leads nowhere."""

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.published import Published, broken_links, references
from tests.site import write_file

BASE_URL = "https://blog.example.com/docs/"


@pytest.fixture
def broken_site(tmp_path: Path) -> Published:
    """Two pages and a style sheet; every reference but those to `fine` is broken."""
    write_file(tmp_path, "fine/index.html", "<!DOCTYPE html><title>F</title><h1 id='부분'>F</h1>")
    write_file(tmp_path, "page.css", "@import 'gone.css'; body { background: url(\"gone.png\") }")
    write_file(
        tmp_path,
        "index.html",
        """<!DOCTYPE html><title>B</title>
        <link rel="stylesheet" href="page.css">
        <meta property="og:image" content="https://blog.example.com/docs/gone-card.png">
        <a href="/docs/fine/#%EB%B6%80%EB%B6%84">fine</a> <a href="https://elsewhere.example/">fine</a>
        <a href="mailto:jane@example.com">fine</a>
        <a href="/docs/fine/#gone">anchor</a> <a href="/docs/gone/">page</a> <a href="/fine/">outside</a>
        <a href="#gone-here">here</a> <a href="">nothing</a> <a href="javascript:alert(1)">script</a>
        <img src="gone.png" alt="" srcset="/docs/page.css 1x, gone-2x.png 2x">
        """,
    )
    return Published(folder=tmp_path, base_url=BASE_URL)


def test_every_broken_reference_is_found(broken_site: Published) -> None:
    """The control: a checker that finds nothing here would find nothing anywhere."""
    assert broken_links(broken_site) == [
        "index.html: https://blog.example.com/docs/gone-card.png",
        "index.html: /docs/fine/#gone",
        "index.html: /docs/gone/",
        "index.html: /fine/",
        "index.html: #gone-here",
        "index.html: ",
        "index.html: javascript:alert(1)",
        "index.html: gone.png",
        "index.html: gone-2x.png",
        "page.css: gone.css",
        "page.css: gone.png",
    ]


def test_no_reference_of_the_sample_is_broken(sample: Published) -> None:
    assert broken_links(sample) == []


def test_no_reference_is_broken_under_a_base_path(under_base_path: Published) -> None:
    assert broken_links(under_base_path) == []


def test_pages_load_nothing_from_another_host(sample: Published) -> None:
    loaded = "(//img | //script | //source | //iframe)/@src | //link[@rel='stylesheet' or @rel='icon']/@href"
    foreign = [
        f"{path}: {address}"
        for path, page in sample.pages.items()
        for address in page.xpath(loaded)
        if not sample.is_ours(urljoin(sample.url_of(path), str(address)))
    ]
    assert foreign == []


def test_every_page_a_person_reads_can_be_reached_from_home(sample: Published) -> None:
    reached, waiting = set[str](), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached or path not in sample.pages:
            continue
        reached.add(path)
        urls = (urljoin(sample.url_of(path), reference) for reference in references(sample.pages[path]))
        waiting += [found for url in urls if (found := sample.file_of(url))]
    assert sorted(set(sample.read_pages) - reached - {"404.html"}) == []


def test_no_page_names_the_host_in_a_link_to_itself(under_base_path: Published) -> None:
    """Links are paths, so that a mirror stays on its own host; the short address is there to be copied."""
    absolute = [
        f"{path}: {address}"
        for path, page in under_base_path.read_pages.items()
        for address in page.xpath("//body//a/@href")
        if urlsplit(address).netloc == "intranet.example" and "/p/" not in address
    ]
    assert absolute == []
