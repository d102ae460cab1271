"""Signs that a text is surely not about the open question: it orders something else, or it is about another task."""

from typing import Any

from data.dialogs import Dialog
from data.errors import unless
from data.office.events import tells_day_of_event
from data.standing.standing import Status
from data.understanding import Aim, Kind, Mood, Understanding, of_kind, says, values_of
from data.understanding.aims import LISTS_OF_TASKS
from data.understanding.announcing.addressees import orders_others
from data.understanding.dialog.giving_up import gives_up, may_give_up
from data.understanding.dialog.turns import TurnMeaning, hear_turn
from data.understanding.entities.percent_forms import HUNDRED
from data.understanding.fillers import meaningful_words
from data.understanding.normalise.sentence import blank, clauses_of
from data.understanding.office.change_asked import begins_with_code, begins_with_order, change_asked
from data.understanding.polarity import clauses, has_order_word, only_holds_back
from data.understanding.sureness import LIKELY, SURE
from handlers.announcing.sent_broadcasts import answer_about_last_broadcast
from handlers.dialog import AGREED, NOT_TAKEN, Talk, is_courtesy
from handlers.dialog.answers_in_text import changes_another_answer
from handlers.dialog.declaration import is_passing
from handlers.dialog.keyboard import button_meant
from handlers.dialog.readers import Reader
from handlers.dialog.words import NO, SKIPS, YES
from handlers.entrance.another_task import (
    is_no_task_name,
    leads_to_code,
    names_another_task,
    reports_on_another_task,
    speaks_of_another_task,
    wishes_for_several,
)
from handlers.entrance.before_aims import BEFORE_ITS_AIM, WHATEVER_ELSE
from handlers.entrance.intents import INTENTS
from handlers.entrance.late_answers import LATE, talk_and_question
from handlers.entrance.prohibitions import prohibition_in
from handlers.entrance.reading_choice import READING
from handlers.entrance.reply import Reading, Reply
from handlers.information.information_in_words import begin_in_fixed_words
from handlers.office.plan_in_words import codes_of_dialog
from handlers.telegram import Context, For
from handlers.wording import plain_word

OF_ROWS = (reader for row in INTENTS.values() for reader in row.readers)
READERS = [each for each in dict.fromkeys((*BEFORE_ITS_AIM, *OF_ROWS, *WHATEVER_ELSE)) if isinstance(each, Reader)]
"""The readers that can claim a text while a question is open."""
NAMED_WHATEVER_IS_WRITTEN = (answer_about_last_broadcast, begin_in_fixed_words)
"""The readers that claim a text by what it names even where words are kept as they are written."""
ORDERS = (Aim.NUDGE, Aim.BROADCAST, Aim.INVITE, Aim.EXPORT, Aim.PLAN, Aim.SETTINGS, Aim.PEOPLE)
WHY = ("reason", "words")
"""Keys of the questions for a reason and for praise."""
ASKED_FOR = (Aim.TASKS, Aim.DEADLINES, Aim.UNREPORTED, Aim.INFO)
"""Aims of questions that may ask for a number of things."""
SHORT_QUESTION = 40


def is_of_another_matter(reply: Reply) -> bool:
    """Return whether a text is surely not about the open question."""
    if reply.is_verbatim:
        is_named = any(each.names(reply.talk, reply.text, reply.heard) for each in NAMED_WHATEVER_IS_WRITTEN)
        return is_named or (bool(reply.context.person.speaks_for) and _surely_asks_the_bot(reply))
    return any(knows(reply) for knows in KNOWN)


def is_claimed_by_name(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a reader claims a text by what it names, whatever it would answer or change."""
    return any(each.names(talk, text, heard) for each in READERS)


def may_be_an_order(context: Context, dialog: Dialog, text: str, heard: Understanding) -> bool:
    """Return whether a text at the question for a reason or for praise is more like an order, or a report on another
    task or that this one is done; at other questions, whether there is doubt that it is the answer."""
    talk, question = talk_and_question(context, dialog)
    if talk is None or question is None:
        return False
    reply = Reply(talk, question, text, heard)
    if question.key not in WHY:
        doubted = question.doubted(talk, text) or _asks_a_reader(reply) or _asks_as_the_office(reply)
        return doubted and not _is_of_this_dialog(reply)
    if _is_of_this_dialog(reply) or changes_another_answer(talk, question, text):
        return False
    signs = (*NO_REASON, *(NO_REASON_OF_THE_OFFICE if context.person.is_coordinator else ()))
    return any(shows(reply) for shows in signs)


def _is_of_this_dialog(reply: Reply) -> bool:
    """Return whether a text means a button or gives up what is open."""
    return button_meant(reply.talk, reply.text) is not None or gives_up(reply.text)


def _asks_a_reader(reply: Reply) -> bool:
    """Return whether a reader knows a text as a question, where any words may be the answer (成果：昨天改了哪些)."""
    return reply.is_free and not reply.is_verbatim and reply.asks and _is_known_to_a_reader(reply)


def _asks_as_the_office(reply: Reply) -> bool:
    """Return whether a text surely asks what only the office can, where the words are meant for others (有要审的吗)."""
    may_only_be = INTENTS[reply.heard.aim].for_ is For.COORDINATORS and reply.heard.confidence >= SURE
    return reply.is_verbatim and reply.asks and may_only_be and len(clauses_of(reply.text)) == 1


def _is_known_to_a_reader(reply: Reply) -> bool:
    return any(each.knows(reply.talk, reply.text, reply.heard) for each in READERS)


def _answers_nothing(reply: Reply) -> bool:
    """Return whether a text gives no reason, as far as the model of turns sees, but puts the question off or gives it
    up only perhaps (等等 先看看内容, 算了还是采用吧), asks for a file for oneself (本周简报发我), or stops first
    (等下，给市农业农村局)."""
    talk, question, text, heard = reply.talk, reply.question, reply.text, reply.heard
    says_nothing = not any(map(str.isalnum, text)) or is_courtesy(text) or plain_word(text) in AGREED | YES | NO | SKIPS
    if says_nothing or question is None or unless(NOT_TAKEN, question.read, talk, text) is None:
        return False
    turn = hear_turn(heard, talk.declared.asked_as(question.key))
    if turn.meaning is TurnMeaning.LATER or (turn.meaning is TurnMeaning.CANCEL and may_give_up(text)):
        return LIKELY <= turn.sureness < SURE
    asks_for_a_file = heard.aim is Aim.EXPORT and says(heard, "exports.for_oneself")
    return asks_for_a_file or says(text, "decisions.stops_first")


def _changes_task_named_first(reply: Reply) -> bool:
    """Return whether a text begins with the code of a task, or an order before it (取消43-5), and asks to change it."""
    asked = change_asked(reply.text, reply.heard)
    code = asked.code if asked is not None else ""
    return bool(code) and (begins_with_code(reply.text, code) or begins_with_order(reply.text, code))


def _orders_without_grounds(reply: Reply) -> bool:
    """Return whether a text likely orders something and gives no grounds for more time."""
    heard = reply.heard
    orders = heard.confidence >= LIKELY and heard.aim in ORDERS and has_order_word(reply.text.lower())
    return orders and not says(heard, "more_time.gives_grounds")


def _reports_it_done(reply: Reply) -> bool:
    """Return whether a text begins with the code of the dialog's task and reports it as done, with nothing but figures
    behind that in its clause, which is hardly a reason for more time (but 已完成摸底，等省里文件 is)."""
    heard = reply.heard
    stated = max((each.end for each in of_kind(heard, Kind.STATUS)), default=0)
    said = blank(heard.text, of_kind(heard, Kind.FIGURE), " ")
    clause_end = next((end for _, end in clauses(said.lower()) if end >= stated), len(said))
    ends_so = not meaningful_words(said[stated:clause_end])
    is_done = heard.percent == HUNDRED or (heard.status == Status.SUBMITTED and stated and ends_so)
    own = codes_of_dialog(reply.talk)
    return bool(heard.aim is Aim.REPORT and is_done and leads_to_code(heard) and heard.task in own)


def _orders_of_another(reply: Reply) -> bool:
    """Return whether a text begins with the code of a task outside the dialog, or only orders something about such."""
    codes, own = values_of(reply.heard, Kind.CODE), codes_of_dialog(reply.talk)
    if not codes or codes[0] in own:
        return False
    return leads_to_code(reply.heard) or (has_order_word(reply.text.lower()) and set(codes).isdisjoint(own))


NO_REASON = (_reports_it_done, _orders_of_another, _is_known_to_a_reader)
"""Signs that a text is no reason, and no praise."""
NO_REASON_OF_THE_OFFICE = (
    _answers_nothing,
    lambda reply: reply.asks and len(clauses_of(reply.text)) == 1,
    lambda reply: tells_day_of_event(reply.context.db, reply.text, reply.context.today),
    _changes_task_named_first,
    _orders_without_grounds,
)
"""The same, of a coordinator's texts."""


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
    if is_claimed_by_name(talk, text, heard):
        return True
    if reply.is_free or reply.reading is Reading.ANSWERED:
        return False
    return _is_known_to_a_reader(reply) and not reply.may_change_an_answer


def _holds_back(reply: Reply) -> bool:
    """Return whether a text says that something is not to be done. Where a reason is asked for, it must also name a
    task or say nothing else."""
    if reply.reading is Reading.ANSWERED or reply.may_change_an_answer:
        return False
    held = prohibition_in(reply.context, reply.text, reply.heard)
    return held is not None and bool(held.codes or only_holds_back(reply.heard.text.lower()) or not reply.is_free)


def _surely_asks_the_bot(reply: Reply) -> bool:
    """Return whether one short line is a question that only the bot can answer, or asks for a list of tasks, surely
    both by itself and where it is written, although any words may be the answer."""
    heard, (is_other, sureness) = reply.heard, reply.turn
    is_short = "\n" not in reply.text.strip() and len(heard.text) < SHORT_QUESTION
    asks = reply.asks or (heard.aim in LISTS_OF_TASKS and is_other and sureness >= SURE)
    surely = heard.aim in (*ASKED_FOR, Aim.TASK) and heard.confidence >= SURE
    return is_short and asks and (surely or says(heard, "asked.how_many_were_sent"))


def _orders_others(reply: Reply) -> bool:
    """Return whether a text orders that others be urged or told something, in a dialog that holds no recipients and
    asks for no words (just now, if the text surely does), or is being given up and the text names who or what (and does
    not only say 催吧); a day in it is that order's."""
    heard, asked, given_up = reply.heard, reply.talk.declared.questions, reply.talk.dialog.is_given_up
    surely = orders_others(heard)
    if not (surely or heard.names(Kind.UNIT)) or not has_order_word(heard.text.lower()):
        return False
    words = any(each.free for each in ([reply.question] if surely and reply.question is not None else asked))
    takes_it = (words or any(each.members is not None for each in asked)) and not (given_up and heard.readings)
    return bool(asked) and not takes_it and not is_passing(reply.talk)


def _asks_what(reply: Reply) -> bool:
    """Return whether a text at the preview asks what, who or how, which changes nothing; asking whether something can
    be otherwise (能改成3月吗) may."""
    moods = reply.heard.moods
    return reply.question is None and Mood.ASKS in moods and Mood.WHETHER not in moods


KNOWN = (
    _chooses_no_reading,
    _is_taken_by_a_reader,
    _holds_back,
    is_no_task_name,
    speaks_of_another_task,
    reports_on_another_task,
    names_another_task,
    wishes_for_several,
    _orders_others,
    _asks_what,
)
"""Signs beyond the aim: those that the readers know, and those that only the open dialog shows by what it asks and is
about."""
