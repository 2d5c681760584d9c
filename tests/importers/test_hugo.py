"""A Hugo site becomes drafts of ours."""

from datetime import date, datetime
from pathlib import Path

from tests.importers.old_site import draft_of, imported, said

POST = """\
-- content/posts/well.md --
---
title: "Wells &amp; <em>ropes</em>"
date: 2020-01-02 9:05:00 +0900
lastmod: 2021-03-04
authors: [jane]
tags: [Rope, rope, "C++"]
description: Two lines.
expiryDate: 2022-01-01
canonical: https://elsewhere.example.com/well
draft: false
weight: 3
menu: {main: {name: Wells}}
empty: ""
---
I dug.
"""


def test_every_key_of_a_post_has_a_home_or_is_kept_under_extra(tmp_path: Path) -> None:
    draft = draft_of(imported(tmp_path, POST), "content/posts/2020/well.md")
    assert {key: str(value) for key, value in draft.front_matter.items()} == {
        "id": "well",
        "title": "Wells & ropes",
        "date": "2020-01-02 09:05:00+09:00",
        "authors": "['jane']",
        "category": "culture",
        "updated": "2021-03-04",
        "tags": "['Rope', 'C++']",
        "summary": "Two lines.",
        "expires": "2022-01-01",
        "canonical": "https://elsewhere.example.com/well",
        "extra": "{'hugo': {'weight': 3, 'menu': {'main': {'name': 'Wells'}}}}",
    }
    assert draft.body == "I dug."


def test_an_expiry_date_may_become_a_day_to_review_the_post_by(tmp_path: Path) -> None:
    front = draft_of(imported(tmp_path, POST, without_expiry=True), "content/posts/2020/well.md").front_matter
    assert (front["review_by"], front.get("expires")) == (date(2022, 1, 1), None)


def test_both_sums_hold(tmp_path: Path) -> None:
    site = imported(
        tmp_path,
        """
        -- content/posts/one.md --
        ---
        title: One
        date: 2020-01-02
        ---
        -- content/posts/later.md --
        ---
        title: Later
        date: 2030-01-02
        ---
        -- content/posts/gone.md --
        ---
        title: Gone
        date: 2020-01-02
        expirydate: 2021-01-01
        ---
        -- content/posts/draft.md --
        ---
        title: Draft
        date: 2020-01-02
        draft: true
        ---
        -- content/posts/broken.md --
        ---
        title: [
        ---
        -- content/about.md --
        ---
        title: About
        ---
        -- content/posts/_index.md --
        ---
        title: Posts
        ---
        -- content/authors/jane/_index.md --
        ---
        title: Jane
        ---
        """,
    )
    counts = {count.kind: count for count in site.counts}
    assert {kind: (c.found, c.imported, c.refused, c.published, c.unpublished) for kind, c in counts.items()} == {
        "post": (4, 4, 0, 1, 3),
        "page": (2, 1, 1, 1, 0),
        "profile": (1, 1, 0, 1, 0),
        "list": (1, 0, 1, 0, 0),
    }


def test_a_toml_post_in_its_own_folder_brings_its_files(tmp_path: Path) -> None:
    site = imported(
        tmp_path,
        """
        -- content/blog/my-well/index.md --
        +++
        title = "My well"
        date = 2020-01-02T09:05:00Z
        author = "Jane Doe"
        series = ["Wells"]
        [cover]
        image = "cover.jpg"
        alt = "A well"
        +++
        ![The rope](rope.png "Ten metres") and [the table](data.csv).
        ![Shared](/img/shared.svg)
        -- content/blog/my-well/cover.jpg --
        x
        -- content/blog/my-well/rope.png --
        x
        -- content/blog/my-well/data.csv --
        x
        -- static/img/shared.svg --
        x
        """,
    )
    draft = draft_of(site, "content/posts/2020/my-well/index.md")
    assert draft.body == '![The rope](rope.png "Ten metres") and [the table](data.csv).\n![Shared](shared.svg)'
    assert draft.front_matter["cover"] == {"src": "cover.jpg", "alt": "A well"}
    assert (draft.front_matter["authors"], draft.front_matter["series"]) == (["jane-doe"], "wells")
    assert sorted(file.path for file in site.carried) == [
        f"content/posts/2020/my-well/{name}" for name in ("cover.jpg", "data.csv", "rope.png", "shared.svg")
    ]
    assert '[series.wells]\ntitle = "Wells"' in site.config


def test_translations_stay_together(tmp_path: Path) -> None:
    site = imported(
        tmp_path,
        """
        -- hugo.toml --
        title = "The well"
        baseURL = "https://well.example.com/"
        defaultContentLanguage = "ko"
        timeZone = "Asia/Seoul"
        [languages.ko]
        [languages.en]
        -- content/posts/well.md --
        ---
        title: 우물
        date: 2020-01-02
        ---
        -- content/posts/well.en.md --
        ---
        title: The well
        date: 2020-01-03
        ---
        -- content/about.en.md --
        ---
        title: About
        ---
        """,
    )
    korean = draft_of(site, "content/posts/2020/well.md").front_matter
    english = draft_of(site, "content/posts/2020/well.en.md").front_matter
    assert (korean["id"], english["translation_of"]) == ("well", "well")
    assert draft_of(site, "content/pages/about.en.md").front_matter["title"] == "About"
    assert site.config.startswith(
        '[site]\ntitle = "The well"\nbase_url = "https://well.example.com/"\nlanguage = "ko"\n'
        'languages = ["ko", "en"]\ntime_zone = "Asia/Seoul"\n'
    )


def test_profiles_come_from_content_and_data_and_from_the_names_in_posts(tmp_path: Path) -> None:
    site = imported(
        tmp_path,
        """
        -- content/authors/jane/_index.md --
        ---
        display_name: Jane Doe
        github: jdoe
        agency_full_name: Office of Wells
        email: jane@example.com
        pronoun: she
        ---
        I dig.
        -- data/authors/kim.yml --
        name: 김하늘
        bio: I draw.
        -- content/posts/one.md --
        ---
        title: One
        date: 2026-01-02
        authors: [Jane Doe, kim, "홍 길동"]
        ---
        -- content/posts/two.md --
        ---
        title: Two
        date: 2020-01-02
        ---
        """,
    )
    jane = draft_of(site, "authors/jane.md")
    assert jane.front_matter == {
        "name": "Jane Doe",
        "kind": "in-house",
        "team": "Office of Wells",
        "links": [{"label": "GitHub", "url": "https://github.com/jdoe"}],
        "private": {"email": "jane@example.com"},
        "extra": {"hugo": {"pronoun": "she"}},
    }
    assert jane.body == "I dig."
    assert draft_of(site, "authors/kim.md").body == "I draw."
    assert draft_of(site, "authors/hong-gildong.md").front_matter == {"name": "홍 길동", "kind": "former"}
    assert draft_of(site, "authors/desk.md").front_matter == {"name": "Desk", "kind": "former"}
    assert draft_of(site, "content/posts/2026/one.md").front_matter["authors"] == ["jane", "kim", "hong-gildong"]
    assert (site.made, said(site)) == (2, [("import/unknown-author", "content/posts/one.md:4", "hong-gildong")])


def test_who_has_not_written_for_a_year_is_paused(tmp_path: Path) -> None:
    text = """
    -- content/authors/jane/_index.md --
    ---
    title: Jane
    ---
    -- content/posts/one.md --
    ---
    title: One
    date: 2020-01-02
    authors: [jane]
    ---
    """
    assert draft_of(imported(tmp_path, text), "authors/jane.md").front_matter["status"] == "paused"


def test_categories_of_the_old_site_are_kept_where_most_posts_have_one(tmp_path: Path) -> None:
    site = imported(
        tmp_path,
        """
        -- content/posts/one.md --
        ---
        title: One
        date: 2020-01-02
        categories: [우물 파기]
        ---
        -- content/posts/two.md --
        ---
        title: Two
        date: 2020-01-02
        ---
        """,
        category="misc",
    )
    paths = ("content/posts/2020/one.md", "content/posts/2020/two.md")
    assert [draft_of(site, path).front_matter["category"] for path in paths] == ["umul-pagi", "misc"]
    assert '[categories.umul-pagi]\nlabel = "우물 파기"\n\n[categories.misc]\nlabel = "misc"' in site.config


def test_an_event_says_when_it_is_and_shows_its_recording(tmp_path: Path) -> None:
    site = imported(
        tmp_path,
        """
        -- content/events/2019/talk.md --
        ---
        title: A talk
        date: 2019-03-13 15:00:00 -0500
        end_date: 2019-03-13 16:00:00 -0500
        host: Wells_and_ropes
        registration_url: https://example.com/r
        youtube_id: abcdefghijk
        ---
        Come.
        """,
    )
    assert draft_of(site, "content/posts/2019/talk.md").body == (
        "**When:** 2019-03-13 15:00 -05:00 until 2019-03-13 16:00 -05:00 · **Host:** Wells\\_and\\_ropes · "
        "[Registration](https://example.com/r)\n\nCome.\n\n"
        '::: youtube id="abcdefghijk" title="A talk"\n:::'
    )


def test_a_date_without_offset_counts_in_the_sites_own_zone(tmp_path: Path) -> None:
    text = """
    -- hugo.yaml --
    timeZone: Asia/Seoul
    -- content/posts/one.md --
    ---
    title: One
    date: 2026-06-01 20:30
    ---
    """
    site = imported(tmp_path, text)
    assert draft_of(site, "content/posts/2026/one.md").front_matter["date"] == datetime(2026, 6, 1, 20, 30)
    assert [count.published for count in site.counts] == [1]


def test_posts_at_the_top_of_the_content_folder_are_posts_where_no_section_has_any(tmp_path: Path) -> None:
    site = imported(tmp_path, "-- content/2020-01-02-one.md --\n---\ntitle: One\n---\n-- content/about.md --\nWords.\n")
    assert sorted(draft.path for draft in site.drafts) == [
        "authors/desk.md",
        "content/pages/about.md",
        "content/posts/2020/one.md",
    ]


def test_two_sites_that_are_one_become_the_same_files(tmp_path: Path) -> None:
    assert imported(tmp_path / "a", POST).drafts == imported(tmp_path / "b", POST).drafts
