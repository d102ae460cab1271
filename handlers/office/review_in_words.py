"""Verdicts that the office writes instead of pressing a button: 通过, 29-11通过, 公安局的都通过, 退回，缺总结."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from telegram import Update

from data.office.events import tells_day_of_event
from data.reporting.review_cards import card_shown_last, report_shown_last
from data.reporting.reviews import FullReport, reports_waiting, reviewable_report, waiting_for_review
from data.reporting.verdicts_undone import last_verdict
from data.standing.assignments import Assignment, assignments
from data.understanding import Kind, Mood, Understanding, find_order, of_kind, says
from data.understanding.lines_named import names_another_number, with_names_for_places, without_numbers
from data.understanding.normalise.sentence import normalise
from data.understanding.office.decisions import DecisionSubject, StatedDecision, decision_said, with_units_of_people
from data.understanding.reports import behind_its_task
from handlers.announcing.nudge import NUDGE
from handlers.announcing.nudge_parts import part_answers
from handlers.dialog import Talk, begin, reader
from handlers.dialog.reason import leftovers_text, reason_kept, words_and_orders
from handlers.office import keyboard as buttons
from handlers.office.recorded_acts import show_last_verdict
from handlers.office.review import (
    ACCEPT,
    RETURN,
    accept_report,
    begin_verdict,
    reports_in,
    return_begun,
    review_command,
    show_next_request,
    show_next_waiting,
    show_waiting_on,
)
from handlers.office.texts import review as texts
from handlers.telegram import Context, For, Verb, answer, hear, said_by, text_of
from handlers.wording import NOTHING, Html


def _names_a_report(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether the sentence is a verdict on reports that it names (29-11通过, 公安局的都通过, 第二个通过), or
    accepts after all the one that is being returned (算了，通过)."""
    heard = with_people_named(talk.context, heard)
    verdict = decision_said(DecisionSubject.REPORT, heard)
    if verdict is not None and not verdict.words and _is_of_the_one_returned(talk.context, heard.text, verdict):
        return True
    by_number = _verdict_by_number(talk.context, text, _waiting_if_numbered(talk.context, text))
    if by_number is not None and by_number.names:
        return True
    at_hand = decision_said(DecisionSubject.REPORT_AT_HAND, heard)
    if verdict is None and at_hand is not None:
        return at_hand.names and bool(_waiting_of(talk.context, at_hand))
    return verdict is not None and verdict.names


@reader(for_=For.COORDINATORS, names=_names_a_report, knows=lambda talk, text, heard: says(heard, "decisions.next_one"))
async def give_verdict(update: Update, context: Context, meaning: Understanding) -> bool:
    """Give the verdict that a sentence gives on waiting reports, ask which report is meant, or offer to take back the
    last verdict; return whether the sentence was about a verdict."""
    undone = find_order(meaning, "decisions.undone", "decisions.undone_as_wrong")
    hasty = find_order(meaning, "decisions.undone_as_hasty")
    if hasty is not None and last_verdict(context.db, context.now, hasty.code, hasty.unit) is not None:
        undone = undone or hasty
    if undone is not None:
        await show_last_verdict(update, context, undone.code, undone.unit)
        return True
    if tells_day_of_event(context.db, meaning.text, context.today):
        return False
    meaning = with_people_named(context, meaning)
    given = decision_said(DecisionSubject.REPORT, meaning)
    if given is None:
        if await _judge_by_number(update, context, said_by(update, meaning)):
            return True
        if says(meaning, "decisions.next_one") and await _show_next(update, context):
            return True
        given = _verdict_at_hand(update, context, meaning)
    if given is not None:
        await judge(update, context, given)
    return given is not None


async def _show_next(update: Update, context: Context) -> bool:
    """Show what waits behind the request or report shown last, or below what was just done; return whether anything of
    that was shown."""
    report, last = _shown_above(update, context), context.last_messages
    if request := last.shown(Verb.DECIDE, "grant") or last.shown(Verb.REVIEW, "asked"):
        await show_next_request(update, context, int(request))
    elif report is not None:
        await show_next_waiting(update, context, report.id)
    elif last.shown(Verb.ACT):
        await review_command(update, context)
    else:
        return False
    return True


def with_people_named(context: Context, heard: Understanding) -> Understanding:
    """Return a sentence in which who sent a waiting report names their unit (朱科长那份通过)."""
    return with_units_of_people(heard, {each.by: each.unit for each in reports_waiting(context.db)})


async def judge(update: Update, context: Context, given: StatedDecision) -> None:
    """Give a verdict that names waiting reports or is about the one at hand, or ask which report is meant."""
    meant = _waiting_of(context, given)
    words, left = words_and_orders(context, given.words, given.codes, {each.unit for each in meant if given.favour})
    if left:
        await answer(update, context, leftovers_text(context, left))
        given = replace(given, words=words)
    if not meant:
        await _say_none_waits(update, context, given)
        return
    others = tuple(each for each in given.codes if each not in {report.code for report in meant})
    first = _none_waits(replace(given, codes=others), context) if others else NOTHING
    at_hand = None if given.names else _meant_without_name(update, context, given)
    is_one, of_several = len(meant) == 1, given.is_of_several and (given.favour or given.words or not given.all)
    if at_hand is not None or (is_one and (given.names or given.words or not given.favour)):
        await _give(update, context, given, [at_hand or meant[0]], first)
    elif not is_one and of_several:
        await _give(update, context, given, meant, first)
    else:
        await _ask_which(update, context, given, meant)


async def _ask_which(update: Update, context: Context, given: StatedDecision, meant: Sequence[FullReport]) -> None:
    """Ask which report is meant; the button of each that may be returned keeps the reason given with the verdict."""
    put, way = (texts.WHICH_REPORT, "show") if given.favour else (texts.WHICH_TO_RETURN, "return")
    said_in = reason_kept(update, context, DecisionSubject.REPORT, given.words)
    keyboard = buttons.waiting_reports(meant, context.language, way, said_in)
    await answer(update, context, put(context.language), keyboard)


async def _judge_by_number(update: Update, context: Context, text: str) -> bool:
    """Give a verdict on reports that a sentence names by their places or by how many wait (前两个通过, 两个都通过), or
    say how many do if it names another number or a place beyond; return whether it did."""
    waiting = _waiting_if_numbered(context, text)
    given = _verdict_by_number(context, text, waiting)
    if given is None:
        return False
    if names_another_number(text, len(waiting)):
        told = texts.OTHER_NUMBER(context.language, count=len(waiting))
        await answer(update, context, told, buttons.waiting_reports(waiting, context.language))
        return True
    if given.names:
        await judge(update, context, given)
    return given.names


def _waiting_if_numbered(context: Context, text: str) -> Sequence[FullReport]:
    return waiting_for_review(context.db) if without_numbers(text) != text else ()


def _verdict_by_number(context: Context, text: str, waiting: Sequence[FullReport]) -> StatedDecision | None:
    """Return the verdict of a sentence in which the `waiting` reports that it names by their places have their codes;
    None if it gives none."""
    named = without_numbers(with_names_for_places(text, [each.code for each in waiting]))
    given = decision_said(DecisionSubject.REPORT, hear(context, named)) if waiting else None
    return given if given is not None and given.words in text else None


def _waiting_of(context: Context, given: StatedDecision) -> list[FullReport]:
    return [each for each in waiting_for_review(context.db) if given.is_of(each.code, each.unit)]


def _verdict_at_hand(update: Update, context: Context, meaning: Understanding) -> StatedDecision | None:
    """Return the verdict that a sentence gives without 通过 or 退回 on a report that it names or the one shown last
    (43-5这个不行，数字不全; 过了吧), or None if that neither waits nor can be completed. Mere agreement (没问题) is
    with the report in the message above; where it is asked which is to be returned, a sentence names it, with the
    reason (第一份，缺总结)."""
    given, shown = decision_said(DecisionSubject.REPORT_AT_HAND, meaning), context.last_messages
    code = next(of_kind(meaning, Kind.CODE), None)
    if given is None and shown.shown(Verb.REVIEW, "accept") and says(meaning, "decisions.agreed_to_it"):
        given = StatedDecision(favour=True)
    elif given is None and code is not None and len(shown.offers(Verb.REVIEW, "return")) > 1:
        words = normalise(said_by(update, meaning)).quote(code.end, len(meaning.text))
        asks = Mood.ASKS in meaning.moods
        given = None if asks else StatedDecision(favour=False, codes=code.values, words=behind_its_task(words))
    if given is None:
        return None
    meant = _waiting_of(context, given) if given.names else _meant_without_name(update, context, given)
    return given if meant or _that_stand(context, given) else None


def _meant_without_name(update: Update, context: Context, given: StatedDecision) -> FullReport | None:
    """Return the waiting report shown last, or the one that is to be accepted and not returned after all; None if
    another is to be accepted while a return of the one shown is begun and not sent, since that may mean either."""
    returned = context.open_dialog
    if returned is not None and _is_of_the_one_returned(context, text_of(update), given):
        return reviewable_report(context.db, returned.subject_id)
    shown = _shown_above(update, context)
    if shown is None or not given.favour:
        return shown
    return None if return_begun(context, shown) else shown


def _is_of_the_one_returned(context: Context, said: str, given: StatedDecision) -> bool:
    """Return whether a verdict without a name accepts the report that is being returned: no other was shown since, or
    it says that it is a second thought (算了，通过)."""
    returned = context.open_dialog
    if not given.favour or given.names or returned is None or returned.kind != RETURN.kind:
        return False
    if len(reports_in(returned)) > 1:
        return False
    return context.last_messages.shown(Verb.REVIEW) is None or says(said, "decisions.after_all")


def _shown_above(update: Update, context: Context) -> FullReport | None:
    """Return the waiting report of the task's card just shown, or the one shown last, or None if that was shown below
    the message, which then cannot mean it."""
    card = card_shown_last(context.db, context.person)
    is_below = update.message is not None and card is not None and card > update.message.message_id
    shown = context.last_messages
    match shown.offers(Verb.REVIEW, "show"):
        case [(number,)] if not (is_below or shown.offers_only(Verb.REVIEW, "show")):
            return reviewable_report(context.db, int(number))
    return None if is_below else report_shown_last(context.db, context.person)


async def _give(
    update: Update, context: Context, given: StatedDecision, reports: Sequence[FullReport], first: Html
) -> None:
    """Accept a report at once if it is the only one, the verdict has no words, and no reason to return it was written;
    otherwise show first what the units will read."""
    at_once = given.favour and not given.words and len(reports) == 1
    returned = return_begun(context, reports[0]) if at_once else None
    if at_once and not (returned and returned.answers.get("reason")):
        await accept_report(update, context, reports[0].id, first)
        return
    verdict, words = (ACCEPT, given.words) if given.favour else (RETURN, given.words or None)
    await begin_verdict(update, context, verdict, [each.id for each in reports], words, first)


async def _say_none_waits(update: Update, context: Context, given: StatedDecision) -> None:
    """Say that no named report waits, and show the last verdict or else the request that waits on the task; if none
    was named, show what waits. A report that needs no review cannot be returned; its unit is asked to complete it."""
    code, unit = next(iter(given.codes), ""), given.unit
    if not (code or unit):
        await review_command(update, context)
        return
    first, judged = _none_waits(given, context), last_verdict(context.db, context.now, code, unit)
    if judged is None and await show_waiting_on(update, context, given.codes, first):
        return
    stand = _that_stand(context, given) if judged is None else []
    if stand:
        first = texts.NEED_NO_REVIEW(context.language, code=[*dict.fromkeys(each.code for each in stand)])
        await begin(update, context, NUDGE, update.update_id, answers=part_answers(stand, given.words), first=first)
    else:
        await show_last_verdict(update, context, code, unit, first=first)


def _that_stand(context: Context, given: StatedDecision) -> list[Assignment]:
    """Return the assignments on a task named in a verdict with a reason whose last report counts without a review."""
    codes = given.codes if given.words and not given.favour else ()
    found = [each for code in codes for each in assignments(context.db, context.today, code=code)]
    return [each for each in found if given.is_of(each.code, each.unit or "") and each.last and not each.finished]


def _none_waits(given: StatedDecision, context: Context) -> Html:
    if given.codes:
        return texts.NONE_OF_TASK(context.language, code=given.codes)
    return texts.NONE_OF_UNIT(context.language, unit=given.units)
