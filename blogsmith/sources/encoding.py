"""Bytes become text: UTF-8 with or without BOM, LF or CRLF. Anything else is refused with line and likely cause."""

from blogsmith.model.diagnostic import Checked, Diagnostic, Severity
from blogsmith.model.source import Location, SourceFile, SourcePath
from blogsmith.text.patterns import pattern

_FORBIDDEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufffe\uffff]")
"""Control characters that neither HTML nor XML may hold. Source: XML 1.0, 2.2."""

_HARMLESS = bytes([*b"\t\n\r", *range(0x20, 0x7F), *range(0x80, 0x100)])
_SUSPECT = (b"\xc2", b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""What in UTF-8 begins U+0080 to U+00BF, and what the last two forbidden characters are."""

_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}

_CANDIDATES = ("cp949", "shift_jis", "gb18030")
"""Legacy encodings to name, likeliest for our writers first. EUC-KR is a part of CP949."""


def decode(path: SourcePath, content: bytes) -> Checked[SourceFile | None]:
    """The text of a file, without BOM, lines ending in LF.

    Reports file/encoding (naming the likely encoding) and file/control-character.
    """
    body = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(body[: error.start].decode("utf-8", "replace"))
        return _refused("file/encoding", path, line, column, (("likely", guess_encoding(content)),))
    if b"\r" in body:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    forbidden = _FORBIDDEN.search(text) if _may_be_forbidden(body) else None
    if forbidden:
        line, column = _place(text[: forbidden.start()])
        likely = guess_encoding(content)
        if likely.startswith("UTF-16"):
            return _refused("file/encoding", path, 1, 1, (("likely", likely),))
        facts = (("value", f"U+{ord(forbidden[0]):04X}"),)
        return _refused("file/control-character", path, line, column, facts)
    return Checked(value=SourceFile(path=path, text=text))


def _may_be_forbidden(content: bytes) -> bool:
    """Whether what is forbidden could be in UTF-8: bytes are many times faster looked through than text."""
    if content.translate(None, _HARMLESS):
        return True
    return not content.isascii() and any([part in content for part in _SUSPECT])  # noqa: C419 - a list is faster


def guess_encoding(content: bytes) -> str:
    """The likely name of an encoding that is not UTF-8, for a message; "unknown" where nothing speaks for one."""
    if content[:2] in _BOMS:
        return _BOMS[content[:2]]
    sample = content[:4096]
    if sample.count(b"\0") > len(sample) // 4:
        return "UTF-16"
    for name in _CANDIDATES:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if _plausible(text, name):
            return {"cp949": "EUC-KR (CP949)", "shift_jis": "Shift_JIS", "gb18030": "GB18030"}[name]
    return "Windows-1252" if any(byte > 0x7F for byte in content) else "unknown"


def _plausible(text: str, name: str) -> bool:
    """Whether most letters beyond ASCII are those that the encoding is used for."""
    beyond = [character for character in text if ord(character) > 0x7F]
    ranges = {"cp949": "가힣", "shift_jis": "\u3040\u9fff", "gb18030": "\u4e00\u9fff"}[name]
    fitting = sum(ranges[0] <= character <= ranges[1] for character in beyond)
    return fitting > 0.7 * len(beyond)


def _place(before: str) -> tuple[int, int]:
    before = before.replace("\r\n", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _refused(
    rule: str, path: SourcePath, line: int, column: int, facts: tuple[tuple[str, str], ...]
) -> Checked[SourceFile | None]:
    location = Location(path=path, line=line, column=column)
    fault = Diagnostic(rule=rule, severity=Severity.ERROR, location=location, facts=facts)
    return Checked(value=None, diagnostics=(fault,))
