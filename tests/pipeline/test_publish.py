"""What stops a build between the first page rendered and the exchange: the old site stays."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from blogsmith.media import images
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
    picture.write_bytes(picture.read_bytes() + b"another one")

    def measured_and_gone(content: bytes, ending: str) -> object:
        picture.unlink()
        return measure_image(content, ending)

    monkeypatch.setattr(images, "measure_image", measured_and_gone)
    result = build(folder)
    assert result.exit_code == 3
    assert "error[file/vanished]" in result.stderr
    assert tree(folder / "public") == before


def test_a_feed_over_the_limit_names_the_posts_that_are_most_of_it(site: Callable[[str], Path]) -> None:
    posts = "".join(
        f"-- content/posts/p{number}.md --\n---\nid: p{number}\ntitle: Part {number}\ndate: 2026-03-1{number}\n"
        f"authors: [jane]\ncategory: tech\n---\nI built it.\n\n```text\n{'legs ' * words}\n```\n\n"
        for number, words in enumerate((40_000, 10, 50_000, 45_000, 30_000, 48_000))
    )
    folder = site(posts)
    config = '[site]\ntitle = "A blog"\nbase_url = "https://blog.example.com/"\n[limits]\npage_mb = 1\n'
    (folder / "config.toml").write_text(config, encoding="utf-8")
    result = build(folder)
    assert result.exit_code == 1
    told = [line.strip() for line in result.stderr.partition("error[")[2].splitlines()]
    assert [line for line in told if "-->" in line] == [
        "--> content/posts/p2.md",
        "= note: 234 KB of it are this post --> content/posts/p5.md",
        "= note: 219 KB of it are this post --> content/posts/p3.md",
    ]
