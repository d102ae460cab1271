"""What is done for what a sentence asks for: one row for each aim, for private chats and for groups."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.understanding import Aim
from handlers.announcing.broadcast import broadcast_said
from handlers.announcing.nudge import nudge_said
from handlers.entrance import group_answers as groups
from handlers.entrance import private_answers as private
from handlers.entrance.commands import For
from handlers.exports import menu as export
from handlers.extensions import request
from handlers.notices import snoozing
from handlers.office import plan_in_words
from handlers.people import directory
from handlers.reporting import sentence as reporting
from handlers.reporting import undo
from handlers.summary import summary
from handlers.tasks import by_unit, history
from handlers.telegram.context import Does


@dataclass(frozen=True, slots=True)
class Row:
    """What is done for an aim.

    `does` answers in private those whom it is meant `for_`; others hear what they can use instead. `in_group` answers
    in a group, and only reads; without it a group is told to ask in private. Where it `asks_which`, that is asked first
    if a sentence may mean several tasks or units.
    """

    does: Does
    in_group: groups.DoesInGroup | None = None
    for_: For = For.EVERYONE
    asks_which: bool = False


INTENTS: Mapping[Aim, Row] = {
    Aim.TASKS: Row(private.unless_summed_up(by_unit.show_meant), groups.show_list, asks_which=True),
    Aim.TASK: Row(private.show_task, groups.show_task, asks_which=True),
    Aim.DEADLINES: Row(by_unit.show_meant, groups.show_list, asks_which=True),
    Aim.UNREPORTED: Row(private.unless_summed_up(by_unit.show_meant), groups.show_list, asks_which=True),
    Aim.SUMMARY: Row(summary.show_meant, groups.show_list, asks_which=True),
    Aim.FIGURES: Row(summary.show_meant, asks_which=True),
    Aim.HISTORY: Row(private.unless_summed_up(history.show_meant), groups.show_unreported),
    Aim.REPORT: Row(reporting.report_meant, for_=For.SPEAKERS, asks_which=True),
    Aim.NO_CHANGE: Row(reporting.report_meant, for_=For.SPEAKERS, asks_which=True),
    Aim.CORRECT: Row(reporting.report_meant, for_=For.SPEAKERS, asks_which=True),
    Aim.RESUME: Row(private.command("update")),
    Aim.WITHDRAW: Row(undo.withdraw_meant),
    Aim.EXTENSION: Row(request.extend_meant, for_=For.SPEAKERS, asks_which=True),
    Aim.REVIEW: Row(private.command("review")),
    Aim.SETTINGS: Row(private.command("settings")),
    Aim.DEPUTY: Row(private.command("deputy")),
    Aim.NUDGE: Row(nudge_said, for_=For.COORDINATORS),
    Aim.BROADCAST: Row(broadcast_said, for_=For.COORDINATORS),
    Aim.PEOPLE: Row(directory.show_meant),
    Aim.INVITE: Row(private.command("invite")),
    Aim.PLAN: Row(plan_in_words.plan_meant, for_=For.COORDINATORS),
    Aim.EXPORT: Row(export.export_meant, asks_which=True),
    Aim.RETURNS: Row(private.how_today),
    Aim.INFO: Row(private.how_today),
    Aim.SNOOZE: Row(snoozing.snooze_meant, for_=For.SPEAKERS),
    Aim.CANCEL: Row(private.give_up),
    Aim.HELP: Row(private.show_help, groups.say_what_can_be_asked),
    Aim.GREETING: Row(private.greet, groups.say_what_can_be_asked),
    Aim.THANKS: Row(private.how_today, groups.say_what_can_be_asked),
    Aim.AGREE: Row(private.how_today, groups.say_what_can_be_asked),
    Aim.REFUSE: Row(private.how_today, groups.say_what_can_be_asked),
    Aim.UNKNOWN: Row(private.not_understood, groups.say_what_can_be_asked),
}
"""Every aim that there is. A feature that is asked for in words is one row here."""
