"""A link to whoever stands behind a sponsored post is not marked as such for search engines.

Source: Google Search Central, "Qualify your outbound links": rel="sponsored" for links that were paid for.
"""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.model.document import Link
from blogsmith.model.post import Post
from blogsmith.model.site import Site
from blogsmith.model.source import Location
from blogsmith.policy.disclosures import disclosed
from blogsmith.policy.hosts import host_of
from blogsmith.policy.options import words
from blogsmith.policy.rule import Finding, Option, Options, Rendered, rule
from blogsmith.policy.visible_text import VisibleText
from blogsmith.text.urls import encoded


def _findings(page: Rendered, options: Options) -> Iterator[Finding]:
    post = page.post
    if post is None or page.document is None or not page.document.links:
        return
    hosts = {host.casefold().removeprefix("www.") for host in words(options, "hosts")}
    hosts.update(_sponsors(post, page.site))
    paid = [link for link in page.document.links if host_of(link.target) in hosts] if hosts else []
    if not paid:
        return
    reader = VisibleText()
    reader.feed(page.html)
    unmarked = {href for href, rel in reader.anchors if "sponsored" not in rel.lower().split()}
    for link in paid:
        if encoded(link.target) in unmarked:
            facts = (("value", link.target), ("host", host_of(link.target)))
            yield Finding(location=_location(post, link), facts=facts)


def _sponsors(post: Post, site: Site) -> Iterator[str]:
    """Hosts that the profiles of disclosed writers from outside lead to."""
    authors = [site.authors[name] for name in post.authors if name in site.authors]
    if not any(disclosed(post, authors)):
        return
    for author in authors:
        if author.kind == "external":
            yield from filter(None, (host_of(link.url) for link in author.links))


def _location(post: Post, link: Link) -> Location:
    line = link.place.line + post.first_line - 1
    return Location(path=post.path, line=line, column=link.place.column, length=link.place.length)


RULE = rule("disclosure/unmarked-link", Severity.WARNING, Option(name="hosts", default=()))(_findings)
