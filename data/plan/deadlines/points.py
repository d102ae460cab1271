"""One stated period: a year, half-year, quarter, month, third of a month (旬) or day."""

from datetime import date

from data.calendar import THIRDS, Period, Point, add_months
from data.patterns import Pattern
from data.plan.deadlines.wording import SMALL
from data.shapes import Shape
from data.understanding.numerals import number

_YEAR = Pattern("(?:(?P<year>[Yy])年度?|(?P<short>N)年|(?P<named>[Rr])度?)")
_OF_A_YEAR = ("", "底", "末", "内", "A")
_PART = Pattern(
    "(?P<year_end>年[底末终内])"
    f"|(?:第?(?P<quarter>{SMALL}|首)季度?|(?P<named_quarter>[本下])(?:季度?|v))[底末内]?"
    "|(?P<half>[上下])半年[底末内]?"
    f"|(?:(?P<month>{SMALL})月份?|(?P<named_month>[本下])(?:月|u)份?)"
    f"(?:月?[底末]|内|(?P<third>X)|(?P<day>{SMALL})[日号]内?|(?P<bare_day>N))?"
    f"|(?P<month_end>月[底末])|(?P<this_third>X)|(?P<this_day>{SMALL})[日号]"
)
_YEARS_AHEAD = {"今年": 0, "本年": 0, "明年": 1, "下年": 1, "下一年": 1, "后年": 2, "次年": 1, "翌年": 1}
_PLAUSIBLE_PAST, _PLAUSIBLE_FUTURE = 10, 30


def read_point(shape: Shape, issued: date) -> Point | None:
    """The single period that the whole text names, or None. ValueError if its year is implausible."""
    stated = _YEAR.match(shape.signs)
    rest = shape.between(stated.end(), len(shape.signs)) if stated else shape
    if stated and stated["short"] and rest.signs in ("", "内"):
        return None
    year = _year({name: shape.said(stated, name) for name in stated.groups()}, issued) if stated else None
    if year is not None and not -_PLAUSIBLE_PAST <= year - issued.year <= _PLAUSIBLE_FUTURE:
        raise ValueError("an implausible year")
    if stated and rest.signs in _OF_A_YEAR:
        return Point(year, 1, Period.YEAR)
    part = _PART.fullmatch(rest.signs)
    return _part({name: rest.said(part, name) for name in part.groups()}, year, issued) if part else None


def _year(found: dict[str, str], issued: date) -> int:
    if "named" in found:
        return issued.year + _YEARS_AHEAD[found["named"]]
    return value(found["year"]) if "year" in found else 2000 + value(found["short"])


def _part(found: dict[str, str], year: int | None, issued: date) -> Point | None:
    if "year_end" in found:
        return Point(year, 1, Period.YEAR)
    if "quarter" in found:
        quarter = 1 if found["quarter"] == "首" else value(found["quarter"])
        return Point(year, quarter * 3 - 2, Period.QUARTER)
    if "half" in found:
        return Point(year, 1 if found["half"] == "上" else 7, Period.HALF_YEAR)
    if "named_quarter" in found:
        first = _named(found["named_quarter"], year, issued, 3)
        return Point(first.year, (first.month - 1) // 3 * 3 + 1, Period.QUARTER)
    if "named_month" in found:
        first = _named(found["named_month"], year, issued, 1)
        return _within_month(found, first.year, first.month)
    return _within_month(found, year, value(found["month"]) if "month" in found else None)


def _within_month(found: dict[str, str], year: int | None, month: int | None) -> Point | None:
    if third := found.get("third") or found.get("this_third"):
        return Point(year, month, Period.DAY, THIRDS[third[0]])
    if (bare := found.get("bare_day")) and not (len(bare) == 2 and bare[0] in "0123"):
        return None
    if day := bare or found.get("day") or found.get("this_day"):
        return Point(year, month, Period.DAY, (value(day), value(day)))
    return Point(year, month, Period.MONTH)


def _named(name: str, year: int | None, issued: date, months: int) -> date:
    if year is not None:
        raise ValueError("a named period of a stated year")
    return add_months(issued.replace(day=1), months if name == "下" else 0)


def value(numeral: str) -> int:
    """The value of a whole number."""
    return int(number(numeral))
