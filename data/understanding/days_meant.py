"""The days that a sentence is about once its aim is known, and in which year or on which past day they are."""

from dataclasses import replace
from datetime import date, timedelta

from data.calendar import LATEST, Period, Span, add_months, span_around
from data.understanding.aims import LISTS
from data.understanding.meaning import Aim, Intent, Kind, Mood, Reading, Understanding, of_kind
from data.understanding.more_time import longer_by
from data.understanding.named import Named, find_day_readings
from data.understanding.normalise.sentence import blank
from data.understanding.orders import says
from data.understanding.polarity import clauses, moods

LISTED = frozenset({Aim.TASKS, Aim.DEADLINES})
OF_A_DAY = frozenset({Aim.EXTENSION, Aim.PLAN})
_FROM_IT_ON = ("以后", "往后", "起", "开始", "起始", "onwards", "onward", "or later")
_FROM_BEFORE, _AFTER_BEFORE = ("from", "since", "starting", "beginning"), ("after", "later than")
_RANGE = ("到", "至", "-", "~", "～", " to ", "until", "till", "前", "before", "by ")
_UNTIL = ("到", "至", "until", "till", " to", "to ")
_CHANGED_TO = (*_UNTIL, "成", "为", "改")
OF_THE_PAST = frozenset({Aim.HISTORY, Aim.SUMMARY, Aim.FIGURES, Aim.EXPORT, Aim.UNREPORTED})
_OF_THE_NEARER_YEAR = frozenset({*LISTS, Aim.RETURNS, Aim.REVIEW, Aim.INFO, Aim.UNKNOWN})
_FOUND_BEHIND_DAYS = (Kind.TIME, Kind.STATUS, Kind.SECTION, Kind.TASK)
"""Kinds that are read only after days are blanked out, and so may extend over them."""
_GONE_BY = ("上个", "上月", "上周", "上季", "上半年", "去年", "last ")
_BEFORE, _RECENT = ("前", "之前", "以前"), ("近", "最近")
_A_YEAR = 12
_LED_FROM = 3
_AT_ITS_END = "到期"
_FALLS_DUE = (_AT_ITS_END, "截止", "前", "之前", "以前", "内", "要", "该", "应")
_DUE = ("due", "by", "before")
_BY = ("by", "before")
_PERIODS = (Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR)


def days_meant(aim: Aim, named: Named, today: date) -> tuple[date | None, date | None]:
    """Return the first and last day that a sentence asks about (LATEST: no end), None and a new day, or None twice."""
    times = [time for time in named.of(Kind.TIME) if not (named.overdue and named.heard[time.start] == "截")]
    if _asks_for_the_past(aim):
        times = [time for time in times if time.days[0] <= today or not _is_of_another_clause(named.heard, time)]
    if not times or aim.intent is Intent.REPORT or aim is Aim.TASK:
        return None, None
    spans = [time.days for time in times]
    if aim is Aim.SNOOZE:
        return next((span for span in reversed(spans) if span[1] > today), spans[0])
    if aim in OF_A_DAY:
        return None, None if longer_by(named.heard, today) else _day_asked_for(named.heard, times)
    until = [span for time, span in zip(times, spans, strict=True) if _is_until(named.heard, time)]
    if aim is Aim.REVIEW and until[1:]:
        return None, until[-1][1]
    if aim is Aim.UNREPORTED and is_before(named.heard, times[0]):
        return None, spans[0][1]
    start, end = spans[0]
    if aim is Aim.DEPUTY and until:
        return start, until[-1][1]
    if aim in LISTED and (begun := _open_start(named.heard, times[0], spans[0], today)) is not None:
        return begun, LATEST
    so_far = aim in OF_THE_PAST and start <= today < end and says(named.said, "asked.so_far")
    return start, today if so_far else end


def _open_start(heard: str, time: Reading, span: tuple[date, date], today: date) -> date | None:
    """Return the day from which on `time` means any day (12月5日以后, after 5 December), or None if it has an end.

    Tasks from last week are those of that week.
    """
    said, before = heard[time.start : time.end].lower().strip(), heard[: time.start].lower().rstrip()
    behind = heard[time.end :].lower()
    if any(each in said for each in _RANGE):
        return None
    if before.endswith(_AFTER_BEFORE) or said.endswith("之后") or behind.startswith("后"):
        return span[1] + timedelta(days=1)
    is_from = span[1] >= today and (before.endswith(_FROM_BEFORE) or said.startswith(_FROM_BEFORE))
    return span[0] if is_from or said.endswith(_FROM_IT_ON) or behind.startswith(_FROM_IT_ON) else None


def _day_asked_for(heard: str, times: list[Reading]) -> date | None:
    """Return the day to which something is put off: the last one that words for that lead to, that stands in a clause
    with them, or that something lasts until, or else the last of all; None if there is none by which it can be done."""
    times = [time for time in times if not _cannot_be_met(heard, time, times)]
    led_to = [time for time in times if says(heard[max(0, time.start - _LED_FROM) : time.start + 1], "asked.longer")]
    until = [time for time in times if _is_until(heard, time)]
    asked = [time for time in until if says(heard[slice(*_clause_with(heard, time))], "asked.longer")]
    found = led_to or asked or until or times
    return _its_day(heard, found[-1]) if found else None


def _cannot_be_met(heard: str, time: Reading, times: list[Reading]) -> bool:
    """Return whether a clause says behind a day, up to the next one, that it cannot be done by then (年底完不成), or in
    English before it (can't finish by May)."""
    first, last = _clause_with(heard, time)
    behind = min([last, *(each.start for each in times if each.start >= time.end)])
    before = max([first, *(each.end for each in times if each.end <= time.start)])
    is_by = heard.startswith(_BY, time.start) or heard[: time.start].rstrip().endswith(_BY)
    return any(
        says(each, "more_time.not_by_then") for each in (heard[time.end : behind], heard[before : time.start] * is_by)
    )


def _its_day(heard: str, day: Reading) -> date:
    """Return the last day of a reading, or its first if it lasts from then on (11月1日起)."""
    return day.days[0] if heard[: day.end].endswith(_FROM_IT_ON) else day.days[1]


def _is_until(heard: str, time: Reading) -> bool:
    """Return whether `time` is a day that something lasts until, or is changed to: 延到三月底, 期限改6月30日."""
    return heard[: time.start].rstrip().endswith(_CHANGED_TO) or heard.startswith(_UNTIL, time.start)


def _clause_with(heard: str, time: Reading) -> tuple[int, int]:
    return next((each for each in clauses(heard) if each[0] <= time.start < each[1]), (0, 0))


def in_the_year_meant(aim: Aim, named: Named, today: date) -> Named:
    """Return `named` with its days in the year that is meant, if none is said.

    For an event, and what was not reported, that is the nearest such day; what is owed falls due. In lists, a
    month, a quarter or a day is of the nearer year: in November, October is past and March is to come. Recent days
    (最近三天) are past if nothing is said to fall due, and so is the end of a year in whose first half something is
    overdue. What falls due then (12月到期没报的) need not be overdue. Who asks for more time, or tells of an event, and
    names no other day means one by 12.20.
    """
    heard, times = named.heard, named.of(Kind.TIME)
    if not times and aim in OF_A_DAY:
        days = find_day_readings(blank(heard.lower(), named.readings), today, dotted=True)
        return replace(named, readings=(*named.readings, *days))
    if not times:
        return named
    if aim is Aim.EXPORT and says(heard, "asked.falls_due"):
        aim = Aim.DEADLINES
    if _asks_for_the_past(aim):
        before = [each for each in times if is_before(heard, each)]
        by_then = any(says(heard[each.start :], "asked.by_then") for each in before)
        return named if by_then else _looking_back(named, today)
    if aim is Aim.UNREPORTED and says(heard, "asked.owed"):
        return named
    is_changed = any(_is_until(heard, each) for each in times)
    of_an_event = aim is Aim.PLAN and says(heard, "asked.of_an_event") and not is_changed
    if aim is Aim.UNREPORTED or of_an_event or says(heard, "asked.who_did"):
        back = _looking_back(named, today)
        pairs = zip(times, back.of(Kind.TIME), strict=False)
        nearest = ((_its_day(heard, ahead) - today, today - _its_day(heard, gone)) for ahead, gone in pairs)
        return named if any(ahead < gone for ahead, gone in nearest) else back
    last_year_end = date(today.year - 1, 12, 31)
    nearer = named.overdue and all(each.days[1] - today > today - last_year_end for each in times)
    if nearer and all(each.days[1] == span_around(today, Period.YEAR).last for each in times):
        return _looking_back(named, last_year_end)
    if aim in _OF_THE_NEARER_YEAR and Mood.INTENDS not in moods(heard.lower()):
        back = _looking_back(named, today)
        pairs = zip(times, back.of(Kind.TIME), strict=False)
        recent = all(heard.startswith(_RECENT, each.start) for each in times) and not says(heard, "asked.falls_due")
        overdue = named.overdue and not any(heard.startswith(_AT_ITS_END, each.end) for each in times)
        gone_by = recent or all(_is_gone_by(*pair, today, overdue) for pair in pairs)
        return back if gone_by and len(back.of(Kind.TIME)) == len(times) else named
    return named


def _asks_for_the_past(aim: Aim) -> bool:
    return aim in OF_THE_PAST and aim is not Aim.UNREPORTED


def _is_of_another_clause(heard: str, time: Reading) -> bool:
    """Return whether one of several clauses says something of this day: 明天开会，发我汇总."""
    first, last = _clause_with(heard, time)
    rest = heard[first : time.start] + heard[time.end : last]
    others = heard[:first] + heard[last:]
    return any(map(str.isalnum, rest)) and any(map(str.isalnum, others))


def is_before(heard: str, time: Reading) -> bool:
    """Return whether the time before a day is meant: 11月底之前没报的."""
    return heard[: time.end].endswith(_BEFORE) or heard.startswith(_BEFORE, time.end)


def _looking_back(named: Named, today: date) -> Named:
    taken = [reading for reading in named.readings if reading.kind not in _FOUND_BEHIND_DAYS]
    found = find_day_readings(blank(named.heard.lower(), taken), today, past=True)
    ahead = named.of(Kind.TIME)
    days = [day for day in found if any(day.start < each.end and each.start < day.end for each in ahead)]
    others = (reading for reading in named.readings if reading.kind is not Kind.TIME)
    return replace(named, readings=(*others, *days))


def _is_gone_by(ahead: Reading, back: Reading, today: date, overdue: bool) -> bool:
    """Return whether a month, quarter or day is the past one: the nearer one, or one since which things are overdue. An
    end until which things are meant (6月底的时候逾期多少) is past if it is nearer and things are overdue."""
    first, last = back.days
    next_first = ahead.days[0]
    if next_first == today:
        return overdue and last < today and today - last < ahead.days[1] - today
    in_a_year = next_first == add_months(first, _A_YEAR)
    return in_a_year and last < today < next_first and (overdue or today - last < next_first - today)


def past_day_meant(meaning: Understanding, today: date) -> date | None:
    """Return the past day whose state a sentence asks about, or None.

    How many were overdue in a period named from today (上个月逾期几项) is how many were so at its end. Returns None if
    it names several days, or days on which something falls due.
    """
    times = list(of_kind(meaning, Kind.TIME))
    if len(times) != 1:
        return None
    [named] = times
    before, behind = meaning.text[: named.start].lower().split(), meaning.text[named.end :].lstrip()
    if behind.startswith(_FALLS_DUE) or any(each in _DUE for each in before[-2:]):
        return None
    first, last = named.days
    is_one = first == last or says(meaning, "asked.at_the_same_time")
    counts = meaning.overdue and says(meaning, "asked.how_many")
    at_its_end = last if counts and meaning.text.lower().startswith(_GONE_BY, named.start) else None
    day = _same_day(first, last, today) if is_one else at_its_end
    return day if day and day < today else None


def period_beside(meaning: Understanding, place: tuple[int, int], today: date) -> tuple[date, date]:
    """Return the first and last day that a sentence compares with the days it names at `place`.

    They are the other days that it names, or else the current week, month, quarter or year up to today.
    """
    named = list(of_kind(meaning, Kind.TIME))
    others = [each for each in named if not place[0] <= each.start < place[1]]
    first, last = (others or named)[0].days
    if others:
        return first, min(last, today)
    lasting = next((each for each in _PERIODS if span_around(first, each).last >= last), Period.YEAR)
    return span_around(today, lasting).first, today


def _same_day(first: date, last: date, today: date) -> date | None:
    """Return the day of a past week, month or year that corresponds to `today`, or `first` if it is a single day; None
    for any other span."""
    for period in (Period.WEEK, Period.MONTH, Period.YEAR):
        if Span(first, last, period) == span_around(first, period):
            if period is Period.WEEK:
                return first + (today - span_around(today, Period.WEEK).first)
            months = (today.year - first.year) * _A_YEAR + (today.month - first.month if period is Period.MONTH else 0)
            return add_months(today, -months)
    return first if first == last else None
