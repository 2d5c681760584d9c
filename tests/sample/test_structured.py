"""What pages tell search engines in JSON-LD, and what they tell social networks."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.published import Published

REQUIRED = {
    "BlogPosting": (
        "headline",
        "datePublished",
        "dateModified",
        "author",
        "mainEntityOfPage",
        "inLanguage",
        "isPartOf",
    ),
    "Blog": ("name", "inLanguage", "publisher"),
    "Person": ("name", "url"),
    "Organization": ("name",),
    "ProfilePage": ("url", "mainEntity"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
}
"""Sources: schema.org; Google's guides for articles, profile pages and breadcrumbs."""

OPEN_GRAPH = ("og:type", "og:title", "og:url", "og:site_name", "og:locale")
"""Source: ogp.me; the picture comes with the social card."""


def nodes(value: object) -> Iterator[Mapping[str, Any]]:
    """Every object with a type, from the outside in."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def lacks(value: object) -> list[str]:
    """`Type.field` for each field that is asked for and not there."""
    return [
        f"{node['@type']}.{name}"
        for node in nodes(value)
        for name in REQUIRED.get(node["@type"], ("a known type",))
        if not node.get(name)
    ]


@pytest.fixture(scope="module")
def told(sample: Published) -> Mapping[str, list[Any]]:
    """What each page says in JSON-LD, by path."""
    script = "//script[@type='application/ld+json']/text()"
    return {path: [json.loads(text) for text in page.xpath(script)] for path, page in sample.read_pages.items()}


def test_a_post_without_author_or_date_is_found_out() -> None:
    """The control."""
    post = {"@graph": [{"@type": "BlogPosting", "headline": "H", "dateModified": "x", "mainEntityOfPage": "u"}]}
    assert lacks(post) == [
        *("BlogPosting.datePublished", "BlogPosting.author", "BlogPosting.inLanguage", "BlogPosting.isPartOf")
    ]


def test_every_object_has_the_fields_that_search_engines_ask_for(told: Mapping[str, list[Any]]) -> None:
    assert {path: found for path, graphs in told.items() if (found := lacks(graphs))} == {}


@pytest.mark.parametrize(
    ("path", "types"),
    [
        ("rope-stretch/index.html", ["BlogPosting", "BreadcrumbList"]),
        ("author/ahn-byeol/index.html", ["ProfilePage", "BreadcrumbList"]),
        ("index.html", ["Blog"]),
        ("en/category/tech/index.html", ["BreadcrumbList"]),
    ],
)
def test_a_page_tells_what_it_is(told: Mapping[str, list[Any]], path: str, types: list[str]) -> None:
    assert [node["@type"] for graph in told[path] for node in graph["@graph"]] == types


def test_the_writers_of_a_post_are_people_with_a_profile(sample: Published, told: Mapping[str, list[Any]]) -> None:
    posts = [node for graphs in told.values() for node in nodes(graphs) if node["@type"] == "BlogPosting"]
    people = [person for post in posts for person in post["author"]]
    assert posts
    assert [person for person in people if person["@type"] != "Person" or not sample.file_of(person["url"])] == []


def test_breadcrumbs_start_at_home_and_end_here(sample: Published, told: Mapping[str, list[Any]]) -> None:
    wrong = []
    for path, graphs in told.items():
        for node in nodes(graphs):
            if node["@type"] == "BreadcrumbList":
                places = [item["position"] for item in node["itemListElement"]]
                ends = node["itemListElement"][0]["item"], node["itemListElement"][-1]["item"]
                home = sample.base_url + ("en/" if path.startswith("en/") else "")
                right = ends == (home, sample.url_of(path)) and places == list(range(1, len(places) + 1))
                wrong += [] if right else [path]
    assert wrong == []


def test_private_facts_of_writers_reach_no_file(sample: Published) -> None:
    told = [path for path in sorted(sample.files) if b"yun.haeri@example.com" in sample.read(path)]
    assert told == []


def test_every_page_tells_social_networks_what_it_is(sample: Published) -> None:
    lacking = {
        path: missing
        for path, page in sample.read_pages.items()
        if (missing := [name for name in OPEN_GRAPH if not page.xpath(f"//meta[@property='{name}']/@content")])
    }
    assert lacking == {}
