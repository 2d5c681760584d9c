"""What was read becomes one Collection whose references are checked; the gate lets through what is published."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from blogsmith.model.author import Author
from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.diagnostic import Diagnostic, Fact, Note, Severity
from blogsmith.model.post import Post
from blogsmith.model.site import Collection, Site, Standing, Withheld
from blogsmith.model.source import Location
from blogsmith.model.takedown import Takedown
from blogsmith.model.words import AuthorId, PostId
from blogsmith.text.suggest import nearest

Path = tuple[str | int, ...]


def standing(post: Post, now: datetime) -> Standing:
    """Whether a post is published at `now`. A post is due at its very second, and gone at the second it expires."""
    if post.draft:
        return Standing.DRAFT
    # In seconds: two times of one zone compare by the clock on the wall, which shows an hour twice a year.
    moment = now.timestamp()
    if post.date.timestamp() > moment:
        return Standing.SCHEDULED
    if post.expires is not None and post.expires.timestamp() <= moment:
        return Standing.EXPIRED
    return Standing.PUBLISHED


def standing_in(collection: Collection, post: Post, now: datetime) -> Standing:
    """As `standing`; what was taken down stays down, whatever its file says."""
    return Standing.TAKEN_DOWN if post.id in collection.takedowns else standing(post, now)


def through_the_gate(
    collection: Collection, now: datetime, *, held_back: frozenset[str] = frozenset()
) -> tuple[Site, tuple[Withheld, ...]]:
    """The published site, and every post that is not in it with its reason. `held_back`: paths to leave out too."""
    published, withheld = [], []
    for post in collection.posts:
        state = Standing.HELD_BACK if post.path in held_back else standing_in(collection, post, now)
        if state is Standing.PUBLISHED:
            published.append(post)
        else:
            withheld.append(Withheld(post=post, standing=state))
    ids = {post.id for post in published}
    pages = tuple(page for page in collection.pages if not page.draft and page.path not in held_back)
    site = Site(
        config=collection.config,
        authors=collection.authors,
        posts=tuple(_with_published_references(post, ids) for post in published),
        pages=pages,
        files=collection.files,
        now=now,
        takedowns=tuple(entry for _, entry in sorted(collection.takedowns.items())),
    )
    return site, tuple(withheld)


def newest_first(posts: Iterable[Post]) -> tuple[Post, ...]:
    """By date, the newest first; equal dates by id, so that every machine sees one order."""
    return tuple(sorted(posts, key=lambda post: (-post.date.timestamp(), post.id)))


def duplicate_ids(posts: Iterable[Post]) -> list[Diagnostic]:
    """Reports post/duplicate-id on every post whose id another one has."""
    by_id: dict[PostId, list[Post]] = defaultdict(list)
    for post in posts:
        by_id[post.id].append(post)
    return [
        _fault("post/duplicate-id", post, ("id",), ("value", post.id), note_at=_place(other, ("id",)))
        for twins in by_id.values()
        if len(twins) > 1
        for post, other in zip(twins, [*twins[1:], twins[0]], strict=True)
    ]


def taken_down(posts: Iterable[Post], takedowns: Mapping[PostId, Takedown]) -> list[Diagnostic]:
    """Reports post/taken-down, a warning, on each post that was taken down and whose file is still there."""
    return [
        replace(
            _fault(
                "post/taken-down", post, ("id",), ("value", post.id), ("date", f"{takedowns[post.id].date:%Y-%m-%d}")
            ),
            severity=Severity.WARNING,
        )
        for post in posts
        if post.id in takedowns
    ]


def reference_faults(collection: Collection, config_file: ConfigFile) -> list[Diagnostic]:
    """Every reference in front matter that leads nowhere.

    Reports author/unknown, post/unknown-category, post/unknown-series, post/unknown-related,
    post/unknown-translation, post/same-language, category/unknown-editor.
    """
    faults: list[Diagnostic] = []
    for post in (*collection.posts, *collection.rest):
        faults += _author_faults(post, collection.authors)
        faults += _taxonomy_faults(post, collection.config)
        faults += _post_reference_faults(post, collection)
    faults += _translation_faults(collection.posts)
    faults += _cover_faults(collection.authors)
    for name, category in collection.config.categories.items():
        if category.editor and AuthorId(category.editor) not in collection.authors:
            facts = (("value", category.editor), ("category", name), *_near(category.editor, collection.authors))
            place = config_file.at("categories", name, "editor")
            faults.append(
                Diagnostic(rule="category/unknown-editor", severity=Severity.ERROR, location=place, facts=facts)
            )
    return faults


def with_groups(posts: Iterable[Post], groups: Mapping[str, str]) -> tuple[Post, ...]:
    """Posts with `group` set to the id of the post they translate: named in front matter, or lying beside it.

    `groups` gives each path's name without language; the post whose name says no language is the original.
    """
    posts = tuple(posts)
    originals: dict[str, Post] = {}
    for post in sorted(posts, key=lambda post: (len(post.path), post.path)):
        if post.translation_of is None:
            originals.setdefault(groups[post.path], post)
    return tuple(
        post if post.translation_of is not None else _in_group(post, originals[groups[post.path]].id) for post in posts
    )


def _in_group(post: Post, original: PostId) -> Post:
    return post if post.group == original else replace(post, group=original)


def _with_published_references(post: Post, ids: set[PostId]) -> Post:
    if all(other in ids for other in post.related):
        return post
    return replace(post, related=tuple(other for other in post.related if other in ids))


def _author_faults(post: Post, authors: Mapping[AuthorId, object]) -> list[Diagnostic]:
    named = [
        ((key, index), name)
        for key, names in (
            ("authors", post.authors),
            ("reviewed_by", post.reviewed_by),
            ("approved_by", post.approved_by),
        )
        for index, name in enumerate(names)
        if name not in authors
    ]
    faults = [_fault("author/unknown", post, path, ("value", name), *_near(name, authors)) for path, name in named]
    if post.responder and post.responder not in authors:
        facts = (("value", post.responder), *_near(post.responder, authors))
        faults.append(_fault("author/unknown", post, ("responder",), *facts))
    return faults


def _taxonomy_faults(post: Post, config: Config) -> list[Diagnostic]:
    faults = []
    if post.category and post.category not in config.categories:
        known = ("known", ", ".join(config.categories))
        facts = (("value", post.category), *_near(post.category, config.categories), known)
        faults.append(_fault("post/unknown-category", post, ("category",), *facts))
    if post.series is not None and post.series not in config.series:
        facts = (("value", post.series), *_near(post.series, config.series), ("known", ", ".join(config.series)))
        faults.append(_fault("post/unknown-series", post, ("series",), *facts))
    return faults


def _cover_faults(authors: Mapping[AuthorId, Author]) -> Iterator[Diagnostic]:
    for author in authors.values():
        other = author.covered_by
        if other is not None and (other not in authors or other == author.id):
            facts = (("value", other), *_near(other, authors))
            place = author.places[("covered_by",)].within(author.path)
            yield Diagnostic(rule="author/unknown", severity=Severity.ERROR, location=place, facts=facts)


def _post_reference_faults(post: Post, collection: Collection) -> list[Diagnostic]:
    known = collection.known_ids
    faults = [
        _fault("post/unknown-related", post, ("related", index), ("value", other), *_near(other, known - {post.id}))
        for index, other in enumerate(post.related)
        if other not in known or other == post.id
    ]
    original = post.translation_of
    if original is not None and (original not in known or original == post.id):
        facts = (("value", original), *_near(original, known - {post.id}))
        faults.append(_fault("post/unknown-translation", post, ("translation_of",), *facts))
    return faults


def _translation_faults(posts: Iterable[Post]) -> list[Diagnostic]:
    seen: dict[tuple[PostId, str], Post] = {}
    faults = []
    for post in posts:
        first = seen.setdefault((post.group, post.language), post)
        if first.id != post.id:
            facts = (("value", post.language),)
            faults.append(_fault("post/same-language", post, ("lang",), *facts, note_at=_place(first, ("lang",))))
    return faults


def _near(value: str, known: Iterable[str]) -> tuple[tuple[str, Fact], ...]:
    near = nearest(value, known)
    return (("suggestion", near),) if near else ()


def _place(post: Post, path: Path) -> Location:
    place = post.places.get(path) or post.places.get(path[:1])
    return place.within(post.path) if place else Location(path=post.path, line=1, column=1)


def _fault(rule: str, post: Post, path: Path, *facts: tuple[str, Fact], note_at: Location | None = None) -> Diagnostic:
    notes = (Note(key="also-here", location=note_at),) if note_at else ()
    location = _place(post, path)
    return Diagnostic(rule=rule, severity=Severity.ERROR, location=location, facts=facts, notes=notes)
