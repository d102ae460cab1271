"""Reads a rule of reminding from an answer: 30天、7天和当天; 晚上9点到早上8点; 每月."""

from data.calendar import Period
from data.errors.deadlines import RuleUnclear
from data.notices.plan_rules import Hours
from data.patterns import Match, Pattern
from data.store.settings import RuleName

_NUMBER = Pattern(r"\d{1,3}")
_CLOCK = Pattern(r"(?i)\d{1,2}\s*(?:[:：]\d{2}|点半?|时|[ap]m\b)")
_THE_DAY = Pattern(r"(?i)当天|当日|on the day|the day itself")
_HOUR = Pattern(
    r"(?i)(?P<late>晚上?|下午)?\s*(?P<hour>\d{1,2})\s*(?:[:：](?P<minute>\d{2})|点(?P<half>半)?)?\s*(?P<pm>pm)?"
)
_COUNTED = tuple("天日号月周年个次家项份")
_FROM = Pattern(r"(?i)以后|之后|过后|后|开始|起|after|from")
_UNTIL = Pattern(r"(?i)以前|之前|前|为止|before|until|till")
_ADDED = Pattern(r"(?i)加|都要|也|还要|再(?:多|来|添|提醒一)|都保留|add|besides|both|too\b|as well|also")
_ALONE = Pattern(
    r"(?i)只|换|改成|代替|only|alone|replace|(?:原来|以前|现在|别|其他|其它|其余|老|旧)的?.{0,6}(?:不要|去掉)"
)
_CLAUSE = Pattern(r"(?:[^，,。；;！!\n]|,\d)+")
_NOT_WANTED = Pattern(r"(?i)不要|不用|去掉|取消|算了|别加|不加|never mind|not needed")
_SIGNS = ("一", "二", "三", "四", "五", "六", "[日天]")
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAYS = tuple(
    Pattern(f"(?i)(?:周|星期|礼拜){sign}|{english}") for sign, english in zip(_SIGNS, _ENGLISH, strict=True)
)
_PERIODS = {
    Period.HALF_YEAR: Pattern("(?i)半年|half"),
    Period.QUARTER: Pattern("(?i)季|quarter"),
    Period.WEEK: Pattern("(?i)周|星期|week"),
    Period.MONTH: Pattern("(?i)月|month"),
    Period.YEAR: Pattern("(?i)年|year|annual"),
}


def rule_in(name: RuleName, text: str, present: Hours | None = None) -> str:
    """The rule that a text states, in its stored form. If it names only one hour (21点以后), the other is taken from
    the `present` hours. Raises RuleUnclear."""
    match name:
        case RuleName.DAYS_BEFORE | RuleName.OVERDUE_STEPS:
            found = ",".join(_days(_wanted(text)) or _days(text))
        case RuleName.SENDING_HOUR | RuleName.GROUP_HOUR:
            found = _only([str(each) for each in _hours(text, name)])
        case RuleName.QUIET_HOURS:
            found = "-".join(map(str, _both(_hours(text, name), text, present)))
        case RuleName.GROUP_DAY:
            days = [str(number) for number, words in enumerate(_WEEKDAYS, 1) if words.search(text)]
            found = _only(days or [each[0] for each in _NUMBER.finditer(text)])
        case RuleName.CHECK_IN:
            found = next((str(period) for period, words in _PERIODS.items() if words.search(text)), "")
        case _:
            found = _only([each[0] for each in _NUMBER.finditer(text)])
    if not found:
        raise RuleUnclear(name)
    return found


def days_not_wanted(text: str) -> set[int]:
    """The days that a text does not want, where it wants others instead: 不用30天，10天就行."""
    wanted = _days(_wanted(text))
    return {int(each) for each in _days(text) if each not in wanted} if wanted else set()


def _wanted(text: str) -> str:
    """The clauses of a text without those that do not want what they say."""
    return "，".join(each[0] for each in _CLAUSE.finditer(text) if not not_wanted(each[0]))


def _days(text: str) -> list[str]:
    return [each[0] for each in _NUMBER.finditer(_THE_DAY.sub("0", _CLOCK.sub(" ", text)))]


def addition_in(text: str) -> bool | None:
    """True if a text adds a value to the present ones, False if it replaces them, None if it does not say."""
    if not_wanted(text):
        return None
    if _ALONE.search(text):
        return False
    return True if _ADDED.search(text) else None


def not_wanted(text: str) -> bool:
    """Whether a text does not want a value after all (提前5天那个不要了), which is no word of the present ones."""
    return _NOT_WANTED.search(text) is not None and not _ALONE.search(text)


def _both(hours: list[int], text: str, present: Hours | None) -> list[int]:
    """From when to when, of which one may be as it is."""
    if present is None or len(hours) != 1:
        return hours
    if _FROM.search(text):
        return [hours[0], present.last]
    return [present.first, hours[0]] if _UNTIL.search(text) else hours


def _only(found: list[str]) -> str:
    return found[0] if len(found) == 1 else ""


def _hours(text: str, name: RuleName) -> list[int]:
    """The full hours that a text names; a number of something else is none. Raises RuleUnclear for half ones."""
    found = [each for each in _HOUR.finditer(text) if text[each.end() : each.end() + 1] not in _COUNTED]
    if any(each["half"] or int(each["minute"] or 0) for each in found):
        raise RuleUnclear(name)
    return [_hour(each) for each in found]


def _hour(found: Match) -> int:
    hour = int(found["hour"])
    return hour + 12 if (found["late"] or found["pm"]) and hour < 12 else hour
