"""Japanese: self words with their particle, and endings of experience. Not measured yet: a finding warns at most."""

from blogsmith.policy.voice.marks import Circumstances, CountedSentence, Mark, Signs
from blogsmith.text.patterns import pattern
from blogsmith.text.prose import Prose, Sentence

_ONE = pattern(r"(?:私|わたし|僕|ぼく|俺|自分|筆者)(?:は|が|も|の|を|に|と|には|にも|自身)")
_MANY = pattern(r"(?:私たち|私達|僕ら|僕たち|我々|弊チーム|うちのチーム|わたしたち)(?:は|が|も|の|で|では|を|に)?")
_DONE = pattern(r"(?:ました|ましたが|だった|でした|った|した|いた|んだ|てきた|ている|ています)[^ぁ-んァ-ヶ一-龠]*$")
_FELT = pattern(
    r"(?:と思|と感じ|に感じ|ことにし|てみ(?:た|まし|る|ます)|てしまい|てしまった|悩ん|悩み|困っ|困り|気づ|気付|学ん|学び|失敗し|苦労し|"
    r"試し(?:た|まし)|驚い|驚き|反省|後悔|嬉し|悔し|つらかった|はまり|ハマり|ハマっ|わかりませんでした|分かりませんでした)"
)
_AGAINST = pattern(
    r"と発表し|と述べ|と語っ|と話し(?:た|て)|と説明し|を発表し|当社[はがの]|同社[はがの]|弊社[はがの]|によると|によれば|としている。|見通し(?:だ|です)|"
    r"(?:予定|方針|狙い)(?:だ|です|である)"
)
_SERVICE = pattern(r"いたします|お知らせ|お願い|ご案内|ください|くださいませ|申し上げ|お待ちして|ご紹介")


def read_japanese(prose: Prose, circumstances: Circumstances) -> Signs:
    """Every sentence of `prose` with its mark."""
    counted = tuple(_count(sentence, circumstances) for sentence in prose.sentences)
    return Signs(sentences=counted, singular=sum(found.because == "self" for found in counted))


def _count(sentence: Sentence, circumstances: Circumstances) -> CountedSentence:
    mark, because = _marked(sentence, circumstances)
    return CountedSentence(sentence, mark, because)


def _marked(sentence: Sentence, circumstances: Circumstances) -> tuple[Mark, str]:
    own = sentence.own
    if not sentence.counted:
        return "none", sentence.reason
    if _SERVICE.search(own):
        return "none", "service"
    if _ONE.search(own) and not _MANY.search(own):
        return "e1", "self"
    if _AGAINST.search(own):
        return "against", "press-verb"
    if any(f"{name}{particle}" in own for name in circumstances.organisation_names if name for particle in "はが"):
        return "against", "organisation"
    if _MANY.search(own):
        return ("e1", "we-did") if _DONE.search(own) or _FELT.search(own) else ("weak", "we")
    return ("e2", "experience") if _FELT.search(own) else ("none", "no-self")
