"""Days off and on, pauses of units and the next seven days, as the coordinator sees and sets them; quiet hours."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from data.announcing.coming_announcements import ComingAnnouncement
from data.exports.texts import days_words
from data.notices.due_returns import DueReturn
from data.notices.pauses import Pause
from data.notices.plan_rules import Hours
from data.notices.rules import Audience, Matter, Message, Rule
from data.standing.assignments import Assignment
from handlers.telegram import Html, Language, Wording, bracketed, cut, day_text, join, series

CALENDAR = Wording("工作日历", "Working days")
CALENDAR_HEAD = Wording(
    "<b>工作日历</b>\n法定节假日和调休上班日已知到 {year} 年，之后按周一至周五算工作日。",
    "<b>Working days</b>\nPublic holidays are known up to {year}; after that Monday to Friday count.",
)
ENDS = Wording(
    "⚠️ 未来 30 天里有 {year} 年以后的日子，放假安排还不知道，请在这里补录。",
    "⚠️ Some of the next 30 days lie after {year}: their holidays are unknown, please enter them here.",
)
ENTERED = Wording("另外录入的：", "Entered besides:")
NONE_ENTERED = Wording("没有另外录入的日子。", "No days have been entered besides.")
SHORT_RUN = 2
"""So many days that follow one another are named each."""
OFF, ON = Wording("放假", "day off"), Wording("上班", "working day")
NOT_ENTERED = Wording("按日历算", "as the calendar has it")
KIND_OF_DAY = {True: ON, False: OFF, None: NOT_ENTERED}
ENTER_OFF, ENTER_ON = Wording("录入放假", "Enter days off"), Wording("录入上班", "Enter working days")
TAKE_OUT = Wording("删去 {day}", "Take out {day}")
TAKEN_OUT = Wording("已删去 {day}，按日历算。", "{day} is taken out and is as the calendar has it.")
WHICH_OFF = Wording("哪几天放假？如 1月31日至2月2日。", "Which days are off? For example 31 January to 2 February.")
WHICH_ON = Wording("哪几天上班？如 2月8日、2月9日。", "Which days are worked? For example 8 and 9 February.")
DAYS = Wording("日子", "Days")
DAYS_SET = Wording("已录入：{days} {what}。", "Entered: {days}, {what}.")
DAYS_CHANGE = Wording("{days}：{what}", "{days}: {what}")
DAYS_WAIT = Wording("日历还没录完，点“继续”接着录。", "The days are still open; press “Go on”.")
PAUSES = Wording("暂停提醒", "Pauses")
PAUSES_HEAD = Wording(
    "<b>暂停提醒</b>\n暂停期间不提醒这个单位，到期后一次说清。",
    "<b>Pauses</b>\nA unit is not reminded until a day; then all is said in one.",
)
PAUSE_LINE = Wording("· {unit}：到{until}", "· {unit}: until {until}")
NO_PAUSES = Wording("现在没有暂停的单位。", "No unit is paused at present.")
PAUSE_UNIT = Wording("暂停一个单位", "Pause a unit")
RESUME = Wording("恢复 {unit}", "Resume {unit}")
WHICH_UNIT = Wording("暂停哪个单位的提醒？请写单位名。", "Which unit is to be paused? Please write its name.")
UNTIL_WHEN = Wording("到哪一天为止（含当天）？如 12月31日。", "Which is its last day? For example 31 December.")
UNIT, UNTIL = Wording("单位", "Unit"), Wording("到", "Until")
PAUSED = Wording("已暂停：{unit}，到{until}。", "Paused: {unit}, until {until}.")
RESUMED = Wording("已恢复提醒：{unit}。", "Reminded again: {unit}.")
PAUSE_WAITS = Wording("暂停还没填完，点“继续”接着填。", "The pause is still open; press “Go on”.")
WEEK = Wording("未来七天的提醒", "The next seven days")
WEEK_HEAD = Wording("<b>未来七天的提醒</b>（按现在的填报情况）", "<b>The next seven days</b> (as reports stand now)")
NOTHING = Wording("没有要发的提醒。", "Nothing would be sent.")
LINE = Wording("{day} {at} · {to}：{what}", "{day} {at} · {to}: {what}")
TASKS = Wording("{count} 项（{codes}）", "{count} tasks ({codes})")
TO_SETTLE = Wording("任务表待核对 {count} 项", "{count} to settle in the plan")
NUDGE = Wording("催办 {title}", "nudge for {title}")
BROADCAST = Wording("群发“{title}”", "broadcast “{title}”")
PEOPLE = Wording("{count} 人", "{count} people")
GROUPS = Wording("{count} 个群", "{count} groups")
OFFICE = Wording("办公室晨报", "the office's morning")
GROUP = Wording("群", "group")
QUIET = Wording("我的免打扰时段", "My quiet hours")
QUIET_NOW = Wording("您的免打扰时段：{first} 点到 {last} 点。", "Your quiet hours: {first}:00 to {last}:00.")
NO_QUIET = Wording("您没有另设免打扰时段。", "You have no quiet hours of your own.")
REMINDED_AT = Wording(
    "每个工作日 {hour} 点提醒您，一天最多一条，没有要办的就不发。",
    "You are reminded at {hour}:00 on working days, once a day at most, and only of what there is to do.",
)
HEAR_LESS = Wording(
    "报了的不再提醒。某一项晚点再提醒，发“2-7 下周三再提醒”；人不在，发“下周我休假”。",
    "What you report on is not spoken of again. To put one off send “remind me of 2-7 on Wednesday”; if you are away, "
    "“I'm on leave next week”.",
)
AT_NIGHT = Wording(
    "好，夜里不主动发。请先定时段，点一下就生效：",
    "All right, nothing at night. Please choose the hours; a press sets them:",
)
WHICH_HOURS = Wording(
    "几点到几点不要主动发消息给您？如 18-10。到时再发。",
    "In which hours shall I send you nothing of my own accord? For example 18-10. It comes afterwards.",
)
QUIET_SET = Wording("已设：{first} 点到 {last} 点不主动发消息。", "Set: nothing unasked from {first}:00 to {last}:00.")
LOUD = Wording("取消免打扰", "No quiet hours")
LOUD_SAID = frozenset({"关闭免打扰", "不要免打扰", "不用免打扰了", "取消免打扰时段", "quiet hours off"})
LOUD_SET = Wording("已取消，按统一时间发。", "Done: messages come at the usual hours.")
HOURS = Wording("时段", "Hours")
QUIET_WAITS = Wording("免打扰时段还没填完，点“继续”接着填。", "Your quiet hours are still open; press “Go on”.")

MOST_CODES = 5
LONGEST_TITLE = 40


def days_change(entered: Mapping[bool, Sequence[date]], language: Language) -> Html:
    """Which days are worked, and which are off, a line each."""
    return join([DAYS_CHANGE(language, **said) for said in _said(entered, language)])


def days_set(entered: Mapping[bool, Sequence[date]], language: Language) -> Html:
    """Which days were entered as worked or off."""
    return join([DAYS_SET(language, **said) for said in _said(entered, language)])


def _said(entered: Mapping[bool, Sequence[date]], language: Language) -> list[dict[str, str]]:
    return [
        {"days": days_text(days, language), "what": str((ON if works else OFF)(language))}
        for works, days in entered.items()
        if days
    ]


def calendar_page(entered: Mapping[date, bool], year: int, language: Language, *, ends: bool) -> Html:
    """Until when the holidays are known, and what was entered besides, off and on apart."""
    of_kinds = runs_entered(entered)
    lines = [Html(f"· {_run_text(run, language)} {(ON if works else OFF)(language)}") for works, run in of_kinds]
    return join(
        [
            CALENDAR_HEAD(language, year=year),
            ENDS(language, year=year) if ends else Html(""),
            ENTERED(language) if lines else NONE_ENTERED(language),
            *lines,
        ]
    )


def days_text(days: Sequence[date], language: Language) -> str:
    """Several days; those that follow one another by the first and the last."""
    return series([_run_text(each, language) for each in runs_of(days)], language)


def runs_entered(entered: Mapping[date, bool]) -> list[tuple[bool, list[date]]]:
    """The days that were entered, several that follow one another together: first those off, then those worked."""
    days = {works: [day for day, worked in entered.items() if worked is works] for works in (False, True)}
    runs = [(works, run) for works in days for run in runs_of(days[works])]
    return [
        (works, part) for works, run in runs for part in ([run] if len(run) > SHORT_RUN else [[day] for day in run])
    ]


def runs_of(days: Sequence[date]) -> list[list[date]]:
    """The days in their order, those that follow one another together."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _run_text(run: Sequence[date], language: Language) -> str:
    ends = [day_text(each, language) for each in (run if len(run) <= SHORT_RUN else (run[0], run[-1]))]
    return series(ends, language) if len(run) <= SHORT_RUN else "—".join(ends)


def pauses_page(paused: Sequence[Pause], language: Language) -> Html:
    """Which units are paused until when."""
    lines = [PAUSE_LINE(language, unit=each.unit, until=day_text(each.until, language)) for each in paused]
    return join([PAUSES_HEAD(language), *(lines or [NO_PAUSES(language)])])


def week_line(message: Message, to: str, language: Language) -> Html:
    """One message of the next days in a line: when, to whom, and how much of what."""
    own = [entry for entry in message.entries if entry.rule is not Rule.DOUBTFUL]
    codes = list(dict.fromkeys(_name(entry.subject, language) for entry in own))
    shown = series(codes[:MOST_CODES], language) + ("…" if len(codes) > MOST_CODES else "")
    tasks = TASKS(language, count=len(codes), codes=shown) if codes else Html("")
    doubted = len(message.entries) - len(own)
    what = join(
        [tasks, TO_SETTLE(language, count=doubted) if doubted else Html("")], "，" if language == "zh" else ", "
    )
    day = day_text(message.at.date(), language, message.at.date())
    return LINE(language, day=day, at=f"{message.at:%H:%M}", to=to, what=what)


def _name(subject: Assignment | Matter, language: Language) -> str:
    """A task by its code, a return with its period, other matters by their titles."""
    if isinstance(subject, DueReturn):
        span = (subject.span.first, subject.span.last) if subject.span else None
        return subject.name + (bracketed(days_words(*span, language), language) if span else "")
    return subject.code or str(subject.title)


def broadcast_line(broadcast: ComingAnnouncement, language: Language) -> Html:
    """A broadcast or a nudge that waits, in a line: when, to how many, and what it says."""
    groups = sum(each.to.audience is Audience.GROUP for each in broadcast.hearers)
    people = len(broadcast.hearers) - groups
    to = series(
        [*([PEOPLE(language, count=people)] if people else []), *([GROUPS(language, count=groups)] if groups else [])],
        language,
    )
    day, what = (
        broadcast.at.date(),
        (NUDGE if broadcast.nudges else BROADCAST)(language, title=cut(broadcast.title, LONGEST_TITLE)),
    )
    return LINE(language, day=day_text(day, language, day), at=f"{broadcast.at:%H:%M}", to=to, what=what)


def recipient(message: Message, name: str, language: Language) -> str:
    """Who a message is for."""
    match message.to.audience:
        case Audience.GROUP:
            return GROUP(language)
        case Audience.COORDINATORS:
            return OFFICE(language) + (bracketed(cut(name, 20), language) if name else "")
    return cut(name, 20) + bracketed(cut(message.to.unit or "", 30), language)


def quiet_text(hours: Hours | None, language: Language) -> Html:
    """A person's quiet hours."""
    if hours is None:
        return NO_QUIET(language)
    return QUIET_NOW(language, first=hours.first, last=hours.last)
