"""A small edit is published without a look at the rest of the site, and what is published is what a clean build is."""

import errno
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from blogsmith.pipeline import trip
from blogsmith.pipeline.amend import amended_site
from blogsmith.pipeline.codec import packed
from blogsmith.pipeline.edition import KeptEdition
from blogsmith.pipeline.memory import EDITION, FILE, HEADS, Memory
from blogsmith.pipeline.outcome import Outcome
from blogsmith.pipeline.publish import Progress
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.source_states import Scan, scan_of
from blogsmith.pipeline.tools import Tools
from blogsmith.pipeline.tree_states import Left
from tests.incremental.blog import Built, built, contents, difference
from tests.incremental.forks import Forks, Order, forks
from tests.incremental.life import START, Build, Life
from tests.incremental.machine import CLEAN
from tests.incremental.small_edits import ENDING, SMALL, WHY, write_more
from tests.trust.figures import Figure

LIVES, STEPS = 3, 60
APART, STEPS_APART = 2, 20
SMALL_EDITS = "{} steps of small edits, {} published without a look at the rest, {} held to clean ones: 0 differ"
KILLED = "{} steps of small edits, each killed on its way or in what follows, {} held to clean ones: 0 bytes differ"


@pytest.fixture
def amended(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """For each build, whether it was made without a look at the whole site."""
    looks: list[bool] = []
    whole = trip._whole_site

    def amended(request: Request, tools: Tools, scan: Scan, kept: KeptEdition) -> Outcome | None:
        outcome = amended_site(request, tools, scan, kept)
        looks.extend([True] if outcome is not None else [])
        return outcome

    def looked_at(
        request: Request, tools: Tools, scan: Scan | None, left: Left | None, progress: Progress | None
    ) -> Outcome:
        looks.extend([False] if scan is not None else [])
        return whole(request, tools, scan, left, progress)

    monkeypatch.setattr(trip, "amended_site", amended)
    monkeypatch.setattr(trip, "_whole_site", looked_at)
    yield looks


@pytest.mark.sampled
@pytest.mark.parametrize("seed", range(LIVES))
def test_in_one_process(ram: Path, seed: int, amended: list[bool], figure: Figure) -> None:
    theme = "default" if seed == 1 else "plain"
    life = Life(ram, seed, theme=theme, korean=seed == 2, edits=SMALL, begin=write_more)
    life.hold()
    for number in range(1, STEPS + 1):
        life.step()
        life.hold(clean=number % CLEAN == 0)
    figure("P3", SMALL_EDITS, life.steps, sum(amended), life.clean)
    assert (life.published > STEPS // 2, sum(amended) > STEPS // 5) == (True, True)


@pytest.mark.sampled
@pytest.mark.parametrize("seed", range(APART))
def test_with_kills(ram: Path, seed: int, figure: Figure) -> None:
    with forks() as processes:
        life = Life(ram, seed, theme="plain", korean=False, edits=SMALL, begin=write_more, build=_apart(processes))
        life.hold()
        for number in range(STEPS_APART):
            before = contents(life.root)
            life.step()
            since = life.chance.choice(("start", "exchange"))
            changes = life.chance.randrange(40 if since == "start" else 8)
            order = Order(root=str(life.root), now=life.now.isoformat(), hold_back=True)
            processes.build(_killed(order, since, changes))
            if number % 3 == 0:
                life.undo(before, times=number % 2 == 0)
            life.hold()
    figure("P3", KILLED, life.steps, life.clean)
    assert life.published > STEPS_APART // 2


def _apart(processes: Forks) -> Build:
    def build(root: Path, now: datetime, hold_back: bool) -> Built:
        done = processes.build(Order(root=str(root), now=now.isoformat(), hold_back=hold_back))
        assert done is not None
        return done

    return build


def _killed(order: Order, since: str, changes: int) -> Order:
    return Order(root=order.root, now=order.now, hold_back=True, killed_after=since, changes=changes)


@pytest.fixture
def blog(ram: Path) -> Path:
    """A blog that was built once, whose edits are amended."""
    life = Life(ram, 0, theme="plain", korean=False, begin=write_more)
    assert built(life.root, START).exit_code == 0
    return life.root


def edit(root: Path, old: str, new: str, name: str = "w03") -> None:
    """Other words in a post."""
    path = root / f"content/posts/{name}.md"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def hold(root: Path) -> Built:
    """The next build, held to a clean one."""
    found = built(root, START)
    clean = root.parent / "clean"
    assert built(root, START, clean=clean).findings == found.findings
    assert difference(root / "public", clean) == []
    assert difference(root / "public", root / ".public.blogsmith-new") == []
    return found


def test_a_body_and_then_a_title(blog: Path, amended: list[bool]) -> None:
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    hold(blog)
    edit(blog, "title: Well 3", "title: The third well")
    hold(blog)
    edit(blog, "I dug well 7.", "I went to bed.", "w07")
    hold(blog)
    assert amended == [True, True, True]
    assert "The third well" in (blog / "public/w03/index.html").read_text()


def test_the_next_whole_look_finds_nothing_to_do(blog: Path, amended: list[bool]) -> None:
    edit(blog, "title: Well 3", "title: The third well")
    built(blog, START)
    (blog / "config.toml").touch()
    outcome = trip.build_site(Request(root=blog, config=blog / "config.toml", now=START))
    assert (amended, dict(outcome.because)) == ([True, False], {})


NOT_SMALL = {
    "another category": ("category: design", "category: tech"),
    "a line more in the head": ("title: Well 3", "title: Well 3\nsubtle: 1"),
    "a draft now": ("tags: [wells]", "draft: true"),
    "another date": ("date: 2026-04-04", "date: 2026-04-05"),
    "an error": ("I dug", "![nothing](nothing.png) I dug"),
    "another picture": ("I dug", "![the shot](first/shot.png) I dug"),
    "a heading": ("I dug", "## A heading\n\nI dug"),
}


@pytest.mark.parametrize("name", NOT_SMALL)
def test_what_is_not_small_is_looked_at_whole(blog: Path, amended: list[bool], name: str) -> None:
    edit(blog, *NOT_SMALL[name])
    built(blog, START)
    assert amended == [False]


def test_a_copy_is_told_on_both_posts(blog: Path, amended: list[bool]) -> None:
    one, other = (blog / f"content/posts/{name}.md" for name in ("w03", "w04"))
    one.write_text(one.read_text().split("\n---\n")[0] + "\n---\n" + other.read_text().split("\n---\n")[1])
    found = hold(blog)
    told = [line for line in found.findings if "originality/" in line]
    assert (any("w03.md" in line for line in told), any("w04.md" in line for line in told)) == (True, True)
    assert amended[0] is False


def ending(root: Path, *numbers: int) -> None:
    """These posts, by three writers in turn, end with one sentence; built."""
    for number in numbers:
        path = root / f"content/posts/w{number:02}.md"
        path.write_text(f"{path.read_text()}\n{ENDING}\n")
    built(root, START)


def told(found: Built, *names: str) -> list[bool]:
    """Of each post, whether it is told that it ends as others do."""
    formulas = [line for line in found.findings if "originality/formula" in line]
    return [any(f"{name}.md:" in line.partition(" ")[0] or f"{name}.md" in line for line in formulas) for name in names]


def test_a_post_that_ends_as_others_do_is_edited(blog: Path, amended: list[bool]) -> None:
    ending(blog, 3, 4, 5)
    edit(blog, "I dug well 3.", "I dug well 3 twice.\n\nIt was deep.")  # where it ends is told elsewhere too
    assert told(hold(blog), "w03", "w04", "w05") == [True] * 3
    edit(blog, "title: Well 3", "title: The third well")
    assert told(hold(blog), "w03", "w04", "w05") == [True] * 3
    assert amended[-2:] == [True, True]


def test_a_formula_comes_and_goes(blog: Path, amended: list[bool]) -> None:
    ending(blog, 3, 4)
    with (blog / "content/posts/w05.md").open("a") as file:
        file.write(f"\n{ENDING}\n")
    assert told(hold(blog), "w03", "w04", "w05") == [True] * 3
    edit(blog, ENDING, "I went home.", "w04")
    assert told(hold(blog), "w03", "w04", "w05") == [False] * 3
    assert amended[-2:] == [True, True]


def test_a_waiver_is_unused_once_another_post_ends_otherwise(blog: Path) -> None:
    edit(blog, "title: Well 3", f'allow: [{{rule: originality/formula, reason: "{WHY}"}}]\ntitle: Well 3')
    ending(blog, 3, 4, 5)
    assert told(built(blog, START), "w03", "w04", "w05")[1:] == [True, True]
    edit(blog, ENDING, "I went home.", "w05")
    found = hold(blog)
    assert any("waiver/unused" in line and "w03" in line for line in found.findings)
    edit(blog, "I went home.", ENDING, "w05")
    assert not any("waiver/unused" in line for line in hold(blog).findings)


def test_a_formula_of_half_a_blog_is_looked_at_whole(
    blog: Path, amended: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("blogsmith.pipeline.circle._MOST", 5)
    ending(blog, *range(3, 9))
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    hold(blog)
    assert False in amended[-2:]


def test_a_post_that_is_older_than_the_rules_is_edited(blog: Path, amended: list[bool]) -> None:
    config = blog / "config.toml"
    config.write_text(config.read_text().replace("[policy]\n", "[policy]\nsince = 2026-04-10\n"))
    ending(blog, 3, 4, 5)
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    assert told(hold(blog), "w03", "w04", "w05") == [False] * 3
    edit(blog, "title: Well 3", "title: The third well")
    hold(blog)
    assert amended[-2:] == [True, True]


def test_a_post_that_names_another_is_rendered_with_its_title(blog: Path, amended: list[bool]) -> None:
    edit(blog, "I dug well 3.", "I dug well 3, see [](post:w09).")
    built(blog, START)
    edit(blog, "title: Well 9", "title: The deepest one", "w09")
    hold(blog)
    assert amended == [True, True]
    assert "The deepest one" in (blog / "public/w03/index.html").read_text()


def test_a_published_file_that_somebody_changed_is_put_right(blog: Path, amended: list[bool]) -> None:
    (blog / "public/w05/index.html").write_text("mine")
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    hold(blog)
    assert amended[0] is False


def test_a_file_of_somebody_else_stays(blog: Path, amended: list[bool]) -> None:
    (blog / "public/w05/notes.txt~").write_text("mine")
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    found = built(blog, START)
    assert (blog / "public/w05/notes.txt~").read_text() == "mine"
    assert (amended, any("output/foreign-file" in line for line in found.findings)) == ([False], True)


def test_the_other_tree_is_not_trusted_either(blog: Path, amended: list[bool]) -> None:
    (blog / ".public.blogsmith-new/w05/index.html").unlink()
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    hold(blog)
    assert amended[0] is False


def test_what_a_post_no_longer_says_is_not_in_the_memory(blog: Path, amended: list[bool]) -> None:
    edit(blog, "I dug well 3.", "I met Rumpelstiltskin.")
    built(blog, START)
    edit(blog, "I met Rumpelstiltskin.", "I met nobody.")
    built(blog, START)
    assert amended == [True, True]
    places = [path for path in (blog / ".blogsmith").iterdir() if b"Rumpelstiltskin" in path.read_bytes()]
    assert places == []


FAULTS = {
    "a profile that is not there": ("authors: [jane]", "authors: [nobody]"),
    "a head that cannot be read": ("title: Well 3", "title: [Well 3"),
    "a link that leads nowhere": ("I dug well 3.", "I dug [well 3](post:nowhere)."),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("after", ["I dug well 3.", "I dug well 3 twice."])
def test_a_fault_that_is_mended_is_a_small_edit(blog: Path, amended: list[bool], fault: str, after: str) -> None:
    post = blog / "content/posts/w03.md"
    before = post.read_text()
    for number in range(2):
        edit(blog, *FAULTS[fault])
        edit(blog, "I dug", f"I met Rumpelstiltskin {number} times. I dug")
        assert built(blog, START, hold_back=False).exit_code == 1
        post.write_text(before)
    post.write_text(before.replace("I dug well 3.", after))
    hold(blog)
    edit(blog, after, "I dug well 3 again.")
    hold(blog)
    assert amended == [False, False, True, True]
    assert b"Rumpelstiltskin" not in (blog / ".blogsmith/memory.sqlite").read_bytes()


def test_where_nothing_is_other_than_the_last_build_found_it_nothing_is_looked_at(
    blog: Path, amended: list[bool]
) -> None:
    outcome = trip.build_site(Request(root=blog, config=blog / "config.toml", now=START))
    assert (amended, dict(outcome.because)) == ([True], {})
    hold(blog)


def test_a_post_that_came_and_went_is_not_in_the_memory(blog: Path, amended: list[bool]) -> None:
    new = blog / "content/posts/new.md"
    new.write_text("---\ntitle: [\n---\nI met Rumpelstiltskin.\n")
    edit(blog, *FAULTS["a link that leads nowhere"])
    assert built(blog, START, hold_back=False).exit_code == 1
    assert b"new.md" in (blog / ".blogsmith/memory.sqlite").read_bytes()
    new.unlink()
    edit(blog, *reversed(FAULTS["a link that leads nowhere"]))
    hold(blog)
    content = (blog / ".blogsmith/memory.sqlite").read_bytes()
    assert (amended, b"Rumpelstiltskin" in content, b"new.md" in content) == ([False, False], False, False)


def test_an_edit_that_was_checked_before_is_small(blog: Path, amended: list[bool]) -> None:
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    trip.check_site(Request(root=blog, config=blog / "config.toml", now=START))
    hold(blog)
    assert amended == [True]


def test_what_was_published_before_a_fault_is_forgotten_when_something_else_is(blog: Path, amended: list[bool]) -> None:
    edit(blog, "I dug well 3.", "I met Rumpelstiltskin.")
    built(blog, START)
    edit(blog, "I met Rumpelstiltskin.", "I dug [well 3](post:nowhere).")
    assert built(blog, START, hold_back=False).exit_code == 1
    assert b"Rumpelstiltskin" in (blog / ".blogsmith/memory.sqlite").read_bytes()
    edit(blog, "I dug [well 3](post:nowhere).", "I dug well 3.")
    edit(blog, "category: design", "category: tech")
    hold(blog)
    assert amended == [True, False, False]
    assert b"Rumpelstiltskin" not in (blog / ".blogsmith/memory.sqlite").read_bytes()


def test_of_many_posts_at_fault_nothing_is_kept(
    blog: Path, amended: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("blogsmith.pipeline.memory._FEW", 1)
    for name in ("w03", "w05"):
        edit(blog, "I dug", "I met [nobody](post:nowhere). I dug", name)
    assert built(blog, START, hold_back=False).exit_code == 1
    for name in ("w03", "w05"):
        edit(blog, "I met [nobody](post:nowhere). I dug", "I dug", name)
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    hold(blog)
    assert amended == [False, False]


def test_what_a_profile_no_longer_says_is_not_in_the_memory(blog: Path) -> None:
    profile = next(iter((blog / "authors").glob("*.md")))
    before = profile.read_text()
    profile.write_text(before.replace("---\n", "---\nprivate: {met: Rumpelstiltskin}\n", 1))
    built(blog, START)
    assert b"Rumpelstiltskin" in (blog / ".blogsmith/memory.sqlite").read_bytes()
    profile.write_text(before)
    built(blog, START)
    places = [path for path in (blog / ".blogsmith").iterdir() if b"Rumpelstiltskin" in path.read_bytes()]
    assert places == []


def test_a_post_that_is_gone_is_not_in_the_memory_though_nothing_could_be_published(blog: Path) -> None:
    edit(blog, "title: Well 3", "title: Rumpelstiltskin")
    built(blog, START)
    (blog / "content/posts/w03.md").unlink()
    edit(blog, "category: tech", "category: nowhere", "w04")
    assert built(blog, START, hold_back=False).exit_code == 1
    assert b"Rumpelstiltskin" not in (blog / ".blogsmith/memory.sqlite").read_bytes()


def test_what_another_version_left_is_not_looked_at(blog: Path, amended: list[bool]) -> None:
    memory = Memory(blog / ".blogsmith" / FILE)
    memory.keep_only(EDITION, {b"another version": packed({"its": "own"})})
    memory.close()
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    hold(blog)
    assert amended == [False]


@pytest.mark.parametrize("damage", ["UPDATE kept SET value = x'00' WHERE kind = ?", "DELETE FROM kept WHERE kind = ?"])
def test_heads_that_are_not_whole_are_missed_once(blog: Path, amended: list[bool], damage: str) -> None:
    with sqlite3.connect(blog / ".blogsmith" / FILE) as base:
        assert base.execute(damage, (HEADS,)).rowcount > 0
    base.close()
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    hold(blog)
    edit(blog, "I dug well 3 twice.", "I dug well 3 again.")
    hold(blog)
    assert amended == [False, True]


def test_without_room_for_a_second_tree_the_site_is_published_all_the_same_stand_in(
    ram: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(source: Path, target: Path, path: str) -> None:
        raise OSError(errno.ENOSPC, path, str(source), None, str(target))

    life = Life(ram, 0, theme="plain", korean=False)
    monkeypatch.setattr("blogsmith.pipeline.staging.link_file", refused)
    assert built(life.root, START).exit_code == 0
    assert (life.root / "public/index.html").exists()
    assert not (life.root / ".public.blogsmith-new").exists()


def test_what_was_seen_of_another_site_does_not_count(blog: Path, amended: list[bool]) -> None:
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    seen = Scan(root=blog.parent, moment=scan_of(blog).moment, stamps={})
    outcome = trip.build_site(Request(root=blog, config=blog / "config.toml", now=START, seen=seen))
    assert (amended, outcome.edited) == ([True], frozenset({"content/posts/w03.md"}))


def test_on_another_day_everything_is_looked_at(blog: Path, amended: list[bool]) -> None:
    edit(blog, "I dug well 3.", "I dug well 3 twice.")
    built(blog, datetime(2026, 6, 2, 12))
    assert amended == [False]
