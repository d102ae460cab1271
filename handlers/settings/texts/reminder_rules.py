"""Texts of 提醒规则: the reminder rules and changes of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from data.calendar import Period
from data.notices.plan_rules import Hours, PlanRules, parse_rule
from data.notices.rules import Audience, Message
from data.store.settings import RuleName
from handlers.wording import Html, Language, Wording, day_text, join, labels, series
from handlers.wording.days import PERIOD, weekday_text

REMINDER_RULES = Wording("提醒规则", "Reminders")
HEAD = Wording("<b>提醒规则</b>（点一项修改）", "<b>Reminders</b> (press one to change it)")
NAMES: Mapping[RuleName, Wording] = {
    RuleName.DAYS_BEFORE: Wording("到期前提醒", "Before the deadline"),
    RuleName.OVERDUE_STEPS: Wording("逾期后提醒", "After the deadline"),
    RuleName.SENDING_HOUR: Wording("发提醒的时间", "Hour of reminders"),
    RuleName.QUIET_HOURS: Wording("免打扰时段", "Quiet hours"),
    RuleName.GROUP_DAY: Wording("群清单的日子", "Day of the group's list"),
    RuleName.GROUP_HOUR: Wording("群清单的时间", "Hour of the group's list"),
    RuleName.CHECK_IN: Wording("持续开展多久问一次", "Ongoing tasks are asked about"),
    RuleName.STALE_AFTER: Wording("多久没报算久未更新", "Stale after"),
    RuleName.ESCALATION_AFTER: Wording("逾期多久没报告诉办公室", "Overdue without a report: tell the office after"),
}
QUESTIONS: Mapping[RuleName, Wording] = {
    RuleName.DAYS_BEFORE: Wording(
        "到期前哪几天提醒？如 30,7,3,1,0（0 是当天）。", "How many days before? For example 30,7,3,1,0 (0: on the day)."
    ),
    RuleName.OVERDUE_STEPS: Wording(
        "逾期后第几天提醒？如 1,3,7：第 1、3 天，之后每 7 天。", "1,3,7: 1 and 3 days after, then every 7."
    ),
    RuleName.SENDING_HOUR: Wording("工作日几点发提醒？如 9。", "At which hour of a working day? For example 9."),
    RuleName.QUIET_HOURS: Wording("几点到几点免打扰？如 21-8。", "From which hour to which? For example 21-8."),
    RuleName.GROUP_DAY: Wording("群清单每周哪一天发？如 周一。", "On which day of the week? For example Monday."),
    RuleName.GROUP_HOUR: Wording("群清单几点发？如 9。", "At which hour does the list come? For example 9."),
    RuleName.CHECK_IN: Wording(
        "任务表没写明的，持续开展的任务多久问一次进展？",
        "How often should ongoing tasks be asked about, unless the plan says otherwise?",
    ),
    RuleName.STALE_AFTER: Wording("多少天没报算久未更新？如 30。", "After how many days? For example 30."),
    RuleName.ESCALATION_AFTER: Wording(
        "逾期后多少天没报告诉办公室？如 7。",
        "After how many days without a report should the office be told? For example 7.",
    ),
}
APART = Wording(
    "另设了时间的群照旧：{groups}。要一起改，接着点“也改这些群”。",
    "Groups with a time of their own keep it: {groups}. To change these as well, then press “Those groups, too”.",
)
GROUPS_TOO = Wording("也改这些群", "Those groups, too")
GROUPS_FOLLOW = Wording("已改：{groups}也按{name} {after}。", "Changed: {groups} follow as well: {name}, {after}.")
USUAL: Mapping[RuleName, Sequence[str]] = {
    RuleName.DAYS_BEFORE: ("30,7,3,1,0", "7,1,0", "7,3,0"),
    RuleName.OVERDUE_STEPS: ("1,3,7", "1,7", "3,14"),
    RuleName.SENDING_HOUR: ("8", "9", "10"),
    RuleName.QUIET_HOURS: ("21-8", "20-8", "18-8"),
    RuleName.GROUP_DAY: ("1", "2", "5"),
    RuleName.GROUP_HOUR: ("9", "10", "15"),
    RuleName.CHECK_IN: (Period.MONTH, Period.QUARTER, Period.HALF_YEAR),
    RuleName.STALE_AFTER: ("15", "30", "60"),
    RuleName.ESCALATION_AFTER: ("3", "7", "14"),
}
"""The values offered on buttons, as they are stored."""
DAYS = Wording("{days} 天", "{days} days")
ON_THE_DAY = Wording("当天", "on the day")
THEN_EVERY = Wording("第 {days} 天，之后每 {every} 天", "day {days}, then every {every}")
EVERY_DAYS = Wording("每 {every} 天", "every {every} days")
HOUR = Wording("{hour} 点", "{hour}:00")
HOURS = Wording("{first} 点到 {last} 点", "{first}:00 to {last}:00")
EVERY = Wording("每{period}", "every {period}")
CHANGE_OF = Wording("{name}：{before} → <b>{after}</b>", "{name}: {before} → <b>{after}</b>")
SAME = Wording("{name}：{before}（没有变化）", "{name}: {before} (no change)")
UNCHANGED = Wording("{name}现在就是：{value}，不用改。", "{name}: it is already {value}.")
WAY = Wording("加上还是换成", "Add or replace")
ADD_OR_ONLY = Wording("{days}：加到现在的里面，还是只留这个？", "{days}: add to the present ones, or replace them?")
ADD = Wording("加上：{days}", "Add: {days}")
ONLY = Wording("只留：{days}", "Only: {days}")
NOW = Wording("未来七天，现在：", "The next seven days, now:")
AFTER = Wording("改后：", "After the change:")
UNCHANGED_WEEK = Wording("未来七天的消息不变。", "The next seven days stay the same.")
DAY = Wording("{day}{hours} 点：{parts}", "{day}, {hours}:00: {parts}")
PEOPLE = Wording("{count} 人 {lines} 项", "{count} people, {lines} tasks")
OFFICE = Wording("办公室 {count} 条", "the office {count}")
GROUPS = Wording("群 {count} 条", "groups {count}")
NONE_SENT = Wording("没有要发的。", "Nothing to send.")
SET = Wording("已改：{name} {after}。", "Changed: {name}, {after}.")
WAITS = Wording("规则还没改完", "The rule is not changed yet")
VALUE = Wording("新的规则", "New rule")


def rules_page(rules: PlanRules, language: Language) -> Html:
    """Return all rules, one a line."""
    return join([HEAD(language), *(rule_line(each, rules, language) for each in RuleName)])


def rule_line(name: RuleName, rules: PlanRules, language: Language) -> Html:
    """Return one rule with its name."""
    return labels.CARD_FIELD(language, label=NAMES[name], value=value_text(name, getattr(rules, name), language))


def value_text(name: RuleName, value: object, language: Language) -> str:
    """Return the value of a rule in words."""
    match value:
        case tuple() if name is RuleName.DAYS_BEFORE:
            days = [str(each) for each in value if each]
            words = [DAYS(language, days=days)] if days else []
            return series([*words, *([ON_THE_DAY(language)] if 0 in value else [])], language)
        case (*first, every):
            if not first:
                return EVERY_DAYS(language, every=every)
            return THEN_EVERY(language, days=map(str, first), every=every)
        case Hours():
            return HOURS(language, first=value.first, last=value.last)
        case Period():
            return EVERY(language, period=PERIOD[value])
        case int() if name is RuleName.GROUP_DAY:
            return weekday_text(value, language)
        case int() if name in (RuleName.SENDING_HOUR, RuleName.GROUP_HOUR):
            return HOUR(language, hour=value)
    return DAYS(language, days=value)


def rule_change(name: RuleName, before: str, after: str, language: Language) -> Html:
    """Return a change of a rule, given its stored values before and after."""
    said = [value_text(name, parse_rule(name, each), language) for each in (before, after)]
    return CHANGE_OF(language, name=NAMES[name], before=said[0], after=said[1])


def change_text(name: RuleName, before: str, after: str, language: Language) -> Html:
    """Return a change of a rule, given its values in words; if they are equal, say that nothing changes."""
    return (SAME if before == after else CHANGE_OF)(language, name=NAMES[name](language), before=before, after=after)


def before_and_after(now: list[Message], then: list[Message], language: Language) -> Html:
    """Return the days of the next seven that a change affects, as they are and as they would be."""
    old, new = _week_lines(now, language), _week_lines(then, language)
    if old == new:
        return UNCHANGED_WEEK(language)
    before, after = [each for each in old if each not in new], [each for each in new if each not in old]
    none = [NONE_SENT(language)]
    return join([NOW(language), *(before or none), AFTER(language), *(after or none)])


def _week_lines(messages: list[Message], language: Language) -> list[Html]:
    return [_day(day, list(of_day), language) for day, of_day in groupby(messages, lambda each: each.at.date())]


def _day(day: date, messages: Sequence[Message], language: Language) -> Html:
    told = {kind: [each for each in messages if each.to.audience is kind] for kind in Audience}
    people, office, groups = told[Audience.PERSON], told[Audience.COORDINATORS], told[Audience.GROUP]
    lines = sum(len(each.entries) for each in people)
    parts = [
        PEOPLE(language, count=len(people), lines=lines) if people else "",
        OFFICE(language, count=len(office)) if office else "",
        GROUPS(language, count=len(groups)) if groups else "",
    ]
    hours = series(map(str, sorted({each.at.hour for each in messages})), language)
    return DAY(language, day=day_text(day, language, day), hours=hours, parts=filter(None, parts))
