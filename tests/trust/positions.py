"""Every place where a writer can put a text: in a body, or in the head of a post or profile."""

import json
from collections.abc import Callable, Mapping

_BODY = {
    "paragraph": "{}",
    "inside a sentence": "I saw {} there.",
    "heading": "## {}\n\nI came back.",
    "list": "- {}\n  - {}",
    "quote": "> {}",
    "link text": "[{}](https://a.example/)",
    "link target": "[a]({})",
    "link target in brackets": "[a](<{}>)",
    "link title": "[a](https://a.example/ \"{}\")",
    "autolink": "<{}>",
    "reference": "[a][b]\n\n[b]: <{}> '{}'",
    "picture": "![{}]({})",
    "code": "`{}` and ``{}``",
    "block of code": "```js\n{}\n```",
    "language of code": "```{}\nx\n```",
    "title of code": "```js title=\"{}\" lines=\"{}\"\nx\n```",
    "table": "| {} | b |\n|---|---|\n| {} | d |",
    "callout": "> [!NOTE] {}\n> {}",
    "video": '::: youtube id="M7lc1UVf-VE" title="{}"\n{}\n:::',
    "video id": '::: vimeo id="{}" title="a"\n:::',
    "figure": '::: figure src="{}" alt="{}" credit="{}"\n{}\n:::',
    "unknown block": "::: {}\n{}\n:::",
    "footnote": "a[^1]\n\n[^1]: {}",
    "footnote name": "a[^{}]\n\n[^{}]: b",
    "language of words": "[{}]{{lang={}}}",
    "term": "{}\n: {}",
    "comment": "<!-- {} -->",
    "task": "- [ ] {}\n- [x] {}",
}  # fmt: skip

BODY: Mapping[str, Callable[[str], str]] = {
    name: lambda text, shape=shape: shape.replace("{{", "\0").replace("{}", text).replace("\0", "{").replace("}}", "}")  # type: ignore[misc]
    for name, shape in _BODY.items()
}

HEAD = (
    "title", "summary", "disclosure", "tags", "credits", "corrections", "extra", "share", "canonical", "allow",
)  # fmt: skip
PROFILE = ("name", "role", "team", "organisation", "relationship", "links", "extra", "bio")


def hostile_post(number: int, text: str) -> str:
    """A post with a text in every place of its head and body."""
    quoted = json.dumps(text)
    head = (
        f"id: v{number}\ntitle: {quoted}\ndate: 2026-03-{number % 28 + 1:02}\nauthors: [a{number}]\ncategory: tech\n"
        f"summary: {quoted}\ndisclosure: {quoted}\ntags: [{quoted}]\ncredits: {{photo: [{quoted}]}}\n"
        f"corrections: [{{date: 2026-03-28, text: {quoted}}}]\nextra: {{note: {quoted}}}\n"
        f"share: {{mastodon: {quoted}}}\nallow: [{{rule: voice/first-person, reason: {quoted}}}]\n"
    )
    return f"---\n{head}---\n## {text}\n\n{text}\n\n- {text}\n\n[{text}](https://a.example/ '{text}')\n"


def hostile_profile(text: str) -> str:
    """A profile with a text in every place."""
    quoted = json.dumps(text)
    head = (
        f"name: {quoted}\nkind: external\nrole: {quoted}\nteam: {quoted}\norganisation: {quoted}\n"
        f"relationship: {quoted}\nagreement: {{signed: 2026-01-01, expires: 2030-01-01}}\n"
        f'links: [{{label: {quoted}, url: "https://a.example/"}}]\nextra: {{note: {quoted}}}\n'
    )
    return f"---\n{head}---\n{text}\n"
