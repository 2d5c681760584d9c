"""A request becomes an answer: a page, a file, or one of the preview's own. What has no known address is not there."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from blogsmith.model.frozen import frozen
from blogsmith.pages.urls import output_of
from blogsmith.pipeline.codec import digest_of
from blogsmith.preview.dress import POLICY, blank, dressed, notice
from blogsmith.preview.guard import COOKIE, TOOLS, Asked, Guard, local_part
from blogsmith.preview.live import Listener, mark_of
from blogsmith.preview.ranges import Part, part_of
from blogsmith.preview.service import Service
from blogsmith.preview.session import Rendered, Served, Session
from blogsmith.sources.files import read_plain_file

_ASSETS = Path(__file__).parent / "assets"
_OWN = (
    *("live.js", "morph.js", "idiomorph.js", "overlay.js", "panel.js", "tabs.js", "marks.js", "parts.js"),
    *("dashboard.js", "marks.css", "panel.css", "dashboard.css", "notice.css"),
)
"""The preview's own scripts and style sheets."""

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".wasm": "application/wasm",
}
_HOLD = 0.8
"""Seconds that a page is waited for while the site is read for the first time."""
_REDIRECT = "machine/redirect.html"


@frozen
class Answer:
    """What is sent back."""

    status: int
    kind: str = "text/plain; charset=utf-8"
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    listener: Listener | None = None
    """An open page that is told of changes from now on; then the body is a stream."""


class Answers:
    """Answers requests. Safe to be used from several threads."""

    def __init__(self, service: Service, guard: Guard) -> None:
        self._service, self._guard = service, guard
        self._own = {name: read_plain_file(_ASSETS / name) for name in _OWN}

    def answer(self, asked: Asked) -> Answer:
        """The answer to a request, whatever it is."""
        refusal = self._guard.refusal(asked)
        if refusal is not None:
            return self._refused(asked, *refusal)
        if not asked.is_local and asked.query("token"):
            return self._let_in(asked)
        found = self._tool(asked) if asked.path.startswith(TOOLS) else self._page(asked)
        return _with_range(_with_etag(found, asked), asked)

    def _refused(self, asked: Asked, status: int, reason: str) -> Answer:
        words = self._service.words.table("preview")
        text = words.get(f"refused-{reason}", words["refused"])
        allow = (("Allow", "GET, HEAD"),) if status == 405 else ()
        return Answer(status=status, body=text.encode() + b"\n", headers=allow)

    def _let_in(self, asked: Asked) -> Answer:
        """Keeps the token of a phone's address in a cookie, so that links need not bear it."""
        cookie = f"{COOKIE}-{self._guard.port}={self._guard.token}; HttpOnly; SameSite=Strict; Path=/"
        return _moved(quote(asked.path), ("Set-Cookie", cookie))

    def _tool(self, asked: Asked) -> Answer:
        name = asked.path.removeprefix(TOOLS)
        if name == "":
            return self._shell()
        if name == "events":
            return Answer(
                status=200,
                kind="text/event-stream; charset=utf-8",
                listener=Listener(output=asked.query("output"), mark=asked.query("mark")),
            )
        if name == "page.json":
            facts = self._service.page_facts(asked.query("output"), is_local=asked.is_local)
            return _as_json(facts)
        if name == "dashboard.json":
            return _as_json(self._service.dashboard(is_local=asked.is_local))
        content = self._own.get(name.removeprefix("assets/")) if name.startswith("assets/") else None
        if content is None:
            return Answer(status=404, body=b"404\n")
        return Answer(status=200, kind=_type_of(name), body=content)

    def _shell(self) -> Answer:
        words = self._service.words
        facts = {"token": self._guard.token, "words": words.table("preview"), "language": words.language}
        page = blank(words.language, words.table("preview")["desk"], facts, script="dashboard")
        return Answer(status=200, kind=_TYPES[".html"], body=page)

    def _page(self, asked: Asked) -> Answer:
        service, path = self._service, asked.path
        if not service.keeper.is_open(_HOLD):
            return self._opening()
        base = service.keeper.ask(_base_path)
        if not path.startswith(base):
            is_start = path in ("/", base.rstrip("/"))
            return _moved(quote(base)) if is_start else Answer(status=404, body=b"404\n")
        address = "/" + path.removeprefix(base)
        return service.keeper.ask(lambda session: self._at(session, address, quote(path)))

    def _opening(self) -> Answer:
        """How far the site has been read. The browser asks again at once, and waits for the page for a moment then."""
        words, (done, count) = self._service.words, self._service.progress
        said = words.table("preview")
        lines = [words.say("preview-opening", done=done, count=count)] if count else []
        page = notice(words.language, said["building"], (*lines, words.say("preview-opening-once")), done, count)
        again = (("Refresh", "0"), ("Cache-Control", "no-store"), ("Retry-After", "1"))
        return Answer(status=503, kind=_TYPES[".html"], body=page, headers=again)

    def _at(self, session: Session, address: str, path: str) -> Answer:
        """What stands at an address of the site, dressed for the preview."""
        output = output_of(address)
        if not address.endswith("/") and output != address[1:] and _is_there(session, output):
            return _moved(path + "/")
        if not address.endswith("/") and not _is_there(session, output) and _is_there(session, f"{output}/index.html"):
            return _moved(path + "/")
        moved = self._redirect(session, output)
        if moved is not None:
            return moved
        served = session.serve(output)
        rendered = served.rendered
        if self._service.as_published:
            body = rendered.content if rendered is not None else b""
            return Answer(status=served.status, kind=_type_of(rendered.output if rendered else ".txt"), body=body)
        if rendered is not None and not (rendered.is_page and rendered.output.endswith(".html")):
            return Answer(status=served.status, kind=_type_of(rendered.output), body=rendered.content)
        return self._dressed(served, rendered, output)

    def _dressed(self, served: Served, rendered: Rendered | None, output: str) -> Answer:
        words = self._service.words
        facts: Mapping[str, object] = {
            "token": self._guard.token,
            "output": output,
            "mark": mark_of(served),
            "words": words.table("preview"),
            "language": words.language,
        }
        if rendered is None:
            body = blank(words.language, words.table("preview")["stopped"], facts)
        else:
            body = dressed(rendered.content, facts)
        kept = (("X-Blogsmith-Mark", mark_of(served)), ("X-Blogsmith-Faults", str(len(served.faults))))
        return Answer(status=served.status, kind=_TYPES[".html"], body=body, headers=kept)

    def _redirect(self, session: Session, output: str) -> Answer | None:
        """Where an old address leads within the preview; a build's redirects lead to the published site."""
        state = session.state
        plan = state.plan(output) if state is not None and not self._service.as_published else None
        if plan is None or state is None or plan.template != _REDIRECT:
            return None
        target = local_part(plan.page().view.target, state.plot.ground.urls.origin)
        return _moved(target) if target.startswith("/") else None


def _base_path(session: Session) -> str:
    return session.state.plot.ground.urls.base_path if session.state is not None else "/"


def _is_there(session: Session, output: str) -> bool:
    state = session.state
    return state is not None and (state.plan(output) is not None or output in state.files)


def _moved(location: str, *headers: tuple[str, str]) -> Answer:
    return Answer(status=302, headers=(("Location", location), *headers))


def _as_json(facts: Mapping[str, object]) -> Answer:
    body = json.dumps(facts, ensure_ascii=False).encode()
    return Answer(status=200, kind=_TYPES[".json"], body=body, headers=(("Cache-Control", "no-store"),))


def _type_of(name: str) -> str:
    return _TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")


def _with_etag(answer: Answer, asked: Asked) -> Answer:
    """Source: RFC 9110, 8.8.3 and 13.1.2."""
    if answer.status != 200 or answer.listener is not None:
        return answer
    etag = f'"{digest_of(answer.body).hex()}"'
    headers = (*answer.headers, ("ETag", etag))
    known = [part.strip().removeprefix("W/") for part in asked.header("if-none-match").split(",")]
    if etag in known or known == ["*"]:
        return Answer(status=304, kind=answer.kind, headers=headers)
    return replace(answer, headers=headers)


def _with_range(answer: Answer, asked: Asked) -> Answer:
    """A part of a file, where one is asked for. Source: RFC 9110, 14."""
    wanted = asked.header("range")
    if answer.status != 200 or answer.listener is not None or answer.kind.startswith("text/html"):
        return answer
    headers = (*answer.headers, ("Accept-Ranges", "bytes"))
    condition = asked.header("if-range")
    if not wanted or (condition and ("ETag", condition) not in answer.headers):
        return replace(answer, headers=headers)
    part = part_of(wanted, len(answer.body))
    if part is None:
        return replace(answer, headers=headers)
    if not isinstance(part, Part):
        return Answer(status=416, headers=(("Content-Range", f"bytes */{len(answer.body)}"),))
    place = f"bytes {part.start}-{part.end - 1}/{len(answer.body)}"
    return replace(
        answer, status=206, body=answer.body[part.start : part.end], headers=(*headers, ("Content-Range", place))
    )


def common_headers() -> tuple[tuple[str, str], ...]:
    """Of every answer."""
    return (
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    )
