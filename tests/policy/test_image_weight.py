"""What a picture may weigh where a site says nothing."""

from pathlib import Path

import pytest

from tests.site import check, write_site

SITE = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
summary: What broke when I built a robot.
responder: jane
---
I built it in March. I broke two of its legs.

![A robot on three legs](robot.svg)
"""
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><!--%s--></svg>'


@pytest.mark.parametrize(("kb", "said"), [(500, ""), (501, "`robot.svg` weighs 501 KiB, more than 500")])
def test_a_picture_may_weigh_500_kb(tmp_path: Path, kb: int, said: str) -> None:
    root = write_site(tmp_path, SITE)
    padding = b"x" * (kb * 1024 - len(PICTURE % b""))
    (root / "content/posts/robot.svg").write_bytes(PICTURE % padding)
    output = check(root, "-q").output
    assert (said in output, bool(output)) == (True, bool(said))
