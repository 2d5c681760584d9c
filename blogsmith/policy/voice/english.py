"""English: sentences in which the writer says what they did, and those in which an organisation speaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from blogsmith.policy.voice.marks import Circumstances, CountedSentence, Mark, Signs
from blogsmith.text.prose import Prose, Sentence

_I = re.compile(
    r"(?<![\w/.-])(?<!\bPart )(?<!\bTitle )(?<!\bType )(?<!\bPhase )(?<!\bClass )(?<!\bTier )(?<!\bWar )(?<!\bChapter )"
    r"(?<!\bSection )(?<!\bArticle )(?<!\bVolume )(?<!\bLevel )(?<!\bAct )(?<!\bSchedule )(?<!\bStage )(?<!\bCategory )"
    r"I(?:['’](?:m|ve|d|ll|ma)\b|\s+(?=[a-z“\"‘(])|,\s+(?=(?:for|too|as|like|personally|with|along|and|of|a|an|the|in)\b))"
)
_MY = re.compile(
    r"(?<![\w.-])(?:my|myself|mine)(?= |[,.;:])|(?:^|[“\"(]\s?)My(?= [a-z])|(?<= )(?:between|to|for|with|told|gave|taught|made|let|asked|helped|showed) me\b(?!['’/])"
)
_ADVERBS = (
    r"(?:(?:also|then|even|first|only|just|never|finally|recently|actually|soon|eventually|quickly|initially|still|already|"
    r"always|often|really|both|all|each|not|so|ultimately|later|once|had|have|has|\w+ly|['’]ve|['’]d)\s+){0,3}"
)
_IRREGULAR = (
    "was|were|did|made|built|wrote|ran|found|chose|took|gave|got|came|saw|knew|thought|learned|learnt|kept|began|"
    "brought|bought|broke|drew|drove|fell|fixed|forgot|grew|held|hit|left|lost|met|paid|put|read|rewrote|said|sent|"
    "set|shipped|shut|spent|spoke|stood|started|stopped|taught|told|threw|tried|went|woke|won|cut|split|let|dealt|"
    "dug|ate|slept|sat|caught|fought|flew|understood|heard|led|ended|redid|undid|had|used|could|couldn['’]t|didn['’]t|"
    "wasn['’]t|weren['’]t|hadn['’]t|sought|swapped|rebuilt|overcame|withdrew|stuck|struck|sank|bet|hid|shook|froze"
)
_PARTICIPLES = (
    "been|done|made|built|written|run|found|chosen|taken|given|got|gotten|come|seen|known|thought|learned|kept|begun|"
    "brought|broken|drawn|driven|fallen|forgotten|grown|held|hit|left|lost|met|put|read|rewritten|sent|set|spent|"
    "spoken|taught|told|tried|gone|cut|split|heard|led|had|used|rebuilt|dealt|understood|worked"
)
_NOT_WORK = (
    "can|could|will|would|should|shall|may|might|must|need|are|were|was|have|has|had|be|is|do|did|also|all|help|serve|protect|"
    "ensure|enable|understand|recogni[sz]e|know|operate|collect|process|share|thank|strive|remain|stand|work (?:hard|tirelessly|closely)|"
    "ask (?:that|for|you|all|every)|get|give|make sure|the|a|who|at|in|and|or|of|as|on|to|don['’]t|cannot|can['’]t|won['’]t|call\\b|"
    "take (?:pride|seriously|your|the privacy)|feel|look|see|go|face|both|put|bring|just|so|re\\b|['’]"
)
_FEELING = (
    "believ|hop|lov|wish|excit|thrill|pleas|delight|honou?r|prid|proud|commit|invit|welcom|announc|thank|encourag|"
    "celebrat|look(?:ing|ed)? forward|striv|aim|envision|invest|appreciat|apologi|regret|urg|applaud|dedicat|"
    "continu|remain|expect|intend|support|need|want|call(?:ed|ing)? on|unveil|introduc(?:ed|ing) |expand|offer|provid|"
    "deliver|empower|respect|value|car(?:e|ed) about|head(?:ing|ed)? into|live|enter(?:ed|ing)? |seek"
)
_WE_DID = re.compile(
    rf"\b[Ww]e(?:"
    rf"['’]ve\s+{_ADVERBS}(?!{_FEELING})(?:\w+ed\b|(?:{_PARTICIPLES})\b)"
    rf"|['’]d\s+(?:been|had|\w+ed)\b"
    rf"|\s+(?:have|had|haven['’]t|hadn['’]t)\s+{_ADVERBS}(?!{_FEELING})(?:\w+ed\b|(?:{_PARTICIPLES})\b)"
    rf"|(?:['’]re|\s+are|\s+were)\s+{_ADVERBS}(?!{_FEELING})(?!going\b|looking\b)\w+ing\b"
    rf"|\s+{_ADVERBS}(?!{_FEELING})(?:\w{{2,}}ed\b(?<!need)|(?:{_IRREGULAR})\b)"
    rf")"
)
_WE_WORK = re.compile(
    rf"\b[Ww]e\s+{_ADVERBS}(?!{_FEELING}|(?:{_NOT_WORK})\b)[a-z]{{3,}}\b"
)
_OUR_WORK = re.compile(
    r"\b(?:[Ii]n|[Ff]rom|[Bb]ased on|[Dd]uring|[Ff]or) our (?:own |first |last |\w+ing )?"
    r"(?:work|experience|experiments?|tests?|testing|interviews|prototypes?|research|team)\b"
    rf"|\b[Oo]ur (?:\w+ )?team\s+(?:and (?:\w+ ){{1,5}})?{_ADVERBS}(?!{_FEELING})(?:\w{{2,}}ed|{_IRREGULAR})\b"
    r"|\b(?:helped|allowed|let|led|forced|taught|gave|showed|cost|saved|took|told|asked|bit|surprised) us\b"
)
_WE_ANY = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|ours|ourselves)\b(?!-)|\b(?:I|me)\b")
_GENERIC = re.compile(
    r"\b(?:as|when|if|how|what|where|whether|why|that|before|after|once|until|while)\s+(?:will|do|can|should|would|did)?\s?we\s+"
    r"(?:all|know it|live|age|enter|head|move into|approach|can|should|must|may|might)\b",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:today|yesterday|has|have|have today|is pleased to|are pleased to|is proud to|proudly) announced?\b"
    r"|\bannounced (?:today|that|the|its|plans|a |an |it |new )|\bthe (?:company|foundation|agency|board|department|organi[sz]ation|firm) "
    r"(?:said|announced|plans|will|expects|has|is)\b|\b(?:in a (?:press )?statement|a spokes(?:person|man|woman)|press release|news release)\b"
    r"|\b(?:NYSE|NASDAQ|KOSPI|KOSDAQ)\s?:|\bleading (?:provider|supplier|platform|company|developer)\b|\bis (?:available|headquartered|based) (?:today|in)\b",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"\b(?:FOR (?:IMMEDIATE )?RELEASE|For Immediate Release|PRESS RELEASE|Press Release|NEWS RELEASE|Media Advisory|MEDIA ADVISORY)\b"
)
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.’' ]{2,30}(?:,? [A-Z][A-Za-z. ]{1,20})?|[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][\w.]{1,12}),? ?"
    r"(?:[–—-]{1,2}|\(|,)? ?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? ?(?:\d{4})?|\d{1,2} [A-Z][a-z]+ \d{4})?\)? ?(?:[–—]|--?|:|/)"
)
_TODAY = re.compile(r"\btoday (?:announced|launched|unveiled|released|introduced|said)\b|\bannounced today\b")
_NOTICE_TITLE = re.compile(
    r"\b(?:notice|maintenance|privacy (?:policy|notice)|terms of (?:service|use)|(?:we['’]re|we are|now) hiring|join (?:us|our)|"
    r"register|registration|webinar|invitation|you['’]re invited|call for|apply|applications?|recall|closure|closed|"
    r"holiday (?:hours|schedule)|public (?:meeting|hearing|forum|comment)|press release|announces?|media advisory)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(?:please (?:contact|visit|note|email|e-mail|call|register|see|review|refer|submit)|for (?:more|further|additional) information|"
    r"apply (?:now|by|here|online|today)|register (?:now|by|here|online|today|at)|we apologi[sz]e for|we regret|"
    r"thank you for your (?:patience|understanding|support|interest|continued)|any inconvenience|open to the public|"
    r"(?:will|is scheduled to) (?:meet|be held|take place|host)|deadline (?:is|for)|applicants|eligible|"
    r"(?:takes? effect|effective) (?:on|from|immediately|[A-Z])|your (?:account|continued use|order|subscription))\b"
    r"|^(?:Date|Time|When|Where|Location|Venue|Place|Contact|Time and Date)\s?:",
    re.IGNORECASE,
)


def read_english(prose: Prose, circumstances: Circumstances) -> Signs:
    """Every sentence of `prose` with its mark, and the furniture of releases and notices."""
    own = _subject_pattern(circumstances.organisation_names)
    counted = tuple(_count(sentence, own) for sentence in prose.sentences)
    if not any(found.because in ("i", "my", "we-did", "our-work") for found in counted):
        counted = tuple(map(_without_habits, counted))
    return Signs(
        sentences=counted,
        furniture=tuple(_furniture(prose.sentences)),
        notice=_notices(prose, circumstances.title),
        singular=sum(found.because in ("i", "my") for found in counted),
    )


def _subject_pattern(names: Sequence[str]) -> re.Pattern[str] | None:
    """An organisation as the subject of what it did."""
    if not names:
        return None
    anyone = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?:^|[,;] )(?:At |The )?(?:{anyone})(?:,? (?:Inc|Ltd|Co)\.?)?,? "
        rf"(?:today |has |have |is |will |also )?\w+(?:s|ed|ing|ched)\b(?! of\b)"
    )


def _count(sentence: Sentence, organisation: re.Pattern[str] | None) -> CountedSentence:
    mark, because = _marked(sentence, organisation)
    return CountedSentence(sentence=sentence, mark=mark, because=because)


def _without_habits(found: CountedSentence) -> CountedSentence:
    """What we do every day, in a text where nobody did anything, is a manual's or a company's."""
    return replace(found, mark="weak", because="we") if found.because == "we-work" else found


def _marked(sentence: Sentence, organisation: re.Pattern[str] | None) -> tuple[Mark, str]:
    own = sentence.own
    if sentence.reason == "attributed" and ("“”" in own or sentence.speaker[:1].isupper()):
        return "against", "attributed"
    if not sentence.counted:
        return "none", sentence.reason
    if _I.search(own):
        return "strong", "i"
    if _MY.search(own):
        return "strong", "my"
    if _PRESS.search(own):
        return "against", "press-verb"
    if organisation is not None and organisation.search(own):
        return "against", "organisation"
    if _WE_ANY.search(own) is None:
        return "none", "no-self"
    if _WE_DID.search(own):
        return ("weak", "generic-we") if _GENERIC.search(own) else ("strong", "we-did")
    if _OUR_WORK.search(own):
        return "strong", "our-work"
    if _WE_WORK.search(own) and not _GENERIC.search(own):
        return "strong", "we-work"
    return "weak", "we"


def _furniture(sentences: Sequence[Sentence]) -> Iterator[str]:
    for number, sentence in enumerate(sentences):
        if number < 8 and _RELEASE.search(sentence.text):
            yield "for-release"
        if number < 6 and _DATELINE.match(sentence.text):
            yield "dateline"
        if number < 12 and sentence.reason != "quotation" and _TODAY.search(sentence.own):
            yield "today-announced"


def _notices(prose: Prose, title: str) -> int:
    signs = sum(1 for sentence in prose.sentences if _NOTICE.search(sentence.text))
    return signs + 2 * bool(_NOTICE_TITLE.search(title))
