"""What stops a build between the first page rendered and the exchange: the old site stays."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from blogsmith.media import files
from blogsmith.media.images import measure_image
from tests.site import build, tree

SITE = """
-- content/posts/robot/index.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
---
I built it.

![A robot on four legs](robot.png)
"""


@pytest.fixture
def folder(site: Callable[[str], Path]) -> Path:
    """A site with a picture, published once."""
    made = site(SITE)
    Image.new("RGB", (8, 8)).save(made / "content/posts/robot/robot.png")
    assert build(made).exit_code == 0
    return made


def test_a_page_over_the_limit_is_not_published(folder: Path) -> None:
    before = tree(folder / "public")
    config = folder / "config.toml"
    config.write_text(config.read_text(encoding="utf-8") + "[limits]\npage_mb = 1\n", encoding="utf-8")
    (folder / "themes/local/hooks").mkdir(parents=True)
    (folder / "themes/local/hooks/post_footer.html").write_text("legs " * 230_000, encoding="utf-8")
    result = build(folder)
    assert result.exit_code == 1
    assert (
        "error[output/page-too-large]: the page `robot/index.html` would be 1.1 MB, over the limit of 1 MB"
        in result.stderr
    )
    assert tree(folder / "public") == before


def test_a_picture_that_goes_away_while_the_site_is_built_stops_the_build(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(folder / "public")
    picture = folder / "content/posts/robot/robot.png"

    def measured_and_gone(content: bytes, ending: str) -> object:
        picture.unlink()
        return measure_image(content, ending)

    monkeypatch.setattr(files, "measure_image", measured_and_gone)
    result = build(folder)
    assert result.exit_code == 3
    assert "error[file/vanished]" in result.stderr
    assert tree(folder / "public") == before
