"""Decides whether a text written at an open question is its answer or a digression.

Two models are asked: that of turns, which knows the question, and that of aims, which hears the sentence alone. Their
log-odds are added up, with weights for signs that they cannot see, such as what the question reads and what the dialog
is about. `tests/handlers/test_digression.py` checks the sum against texts by several authors."""

from collections.abc import Callable, Mapping
from math import log
from operator import attrgetter
from typing import Any

from data.office.events import names_event_surely
from data.reporting.drafts import REPORT_DIALOG
from data.standing.standing import FINISHED
from data.understanding import Aim, Intent, Kind, Understanding, of_kind, says
from data.understanding.aims import LISTS_OF_TASKS, OFFERED
from data.understanding.normalise.sentence import blank
from data.understanding.office.change_asked import change_asked
from data.understanding.people.staffing import StaffingWish, wish_in
from data.understanding.reports import is_nothing, says_much
from data.understanding.steps.steps_named import names_a_step
from data.understanding.sureness import LIKELY, RATHER_SURE, SURE
from handlers.dialog import AGREED, Question, Talk
from handlers.dialog.declaration import is_passing, questions_of
from handlers.entrance.another_task import speaks_of_its_own_task
from handlers.entrance.intents import INTENTS
from handlers.entrance.other_matters import chooses_neither, is_of_another_matter
from handlers.entrance.reply import IN_PASSING, Reading, Reply
from handlers.reporting.task_choice import TASK_CHOICE
from handlers.settings import quiet_hours, reminder_rules, retention
from handlers.telegram import in_both_languages, labels, may_use, plain_word, unknown_refusal

MOST_SURE = 0.99
TURNS = 1.5
"""The weight of the model of turns; that of aims has weight 1."""
BEFORE_ANYTHING_IS_HEARD = -1.5
"""The prior, in log-odds: mostly people answer."""
ANOTHER_MATTER = 30.0
NOTHING_BY_ITSELF = -12.0
OF_WHAT_IS_OPEN = -6.0
TOLD_HANZI, TOLD_WORDS = 4, 3
"""From this many characters or words beside what was read on, a text tells something."""
SHOWN = (*LISTS_OF_TASKS, Aim.EXPORT, Aim.HISTORY, Aim.SUMMARY)
SETTING_DIALOGS = (reminder_rules.RULE.kind, quiet_hours.QUIET.kind, retention.RETENTION.kind)
"""The dialogs in which a sentence about settings is about what is being set."""


def is_digression(talk: Talk[Any], question: Question[Any] | None, text: str, heard: Understanding) -> bool:
    """Return whether a text at an open question (None: the preview) is more likely a digression than its answer."""
    reply = Reply(talk, question, text, heard)
    signs = sum(weight for shows, weight in SIGNS.items() if shows(reply))
    is_other, sureness = reply.turn
    at_the_question = _log_odds(sureness) if is_other else -_log_odds(sureness)
    return BEFORE_ANYTHING_IS_HEARD + _alone(reply) + TURNS * at_the_question + signs > 0


def _alone(reply: Reply) -> float:
    """Return the log-odds that a text is a digression, judged as a sentence alone. They are 0 for some that may as well
    be answers: resuming work (接着做) as a reason, a change of the plan that names no part of it, and at the preview
    what only others may do. While a report is open, what is reported without naming another task belongs to it, even
    if a word of it stands in that task's title; while something is being set, a setting is about that. That there are
    no files (没有图) means nothing by itself."""
    if is_of_another_matter(reply):
        return ANOTHER_MATTER
    if says(reply.text, "removals.of_the_files"):
        return NOTHING_BY_ITSELF
    if reply.heard.aim is Aim.REPORT and reply.talk.dialog.kind == REPORT_DIALOG and not reply.names_a_code:
        return OF_WHAT_IS_OPEN
    if reply.heard.aim is Aim.SETTINGS and reply.talk.dialog.kind in SETTING_DIALOGS:
        return OF_WHAT_IS_OPEN
    if (reply.heard.aim is Aim.RESUME and reply.is_free) or _changes_nothing_of_the_plan(reply):
        return 0.0
    if reply.question is None and not may_use(reply.context.person, INTENTS[reply.heard.aim].for_):
        return 0.0
    if reply.heard.aim not in IN_PASSING and plain_word(reply.text) not in AGREED | in_both_languages(labels.SUBMIT):
        return _log_odds(reply.heard.confidence + (OFFERED if reply.heard.between else 0.0))
    tells_more = _wants_something_of_the_people(reply) or _names_what_is_not_there(reply) or _asks_the_office(reply)
    return 0.0 if tells_more else NOTHING_BY_ITSELF


def _log_odds(sureness: float) -> float:
    held = min(max(sureness, 1 - MOST_SURE), MOST_SURE)
    return log(held / (1 - held))


def _changes_nothing_of_the_plan(reply: Reply) -> bool:
    """Return whether a text is heard as a change of the plan but names neither a part of it nor a change (新增
    约谈企业)."""
    heard = reply.heard
    if heard.aim is not Aim.PLAN or heard.readings:
        return False
    return change_asked(reply.text, heard) is None and not names_event_surely(reply.context.db, reply.text)


def _names_what_is_not_there(reply: Reply) -> bool:
    """Return whether a text says something about a task or an office that the plan does not have."""
    says_more = bool(blank(reply.heard.text, reply.heard.readings, " ").strip())
    return says_more and unknown_refusal(reply.context, reply.heard) is not None


def _wants_something_of_the_people(reply: Reply) -> bool:
    """Return whether a text asks for a person, or says who is away, gone or not in charge. It does not count if any
    words may be the answer, or if it may change who an answer names."""
    wish = wish_in(reply.heard)
    if reply.is_free or wish is None or reply.heard.aim.intent is Intent.REPORT:
        return False
    return not reply.may_change_an_answer or wish in (StaffingWish.CONTACT, StaffingWish.AWAY, StaffingWish.BACK)


def _asks_for_figures(reply: Reply) -> bool:
    """Return whether a text asks for figures (今年立案多少起)."""
    return reply.heard.aim is Aim.FIGURES and reply.asks


def _is_read(reply: Reply) -> bool:
    """Return whether the question reads its answer in a text, or refuses what it knows."""
    return reply.reading in (Reading.ANSWERED, Reading.REFUSED)


def _changes_an_answer(reply: Reply) -> bool:
    """Return whether a text at the preview changes an answer and is no question."""
    return reply.changes_an_answer and not reply.asks


def _is_of_its_own_task(reply: Reply) -> bool:
    """Return whether a text is the code asked for, or speaks of the task that the dialog is about."""
    return reply.is_a_code_asked_for or speaks_of_its_own_task(reply)


def _changes_a_step(reply: Reply) -> bool:
    """Return whether a text names a step at a preview where it may change one (第2步改到8号)."""
    return reply.may_change_an_answer and names_a_step(reply.text)


def _gives_a_value_alone(reply: Reply) -> bool:
    """Return whether a text is nothing but a day or unit at a preview where it may change an answer."""
    return reply.may_change_an_answer and says(reply.heard, "plan_changes.value_alone")


def _is_put_off_to_a_day(reply: Reply) -> bool:
    """Return whether a text asks for a reminder on a day, or for none for a time, unless the open question reads its
    answer there."""
    heard = reply.heard
    wants = heard.aim is Aim.SNOOZE or (bool(reply.context.person.speaks_for) and says(heard, "asked.not_reminded"))
    asks = wants and heard.end is not None and says(heard, "asked.reminder", "asked.not_reminded")
    return asks and reply.reading is not Reading.ANSWERED


def _is_a_code_alone(reply: Reply) -> bool:
    """Return whether a text is only the code of a task, which is not asked for (8-2, 8-2呢)."""
    if reply.question is None or reply.reading is Reading.ANSWERED:
        return reply.is_a_code and not reply.is_a_code_asked_for
    as_written = reply.heard.task is not None and reply.heard.task in reply.text
    is_alone = is_nothing(blank(reply.heard.text, of_kind(reply.heard, Kind.CODE), ""))
    return as_written and is_alone and not reply.states


def _only_consent_is_awaited(reply: Reply) -> bool:
    """Return whether nothing can be changed at the preview, so that only yes or no answers it."""
    declared = reply.talk.declared
    nothing_to_change = is_passing(reply.talk) or not declared.questions
    return reply.question is None and declared.change is None and nothing_to_change


def _nothing_takes_it(reply: Reply) -> bool:
    """Return whether a text changes no answer at a preview that can be changed and has no free text."""
    if _only_consent_is_awaited(reply):
        return False
    asks_for_words = any(each.free for each in questions_of(reply.talk))
    return reply.question is None and not asks_for_words and not reply.may_change_an_answer


def _surely_orders(reply: Reply) -> bool:
    """Return whether a text surely asks to invite, at a question to nudge, or at the preview to be sent something, and
    neither answers the question nor changes an answer."""
    heard, person = reply.heard, reply.context.person
    aims = (Aim.INVITE, Aim.EXPORT) if reply.question is None else (Aim.INVITE, Aim.NUDGE)
    if heard.aim not in aims or heard.confidence < LIKELY:
        return False
    if reply.question is not None and (reply.is_free or reply.reading is Reading.ANSWERED):
        return False
    return may_use(person, INTENTS[heard.aim].for_) and not reply.may_change_an_answer


def _asks_for_a_list(reply: Reply) -> bool:
    """Return whether a text asks for tasks and says nothing about them: 公安局逾期的, but not 我们的任务没完成 or
    公安局."""
    heard = reply.heard
    if heard.aim not in LISTS_OF_TASKS or not blank(heard.text, heard.readings, " ").strip():
        return False
    names = heard.unit is not None or heard.end is not None or heard.overdue
    return reply.asks or (names and heard.status is None and not heard.unfinished)


def _tells_the_office(reply: Reply) -> bool:
    """Return whether a text tells more of a task than that it is done, or something that the question does not read
    (43-5 完成 签到册补齐了; 1-9写错了，应该是12月), where the office is not asked for words."""
    if not reply.talk.declared.office or reply.question is None or reply.is_free or reply.asks:
        return False
    heard = reply.heard
    done = any(each.values[0] in FINISHED for each in of_kind(heard, Kind.STATUS))
    told = (done or reply.reading is Reading.UNREAD) and reply.names_a_code
    return told and says_much(blank(heard.text, heard.readings, " "), TOLD_HANZI, TOLD_WORDS)


def _asks_the_office(reply: Reply) -> bool:
    """Return whether a text asks about something that is named, where the office is asked for something else."""
    return reply.talk.declared.office and _asks_instead(reply) and bool(reply.heard.readings)


def _asks_instead(reply: Reply) -> bool:
    """Return whether a text is a question and contains nothing that the open question asks for."""
    return reply.reading is Reading.UNREAD and reply.asks


def _is_for_the_office(reply: Reply) -> bool:
    """Return whether a text names none of what the office is to choose from, but is an order or a wish by itself. A
    setting may be the value asked for, badly put."""
    chooses = reply.talk.declared.office and reply.question is not None and reply.question.members is not None
    return chooses and reply.reading is Reading.UNREAD and reply.heard.aim not in (*IN_PASSING, Aim.SETTINGS)


def _asks_to_be_shown(reply: Reply) -> bool:
    """Return whether a text probably asks to be shown or sent something (pls export my stuff); where any words of a
    unit may be the answer, it must be surer than where it is none."""
    enough = LIKELY if reply.reading is Reading.UNREAD else RATHER_SURE
    shown = reply.heard.aim in SHOWN and reply.heard.confidence >= enough
    may_be_a_note = reply.is_free and not reply.states and not reply.talk.declared.office
    return shown and (reply.reading is Reading.UNREAD or may_be_a_note)


def _asks_where_a_name_is_wanted(reply: Reply) -> bool:
    """Return whether a text is a question where a name is asked for; no name asks anything (谁还没报月报)."""
    return reply.question is not None and reply.question.is_name and reply.asks


def _asks_how_it_stands(reply: Reply) -> bool:
    """Return whether a question names a possible answer but asks how that stands: 市公安局怎么样."""
    return reply.reading is Reading.ANSWERED and reply.asks and reply.heard.aim is Aim.SUMMARY


def _surely_asks(reply: Reply) -> bool:
    """Return whether a text is surely a question, by itself or where it is written, although any words may be the
    answer, unless they are for others, who may be asked anything."""
    heard, (is_other, sureness) = reply.heard, reply.turn
    surely = heard.confidence >= SURE or (is_other and sureness >= SURE)
    may_ask = reply.is_free and not reply.is_verbatim
    return may_ask and reply.asks and heard.aim not in IN_PASSING and surely


def _points_at_the_task(reply: Reply) -> bool:
    """Return whether a text says to which task the words belong for which that is asked (就报到那个检查的里面)."""
    return reply.talk.dialog.kind == TASK_CHOICE.kind and says(reply.heard, "report_corrections.pointed_at")


SIGNS: Mapping[Callable[[Reply], bool], float] = {
    _asks_for_figures: 3.0,
    _is_put_off_to_a_day: 15.0,
    _is_a_code_alone: 9.0,
    _only_consent_is_awaited: 9.0,
    _nothing_takes_it: 6.0,
    _surely_orders: 9.0,
    _wants_something_of_the_people: 5.0,
    _asks_for_a_list: 3.5,
    _surely_asks: 5.0,
    _asks_how_it_stands: 9.0,
    _asks_where_a_name_is_wanted: 15.0,
    _asks_instead: 3.0,
    _is_for_the_office: 3.0,
    _asks_to_be_shown: 3.5,
    _tells_the_office: 18.0,
    chooses_neither: -ANOTHER_MATTER,
    _points_at_the_task: -ANOTHER_MATTER,
    attrgetter("is_late"): 4.0,
    attrgetter("is_free"): -2.5,
    attrgetter("states"): -3.0,
    _is_read: -6.0,
    _changes_an_answer: -6.0,
    _is_of_its_own_task: -6.0,
    _changes_a_step: -9.0,
    _gives_a_value_alone: -9.0,
    attrgetter("is_verbatim"): -12.0,
}
"""The signs with their log-odds: positive for a digression, negative for an answer."""
