"""A request for more time in a sentence: for how long, and why."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from data.calendar import MONTHS, Period, add, month_end, workdays_later
from data.errors.deadlines import DayUnclear
from data.patterns import Match, Pattern
from data.plan.deadlines.day_answer import read_day
from data.understanding.entities.days import find_days
from data.understanding.entities.days.lengths import HALVES
from data.understanding.entities.days.wording import PERIODS, value
from data.understanding.normalise.sentence import Span
from data.understanding.numerals import HANZI
from data.understanding.orders import says

_UNITS = "工作日|天|周|星期|礼拜|季度|年"
_COUNT_EN = r"\d{1,2}|an?|one|two|three|four|six|ten"
_UNITS_EN = "working day|day|week|fortnight|month"
_WORKDAYS, _FORTNIGHT = ("工作日", "working day"), "fortnight"
_AMOUNT = rf"(?:我们?)?(?P<n>\d{{1,2}}|{HANZI}|半)个?(?P<half>半)?(?P<unit>{_UNITS}|日|月)(?P<and_half>半)?"
_LONGER = Pattern(
    rf"(?i)(?:延[期长后迟]?|推[迟后]?|后推|顺延|宽限|缓|再[给容缓]|多给|再?容){_AMOUNT}"
    rf"|\b(?:by|back(?: by)?) (?P<n_by>{_COUNT_EN}) (?P<unit_by>{_UNITS_EN})s?\b"
)
_IT_TAKES = Pattern(
    rf"(?i)(?:再[等要]|还[得要需]){_AMOUNT}|(?P<n_en>{_COUNT_EN}) more (?P<unit_en>{_UNITS_EN})s?\b"
    rf"|\bgive (?:us|me) (?P<n_by>{_COUNT_EN}) (?P<unit_by>{_UNITS_EN})s?\b"
    rf"|\b(?:another|an extra|one extra) (?:(?P<n_x>{_COUNT_EN}) )?(?P<unit_x>{_UNITS_EN})s?\b"
)
"""What may be asked for, and beside a day is why (延到12月20日，检测还要10天)."""
_SPAN = Pattern(
    rf"(?i)[就先再要还需多晚加得给缓容]*(?P<n>\d{{1,2}}|{HANZI}|半)"
    rf"(?:个?(?P<unit>{_UNITS})|个(?P<half>半)?(?P<months>月|季度))(?P<and_half>半)?"
    r"(?:吧|左右|就|够|行|了|时间)*"
    rf"|(?:for |by |in |about )*(?P<n_en>{_COUNT_EN})(?: more| extra)? "
    rf"(?P<unit_en>{_UNITS_EN})s?(?: more| longer| later| please)*"
)
"""A span alone; 三月 is no three months, but March."""
HALF = "半"
MOST = 100
"""Nobody means more days, weeks, months or quarters than this."""
_MOST_PARTS = 20
_BREAK = Pattern(
    r"(?i)(?P<mark>[，,；;。\n]+)|(?P<space>\s+)[\x{4e00}-\x{9fff}]|(?P<why>)(?:因为|由于|原因[是:：])"
    r"|(?P<gap>\s+)(?:because|due to)\b"
)
_WHY = Pattern(r"(?i)(?:因为|由于|[原理][因由]是?[:：]?|because(?: of)?\b|due to\b)\s*")
_NO_REASON = Pattern(
    r"(?i)(?:您看|这样)?(?:可以|可否|行|好|能)?[吗么不吧]?|谢谢\pL{0,3}|[请望]\pL{0,6}批准|please|thanks?|ok"
)
_SAYS_MORE_OF_THE_DAY = Pattern(
    r"[^\x{4e00}-\x{9fff}]|$|之|以|前|后|左右|上下|再|才|完|办|吧|行|可|好|能|的|了|止|为|结|交|报|搞|弄|做|开"
)
"""What goes on with the day, and is no reason."""
_A_WORD = Pattern(r"\pL{2}")
_ANY_DAY = date(2000, 1, 1)


def later(day: date, count: int, period: Period = Period.MONTH) -> date:
    """The same day some months or other periods later; a month's end leads to a month's end."""
    moved = add(day, count, period)
    return month_end(moved) if period in MONTHS and day == month_end(day) else moved


def day_asked_for(text: str, due: date, today: date, example: date | None = None) -> date:
    """The new due day that a text asks for: a day, or so much later than `due` as it says, be it only 一个月. Raises
    DayUnclear with the `example`."""
    longer = longer_by(text, due) or _by(_span(text), due)
    return longer if longer is not None else read_day(text, today, example, later=True)


def longer_by(text: str, due: date) -> date | None:
    """The day that is so much later than `due` as a text asks for (延一个月, two more weeks); None where it asks for
    nothing, or for a day (宽限1月10日, 缓2月底)."""
    days = find_days(text.lower(), due)
    found = _LONGER.search(text) or (None if days else _IT_TAKES.search(text))
    if found is None or (
        found["unit"] == "月" and any(each.start <= found.start("n") and found.end() < each.end for each in days)
    ):
        return None
    return _by(found, due)


def _span(text: str) -> Match | None:
    """A span that is the whole text, or the whole of a part of it: 一个月, for two weeks."""
    parts = (_SPAN.fullmatch(text[slice(*part)].strip()) for part in _parts(text.strip().rstrip(".!！")))
    return next(filter(None, parts), None)


def _by(found: Match | None, due: date) -> date | None:
    if found is None:
        return None
    named = {name: said.lower() for name, said in found.groups().items() if said}
    unit = next(named[each] for each in ("unit", "months", "unit_en", "unit_by", "unit_x") if each in named)
    said = next((named[each] for each in ("n", "n_en", "n_by", "n_x") if each in named), "one")
    is_half, and_half = said == HALF, "half" in named or "and_half" in named
    if (is_half or and_half) and (PERIODS.get(unit) not in HALVES or is_half is and_half):
        return None
    count = 0 if is_half else value(said)
    if not is_half and not 0 < count <= MOST:
        return None
    if unit in _WORKDAYS:
        return workdays_later(due, count)
    if unit == _FORTNIGHT:
        count, unit = 2 * count, "week"
    longer = later(due, count, PERIODS[unit]) if count else due
    return later(longer, *HALVES[PERIODS[unit]]) if is_half or and_half else longer


def _asking(text: str) -> list[Span]:
    """The parts that ask for more time; how long something takes does where no day is named."""
    wishes = (_LONGER,) if find_days(text.lower(), _ANY_DAY) else (_LONGER, _IT_TAKES)
    told = ((part, text[slice(*part)]) for part in _parts(text))
    return [part for part, said in told if says(said.lower(), "asked.longer") or any(w.search(said) for w in wishes)]


def reason_beside(text: str, today: date) -> str:
    """Why more time is asked for, where a text says so behind the part that asks, between two that do, or else before
    them; empty otherwise."""
    parts = list(_parts(text))
    asking = _asking(text) or [
        part for part in parts if _is_day(text[slice(*part)], today) or _span(text[slice(*part)])
    ]
    if not asking:
        return ""
    return _told_behind(text, asking) or _reason(text[: asking[0][0]])


def reason_behind(text: str) -> str:
    """The same, of a sentence that begins with the task: only what is said behind the first part that asks."""
    return _told_behind(text, _asking(text))


def with_reason_apart(text: str, day: Span) -> str:
    """A text with the reason that stands right behind the day parted from it (想延到三月底人手不够)."""
    behind = text[day[1] :]
    return text if _SAYS_MORE_OF_THE_DAY.match(behind) else f"{text[: day[1]]}，{behind}"


def _told_behind(text: str, asking: Sequence[Span]) -> str:
    """The reason behind the parts that ask, the last of them first: more time, the lab is closed, until 30 March."""
    ends = [*(start for start, _ in asking), len(text)][1:]
    told = (_reason(text[behind:end]) for (_, behind), end in zip(asking[::-1], ends[::-1], strict=True))
    return next(filter(None, told), "")


def _parts(text: str) -> Iterator[Span]:
    start = 0
    for gap in islice(_BREAK.finditer(text), _MOST_PARTS):
        yield start, gap.start()
        start = max(map(gap.end, ("mark", "space", "why", "gap")))
    yield start, len(text)


def _reason(text: str) -> str:
    said = text.strip("，,；;。 \n")
    why = _WHY.match(said)
    said = said[why.end() :] if why else said
    return "" if _NO_REASON.fullmatch(said.rstrip("？?！!")) or not _A_WORD.search(said) else said


def _is_day(text: str, today: date) -> bool:
    try:
        read_day(text, today)
    except DayUnclear:
        return False
    return True
