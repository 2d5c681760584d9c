"""A picture's size is read, and its metadata (place, camera, names) taken out. Pillow reads raster images."""

import io
import re
import warnings
from xml.etree import ElementTree

from PIL import Image, ImageOps

from blogsmith.media.formats import RASTER, ImageFault
from blogsmith.model.frozen import frozen
from blogsmith.text.patterns import pattern

_MOST_PIXELS = 100_000_000
_SVG = "{http://www.w3.org/2000/svg}"
_RUNNING = {"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"}
_LENGTH = pattern(r"\s*(\d+(?:\.\d+)?)\s*(px)?\s*")


@frozen
class Size:
    """Width and height in pixels; None where the format does not say."""

    width: int | None
    height: int | None


def measure_image(content: bytes, ending: str) -> Size | ImageFault:
    """The size at which a picture is shown, or what is wrong with it. `ending` is lower case with its dot."""
    if ending == ".svg":
        return _measure_svg(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as image:
                if image.format != RASTER[ending]:
                    return "format"
                if image.width * image.height > _MOST_PIXELS:
                    return "too-large"
                turned = image.getexif().get(0x0112, 1) >= 5
                width, height = (image.height, image.width) if turned else image.size
                return Size(width=width, height=height)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return "too-large"
    except (OSError, ValueError, SyntaxError):
        return "broken"


def strip_image(content: bytes, ending: str) -> bytes:
    """The picture without metadata, turned upright; an SVG as it is, since its tree was checked.

    The same bytes give the same bytes. A JPEG that stands upright keeps its pixels to the bit.
    """
    if ending == ".svg":
        return content
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        profile = image.info.get("icc_profile")
        upright = image.getexif().get(0x0112, 1) == 1
        animated = getattr(image, "is_animated", False)
        shown = image if upright or animated else ImageOps.exif_transpose(image)
        target = io.BytesIO()
        options: dict[str, object] = {"icc_profile": profile} if profile else {}
        options |= _save_options(RASTER[ending], upright=upright, animated=animated)
        for key in ("exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp"):
            shown.info.pop(key, None)
        shown.save(target, format=RASTER[ending], **options)
        return target.getvalue()


def _save_options(form: str, *, upright: bool, animated: bool) -> dict[str, object]:
    if form == "JPEG":
        return {"quality": "keep" if upright else 92, "exif": b"", "comment": b""}
    if form == "PNG":
        return {"exif": b"", "save_all": animated}
    if form == "GIF":
        return {"save_all": animated, "comment": b""}
    if form == "WEBP":
        return {"save_all": animated, "quality": 90, "exif": b"", "xmp": b"", "lossless": False}
    return {"save_all": animated, "quality": 85, "exif": b"", "xmp": b""}


def _measure_svg(content: bytes) -> Size | ImageFault:
    if re.search(rb"<!(DOCTYPE|ENTITY)", content, re.IGNORECASE):
        return "script"
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError:
        return "broken"
    if root.tag != _SVG + "svg":
        return "format"
    for element in root.iter():
        fault = _element_fault(element)
        if fault:
            return fault
    return _svg_size(root)


def _element_fault(element: ElementTree.Element) -> ImageFault | None:
    name = str(element.tag).rpartition("}")[2].lower()
    if name in _RUNNING:
        return "script"
    if name == "style" and _loads(element.text or ""):
        return "foreign"
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2].lower()
        if plain.startswith("on") or re.match(r"\s*(javascript|vbscript|data:text/html)", value, re.IGNORECASE):
            return "script"
        if plain == "attributename" and value.lower().startswith(("on", "href", "xlink:href")):
            return "script"
        local = value.startswith(("#", "data:image/png", "data:image/jpeg"))
        if plain in ("href", "src") and name != "a" and value and not local:
            return "foreign"
        if _loads(value):
            return "foreign"
    return None


def _loads(style: str) -> bool:
    return bool(re.search(r"@import|url\(\s*['\"]?(?!#|data:image/(png|jpeg))", style, re.IGNORECASE))


def _svg_size(root: ElementTree.Element) -> Size:
    width, height = _LENGTH.fullmatch(root.get("width", "")), _LENGTH.fullmatch(root.get("height", ""))
    if width and height:
        return Size(width=round(float(width[1])), height=round(float(height[1])))
    box = root.get("viewBox", "").replace(",", " ").split()
    if len(box) == 4:
        try:
            return Size(width=round(float(box[2])), height=round(float(box[3])))
        except ValueError:
            pass
    return Size(width=None, height=None)
