"""Which unit leads a task and which take part: 农业局牵头，市场局、商务局配合; 牵头改商务局."""

from collections.abc import Sequence

from data.understanding.meaning import Kind, Understanding, values_of
from data.understanding.orders import KindSaid, kinds_said

BEHIND = "led_by"
"""The words behind which the unit stands that is to lead."""


def lead_and_partners(meaning: Understanding) -> tuple[str, ...]:
    """Return the unit that is to lead, by the word of it that stands beside, and those that are to take part; empty
    where no unit is to lead. Of several before the word, or behind it, the last is meant: 从市场局改由商务局牵头."""
    lead, partners, start = list[str](), list[str](), 0
    words = _words(meaning.text)
    for number, word in enumerate(words):
        end = words[number + 1].start if number + 1 < len(words) else len(meaning.text)
        before = values_of(meaning, Kind.UNIT, start, word.start)
        behind = values_of(meaning, Kind.UNIT, word.end, end)
        first, second = (behind, before) if word.kind == BEHIND else (before, behind)
        taken = first or second
        (partners if word.kind == "partner" else lead).extend(taken)
        start = word.end if taken is before else end
    return (lead[-1], *(each for each in dict.fromkeys(partners) if each != lead[-1])) if lead else ()


def _words(text: str) -> Sequence[KindSaid]:
    """The words of parts in their order; of those at the same place the longest."""
    found = sorted(kinds_said("plan_changes.roles", text), key=lambda each: (each.start, -each.end))
    return [each for number, each in enumerate(found) if not number or each.start >= found[number - 1].end]
