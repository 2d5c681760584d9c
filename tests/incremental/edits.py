"""What people do to a site between two builds: each edit takes the site's folder and a source of chance."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.incremental.pictures import picture

Edit = Callable[[Path, Random], None]

WORDS = ("spruce", "gauge", "우물", "lens", "나사", "spring")
CATEGORIES = ("tech", "design")
WRITERS = ("jane", "minji", "guest")


def posts(root: Path) -> list[Path]:
    """Every post, by path."""
    return sorted((root / "content/posts").rglob("*.md"))


def post_text(chance: Random, name: str) -> str:
    """A new post; now and then a draft, one to come, one that expires, with a tag of its own or a link."""
    keys = [
        f"id: {name}",
        f"title: {chance.choice(WORDS).title()} {chance.randint(1, 99)}",
        f"date: 2026-0{chance.randint(1, 7)}-{chance.randint(10, 28)}",
        f"authors: [{chance.choice(WRITERS)}]",
        f"category: {chance.choice(CATEGORIES)}",
        f"tags: [{chance.choice(WORDS)}]",
    ]
    if chance.random() < 0.2:
        keys.append("draft: true")
    if chance.random() < 0.2:
        keys.append(f"expires: 2026-08-{chance.randint(10, 28)}")
    if chance.random() < 0.2:
        keys.append("series: wells")
    if chance.random() < 0.15:
        keys.append("disclosure: The maker lent me the gauge for a week.")
    body = [f"I measured the {chance.choice(WORDS)} {chance.randint(1, 99)} times and wrote it down, {name}."]
    if chance.random() < 0.3:
        body.append("## What I saw\n\n> [!NOTE]\n> It was wet.")
    if chance.random() < 0.3:
        body.append(f"See [another one](post:{chance.choice(('first', 'second', 'third'))}).")
    if chance.random() < 0.3:
        body.append("```python\nprint(1)\n```")
    return "---\n" + "\n".join(keys) + "\n---\n" + "\n\n".join(body) + "\n"


def add_post(root: Path, chance: Random) -> None:
    """A post more."""
    name = f"n{chance.randint(1, 30)}"
    (root / f"content/posts/{name}.md").write_text(post_text(chance, name))


def rewrite_post(root: Path, chance: Random) -> None:
    """All of a post anew, under the same name."""
    path = chance.choice(posts(root))
    if path.name != "index.ko.md":
        path.write_text(post_text(chance, path.stem if path.stem != "index" else path.parent.name))


def delete_post(root: Path, chance: Random) -> None:
    """A post less."""
    if len(posts(root)) > 4:
        chance.choice(posts(root)).unlink()


def edit_body(root: Path, chance: Random) -> None:
    """A sentence more."""
    with chance.choice(posts(root)).open("a") as file:
        file.write(f"\nI came back {chance.randint(1, 999)} times.\n")


def edit_in_place(root: Path, chance: Random) -> None:
    """Other words of the same length, and the file's time set back: only its content tells."""
    path = chance.choice(posts(root))
    status, text = path.stat(), path.read_text()
    path.write_text(text.replace("I ", "We", 1) if "I " in text else text.replace("We", "I ", 1))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def touch(root: Path, chance: Random) -> None:
    """A file's time, and nothing else."""
    chance.choice(posts(root)).touch()


def set_ahead(root: Path, chance: Random) -> None:
    """A file's time tomorrow, as a clock that was wrong leaves it."""
    path = chance.choice(posts(root))
    ahead = path.stat().st_mtime_ns + 86_400_000_000_000
    os.utime(path, ns=(ahead, ahead))


def set_back(root: Path, chance: Random) -> None:
    """A file's time long ago."""
    os.utime(chance.choice(posts(root)), (1, 1))


def retitle(root: Path, chance: Random) -> None:
    """Another title."""
    _replace_line(root, chance, "title: ", f"title: {chance.choice(WORDS)} {chance.randint(1, 99)}")


def retag(root: Path, chance: Random) -> None:
    """Another tag."""
    _replace_line(root, chance, "tags: ", f"tags: [{chance.choice(WORDS)}, {chance.choice(WORDS)}]")


def hand_over(root: Path, chance: Random) -> None:
    """Another writer."""
    _replace_line(root, chance, "authors: ", f"authors: [{chance.choice(WRITERS)}]")


def move_category(root: Path, chance: Random) -> None:
    """Another category."""
    _replace_line(root, chance, "category: ", f"category: {chance.choice(CATEGORIES)}")


def toggle_draft(root: Path, chance: Random) -> None:
    """Out of what is published, or into it."""
    path = chance.choice(posts(root))
    text = path.read_text()
    if "\ndraft: true" in text:
        path.write_text(text.replace("\ndraft: true", "", 1))
    else:
        path.write_text(text.replace("\ntitle:", "\ndraft: true\ntitle:", 1))


def swap_slugs(root: Path, chance: Random) -> None:
    """Two posts change places."""
    one, other = chance.sample(posts(root), 2)
    middle = one.with_suffix(".swap")
    one.rename(middle)
    other.rename(one)
    middle.rename(other)


def rename_post(root: Path, chance: Random) -> None:
    """Another file name, and so another URL."""
    path = chance.choice(posts(root))
    if path.parent.name == "posts":
        path.rename(path.with_name(f"{path.stem.split('_')[0]}_{chance.randint(1, 9)}.md"))


def break_or_mend(root: Path, chance: Random) -> None:
    """A post that nobody can read, or the same mended."""
    path = chance.choice(posts(root))
    text = path.read_text()
    path.write_text(text.removeprefix("--- broken") if text.startswith("--- broken") else f"--- broken{text}")


def edit_profile(root: Path, chance: Random) -> None:
    """Another role and bio."""
    path = root / f"authors/{chance.choice(WRITERS)}.md"
    text = path.read_text()
    head, _, _ = text.rpartition("---\n")
    lines = [line for line in head.split("\n") if not line.startswith("role: ")]
    role = f"role: Builder {chance.randint(1, 99)}"
    path.write_text("\n".join([*lines[:2], role, *lines[2:]]) + f"---\nI build {chance.choice(WORDS)}s.\n")


def rename_writer(root: Path, chance: Random) -> None:
    """Another name."""
    path = root / f"authors/{chance.choice(WRITERS)}.md"
    lines = path.read_text().split("\n")
    lines[1] = f"name: {chance.choice(WORDS).title()} {chance.choice(('Doe', 'Kim', 'Park'))}"
    path.write_text("\n".join(lines))


def edit_config(root: Path, chance: Random) -> None:
    """Another title of the blog, or other lists."""
    path = root / "config.toml"
    text = path.read_text()
    text = re.sub(r'title = "A blog.*"', f'title = "A blog {chance.randint(1, 3)}"', text, count=1)
    path.write_text(re.sub(r"per_page = \d+", f"per_page = {chance.choice((3, 10))}", text))


def edit_theme(root: Path, chance: Random) -> None:
    """A hook, a style sheet or a text of the site's own, or none of them."""
    folder = root / "themes/local"
    (folder / "hooks").mkdir(parents=True, exist_ok=True)
    (folder / "assets/static").mkdir(parents=True, exist_ok=True)
    hook, file = folder / "hooks/post_footer.html", folder / "assets/static/note.txt"
    if chance.random() < 0.3:
        hook.unlink(missing_ok=True)
        file.unlink(missing_ok=True)
    else:
        hook.write_text(f"<p>Note {chance.randint(1, 3)}</p>\n")
        file.write_text(f"Note {chance.randint(1, 3)}\n")


def edit_template(root: Path, chance: Random) -> None:
    """A template of the site's own in place of the theme's, or the theme's again."""
    path = root / "themes/local/templates" / chance.choice(("page.html", "series.html"))
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and chance.random() < 0.5:
        path.unlink()
    else:
        path.write_text(f"<h1>{{{{ meta.title }}}}</h1>{chance.randint(1, 3)}\n")


def edit_picture(root: Path, chance: Random) -> None:
    """Another picture beside the first post."""
    (root / "content/posts/first/shot.png").write_bytes(picture(chance.randint(1, 40), chance.randint(1, 40)))


def edit_thread(root: Path, chance: Random) -> None:
    """Comments that came home, or are gone."""
    path = root / f"content/comments/{chance.choice(('first', 'second', 'n1'))}.json"
    path.parent.mkdir(exist_ok=True)
    if path.exists() and chance.random() < 0.3:
        path.unlink()
        return
    comment = {"id": "isso:1", "parent": "", "author": "Kim", "date": "2026-05-01T12:00:00+00:00", "url": ""}
    comment |= {"text": f"<p>Good {chance.randint(1, 9)}.</p>", "source": "isso"}
    path.write_text(json.dumps({"version": 1, "comments": [comment]}))


def edit_press(root: Path, chance: Random) -> None:
    """A press text that is a copy of a post, or none."""
    path = root / "press/release.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(chance.choice(posts(root)).read_text(errors="replace") if chance.random() < 0.5 else "Nothing.\n")


def _replace_line(root: Path, chance: Random, start: str, line: str) -> None:
    path = chance.choice(posts(root))
    lines = path.read_text().split("\n")
    path.write_text("\n".join(line if old.startswith(start) else old for old in lines))


EDITS: tuple[Edit, ...] = (
    add_post,
    rewrite_post,
    delete_post,
    edit_body,
    edit_in_place,
    touch,
    set_back,
    set_ahead,
    retitle,
    retag,
    hand_over,
    move_category,
    toggle_draft,
    swap_slugs,
    rename_post,
    break_or_mend,
    edit_profile,
    rename_writer,
    edit_config,
    edit_theme,
    edit_template,
    edit_picture,
    edit_thread,
    edit_press,
)
