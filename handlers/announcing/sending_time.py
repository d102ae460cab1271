"""The question for the time of a broadcast or nudge: at once, or at a time that is pressed or typed."""

from datetime import date, datetime, time
from typing import Any

from data.announcing.nudging_times import checked_moment, moment_to_send
from data.dialogs import Dialog
from data.errors import StaleButton, needed
from data.errors.announcing import TimeGone, TimeUnclear
from data.plan.workdays import workdays
from data.understanding import Kind, Understanding, of_kind, says
from data.understanding.announcing.sending_time import (
    SendingTime,
    may_mean_several,
    names_time_of,
    other_moment,
    sending_time,
    times_named,
    with_time_put_right,
)
from data.understanding.clock_times import PART_OF_DAY, clock_times
from handlers.announcing.broadcast_draft import time_answered
from handlers.announcing.texts import sending_time as texts
from handlers.dialog import Answers, Choices, PartlyRead, Question, Talk
from handlers.dialog.declaration import open_question
from handlers.telegram import Context, hear
from handlers.wording import NOTHING, Html, day_text, html, in_both_languages, plain_word

AT_ONCE = "now"
OFFERED = (9, 15)
AT_ONCE_SAID = in_both_languages(texts.AT_ONCE) | texts.AT_ONCE_SAID


def named_time_answer(context: Context, wanted: SendingTime) -> dict[str, Any]:
    """Return the answers for the time named; a day alone leaves the time to be asked for. Raises TimeGone."""
    moment = moment_to_send(wanted, context.now, context.zone)
    if moment is not None:
        return time_answer(moment)
    return {"at": None, "at_day": wanted.day.isoformat() if wanted.day else ""}


def time_answer(moment: datetime | None) -> dict[str, Any]:
    """Return the answers for a moment, or for at once if it is None."""
    return {"at": moment.isoformat(timespec="minutes") if moment else "", "at_day": None}


def _day(answers: Answers) -> date | None:
    day = answers.get("at_day")
    return date.fromisoformat(day) if day else None


def _day_that_stands(context: Context, answers: Answers) -> date | None:
    at = time_answered(answers)
    return at.astimezone(context.zone).date() if at else _day(answers)


def _read(talk: Talk[Any], text: str) -> Answers:
    """Return the answers for the time in a text, by itself on the day that stands. Raises TimeUnclear and TimeGone."""
    if plain_word(text) in AT_ONCE_SAID:
        return time_answer(None)
    wanted = needed(sending_time(hear(talk.context, text)), TimeUnclear)
    if wanted.at is None and wanted.day is None:
        raise TimeUnclear
    day = wanted.day or _day_that_stands(talk.context, talk.answers)
    return named_time_answer(talk.context, SendingTime(day, wanted.at))


def _change(talk: Talk[Any], text: str) -> Answers:
    """Return the answers for another time if a text names only that. At the preview of a message without a time of
    sending, or if the text speaks of the meeting or names a time in the message's words, that is changed; if several
    may be meant, or a day on which this message does not go out is moved (20号改25号), nothing is. While another
    question is open, the text must also say that the message goes out then or, unless any words answer that question,
    that this one is moved."""
    question, moved = open_question(talk), says(hear(talk.context, text), "broadcasts.moved_to")
    of_this = moved and not says(text, "broadcasts.notice") and question is not None and not question.free
    if question is not None and not says(text, "broadcasts.goes_out") and not of_this:
        return {}
    waits = bool(talk.answers.get("at"))
    context, heard, before = talk.context, hear(talk.context, text), time_answered(talk.answers)
    if waits and (plain_word(text) in AT_ONCE_SAID or says(heard, "broadcasts.sent_now")):
        return time_answer(None)
    key = next((each for each in ("text", "words") if talk.answers.get(each)), "")
    if key and question is None and not says(text, "broadcasts.goes_out"):
        written = hear(context, talk.answers[key])
        of_words = says(heard, "broadcasts.meeting", "broadcasts.time_corrected")
        of_words = of_words or names_time_of(heard, written, before)
        if (not waits or of_words) and (words := with_time_put_right(heard, written)):
            return {key: words}
        if not waits and moved and times_named(heard) and may_mean_several(heard, written):
            return {}
    stands, days = _day_that_stands(context, talk.answers), [*of_kind(heard, Kind.TIME)]
    if moved and any(str(stands) not in each.values for each in days[:-1]):
        return {}
    if moved and times_named(heard):
        day = datetime.combine(stands or context.today, time(), context.zone)
        moment, at = other_moment(heard, before or day), any(clock_times(heard.text))
        is_open = not at and (before is None or PART_OF_DAY.search(heard.text) is not None)
        return {"at": None, "at_day": moment.date().isoformat()} if is_open else _at_a_moment(moment, context)
    return {} if sending_time(heard) is None else _read(talk, text)


def _at_a_moment(moment: datetime, context: Context) -> Answers:
    try:
        return time_answer(checked_moment(moment, context.now))
    except TimeGone as why:
        raise PartlyRead({}, why, NOTHING) from why


def _buttons(talk: Talk[Any]) -> Choices:
    """Return buttons for at once and for the usual hours of the day that was named, or else of the next working day."""
    context = talk.context
    day = _day(talk.answers) or workdays(context.db).after(context.today)
    moments = [datetime.combine(day, time(hour), context.zone) for hour in OFFERED]
    to_come = [each for each in moments if each > context.now]
    offered = [(str(texts.moment_text(each, context.today, talk.language)), f"{each:%Y%m%d%H%M}") for each in to_come]
    return [[(texts.AT_ONCE, AT_ONCE)], offered]


def _press(talk: Talk[Any], value: str) -> Answers:
    if value == AT_ONCE:
        return time_answer(None)
    try:
        moment = datetime.strptime(value, "%Y%m%d%H%M").replace(tzinfo=talk.context.zone)
    except ValueError:
        raise StaleButton from None
    return time_answer(checked_moment(moment, talk.context.now))


def _shown(talk: Talk[Any]) -> Html:
    at, day = time_answered(talk.answers), _day(talk.answers)
    if day is not None:
        return html(day_text(day, talk.language))
    return texts.moment_text(at, talk.context.today, talk.language) if at else texts.AT_ONCE(talk.language)


def calls_off_message(context: Context, dialog: Dialog, heard: Understanding, *ways: str) -> bool:
    """Return whether a sentence calls off the message being written (明天那条不发了), also in one of `ways`, and names
    no unit and no day but that of its sending."""
    own = _day_that_stands(context, dialog.answers)
    names_another = any(each.values[1] != str(own) for each in of_kind(heard, Kind.TIME)) or any(
        of_kind(heard, Kind.UNIT)
    )
    return not names_another and says(heard, "broadcasts.called_off", "broadcasts.not_sent", *ways)


SENDING_TIME: Question[Any] = Question(
    "at",
    label=texts.SENDING_TIME,
    put=lambda talk: texts.when(_day(talk.answers), talk.context.today, talk.language),
    read=_read,
    change=_change,
    changed_surely=True,
    changed_anywhere=True,
    buttons=_buttons,
    press=_press,
    answered=lambda talk: talk.answers.get("at_day") is None or talk.answers.get("at") is not None,
    shown=_shown,
)
