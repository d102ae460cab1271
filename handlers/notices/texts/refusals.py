"""What is said if a request about reminders is refused."""

from collections.abc import Mapping

from data.errors.deadlines import HourIsQuiet, PauseTooLong, RuleUnclear
from data.store.settings import RuleName
from handlers.wording import Sentences, Wording

FULL_HOUR = Wording(
    "请写 6 到 17 点之间的整点，如 9；半点不行，也不能在免打扰时段内。",
    "Please write a full hour between 6 and 17, such as 9, outside the quiet hours.",
)
UNCLEAR: Mapping[str, Wording] = {
    RuleName.DAYS_BEFORE: Wording(
        "请写到期前的天数，用逗号隔开，如 30,7,3,1,0（0 是当天；最多 8 个，不超过 180 天）。",
        "Please write the days before the deadline, separated by commas: 30,7,3,1,0 (0 is the day itself; 8 at most).",
    ),
    RuleName.OVERDUE_STEPS: Wording(
        "请写逾期后的天数，从小到大，最后一个是之后每隔几天，如 1,3,7。",
        "Please write the days after the deadline in order; the last one is the interval from then on: 1,3,7.",
    ),
    RuleName.QUIET_HOURS: Wording(
        "请写起止的整点，如 21-8；23 点到 6 点必须免打扰，也不能盖住发提醒的时间。",
        "Please write full hours, such as 21-8; 23 to 6 is always quiet, and the hour of reminders must stay free.",
    ),
    RuleName.SENDING_HOUR: FULL_HOUR,
    RuleName.GROUP_DAY: Wording("请写周一到周日中的一天，如 周一。", "Please name a day of the week, such as Monday."),
    RuleName.GROUP_HOUR: FULL_HOUR,
    RuleName.CHECK_IN: Wording(
        "请写 每周、每月、每季度、每半年 或 每年。", "Please write week, month, quarter, half-year or year."
    ),
    RuleName.STALE_AFTER: Wording("请写 7 到 365 之间的天数，如 30。", "Please write 7 to 365 days, such as 30."),
    RuleName.ESCALATION_AFTER: Wording("请写 1 到 90 之间的天数，如 7。", "Please write 1 to 90 days, such as 7."),
}


REFUSALS: Sentences = {
    RuleUnclear: lambda error, language: UNCLEAR.get(error.rule, UNCLEAR[RuleName.STALE_AFTER]),
    HourIsQuiet: Wording(
        "{hour} 点在免打扰时段（{first} 点到 {last} 点）内，发不出去。请换一个时间，或先改免打扰时段。",
        "{hour}:00 is within the quiet hours ({first}:00 to {last}:00). Please name another hour, or change the quiet "
        "hours first.",
    ),
    PauseTooLong: Wording("最晚到{last}，请换个日子。", "It can last until {last} at most; please name another day."),
}
