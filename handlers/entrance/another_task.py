"""Signs that a text is about another task than the open question, or about its own."""

from data.reporting.drafts import REPORT_DIALOG
from data.understanding import Aim, Intent, Kind, Understanding, of_kind, says
from data.understanding.lines import without_number
from data.understanding.lines_named import places_named
from data.understanding.matters import MOST_HEARD
from data.understanding.normalise.sentence import blank
from data.understanding.reports import only_announces
from data.understanding.sureness import LIKELY, SURE, VERY_SURE
from data.understanding.task_named import points_at
from handlers.entrance.reply import IN_PASSING, Reading, Reply
from handlers.reporting.line_splitting import split_line
from handlers.reporting.task_choice import TASK_CHOICE
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import hear

OF_A_TASK = (Intent.REPORT, Intent.EXTENSION, Intent.HISTORY)
ONLY_SHOWN = (Aim.HISTORY, Aim.DEADLINES, Aim.EXPORT)
"""Aims that only ask to see something of a task, even of the one the dialog is about."""
LONGEST_NAME = 12
"""Characters; a longer text in which no task is found does not name one."""
SHORTEST_NAME = 3
"""Characters; a shorter name is a word of many tasks (方案已印发), even if only one has it in its title."""


def is_no_task_name(reply: Reply) -> bool:
    """Return whether, asked for a task, a text reports on none, says more than a name, or asks for something else."""
    heard = reply.heard
    if reply.talk.dialog.kind != TASK_CHOICE.kind:
        return False
    wants = heard.aim not in IN_PASSING and heard.confidence >= LIKELY
    if reply.reading is Reading.UNREAD and (wants or len(reply.text.strip()) > LONGEST_NAME):
        return True
    names_one = heard.names(Kind.CODE, Kind.TASK)
    on_none = heard.aim is Aim.REPORT and heard.task is None and not heard.candidates
    return on_none or (names_one and not _is_a_name_asked_for(reply))


def _is_a_name_asked_for(reply: Reply) -> bool:
    """Return whether a text at the question for a task only names one (1-2吧, 就是招人的那个1-2)."""
    heard = reply.heard
    wants_no_more = heard.aim in (Aim.TASK, *IN_PASSING) and not (reply.asks or reply.states)
    pointed_at = wants_no_more and points_at(heard.text) and not says(heard, "choices.seen")
    return reply.talk.dialog.kind == TASK_CHOICE.kind and (pointed_at or says(heard, "choices.only_a_name"))


def speaks_of_another_task(reply: Reply) -> bool:
    """Return whether a text is about a task outside the dialog, or is a whole report of its own. A reason or a note may
    name the task it is about, and so may what changes a list of tasks."""
    if not reply.context.person.speaks_for or _is_only_numbers(reply.text) or reply.is_a_code:
        return False
    if _is_a_name_asked_for(reply) or (_is_a_list(reply) and not reply.codes and reply.may_change_an_answer):
        return False
    if leads_to_code(reply.heard) and (reply.heard.aim.intent in OF_A_TASK or _gives_percent_of_another(reply)):
        may_name_it = reply.talk.dialog.kind != REPORT_DIALOG and (reply.question is None or reply.question.free)
        if not (may_name_it and reply.names_only_its_own):
            return True
    changes_its_own = reply.names_only_its_own and reply.may_change_an_answer
    return (_reports_several_tasks(reply) and not changes_its_own) or _states_another(reply)


def _gives_percent_of_another(reply: Reply) -> bool:
    """Return whether a text at the preview gives the percent or status of another task (1-2 这个改成70%)."""
    said = (*of_kind(reply.heard, Kind.PERCENT), *of_kind(reply.heard, Kind.STATUS))
    return reply.question is None and bool(said) and reply.names_only_others


def reports_on_another_task(reply: Reply) -> bool:
    """Return whether a text reports on another task, by its code, while a report is filled in: anywhere from a
    coordinator, who reports for units, else only at questions without free text."""
    if reply.talk.dialog.kind != REPORT_DIALOG or reply.is_a_code or reply.heard.task in reply.codes:
        return False
    if not reply.context.person.is_coordinator and (reply.question is None or reply.is_free):
        return False
    return reply.names_only_others and (reply.heard.aim.intent is Intent.REPORT or reply.states)


def wishes_for_several(reply: Reply) -> bool:
    """Return whether a text at the preview asks for more time for all of several tasks, where it is about one (年底的
    全部延到1月15), or says there or where no words are asked for that the others are unchanged (还没报的全写无变化)."""
    heard, words = reply.heard, reply.is_free and reply.question is not None
    if reply.names_a_code or words or len(reply.codes) != 1:
        return False
    if heard.aim is Aim.NO_CHANGE:
        return says(heard, "no_change.said_of_others")
    return reply.question is None and heard.aim is Aim.EXTENSION and says(heard, "report_corrections.of_all")


def names_another_task(reply: Reply) -> bool:
    """Return whether a text that answers nothing is only about tasks outside the dialog, by their codes; if the dialog
    is about none, it must surely report on one or ask for more time. At the preview, it counts only below a list that
    is to be agreed to."""
    if reply.question is None:
        elsewhere = not reply.codes or reply.names_only_others
        return _is_a_list(reply) and reply.names_a_code and elsewhere and not reply.may_change_an_answer
    if reply.is_free or reply.reading is Reading.ANSWERED:
        return False
    is_of_a_task = reply.heard.aim.intent in OF_A_TASK and reply.heard.confidence >= SURE
    if not (reply.codes or (is_of_a_task and reply.context.person.speaks_for)):
        return False
    return reply.names_only_others and bool(blank(reply.heard.text, of_kind(reply.heard, Kind.CODE), " ").strip())


def speaks_of_its_own_task(reply: Reply) -> bool:
    """Return whether a text at the preview or in free text says something about a task of the dialog, by its code, or
    about a list that is to be agreed to, or one of its lines by its place, and asks nothing."""
    if reply.question is not None and not reply.is_free:
        return False
    by_place = _is_a_list(reply) and bool(places_named(reply.text, len(reply.codes)))
    named = reply.names_a_code or by_place
    if reply.talk.dialog.kind == REPORT_DIALOG or reply.asks or reply.is_a_code or not named:
        return False
    if reply.heard.aim in ONLY_SHOWN and reply.heard.confidence >= SURE and not reply.states:
        return False
    to_the_list = _is_a_list(reply) and not reply.states and not names_another_task(reply)
    return reply.heard.task in reply.codes or reply.names_only_its_own or to_the_list


def _is_a_list(reply: Reply) -> bool:
    return not reply.talk.declared.questions and not reply.talk.declared.passing


def _is_only_numbers(text: str) -> bool:
    """Return whether a text is several numbers and nothing else, which is no task code."""
    words = text.split()
    return len(words) > 1 and all(word.replace(".", "", 1).isdecimal() for word in words)


def leads_to_code(heard: Understanding) -> bool:
    """Return whether a text begins with a code, or with words that only lead to one."""
    first = next((each for kind in (Kind.CODE, Kind.NO_CODE) for each in of_kind(heard, kind)), None)
    return first is not None and only_announces(heard.text[: first.start])


def _reports_several_tasks(reply: Reply) -> bool:
    written = [line for line in reply.text.splitlines() if line.strip()][:MOST_HEARD]
    lines = [part for line in written for part in split_line(reply.context, line)]
    return len(lines) > 1 and sum(leads_to_code(hear(reply.context, without_number(line))) for line in lines) > 1


def _states_another(reply: Reply) -> bool:
    """Return whether a text begins with the name of another of the person's open tasks, and says how it stands or gives
    figures. Words that are counted themselves (立案监督3件) are no name."""
    heard, named = reply.heard, next(of_kind(reply.heard, Kind.TASK), None)
    if named is not None and any(each.start <= named.start < each.end for each in of_kind(heard, Kind.FIGURE)):
        return False
    if heard.aim.intent is not Intent.REPORT or not reply.states or named is None or named.start:
        return False
    name = heard.text[: named.end]
    if not points_at(name) and (named.sureness < VERY_SURE or len(name) < SHORTEST_NAME):
        return False
    about = reply.talk.declared.assignment_ids(reply.context, reply.talk.dialog)
    own = [each for code in (heard.task, *named.values) if code for each in own_assignments(reply.context, code)]
    return all(each.id not in about for each in own) and any(not each.finished for each in own)
