"""A Site in the orders that pages ask for: by language, category, tag, author, series; computed once a build."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache

from blogsmith.model.diagnostic import Diagnostic, Note, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Site
from blogsmith.model.source import Location
from blogsmith.model.words import AuthorId, PostId
from blogsmith.text.slug import slugify


@frozen
class Shelf:
    """The published posts of one language, newest first in every list."""

    language: str
    posts: tuple[Post, ...]
    by_category: Mapping[str, tuple[Post, ...]]
    by_tag: Mapping[str, tuple[Post, ...]]
    """By the tag's slug, sorted by slug."""
    tag_labels: Mapping[str, str]
    """Of each tag's slug the spelling used most, the first in Unicode order where equal."""
    by_author: Mapping[AuthorId, tuple[Post, ...]]
    by_series: Mapping[str, tuple[Post, ...]]
    by_year: Mapping[int, tuple[Post, ...]]
    place: Mapping[PostId, int]
    """Where in `posts` a post stands."""


@frozen
class Library:
    """All shelves, and what crosses languages."""

    shelves: Mapping[str, Shelf]
    by_id: Mapping[PostId, Post]
    translations: Mapping[PostId, Mapping[str, Post]]
    """By group: the post in each language."""
    page_groups: Mapping[str, Mapping[str, StaticPage]]
    people: tuple[AuthorId, ...]
    """Everyone whom something published names and who has a profile, by id."""


def make_library(site: Site) -> Library:
    """The shelves of a site."""
    translations: dict[PostId, dict[str, Post]] = defaultdict(dict)
    for post in site.posts:
        translations[post.group].setdefault(post.language, post)
    page_groups: dict[str, dict[str, StaticPage]] = defaultdict(dict)
    for page in site.pages:
        page_groups[page.group].setdefault(page.language, page)
    languages = site.config.languages
    return Library(
        shelves={code: _shelf(code, tuple(post for post in site.posts if post.language == code)) for code in languages},
        by_id={post.id: post for post in site.posts},
        translations=translations,
        page_groups=page_groups,
        people=_people(site),
    )


@lru_cache(4096)
def tag_slug(tag: str) -> str:
    """The part of the URL that stands for a tag: `C++` and `C#` stay apart."""
    spoken = tag.replace("+", "-plus").replace("#", "-sharp").replace("&", "-and-")
    return slugify(spoken) or slugify(tag.encode("utf-8").hex())


def tag_spelling_faults(library: Library) -> list[Diagnostic]:
    """Reports post/tag-spelling, a warning, on each tag that another post of the language spells otherwise."""
    faults = []
    for shelf in library.shelves.values():
        first: dict[str, Post] = {}
        for post in reversed(shelf.posts):
            for index, tag in enumerate(post.tags):
                slug = tag_slug(tag)
                label = shelf.tag_labels[slug]
                if tag == label:
                    first.setdefault(slug, post)
                else:
                    faults.append(_spelling(post, index, tag, label, first.get(slug)))
    return faults


def _spelling(post: Post, index: int, tag: str, label: str, other: Post | None) -> Diagnostic:
    place = post.places.get(("tags", index))
    return Diagnostic(
        rule="post/tag-spelling",
        severity=Severity.WARNING,
        location=place.within(post.path) if place else Location(path=post.path),
        facts=(("value", tag), ("suggestion", label)),
        notes=(Note(key="also-here", location=Location(path=other.path)),) if other else (),
    )


def _shelf(language: str, posts: tuple[Post, ...]) -> Shelf:
    category, tag, author, series, year = (defaultdict[str, list[Post]](list) for _ in range(5))
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for post in posts:
        category[post.category].append(post)
        year[str(post.date.year)].append(post)
        for slug, words in {tag_slug(words): words for words in post.tags}.items():
            tag[slug].append(post)
            spellings[slug][words] += 1
        for name in dict.fromkeys(post.authors):
            author[name].append(post)
        if post.series is not None:
            series[post.series].append(post)
    return Shelf(
        language=language,
        posts=posts,
        by_category={name: tuple(found) for name, found in category.items()},
        by_tag={name: tuple(tag[name]) for name in sorted(tag)},
        tag_labels={slug: min(counts, key=lambda word: (-counts[word], word)) for slug, counts in spellings.items()},
        by_author={AuthorId(name): tuple(found) for name, found in author.items()},
        by_series={name: tuple(found) for name, found in series.items()},
        by_year={int(name): tuple(found) for name, found in year.items()},
        place={post.id: index for index, post in enumerate(posts)},
    )


def _people(site: Site) -> tuple[AuthorId, ...]:
    named: set[str] = {category.editor for category in site.config.categories.values() if category.editor}
    for post in site.posts:
        named.update(post.authors)
        named.update(name for names in post.credits.values() for name in names)
        if post.responder is not None and post.comments is not False:
            named.add(post.responder)
    return tuple(sorted(AuthorId(name) for name in named if AuthorId(name) in site.authors))
