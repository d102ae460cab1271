"""The declarations of all dialogs, by kind. What follows a dialog is added here if it is in a higher module than the
dialog itself."""

from dataclasses import replace
from typing import Any

from handlers.acts import last_act
from handlers.announcing import broadcast, groups, nudge, return_nudge, waiting_broadcasts, written_answer
from handlers.dialog import Declaration, GivingUp
from handlers.entrance import late_answers, reading_choice, sentences
from handlers.exports import regular_summaries
from handlers.extensions import decisions as extension_decisions
from handlers.extensions import request
from handlers.extensions import withdrawal as extension_withdrawal
from handlers.extensions.dialog import EXTENSION
from handlers.information import decisions, submission
from handlers.information import information_in_words as information_withdrawal
from handlers.notes import note_answers, task_notes
from handlers.notices import deadline_check
from handlers.office import invited_people, review
from handlers.people import absence, deputies, handover, office_settings, person_choice, phone, removal, unit_change
from handlers.plan import event_days, new_task, plan_import, plans, task_changes, unit_names
from handlers.reporting import (
    batch_dialog,
    no_change,
    past_figure,
    report,
    report_for_unit,
    report_in_words,
    withdrawal,
)
from handlers.reporting.dialog import REPORT
from handlers.reporting.task_choice import TASK_CHOICE, ask_task_to_report
from handlers.returns import filing, left_out, return_setup, return_verdicts
from handlers.settings import calendar, indicators, pauses, quiet_hours, reminder_rules, retention, review_scope
from handlers.steps import dialog as steps_dialog
from handlers.steps import step_change

_ALL: tuple[Declaration[Any], ...] = (
    regular_summaries.REGULAR,
    replace(
        REPORT,
        leave=lambda update, context, dialog: ask_task_to_report(update, context),
        giving_up=GivingUp(answer=report.told_when_given_up),
    ),
    filing.FILING,
    replace(TASK_CHOICE, afterwards=report_in_words.report_on_chosen),
    batch_dialog.BATCH,
    withdrawal.REPORT_WITHDRAWAL,
    information_withdrawal.INFORMATION_WITHDRAWAL,
    extension_withdrawal.EXTENSION_WITHDRAWAL,
    no_change.NO_CHANGE,
    replace(
        EXTENSION,
        leave=lambda update, context, dialog: request.show_tasks_to_extend(update, context),
        afterwards=request.offer_next_request,
    ),
    replace(extension_decisions.DECISIONS, afterwards=review.go_on_after_requests),
    replace(review.RETURN, afterwards=review.go_on_after_verdict),
    replace(review.ACCEPT, afterwards=review.go_on_after_verdict),
    invited_people.INVITATIONS,
    indicators.NEW,
    indicators.PROPOSED,
    deputies.UNTIL,
    deadline_check.OTHER_DAY,
    reminder_rules.RULE,
    review_scope.SCOPE,
    retention.RETENTION,
    calendar.DAYS,
    pauses.PAUSE,
    quiet_hours.QUIET,
    event_days.EVENT,
    plan_import.IMPORT,
    *plans.DIALOGS.values(),
    new_task.NEW_TASK,
    *task_changes.CHANGES.values(),
    task_changes.SEVERAL,
    broadcast.BROADCAST,
    waiting_broadcasts.WAITING_CHANGED,
    written_answer.WRITTEN_ANSWER,
    removal.REMOVAL,
    absence.ABSENCE,
    handover.REPLACEMENT,
    handover.HANDOVER,
    phone.PHONE,
    unit_change.UNIT_CHANGE,
    person_choice.WHOM,
    unit_names.ALIAS,
    unit_names.GROUP,
    unit_names.UNIT_CALLED,
    unit_names.UNITS_INTO_GROUP,
    task_notes.NOTE,
    note_answers.ANSWER,
    note_answers.DIFFICULTY,
    office_settings.CONTACT,
    nudge.NUDGE,
    return_nudge.RETURN_NUDGE,
    return_setup.SET_UP,
    return_setup.CHANGE,
    return_setup.STOP,
    left_out.LEAVE_PERIOD_OUT,
    left_out.LEAVE_UNITS_OUT,
    return_verdicts.GIVE_BACK,
    return_verdicts.FREEZE,
    return_verdicts.UNFREEZE,
    groups.SCOPE,
    report_for_unit.FOR_UNIT,
    past_figure.PAST_FIGURE,
    submission.INFORMATION,
    decisions.TAKE,
    decisions.DECLINE,
    decisions.EDIT,
    steps_dialog.STEPS,
    step_change.STEP,
    last_act.LAST_ACT,
    replace(reading_choice.READING, afterwards=sentences.act_on_chosen),
    replace(late_answers.LATE, afterwards=sentences.act_on_late),
)
DIALOGS = {each.kind: each for each in _ALL}
