"""A post that looks different is seen on every page that shows it, and no other page is put together anew."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from blogsmith.pages.all_pages import page_plans
from blogsmith.pipeline.plan import view_parts
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.shared import chosen_digest, own_digest, shared_digest
from blogsmith.pipeline.showing import Showing
from blogsmith.pipeline.trip import Survey, survey_site

ROOT = Path(__file__).parents[2]


def _survey(unsaved: Mapping[str, str], *, hour: int = 0) -> Survey:
    now = datetime(2026, 11, 29, hour, tzinfo=UTC)
    return survey_site(Request(root=ROOT, config=ROOT / "config.toml", now=now, remember=False, unsaved=unsaved))


class _Seen:
    """What a build knows of every page of a survey."""

    def __init__(self, survey: Survey) -> None:
        self._showing, self._keys = Showing(survey.laid.ground), survey.laid.studied.keys
        self._shared = shared_digest(self._showing.ground)
        self.plans = {plan.output: plan for plan in page_plans(self._showing.ground)}
        found = {output: self._showing.page(plan) for output, plan in self.plans.items()}
        self.views = {output: view_parts(page.view) for output, (page, _) in found.items()}
        self.shows = {output: shows for output, (_, shows) in found.items()}

    def parts(self, output: str, shows: tuple[str, ...]) -> tuple[bytes, bytes]:
        """What is compared to know whether a page that showed these posts must be put together."""
        own = own_digest(self._shared, self.plans[output], self._showing.ground, self._keys)
        return own, self._showing.looks_of(shows)  # type: ignore[arg-type]

    def choice(self, output: str, shows: tuple[str, ...]) -> object:
        """What is compared where another post came or went; of a page that makes no choice what nothing is equal to."""
        plan = self.plans.get(output)
        if plan is None or plan.choose is None:
            return object()
        own = chosen_digest(self._shared, plan, plan.choose(), self._showing.ground, self._keys)
        return own, self._showing.looks_of(shows)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def before() -> _Seen:
    return _Seen(_survey({}))


def _posts() -> list[str]:
    paths = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "content/posts").rglob("*.md"))
    return paths[:: max(1, len(paths) // 8)]


def _looking_different(text: str) -> str:
    text = re.sub(r"^summary: .*$", "summary: Nothing of what stood here.", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^cover_seed: .*\n", "", text, flags=re.MULTILINE)
    return re.sub(r"^title: .*$", "title: Something else\ncover_seed: 77", text, count=1, flags=re.MULTILINE)


@pytest.mark.parametrize("path", _posts())
def test_what_a_page_shows_of_a_post_is_among_its_parts(before: _Seen, path: str) -> None:
    after = _Seen(_survey({path: _looking_different((ROOT / path).read_text())}))
    assert after.plans.keys() == before.plans.keys()
    different = {output for output in before.views if before.views[output] != after.views[output]}
    made = {
        output for output, shows in before.shows.items() if before.parts(output, shows) != after.parts(output, shows)
    }
    assert different <= made
    assert 4 < len(different) <= len(made) < len(before.views) / 2


NEW = """---
id: entirely-new
title: Entirely new
date: 2026-0{month}-01
authors: [{author}]
category: {category}
tags: [{tag}]
---
I wrote this, and nobody expected it.
"""


def _heads() -> list[str]:
    return [(ROOT / path).read_text().split("\n---\n")[0] for path in _posts()]


def _of(head: str, key: str) -> str:
    found = re.search(rf"^{key}: \[?([^\],\n]+)", head, flags=re.MULTILINE)
    return found[1] if found else "none"


@pytest.mark.parametrize("head", _heads())
def test_what_a_page_takes_of_other_posts_is_in_its_choice(before: _Seen, head: str) -> None:
    new = NEW.format(month=1, author=_of(head, "authors"), category=_of(head, "category"), tag=_of(head, "tags"))
    _hold_to_choices(before, _Seen(_survey({"content/posts/entirely-new.md": new})))


@pytest.mark.parametrize("path", _posts())
@pytest.mark.parametrize(
    "change",
    [
        ("^date: .*$", "date: 2020-02-02"),
        ("^tags: .*$", "tags: [something-else]"),
        ("^title: (.*)$", r"title: \1\nupdated: 2026-11-11"),
        ("^title: (.*)$", r"title: \1\nslug: elsewhere"),
        ("^title: (.*)$", r"title: \1\ndraft: true"),
        ("^title: (.*)$", r"title: \1\nseries: SERIES"),
    ],
)
def test_where_a_post_changes_its_place_so_do_choices(before: _Seen, path: str, change: tuple[str, str]) -> None:
    old = (ROOT / path).read_text()
    series = re.findall(r"^\[series\.(.*)\]$", (ROOT / "config.toml").read_text(), flags=re.MULTILINE)[0]
    text = re.sub(change[0], change[1].replace("SERIES", series), old, count=1, flags=re.MULTILINE)
    if text != old:
        _hold_to_choices(before, _Seen(_survey({path: text})))


def _hold_to_choices(before: _Seen, after: _Seen) -> None:
    for one, other in ((before, after), (after, before)):
        kept = {
            output for output, shows in one.shows.items() if one.choice(output, shows) == other.choice(output, shows)
        }
        assert len(kept) > len(one.views) / 4
        assert [output for output in kept if one.views[output] != other.views[output]] == []


def test_a_post_that_grows_old_at_noon_is_seen_in_its_choice() -> None:
    old = NEW.format(month=1, author="min-areum", category="design", tag="old").replace(
        "2026-01-01", "2023-11-30 12:00"
    )
    morning, evening = (_Seen(_survey({"content/posts/entirely-new.md": old}, hour=hour)) for hour in (0, 6))
    assert [output for output in morning.views if morning.views[output] != evening.views[output]] != []
    _hold_to_choices(morning, evening)
