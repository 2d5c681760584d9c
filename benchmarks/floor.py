"""What the libraries alone take of a clean build: each is called by hand, in one process, on a site that was built.

Nothing is read, checked, laid out, rendered, drawn, remembered or published here, so no build can take less than this.

    python -m benchmarks.floor SITE
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound
from zlib_ng import zlib_ng

OUTPUT = "public"


def timed(name: str, work: Callable[[], object]) -> float:
    """Prints and returns the seconds of CPU that some work takes."""
    start = time.process_time()
    work()
    took = time.process_time() - start
    print(f"{name:<48}{took:6.2f} s", flush=True)
    return took


@cache
def lexer(language: str) -> Lexer:
    """The lexer of a code block, made once."""
    try:
        return get_lexer_by_name(language)
    except ClassNotFound:
        return get_lexer_by_name("text")


def highlighted(blocks: Iterable[Token]) -> None:
    """Every code block in HTML."""
    formatter: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
    for block in blocks:
        highlight(block.content, lexer((block.info.split() or ["text"])[0]), formatter)


def packed(pictures: Iterable[bytes]) -> None:
    """The pixels of every social card, packed as `media/canvas.py` does."""
    for pixels in pictures:
        packer = zlib_ng.compressobj(level=1, strategy=zlib_ng.Z_RLE)
        packer.compress(pixels)
        packer.flush()


def written(folder: Path, files: Mapping[str, bytes]) -> None:
    """Every file, its folder made before."""
    there = {""}
    for path, content in files.items():
        parent = path.rpartition("/")[0]
        if parent not in there:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            there.add(parent)
        handle = os.open(f"{folder}/{path}", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        os.write(handle, content)
        os.close(handle)


def pixels_of(picture: Path) -> bytes:
    """One byte a pixel."""
    with Image.open(picture) as image:
        return image.tobytes()


def main() -> int:
    """Prints a line for each library, and their sum."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    site = Path(sys.argv[1]).resolve()
    texts = [path.read_text(encoding="utf-8") for path in sorted((site / "content").rglob("*.md"))]
    heads, bodies = zip(*(text.removeprefix("---\n").split("\n---\n", 1) for text in texts), strict=True)
    files = {str(path.relative_to(site / OUTPUT)): path for path in sorted((site / OUTPUT).rglob("*"))}
    contents = {name: path.read_bytes() for name, path in files.items() if path.is_file()}
    pictures = [pixels_of(path) for name, path in files.items() if name.endswith(".png")]
    parser = MarkdownIt("commonmark").enable("table")
    tokens = list[list[Token]]()
    took = timed(f"markdown-it-py, {len(bodies)} bodies", lambda: tokens.extend(map(parser.parse, bodies)))
    blocks = [token for body in tokens for token in body if token.type == "fence"]
    highlighted(blocks[: len(blocks) // 10])  # lexers compile what they need of themselves
    took += timed(f"Pygments, {len(blocks)} blocks", lambda: highlighted(blocks))
    took += timed(f"PyYAML, {len(heads)} heads", lambda: [yaml.load(head, yaml.CSafeLoader) for head in heads])
    took += timed(f"zlib-ng, {len(pictures)} cards", lambda: packed(pictures))
    with tempfile.TemporaryDirectory(dir=site) as folder:
        took += timed(f"{len(contents)} files", lambda: written(Path(folder), contents))
    print(f"{'together':<48}{took:6.2f} s, {took / 2:.2f} s on two processors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
