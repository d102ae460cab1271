"""The table of intents: what is done for each aim, in private chats and in groups."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.understanding import WRITING, Aim, Understanding
from handlers.acts.called_off import call_off_last, show_what_was_told
from handlers.acts.last_act import offer_to_undo
from handlers.announcing.broadcast_orders import broadcast_in_words
from handlers.announcing.nudge_orders import begin_nudge, nudge_in_words, send_paper_in_words
from handlers.announcing.sent_broadcasts import answer_about_last_broadcast
from handlers.dialog import AGREED
from handlers.dialog.readers import Takes
from handlers.dialog.words import NODDED, RESUMES, THANKS
from handlers.entrance import group_answers as groups
from handlers.entrance import private_answers as private
from handlers.exports import menu as export
from handlers.exports.regular_summaries import show_what_goes_to_named
from handlers.extensions import request
from handlers.extensions.request import extend_several
from handlers.information import information_in_words
from handlers.information.article import ARTICLE_WORDS
from handlers.notices import snooze
from handlers.office import review
from handlers.office.plan_in_words import (
    begin_plan_change,
    change_all_of_units,
    change_plan_in_words,
    change_since_urged,
)
from handlers.people import deputies, directory, joining, leaving
from handlers.people.people_in_words import act_on_people_wish, tell_that_task_is_not_ours
from handlers.reporting import report_in_words, withdrawal
from handlers.reporting.afterthoughts import answer_unclear_afterthought, show_afterthought
from handlers.reporting.batch import report_all_but
from handlers.reporting.correction import correct_or_withdraw
from handlers.reporting.no_change import NO_CHANGE_IN_FULL
from handlers.reporting.past_figure import correct_figure_of_closed, correct_past_figure
from handlers.reporting.report_for_unit import report_in_place_of_unit
from handlers.returns import filing_in_words, returns_command
from handlers.settings.settings_in_words import begin_pause_for_now, begin_setting
from handlers.summary import summary
from handlers.tasks import by_unit, history
from handlers.tasks import list as task_list
from handlers.telegram import Does, For
from handlers.telegram.context import Callback
from handlers.wording import in_both_languages, labels


@dataclass(frozen=True, slots=True)
class Row:
    """What is done for an aim. Its `readers` are tried first, in order; each knows sentences of this aim that have a
    more specific answer. A reader that belongs to two competing aims stands in both rows.
    `does` answers in private the people it is `for_`; others are told what they can use instead. `in_group` answers in
    a group, and only reads; without it, a group is told to ask in private. If it `asks_which`, the person is asked
    first if a sentence may mean several tasks or units. Its fixed `words` mean this aim whichever question is open;
    `at_once` answers them without hearing them as a sentence, which takes far longer."""

    does: Does
    readers: tuple[Takes, ...] = ()
    in_group: groups.DoesInGroup | None = None
    for_: For = For.EVERYONE
    asks_which: bool = False
    words: frozenset[str] = frozenset()
    at_once: Callback | None = None


CALLED_OFF = (begin_setting, show_what_goes_to_named, act_on_people_wish, call_off_last, begin_pause_for_now)
"""Readers of sentences that may call something off, or say no to it."""
INTENTS: Mapping[Aim, Row] = {
    Aim.TASKS: Row(
        private.summary_or(private.show_list),
        readers=(
            show_afterthought,
            change_all_of_units,
            summary.show_as_of,
            information_in_words.show_list_in_words,
            export.export_list,
            begin_setting,
            show_what_goes_to_named,
            act_on_people_wish,
        ),
        in_group=groups.show_list,
        asks_which=True,
        words=in_both_languages(labels.MY_TASKS),
        at_once=task_list.show_my_tasks,
    ),
    Aim.TASK: Row(
        private.show_task,
        readers=(
            correct_figure_of_closed,
            request.tell_request_state,
            begin_nudge,
            correct_or_withdraw,
            show_afterthought,
            offer_to_undo,
            begin_plan_change,
            act_on_people_wish,
            report_all_but,
            report_in_words.report_several,
            report_in_place_of_unit,
            report_in_words.report_parts_of_task,
        ),
        in_group=groups.show_task,
        asks_which=True,
    ),
    Aim.DEADLINES: Row(
        by_unit.show_list_in_words,
        readers=(
            change_all_of_units,
            summary.show_as_of,
            *returns_command.READERS,
            export.export_list,
            information_in_words.show_list_in_words,
            directory.show_vacant_units,
            export.make_in_words,
        ),
        in_group=groups.show_list,
        asks_which=True,
        words=in_both_languages(labels.DUE_SOON),
        at_once=task_list.deadlines_command,
    ),
    Aim.UNREPORTED: Row(
        private.show_who_has_not_reported,
        readers=(
            returns_command.show_who_has_not_filed,
            information_in_words.show_list_in_words,
            act_on_people_wish,
            history.show_reports_counted,
        ),
        in_group=groups.show_who_has_not_reported,
        asks_which=True,
    ),
    Aim.SUMMARY: Row(
        summary.show_summary_in_words,
        readers=(
            information_in_words.show_list_in_words,
            history.show_reports_counted,
            offer_to_undo,
            begin_plan_change,
            export.make_in_words,
        ),
        in_group=groups.show_list,
        asks_which=True,
        words=in_both_languages(labels.SUMMARY),
    ),
    Aim.FIGURES: Row(
        summary.show_summary_in_words,
        readers=(
            *returns_command.READERS,
            information_in_words.show_list_in_words,
            history.show_reports_counted,
            export.make_in_words,
        ),
        asks_which=True,
    ),
    Aim.HISTORY: Row(
        private.summary_or(history.show_history_in_words),
        readers=(
            filing_in_words.show_filed_of_period,
            information_in_words.show_list_in_words,
            summary.show_figures_in_words,
            history.show_reports_counted,
            request.tell_request_state,
            export.make_in_words,
        ),
        in_group=groups.show_unreported,
        words=frozenset({"历史", "history"}),
    ),
    Aim.REPORT: Row(
        report_in_words.report_in_words,
        readers=(
            tell_that_task_is_not_ours,
            correct_past_figure,
            correct_figure_of_closed,
            show_afterthought,
            report_all_but,
            report_in_words.report_several,
            offer_to_undo,
            begin_plan_change,
            report_in_place_of_unit,
        ),
        for_=For.SPEAKERS,
        asks_which=True,
        words=in_both_languages(labels.REPORT),
    ),
    Aim.NO_CHANGE: Row(
        report_in_words.report_no_change_in_words,
        readers=(report_all_but, report_in_words.report_several),
        for_=For.SPEAKERS,
        words=NO_CHANGE_IN_FULL,
    ),
    Aim.CORRECT: Row(
        report_in_words.report_in_words,
        readers=(
            filing_in_words.correct_filed_of_period,
            correct_past_figure,
            correct_figure_of_closed,
            correct_or_withdraw,
            filing_in_words.correct_filed,
            show_afterthought,
            answer_unclear_afterthought,
            report_in_words.report_several,
            begin_setting,
        ),
        for_=For.SPEAKERS,
        asks_which=True,
    ),
    Aim.RESUME: Row(private.resume_work, words=RESUMES),
    Aim.WITHDRAW: Row(
        withdrawal.withdraw_in_words,
        readers=(
            answer_about_last_broadcast,
            *returns_command.READERS,
            information_in_words.begin_withdrawal,
            act_on_people_wish,
            correct_or_withdraw,
            show_what_was_told,
            offer_to_undo,
        ),
        words=frozenset({"撤回", "撤回填报", "我要撤回", "撤销填报", "undo", "withdraw", "take it back"}),
    ),
    Aim.REVIEW: Row(
        review.show_review_in_words,
        readers=(offer_to_undo, begin_plan_change, begin_setting, act_on_people_wish),
        for_=For.COORDINATORS,
        words=frozenset({"延期", "延期申请", "申请延期的", "谁申请延期了"}),
    ),
    Aim.EXTENSION: Row(
        request.extend_in_words,
        readers=(request.tell_request_state, offer_to_undo, begin_plan_change, extend_several),
        for_=For.SPEAKERS,
        asks_which=True,
        words=in_both_languages(labels.EXTEND) | {"延期", "延期申请"},
    ),
    Aim.SETTINGS: Row(private.answer_about_settings, readers=(offer_to_undo, begin_setting, act_on_people_wish)),
    Aim.DEPUTY: Row(
        private.answer_about_deputy,
        readers=(history.show_reported_instead, deputies.tell_deputyship, begin_setting, act_on_people_wish),
    ),
    Aim.NUDGE: Row(
        nudge_in_words,
        readers=(
            send_paper_in_words,
            directory.show_vacant_units,
            *returns_command.READERS,
            begin_setting,
            change_since_urged,
        ),
        for_=For.COORDINATORS,
    ),
    Aim.BROADCAST: Row(
        broadcast_in_words, readers=(answer_about_last_broadcast, begin_setting, begin_nudge), for_=For.COORDINATORS
    ),
    Aim.PEOPLE: Row(directory.show_people_in_words, readers=(act_on_people_wish,), words=frozenset({"名单", "人员"})),
    Aim.INVITE: Row(
        private.answer_about_invitation, readers=(deputies.show_own_deputies, act_on_people_wish), for_=For.COORDINATORS
    ),
    Aim.PLAN: Row(
        change_plan_in_words, readers=(offer_to_undo, begin_plan_change, report_in_place_of_unit), for_=For.COORDINATORS
    ),
    Aim.EXPORT: Row(export.export_in_words, readers=(*returns_command.READERS, export.make_in_words), asks_which=True),
    Aim.RETURNS: Row(
        returns_command.answer_about_returns,
        readers=(show_afterthought, *returns_command.READERS),
        words=in_both_languages(labels.RETURNS, labels.FILL_RETURN),
    ),
    Aim.INFO: Row(
        information_in_words.begin_in_words,
        readers=(information_in_words.begin_withdrawal, information_in_words.show_list_in_words),
        for_=For.WRITERS,
        words=ARTICLE_WORDS,
    ),
    Aim.SNOOZE: Row(snooze.snooze_in_words, readers=(begin_setting, act_on_people_wish), for_=For.SPEAKERS),
    Aim.CANCEL: Row(
        leaving.cancel_or_stay,
        readers=(show_afterthought, offer_to_undo, *returns_command.READERS, *CALLED_OFF, begin_plan_change),
    ),
    Aim.HELP: Row(
        private.answer_call_for_help,
        readers=(request.tell_request_state, show_afterthought, offer_to_undo, begin_setting, act_on_people_wish),
        in_group=groups.say_what_can_be_asked,
        words=in_both_languages(labels.HELP) | {"菜单", "功能", "menu"},
        at_once=joining.show_help,
    ),
    Aim.GREETING: Row(
        lambda update, context, meaning: joining.greet_back(update, context),
        readers=(begin_setting, act_on_people_wish),
        in_group=groups.say_what_can_be_asked,
        words=frozenset({"happy new year", "merry christmas", "happy holidays", "season's greetings"}),
    ),
    Aim.THANKS: Row(private.answer_courtesy, in_group=groups.say_you_are_welcome, words=THANKS | NODDED),
    Aim.AGREE: Row(private.say_nothing_is_asked, in_group=groups.say_what_can_be_asked, words=AGREED),
    Aim.REFUSE: Row(
        private.answer_courtesy,
        readers=(
            request.tell_request_state,
            deputies.tell_deputyship,
            correct_or_withdraw,
            show_afterthought,
            *CALLED_OFF,
        ),
        in_group=groups.say_what_can_be_asked,
    ),
    Aim.UNKNOWN: Row(private.answer_unclear_sentence, in_group=groups.say_what_can_be_asked),
}
"""The row of each aim. A feature that is asked for in words is one row here."""


def readers_of(meaning: Understanding) -> tuple[Takes, ...]:
    """Return the readers of a sentence's aim, of both if it may have two, or of all aims if none is known."""
    aims = INTENTS if meaning.aim is Aim.UNKNOWN else meaning.between or (meaning.aim,)
    return tuple(dict.fromkeys(reader for aim in aims for reader in INTENTS[aim].readers))


BEGINS = WRITING | {Aim.WITHDRAW, Aim.NUDGE, Aim.BROADCAST, Aim.PLAN, Aim.SNOOZE}
"""The aims that change something or begin to; all others only show."""
