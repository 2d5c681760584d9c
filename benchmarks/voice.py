"""How well the first-person reader judges a folder of labelled texts: precision, recall and F1 of both classes.

`python benchmarks/voice.py FOLDER [--lang en|ko]`. FOLDER holds INDEX.tsv, whose columns `path` and `label` (`first`,
`third`; others are passed over) name Markdown files with or without front matter. Halves are told apart by the
checksum of the path. The last two lines are those of the whole folder.
"""

import argparse
import csv
import re
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from blogsmith.model.config import MarkdownConfig
from blogsmith.policy.voice.verdict import Voice, read_voice
from blogsmith.text.markdown import parse_markdown
from blogsmith.text.prose import read_prose
from blogsmith.text.scripts import HANGUL

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n(?P<head>.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title\s*[:=]\s*(?:>-?\s*\n\s+)?(?P<title>.+)$", re.MULTILINE)
_HEADING = re.compile(r"^#\s+(?P<title>.+)$", re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{[<%].*?[%>]\}\}", re.DOTALL)
"""Another generator's templates: they are no words."""
_NESTING = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One text, its label and what was said of it."""

    path: str
    label: str
    voice: Voice

    @property
    def said(self) -> str:
        return "first" if self.voice.verdict == "first" else "third"

    @property
    def half(self) -> str:
        return "dev" if zlib.crc32(self.path.encode()) % 2 == 0 else "held-out"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints every text that was judged wrongly, then the measures of each half and of the whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", choices=("en", "ko", "ja"), help="default: by the script of each text")
    options = parser.parse_args(arguments)
    cases = list(judged(options.folder, options.lang))
    for case in cases:
        if case.said != case.label:
            voice = case.voice
            print(f"{case.label}: {voice.verdict} ({voice.evidence} for, {voice.against} against)  {case.path}")
    for half in ("dev", "held-out"):
        part = [case for case in cases if case.half == half]
        for line in measures(part):
            print(f"{half} ({len(part)}) {line}")
    for line in measures(cases):
        print(line)
    return 0


def judged(folder: Path, language: str | None) -> Iterator[Case]:
    """Every labelled text of `folder`, read."""
    with (folder / "INDEX.tsv").open(encoding="utf-8-sig", newline="") as index:
        rows = list(csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        if row["label"] in ("first", "third"):
            text = (folder / row["path"]).read_text(encoding="utf-8-sig")
            yield Case(path=row["path"], label=row["label"], voice=voice_of(text, language))


def voice_of(text: str, language: str | None) -> Voice:
    """The voice of one Markdown text; its title is that of the front matter, else its first heading."""
    text = text.replace("\r\n", "\n")
    head = _FRONT_MATTER.match(text)
    body = _SHORTCODE.sub("", text[head.end() :] if head else text)
    title = _TITLE.search(head["head"]) if head else None
    title = title or _HEADING.search(body)
    prose = read_prose(parse_markdown(body, config=MarkdownConfig(), nesting=_NESTING))
    hangul, letters = len(HANGUL.findall(body)), sum(map(str.isalpha, body))
    language = language or ("ko" if 4 * hangul > letters else "en")
    return read_voice(prose, language=language, title=title["title"].strip("\"' ") if title else "")


def measures(cases: Sequence[Case]) -> Iterator[str]:
    """Two lines: of first-person texts that were let pass, and of the others that were flagged."""
    for name, positive in (("first", "first"), ("flagged", "third")):
        right = sum(case.label == case.said == positive for case in cases)
        said = sum(case.said == positive for case in cases)
        labelled = sum(case.label == positive for case in cases)
        precision, recall = right / said if said else 0.0, right / labelled if labelled else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        yield f"{name}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"


if __name__ == "__main__":
    sys.exit(main())
