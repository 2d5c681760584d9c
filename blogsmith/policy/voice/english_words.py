"""The words that the English reader looks for.

Most patterns begin with letters and not with a boundary: they are searched for in every sentence, and that is many
times faster.
"""

import re
from collections.abc import Sequence

I = re.compile(  # noqa: E741 - it is the word
    r"I(?:['’](?:m|ve|d|ll|ma)\b|\s+(?=[a-z“\"‘(])|,\s+(?=(?:for|too|as|like|personally|with|along|and|of|a|an|"
    r"the|in)\b))"
)
NUMBERED = re.compile(
    r"\b(?:Part|Title|Type|Phase|Class|Tier|War|Chapter|Section|Article|Volume|Level|Act|Schedule|Stage|"
    r"Category|Group)\s$"
)
"""What a roman one stands behind."""
MY = re.compile(r"my(?:self)?(?=[ ,.;:])|mine(?=[ ,.;:])|My(?= [a-z])")
ME = re.compile(r"(?:between|to|for|with|told|gave|taught|made|let|asked|helped|showed) me(?=[ ,.;:])")

_ADVERBS = (
    r"(?:(?:also|then|even|first|only|just|never|finally|recently|actually|soon|still|already|always|often|"
    r"really|both|"
    r"all|each|not|so|later|once|had|have|has|\w+ly|['’]ve|['’]d)\s+){0,3}"
)
_IRREGULAR = (
    "was|were|did|made|built|wrote|ran|found|chose|took|gave|got|came|saw|knew|thought|learned|learnt|kept|began|"
    "brought|bought|broke|drew|drove|fell|fixed|forgot|grew|held|hit|left|lost|met|paid|put|read|rewrote|said|sent|"
    "set|shipped|shut|spent|spoke|stood|started|stopped|taught|told|threw|tried|went|woke|won|cut|split|let|dealt|"
    "dug|ate|slept|sat|caught|fought|flew|understood|heard|led|ended|redid|undid|had|used|could|couldn['’]t|"
    "didn['’]t|"
    "wasn['’]t|weren['’]t|hadn['’]t|sought|swapped|rebuilt|overcame|withdrew|stuck|struck|sank|bet|hid|shook|froze"
)
_PARTICIPLES = (
    "been|done|made|built|written|run|found|chosen|taken|given|got|gotten|come|seen|known|thought|learned|kept|begun|"
    "brought|broken|drawn|driven|fallen|forgotten|grown|held|hit|left|lost|met|put|read|rewritten|sent|set|spent|"
    "spoken|taught|told|tried|gone|cut|split|heard|led|had|used|rebuilt|dealt|understood|worked"
)
_FEELING = (
    "believ|hop|lov|wish|excit|thrill|pleas|delight|honou?r|prid|proud|commit|invit|welcom|announc|thank|encourag|"
    "celebrat|look(?:ing|ed)? forward|striv|aim|envision|invest|appreciat|apologi|regret|urg|applaud|dedicat|"
    "condemn|oppos|demand|pledg|promis|vow|commend|congratulat|salut|mourn|affirm|reaffirm|trust|anticipat|imagin|"
    "continu|remain|expect|intend|support|need|want|call(?:ed|ing)? on|stand|unveil|introduc(?:ed|ing) |expand|offer|"
    "provid|deliver|empower|respect|value|car(?:e|ed) about|head(?:ing|ed)? into|live|enter(?:ed|ing)? |seek"
)
"""Feeling, hope, belief, invitation, mission: an organisation has these too."""
_NOT_WORK = (
    "can|could|will|would|should|shall|may|might|must|are|were|was|have|has|had|be|is|do|did|also|all|help|serve|"
    "protect|ensure|enable|understand|recogni[sz]e|know|operate|collect|process|share|strive|work (?:hard|tirelessly|"
    "closely)|ask (?:that|for|you|all|every)|get|give|make sure|the|who|and|for|don['’]t|cannot|can['’]t|won['’]t|"
    "take (?:pride|seriously|your|the privacy)|feel|look|see|face|both|put|bring|just|often|sometimes|as|join"
)
_NO_OWE = r"(?<![a-z][Ww]e)"
WE_DID = re.compile(
    rf"[Ww]e{_NO_OWE}(?:"
    rf"['’]ve\s+{_ADVERBS}(?!{_FEELING})(?:\w+ed\b|(?:{_PARTICIPLES})\b)"
    rf"|['’]d\s+(?:been|had|\w+ed)\b"
    rf"|\s+(?:have|had|haven['’]t|hadn['’]t)\s+{_ADVERBS}(?!{_FEELING})(?:\w+ed\b|(?:{_PARTICIPLES})\b)"
    rf"|(?:['’]re|\s+are|\s+were)\s+{_ADVERBS}(?!{_FEELING})(?!going\b|looking\b|hiring\b)\w+ing\b"
    rf"|\s+{_ADVERBS}(?!{_FEELING})(?:\w{{2,}}ed\b(?<!need)|(?:{_IRREGULAR})\b)"
    rf")"
)
WE_WORK = re.compile(rf"[Ww]e{_NO_OWE}\s+{_ADVERBS}(?!{_FEELING}|(?:{_NOT_WORK})\b)[a-z]{{3,}}\b")
OUR_WORK = re.compile(
    r"(?:[Ii]n|[Ff]rom|[Bb]ased on|[Dd]uring|[Ff]or) our (?:own |first |last |\w+ing )?"
    r"(?:work|experience|experiments?|tests?|testing|interviews|prototypes?|research|team)\b"
    rf"|[Oo]ur (?:\w+ )?team\s+(?:and (?:\w+ ){{1,5}})?{_ADVERBS}(?!{_FEELING})(?:\w{{2,}}ed|{_IRREGULAR})\b"
    r"|(?:helped|allowed|let|led|forced|taught|gave|showed|cost|saved|took|told|asked|bit|surprised) us\b"
)
WE_ANY = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|ours|ourselves)\b(?!-)")
GENERIC = re.compile(
    r"(?:[Aa]s|[Ww]hen|[Ii]f|[Hh]ow|[Ww]hat|[Ww]here|[Ww]hether|[Ww]hy|that|[Bb]efore|[Aa]fter|[Oo]nce|until|"
    r"while)\s+"
    r"(?:will|do|can|should|would|did)?\s?we\s+"
    r"(?:all|know it|live|age|enter|head|move into|approach|can|should|must|may|might)\b"
    r"|[Ww]e (?:humans|all|Americans|as a (?:society|nation|people|country|species|community))\b"
)
PRESS = re.compile(
    r"(?:today|yesterday|has|have|pleased to|proud to|proudly) announced?\b"
    r"|announced (?:today|that|the|its|plans|an? |it |new )"
    r"|[Tt]he (?:[Cc]ompany|[Ff]oundation|[Aa]gency|[Bb]oard|[Dd]epartment|[Oo]rgani[sz]ation|[Ff]irm) "
    r"(?:said|announced|plans|will|expects|has|is)\b"
    r"|in a (?:press )?statement|a spokes(?:person|man|woman)|[Pp]ress [Rr]elease|[Nn]ews [Rr]elease"
    r"|NYSE\s?:|NASDAQ\s?:|KOSPI\s?:|KOSDAQ\s?:|leading (?:provider|supplier|platform|company|developer)"
    r"|is (?:available|headquartered|based) (?:today|in)\b"
)
PRESS_KEYS = (
    *(
        "nnounce",
        "he company",
        "he Company",
        "oundation ",
        "gency ",
        "oard ",
        "epartment ",
        "rganization ",
        "rganisation ",
    ),
    *("irm ", "statement", "spokes", "elease", "NYSE", "DAQ", "KOSPI", "leading ", "headquartered", "available in"),
    *("available today", "based in", "based today"),
)
"""One of these stands in whatever `PRESS` finds."""
RELEASE = re.compile(
    r"FOR (?:IMMEDIATE )?RELEASE|For Immediate Release|PRESS RELEASE|Press Release|NEWS RELEASE|M(?:edia|"
    r"EDIA) A(?:dvisory|DVISORY)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’' ]{2,30}(?:,? [A-Z][A-Za-z. ]{1,20})?|[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][\w.]{1,12}),? ?"
    rf"(?:[–—-]{{1,2}}|\(|,)? ?(?:{_MONTH} \d{{1,2}},? ?(?:\d{{4}})?|"
    rf"\d{{1,2}} [A-Z][a-z]+ \d{{4}})?\)? ?(?:[–—]|--?|:|/)"
)
TODAY = re.compile(r"today (?:announced|launched|unveiled|released|introduced|said)\b|announced today\b")
NOTICE_TITLE = re.compile(
    r"\b(?:notice|maintenance|privacy (?:policy|notice)|terms of (?:service|use)|(?:we['’]re|we are|"
    r"now) hiring|join (?:us|our)|"
    r"register|registration|webinar|invitation|you['’]re invited|call for|apply|applications?|recall|closure|closed|"
    r"holiday (?:hours|schedule)|public (?:meeting|hearing|forum|comment)|press release|announces?|media advisory)\b",
    re.IGNORECASE,
)
NOTICE = re.compile(
    r"please (?:contact|visit|note|email|e-mail|call|register|see|review|refer|submit)|for (?:more|further|"
    r"additional) information"
    r"|apply (?:now|by|here|online|today)|register (?:now|by|here|online|today|at)|we apologi[sz]e for|we regret"
    r"|thank you for your (?:patience|understanding|support|interest|continued)|any inconvenience|open to the public"
    r"|(?:will|is scheduled to) (?:meet|be held|take place|host)|deadline (?:is|for)|applicants|eligible"
    r"|(?:takes? effect|effective) (?:on|from|immediately)|your (?:account|continued use|order|subscription)\b"
    r"|\b(?:date|time|when|where|location|venue|place|contact|time and date)\s?: "
)
"""Searched for in small letters."""


def organisation_pattern(names: Sequence[str], text: str) -> re.Pattern[str] | None:
    """An organisation as the subject of what it did; None where none is named in `text`."""
    named = [name for name in names if name and name in text]
    if not named:
        return None
    anyone = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
    return re.compile(
        rf"(?:^|[,;] )(?:At |The )?(?:{anyone})(?:,? (?:Inc|Ltd|Co)\.?)?,? "
        rf"(?:today |has |have |is |will |also )?\w+(?:s|ed|ing)\b(?! of\b)"
    )
