"""JSON-LD for search engines. Source: schema.org; Google's article, profile page and breadcrumb guides."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from blogsmith.pages.views import AuthorCardView, LinkView

Node = Mapping[str, object]


def graph(nodes: Sequence[Node], breadcrumbs: Sequence[LinkView], *, origin: str) -> str:
    """One JSON-LD graph that can stand inside `<script>`; empty where there is nothing to say."""
    parts = [_without_empty(node) for node in nodes]
    if breadcrumbs:
        parts.append(_breadcrumbs(breadcrumbs, origin))
    if not parts:
        return ""
    text = json.dumps({"@context": "https://schema.org", "@graph": parts}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def person(card: AuthorCardView, *, origin: str) -> Node:
    """A writer."""
    return {
        "@type": "Person",
        "name": card.name,
        "url": origin + card.url if card.url else "",
        "jobTitle": card.role,
        "affiliation": {"@type": "Organization", "name": card.organisation} if card.organisation else "",
        "image": card.photo.absolute_url if card.photo else "",
    }


def blog_posting(
    *,
    url: str,
    title: str,
    summary: str,
    language: str,
    published: datetime,
    updated: datetime,
    authors: Sequence[Node],
    section: str,
    tags: Sequence[str],
    image: str,
    words: int,
    comments: int,
    blog: Node,
    licence: str,
) -> Node:
    """A post."""
    return {
        "@type": "BlogPosting",
        "@id": url,
        "mainEntityOfPage": url,
        "headline": title[:110],
        "description": summary,
        "inLanguage": language,
        "datePublished": published.isoformat(),
        "dateModified": updated.isoformat(),
        "author": [_without_empty(author) for author in authors],
        "articleSection": section,
        "keywords": list(tags),
        "image": image,
        "wordCount": words,
        "commentCount": comments or "",
        "isPartOf": blog,
        "license": licence,
    }


def blog(*, url: str, title: str, description: str, language: str, organisation: str) -> Node:
    """The blog itself."""
    publisher = {"@type": "Organization", "name": organisation} if organisation else ""
    return _without_empty(
        {
            "@type": "Blog",
            "@id": url,
            "name": title,
            "description": description,
            "inLanguage": language,
            "publisher": publisher,
        }
    )


def profile_page(card: AuthorCardView, *, url: str, description: str, links: Sequence[str], origin: str) -> Node:
    """A profile."""
    subject = {**person(card, origin=origin), "@id": url, "description": description, "sameAs": list(links)}
    return {"@type": "ProfilePage", "url": url, "mainEntity": _without_empty(subject)}


def _breadcrumbs(crumbs: Sequence[LinkView], origin: str) -> Node:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": crumb.label, "item": origin + crumb.url}
            for place, crumb in enumerate(crumbs, start=1)
        ],
    }


def _without_empty(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in ("", [], None)}
