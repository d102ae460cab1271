"""What is said if more time cannot be asked for or given."""

from data.errors import OtherOrder
from data.errors.deadlines import (
    DayTooEarly,
    DayTooFar,
    DayTooLate,
    DayUnclear,
    NoRequestWaits,
    NoSuchDay,
    NothingToExtend,
    OtherNumberWaits,
    RequestLapsed,
    RequestRests,
)
from handlers.dialog.texts import NOT_HANDLED
from handlers.wording import Sentences, Wording

RESTS = Wording(
    "{code} 已报完成，这份延期申请先不用答复；如退回，会再出现在 /review 里。",
    "{code} has been reported done, so its request for more time needs no answer now; if the report is returned, it is "
    "in /review again.",
)
OVERTAKEN = Wording(
    "{code} 的这份延期申请已撤回、有了新的申请或期限已变，不用答复了。发 /review 看等待答复的。",
    "This request on {code} was withdrawn, or replaced by a newer one or another deadline. /review shows those that "
    "are waiting.",
)
NO_DAY_TO_EXTEND = Wording(
    "{code} 没有确定的期限，不需要延期。发 {code} 可看详情。",
    "{code} has no fixed deadline, so there is nothing to put off. Send {code} to see it.",
)
DONE_ALREADY = Wording(
    "{code} 已报完成，不需要延期。发 {code} 可看详情。",
    "{code} is reported done, so there is nothing to put off. Send {code} to see it.",
)

REFUSALS: Sentences = {
    DayTooEarly: Wording("请发晚于{last}的日期。", "Please send a date after {last}."),
    DayTooFar: Wording(
        "这个日期太远了，请发不晚于{last}的日期。", "That day is too far ahead. Please send one no later than {last}."
    ),
    DayTooLate: Wording(
        "这项任务下一期是{following}，请发早于它的日期。",
        "The next round of this task is due {following}. Please send an earlier date.",
    ),
    DayUnclear: Wording(
        "没看懂是哪一天。请只写一个日期，例如：{example}。",
        "I could not make out the day. Please send one date, such as {example}.",
    ),
    NoSuchDay: Wording(
        "日历上没有“{said}”这一天。请发一个日期，例如：{example}。",
        "There is no such day as {said}. Please send one date, such as {example}.",
    ),
    RequestLapsed: Wording(
        "这项任务已不归申请延期的单位，不用答复了。发 /review 看等待答复的。",
        "The unit that asked for more time has this task no longer. /review shows what is waiting.",
    ),
    NoRequestWaits: Wording(
        "{named} 没有延期申请在等答复。", "No request for more time on {named} is waiting for an answer."
    ),
    OtherNumberWaits: Wording(
        "现在有 {count} 份延期申请在等答复。", "There are {count} requests for more time waiting for an answer."
    ),
    OtherOrder: NOT_HANDLED,
    NothingToExtend: lambda error, language: DONE_ALREADY if error.finished else NO_DAY_TO_EXTEND,
    RequestRests: lambda error, language: RESTS if error.finished else OVERTAKEN,
}
