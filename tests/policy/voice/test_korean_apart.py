"""How well the reader judges Korean texts that were written after it, without a look at its words meanwhile.

Measured once, unchanged, on 2026-11-28: all 60 as labelled. Nothing is tuned to them.
"""

import csv
import re
from collections import Counter

from benchmarks.voice import judged, measures
from tests.policy.voice.reading import KOREAN, voice_of

APART = KOREAN.with_name("ko_apart")
SELVES = re.compile(r"(?:(?<=\s)|^)(?:저는|제가|나는|내가|저도|나도|우리는|저희는|제|내|우리) ", re.MULTILINE)


def test_there_are_thirty_texts_of_each_class_of_400_to_1500_syllables() -> None:
    with (APART / "INDEX.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    lengths = [len(re.findall("[가-힣]", (APART / row["path"]).read_text(encoding="utf-8"))) for row in rows]
    assert Counter(row["label"] for row in rows) == {"first": 30, "third": 30}
    assert {row["style"] for row in rows} == {"polite", "plain"}
    assert {row["path"] for row in rows} == {path.relative_to(APART).as_posix() for path in APART.glob("*/*.md")}
    assert 400 <= min(lengths) <= max(lengths) <= 1500


def test_texts_kept_apart_are_judged_as_well_as_the_others() -> None:
    first, flagged = measures(list(judged(APART, "ko")))
    assert float(first.rpartition(" ")[2]) >= 0.97
    assert float(flagged.rpartition(" ")[2]) >= 0.95


def test_a_writer_who_never_says_i_is_still_heard() -> None:
    unheard = []
    for path in sorted((APART / "first").glob("*.md")):
        heading, _, body = path.read_text(encoding="utf-8").partition("\n")
        if voice_of(SELVES.sub("", body), "ko", title=heading.removeprefix("# ")).verdict != "first":
            unheard.append(path.stem)
    assert len(unheard) <= 2, unheard
