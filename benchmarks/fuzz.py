"""Coverage-guided searching by atheris: bytes that lead somewhere new are bred until one breaks a promise.

`python -m benchmarks.fuzz TARGET SECONDS [FOLDER]` exits 0 where none did; FOLDER keeps what was bred from run to run.
"""

import contextlib
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import atheris

from tests.trust.bad_inputs import POST

with atheris.instrument_imports(include=["blogsmith"]):
    from blogsmith.model.config import Config
    from blogsmith.model.diagnostic import CannotGoOn
    from blogsmith.model.source import SourcePath
    from blogsmith.pipeline.texts import read_anew
    from blogsmith.reports.words import Words
    from blogsmith.sources.config import read_config
    from blogsmith.sources.dates import read_day, read_moment
    from blogsmith.sources.files import Found
    from blogsmith.sources.names import is_safe_address, is_safe_slug, slug_of
    from blogsmith.text.markdown import parse_markdown

_ZONE = ZoneInfo("Europe/Berlin")
_CONFIG, _WORDS = Config(), Words("en")
_LONGEST = 16_384
"""Bytes that one input has at most: beyond it is time that is looked at, by `tests/trust/pathological.py`."""


def splitter(content: bytes) -> None:
    """A file is a post, or is refused with words."""
    path = SourcePath("content/posts/a.md")
    found = Found(path=path, on_disk=path, size=len(content), stamp=(0, 0, 0, 0), unsaved=content)
    text = read_anew(Path(), found, _CONFIG)
    post = text.reading.post if text.reading else None
    assert (post is None) == bool(text.faults)
    assert all(_WORDS.help(fault) for fault in text.faults)


def markdown(content: bytes) -> None:
    """A body is parsed, whatever it is, and no tag of it comes through."""
    document = parse_markdown(content.decode("utf-8", "replace"), config=_CONFIG.markdown, nesting=40)
    assert "<script" not in "".join(piece for piece in document.pieces if isinstance(piece, str)).lower()


def slugs(content: bytes) -> None:
    """A slug is its own slug; one that is safe is one part of a path."""
    text = content.decode("utf-8", "replace")
    slug = slug_of(text)
    assert slug == slug_of(slug)
    for word in (slug, text):
        assert not is_safe_slug(word) or (not set(word) & set('/\\?#%:*"<>|\0 \n') and word not in (".", ".."))
        assert not is_safe_address(word) or (word.startswith("/") and ".." not in word.split("/"))


def dates(content: bytes) -> None:
    """A date is read, or refused."""
    text = content.decode("utf-8", "replace")
    read_moment(text, _ZONE)
    read_day(text, _ZONE)


def config(content: bytes) -> None:
    """A config is read, or refused with exit code 2."""
    with tempfile.NamedTemporaryFile(suffix=".toml") as file:
        file.write(content)
        file.flush()
        try:
            read_config(Path(file.name), shown_as="config.toml")
        except CannotGoOn as stop:
            assert stop.exit_code == 2


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "splitter": splitter,
    "markdown": markdown,
    "slugs": slugs,
    "dates": dates,
    "config": config,
}


SEEDS: Mapping[str, tuple[str, ...]] = {
    "splitter": (POST,),
    "markdown": (
        "# a\n\n- b [c](d) ![e](f) `g` **h**\n\n> [!NOTE]\n> i[^1]\n\n|j|\n|-|\n|k|\n\n[^1]: l\n",
        "```m\nn\n```\n",
    ),
    "slugs": ("로봇 수리", "/a/b/", "aux.txt", "a\u200bb"),
    "dates": ("2026-03-12", "2026-03-12 09:00", "2026-03-12T09:00:00+09:00", "2026-10-25 02:30"),
    "config": (
        '[site]\ntitle = "A"\nbase_url = "https://a.example/"\n[lists]\nper_page = 3\n[extra]\na = [1, {b = 2}]\n',
    ),
}
"""Sound inputs, from which others are bred: no chance would find the shape of a date."""


def main() -> None:
    """Never returns: libFuzzer ends the process."""
    name, seconds, *kept = sys.argv[1:]
    folder = Path(*kept) if kept else Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (folder / f"seed-{number}").write_text(seed, "utf-8")
    options = [f"-max_total_time={seconds}", f"-max_len={_LONGEST}", "-timeout=20", "-rss_limit_mb=1024"]
    with contextlib.chdir(folder):
        atheris.Setup([sys.argv[0], *options, str(folder.absolute())], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
