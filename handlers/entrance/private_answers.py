"""What sentences are answered with in a private chat, where it is more than one room that answers."""

from telegram import Update

from data.dialogs import find_open
from data.errors import NotYours, UnknownTask
from data.plan.tasks import task_id_of
from data.reporting import batches, drafts
from data.reporting.drafts import checked_note
from data.understanding import Intent, Kind, Mood, Understanding, of_kind, says
from data.understanding.list_exceptions import unit_in
from data.understanding.orders import longest_said
from data.understanding.reports import tells_of_a_task
from handlers.dialog import Place, resume
from handlers.dialog.opening import begun_and_parked, offer, put_aside_last
from handlers.dialog.words import HEARD, NODDED, hands_in
from handlers.entrance.private import PRIVATE_COMMANDS
from handlers.entrance.texts.aims import CANNOT_ANSWER, HOW_TODAY, NODDED_BACK, NOT_KEPT, NOTHING_ASKED
from handlers.entrance.texts.help_topics import HOW, HOW_OF_THE_OFFICE
from handlers.notes.task_notes import way_to_tell
from handlers.office import invitations
from handlers.people import directory, joining
from handlers.reporting.task_choice import choose_task
from handlers.summary import summary
from handlers.tasks import by_unit, card
from handlers.tasks import list as task_list
from handlers.tasks.list_contents import listed
from handlers.tasks.list_in_words import listing_meant, listing_sought, lists_meant, units_together, unreported_meant
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import answer, plain_word
from handlers.telegram.context import Context, Does
from handlers.telegram.understanding import (
    named_in_words,
    names_a_unit,
    said_by,
    tasks_meant,
    text_of,
    unheard_of,
    unknown_unit,
)
from handlers.telegram.wording import Wording, series

LONGEST_CALL, LONGEST_QUESTION = 16, 50
"""No longer sentence only calls for help, nor is taken for a question about one thing."""
SURE_OF_HELP = 0.6
"""Who less surely asks for all that can be done asks about something that is not known."""
A_FEW = 4
"""How many tasks that may be meant are asked about; more are a list."""
REPORTS = (drafts.KIND, batches.KIND)


def command(name: str) -> Does:
    """The answer of a command, with the unit that a sentence names behind it."""

    async def answered(update: Update, context: Context, meaning: Understanding) -> None:
        context.args = [meaning.unit] if meaning.unit else []
        await PRIVATE_COMMANDS[name](update, context)

    return answered


def unless_summed_up(does: Does) -> Does:
    """What a sentence is answered with, unless it asks for what nobody has reported on or who is first or last."""

    async def answered(update: Update, context: Context, meaning: Understanding) -> None:
        summed_up = unreported_meant(meaning) or says(meaning, "asked.ranking")
        await (summary.show_meant if summed_up else does)(update, context, meaning)

    return answered


async def show_task(update: Update, context: Context, meaning: Understanding) -> None:
    """The card of a task, and that what is told of one's own was not kept; without one, what can be said. Raises
    UnknownTask or NotYours."""
    if not meaning.task:
        await not_understood(update, context, meaning)
        return
    checked_note(text_of(update))
    with named_in_words(meaning):
        await card.show_card(update, context, meaning.task)
    if tells_of_a_task(meaning) and own_assignments(context, meaning.task):
        await answer(update, context, NOT_KEPT(context.language, code=meaning.task))


async def show_list(update: Update, context: Context, meaning: Understanding) -> None:
    """The list that a sentence asks for; where no task is found by its words, how the one thing is done that it asks
    about. Raises what `listing_meant` does."""
    listing = listing_meant(context, meaning)
    how = _how_of_a_question(context, meaning) if listing.words else None
    if how and not listed(context, listing, context.person.may_see):
        await _tell(update, context, how)
    else:
        await by_unit.show_listing(update, context, meaning, listing)


async def _tell(update: Update, context: Context, how: Wording) -> None:
    """How something is done; another language is spoken at once."""
    if how is HOW["language"]:
        await joining.answer_about_language(update, context)
    else:
        await answer(update, context, how(context.language))


async def how_today(update: Update, context: Context, meaning: Understanding) -> None:
    """How something is done that the chat cannot do yet, and the answers of politeness."""
    only_nods = plain_word(said_by(update, meaning)) in HEARD | NODDED
    await answer(update, context, (NODDED_BACK if only_nods else HOW_TODAY[meaning.aim])(context.language))


async def say_nothing_is_asked(update: Update, context: Context, meaning: Understanding) -> None:
    """That nothing waits for consent; what was put aside is offered."""
    await answer(update, context, NOTHING_ASKED(context.language), way_to_tell(update, context))
    if waiting := begun_and_parked(context):
        await offer(update, context, waiting[0])


async def show_help(update: Update, context: Context, meaning: Understanding) -> None:
    """What the person can do; to who asks about one thing, how that is done; about a task, its card; what is most
    urgent, the own tasks; to somebody of a unit who asks about anything else, whom to ask."""
    if how := _how_asked(context, meaning):
        await _tell(update, context, how)
    elif meaning.task:
        await show_task(update, context, meaning)
    elif says(meaning, "asked.most_urgent"):
        await task_list.my_tasks(update, context)
    elif context.person.speaks_for and _is_of_something_else(meaning):
        await answer(update, context, CANNOT_ANSWER(context.language), way_to_tell(update, context))
    else:
        await joining.show_help(update, context)


def _is_of_something_else(meaning: Understanding) -> bool:
    """Whether a call for help is rather a question about one thing that is not known, or about what a word means."""
    if says(meaning, "asked.what_it_means"):
        return True
    asks = Mood.ASKS in meaning.moods or meaning.confidence < SURE_OF_HELP or len(meaning.text) > LONGEST_CALL
    return asks and not says(meaning, "asked.how_to_use")


def _how_asked(context: Context, meaning: Understanding) -> Wording | None:
    """How the thing is done that somebody of the office or of a unit asks about, by the longest of the words in a
    sentence; None where it names nothing such."""
    person = context.person
    tables = [("help_topics.of_the_office", HOW_OF_THE_OFFICE)] if person.is_coordinator else []
    tables += [("help_topics.topics", HOW)] if person.speaks_for else []
    if len(meaning.text) > LONGEST_QUESTION:
        return None
    topics = ((longest_said(table, meaning.text), how) for table, how in tables)
    return next((how[topic.kind] for topic, how in topics if topic), None)


def _how_of_a_question(context: Context, meaning: Understanding) -> Wording | None:
    """How the thing is done that is asked about in a sentence that is not understood; of days off nobody needs to
    ask."""
    how = _how_asked(context, meaning)
    return how if Mood.ASKS in meaning.moods or how is HOW["days_off"] else None


async def go_on(update: Update, context: Context, meaning: Understanding) -> None:
    """Go on with the report that is open, else one that waits, else whatever waits; without any, with a new one."""
    current, waiting = find_open(context.db, context.person.id), begun_and_parked(context) or put_aside_last(context)
    begun = [*([current] if current else []), *waiting]
    dialog = next((each for each in begun if each.kind in REPORTS), next(iter(waiting), current))
    if dialog is not None:
        await resume(update, context, dialog, Place.BELOW)
    else:
        await PRIVATE_COMMANDS["update"](update, context)


async def not_understood(update: Update, context: Context, meaning: Understanding) -> None:
    """What is not understood: the list that is named by what is in it, else what can be said.

    Raises UnknownTask, UnknownUnit or CannotFilter for what the plan does not have.
    """
    if unreported_meant(meaning):
        await by_unit.show_meant(update, context, meaning)
        return
    if missing := unheard_of(context, meaning):
        raise missing
    strange = next((unknown_unit(context, meaning, each) for each in of_kind(meaning, Kind.STRANGER)), None)
    if strange is not None and strange.near:
        raise strange
    if listing := listing_sought(context, meaning):
        if strange is not None:
            raise strange
        await by_unit.show_listing(update, context, meaning, listing)
        return
    if how := _how_of_a_question(context, meaning):
        await _tell(update, context, how)
        return
    if hands_in(text_of(update)):
        await say_nothing_is_asked(update, context, meaning)
        return
    if says(meaning, "asked.most_urgent", "asked.how_to_use"):
        await show_help(update, context, meaning)
        return
    await joining.say_not_understood(update, context)


async def ask_which(update: Update, context: Context, meaning: Understanding) -> None:
    """Several tasks or units may be meant: a button for each, or the list where they are many. Units that are named
    together are told side by side.

    Raises UnknownTask, NotYours or UnknownUnit where none may be seen.
    """
    told = meaning.aim.intent is Intent.REPORT and Mood.ASKS not in meaning.moods
    if told and context.person.speaks_for:
        await _ask_which_of_own(update, context, meaning)
        return
    found = tasks_meant(context, meaning.candidates, context.person.may_see)
    if len(found) > A_FEW and (listing := listing_sought(context, meaning)):
        await by_unit.show_listing(update, context, meaning, listing)
    elif found:
        await task_list.ask_which_task(update, context, found)
    elif names_a_unit(meaning) and all(task_id_of(context.db, each) is None for each in meaning.candidates):
        if context.person.sees_everything and units_together(meaning):
            await by_unit.show_meant(update, context, meaning)
        else:
            await task_list.ask_which_list(update, context, lists_meant(context, meaning))
    else:
        with named_in_words(meaning):
            raise UnknownTask(series(meaning.candidates, context.language))


async def _ask_which_of_own(update: Update, context: Context, meaning: Understanding) -> None:
    """A report that may be about one of several tasks; what was said is kept for the one that is pressed."""
    assert update.message is not None
    fitting = [each for code in meaning.candidates for each in own_assignments(context, code) if not each.finished]
    if not fitting:
        raise NotYours
    await choose_task(update, context, update.message.text or "", fitting)


async def answer_about_deputy(update: Update, context: Context, meaning: Understanding) -> None:
    """Show who stands in for the own unit; for the office invite somebody as the deputy of a unit that it names, or
    tell who that is."""
    if not (context.person.is_coordinator and unit_in(meaning)):
        await command("deputy")(update, context, meaning)
    elif Mood.ASKS in meaning.moods:
        await directory.show_meant(update, context, meaning)
    else:
        await invitations.invite_in_words(update, context, meaning)


async def answer_about_invitation(update: Update, context: Context, meaning: Understanding) -> None:
    """Make a link, or where the office asks whether there is one show the people of the unit and who was invited."""
    asks = context.person.is_coordinator and says(meaning, "asked.whether_done")
    await (directory.show_meant if asks else invitations.invite_in_words)(update, context, meaning)
