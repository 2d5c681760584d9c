"""Which script a post is written in, and where certain words of it stand."""

from blogsmith.model.source import Location
from blogsmith.policy.rule import Byline
from blogsmith.text.prose import Sentence
from blogsmith.text.scripts import HANGUL

_TO_KNOW_SCRIPT = 500


def place_of(byline: Byline, sentence: Sentence, words: str) -> Location:
    """Where `words` stand in a sentence, whatever their capitals; the sentence itself where they are not found."""
    passage = byline.document.passages[sentence.paragraph]
    small = passage.text.lower()
    begin = small.find(words.lower(), max(0, passage.text.find(sentence.text)))
    same_length = len(small) == len(passage.text)
    if begin < 0 or not same_length:
        return byline.within(sentence.place)
    return byline.within(passage.place(begin, begin + len(words)))


def shows_hangul(text: str) -> bool:
    """Whether there is Hangul near a text's beginning: Korean wordings are not looked for elsewhere."""
    return not text.isascii() and HANGUL.search(text, 0, _TO_KNOW_SCRIPT) is not None
