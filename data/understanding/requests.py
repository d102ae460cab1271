"""Plain requests: to begin a report or to ask for more time, with nothing else in them."""

import re
from collections.abc import Collection

from data.understanding.clues import Clues
from data.understanding.cues import Cue
from data.understanding.normalise.sentence import CLAUSE, TAKEN, blank, blank_spans

_SMALL_WORDS = re.compile(
    rf"(?:[{TAKEN}\s,，.。!！~～、:：;；【】()（）\[\]\U0001F300-\U0001FAFF]|你好|您好|喂|哎|谢谢|辛苦|麻烦|拜托|帮忙|请"
    rf"|能不能|可不可以|能否|可否|可以"
    r"|希望|需要|开始|申请|提出|办理|自己|这边|现在|目前|今天|最新|关于|编号|[这那]?[一两几半十\d]*[个条项件](?:任务"
    r"|工作)?|任务|工作"
    r"|[一二两三四五六七八九十半几\d]+个?(?:天|日|周|星期|礼拜|月|季度)"
    r"|[帮替给能可想要需得来去做办提我们咱俺一下先再就新把将对的了吧哈啊呀哦啦嘛呗吗么不嗯呃那到多]"
    r"|\b(?:please|pls|i|i'd|we|we'd|want|would|like|to|my|our|the|a|an|on|for|of|in|by|until|let|me|us|now|need|can"
    r"|could|you|kindly"
    r"|thanks|thank|hi|hello|some|get|make|do|tasks?|new|request|ask|have|\d+|two|one|three|days?|weeks?|months?)\b)*"
)


def asks_plainly(clues: Clues, wanted: Cue) -> bool:
    """Say whether the sentence holds nothing but what is wanted (REPORT or EXTENSION), what for, and small words."""
    return bool(_SMALL_WORDS.fullmatch(_without(clues, wanted)))


def has_plain_clause(clues: Clues, wanted: Cue, without: Collection[int] = ()) -> bool:
    """Say whether a clause that says what is wanted, `without` these places, says nothing else, whatever reasons the
    others give."""
    rest = _without(clues, wanted)
    places = [match.start() for match in clues.cues.get(wanted, ())]
    clauses = (clause.span() for clause in CLAUSE.finditer(clues.heard))
    clauses = ((start, end) for start, end in clauses if not any(start <= at < end for at in without))
    saying = (rest[start:end] for start, end in clauses if any(start <= at < end for at in places))
    return any(_SMALL_WORDS.fullmatch(clause) for clause in saying)


def _without(clues: Clues, wanted: Cue) -> str:
    spans = [match.span() for cue in (wanted, Cue.PROGRESS) for match in clues.cues.get(cue, ())]
    return blank_spans(blank(clues.heard.lower(), clues.readings), spans)
