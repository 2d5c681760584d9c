"""No file that anybody could leave crashes blogsmith, and none is lost in silence."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from blogsmith.model.config import Config
from blogsmith.model.source import SourcePath
from blogsmith.pipeline.texts import read_anew
from blogsmith.reports.words import Words
from blogsmith.sources.files import Found
from blogsmith.text.markdown import parse_markdown
from tests.site import build, tree
from tests.trust.bad_inputs import bad_files, naughty
from tests.trust.figures import Figure

Site = Callable[[str], Path]


def found(content: bytes) -> Found:
    """A file of these bytes as the walk gives it."""
    path = SourcePath("content/posts/a.md")
    return Found(path=path, on_disk=path, size=len(content), stamp=(len(content), 0, 0, 0), unsaved=content)


def test_every_bad_file_is_a_post_or_is_told_with_its_place_and_what_to_do(tmp_path: Path, figure: Figure) -> None:
    config, words = Config(), Words("en")
    refused, silent, placeless, helpless = 0, [], [], []
    files = list(bad_files())
    for name, content in files:
        text = read_anew(tmp_path, found(content), config)
        post = text.reading.post if text.reading is not None else None
        refused += post is None
        if (post is None) != bool(text.faults):
            silent.append(name)
        for fault in text.faults:
            whole = fault.rule in ("file/too-large",)
            if not whole and not (fault.location.line and fault.location.column):
                placeless.append((name, fault.rule))
            if not words.help(fault):
                helpless.append((name, fault.rule))
    figure("P6", f"{len(files):,} files: {refused:,} refused, 0 tracebacks, {len(silent)} lost in silence")
    assert (silent, placeless, helpless) == ([], [], [])
    assert len(files) >= 3_000
    assert 1_000 < refused < len(files)


def test_a_sound_file_loses_nothing_of_its_text(tmp_path: Path) -> None:
    for name, content in bad_files():
        text = read_anew(tmp_path, found(content), Config())
        if text.reading is not None and text.reading.post is not None:
            source = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            assert source.endswith(text.reading.post.body), name


def test_no_naughty_word_breaks_a_body() -> None:
    for word in naughty():
        for body in (word, f"# {word}", f"[{word}]({word})", f"| {word} |\n|-|\n| {word} |", f"```{word}\n{word}\n```"):
            parse_markdown(body, config=Config().markdown, nesting=40)


def test_a_blog_of_naughty_words_is_published_or_told_of_post_by_post(site: Site, figure: Figure) -> None:
    words = naughty()
    posts = "".join(
        f"-- content/posts/p{number}.md --\n---\nid: p{number}\ntitle: {json.dumps(word)}\ndate: 2026-03-12\n"
        f"authors: [w{number}]\ncategory: tech\ntags: [{json.dumps(word)}]\n---\n{word}\n"
        f"-- authors/w{number}.md --\n---\nname: {json.dumps(word)}\nkind: in-house\n---\nI am {word}.\n"
        for number, word in enumerate(words)
    )
    folder = site(posts)
    result = build(folder, "--hold-back", "--format", "json")
    assert "Traceback" not in result.output
    told = Counter(item["path"] for item in json.loads(result.stdout) if item["severity"] == "error")
    files = tree(folder / "public")
    missing = [
        word
        for number, word in enumerate(words)
        if f"p/p{number}/index.html" not in files
        and not told.keys() & {f"content/posts/p{number}.md", f"authors/w{number}.md"}
    ]
    figure("P6", f"{len(words)} naughty words as title, tag, name and text: {len(missing)} lost in silence")
    assert missing == []
    assert len(told) < len(words) / 2


def test_naughty_addresses_and_references_are_published_within_the_site_or_told_of(site: Site, figure: Figure) -> None:
    keys = ("slug: {}", "aliases: [{}]", "authors: [{}]", "category: {}", "series: {}", "related: [{}]", "id: {}")
    words = naughty()
    posts = {
        f"content/posts/{key.partition(':')[0]}-{number}.md": (key.partition(":")[0], key.format(json.dumps(word)))
        for key in keys
        for number, word in enumerate(words)
    }
    folder = site("".join(f"-- {path} --\n{naughty_head(path, *part)}\nI built it.\n" for path, part in posts.items()))
    before = tree(folder)
    result = build(folder, "--hold-back", "--format", "json")
    assert "Traceback" not in result.output
    told = {item["path"] for item in json.loads(result.stdout) if item["severity"] == "error"}
    pages = {content for path, content in tree(folder / "public").items() if path.endswith("index.html")}
    text = b"".join(pages)
    missing = [path for path in posts if path not in told and path.rpartition("/")[2].encode() not in text]
    figure("P6", "{} naughty addresses and references: {} lost in silence", len(posts), len(missing))
    assert missing == []
    assert 0 < len(told) < len(posts)
    ours = ("public/", ".public.blogsmith-new/", ".blogsmith/")
    assert {path: content for path, content in tree(folder).items() if not path.startswith(ours)} == before


def naughty_head(path: str, key: str, line: str) -> str:
    """The front matter of a sound post whose title is its file's name, with one line exchanged or more."""
    name = path.rpartition("/")[2]
    head = {
        "id": f"id: {name.removesuffix('.md')}",
        "title": f"title: {name}",
        "date": "date: 2026-03-12",
        "authors": "authors: [jane]",
        "category": "category: tech",
    }
    return "\n".join(("---", *{**head, key: line}.values(), "---"))
