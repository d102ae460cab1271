"""In what shape something is to be exported, and how often by itself, by the words that say so."""

from enum import StrEnum

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table


class Wanted(StrEnum):
    """What is asked for."""

    EVIDENCE = "evidence"
    BRIEF = "brief"
    WORKBOOK = "workbook"
    PICTURE = "picture"
    DOCUMENT = "document"


class Often(StrEnum):
    """How often it is to be sent; `SOME`: regularly, it is not said how often."""

    WEEK = "week"
    MONTH = "month"
    SOME = "some"


_WORDS = table("exports")
_KINDS = {each: Pattern(any_of(_WORDS["kinds"][each].split())) for each in Wanted}
_OFTEN = {each: Pattern(any_of(_WORDS["often"][each])) for each in Often}
_DAY = Pattern(
    r"(?i)每个?(?:月|周|星期|礼拜)(?:的?第?[0-9一二三四五六七八九十]{1,3}[号日天]|[0-9一二三四五六日天])"
    r"|每个?(?:月|周|星期|季度)的?(?:最后一?个?(?:[天日]|工作日)|月底|底|末|月末)"
    r"|\b(?:on the )?\d{1,2}(?:st|nd|rd|th)(?: of (?:every|each|the) month)?"
    r"|\bevery (?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
"""The day of each month or week that a text names: 每月1号, 每周五."""
_TO_ONESELF = Pattern(r"(?i)[发给传寄]到?(?:给)?(?:我|自己|本人)|\b(?:me|myself)\b")
_SENT = Pattern(any_of(_WORDS["often"]["sent"]))


def export_wanted(text: str) -> Wanted | None:
    """What a text asks for; None where it does not say in what shape."""
    lowered = text.lower()
    return next((each for each, words in _KINDS.items() if words.search(lowered)), None)


def sent_how_often(text: str) -> Often | None:
    """How often a text wants something sent by itself; None where it asks for it once."""
    lowered = text.lower()
    if not _SENT.search(lowered):
        return None
    return next((each for each, words in _OFTEN.items() if words.search(lowered)), None)


def is_for_oneself(text: str) -> bool:
    """Whether a text wants something sent to whoever writes it: 每月发我一份."""
    return _TO_ONESELF.search(text) is not None


def day_named(text: str) -> str:
    """The day of each month or week on which a text wants something sent; empty for none."""
    found = _DAY.search(text)
    return found[0] if found else ""
