"""Signs that a text is surely not about the open question: it orders something else, or it is about another task."""

from typing import Any

from data.dialogs import Dialog
from data.reporting.drafts import REPORT_DIALOG
from data.understanding import Aim, Intent, Kind, Mood, Understanding, of_kind, says, values_of
from data.understanding.dialog.giving_up import gives_up
from data.understanding.lines import without_number
from data.understanding.normalise.sentence import CLAUSE, blank
from data.understanding.office.change_asked import begins_with_code, change_asked
from data.understanding.polarity import has_order_word, only_holds_back
from data.understanding.reports import only_announces
from data.understanding.task_named import points_at
from handlers.announcing.sent_broadcasts import answer_about_last_broadcast
from handlers.dialog import AGREED, Talk, is_courtesy
from handlers.dialog.answers_in_text import changes_another_answer
from handlers.dialog.keyboard import button_meant
from handlers.dialog.readers import Reader
from handlers.dialog.words import NO, SKIPS, YES
from handlers.entrance.before_aims import BEFORE_ITS_AIM, WHATEVER_ELSE
from handlers.entrance.intents import INTENTS
from handlers.entrance.late_answers import LATE, talk_and_question
from handlers.entrance.prohibitions import prohibition_in
from handlers.entrance.reading_choice import READING
from handlers.entrance.reply import Reading, Reply
from handlers.office.plan_in_words import codes_of_dialog
from handlers.reporting.line_splitting import split_line
from handlers.reporting.task_choice import TASK_CHOICE
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import Context, hear, plain_word
from handlers.telegram.understanding import SURE_OF_A_MEANING, SURE_OF_A_READING

OF_ROWS = (reader for row in INTENTS.values() for reader in row.readers)
READERS = [each for each in dict.fromkeys((*BEFORE_ITS_AIM, *OF_ROWS, *WHATEVER_ELSE)) if isinstance(each, Reader)]
"""The readers that can claim a text while a question is open."""
ORDERS = (Aim.NUDGE, Aim.BROADCAST, Aim.INVITE, Aim.EXPORT, Aim.PLAN, Aim.SETTINGS, Aim.PEOPLE)
WHY = ("reason", "words")
"""Keys of the questions for a reason and for praise."""
OF_A_TASK = (Intent.REPORT, Intent.EXTENSION, Intent.HISTORY)
ONLY_SHOWN = (Aim.HISTORY, Aim.DEADLINES, Aim.EXPORT)
"""Aims that only ask to see something of a task, even of the one the dialog is about."""
IN_PASSING = (Aim.UNKNOWN, Aim.GREETING, Aim.THANKS, Aim.AGREE, Aim.REFUSE)
"""Aims that are never an order."""
LIKELIER_THAN_NOT = 0.5
ASKED_FOR = (Aim.TASKS, Aim.DEADLINES, Aim.UNREPORTED, Aim.INFO)
"""Aims of questions that may ask for a number of things."""
SHORT_QUESTION, SURE_OF_A_QUESTION = 40, 0.8
LONGEST_NAME = 12
"""Characters; a longer text in which no task is found does not name one."""
SHORTEST_NAME = 3
"""Characters; a shorter name is a word of many tasks (方案已印发), even if only one has it in its title."""


def is_of_another_matter(reply: Reply) -> bool:
    """Return whether a text is surely not about the open question."""
    if reply.is_verbatim:
        of_a_notice = answer_about_last_broadcast.names(reply.talk, reply.text, reply.heard)
        return of_a_notice or (bool(reply.context.person.speaks_for) and _surely_asks_the_bot(reply))
    return any(knows(reply) for knows in KNOWN)


def may_be_an_order(context: Context, dialog: Dialog, text: str, heard: Understanding) -> bool:
    """Return whether a text at the question for a reason or for praise is more like an order, or a report on another
    task."""
    talk, question = talk_and_question(context, dialog)
    if talk is None or question is None or question.key not in WHY:
        return False
    if button_meant(talk, text) is not None or gives_up(text) or changes_another_answer(talk, question, text):
        return False
    if _orders_of_another(talk, text, heard) or any(each.knows(talk, text, heard) for each in READERS):
        return True
    if not context.person.is_coordinator:
        return False
    if Mood.ASKS in heard.moods and len(list(CLAUSE.finditer(text.strip()))) == 1:
        return True
    asked = change_asked(text, heard)
    if asked is not None and asked.code and begins_with_code(text, asked.code):
        return True
    return heard.confidence >= SURE_OF_A_MEANING and heard.aim in ORDERS and has_order_word(text.lower())


def _orders_of_another(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a text begins with the code of a task outside the dialog, or orders something about such tasks
    only."""
    codes, own = values_of(heard, Kind.CODE), codes_of_dialog(talk)
    if not codes or codes[0] in own:
        return False
    return leads_to_code(heard) or (has_order_word(text.lower()) and set(codes).isdisjoint(own))


def _chooses_no_reading(reply: Reply) -> bool:
    """Return whether a text is written instead of choosing what was meant before."""
    return _is_a_choice(reply) and reply.reading is not Reading.ANSWERED and not chooses_neither(reply)


def chooses_neither(reply: Reply) -> bool:
    """Return whether a text only says yes or no when asked which reading was meant; it is then asked again."""
    only_yes_or_no = is_courtesy(reply.text) or plain_word(reply.text) in AGREED | YES | NO | SKIPS
    return _is_a_choice(reply) and only_yes_or_no


def _is_a_choice(reply: Reply) -> bool:
    return reply.talk.dialog.kind in (READING.kind, LATE.kind)


def _is_taken_by_a_reader(reply: Reply) -> bool:
    """Return whether a reader claims a text: by what it names, or, if it answers nothing and changes no answer, because
    it is surely for that reader."""
    talk, text, heard = reply.talk, reply.text, reply.heard
    if any(each.names(talk, text, heard) for each in READERS):
        return True
    if reply.is_free or reply.reading is Reading.ANSWERED:
        return False
    return any(each.knows(talk, text, heard) for each in READERS) and not reply.may_change_an_answer


def _holds_back(reply: Reply) -> bool:
    """Return whether a text says that something is not to be done. Where a reason is asked for, it must also name a
    task or say nothing else."""
    if reply.reading is Reading.ANSWERED or reply.changes_an_answer:
        return False
    held = prohibition_in(reply.context, reply.text, reply.heard)
    return held is not None and bool(held.codes or only_holds_back(reply.heard.text.lower()) or not reply.is_free)


def _is_no_task_name(reply: Reply) -> bool:
    """Return whether, at the question for a task, a text reports on none, says more than a name, or asks for something
    else."""
    heard = reply.heard
    if reply.talk.dialog.kind != TASK_CHOICE.kind:
        return False
    wants = heard.aim not in IN_PASSING and heard.confidence >= LIKELIER_THAN_NOT
    if reply.reading is Reading.UNREAD and (wants or len(reply.text.strip()) > LONGEST_NAME):
        return True
    names_one = any(each.kind in (Kind.CODE, Kind.TASK) for each in heard.readings)
    on_none = heard.aim is Aim.REPORT and heard.task is None and not heard.candidates
    return on_none or (names_one and not _is_a_name_asked_for(reply))


def _is_a_name_asked_for(reply: Reply) -> bool:
    """Return whether a text at the question for a task only names one (1-2吧, 就是招人的那个1-2)."""
    heard = reply.heard
    wants_no_more = heard.aim in (Aim.TASK, *IN_PASSING) and not (reply.asks or reply.states)
    pointed_at = wants_no_more and points_at(heard.text) and not says(heard, "choices.seen")
    return reply.talk.dialog.kind == TASK_CHOICE.kind and (pointed_at or says(heard, "choices.only_a_name"))


def _speaks_of_another_task(reply: Reply) -> bool:
    """Return whether a text is about a task outside the dialog, or is a whole report of its own. A reason or a note may
    name the task it is about."""
    if not reply.context.person.speaks_for or _is_only_numbers(reply.text) or reply.is_a_code:
        return False
    if _is_a_name_asked_for(reply):
        return False
    if leads_to_code(reply.heard) and reply.heard.aim.intent in OF_A_TASK:
        may_name_it = reply.talk.dialog.kind != REPORT_DIALOG and (reply.question is None or reply.question.free)
        return not may_name_it or reply.heard.task not in reply.codes
    return _reports_several_tasks(reply) or _states_another(reply)


def _reports_on_another_task(reply: Reply) -> bool:
    """Return whether a text reports on another task, by its code, while a report is filled in: anywhere from a
    coordinator, who reports for units, else only at questions without free text."""
    if reply.talk.dialog.kind != REPORT_DIALOG or reply.is_a_code or reply.heard.task in reply.codes:
        return False
    if not reply.context.person.is_coordinator and (reply.question is None or reply.is_free):
        return False
    return reply.names_only_others and (reply.heard.aim.intent is Intent.REPORT or reply.states)


def _names_another_task(reply: Reply) -> bool:
    """Return whether a text that answers nothing is only about tasks outside the dialog, by their codes. At the
    preview, it counts only below a list that is to be agreed to."""
    if reply.question is None:
        elsewhere = not reply.codes or reply.names_only_others
        return _is_a_list(reply) and reply.names_a_code and elsewhere and not reply.may_change_an_answer
    if reply.is_free or reply.reading is Reading.ANSWERED or not reply.codes:
        return False
    return reply.names_only_others and bool(blank(reply.heard.text, of_kind(reply.heard, Kind.CODE), " ").strip())


def speaks_of_its_own_task(reply: Reply) -> bool:
    """Return whether a text at the preview or in free text says something about a task of the dialog, by its code, or
    about a list that is to be agreed to, and asks nothing."""
    if reply.question is not None and not reply.is_free:
        return False
    if reply.talk.dialog.kind == REPORT_DIALOG or reply.asks or reply.is_a_code or not reply.names_a_code:
        return False
    if reply.heard.aim in ONLY_SHOWN and reply.heard.confidence >= SURE_OF_A_QUESTION and not reply.states:
        return False
    to_the_list = _is_a_list(reply) and not reply.states and not _names_another_task(reply)
    return reply.heard.task in reply.codes or to_the_list


def _is_a_list(reply: Reply) -> bool:
    """Return whether the preview only lists what is to be agreed to."""
    return not reply.talk.declared.questions and not reply.talk.declared.passing


def _surely_asks_the_bot(reply: Reply) -> bool:
    """Return whether one short line is a question that only the bot can answer, although any words may be the
    answer."""
    heard = reply.heard
    is_short = "\n" not in reply.text.strip() and len(heard.text) < SHORT_QUESTION
    surely = heard.aim in (*ASKED_FOR, Aim.TASK) and heard.confidence >= SURE_OF_A_QUESTION
    return is_short and reply.asks and (surely or says(reply.heard, "asked.how_many_were_sent"))


def _asks_what(reply: Reply) -> bool:
    """Return whether a text at the preview asks what, who or how, which changes nothing; asking whether something can
    be otherwise (能改成3月吗) may."""
    moods = reply.heard.moods
    return reply.question is None and Mood.ASKS in moods and Mood.WHETHER not in moods


def _is_only_numbers(text: str) -> bool:
    """Return whether a text is several numbers and nothing else, which is no task code."""
    words = text.split()
    return len(words) > 1 and all(word.replace(".", "", 1).isdecimal() for word in words)


def leads_to_code(heard: Understanding) -> bool:
    """Return whether a text begins with a code, or with words that only lead to one."""
    first = next((each for kind in (Kind.CODE, Kind.NO_CODE) for each in of_kind(heard, kind)), None)
    return first is not None and only_announces(heard.text[: first.start])


def _reports_several_tasks(reply: Reply) -> bool:
    lines = [part for line in reply.text.splitlines() if line.strip() for part in split_line(reply.context, line)]
    return len(lines) > 1 and sum(leads_to_code(hear(reply.context, without_number(line))) for line in lines) > 1


def _states_another(reply: Reply) -> bool:
    """Return whether a text begins with the name of another of the person's open tasks, and says how it stands or gives
    figures."""
    heard, named = reply.heard, next(of_kind(reply.heard, Kind.TASK), None)
    if heard.aim.intent is not Intent.REPORT or not reply.states or named is None or named.start:
        return False
    name = heard.text[: named.end]
    if not points_at(name) and (named.sureness < SURE_OF_A_READING or len(name) < SHORTEST_NAME):
        return False
    about = reply.talk.declared.assignment_ids(reply.context, reply.talk.dialog)
    own = [each for code in (heard.task, *named.values) if code for each in own_assignments(reply.context, code)]
    return all(each.id not in about for each in own) and any(not each.finished for each in own)


KNOWN = (
    _chooses_no_reading,
    _is_taken_by_a_reader,
    _holds_back,
    _is_no_task_name,
    _speaks_of_another_task,
    _reports_on_another_task,
    _names_another_task,
    _asks_what,
)
"""Signs beyond the aim: those that the readers know, and those that only the open dialog shows by what it asks and is
about."""
