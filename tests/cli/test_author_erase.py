"""`blogsmith author erase`: what goes, what stands there instead, and what only a person can change."""

import json
from pathlib import Path

from tests.site import Result, build, check, files_of, run, write_site

SITE = """
-- config.toml --
# Ours.
[site]
title = "A blog"
base_url = "https://blog.example.com/"
languages = ["en", "ko"]

[policy]
since = 2020-01-01

[categories.tech]
label = "Tech"
editor = "mina"   # until she left
-- authors/jane.md --
---
name: Jane Doe
kind: in-house
role: Robot builder
team: Workshop
training: [2026-02-02]
links: [{label: Notes, url: "https://jane.example/notes"}]
---
I build small robots in the workshop and write down what they break.
-- authors/jane.ko.md --
작업실에서 작은 로봇을 만들고, 무엇이 부서졌는지 적습니다. 부서진 다리는 번호를 매겨 서랍에 모아 둡니다.
-- authors/hoon.md --
---
name: Hoon Park
kind: in-house
status: paused
covered_by: mina
role: Potter
team: Workshop
training: [2026-02-02]
links: [{label: Notes, url: "https://hoon.example/notes"}]
---
I glaze the bowls of our kitchen and count the ones that crack in the kiln.
-- authors/hoon.ko.md --
부엌에서 쓰는 그릇에 유약을 바르고, 가마에서 깨진 것이 몇 개인지 셉니다. 깨진 그릇도 버리지 않고 둡니다.
-- authors/mina.md --
---
name: {en: Mina Baek, ko: 백미나}
kind: former
role: Carpenter
until: 2026-05-20
photo: {src: mina.svg, alt: Mina, consent: 2026-01-10}
---
I cut the legs of small robots from old window frames, along the grain.
-- authors/mina.ko.md --
낡은 창틀에서 결을 따라 작은 로봇의 다리를 잘라 냅니다. 부러진 다리는 번호를 매겨 서랍에 모아 둡니다.
-- authors/mina.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="11" height="10"/>
-- content/posts/legs/index.md --
---
id: legs
title: Nine legs
date: 2026-03-12
authors: [mina]   # alone
category: tech
summary: What broke when I cut nine legs.
responder: mina
---
I cut nine legs in March and broke two of them. I wrote down what I would do otherwise.
-- content/posts/legs/portrait.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="12" height="10"/>
-- content/posts/hips.md --
---
id: hips
title: Two hips
date: 2026-04-12
authors:
  - jane
  - "mina"
category: tech
summary: What broke when we built two hips.
credits: {editor: [Mina Baek], photo: [Somebody Else]}
reviewed_by: [mina]
responder: jane
---
I built two hips in April. I broke one of them, and Mina Baek laughed.
"""


def erased(folder: Path, *arguments: str) -> Result:
    return run("-C", folder, "author", "erase", *arguments)


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and "public" not in path.parts and ".blogsmith" not in path.parts
    }


def test_without_yes_every_file_is_named_and_none_is_touched(tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE)
    result = erased(root, "mina")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "goes:     authors/mina.ko.md",
        "goes:     authors/mina.md",
        "goes:     authors/mina.svg",
        "is new:   authors/former-writer.ko.md",
        "is new:   authors/former-writer.md",
        "changes:  authors/hoon.md",
        "changes:  config.toml",
        "changes:  content/posts/hips.md",
        "changes:  content/posts/legs/index.md",
        "by hand:  content/posts/hips.md:14:53 still names them",
    ]
    assert texts(root) == files_of(SITE)


def test_a_neutral_byline_stands_in_every_post_and_all_else_stays_as_it_was(tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE)
    result = erased(root, "mina", "--yes")
    assert result.exit_code == 1
    assert "places that only a person can change: 1" in result.stderr
    before, after = dict(files_of(SITE)), texts(root)
    for path in ("authors/mina.md", "authors/mina.ko.md", "authors/mina.svg"):
        del before[path]
    before["authors/hoon.md"] = before["authors/hoon.md"].replace("covered_by: mina\n", "")
    before["config.toml"] = before["config.toml"].replace('editor = "mina"   # until she left\n', "")
    legs, hips = "content/posts/legs/index.md", "content/posts/hips.md"
    before[legs] = before[legs].replace("[mina]", "[former-writer]").replace("responder: mina\n", "")
    before[hips] = (before[hips].replace('"mina"', "former-writer").replace("[mina]", "[former-writer]")).replace(
        "[Mina Baek]", "[former-writer]"
    )
    profile, korean = after.pop("authors/former-writer.md"), after.pop("authors/former-writer.ko.md")
    assert after == before
    assert "name:\n  en: A former writer\n  ko: 전 필자\n" in profile
    assert "kind: former\n" in profile
    assert "until: 2026-05-20\n" in profile
    assert korean.startswith("저는 이 블로그에 글을 썼고")


def test_nothing_published_tells_the_name_and_the_neutral_profile_has_no_fault(tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE.replace(", and Mina Baek laughed", ""))
    assert erased(root, "mina", "--yes").exit_code == 0
    assert "former-writer" not in check(root, "-q").output
    assert build(root, "-q").exit_code == 0
    pages = {path: path.read_bytes() for path in (root / "public").rglob("*") if path.is_file()}
    telling = [path for path, data in pages.items() if b"Mina" in data or "미나".encode() in data or b"mina" in data]
    assert telling == []
    assert b"A former writer" in (root / "public/legs/index.html").read_bytes()


def test_posts_written_alone_are_taken_down_where_that_is_asked_for(tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE)
    result = erased(root, "mina", "--take-down", "--yes")
    assert "goes:     content/posts/legs/index.md" in result.stdout
    assert "look at:  content/posts/legs/portrait.svg (lay beside" in result.stdout
    assert not (root / "content/posts/legs/index.md").exists()
    (entry,) = json.loads((root / "takedowns.json").read_text(encoding="utf-8"))
    assert (entry["id"], entry["reason"]) == ("legs", "the writer asked to be erased")
    assert "former-writer" in (root / "content/posts/hips.md").read_text(encoding="utf-8")


def test_a_post_by_a_writer_from_outside_keeps_telling_what_was_paid(tmp_path: Path) -> None:
    site = """
-- authors/mara.md --
---
name: Mara Okello
kind: external
role: Hydrologist
organisation: Independent
relationship: {en: "A blog paid me 300 euros: once."}
agreement: {signed: 2025-09-03, expires: 2027-09-02}
---
I study groundwater and log the level of sixty-two wells.
-- content/posts/well.md --
---
id: well
title: A well
date: 2026-03-12
authors: [mara]
category: tech
---
I dug a well.
"""
    root = write_site(tmp_path, site)
    assert erased(root, "mara", "--yes").exit_code == 0
    post = (root / "content/posts/well.md").read_text(encoding="utf-8")
    assert post.startswith("---\ndisclosure: 'A blog paid me 300 euros: once.'\nid: well\n")
    assert build(root, "-q").exit_code == 0


def test_line_ends_of_windows_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE)
    path = root / "content/posts/legs/index.md"
    crlf = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(crlf)
    erased(root, "mina", "--yes")
    assert path.read_bytes() == crlf.replace(b"[mina]", b"[former-writer]").replace(b"responder: mina\r\n", b"")


def test_a_second_one_gets_a_byline_of_their_own(tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE)
    erased(root, "mina", "--yes")
    assert "authors/former-writer-2.md" in erased(root, "jane", "--yes").stdout
    assert "- former-writer-2\n  - former-writer\n" in (root / "content/posts/hips.md").read_text(encoding="utf-8")


def test_a_copy_of_the_photo_is_pointed_out(tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE)
    (root / "content/posts/legs/portrait.svg").write_bytes((root / "authors/mina.svg").read_bytes())
    assert "look at:  content/posts/legs/portrait.svg" in erased(root, "mina").stdout


def test_a_name_in_a_comment_in_an_address_and_in_a_theme_is_pointed_out(tmp_path: Path) -> None:
    more = """
-- content/comments/legs.json --
{"comments": [{"author": "Mina Baek"}]}
-- themes/local/templates/team.html --
<a href="/author/mina/">백미나의 글</a> minaret
-- content/pages/team.md --
---
title: Team
extra: {lead: mina}
---
Mina builds.
"""
    root = write_site(tmp_path, SITE + more.lstrip("\n"))
    found = [line.split()[2] for line in erased(root, "mina").stdout.splitlines() if line.startswith("by hand")]
    assert found == [
        "content/comments/legs.json:1:27",
        "content/pages/team.md:3:15",
        "content/posts/hips.md:14:53",
        "themes/local/templates/team.html:1:18",
        "themes/local/templates/team.html:1:25",
    ]


def test_a_name_that_nobody_has_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    result = erased(write_site(tmp_path, SITE), "mnia")
    assert result.exit_code == 2
    assert "did you mean `mina`?" in result.stderr
    assert "blogsmith author erase" in result.stderr
    assert "new author" not in result.stderr
