"""Which posts of a collection can be shown, which are published at a time, and which faults stop that."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.post import Post
from blogsmith.model.site import Collection, Site, Standing
from blogsmith.sources.site import standing_in, through_the_gate


def published_at(collection: Collection, now: datetime, held: frozenset[str]) -> tuple[Site, dict[str, Standing]]:
    """The site through the gate, without what is held back and what does not link."""
    site, withheld = through_the_gate(collection, now, held_back=held)
    sound = {post.path for post in linkable_posts(collection)}
    standings = {item.post.path: item.standing for item in withheld}
    standings |= {post.path: Standing.PUBLISHED for post in site.posts if post.path in sound}
    posts = tuple(post for post in site.posts if post.path in sound)
    return replace(site, posts=posts), standings


def everything_at(collection: Collection, now: datetime) -> Site:
    """The site with every post that can be shown, published or not."""
    return Site(
        config=collection.config,
        authors=collection.authors,
        posts=linkable_posts(collection),
        pages=collection.pages,
        files=collection.files,
        now=now,
        takedowns=tuple(entry for _, entry in sorted(collection.takedowns.items())),
    )


def linkable_posts(collection: Collection) -> tuple[Post, ...]:
    """Posts whose category, series and writers exist: the others were reported, and nothing can show them.

    In the collection's order.
    """
    config, authors = collection.config, collection.authors
    seen: set[str] = set()
    posts = []
    for post in collection.posts:
        whole = post.category in config.categories and all(name in authors for name in post.authors)
        if whole and (post.series is None or post.series in config.series) and post.id not in seen:
            posts.append(post)
            seen.add(post.id)
    return tuple(posts)


def unpublishable_posts(collection: Collection, site: Site, standings: Mapping[str, Standing]) -> tuple[Post, ...]:
    """Posts that would be published but for a fault."""
    sound = {post.path for post in site.posts}
    due = (post for post in collection.posts if post.path not in sound and post.path not in standings)
    return (*due, *(post for post in collection.rest if not collection.refused.get(post.path)))


def standings_at(collection: Collection, now: datetime) -> dict[str, Standing]:
    """Of every post that was understood."""
    return {post.path: standing_in(collection, post, now) for post in collection.posts}


def quiet_until(collection: Collection, now: datetime) -> datetime:
    """The next midnight, or the moment before it at which a post is due or expires: rules count in days."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    moments = [moment for post in collection.posts for moment in (post.date, post.expires) if moment and moment > now]
    return min([midnight, *moments])


def stopping_faults(
    diagnostics: tuple[Diagnostic, ...], collection: Collection, standings: Mapping[str, Standing]
) -> tuple[Diagnostic, ...]:
    """The errors on what would be published: those on a draft, a post to come, or one that is gone stop nothing."""
    quiet = {path for path, draft in collection.refused.items() if draft}
    quiet |= {path for path, state in standings.items() if state is not Standing.PUBLISHED}
    quiet |= {page.path for page in collection.pages if page.draft}
    return tuple(
        fault for fault in diagnostics if fault.severity is Severity.ERROR and fault.location.path not in quiet
    )


def culprits_of(faults: tuple[Diagnostic, ...], collection: Collection) -> frozenset[str]:
    """The posts and pages to hold back: those with a fault, and those of a writer whose profile has one."""
    paths = {fault.location.path for fault in faults}
    own = {path for path in paths if path.startswith(("content/posts/", "content/pages/"))}
    profiles = {author.id for author in collection.authors.values() if author.path in paths}
    theirs = {post.path for post in collection.posts if profiles.intersection(post.authors)}
    unread = {path for path in paths if path.startswith("authors/")}
    return frozenset(own | theirs | unread)
