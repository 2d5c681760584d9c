"""A body with a fault is refused where the fault stands, and what it refers to must be there."""

import base64
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.refusal import assert_refused
from tests.site import write_file

Published = Callable[[str], Path]

HEAD = "---\nid: robot\ntitle: A robot\ndate: 2026-03-12\nauthors: [jane]\ncategory: tech\n"
ROBOT = "content/posts/robot/index.md"


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ("I <b>built</b> it.", "markdown/raw-html {}:8:3"),
        ("<div onclick=x>I built it.</div>", "markdown/raw-html {}:8:1"),
        ("Fine.\n\n<script>alert(1)</script>", "markdown/raw-html {}:10:1"),
        ("::: calout\nI built it.\n:::", "markdown/unknown-block {}:8:5"),
        ("::: callout\nI built it.", "markdown/unclosed-block {}:8:1"),
        ("[x](javascript:alert(1))", "link/scheme {}:8:5"),
        ("[x](JaVaScRiPt:alert(1))", "link/scheme {}:8:5"),
        ("[x](java&#10;script:alert(1))", "link/scheme {}:8:5"),
        ("[x](data:text/html,x)", "link/scheme {}:8:5"),
        ("[x](//evil.example/)", "link/scheme {}:8:5"),
        ("![x](javascript:alert(1))", "link/scheme {}:8:6"),
        ("![x](https://elsewhere.example/a.png)", "link/remote-image {}:8:6"),
        ("[x](../wel.md)", "link/dead {}:8:5"),
        ("[x](/wel/)", "link/dead {}:8:5"),
        ("[x](../../../../etc/passwd)", "link/dead {}:8:5"),
        ("[x](#part)", "link/dead-anchor {}:8:5"),
        ("[x](../well.md#part)", "link/dead-anchor {}:8:5"),
        ("[x](post:wel)", "link/unknown-post {}:8:10"),
        ("![A robot](robot.png)", "link/missing-image {}:8:12"),
        ("![A robot](../../../../../etc/hostname.png)", "link/missing-image {}:8:12"),
        ('::: file src="plan.pdf" title="Plan"\n:::', "link/missing-file {}:8:15"),
        (">" * 60 + " deep", "markdown/nesting {}:8:1"),
    ],
)
def test_a_fault_of_the_body_is_refused_where_it_stands(published: Published, body: str, finding: str) -> None:
    assert_refused(published(f"-- {ROBOT} --\n{HEAD}---\n{body}\n"), finding.format(ROBOT))


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("a.svg", SVG.format("<script>alert(1)</script>"), "safety/image-script"),
        ("a.svg", SVG.format('<g onload="alert(1)"/>'), "safety/image-script"),
        ("a.svg", SVG.format('<a xlink:href="javascript:alert(1)"><text>x</text></a>'), "safety/image-script"),
        ("a.svg", SVG.format("<foreignObject/>"), "safety/image-script"),
        ("a.svg", '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"), "safety/image-script"),
        ("a.svg", SVG.format('<image href="https://elsewhere.example/a.png"/>'), "safety/image-script"),
        ("a.svg", SVG.format("<style>@import url(https://elsewhere.example/a.css)</style>"), "safety/image-script"),
        ("a.svg", SVG.format('<rect style="fill:url(https://elsewhere.example/#a)"/>'), "safety/image-script"),
        ("a.svg", "<svg", "media/unusable"),
        ("a.svg", "<html xmlns='http://www.w3.org/1999/xhtml'/>", "media/unusable"),
        ("a.png", PIXEL[:40], "media/unusable"),
        ("a.png", b"no picture", "media/unusable"),
        ("a.jpg", PIXEL, "media/unusable"),
        ("a.exe", b"MZ", "media/unusable"),
    ],
)  # fmt: skip
def test_a_picture_that_cannot_be_published_is_refused_where_it_is_shown(
    published: Published, name: str, content: str | bytes, rule: str
) -> None:
    folder = published(f"-- {ROBOT} --\n{HEAD}---\nIt looks like this:\n\n![A robot]({name})\n")
    target = folder / "content/posts/robot" / name
    target.write_bytes(content.encode() if isinstance(content, str) else content)
    assert_refused(folder, f"{rule} {ROBOT}:10:12")


def test_a_cover_that_is_not_there_is_refused(published: Published) -> None:
    folder = published(f"-- {ROBOT} --\n{HEAD}cover: {{src: robot.png, alt: A robot}}\n---\nI built it.\n")
    assert_refused(folder, f"link/missing-image {ROBOT}:7:14")


def test_a_cover_from_another_folder_of_the_machine_is_refused(published: Published) -> None:
    folder = published(f"-- {ROBOT} --\n{HEAD}cover: {{src: ../../../../secret.png}}\n---\nI built it.\n")
    (folder.parent / "secret.png").write_bytes(PIXEL)
    assert_refused(folder, f"link/missing-image {ROBOT}:7:14")


def test_a_photo_that_is_not_there_is_refused(published: Published) -> None:
    folder = published("-- authors/jane.md --\n---\nname: Jane\nkind: in-house\nphoto: {src: jane.jpg}\n---\n")
    assert_refused(folder, "link/missing-image authors/jane.md:4:14")


def test_a_fault_of_a_bio_is_refused(published: Published) -> None:
    folder = published("-- authors/jane.md --\n---\nname: Jane\nkind: in-house\n---\nI <b>am</b> Jane.\n")
    assert_refused(folder, "markdown/raw-html authors/jane.md:5:3")


def test_a_fault_of_a_page_is_refused(published: Published) -> None:
    write_file(published(""), "content/pages/about.md", "---\ntitle: About\n---\n[x](nowhere.md)\n")
    assert_refused(published(""), "link/dead content/pages/about.md:4:5")
