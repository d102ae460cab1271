"""Questions how something is done with the bot, and their answers."""

from telegram import Update

from data.errors import unless
from data.errors.plans import NoPlan
from data.standing.standing import Status
from data.understanding import Kind, Mood, Understanding, find_order, says
from data.understanding.orders import longest_said, ways_of
from data.understanding.people.staffing import StaffingWish
from data.understanding.reporting.answer_names import sends_files
from handlers.dialog import acts_on, reader
from handlers.entrance.texts.help_topics import HOW_OF_EVERYBODY, HOW_OF_THE_OFFICE, HOW_TO, IN_REVIEW
from handlers.extensions.request import tell_request_state
from handlers.people import languages
from handlers.people.people_in_words import people_wish_in
from handlers.reporting.afterthoughts import tell_where_files_go
from handlers.tasks.own_tasks import all_own_assignments, assignment_shown_last, with_own_example
from handlers.telegram import Context, For, answer, keyboard_of, may_use
from handlers.telegram.task_buttons import to_begin
from handlers.wording import Wording

ANSWERS = (
    (For.EVERYONE, "help_topics.of_everybody", HOW_OF_EVERYBODY),
    (For.COORDINATORS, "help_topics.of_the_office", HOW_OF_THE_OFFICE),
    (For.SPEAKERS, "help_topics.topics", HOW_TO),
)
"""Who may ask about which topics, by their table in the lexicon, and the answers."""
BEGUN_BELOW_A_CARD = ("report", "extension")
"""What can be begun with the buttons of a task's card."""
SURELY = ways_of("help_topics.surely")
LONGEST_QUESTION = 50
"""Characters beyond which a sentence is no question about one thing."""


def how_asked(context: Context, meaning: Understanding) -> Wording | None:
    """Return how the thing is done that the longest known words in a sentence name, or None if it has none."""
    if len(meaning.text) > LONGEST_QUESTION:
        return None
    own = (each for each in ANSWERS if may_use(context.person, each[0]))
    topics = ((longest_said(table, meaning.text), how) for _, table, how in own)
    return next((how[topic.kind] for topic, how in topics if topic), None)


def how_of_a_question(context: Context, meaning: Understanding) -> Wording | None:
    """Return how the thing is done that a sentence asks about, or None; days off need only be mentioned."""
    how = how_asked(context, meaning)
    return how if Mood.ASKS in meaning.moods or how is HOW_TO["days_off"] else None


async def tell_how(update: Update, context: Context, how: Wording) -> None:
    """Tell how something is done, with a task of the user's as the example, and the buttons of the one shown last; or
    answer about the language, since when their reports wait for review, or the files of the open or latest report."""
    if how is HOW_TO["language"]:
        await languages.answer_about_language(update, context)
        return
    if how is HOW_TO["review"] and await _tell_what_is_in_review(update, context):
        return
    if how is HOW_TO["evidence"] and await tell_where_files_go(update, context):
        return
    task, begun = assignment_shown_last(context), how in [HOW_TO[each] for each in BEGUN_BELOW_A_CARD]
    keyboard = keyboard_of(to_begin(task, context.language)) if task is not None and begun else None
    await answer(update, context, with_own_example(context, how(context.language)), keyboard)


@reader(for_=For.SPEAKERS)
async def tell_what_is_to_be_decided(update: Update, context: Context, meaning: Understanding) -> bool:
    """Tell a liaison who asks when the office will decide (啥时候批) how their requests for more time stand, or else
    which reports it has still to review; return whether there are any."""
    if not says(meaning, "asked.when_answered"):
        return False
    return await tell_request_state(update, context, meaning) or await _tell_what_is_in_review(update, context)


async def _tell_what_is_in_review(update: Update, context: Context) -> bool:
    """Tell which tasks of the user's units the office has still to review, and since when; return whether any."""
    mine = unless(NoPlan, all_own_assignments, context) or []
    since = {each.code: each.last.at.date() for each in mine if each.last and each.status is Status.SUBMITTED}
    if since:
        await answer(update, context, IN_REVIEW(context.language, codes=[*since], day=min(since.values())))
    return bool(since)


def _surely_asked(context: Context, meaning: Understanding) -> Wording | None:
    """Return how the thing is done that a sentence is surely about, whatever else it says of it, or whose meaning it
    asks; or None. What is asked beside one's leave on certain days is told when that is entered, and what the office is
    to be told (告诉办公室：链接打不开) is passed on."""
    if says(meaning, "help_topics.asks_meaning") and (how := how_asked(context, meaning)):
        return how
    if context.person.speaks_for and Mood.ASKS not in meaning.moods and says(meaning, "office_notes.told"):
        return None
    found = find_order(meaning, *SURELY)
    if found and meaning.names(Kind.TIME) and people_wish_in(context, meaning) is StaffingWish.AWAY:
        return None
    asks_to_send = Mood.ASKS in meaning.moods and not meaning.names(Kind.CODE) and sends_files(meaning.text)
    kind = "evidence" if asks_to_send else found.way.rpartition(".")[2] if found else ""
    return next((how[kind] for for_, _, how in ANSWERS if kind in how and may_use(context.person, for_)), None)


tell_how_surely = acts_on(_surely_asked, known=False, named=True)(tell_how)
"""The reader of sentences that are surely about how something is done."""
