"""Which files are raster images, and what may be wrong with a picture; without what it takes to read one."""

from typing import Literal

RASTER = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".gif": "GIF", ".webp": "WEBP", ".avif": "AVIF"}
"""File endings of raster images, and Pillow's name of the format."""

ImageFault = Literal["format", "broken", "script", "foreign", "too-large"]
"""`format`: the content is not what the ending says. `broken`: cannot be read. `script`: an SVG that runs something.
`foreign`: an SVG that loads something from elsewhere. `too-large`: over 100 million pixels."""
