"""Posts and the blog become social cards, and these the addresses of their pictures.

An address bears the digest of all that the picture shows: services keep what they fetched once, so another picture
needs another address.
"""

from collections.abc import Iterator
from hashlib import blake2b

import msgspec

from blogsmith.model.page import Inks, Media
from blogsmith.model.post import Post
from blogsmith.model.social import EDITION, HEIGHT, WIDTH, Signature, SocialCard
from blogsmith.pages.ground import Ground
from blogsmith.pages.links import beside
from blogsmith.pages.views import ImageView, SiteView

FOLDER = "card"
_RASTER = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
_PLAIN = Inks(field="#14191c", on="#ffffff", deep="#000000", light="#d8dfe0", spark="#ffffff")
"""For a theme that names no inks."""
_TILES = 6


def social_cards(ground: Ground) -> Iterator[tuple[str, SocialCard, str]]:
    """Every card of the site: where it is written, what it shows, and the file to name where it cannot."""
    if not ground.lettering:
        return
    for language in ground.sites:
        card = card_of_site(ground, language)
        yield _output(ground, f"site-{language}", card), card, ""
    for post in ground.site.posts:
        yield own_card(ground, post)


def own_card(ground: Ground, post: Post) -> tuple[str, SocialCard, str]:
    """The same of one post, where cards are drawn."""
    card = card_of_post(ground, post)
    return _output(ground, post.id, card), card, post.path


def card_at(ground: Ground, output: str) -> SocialCard | None:
    """The card that is written there; None where none is."""
    name = output.removeprefix(f"{FOLDER}/").partition(".")[0]
    if not ground.lettering or not output.startswith(f"{FOLDER}/"):
        return None
    cards = [card_of_post(ground, post) for post in ground.site.posts if post.id == name]
    cards += [card_of_site(ground, code) for code in ground.sites if name == f"site-{code}"]
    return next((card for card in cards if _output(ground, name, card) == output), None)


def picture_of_post(ground: Ground, post: Post) -> ImageView | None:
    """What is shown beside a link to a post: its card; where none are drawn, its own cover."""
    if not ground.lettering:
        return ground.cards[post.id].cover.image
    card = card_of_post(ground, post)
    words = (post.title, card.label, *(signature.name for signature in card.signatures), card.paid)
    return _picture(ground, post.id, card, words)


def picture_of_site(ground: Ground, language: str) -> ImageView | None:
    """What is shown beside a link to any other page."""
    if not ground.lettering:
        return None
    card = card_of_site(ground, language)
    return _picture(ground, f"site-{language}", card, (card.title, card.note))


def card_of_post(ground: Ground, post: Post) -> SocialCard:
    """The card of a post, in its language."""
    shown = ground.cards[post.id]
    paid = ground.theme.paid.get(post.language, "") if shown.paid else ""
    return SocialCard(
        # Without a word for it the title would stand there unmarked.
        title=post.title if paid or not shown.paid else "",
        label=shown.category.label,
        letter=shown.category.letter,
        inks=ground.theme.inks.get(shown.category.dye, _PLAIN),
        seed=shown.cover.seed,
        signatures=tuple(
            Signature(seal=author.seal.text, shape=author.seal.shape, name=author.name) for author in shown.authors
        ),
        paid=paid,
        photo=_photo(ground, post),
    )


def card_of_site(ground: Ground, language: str) -> SocialCard:
    """The card of the blog in a language: every category's letter, on the blog's own ink."""
    site, paper = ground.sites[language], ground.site.config.identity.paper
    inks = (
        _PLAIN
        if paper is None
        else Inks(field=paper.ink, on=paper.ground, deep=paper.ink, light=paper.ground, spark=paper.ground)
    )
    return SocialCard(
        title=site.title,
        label=site.organisation,
        letter="",
        inks=inks,
        seed="site",
        note=site.description,
        tiles=_tiles(ground, site),
    )


def _tiles(ground: Ground, site: SiteView) -> tuple[tuple[str, Inks], ...]:
    inks = ground.theme.inks
    return tuple((category.letter, inks.get(category.dye, _PLAIN)) for category in site.categories[:_TILES])


def _photo(ground: Ground, post: Post) -> Media | None:
    if post.cover is None:
        return None
    media = ground.media.get(beside(post.path, post.cover.src))
    return media if media is not None and media.address.endswith(_RASTER) else None


def _picture(ground: Ground, name: str, card: SocialCard, words: tuple[str, ...]) -> ImageView:
    address = "/" + _output(ground, name, card)
    return ImageView(
        url=ground.urls.href(address),
        absolute_url=ground.urls.absolute(address),
        alt=" · ".join(word for word in words if word),
        width=WIDTH,
        height=HEIGHT,
    )


def _output(ground: Ground, name: str, card: SocialCard) -> str:
    shown = msgspec.json.encode((EDITION, ground.lettering, card))
    digest = blake2b(shown, digest_size=6).hexdigest()
    return f"{FOLDER}/{name}.{digest}.png"
