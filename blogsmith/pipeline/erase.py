"""A writer is erased: profile, photo and bio go, and somebody without a name stands where they stood.

Decided whole before anything is touched. What running words say of them is pointed out, never rewritten.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from posixpath import dirname, join, normpath

from blogsmith.model.author import Author
from blogsmith.model.config import ConfigFile
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.erasure import Erasure, NeutralWords, Rewrite
from blogsmith.model.post import Post
from blogsmith.model.site import Collection
from blogsmith.model.source import Location, Place
from blogsmith.model.words import AuthorId, say
from blogsmith.pipeline.mentions import mentions, traces_of_author
from blogsmith.pipeline.read import read_collection
from blogsmith.pipeline.withdraw import take_down_all
from blogsmith.policy.names import each_name
from blogsmith.sources.texts import KeptFiles
from blogsmith.sources.write import refuse_taken, remove_file, replace_file
from blogsmith.text.front_matter_writer import join_front_matter
from blogsmith.text.suggest import nearest
from blogsmith.text.tokens import with_values

_NEUTRAL = "former-writer"
_LISTS = ("authors", "reviewed_by", "approved_by")


def plan_erasure(
    root: Path, config_file: ConfigFile, author_id: str, *, words: NeutralWords, take_down: bool, now: datetime
) -> Erasure:
    """What erasing a writer touches; nothing is touched yet. Raises CannotGoOn with author/unknown."""
    collection = read_collection(root, config_file).value
    author = _author(collection, author_id)
    posts = (*collection.posts, *collection.rest)
    gone = tuple(post for post in posts if take_down and post.authors == (author.id,))
    files, neutral = KeptFiles(root), _free_id(collection)
    changed = dict(_posts_changed([post for post in posts if post not in gone], files, author, neutral))
    if any(neutral in text for text in changed.values()):
        changed |= _stand_in(neutral, words, _last_day(author, posts, now), config_file)
    changed |= _profiles_changed(collection, files, author)
    changed |= _config_changed(config_file, files, author)
    removed = (*_own_files(author, collection, files), *(post.path for post in gone))
    after: dict[str, str | None] = {**changed, **dict.fromkeys(removed)}
    return Erasure(
        author=author.id,
        neutral=neutral,
        rewritten=tuple(
            Rewrite(path=path, content=text, new=path not in files.sizes) for path, text in sorted(changed.items())
        ),
        removed=tuple(sorted(removed)),
        taken_down=gone,
        mentions=tuple(mentions(files, after, traces_of_author(author))),
        left_over=tuple(sorted(_left_over(author, files, gone, removed))),
    )


def erase(root: Path, config_file: ConfigFile, erasure: Erasure, *, reason: str, now: datetime) -> None:
    """Does what was decided: takes posts down, writes, then removes. Raises CannotGoOn where the disk refuses."""
    refuse_taken(root, [item.path for item in erasure.rewritten if item.new])
    take_down_all(root, config_file, erasure.taken_down, reason=reason, now=now)
    for item in erasure.rewritten:
        replace_file(root, item.path, item.content)
    for path in erasure.removed:
        remove_file(root, path)


def _author(collection: Collection, wanted: str) -> Author:
    found = collection.authors.get(AuthorId(wanted))
    if found is not None:
        return found
    near = nearest(wanted, collection.authors)
    facts = (("value", wanted), *((("suggestion", near),) if near else ()))
    at = Location(path="authors")
    fault = Diagnostic(rule="author/unknown", severity=Severity.ERROR, location=at, facts=facts, variant="erase")
    raise CannotGoOn((fault,))


def _free_id(collection: Collection) -> AuthorId:
    names = (AuthorId(_NEUTRAL if number == 1 else f"{_NEUTRAL}-{number}") for number in range(1, 10_000))
    return next(name for name in names if name not in collection.authors)


def _last_day(author: Author, posts: tuple[Post, ...], now: datetime) -> date:
    """No post of theirs may be dated after it."""
    return max([author.until or now.date(), *(post.date.date() for post in posts if author.id in post.authors)])


def _posts_changed(posts: list[Post], files: KeptFiles, author: Author, neutral: AuthorId) -> Iterator[tuple[str, str]]:
    """Path and text of each post in which the writer had a part, whoever else wrote it."""
    for post in posts:
        values = dict.fromkeys(_named_at(post, author), neutral)
        alone = {post.places["responder",].line} if post.responder == author.id else set()
        if values or alone:
            text, kept = with_values(files.text(post.path), values, without=alone), _disclosed(post, author)
            yield post.path, text.replace("\n", f"\n{kept}\n", 1) if kept else text


def _named_at(post: Post, author: Author) -> Iterator[Place]:
    known = {author.id, *each_name(author.name)}
    for key in _LISTS:
        for index, name in enumerate(getattr(post, key)):
            if name == author.id:
                yield post.places[key, index]
    for role, names in post.credits.items():
        for index, name in enumerate(names):
            if name in known:
                yield post.places["credits", role, index]
    for index, item in enumerate(post.allow):
        if item.by == author.id:
            yield post.places["allow", index, "by"]


def _disclosed(post: Post, author: Author) -> str:
    """The line that keeps telling readers what tied a writer from outside to the matter."""
    text = say(author.relationship, post.language) if author.kind == "external" else ""
    if author.id not in post.authors or post.disclosure.strip() or not text.strip():
        return ""
    return join_front_matter({"disclosure": text}, "").split("\n")[1]


def _stand_in(neutral: AuthorId, words: NeutralWords, last_day: date, config_file: ConfigFile) -> dict[str, str]:
    """The profile that stands where the writer stood, and its bios in the blog's languages."""
    main = config_file.config.site.language
    bios = dict(words.bios)
    head = {"name": words.name, "kind": "former", "role": words.role, "until": last_day}
    profile = {f"authors/{neutral}.md": join_front_matter(head, bios.get(main) or next(iter(bios.values())))}
    others = (language for language in config_file.config.languages if language != main and language in bios)
    return profile | {f"authors/{neutral}.{language}.md": bios[language] + "\n" for language in others}


def _profiles_changed(collection: Collection, files: KeptFiles, author: Author) -> dict[str, str]:
    """Profiles that name the writer as the one who answers for them."""
    return {
        other.path: with_values(files.text(other.path), {}, without={other.places["covered_by",].line})
        for other in collection.authors.values()
        if other.covered_by == author.id
    }


def _config_changed(config_file: ConfigFile, files: KeptFiles, author: Author) -> dict[str, str]:
    """The config without the lines that make the writer a category's editor."""
    if config_file.path not in files.sizes:
        return {}
    text = files.text(config_file.path)
    lines = text.split("\n")
    line = re.compile(rf"\s*editor\s*=\s*['\"]{re.escape(author.id)}['\"]\s*(?:#.*)?\r?")
    places = (
        config_file.places.get(("categories", name, "editor"))
        for name, category in config_file.config.categories.items()
        if category.editor == author.id
    )
    alone = {place.line for place in places if place is not None and line.fullmatch(lines[place.line - 1])}
    return {config_file.path: with_values(text, {}, without=alone)} if alone else {}


def _own_files(author: Author, collection: Collection, files: KeptFiles) -> Iterator[str]:
    yield from dict.fromkeys((author.path, *(bio.path for bio in author.bios.values())))
    photo = _photo(author)
    others = (_photo(other) for other in collection.authors.values() if other.id != author.id)
    if photo in files.sizes and photo not in others:
        yield photo


def _photo(author: Author) -> str:
    return normpath(join(dirname(author.path), author.photo.src)) if author.photo is not None else ""


def _left_over(author: Author, files: KeptFiles, gone: tuple[Post, ...], removed: tuple[str, ...]) -> Iterator[str]:
    """Copies of the photo, and what lay beside a post that goes with no other post in its folder."""
    photo = _photo(author)
    folders = {dirname(post.path) for post in gone}
    kept = {dirname(path) for path in files.sizes if path.endswith(".md") and path not in removed}
    for path in files.sizes:
        if path not in removed and (dirname(path) in folders - kept or files.same(path, photo)):
            yield path
