"""A file beside a post becomes what is published of it: an address by content, a size, bytes without metadata."""

import hashlib
import io
import os
import stat
from pathlib import Path, PurePosixPath
from typing import Literal

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from blogsmith.media.images import RASTER, ImageFault, measure_image, strip_image
from blogsmith.model.page import Media
from blogsmith.text.slug import slugify

PLAIN = {".csv", ".tsv", ".txt", ".json", ".geojson", ".zip", ".gz", ".mp3", ".ogg", ".wav", ".mp4", ".webm", ".vtt"}
PLAIN |= {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".hwp", ".hwpx", ".epub", ".ics", ".gpx", ".stl"}
"""Endings that are published as they are: their metadata, where they hold any, are the writer's to look at."""

FileFault = ImageFault | Literal["ending", "vanished"]
"""`ending`: not a kind of file that is published. `vanished`: no longer there. The others as for images."""


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
        size = measure_image(content, ending)
        if isinstance(size, str):
            return size
        width, height = size.width, size.height
    digest = hashlib.blake2b(content, digest_size=6).hexdigest()
    name = slugify(PurePosixPath(path).stem)[:60] or "file"
    address = f"/media/{name}.{digest}{ending}"
    return Media(source=path, on_disk=on_disk, address=address, width=width, height=height, size=len(content))


def published_bytes(root: Path, media: Media, *, limit_mb: int) -> bytes:
    """The file as readers get it: pictures and PDF without their metadata. Raises OSError where it vanished."""
    content = read_file(root / media.on_disk, limit=limit_mb * 1024 * 1024)
    ending = PurePosixPath(media.source).suffix.lower()
    if ending in RASTER:
        return strip_image(content, ending)
    return _strip_pdf(content) if ending == ".pdf" else content


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


def _strip_pdf(content: bytes) -> bytes:
    """Without the document's information and XMP; a PDF that cannot be read stays as it is."""
    try:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
        writer.metadata = None
        writer.xmp_metadata = None
        target = io.BytesIO()
        writer.write(target)
    except (PyPdfError, ValueError, KeyError):
        return content
    return target.getvalue()
