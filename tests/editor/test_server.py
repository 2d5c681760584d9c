"""`blogsmith lsp`, as an editor meets it: a real server in a process of its own, spoken to over its pipes."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types

from tests.editor.client import Editor, editor
from tests.site import check, run, write_site

POST = "content/posts/well/index.md"
SITE = """
-- content/posts/well/index.md --
---
id: well
title: A well
date: 2026-05-01
authors: [jane]
category: tech
summary: How we dug it, and what we would do otherwise.
---
I dug a well. [The rope](../rope/index.md) held.
-- content/posts/rope/index.md --
---
id: rope
title: 밧줄 🪢
date: 2026-05-02
authors: [jane]
category: design
tags: [밧줄, 우물 파기]
---
나는 밧줄을 골랐다.
"""
HOUSE_RULES = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"

[policy]
since = 2020-01-01

[comments]
provider = "isso"

[comments.options]
server = "https://comments.example.com"
"""

Scenario = Callable[[Editor], Awaitable[None]]


def play(root: Path, scenario: Scenario, *, lang: str = "en") -> None:
    async def whole() -> None:
        async with editor(root, lang=lang) as own:
            await scenario(own)

    asyncio.run(whole())


def test_a_fault_appears_while_it_is_typed_and_goes_when_it_is_mended(tmp_path: Path) -> None:
    async def scenario(own: Editor) -> None:
        sound = own.open(POST)
        await own.rules(POST)
        own.type(POST, sound.replace("[jane]", "[jnae]"))
        (finding,) = await own.rules(POST, "author/unknown")
        assert own.marked(POST, finding.range) == "jnae"
        assert finding.severity is types.DiagnosticSeverity.Error
        assert finding.message.startswith("`jnae` has no profile in authors/\ndid you mean `jane`?")
        own.type(POST, sound)
        await own.rules(POST)

    play(write_site(tmp_path, SITE), scenario)


def test_what_is_told_is_what_check_prints_of_the_saved_file(tmp_path: Path) -> None:
    root = write_site(tmp_path, HOUSE_RULES + SITE.replace("tags: [밧줄", "tag: [밧줄"))
    printed = check(root, "--format", "json").stdout

    async def scenario(own: Editor) -> None:
        for path in (POST, "content/posts/rope/index.md", "authors/jane.md"):
            own.open(path)
            found = await own.told(path, bool if path in printed else anything)
            for finding in found:
                assert f'"{finding.code}"' in printed
            assert len(found) == printed.count(f'"{path}"')

    play(root, scenario)


def test_columns_are_counted_in_units_of_utf_16_behind_hangul_and_emoji(tmp_path: Path) -> None:
    path = "content/posts/rope/index.md"

    async def scenario(own: Editor) -> None:
        sound = own.open(path)
        own.type(path, f"{sound}🪢 밧줄은 [우물](../wel/index.md)로 간다.\n")
        (finding,) = await own.rules(path, "link/dead")
        line = sound.count("\n")
        assert (finding.range.start.line, finding.range.start.character) == (line, 12)
        assert own.marked(path, finding.range) == "../wel/index.md"
        action, *_ = await own.actions(path, finding.range)
        own.type(path, own.applied(path, action))
        await own.rules(path)

    play(write_site(tmp_path, SITE), scenario)


@pytest.mark.parametrize(
    ("sound", "faulty", "rule"),
    [
        ("[jane]", "[jnae]", "author/unknown"),
        ("category: tech", "category: tehc", "post/unknown-category"),
        ("summary:", "sumary:", "front-matter/unknown-key"),
        ("../rope/index.md", "../rop/index.md", "link/dead"),
        ("title: A well", "title: A well: how", "front-matter/yaml"),
    ],
)
def test_a_quick_fix_leaves_a_clean_text(tmp_path: Path, sound: str, faulty: str, rule: str) -> None:
    async def scenario(own: Editor) -> None:
        text = own.open(POST)
        own.type(POST, text.replace(sound, faulty))
        (finding,) = await own.rules(POST, rule)
        (action,) = await own.actions(POST, finding.range)
        assert action.is_preferred
        own.type(POST, own.applied(POST, action))
        await own.rules(POST)

    play(write_site(tmp_path, SITE), scenario)


def test_a_missing_id_is_offered_and_typed(tmp_path: Path) -> None:
    async def scenario(own: Editor) -> None:
        text = own.open(POST)
        own.type(POST, text.replace("id: well\n", ""))
        (finding,) = await own.rules(POST, "post/missing-id")
        (action,) = await own.actions(POST, finding.range)
        own.type(POST, own.applied(POST, action))
        await own.rules(POST)

    play(write_site(tmp_path, SITE), scenario)


def test_a_responder_is_offered_and_typed(tmp_path: Path) -> None:
    root = write_site(tmp_path, HOUSE_RULES + SITE)

    async def scenario(own: Editor) -> None:
        own.open(POST)
        found = await own.told(POST, lambda found: "conversation/no-responder" in {item.code for item in found})
        (finding,) = (item for item in found if item.code == "conversation/no-responder")
        action = (await own.actions(POST, finding.range))[0]
        assert action.title == "Add `responder: jane`"
        own.type(POST, own.applied(POST, action))
        await own.told(POST, lambda found: "conversation/no-responder" not in {item.code for item in found})

    play(root, scenario)


@pytest.mark.parametrize("title", ["in this paragraph", "in this post"])
def test_an_exception_is_typed_and_waits_for_its_reason(tmp_path: Path, title: str) -> None:
    root = write_site(tmp_path, HOUSE_RULES + SITE)
    words = "We are the market-leading innovator and are proud to announce a game-changing, world-class well."

    def rules(found: object) -> set[object]:
        return {item.code for item in found if str(item.code).startswith(("tone/", "waiver/"))}  # type: ignore[attr-defined]

    async def scenario(own: Editor) -> None:
        text = own.open(POST)
        own.type(POST, f"{text}\n{words}\n")
        found = await own.told(POST, lambda found: rules(found) == {"tone/press-release"})
        place = next(item.range for item in found if item.code == "tone/press-release")
        action = next(item for item in await own.actions(POST, place) if title in item.title)
        allowed = own.applied(POST, action)
        own.type(POST, allowed)
        await own.told(POST, lambda found: rules(found) == {"tone/press-release", "waiver/no-reason"})
        own.type(POST, allowed.replace("…", "it quotes what a firm wrote about itself"))
        await own.told(POST, lambda found: rules(found) == set())

    play(root, scenario)


def test_hovering_over_a_finding_explains_the_rule(tmp_path: Path) -> None:
    async def scenario(own: Editor) -> None:
        text = own.open(POST)
        own.type(POST, text.replace("[jane]", "[jnae]"))
        await own.rules(POST, "author/unknown")
        shown = await own.hover(POST, 4, 11)
        assert shown.startswith("**author/unknown**: `jnae` has no profile in authors/")
        assert "A mistyped name would be a writer that nobody knows." in shown
        assert await own.hover(POST, 2, 0) == ""

    play(write_site(tmp_path, SITE), scenario)


def test_an_editor_that_asks_for_korean_is_told_in_korean(tmp_path: Path) -> None:
    async def scenario(own: Editor) -> None:
        text = own.open(POST)
        own.type(POST, text.replace("category: tech", "category: tehc"))
        (finding,) = await own.rules(POST, "post/unknown-category")
        assert "없는 갈래입니다" in finding.message
        (action,) = await own.actions(POST, finding.range)
        assert action.title == "바꾸기: `tehc` → `tech`"

    play(write_site(tmp_path, SITE), scenario, lang="ko")


def test_what_the_site_knows_is_offered(tmp_path: Path) -> None:
    async def scenario(own: Editor) -> None:
        head = (
            "---\nid: new\ntags: [밧줄, 우]\nauthors: [ja]\ncategory: \nseri\nresponder: j\n---\nSee [it](post:ro).\n"
        )
        await own.told(own_path(own, head), bool)
        await own.rules(own_path(own, head, again=True), *NEW_FAULTS)
        assert [item.label for item in await own.offers(NEW, 2, 12)] == ["밧줄", "우물 파기"]
        (jane,) = await own.offers(NEW, 3, 12)
        assert (jane.label, jane.detail) == ("jane", "Jane Doe")
        assert "tech" in [item.label for item in await own.offers(NEW, 4, 10)]
        keys = {item.label: item for item in await own.offers(NEW, 5, 4)}
        assert keys["series"].detail == "Id of a series in `config.toml`; parts follow each other by date."
        assert "tags" not in keys
        assert [item.label for item in await own.offers(NEW, 8, 16)] == ["rope", "well"]

    play(write_site(tmp_path, SITE), scenario)


NEW = "content/posts/new/index.md"
NEW_FAULTS = ("front-matter/yaml",)


def anything(_: object) -> bool:
    return True


def own_path(own: Editor, text: str, *, again: bool = False) -> str:
    if again:
        own.type(NEW, text)
    else:
        own.open(NEW, text)
    return NEW


def test_ids_and_links_lead_to_their_files(tmp_path: Path) -> None:
    async def scenario(own: Editor) -> None:
        text = own.open(POST)
        await own.rules(POST)
        link = next(number for number, line in enumerate(text.split("\n")) if "[The rope]" in line)
        assert await own.definition(POST, 4, 12) == own.uri("authors/jane.md")
        assert await own.definition(POST, link, 30) == own.uri("content/posts/rope/index.md")
        assert await own.definition(POST, link, 2) == ""

    play(write_site(tmp_path, SITE), scenario)


def test_a_profile_that_is_not_saved_counts_for_posts(tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE.replace("authors: [jane]\ncategory: tech", "authors: [jun]\ncategory: tech"))

    async def scenario(own: Editor) -> None:
        own.open(POST)
        await own.rules(POST, "author/unknown")
        own.open("authors/jun.md", (root / "authors/jane.md").read_text())
        await own.rules(POST)

    play(root, scenario)


def test_a_config_with_a_fault_is_told_where_it_stands_and_posts_are_looked_at_all_the_same(tmp_path: Path) -> None:
    async def scenario(own: Editor) -> None:
        text = own.open(POST)
        config = own.open("config.toml")
        await own.rules(POST)
        own.type("config.toml", config.replace("title", "tittle"))
        (finding,) = await own.rules("config.toml", "config/unknown-key")
        assert own.marked("config.toml", finding.range) == "tittle"
        own.type(POST, text.replace("[jane]", "[jnae]"))
        await own.rules(POST, "author/unknown")
        own.type("config.toml", config)
        await own.rules("config.toml")

    play(write_site(tmp_path, SITE), scenario)


def test_closing_a_file_takes_its_findings_away(tmp_path: Path) -> None:
    async def scenario(own: Editor) -> None:
        text = own.open(POST)
        own.type(POST, text.replace("[jane]", "[jnae]"))
        await own.rules(POST, "author/unknown")
        own.close(POST)
        await own.rules(POST)

    play(write_site(tmp_path, SITE), scenario)


def test_every_beginning_of_a_post_can_be_typed(tmp_path: Path) -> None:
    async def scenario(own: Editor) -> None:
        text = own.open(POST)
        for end in range(len(text)):
            own.type(POST, text[:end])
            line = text[:end].count("\n")
            await own.offers(POST, line, end)
            await own.definition(POST, line, 0)
            await own.hover(POST, line, 0)
            await own.actions(POST, types.Range(types.Position(0, 0), types.Position(line, 0)))
        own.type(POST, "\ufeff---\r\nid: \ud800\r\n")
        own.type(POST, text)
        await own.rules(POST)

    play(write_site(tmp_path, SITE), scenario)


def test_a_folder_that_is_no_blog_is_left_alone(tmp_path: Path) -> None:
    async def scenario(own: Editor) -> None:
        own.open("notes.md", "---\nnonsense\n")
        assert list(await own.offers("notes.md", 1, 0)) == []

    play(tmp_path, scenario)


def test_without_its_extra_the_command_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blogsmith.cli.lsp.is_installed", False)
    result = run("-C", tmp_path, "lsp")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pip install 'blogsmith[lsp]'" in result.stderr
