"""Answers to a broadcast's question that are typed instead of pressed, and shown for a check before they count."""

from functools import partial

from telegram import Update

from data import dialogs
from data.announcing.answers import (
    OPEN_FOR,
    broadcast_asking,
    give_answer,
    given_answer,
    newest_broadcast_in,
    newest_broadcast_to,
    open_question_to,
)
from data.announcing.broadcasts import Broadcast, BroadcastContent, broadcast_by_id
from data.dialogs import Dialog
from data.reporting.drafts import checked_reason
from data.reporting.numbers_put_right import text_put_right
from data.understanding import Aim, Kind, Mood, Order, Understanding, of_kind, says
from data.understanding.announcing.broadcasts import (
    LONGEST_ANSWER,
    answer_meant,
    choice_written,
    may_replace_a_reply,
)
from data.understanding.meaning import OF_REPORTS
from data.understanding.normalise.sentence import blank
from data.understanding.orders import quoted
from handlers.announcing import keyboard
from handlers.announcing.texts import written_answer as texts
from handlers.announcing.texts.sent import in_usual_words, what_it_asks
from handlers.dialog import Answers, Choices, Declaration, Ending, Talk, acts_on, begin, is_courtesy, saying
from handlers.telegram import Context, For, answer, hear, said_by
from handlers.wording import NOTHING, Html, join


async def show_written_answer(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show a text as the answer to the last question that the person was sent, to be confirmed. If it only nods, ask
    the unanswered question again. What else is said after one that wants words may be for something else, and so is a
    nod of somebody who has answered, or below a later notice. Return whether it did."""
    broadcast = open_question_to(context.db, context.person.id, context.now)
    nods = _only_nods(said_by(update, meaning), meaning) or says(meaning, "broadcasts.agreed")
    if broadcast is None or (broadcast.said.in_words and not nods):
        return False
    if (nods or broadcast.said.in_words) and _is_past(context, broadcast):
        return False
    return await answer_in_words(update, context, broadcast, meaning)


def _is_past(context: Context, asked: Broadcast) -> bool:
    """Return whether the person has answered a question, or got another notice since."""
    newest = newest_broadcast_to(context.db, context.person.id, context.now - OPEN_FOR)
    is_newest = newest is None or newest.id == asked.id
    return not is_newest or given_answer(context.db, context.person.id, asked.id) is not None


def checks_another(context: Context, notice: Broadcast) -> bool:
    """Return whether the answer to an earlier notice waits to be confirmed."""
    checked = context.open_dialog_of(WRITTEN_ANSWER.kind)
    return checked is not None and checked.subject_id < notice.id


async def answer_in_words(update: Update, context: Context, broadcast: Broadcast, meaning: Understanding) -> bool:
    """Show a text as the answer to a broadcast, to be confirmed, or ask again after a nod. Return whether so."""
    text = said_by(update, meaning).strip()
    choice = _meant(text, meaning, broadcast.said)
    if choice is None and says(text, "broadcasts.how_many"):
        choice = given_answer(context.db, context.person.id, broadcast.id)
    if choice is not None:
        context.question_shown = context.question_shown or context.open_dialog_of(WRITTEN_ANSWER.kind) is not None
        await begin(update, context, WRITTEN_ANSWER, broadcast.id, answers=_answers(choice, text, broadcast.said))
    else:
        return meaning.aim is Aim.THANKS and meaning.whole and await _put_again(update, context, broadcast)
    return True


async def put_open_question_again(update: Update, context: Context) -> bool:
    """Ask the last question that the person was sent again, if they have not answered it; return whether it did."""
    broadcast = open_question_to(context.db, context.person.id, context.now)
    return broadcast is not None and await _put_again(update, context, broadcast)


async def _put_again(update: Update, context: Context, broadcast: Broadcast) -> bool:
    is_open = given_answer(context.db, context.person.id, broadcast.id) is None
    if is_open:
        still_open = texts.STILL_OPEN_IN_WORDS if broadcast.said.in_words else texts.STILL_OPEN
        question = still_open(context.language, question=what_it_asks(broadcast.said, context.language))
        await answer(update, context, question, keyboard.answer_choices(broadcast, context.language))
    return is_open


OF_A_NOTICE = ("broadcasts.when_or_where", "broadcasts.notice_asked_about")


def _asked_about(notice: Broadcast | None, heard: Understanding) -> Broadcast | None:
    """Return a notice if a sentence asks about it, or None."""
    calls = notice is not None and says(notice.said.text, "broadcasts.called_to")
    asks = says(heard, "broadcasts.notice_asked_about") or (calls and says(heard, "broadcasts.when_or_where"))
    return notice if asks else None


def _notice_asked_about(context: Context, heard: Understanding) -> Broadcast | None:
    """Return the last broadcast to a person who asks what it said (通知说什么时候交), or when or where what it calls
    to is (会议几点), or None."""
    if not context.person.speaks_for or not says(heard, *OF_A_NOTICE):
        return None
    return _asked_about(newest_broadcast_to(context.db, context.person.id, context.now - OPEN_FOR), heard)


async def _show_again(update: Update, context: Context, notice: Broadcast) -> None:
    text = texts.THE_NOTICE_SAID(context.language, text=notice.said.text)
    await answer(
        update, context, text, keyboard.answer_choices(notice, context.language) if notice.said.choices else None
    )


show_notice_again = acts_on(_notice_asked_about)(_show_again)
"""Shows the words of a broadcast again, with the buttons that answer it."""


@acts_on(saying(*OF_A_NOTICE), for_=For.SPEAKERS, known=False)
async def say_there_was_no_notice(update: Update, context: Context, asked: Order) -> None:
    """Say that nothing like what is asked about was sent lately."""
    await answer(update, context, texts.NO_SUCH_NOTICE(context.language))


async def show_notice_of_group(update: Update, context: Context, chat_id: int, meaning: Understanding) -> bool:
    """Show the last broadcast to a group in the same way; return whether a sentence asks for it."""
    asks = says(meaning, *OF_A_NOTICE)
    newest = newest_broadcast_in(context.db, chat_id, context.now - OPEN_FOR) if asks else None
    notice = _asked_about(newest, meaning)
    if notice is not None:
        await _show_again(update, context, notice)
    return notice is not None


def _meant(text: str, meaning: Understanding, said: BroadcastContent) -> int | None:
    """Return the index of the choice that a text means; None if there is none, or the text names a task or figures. The
    day of the notice said again (周三可以) is passed over. In place of words that are wanted, a nod is only taken where
    the notice asks for it (收到请回复)."""
    if said.in_words:
        return None if _only_nods(text, meaning) and not says(said.question, "broadcasts.nods") else 0
    speaks_of_tasks = any(reading.kind in OF_REPORTS for reading in meaning.readings)
    if speaks_of_tasks:
        return None
    written = _written(text, said)
    told = [each for each in of_kind(meaning, Kind.TIME) if meaning.text[each.start : each.end] in said.text]
    plain = blank(meaning.text, told, " ").strip()
    ways = (text, plain) if told and Mood.ASKS not in meaning.moods else (text,)
    meant = (answer_meant(each, said.choices) for each in ways)
    return written if written is not None else next((each for each in meant if each is not None), None)


def _written(text: str, said: BroadcastContent) -> int | None:
    """Return the index of the choice that a text names, in the language in which it was written or shown, or None."""
    shown = [in_usual_words(each, "en") for each in said.choices]
    named = (choice_written(text, each) for each in (said.choices, shown))
    return next((each for each in named if each is not None), None)


def _only_nods(text: str, meaning: Understanding) -> bool:
    return is_courtesy(text) or (meaning.aim is Aim.THANKS and meaning.whole)


def _answers(choice: int, text: str, said: BroadcastContent) -> Answers:
    """Return the answers for a choice, with the text unless it is just the choice itself. Raises NoteTooLong."""
    if said.in_words:
        return {"choice": choice, "words": checked_reason(text)}
    words = "" if _written(text, said) is not None else text[:LONGEST_ANSWER]
    return {"choice": choice, "words": words}


def _change(talk: Talk[Broadcast], text: str) -> Answers:
    """Return the answers for another choice that a text at the preview means (改一下，来不了了), or for other words."""
    text, said = text.strip(), talk.subject.said
    heard = hear(talk.context, text)
    if said.in_words and (right := text_put_right(talk.answers["words"], text)):
        return _answers(0, right, said)
    if said.in_words and not may_replace_a_reply(heard, partial(hear, talk.context)):
        return {}
    choice = _meant(text, heard, said)
    choice = talk.answers["choice"] if choice is None and says(text, "broadcasts.how_many") else choice
    return {} if choice is None else _answers(choice, text, said)


def _preview(talk: Talk[Broadcast]) -> Html:
    said, words = talk.subject.said, talk.answers.get("words", "")
    if said.in_words:
        return texts.CHECK_WORDS(talk.language, question=what_it_asks(said, talk.language), words=words)
    choice = in_usual_words(said.choices[talk.answers["choice"]], talk.language)
    return texts.CHECK(talk.language, question=what_it_asks(said, talk.language), choice=choice, words=words)


def _choices(talk: Talk[Broadcast]) -> Choices:
    """Return the button that confirms the choice, and below it the other choices."""
    shown = keyboard.answer_choices(talk.subject, talk.language)
    others = [each for row in shown.inline_keyboard for each in row] if shown else []
    chosen = talk.answers["choice"]
    return [[(texts.ANSWER, "submit")], [each for place, each in enumerate(others) if place != chosen]]


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    person_id, chat_id, choice = context.person.id, context.private_chat_id, dialog.answers["choice"]
    words = dialog.answers.get("words", "")
    broadcast = give_answer(context.db, person_id, chat_id, dialog.subject_id, choice, context.now, words)
    kept = words if broadcast.said.in_words else in_usual_words(broadcast.said.choices[choice], context.language)
    reports = broadcast.said.in_words and hear(context, words).names(Kind.STATUS)
    how = texts.NOT_REPORTED(context.language) if reports else NOTHING
    return Ending(join([texts.KEPT(context.language, choice=kept), how]))


WRITTEN_ANSWER: Declaration[Broadcast] = Declaration(
    kind="written_answer",
    office=False,
    load=lambda context, dialog: broadcast_asking(context.db, dialog.subject_id),
    preview=_preview,
    submit=texts.ANSWER,
    choices=_choices,
    change=_change,
    hint=texts.NOT_TAKEN,
    finish=_finish,
    passing=True,
    waits=texts.WAITS,
)


def _words_put_right(context: Context, heard: Understanding) -> tuple[int, str] | None:
    """Return the id of the broadcast to which the person has just given an answer in words, with these words as a
    sentence puts them right (哦不对，是19件), or None."""
    ended = dialogs.last_ended(context.db, context.person.id) if not heard.names(Kind.CODE) else None
    if ended is None or ended.kind != WRITTEN_ANSWER.kind or ended.touched_at < context.just_now:
        return None
    right = text_put_right(ended.answers.get("words", ""), quoted(heard.text, 0, len(heard.text)))
    return (ended.subject_id, right) if right else None


@acts_on(_words_put_right)
async def put_answer_right(update: Update, context: Context, right: tuple[int, str]) -> None:
    """Show the answer just given once more, put right, to be confirmed."""
    broadcast_id, words = right
    answers = _answers(0, words, broadcast_by_id(context.db, broadcast_id).said)
    await begin(update, context, WRITTEN_ANSWER, broadcast_id, answers=answers)
