"""`:::` blocks become HTML: what each takes, and what is reported where it is given something else."""

import re
from collections.abc import Callable, Mapping

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from blogsmith.model.frozen import frozen
from blogsmith.model.source import Place
from blogsmith.text.arguments import Argument
from blogsmith.text.inline_html import write_image
from blogsmith.text.suggest import nearest
from blogsmith.text.urls import UrlKind, url_kind
from blogsmith.text.writer import Writer

CALLOUTS = ("note", "tip", "warning")


@frozen
class Given:
    """A block as it was opened, its arguments checked."""

    token: Token
    values: Mapping[str, str]
    places: Mapping[str, Place]
    empty: bool
    """True where nothing is in it."""


@frozen
class Block:
    """What a block takes and how it is begun; `begin` opens one thing on the writer, to be closed."""

    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    begin: Callable[[Writer, Given], None]


def begin_block(writer: Writer, token: Token, *, empty: bool) -> None:
    """Writes what opens a block; of a block that is not understood the body alone is shown.

    Reports markdown/unclosed-block, /unknown-block, /block-argument, /block-body, link/remote-image.
    """
    name = token.meta["name"]
    if not token.meta["closed"]:
        writer.report(
            "markdown/unclosed-block", writer.text_place(token, token.markup), value=name, colons=token.markup
        )
    block = BLOCKS.get(name)
    if block is None:
        known = "callout" if name in CALLOUTS else nearest(name, BLOCKS)
        variant = "callout" if name in CALLOUTS else ""
        place = _name_place(writer, token)
        writer.report("markdown/unknown-block", place, variant=variant, value=name, suggestion=known)
        _show_body(writer)
        return
    given = _read(writer, token, block, empty=empty)
    if given is None:
        _show_body(writer)
    else:
        block.begin(writer, given)


def _show_body(writer: Writer) -> None:
    writer.begin("<div>\n", "</div>\n")


def _name_place(writer: Writer, token: Token) -> Place:
    whole = writer.line_place(token)
    line, name = writer.lines[whole.line - 1], token.meta["name"]
    at = line.find(name, line.find(":::")) if ":::" in line else line.find("[!") + 2
    return Place(line=whole.line, column=max(0, at) + 1, length=len(name))


def _argument_place(writer: Writer, token: Token, at: int, length: int) -> Place:
    number = token.map[0] if token.map else 0
    line = writer.lines[number].rstrip()
    start = line.rfind(token.info.rstrip())
    return Place(line=number + 1, column=max(0, start) + at + 1, length=max(1, length))


def _read(writer: Writer, token: Token, block: Block, *, empty: bool) -> Given | None:
    """The arguments of a block; None where one it needs is not there."""
    values: dict[str, str] = {}
    places: dict[str, Place] = {}
    for argument in token.meta["arguments"]:
        variant = _fault_of(argument, block, values)
        if not variant:
            values[argument.name] = argument.value
            places[argument.name] = _argument_place(writer, token, argument.value_at, argument.value_length)
            continue
        known = nearest(argument.name, (*block.needs, *block.takes)) if variant == "unknown" else None
        writer.report(
            "markdown/block-argument",
            _argument_place(writer, token, argument.name_at, len(argument.name) or argument.value_length),
            variant=variant,
            block=token.meta["name"],
            value=argument.name or argument.value,
            suggestion=known,
        )
    missing = [name for name in block.needs if not values.get(name, "").strip()]
    for name in missing:
        place = _name_place(writer, token)
        writer.report("markdown/block-argument", place, variant="missing", block=token.meta["name"], value=name)
    return None if missing else Given(token=token, values=values, places=places, empty=empty)


def _fault_of(argument: Argument, block: Block, values: Mapping[str, str]) -> str:
    if not argument.name:
        return "malformed"
    if argument.name not in (*block.needs, *block.takes):
        return "unknown"
    return "twice" if argument.name in values else ""


def _refuse(writer: Writer, given: Given, name: str, variant: str, expected: str) -> None:
    """Reports a value that can not be, and shows the body alone."""
    writer.report(
        "markdown/block-argument",
        given.places[name],
        variant=variant,
        block=given.token.meta["name"],
        name=name,
        value=given.values[name],
        expected=expected,
        suggestion=nearest(given.values[name], expected.split(", ")) if "," in expected else None,
    )


def _callout(writer: Writer, given: Given) -> None:
    kind = given.values.get("kind", CALLOUTS[0])
    if kind not in CALLOUTS:
        _refuse(writer, given, "kind", "value", ", ".join(CALLOUTS))
        kind = CALLOUTS[0]
    title = given.values.get("title", "")
    heading = f'<p class="callout-title">{escapeHtml(title)}</p>\n' if title else ""
    writer.begin(f'<aside class="callout callout-{kind}" role="note" data-kind="{kind}">\n{heading}', "</aside>\n")


def _video(provider: str, shape: re.Pattern[str], example: str, address: str) -> Callable[[Writer, Given], None]:
    def begin(writer: Writer, given: Given) -> None:
        video = given.values["id"]
        if not shape.fullmatch(video):
            _refuse(writer, given, "id", "value", example)
            _show_body(writer)
            return
        writer.has_video = True
        start = (
            f'<figure class="video" data-provider="{provider}" data-id="{video}">\n'
            f'<a class="video-link" href="{address}{video}" rel="noopener">{escapeHtml(given.values["title"])}</a>\n'
        )
        if given.empty:
            writer.begin(start, "</figure>\n")
        else:
            writer.begin(f'{start}<div class="transcript">\n', "</div>\n</figure>\n")

    return begin


def _figure(writer: Writer, given: Given) -> None:
    values = given.values
    decorative = values.get("decorative", "false")
    if decorative not in ("true", "false"):
        _refuse(writer, given, "decorative", "value", "true, false")
    if decorative != "true" and not values.get("alt", "").strip():
        place = _name_place(writer, given.token)
        writer.report("markdown/block-argument", place, variant="alt", block="figure", value="alt")
    writer.write("<figure>\n")
    alt = "" if decorative == "true" else values.get("alt", "")
    write_image(writer, values["src"], alt, given.places["src"])
    credit = f'<span class="credit">{escapeHtml(values["credit"])}</span>' if values.get("credit") else ""
    if given.empty and not credit:
        writer.begin("\n", "</figure>\n")
    else:
        space = " " if credit and not given.empty else ""
        writer.begin("\n<figcaption>", f"{space}{credit}</figcaption>\n</figure>\n")


def _gallery(writer: Writer, given: Given) -> None:
    if given.empty:
        writer.report("markdown/block-body", _name_place(writer, given.token), variant="empty", value="gallery")
    writer.begin('<div class="gallery">\n', "</div>\n")


def _file(writer: Writer, given: Given) -> None:
    target = given.values["src"]
    if url_kind(target) is not UrlKind.OWN:
        _refuse(writer, given, "src", "path", "table.csv")
        _show_body(writer)
        return
    title = given.values.get("title", "") or target.rpartition("/")[2]
    writer.write('<div class="file">\n')
    writer.leave_hole("file", writer.refer("file", target, given.places["src"]), title)
    if given.empty:
        writer.begin("\n", "</div>\n")
    else:
        writer.begin('\n<div class="file-note">', "</div>\n</div>\n")


def _post(writer: Writer, given: Given) -> None:
    if not given.empty:
        writer.report("markdown/block-body", _name_place(writer, given.token), variant="post", value="post")
    writer.leave_hole("card", writer.refer("post", given.values["id"].strip(), given.places["id"]))
    writer.begin("\n", "")


BLOCKS: Mapping[str, Block] = {
    "callout": Block(takes=("kind", "title"), begin=_callout),
    "figure": Block(needs=("src",), takes=("alt", "credit", "decorative"), begin=_figure),
    "file": Block(needs=("src",), takes=("title",), begin=_file),
    "gallery": Block(begin=_gallery),
    "post": Block(needs=("id",), begin=_post),
    "vimeo": Block(
        needs=("id", "title"),
        begin=_video("vimeo", re.compile(r"[0-9]{1,12}", re.ASCII), "76979871", "https://vimeo.com/"),
    ),
    "youtube": Block(
        needs=("id", "title"),
        begin=_video(
            "youtube",
            re.compile(r"[A-Za-z0-9_-]{11}", re.ASCII),
            "M7lc1UVf-VE",
            "https://www.youtube.com/watch?v=",
        ),
    ),
}
