"""What each provider's widget is, kept in `goldens/widgets.json` with the contract it follows; and what is refused."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from blogsmith.pages.widgets.provider import Options, Provider, Thread
from blogsmith.pages.widgets.table import PROVIDERS
from tests.refusal import assert_refused
from tests.site import CONFIG, build, write_site

GOLDENS = Path(__file__).parent / "goldens" / "widgets.json"
Published = Callable[[str], Path]

THREAD = Thread(
    key="/p/robot",
    title='A "robot" & its day',
    language="ko",
    short_url="https://blog.example.com/p/robot/",
    first_url="https://old.example.com/p/robot/",
    mention="https://m.example/@jane/11",
)

each_provider = pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)


def options_of(provider: Provider) -> Options:
    """Every option as its example shows it."""
    return {option.name: json.loads(option.example) for option in provider.options}


def shown(provider: Provider) -> dict[str, Any]:
    """A provider's widget and policy as plain values."""
    options = options_of(provider)
    widget = asdict(provider.widget(THREAD, options))
    policy = {name: list(sources) for name, sources in provider.csp(options).items()}
    return {"contract": provider.contract, "csp": policy, **json.loads(json.dumps(widget))}


def test_every_widget_is_what_is_kept(request: pytest.FixtureRequest) -> None:
    found = {provider.id: shown(provider) for provider in PROVIDERS}
    if request.config.getoption("--rewrite-goldens"):
        GOLDENS.parent.mkdir(exist_ok=True)
        GOLDENS.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(GOLDENS.read_text(encoding="utf-8"))


@each_provider
def test_every_contract_is_dated(provider: Provider) -> None:
    assert re.search(r"20\d\d-\d\d", provider.contract)


@each_provider
def test_a_thread_is_known_by_its_key_or_its_permanent_address_and_never_by_its_url(provider: Provider) -> None:
    said = json.dumps(asdict(provider.widget(THREAD, options_of(provider))))
    assert provider.id in {"webmention", "mastodon"} or "/p/robot" in said
    assert "pathname" not in said


@each_provider
def test_a_policy_names_every_origin_of_the_widget_and_no_wildcard(provider: Provider) -> None:
    options = options_of(provider)
    plan = provider.widget(THREAD, options).plan or {}
    sources = [source for of_directive in provider.csp(options).values() for source in of_directive]
    own = {
        match[0] for url in (plan.get("script", ""), plan.get("style", "")) if (match := re.match("https://[^/]+", url))
    }
    assert own <= set(sources)
    assert [source for source in sources if "*" in source] == []


@pytest.mark.parametrize(
    ("lines", "finding"),
    [
        ('provider = "giscuss"\n', "comments/provider config.toml:6:1"),
        ('provider = "isso"\n', "comments/missing-option config.toml:5:2"),
        (
            'provider = "isso"\n[comments.options]\nserver = "https://c.example"\nvote = true\n',
            "comments/option config.toml:9:1",
        ),
        ('provider = "isso"\n[comments.options]\nserver = "c.example"\n', "comments/option-value config.toml:8:1"),
        ('provider = "disqus"\n[comments.options]\nshortname = "a.b; x"\n', "comments/option-value config.toml:8:1"),
        ('provider = "hyvor"\n[comments.options]\nwebsite_id = true\n', "comments/option-value config.toml:8:1"),
        ("reply_days = 31\n", "comments/reply-days config.toml:6:1"),
        ('load = "now"\n', "config/choice config.toml:6:1"),
    ],
)
def test_a_fault_of_the_comments_section_is_refused_where_it_stands(
    published: Published, lines: str, finding: str
) -> None:
    config = CONFIG.replace("[policy]", f"[comments]\n{lines}[policy]")
    assert_refused(published(f"-- config.toml --\n{config}"), finding, exit_code=2)


POST = """
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
responder: jane
{more}
---
I built it.
"""

ISSO = '[comments]\nprovider = "isso"\nmanners = "Be kind."\n[comments.options]\nserver = "https://c.example"\n'


def page(folder: Path, config: str, more: str = "") -> str:
    """The page of the post under a config."""
    text = f"-- config.toml --\n{CONFIG.replace('[policy]', config + '[policy]')}{POST.format(more=more)}"
    result = build(write_site(folder, text))
    assert result.exit_code == 0, result.output
    return (folder / "public/robot/index.html").read_text(encoding="utf-8")


def test_a_widget_stands_under_the_post_with_the_blogs_manners(tmp_path: Path) -> None:
    html = page(tmp_path, ISSO)
    assert 'data-isso-id="/p/robot"' in html
    assert "Be kind." in html
    assert re.search(r'<script type="module" src="/assets/comments\.\w+\.js">', html)


@pytest.mark.parametrize("more", ["comments: false", "comments: {locked: true}"])
def test_a_post_that_takes_no_comments_has_no_widget_and_loads_no_script(tmp_path: Path, more: str) -> None:
    html = page(tmp_path, ISSO, more)
    assert ("data-widget" in html, "comments." in re.sub(r"comments-title|#comments", "", html)) == (False, False)


def test_the_contact_of_the_category_stands_on_every_post(tmp_path: Path) -> None:
    desk = '[categories.tech.contact]\nlabel = "Repairs"\nurl = "mailto:r@example.com"\n'
    html = page(tmp_path, f'[categories.tech]\nlabel = "Tech"\n{desk}', "comments: false")
    assert '<a href="mailto:r@example.com">Repairs</a>' in html


def test_a_thread_on_mastodon_must_be_one(published: Published) -> None:
    assert_refused(
        published(POST.format(more="comments: {thread: https://m.example/jane}")),
        "comments/thread content/posts/robot.md:8:20",
    )
