"""How well the reader judges Korean texts that were written before it was, and what quotations change."""

import csv
from collections import Counter

import pytest

from benchmarks.voice import judged, measures
from tests.policy.voice.quoting import styles, with_quotations
from tests.policy.voice.reading import KOREAN, fixture, voice_of

NOTICES = ("notice", "invitation", "recruit", "policy")


def _index() -> list[dict[str, str]]:
    with (KOREAN / "INDEX.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_there_are_thirty_texts_of_each_class_in_each_style_and_twenty_five_polite_notices() -> None:
    rows = _index()
    classes = Counter((row["label"], row["style"]) for row in rows)
    notices = sum(row["label"] == "third" and row["style"] == "polite" and row["subject"] in NOTICES for row in rows)
    assert min(classes.values()) >= 30
    assert len(classes) == 4
    assert notices >= 25
    assert {row["path"] for row in rows} == {path.relative_to(KOREAN).as_posix() for path in KOREAN.glob("*/*.md")}


def test_first_person_texts_pass_and_the_others_are_flagged() -> None:
    first, flagged = measures(list(judged(KOREAN, "ko")))
    assert float(first.rpartition(" ")[2]) >= 0.97
    assert float(flagged.rpartition(" ")[2]) >= 0.95


@pytest.mark.parametrize("style", ["polite", "plain"])
def test_politeness_decides_nothing(style: str) -> None:
    styled = {row["path"] for row in _index() if row["style"] == style}
    cases = [case for case in judged(KOREAN, "ko") if case.path in styled]
    right = sum(case.said == case.label for case in cases)
    assert right / len(cases) >= 0.95


@pytest.mark.parametrize("style", list(styles(korean=True)))
def test_three_quotations_in_the_first_person_change_no_verdict(style: str) -> None:
    changed = []
    paths = sorted((KOREAN / "third").glob("*.md"))
    for path in paths:
        title, body = fixture(path)
        before = voice_of(body, "ko", title=title).verdict
        after = voice_of(with_quotations(body, style, korean=True), "ko", title=title).verdict
        changed += [path.stem] if before != after else []
    assert len(changed) <= 0.05 * len(paths), changed
