"""What says that something is urgent: 1-2受阻，急：没有经费; 这个很急."""

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Understanding
from data.understanding.normalise.sentence import blank

_WORDS = table("urgency")
_SIGN = r"[\s\x00【】（）()\[\]：:，,。.;；!！～~、]"
_CODE = r"\d{1,2}-\d{1,3}"
_URGENT, _AROUND = any_of(_WORDS["urgent"]), any_of(_WORDS["around"])
_APART = Pattern(rf"(?i)(?:^|{_SIGN}|{_CODE})\s*(?:{_AROUND})?(?:{_URGENT})(?:[的了啊呀]|事)?(?:{_SIGN}|$)")
_ONLY = Pattern(rf"(?i)(?:{_AROUND}|{_SIGN})*(?:{_URGENT})(?:{_AROUND}|{_SIGN})*")


def says_urgent(text: str) -> bool:
    """Whether a text says, set apart, that it is urgent: 急需经费 and 不急 do not."""
    return _APART.search(text) is not None


def only_says_urgent(meaning: Understanding) -> bool:
    """Whether a sentence says of a task that it names, or of none, that it is urgent, and nothing else."""
    named = [each for each in meaning.readings if each.kind is Kind.CODE]
    return _ONLY.fullmatch(blank(meaning.text, named, " ")) is not None
