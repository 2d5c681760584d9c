"""Mutants that no case of a spec can notice, each with its reason: they say the same, or nearly always do."""

from collections.abc import Mapping

_FASTER = "looks before it reads closely: without, the same is said, later"
_STRICT = "both are as long as each other"
_BOTH = "a page is a post's with its body, or neither: the types want both asked"

SURVIVORS: Mapping[str, Mapping[str, str]] = {
    "craft/image-weight": {
        "500 -> 1001": "no text file of a spec weighs so much; `tests/policy/test_image_weight.py` notices it",
    },
    "craft/link-text": {
        "False -> True": "each link of a spec has its passage; `tests/policy/test_link_text.py` notices it",
        "begin <= place.column < end -> begin < place.column < end": "a link begins before its words",
        "begin <= place.column < end -> begin <= place.column <= end": "behind a link stands its bracket",
        "1 -> 3": "only where it begins is asked",
        "left < at < right -> left <= at < right": "words with marks of their own are none of those that say nothing",
    },
    "evidence/unsourced-claim": {
        "near and _hints(split_words(own), near) -> near or _hints(split_words(own), near)": _FASTER,
        "near and _hints(split_words(own), near) -> _hints(split_words(own), near)": _FASTER,
        "near and _hints(split_words(own), near) -> near": _FASTER,
    },
    "safety/bidi-control": {
        "post.body.isascii() or not _may_hide(post.body) -> post.body.isascii() and (not _may_hide(post.body))": (
            _FASTER
        ),
        "post.body.isascii() or not _may_hide(post.body) -> not _may_hide(post.body)": _FASTER,
        "post.body.isascii() or not _may_hide(post.body) -> post.body.isascii()": _FASTER,
        "text.isascii() or _UNSEEN.search(text) is None -> text.isascii() and _UNSEEN.search(text) is None": _FASTER,
        "text.isascii() or _UNSEEN.search(text) is None -> _UNSEEN.search(text) is None": _FASTER,
        "text.isascii() or _UNSEEN.search(text) is None -> text.isascii()": _FASTER,
    },
    "tone/press-release": {
        "split_words(wording) if wording.isascii() else [] -> split_words(wording) if not wording.isascii() else []": (
            _FASTER
        ),
        "True -> False": _STRICT,
    },
    "voice/quote-share": {
        "not prose.quoted or byline.post.credits.get('interviewee') or prose.characters < _LEAST_CHARACTERS"
        " -> byline.post.credits.get('interviewee') or prose.characters < _LEAST_CHARACTERS": _FASTER,
    },
    "author/bio-length": {
        "length < least -> length <= least": "a bio of the least length is at no fault",
    },
    "originality/repeated-paragraph": {
        "8 -> 17": "more keys find what was missed once in a thousand pairs",
    },
    "author/private-in-output": {
        "at >= 0 -> at > 0": "no page begins with a value: it begins with a tag",
        "0 -> 1": "no page begins with a value: it begins with a tag",
    },
    "disclosure/not-shown": {
        "4096 -> 8193": _FASTER,
        "0 -> 1": "without the first `<` of a page its doctype is read as words, which stand above all others",
        "post is None or page.document is None -> post is None and page.document is None": _BOTH,
        "post is None or page.document is None -> page.document is None": _BOTH,
        "post is None or page.document is None -> post is None": _BOTH,
    },
    "disclosure/unmarked-link": {
        "post is None or page.document is None -> post is None and page.document is None": _BOTH,
        "post is None or page.document is None -> page.document is None": _BOTH,
        "post is None or page.document is None -> post is None": _BOTH,
    },
}
