"""Where a link in a body leads."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.refusal import findings
from tests.site import build, check, write_file

Site = Callable[[str], Path]

SITE = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://example.com/blog/"
languages = ["en", "ko"]
[policy]
since = 2100-01-01
-- content/posts/2026/robot/index.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
tags: [Robots]
aliases: [/old/]
---
BODY

## What it saw
-- content/posts/2026/robot/index.ko.md --
---
id: robot-ko
title: 로봇
date: 2026-03-12
authors: [jane]
category: tech
---
## 본 것
-- content/posts/well.md --
---
id: well
title: A <well>
date: 2026-03-11
authors: [jane]
category: tech
---
## Its depth

I measured it.[^1]

[^1]: Twice.
-- content/posts/2026/robot/log book.csv --
1,2
-- content/pages/about.md --
---
title: About
---
## Who
"""


def link(site: Site, target: str, words: str = "x") -> str:
    """The link that `[words](target)` in the post on the robot becomes."""
    folder = site(SITE.replace("BODY", f"[{words}]({target})"))
    result = build(folder)
    assert result.exit_code == 0, result.stderr
    page = (folder / "public/robot/index.html").read_text(encoding="utf-8")
    found = re.search(r'<div class="[^"]*\btext\b[^"]*">\s*<p>(.*?)</p>', page, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("../../well.md", "/blog/well/"),
        ("../../well.md#its-depth", "/blog/well/#h-its-depth"),
        ("../../well", "/blog/well/"),
        ("../../../pages/about.md#who", "/blog/about/#h-who"),
        ("index.ko.md", "/blog/ko/robot/"),
        ("index.ko.md#본-것", "/blog/ko/robot/#h-본-것"),
        ("index.ko.md#%EB%B3%B8-%EA%B2%83", "/blog/ko/robot/#h-본-것"),
        ("#what-it-saw", "#h-what-it-saw"),
        ("/well/", "/blog/well/"),
        ("/well", "/blog/well/"),
        ("/well/#its-depth", "/blog/well/#h-its-depth"),
        ("/", "/blog/"),
        ("/ko/", "/blog/ko/"),
        ("/about/", "/blog/about/"),
        ("/author/jane/", "/blog/author/jane/"),
        ("/category/tech/", "/blog/category/tech/"),
        ("/tag/robots/", "/blog/tag/robots/"),
        ("/archive/2026/", "/blog/archive/2026/"),
        ("/rss.xml", "/blog/rss.xml"),
        ("/category/tech/atom.xml", "/blog/category/tech/atom.xml"),
        ("/old/", "/blog/old/"),
        ("/p/well/", "/blog/p/well/"),
        ("post:well", "/blog/well/"),
        ("post:well#its-depth", "/blog/well/#h-its-depth"),
        ("https://example.org/?a=b&c#d", "https://example.org/?a=b&amp;c#d"),
        ("mailto:jane@example.com", "mailto:jane@example.com"),
    ],
)
def test_a_link_leads_to_the_page_of_what_it_names(site: Site, target: str, href: str) -> None:
    found = re.search(r'<a href="([^"]*)"', link(site, target))
    assert found is not None
    assert found[1] == href


def test_a_link_to_a_file_leads_to_its_published_copy(site: Site) -> None:
    assert re.search(r'<a href="/blog/media/log-book\.[0-9a-f]+\.csv"', link(site, "<log book.csv>"))


def test_a_link_without_words_has_the_title_of_the_post(site: Site) -> None:
    assert link(site, "../../well.md", words="") == '<a href="/blog/well/">A &lt;well&gt;</a>'
    assert link(site, "post:well", words="") == '<a href="/blog/well/">A &lt;well&gt;</a>'


def test_a_name_in_parts_is_found_under_its_composed_form(site: Site) -> None:
    folder = site(SITE.replace("BODY", "![A picture](그림.svg) [x](우물.md)"))
    head = "---\nid: umul\ntitle: 우물\ndate: 2026-03-12\nauthors: [jane]\ncategory: tech\n---\n"
    for name, text in (("그림.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"), ("우물.md", head)):
        write_file(folder, "content/posts/2026/robot/" + unicodedata.normalize("NFD", name), text)
    assert findings(check(folder, "--format", "json")) == ()


@pytest.mark.parametrize(
    ("target", "rule", "near"),
    [
        ("../../wel.md", "link/dead", "../../well.md"),
        ("../well.md", "link/dead", "../../well.md"),
        ("/wel/", "link/dead", "/well/"),
        ("/Well/", "link/dead", "/well/"),
        ("/blog/well/", "link/dead", ""),
        ("/ko/well/", "link/dead", ""),
        ("/tag/nothing/", "link/dead", ""),
        ("/archive/2025/", "link/dead", "/archive/2026/"),
        ("../../well.md#its-detph", "link/dead-anchor", "#its-depth"),
        ("#h-what-it-saw", "link/dead-anchor", ""),
        ("/about/#whom", "link/dead-anchor", "#who"),
        ("post:wel", "link/unknown-post", "well"),
        ("", "", ""),
        ("C:\\well.md", "link/scheme", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_the_nearest(site: Site, target: str, rule: str, near: str) -> None:
    folder = site(SITE.replace("BODY", f"[x]({target})"))
    result = check(folder, "--format", "json")
    assert [finding.split()[0] for finding in findings(result)] == ([rule] if rule else [])
    assert f"did you mean `{near}`?" in result.stdout or not near


@pytest.mark.parametrize("state", ["draft: true", "date: 2026-09-01"])
def test_an_unpublished_post_may_link_to_another_one(site: Site, state: str) -> None:
    head = "authors: [jane]\ncategory: tech\n" + ("date: 2026-03-12\n" if "draft" in state else "")
    two = "".join(
        f"-- content/posts/{name}.md --\n---\nid: {name}\ntitle: A\n{head}{state}\n---\n[x]({other}.md)\n"
        for name, other in (("one", "two"), ("two", "one"))
    )
    assert findings(check(site(SITE.replace("BODY", "") + two), "--format", "json")) == ()


@pytest.mark.parametrize(
    ("lines", "finding"),
    [
        ('[[navigation]]\nlabel = "A"\nurl = "/abuot/"\n', "link/dead config.toml:9:1"),
        ('[[footer]]\nlabel = "A"\nurl = {en = "/about/", ko = "/ko/about/"}\n', "link/dead config.toml:9:1"),
        ('[legal]\nprivacy_url = "/privacy/"\n', "link/dead config.toml:8:1"),
        ('[[footer]]\nlabel = "A"\nurl = "/hidden/"\n', "link/unpublished config.toml:9:1"),
        ('[[navigation]]\nlabel = "A"\nurl = "/about/#who"\n', ""),
        ('[[navigation]]\nlabel = "A"\nurl = "/category/tech/"\n', ""),
        ('[[navigation]]\nlabel = "A"\nurl = "/press.pdf"\n', ""),
        ('[[navigation]]\nlabel = "A"\nurl = "https://example.org/"\n', ""),
        ('[[navigation]]\nlabel = "A"\nurl = "//example.org/"\n', ""),
    ],
)
def test_a_link_of_the_config_is_looked_at_too(site: Site, lines: str, finding: str) -> None:
    text = SITE.replace("BODY", "").replace("since = 2100-01-01\n", f"since = 2100-01-01\n{lines}")
    hidden = "-- content/pages/hidden.md --\n---\ntitle: Hidden\ndraft: true\n---\n"
    folder = site(text + hidden + "-- themes/local/assets/static/press.pdf --\nx\n")
    for result in (check(folder, "--format", "json"), build(folder, "--format", "json")):
        assert (findings(result), result.exit_code) == ((finding,) if finding else (), int(bool(finding)))


def test_a_file_that_the_theme_publishes_can_be_linked_to_and_is_no_ones_address(site: Site) -> None:
    static = "-- themes/local/assets/static/press.pdf --\nx\n"
    assert findings(check(site(SITE.replace("BODY", "[x](/press.pdf)") + static), "--format", "json")) == ()
    taken = site(SITE.replace("BODY", "").replace("[/old/]", "[/press.pdf]") + static)
    assert findings(check(taken, "--format", "json")) == ("output/two-sources content/posts/2026/robot/index.md:8:11",)


def test_a_link_from_a_bio_is_resolved_too(site: Site) -> None:
    jane = "-- authors/jane.md --\n---\nname: Jane\nkind: in-house\n---\nI wrote [it](../content/posts/wel.md).\n"
    folder = site(SITE.replace("BODY", "") + jane)
    assert findings(check(folder, "--format", "json")) == ("link/dead authors/jane.md:5:14",)
