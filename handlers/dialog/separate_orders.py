"""Orders behind the words of a decision, which are none of its own words; the answer names them."""

from collections.abc import Sequence, Set

from data.understanding import Aim, Kind
from data.understanding.normalise.sentence import CLAUSE
from data.understanding.polarity import clauses_held_back, has_order_word
from handlers.dialog.texts import NOT_HANDLED
from handlers.telegram import Context, Html, cut, hear, series

TO_OTHERS = (Aim.NUDGE, Aim.BROADCAST, Aim.INVITE)
LONGEST = 200


def words_and_orders(context: Context, words: str, codes: Sequence[str], units: Set[str]) -> tuple[str, list[str]]:
    """Split `words` behind a decision into its own words and the clauses that are separate orders. `codes` are the
    tasks that it is about; `units` are those it favours, if any: a clause that begins with another is an order."""
    parts = [each[0].strip() for each in CLAUSE.finditer(words) if each[0].strip()]
    left = [each for each in parts if is_separate_order(context, each, codes, units)]
    if not left:
        return words, []
    return ("，" if context.language == "zh" else ", ").join(each for each in parts if each not in left), left


def is_separate_order(context: Context, words: str, codes: Sequence[str], units: Set[str]) -> bool:
    """Return whether a clause behind a decision on the tasks with `codes` is a separate order: it begins with another
    task, or with another unit than the `units` favoured, if any; says that something named is not to be done; or asks
    to nudge, tell or invite others."""
    heard = hear(context, words)
    first = min(heard.readings, key=lambda each: each.start, default=None)
    begins = first if first is not None and not first.start else None
    if begins is not None and begins.kind is Kind.CODE and begins.values[0] not in codes:
        return True
    if begins is not None and begins.kind is Kind.UNIT and units and not units & set(begins.values):
        return True
    names = [(each.start, each.end) for each in heard.readings if each.kind in (Kind.CODE, Kind.UNIT)]
    held = bool(names) and bool(clauses_held_back(heard.text.lower(), names))
    return held or (heard.aim in TO_OTHERS and has_order_word(words.lower()))


def leftovers_text(context: Context, left: Sequence[str]) -> Html:
    """Return a text that names the clauses left undone; empty if `left` is."""
    return NOT_HANDLED(context.language, words=cut(series(left, context.language), LONGEST)) if left else Html("")
