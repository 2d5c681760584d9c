"""All pages of a site in one order, and the check that no two sources claim one address."""

from collections.abc import Iterable, Iterator, Mapping

from blogsmith.model.diagnostic import Diagnostic, Fact, Note, Severity
from blogsmith.model.page import Page, PagePlan
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Site
from blogsmith.model.source import Location
from blogsmith.model.takedown import Takedown
from blogsmith.pages.archive import year_addresses
from blogsmith.pages.authors import author_pages
from blogsmith.pages.discovery import discovery_pages
from blogsmith.pages.feeds import ALL, feed_pages
from blogsmith.pages.gone import gone_addresses, gone_pages
from blogsmith.pages.ground import Ground
from blogsmith.pages.handbook import handbook_pages
from blogsmith.pages.hosts import HOST_FILES
from blogsmith.pages.listings import listing_pages
from blogsmith.pages.paging import pages_of
from blogsmith.pages.posts import post_pages, static_pages
from blogsmith.pages.shelf import Library
from blogsmith.pages.sitemap import NAME, count_entries, part_names
from blogsmith.pages.urls import FEED_FILES, Urls, output_of

OWN_FILES = ("/404.html", f"/{NAME}", "/robots.txt", *(f"/{name}" for name in HOST_FILES))


def all_pages(ground: Ground) -> Iterator[Page]:
    """Every page, feed, redirect and machine file of the site."""
    return (plan.page() for plan in page_plans(ground))


def page_plans(ground: Ground) -> Iterator[PagePlan]:
    """The plan of each of them."""
    yield from post_pages(ground)
    yield from static_pages(ground)
    yield from plans_of_the_whole(ground)


def plans_of_the_whole(ground: Ground) -> Iterator[PagePlan]:
    """The plans of what is made of many sources: lists, profiles, feeds, redirects, files for machines."""
    yield from plans_of_lists(ground)
    yield from handbook_pages(ground)
    gone = _gone(ground)
    yield from gone_pages(ground, gone)
    yield from discovery_pages(ground, gone)


def plans_of_lists(ground: Ground) -> Iterator[PagePlan]:
    """The plans of lists, profiles and feeds."""
    yield from listing_pages(ground)
    yield from author_pages(ground)
    yield from feed_pages(ground)


def _gone(ground: Ground) -> dict[str, Takedown]:
    if not ground.site.takedowns:
        return {}
    return gone_addresses(ground, list_addresses(ground.site, ground.library, ground.urls, ground.handbooks))


def list_addresses(site: Site, library: Library, urls: Urls, handbooks: Iterable[str] = ()) -> frozenset[str]:
    """Addresses of every list and feed: what is made whatever the posts' own addresses are.

    `handbooks`: the languages in which the house rules are published.
    """
    per_page = site.config.lists.per_page
    books = [urls.handbook(language) for language in handbooks]
    parts = part_names(count_entries(site, library, len(books)))
    lists: set[str] = {*OWN_FILES, *books, *(f"/{name}" for name in parts)}
    sections = {ALL} if len(site.config.languages) > 1 else set()

    def add(address: str, posts: int) -> None:
        lists.update(urls.numbered(address, number) for number in range(1, pages_of(posts, per_page) + 1))

    for language, shelf in library.shelves.items():
        add(urls.home(language), len(shelf.posts))
        sections.add(urls.home(language))
        for category in site.config.categories:
            add(urls.category(language, category), len(shelf.by_category.get(category, ())))
            sections.add(urls.category(language, category))
        for slug, posts in shelf.by_tag.items():
            add(urls.tag(language, slug), len(posts))
        lists.update(urls.series(language, series) for series in shelf.by_series)
        lists.update({urls.archive(language), urls.authors(language)})
        lists.update(address for year in shelf.by_year for address in year_addresses(urls, shelf, year))
        for author in library.people:
            address = urls.author(language, author)
            lists.add(address)
            sections.add(address)
            sections.update(f"{address}{post.category}/" for post in shelf.by_author.get(author, ()))
    return frozenset(lists | {section + name for section in sections for name in FEED_FILES})


def address_faults(site: Site, urls: Urls, lists: frozenset[str]) -> list[Diagnostic]:
    """Reports output/two-sources on every file that claims an address that another one, or a list, has.

    Addresses that differ by case alone are one: on a Mac and on Windows they are one file. So are a file and a folder
    of one name: `/sitemap.xml` and `/sitemap.xml/`.
    """
    owners: dict[str, tuple[str, Location | None]] = {}
    for address in sorted(lists):
        _claim(owners, address, None)
    faults: list[Diagnostic] = []
    for address, owner, key in _claims(site, urls):
        location = _place(owner, key)
        first = _claim(owners, address, location)
        if first is not None:
            faults += _collision(address, location, first, is_alias=key[0] == "aliases")
    return faults


def _claim(
    owners: dict[str, tuple[str, Location | None]], address: str, location: Location | None
) -> tuple[str, Location | None] | None:
    """Who has the address already; None where it was free and is now taken. A folder's name ends with a slash."""
    output = output_of(address).casefold()
    parents = [output[:end] for end, character in enumerate(output) if character == "/"]
    first = next((owners[name] for name in (output, output + "/", *parents) if name in owners), None)
    if first is None:
        owners[output] = (address, location)
        for parent in parents:
            owners.setdefault(parent + "/", (address, location))
    return first


def _claims(site: Site, urls: Urls) -> Iterator[tuple[str, Post | StaticPage, tuple[str | int, ...]]]:
    """Address, owner and the key that asks for it: first what people read, then what leads there."""
    for post in site.posts:
        yield urls.post(post), post, ("slug",)
    for page in site.pages:
        yield urls.page(page), page, ("slug",)
    for post in site.posts:
        yield urls.short(post.id), post, ("id",)
    both: Iterable[Post | StaticPage] = (*site.posts, *site.pages)
    for owner in both:
        for index, alias in enumerate(owner.aliases):
            yield alias, owner, ("aliases", index)


def _collision(
    address: str, here: Location, owner: tuple[str, Location | None], *, is_alias: bool
) -> Iterator[Diagnostic]:
    first_address, there = owner
    facts: tuple[tuple[str, Fact], ...] = (("value", address), ("other", first_address))
    variant = "alias" if is_alias else ("list" if there is None else "")
    yield _fault(here, facts, variant, there)
    if there is not None and not is_alias:
        yield _fault(there, (("value", first_address), ("other", address)), variant, here)


def _fault(here: Location, facts: tuple[tuple[str, Fact], ...], variant: str, other: Location | None) -> Diagnostic:
    notes = (Note(key="also-here", location=other),) if other else ()
    return Diagnostic(
        rule="output/two-sources", severity=Severity.ERROR, location=here, facts=facts, variant=variant, notes=notes
    )


def _place(owner: Post | StaticPage, key: tuple[str | int, ...]) -> Location:
    places: Mapping[tuple[str | int, ...], object] = owner.places
    found = owner.places.get(key) if key in places else None
    return found.within(owner.path) if found else Location(path=owner.path, line=1, column=1)
