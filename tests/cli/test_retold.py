"""What was said of findings is said again after an edit, word for word as if it were written anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from blogsmith.cli import retold as room
from blogsmith.model.diagnostic import Diagnostic
from blogsmith.pipeline.memory import FILE, TOLD, Memory
from blogsmith.reports.text import Tell, teller
from tests.site import JANE, NOW, build, write_site

ENDING = "I told nobody about it before the winter came over the hills and took the whole village."
POSTS = "".join(
    f"-- authors/{name}.md --\n{JANE.replace('Jane Doe', name.title())}"
    f"-- content/posts/{name}.md --\n---\nid: {name}\ntitle: The well of {name}\ndate: 2026-03-0{day}\n"
    f"authors: [{name}]\ncategory: tech\n---\nI dug a well, 우물, by hand.\n\n{ENDING}\n"
    for day, name in enumerate(("anna", "bert", "carl", "dora"), 1)
)
CONFIG = '-- config.toml --\n[site]\ntitle = "A blog"\nbase_url = "https://blog.example.com/"\n'


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The paths of all findings that were put into words."""
    paths: list[str] = []

    def noted(*args: object, **options: object) -> Tell:
        write = teller(*args, **options)  # type: ignore[arg-type]

        def tell(finding: Diagnostic) -> str:
            paths.append(finding.location.path)
            return write(finding)

        return tell

    monkeypatch.setattr(room, "teller", noted)
    monkeypatch.setattr(room, "_FEW", 1)
    yield paths


@pytest.fixture
def blog(tmp_path: Path, written: list[str]) -> Path:
    """One that was built, of which four posts end alike."""
    site = write_site(tmp_path / "site", CONFIG + POSTS)
    said = said_of(site)
    assert said.count("[originality/formula]") == 4
    written.clear()
    return site


def said_of(site: Path, *arguments: str) -> str:
    """What a build says of all findings."""
    return build(site, "--now", NOW, *arguments).output.rpartition("\n\n")[0]


def edit(site: Path, name: str, old: str, new: str) -> None:
    """Other words in a post."""
    post = site / f"content/posts/{name}.md"
    text = post.read_text()
    assert old in text
    post.write_text(text.replace(old, new))


def test_only_what_tells_of_an_edited_post_is_written_anew(blog: Path, written: list[str]) -> None:
    edit(blog, "anna", "by hand", "with a spade")
    said = said_of(blog)
    assert "content/posts/anna.md" in written
    assert "config.toml" not in written
    assert said == said_of(blog, "--no-memory", "--out", str(blog.parent / "clean"))


def test_a_line_that_moved_is_told_where_it_stands(blog: Path, written: list[str]) -> None:
    edit(blog, "bert", "by hand.", "by hand.\n\nIt was deep.")
    said = said_of(blog)
    assert "content/posts/bert.md:12:1" in said
    assert said == said_of(blog, "--no-memory", "--out", str(blog.parent / "clean"))


def test_after_any_other_change_all_is_written_anew(blog: Path, written: list[str]) -> None:
    (blog / "config.toml").write_text(CONFIG.partition("\n")[2] + '\n[policy]\nsponsors = ["maker.example"]\n')
    said_of(blog)
    assert {"content/posts/anna.md", "content/posts/dora.md"} <= {*written}


def test_in_another_language_all_is_written_anew(blog: Path, written: list[str]) -> None:
    edit(blog, "anna", "by hand", "with a spade")
    assert "경고" in said_of(blog, "--lang", "ko")
    assert "content/posts/dora.md" in written


def test_nothing_is_remembered_that_was_not_to_be(blog: Path) -> None:
    memory = Memory(blog / ".blogsmith" / FILE)
    memory.retain(TOLD, ())
    memory.close()
    said_of(blog, "--no-memory", "--out", str(blog.parent / "clean"))
    assert Memory(blog / ".blogsmith" / FILE).count(TOLD) == 0


def test_the_words_of_a_post_that_is_gone_are_forgotten(blog: Path) -> None:
    edit(blog, "anna", "I dug a well, 우물, by hand.\n\n", "")
    edit(blog, "anna", ENDING, f"Rumpelstiltskin {ENDING[2:]}")
    edit(blog, "bert", ENDING, f"Rumpelstiltskin {ENDING[2:]}")
    edit(blog, "carl", ENDING, f"Rumpelstiltskin {ENDING[2:]}")
    assert "Rumpelstiltskin" in said_of(blog)
    for name in ("anna", "bert", "carl"):
        (blog / f"content/posts/{name}.md").unlink()
    said_of(blog)
    assert b"Rumpelstiltskin" not in (blog / ".blogsmith" / FILE).read_bytes()


def test_what_was_said_is_forgotten_where_few_findings_are_left(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("anna", "bert", "carl"):
        edit(blog, name, ENDING, f"Rumpelstiltskin {ENDING[2:]}")
    assert "Rumpelstiltskin" in said_of(blog)
    monkeypatch.setattr(room, "_FEW", 1_000)
    for name in ("anna", "bert", "carl"):
        edit(blog, name, f"Rumpelstiltskin {ENDING[2:]}", f"I, {name}, went home.")
    said_of(blog)
    assert b"Rumpelstiltskin" not in (blog / ".blogsmith" / FILE).read_bytes()


def test_what_was_said_of_a_post_that_is_gone_is_forgotten_though_nothing_could_be_published(blog: Path) -> None:
    for name in ("anna", "bert", "carl"):
        edit(blog, name, ENDING, f"Rumpelstiltskin {ENDING[2:]}")
    assert "Rumpelstiltskin" in said_of(blog)
    for name in ("anna", "bert", "carl"):
        (blog / f"content/posts/{name}.md").unlink()
    edit(blog, "dora", "category: tech", "category: nowhere")
    assert build(blog, "--now", NOW).exit_code == 1
    assert b"Rumpelstiltskin" not in (blog / ".blogsmith" / FILE).read_bytes()
