"""A card, the site's fonts and its folder become a picture: what `social.py` draws, with the files that it needs."""

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image

from blogsmith.media.files import read_file
from blogsmith.media.fonts import FontFiles
from blogsmith.media.lettering import Lettering
from blogsmith.media.social import Drawn, draw_social_card
from blogsmith.model.social import SocialCard


def paint(card: SocialCard, fonts: FontFiles, root: Path, *, limit_mb: int) -> Drawn:
    """The picture of a card. Raises OSError, OverflowError where its photo vanished."""
    if card.photo is None:
        return draw_social_card(card, _lettering(fonts))
    content = read_file(root / card.photo.on_disk, limit=limit_mb * 1024 * 1024)
    with Image.open(io.BytesIO(content)) as photo:
        return draw_social_card(card, _lettering(fonts), photo)


@lru_cache(maxsize=1)
def _lettering(fonts: FontFiles) -> Lettering:
    """Signs that were drawn are kept from card to card."""
    return Lettering(fonts.files)
