"""More time asked for below what was shown last: another day for a request (改成4月15号), a task chosen from the list,
or a day for the task whose card is shown."""

from datetime import date

from telegram import Update

from data.office import extensions
from data.office.extension_decision import may_withdraw_extension
from data.understanding import Aim, Kind, Mood, Understanding, more_time, of_kind, says
from data.understanding.dialog.words_edited import Edit, edit_of, without_label
from data.understanding.lines_named import place_alone
from data.understanding.meaning import within
from data.understanding.normalise.sentence import blank
from data.understanding.orders import quoted
from data.understanding.polarity import clauses
from data.understanding.reporting.corrections import without_code
from handlers.dialog import begin as begin_dialog
from handlers.extensions.dialog import EXTENSION
from handlers.extensions.request import extend_task
from handlers.tasks.list import show_list
from handlers.tasks.list_contents import assignments_in
from handlers.tasks.list_in_words import LISTED, filters_of
from handlers.tasks.own_tasks import assignment_shown_last
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, Verb, hear, text_of
from handlers.telegram.callbacks import SAID_IN
from handlers.telegram.which_unit import sentence_kept

REASON, AROUND = "reason", " ,，;；。"


async def show_request_with_other_day(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the request just made or seen with another day (改成4月15号, 再推两周) and the same reason, or with another
    reason (原因写错了，应该是等数据; 理由是省厅排队) and the same day; return whether the person only gave one."""
    reason = edit_of(REASON, text_of(update)) or _reason_called_so(text_of(update))
    if meaning.names(Kind.CODE) or not (reason or _names_other_day(meaning)):
        return False
    asked = _request_at_hand(context, meaning)
    if reason is None and (asked is None or not asked.awaits_decision):
        return await _ask_anew(update, context, meaning)
    if asked is None:
        return False
    if reason is None:
        return await _show_again(update, context, asked, _day_instead(meaning, asked), asked.reason)
    why = f"{asked.reason}\n{reason.words}" if reason.more else reason.words
    return await _show_again(update, context, asked, asked.proposed, why)


async def show_request_with_day_told_of(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the request just made or seen with another day for which a sentence tells why the one asked for will not do
    (12月5号又不行了，改1月); return whether it does so."""
    start = [*clauses(meaning.text)][-1][0]
    told, last = within(meaning, 0, start), within(meaning, start, len(meaning.text))
    why = without_code(told).strip(AROUND)
    if not why or _names_other_day(meaning) or edit_of(REASON, text_of(update)) or not says(last, "asked.another_day"):
        return False
    asked = _request_at_hand(context, meaning)
    if asked is None or str(asked.proposed) not in {each.values[-1] for each in of_kind(told, Kind.TIME)}:
        return False
    return await _show_again(update, context, asked, _day_instead(last, asked), why)


def _reason_called_so(text: str) -> Edit | None:
    words = without_label(REASON, text)
    return Edit(more=False, words=words) if words != text else None


def _names_other_day(meaning: Understanding) -> bool:
    return says(meaning, "asked.another_day", "more_time.only_later")


def _request_at_hand(context: Context, meaning: Understanding) -> extensions.Extension | None:
    """Return the person's newest request, on the named task if any, if it was just made or is shown and can still be
    changed, or None."""
    db, speaks_for = context.db, context.person.speaks_for
    asked = extensions.latest_extension(db, speaks_for, context.today, meaning.task) if speaks_for else None
    if asked is None or not may_withdraw_extension(db, context.person, asked):
        return None
    is_new = asked.at >= context.just_now and asked.id == extensions.extension_just_asked(db, context.person.id)
    return asked if is_new or context.last_messages.offers(Verb.EXTENSION, "withdraw", asked.id) else None


async def _show_again(
    update: Update, context: Context, asked: extensions.Extension, day: date | None, reason: str
) -> bool:
    """Show a request for more time with this day and reason; return False if there is no day."""
    if day is None:
        return False
    answers = {REASON: reason, "day": str(extensions.check_day(asked.assignment, day))}
    await begin_dialog(update, context, EXTENSION, asked.assignment.id, answers=answers)
    return True


async def _ask_anew(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin another request for the task of the newest one if a text gives a request, called so, another day when that
    one is decided (延期申请日期改为3月底); return whether it did."""
    units, called_so = context.person.speaks_for, says(meaning, "more_time.of_a_request")
    decided = extensions.latest_extension(context.db, units, context.today, None) if units and called_so else None
    day = _other_day(meaning, decided.assignment.due) if decided is not None else None
    if decided is None or decided.decision is None or decided.assignment.finished or day is None:
        return False
    await extend_task(update, context, decided.code, day, text_of(update))
    return True


def _day_instead(meaning: Understanding, asked: extensions.Extension) -> date | None:
    return _other_day(meaning, asked.proposed) if asked.awaits_decision else None


def _other_day(meaning: Understanding, proposed: date | None) -> date | None:
    """Return the day that a sentence only names in place of the one `proposed`, or how much later, or None."""
    days = list(of_kind(meaning, Kind.TIME))
    if days:
        return days[-1].days[1] if says(meaning, "asked.another_day") else None
    only_later = proposed is not None and says(meaning, "more_time.only_later")
    return more_time.put_off_or_forward(meaning.text, proposed) if proposed and only_later else None


def _only_until(clause: Understanding, due: date | None) -> date | None:
    """Return the day after the one `due` if a clause says no more than that it is until then (到明年6月), or None."""
    spans = [each for each in of_kind(clause, Kind.TIME) if not blank(clause.text, [each], " ").strip()]
    first, last = spans[0].days if spans else (None, None)
    return last if first and last and due and first <= due < last else None


async def extend_task_chosen(update: Update, context: Context, meaning: Understanding) -> bool:
    """Ask for more time for the task that answers the list of those to choose from, by nothing but its code, its place
    or words that it has (那个种子的), or show those that have the words; return whether the message answers it."""
    last, units = context.last_messages, context.person.speaks_for
    asked = last.shown(Verb.EXTEND) if units else None
    if asked is None or last.shown(Verb.REPORT) is not None or last.shown(Verb.CARD) is not None:
        return False
    of_whom, codes = asked.partition(SAID_IN)[2], [*of_kind(meaning, Kind.CODE)]
    ids = [int(each[0]) for each in last.offers(Verb.EXTEND)]
    place = place_alone(meaning.text, len(ids))
    words = _only_words_of_a_task(meaning) if place is None else ()
    listing = Listing(Filter.EXTEND, words=words, said_in=int(of_whom) if of_whom else None)
    if meaning.task and (words or not blank(meaning.text, codes, " ").strip()):
        chosen = [meaning.task]
    else:
        of_it = assignments_in(context, listing, units) if words or place is not None else []
        chosen = [each.code for each in of_it if place is None or each.id == ids[place]]
    if len({*chosen}) > 1:
        await show_list(update, context, listing)
    elif chosen:
        said = sentence_kept(context, *asked.split(":"))
        await extend_task(update, context, chosen[0], hear(context, said).end if said else None, said)
    return bool(chosen)


def _only_words_of_a_task(meaning: Understanding) -> tuple[str, ...]:
    """Return the words of a message that may name a task and says nothing else; empty for any other."""
    sought = filters_of(meaning)
    asks = Mood.ASKS in meaning.moods or says(meaning, "asked.for_tasks") or sought.conditional or sought.which
    names_more = any(each.kind is not Kind.TASK for each in meaning.readings)
    return sought.words if meaning.intent in LISTED and not (asks or names_more) else ()


async def extend_task_shown(update: Update, context: Context, meaning: Understanding) -> bool:
    """Ask for more time for the task whose card stands right above the day that is named (改到6月底，省里计划没下;
    到明年6月，人手不够; 3月中旬行吗？鉴定没出); return whether it did."""
    if not context.person.speaks_for:
        return False
    last, shown, codes = context.last_messages, assignment_shown_last(context), [*of_kind(meaning, Kind.CODE)]
    below_card = shown is not None and last.offers(Verb.EXTEND, shown.id) and not last.offers(Verb.NOTICE)
    asks, end = meaning.text.replace("？", "?").find("?"), next(clauses(meaning.text))[1]
    why = quoted(meaning.text, asks + 1, len(meaning.text)).strip(AROUND) if 0 < asks < end else ""
    if shown is None or not below_card or codes or (meaning.aim is Aim.EXTENSION and not why):
        return False
    first = within(meaning, 0, asks if why else end)
    day = None if says(first, "asked.reminded_on", "asked.reminder") else _other_day(first, None)
    day = day or _only_until(first, max(shown.due, context.today) if shown.due else None)
    if day is None:
        return False
    await extend_task(update, context, shown.code, day, "" if why else text_of(update), reason=why)
    return True
