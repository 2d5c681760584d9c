"""Block tokens become HTML; everything a writer typed is escaped on its way."""

from collections.abc import Callable, Mapping, Sequence

from markdown_it.common.utils import escapeHtml, unescapeAll
from markdown_it.token import Token

from blogsmith.model.source import Place
from blogsmith.text.arguments import Argument, arguments
from blogsmith.text.blocks import begin_block
from blogsmith.text.code import PLAIN, Code, code_figure, is_known, known_languages, marked_lines
from blogsmith.text.inline_html import note_sign_id, report_tag, words_of, write_inline
from blogsmith.text.places import Spot, place_of
from blogsmith.text.suggest import nearest
from blogsmith.text.writer import Writer

_MARKUP = {
    "blockquote_open": "<blockquote>\n",
    "blockquote_close": "</blockquote>\n",
    "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_close": "</li>\n",
    "hr": "<hr>\n",
    "thead_open": "<thead>\n",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
    "tr_close": "</tr>\n",
    "th_close": "</th>\n",
    "td_close": "</td>\n",
    "dl_open": "<dl>\n",
    "dl_close": "</dl>\n",
    "dt_open": "<dt>",
    "dt_close": "</dt>\n",
    "dd_open": "<dd>",
    "dd_close": "</dd>\n",
    "footnote_block_open": '<section class="footnotes" role="doc-endnotes">\n<ol>\n',
    "footnote_block_close": "</ol>\n</section>\n",
    "footnote_close": "</li>\n",
}


def write_blocks(writer: Writer, tokens: Sequence[Token]) -> None:
    """Writes every token, until the writer is full.

    Reports markdown/h1, /raw-html, /unknown-language, /code-argument, /unclosed-block and what blocks and text report.
    """
    for number, token in enumerate(tokens):
        markup = _MARKUP.get(token.type)
        if markup is not None:
            writer.write(markup)
        else:
            _WRITERS[token.type](writer, tokens, number)
        if writer.full:
            return


def _inline(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    write_inline(writer, tokens[number])


def _paragraph(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    if not tokens[number].hidden:
        writer.write("<p>")


def _paragraph_end(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    # A tight list's own text and the list under it stand on two lines.
    writer.write("\n" if tokens[number].hidden else "</p>\n")


def _heading(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    token, inline = tokens[number], tokens[number + 1]
    level = int(token.tag[1])
    spot = Spot(lines=writer.lines, inline=inline)
    place = place_of(spot, (0, len(inline.content))) if inline.content else writer.line_place(token)
    text = words_of(inline)
    anchor = writer.add_heading(level, text, place)
    if level == 1:
        writer.report("markdown/h1", place, warning=True, value=text)
    tag = f"h{max(level, 2)}"
    end = f' <a class="anchor" href="#{anchor}" aria-hidden="true" tabindex="-1"></a></{tag}>\n'
    writer.begin(f'<{tag} id="{anchor}">', end)


def _end(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    writer.end()


def _bullet_list(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    tasks = "class" in tokens[number].attrs
    writer.write('<ul class="tasks">\n' if tasks else "<ul>\n")


def _ordered_list(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    start = tokens[number].attrs.get("start")
    tasks = ' class="tasks"' if "class" in tokens[number].attrs else ""
    writer.write(f"<ol{tasks}>\n" if start is None else f'<ol start="{int(start)}"{tasks}>\n')


def _list_item(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    checked = tokens[number].meta.get("checked")
    if checked is None:
        writer.write("<li>")
        return
    inline = next((token for token in tokens[number : number + 3] if token.type == "inline"), None)
    label = escapeHtml(words_of(inline)) if inline else ""
    state = " checked" if checked else ""
    writer.write(f'<li class="task"><input type="checkbox" disabled aria-label="{label}"{state}> ')


def _table(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    chapter = writer.headings[-1].text if writer.headings else _header_row(tokens, number)
    label = escapeHtml(writer.unique_label(chapter))
    region = f' role="region" aria-label="{label}"' if chapter else ""
    writer.write(f'<div class="table"{region} tabindex="0">\n<table>\n')


def _header_row(tokens: Sequence[Token], number: int) -> str:
    cells = []
    for token in tokens[number:]:
        if token.type == "thead_close":
            break
        if token.type == "inline":
            cells.append(words_of(token))
    return ", ".join(cell for cell in cells if cell)


def _row(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    writer.cell = -1
    writer.write("<tr>\n")


def _cell(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    token = tokens[number]
    writer.cell = 0 if writer.cell is None else writer.cell + 1
    align = str(token.attrs.get("style", "")).removeprefix("text-align:")
    scope = ' scope="col"' if token.tag == "th" else ""
    writer.write(f'<{token.tag}{scope} class="align-{align}">' if align else f"<{token.tag}{scope}>")


def _end_of_cells(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    writer.cell = None
    writer.write("</table>\n</div>\n")


def _code_block(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    writer.write(code_figure(Code(text=tokens[number].content)))


def _fence(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    token = tokens[number]
    info = unescapeAll(token.info).strip()
    language, _, rest = info.partition(" ")
    if "=" in language:
        language, rest = "", info
    known = is_known(language) if language else False
    if language and not known:
        place = _info_place(writer, token, language, 0)
        near = nearest(language, known_languages())
        writer.report("markdown/unknown-language", place, warning=True, value=language, suggestion=near)
    values = _code_arguments(writer, token, rest)
    marked = marked_lines(values["mark"], token.content.count("\n")) if "mark" in values else None
    code = Code(text=token.content, language=language, title=values.get("title", ""), marked=marked or frozenset())
    writer.has_code = writer.has_code or (known and language.lower() not in PLAIN)
    writer.write(code_figure(code))


def _code_arguments(writer: Writer, token: Token, rest: str) -> dict[str, str]:
    """`title` and `mark` as far as they are right."""
    values: dict[str, str] = {}
    count = token.content.count("\n")
    for argument in arguments(rest):
        variant = _argument_fault(argument, values, count)
        if not variant:
            values[argument.name] = argument.value
            continue
        place = _info_place(writer, token, rest, argument.value_at if variant == "mark" else argument.name_at)
        shown = argument.value if variant in ("mark", "malformed") else argument.name
        near = nearest(argument.name, ("title", "mark")) if variant == "unknown" else None
        place = Place(line=place.line, column=place.column, length=min(place.length, max(1, len(shown))))
        writer.report("markdown/code-argument", place, variant=variant, value=shown, lines=count, suggestion=near)
    return values


def _argument_fault(argument: Argument, values: Mapping[str, str], count: int) -> str:
    if not argument.name:
        return "malformed"
    if argument.name not in ("title", "mark"):
        return "unknown"
    if argument.name in values:
        return "twice"
    return "mark" if argument.name == "mark" and marked_lines(argument.value, count) is None else ""


def _info_place(writer: Writer, token: Token, text: str, offset: int) -> Place:
    """Where the character `offset` of `text`, a tail or a part of the info string, stands on the fence's line."""
    number = token.map[0] if token.map else 0
    line = writer.lines[number] if number < len(writer.lines) else ""
    at = line.find(text, line.find(token.markup) + len(token.markup))
    if at < 0:  # escapes are written otherwise
        return writer.line_place(token)
    return Place(line=number + 1, column=at + offset + 1, length=max(1, len(text) - offset))


def _html_block(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    token = tokens[number]
    content = token.content.strip()
    writer.write(f"<p>{escapeHtml(content)}</p>\n")
    unclosed = content.startswith("<!--") and "-->" not in content[4:]
    report_tag(writer, content, writer.text_place(token, content.partition("\n")[0]), unclosed=unclosed)


def _block(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    begin_block(writer, tokens[number], empty=tokens[number + 1].type == "block_close")
    if tokens[number].meta["name"] == "gallery":
        _check_gallery(writer, tokens, number)


def _check_gallery(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    level = tokens[number].level
    for token in tokens[number + 1 :]:
        if token.type == "block_close" and token.level == level:
            return
        images = token.type == "inline" and all(child.type == "image" for child in token.children or ())
        if not images and not (token.type.startswith("paragraph_") and token.level == level + 1):
            writer.report("markdown/block-body", writer.line_place(token), value="gallery")
            return


def _stray(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    place = writer.text_place(tokens[number], ":::")
    writer.report("markdown/unclosed-block", place, variant="stray", value=":::")


def _footnote(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    writer.write(f'<li id="fn-{tokens[number].meta["id"] + 1}">')


def _way_back(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    meta = tokens[number].meta
    if (meta["id"], meta["subId"]) in writer.noted:
        target = note_sign_id(meta["id"], meta["subId"])
        writer.write(f' <a href="#{target}" class="footnote-backref" role="doc-backlink">↩\ufe0e</a>')


_WRITERS: Mapping[str, Callable[[Writer, Sequence[Token], int], None]] = {
    "inline": _inline,
    "paragraph_open": _paragraph,
    "paragraph_close": _paragraph_end,
    "heading_open": _heading,
    "heading_close": _end,
    "bullet_list_open": _bullet_list,
    "ordered_list_open": _ordered_list,
    "list_item_open": _list_item,
    "table_open": _table,
    "table_close": _end_of_cells,
    "tr_open": _row,
    "th_open": _cell,
    "td_open": _cell,
    "code_block": _code_block,
    "fence": _fence,
    "html_block": _html_block,
    "block_open": _block,
    "block_close": _end,
    "block_stray": _stray,
    "footnote_open": _footnote,
    "footnote_anchor": _way_back,
}
