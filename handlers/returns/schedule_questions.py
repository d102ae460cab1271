"""Questions when a statistics return is asked for: how often, from when, when it opens, and when it is due."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from data.calendar import Period, Span, span_around
from data.errors import needed
from data.errors.deadlines import DayGone
from data.errors.returns import ScheduleUnclear, WholePeriodsOnly
from data.plan.deadlines.day_answer import read_day
from data.plan.workdays import workdays
from data.returns import setup_answers
from data.returns.rounds import rounds
from data.returns.schedule import PERIODS
from data.understanding import says
from data.understanding.normalise.sentence import normalise
from data.understanding.returns import return_schedule
from data.understanding.returns.return_asked import periods_said
from data.understanding.returns.return_schedule import day_of_month_in, first_days_named, title_alone, title_for
from handlers.dialog import Answers, Choices, Question, Talk
from handlers.returns.return_draft import EVERY_ONCE, OPENS_AFTER, ReturnDraft, is_once
from handlers.returns.texts import set_up as texts
from handlers.telegram import Context, day_in, in_rows
from handlers.wording import Html, html, period_text, short_day
from handlers.wording.days import TODAY

ReturnTalk = Talk[ReturnDraft]
DAY, WEEK = timedelta(days=1), timedelta(days=7)
OPENINGS = (1, 0, -3, -5)
"""Days after a period's end on which it may open, the usual first; negative ones are before it."""
DUES = (5, 3, 8, 10)
"""Working days after a period's end on which it may be due, the usual first."""


def frequency_in(answers: Mapping[str, Any]) -> Period | None:
    """Return how often the return is asked for by `answers`; None for once."""
    return None if is_once(answers) else Period(answers["every"])


def frequency_key(every: Period | None) -> str:
    """Return how often as the value of an answer."""
    return every or EVERY_ONCE


def _every(talk: ReturnTalk) -> Choices:
    choices = [(texts.EVERY_SAID[each], str(each), _fresh_every(talk, each)) for each in PERIODS]
    return [*in_rows(choices, 2), [(texts.EVERY_SAID[None], EVERY_ONCE, _fresh_every(talk, None))]]


def _read_every(talk: ReturnTalk, text: str) -> Answers:
    """Return how often, and the title if the text is one (打假统计季报)."""
    title = None if talk.answers.get("title") else title_alone(text)
    return {**_fresh_every(talk, setup_answers.read_frequency(text)), **({"title": title} if title else {})}


def _change_every(talk: ReturnTalk, text: str) -> Answers:
    """Return how often if the clause says nothing else, and the title that suits it; empty otherwise."""
    said = return_schedule.frequency_alone(text)
    if said is None:
        return {}
    given, title = _fresh_every(talk, None if said is Period.DAY else said), talk.answers.get("title")
    return {**given, "title": title_for(title, said)} if title and "first" in given else given


def _fresh_every(talk: ReturnTalk, every: Period | None) -> Answers:
    """Return how often as an answer; if it differs, the first period is asked for again."""
    same = talk.answers.get("every") == frequency_key(every)
    return {"every": frequency_key(every), **({} if same else {"first": None})}


def _periods(talk: ReturnTalk) -> list[Span]:
    """Return the present, the next and the last period."""
    every = frequency_in(talk.answers)
    assert every is not None
    now = span_around(talk.context.today, every)
    return [now, span_around(now.last + DAY, every), span_around(now.first - DAY, every)]


def _firsts(talk: ReturnTalk) -> Choices:
    today, language = talk.context.today, talk.language
    if is_once(talk.answers):
        tomorrow = today + DAY
        return [[(TODAY, f"{today:%Y%m%d}"), (short_day(tomorrow, today, language), f"{tomorrow:%Y%m%d}")]]
    return [[(str(period_text(each, today, language)), f"{each.first:%Y%m%d}")] for each in _periods(talk)]


def _read_first(talk: ReturnTalk, text: str) -> Answers:
    every = frequency_in(talk.answers)
    if every is None:
        return _first(talk, read_day(text, talk.context.today))
    return first_period_answer(talk.context, every, text)


def _change_first(talk: ReturnTalk, text: str) -> Answers:
    """Return the first period named; none if the return changed has opened an earlier one (12月起加一项)."""
    given, changed = _read_first(talk, text), talk.subject.changed
    opened = (
        (each.span.first.isoformat() for each in rounds(talk.context.db, changed.id) if each.span) if changed else ()
    )
    return {} if any(each < given["first"] for each in opened) else given


def first_period_answer(context: Context, every: Period, text: str) -> Answers:
    """Return the first period that `text` names. Raises ScheduleUnclear if it names none, and WholePeriodsOnly."""
    named = needed(first_days_named(text, context.today), ScheduleUnclear)
    return {"first": _period_named(*named, every).first.isoformat()}


def _if_about(way: str, read: Callable[[ReturnTalk, str], Answers]) -> Callable[[ReturnTalk, str], Answers]:
    """Return a reader for clauses that say what they are about; it returns nothing until it is answered how often."""
    return lambda talk, text: read(talk, text) if says(text, way) and talk.answers.get("every") else {}


def _period_named(first: date, last: date, every: Period) -> Span:
    """Return the period that begins or ends with the given days or has over a week of them. Raises WholePeriodsOnly."""
    begins, ends = span_around(first, every), span_around(last, every)
    if begins.first == first and (ends.last != last or _is_whole(first, last)):
        return begins
    if ends.last == last:
        return ends
    if begins == ends and last - first > WEEK:
        return begins
    raise WholePeriodsOnly


def _is_whole(first: date, last: date) -> bool:
    """Return whether the days are a whole period of some length. A monthly return thus begins in January for 2020年,
    but in December for 年底."""
    return any(Span(first, last, each) == span_around(first, each) for each in PERIODS)


def _first(talk: ReturnTalk, day: date) -> Answers:
    """Return the first day of the period around `day`, or the `day` itself if asked for once. Raises DayGone."""
    every = frequency_in(talk.answers)
    if every is not None:
        return {"first": span_around(day, every).first.isoformat()}
    if day < talk.context.today:
        raise DayGone(day)
    return {"first": day.isoformat()}


def _shown_first(talk: ReturnTalk) -> Html:
    every, day = frequency_in(talk.answers), date.fromisoformat(talk.answers["first"])
    if every is None:
        return html(short_day(day, talk.context.today, talk.language))
    return period_text(span_around(day, every), talk.context.today, talk.language)


def _openings(talk: ReturnTalk) -> Choices:
    words = [(str(texts.opening_words(days, talk.language)), days) for days in OPENINGS]
    keys = [f"before_{-days}" if days < 0 else f"after_{days}" for days in OPENINGS]
    return in_rows([(said, key, {"opens": days}) for (said, days), key in zip(words, keys, strict=True)], 2)


def _due_days(talk: ReturnTalk) -> Choices:
    """Return buttons for the fifth and the tenth working day after the return opens."""
    working, first = workdays(talk.context.db), date.fromisoformat(talk.answers["first"])
    days = [working.after(first, count) for count in (5, 10)]
    return [[(short_day(day, talk.context.today, talk.language), f"{day:%Y%m%d}") for day in days]]


def read_due(talk: ReturnTalk, text: str) -> Answers:
    """Return when a round is due. Raises ScheduleUnclear and DueDayUnclear."""
    return _due(*setup_answers.read_due(text))


def _due(workdays: int, day: int | None = None) -> Answers:
    return {"due": workdays, "due_day": day}


def _change_due(talk: ReturnTalk, text: str) -> Answers:
    """Return when it is due, if a clause says that (第5个工作日交) or names a day of every period (每月5号)."""
    on_a_day = day_of_month_in(text) is not None and bool(periods_said(normalise(text)))
    return read_due(talk, text) if talk.answers.get("every") and (on_a_day or says(text, "returns.about.due")) else {}


def _read_opening(talk: ReturnTalk, text: str) -> Answers:
    return {"opens": setup_answers.read_opening(text)}


def _put_opening(talk: ReturnTalk) -> Html:
    late, today, language = _opens_too_late(talk), talk.context.today, talk.language
    if late is None:
        return texts.WHICH_OPENING(language)
    opens, due = (short_day(each, today, language) for each in late)
    return texts.OPENS_TOO_LATE(language, opens=opens, due=due)


def _opens_too_late(talk: ReturnTalk) -> tuple[date, date] | None:
    """Return the days on which the first round would open and be due, if it would not open before it is due."""
    asked = talk.subject.asked
    if asked is None or (span := asked.schedule.first_span) is None:
        return None
    opens, due = asked.schedule.opens(span), asked.schedule.due(span, workdays(talk.context.db))
    return (opens, due) if opens >= due else None


def _read_due_on(talk: ReturnTalk, text: str) -> Answers:
    return _due_on(talk, read_day(text, talk.context.today))


def _due_on(talk: ReturnTalk, day: date) -> Answers:
    if day < max(talk.context.today, date.fromisoformat(talk.answers.get("first") or str(talk.context.today))):
        raise DayGone(day)
    return {"due_on": day.isoformat()}


EVERY_QUESTION: Question[ReturnDraft] = Question(
    "every",
    label=texts.EVERY,
    put=lambda talk: (texts.HOW_OFTEN_NOW if talk.subject.changed else texts.HOW_OFTEN)(talk.language),
    read=_read_every,
    change=_change_every,
    changed_anywhere=True,
    buttons=_every,
    shown=lambda talk: texts.EVERY_SAID[frequency_in(talk.answers)],
)
SCHEDULE_QUESTIONS: tuple[Question[ReturnDraft], ...] = (
    Question(
        "first",
        label=texts.FIRST,
        put=lambda talk: (texts.WHICH_START if is_once(talk.answers) else texts.WHICH_FIRST)(talk.language),
        read=_read_first,
        change=_if_about("returns.about.first", _change_first),
        changed_anywhere=True,
        buttons=_firsts,
        press=lambda talk, value: _first(talk, day_in(value)),
        shown=_shown_first,
    ),
    Question(
        "due",
        label=texts.DUE,
        put=texts.WHICH_DUE,
        read=read_due,
        change=_change_due,
        changed_anywhere=True,
        buttons=lambda talk: in_rows(
            [(str(texts.WORKDAY(talk.language, count=due)), due, _due(due)) for due in DUES], 2
        ),
        asked=lambda talk: not is_once(talk.answers),
        shown=lambda talk: texts.due_words(talk.answers["due"], talk.answers.get("due_day"), talk.language),
    ),
    Question(
        "opens",
        label=texts.OPENS,
        put=_put_opening,
        read=_read_opening,
        change=_if_about("returns.about.opening", _read_opening),
        changed_anywhere=True,
        buttons=_openings,
        asked=lambda talk: not is_once(talk.answers),
        answered=lambda talk: _opens_too_late(talk) is None,
        shown=lambda talk: texts.opening_words(talk.answers.get("opens", OPENS_AFTER), talk.language),
    ),
    Question(
        "due_on",
        label=texts.DUE_ON,
        put=texts.WHICH_DUE_DAY,
        read=_read_due_on,
        change=_if_about("returns.about.due", _read_due_on),
        changed_anywhere=True,
        buttons=_due_days,
        press=lambda talk, value: _due_on(talk, day_in(value)),
        asked=lambda talk: is_once(talk.answers),
        shown=lambda talk: short_day(date.fromisoformat(talk.answers["due_on"]), talk.context.today, talk.language),
    ),
)
