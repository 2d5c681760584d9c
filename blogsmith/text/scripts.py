"""Which characters are written without spaces between words: one definition for emphasis, reading time and cutting."""

from blogsmith.text.patterns import pattern

HANGUL_RANGES = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc"
_KANA_AND_HAN_RANGES = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3041-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U000323af"
)
CJK_RANGES = HANGUL_RANGES + _KANA_AND_HAN_RANGES
"""Hangul, kana, bopomofo and Chinese characters, for use within a character class. Punctuation is none of them."""

HANGUL = pattern(f"[{HANGUL_RANGES}]")
CJK = pattern(f"[{CJK_RANGES}]")
