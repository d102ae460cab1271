"""The dialog that asks for more time (申请延期): the new day, the reason, and a preview."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.dialogs import Dialog
from data.errors import TextMissing, unless
from data.errors.deadlines import DayTooEarly, DayTooLate, DayUnclear
from data.office.extension_decision import may_withdraw_extension
from data.office.extensions import (
    Extension,
    ask_for_extension,
    check_day,
    example_day,
    extendable_assignment,
    waiting_extension,
)
from data.plan.deadlines.day_answer import day_asked_for
from data.reporting.drafts import checked_reason
from data.standing.assignments import Assignment
from data.understanding import Aim, Kind, Mood, Understanding, says
from data.understanding.dialog.turns import TurnMeaning, hear_turn
from data.understanding.more_time import periods_later, reason_in, without_because
from data.understanding.reports import A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS, says_much
from data.understanding.sureness import SURE
from handlers.dialog import Choices, Declaration, Ending, GivingUp, PartlyRead, Question, Talk, why_over
from handlers.extensions import keyboard as buttons
from handlers.extensions.texts import request as texts
from handlers.telegram import Context, day_in, hear
from handlers.wording import NOTHING, Html, cut, day_text, html, join, labels


@dataclass(frozen=True, slots=True)
class ExtensionSubject:
    """The assignment to get more time, the request already waiting on it, and whether that is the person's own."""

    assignment: Assignment
    waiting: Extension | None
    own: bool

    @property
    def counted_from(self) -> date:
        """The day from which more time is counted: the due day, or today if that is past."""
        return max(self.assignment.due or self.assignment.today, self.assignment.today)


def _load(context: Context, dialog: Dialog) -> ExtensionSubject:
    assignment = extendable_assignment(context.db, context.person, dialog.subject_id, context.today)
    waiting = waiting_extension(context.db, dialog.subject_id, context.today)
    return ExtensionSubject(
        assignment, waiting, waiting is not None and may_withdraw_extension(context.db, context.person, waiting)
    )


def _which_day(talk: Talk[ExtensionSubject]) -> Html:
    wanted, language = talk.subject, talk.language
    question = texts.which_day(wanted.assignment, wanted.waiting, example_day(wanted.assignment), language)
    return join([_heading(talk), _given(talk, _day_shown(talk)), question])


def _days(talk: Talk[ExtensionSubject]) -> Choices:
    """Return buttons for one to three more months, as far as allowed, and to withdraw one's own waiting request."""
    wanted, language = talk.subject, talk.language
    offers = [(wording, periods_later(wanted.counted_from, months)) for months, wording in texts.MONTHS_MORE.items()]
    allowed = [
        (texts.day_button(each, day, language), f"{day:%Y%m%d}")
        for each, day in offers
        if unless((DayTooEarly, DayTooLate), check_day, wanted.assignment, day)
    ]
    withdraw = [[buttons.withdraw_button(wanted.waiting, language)]] if wanted.waiting and wanted.own else []
    return [*([each] for each in allowed), *withdraw]


def _read_day(talk: Talk[ExtensionSubject], text: str) -> Mapping[str, str]:
    """Return the answers for the day in a text, and for a reason beside it. Raises PartlyRead with the reason if that
    is given instead (人手不够)."""
    try:
        day, reason = _change_day(talk, text), reason_in(text, names_task=False)
    except DayUnclear as why:
        if not _is_a_reason(talk, text):
            raise
        given = checked_reason(without_because(text))
        line = labels.labelled(texts.REASON, cut(given, 60), talk.language)
        raise PartlyRead({"reason": given}, why, join([labels.TAKEN(talk.language), line])) from why
    return {**day, "reason": checked_reason(reason)} if reason else day


def _is_a_reason(talk: Talk[ExtensionSubject], text: str) -> bool:
    """Return whether a text at the question for the day names none, but surely tells why."""
    heard = hear(talk.context, text)
    if Mood.ASKS in heard.moods or heard.names(Kind.TIME) or any(map(str.isdigit, text)):
        return False
    here, turn = hear_turn(heard, "extension_day"), hear_turn(heard, "extension_reason")
    if here.meaning is TurnMeaning.UNCLEAR and here.sureness >= SURE:
        return False
    told = says_much(text, A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS)
    return told and turn.meaning is TurnMeaning.ANSWER and turn.sureness >= SURE


def _read_reason(talk: Talk[ExtensionSubject], text: str) -> Mapping[str, str]:
    """Return the reason; a day alone, or a whole new request, changes the day instead. Raises TextMissing if it gives
    no reason and the day already given, or only asks something."""
    heard = hear(talk.context, text)
    if _only_asks(text, heard):
        raise TextMissing
    asks_anew = heard.aim is Aim.EXTENSION and heard.end is not None and heard.names(Kind.CODE)
    if not (asks_anew or says(heard, "more_time.only_until_a_day") or says(heard, "broadcasts.only_a_day")):
        return {"reason": checked_reason(without_because(text))}
    day, reason = _change_day(talk, text), reason_in(text) if asks_anew else ""
    if day["day"] == talk.answers.get("day") and not reason:
        raise TextMissing
    return {**day, "reason": checked_reason(reason)} if reason else day


def _only_asks(text: str, heard: Understanding) -> bool:
    """Return whether a text at the question for the reason asks something (批了没, 能延几次啊) and tells no reason."""
    if says(heard, "more_time.how_much_asked"):
        return True
    turn = hear_turn(heard, "extension_reason")
    answers = turn.meaning is TurnMeaning.ANSWER and turn.sureness >= SURE
    return Mood.ASKS in heard.moods and not answers and without_because(text) == text


def _change_day(talk: Talk[ExtensionSubject], text: str) -> Mapping[str, str]:
    wanted, assignment = talk.subject, talk.subject.assignment
    day = day_asked_for(text, wanted.counted_from, talk.context.today, example_day(assignment))
    return {"day": str(check_day(assignment, day))}


def _day_shown(talk: Talk[ExtensionSubject]) -> Html:
    given = answered_day(talk.dialog)
    return html(day_text(given, talk.language)) if given else NOTHING


def _which_reason(talk: Talk[ExtensionSubject]) -> Html:
    day, reason = answered_day(talk.dialog) or talk.subject.counted_from, cut(talk.answers.get("reason", ""), 500)
    return join([_heading(talk), _given(talk, html(reason)), texts.WHICH_REASON(talk.language, day=day)])


def _preview(talk: Talk[ExtensionSubject]) -> Html:
    day = answered_day(talk.dialog) or talk.subject.counted_from
    wanted = talk.subject
    checked = texts.preview(wanted.assignment, wanted.waiting, day, talk.answers["reason"], talk.language)
    return join([_heading(talk), checked])


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    day, reason = date.fromisoformat(dialog.answers["day"]), dialog.answers["reason"]
    asked = ask_for_extension(context.db, context.actor, dialog.subject_id, day, reason, dialog.source)
    return Ending(
        texts.ASKED(context.language, submitted=labels.SUBMITTED, code=asked.code, day=asked.proposed),
        buttons.below_own_request(asked, context.language) if asked.awaits_decision else None,
    )


def answered_day(dialog: Dialog) -> date | None:
    """Return the new due day that was answered, or None."""
    return date.fromisoformat(dialog.answers["day"]) if "day" in dialog.answers else None


def _heading(talk: Talk[ExtensionSubject]) -> Html:
    several = len(talk.context.person.speaks_for) > 1
    return texts.heading(talk.subject.assignment, talk.language, name_unit=several)


def _given(talk: Talk[ExtensionSubject], answer: Html) -> Html:
    return texts.GIVEN(talk.language, answer=answer) if answer else NOTHING


def _told(context: Context, dialog: Dialog, why: Html) -> Html:
    written = texts.answer_lines(answered_day(dialog), dialog.answers.get("reason"), context.language)
    return why_over(why, written, context.language)


EXTENSION: Declaration[ExtensionSubject] = Declaration(
    kind="extension",
    office=False,
    load=_load,
    questions=(
        Question(
            "day",
            label=texts.UNTIL,
            put=_which_day,
            read=_read_day,
            change=_change_day,
            buttons=_days,
            press=lambda talk, value: {"day": str(check_day(talk.subject.assignment, day_in(value)))},
            shown=_day_shown,
        ),
        Question("reason", label=texts.REASON, put=_which_reason, read=_read_reason, free=True),
    ),
    preview=_preview,
    finish=_finish,
    waits=lambda talk: texts.WAITS(talk.language, code=talk.subject.assignment.code),
    why_over=_told,
    giving_up=GivingUp(texts.CANCEL_QUESTION),
    assignment_ids=lambda context, dialog: (dialog.subject_id,),
)
