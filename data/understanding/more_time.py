"""A wish for more time in words: for how long (延一个月, two more weeks), and why."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from data.calendar import MONTHS, Period, add, month_end
from data.patterns import Match
from data.understanding.entities.days import find_days
from data.understanding.entities.days.lengths import length_of
from data.understanding.entities.days.moments import whole
from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import Span
from data.understanding.orders import says

_RULES = patterns("more_time")
_DAYS_OR_NAMES = ("日", "月")
"""Behind a number these name a day or a month, too: 三月 is no three months, but March."""
_MOST, _MOST_PARTS = 100, 20
"""Nobody means more days, weeks, months or quarters."""
_ANY_DAY = date(2000, 1, 1)


def later(day: date, count: int, period: Period = Period.MONTH) -> date:
    """Return the same day some months or other periods later; a month's end leads to a month's end."""
    moved = add(day, count, period)
    return month_end(moved) if period in MONTHS and day == month_end(day) else moved


def longer_by(text: str, due: date) -> date | None:
    """Return the day that is so much later than `due` as a text asks for (延一个月, two more weeks); None where it asks
    for nothing, or for a day (宽限1月10日, 缓2月底)."""
    days = find_days(text.lower(), due)
    found = _RULES["longer"].search(text) or (None if days else _it_takes(text))
    if found is None or any(text[each.start] in "到至" for each in days):  # 再给两周，到12月20日
        return None
    if found["unit"] == "月" and any(each.start <= found.start("n") and found.end() < each.end for each in days):
        return None
    return _after(found, due)


def put_later(text: str, due: date) -> date | None:
    """Return the day that is so much later than `due` as a text moves something (往后挪一周, 晚两天), and names no day;
    None for any other."""
    found = None if find_days(text.lower(), due) else _RULES["put_later"].search(text)
    return _after(found, due) if found else None


def later_by_a_span(text: str, due: date) -> date | None:
    """Return the day that is later than `due` by the span that a text, or a part of it, is: 一个月, for two weeks."""
    found = _span(text)
    return _after(found, due) if found else None


def reason_beside(text: str, today: date) -> str:
    """Return why more time is asked for, where a text says so behind the part that asks, between two that do, or else
    before them; empty otherwise."""
    parts = list(_parts(text))
    asking = _asking(text) or [
        part for part in parts if _names_a_day(text[slice(*part)], today) or _span(text[slice(*part)])
    ]
    if not asking:
        return ""
    return _told_behind(text, asking) or _reason(text[: asking[0][0]])


def reason_behind(text: str) -> str:
    """Return the same of a sentence that begins with the task: only what is said behind the first part that asks."""
    return _told_behind(text, _asking(text))


def with_reason_apart(text: str, day: Span) -> str:
    """Return a text with the reason that stands right behind the day parted from it (想延到三月底人手不够)."""
    behind = text[day[1] :]
    return text if _RULES["goes_on"].match(behind) else f"{text[: day[1]]}，{behind}"


def _it_takes(text: str) -> Match | None:
    """How long something is said to take, which is what may be asked for where no day is named."""
    return next(
        (each for each in _RULES["it_takes"].finditer(text) if each["lead"] or each["more"] or each["one"]), None
    )


def _span(text: str) -> Match | None:
    """A span that is the whole text, or the whole of a part of it."""
    parts = (text[slice(*part)].strip() for part in _parts(text.strip().rstrip(".!！")))
    found = (_RULES["span"].fullmatch(each) for each in parts)
    return next((each for each in found if each and not ("个" not in each[0] and each["unit"] in _DAYS_OR_NAMES)), None)


def _after(found: Match, due: date) -> date | None:
    """The day that is later by a length; None where there is no half of that, or nobody means so much."""
    groups = found.groups()
    unit = (groups.get("unit") or groups["one"]).lower().removesuffix("s")
    unit += groups.get("half", "") or groups.get("and_half", "")
    length = length_of(groups.get("n", "one").lower(), unit)
    if length is None or not 0 < length.count <= _MOST:
        return None
    for part in length.parts():
        due = later(due, part.count, part.period) if part.period else part.beyond(due)
    return due


def _asking(text: str) -> list[Span]:
    """The parts that ask for more time; how long something takes does where no day is named."""
    names_a_day = bool(find_days(text.lower(), _ANY_DAY))
    told = ((part, text[slice(*part)]) for part in _parts(text))
    return [
        part
        for part, said in told
        if says(said.lower(), "asked.longer")
        or _RULES["longer"].search(said)
        or (not names_a_day and _it_takes(said) is not None)
    ]


def _told_behind(text: str, asking: Sequence[Span]) -> str:
    """The reason behind the parts that ask, the last of them first: more time, the lab is closed, until 30 March."""
    ends = [*(start for start, _ in asking), len(text)][1:]
    told = (_reason(text[behind:end]) for (_, behind), end in zip(asking[::-1], ends[::-1], strict=True))
    return next(filter(None, told), "")


def _parts(text: str) -> Iterator[Span]:
    start = 0
    for gap in islice(_RULES["break"].finditer(text), _MOST_PARTS):
        yield start, gap.start()
        start = max(map(gap.end, ("mark", "space", "why", "gap")))
    yield start, len(text)


def _reason(text: str) -> str:
    said = text.strip("，,；;。 \n")
    why = _RULES["why"].match(said)
    said = said[why.end() :] if why else said
    is_none = _RULES["no_reason"].fullmatch(said.rstrip("？?！!")) or not _RULES["a_word"].search(said)
    return "" if is_none else said


def _names_a_day(text: str, today: date) -> bool:
    return bool(find_days(text.lower(), today)) or whole(text.strip().lower()) is not None
