"""Edits of one post that leave most of a site as it is, and some that look as if they did."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.incremental.edits import edit_body, edit_in_place, posts, retitle, touch

_NOUNS = ("pump", "gauge", "ladder", "kettle", "lantern", "shovel", "anvil", "saddle", "barrel", "whistle", "chisel")
_PLACES = ("harbour", "mill", "orchard", "quarry", "station", "chapel", "meadow", "tunnel", "bridge", "lighthouse")
_VERBS = (
    "measured",
    "repaired",
    "painted",
    "carried",
    "borrowed",
    "counted",
    "polished",
    "lifted",
    "weighed",
    "traded",
)
ENDING = "I measured the pump near the harbour, and told nobody about it before the winter."


WHY = "it is how the whole desk signs off, and readers asked for it"
"""A reason of substance for a waiver."""


def sentence(chance: Random) -> str:
    """One of two million."""
    one, other, third = chance.sample(_NOUNS, 3)
    return (
        f"I {chance.choice(_VERBS)} the {one} near the {chance.choice(_PLACES)}, and a {other} that stood behind the"
        f" {chance.choice(_PLACES)} was {chance.choice(_VERBS)} with a {third} from the {chance.choice(_PLACES)}."
    )


def paragraph(chance: Random, sentences: int = 3) -> str:
    """One that may stand elsewhere too."""
    return " ".join(sentence(chance) for _ in range(sentences))


def add_paragraph(root: Path, chance: Random) -> None:
    """A long one: sometimes the same as in another post."""
    with chance.choice(posts(root)).open("a") as file:
        file.write(f"\n{paragraph(chance)}\n")


def copy_paragraph(root: Path, chance: Random) -> None:
    """What another post says, word for word."""
    one, other = chance.sample(posts(root), 2)
    body = other.read_text().split("\n---\n", 1)[-1]
    with one.open("a") as file:
        file.write(f"\n{max(body.split(chr(10) * 2), key=len)}\n")


def cut_body(root: Path, chance: Random) -> None:
    """Only the first paragraph is left."""
    path = chance.choice(posts(root))
    head, mark, body = path.read_text().partition("\n---\n")
    path.write_text(f"{head}{mark}{body.strip().split(chr(10) * 2)[0]}\n")


def end_alike(root: Path, chance: Random) -> None:
    """The last sentence of a post is that of others."""
    with chance.choice(posts(root)).open("a") as file:
        file.write(f"\n{ENDING}\n")


def resummarise(root: Path, chance: Random) -> None:
    """Another summary, or the first one."""
    path = chance.choice(posts(root))
    lines = [line for line in path.read_text().split("\n") if not line.startswith("summary: ")]
    path.write_text("\n".join([*lines[:2], f"summary: Summary {chance.randint(1, 99)}", *lines[2:]]))


def add_heading(root: Path, chance: Random) -> None:
    """Something more that links may lead to."""
    with chance.choice(posts(root)).open("a") as file:
        file.write(f"\n## Part {chance.randint(1, 3)}\n\nI went on.\n")


def lose_heading(root: Path, chance: Random) -> None:
    """What a link leads to is gone, or comes back."""
    path = chance.choice(posts(root))
    text = path.read_text()
    here, there = ("## A part", "## A piece") if "## A part" in text else ("## A piece", "## A part")
    path.write_text(text.replace(here, there))


def add_link(root: Path, chance: Random) -> None:
    """A link to another post, now and then to one that is not there."""
    with chance.choice(posts(root)).open("a") as file:
        file.write(f"\nI read [it](post:{chance.choice(('first', 'second', 'w03', 'w07', 'nobody'))}).\n")


def show_picture(root: Path, chance: Random) -> None:
    """The picture of the first post, once more or no longer."""
    path = root / "content/posts/first/index.md"
    text, picture = path.read_text(), "\n![the shot again](shot.png)\n"
    path.write_text(text.replace(picture, "") if picture in text else text + picture)


def show_no_picture(root: Path, chance: Random) -> None:
    """The picture of the first post is shown nowhere, or again."""
    path = root / "content/posts/first/index.md"
    text, picture = path.read_text(), "![the shot](shot.png)"
    path.write_text(text.replace(picture, "a shot") if picture in text else f"{text}\n{picture}\n")


def waive(root: Path, chance: Random) -> None:
    """What a rule says of a post is allowed in its head, with a reason, or no longer."""
    path, rule = chance.choice(posts(root)), chance.choice(("formula", "repeated-paragraph"))
    text, head = path.read_text(), f'allow: [{{rule: originality/{rule}, reason: "{WHY}"}}]\n'
    path.write_text(text.replace(head, "") if head in text else text.replace("title:", f"{head}title:", 1))


def end_otherwise(root: Path, chance: Random) -> None:
    """A post no longer ends as others do, or ends so lower down."""
    path = chance.choice([path for path in posts(root) if ENDING in path.read_text()] or posts(root))
    text = path.read_text()
    path.write_text(text.replace(ENDING, chance.choice((sentence(chance), f"{sentence(chance)}\n\n{ENDING}"))))


def misname(root: Path, chance: Random) -> None:
    """A category that does not exist; once there is one, it is put right."""
    ill = [path for path in posts(root) if "category: nowhere-" in path.read_text()]
    path = chance.choice(ill or posts(root))
    text = path.read_text()
    path.write_text(text.replace("nowhere-", "") if ill else text.replace("category: ", "category: nowhere-"))


def reseed(root: Path, chance: Random) -> None:
    """Another drawn cover."""
    path = chance.choice(posts(root))
    lines = [line for line in path.read_text().split("\n") if not line.startswith("cover_seed: ")]
    path.write_text("\n".join([*lines[:2], f"cover_seed: seed-{chance.randint(1, 9)}", *lines[2:]]))


SMALL: tuple[Callable[[Path, Random], None], ...] = (
    *(edit_body, edit_body, edit_body, edit_in_place, touch, retitle, retitle, retitle, add_paragraph, add_paragraph),
    *(copy_paragraph, cut_body, end_alike, resummarise, add_heading, lose_heading, add_link, show_picture),
    *(show_no_picture, waive, reseed, end_alike, end_otherwise, waive, misname),
)


def write_more(root: Path, chance: Random, count: int = 40) -> None:
    """Posts of some length."""
    for number in range(count):
        text = "\n\n".join(paragraph(chance) for _ in range(chance.randint(1, 4)))
        (root / f"content/posts/w{number:02}.md").write_text(
            f"---\nid: w{number:02}\ntitle: Well {number}\ndate: 2026-04-{1 + number % 28:02}\n"
            f"authors: [{('jane', 'minji', 'guest')[number % 3]}]\ncategory: {('tech', 'design')[number % 2]}\n"
            f"tags: [wells]\n---\nI dug well {number}. {text}\n"
        )
