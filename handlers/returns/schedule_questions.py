"""When a statistics return is asked for: how often, from when on, when it opens and when it is due."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from data.calendar import Period, Span, span_around
from data.errors.deadlines import DayGone
from data.errors.returns import ScheduleUnclear, WholePeriodsOnly
from data.plan.deadlines.day_answer import read_day
from data.plan.workdays import workdays
from data.returns import return_words
from data.returns.schedule import PERIODS
from data.understanding import Kind, of_kind
from handlers.dialog import Answers, Choices, Question, Talk
from handlers.returns.return_draft import ONCE, OPENS_AFTER, DraftReturn, is_once
from handlers.returns.texts import set_up as texts
from handlers.telegram import Context, Html, day_in, hear, html, in_rows, period_text, short_day
from handlers.telegram.days import TODAY

Ask = Talk[DraftReturn]
DAY, WEEK = timedelta(days=1), timedelta(days=7)
OPENINGS = (1, 0, -3, -5)
"""Days after a period's end on which it may open, the usual first."""
DUES = (5, 3, 8, 10)
"""Working days after it on which it may be due, the usual first."""


def every_in(answers: Mapping[str, Any]) -> Period | None:
    """How often, of the answers so far; None for once."""
    return None if is_once(answers) else Period(answers["every"])


def every_key(every: Period | None) -> str:
    """How often as it is answered."""
    return every or ONCE


def _every(talk: Ask) -> Choices:
    choices = [(texts.EVERY_SAID[each], str(each), _fresh_every(talk, each)) for each in PERIODS]
    return [*in_rows(choices, 2), [(texts.EVERY_SAID[None], ONCE, _fresh_every(talk, None))]]


def _read_every(talk: Ask, text: str) -> Answers:
    """How often, and the title where the words are one (打假统计季报)."""
    title = None if talk.answers.get("title") else return_words.title_alone(text)
    return {**_fresh_every(talk, return_words.read_every(text)), **({"title": title} if title else {})}


def _change_every(talk: Ask, text: str) -> Answers:
    """How often from now on, where a clause says no more than that, with the title that suits it."""
    said = return_words.every_alone(text)
    if said is None:
        return {}
    given, title = _fresh_every(talk, None if said is Period.DAY else said), talk.answers.get("title")
    return {**given, "title": return_words.title_for(title, said)} if title and "first" in given else given


def _fresh_every(talk: Ask, every: Period | None) -> Answers:
    """How often; the days that went with another period are asked for again."""
    same = talk.answers.get("every") == every_key(every)
    return {"every": every_key(every), **({} if same else {"first": None})}


def _periods(talk: Ask) -> list[Span]:
    """The present period, the next and the last one."""
    every = every_in(talk.answers)
    assert every is not None
    now = span_around(talk.context.today, every)
    return [now, span_around(now.last + DAY, every), span_around(now.first - DAY, every)]


def _firsts(talk: Ask) -> Choices:
    today, language = talk.context.today, talk.language
    if is_once(talk.answers):
        tomorrow = today + DAY
        return [[(TODAY, f"{today:%Y%m%d}"), (short_day(tomorrow, today, language), f"{tomorrow:%Y%m%d}")]]
    return [[(str(period_text(each, today, language)), f"{each.first:%Y%m%d}")] for each in _periods(talk)]


def _read_first(talk: Ask, text: str) -> Answers:
    every = every_in(talk.answers)
    if every is None:
        return _first(talk, read_day(text, talk.context.today))
    return first_said(talk.context, every, text)


def first_said(context: Context, every: Period, text: str) -> Answers:
    """The first period that words name. Raises ScheduleUnclear where they name none, WholePeriodsOnly for a day."""
    times = list(of_kind(hear(context, text), Kind.TIME))
    if not times:
        raise ScheduleUnclear
    first, last = map(date.fromisoformat, times[0].values)
    return {"first": _period_named(first, last, every).first.isoformat()}


def _where(says: Callable[[str], bool], read: Callable[[Ask, str], Answers]) -> Callable[[Ask, str], Answers]:
    """Reads a clause that says what it is about, once it is known how often."""
    return lambda talk, text: read(talk, text) if says(text) and talk.answers.get("every") else {}


def _period_named(first: date, last: date, every: Period) -> Span:
    """The period that begins or ends with the days named, else the one of which they are a good part. Raises
    WholePeriodsOnly."""
    begins, ends = span_around(first, every), span_around(last, every)
    if begins.first == first and (ends.last != last or _is_whole(first, last)):
        return begins
    if ends.last == last:
        return ends
    if begins == ends and last - first > WEEK:
        return begins
    raise WholePeriodsOnly


def _is_whole(first: date, last: date) -> bool:
    """Whether days are a period of any length: 2020年 begins a monthly return in January, 年底 does in December."""
    return any(Span(first, last, each) == span_around(first, each) for each in PERIODS)


def _first(talk: Ask, day: date) -> Answers:
    """The first day of the period around a day, or of what is asked for once the day. Raises DayGone for one of the
    past."""
    every = every_in(talk.answers)
    if every is not None:
        return {"first": span_around(day, every).first.isoformat()}
    if day < talk.context.today:
        raise DayGone(day)
    return {"first": day.isoformat()}


def _shown_first(talk: Ask) -> Html:
    every, day = every_in(talk.answers), date.fromisoformat(talk.answers["first"])
    if every is None:
        return html(short_day(day, talk.context.today, talk.language))
    return period_text(span_around(day, every), talk.context.today, talk.language)


def _openings(talk: Ask) -> Choices:
    words = [(str(texts.opening_words(days, talk.language)), days) for days in OPENINGS]
    return in_rows([(said, _opening_key(days), {"opens": days}) for said, days in words], 2)


def _opening_key(days: int) -> str:
    return f"before_{-days}" if days < 0 else f"after_{days}"


def _due_days(talk: Ask) -> Choices:
    """The fifth and the tenth working day after it opens."""
    working, first = workdays(talk.context.db), date.fromisoformat(talk.answers["first"])
    days = [working.after(first, count) for count in (5, 10)]
    return [[(short_day(day, talk.context.today, talk.language), f"{day:%Y%m%d}") for day in days]]


def _read_due(talk: Ask, text: str) -> Answers:
    return {"due": return_words.read_workdays(text)}


def _read_opening(talk: Ask, text: str) -> Answers:
    return {"opens": return_words.read_opening(text)}


def _read_due_on(talk: Ask, text: str) -> Answers:
    return _due_on(talk, read_day(text, talk.context.today))


def _due_on(talk: Ask, day: date) -> Answers:
    if day < max(talk.context.today, date.fromisoformat(talk.answers.get("first") or str(talk.context.today))):
        raise DayGone(day)
    return {"due_on": day.isoformat()}


EVERY_QUESTION: Question[DraftReturn] = Question(
    "every",
    label=texts.EVERY,
    put=lambda talk: (texts.HOW_OFTEN_NOW if talk.subject.changed else texts.HOW_OFTEN)(talk.language),
    read=_read_every,
    change=_change_every,
    changed_anywhere=True,
    buttons=_every,
    shown=lambda talk: texts.EVERY_SAID[every_in(talk.answers)](talk.language),
)
SCHEDULE_QUESTIONS: tuple[Question[DraftReturn], ...] = (
    Question(
        "first",
        label=texts.FIRST,
        put=lambda talk: (texts.WHICH_START if is_once(talk.answers) else texts.WHICH_FIRST)(talk.language),
        read=_read_first,
        change=_where(return_words.says_since, _read_first),
        changed_anywhere=True,
        buttons=_firsts,
        press=lambda talk, value: _first(talk, day_in(value)),
        shown=_shown_first,
    ),
    Question(
        "due",
        label=texts.DUE,
        put=texts.WHICH_DUE,
        read=_read_due,
        change=_where(return_words.says_due, _read_due),
        changed_anywhere=True,
        buttons=lambda talk: in_rows(
            [(str(texts.WORKDAY(talk.language, count=due)), due, {"due": due}) for due in DUES], 2
        ),
        asked=lambda talk: not is_once(talk.answers),
        shown=lambda talk: texts.WORKDAY(talk.language, count=talk.answers["due"]),
    ),
    Question(
        "opens",
        label=texts.OPENS,
        put=texts.WHICH_OPENING,
        read=_read_opening,
        change=_where(return_words.says_opening, _read_opening),
        changed_anywhere=True,
        buttons=_openings,
        asked=lambda talk: not is_once(talk.answers),
        answered=lambda talk: True,
        shown=lambda talk: texts.opening_words(talk.answers.get("opens", OPENS_AFTER), talk.language),
    ),
    Question(
        "due_on",
        label=texts.DUE_ON,
        put=texts.WHICH_DUE_DAY,
        read=_read_due_on,
        change=_where(return_words.says_due, _read_due_on),
        changed_anywhere=True,
        buttons=_due_days,
        press=lambda talk, value: _due_on(talk, day_in(value)),
        asked=lambda talk: is_once(talk.answers),
        shown=lambda talk: html(
            short_day(date.fromisoformat(talk.answers["due_on"]), talk.context.today, talk.language)
        ),
    ),
)
