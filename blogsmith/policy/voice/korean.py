"""Korean: sentences of the writer's own, with a self word or without one, and the signs of press and notices.

Politeness decides nothing: every ending is read in its polite and in its plain form.
"""

import re
from collections.abc import Sequence

from blogsmith.policy.voice import korean_words as words
from blogsmith.policy.voice.marks import SILENT, Circumstances, CountedSentence, Mark, Signs, is_in_doubt
from blogsmith.text.attribution import FAMILY_NAMES
from blogsmith.text.prose import Prose, Sentence

_TAIL = 44
"""In how many characters at the end of a sentence its verb is looked for."""
_HEAD = 6
"""In how many sentences at the head of a post somebody may introduce themselves."""


def read_korean(prose: Prose, circumstances: Circumstances) -> Signs:
    """Every sentence of `prose` with its mark, and how many signs of a notice there are."""
    own = _organisation(circumstances.organisation_names, prose)
    counted = tuple(_count(sentence, number, own) for number, sentence in enumerate(prose.sentences))
    if not any(found.mark == "e1" or found.because == "experience" for found in counted):
        counted = tuple(map(_without_work, counted))
    singular = sum(found.because in ("self", "introduction") for found in counted)
    return Signs(
        sentences=counted,
        notice=_notices(prose, circumstances.title) if is_in_doubt(counted, singular=singular) else 0,
        singular=singular,
    )


def _organisation(names: Sequence[str], prose: Prose) -> re.Pattern[str] | None:
    """An organisation as a subject; None where none is named in `prose`."""
    named = [name for name in names if name and name in prose.text]
    if not named:
        return None
    anyone = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
    return re.compile(rf"(?:{anyone})(?:은|는|이|가|에서는|에서)\s")


def _count(sentence: Sentence, number: int, organisation: re.Pattern[str] | None) -> CountedSentence:
    mark, because = _marked(sentence, number, organisation)
    return CountedSentence(sentence, mark, because)


def _without_work(found: CountedSentence) -> CountedSentence:
    """Work alone, in a post where nobody says I and nobody felt anything, may be anybody's."""
    return found._replace(mark="weak", because="work-alone") if found.because == "work" else found


def _marked(sentence: Sentence, number: int, organisation: re.Pattern[str] | None) -> tuple[Mark, str]:
    own = sentence.own
    if sentence.reason not in ("", "attributed"):
        return "none", sentence.reason
    tail = max(0, len(own) - _TAIL)
    if sentence.counted and says_self(own):
        return ("none", "service") if words.SERVICE.search(own, tail) else ("e1", "self")
    if words.PRESS.search(own) and not (sentence.speaker and words.PERSON.search(sentence.speaker)):
        return "against", "press-verb"
    if organisation is not None and organisation.search(own):
        return "against", "organisation"
    if not sentence.counted:
        return "none", sentence.reason
    if number < _HEAD and _introduces(own):
        return "e1", "introduction"
    if words.SERVICE.search(own, tail):
        return "none", "service"
    if _says(words.MANY, own):
        return _of_us(own, tail)
    return _of_nobody(own, tail)


def says_self(own: str) -> bool:
    """True where 저, 나 or 필자 stands in the sentence as a word."""
    return _says(words.ONE, own)


def _says(pattern: re.Pattern[str], own: str) -> bool:
    """True where a word of `own` begins with what `pattern` finds."""
    return any(not match.start() or own[match.start() - 1] in words.BEFORE_A_WORD for match in pattern.finditer(own))


def _was_done(own: str) -> bool:
    match = words.ANY_PAST.search(own, max(0, len(own) - 10))
    if match is None:
        return False
    return words.NOT_DONE.search(own, own.rfind(" ", 0, match.start()) + 1) is None


def _of_us(own: str, tail: int) -> tuple[Mark, str]:
    if words.CORPORATE.search(own, tail):
        return "weak", "we-announce"
    if words.PAST.search(own, tail) or words.TRIED.search(own, tail) or words.FELT.search(own, tail):
        return "e1", "we-did"
    return "weak", "we"


def _of_nobody(own: str, tail: int) -> tuple[Mark, str]:
    """A sentence that names no self is the writer's where it tells what was felt, tried or done, and by nobody else."""
    if any(pattern.search(own, tail) for pattern in words.EXPERIENCE):
        because = "experience"
    elif words.RESOLVED.search(own, tail):
        because = "" if words.TOPIC.search(own) else "experience"
    else:
        because = "work" if _is_work(own, tail) else ""
    if not because:
        return "none", "no-self"
    return ("none", "other-subject") if words.OTHERS.search(own) else ("e2", because)


def _is_work(own: str, tail: int) -> bool:
    return words.SUBJECT.search(own) is None and (words.DID.search(own, tail) is not None or _was_done(own))


def _introduces(own: str) -> bool:
    """True of `플랫폼팀 토니입니다` and `…를 만드는 문가온입니다`; an organisation's greeting names nobody."""
    match = words.ROLE.search(own)
    if match is not None:
        return words.NOT_A_NAME.search(match["name"]) is None
    match = words.NAMED.search(own)
    return match is not None and match["name"][0] in FAMILY_NAMES and words.NOT_A_NAME.search(match["name"]) is None


def _notices(prose: Prose, title: str) -> int:
    spoken = (sentence.text for sentence in prose.sentences if sentence.reason not in SILENT)
    signs = sum(1 for text in spoken if words.NOTICE.search(text))
    return signs + 2 * bool(words.NOTICE_TITLE.search(title))
