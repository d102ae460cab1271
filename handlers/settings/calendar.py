"""工作日历: the settings page with the days off and working days that the office has entered besides the known
holidays."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from telegram import Update

from data.calendar import calendar_covers, last_covered_year
from data.dialogs import Dialog
from data.errors.deadlines import DayUnclear
from data.office.retention import enter_days
from data.plan.workdays import Workdays, calendar_days, workdays
from data.understanding.entities.days import find_days
from data.understanding.entities.days.lengths import length_in_days
from data.understanding.entities.days.moments import names_only_recurring_days
from data.understanding.matters import list_items
from data.understanding.normalise.sentence import normalise
from data.understanding.settings.setting_asked import OF_DAYS, Setting, setting_asked
from handlers.dialog import Again, Answers, Declaration, Ending, Question, Talk
from handlers.settings.page import show_page
from handlers.settings.reminder_rules import week_before_and_after
from handlers.settings.texts import calendar as texts
from handlers.telegram import Context, Rows, Verb, button, hear, with_undo
from handlers.wording import NOTHING, Html, join

AHEAD = timedelta(days=30)
LONGEST = 31
LINES_A_PAGE = 12
WEEKEND = 2
ON, OFF = 1, 0
MISTAKEN = "mistaken"
"""The key of the answer with the days that were entered just before by mistake."""
_DAY = timedelta(days=1)


async def show_calendar(update: Update, context: Context, first: Html = NOTHING) -> None:
    """Show until when the holidays are known and which days were entered, below the text `first`."""
    language, entered = context.language, calendar_days(context.db, context.today)
    ends = not calendar_covers(context.today + AHEAD)
    text = texts.calendar_page(entered, last_covered_year(), language, ends=ends)
    enter = {"off": texts.ENTER_OFF, "on": texts.ENTER_ON}
    rows: Rows = [[button(words(language), Verb.SETTING, "day", kind) for kind, words in enter.items()]]
    for _, run in texts.runs_entered(entered)[:LINES_A_PAGE]:
        words = texts.TAKE_OUT(language, day=texts.days_text(run, language))
        rows.append([button(words, Verb.SETTING, "undo_day", f"{run[0]:%Y%m%d}", f"{run[-1]:%Y%m%d}")])
    await show_page(update, context, join([first, text]), rows)


async def delete_days(update: Update, context: Context, first: date, last: date) -> None:
    """Delete the entries for the days from `first` to `last` and show the calendar."""
    days = [first + _DAY * number for number in range((last - first).days + 1)][:LONGEST]
    enter_days(context.db, context.actor, days, None)
    said = texts.days_text(days, context.language)
    await show_calendar(update, context, texts.TAKEN_OUT(context.language, day=said))


async def show_days(update: Update, context: Context, text: str) -> None:
    """Show whether the days named in `text` are working days, above the calendar. Raises DayUnclear."""
    await show_calendar(update, context, days_shown(context, text))


def days_shown(context: Context, text: str) -> Html:
    """Return whether the days named in `text` are working days; a day of holidays longer than a weekend is told with
    all of them. Raises DayUnclear."""
    days, calendar = _days(days_in(text, context.today)["days"]), workdays(context.db)
    works = [each for each in days if calendar.has(each)]
    off = {each for day in days if day not in works for each in _holidays_around(day, calendar)}
    return texts.days_lines(texts.DAYS_CHANGE, {True: works, False: sorted(off)}, context.language)


def _holidays_around(day: date, calendar: Workdays) -> Sequence[date]:
    """Return the days off in a row of which `day` is one, or if they are no more than a weekend, that day alone."""
    row = [day]
    while not calendar.has(before := row[0] - _DAY):
        row.insert(0, before)
    while not calendar.has(after := row[-1] + _DAY):
        row.append(after)
    return row if len(row) > WEEKEND else [day]


def days_in(text: str, today: date) -> dict[str, str]:
    """Return the days and spans of days named in `text` as an answer; 6号、9号 are two days, not a span, and 元旦3天
    begins on the day named. Raises DayUnclear if there are none or more than LONGEST."""
    found: list[date] = []
    for part in list_items(normalise(text).lower()):
        named = list(find_days(part, today))
        counted = length_in_days(part) if len(named) == 1 else None
        for each in named:
            length = max((each.last - each.first).days + 1, counted or 1)
            found += [each.first + _DAY * number for number in range(min(length, LONGEST + 1))]
    days = sorted({each for each in found if each >= today})
    if not days or len(days) > LONGEST:
        raise DayUnclear(today)
    return days_answer(days)


def _read_days(talk: Talk[bool], text: str) -> dict[str, str]:
    """Return the days named in `text` and, under "others", those for which it says the opposite; a bare day (29号) is
    of the month of those entered before. Raises DayUnclear."""
    today, asked = talk.context.today, setting_asked(hear(talk.context, text))
    if asked is None or asked.what not in OF_DAYS:
        before = _days(talk.answers.get("days", ""))
        of_that_month = bool(before) and names_only_recurring_days(normalise(text).lower())
        return days_in(text, max(today, before[0].replace(day=1)) if of_that_month else today)
    of_this_kind = (asked.what is Setting.DAYS_ON) is talk.subject
    these, others = (asked.text, asked.others) if of_this_kind else (asked.others, asked.text)
    said = {"days": these, "others": others}
    return {key: days_in(words, today)["days"] for key, words in said.items() if words}


def days_answer(days: Sequence[date]) -> dict[str, str]:
    """Return `days` as an answer of the dialog."""
    return {"days": " ".join(map(str, days))}


def _days(answers: str) -> list[date]:
    return [date.fromisoformat(each) for each in answers.split()]


def _entered(answers: Answers, works: bool) -> dict[bool | None, list[date]]:
    """Return the days to enter, by whether they are working days; None for those entered by mistake before."""
    days, others = _days(answers["days"]), _days(answers.get("others", ""))
    mistaken = [each for each in _days(answers.get(MISTAKEN, "")) if each not in (*days, *others)]
    return {works: days, not works: others, None: mistaken}


def _enter(context: Context, entered: Mapping[bool | None, list[date]]) -> None:
    for works, days in entered.items():
        enter_days(context.db, context.actor, days, works)


def _days_preview(talk: Talk[bool]) -> Html:
    context, entered = talk.context, _entered(talk.answers, talk.subject)
    days = texts.days_lines(texts.DAYS_CHANGE, entered, talk.language)
    return join([days, week_before_and_after(context, lambda: _enter(context, entered))])


def _finish_days(context: Context, dialog: Dialog, value: str) -> Ending:
    entered = _entered(dialog.answers, dialog.subject_id == ON)
    _enter(context, entered)
    text = texts.days_lines(texts.DAYS_SET, entered, context.language)
    back = button(texts.CALENDAR(context.language), Verb.SETTING, "calendar")
    return Ending(text, with_undo(context, [[back]]))


DAYS: Declaration[bool] = Declaration(
    kind="calendar_days",
    load=lambda context, dialog: dialog.subject_id == ON,
    questions=(
        Question(
            "days",
            label=texts.DAYS,
            put=lambda talk: (texts.WHICH_ON if talk.subject else texts.WHICH_OFF)(talk.language),
            read=_read_days,
            shown=lambda talk: texts.days_text(_days(talk.answers.get("days", "")), talk.language),
        ),
    ),
    preview=_days_preview,
    finish=_finish_days,
    again=Again(
        "days",
        lambda talk: {
            "days": talk.answers["days"],
            MISTAKEN: f"{talk.answers['days']} {talk.answers.get('others', '')}",
        },
    ),
    waits=texts.DAYS_WAIT,
)
"""The dialog that enters days off or working days."""
