"""The questions for the answers to a broadcast: whether any are wanted, the question, the choices, and the day."""

from datetime import date, timedelta
from functools import partial

from data.announcing.asked_in_text import AskedInText, asked_in_text, choices_alone
from data.announcing.broadcasts import (
    checked_answer_day,
    checked_choices,
    checked_question,
    checked_text,
    split_choices,
)
from data.errors import ButtonsOnly, needed, unless
from data.errors.announcing import MoreThanADay
from data.plan.deadlines.day_answer import read_day
from data.plan.workdays import workdays
from data.understanding import Kind, says
from data.understanding.clock_times import without_time_of_day
from handlers.announcing.broadcast_draft import BroadcastDraft
from handlers.announcing.texts import broadcast as texts
from handlers.announcing.texts.sent import CHOOSE_ONE
from handlers.dialog import AGREED, NOT_TAKEN, Answers, Choices, Question, Talk, never_changed, words_question
from handlers.dialog.declaration import open_question
from handlers.dialog.words import SKIPS
from handlers.telegram import Context, day_in, hear
from handlers.wording import NOTHING, cut, day_text, in_both_languages, plain_word, series

DAYS_OFFERED = 3
NO = SKIPS | texts.NO_REPLY_SAID
YES = AGREED | in_both_languages(texts.WITH_REPLY) | texts.WITH_REPLY_ADDED | texts.WITH_REPLY_SAID
BroadcastTalk = Talk[BroadcastDraft]


def text_answers(context: Context, told: str, *, is_question: bool = False) -> Answers:
    """Return the answers for the text of a broadcast. If it offers choices itself, or is a question that has them, they
    include these, the question and the day. Raises NoteTooLong."""
    asked = asked_in_text(told, context.today, partial(hear, context), is_question=is_question)
    if asked is None or not asked.rest:
        return {"text": checked_text(told, with_file=False), "reply": "no"}
    return {"text": checked_text(asked.rest, with_file=False), **_reply_asked(context, asked)}


def _reply_asked(context: Context, asked: AskedInText) -> Answers:
    question, until = asked.question or CHOOSE_ONE(context.language), str(asked.until) if asked.until else ""
    return {"reply": "yes", "question": question, "choices": [*asked.choices], "until": until}


def _choices_alone(talk: BroadcastTalk, text: str) -> Answers:
    """Return the answers for the choices that a text lists, if it says nothing else (能派、派不出)."""
    pieces = choices_alone(text)
    named = (Kind.UNIT, Kind.STRANGER, Kind.SECTION, Kind.CODE, Kind.TIME)
    if not pieces or hear(talk.context, text).names(*named):
        return {}
    question = talk.answers.get("question") or CHOOSE_ONE(talk.language)
    until = talk.answers.get("until") or ""
    return {"reply": "yes", "choices": [*pieces], "question": question, "until": until}


def _read_reply(talk: BroadcastTalk, text: str) -> Answers:
    word = plain_word(text)
    if choices := _choices_alone(talk, text):
        return choices
    if word in NO or says(text, "broadcasts.no_answers_wanted"):
        return {"reply": "no"}
    if word in YES:
        return {"reply": "yes"}
    raise ButtonsOnly


def _change_reply(talk: BroadcastTalk, text: str) -> Answers:
    """Return the answer whether replies are wanted, if a text says only that, or to what (让他们回复能不能来)."""
    word = plain_word(text)
    wants = says(text, "broadcasts.answers_wanted")
    if wants and (asked := asked_in_text(text, talk.context.today, partial(hear, talk.context))):
        return _reply_asked(talk.context, asked)
    if open_question(talk) is None and (choices := _choices_alone(talk, text)):
        return choices
    wanted = word in in_both_languages(texts.WITH_REPLY) | texts.WITH_REPLY_ADDED
    return {"reply": "yes"} if wanted else {"reply": "no"} if says(text, "broadcasts.no_answers_wanted") else {}


def _asks(talk: BroadcastTalk) -> bool:
    return bool(talk.answers.get("reply") == "yes")


def _sets(talk: BroadcastTalk) -> Choices:
    usual = enumerate(texts.CHOICE_SETS)
    return [[(words, f"set_{n}", {"choices": [*checked_choices(words(talk.language))]})] for n, words in usual]


def _days(talk: BroadcastTalk) -> Choices:
    today, working = talk.context.today, workdays(talk.context.db)
    days = [working.after(_day_sent(talk) or today, count + 1) for count in range(DAYS_OFFERED)]
    return [[(day_text(day, talk.language, today), f"{day:%Y%m%d}")] for day in days]


def _read_choices(talk: BroadcastTalk, text: str) -> Answers:
    """Return the choices in a text; a day among them is the one to answer by (后天之前回就行，能来、来不了)."""
    pieces = split_choices(text)
    days = [each for each in pieces if unless(NOT_TAKEN, _read_day, talk, each) is not None]
    given = checked_choices("\n".join(each for each in pieces if each not in days))
    return {"choices": [*given], **(_read_day(talk, days[0]) if len(days) == 1 else {})}


def _day_sent(talk: BroadcastTalk) -> date | None:
    at = talk.subject.at
    return at.astimezone(talk.context.zone).date() if at else None


def is_answered_in_time(talk: BroadcastTalk) -> bool:
    """Return whether the day to answer by is left open, or not before the notice goes out."""
    until, sent_on = talk.subject.said.until, _day_sent(talk)
    return until is None or sent_on is None or until >= sent_on


def _read_day(talk: BroadcastTalk, text: str) -> Answers:
    """Return the day by which answers are wanted, which ends it; a time of that day (周四下午) is left out."""
    today = talk.context.today
    ways = (text, without_time_of_day(text))
    words = needed(
        next((each for each in ways if says(hear(talk.context, each), "broadcasts.only_a_day")), None),
        MoreThanADay(text.strip()),
    )
    return _until(talk, read_day(words, today, today + timedelta(days=1)))


def _until(talk: BroadcastTalk, day: date) -> Answers:
    return {"until": str(checked_answer_day(day, talk.context.today, _day_sent(talk)))}


REPLY_QUESTIONS: tuple[Question[BroadcastDraft], ...] = (
    Question(
        "reply",
        label=texts.REPLY,
        put=texts.WANT_REPLY,
        read=_read_reply,
        change=_change_reply,
        changed_anywhere=True,
        preview_button="no",
        buttons=lambda talk: [[(texts.NO_REPLY, "no"), (texts.WITH_REPLY, "yes")]],
        shown=lambda talk: texts.WITH_REPLY if talk.answers["reply"] == "yes" else texts.NO_REPLY,
    ),
    words_question("question", texts.QUESTION, texts.WHICH_QUESTION, checked_question, asked=_asks, verbatim=True),
    Question(
        "choices",
        label=texts.CHOICES,
        put=texts.WHICH_CHOICES,
        read=_read_choices,
        change=never_changed,
        buttons=_sets,
        asked=_asks,
        shown=lambda talk: cut(series(talk.answers.get("choices") or (), talk.language), 60),
    ),
    Question(
        "until",
        label=texts.UNTIL,
        put=texts.UNTIL_WHEN,
        read=_read_day,
        change=never_changed,
        buttons=_days,
        press=lambda talk, value: _until(talk, day_in(value)),
        answered=lambda talk: talk.answers.get("until") is not None and is_answered_in_time(talk),
        asked=_asks,
        skipped={"until": ""},
        shown=lambda talk: date.fromisoformat(talk.answers["until"]) if talk.answers.get("until") else NOTHING,
    ),
)
