"""Links that were paid for carry `rel="sponsored"` in the post and in feeds, and no other link does."""

import json
from html import unescape
from pathlib import Path

import pytest

from tests.site import build, write_site

SITE = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
[policy]
since = 2100-01-01
sponsors = ["www.Shop.example"]
-- authors/mara.md --
---
name: Mara Okello
kind: external
role: Hydrologist
organisation: Independent
relationship: Norae paid me 300 euros for this post.
agreement: {signed: 2025-09-03, expires: 2027-09-02}
links: [{label: Field notes, url: "https://mara.example/notes"}]
---
I study groundwater.
-- content/posts/paid.md --
---
id: paid
title: Paid
date: 2026-03-12
authors: [mara]
category: tech
---
I read [the shop](https://shop.example/a?b=1&c=2 "Shop"), [my notes](https://mara.example/x) and [a paper](https://paper.example/).
-- content/posts/own.md --
---
id: own
title: Own
date: 2026-03-11
authors: [jane]
category: tech
---
I read [the shop](https://shop.example/).
"""


@pytest.mark.parametrize("file", ["paid/index.html", "atom.xml", "feed.json"])
def test_a_paid_link_says_so_wherever_the_text_is_read(tmp_path: Path, file: str) -> None:
    root = write_site(tmp_path, SITE)
    assert build(root).exit_code == 0
    text = _bodies(root / "public" / file)
    assert '<a href="https://shop.example/a?b=1&amp;c=2" rel="sponsored noopener" title="Shop">' in text
    assert '<a href="https://mara.example/x" rel="sponsored noopener">' in text
    assert '<a href="https://paper.example/" rel="noopener">' in text


def _bodies(file: Path) -> str:
    """What a reader of the file is given as HTML."""
    text = file.read_text()
    if file.suffix == ".json":
        return "".join(item["content_html"] for item in json.loads(text)["items"])
    return unescape(text) if file.suffix == ".xml" else text


def test_a_link_to_a_sponsor_in_a_post_that_was_not_paid_for_is_a_plain_one(tmp_path: Path) -> None:
    root = write_site(tmp_path, SITE)
    assert build(root).exit_code == 0
    assert 'href="https://shop.example/" rel="noopener"' in (root / "public/own/index.html").read_text()
