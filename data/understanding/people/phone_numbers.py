"""Telephone numbers in texts."""

from data.patterns import Pattern
from data.understanding.lexicon import any_word, table
from data.understanding.normalise.sentence import blank_spans

_NUMBER = r"[+(]?\d[\d\-() 转]{4,22}\d"
_PHONE = Pattern(_NUMBER)
_WITH_ITS_WORD = Pattern(rf"(?i)(?:[\s，,的]*(?:{any_word(table('staffing')['by_phone'])})[\s:：是为]*)?{_NUMBER}")


def phone_alone(text: str) -> str:
    """Return the phone number, as written, if the text is nothing else; otherwise an empty string."""
    number = " ".join(text.split())
    digits = sum(char.isdigit() for char in number)
    return number if 5 <= digits <= 20 and not set(number) - set("0123456789+-() 转") else ""


def phone_within(text: str) -> str:
    """Return the only phone number in a sentence; an empty string if there is none or more than one."""
    found = [each[0] for each in _PHONE.finditer(text) if phone_alone(each[0])]
    return found[0] if len(found) == 1 else ""


def without_phone(text: str) -> str:
    """Return the text without any phone numbers in it, nor the words that announce them (，电话138…)."""
    return " ".join(_WITH_ITS_WORD.sub(" ", text).split())


def phones_blanked(text: str) -> str:
    """Return a text with its telephone numbers blanked and every other character in its place."""
    return blank_spans(text, _PHONE.spans(text), " ")
