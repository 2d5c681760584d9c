"""What the head of a page says to machines: titles, languages, feeds, JSON-LD."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Literal

from blogsmith.model.frozen import frozen
from blogsmith.pages.csp import page_policy
from blogsmith.pages.feeds import feed_links
from blogsmith.pages.ground import Ground
from blogsmith.pages.social import picture_of_site
from blogsmith.pages.structured import graph
from blogsmith.pages.views import FeedLinkView, ImageView, LanguageView, LinkView, MetaView
from blogsmith.pages.widgets.provider import Csp

LANGUAGE_NAMES = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fi": "Suomi",
    "fr": "Français",
    "he": "עברית",
    "id": "Bahasa Indonesia",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "nl": "Nederlands",
    "pt": "Português",
    "ru": "Русский",
    "sv": "Svenska",
    "th": "ไทย",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
"""Each language by its own name. Source: Unicode CLDR 45, autonyms."""


@frozen
class Head:
    """What a page builder knows of its page's head; `meta_of` does the rest."""

    title: str
    """The page's own title; empty on the home page."""
    description: str
    address: str
    language: str
    translations: Mapping[str, str]
    """Address of this page in each language it exists in, its own among them."""
    crumbs: tuple[LinkView, ...] = ()
    """From the one after home to this page."""
    feeds: tuple[FeedLinkView, ...] = ()
    """Of what this page shows, beside the site's own."""
    kind: Literal["website", "article", "profile"] = "website"
    canonical: str = ""
    """Absolute URL of the first publication, where that was elsewhere."""
    image: ImageView | None = None
    """Beside a link to the page; the blog's own card where there is none."""
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    section: str = ""
    tags: tuple[str, ...] = ()
    noindex: bool = False
    previous: str = ""
    """Address."""
    next: str = ""
    nodes: tuple[Mapping[str, object], ...] = ()
    """JSON-LD objects about this page's subject."""
    fetches: tuple[Csp, ...] = ()
    """What the page needs beside the blog's own files."""


def meta_of(ground: Ground, head: Head) -> MetaView:
    """The head of a page, whole."""
    urls, site = ground.urls, ground.sites[head.language]
    languages = _languages(ground, head)
    translated = [view for view in languages if view.translated]
    default = ground.site.config.site.language
    home = LinkView(label=site.title, url=site.home_url)
    here = urls.href(head.address)
    crumbs = tuple(replace(crumb, current=crumb.url == here) for crumb in head.crumbs)
    breadcrumbs = (home, *crumbs) if crumbs else ()
    canonical = head.canonical or urls.absolute(head.address)
    default_url = next((view.absolute_url for view in translated if view.code == default), "")
    image = head.image or picture_of_site(ground, head.language)
    return MetaView(
        title=f"{head.title} · {site.title}" if head.title else site.title,
        description=" ".join(head.description.split()),
        canonical=canonical,
        languages=languages,
        default_url=default_url if len(translated) > 1 else "",
        feeds=(*head.feeds, *site.feeds) if head.feeds != site.feeds else site.feeds,
        kind=head.kind,
        image=image.absolute_url if image else "",
        image_alt=image.alt if image else "",
        image_width=image.width if image else None,
        image_height=image.height if image else None,
        published=head.published,
        updated=head.updated,
        authors=head.authors,
        section=head.section,
        tags=head.tags,
        noindex=head.noindex,
        previous_url=urls.href(head.previous) if head.previous else "",
        next_url=urls.href(head.next) if head.next else "",
        json_ld=graph(head.nodes, breadcrumbs, origin=urls.origin),
        breadcrumbs=breadcrumbs,
        csp=page_policy(ground, *head.fetches),
    )


def in_every_language(ground: Ground, address: str, language: str) -> dict[str, str]:
    """Addresses of a page that exists in every language of the site, from one of them."""
    tail = address.removeprefix(ground.urls.home(language))
    return {code: ground.urls.home(code) + tail for code in ground.site.config.languages}


def section_feeds(ground: Ground, address: str, title: str) -> tuple[FeedLinkView, ...]:
    """The three feeds of a list."""
    return feed_links(ground.urls, address, title)


def _languages(ground: Ground, head: Head) -> tuple[LanguageView, ...]:
    urls = ground.urls
    views = []
    for code in ground.site.config.languages:
        address = head.translations.get(code)
        target = address or urls.home(code)
        views.append(
            LanguageView(
                code=code,
                name=LANGUAGE_NAMES.get(code.partition("-")[0], code),
                url=urls.href(target),
                absolute_url=urls.absolute(target),
                translated=address is not None,
                current=code == head.language,
            )
        )
    return tuple(views)
