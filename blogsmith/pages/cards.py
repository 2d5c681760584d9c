"""The parts of views that many pages share: site, categories, writers, posts as lists show them."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Literal

from blogsmith.model.author import Author
from blogsmith.model.config import LinkConfig
from blogsmith.model.post import Post
from blogsmith.model.words import AuthorId, PostId, say
from blogsmith.pages.conversation import comment_count
from blogsmith.pages.disclosure import disclosure_of
from blogsmith.pages.feeds import feed_links
from blogsmith.pages.ground import Ground, Material
from blogsmith.pages.links import beside
from blogsmith.pages.views import (
    AuthorCardView,
    CategoryView,
    CoverView,
    ImageView,
    LinkView,
    PostCardView,
    SealView,
    SiteView,
)
from blogsmith.text.reading_time import minutes

Gather = Callable[[Mapping[PostId, Post], Callable[[Post], PostCardView]], Mapping[PostId, PostCardView]]
"""Takes posts by id, and what makes the card of one."""


def _all_cards(posts: Mapping[PostId, Post], card_of: Callable[[Post], PostCardView]) -> Mapping[PostId, PostCardView]:
    return {name: card_of(post) for name, post in posts.items()}


def lay_ground(material: Material, *, gather: Gather = _all_cards) -> Ground:
    """The material with its shared parts made; `gather` may leave cards to be made when they are asked for."""
    languages = material.site.config.languages
    categories = {code: _categories(material, code) for code in languages}
    authors = {code: {name: _author_card(material, name, code) for name in material.site.authors} for code in languages}
    posts = {post.id: post for post in material.site.posts}
    cards = gather(posts, lambda post: post_card(material, post, categories, authors))
    sites = {code: _site_view(material, code, tuple(categories[code].values())) for code in languages}
    parts = {field.name: getattr(material, field.name) for field in fields(Material)}
    return Ground(**parts, sites=sites, categories=categories, authors=authors, cards=cards)


def cover_of(material: Material, post: Post, category: CategoryView) -> CoverView:
    """The picture of a post: its own, or the seed of a drawn one. Source of the seed: LOOK.md, Covers."""
    seed = f"{post.category}:{post.id}" + (f"/{post.cover_seed}" if post.cover_seed else "")
    image = None
    if post.cover is not None:
        image = picture(
            material, post.path, post.cover.src, post.cover.alt, caption=post.cover.caption, credit=post.cover.credit
        )
    decorative = post.cover is not None and post.cover.decorative
    return CoverView(image=image, decorative=decorative, letter=category.letter, dye=category.dye, seed=seed)


def picture(
    material: Material, path: str, src: str, alt: str, *, caption: str = "", credit: str = ""
) -> ImageView | None:
    """An image file beside the file at `path`; None where it is not there."""
    media = material.media.get(beside(path, src))
    if media is None:
        return None
    return ImageView(
        url=material.urls.href(media.address),
        absolute_url=material.urls.absolute(media.address),
        alt=alt,
        width=media.width,
        height=media.height,
        caption=caption,
        credit=credit,
    )


def summary_of(material: Material, post: Post) -> str:
    """The writer's own summary, or the text's beginning."""
    return post.summary or material.outlines[post.path].summary


def _site_view(material: Material, language: str, categories: tuple[CategoryView, ...]) -> SiteView:
    config, urls, theme = material.site.config, material.urls, material.theme
    site = config.site
    home = urls.home(language)

    def links(entries: tuple[LinkConfig, ...]) -> tuple[LinkView, ...]:
        return tuple(
            LinkView(label=say(entry.label, language), url=site_link(material, say(entry.url, language)))
            for entry in entries
        )

    return SiteView(
        title=say(site.title, language),
        wordmark=say(config.identity.wordmark, language) or say(site.title, language),
        logo=urls.href(theme.logo) if theme.logo else "",
        description=say(site.description, language),
        language=language,
        base_path=urls.base_path,
        home_url=urls.href(home),
        absolute_url=urls.absolute(home),
        organisation=say(site.organisation, language),
        fictional=say(site.fictional, language),
        categories=categories,
        navigation=links(config.navigation),
        footer=links(config.footer),
        archive_url=urls.href(urls.archive(language)),
        authors_url=urls.href(urls.authors(language)),
        handbook_url=urls.href(urls.handbook(language)) if language in material.handbooks else "",
        feeds=feed_links(urls, home, say(site.title, language)),
        copyright=say(config.legal.copyright, language),
        licence=say(config.legal.licence, language),
        licence_url=config.legal.licence_url,
        privacy_url=site_link(material, say(config.legal.privacy_url, language)),
        stylesheets=tuple(urls.href(address) for address in theme.stylesheets),
        scripts=tuple(urls.href(address) for address in theme.scripts),
        boot_scripts=tuple(urls.href(address) for address in theme.boot_scripts),
        assets={name: urls.href(address) for name, address in theme.assets.items()},
        options=theme.options,
        extra=config.extra,
        generator=f"blogsmith {material.version}",
    )


def site_link(material: Material, url: str) -> str:
    """A URL from the config: a path of this site gets the base path."""
    return material.urls.href(url) if url.startswith("/") and not url.startswith("//") else url


def _categories(material: Material, language: str) -> dict[str, CategoryView]:
    """The categories in the config's order; who names no dye gets its own, or the next that is free."""
    config, theme = material.site.config, material.theme
    taken = [category.dye or own_dye(name, theme.dyes) for name, category in config.categories.items()]
    free = [dye for dye in theme.dyes if dye not in taken] or list(theme.dyes) or [""]
    views = {}
    for index, (name, category) in enumerate(config.categories.items()):
        dye = taken[index] or free[index % len(free)]
        views[name] = CategoryView(
            id=name,
            label=say(category.label, language),
            description=say(category.description, language),
            url=material.urls.href(material.urls.category(language, name)),
            letter=category.letter or theme.letters.get(dye, ""),
            dye=dye,
        )
    return views


def own_dye(name: str, dyes: tuple[str, ...]) -> str:
    """The dye that bears a category's name (`side` for `side-story`); empty where none does."""
    return next((dye for dye in dyes if name == dye or name.startswith(dye + "-")), "")


def _author_card(material: Material, author_id: AuthorId, language: str) -> AuthorCardView:
    author = material.site.authors[author_id]
    name = say(author.name, language, otherwise=material.site.config.site.language)
    public = author_id in material.library.people
    url = material.urls.href(material.urls.author(language, author_id)) if public else ""
    return AuthorCardView(
        id=author_id,
        name=name,
        kind=author.kind,
        role=say(author.role, language),
        team=say(author.team, language),
        organisation=say(author.organisation, language),
        url=url,
        seal=_seal(author, name, material.theme.dyes),
        photo=_photo(material, author, language),
    )


def _photo(material: Material, author: Author, language: str) -> ImageView | None:
    """The portrait, where the writer agrees to it today."""
    photo = author.photo
    if photo is None or (photo.consent_until is not None and photo.consent_until < material.site.now.date()):
        return None
    return picture(material, author.path, photo.src, say(photo.alt, language))


def _seal(author: Author, name: str, dyes: tuple[str, ...]) -> SealView:
    """One syllable of the given name, or two initials. Source: LOOK.md, Seal."""
    shape: Literal["square", "round"] = "round" if author.kind == "external" else "square"
    dye = author.dye
    if not dye and dyes:
        dye = dyes[hashlib.blake2b(author.id.encode(), digest_size=1).digest()[0] * len(dyes) >> 8]
    return SealView(shape=shape, text=_initials(name), name=name, dye=dye)


def _initials(name: str) -> str:
    parts = name.split()
    if re.search("[가-힣]", name):
        return parts[-1][-1] if len(parts) == 1 else parts[-1][0]
    return "".join(part[0] for part in (parts if len(parts) < 3 else (parts[0], parts[-1]))).upper()


def post_card(
    material: Material,
    post: Post,
    categories: Mapping[str, Mapping[str, CategoryView]],
    authors: Mapping[str, Mapping[AuthorId, AuthorCardView]],
) -> PostCardView:
    """A post as lists show it."""
    category = categories[post.language][post.category]
    address = material.urls.post(post)
    reading = material.site.config.markdown
    return PostCardView(
        id=post.id,
        title=post.title,
        url=material.urls.href(address),
        absolute_url=material.urls.absolute(address),
        language=post.language,
        summary=summary_of(material, post),
        date=post.date,
        updated=post.updated,
        minutes=minutes(
            material.outlines[post.path].length,
            syllables_per_minute=reading.syllables_per_minute,
            words_per_minute=reading.words_per_minute,
        ),
        category=category,
        authors=tuple(authors[post.language][name] for name in post.authors),
        cover=cover_of(material, post, category),
        comments=comment_count(material, post),
        paid=bool(disclosure_of(material.site, post)),
        featured=post.featured,
    )
