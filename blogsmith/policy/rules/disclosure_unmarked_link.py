"""A link to whoever stands behind a sponsored post is not marked as such for search engines.

Source: Google Search Central, "Qualify your outbound links": rel="sponsored" for links that were paid for. Bodies come
with the mark; a theme can lose it.
"""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.model.document import Link
from blogsmith.model.post import Post
from blogsmith.model.source import Location
from blogsmith.policy.rule import Finding, Options, Rendered, rule
from blogsmith.policy.visible_text import VisibleText
from blogsmith.text.hosts import host_of
from blogsmith.text.sponsors import paid_links
from blogsmith.text.urls import encoded


def _findings(page: Rendered, options: Options) -> Iterator[Finding]:
    post, site = page.post, page.site
    if post is None or page.document is None:
        return
    authors = [site.authors[name] for name in post.authors if name in site.authors]
    paid = paid_links(page.document, post, authors, site.config.policy.sponsors)
    if not paid:
        return
    reader = VisibleText()
    reader.feed(page.html)
    unmarked = {href for href, rel in reader.anchors if "sponsored" not in rel.lower().split()}
    for link in paid:
        if encoded(link.target) in unmarked:
            facts = (("value", link.target), ("host", host_of(link.target)))
            yield Finding(location=_location(post, link), facts=facts)


def _location(post: Post, link: Link) -> Location:
    line = link.place.line + post.first_line - 1
    return Location(path=post.path, line=line, column=link.place.column, length=link.place.length)


RULE = rule("disclosure/unmarked-link", Severity.WARNING)(_findings)
