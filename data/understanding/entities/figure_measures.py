"""What an amount can be of, by its counter and by the words after it."""

from data.patterns import Pattern
from data.understanding.entities.amounts import Amount, find_amounts, is_time, measures
from data.understanding.entities.figure_names import FIGURE_WORDS, LONGEST_GAP, VERY_FAR, Name
from data.understanding.lexicon import any_word
from data.understanding.words import IndicatorWords

_CASES = ("案件", "案子", "案")
_FAR = 8
_HANZI_WORDS = Pattern("[一-鿿、]+")
_LIMITS = ("以上", "以下", "以内")
_LINK_END = Pattern(f"(?:{any_word(FIGURE_WORDS['between'])})$")
_NO_END = tuple("0123456789%千万亿成")
_NO_NAME = ("数", "金")
_NO_PEOPLE = ("人次", "人民", "人员")
_OWN = {("人", "名"), ("户次", "家次"), ("户次", "户"), ("户次", "家"), ("批次", "批")}
_PEOPLE = ("犯罪嫌疑人", "嫌疑人", "嫌犯", "人")
_STOPS = "。;；"
_UNMISTAKABLE = ("户次", "人次")
_VALUE = "值"


def unit_of(amount: Amount, name: Name) -> IndicatorWords | None:
    """Return the indicator of `name` that the amount is measured in, or None."""
    return next((each for each in name.indicators if amount.counter in measures(each.unit)), None)


def is_part_of_more(amount: Amount, text: str) -> bool:
    """Return whether the number goes on, or is one of a time, a rate or a limit."""
    further = text[amount.end : amount.end + 2]
    if further in _LIMITS or _is_a_part(amount, text):
        return True
    decimals = further[:1] in (".", ",") and further[1:2].isdecimal()
    return decimals or is_time(amount.counter) or (not amount.counter and further[:1] in _NO_END)


def _is_a_part(amount: Amount, text: str) -> bool:
    """Return whether the number is of a part of what was done (抽检出了3批不合格, but not 抽了86批，不合格的9批)."""
    word = next((word for word in FIGURE_WORDS["not_behind"] if text.startswith(word, amount.end)), "")
    return bool(word) and not text.startswith("的", amount.end + len(word))


def is_of_what_follows(name: Name, text: str) -> bool:
    """Return whether a name has a number of its own after it, or goes on as another word."""
    further = next(iter(find_amounts(text[name.end : name.end + LONGEST_GAP].lstrip())), None)
    own = further and further.start == 0 and (further.counter or further.digits[0].isdecimal())
    return bool(own) or text.startswith(_NO_NAME, name.end)


def is_in_unit_of_name(amount: Amount, name: Name) -> bool:
    """Return whether an amount is counted in the unit of one of the name's indicators, or an equivalent one."""
    return any(amount.counter == each.unit or (each.unit, amount.counter) in _OWN for each in name.indicators)


def names_things(gap: str) -> bool:
    """Return whether the words between a name and an amount are things that it was done to."""
    while match := _LINK_END.search(gap):
        gap = gap[: match.start()]
    things = len(gap) <= _FAR and _HANZI_WORDS.fullmatch(gap)
    return bool(things) and not any(word in gap for word in FIGURE_WORDS["not_between"])


def is_unmistakable(amount: Amount, name: Name, text: str) -> bool:
    """Return whether an amount can be of no other indicator, whatever comes before it (培训办完了，共120人次)."""
    gap = text[name.end : amount.start]
    own = amount.counter in _UNMISTAKABLE and any(amount.counter == each.unit for each in name.indicators)
    return own and len(gap) <= VERY_FAR and not any(stop in gap for stop in (*_STOPS, *FIGURE_WORDS["not_far"]))


def end_with_counted(amount: Amount, name: Name, text: str) -> int:
    """Return where an amount ends together with what it counts: 抓获3名嫌疑人, 破了4起案子."""
    unit = name.indicators[0].unit
    if unit == "人":
        return end_of_people(amount, text)
    return end_of_cases(amount, text) if unit == "件" or name.spoken else amount.end


def end_of_people(amount: Amount, text: str) -> int:
    """Return where an amount of people ends together with the word for them."""
    word = next((word for word in _PEOPLE if text.startswith(word, amount.end)), "")
    return amount.end if text.startswith(_NO_PEOPLE, amount.end) else amount.end + len(word)


def end_of_cases(amount: Amount, text: str) -> int:
    """Return where an amount of cases ends together with the word for them."""
    word = next((word for word in _CASES if text.startswith(word, amount.end)), "")
    return amount.end if text.startswith(_VALUE, amount.end + len(word)) else amount.end + len(word)


def is_a_count_of_sums(amount: Amount, name: Name, indicator: IndicatorWords) -> bool:
    """Return whether a bare number before the name of a money indicator counts the sums (14 penalties)."""
    return indicator.unit == "万元" and name.latin and not (amount.counter or amount.scale)
