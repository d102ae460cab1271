"""Answers to sentences in a private chat that draw on more than one room."""

from telegram import Update

from data.errors import NotYours, UnknownTask, needed
from data.people.arrivals import waiting_arrivals
from data.plan.tasks import task_id_of
from data.reporting import batches, drafts
from data.reporting.drafts import checked_note
from data.understanding import Aim, Intent, Kind, Mood, Understanding, of_kind, says
from data.understanding.announcing.addressees import asks_anything_of_them
from data.understanding.dialog.giving_up import hands_in_after_all
from data.understanding.dialog.turns import hands_in_at_last
from data.understanding.list_exceptions import unit_in
from data.understanding.reports import tells_of_a_task
from data.understanding.sureness import RATHER_SURE
from handlers.announcing.broadcast_orders import broadcast_in_words, speaks_to_somebody
from handlers.announcing.written_answer import put_open_question_again
from handlers.dialog import Place, resume
from handlers.dialog.opening import offer_to_resume, parked_just_now, parked_with_answers
from handlers.dialog.words import HEARD, NODDED, only_submits
from handlers.entrance.how_to import how_asked, how_of_a_question, tell_how
from handlers.entrance.late_answers import say_what_is_left_out
from handlers.entrance.private import PRIVATE_COMMANDS
from handlers.entrance.texts.aims import (
    CANNOT_ANSWER,
    COURTESIES_BACK,
    NODDED_BACK,
    NOT_KEPT,
    NOTHING_ASKED,
    WHEN_CLOSED,
)
from handlers.entrance.texts.help_topics import HOW_OF_THE_OFFICE
from handlers.notes.task_notes import ask_office_buttons, may_tell, say_for_the_office, tell_office_button
from handlers.office import invitations
from handlers.office.review import show_waiting_on
from handlers.people import directory, joining, languages
from handlers.reporting.drafts import is_superseded
from handlers.reporting.report import closed_assignment, resume_report_on
from handlers.reporting.task_choice import ask_task_to_report
from handlers.settings.settings_in_words import show_settings_in_words
from handlers.summary import summary
from handlers.tasks import by_unit, card
from handlers.tasks import list as task_list
from handlers.tasks.list_contents import assignments_in
from handlers.tasks.list_in_words import (
    asks_for_unreported,
    is_whole_plan_unasked,
    listing_asked_for,
    listing_by_contents,
    lists_meant,
    several_units_named,
    tasks_asked_about,
)
from handlers.tasks.own_tasks import all_own_assignments, only_own_assignment, own_assignments
from handlers.telegram import (
    Context,
    Does,
    Verb,
    answer,
    named_in_words,
    names_a_unit,
    said_by,
    tasks_meant,
    text_of,
    unknown_refusal,
    unknown_unit_refusal,
    with_aim,
)
from handlers.wording import plain_word, series

LONGEST_CALL = 16
"""Characters beyond which a sentence is no mere call for help."""
A_FEW = 4
"""The most tasks that are offered one by one if several may be meant; more are shown as a list."""
REPORTS = (drafts.REPORT_DIALOG, batches.BATCH_DIALOG)


def summary_or(does: Does) -> Does:
    """Return an answer: the summary if a sentence asks what is unreported or for a ranking, and else that of `does`."""

    async def answered(update: Update, context: Context, meaning: Understanding) -> None:
        summed_up = asks_for_unreported(meaning) or says(meaning, "asked.ranking")
        await (summary.show_summary_in_words if summed_up else does)(update, context, meaning)

    return answered


async def show_task(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the card of the named task, with a button that passes a question on to the office, and say that anything
    told about it was not kept. Without a task, show those in the state that is asked about (公安局那个受阻的怎么样了),
    or say what can be said. Raises UnknownTask, UnknownUnit, NotYours or NoteTooLong."""
    if not meaning.task and Mood.ASKS in meaning.moods and meaning.names(Kind.STATUS):
        await show_list(update, context, with_aim(context, meaning, Aim.TASKS))
        return
    if not meaning.task:
        await answer_unclear_sentence(update, context, meaning)
        return
    checked_note(text_of(update))
    with named_in_words(meaning):
        await card.show_card(update, context, meaning.task, beneath=ask_office_buttons(update, context, meaning))
    if tells_of_a_task(meaning) and own_assignments(context, meaning.task):
        told = NOT_KEPT if closed_assignment(context, meaning.task) is None else WHEN_CLOSED
        text = told(context.language, code=meaning.task)
        await answer(update, context, text, tell_office_button(update, context))


async def show_who_has_not_reported(update: Update, context: Context, meaning: Understanding) -> None:
    """Show what has not been reported on; of one task (1-2谁没报), its card, which tells how each of its units stands.
    Raises what `show_task` and `show_list` raise."""
    await (show_task if meaning.task else summary_or(show_list))(update, context, meaning)


async def show_list(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the list that a sentence asks for. If its words match no task, tell how the thing it asks about is done.
    Raises what `listing_asked_for` raises."""
    listing = listing_asked_for(context, meaning)
    how = how_of_a_question(context, meaning) if listing.words else None
    if how and not assignments_in(context, listing, context.person.may_see):
        await tell_how(update, context, how)
    elif context.person.sees_everything and not meaning.own and is_whole_plan_unasked(meaning, listing):
        await answer_unclear_sentence(update, context, meaning)
    else:
        await by_unit.show_listing(update, context, meaning, listing)


async def answer_courtesy(update: Update, context: Context, meaning: Understanding) -> None:
    """Answer a courtesy."""
    only_nods = plain_word(said_by(update, meaning)) in HEARD | NODDED
    await answer(update, context, (NODDED_BACK if only_nods else COURTESIES_BACK[meaning.aim])(context.language))


async def say_nothing_is_asked(update: Update, context: Context, meaning: Understanding) -> None:
    """Resume what was offered just above, or the only thing that waits if it is to be handed in (好了交吧); otherwise
    put the question of a notice again, or say that nothing waits for consent, and show the office what waits for its
    decision, others what is parked."""
    waiting = [each for each in parked_with_answers(context) if not is_superseded(context, each)]
    offered = next((each for each in waiting if context.last_messages.offers(Verb.DIALOG, each.id)), None)
    if offered is None and len(waiting) == 1 and (hands_in_after_all(meaning.text) or hands_in_at_last(meaning.text)):
        offered = waiting[0]
    if offered is not None:
        await say_what_is_left_out(update, context)
        await resume(update, context, offered, Place.BELOW)
        return
    if await put_open_question_again(update, context):
        return
    if context.person.is_coordinator and await _show_what_waits_for_the_office(update, context):
        return
    await answer(update, context, NOTHING_ASKED(context.language), tell_office_button(update, context))
    if waiting:
        await offer_to_resume(update, context, waiting[0])


async def _show_what_waits_for_the_office(update: Update, context: Context) -> bool:
    """Show a coordinator the first report or request that waits, or else who waits to be let in; return whether any
    does."""
    if await show_waiting_on(update, context):
        return True
    newcomers = waiting_arrivals(context.db)
    if newcomers:
        await joining.show_waiting_newcomers(update, context, newcomers)
    return bool(newcomers)


async def answer_call_for_help(update: Update, context: Context, meaning: Understanding) -> None:
    """Answer a call for help: with how the one thing asked about is done, a task's card, the most urgent tasks, the
    advice to ask the office, or what the person can do."""
    if how := how_asked(context, meaning):
        await tell_how(update, context, how)
    elif meaning.task:
        await show_task(update, context, meaning)
    elif says(meaning, "asked.most_urgent"):
        await task_list.show_my_tasks(update, context)
    elif context.person.speaks_for and _is_of_something_else(meaning):
        await answer(update, context, CANNOT_ANSWER(context.language), tell_office_button(update, context))
    else:
        await joining.show_help(update, context)


def _is_of_something_else(meaning: Understanding) -> bool:
    """Return whether a call for help is really a question about something unknown, or about what a word means."""
    if says(meaning, "asked.what_it_means"):
        return True
    asks = Mood.ASKS in meaning.moods or meaning.confidence < RATHER_SURE or len(meaning.text) > LONGEST_CALL
    return asks and not says(meaning, "asked.how_to_use")


async def resume_work(update: Update, context: Context, meaning: Understanding) -> None:
    """Resume the report on the named task, or else the open one, a parked one or whatever is parked; if there is none,
    begin one. Raises NotYours or TaskClosed."""
    mine = only_own_assignment(context, meaning.task, meaning.unit)
    if mine is not None:
        await resume_report_on(update, context, mine)
        return
    current = context.open_dialog
    waiting = parked_with_answers(context) or [*filter(None, [parked_just_now(context)])]
    begun = [*([current] if current else []), *waiting]
    dialog = next((each for each in begun if each.kind in REPORTS), next(iter(waiting), current))
    if dialog is not None:
        await resume(update, context, dialog, Place.BELOW)
    else:
        await PRIVATE_COMMANDS["update"](update, context)


async def answer_unclear_sentence(update: Update, context: Context, meaning: Understanding) -> None:
    """Answer a sentence that is not understood: show the list that it describes, or say what can be said.
    Raises UnknownTask, UnknownUnit or CannotFilter for what the plan does not have."""
    if asks_for_unreported(meaning):
        await by_unit.show_list_in_words(update, context, meaning)
        return
    if context.person.is_coordinator and asks_anything_of_them(meaning):
        await broadcast_in_words(update, context, meaning)
        return
    if missing := unknown_refusal(context, meaning):
        raise missing
    strange = next((unknown_unit_refusal(context, meaning, each) for each in of_kind(meaning, Kind.STRANGER)), None)
    if strange is not None and strange.near:
        raise strange
    if listing := listing_by_contents(context, meaning):
        if strange is not None:
            raise strange
        await by_unit.show_listing(update, context, meaning, listing)
        return
    if how := how_of_a_question(context, meaning):
        await tell_how(update, context, how)
    elif only_submits(text_of(update)):
        await say_nothing_is_asked(update, context, meaning)
    elif says(meaning, "asked.most_urgent", "asked.how_to_use"):
        await answer_call_for_help(update, context, meaning)
    elif may_tell(context) and not context.person.is_coordinator and speaks_to_somebody(context, meaning):
        await say_for_the_office(update, context)
    else:
        await joining.say_not_understood(update, context)


async def ask_which_is_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """Ask which of several tasks or units is meant, or show a list of many; who sees everything is shown units that are
    named together side by side. Raises UnknownTask, NotYours or UnknownUnit if none may be seen."""
    told = meaning.aim.intent is Intent.REPORT and Mood.ASKS not in meaning.moods
    if told and context.person.speaks_for:
        await _ask_which_of_own(update, context, meaning)
        return
    found = tasks_meant(context, meaning.candidates, context.person.may_see)
    if len(found) > A_FEW and (listing := listing_by_contents(context, meaning)):
        await by_unit.show_listing(update, context, meaning, listing)
    elif named := tasks_asked_about(context, meaning, context.person.may_see):
        await task_list.tell_how_they_stand(update, context, named)
    elif found:
        await task_list.ask_which_task(update, context, found)
    elif not names_a_unit(meaning) or any(task_id_of(context.db, each) is not None for each in meaning.candidates):
        with named_in_words(meaning):
            raise UnknownTask(series(meaning.candidates, context.language))
    elif context.person.sees_everything and several_units_named(meaning):
        await by_unit.show_list_in_words(update, context, meaning)
    else:
        await task_list.ask_which_list(update, context, lists_meant(context, meaning))


async def _ask_which_of_own(update: Update, context: Context, meaning: Understanding) -> None:
    """Ask which of several tasks a report is about, or if these are others', which of the own ones of their items; its
    text is kept for the one that is pressed."""
    mine = [each for each in all_own_assignments(context) if not each.finished]
    fitting = [each for code in meaning.candidates for each in mine if each.code == code]
    items = {code.rpartition("-")[0] for code in meaning.candidates}
    fitting = needed(fitting or [each for each in mine if each.code.rpartition("-")[0] in items], NotYours)
    await ask_task_to_report(update, context, text_of(update), fitting)


async def answer_about_settings(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the settings, those of the language if named, or what can be said to a coordinator who names none."""
    if languages.names_one(meaning.text):
        await languages.answer_about_language(update, context)
        return
    speaks_of_one = not context.person.is_coordinator or says(meaning, "settings.spoken_of")
    await (show_settings_in_words if speaks_of_one else answer_unclear_sentence)(update, context, meaning)


async def answer_about_deputy(update: Update, context: Context, meaning: Understanding) -> None:
    """Show the deputies of the user's own unit. If a coordinator names a unit, tell who its deputy is or invite one."""
    if not (context.person.is_coordinator and unit_in(meaning)):
        context.args = [meaning.unit] if meaning.unit else []
        await PRIVATE_COMMANDS["deputy"](update, context)
    elif Mood.ASKS in meaning.moods:
        await directory.show_people_in_words(update, context, meaning)
    else:
        await invitations.invite_in_words(update, context, meaning)


async def answer_about_invitation(update: Update, context: Context, meaning: Understanding) -> None:
    """Make an invitation link. If a coordinator asks whether there is one, show the unit's people and invitations; if
    nobody is named, and it asks or is about links (链接多久有效, 重新生成链接), tell how inviting is done."""
    office, names = context.person.is_coordinator, meaning.names(Kind.UNIT)
    if office and says(meaning, "asked.whether_done"):
        await directory.show_people_in_words(update, context, meaning)
    elif office and not names and Mood.ASKS in meaning.moods:
        await tell_how(update, context, HOW_OF_THE_OFFICE["invite"])
    elif office and not names and not says(meaning, "staffing.inviting"):
        how = how_asked(context, meaning)
        await (tell_how(update, context, how) if how else answer_unclear_sentence(update, context, meaning))
    else:
        await invitations.invite_in_words(update, context, meaning)
