"""Readers that are tried whatever the aim of a sentence, grouped by the reason for that. One of them shows the office's
pages that are asked for by name (定时的通知有哪些, 观察员有谁)."""

from collections.abc import Mapping
from functools import partial

from telegram import Update

from data.people.people import Role
from data.understanding import Understanding, says
from data.understanding.lexicon.scanner import FoundWord
from data.understanding.orders import longest_said
from handlers.acts.called_off import show_decision_on_information, show_nudge
from handlers.acts.last_act import restore_in_words
from handlers.announcing import broadcast_page
from handlers.announcing.broadcast_orders import begin_telling
from handlers.announcing.nudge_orders import show_recent_nudges, tell_what_to_nudge_for
from handlers.announcing.sent_broadcasts import (
    ask_again,
    begin_broadcast_correction,
    correct_what_is_asked_again,
    put_off_answers,
    send_again,
    send_to_others,
    show_answers_to_it,
)
from handlers.announcing.waiting_broadcasts import change_waiting_broadcast
from handlers.announcing.written_answer import (
    put_answer_right,
    say_there_was_no_notice,
    show_notice_again,
    show_written_answer,
)
from handlers.dialog import acts_on
from handlers.dialog.readers import Takes
from handlers.entrance.how_to import tell_how_surely, tell_what_is_to_be_decided
from handlers.exports import regular_summaries
from handlers.exports.menu import narrow_export_in_words
from handlers.extensions import day_named
from handlers.extensions.answer_in_words import decide_requests, show_request_asked_about
from handlers.extensions.request import extend_likewise
from handlers.extensions.withdrawal import withdraw_in_words as withdraw_request_in_words
from handlers.information import decisions_in_words, information_in_words
from handlers.notes import note_answers, task_notes, words_on_tasks
from handlers.notices import deadline_check, reminder_account, snooze, urgency
from handlers.notices.week import begin_posting_list
from handlers.office import audit, invitations, review, review_in_words, several_orders
from handlers.office.plan_in_words import begin_reopening, change_likewise
from handlers.people import directory, joining, people_in_words
from handlers.people.deputies import ask_whether_to_recall, begin_deputy_by_name, show_link_to_void
from handlers.plan import event_days, plan_file, plans, unit_names
from handlers.plan.undone_changes import show_why_changed
from handlers.reporting import report_for_unit
from handlers.reporting.afterthoughts import tell_that_files_can_follow
from handlers.reporting.batch import report_all_listed
from handlers.reporting.correction import move_report_to_task_meant, report_percent_alone, restore_withdrawn_reports
from handlers.reporting.evidence import take_kept_files_for_named_task
from handlers.reporting.no_change import agree_to_no_change
from handlers.reporting.not_now import leave_unreported, tell_what_falls_due_before
from handlers.reporting.report import resume_named_report, show_unsubmitted
from handlers.reporting.report_in_words import report_likewise, report_on_what_was_then, report_unblocked
from handlers.reporting.resubmission import answer_return_in_words, show_what_is_missing, supplement_in_words
from handlers.reporting.swapped_reports import swap_reports
from handlers.returns import filing_in_words
from handlers.returns.return_setup import set_up_as_ordered
from handlers.returns.returns_command import act_on_round_shown, change_return_shown
from handlers.settings import calendar, indicators, pauses, reminder_rules, retention
from handlers.summary.narrowing import narrow_summary_in_words
from handlers.summary.summary import decline_ranking, show_figures_named, show_paragraph
from handlers.summary.summary_scope import SummaryPage
from handlers.summary.views import show_summary_page
from handlers.tasks import by_unit
from handlers.tasks.card import show_card_again
from handlers.tasks.narrowing import narrow_in_words
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, For
from handlers.telegram.context import Callback

PAGES: Mapping[str, Callback] = {
    "regular": regular_summaries.show_regular,
    "waiting_broadcasts": broadcast_page.show_waiting_broadcasts,
    "indicators": indicators.show_indicators,
    "calendar": calendar.show_calendar,
    "pauses": pauses.show_pauses,
    "rules": reminder_rules.show_rules,
    "retention": retention.show_retention,
    "newcomers": joining.show_waiting_newcomers,
    "observers": partial(directory.show_role, role=Role.OBSERVER),
    "coordinators": partial(directory.show_role, role=Role.COORDINATOR),
    "away": directory.show_people_on_leave,
    "newest_broadcast": broadcast_page.show_newest_broadcast,
    "requests": review.show_requests,
    "waits": partial(show_summary_page, summary_page=SummaryPage()),
    "plans": plans.plans_command,
    "events": event_days.event_command,
    "units": partial(by_unit.show_by_unit, listing=Listing(Filter.ALL, by_unit=True)),
}
"""The pages by their names in the lexicon. A sentence that names one has no aim, or the aim of something else."""


FOR_ALL_WHO_OVERSEE = ("waits", "units")
"""The pages that observers see as well."""


def _page_named(context: Context, heard: Understanding) -> FoundWord | None:
    found = longest_said("pages.names", heard.text) if says(heard, "pages.asked") else None
    return found if found and (context.person.is_coordinator or found.kind in FOR_ALL_WHO_OVERSEE) else None


@acts_on(_page_named, for_=For.OVERSEERS)
async def show_named_page(update: Update, context: Context, named: FoundWord) -> None:
    """Show the page that is named, if the sentence says nothing else."""
    await PAGES[named.kind](update, context)


IN_A_FIXED_FORM = (
    information_in_words.begin_in_fixed_words,
    report_for_unit.report_for_others,
    indicators.add_indicator_in_words,
    deadline_check.show_first_in_doubt,
    deadline_check.say_they_are_settled_here,
    deadline_check.act_on_page,
    show_named_page,
    regular_summaries.begin_regular_for_named,
    regular_summaries.say_who_sends,
    show_nudge,
    show_decision_on_information,
    pauses.show_pauses_to_end,
    pauses.tell_that_units_are_paused,
    change_waiting_broadcast,
    correct_what_is_asked_again,
    begin_broadcast_correction,
    set_up_as_ordered,
    begin_posting_list,
    begin_telling,
)
"""报工作信息：…, 代报…, 新增指标：…, 跟公安局说…: what follows is kept or passed on, whatever its own aim."""
ON_WHAT_CAME_LAST = (
    tell_how_surely,
    tell_what_is_to_be_decided,
    take_kept_files_for_named_task,
    move_report_to_task_meant,
    swap_reports,
    restore_withdrawn_reports,
    tell_that_files_can_follow,
    show_written_answer,
    put_answer_right,
    show_notice_again,
    note_answers.answer_note_shown_last,
    task_notes.offer_to_pass_on,
    urgency.mark_urgent_in_words,
    agree_to_no_change,
    report_percent_alone,
    report_likewise,
    report_on_what_was_then,
    report_unblocked,
    report_all_listed,
    begin_deputy_by_name,
    leave_unreported,
    tell_what_falls_due_before,
    resume_named_report,
    show_unsubmitted,
    supplement_in_words,
    show_what_is_missing,
    day_named.show_request_with_other_day,
    day_named.show_request_with_day_told_of,
    withdraw_request_in_words,
    extend_likewise,
    day_named.extend_task_chosen,
    day_named.extend_task_shown,
    snooze.put_off_to_other_day,
    snooze.put_off_likewise,
    snooze.remind_as_usual,
    filing_in_words.file_in_words,
    filing_in_words.compare_filed_in_words,
    filing_in_words.file_as_told,
    information_in_words.begin_below_the_list,
    information_in_words.open_what_was_sent,
    act_on_round_shown,
    change_return_shown,
    change_likewise,
    ask_again,
    put_off_answers,
    send_again,
    send_to_others,
    show_answers_to_it,
    show_card_again,
    narrow_in_words,
    narrow_summary_in_words,
    narrow_export_in_words,
)
"""能来, 很急, 改到周三吧, 不延了: these only mean something after what was shown, sent or reported last."""
DECISIONS = (
    words_on_tasks.ask_unit_to_check,
    show_request_asked_about,
    several_orders.carry_out_several,
    decide_requests,
    note_answers.show_answer_to_note,
    decisions_in_words.begin_decision,
    decisions_in_words.begin_edited_copy,
    begin_reopening,
    review_in_words.give_verdict,
)
"""同意, 1-2退回: what is decided is known from what waits, and one sentence may decide on several things."""
OF_NO_AIM = (
    audit.show_audit_in_words,
    show_why_changed,
    reminder_account.show_reminders_counted,
    reminder_account.show_reminder_account,
    restore_in_words,
    show_recent_nudges,
    tell_what_to_nudge_for,
    decline_ranking,
    show_paragraph,
    show_figures_named,
    unit_names.begin_group,
    unit_names.begin_unit_name,
    unit_names.tell_where_units_come_from,
    retention.begin_retention,
    people_in_words.begin_unit_change,
    people_in_words.begin_removal,
    people_in_words.tell_who_is_reminded,
    people_in_words.act_on_leave_spoken_of,
    invitations.invite_for_role,
    directory.show_links_to_void,
    directory.show_invited_asked_about,
    joining.show_newcomers_in_words,
    ask_whether_to_recall,
    show_link_to_void,
    note_answers.show_waiting_notes,
    task_notes.show_what_the_office_answered,
)
"""谁改了43-5, 商务局改名叫商务委: there is no aim for these, so the model hears something else."""
A_WHOLE_PLAN = (plan_file.take_plan_text,)
"""A plan in prose was not written to the bot and has no aim."""
IN_ANY_ORDER: tuple[Takes, ...] = (*IN_A_FIXED_FORM, *ON_WHAT_CAME_LAST, *A_WHOLE_PLAN, *OF_NO_AIM)
"""No two of these take the same sentence, so that their order is of no importance: half of the tests turn it round."""
REPLIES = (task_notes.offer_to_pass_on_what_may_reply,)
"""我们刘局和我参加: after a notice, this is said of it, and not of leave or of the own tasks."""
BEFORE_ITS_AIM: tuple[Takes, ...] = (*IN_ANY_ORDER, *DECISIONS, *REPLIES)
WHATEVER_ELSE: tuple[Takes, ...] = (
    by_unit.count_side_by_side,
    task_notes.begin_note_in_words,
    information_in_words.begin_with_forwarded,
    task_notes.offer_to_pass_on_the_rest,
    event_days.show_awaited_events,
    say_there_was_no_notice,
    pauses.tell_how_to_pause,
    answer_return_in_words,
)
"""What a unit tells the office, forwards or answers to a return, and news of a law from the office, if no reader of the
aim took the sentence."""
