"""What of the plan's state a sentence asks for: who has not reported, or the figures."""

from collections.abc import Sequence

from data.patterns import Pattern
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import blank

_NOT_REPORTED = Pattern(
    r"[没未]有?[报交填]|(?:\bnot|n't|\bnever|\bwithout|\bno)(?: yet| been| a| any)* "
    r"(?:report|submit|fil(?:e|ed)\b|hand(?:ed)? in)"
)
_OTHER_WORDS = ("批", "价", "名", "销")
"""What makes another word of 报 and 填: 未报批, 没报价, 没报名, 未报销."""
_BY_UNIT = Pattern(r"谁|单位|部门|[几哪各每][个家]|家|区|\b(?:who|units?|bureaus?|offices?|districts?)\b")
_OF_EACH_UNIT = Pattern(
    r"(?:各个?|每个?|按|分|哪[些几]?个?)(?:单位|部门)|\b(?:by|per|each|every|which|of all) units?\b"
)
_FIGURES = Pattern(r"统计数据|各项(?:数据|指标|数字)|\b(?:figures|statistics|stats)\b")

_RANKING = Pattern(
    r"排名|排行|名次|前[三五十几]|倒数|第一名|最[快慢好差]|\b(?:rank\w*|top|best|worst|slowest|fastest)\b"
)
_WHO_CHANGED = Pattern(
    r"谁(?:都|又|给)?(?:修改|更改|改|删除|删|撤销|归档|导入|移出|新增|调整|动|加)(?:了|过)"
    r"|(?:改动|修改|操作)(?:过的)?记录|谁改的|\bwho (?:has )?(?:changed|edited|removed|added|imported)\b"
)
_DID_WHAT = Pattern(
    r"做了(?:些|哪些)?(?:什么|事)|改了(?:些|哪些)?什么|\bwhat (?:has|did) .*\b(?:do|done|change|changed)\b"
)
_WHO_IS = Pattern(
    r"(?i)[\s\x00]*(?:谁|哪[几些]?[家个]|哪些?单位|who|which units?)"
    r"(?:现在|目前|都|还|是|在|is|are|\s|\x00)*(?:了|的|呢|啊|呀)?[?？\s]*"
)
_URGENT = Pattern(r"急(?:的|$)|紧急|紧迫|\burgent\b")
_HOW_MANY_SENT = Pattern(r"(?i)(?:报|送|发)了?(?:几|多少)[条篇]|\bhow many\b.*\b(?:we|i)\b.*\bsent\b")
_REMINDS = Pattern(r"提醒我|提醒一下我|\bremind (?:me|us)\b")


_REQUEST = Pattern(r"延期|展期|宽限|延长|申请|\b(?:extension|more time|request)\b")
_MORE_TIME = Pattern(
    r"延期|不延|展期|宽限|延长|申请(?:[^撤更改]|$)|\b(?:extension|more time|(?:the|my|our|that) request)\b"
)
_WITHDRAWS_MORE_TIME = Pattern(
    r"撤[回销]?.{0,8}(?:延期|展期|宽限)|(?:延期|展期|宽限)(?:申请)?.{0,3}撤[回销了掉]|不(?:用|想|需要|再)?延(?:期)?了"
)
_PUTS_OFF = Pattern(
    r"(?i)(?:[\s\x00,，。.!！]|先|那个?|等|到|再|就|吧|了|我)*(?:再说|再提醒|再叫我|提醒我)(?:我|一下|吧|了|[\s。.!！])*"
)
_DECIDED = Pattern(
    r"批(?:了|没|下|准|复)|同意了?(?:吗|没|不)|通过(?:了|没|吗)|有结果|结果(?:出来|呢|如何|怎么样)|答复|回复"
    r"|\b(?:approved|granted|accepted|decided|answered|any answer|gone through|status of)\b"
)


def asks_whether_more_time_is_granted(text: str) -> bool:
    """Whether a text asks what has become of a request for more time: 延期批了吗, is my extension approved?"""
    text = text.lower()
    return bool(_REQUEST.search(text) and _DECIDED.search(text))


def names_more_time(text: str) -> bool:
    """Whether a text names a request for more time: 撤回延期申请, withdraw the extension."""
    return bool(_MORE_TIME.search(text.lower()))


def withdraws_more_time(text: str) -> bool:
    """Whether a text takes a request for more time back: 撤回1-2的延期申请, 把延期申请撤了, 算了1-3不延了."""
    return bool(_WITHDRAWS_MORE_TIME.search(text.lower()))


def puts_off(heard: str, readings: Sequence[Reading]) -> bool:
    """Whether a text names tasks and a day, and says no more than that they are to wait for it: 1-2 周三再说."""
    named = [each for each in readings if each.kind in (Kind.CODE, Kind.TIME)]
    return len({each.kind for each in named}) > 1 and _PUTS_OFF.fullmatch(blank(heard, named)) is not None


def asks_who_changed(text: str) -> bool:
    """Whether a text asks who has changed what: 谁改了43-5, 操作记录."""
    return bool(_WHO_CHANGED.search(text.lower()))


def asks_what_was_done(text: str) -> bool:
    """Whether a text asks what somebody has done, where it names one: 陈主任做了什么."""
    return bool(_DID_WHAT.search(text.lower()))


def asks_who_is(text: str) -> bool:
    """Whether a sentence, what it says of them put out, only asks who is so."""
    return _WHO_IS.fullmatch(text) is not None


def asks_what_is_urgent(text: str) -> bool:
    """Whether a text asks for what presses most, whenever that is due."""
    return bool(_URGENT.search(text.lower()))


def asks_for_a_ranking(text: str) -> bool:
    """Whether a text asks who is first or last: 办结率前三, 哪个单位进度最慢."""
    return bool(_RANKING.search(text.lower()))


def asks_what_is_unreported(text: str) -> bool:
    """Whether a text asks for what nobody has reported on yet: 谁还没报, 没报进展的任务."""
    text = text.lower()
    return any(not text.startswith(_OTHER_WORDS, found.end()) for found in _NOT_REPORTED.finditer(text))


def asks_by_unit(text: str) -> bool:
    """Whether a text asks for units rather than tasks."""
    return bool(_BY_UNIT.search(text.lower()))


def asks_of_each_unit(text: str) -> bool:
    """Whether a text asks for something of each unit: 各单位立案数."""
    return bool(_OF_EACH_UNIT.search(text.lower()))


def asks_for_figures(text: str) -> bool:
    """Whether a text asks for all figures."""
    return bool(_FIGURES.search(text.lower()))


def asks_how_many_were_sent(text: str) -> bool:
    """Whether a text asks how many pieces somebody has sent: 我们报了几条, how many have we sent."""
    return bool(_HOW_MANY_SENT.search(text))


def asks_to_be_reminded(text: str) -> bool:
    """Whether a text asks the bot for a reminder: 下周三提醒我."""
    return bool(_REMINDS.search(text.lower()))


def ends_as_a_question(text: str) -> bool:
    """Whether a text ends with a question mark or 吗."""
    return text.rstrip().endswith(("?", "？", "吗"))
