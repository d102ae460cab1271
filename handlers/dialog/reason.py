"""Questions answered in one's own words, above all the one for a reason; whether words give a reason, and which orders
stand behind them."""

from collections.abc import Callable, Sequence, Set
from functools import partial
from typing import Any, TypeVar

from telegram import Update

from data.dialogs import Dialog
from data.errors import NoReason
from data.reporting.drafts import checked_reason
from data.understanding import Aim, Kind, Mood, Understanding, of_kind, says
from data.understanding.announcing.addressees import names_addressees
from data.understanding.announcing.nudge_words import nudges_asked
from data.understanding.dialog.words_edited import without_label
from data.understanding.lines_named import without_numbers
from data.understanding.matters import behind_another
from data.understanding.more_time import without_because
from data.understanding.normalise.sentence import clauses_of
from data.understanding.office.change_asked import change_asked, without_teller
from data.understanding.office.decisions import DecisionSubject, decision_said
from data.understanding.polarity import clauses_held_back, has_order_word, says_it_stays
from data.understanding.sureness import VERY_SURE
from handlers.dialog import texts
from handlers.dialog.declaration import Talk
from handlers.dialog.question import Question
from handlers.dialog.texts import NOT_HANDLED
from handlers.dialog.words import AGREED, COURTESIES, SAME, WITHOUT_REASON, is_courtesy, says_enough
from handlers.telegram import Context, hear
from handlers.telegram.which_unit import sentence_kept, this_sentence
from handlers.wording import NOTHING, Html, Wording, cut, html, in_both_languages, labels, plain_word, series

S = TypeVar("S")
SHORTEST_REASON = 3
NAMING = (Kind.CODE, Kind.NO_CODE, Kind.TIME)
NO_REASONS = (
    WITHOUT_REASON
    | AGREED
    | COURTESIES
    | SAME
    | in_both_languages(labels.ACCEPT, labels.RETURN, labels.NEXT_REVIEW, labels.RESUME, labels.RESTART, texts.GO_ON)
)
"""Words that are not a reason."""


def words_question(
    key: str,
    label: Wording,
    put: Wording | Callable[[Talk[S]], Html],
    checked: Callable[[str], str] = checked_reason,
    **details: Any,
) -> Question[S]:
    """Return a question for free text, which is kept as `checked` returns it."""
    return Question(key, label=label, put=put, read=lambda talk, text: {key: checked(text)}, free=True, **details)


def reason_question(put: Callable[[Talk[S]], Html], *buttons: Wording) -> Question[S]:
    """Return the question for a reason, worded by `put`. Courtesies, labels and `buttons` are refused."""
    read = partial(_read, NO_REASONS | in_both_languages(*buttons))
    return Question("reason", texts.REASON, put, read, free=True, make_refusal=lambda talk, text: NoReason(text))


def _read(no_reasons: frozenset[str], talk: Talk[Any], text: str) -> dict[str, str]:
    text = without_because(without_label(str(texts.REASON(talk.language)), text))
    if plain_word(text) in no_reasons or says_enough(text):
        raise NoReason(text.strip())
    return {"reason": checked_reason(text)}


def why_over_with_reason(context: Context, dialog: Dialog, why: Html) -> Html:
    """Return why a dialog is over, with the reason or the words written in it."""
    written = dialog.answers.get("reason") or dialog.answers.get("words", "")
    return texts.why_over(why, html(cut(written, 500)), context.language)


def says_why(context: Context, clause: str) -> bool:
    """Return whether a clause gives a reason: it names no task and no day, and tells something of any unit it names."""
    heard = hear(context, clause)
    if says_another_is_alike(heard, clause):
        return True
    naming = NAMING if heard.names(Kind.UNIT) else (*NAMING, Kind.TASK)
    surely = (each for each in heard.readings if len(each.values) == 1 or each.kind is not Kind.TASK)
    names = any(each.kind in naming and each.sureness >= VERY_SURE for each in surely)
    is_said = len(clause) >= SHORTEST_REASON and not is_courtesy(clause) and Mood.ASKS not in heard.moods
    why = without_teller(heard).lower()
    ordered = has_order_word(why) and not says(why, "plan_changes.waits", "plan_changes.change_named")
    return is_said and not names and bool(why) and not ordered and not says_it_stays(why)


def says_another_is_alike(heard: Understanding, clause: str) -> bool:
    """Return whether a clause says that another task, which it names, is alike (和1-8重复), and orders nothing."""
    names = heard.names(Kind.CODE) and says(heard, "plan_changes.same_as")
    return names and change_asked(clause, heard) is None and Mood.ASKS not in heard.moods


TO_OTHERS = (Aim.NUDGE, Aim.BROADCAST, Aim.INVITE)
LONGEST = 200


def words_and_orders(context: Context, words: str, codes: Sequence[str], units: Set[str]) -> tuple[str, list[str]]:
    """Split `words` behind a decision into its own words and the clauses that are separate orders. `codes` are the
    tasks that it is about; `units` are those it favours, if any: a clause that begins with another is an order. With
    words for another matter (另外公安局的…, 顺便跟赵科长说一声), what follows belongs to that as well."""
    parts: Sequence[str] = clauses_of(words)
    passes = next((at for at, each in enumerate(parts) if _is_another_matter(context, each)), len(parts))
    left = [each for at, each in enumerate(parts) if at >= passes or is_separate_order(context, each, codes, units)]
    if not left:
        return words, []
    return ("，" if context.language == "zh" else ", ").join(each for each in parts if each not in left), left


def _is_another_matter(context: Context, clause: str) -> bool:
    """Return whether a clause passes to another matter: a unit, or somebody to be told something."""
    told = behind_another(clause)
    if not told:
        return False
    heard = hear(context, told)
    return says(heard.text, "matters.tells_somebody") or any(not each.start for each in of_kind(heard, Kind.UNIT))


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
    return held or is_for_others(heard)


def is_for_others(heard: Understanding) -> bool:
    """Return whether a clause asks to nudge, tell or invite whom it names; 通知 may else be a paper (缺培训通知)."""
    asks = heard.aim in TO_OTHERS and has_order_word(heard.text.lower())
    return asks and (heard.names(Kind.UNIT) or names_addressees(heard) or bool(nudges_asked(heard.text)))


def leftovers_text(context: Context, left: Sequence[str]) -> Html:
    """Return a text that names the clauses left undone; empty if `left` is."""
    return NOT_HANDLED(context.language, words=cut(series(left, context.language), LONGEST)) if left else NOTHING


def reason_kept(update: Update, context: Context, on: DecisionSubject, reason: str) -> str:
    """Return what names this sentence in a button's data if reading it again after the press gives the same `reason`;
    empty if it gives none or another."""
    said_in = this_sentence(update)
    return said_in if reason and reason_said_in(context, on, said_in) == reason else ""


def reason_said_in(context: Context, on: DecisionSubject, *said_in: str) -> str:
    """Return the reason in the sentence that led to the question which one is meant; empty if none is kept."""
    said = sentence_kept(context, *said_in) if said_in else ""
    readings = (decision_said(on, hear(context, each)) for each in (said, without_numbers(said)))
    given = next((each for each in readings if each is not None), None)
    if given is None or given.favour:
        return ""
    return words_and_orders(context, given.words, given.codes, set())[0]
