"""The dialogs by which the office sets up, changes and stops a statistics return."""

from dataclasses import replace

from telegram import Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import StaleButton
from data.errors.numbers import NoSuchIndicator
from data.plan.indicators import indicators
from data.plan.workdays import workdays
from data.returns.left_out import resume_return
from data.returns.returns import Return, all_returns, check_definition, definition_of, end_return, return_by_id
from data.returns.rounds import open_due_rounds, revise_return, rounds, set_up_return
from data.understanding import Aim, Kind, Understanding, of_kind, says
from data.understanding.normalise.sentence import normalise
from data.understanding.returns.indicators_named import indicator_places, unknown_beside_indicators
from data.understanding.returns.return_asked import ONCE, is_too_often, orders_regularly, period_said
from data.understanding.returns.return_schedule import title_of_a_new_one
from handlers.dialog import Declaration, Ending, GivingUp, Talk, begin, reader
from handlers.returns import keyboard as buttons
from handlers.returns.content_questions import CONTENT_QUESTIONS
from handlers.returns.office_pages import return_lines, show_settings
from handlers.returns.return_draft import ReturnDraft, answers_of_return, load_return_draft
from handlers.returns.schedule_questions import EVERY_QUESTION, SCHEDULE_QUESTIONS, frequency_key
from handlers.returns.texts import return_form
from handlers.returns.texts import set_up as texts
from handlers.returns.unit_questions import UNIT_QUESTIONS
from handlers.telegram import Context, For, with_undo
from handlers.wording import NOTHING, Html, Wording, cut, join, period_text, refusal, series

LONGEST_BARE_WISH = 6
"""In characters; a longer sentence also says what is to be changed."""
NEW = 0
"""The subject of a return set up by a button; one set up by a sentence has the update's id."""


async def set_up_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Begin to set up a return with what is said (新建统计月报：立案、案值，各区), and tell what cannot be taken."""
    every, title = period_said(meaning.text), title_of_a_new_one(meaning.text)
    answers = {"every": frequency_key(None if every is ONCE else every)} if every else {}
    answers |= {"title": title} if title else {}
    unknown = series(unknown_beside_indicators(meaning, indicators(context.db)), context.language)
    told = [texts.NO_MORE_OFTEN(context.language)] if is_too_often(meaning.text) else []
    told += [refusal(NoSuchIndicator(unknown), context.language)] if unknown else []
    first = join(told)
    await begin(update, context, SET_UP, update.update_id, answers=answers, said=meaning.text, first=first)


@reader(for_=For.COORDINATORS)
async def set_up_as_ordered(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to set up a return if a coordinator orders units to file figures regularly (每个月5号让各区报立案数), or,
    if there is no return yet, anything that is one (每个月报一次数); return whether the sentence does."""
    clause = normalise(meaning.text).lower() if orders_regularly(meaning) else ""
    surely = meaning.aim is Aim.RETURNS and not all_returns(context.db)
    if not clause or not (surely or indicator_places(clause, indicators(context.db))):
        return False
    await set_up_in_words(update, context, meaning)
    return True


async def begin_change(update: Update, context: Context, return_id: int) -> None:
    """Show what a return asks for, to be changed. Raises StaleButton if it has been stopped."""
    await begin(update, context, CHANGE, return_id, answers=answers_of_return(return_by_id(context.db, return_id)))


async def change_in_words(update: Update, context: Context, return_id: int, meaning: Understanding) -> None:
    """Show what a return asks for with the changes in a sentence, added to unsaved ones; if none can be read, say so.
    Raises StaleButton if the return has been stopped."""
    waiting = dialogs.find_unfinished(context.db, context.person.id, CHANGE.kind, return_id)
    before = None if waiting else answers_of_return(return_by_id(context.db, return_id))
    is_bare = len(meaning.text) <= LONGEST_BARE_WISH
    unread = NOTHING if is_bare else texts.NOT_READ(context.language, said=cut(meaning.text, 60))
    times = (meaning.text[each.start : each.end] for each in of_kind(meaning, Kind.TIME))
    since = next((each for each in times if says(each, "returns.about.first")), "")
    first = texts.SINCE_NOT_TAKEN(context.language, said=since) if since else NOTHING
    await begin(update, context, CHANGE, return_id, answers=before, said=meaning.text, unread=unread, first=first)


async def ask_for_return_again(update: Update, context: Context, return_id: int) -> None:
    """Ask again for a return that was stopped. Raises StaleButton, and ReturnKnown if another return has its title."""
    found = return_by_id(context.db, return_id)
    check_definition(context.db, definition_of(found), return_id)
    resume_return(context.db, context.actor, return_id)
    open_due_rounds(context.db, context.now)
    await show_settings(update, context, return_id)


def _lines(talk: Talk[ReturnDraft]) -> dict[Wording, Html]:
    assert talk.subject.asked is not None
    return return_lines(talk.context, talk.subject.asked, talk.subject.new)


def _change_preview(talk: Talk[ReturnDraft]) -> Html:
    changed = talk.subject.changed
    assert changed is not None
    context, language = talk.context, talk.language
    before = return_lines(context, definition_of(changed))
    spans = (each.span for each in rounds(context.db, changed.id) if each.frozen_at is None and not each.ended)
    opened = [period_text(each, context.today, language) for each in spans if each]
    return return_form.change_preview(changed.title, _lines(talk), before, opened, language)


def _keep(context: Context, dialog: Dialog, value: str) -> Ending:
    draft, language = load_return_draft(context, dialog), context.language
    if draft.asked is None:
        raise StaleButton
    db, by = context.db, context.actor.through(dialog.source)
    if draft.changed is None:
        found = set_up_return(db, by, draft.asked, draft.new)
        done = return_form.set_up_done(found, workdays(db), context.today, language)
    else:
        found = revise_return(db, by, draft.changed.id, draft.asked, draft.new)
        done = return_form.CHANGED(language, title=found.title)
    return _ended(context, done, found, by.source)


def _stop(context: Context, dialog: Dialog, value: str) -> Ending:
    by = context.actor.through(dialog.source)
    found = end_return(context.db, by, dialog.subject_id)
    return _ended(context, return_form.ENDED(context.language, title=found.title), found, by.source)


def _ended(context: Context, done: Html, found: Return, source: str) -> Ending:
    return Ending(done, with_undo(context, buttons.to_settings(found.id, context.language), source))


SET_UP: Declaration[ReturnDraft] = Declaration(
    kind="set_up_return",
    load=load_return_draft,
    questions=(EVERY_QUESTION, *CONTENT_QUESTIONS, *UNIT_QUESTIONS, *SCHEDULE_QUESTIONS),
    preview=lambda talk: return_form.preview(_lines(talk), talk.language),
    submit=texts.SET_UP,
    submit_said=("新建",),
    finish=_keep,
    waits=texts.WAITS,
    giving_up=GivingUp(texts.CANCEL_QUESTION),
)
CHANGE = replace(
    SET_UP,
    kind="change_return",
    preview=_change_preview,
    submit=texts.CHANGE,
    submit_said=("改",),
    waits=texts.CHANGE_WAITS,
    giving_up=GivingUp(texts.CHANGE_CANCEL_QUESTION),
)
STOP: Declaration[Return] = Declaration(
    kind="stop_return",
    load=lambda context, dialog: return_by_id(context.db, dialog.subject_id),
    preview=lambda talk: return_form.STOP_ASKED(talk.language, title=talk.subject.title),
    submit=texts.STOP,
    finish=_stop,
    waits=texts.STOP_WAITS,
)
