"""Posts and pages become Pages: one HTML page each, and the redirects that lead to them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from blogsmith.model.page import Page
from blogsmith.model.post import CommentSettings, Post, StaticPage
from blogsmith.model.words import AuthorId, say
from blogsmith.pages.body import fill, table_of_contents
from blogsmith.pages.disclosure import disclosure_of
from blogsmith.pages.feeds import last_change
from blogsmith.pages.ground import Ground
from blogsmith.pages.meta import Head, meta_of, section_feeds
from blogsmith.pages.related import related_posts
from blogsmith.pages.shelf import tag_slug
from blogsmith.pages.structured import Node, blog, blog_posting, person
from blogsmith.pages.urls import output_of
from blogsmith.pages.views import (
    CommentsView,
    CorrectionView,
    CreditView,
    Html,
    LinkView,
    MetaView,
    PostCardView,
    PostView,
    SeriesCardView,
    StaticPageView,
)
from blogsmith.text.reading_time import sheets

_AGED = timedelta(days=3 * 365)


def post_pages(ground: Ground) -> Iterator[Page]:
    """A page for every post."""
    for post in ground.site.posts:
        output = output_of(ground.urls.post(post))
        yield Page(output=output, template="post.html", view=post_view(ground, post), source=post.path)


def static_pages(ground: Ground) -> Iterator[Page]:
    """A page for every file of `content/pages/`."""
    for page in ground.site.pages:
        output = output_of(ground.urls.page(page))
        yield Page(output=output, template="page.html", view=_page_view(ground, page), source=page.path)


def post_view(ground: Ground, post: Post) -> PostView:
    """All that a post's page shows."""
    card, document, urls = ground.cards[post.id], ground.documents[post.path], ground.urls
    shelf, config = ground.library.shelves[post.language], ground.site.config
    place = shelf.place[post.id]
    return PostView(
        site=ground.sites[post.language],
        meta=_post_meta(ground, post),
        id=post.id,
        title=post.title,
        language=post.language,
        url=card.url,
        absolute_url=card.absolute_url,
        short_url=urls.absolute(urls.short(post.id)),
        summary=post.summary,
        date=post.date,
        updated=post.updated,
        corrections=tuple(
            CorrectionView(date=item.date.astimezone(post.date.tzinfo), text=item.text) for item in post.corrections
        ),
        category=card.category,
        authors=card.authors,
        bios=tuple(bio_of(ground, name, post.language) for name in post.authors),
        credits=_credits(ground, post),
        voice=voice_of(ground, post),
        disclosure=disclosure_of(ground.site, post),
        tags=tuple(
            LinkView(label=shelf.tag_labels[slug], url=urls.href(urls.tag(post.language, slug)))
            for slug in dict.fromkeys(tag_slug(tag) for tag in post.tags)
        ),
        cover=card.cover,
        body=body_of(ground, post.path),
        toc=table_of_contents(document.headings, depth=config.markdown.toc_depth),
        minutes=card.minutes,
        words=document.length.words,
        sheets=sheets(document.length),
        has_code=document.has_code,
        has_video=document.has_video,
        series=series_card(ground, post.language, post.series, post) if post.series else None,
        previous=_card_at(ground, post, place + 1),
        next=_card_at(ground, post, place - 1),
        related=tuple(
            ground.cards[other.id] for other in related_posts(ground.library, post, most=config.lists.related)
        ),
        comments=_comments(ground, post),
        aged=_is_aged(post, ground.site.now),
        extra=post.extra,
    )


def body_of(ground: Ground, path: str) -> Html:
    """The filled body of a post, page or bio."""
    return fill(ground.documents[path], ground.resolved[path], media=ground.media, urls=ground.urls, cards=ground.cards)


def bio_of(ground: Ground, author: AuthorId, language: str) -> Html:
    """A writer's bio in `language`, else in the site's default language; may be empty."""
    bios = ground.site.authors[author].bios
    bio = bios.get(language) or bios.get(ground.site.config.site.language)
    return body_of(ground, bio.path) if bio is not None else ""


def voice_of(ground: Ground, post: Post) -> Literal["personal", "desk", "company"]:
    """Who is speaking: as the post says, else each writer for themselves."""
    return post.voice or "personal"


def series_card(ground: Ground, language: str, series: str, post: Post | None = None) -> SeriesCardView:
    """A series with its published parts, oldest first; `position` where `post` is one of them."""
    config = ground.site.config.series[series]
    parts = tuple(reversed(ground.library.shelves[language].by_series.get(series, ())))
    position = next((place for place, part in enumerate(parts, start=1) if post and part.id == post.id), 0)
    return SeriesCardView(
        id=series,
        title=say(config.title, language),
        description=say(config.description, language),
        url=ground.urls.href(ground.urls.series(language, series)),
        posts=tuple(ground.cards[part.id] for part in parts),
        planned=max(config.parts or 0, len(parts)),
        position=position,
    )


def _post_meta(ground: Ground, post: Post) -> MetaView:
    card, urls = ground.cards[post.id], ground.urls
    translations = {code: urls.post(other) for code, other in ground.library.translations[post.group].items()}
    address = urls.category(post.language, post.category)
    crumbs = (
        LinkView(label=card.category.label, url=card.category.url),
        LinkView(label=post.title, url=card.url),
    )
    return meta_of(
        ground,
        Head(
            title=post.title,
            description=_described(ground, post, card),
            address=urls.post(post),
            language=post.language,
            translations=translations,
            crumbs=crumbs,
            feeds=section_feeds(ground, address, card.category.label),
            kind="article",
            canonical=post.canonical,
            image=card.cover.image.absolute_url if card.cover.image else "",
            image_alt=card.cover.image.alt if card.cover.image else "",
            published=post.date,
            updated=last_change(post) if last_change(post) != post.date else None,
            authors=tuple(author.name for author in card.authors),
            section=card.category.label,
            tags=post.tags,
            noindex=post.noindex,
            nodes=(_posting(ground, post, card),),
        ),
    )


def _described(ground: Ground, post: Post, card: PostCardView) -> str:
    """A disclosure comes first also where the text is only announced."""
    return f"{disclosure_of(ground.site, post)} {card.summary}".strip()


def _posting(ground: Ground, post: Post, card: PostCardView) -> Node:
    length = ground.documents[post.path].length
    return blog_posting(
        url=post.canonical or card.absolute_url,
        title=post.title,
        summary=card.summary,
        language=post.language,
        published=post.date,
        updated=last_change(post),
        authors=[person(author, origin=ground.urls.origin) for author in card.authors],
        section=card.category.label,
        tags=post.tags,
        image=card.cover.image.absolute_url if card.cover.image else "",
        words=length.words + length.syllables,
        blog=blog_node(ground, post.language),
        licence=ground.site.config.legal.licence_url,
    )


def blog_node(ground: Ground, language: str) -> Node:
    """The blog in a language, for JSON-LD."""
    site = ground.sites[language]
    return blog(
        url=site.absolute_url,
        title=site.title,
        description=site.description,
        language=language,
        organisation=site.organisation,
    )


def _credits(ground: Ground, post: Post) -> tuple[CreditView, ...]:
    authors = ground.authors[post.language]

    def link(name: str) -> LinkView:
        card = authors.get(AuthorId(name))
        return LinkView(label=card.name, url=card.url) if card else LinkView(label=name, url="")

    return tuple(
        CreditView(role=role, people=tuple(link(name) for name in names)) for role, names in post.credits.items()
    )


def _comments(ground: Ground, post: Post) -> CommentsView | None:
    if post.comments is False:
        return None
    card = ground.cards[post.id]
    responder = ground.authors[post.language].get(post.responder) if post.responder else None
    return CommentsView(
        id=f"/p/{post.id}",
        title=post.title,
        language=post.language,
        canonical=card.absolute_url,
        locked=isinstance(post.comments, CommentSettings) and post.comments.locked,
        responder=responder,
    )


def _card_at(ground: Ground, post: Post, place: int) -> PostCardView | None:
    posts = ground.library.shelves[post.language].posts
    return ground.cards[posts[place].id] if 0 <= place < len(posts) else None


def _is_aged(post: Post, now: datetime) -> bool:
    return not post.evergreen and now - last_change(post) > _AGED


def _page_view(ground: Ground, page: StaticPage) -> StaticPageView:
    document, urls = ground.documents[page.path], ground.urls
    address = urls.page(page)
    head = Head(
        title=page.title,
        description=page.summary or document.summary,
        address=address,
        language=page.language,
        translations={code: urls.page(other) for code, other in ground.library.page_groups[page.group].items()},
        crumbs=(LinkView(label=page.title, url=urls.href(address)),),
        updated=page.updated,
        noindex=page.noindex,
    )
    return StaticPageView(
        site=ground.sites[page.language],
        meta=meta_of(ground, head),
        title=page.title,
        language=page.language,
        updated=page.updated,
        body=body_of(ground, page.path),
        toc=table_of_contents(document.headings, depth=ground.site.config.markdown.toc_depth),
        has_code=document.has_code,
        has_video=document.has_video,
        extra=page.extra,
    )
