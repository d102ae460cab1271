"""Asking for more time by /extend, from a card or in a sentence, also for several tasks at once (1-8推到1.20
1-9推到3.15)."""

from collections.abc import Sequence
from datetime import date

from telegram import Update

from data import dialogs
from data.errors import Refusal
from data.office import extensions
from data.office.extension_decision import own_waiting_extensions
from data.office.extensions import extendable_assignment
from data.office.plans import requests_left_behind
from data.plan.deadlines.day_answer import check_days
from data.plan.tasks import code_of_assignment
from data.reporting.drafts import checked_reason
from data.standing.assignments import Assignment, assignments
from data.understanding import Aim, Kind, Mood, Understanding, more_time, of_kind, says, values_of
from data.understanding.meaning import within
from data.understanding.orders import quoted
from data.understanding.polarity import clauses
from data.understanding.reporting.corrections import without_code
from handlers.dialog import acts_on
from handlers.dialog import begin as begin_dialog
from handlers.dialog.opening import offer_to_resume, parked_with_answers
from handlers.extensions.dialog import EXTENSION, answered_day
from handlers.extensions.letters import request_state
from handlers.extensions.texts import request as texts
from handlers.tasks.list import show_list
from handlers.tasks.own_tasks import named_own_assignments, only_own_assignment, own_assignments
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, For, Verb, answer, day_in, hear, pressed, text_of
from handlers.telegram.understanding import names_a_task
from handlers.telegram.which_unit import ask_which_unit, said_before_the_press
from handlers.wording import NOTHING, Html, Language, join, refusal, series


async def offer_next_request(update: Update, context: Context, dialog: dialogs.Dialog) -> None:
    """Offer another request that was begun and is parked."""
    waiting = [each for each in parked_with_answers(context) if each.kind == EXTENSION.kind]
    if waiting:
        await offer_to_resume(update, context, waiting[0])


async def extend_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Ask for more time as a sentence says: also once more for the task asked for last (再申请到1月15号), or for
    another in the same way (43-1也延一下，一样的); where a day is named, for the only task with one, or the only
    one for which that was offered last. Raises what `extend_task` raises."""
    code, asked = meaning.task, None
    once_more = says(meaning, "more_time.once_more") and not names_a_task(meaning)
    if once_more or says(meaning, "more_time.likewise"):
        asked = extensions.latest_extension(context.db, context.person.speaks_for, context.today, None)
    if once_more and asked is not None and not asked.assignment.finished:
        code = asked.code
    if code is None and meaning.names(Kind.TIME):
        of_one = not says(meaning, "report_corrections.of_all")
        code = (code_written_now(context) if of_one else None) or _offered_last(context) or _only_extendable(context)
    if code is None:
        await _ask_which_to_extend(update, context, meaning)
    elif asked is None or asked.code == code or not _for_the_same_reason(update, meaning):
        await extend_task(update, context, code, meaning.end, text_of(update))
    else:
        await extend_task(update, context, code, meaning.end or asked.proposed, reason=asked.reason)


def _asked_alike(context: Context, heard: Understanding) -> tuple[list[Assignment], date, str] | None:
    """Return the tasks that a sentence says to be as the one for which more time is being asked or was just asked for
    (3-5也是), with the day and the reason of that, or None."""
    found = [only_own_assignment(context, code) for code in values_of(heard, Kind.CODE)]
    mine, written = [each for each in found if each is not None], context.open_dialog
    if not mine or len(mine) < len(found) or not says(heard, "asked.only_likewise"):
        return None
    if written is not None:
        day, reason = answered_day(written), written.answers.get("reason")
        is_other = written.kind == EXTENSION.kind and all(each.id != written.subject_id for each in mine)
        return (mine, day, reason) if is_other and day and reason else None
    asked = extensions.latest_extension(context.db, context.person.speaks_for, context.today, None)
    just_asked = asked is not None and context.last_messages.offers(Verb.EXTENSION, "withdraw", asked.id)
    return (mine, asked.proposed, asked.reason) if asked is not None and just_asked else None


@acts_on(_asked_alike, for_=For.SPEAKERS, named=True)
async def extend_likewise(update: Update, context: Context, alike: tuple[list[Assignment], date, str]) -> None:
    """Ask for more time in the same way for other tasks; they wait while another request is being written. Raises
    whatever `extendable_assignment` raises for any of them."""
    mine, day, reason = alike
    for each in mine:
        extendable_assignment(context.db, context.person, each.id, context.today)
    now = mine[:1] if context.open_dialog is None else []
    for each in reversed(mine[len(now) :]):
        _park_request(update, context, each.id, day, "", reason)
    codes = series((each.code for each in mine[len(now) :]), context.language)
    told = texts.OTHERS_WAIT(context.language, codes=codes) if codes else NOTHING
    for each in now:
        await begin_request(update, context, each.id, day, "", told=told, reason=reason)
    if not now:
        await answer(update, context, told)


def code_written_now(context: Context) -> str | None:
    """Return the code of the task for which the person is asking for more time, or None."""
    written = context.open_dialog_of(EXTENSION.kind)
    return code_of_assignment(context.db, written.subject_id) if written is not None else None


def _offered_last(context: Context) -> str | None:
    """Return the code of the task for which the bot's last message offers to ask for more time, if it is only one."""
    offered = {int(each[0]) for each in context.last_messages.offers(Verb.EXTEND)}
    return code_of_assignment(context.db, offered.pop()) if len(offered) == 1 else None


async def _ask_which_to_extend(update: Update, context: Context, meaning: Understanding) -> None:
    """Ask for which task a sentence asks for more time, keeping the sentence; of all that fall due at a time (年底的
    全部延到1月15) only those are shown."""
    named = [each for each in of_kind(meaning, Kind.TIME) if each.values[-1] != str(meaning.end)]
    due = named[0].values if len(named) == 1 and says(meaning, "report_corrections.of_all") else ()
    first, last = map(date.fromisoformat, due) if due else (None, None)
    await show_list(update, context, Listing(Filter.EXTEND, first, last, said_in=update.update_id))


def _for_the_same_reason(update: Update, meaning: Understanding) -> bool:
    """Return whether more time is asked for as before (43-1也延一下，一样的), without a reason of its own."""
    own = more_time.reason_in(text_of(update))
    return says(meaning, "more_time.likewise") and (not own or says(own, "more_time.only_likewise"))


def note_if_in_time(context: Context, meaning: Understanding) -> Html:
    """Return that the day in a sentence is within the task's deadline; empty if it is not, if more time is asked for by
    name, or if the day is only told beside the request (能不能缓缓，这两天去外省了)."""
    asks = meaning.aim is Aim.EXTENSION and not says(meaning, "asked.more_time_by_name")
    mine = only_own_assignment(context, meaning.task) if asks and not _is_told_beside(meaning) else None
    return in_time_note(mine, meaning.end, context.language) if mine is not None else NOTHING


def _is_told_beside(meaning: Understanding) -> bool:
    """Return whether the day of a sentence stands beside its request for more time, as when somebody is away."""
    named = [each for each in of_kind(meaning, Kind.TIME) if each.values[-1] == str(meaning.end)]
    return any(more_time.is_told_beside_request(meaning.text, (each.start, each.end), before=True) for each in named)


def in_time_note(assignment: Assignment, day: date | None, language: Language) -> Html:
    """Return that a day is within a task's deadline; empty if it is not."""
    due = assignment.due
    if day is None or due is None or assignment.finished or not assignment.today <= day <= due:
        return NOTHING
    return texts.IN_TIME(language, code=assignment.code, day=day, due=due)


def _only_extendable(context: Context) -> str | None:
    """Return the code of the person's only open task that has a due day, or None."""
    mine = assignments(context.db, context.today, context.person.speaks_for)
    codes = {each.code for each in mine if each.due is not None and not each.finished}
    return codes.pop() if len(codes) == 1 else None


async def tell_request_state(update: Update, context: Context, meaning: Understanding) -> bool:
    """Tell a liaison who asks what more time was asked for, how that request stands, or why it was refused, on the
    named task or the newest; return whether they asked."""
    why, granted = says(meaning, "asked.why_refused"), says(meaning, "asked.more_time_granted", "asked.own_requests")
    asks = Mood.ASKS in meaning.moods or says(meaning, "asked.any_word")
    asks = asks and meaning.end is None and (granted or says(meaning, "asked.when_answered"))
    if not context.person.speaks_for or not (why or asks):
        return False
    asked = extensions.latest_extension(context.db, context.person.speaks_for, context.today, meaning.task)
    if not (why and asked is not None and asked.decision is extensions.Decision.REFUSED):
        own = own_waiting_extensions(context.db, context.person, context.today)
        if not asks or not (own or granted):
            return False
        if meaning.task is None and len(own) > 1:
            await answer(update, context, texts.listed(texts.SEVERAL_WAIT, own, context.language))
            return True
    left = requests_left_behind(context.db, context.person.speaks_for) if asked is None else []
    archived = (texts.LEFT_BEHIND(context.language, codes=left),) if left else None
    await answer(update, context, *(archived or request_state(asked, meaning.task, context.language)))
    return True


async def show_tasks_to_extend(update: Update, context: Context) -> None:
    """Handle /extend: list the tasks with a due day, to choose from."""
    await show_list(update, context, Listing(Filter.EXTEND))


async def extend_task(
    update: Update, context: Context, code: str, day: date | None = None, said: str = "", *, reason: str = ""
) -> None:
    """Ask for more time for the task with this code, until `day` if given, for `reason` or any reason in `said`.

    Raises UnknownTask if the person has no such task, and what `extendable_assignment` raises."""
    mine = named_own_assignments(context, code)
    if len(mine) > 1:
        await ask_which_unit(update, context, Verb.EXTEND, [(each.unit, (each.id,)) for each in mine])
        return
    await begin_request(update, context, mine[0].id, day, said, reason=reason)


async def extend_pressed(update: Update, context: Context) -> None:
    """Ask for more time for the pressed task, until the day in the button, or as the sentence before it says."""
    assignment_id, *rest = pressed(update)
    said = said_before_the_press(update, context)
    day = hear(context, said).end if said else day_in(rest[0]) if rest else None
    await begin_request(update, context, int(assignment_id), day, said)


async def begin_request(
    update: Update,
    context: Context,
    assignment_id: int,
    day: date | None,
    said: str,
    *,
    told: Html = NOTHING,
    reason: str = "",
) -> None:
    """Begin a request with what is known about it, below `told`."""
    answers, why = _what_is_known(context, assignment_id, day, said, reason)
    await begin_dialog(update, context, EXTENSION, assignment_id, answers=answers, first=join([told, why]))


def _park_request(
    update: Update, context: Context, assignment_id: int, day: date | None, said: str, reason: str = ""
) -> None:
    """Keep a request for later with what is known about it, unless one on the same task is kept."""
    db, whose = context.db, (context.person.id, EXTENSION.kind, assignment_id)
    answers, _ = _what_is_known(context, assignment_id, day, said, reason)
    if dialogs.find_unfinished(db, *whose) is None:
        dialogs.create_parked_dialog(db, *whose, update.update_id, context.now, answers)


def _what_is_known(
    context: Context, assignment_id: int, day: date | None, said: str, reason: str
) -> tuple[dict[str, str], Html]:
    """Return the answers known before a request is begun, and why some of what is said cannot be taken. Another day for
    the request that waits (1-9延期改到1月25) or was just withdrawn is asked for with the same reason."""
    assignment = extendable_assignment(context.db, context.person, assignment_id, context.today)
    answers, why = _answers_in(context, assignment, day, said)
    if not reason and "day" in answers:
        reason = _reason_before(context, assignment_id, said)
    return ({"reason": reason, **answers} if reason else answers), why


def _answers_in(context: Context, assignment: Assignment, day: date | None, said: str) -> tuple[dict[str, str], Html]:
    """Return the answers that a sentence already gives, and why some of it cannot be taken, unless that is a day told
    beside the request. One that only names a day (3月10号行不行) gives no reason."""
    answers, why = {}, NOTHING
    try:
        check_days(said, context.today, extensions.example_day(assignment))
        after = more_time.time_asked_for_after_a_feast(said, context.today)
        day = (after.day if after else day) or more_time.longer_by(
            said, max(assignment.due or assignment.today, assignment.today)
        )
        if day is not None:
            answers["day"] = str(extensions.check_day(assignment, day))
    except Refusal as mistake:
        why = NOTHING if _is_told_beside(hear(context, said)) else refusal(mistake, context.language)
    heard = hear(context, said)
    reason = more_time.reason_in(said, names_task=names_a_task(heard))
    only_a_day = says(hear(context, without_code(heard)), "asked.another_day")
    if reason and not (only_a_day or says(reason, "more_time.only_likewise")):
        answers["reason"] = checked_reason(reason)
    return answers, why


def _reason_before(context: Context, assignment_id: int, said: str) -> str:
    """Return the reason of the last request on an assignment if that waits or was just withdrawn, or if a text refers
    to it (原因同上次); else an empty string."""
    before = extensions.newest_request_on(context.db, assignment_id, context.today)
    if before is None:
        return ""
    withdrawn = before.withdrawn_at is not None and before.withdrawn_at >= context.just_now
    return before.reason if before.awaits_decision or withdrawn or says(said, "more_time.likewise") else ""


async def extend_several(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a request for each of several tasks that are named, saying why if one cannot be extended. Return whether
    there were several."""
    codes, asks = values_of(meaning, Kind.CODE), Mood.ASKS in meaning.moods
    if meaning.aim is not Aim.EXTENSION or asks or len(codes) <= 1:
        return False
    apart, alike = _said_of_each(meaning, context.today), (meaning.end, text_of(update))
    return await extend_each(update, context, [(code, *apart.get(code, alike)) for code in codes])


def _said_of_each(meaning: Understanding, today: date) -> dict[str, tuple[date | None, str]]:
    """Return the day of each code and what is said of it and not of the others, if each has a day behind it (1-8推到
    1.20 1-9推到3.15) or one is named again for it (都要晚点，1-8到1.20); else an empty dict.

    What stands behind the clause of the last day is said of all that give no reason of their own."""
    text, codes = meaning.text, list(of_kind(meaning, Kind.CODE))
    ends = [*(each.start for each in codes[1:]), len(text)]
    spans = {code.values[0]: (code.start, end) for code, end in zip(codes, ends, strict=True)}
    feasts = {code: more_time.time_asked_for_after_a_feast(text[slice(*each)], today) for code, each in spans.items()}
    days = {code: [*of_kind(within(meaning, *each), Kind.TIME)] for code, each in spans.items()}
    dated = [code for code in spans if feasts[code] or days[code]]
    if not dated or len(dated) < len(spans) == len(codes):
        return {}
    first, last = min(spans.values())[0], max(dated, key=lambda code: spans[code])
    day_ends = spans[last][0] + max(each.end for each in (feasts[last], *days[last]) if each)
    tail = quoted(text, next(stop for _, stop in clauses(text) if stop >= day_ends), len(text))
    said = dict[str, tuple[date | None, str]]()
    for code, span in spans.items():
        own, day = quoted(text, *span), days[code][-1].days[1] if days[code] else None
        said[code] = day, own if more_time.reason_in(own) else f"{quoted(text, 0, first)}，{own}，{tail}"
    return said


async def extend_each(update: Update, context: Context, asked: Sequence[tuple[str, date | None, str]]) -> bool:
    """Begin a request for each (code, day, text) in `asked`: the first is open, the others are parked. Return False
    unless each code is one task of the person's own."""
    mine = [(each, day, said) for code, day, said in asked for each in own_assignments(context, code)]
    if len(mine) != len(asked):
        return False
    early = [in_time_note(each, day, context.language) for each, day, _ in mine]
    told = [each for each in early if each]
    again = texts.ASK_AGAIN(context.language) if told else NOTHING
    wanted = list[tuple[Assignment, date | None, str]]()
    for (each, day, said), is_early in zip(mine, early, strict=True):
        if is_early:
            continue
        try:
            extendable_assignment(context.db, context.person, each.id, context.today)
            wanted.append((each, day, said))
        except Refusal as why:
            told.append(refusal(why, context.language))
    for each, day, said in reversed(wanted[1:]):
        _park_request(update, context, each.id, day, said)
    if codes := series((each.code for each, *_ in wanted[1:]), context.language):
        told.append(texts.OTHERS_WAIT(context.language, codes=codes))
    if wanted:
        first, day, said = wanted[0]
        await begin_request(update, context, first.id, day, said, told=join(told))
    else:
        await answer(update, context, join([*told, again]))
    return True
