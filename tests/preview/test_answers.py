"""A preview answers as a web host does: whole addresses, its own 404 page, parts of files, and no byte twice."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from blogsmith.preview.guard import TOOLS
from blogsmith.preview.ranges import Part, part_of
from tests.preview.asking import TOKEN, Preview, previewed
from tests.preview.test_session import CONFIG, PATH, post
from tests.site import build, write_file

DEEP = CONFIG.replace("https://blog.example.com/", "https://blog.example.com/team/blog/")


@pytest.fixture
def root(site: Callable[[str], Path]) -> Path:
    """A blog with one post and a file beside it."""
    folder = site(f"-- config.toml --\n{CONFIG}")
    write_file(folder, PATH, post(body="I built it.\n\n[Data](data.csv)"))
    write_file(folder, "content/posts/data.csv", "0123456789")
    return folder


def media_of(preview: Preview) -> str:
    """The address of the file beside the post."""
    found = re.search(r"/media/[^\"]+\.csv", preview.text("/robot/"))
    assert found is not None
    return found[0]


def test_a_page_is_the_built_one_with_a_script_and_a_style_sheet_of_the_preview(root: Path) -> None:
    build(root)
    built = (root / "public/robot/index.html").read_text()
    with previewed(root) as preview:
        served = preview.text("/robot/")
    added = re.compile(r"<link [^>]*data-blogsmith><script [^>]*data-blogsmith[^>]*></script>")
    assert len(added.findall(served)) == 1
    assert added.sub("", served) == built


def test_as_published_not_a_byte_is_added(root: Path) -> None:
    build(root)
    with previewed(root, as_published=True) as preview:
        assert preview.get("/robot/").body == (root / "public/robot/index.html").read_bytes()


@pytest.mark.parametrize(
    ("target", "status"),
    [("/robot/", 200), ("/robot/index.html", 200), ("/robot", 302), ("/nothing/", 404), ("/rss.xml", 200)],
)
def test_addresses_are_as_a_web_host_has_them(root: Path, target: str, status: int) -> None:
    with previewed(root) as preview:
        assert preview.get(target).status == status


def test_what_is_not_there_is_answered_with_the_sites_own_page(root: Path) -> None:
    with previewed(root) as preview:
        assert "404" in preview.text("/nothing/")


def test_under_a_base_path_the_site_stands_there_and_nowhere_else(site: Callable[[str], Path]) -> None:
    root = site(f"-- config.toml --\n{DEEP}")
    write_file(root, PATH, post())
    with previewed(root) as preview:
        assert dict(preview.get("/").headers)["Location"] == "/team/blog/"
        assert (preview.get("/team/blog/robot/").status, preview.get("/robot/").status) == (200, 404)


def test_a_short_address_leads_to_the_post_within_the_preview(root: Path) -> None:
    with previewed(root) as preview:
        assert dict(preview.get("/p/robot/").headers)["Location"] == "/robot/"


def test_a_known_answer_is_not_sent_again(root: Path) -> None:
    with previewed(root) as preview:
        etag = dict(preview.get("/robot/").headers)["ETag"]
        again = preview.get("/robot/", ("if-none-match", etag))
        assert (again.status, again.body) == (304, b"")


def test_a_part_of_a_file_can_be_asked_for(root: Path) -> None:
    with previewed(root) as preview:
        part = preview.get(media_of(preview), ("range", "bytes=2-4"))
        assert (part.status, part.body, dict(part.headers)["Content-Range"]) == (206, b"234", "bytes 2-4/10")


def test_a_part_that_is_not_there_is_refused(root: Path) -> None:
    with previewed(root) as preview:
        part = preview.get(media_of(preview), ("range", "bytes=99-"))
        assert (part.status, dict(part.headers)["Content-Range"]) == (416, "bytes */10")


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-", Part(start=0, end=10)),
        ("bytes=0-0", Part(start=0, end=1)),
        ("bytes=-3", Part(start=7, end=10)),
        ("bytes=-99", Part(start=0, end=10)),
        ("bytes=5-99", Part(start=5, end=10)),
        ("bytes=10-", "nothing"),
        ("bytes=-0", "nothing"),
        ("bytes=5-2", None),
        ("bytes=-", None),
        ("bytes=0-1,3-4", None),
        ("lines=1-2", None),
        ("bytes=" + "9" * 400 + "-", None),
    ],
)
def test_a_range_is_a_part_of_the_file_or_nothing_or_is_passed_over(header: str, part: object) -> None:
    assert part_of(header, 10) == part


def test_the_card_of_a_draft_is_drawn_where_the_panel_shows_it(root: Path) -> None:
    write_file(root, PATH, post(body="I built it.", more="draft: true\n"))
    with previewed(root) as preview:
        found = re.search(
            r'<meta property="og:image" content="https://blog.example.com(/card/[^"]+)">', preview.text("/robot/")
        )
        assert found is not None
        drawn = preview.get(found[1])
        another = preview.get(re.sub(r"\.[0-9a-f]+\.png", ".000000000000.png", found[1]))
    assert (drawn.status, drawn.kind, drawn.body[:4]) == (200, "image/png", b"\x89PNG")
    assert another.status == 404


def test_the_panel_is_told_what_is_wrong_and_who_speaks(root: Path) -> None:
    write_file(root, PATH, post(body="I built the robot myself. See [it](nowhere.md).", more="draft: true\n"))
    with previewed(root) as preview:
        told = json.loads(preview.text(f"{TOOLS}page.json?token={TOKEN}&output=robot/index.html"))
    panel = told["panel"]
    assert [(item["rule"], item["quote"]) for item in panel["findings"]] == [("link/dead", "See it.")]
    assert [(item["text"], item["counts"]) for item in panel["voice"]["sentences"]] == [
        ("I built the robot myself.", True)
    ]
    assert panel["standing"] == "draft"


def test_a_broken_page_is_told_with_the_words_and_lines_of_the_terminal(root: Path) -> None:
    write_file(root, PATH, post(author="jnae"))
    with previewed(root) as preview:
        page = preview.get("/robot/")
        told = json.loads(preview.text(f"{TOOLS}page.json?token={TOKEN}&output=robot/index.html"))
    assert (page.status, dict(page.headers)["X-Blogsmith-Faults"]) == (500, "1")
    [fault] = told["faults"]
    assert (fault["rule"], fault["spot"]) == ("author/unknown", f"{PATH}:5:11")
    assert [line["text"] for line in fault["excerpt"] if line["at"]] == ["authors: [jnae]"]
    assert fault["open"] == f"vscode://file{root / PATH}:5:11"


def test_the_facts_for_the_script_cannot_leave_their_attribute(root: Path) -> None:
    with previewed(root) as preview:
        found = re.search(r'data-facts="([^"]*)"', preview.text("/robot/"))
    assert found is not None
    assert json.loads(unescape(found[1]))["output"] == "robot/index.html"


def test_the_desk_lists_drafts_and_what_leads_nowhere(root: Path) -> None:
    write_file(root, PATH, post(more="draft: true\n", body="[it](nowhere.md)"))
    with previewed(root) as preview:
        desk = json.loads(preview.text(f"{TOOLS}dashboard.json?token={TOKEN}"))
    assert [line["title"] for line in desk["drafts"]["lines"]] == ["A robot"]
