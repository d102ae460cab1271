"""Texts in exported files, in both languages. They are plain text, which each file format escapes in its own way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Literal

from data.calendar import month_end
from data.plan.tasks import TaskTitle
from data.standing.assignments import Assignment
from data.standing.standing import Status
from data.understanding import IndicatorWords

Language = Literal["zh", "en"]
MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Chinese and in English. A part in [ ] with values is left out if one of them is empty or 0."""

    zh: str
    en: str

    def __call__(self, language: Language, **values: object) -> str:
        """Return the text in a language with its values filled in."""
        return self.said_of(language, values).format_map({name: said(each, language) for name, each in values.items()})

    def said_of(self, language: Language, values: Mapping[str, object]) -> str:
        """Return the template of the text for these values, without the parts in [ ] that they leave out."""
        said, *parts = (self.zh if language == "zh" else self.en).split("[")
        for inside, _, behind in (part.partition("]") for part in parts):
            names = [name for _, name, _, _ in Formatter().parse(inside) if name]
            said += (inside if all(values[name] for name in names) else "") if names else f"[{inside}]"
            said += behind
        return said


def said(value: object, language: Language) -> object:
    """Return a value as a language says it: words, a day, a title, an indicator, names in a row; any other as it is."""
    match value:
        case Words():
            return value(language)
        case TaskTitle():
            return value.said_in(language)
        case date():
            return day_words(value, language)
        case IndicatorWords():
            return indicator_name(value, language)
        case Iterable() if not isinstance(value, str):
            return series((str(said(each, language)) for each in value), language)
    return value


STATUS = {
    Status.NOT_STARTED: Words("未启动", "Not started"),
    Status.IN_PROGRESS: Words("进行中", "In progress"),
    Status.BLOCKED: Words("受阻", "Blocked"),
    Status.SUBMITTED: Words("待审核", "Awaiting review"),
    Status.CLOSED: Words("已办结", "Closed"),
}
NEVER_REPORTED = Words("尚未填报", "No report yet")
DOUBTFUL = Words("期限待核实", "deadline in doubt")
ALL_UNITS = Words("全部单位", "all units")
NO_UNIT = Words("未明确单位", "no unit stated")
AS_OF = Words("截至{day}", "as of {day}")
FROM_TO_IN_FILES = Words("{first}至{last}", "{first} to {last}")
COMMA = Words("，", ", ")
SEMICOLON = Words("；", "; ")
STOP = Words("。", ".")


def status_words(task: Assignment, language: Language) -> str:
    """Return the status of a task, or that nobody has reported on it yet."""
    return (NEVER_REPORTED if task.never_reported else STATUS[task.status])(language)


def day_words(day: date, language: Language) -> str:
    """Return a day in words."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"


def month_words(month: date, language: Language) -> str:
    """Return the month of a day in words."""
    return f"{month.year}年{month.month}月" if language == "zh" else f"{MONTHS_EN[month.month - 1]} {month.year}"


def days_words(first: date, last: date, language: Language) -> str:
    """Return a span in words: a whole month, quarter, half-year or year by its name, a single day by its date."""
    if (named := calendar_name(first, last, language)) is not None:
        return named
    if first == last:
        return day_words(first, language)
    start, end = day_words(first, language), day_words(last, language)
    if first.year == last.year:
        start, end = (
            (start, end.removeprefix(f"{last.year}年"))
            if language == "zh"
            else (start.removesuffix(f" {last.year}"), end)
        )
    return FROM_TO_IN_FILES(language, first=start, last=end)


def calendar_name(first: date, last: date, language: Language) -> str | None:
    """Return the name of a whole month, quarter, half-year or year, or None for any other span."""
    year, of_year = first.year, (first.month, last.month)
    if first.day != 1 or last != month_end(last) or last.year != year:
        return None
    if first.month == last.month:
        return month_words(first, language)
    quarter = {(n * 3 - 2, n * 3): n for n in range(1, 5)}.get(of_year)
    if quarter is not None:
        return f"{year}年第{'一二三四'[quarter - 1]}季度" if language == "zh" else f"Q{quarter} {year}"
    names = {(1, 6): ("上半年", "H1 "), (7, 12): ("下半年", "H2 "), (1, 12): ("", "")}
    if of_year not in names:
        return None
    zh, en = names[of_year]
    return f"{year}年{zh}" if language == "zh" else f"{en}{year}"


def units_words(units: Iterable[str], language: Language) -> str:
    """Return the names of the units in a row, or "all units" if there are none."""
    return series(units, language) or ALL_UNITS(language)


def series(names: Iterable[str], language: Language) -> str:
    """Return the names in a row, separated by commas."""
    return ("、" if language == "zh" else ", ").join(names)


def measure_beside(name: str, unit: str) -> str:
    """Return an indicator's unit of measure as said beside its name: nothing if the name ends with it (培训人次)."""
    return "" if name.endswith(unit) else unit


def with_measure(number: str, indicator: IndicatorWords, language: Language) -> str:
    """Return a number with the unit of measure of its indicator, unless the indicator's English name has that."""
    is_in_name = language == "en" and indicator.name_en
    return number if is_in_name else f"{number} {measure_beside(indicator.name, indicator.unit)}".rstrip()


def indicator_name(indicator: IndicatorWords, language: Language) -> str:
    """Return the name of an indicator in a language, falling back to Chinese."""
    return indicator.name if language == "zh" else indicator.name_en or indicator.name


def number(value: float) -> str:
    """Return a number with thousands separators and at most six decimals."""
    return f"{value:,.6f}".rstrip("0").rstrip(".")
