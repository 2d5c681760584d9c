"""Small pictures, as bytes."""

import io

from PIL import Image


def picture(width: int, height: int) -> bytes:
    """A grey PNG of that many pixels."""
    content = io.BytesIO()
    Image.new("L", (width, height), 128).save(content, "PNG")
    return content.getvalue()
