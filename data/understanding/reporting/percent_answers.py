"""Percentages in answers to the question for one, in other words than a report uses: 八成多吧，写82."""

from data.patterns import Pattern
from data.understanding.entities.amounts import Amount, Exactness, find_amounts
from data.understanding.entities.percents import is_of_something_else
from data.understanding.lexicon import any_word, table
from data.understanding.meaning import Kind, Understanding, of_kind
from data.understanding.normalise.sentence import blank

_WORDS = table("percents")
_PUT_DOWN = Pattern(rf"(?:{any_word(_WORDS['put_down'], apart=False)})(?:个|成|上|到|it|the)? ?$")
_NUMBER_FIRST = Pattern(r"\s*(?P<number>[0-9]{1,3})\s*[,，。;；、\s]\s*[^\s0-9]")
_KEPT = (Kind.PERCENT, Kind.STATUS, Kind.TASK)
_NEAR, _LEAST, _ALL = 10, 10, 100
_PARTS_OF_ANOTHER = tuple("-/.×")
_OF_A_COUNT = "了"
_RATHER = ("应该是", "应是", "应为", "should be ")


def percent_answered(heard: Understanding) -> int | None:
    """Return the last number that an answer says to put down, or else its only bare number, or None.

    A bare number counts only if no percentage is stated. Numbers that count something, are aimed at, or are only
    approximate (三十几) do not count.
    """
    if any(of_kind(heard, Kind.NOT_YET)):
        return None
    text = blank(heard.text.lower(), [each for each in heard.readings if each.kind not in _KEPT], ",")
    numbers = [each for each in find_amounts(text) if _may_be_meant(each, text)]
    before = {each: text[max(0, each.start - _NEAR) : each.start] for each in numbers}
    put_down = [each for each in numbers if before[each].endswith(_RATHER) or _PUT_DOWN.search(before[each])]
    stated = [each.end for each in of_kind(heard, Kind.PERCENT)]
    if put_down and all(end <= put_down[-1].start for end in stated):
        return int(put_down[-1].value)
    found = {int(each.value) for each in numbers}
    return found.pop() if len(found) == 1 and not stated else None


def _may_be_meant(amount: Amount, text: str) -> bool:
    before, behind = text[max(0, amount.start - _NEAR) : amount.start], text[amount.end : amount.end + 1]
    counts = amount.counter or amount.scale or amount.is_one_hanzi or before.endswith(_OF_A_COUNT)
    joined = before.endswith(_PARTS_OF_ANOTHER) or behind in ("-", "/", "×", "几")
    exact = amount.exactness is not Exactness.RANGE and amount.value == int(amount.value)
    other = is_of_something_else(before) and not before.endswith(_RATHER)
    return exact and not (counts or joined or other) and _LEAST <= amount.value <= _ALL


def with_percent_sign(text: str) -> str | None:
    """Return a text that begins with a bare number up to 100 with a percent sign after that number, or None.

    More words must follow the number: 60，抽检了三批.
    """
    found = _NUMBER_FIRST.match(text)
    if found is None or int(found["number"]) > _ALL:
        return None
    return f"{found['number']}%{text[found.end('number') :]}"
