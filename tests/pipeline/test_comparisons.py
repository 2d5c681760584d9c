"""Rules about all posts, held by one process and by several."""

import re
from pathlib import Path

import pytest

from tests.site import CONFIG, build, write_site

IN_FORCE = CONFIG.replace("2100-01-01", "2026-01-01")
TELLING = (
    "I measured the well before breakfast, wrote numbers into the yellow notebook, carried buckets home through the"
    " village, compared every reading against the old gauge, and found that spring water rises faster when northern"
    " hills lose their snow, which surprised nobody but me and the engineer who drew the first maps of this valley."
)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A site with a post that copies another, and ten others."""
    texts = [TELLING, TELLING, *(f"I dug well {number} and nothing came of it." for number in range(10))]
    return write_site(
        tmp_path / "site",
        f"-- config.toml --\n{IN_FORCE}"
        + "".join(
            f"-- content/posts/p{number}.md --\n---\nid: p{number}\ntitle: Post {number}\ndate: 2026-03-12\n"
            f"authors: [jane]\ncategory: tech\n---\n{text}\n"
            for number, text in enumerate(texts)
        ),
    )


def _untimed(output: str) -> str:
    return re.sub(r"\d+\.\d s\.", "", output)


def test_many_processes_find_what_one_finds_and_remember_it(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = build(copied, "--jobs", "1", "--no-memory")
    monkeypatch.setattr("blogsmith.pipeline.comparisons._MANY", 1)
    together = build(copied, "--jobs", "2")
    assert "originality/near-duplicate" in alone.output
    assert _untimed(together.output) == _untimed(alone.output)
    monkeypatch.setattr("blogsmith.policy.alike._Board.compared", None)
    (copied / "content/posts/p3.md").unlink()
    assert "originality/near-duplicate" in build(copied, "--jobs", "2").output
