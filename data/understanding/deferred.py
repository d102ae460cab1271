"""What the office wants done only later: 1-2下个月再改到3月底, 等公安局报了再固定月报."""

from collections.abc import Collection
from functools import cache

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.normalise.sentence import Span
from data.understanding.polarity import clauses


def deferred(text: str, days: Collection[Span]) -> list[Span]:
    """Return the clauses of a lower-cased text whose act is to wait, for a day that is named before it (`days` are the
    places of days) or for something to happen."""
    found = []
    for start, end in clauses(text, spaces=False):
        then = _then_acts().search(text[start:end])
        if then is None:
            continue
        at = start + then.start()
        names_a_day = any(start <= day[0] and day[1] <= at for day in days)
        if names_a_day or _waits().search(text[:at]):
            found.append((_waiting_begins(text, start), end))
    return found


def _waiting_begins(text: str, start: int) -> int:
    """Where the words begin that say what is waited for: they may be a clause of their own."""
    before = [
        clause for clause in clauses(text, spaces=False) if clause[1] < start and _waits().search(text[slice(*clause)])
    ]
    return before[0][0] if before else start


@cache
def _then_acts() -> Pattern:
    words = table("polarity")
    acts = [word.replace("_", " ") for word in f"{words['acts']} {words['acts_besides']}".split()]
    return Pattern(rf"再(?:去|来|给)?(?:{any_of(acts, apart=False)})")


@cache
def _waits() -> Pattern:
    words = table("polarity")
    waits = any_of(words["waits_for"].split(), apart=False)
    return Pattern(rf"(?:^|[，,。；; \d])(?:先|还是|那就)?(?:等|待)\p{{Han}}|(?:{waits})$")
