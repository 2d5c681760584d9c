"""Words that an importer writes into bodies where something could not be brought over, in the language of the site."""

from collections.abc import Mapping

from blogsmith.model.frozen import frozen


@frozen
class Marks:
    """One text for each kind of gap."""

    image: str = "image missing"
    image_elsewhere: str = "image"
    file: str = "file missing"
    link: str = "link lost"
    shortcode: str = "missing"
    video: str = "Video"
    when: str = "When"
    until: str = "until"
    host: str = "Host"
    register: str = "Registration"
    moved: str = "This page has moved"
    source: str = "First published at"


_MARKS: Mapping[str, Marks] = {
    "en": Marks(),
    "ko": Marks(
        image="이미지 없음",
        image_elsewhere="이미지",
        file="파일 없음",
        link="링크 끊김",
        shortcode="빠짐",
        video="영상",
        when="일시",
        until="–",
        host="주관",
        register="신청",
        moved="옮긴 곳",
        source="처음 실린 곳",
    ),
}


def marks_in(language: str) -> Marks:
    """The words in `language`, in English where it has none."""
    return _MARKS.get(language, _MARKS["en"])


def gap(kind: str, words: str = "") -> str:
    """Marked text for something that is missing: `*[image missing: words]*`."""
    plain = " ".join(words.split()).translate(_ESCAPES)
    return f"*[{kind}: {plain}]*" if plain else f"*[{kind}]*"


_ESCAPES = str.maketrans({"[": "(", "]": ")", "*": "", "_": " ", "`": "'", "<": "", ">": "", "|": "/", "\\": ""})
