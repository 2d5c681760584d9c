"""Names and texts that several types share."""

from collections.abc import Mapping
from typing import NewType

AuthorId = NewType("AuthorId", str)
"""File name of a profile in `authors/`, without `.md`."""
CategoryId = NewType("CategoryId", str)
PostId = NewType("PostId", str)
"""`[a-z0-9-]{1,64}`, unique in the site, for ever: short links and comment threads hang on it."""
SeriesId = NewType("SeriesId", str)
Language = NewType("Language", str)
"""A BCP 47 tag in lower case: `ko`, `en`, `pt-br`."""

Text = str | Mapping[str, str]
"""Words for a reader: one text for every language, or one a language (`{ko = "기술", en = "Tech"}`)."""


def say(text: Text, language: str, *, otherwise: str = "") -> str:
    """`text` in `language`; else in the language `otherwise`; else in the first there is; else empty."""
    if isinstance(text, str):
        return text
    return text.get(language) or text.get(otherwise) or next(iter(text.values()), "")
