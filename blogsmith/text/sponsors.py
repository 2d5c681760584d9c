"""Which links of a post were paid for: those to whoever stands behind what the post discloses.

Source: Google Search Central, "Qualify your outbound links": `rel="sponsored"` for links that were paid for.
"""

from collections.abc import Iterable

from blogsmith.model.author import Author
from blogsmith.model.document import Body, Link
from blogsmith.model.post import Post
from blogsmith.model.words import say
from blogsmith.text.hosts import host_of


def paid_links(document: Body, post: Post, authors: Iterable[Author], sponsors: Iterable[str]) -> tuple[Link, ...]:
    """The links of a post to `sponsors` (hosts), and to where the profile of a disclosed writer from outside leads.

    None where the post has nothing to disclose.
    """
    outside = [author for author in authors if author.kind == "external"]
    told = post.disclosure.strip() or any(say(author.relationship, post.language).strip() for author in outside)
    if not told or not document.links:
        return ()
    hosts = {host.casefold().removeprefix("www.") for host in sponsors}
    hosts.update(host_of(link.url) for author in outside for link in author.links)
    hosts.discard("")
    return tuple(link for link in document.links if host_of(link.target) in hosts)
