"""New indicators as the office writes them in one line: 新增指标：排查隐患 处 整数 累加."""

from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import patterns
from data.understanding.words import IndicatorWords

_RULES = patterns("new_indicator")
_KINDS, _TOTALS = table("new_indicator")["kinds"], table("new_indicator")["totals"]
_UNIT_LENGTH, _PARTS = 8, 4


def new_indicator(text: str) -> IndicatorWords | None:
    """Return the new indicator that a line describes, or None for anything else.

    The line has a name, a unit of measure, 整数 or 小数, and 累加 or 最新, perhaps after 新增.
    """
    words = _words_of(text)
    if len(words) < _PARTS:
        return None
    *names, unit, kind, total = words
    if kind.lower() not in _KINDS or total.lower() not in _TOTALS or len(unit) > _UNIT_LENGTH:
        return None
    return IndicatorWords(" ".join(names), unit, _KINDS[kind.lower()], (), "", _TOTALS[total.lower()])


def _words_of(text: str) -> list[str]:
    """Return the words of a new indicator, without 新增 and separators."""
    return _RULES["between"].sub(" ", _RULES["adding"].sub("", text.strip()).rstrip("。.")).split()


def begins_indicator(text: str) -> bool:
    """Return whether the first words of a message say that an indicator is to be added, complete or not."""
    return _RULES["named"].match(text.strip()) is not None


def completed_indicator(text: str) -> str:
    """Return the complete line of a new indicator, or an empty string if its name or unit is missing.

    Unless the text says otherwise, the indicator has whole numbers that are summed up.
    """
    words = _words_of(text)
    kind = next((word for word in words if word.lower() in _KINDS), "整数")
    total = next((word for word in words if word.lower() in _TOTALS), "累加")
    own = [word for word in words if word.lower() not in _KINDS and word.lower() not in _TOTALS]
    return " ".join([*own, kind, total]) if len(own) > 1 else ""


def says_new_indicator(text: str) -> bool:
    """Return whether a message begins with 新增 and describes a new indicator."""
    return _RULES["adding"].match(text.strip()) is not None and new_indicator(text) is not None
