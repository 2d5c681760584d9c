"""giscus: comments are discussions of a GitHub repository."""

from urllib.parse import quote

from blogsmith.pages.widgets.provider import Csp, Option, Options, Provider, Thread, Widget, plan, spoken, text

_HOST = "https://giscus.app"
_SPOKEN = "ar be bg ca cs da de en eo es eu fa fr gr gsw hbs he hu id it ja kh ko nl pl pt ro ru sk th tr uk uz vi"
_LANGUAGES = frozenset(_SPOKEN.split())


def _widget(thread: Thread, options: Options) -> Widget:
    repository = text(options, "repo")
    attributes = {
        "data-repo": repository,
        "data-repo-id": text(options, "repo_id"),
        "data-category": text(options, "category"),
        "data-category-id": text(options, "category_id"),
        "data-mapping": "specific",
        "data-term": thread.key,
        "data-strict": "1",
        "data-reactions-enabled": str(int(bool(options["reactions"]))),
        "data-emit-metadata": "0",
        "data-input-position": text(options, "input_position"),
        "data-theme": "{scheme}",
        "data-lang": spoken(thread.language, _LANGUAGES),
        "crossorigin": "anonymous",
    }
    return Widget(
        mount='<div class="giscus"></div>',
        plan=plan(
            f"{_HOST}/client.js",
            ready="iframe.giscus-frame",
            attributes=attributes,
            meta={"giscus:backlink": thread.short_url},
            on_theme={
                "frame": "iframe.giscus-frame",
                "origin": _HOST,
                "message": {"giscus": {"setConfig": {"theme": "{scheme}"}}},
            },
        ),
        link=f"https://github.com/{repository}/discussions?discussions_q={quote(thread.key, safe='')}",
    )


def _csp(options: Options) -> Csp:
    return {"script-src": (_HOST,), "style-src": (_HOST,), "frame-src": (_HOST,)}


PROVIDER = Provider(
    id="giscus",
    name="giscus (GitHub Discussions)",
    third_party=True,
    options=(
        Option(name="repo", example='"example/blog"', pattern=r"[\w.-]+/[\w.-]+"),
        Option(name="repo_id", example='"R_kgDOABCDEF"'),
        Option(name="category", example='"Comments"'),
        Option(name="category_id", example='"DIC_kwDOABCDEF4CABCD"'),
        Option(name="reactions", example="true", kind="boolean", default=True),
        Option(name="input_position", example='"bottom"', default="bottom", choices=("top", "bottom")),
    ),
    widget=_widget,
    csp=_csp,
    contract="github.com/giscus/giscus, client.ts and ADVANCED-USAGE.md, 2025-07-06",
)
