"""What surely is about something else than what is asked: an order that says what it is for, or another task."""

from functools import partial

from data.announcing.addressees import tells_others, with_bare_names
from data.office.events import names_event_surely
from data.people.directory import people_named
from data.reporting.drafts import KIND
from data.understanding import Aim, Intent, Kind, Understanding, of_kind, says
from data.understanding.change_asked import Asked, change_asked
from data.understanding.exceptions import unit_in
from data.understanding.lines import without_number
from data.understanding.named import points_at
from data.understanding.polarity import only_holds_back
from data.understanding.reports import only_announces
from data.understanding.staffing import Wish, wish_in
from handlers.dialog.words import AGREED, NO, NOTHING, YES, is_courtesy
from handlers.entrance.held_back import what_is_held_back
from handlers.entrance.late_answers import LATE
from handlers.entrance.readings import READING
from handlers.entrance.reply import Reading, Reply
from handlers.extensions.answer_in_words import answers_a_request
from handlers.information.decided_in_words import names_a_piece
from handlers.office.event_days import EVENT
from handlers.office.pasted_plan import is_next_part
from handlers.office.plan_in_words import changes_another_task, tasks_of
from handlers.office.quiet_hours import QUIET
from handlers.office.review_in_words import names_a_report
from handlers.office.settings_in_words import sets_another, sets_own_hours
from handlers.reporting.past_figure import correction_of_figure
from handlers.reporting.task_choice import TASK_CHOICE
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram.understanding import SURE, hear
from handlers.telegram.wording import plain_word

OF_A_NOTICE = ("broadcasts.recalled", "broadcasts.answers_asked")
OF_A_TASK = (Intent.REPORT, Intent.EXTENSION, Intent.HISTORY)
ONLY_SHOWN = (Aim.HISTORY, Aim.DEADLINES, Aim.EXPORT)
"""What is asked to be shown of a task, be it one that is being spoken of."""
ASKED_FOR = (Aim.TASKS, Aim.DEADLINES, Aim.UNREPORTED, Aim.INFO)
"""Of which it can be asked how many there are."""
SHORT_QUESTION, SURE_OF_A_QUESTION = 40, 0.8
SHORTEST_NAME = 3
"""Fewer characters are a word that many tasks have (方案已印发), though only one has it in its title."""


def is_of_another_matter(reply: Reply) -> bool:
    """Whether a text surely is about something else than what is asked."""
    if reply.context.person.is_coordinator and says(reply.heard, *OF_A_NOTICE):
        return True
    if reply.is_verbatim:
        return bool(reply.context.person.speaks_for) and _surely_asks_the_bot(reply)
    return any(knows(reply) for knows in KNOWN)


def _chooses_no_reading(reply: Reply) -> bool:
    """Whether it is said instead of choosing what was meant before."""
    return _is_a_choice(reply) and reply.reading is not Reading.ANSWERED and not chooses_neither(reply)


def chooses_neither(reply: Reply) -> bool:
    """Whether it is no more than a yes or no to what was meant before, which could be to either: it is asked again."""
    only_yes_or_no = is_courtesy(reply.text) or plain_word(reply.text) in AGREED | YES | NO | NOTHING
    return _is_a_choice(reply) and only_yes_or_no


def _is_a_choice(reply: Reply) -> bool:
    return reply.talk.dialog.kind in (READING.kind, LATE.kind)


def _orders_as_the_office(reply: Reply) -> bool:
    """Whether the office decides on a report or a piece of work information that it names, or sets something else."""
    text, heard = reply.text, reply.heard
    return reply.context.person.is_coordinator and (
        names_a_report(heard)
        or names_a_piece(heard)
        or sets_another(reply.talk.dialog, text, heard)
        or (not reply.names_a_code and answers_a_request(reply.context, heard))
    )


def _orders_from_others(reply: Reply) -> bool:
    """Whether the office says to tell or ask others something, or wants what was done last taken back."""
    if not reply.may_be_ordered:
        return False
    asked = change_asked(reply.text, reply.heard)
    if asked is not None and asked.what is Asked.UNDO:
        return True
    told = tells_others(with_bare_names(reply.heard, partial(hear, reply.context)))
    return told and not reply.may_change_an_answer


def _changes_people(reply: Reply) -> bool:
    """Whether the office wants somebody whom it names, or the liaison of a unit, replaced, removed or put on leave."""
    if not reply.may_be_ordered:
        return False
    if wish_in(reply.heard) not in (Wish.REPLACE, Wish.REMOVE, Wish.AWAY) or reply.may_change_an_answer:
        return False
    return unit_in(reply.heard) is not None or bool(people_named(reply.context.db, reply.heard.text))


def _names_units(reply: Reply) -> bool:
    """Whether the office says how a unit is called, or which units are a group."""
    return reply.may_be_ordered and says(reply.heard, "unit_groups.unit_called", "unit_groups.joined")


def _asks_what_units_have_sent(reply: Reply) -> bool:
    """Whether the office asks which notes of units wait, or what work information has come."""
    if reply.is_free or not reply.asks or not reply.context.person.is_coordinator:
        return False
    return says(reply.heard, "office_notes.asked", "office_notes.information_asked")


def _sets_own_hours(reply: Reply) -> bool:
    """Whether somebody sets the hours in which they are not to be disturbed."""
    return not reply.is_free and reply.talk.dialog.kind != QUIET.kind and sets_own_hours(reply.text, reply.heard)


def _holds_back(reply: Reply) -> bool:
    """Whether it says that something is not to be done; a reason may say so of what it does not name."""
    if reply.reading is Reading.ANSWERED or reply.changes_an_answer:
        return False
    held = what_is_held_back(reply.context, reply.text, reply.heard)
    return held is not None and bool(held.codes or only_holds_back(reply.heard.text.lower()) or not reply.is_free)


def _changes_another_task(reply: Reply) -> bool:
    own = [*reply.codes, *tasks_of(reply.talk.dialog, reply.context)]
    return changes_another_task(reply.context, reply.text, reply.heard, own)


def _puts_a_figure_right(reply: Reply) -> bool:
    return correction_of_figure(reply.context, reply.heard) is not None


def _asks_for_the_office(reply: Reply) -> bool:
    """Whether it asks whom to turn to, where the question cannot read it; it may be asked because of the question."""
    return wish_in(reply.heard) is Wish.CONTACT and reply.reading is Reading.UNREAD


def _tells_the_office(reply: Reply) -> bool:
    """Whether it says that the office is to know something, where no words of one's own are asked for; what the office
    is asked to do may stand in a report."""
    if reply.is_free or says(reply.heard, "office_notes.begged") or not reply.context.person.speaks_for:
        return False
    return says(reply.heard, "office_notes.told")


def _names_no_task_alone(reply: Reply) -> bool:
    """Whether, where a task is to be named, it reports on none, or says more of one."""
    heard = reply.heard
    if reply.talk.dialog.kind != TASK_CHOICE.kind:
        return False
    names_one = any(each.kind in (Kind.CODE, Kind.TASK) for each in heard.readings)
    on_none = heard.aim is Aim.REPORT and heard.task is None and not heard.candidates
    return on_none or (names_one and not says(heard, "choices.only_a_name"))


def _enters_an_event(reply: Reply) -> bool:
    """Whether the office says of an event that tasks wait for on which day it was; a reason may say so, too."""
    if not reply.may_be_ordered:
        return False
    return reply.talk.dialog.kind != EVENT.kind and names_event_surely(reply.context.db, reply.text)


def _goes_on_with_a_plan(reply: Reply) -> bool:
    """Whether it is the next part of the plan that is being pasted."""
    return reply.context.person.is_coordinator and is_next_part(reply.context, reply.talk.dialog, reply.text)


def _speaks_of_another_task(reply: Reply) -> bool:
    """Whether a text speaks of another task than the dialog does, or is a whole report of its own: a reason or a note
    may name the task that it is about."""
    if not reply.context.person.speaks_for or _is_of_numbers(reply.text) or reply.is_a_code:
        return False
    if _leads(reply.heard) and reply.heard.aim.intent in OF_A_TASK:
        may_name_it = reply.talk.dialog.kind != KIND and (reply.question is None or reply.question.free)
        return not may_name_it or reply.heard.task not in reply.codes
    return _is_of_several_tasks(reply) or _states_another(reply)


def _reports_on_another_task(reply: Reply) -> bool:
    """Whether, while a report is filled in, another task is reported on, by its code: by the office, which reports in
    the name of a unit, or at a question that asks for no words of one's own."""
    if reply.talk.dialog.kind != KIND or reply.is_a_code or reply.heard.task in reply.codes:
        return False
    if not reply.context.person.is_coordinator and (reply.question is None or reply.is_free):
        return False
    named = {value for each in of_kind(reply.heard, Kind.CODE) for value in each.values}
    reports = reply.heard.aim.intent is Intent.REPORT or reply.states
    return bool(named) and named.isdisjoint(reply.codes) and reports


def speaks_of_its_own_task(reply: Reply) -> bool:
    """Whether a text says something of a task that the dialog is about, by its code, and does not ask; where many are
    only listed to be agreed to, a report on one of them is its own."""
    if reply.question is not None and not reply.is_free:
        return False
    if reply.talk.dialog.kind == KIND or reply.asks or reply.is_a_code or not reply.names_a_code:
        return False
    if reply.heard.aim in ONLY_SHOWN and reply.heard.confidence >= SURE_OF_A_QUESTION and not reply.states:
        return False
    is_a_list = not reply.talk.declared.questions and not reply.talk.declared.passing
    return reply.heard.task in reply.codes or (is_a_list and not reply.states)


def _surely_asks_the_bot(reply: Reply) -> bool:
    """Whether one short line, where any words may be the answer, is a question that only the bot can be asked."""
    heard = reply.heard
    is_short = "\n" not in reply.text.strip() and len(heard.text) < SHORT_QUESTION
    surely = heard.aim in (*ASKED_FOR, Aim.TASK) and heard.confidence >= SURE_OF_A_QUESTION
    return is_short and reply.asks and (surely or says(reply.heard, "asked.how_many_were_sent"))


def _is_of_numbers(text: str) -> bool:
    """Whether a text is several numbers and nothing else, which is no code of a task."""
    words = text.split()
    return len(words) > 1 and all(word.replace(".", "", 1).isdecimal() for word in words)


def _leads(heard: Understanding) -> bool:
    """Whether a text begins with a code, or with words that lead to it."""
    first = next((each for kind in (Kind.CODE, Kind.NO_CODE) for each in of_kind(heard, kind)), None)
    return first is not None and only_announces(heard.text[: first.start])


def _is_of_several_tasks(reply: Reply) -> bool:
    lines = [line for line in reply.text.splitlines() if line.strip()]
    return len(lines) > 1 and sum(_leads(hear(reply.context, without_number(line))) for line in lines) > 1


def _states_another(reply: Reply) -> bool:
    """Whether a text begins with the name of another task of the person's, be it one of several, on which can still be
    reported, and says how that stands, or how much there was."""
    heard, named = reply.heard, next(of_kind(reply.heard, Kind.TASK), None)
    if (
        heard.aim.intent is not Intent.REPORT
        or not reply.states
        or named is None
        or named.start
        or named.sureness < SURE
    ):
        return False
    if named.end - named.start < SHORTEST_NAME and not points_at(heard.text[named.end :]):
        return False
    about = reply.talk.declared.about(reply.context, reply.talk.dialog)
    own = [each for code in (heard.task, *named.values) if code for each in own_assignments(reply.context, code)]
    return all(each.id not in about for each in own) and any(not each.finished for each in own)


KNOWN = (
    _chooses_no_reading,
    _orders_as_the_office,
    _orders_from_others,
    _changes_people,
    _names_units,
    _asks_what_units_have_sent,
    _sets_own_hours,
    _holds_back,
    _changes_another_task,
    _puts_a_figure_right,
    _asks_for_the_office,
    _tells_the_office,
    _names_no_task_alone,
    _enters_an_event,
    _goes_on_with_a_plan,
    _speaks_of_another_task,
    _reports_on_another_task,
)
"""What rooms know for theirs by more than the aim."""
