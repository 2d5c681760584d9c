"""A PDF is published without what it says of its author, or not at all."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.refusal import findings
from tests.site import build, check, tree

Site = Callable[[str], Path]

POST = """
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
---
I drew it: [the plan](plan.pdf).
"""


def pdf(*, password: str = "") -> bytes:
    """One page, by somebody who is named."""
    writer = PdfWriter()
    writer.add_blank_page(width=100, height=100)
    writer.add_metadata({"/Author": "JaneAtHome"})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_a_pdf_is_published_without_its_author(site: Site) -> None:
    folder = site(POST)
    (folder / "content/posts/plan.pdf").write_bytes(pdf())
    assert b"JaneAtHome" in pdf()
    for _ in range(2):
        assert build(folder).exit_code == 0
        [content] = [content for path, content in tree(folder / "public").items() if path.endswith(".pdf")]
        assert (b"JaneAtHome" in content, len(PdfReader(io.BytesIO(content)).pages)) == (False, 1)


@pytest.mark.parametrize(
    "content",
    [pdf(password="x"), pdf()[:300], b"%PDF-1.7\n", b"", b"no PDF at all"],
    ids=["with a password", "cut off", "a head alone", "empty", "something else"],
)
def test_a_pdf_that_cannot_be_opened_is_refused_where_it_is_shown(site: Site, content: bytes) -> None:
    folder = site(POST)
    (folder / "content/posts/plan.pdf").write_bytes(content)
    for run in (check, build, build):
        result = run(folder, "--format", "json")
        assert (findings(result), result.exit_code) == (("media/unusable content/posts/robot.md:8:23",), 1)
    assert "without a password" in build(folder).stderr
    assert not (folder / "public").exists()
