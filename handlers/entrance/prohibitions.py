"""What a coordinator says is not to be done, or not yet; other orders in the sentence are carried out."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Update

from data.dialogs import Dialog
from data.people.directory import people_named
from data.understanding import Aim, Intent, Kind, Mood, Reading, Understanding, of_kind, says
from data.understanding.announcing.addressees import tells_what_they_said
from data.understanding.lexicon import table
from data.understanding.normalise.sentence import Span, is_within, spans
from data.understanding.office.change_asked import change_asked
from data.understanding.office.decisions import DecisionSubject, decision_said, refused_until_mended
from data.understanding.office.deferred_orders import deferred_clauses
from data.understanding.orders import longest_said
from data.understanding.polarity import calls_off, clauses, clauses_held_back, has_order_word, urges_nobody
from handlers.acts.called_off import show_what_was_done
from handlers.dialog import cancel_open
from handlers.entrance.texts import aims as texts
from handlers.extensions.answer_in_words import decides_requests, leaves_requests
from handlers.office.plan_in_words import codes_of_change
from handlers.office.review import show_waiting_on
from handlers.people.people_in_words import unit_moved
from handlers.plan.task_changes import SEVERAL, describe_tasks, leave_tasks_out
from handlers.settings.settings_in_words import begin_pause_for_now
from handlers.telegram import Context, answer, as_if_said, hear, text_of
from handlers.wording import join

NAMES = (Kind.CODE, Kind.UNIT)
STANDS = (Kind.STATUS, Kind.PERCENT)
"""Kinds of what tells how a task stands."""
JOINTS = tuple(table("recipients")["joints"])
AT_A_TIME = (Aim.NUDGE, Aim.BROADCAST, Aim.SNOOZE, Aim.SETTINGS)
"""Aims of what can be ordered for a later time."""


@dataclass(frozen=True, slots=True)
class Prohibition:
    """What is not to be done: its `words`, the `codes` in them, whether it `names` anything, the other orders in the
    sentence (`rest`, empty if none), and whether it is only to be done `later`."""

    words: str
    codes: tuple[str, ...]
    names: bool
    rest: str
    later: bool = False


def prohibition_in(context: Context, text: str, meaning: Understanding) -> Prohibition | None:
    """Return what a coordinator's sentence says is not to be done; None for questions and all other sentences."""
    reports = meaning.intent is Intent.REPORT and bool(context.person.speaks_for)
    if not context.person.is_coordinator or reports or Mood.ASKS in meaning.moods:
        return None
    if says(meaning, "reopening.not_closed", "returns.final"):
        return None
    days = spans(of_kind(meaning, Kind.TIME))
    later = [] if meaning.aim in AT_A_TIME else deferred_clauses(meaning.text.lower(), days)
    held_back = _places_held_back(context, meaning, later)
    if not held_back or unit_moved(context, meaning) is not None:
        return None
    if decides_requests(context, text) and all(
        leaves_requests(context, meaning.text[slice(*each)]) for each in held_back
    ):
        return None
    said = text if len(text) == len(meaning.text) else meaning.text
    named = [each for each in meaning.readings if is_within(each.start, held_back)]
    rest = _rest_to_do(context, said, meaning, held_back, named)
    if not rest and _tells_how_it_stands(meaning):
        return None
    words = "，".join(said[start:end].strip() for start, end in held_back)
    codes = tuple(dict.fromkeys(each.values[0] for each in named if each.kind is Kind.CODE))
    is_named = any(each.kind in NAMES for each in named) or bool(people_named(context.db, meaning.text))
    return Prohibition(words, codes, is_named, rest, bool(later))


def _places_held_back(context: Context, meaning: Understanding, later: Sequence[Span]) -> list[Span]:
    """Return the places of what is not to be done, or only `later`, with what follows it."""
    heard = meaning.text
    names = [(each.start, each.end) for each in meaning.readings if each.kind in NAMES]
    if names and (the_rest := longest_said("decisions.requests", heard, "rest")) is not None:
        names.append((the_rest.start, the_rest.end))
    held = list[Span]()
    if meaning.aim is not Aim.NUDGE:
        told = (hear(context, heard[slice(*each)]) for each in clauses(heard))  # 43-4别催了，他们打电话说报了
        leaves_alone = urges_nobody(heard.lower())
        apart = _tells_how_it_stands(meaning) or (leaves_alone and any(map(tells_what_they_said, told)))
        held = clauses_held_back(heard.lower(), names, of_a_notice=meaning.aim is Aim.BROADCAST, urged_apart=apart)
    held_back = [_with_what_follows(context, heard, each, names) for each in later or held]
    return [each for each in held_back if not _gives_a_reason(context, heard[slice(*each)])]


def _tells_how_it_stands(meaning: Understanding) -> bool:
    """Return whether nobody is to be urged because of how a task stands (43-4已经80%了，别催了)."""
    return urges_nobody(meaning.text.lower()) and meaning.names(*STANDS)


def _rest_to_do(
    context: Context, said: str, meaning: Understanding, held_back: Sequence[Span], named: Sequence[Reading]
) -> str:
    """Return the other orders in a sentence, without what is `held_back` and `named` there; empty if there are none."""
    heard = meaning.text
    held = [each for each in named if each.kind in NAMES]
    others = [each for each in meaning.readings if each.kind in NAMES and each not in named]
    again = [each for each in others if each.values in {one.values for one in held}]
    others = [each for each in others if each not in again] or others
    out = [*held_back, *(_place_in_list(heard, each) for each in again if each not in others)]
    rest = "".join(char for at, char in enumerate(said) if not any(start <= at <= end for start, end in out))
    codes = dict.fromkeys(each.values[0] for each in held if each.kind is Kind.CODE)
    if held and _decides_on_more(context, rest, held, others):
        left_out = "、".join(heard[each.start : each.end] for each in held)
        rest = f"{table('decisions')['requests']['except'][0]}{left_out}，{rest.strip()}"
    elif codes and not any(each.kind is Kind.CODE for each in others):
        rest = f"{'、'.join(codes)} {rest.strip()}"
    return rest.strip(" ，,。;；") if _orders(rest) or change_asked(rest, hear(context, rest)) else ""


def _place_in_list(text: str, name: Reading) -> Span:
    """Return the first and last place of a name in a list, with the sign that joins it to the others."""
    if text[name.end : name.end + 1] in JOINTS:
        return name.start, name.end
    return name.start - (text[: name.start].endswith(JOINTS)), name.end - 1


def _decides_on_more(context: Context, rest: str, held: Sequence[Reading], others: Sequence[Reading]) -> bool:
    """Return whether other orders in a sentence decide on what the names `held` are part of: the rest, all, or the
    tasks of a unit or units of a task among `others`."""
    apart = {each.kind for each in held} & {each.kind for each in others}
    if longest_said("decisions.requests", rest, *(["rest"] if apart else ["rest", "all"])):
        return True
    return bool(others) and not apart and decision_said(DecisionSubject.REPORT, hear(context, rest)) is not None


def _with_what_follows(context: Context, text: str, held: Span, names: Sequence[Span]) -> Span:
    """Return a clause with those behind it that neither name nor order anything, or only tell what somebody said: they
    are about the same."""
    start, end = held
    for clause in clauses(text):
        named, said = any(clause[0] <= name[0] < clause[1] for name in names), text[slice(*clause)]
        only_tells = not _orders(said) or tells_what_they_said(hear(context, said))
        if clause[0] == end + 1 and not named and only_tells:
            end = clause[1]
    return start, end


def _orders(words: str) -> bool:
    return has_order_word(words.lower()) or says(words, "report_for_unit.said")


def _gives_a_reason(context: Context, words: str) -> bool:
    """Return whether words return a report or refuse a request with the reason (3-5先不通过，要机制文件): they are an
    order, unless they say what is waited for (先不通过，等盖章)."""
    if (refused := refused_until_mended(words)) != words and decides_requests(context, refused):
        return True
    said = decision_said(DecisionSubject.REPORT, hear(context, words))
    reason = said.words if said is not None and said.names and not said.favour else ""
    return bool(reason) and not says(reason, "decisions.waits_for_something")


async def say_left_undone(update: Update, context: Context, held: Prohibition) -> tuple[Update, Understanding] | None:
    """Say that something is left undone. Return the other orders as if they had been said alone, or None if there are
    none.

    An open dialog about the same things is cancelled; a change of several tasks goes on without those that are
    named."""
    dialog = context.open_dialog
    rest = hear(context, held.rest) if held.rest else None
    if dialog is not None and held.codes and _is_only_narrowed(context, dialog, held, rest):
        first = texts.NOT_DONE(context.language, words=held.words)
        await leave_tasks_out(update, context, dialog, held.codes, first)
        return None
    if rest is not None:
        await answer(update, context, texts.NOT_DONE(context.language, words=held.words))
        return as_if_said(update, held.rest), rest
    if dialog is not None and _is_about(context, dialog, held):
        await cancel_open(update, context, dialog)
        return None
    unchanged = texts.NOTHING_SENT if (stops := calls_off(held.words.lower())) else texts.NOTHING_CHANGED
    code = next(iter(held.codes), "")
    is_of_the_last = bool(code) or stops or not held.names
    if not held.later and is_of_the_last and await show_what_was_done(update, context, held.words, code):
        return None
    if held.codes and await show_waiting_on(update, context, held.codes, unchanged(context.language)):
        return None
    if dialog is None and not held.codes and await begin_pause_for_now(update, context, hear(context, text_of(update))):
        return None
    nothing = texts.NOTHING_YET if held.later else unchanged
    said = join([nothing(context.language), describe_tasks(context, held.codes)])
    await answer(update, context, said)
    return None


def _is_only_narrowed(context: Context, dialog: Dialog, held: Prohibition, rest: Understanding | None) -> bool:
    """Return whether only some tasks are to be left out of an open change of several; the other orders must name none
    but its tasks, and no day."""
    about = set(codes_of_change(dialog, context)) if dialog.kind == SEVERAL.kind else set[str]()
    if not set(held.codes) < about:
        return False
    readings = rest.readings if rest else ()
    named = {value for each in readings if each.kind is Kind.CODE for value in each.values}
    return named <= about and not any(each.kind is Kind.TIME for each in readings)


def _is_about(context: Context, dialog: Dialog, held: Prohibition) -> bool:
    if not held.codes:
        return not held.names
    return set(codes_of_change(dialog, context)) == set(held.codes)
