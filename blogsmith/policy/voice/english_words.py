"""The words that the English reader looks for.

Most patterns begin with letters and not with a boundary: they are searched for in every sentence, and that is many
times faster.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from blogsmith.text.patterns import pattern

I = pattern(  # noqa: E741 - it is the word
    r"I(?:['’](?:m|ve|d|ll|ma)\b| +(?=[a-z“\"‘(])|, +(?=(?:for|too|as|like|personally|with|along|and|of|a|an|"
    r"the|in)\b))"
)
NUMBERED = pattern(
    r"\b(?:Part|Title|Type|Phase|Class|Tier|War|Chapter|Section|Article|Volume|Level|Act|Schedule|Stage|"
    r"Category|Group) $"
)
"""What a roman one stands behind."""
MY = pattern(r"my(?:self)?(?=[ ,.;:])|mine(?=[ ,.;:])|My(?= [a-z])")
ME = pattern(r"me(?<= ..)(?=[ ,.;:])")
BEFORE_ME = ("between", "to", "for", "with", "told", "gave", "taught", "made", "let", "asked", "helped", "showed")

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
WE_DID = pattern(
    rf"[Ww]e{_NO_OWE}(?:"
    rf"['’]ve\s+{_ADVERBS}(?!{_FEELING})(?:\w+ed\b|(?:{_PARTICIPLES})\b)"
    rf"|['’]d\s+(?:been|had|\w+ed)\b"
    rf"|\s+(?:have|had|haven['’]t|hadn['’]t)\s+{_ADVERBS}(?!{_FEELING})(?:\w+ed\b|(?:{_PARTICIPLES})\b)"
    rf"|(?:['’]re|\s+are|\s+were)\s+{_ADVERBS}(?!{_FEELING})(?!going\b|looking\b|hiring\b)\w+ing\b"
    rf"|\s+{_ADVERBS}(?!{_FEELING})(?:\w{{2,}}ed\b(?<!need)|(?:{_IRREGULAR})\b)"
    rf")"
)
WE_WORK = pattern(rf"[Ww]e{_NO_OWE}\s+{_ADVERBS}(?!{_FEELING}|(?:{_NOT_WORK})\b)[a-z]{{3,}}\b")
OUR_WORK = pattern(
    r"(?:[Ii]n|[Ff]rom|[Bb]ased on|[Dd]uring|[Ff]or) our (?:own |first |last |\w+ing )?"
    r"(?:work|experience|experiments?|tests?|testing|interviews|prototypes?|research|team)\b"
    rf"|(?<!\w)[Oo]ur (?:\w+ )?team\s+(?:and (?:\w+ ){{1,5}})?{_ADVERBS}(?!{_FEELING})(?:\w{{2,}}ed|{_IRREGULAR})\b"
    r"|(?:helped|allowed|let|led|forced|taught|gave|showed|cost|saved|took|told|asked|bit|surprised) us\b"
)
SELVES = tuple(
    (pattern(rf"{self}\b(?!-)"), frozenset(forms.encode().split()))
    for self, forms in (
        (r"we(?<!\w..)", "we"),
        (r"We(?<!\w..)", "we"),
        (r"our(?<!\w...)(?:s|selves)?", "our ours ourselves"),
        (r"Our(?<!\w...)", "our"),
        (r"us(?<= ..)", "us"),
    )
)
"""Each beside the words of which one stands wherever it is found."""
MINE = frozenset((b"my", b"myself", b"mine"))
MAYBE_OUR_WORK = (
    pattern(r" our (?:own |first |last |\w+ing )?(?:work|exp|test|int|prot|res|team)"),
    pattern(r"ur (?:\w+ )?team\s"),
    pattern(r" us\b(?<=[detk] us)"),
)
MAYBE_GENERIC = pattern(
    r"[Ww]e\s+(?:all|know|live|age|enter|head|move|appr|can|should|must|may|might|humans|Americans|as a )"
)
"""Found in whatever `OUR_WORK` and `GENERIC` find, and many times faster."""
GENERIC = pattern(
    r"(?:[Aa]s|[Ww]hen|[Ii]f|[Hh]ow|[Ww]hat|[Ww]here|[Ww]hether|[Ww]hy|that|[Bb]efore|[Aa]fter|[Oo]nce|until|"
    r"while)\s+"
    r"(?:will|do|can|should|would|did)?\s?we\s+"
    r"(?:all|know it|live|age|enter|head|move into|approach|can|should|must|may|might)\b"
    r"|[Ww]e (?:humans|all|Americans|as a (?:society|nation|people|country|species|community))\b"
)
PRESS = pattern(
    r"(?:today|yesterday|has|have|pleased to|proud to|proudly) announced?\b"
    r"|announced (?:today|that|the|its|plans|an? |it |new )"
    r"|The (?:Company|Foundation|Agency|Board|Department|Organi[sz]ation|Firm) "
    r"(?:said|announced|plans|will|expects|has|is)\b"
    r"|[Tt]he (?:[Cc]ompany|[Ff]oundation|[Aa]gency|[Bb]oard|[Dd]epartment|[Oo]rgani[sz]ation|[Ff]irm) "
    r"(?:said|announced|plans to|expects)\b"
    r"|in an? (?:(?:press|news) (?:statement|release)|statement)|a spokes(?:person|man|woman)"
    r"|(?:[Tt]his|full|complete|entire) (?:[Pp]ress|[Nn]ews) [Rr]elease|(?:PRESS|NEWS) RELEASE"
    r"|NYSE\s?:|NASDAQ\s?:|KOSPI\s?:|KOSDAQ\s?:|leading (?:provider|supplier|platform|company|developer)"
    r"|is (?:available (?:today|now|immediately)|(?:headquartered|based) in)\b"
)
"""Releases as a subject ("each press release was posted") and companies in general ("the company will agree") are
none of it.
"""
_BODIES = ("company", "foundation", "agency", "board", "department", "organization", "organisation", "firm")
_LEADING = ("provider", "supplier", "platform", "company", "developer")
PRESS_KEYS: Mapping[bytes, Sequence[str]] = {
    **{body.encode(): (f"he {body} ", f"he {body.capitalize()} ") for body in _BODIES},
    **dict.fromkeys((b"announce", b"announced"), ("nnounce",)),
    **dict.fromkeys((b"spokesperson", b"spokesman", b"spokeswoman"), ("a spokes",)),
    b"release": ("ress release", "ress Release", "ews release", "ews Release", " RELEASE"),
    **{word.lower().encode(): (word,) for word in ("NYSE", "NASDAQ", "KOSPI", "KOSDAQ")},
    **{word.encode(): (f"is {word} ",) for word in ("available", "based", "headquartered")},
    b"statement": ("in a statement", "in a press statement", "in a news statement"),
    b"leading": tuple(f"leading {what}" for what in _LEADING),
}
"""One of these words stands in whatever `PRESS` finds; beside each what is looked for in a sentence."""
PRESS_WORDS = frozenset(PRESS_KEYS)
RELEASE = pattern(
    r"FOR (?:IMMEDIATE )?RELEASE|For Immediate Release|PRESS RELEASE|Press Release|NEWS RELEASE|M(?:edia|"
    r"EDIA) A(?:dvisory|DVISORY)"
)
RELEASE_KEYS = ("elease", "ELEASE", "dvisory", "DVISORY")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = pattern(
    r"(?:[A-Z][A-Z.’' ]{2,30}(?:,? [A-Z][A-Za-z. ]{1,20})?|[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][\w.]{1,12}),? ?"
    rf"(?:[–—-]{{1,2}}|\(|,)? ?(?:{_MONTH} \d{{1,2}},? ?(?:\d{{4}})?|"
    rf"\d{{1,2}} [A-Z][a-z]+ \d{{4}})?\)? ?(?:[–—]|(?<= )-(?= )|--|(?<=[\d)]):|/)\s?(?=[“\"‘A-Z])"
)
TODAY = pattern(r"today (?:announced|launched|unveiled|released|introduced|said)\b|announced today\b")
NOTICE_TITLE = pattern(
    r"\b(?:notice|maintenance|privacy (?:policy|notice)|terms of (?:service|use)|(?:we['’]re|we are|"
    r"now) hiring|join (?:us|our)|"
    r"register|registration|webinar|invitation|you['’]re invited|call for|apply|applications?|recall|closure|closed|"
    r"holiday (?:hours|schedule)|public (?:meeting|hearing|forum|comment)|press release|announces?|media advisory)\b",
    re.IGNORECASE,
)
NOTICE = pattern(
    r"please (?:contact|visit|note|email|e-mail|call|register|see|review|refer|submit)|for (?:more|further|"
    r"additional) information"
    r"|apply (?:now|by|here|online|today)|register (?:now|by|here|online|today|at)|we apologi[sz]e for|we regret"
    r"|thank you for your (?:patience|understanding|support|interest|continued)|any inconvenience|open to the public"
    r"|(?:will|is scheduled to) (?:meet|be held|take place|host)|deadline (?:is|for)|applicants|eligible"
    r"|(?:takes? effect|effective) (?:on|from|immediately)|your (?:account|continued use|order|subscription)\b"
)
NOTICE_LABEL = pattern(r"\b(?:date|time|when|where|location|venue|place|contact)\s?: ")
"""Both searched for in small letters."""
NOTICE_KEYS = (
    *(
        "please ",
        "r more information",
        "r information",
        "l information",
        "apply ",
        "register ",
        "apologi",
        "regret",
        "thank you",
        "inconvenience",
        "open to",
    ),
    *("will meet", "will be held", "will take", "will host", "scheduled to", "deadline", "applicants", "eligible"),
    *("take effect", "takes effect", "effective ", "your account", "your continued", "your order", "your subscription"),
)
"""One of these stands in whatever `NOTICE` finds."""
NOTICE_LABEL_KEYS = ("e: ", "n: ", "t: ", " : ")


@cache
def organisation_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """An organisation as the subject of what it did."""
    anyone = "|".join(re.escape(name) for name in sorted(filter(None, names), key=len, reverse=True))
    return re.compile(
        rf"(?:^|[,;] )(?:At |The )?(?:{anyone})(?:,? (?:Inc|Ltd|Co)\.?)?,? "
        rf"(?:today |has |have |is |will |also )?\w+(?:s|ed|ing)\b(?! of\b)"
    )
