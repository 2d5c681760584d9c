"""The conversation under a post: who answers, where readers write, and what they wrote."""

from collections.abc import Iterable, Mapping

from blogsmith.model.author import Author
from blogsmith.model.comments import Comment, Snapshot
from blogsmith.model.post import CommentSettings, Post
from blogsmith.model.words import AuthorId, PostId, say
from blogsmith.pages.ground import Ground, Material
from blogsmith.pages.views import AuthorCardView, CommentsView, CommentView, LinkView, WidgetView
from blogsmith.pages.widgets.provider import Thread

_DEEPEST = 3
_VOUCHED = frozenset({"giscus"})
"""Sources where a name is an account: nobody can write there under a name that is somebody else's."""


def thread_of(material: Material, post: Post) -> PostId:
    """The post whose id is the key of the thread: the original one where translations share a thread."""
    return post.group if material.site.config.comments.shared else post.id


def comment_count(material: Material, post: Post) -> int:
    """Comments kept of a post; 0 where it takes none."""
    kept = _kept(material, post)
    return len(kept.comments) if kept is not None and post.comments is not False else 0


def conversation(ground: Ground, post: Post) -> CommentsView | None:
    """None where the post takes no comments."""
    if post.comments is False:
        return None
    config, kept, commenting = ground.site.config.comments, _kept(ground, post), ground.commenting
    comments = kept.comments if kept is not None else ()
    settings = post.comments if isinstance(post.comments, CommentSettings) else CommentSettings()
    widget = None if settings.locked else _widget(ground, post, settings.thread)
    source = widget.provider if widget is not None and widget.plan else ""
    responder = who_answers(post.responder, ground.site.authors)
    writers = _writers(ground, post, responder)
    return CommentsView(
        id=f"/p/{thread_of(ground, post)}",
        title=post.title,
        language=post.language,
        canonical=ground.cards[post.id].absolute_url,
        locked=settings.locked,
        responder=ground.authors[post.language][responder.id] if responder is not None else None,
        reply_days=config.reply_days,
        manners=say(config.manners, post.language),
        widget=widget,
        placeholder=commenting.provider.name
        if commenting.provider and not commenting.live and not settings.locked
        else "",
        mention="" if settings.locked else settings.thread,
        comments=_tree((item for item in comments if source in ("", item.source)), writers),
        earlier=_tree((item for item in comments if source not in ("", item.source)), writers),
        count=len(comments),
        contact=contact_of(ground, post),
    )


def who_answers(named: AuthorId | None, authors: Mapping[AuthorId, Author]) -> Author | None:
    """Who answers comments today: the one named, or who covers for them while they are away."""
    author = authors.get(named) if named else None
    if author is not None and author.covered_by and (author.status == "paused" or author.kind == "former"):
        return authors.get(author.covered_by, author)
    return author


def contact_of(material: Material, post: Post) -> LinkView | None:
    """The desk that takes what does not belong under a post."""
    config = material.site.config
    contact = config.categories[post.category].contact or config.comments.contact
    if contact is None:
        return None
    url = say(contact.url, post.language)
    href = material.urls.href(url) if url.startswith("/") and not url.startswith("//") else url
    return LinkView(label=say(contact.label, post.language), url=href)


def _kept(material: Material, post: Post) -> Snapshot | None:
    return material.conversations.get(thread_of(material, post))


def _widget(ground: Ground, post: Post, mention: str) -> WidgetView | None:
    commenting, load = ground.commenting, ground.site.config.comments.load
    key = thread_of(ground, post)
    first = next(iter(ground.site.config.comments.former_urls), "")
    thread = Thread(
        key=f"/p/{key}",
        title=post.title,
        language=post.language,
        short_url=ground.urls.absolute(ground.urls.short(key)),
        first_url=f"{first.rstrip('/')}{ground.urls.short(key)}"
        if first
        else ground.urls.absolute(ground.urls.short(key)),
        mention=mention,
    )
    widget, provider = commenting.widget(thread), commenting.provider
    if widget is None or provider is None:
        return None
    return WidgetView(
        provider=provider.id,
        name=provider.name,
        load="click" if load == "click" or (load == "auto" and provider.third_party) else "visible",
        mount=widget.mount,
        plan=widget.plan or {},
        link=widget.link,
        link_rel=widget.link_rel,
    )


def names_of(author: Author) -> frozenset[str]:
    """Every name under which a writer answers comments."""
    own = (author.name,) if isinstance(author.name, str) else tuple(author.name.values())
    return frozenset((*own, *author.answers_as))


def _writers(ground: Ground, post: Post, responder: Author | None) -> Mapping[str, AuthorCardView]:
    """Who answers here or wrote the post, by each of their names."""
    cards = ground.authors[post.language]
    wrote = (ground.site.authors.get(AuthorId(name)) for name in post.authors)
    people = [author for author in (responder, *wrote) if author is not None]
    return {name: cards[author.id] for author in people if author.id in cards for name in names_of(author)}


def _tree(comments: Iterable[Comment], writers: Mapping[str, AuthorCardView]) -> tuple[CommentView, ...]:
    """Replies under what they answer. `comments` are oldest first, so that a parent comes before its replies."""
    known: dict[str, Comment] = {}
    depth: dict[str, int] = {}
    under: dict[str, list[str]] = {"": []}
    place: dict[str, str] = {}
    for item in comments:
        parent = item.parent if item.parent in known else ""
        if parent and depth[parent] == _DEEPEST:
            parent = place[parent]
        known[item.id], place[item.id], depth[item.id] = item, parent, depth.get(parent, 0) + 1
        under[item.id] = []
        under[parent].append(item.id)
    seen = {item.id: writers.get(item.author) if item.source in _VOUCHED else None for item in known.values()}
    return tuple(_view(known[name], known, under, seen) for name in under[""])


def _view(
    item: Comment,
    known: Mapping[str, Comment],
    under: Mapping[str, list[str]],
    writers: Mapping[str, AuthorCardView | None],
) -> CommentView:
    name = "".join(character if character.isalnum() else "-" for character in item.id)
    return CommentView(
        id=f"comment-{name}",
        author=item.author,
        writer=writers[item.id],
        date=item.date,
        text=item.text,
        url=item.url,
        source=item.source,
        replies=tuple(_view(known[reply], known, under, writers) for reply in under[item.id]),
    )
