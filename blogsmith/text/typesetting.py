"""Korean text as it breaks well. Search, feeds and copying use the text without this."""

from blogsmith.text.patterns import pattern

_HANGUL = "\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f"
_CLOSING = "’”»」』》〉】〕)\\]"
_AFTER_CLOSING = pattern(rf"(?<=[{_CLOSING}])(?=[{_HANGUL}])")
_SHORT_QUOTE = pattern(r"‘[^‘’]{1,8}’|“[^“”]{1,8}”|「[^「」]{1,8}」|『[^『』]{1,8}』")


def typeset_text(text: str) -> str:
    """Plain text with a word joiner between a closing mark and Hangul, and no break inside short quotes."""
    joined = _AFTER_CLOSING.sub("\u2060", text)
    return _SHORT_QUOTE.sub(lambda match: match[0].replace(" ", "\u00a0"), joined)
