"""What ties a post's writers to its matter, as readers are told it: the post's words, else the writers' profiles."""

from blogsmith.model.post import Post
from blogsmith.model.site import Site
from blogsmith.model.words import say


def disclosure_of(site: Site, post: Post) -> str:
    """Plain text in the post's language; empty where there is nothing to disclose.

    The post's `disclosure`; without one, the `relationship` of each writer from outside.
    """
    if post.disclosure:
        return post.disclosure
    ties = []
    for name in post.authors:
        author = site.authors[name]
        relationship = say(author.relationship, post.language).strip()
        if author.kind == "external" and relationship:
            ties.append(f"{say(author.name, post.language)}: {relationship}")
    return " ".join(ties)
