"""What is done for what a sentence asks for: one row for each aim, for private chats and for groups."""

from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, replace

from telegram import Update

from data.dialogs import Dialog
from data.errors import Refusal, StaleButton
from data.reporting.drafts import checked_note, find_draft
from data.understanding import WRITING, Aim, Intent, Understanding
from data.understanding.exceptions import unit_in
from data.understanding.lines import without_number
from data.understanding.orders import says
from handlers.acts.last_act import undo_asked
from handlers.announcing.broadcast import broadcast_said, told_in_words
from handlers.announcing.nudge_orders import nudge_ordered, nudge_said
from handlers.announcing.sent_in_words import asked_of_broadcast
from handlers.announcing.written_answer import answer_written
from handlers.dialog.words import AGREED, NODDED, RESUMES, THANKS
from handlers.entrance import group_answers as groups
from handlers.entrance import private_answers as private
from handlers.entrance.held_back import told_what_is_held_back, what_is_held_back
from handlers.entrance.late_answers import LATE, take_late_answer
from handlers.entrance.readings import READING, ask_which_reading, open_again, reading_chosen, remind_of, said_again
from handlers.entrance.texts.readings import WANTS
from handlers.exports import menu as export
from handlers.exports import regular
from handlers.extensions import request
from handlers.extensions.answer_in_words import request_answered
from handlers.information import decided_in_words, information_said
from handlers.information.article import BEGINS as BEGINS_INFORMATION
from handlers.notices import deadline_check, snooze, urgency
from handlers.office import (
    audit,
    decisions_apart,
    indicators,
    invitations,
    pasted_plan,
    plan_in_words,
    reopening,
    review,
    review_in_words,
    settings_in_words,
    task_notes,
    unit_called,
    unit_groups,
)
from handlers.people import directory, joining, wishes
from handlers.reporting import afterthoughts, correction, past_figure, report_for_unit, withdrawal
from handlers.reporting import sentence as reporting
from handlers.reporting.all_but import report_all_but
from handlers.reporting.no_change import NO_CHANGE_IN_FULL
from handlers.reporting.statements import statement_of
from handlers.returns import both_halves, filing_in_words
from handlers.returns.office import said_of_the_page
from handlers.summary import summary
from handlers.tasks import by_unit, history
from handlers.tasks import list as task_list
from handlers.tasks.narrowing import narrowed_in_words
from handlers.tasks.own_tasks import task_shown
from handlers.tasks.question import listing_sought, names_a_list
from handlers.telegram import labels
from handlers.telegram.audiences import Callback, For, may_use, only_for
from handlers.telegram.context import Context, Does
from handlers.telegram.refusals import refusal
from handlers.telegram.sending import answer
from handlers.telegram.understanding import as_meant, hear, is_guessed, surely_meant, text_of
from handlers.telegram.wording import either


@dataclass(frozen=True, slots=True)
class Row:
    """What is done for an aim.

    `does` answers in private those whom it is meant `for_`; others hear what they can use instead. `in_group` answers
    in a group, and only reads; without it a group is told to ask in private. Where it `asks_which`, that is asked first
    if a sentence may mean several tasks or units. Its fixed `words` mean it whatever is being asked; where there is
    what answers them `at_once`, they are not heard as a sentence, which takes far longer than the answer.
    """

    does: Does
    in_group: groups.DoesInGroup | None = None
    for_: For = For.EVERYONE
    asks_which: bool = False
    words: frozenset[str] = frozenset()
    at_once: Callback | None = None


async def _deputy_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """Who stands in for the own unit; the office invites somebody as the deputy of a unit that it names."""
    if context.person.is_coordinator and unit_in(meaning):
        await invitations.invite_meant(update, context, meaning)
    else:
        await private.command("deputy")(update, context, meaning)


INTENTS: Mapping[Aim, Row] = {
    Aim.TASKS: Row(
        private.unless_summed_up(by_unit.show_meant),
        groups.show_list,
        asks_which=True,
        words=either(labels.MY_TASKS),
        at_once=task_list.my_tasks,
    ),
    Aim.TASK: Row(private.show_task, groups.show_task, asks_which=True),
    Aim.DEADLINES: Row(
        by_unit.show_meant,
        groups.show_list,
        asks_which=True,
        words=either(labels.DUE_SOON),
        at_once=task_list.deadlines,
    ),
    Aim.UNREPORTED: Row(private.unless_summed_up(by_unit.show_meant), groups.show_list, asks_which=True),
    Aim.SUMMARY: Row(summary.show_meant, groups.show_list, asks_which=True, words=either(labels.SUMMARY)),
    Aim.FIGURES: Row(summary.show_meant, asks_which=True),
    Aim.HISTORY: Row(
        private.unless_summed_up(history.show_meant), groups.show_unreported, words=frozenset({"历史", "history"})
    ),
    Aim.REPORT: Row(reporting.report_meant, for_=For.SPEAKERS, asks_which=True, words=either(labels.REPORT)),
    Aim.NO_CHANGE: Row(reporting.no_change_meant, for_=For.SPEAKERS, words=NO_CHANGE_IN_FULL),
    Aim.CORRECT: Row(reporting.report_meant, for_=For.SPEAKERS, asks_which=True),
    Aim.RESUME: Row(private.go_on, words=RESUMES),
    Aim.WITHDRAW: Row(
        withdrawal.withdraw_meant,
        words=frozenset({"撤回", "撤回填报", "我要撤回", "撤销填报", "undo", "withdraw", "take it back"}),
    ),
    Aim.EXTENSION: Row(
        request.extend_meant, for_=For.SPEAKERS, asks_which=True, words=either(labels.EXTEND) | {"延期"}
    ),
    Aim.REVIEW: Row(
        review.review_meant, for_=For.COORDINATORS, words=frozenset({"延期申请", "申请延期的", "谁申请延期了"})
    ),
    Aim.SETTINGS: Row(settings_in_words.settings_meant, for_=For.COORDINATORS),
    Aim.DEPUTY: Row(_deputy_meant),
    Aim.NUDGE: Row(nudge_said, for_=For.COORDINATORS),
    Aim.BROADCAST: Row(broadcast_said, for_=For.COORDINATORS),
    Aim.PEOPLE: Row(directory.show_meant),
    Aim.INVITE: Row(invitations.invite_meant),
    Aim.PLAN: Row(plan_in_words.plan_meant, for_=For.COORDINATORS),
    Aim.EXPORT: Row(export.export_meant, asks_which=True),
    Aim.RETURNS: Row(both_halves.returns_meant, words=either(labels.RETURNS, labels.FILL_RETURN)),
    Aim.INFO: Row(information_said.info_meant, for_=For.WRITERS, words=BEGINS_INFORMATION),
    Aim.SNOOZE: Row(snooze.snooze_meant, for_=For.SPEAKERS),
    Aim.CANCEL: Row(private.give_up),
    Aim.HELP: Row(
        private.show_help,
        groups.say_what_can_be_asked,
        words=either(labels.HELP) | {"菜单", "功能", "menu"},
        at_once=joining.show_help,
    ),
    Aim.GREETING: Row(private.greet, groups.say_what_can_be_asked),
    Aim.THANKS: Row(private.how_today, groups.say_you_are_welcome, words=THANKS | NODDED),
    Aim.AGREE: Row(private.how_today, groups.say_what_can_be_asked, words=AGREED),
    Aim.REFUSE: Row(private.how_today, groups.say_what_can_be_asked),
    Aim.UNKNOWN: Row(private.not_understood, groups.say_what_can_be_asked),
}
"""Every aim that there is. A feature that is asked for in words is one row here."""
READ_FIRST = (
    information_said.begun_in_fixed_words,
    answer_written,
    task_notes.notice_answered,
    asked_of_broadcast,
    told_in_words,
    nudge_ordered,
    information_said.withdrawn_in_words,
    urgency.urgent_said,
    request.asked_about,
    snooze.put_off_otherwise,
    decisions_apart.several_decided,
    request_answered,
    past_figure.correct_past_figure,
    filing_in_words.file_in_words,
    correction.correct_or_withdraw,
    afterthoughts.afterthought,
    indicators.added_in_a_line,
    pasted_plan.take_plan_text,
    report_for_unit.report_for_others,
    audit.audit_said,
    unit_groups.group_said,
    unit_called.unit_name_said,
    task_notes.note_answered,
    decided_in_words.decided_in_words,
    reopening.reopening_said,
    said_of_the_page,
    narrowed_in_words,
    review_in_words.verdict_given,
    undo_asked,
    deadline_check.check_said,
    regular.asked_for,
    both_halves.act_on_returns,
    plan_in_words.plan_said,
    settings_in_words.setting_said,
    task_notes.notes_asked,
    information_said.asked_for,
    wishes.granted,
    task_notes.note_said,
    report_all_but,
    reporting.report_several,
    information_said.forwarded_article,
    report_for_unit.say_how_for_units,
    afterthoughts.unclear_afterthought,
)
"""What rooms know for theirs by more than the aim; each says whether it has taken a sentence."""
OF_ONE_TASK = (Aim.REPORT, Aim.NO_CHANGE, Aim.EXTENSION)
BEGINS = WRITING | {Aim.WITHDRAW, Aim.NUDGE, Aim.BROADCAST, Aim.PLAN, Aim.SNOOZE}
"""What changes something, or begins to; all else only shows."""


async def act_on(update: Update, context: Context, meaning: Understanding) -> None:
    """Do what a sentence asks for, by the table; where that may be either of two things, ask which. Nothing is done of
    what the office says is not to be done."""
    said = text_of(update) or meaning.text
    if held := what_is_held_back(context, said, meaning):
        alone = await told_what_is_held_back(update, context, held)
        if alone is None:
            return
        update, meaning = alone
    for takes in READ_FIRST:
        if await takes(update, context, meaning):
            return
    if aims := _aims_to_offer(update, context, meaning):
        await ask_which_reading(update, context, meaning, aims)
    else:
        await _act_on_one(update, context, surely_meant(context, meaning))


async def _act_on_one(update: Update, context: Context, meaning: Understanding) -> None:
    """Do what a sentence asks for at its one reading."""
    if names_a_list(meaning) and (found := listing_sought(context, meaning)):
        await by_unit.show_listing(update, context, meaning, found)
        return
    meaning = _of_the_task_shown(context, _not_guessed(context, meaning))
    row = INTENTS[meaning.aim]
    if meaning.candidates and row.asks_which:
        await private.ask_which(update, context, meaning)
    else:
        does = only_for(row.for_, lambda update, context: row.does(update, context, meaning))
        await does(update, context)


def _aims_to_offer(update: Update, context: Context, meaning: Understanding) -> list[Aim]:
    """The two aims that a sentence may have, where the person may have either, they are answered differently, and not
    both of them only show something; else none. Figures of a return that is open may be for it or of a task, and a long
    text of no task may be a report, or an article. Raises NoteTooLong for what could not be kept at either."""
    said = text_of(update) or meaning.text
    if filing_in_words.may_be_a_return(context, meaning, said):
        return [Aim.RETURNS, Aim.REPORT]
    if information_said.may_be_an_article(context, meaning, said):
        return [Aim.INFO, Aim.REPORT]
    aims = [aim for aim in meaning.between if aim in WANTS and may_use(context.person, INTENTS[aim].for_)]
    answers = {_answer_at(context, as_meant(context, meaning, aim)) for aim in aims}
    if len(answers) < 2 or BEGINS.isdisjoint(aims):
        return []
    checked_note(said)
    return aims


def _answer_at(context: Context, meaning: Understanding) -> Does:
    """What answers a sentence at its one reading."""
    if names_a_list(meaning) and listing_sought(context, meaning):
        return by_unit.show_meant
    return INTENTS[_not_guessed(context, meaning).aim].does


def _not_guessed(context: Context, meaning: Understanding) -> Understanding:
    """A sentence without the task of others that was only guessed from its words."""
    if meaning.intent in (Intent.TASK, Intent.REPORT) and is_guessed(context, meaning):
        aim = meaning.aim if meaning.aim is Aim.NO_CHANGE else Aim.UNKNOWN
        return replace(meaning, aim=aim, task=None)
    return meaning


def _of_the_task_shown(context: Context, meaning: Understanding) -> Understanding:
    """A sentence that names no task as one of the task that was shown last, where it tells something of one task."""
    if meaning.aim not in OF_ONE_TASK or meaning.task or meaning.candidates or not context.person.speaks_for:
        return meaning
    if find_draft(context.db, context.person.id) is not None or says(meaning, "report_corrections.of_all"):
        return meaning
    if meaning.aim is Aim.REPORT and statement_of(context, meaning) is None:
        return meaning
    shown = task_shown(context)
    return replace(meaning, task=shown.code) if shown is not None else meaning


async def _act_on_chosen(update: Update, context: Context, dialog: Dialog) -> None:
    """Do what was said, at the reading that was chosen; the question that was open before comes back."""
    said, before = await said_again(update, context, dialog), open_again(context, dialog)
    await _or_refused(said, context, _act_on_one(said, context, reading_chosen(context, dialog)))
    await remind_of(said, context, before)


async def _or_refused(update: Update, context: Context, doing: Awaitable[None]) -> None:
    """Do something, or say why that cannot be, so that what was open before comes back either way."""
    try:
        await doing
    except StaleButton:
        raise
    except Refusal as why:
        await answer(update, context, refusal(why, context.language))


async def _act_on_late(update: Update, context: Context, dialog: Dialog) -> None:
    """Take what was said as the answer to what was asked long ago, or do what it asks for."""
    if await take_late_answer(update, context, dialog):
        return
    said, before = await said_again(update, context, dialog), open_again(context, dialog)
    await _or_refused(said, context, act_on(said, context, hear(context, without_number(dialog.answers["said"]))))
    await remind_of(said, context, before)


DECLARED = (replace(READING, afterwards=_act_on_chosen), replace(LATE, afterwards=_act_on_late))
"""What is asked of a sentence, with what comes after it."""
