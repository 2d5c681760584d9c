"""Stand-ins for the scripts of providers that cannot be run here. None of them is the provider's own code.

Each does what the provider's contract says of the page: it notes in `window.said` how it was called, shows that it is
there, and notes in `window.heard` what it is told when light changes to dark.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_FRAME = """
const script = document.currentScript;
window.said = Object.fromEntries([...script.attributes].map(({ name, value }) => [name, value]));
const frame = document.createElement("iframe");
frame.className = "%s";
frame.src = "%s";
addEventListener("message", ({ data }) => { window.heard = data.heard; });
%s.append(frame);
"""

LISTENING_FRAME = """<!DOCTYPE html><title>Stand-in</title>
<script>addEventListener("message", ({ data }) => parent.postMessage({ heard: data }, "*"));</script>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """How one provider is stood in for."""

    options: Mapping[str, str | int]
    script: str
    """URL under which the stand-in is found."""
    code: str
    said: Mapping[str, Any]
    """A part of how it must have been called."""
    heard: Any
    """What it must hear when light changes to dark; None where style alone changes."""
    frame: str = ""
    """URL of its frame."""
    style: str = ""
    """URL of its style sheet."""


_SERVER = "https://comments.example"

STAND_INS: Mapping[str, StandIn] = {
    "giscus": StandIn(
        options={"repo": "a/b", "repo_id": "R", "category": "C", "category_id": "D"},
        script="https://giscus.app/client.js",
        frame="https://giscus.app/widget",
        code=_FRAME % ("giscus-frame", "https://giscus.app/widget", 'document.querySelector(".giscus")'),
        said={"data-term": "/p/robot", "data-strict": "1", "data-theme": "light", "data-mapping": "specific"},
        heard={"giscus": {"setConfig": {"theme": "dark"}}},
    ),
    "utterances": StandIn(
        options={"repo": "a/b"},
        script="https://utteranc.es/client.js",
        frame="https://utteranc.es/utterances.html",
        code=_FRAME % ("utterances-frame", "https://utteranc.es/utterances.html", "script.parentElement"),
        said={"issue-term": "/p/robot", "theme": "github-light"},
        heard={"type": "set-theme", "theme": "github-dark"},
    ),
    "disqus": StandIn(
        options={"shortname": "a"},
        script="https://a.disqus.com/embed.js",
        code="""
        const config = { page: {} };
        disqus_config.call(config);
        window.said = { ...config.page, language: config.language };
        window.DISQUS = { reset: (how) => { window.heard = how; } };
        document.querySelector("#disqus_thread").append(document.createElement("iframe"));
        """,
        said={"identifier": "/p/robot", "language": "en"},
        heard={"reload": True},
    ),
    "remark42": StandIn(
        options={"server": _SERVER, "site_id": "blog"},
        script=f"{_SERVER}/web/embed.mjs",
        code="""
        window.said = remark_config;
        window.REMARK42 = { changeTheme: (theme) => { window.heard = theme; } };
        document.querySelector("#remark42").append(document.createElement("iframe"));
        """,
        said={"host": _SERVER, "site_id": "blog", "theme": "light", "components": ["embed"]},
        heard="dark",
    ),
    "waline": StandIn(
        options={"server": _SERVER},
        script="/waline/waline.umd.js",
        style="/waline/waline.css",
        code="""
        window.Waline = { init: (how) => {
          window.said = how;
          document.querySelector(how.el).append(document.createElement("p"));
        } };
        """,
        said={"path": "/p/robot", "serverURL": _SERVER, "lang": "en-US", "emoji": False},
        heard=None,
    ),
    "artalk": StandIn(
        options={"server": _SERVER, "site": "blog"},
        script=f"{_SERVER}/dist/Artalk.js",
        style=f"{_SERVER}/dist/Artalk.css",
        code="""
        window.Artalk = { init: (how) => {
          window.said = how;
          document.querySelector(how.el).append(document.createElement("p"));
          return { setDarkMode: (dark) => { window.heard = dark; } };
        } };
        """,
        said={"pageKey": "/p/robot", "server": _SERVER, "darkMode": False},
        heard=True,
    ),
    "hyvor": StandIn(
        options={"website_id": 7},
        script="https://talk.hyvor.com/embed/embed.js",
        code="""
        customElements.define("hyvor-talk-comments", class extends HTMLElement {
          static observedAttributes = ["colors"];
          connectedCallback() {
            window.said = { page: this.getAttribute("page-id"), colors: this.getAttribute("colors") };
          }
          attributeChangedCallback(name, old, value) { window.heard = value; }
        });
        """,
        said={"page": "/p/robot", "colors": "light"},
        heard="dark",
    ),
    "comentario": StandIn(
        options={"server": _SERVER},
        script=f"{_SERVER}/comentario.js",
        code="""
        customElements.define("comentario-comments", class extends HTMLElement {
          static observedAttributes = ["theme"];
          connectedCallback() {
            window.said = { page: this.getAttribute("page-id"), theme: this.getAttribute("theme") };
          }
          attributeChangedCallback(name, old, value) { window.heard = value; }
        });
        """,
        said={"page": "/p/robot", "theme": "light"},
        heard="dark",
    ),
}
