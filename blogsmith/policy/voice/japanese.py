from blogsmith.policy.voice.marks import Circumstances, Signs
from blogsmith.text.prose import Prose


def read_japanese(prose: Prose, circumstances: Circumstances) -> Signs:
    return Signs(sentences=())
