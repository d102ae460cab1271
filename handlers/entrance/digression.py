"""Decides whether a text written at an open question is its answer or a digression.

What is surely one or the other is told by signs. Else two models are asked: that of turns, which knows the question,
and that of aims, which hears the sentence alone. To their log-odds is added what they cannot see: whether the question
or the preview takes the text, and whether it wants something else. `tests/handlers/test_digression.py` checks the sum
against texts that several authors wrote while a report was asked for; the tests of the rooms check other dialogs."""

from math import log
from typing import Any

from data.office.events import names_event_surely
from data.reporting.batches import BATCH_DIALOG
from data.reporting.drafts import REPORT_DIALOG
from data.standing.standing import FINISHED
from data.understanding import Aim, Intent, Kind, Understanding, of_kind, says
from data.understanding.aims import LISTS_OF_TASKS, OFFERED
from data.understanding.announcing.addressees import TO_OTHERS, tells_others
from data.understanding.normalise.sentence import blank
from data.understanding.office.change_asked import change_asked
from data.understanding.people.staffing import StaffingWish, wish_in
from data.understanding.reports import is_nothing, says_much
from data.understanding.sureness import LIKELY, RATHER_SURE, SURE
from handlers.dialog import AGREED, Question, Talk
from handlers.dialog.declaration import questions_of
from handlers.entrance.another_task import speaks_of_its_own_task
from handlers.entrance.intents import INTENTS
from handlers.entrance.other_matters import chooses_neither, is_of_another_matter
from handlers.entrance.private_answers import REPORTS
from handlers.entrance.reading_choice import READING, sentence_added_to
from handlers.entrance.reply import IN_PASSING, Reading, Reply
from handlers.reporting.task_choice import TASK_CHOICE, words_added_to
from handlers.settings import quiet_hours, reminder_rules, retention
from handlers.telegram import may_use, unknown_refusal
from handlers.wording import in_both_languages, labels, plain_word

MOST_SURE = 0.99
TURNS = 1.5
"""The weight of the model of turns; that of aims has weight 1."""
BEFORE_ANYTHING_IS_HEARD = -1.5
"""The prior, in log-odds: mostly people answer."""
NOTHING_BY_ITSELF = -12.0
"""The log-odds of a text that is no wish by itself; below whatever else may speak for a digression."""
OF_WHAT_IS_OPEN = -6.0
"""The log-odds of a report while reports are written, or of a setting while one is set."""
IS_TAKEN, MAY_BE_TAKEN = -6.0, -2.5
"""The log-odds of a text that the question reads, and of one that it may take as any words."""
NOTHING_TAKES_IT, WANTS_SOMETHING_ELSE = 6.0, 3.5
"""The log-odds of a text that nothing at the preview takes, and of one that wants something else by its words."""
TOLD_HANZI, TOLD_WORDS = 4, 3
"""From this many characters or words beside what was read on, a text tells something."""
TOLD = (Aim.EXPORT, Aim.HISTORY, Aim.SUMMARY)
SHOWN = (*LISTS_OF_TASKS, *TOLD)
SETTING_DIALOGS = (reminder_rules.RULE.kind, quiet_hours.QUIET.kind, retention.RETENTION.kind)
"""The dialogs in which a sentence about settings is about what is being set."""


def is_digression(talk: Talk[Any], question: Question[Any] | None, text: str, heard: Understanding) -> bool:
    """Return whether a text at an open question (None: the preview) is more likely a digression than its answer."""
    reply = Reply(talk, question, text, heard)
    chooses_a_task = talk.dialog.kind == TASK_CHOICE.kind
    if chooses_a_task and (says(heard, "report_corrections.pointed_at") or words_added_to(talk, text)):
        return False
    if chooses_neither(reply) or (talk.dialog.kind == READING.kind and sentence_added_to(talk, text)):
        return False
    if is_of_another_matter(reply):
        return True
    if reply.is_verbatim:
        return _asks_where_a_name_is_wanted(reply)
    by_itself = _alone(reply)
    if by_itself > NOTHING_BY_ITSELF and any(shows(reply) for shows in OF_ITS_OWN):
        return True
    is_other, sureness = reply.turn
    at_the_question = _log_odds(sureness) if is_other else -_log_odds(sureness)
    wants = WANTS_SOMETHING_ELSE if _wants_something_else(reply) else 0.0
    return BEFORE_ANYTHING_IS_HEARD + by_itself + TURNS * at_the_question + wants + _as_taken(reply) > 0


def _alone(reply: Reply) -> float:
    """Return the log-odds that a text is a digression, judged as a sentence alone. They are 0 for some that may as well
    be answers: resuming work (接着做) as a reason, a change of the plan that names no part of it, and at the preview
    what only others may do. While a report is open, what is reported without naming another task belongs to it, even
    if a word of it stands in that task's title; while something is being set, a setting is about that. That there are
    no files (没有图) means nothing by itself."""
    if says(reply.text, "removals.of_the_files"):
        return NOTHING_BY_ITSELF
    kind, aim = reply.talk.dialog.kind, reply.heard.aim
    of_reports = aim is Aim.REPORT or (aim is Aim.CORRECT and kind == BATCH_DIALOG)
    if of_reports and kind in REPORTS and not reply.names_a_code:
        return OF_WHAT_IS_OPEN
    if aim is Aim.SETTINGS and kind in SETTING_DIALOGS:
        return OF_WHAT_IS_OPEN
    if (aim is Aim.RESUME and reply.is_free) or _changes_nothing_of_the_plan(reply):
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
    """Return whether a text is heard as a change of the plan but names no part of it and no change (新增 约谈企业)."""
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


def _as_taken(reply: Reply) -> float:
    """Return the log-odds that a text is a digression, judged by what takes it: the question reads it, or it speaks of
    the dialog's own task; any words may be the answer, or it may change one; or nothing at the preview takes it."""
    refused, answered = reply.reading is Reading.REFUSED, reply.reading is Reading.ANSWERED
    if refused or (answered and not _asks_of_a_time(reply)) or speaks_of_its_own_task(reply):
        return IS_TAKEN
    if reply.is_free or reply.may_change_an_answer:
        return MAY_BE_TAKEN
    asks_for_words = any(each.free for each in questions_of(reply.talk))
    return NOTHING_TAKES_IT if reply.question is None and not asks_for_words else 0.0


def _wants_something_else(reply: Reply) -> bool:
    """Return whether a text asks or orders something else than what is asked for: a list, or something of the people;
    at the preview, what changes nothing there; where any words may be the answer, what it surely asks or, of a unit,
    what it asks to be shown; and elsewhere any question or order in which the question reads nothing."""
    heard = reply.heard
    if _asks_for_a_list(reply) or _wants_something_of_the_people(reply):
        return True
    if reply.question is None:
        return _orders(reply, LIKELY, Aim.INVITE, Aim.EXPORT) and not reply.may_change_an_answer
    if reply.is_free:
        surely = heard.confidence >= SURE or (reply.turn[0] and reply.turn[1] >= SURE)
        asks = reply.asks and heard.aim not in IN_PASSING and surely
        return asks or (not reply.states and not reply.talk.declared.office and _orders(reply, RATHER_SURE, *SHOWN))
    orders = _is_for_the_office(reply) or _orders(reply, LIKELY, *SHOWN, Aim.INVITE, Aim.NUDGE)
    return (reply.reading is Reading.UNREAD and (reply.asks or orders)) or _asks_of_a_time(reply)


def _asks_of_a_time(reply: Reply) -> bool:
    """Return whether a text has an answer in it because it asks or orders something of that time: 汇总一下今年的数,
    1-2这个月报了没 where a day is asked for; not 能不能代到过年."""
    heard = reply.heard
    chooses = reply.question is not None and reply.question.members is not None
    if chooses or reply.reading is not Reading.ANSWERED or not heard.names(Kind.TIME):
        return False
    says_more = bool(blank(heard.text, heard.readings, "").strip())
    orders = _orders(reply, RATHER_SURE, *TOLD, Aim.FIGURES) or _orders(reply, LIKELY, *TO_OTHERS)
    return says_more and (orders or (reply.asks and reply.turn[0]))


def _asks_for_a_list(reply: Reply) -> bool:
    """Return whether a text asks for tasks and says nothing of them: 公安局逾期的, not 我们的任务没完成 or 公安局."""
    heard = reply.heard
    if heard.aim not in LISTS_OF_TASKS or not blank(heard.text, heard.readings, " ").strip():
        return False
    names = heard.unit is not None or heard.end is not None or heard.overdue
    return reply.asks or (names and heard.status is None and not heard.unfinished)


def _orders(reply: Reply, least: float, *aims: Aim) -> bool:
    """Return whether a text has one of these aims, at least so surely, and the person may ask for that."""
    heard = reply.heard
    return heard.aim in aims and heard.confidence >= least and may_use(reply.context.person, INTENTS[heard.aim].for_)


def _is_for_the_office(reply: Reply) -> bool:
    """Return whether a text is an order or a wish by itself, where the office is to choose from a list. A setting may
    be the value asked for, badly put."""
    chooses = reply.question is not None and reply.question.members is not None and reply.talk.declared.office
    return chooses and reply.heard.aim not in (*IN_PASSING, Aim.SETTINGS)


def _asks_the_office(reply: Reply) -> bool:
    """Return whether a text asks about something that is named, where the office is asked for something else."""
    asks = reply.asks and reply.reading is Reading.UNREAD
    return asks and reply.talk.declared.office and bool(reply.heard.readings)


def _asks_where_a_name_is_wanted(reply: Reply) -> bool:
    """Return whether a text is a question where a name is asked for; no name asks anything (谁还没报月报)."""
    return reply.question is not None and reply.question.is_name and reply.asks


def _asks_how_it_stands(reply: Reply) -> bool:
    """Return whether a question names a possible answer but asks how that stands: 市公安局怎么样."""
    return reply.reading is Reading.ANSWERED and reply.asks and reply.heard.aim is Aim.SUMMARY


def _is_put_off_to_a_day(reply: Reply) -> bool:
    """Return whether a text asks for a reminder on a day, or for none for a time, unless the open question reads its
    answer there."""
    heard = reply.heard
    wants = heard.aim is Aim.SNOOZE or (bool(reply.context.person.speaks_for) and says(heard, "asked.not_reminded"))
    asks = wants and heard.end is not None and says(heard, "asked.reminder", "asked.not_reminded")
    return asks and reply.reading is not Reading.ANSWERED


def _is_a_code_alone(reply: Reply) -> bool:
    """Return whether a text is only the code of a task, which is not asked for (8-2, 8-2呢). In a report it may be read
    as a figure or a percent."""
    if reply.question is None or reply.reading is Reading.ANSWERED:
        return reply.is_a_code and (reply.question is None or reply.talk.dialog.kind == REPORT_DIALOG)
    as_written = reply.heard.task is not None and reply.heard.task in reply.text
    is_alone = is_nothing(blank(reply.heard.text, of_kind(reply.heard, Kind.CODE), ""))
    return as_written and is_alone and not reply.states


def _tells_the_office(reply: Reply) -> bool:
    """Return whether a text tells more of a task than that it is done, or something that the question does not read
    (43-5 完成 签到册补齐了; 1-9写错了，应该是12月), where the office is not asked for words."""
    if not reply.talk.declared.office or reply.question is None or reply.is_free or reply.asks:
        return False
    heard = reply.heard
    done = any(each.values[0] in FINISHED for each in of_kind(heard, Kind.STATUS))
    told = (done or reply.reading is Reading.UNREAD) and reply.names_a_code
    return told and says_much(blank(heard.text, heard.readings, " "), TOLD_HANZI, TOLD_WORDS)


def _tells_others(reply: Reply) -> bool:
    """Return whether a text is a notice to those whom it names, where any words may be the answer (问问公安局：…)."""
    return reply.is_free and tells_others(reply.heard) and _orders(reply, LIKELY, Aim.BROADCAST)


OF_ITS_OWN = (
    _asks_where_a_name_is_wanted,
    _asks_how_it_stands,
    _is_put_off_to_a_day,
    _is_a_code_alone,
    _tells_the_office,
    _tells_others,
)
"""Signs that a text is a digression, whatever the models hear."""
