"""A body of Hugo's becomes a body of ours, in two steps: words first; links when every place is known."""

import re

from blogsmith.importers.draft import Remark
from blogsmith.importers.html_to_markdown import ANCHOR, as_markdown, settled
from blogsmith.importers.html_tree import parse_html, remarks_in
from blogsmith.importers.hugo_links import Anchors, LinkWriter
from blogsmith.importers.hugo_shortcodes import Shop, expanded
from blogsmith.importers.markdown_links import rewrite_links
from blogsmith.importers.markdown_mending import anchors_in, guarded, mend_code, mend_faults, mend_prose, remarks_once
from blogsmith.importers.marks import Marks
from blogsmith.importers.masking import Kept, mask, mask_code, unmask
from blogsmith.model.frozen import frozen


@frozen
class Converted:
    """A body whose words are ours and whose links are still the old ones."""

    text: str
    """Masked."""
    kept: tuple[Kept, ...]
    remarks: tuple[Remark, ...]


def convert_words(body: str, shop: Shop) -> Converted:
    """Shortcodes and HTML as Markdown, headings and code as our checks want them."""
    masked = mask(body)
    tree = settled(expanded(parse_html(guarded(masked.text), masked.kept), shop))
    written = mask_code(as_markdown(tree, shop.marks), masked.kept)
    text, prose_remarks = mend_prose(written.text)
    kept, code_remarks = mend_code(written.kept)
    remarks = (*remarks_in(tree), *prose_remarks, *code_remarks)
    text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    return Converted(text=text, kept=kept, remarks=tuple(remarks_once(remarks)))


def anchors_of(converted: Converted) -> Anchors:
    """The ids in a converted body."""
    _, renamed, ids = anchors_in(unmask(converted.text, converted.kept))
    return Anchors(renamed=renamed, ids=ids)


def convert_links(converted: Converted, writer: LinkWriter) -> tuple[str, tuple[Remark, ...]]:
    """The finished body, and every remark on it."""
    linked = writer.strays(rewrite_links(converted.text, writer.write))
    prose = re.sub(r"\n{3,}", "\n\n", ANCHOR.sub("", linked))
    body, left = mend_faults(_spaced(unmask(prose, converted.kept), writer.marks))
    return body.strip("\n"), (*converted.remarks, *remarks_once(writer.remarks), *left)


def _spaced(text: str, marks: Marks) -> str:
    """Marked text is emphasis: it must not touch a word on either side."""
    kinds = "|".join(re.escape(kind) for kind in (marks.image, marks.file, marks.link, marks.shortcode))
    return re.sub(
        rf"(?P<before>\w?)(?P<gap>\*\[(?:{kinds})[^\[\]\n]*\]\*)(?P<after>\w?)",
        lambda match: " ".join(filter(None, (match["before"], match["gap"], match["after"]))),
        text,
    )
