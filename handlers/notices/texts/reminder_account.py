"""Texts of the account of a day's reminders: what was sent, and why the rest was not."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from data.notices.reminder_account import DayState, MessageGiven, ReminderAccount, Silence
from data.notices.rules import OF_MATTERS, Rule
from data.standing.assignments import Assignment
from handlers.wording import Html, Language, Wording, day_text, join, series, some, span_text

HEAD = Wording("<b>{unit}</b> · {day}的提醒", "<b>{unit}</b> · reminders of {day}")
GIVEN = {
    "sent": Wording("{at} 发给了{name}：{what}", "Sent to {name} at {at}: {what}"),
    "dead": Wording(
        "没能送到{name}：{what}。请另行告知。", "Did not reach {name}: {what}. Please tell them another way."
    ),
    "uncertain": Wording("不知{name}收到没有：{what}", "It is not known whether {name} got this: {what}"),
}
WAITS = Wording("等着发给{name}，{at} 以后：{what}", "Waiting to be sent to {name}, from {at} on: {what}")
OF_RULE: Mapping[Rule, Wording] = {
    Rule.OVERDUE: Wording("逾期 {codes}", "overdue {codes}"),
    Rule.DUE_TODAY: Wording("当天到期 {codes}", "due that day {codes}"),
    Rule.BEFORE_DUE: Wording("快到期 {codes}", "coming up {codes}"),
    Rule.CHECK_IN: Wording("本期还没报 {codes}", "no report this period {codes}"),
    Rule.STALE: Wording("好久没更新 {codes}", "no update for long {codes}"),
}
MATTERS = Wording("报表或步骤 {count} 件", "returns or steps: {count}")
STATE = {
    DayState.DAY_OFF: Wording("这天不是工作日，不发提醒。", "That is no working day, so there are no reminders."),
    DayState.TO_COME: Wording("还没到时间，{hour} 点发。", "They go out at {hour}:00, which is still to come."),
    DayState.PLANNED: Wording("没有发任务提醒。", "No tasks were mentioned."),
    DayState.MISSED: Wording("这天没有发出提醒。", "No reminders went out that day."),
}
NOBODY = Wording("还没有联络员，没有人可以提醒。", "There is no liaison yet, so nobody can be reminded.")
NOT_YET_IN = Wording("{names}还没打开过机器人，收不到。", "Not in the bot yet, so not reached: {names}.")
INVITED = Wording(
    "邀请了{names}，链接还没打开；对方点“开始”以后才收得到。",
    "Invited, but the link is not opened yet: {names}. They are reached once they press Start.",
)
UNNAMED = Wording("一位联络员", "somebody")
UNREACHABLE = Wording(
    "{names}停用了机器人，收不到；请对方再打开一次。",
    "Not reached, because they stopped the bot: {names}. Please ask them to open it again.",
)
HEARD_BY = Wording("{names}不收本单位的提醒，由{others}收。", "The unit's reminders go to {others}, not to {names}.")
PAUSED = Wording("本单位的提醒暂停到{day}。", "Reminders of this unit are paused until {day}.")
WHY = {
    Silence.FINISHED: Wording("{codes}：已报完成，不再提醒。", "{codes}: reported done, not mentioned again."),
    Silence.ASKED_FOR_TIME: Wording(
        "{codes}：申请了延期，答复以后再提醒。", "{codes}: waits for an answer to a request for more time."
    ),
    Silence.NO_DATE: Wording(
        "{codes}：没有确定的日期，定了才提醒。", "{codes}: has no date yet; reminders begin once it is set."
    ),
    Silence.PUT_OFF: Wording("{codes}：选了稍后，{day}再提醒。", "{codes}: put off until {day}."),
    Silence.REPORTED: Wording("{codes}：{day}刚报过，先不提醒。", "{codes}: reported lately, on {day}."),
    Silence.NOT_TODAY: Wording("{codes}：今天不是提醒的日子。", "{codes}: today is none of the reminder days."),
}
DOUBTED = Wording(
    "{codes}：期限还在核实，群里不提，成批催办也不算。",
    "{codes}: the deadline is in doubt; groups and nudges of several leave it out.",
)
NEVER_REPORTED = Wording("{codes}：逾期了，没有填报过。", "{codes}: overdue, and never reported on.")
COMING = Wording("下次提醒：{day}（{codes}）。", "Next reminder: {day} ({codes}).")
NOT_COMING = Wording("三个月内没有要提醒的。", "Nothing to remind of within three months.")
NUDGED = Wording("最近催办：{what}。", "Nudged lately: {what}.")
NUDGE_OF = Wording("{code}（{day}）", "{code} ({day})")
NOT_NUDGED = Wording("近 7 天没有催办过。", "Not nudged in the last 7 days.")
OF_ALL = Wording("<b>{day}的提醒</b>", "<b>Reminders of {day}</b>")
REMINDED = Wording("提醒了 {count} 人：{names}", "Reminded: {count} ({names})")
ON_DAYS = Wording(
    "{days}的提醒：发了 {sent} 次，{count} 人（{people}）", "Reminders of {days}: {sent}, to {count} people ({people})"
)
OF_PERSON = Wording("{name} {count} 次", "{name} {count}")
NONE_ON_DAYS = Wording("{days}没有发过提醒。", "No reminders went out on {days}.")
ASK_OF_ONE = Wording(
    "想知道为什么，请写上单位或编号，如“为什么没提醒公安局”。",
    "To know why, name a unit or a task: “why was 1-2 not reminded”.",
)
MORE = Wording(
    "还有 {count} 项没有列出，请写单位或编号来问。", "{count} more are not listed; please name a unit or a task."
)
INVITE = Wording("邀请联络员", "Invite a liaison")
MOST_CODES, MOST_NAMES = 6, 8


def account(told: ReminderAccount, today: date, language: Language, *, office: bool) -> Html:
    """Return what was sent to a unit on a day, why the rest was not, and what comes next; to the office also how its
    overdue tasks stand."""
    head = HEAD(language, unit=told.unit, day=day_text(told.day, language, today))
    given = [_message(each, language) for each in told.given]
    state = [] if given else [STATE[told.state](language, hour=told.at.hour)]
    return join(
        [
            *(head, *given, *state, *_who(told, language), *_why(told, today, language)),
            *(_overdue(told, language) if office else ()),
            *_next(told, today, language),
        ]
    )


def nudges(found: Sequence[tuple[str, date]], today: date, language: Language) -> Html:
    """Return which tasks were nudged about on which days."""
    if not found:
        return NOT_NUDGED(language)
    each = (str(NUDGE_OF(language, code=code, day=day_text(day, language, today))) for code, day in found[:MOST_CODES])
    return NUDGED(language, what=each)


def of_all(day: date, state: DayState, hour: int, names: Sequence[str], today: date, language: Language) -> Html:
    """Return how many people were reminded on a day, and how to ask about one."""
    shown = some(names, language, MOST_NAMES)
    line = REMINDED(language, count=len(names), names=shown) if names else STATE[state](language, hour=hour)
    return join([OF_ALL(language, day=day_text(day, language, today)), line, ASK_OF_ONE(language)])


def of_days(first: date, last: date, counted: Sequence[tuple[str, int]], today: date, language: Language) -> Html:
    """Return how many reminders went out on some days, and how many each person got."""
    days = span_text(first, last, today, language)
    if not counted:
        return NONE_ON_DAYS(language, days=days)
    each = [str(OF_PERSON(language, name=name, count=count)) for name, count in counted]
    people, sent = some(each, language, MOST_NAMES), sum(count for _, count in counted)
    return ON_DAYS(language, days=days, sent=sent, count=len(counted), people=people)


def _message(given: MessageGiven, language: Language) -> Html:
    wording = GIVEN.get(given.state, WAITS)
    parts = [
        str(OF_RULE[rule](language, codes=some(codes, language, MOST_CODES)))
        for rule, codes in given.codes.items()
        if rule in OF_RULE
    ]
    matters = sum(len(codes) for rule, codes in given.codes.items() if rule in OF_MATTERS)
    parts += [str(MATTERS(language, count=matters))] if matters else []
    return wording(language, at=f"{given.at:%H:%M}", name=given.name, what="；".join(parts))


def _who(told: ReminderAccount, language: Language) -> Iterator[Html]:
    """Yield who of the unit's people is not reached, and why."""
    if not told.people and not told.hearers:
        yield NOBODY(language)
    known = {each.name for each in told.people}
    if invited := [each.name or str(UNNAMED(language)) for each in told.invited if each.name not in known]:
        yield INVITED(language, names=dict.fromkeys(invited))
    hearing = [each.name for each in told.hearers]
    groups = (
        (NOT_YET_IN, [each for each in told.people if each.telegram_id is None]),
        (UNREACHABLE, [each for each in told.people if each.telegram_id is not None and not each.reachable]),
        (HEARD_BY, [each for each in told.people if each.telegram_id and each.reachable and each.name not in hearing]),
    )
    for wording, people in groups:
        if people:
            names = series(dict.fromkeys(each.name for each in people), language)
            yield wording(language, names=names, others=series(hearing, language))


def _why(told: ReminderAccount, today: date, language: Language) -> Iterator[Html]:
    """Yield why the other tasks were not mentioned, one line for each reason."""
    if told.pause is not None:
        yield PAUSED(language, day=day_text(told.pause.until, language, today))
    for reason, tasks in told.silent.items():
        holds = reason is not Silence.NOT_TODAY or told.state is DayState.PLANNED
        if reason in WHY and told.hearers and holds:
            day = _day_of(reason, tasks[0], told)
            words = day_text(day, language, today) if day else ""
            yield WHY[reason](language, codes=_codes(tasks, language), day=words)


def _overdue(told: ReminderAccount, language: Language) -> Iterator[Html]:
    """Yield which overdue tasks were never reported on, and which have a deadline in doubt."""
    overdue = [each for tasks in told.silent.values() for each in tasks if each.overdue]
    if silent := [each for each in overdue if each.last is None]:
        yield NEVER_REPORTED(language, codes=_codes(silent, language))
    if doubted := [each for each in overdue if each.doubtful]:
        yield DOUBTED(language, codes=_codes(doubted, language))


def _day_of(reason: Silence, task: Assignment, told: ReminderAccount) -> date | None:
    if reason is Silence.PUT_OFF:
        return told.put_off[task.id]
    return task.last.at.date() if reason is Silence.REPORTED and task.last else None


def _next(told: ReminderAccount, today: date, language: Language) -> Iterator[Html]:
    if told.coming is not None:
        day = day_text(told.coming.day, language, today)
        yield COMING(language, day=day, codes=_codes(told.coming.tasks, language))
    elif told.hearers:
        yield NOT_COMING(language)


def _codes(tasks: Sequence[Assignment], language: Language) -> str:
    return some([each.code for each in tasks], language, MOST_CODES)
