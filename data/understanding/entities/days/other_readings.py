"""Whether what reads like a period may be one, given the numbers and words around it."""

from collections.abc import Mapping
from itertools import pairwise

from data.shapes import Shape
from data.understanding.entities.amounts import begins_with_counter, find_amounts
from data.understanding.entities.days.wording import value

_ENDS = "前开完办再才就要还也都能给 "
"""What may follow 2月中 without making it a word that begins with 中."""
_BY_A_FEAST = "前最后"
"""Behind a feast, this means a day before it."""
_BY_THE_MOON = "历"
_WEEKDAYS, _COUNTED = "一二三四五六日", tuple("点时家个件项人名位户处场次份批条号天月周")
"""What a numeral after a day can count: 周四五点."""
_NO_DAY_OF_MONTH = ("文", "线", "楼", "令", "公告", "方案")
_OF_A_NUMBER = ("号", "话", "机")
"""What is beside eight digits that are the number of a case, a document or a telephone."""
_CLOSING = ("〕", "]", "】")
"""What follows the year in the number of a document: 〔2019〕4号."""
_MARKS = (".", "/", "-")
_LONGEST_COUNTER = 5
_AFTER_MODAL = ("i", "we", "you", "it", "be", "have", "not")


def may_be_a_period(shape: Shape, start: int, end: int, found: Mapping[str, str]) -> bool:
    """Return whether the signs from `start` to `end`, with the parts in `found`, may name a period.

    They do not in 2月中文版, 5号文 or may I.
    """
    before, behind = shape.signs[max(start - 1, 0) : start], shape.signs[end : end + 1]
    if (year := found.get("year", "")[:-1]).isdecimal() and len(year) == 1:
        return False
    if found.get("beyond", "after") not in ("after", "before"):
        return False
    if before == _BY_THE_MOON or _is_by_the_moon(shape, end, found):
        return False
    if "两" in found.values():  # two of them, not the second
        return False
    match found:
        case {"digits": _}:
            before_it, behind_it = shape.between(max(start - 2, 0), start).text, shape.between(end, end + 1).text
            return not (before_it.rstrip(" :：").endswith(_OF_A_NUMBER) or behind_it.startswith(_OF_A_NUMBER))
        case {"holiday": _, "off": "放假"} if behind == "前":
            return False
        case {"holiday": _}:
            return behind not in ("后", "N", "n", "假") and not shape.between(end, end + 3).text.startswith(_BY_A_FEAST)
        case {"day": _, **rest} if not rest:
            behind_it = shape.between(end, end + 2).text
            if shape.signs[start] == "v":
                return not behind_it.lstrip()[:1].isalpha() or behind_it.lstrip().startswith("to")
            return (
                shape.words[end - 1] != "天"
                and before not in ("月", "第", "/", ".", "-")
                and not behind_it.startswith(_NO_DAY_OF_MONTH)
            )
        case {"year": _, **rest} if not rest and (
            _is_numbered(shape.between(end, end + 3)) or shape.between(end, end + 1).text in _CLOSING
        ):
            return False
        case {"year": year, **rest} if not rest and year.isdecimal():
            amount = next(iter(find_amounts(shape.between(start, end + _LONGEST_COUNTER).text)), None)
            return behind not in ("-", "/", ".", "年") and (amount is None or amount.end <= len(year))
        case {"month": "may"} if shape.between(end, end + 2).text.lstrip() in _AFTER_MODAL:
            return False
        case {"since_day": _} if before in ("-", ".", "/"):
            return False
        case {"since_month": _} if behind == "底":
            return False
        case {"month": _, "day": _, **rest} if not rest and shape.signs[start + 1] in "./-":
            return before not in ("/", ".") and behind not in (".", "%", "/")
        case {"since_day": _, "day": _} if behind == "月" or (
            behind in _MARKS and shape.signs[end + 1 : end + 2] == "N"
        ):
            return False
        case {"third": "初", **rest} if not rest:
            return shape.signs[start] == "月" and before not in ("N", "n")
        case {"third": "中"}:
            return not shape.between(end, end + 1).text.strip(_ENDS).isalpha()
        case {"bare_day": day}:
            return day[0] not in "零〇" and not begins_with_counter(shape.between(end, end + _LONGEST_COUNTER).text)
        case {"since_weekday": first, "weekdays": further}:
            run = _WEEKDAYS[value(first) :]
            return run.startswith(_WEEKDAYS[value(first)] + further) and not _counts(shape, end)
        case {"weekday": weekday} if (
            behind == "n" and _go_on(value(weekday), shape.words[end]) and not _counts(shape, end + 1)
        ):
            return False  # 周一三五 are three
        case {"weekday": _, **rest} if not rest:
            return before not in ("N", "n")
        case {"unit": unit, "end": end_word, **rest} if not rest and unit in "月季年":
            return before not in ("个", "N", "n") or (unit == "年" and end_word in "底末")
        case {"unit": "day" | "days", "which": _}:
            return False
        case {"of": unit}:
            return unit == ("quarter" if "quarter" in found else "year")
        case {"year": year, **rest} if year.endswith("年") and year[:-1].isdecimal() and len(year) < 5:
            return bool(rest) and rest.get("end") in (None, "底", "末")
    return True


def _is_by_the_moon(shape: Shape, end: int, found: Mapping[str, str]) -> bool:
    """Return whether a month, or its beginning, is the first part of a lunar date: 九月初九."""
    third = end - (found.get("third") == "初")
    return "month" in found and shape.signs[third : third + 2] == "Xn"


def _go_on(weekday: int, numerals: str) -> bool:
    """Return whether numerals are later weekdays of the same week, unlike those in 周五一起 and 周一一早."""
    further = [weekday, *map(_WEEKDAYS.find, numerals)]
    return all(day < following for day, following in pairwise(further))


def _counts(shape: Shape, at: int) -> bool:
    return shape.between(at, at + 1).text.startswith(_COUNTED)


def _is_numbered(behind: Shape) -> bool:
    """Return whether the number of a document follows: 2019年4号文."""
    return behind.signs[:2] == "N日" and behind.text.endswith(_NO_DAY_OF_MONTH)
