"""Lists that show the same posts stand together, so that what is said of one may be said again."""

from datetime import UTC, datetime
from pathlib import Path

from blogsmith.pages.listings import listing_pages
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.trip import survey_site
from tests.site import CONFIG, write_site


def test_lists_that_begin_with_posts_of_one_time_stand_together(tmp_path: Path) -> None:
    root = write_site(
        tmp_path / "site",
        f"-- config.toml --\n{CONFIG}[lists]\nper_page = 2\n"
        + "".join(
            f"-- content/posts/p{day}.md --\n---\nid: p{day}\ntitle: Post {day}\ndate: 2026-03-{day}\nauthors: [jane]\n"
            f"category: tech\ntags: [wells]\n---\nI dug it.\n"
            for day in range(10, 16)
        ),
    )
    now = datetime(2026, 6, 1, tzinfo=UTC)
    survey = survey_site(Request(root=root, config=root / "config.toml", now=now, remember=False))
    lists = [plan.output.removesuffix("index.html") for plan in listing_pages(survey.laid.ground)]
    filled = [address for address in lists if address.startswith(("page/", "category/tech", "tag/")) or not address]
    assert filled == [
        "",
        "category/tech/",
        "tag/wells/",
        "page/2/",
        "category/tech/page/2/",
        "tag/wells/page/2/",
        "page/3/",
        "category/tech/page/3/",
        "tag/wells/page/3/",
    ]
