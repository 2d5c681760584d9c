"""A post that looks different is seen on every page that shows it, and no other page is put together anew."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from blogsmith.pages.all_pages import page_plans
from blogsmith.pipeline.plan import view_parts
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.shared import own_digest, shared_digest
from blogsmith.pipeline.showing import Showing
from blogsmith.pipeline.trip import Survey, survey_site

ROOT = Path(__file__).parents[2]


def _survey(unsaved: Mapping[str, str]) -> Survey:
    now = datetime(2026, 11, 29, tzinfo=UTC)
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
