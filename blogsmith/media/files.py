"""A file beside a post becomes what is published of it: an address by content, a size, bytes without metadata."""

import hashlib
import os
import stat
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Literal

from blogsmith.media.formats import RASTER, ImageFault
from blogsmith.model.page import Media
from blogsmith.text.slug import slugify

PLAIN = {".csv", ".tsv", ".txt", ".json", ".geojson", ".zip", ".gz", ".mp3", ".ogg", ".wav", ".mp4", ".webm", ".vtt"}
PLAIN |= {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".hwp", ".hwpx", ".epub", ".ics", ".gpx", ".stl"}
"""Endings that are published as they are: their metadata, where they hold any, are the writer's to look at."""

FileFault = ImageFault | Literal["ending", "vanished", "sealed"]
"""`ending`: not a kind of file that is published. `vanished`: no longer there. `sealed`: a PDF that cannot be opened,
by `opens`. The others as for images."""


def prepare(root: Path, path: str, on_disk: str, *, limit_mb: int) -> Media | FileFault:
    """What is published of a file, or why it is not. `path` names it in NFC, `on_disk` as the disk has it."""
    ending = PurePosixPath(path).suffix.lower()
    if ending not in RASTER and ending not in PLAIN and ending not in (".svg", ".pdf"):
        return "ending"
    try:
        content = read_file(root / on_disk, limit=limit_mb * 1024 * 1024)
    except OverflowError:
        return "too-large"
    except OSError:
        return "vanished"
    width = height = None
    if ending in RASTER or ending == ".svg":
        from blogsmith.media.images import measure_image  # with Pillow: most builds see no new picture

        size = measure_image(content, ending)
        if isinstance(size, str):
            return size
        width, height = size.width, size.height
    digest = hashlib.blake2b(content, digest_size=6).hexdigest()
    name = slugify(PurePosixPath(path).stem)[:60] or "file"
    address = f"/media/{name}.{digest}{ending}"
    return Media(source=path, on_disk=on_disk, address=address, width=width, height=height, size=len(content))


def published_bytes(root: Path, media: Media, *, limit_mb: int) -> bytes:
    """The file as readers get it: pictures and PDF without their metadata.

    Raises OSError where it vanished, or is a PDF whose metadata cannot be taken out.
    """
    content = read_file(root / media.on_disk, limit=limit_mb * 1024 * 1024)
    ending = PurePosixPath(media.source).suffix.lower()
    if ending in RASTER:
        from blogsmith.media.images import strip_image

        return strip_image(content, ending)
    if ending == ".pdf":
        from blogsmith.media.pdf import strip_pdf

        stripped = strip_pdf(content)
        if stripped is None:
            raise OSError(0, "a PDF that cannot be opened")
        return stripped
    return content


@lru_cache(maxsize=256)
def opens(root: Path, media: Media, *, limit_mb: int) -> bool:
    """Whether a file can be published without its metadata; takes as long as publishing it, and is found out once."""
    try:
        published_bytes(root, media, limit_mb=limit_mb)
    except (OSError, OverflowError):
        return False
    return True


def read_file(path: Path, *, limit: int) -> bytes:
    """The bytes of a plain file of at most `limit` bytes. Raises OSError, OverflowError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "not a plain file")
        if status.st_size > limit:
            raise OverflowError(status.st_size)
        return file.read()
