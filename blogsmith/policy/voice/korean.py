"""Korean: sentences of the writer's own, with a self word or without one, and the signs of press and notices.

Politeness decides nothing: every ending is read in its polite and in its plain form.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from blogsmith.policy.voice.marks import Circumstances, CountedSentence, Mark, Signs
from blogsmith.text.attribution import FAMILY_NAMES
from blogsmith.text.prose import Prose, Sentence

_ONE = re.compile(
    r"(?:^|(?<=[\s(“”\"‘’'·,—–-]))(?:"
    r"저(?:는|도|를|만|의|로서는|로선|한테|에게|랑|와|조차|부터)(?=[\s,.])"
    r"|제(?:가|게|겐|게는|게도)(?=[\s,.])"
    r"|제 (?!\d|[일이삼사오육칠팔구십]+[차회호장조항기]\b)(?=[가-힣“‘])"
    r"|(?<![이가] )나는 |나(?:도|를|만|의|한테|에게|로서는|조차|부터)(?=[\s,.])|난 (?!이도)"
    r"|내(?:가|게|겐|게는)(?=[\s,.])"
    r"|내 (?:자리|생각|손|일|눈|이름|차례|책상|코드|탓|실수|경험|잘못|머리|몫|마음|첫|글|컴퓨터|노트북|등|앞|뒤|옆|말|방|집|몸|발|귀|입|팀|동료|상사)"
    r"|필자(?:는|가|의|도)"
    r")"
)
_MANY = re.compile(
    r"(?:^|(?<=[\s(“”\"‘’'·,—–-]))(?:저희(?:는|가|도|를|에게|한테|의|끼리|\s)|우리(?:는|가|도|를|에게|한테|끼리|\s)(?!나라|은행|말 |모두|사회|지역|동네))"
)
_ENDING = r"(?:다|습니다|어요|아요|죠|지요|네요|는데|지만|고|으며|던|더니|거든요)?\S*(?:\s+\S+)?[^가-힣]*$"
_PAST = re.compile(
    r"[았었였했됐겼렸졌웠꼈났갔봤왔꿨뒀줬쳤켰썼껐샀랐혔짰쟀뺐폈섰탔팠찼잤녔셨]"
    r"(?:다|습니다|어요|죠|지요|네요|는데|지만|고|으며|던|더니|거든요|을까|기)\S*(?:\s+\S+){0,2}[^가-힣]*$"
)
_FELT = re.compile(
    r"(?:느꼈|느껴졌|깨달았|깨닫게|배웠|배우게|고민했|고민이 |고민하|고민 끝|궁금했|궁금해졌|망설였|망설이|후회했|후회하|후회가|당황했|놀랐|"
    r"부끄러|아쉬웠|뿌듯|기뻤|무서웠|힘들었|막막|신기했|답답했|실망했|속상|서늘했|화끈거|웃었|웃음이 |헛웃음|믿었|믿고 있었|생각했|생각이 들|"
    r"생각하지 못|착각했|몰랐|알게 되|알게 됐|알았다|알았습|알았어|알았죠|알았는|알아챘|눈치챘|의심했|헤맸|괴로웠|불안했|찔렸|설렜|다행이|허탈|허무했|미안했|"
    r"죄송했|민망|억울했|걱정됐|걱정했|걱정이 |자신이 있었|자신이 없|할 말이 없|마음이 무|마음이 놓|기분이|안심이|예상하지 못|예상과 달|"
    r"애를 먹|진땀|고생했|시행착오|삽질|겪었|겪어|서운했|찜찜|화가 났|화가 나|신이 났|신나|재미있었|즐거웠|마음에 걸|마음에 들|솔직히)"
    r"\S*(?:\s+\S+){0,3}?[^가-힣]*$"
)
_TRIED = re.compile(
    r"(?:(?:[아어여해와워겨려져쳐켜꿔춰줘가나러둬봐내돼재세써떠꺼커펴대개셔혀눠꿰뵈] ?(?:보았|봤|보니|보았더니|보려|보기로|볼 생각|보고 싶|보고 나서))|"
    r"[았었했였봤갔왔렸졌겼]더니|다 ?보니|려고 (?:했|합니다|한다|해요)|려 (?:했|합니다|한다|해요)|고 싶(?:었|습니다|다[.!]|어요|어서|네요)|더라고요|더라구요|더군요|"
    r"(?<!할 )것 같(?:습니다|았|다[.!]|아요|네요|더)|던 것이다|던 겁니다|던 거죠|던 거다|던 거예요|을까 (?:합니다|한다|해요)|"
    r"(?:쓰|적|써 보|해 보|재 보|찾아보|고쳐 보)겠(?:습니다|다[.!])|[할볼쓸을둘낼줄갈올릴길킬들](?<!드릴)게요)"
)
_RESOLVED = re.compile(
    r"기로 (?:했|하였|마음|결심|정했)|(?:하|되|쓰|보|바꾸|만들|맡|찾|적|읽|가|[가-힣]하)게 (?:되었|됐|된 )"
)
_DID = re.compile(
    r"(?:고쳤|옮겼|지웠|넣었|찍었|적었|그렸|읽었|바꿨|바꾸었|물어봤|여쭤봤|여쭤보았|돌아왔|잡았|뒤졌|붙였|떼었|떼어 냈|나눴|나누었|모았|끄덕였|"
    r"앉았|찾았|찾아갔|찾아냈|발견했|버렸|골랐|정했|걸었|꺼냈|열었|닫았|들여다봤|들여다보았|내려갔|올라갔|따라갔|만들었|미뤘|참았|싸웠|답했|"
    r"불렀|쏟았|끊었|돌렸|심었|빌렸|포기했|사과했|사과하|제안했|부탁했|연락했|결정했|판단했|선택했|의논했|합류했|달았|감았|보냈|올렸|"
    r"맡고 있|맡은 지|맡았|일하고 있|일을 (?:합니다|한다|해요|하고 있|했)"
    r"|(?<![가-힣])(?:갔|졌다|졌습|썼|샀|뺐|켰|껐|잤|짰|봤|보았|물었|먹었|세었|쟀|냈|폈|뽑았|받아들이기로))" + _ENDING
)
_PAST_SYLLABLES = "".join(chr(code) for code in range(0xAC00 + 20, 0xD7A4, 28))
"""Every syllable that ends in ㅆ: past stems, and 있-, which is left out."""
_ANY_PAST = re.compile(
    rf"(?<![가-힣])(?!\S*(?:있|없|같았|많았|작았|좋았|나빴|[됐졌였않못했]|되었|이었)(?:다|습|어|죠|지|네|는|거|고|었|았))"
    rf"[가-힣]*[{_PAST_SYLLABLES}](?:다|습니다|어요|죠|지요|네요|는데요?|지만|거든요|고요)[^가-힣]*$"
)
_CORPORATE = re.compile(
    r"(?:출시|수상|달성|체결|개최|돌파|기부|약속|선언|지원|확대|강화|구성|선정|제공|운영|실천|보장|확보|마련|준비|지향|노력|공개|실시|시행|오픈|기여|협력|협약|구축해)"
    r"(?:을|를)? ?(?:했|하였|하고|해 왔|해 드|받|되|됐|하여)\S*[^가-힣]*$"
)
_SERVICE = re.compile(
    r"(?:안내|알려|부탁|설명|소개|공지|전해|보내|도와|답변|연락|감사|사과|말씀|공유|제공|증정|모시|찾아뵙)(?:을|를|해)? ?(?:드|하|겠)(?:리|립|렸|려|릴)?\S*[^가-힣]*$"
    r"|(?:하|되)고자 (?:합니다|한다|하오니)|(?:소개|공유|안내|모집|공개|진행|실시|개최|시행|접수)합니다[^가-힣]*$"
    r"|(?:살펴|알아|만나|소개해) ?(?:보겠|볼게|보려|보도록)|노력하|최선을 다|"
    r"(?:거듭나|다하|힘쓰|보답하|만들어 가|나아가|기다리|함께하|되|만들|지키|반영하|귀 기울이|높이|찾아오|모시|굽|하|가)겠(?:습니다|다)[^가-힣]*$"
    r"|바랍니다|부탁드|기다립니다|환영합니다|드립니다[^가-힣]*$|드릴게요|(?:준비|마련)(?:했|하였)습니다|주세요[^가-힣]*$|주시[기면]"
)
_OTHERS = re.compile(
    r"(?:^|\s)(?:그|그녀|그들|시|군|구|도|이들|(?:[가-힣]{1,7} ?)?(?:[가-힣]씨|대표|교수|사장|회장|원장|시장|군수|도지사|장관|감독|관장|이사장|조합장|센터장|실장|소장|위원장|관계자|담당자|대변인|"
    r"회사|업계|정부|당국|업체|연구팀|연구진|병원|은행|재단|협회|공단|공사|단체|시의회|국회|위원회|조합|주민|시민|의료진|전문가|경찰|법원|농협|대학|대학교|박물관|스타트업|기업|"
    r"브랜드|이용자|방문객|관람객|참가자|수상작|직원|당사|자사|본사|대법원|창업자|연구원))(?:들)?(?:은|는|이|가|도|께서|에서는|측은) "
    r"|[\d천만백십]\s?여?\s?(?:명|곳|개사)이 |[가-힣]{2,} 측은 |[가-힣] 씨(?:는|가|도) "
)
_PRESS = re.compile(
    r"(?:밝혔|전했|강조했|덧붙였|발표했|내다봤|지적했|평가했|설명했|당부했|화답했|공시했|주장했|토로했)(?:다|습니다)[^가-힣]*$|고 밝힌|고 밝혔|고 밝혀|"
    r"관계자(?:는|에 따르면)|당사(?:는|가|의|에)|자사(?:는|가|의)|(?:에|측에) 따르면|"
    r"것으로 (?:나타났|알려졌|전망|보인|예상|집계|조사|기대|분석|전해|추산|보고 있|내다)|"
    r"(?:방침|전망)(?:이다|입니다)[^가-힣]*$|바 있(?:다|습니다)|(?:계획|예정)이라고|[가-힣]{2,4} 기자[^가-힣]*$"
)
_OFFICIAL = re.compile(
    r"(?:대표|사장|회장|원장|시장|군수|도지사|장관|교수|관장|이사장|조합장|센터장|위원장|관계자|대변인|부장|담당자|측)(?:은|는|이|가) .*"
    r"(?:말했|말합|말한|소개했|설명|강조|평가|밝혔|전했|전한)"
)
_ROLE = re.compile(
    r"(?:팀|파트|실|셀|그룹|랩|챕터|스쿼드|본부|개발자|디자이너|엔지니어|매니저|리드|담당자|담당|기획자|마케터|작가|연구원|학예사|PM|PO|년 ?차)(?:의|에서 일하는)? "
    r"(?P<name>[가-힣]{2,4}|[A-Z][a-zA-Z]+)(?:\([^)]{1,20}\))?(?:입니다|이에요|예요|이라고 합니다|라고 합니다|라 합니다|이라 합니다)[^가-힣]*$"
)
_NAMED = re.compile(
    r"(?:안녕하세요[,.!]?|안녕하십니까[,.!]?|는|은|한|된|의|년|째인?|라는) (?P<name>[가-힣]{3})(?:\([^)]{1,20}\))?(?:입니다|이에요|예요|이라고 합니다|라고 합니다|라 합니다)[^가-힣]*$"
)
_NOT_A_NAME = re.compile(
    r"(?:팀|사|소|실|부|단|회|점|원|것|곳|때|중|일|날|글|방법|이유|문제|시간|사람|정도|경우|내용|생각|이야기|가지|순간|상태|구조|방식|예정|계획|"
    r"결과|과정|하나|처음|마지막|때문|편|셈|뿐|터|겁|거|건|말|기|법|점|트|스|즈|랩|넷|컴|텍|페이|은행|교육|서점)$"
)
_NOTICE_TITLE = re.compile(
    r"안내|공지|모집|초대|공고|알림|알려 ?드|채용|공채|개최|선발|점검|변경|개정|이벤트|설문|만족도|참여해|함께해|찾습니다|모십니다|엽니다|소개합니다|소식|"
    r"약속|전합니다|주의해|지원 종료|출시|방침|약관|자주 묻는|질문|규칙|지침|정책|추석|설 연휴|휴관|휴무|수상"
)
_NOTICE = re.compile(
    r"바랍니다|바라겠|부탁드|주시기|주십시오|주시면|안내(?:해)? ?드|알려 ?드|감사드|고객님|고객 여러분|회원 여러분|여러분(?:께|의|을|과)|여러분, |문의(?:처|는|해|하|사항| 사항)|"
    r"(?:일시|장소|대상|기간|참가비|신청|모집|접수|문의|내용|자격)\s?[:：]|접수(?:는|를|합|하|받)|신청(?:은|하|서|을|받)|하실 수|실 수 있습니다|양해|드림$|최선을 다하|노력하(?:겠|고)|"
    r"기다리(?:겠|고)|기다립니다|환영합니다|우대합니다|지원 자격|모집 분야|드립니다|모십니다|모집합니다|찾습니다|제공(?:합니다|됩니다|하고)|진행(?:합니다|됩니다)|시행(?:됩|합)|적용됩|"
    r"선착순|누리집|홈페이지|고객센터|해 주세요|주세요[.!]?$|마세요[.!]?$|셔야 합니다|드려 죄송|보답|응원합니다"
)


def read_korean(prose: Prose, circumstances: Circumstances) -> Signs:
    """Every sentence of `prose` with its mark, and how many signs of a notice there are."""
    own = _organisation(circumstances.organisation_names)
    counted = tuple(_count(sentence, number, own) for number, sentence in enumerate(prose.sentences))
    if not any(found.mark == "e1" or found.because == "experience" for found in counted):
        counted = tuple(map(_without_work, counted))
    return Signs(
        sentences=counted,
        furniture=(),
        notice=_notices(prose, circumstances.title),
        singular=sum(found.because in ("self", "introduction") for found in counted),
    )


def _organisation(names: Sequence[str]) -> re.Pattern[str] | None:
    if not names:
        return None
    anyone = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?:^|[\s(])(?:{anyone})(?:은|는|이|가|에서는|에서)\s")


def _count(sentence: Sentence, number: int, organisation: re.Pattern[str] | None) -> CountedSentence:
    mark, because = _marked(sentence, number, organisation)
    return CountedSentence(sentence=sentence, mark=mark, because=because)


def _without_work(found: CountedSentence) -> CountedSentence:
    """Work alone, in a post where nobody says I and nobody felt anything, may be anybody's."""
    return replace(found, mark="weak", because="work-alone") if found.because == "work" else found


def _marked(sentence: Sentence, number: int, organisation: re.Pattern[str] | None) -> tuple[Mark, str]:
    own = sentence.own
    if sentence.reason in ("", "attributed"):
        one = _ONE.search(own)
        if sentence.reason == "" and one is not None:
            return ("none", "service") if _SERVICE.search(own) else ("e1", "self")
        if _PRESS.search(own) or _OFFICIAL.search(own):
            return "against", "press-verb"
        if organisation is not None and organisation.search(own):
            return "against", "organisation"
    if not sentence.counted:
        return "none", sentence.reason
    if number < 6 and _introduces(own):
        return "e1", "introduction"
    if _SERVICE.search(own):
        return "none", "service"
    if _MANY.search(own):
        if _CORPORATE.search(own):
            return "weak", "we-announce"
        return ("e1", "we-did") if _PAST.search(own) or _TRIED.search(own) or _FELT.search(own) else ("weak", "we")
    if _OTHERS.search(own):
        return "none", "other-subject"
    if _FELT.search(own) or _TRIED.search(own) or (_RESOLVED.search(own) and not _TOPIC.search(own)):
        return "e2", "experience"
    if (_DID.search(own) or _ANY_PAST.search(own)) and not _SUBJECT.search(own):
        return "e2", "work"
    return "none", "no-self"


_SUBJECT = re.compile(r"(?![에서때로터지번날늘금제음엔후뒤][은는])[가-힣](?:은|는|이|가|께서) ")
_TOPIC = re.compile(r"^(?:\S+ ){0,2}[가-힣]+(?<![에서때로터지번날늘금제음엔])(?:은|는) ")


def _introduces(own: str) -> bool:
    """True of `플랫폼팀 토니입니다` and `…를 만드는 문가온입니다`; an organisation's greeting names nobody."""
    match = _ROLE.search(own)
    if match is not None:
        return _NOT_A_NAME.search(match["name"]) is None
    match = _NAMED.search(own)
    return match is not None and match["name"][0] in FAMILY_NAMES and _NOT_A_NAME.search(match["name"]) is None


def _notices(prose: Prose, title: str) -> int:
    signs = sum(1 for sentence in prose.sentences if _NOTICE.search(sentence.text))
    return signs + 2 * bool(_NOTICE_TITLE.search(title))
