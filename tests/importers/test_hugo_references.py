"""Where the references of a Hugo site lead: posts, pages, lists, files, or nowhere."""

from pathlib import Path

import pytest

from tests.importers.old_site import draft_of, imported, said

SITE = """\
-- content/posts/one.md --
---
title: One
date: 2020-01-02
---
{body}
-- content/posts/2019/03/2019-03-04-two.md --
---
title: Two
date: 2019-03-04
slug: second
tags: [Ropes]
authors: [jane]
aliases: [/old/two.html]
---
## A part {{#part-one}}

<a name="deep"></a>words
-- content/posts/hidden.md --
---
title: Hidden
date: 2020-01-02
draft: true
---
-- content/about.md --
---
title: About
---
-- content/authors/jane/_index.md --
---
title: Jane
---
-- content/tags/ropes/_index.md --
---
title: Ropes
---
-- static/files/a b.pdf --
x
"""


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('[x]({{< ref "posts/2019/03/2019-03-04-two.md" >}})', "[x](post:second)"),
        ('[x]({{< relref "2019/03/2019-03-04-two" >}})', "[x](post:second)"),
        ('[x]({{< ref "2019-03-04-two.md#part-one" >}})', "[x](post:second#a-part)"),
        ("[x](2019/03/2019-03-04-two.md#deep)", "[x](post:second#a-part)"),
        ("[x](/posts/2019/03/04/second/)", "[x](post:second)"),
        ("[x](/post/second)", "[x](post:second)"),
        ("[x](/old/two.html)", "[x](post:second)"),
        ("[x](/about)", "[x](/about/)"),
        ('{{< ref "second" >}}', "[second](post:second)"),
        ("[x](/tags/ropes/)", "[x](/tag/ropes/)"),
        ('[x]({{< ref "/tags/ropes" >}})', "[x](/tag/ropes/)"),
        ("[x](/authors/jane/)", "[x](/author/jane/)"),
        ("[x](/authors/)", "[x](/authors/)"),
        ("[x](/)", "[x](/)"),
        ("[x](/index.xml)", "[x](/rss.xml)"),
        ("[x](/files/a%20b.pdf)", "[x](a-b.pdf)"),
        ("[x](https://example.com/a)", "[x](https://example.com/a)"),
        ("[x](mailto:jane@example.com)", "[x](mailto:jane@example.com)"),
        ("## Here\n\n[x](#here)", "## Here\n\n[x](#here)"),
        ("## Here it is!\n\n[x](#HereItIs)", "## Here it is!\n\n[x](#here-it-is)"),
    ],
)
def test_a_reference_leads_where_it_led(tmp_path: Path, link: str, expected: str) -> None:
    site = imported(tmp_path, SITE.format(body=link))
    bodies = {draft.origin: draft.body for draft in site.drafts}
    assert bodies["content/posts/one.md"] == expected
    assert [finding for finding in said(site) if "one.md" in finding[1]] == []


@pytest.mark.parametrize(
    ("link", "expected", "rule", "value"),
    [
        ("[x](/nowhere/)", "x *[link lost]*", "import/dead-link", "/nowhere/"),
        ('[x]({{< ref "nowhere.md" >}})', "x *[link lost]*", "import/dead-link", "nowhere.md"),
        ("[x](hidden.md)", "x *[link lost]*", "import/dead-link@unpublished", "hidden.md"),
        ("## [x](/nowhere/)", "## x", "import/dead-link", "/nowhere/"),
        ("[x](#nowhere)", "x", "import/dead-anchor", "#nowhere"),
        ("[x](/about#nowhere)", "[x](/about/)", "import/dead-anchor", "#nowhere"),
        ("[x](javascript:alert)", "x", "import/link-scheme", "javascript:alert"),
        ("[x](www.example.com/a)", "[x](https://www.example.com/a)", "import/link-mended", "www.example.com/a"),
        ("[x](//example.com/a)", "[x](https://example.com/a)", "import/link-mended", "//example.com/a"),
        ("[x](jane@example.com)", "[x](mailto:jane@example.com)", "import/link-mended", "jane@example.com"),
        ('[x]({{< asset-file "a.pdf" >}})', "x *[file missing]*", "import/missing-file", "a.pdf"),
        ("![A cat](cat.png)", "*[image missing: A cat]*", "import/missing-image", "cat.png"),
        ('a{{< figure src="cat.png" >}}b', "a *[image missing: cat.png]* b", "import/missing-image", "cat.png"),
        (
            "![A cat](https://example.com/cat.png)",
            "[image: A cat](https://example.com/cat.png)",
            "import/remote-image",
            "https://example.com/cat.png",
        ),
    ],
)
def test_what_leads_nowhere_is_marked_and_told(tmp_path: Path, link: str, expected: str, rule: str, value: str) -> None:
    site = imported(tmp_path, SITE.format(body=link))
    assert draft_of(site, "content/posts/2020/one.md").body == expected
    assert [finding for finding in said(site) if "one.md" in finding[1]][:1] == [
        (rule, "content/posts/one.md:5", value)
    ]


def test_an_image_without_words_is_named_by_its_file(tmp_path: Path) -> None:
    text = "-- content/posts/one/index.md --\n---\ntitle: One\ndate: 2020-01-02\n---\n![](my_cat.png)\n"
    site = imported(tmp_path, text + "-- content/posts/one/my_cat.png --\nx\n")
    assert draft_of(site, "content/posts/2020/one/index.md").body == "![my cat](my_cat.png)"
    assert said(site) == [("import/image-words", "content/posts/one/index.md:5", "my_cat.png")]


def test_a_link_to_the_old_sites_own_host_is_a_link_within_the_new_one(tmp_path: Path) -> None:
    text = SITE.format(body="[x](https://old.example.com/about/) [y](https://old.example.com/gone/)")
    site = imported(tmp_path, f"-- config.toml --\nbaseURL = 'https://old.example.com'\n{text}")
    assert draft_of(site, "content/posts/2020/one.md").body == "[x](/about/) [y](https://old.example.com/gone/)"


def test_former_addresses_are_kept_where_nothing_else_stands(tmp_path: Path) -> None:
    site = imported(
        tmp_path,
        """
        -- config.toml --
        [permalinks]
        posts = "/:year/:month/:slug/"
        -- content/posts/one.md --
        ---
        title: One
        date: 2020-01-02
        aliases: [old/one, /tag/x/, /two/, "/a b/"]
        ---
        -- content/posts/two.md --
        ---
        title: Two
        date: 2020-01-03
        url: /2020/two.html
        ---
        """,
    )
    assert draft_of(site, "content/posts/2020/one.md").front_matter["aliases"] == ["/posts/old/one/", "/2020/01/one/"]
    assert draft_of(site, "content/posts/2020/two.md").front_matter["aliases"] == ["/2020/two.html"]
    assert said(site) == [
        ("import/alias@form", "content/posts/one.md:4", "/a b/"),
        ("import/alias@taken", "content/posts/one.md:4", "/tag/x/"),
        ("import/alias@taken", "content/posts/one.md:4", "/two/"),
    ]
