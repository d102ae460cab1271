"""Requests for more time in words: how much (延一个月, two more weeks), and why."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from data.calendar import MONTHS, Period, add_periods, month_end
from data.patterns import Match
from data.understanding.entities.days import Days, find_days
from data.understanding.entities.days.after_feasts import TimeAfterFeast, time_after_a_feast
from data.understanding.entities.days.lengths import length_of
from data.understanding.entities.days.moments import whole_moment
from data.understanding.fillers import meaningful_words
from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import Span, blank, put_right
from data.understanding.orders import says
from data.understanding.polarity import clauses

_RULES = patterns("more_time")
_DAYS_OR_NAMES = ("日", "月")
"""Units that, after a number, may also name a day or a month: 三月 is March, not three months."""
_MOST, _MOST_PARTS = 100, 20
"""Nobody means more days, weeks, months or quarters; no more parts of a text are looked at."""
_UNTIL = ("到", "至", "等")
_LEADS_TO_A_DAY = ("到", "至", "until", "till", "to ", "by ")
_ANY_DAY = date(2020, 1, 1)
"""Some day of a year whose feasts are known, where it only matters whether a day is named."""


def periods_later(day: date, count: int, period: Period = Period.MONTH) -> date:
    """Return the day `count` periods after `day`; from the end of a month it is the end of a month."""
    moved = add_periods(day, count, period)
    return month_end(moved) if period in MONTHS and day == month_end(day) else moved


def longer_by(text: str, due: date) -> date | None:
    """Return `due` moved later by as much time as a text asks for (延一个月, two more weeks), or None.

    Returns None if it asks for a certain day (宽限1月10日, 再给两周，到12月20日). A day of which something else is told
    (再给两周，文件12月20日才来) is not asked for.
    """
    days = find_days(text.lower(), due)
    found = _RULES["longer"].search(text) or _time_it_takes(text)
    if found is None or any(_asks_for(text, each) for each in days):
        return None
    if found["unit"] == "月" and any(each.start <= found.start("n") and found.end() < each.end for each in days):
        return None
    return _moved_by(found, due)


def _asks_for(text: str, day: Days) -> bool:
    """Return whether a text with a request for more time asks for a day: 到 leads up to it in a request (延到12月20日),
    or its clause names nothing else."""
    start, end = next(each for each in clauses(text) if each[0] <= day.start < each[1])
    if says(text[start:end], "asked.longer"):
        return text.lower().startswith(_LEADS_TO_A_DAY, day.start)
    return not meaningful_words(f"{text[start : day.start]} {text[day.end : end]}")


def put_off_or_forward(text: str, due: date) -> date | None:
    """Return `due` moved by as much as a text says (往后挪一周, 提前三天), or None; also None if it names a day."""
    if find_days(text.lower(), due):
        return None
    sooner, found = brought_forward(text, due), _RULES["put_later"].search(text)
    return _moved_by(found, due) if found and sooner is None else sooner


def brought_forward(text: str, due: date) -> date | None:
    """Return `due` moved earlier by what a text says (提前两天), or None, also if that is of telling (提前两天提醒)."""
    found = _RULES["sooner"].search(text)
    return _moved_by(found, due, -1) if found and not says(text, "more_time.tells") else None


def later_by_a_span(text: str, due: date) -> date | None:
    """Return `due` moved later by the span that is a text, or one of its parts (一个月, for two weeks), or None."""
    found = _span_alone(text)
    return _moved_by(found, due) if found else None


def time_asked_for_after_a_feast(text: str, today: date) -> TimeAfterFeast | None:
    """Return the time after a feast until which a text asks for more time (延到五一后), or None."""
    after = time_after_a_feast(text.lower(), today)
    return after if after and text[: after.start].endswith(_UNTIL) else None


def reason_in(text: str, *, names_task: bool = True) -> str:
    """Return the reason that a text gives for more time: all that it tells besides the request and its courtesies.

    It may stand before the request, behind the task, or anywhere if the text needs no task. Before a request that
    `names_task` itself only a cause is one (因对方未回函，27-4延至…). Returns an empty string if nothing is told.
    """
    text = put_right(text)
    parts = list(_parts(text))
    asking = _parts_that_ask(text, parts)
    if asking is None:
        return ""
    until = asking[0][0] if asking else len(text)
    begins = _behind_task(text, [each for each in parts if each[0] < until])
    if begins is None:
        begins = until if names_task and not _RULES["cause"].match(text) else 0
    within = _RULES["before_the_wish"].search(text[slice(*asking[0])]) if asking else None
    asked = {(start, start + _end_of_request(text[start:end])) for start, end in asking}
    wishing = sorted({*asked, *(each for each in parts if each not in asking and _only_wishes(text[slice(*each)]))})
    gaps = zip([0, *(end for _, end in wishing)], [*(start for start, _ in wishing), len(text)], strict=True)
    told = [*(within.parts().values() if within else ()), *(text[max(start, begins) : end] for start, end in gaps)]
    return "，".join(filter(None, map(_reason, told)))


def told_before_request(text: str) -> Span | None:
    """Return the stretch of a text that stands before its request for more time; None if nothing does."""
    asking = _parts_that_ask(text, [*_parts(text)])
    return (0, asking[0][0]) if asking and text[: asking[0][0]].strip() else None


def is_told_beside_request(text: str, span: Span, *, before: bool) -> bool:
    """Return whether the part with `span` is no request for more time but stands beside one, behind it or perhaps
    `before`, and says more than what is at `span`."""
    parts = list(_parts(text))
    asking = _parts_that_ask(text, parts)
    start, end = next(each for each in reversed(parts) if each[0] <= span[0])
    if not asking or (start, end) in asking or (start < asking[0][0] and not before):
        return False
    return sum(map(str.isalnum, text[start : span[0]] + text[span[1] : end])) > 1


def without_because(reason: str) -> str:
    """Return a reason without the words that introduce it (因为, because of), else as it is written."""
    why = _RULES["why"].match(reason)
    return reason[max(map(why.end, ("because", "as"))) :].lstrip(":：,， \n") if why else reason


def _time_it_takes(text: str) -> Match | None:
    return next(
        (each for each in _RULES["it_takes"].finditer(text) if each["lead"] or each["more"] or each["one"]), None
    )


def _span_alone(text: str) -> Match | None:
    """Return the match of a span that is the whole text, or all of one of its parts, or None."""
    parts = (text[slice(*part)].strip() for part in _parts(text.strip().rstrip(".!！")))
    found = (_RULES["span"].fullmatch(each) for each in parts)
    return next((each for each in found if each and not ("个" not in each[0] and each["unit"] in _DAYS_OR_NAMES)), None)


def _moved_by(found: Match, due: date, times: int = 1) -> date | None:
    """Return `due` moved later by a length, or earlier with `times` -1; None if nobody means that."""
    groups = found.groups()
    unit = (groups.get("unit") or groups["one"]).lower().removesuffix("s")
    unit += groups.get("half", "") or groups.get("and_half", "")
    length = length_of(groups.get("n", "one").lower(), unit)
    if length is None or not 0 < length.count <= _MOST:
        return None
    for part in length.parts():
        due = periods_later(due, times * part.count, part.period) if part.period else part.beyond(due, times)
    return due


def _parts_that_ask(text: str, parts: Sequence[Span]) -> list[Span] | None:
    """Return the parts that ask for more time: those that wish for it, by a day or a length or else at all, or else
    those that speak of it (延到3月; 省里推迟), or else those that lead to a day or only name it. Returns an empty list
    if a day is only told of (报告1月10号才出), and None if nothing of this is said.

    If no day is named, those that say how long something takes ask for so long.
    """
    names_a_day = bool(find_days(text.lower(), _ANY_DAY) or time_asked_for_after_a_feast(text, _ANY_DAY))
    surest: dict[int, list[Span]] = {}
    for part in parts:
        said = text[slice(*part)].lower()
        length = _RULES["longer"].search(said) or (None if names_a_day else _time_it_takes(said))
        days = find_days(said, _ANY_DAY)
        alone = whole_moment(said.strip()) or _span_alone(said) or (days and _only_wishes(said))
        to_a_day = length or days
        wishes, asks = _RULES["wish"].search(said), length or says(said, "asked.longer")
        kinds = (
            wishes and to_a_day,
            wishes,
            asks and to_a_day,
            asks,
            alone
            or time_asked_for_after_a_feast(said, _ANY_DAY)
            or any(said.startswith(_LEADS_TO_A_DAY, d.start) or said[: d.start].endswith(_UNTIL) for d in days),
        )
        if (rank := next((rank for rank, is_so in enumerate(kinds) if is_so), None)) is not None:
            surest.setdefault(rank, []).append(part)
    return surest[min(surest)] if surest else [] if names_a_day else None


def _end_of_request(said: str) -> int:
    """Return where a part that asks for more time ends: a reason may follow its day (想延到三月底吧人手不够)."""
    days, after = find_days(said.lower(), _ANY_DAY), time_after_a_feast(said.lower(), _ANY_DAY)
    day = after.end if after else days[-1].end if days else len(said)
    particle = _RULES["particle"].match(said[day:])
    end = day + (particle.end() if particle else 0)
    return len(said) if _RULES["goes_on"].match(said[end:]) else end


def _behind_task(text: str, parts: Sequence[Span]) -> int | None:
    found = ((start, _RULES["task"].match(text[start:end])) for start, end in parts)
    return next((start + task.end() for start, task in found if task), None)


def _only_wishes(said: str) -> bool:
    return _RULES["only_wishes"].fullmatch(blank(said, find_days(said.lower(), _ANY_DAY))) is not None


def _parts(text: str) -> Iterator[Span]:
    start = 0
    for gap in islice(_RULES["break"].finditer(text), _MOST_PARTS):
        yield start, gap.start()
        start = max(map(gap.end, ("mark", "space", "why", "gap")))
    yield start, len(text)


def _reason(text: str) -> str:
    said = _RULES["closing"].sub("", without_because(text.strip("，,；;。？? \n")))
    is_none = _RULES["no_reason"].fullmatch(said.rstrip("？?！!")) or not _RULES["a_word"].search(said)
    return "" if is_none else said
