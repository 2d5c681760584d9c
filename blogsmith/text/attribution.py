"""Who says a sentence, where it is not the writer: attributions in English and Korean, speaker turns, boilerplate."""

from collections.abc import Sequence

from blogsmith.text.patterns import pattern

_SAID = (
    "said(?<!be said)(?<!ing said)(?<!been said)",
    "says",
    "told",
    "according to",
    "recalled",
    "recalls",
    "remarked",
    "commented",
)
_THAT = (
    *(
        "added",
        "adds",
        "explained",
        "explains",
        "noted",
        "notes",
        "stated",
        "states",
        "wrote",
        "writes",
        "argued",
        "argues",
    ),
    *(
        "stressed",
        "emphasized",
        "emphasised",
        "continued",
        "concluded",
        "observed",
        "believes",
        "announced",
        "confirmed",
    ),
    *("admitted", "insisted", "acknowledged", "reported"),
)
_SELF = pattern(r"\b(?:I|we|We|my|My|our|Our|me|us|ourselves|myself)\b")
_YOU = pattern(r"\b(?:[Yy]ou|[Yy]our)\b")
_SOMEBODY = pattern(r"[A-Z][\w.’'-]+|\b(?:he|she|they|who)\b")
_SAID_VERB = pattern(
    "|".join([*(rf"{verb}\b" for verb in _SAID), *(rf"{verb}(?= that\b|:|,? [“\"‘「])" for verb in _THAT)])
)
_SAYING = {verb.split()[0].encode(): verb for verb in ("said", *_SAID[1:], *_THAT)}
"""Each verb of saying by its first word, as `text/words.py` has it."""
_SAYING_WORDS = frozenset(_SAYING)
_VERBS = "|".join((*_SAID, *_THAT))
_NAME = r"(?:[A-Z][\w.’'-]+|he|she|they|the [a-z]+)"
_TAIL = pattern(
    rf"[,”\"’] (?:{_VERBS}) (?P<after>{_NAME}(?: [A-Z][\w.’'-]+){{0,3}})[^.!?]{{0,90}}[.!?]?$"
    rf"|[,”\"’] (?P<before>{_NAME}(?: [A-Z][\w.’'-]+){{0,3}}) (?:{_VERBS})[^.!?]{{0,60}}[.!?]?$"
)
_KOREAN_VERBS = (
    r"\s*(?:\S+\s+){0,3}?(?:말했|말한|말하|밝혔|밝힌|전했|전한|설명|강조|덧붙|말씀|이야기|얘기|소개했|주장|"
    r"지적|답했|답하|평가했|내다봤|토로|당부|조언|"
    r"회고|언급|반겼|화답|포부|물었|물으|묻|하셨|하시|했|한다|하더|합니다|해요|그랬|그러)\S*[.!?]*$"
)
_KOREAN = pattern(
    r"[다라냐자는을”\"’」』](?:"
    rf"(?<=[다라냐자])(?:고|며|면서){_KOREAN_VERBS}|(?<=[”\"’」』])(?:이?라[고며]|하고|며|고)?{_KOREAN_VERBS}"
    rf"|(?<=라는)\s말을{_KOREAN_VERBS}|(?<=는)\s뜻을{_KOREAN_VERBS}|(?<=을)\s모았)"
)
_TOPIC = pattern(
    r"(?:^|\s)(?P<name>[^\s“”\"‘’「」]{1,20}?)(?P<mark>은|는|이|가|께서|께서는|도|측은)"
    r"(?=[\s“\"‘「])"
)
_SELVES = frozenset(("저", "제", "나", "내", "저희", "우리", "필자", "난", "전"))
_ADVERBIAL = pattern(r"(?:에|에서|에게|께|로|부터|까지|때|날|주|뒤|후|번|음|엔|보다|하고|어제|오늘|결국)$")
_TITLES = (
    "대표|대표이사|사장|회장|이사|상무|전무|부사장|본부장|팀장|실장|부장|차장|과장|대리|책임|수석|선임|매니저|"
    "교수|박사|연구원|기자|"
    "원장|소장|센터장|위원|위원장|의원|시장|군수|감독|작가|디자이너|개발자|엔지니어|선생님|선생|님|씨|관계자|"
    "진행자|사회자|인터뷰어|"
    "CEO|CTO|CPO|CFO|PM|PO"
)
_TITLED = pattern(rf"(?:{_TITLES})$")
_KOREAN_LABEL = pattern(
    rf"(?P<name>[가-힣]{{1,4}}(?:\s[가-힣A-Z]{{1,10}}){{0,3}}?\s?(?:{_TITLES})|"
    rf"[가-힣]{{2,4}}\s(?:{_TITLES})[^:：]{{0,20}})\s*[:：]\s"
)
_ENGLISH_LABEL = pattern(
    r"(?P<name>(?:(?:Dr|Mr|Ms|Mrs|"
    r"Prof)\. )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}(?P<title>,\s[^:.!?“”]{2,60})?)\s?:\s"
)
_QUESTION_LABEL = pattern(r"(?P<name>Q|A)\s?\d{0,2}\s?[.:)]\s")
_NO_NAMES = frozenset(
    (
        *("note", "update", "step", "part", "why", "what", "how", "the", "our", "my", "your", "this", "that", "these"),
        *("key", "lessons", "tip", "warning", "example", "summary", "background", "problem", "solution", "result"),
        *("results", "question", "answer", "day", "week", "month", "phase", "option", "goal", "goals", "next", "first"),
        *("second", "third", "final", "finally", "also", "bonus", "caveat", "disclaimer", "edit", "ps", "tldr", "for"),
        *("in", "on", "at", "to", "and", "but", "when", "where", "who", "challenge", "challenges", "conclusion"),
        *("introduction", "overview", "design", "process", "status", "time", "date", "place", "location", "contact"),
        *("media", "press", "version", "release", "fix", "fixes", "new", "lesson", "takeaway", "takeaways", "title"),
        *("subject", "re", "important", "do", "dos", "don't", "don’t", "dont", "don'ts", "don’ts", "donts", "pro"),
        *("pros", "con", "cons", "myth", "myths", "fact", "facts", "true", "false", "yes", "no", "before", "after"),
        *("january", "february", "july", "september", "october", "november", "december"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"),
    )
)
FAMILY_NAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설"
    "마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
_NO_NAMES_KOREAN = pattern(
    r"원인은|해결책|문제점|주의점|방법은|조치는|이유는|장단점|유의점|개선점|전제는|주제는|대상자|"
    r"장소는|일정은|기간은|하나는|고려점|연락처|신청일|담당자|문의처|모집일|우대점|지원일|기대치|"
    r"한계점"
)
_ABOUT = pattern(
    r"\s*About (?:(?:the )?[A-Z]|us\b)|\s*(?:Media|Press)(?: and \w+)? (?:[Cc]ontact|[Ii]nquir)|\s*MEDIA CONTACT"
    r"|\s*For (?:more|further) information,? contact|\s*(?:회사|기업|기관) ?소개\s*$|\s*(?:보도자료|언론) ?문의"
)
_ABOUT_SELF = pattern(r"\s*About (?:Me|This|(?:the|The) (?:Author|Series))\b")
END_MARKS = frozenset(("###", "# # #", "#", "-30-", "-end-", "[끝]", "(끝)", "<끝>", "-끝-"))


def is_boilerplate_title(text: str) -> bool:
    """True of the title of what an organisation puts under everything: `About Acme`, `Media contact`."""
    return len(text) <= 80 and _ABOUT.match(text) is not None and _ABOUT_SELF.match(text) is None


def saying_verbs(vocabulary: frozenset[bytes]) -> tuple[str, ...]:
    """The English verbs of saying among the words of a text."""
    return tuple(_SAYING[word] for word in _SAYING_WORDS & vocabulary)


def attributed_to(own: str, *, hangul: bool, verbs: Sequence[str]) -> str | None:
    """Whom the sentence `own` (quotations emptied) is attributed to; None where it is not.

    `verbs` are the verbs of saying in the whole post: without one there is nothing to look for.
    """
    if hangul:
        korean = _KOREAN.search(own, max(0, len(own) - 60))
        return _korean_source(own[: korean.start()] + " ") if korean else None
    if not any([verb in own for verb in verbs]):  # noqa: C419 - a list is faster
        return None
    match = _TAIL.search(own)
    if match is not None:
        return (match["after"] or match["before"]).rstrip(".")
    verb = _SAID_VERB.search(own, 0, 140)
    if verb is None:
        return None
    before = own[: verb.start()]
    if verb.group() == "according to":
        return own[verb.end() : verb.end() + 40].strip(" ,.") if not _SELF.search(own) else None
    if _SELF.search(before) or _YOU.search(own) or not _SOMEBODY.search(before) or len(before.split()) > 14:
        return None
    return before.strip(' ,“”"')


def _korean_source(before: str) -> str | None:
    """The subject before the words that are quoted; None where it is the writer or nobody.

    Somebody with a title comes before all; a topic (은/는) comes before a subject (이/가).
    """
    found = [match for match in _TOPIC.finditer(before) if not _ADVERBIAL.search(match["name"])]
    for match in found:
        if match["name"] in _SELVES:
            break
        if _TITLED.search(match["name"]):
            return match["name"]
    chosen = next((match for match in found if match["mark"] in "은는께서"), None) or (found[0] if found else None)
    return None if chosen is None or chosen["name"] in _SELVES else chosen["name"]


def is_one_of(name: str, known: Sequence[str]) -> bool:
    """True where `name`, whole or in part, is one of the names `known`: Jane Mary Doe is `Jane Doe` and `Doe`."""
    wanted = frozenset(name.casefold().split())
    return any(wanted <= frozenset(other.casefold().split()) for other in known)


def is_name(words: str) -> bool:
    """True where `words` can be a person's name."""
    if not words[:1].isascii():
        return len(words) == 3 and words[0] in FAMILY_NAMES and not _NO_NAMES_KOREAN.fullmatch(words)
    parts = words.split()
    return 0 < len(parts) <= 3 and all(part[0].isupper() and part.lower() not in _NO_NAMES for part in parts)


def speaker_label(text: str) -> tuple[str, int]:
    """Name and length of the label `Jane Park, CEO:`, `박 대표:` or `Q.` that `text` begins with; "" where none is."""
    head = text[:120]
    if ":" not in head and "：" not in head and head[:1] not in ("Q", "A"):
        return "", 0
    question = _QUESTION_LABEL.match(head) if head[:1] in "QA" else None
    if question is not None:
        return question["name"], question.end()
    if ":" not in head and "：" not in head:
        return "", 0
    korean = _KOREAN_LABEL.match(head) if not head[:1].isascii() else None
    if korean is not None:
        return korean["name"].strip(), korean.end()
    english = _ENGLISH_LABEL.match(head)
    if english is None:
        return "", 0
    words = english["name"].replace(",", " ").split()
    if words[0].lower().strip(".") in _NO_NAMES or (len(words) == 1 and not english["title"]):
        return "", 0
    return english["name"].split(",")[0].strip(), english.end()
