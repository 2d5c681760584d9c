"""Posts and pages become Pages: one HTML page each, and the redirects that lead to them."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Literal

from blogsmith.model.author import Bio
from blogsmith.model.page import PagePlan
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.words import AuthorId, PostId, say
from blogsmith.pages.body import body_of, body_of_post, table_of_contents
from blogsmith.pages.choice import Choice, choice_of_post
from blogsmith.pages.conversation import contact_of, conversation
from blogsmith.pages.csp import players, thread
from blogsmith.pages.disclosure import disclosure_of
from blogsmith.pages.feeds import last_change
from blogsmith.pages.ground import Ground
from blogsmith.pages.meta import Head, meta_of, section_feeds
from blogsmith.pages.social import picture_of_post
from blogsmith.pages.structured import Node, blog, blog_posting, person
from blogsmith.pages.urls import output_of
from blogsmith.pages.views import (
    CorrectionView,
    CreditView,
    Html,
    ImageView,
    LinkView,
    MetaView,
    PostCardView,
    PostView,
    SeriesCardView,
    StaticPageView,
)
from blogsmith.text.reading_time import sheets

_AGED = timedelta(days=3 * 365)
_SAME_WORK = timedelta(days=1)


def post_pages(ground: Ground) -> Iterator[PagePlan]:
    """A page for every post."""
    return (post_page(ground, post) for post in ground.site.posts)


def post_page(ground: Ground, post: Post) -> PagePlan:
    """The page of a post."""
    output = output_of(ground.urls.post(post))
    return PagePlan(
        output=output,
        template="post.html",
        view=partial(post_view, ground, post),
        source=post.path,
        bodies=(post.path, *_bios(ground, post)),
        choose=lambda: choice_of_post(ground, post, aged=is_aged(post, ground.site.now)),
    )


def static_pages(ground: Ground) -> Iterator[PagePlan]:
    """A page for every file of `content/pages/`."""
    return (static_page(ground, page) for page in ground.site.pages)


def static_page(ground: Ground, page: StaticPage) -> PagePlan:
    """The page of a file of `content/pages/`."""
    output = output_of(ground.urls.page(page))
    view = partial(_page_view, ground, page)
    return PagePlan(output=output, template="page.html", view=view, source=page.path, bodies=(page.path,))


def post_view(ground: Ground, post: Post, choice: Choice) -> PostView:
    """All that a post's page shows. What it takes of other posts is in `choice`, or a card."""
    card, body, urls = ground.cards[post.id], ground.bodies[post.path], ground.urls
    return PostView(
        site=ground.sites[post.language],
        meta=_post_meta(ground, post, choice),
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
        tags=tuple(LinkView(label=label, url=urls.href(urls.tag(post.language, slug))) for slug, label in choice.tags),
        cover=card.cover,
        body=body_of_post(ground, post),
        toc=table_of_contents(body.headings, depth=ground.site.config.markdown.toc_depth),
        minutes=card.minutes,
        words=body.length.words,
        sheets=sheets(body.length),
        has_code=body.has_code,
        has_video=body.has_video,
        series=series_card(ground, post.language, post.series, choice.series, post) if post.series else None,
        previous=ground.cards[choice.previous] if choice.previous is not None else None,
        next=ground.cards[choice.next] if choice.next is not None else None,
        related=tuple(ground.cards[other] for other in choice.related),
        comments=conversation(ground, post),
        contact=contact_of(ground, post),
        aged=choice.aged,
        original_changed=_original_changed(post, choice),
        extra=post.extra,
    )


def bio_of(ground: Ground, author: AuthorId, language: str) -> Html:
    """A writer's bio in `language`, else in the site's default language; may be empty."""
    bio = bio_in(ground, author, language)
    return body_of(ground, bio.path) if bio is not None else ""


def bio_in(ground: Ground, author: AuthorId, language: str) -> Bio | None:
    """The bio that is shown in a language."""
    bios = ground.site.authors[author].bios
    return bios.get(language) or bios.get(ground.site.config.site.language)


def _bios(ground: Ground, post: Post) -> tuple[str, ...]:
    found = (bio_in(ground, name, post.language) for name in post.authors)
    return tuple(bio.path for bio in found if bio is not None)


def _original_changed(post: Post, choice: Choice) -> datetime | None:
    """When what a post translates changed; None where the translation is as new, but for a day's work."""
    original = next((other for other in choice.posts if other.id == post.group), post)
    changed = last_change(original)
    return changed if changed - last_change(post) >= _SAME_WORK else None


def is_aged(post: Post, now: datetime) -> bool:
    """Whether a reader should know that a post is old."""
    return not post.evergreen and now - last_change(post) > _AGED


def voice_of(ground: Ground, post: Post) -> Literal["personal", "desk", "company"]:
    """Who is speaking: as the post says, else each writer for themselves."""
    return post.voice or "personal"


def series_card(
    ground: Ground, language: str, series: str, parts: Sequence[PostId], post: Post | None = None
) -> SeriesCardView:
    """A series with its published parts, oldest first; `position` where `post` is one of them."""
    config = ground.site.config.series[series]
    position = next((place for place, part in enumerate(parts, start=1) if post and part == post.id), 0)
    return SeriesCardView(
        id=series,
        title=say(config.title, language),
        description=say(config.description, language),
        url=ground.urls.href(ground.urls.series(language, series)),
        posts=tuple(ground.cards[part] for part in parts),
        planned=max(config.parts or 0, len(parts)),
        position=position,
    )


def _post_meta(ground: Ground, post: Post, choice: Choice) -> MetaView:
    card, urls, picture = ground.cards[post.id], ground.urls, picture_of_post(ground, post)
    translations = {other.language: urls.post(other) for other in choice.posts[1:]}
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
            image=picture,
            published=post.date,
            updated=last_change(post) if last_change(post) != post.date else None,
            authors=tuple(author.name for author in card.authors),
            section=card.category.label,
            tags=post.tags,
            noindex=post.noindex,
            nodes=(_posting(ground, post, card, picture),),
            fetches=(*players(ground, (post.path, *_bios(ground, post))), *thread(ground, post)),
        ),
    )


def _described(ground: Ground, post: Post, card: PostCardView) -> str:
    """A disclosure comes first also where the text is only announced."""
    return f"{disclosure_of(ground.site, post)} {card.summary}".strip()


def _posting(ground: Ground, post: Post, card: PostCardView, picture: ImageView | None) -> Node:
    length, image = ground.outlines[post.path].length, card.cover.image or picture
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
        # Search engines show a photo; a picture of words says what stands beside it anyway.
        image=image.absolute_url if image else "",
        words=length.words + length.syllables,
        comments=card.comments,
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


def _page_view(ground: Ground, page: StaticPage) -> StaticPageView:
    body, urls = ground.bodies[page.path], ground.urls
    address = urls.page(page)
    head = Head(
        title=page.title,
        description=page.summary or body.summary,
        address=address,
        language=page.language,
        translations={code: urls.page(other) for code, other in ground.library.page_groups[page.group].items()},
        crumbs=(LinkView(label=page.title, url=urls.href(address)),),
        updated=page.updated,
        noindex=page.noindex,
        fetches=players(ground, (page.path,)),
    )
    return StaticPageView(
        site=ground.sites[page.language],
        meta=meta_of(ground, head),
        title=page.title,
        language=page.language,
        updated=page.updated,
        body=body_of(ground, page.path),
        toc=table_of_contents(body.headings, depth=ground.site.config.markdown.toc_depth),
        has_code=body.has_code,
        has_video=body.has_video,
        extra=page.extra,
    )
