"""Texts of 工作日历, the days off and working days entered by the office, and of 暂停提醒, units whose reminders are
paused."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from data.notices.pauses import Pause
from handlers.wording import NOTHING, Html, Language, Wording, day_text, join, series

CALENDAR = Wording("工作日历", "Working days")
CALENDAR_HEAD = Wording(
    "<b>工作日历</b>\n法定节假日和调休上班日已知到 {year} 年，之后按周一至周五算工作日。提醒只在工作日发。",
    "<b>Working days</b>\nPublic holidays are known up to {year}; after that Monday to Friday count. Reminders go out "
    "on working days only.",
)
ENDS = Wording(
    "⚠️ 未来 30 天里有 {year} 年以后的日子，放假安排还不知道，请在这里补录。",
    "⚠️ Some of the next 30 days lie after {year}: their holidays are unknown, please enter them here.",
)
ENTERED = Wording("另外录入的：", "Entered besides:")
NONE_ENTERED = Wording("没有另外录入的日子。", "No other days have been entered.")
SHORT_RUN = 2
"""Up to this many consecutive days are named one by one."""
OFF, ON = Wording("放假", "day off"), Wording("上班", "working day")
NOT_ENTERED = Wording("按日历算", "as in the calendar")
KIND_OF_DAY = {True: ON, False: OFF, None: NOT_ENTERED}
ENTER_OFF, ENTER_ON = Wording("录入放假", "Enter days off"), Wording("录入上班", "Enter working days")
TAKE_OUT = Wording("删去 {day}", "Take out {day}")
TAKEN_OUT = Wording("已删去 {day}，按日历算。", "{day} is removed and is as in the calendar.")
WHICH_OFF = Wording("哪几天放假？如 1月31日至2月2日。", "Which days are off? For example 31 January to 2 February.")
WHICH_ON = Wording("哪几天上班？如 2月8日、2月9日。", "Which days are working days? For example 8 and 9 February.")
NOT_ONE_TASK = Wording(
    "一项任务不能单独停提醒，只能暂停整个单位的；要放到以后办，请改期限，如“{code}改到2月底”。",
    "Reminders are paused for a whole unit, not for one task; to put it off, change its deadline, such as “move {code} "
    "to end of February”.",
)
NOT_URGED = Wording(
    "好的，没有催{units}。到期提醒照常发；要连提醒也停，请发“暂停{units}的提醒”。",
    "All right, not nudged: {units}. Reminders of deadlines go on; to stop those as well, send “pause reminders for "
    "{units}”.",
)
DAYS = Wording("日子", "Days")
DAYS_SET = Wording("已录入：{days} {what}。", "Entered: {days}, {what}.")
DAYS_CHANGE = Wording("{days}：{what}", "{days}: {what}")
DAYS_WAIT = Wording("日历还没录完", "The days are not entered yet")


def days_lines(wording: Wording, entered: Mapping[bool | None, Sequence[date]], language: Language) -> Html:
    """Return which days are working days, which are off, and which are as in the calendar, one line each."""
    told = ((days_text(days, language), KIND_OF_DAY[works]) for works, days in entered.items() if days)
    return join([wording(language, days=days, what=what) for days, what in told])


def calendar_page(entered: Mapping[date, bool], year: int, language: Language, *, ends: bool) -> Html:
    """Return the calendar page: until which year the holidays are known, and which days the office has entered. `ends`:
    the calendar does not cover the next 30 days."""
    of_kinds = runs_entered(entered)
    lines = [Html(f"· {_run_text(run, language)} {(ON if works else OFF)(language)}") for works, run in of_kinds]
    unknown = ENDS(language, year=year) if ends else NOTHING
    told = (ENTERED if lines else NONE_ENTERED)(language)
    return join([CALENDAR_HEAD(language, year=year), unknown, told, *lines])


def days_text(days: Sequence[date], language: Language) -> str:
    """Return the days as text, consecutive ones by the first and the last."""
    return series([_run_text(each, language) for each in runs_of(days)], language)


def runs_entered(entered: Mapping[date, bool]) -> list[tuple[bool, list[date]]]:
    """Return the entered days as (whether worked, days): first those off, then those worked, with consecutive days
    together unless there are only a few."""
    days = {works: [day for day, worked in entered.items() if worked is works] for works in (False, True)}
    runs = [(works, run) for works in days for run in runs_of(days[works])]
    return [
        (works, part) for works, run in runs for part in ([run] if len(run) > SHORT_RUN else [[day] for day in run])
    ]


def runs_of(days: Sequence[date]) -> list[list[date]]:
    """Return the days in order, with consecutive ones grouped together."""
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


PAUSES_HEAD = Wording(
    "<b>暂停提醒</b>\n暂停期间不提醒这个单位，到期后一次说清。",
    "<b>Pauses</b>\nA paused unit gets no reminders until its day; then everything comes in one message.",
)
PAUSE_LINE = Wording("· {unit}：到{until}", "· {unit}: until {until}")
ALL_UNITS = Wording("所有单位（{count} 家）", "All units ({count})")
NO_PAUSES = Wording("现在没有暂停的单位。", "No unit is paused at present.")
PAUSE_UNIT = Wording("暂停一个单位", "Pause a unit")
RESUME = Wording("恢复 {unit}", "Resume {unit}")
WHICH_UNIT = Wording("暂停哪个单位的提醒？请写单位名。", "Which unit is to be paused? Please write its name.")
UNTIL_WHEN = Wording(
    "到哪一天为止（含当天）？如 12月31日。", "Until which day, that day included? For example 31 December."
)
UNIT, UNTIL = Wording("单位", "Unit"), Wording("到", "Until")
PAUSED = Wording("已暂停：{unit}，到{until}。", "Paused: {unit}, until {until}.")
NOT_PAUSED = Wording("{unit}没有暂停提醒，一直照常发。", "{unit} is not paused; it is reminded as usual.")
RESUMED = Wording("已恢复提醒：{unit}。", "Reminded again: {unit}.")
PAUSE_WAITS = Wording("暂停还没填完", "The pause is not entered yet")


def pauses_page(paused: Sequence[Pause], language: Language) -> Html:
    """Return the paused units, each with its last day."""
    lines = [PAUSE_LINE(language, unit=each.unit, until=each.until) for each in paused]
    return join([PAUSES_HEAD(language), *(lines or [NO_PAUSES(language)])])
