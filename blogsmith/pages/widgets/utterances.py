"""utterances: comments are issues of a GitHub repository."""

from urllib.parse import quote

from blogsmith.pages.widgets.provider import Csp, Option, Options, Provider, Thread, Widget, plan, text

_HOST = "https://utteranc.es"


def _widget(thread: Thread, options: Options) -> Widget:
    repository = text(options, "repo")
    attributes = {
        "repo": repository,
        "issue-term": thread.key,
        "label": text(options, "label"),
        "theme": "github-{scheme}",
        "crossorigin": "anonymous",
    }
    return Widget(
        mount="<div></div>",
        plan=plan(
            f"{_HOST}/client.js",
            ready="iframe.utterances-frame",
            attributes={name: value for name, value in attributes.items() if value},
            on_theme={
                "frame": "iframe.utterances-frame",
                "origin": _HOST,
                "message": {"type": "set-theme", "theme": "github-{scheme}"},
            },
        ),
        link=f"https://github.com/{repository}/issues?q={quote(thread.key, safe='')}",
    )


def _csp(options: Options) -> Csp:
    """Its inline `<style>` stays refused: the theme's `comments.css` says the same."""
    return {"script-src": (_HOST,), "frame-src": (_HOST,)}


PROVIDER = Provider(
    id="utterances",
    name="utterances (GitHub issues)",
    third_party=True,
    options=(
        Option(name="repo", example='"example/blog-comments"', pattern=r"[\w.-]+/[\w.-]+"),
        Option(name="label", example='"comment"', default=""),
    ),
    widget=_widget,
    csp=_csp,
    contract="github.com/utterance/utterances, src/client.ts, commit 0285da3; set-theme as known in 2026-11",
)
