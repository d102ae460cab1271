"""The dialog that records leave (请假): its first and last day and who stands in; for oneself, or by the office for
others."""

from contextlib import suppress
from datetime import date, timedelta

from data.dialogs import Dialog
from data.errors import NoSuchAnswer, StaleButton
from data.errors.deadlines import DayTooEarly, DayUnclear
from data.letters import Letter
from data.people.absence import (
    Absence,
    Seat,
    StandIn,
    enter_leave,
    find_absence,
    leave_from,
    seat_of,
    stand_in_kept,
    who_can_stand_in,
)
from data.people.directory import people_named
from data.people.invitations import Invitee
from data.people.leave_days import days_away, is_day_of_return
from data.understanding import Kind, Mood, find_order, of_kind, says
from data.understanding.entities.days import find_days
from data.understanding.fillers import meaningful_words
from data.understanding.list_exceptions import units_in
from data.understanding.normalise.sentence import blank_spans, spans
from data.understanding.people.phone_numbers import phone_alone, phone_within
from data.understanding.people.staffing import is_called, named_among, stand_in_called
from handlers.dialog import Again, Answers, Choices, Declaration, Ending, Question, Talk
from handlers.dialog.words import SKIPS
from handlers.people.texts import absence as texts
from handlers.people.texts import deputies
from handlers.telegram import Context, day_in, hear, with_undo
from handlers.wording import NOTHING, Html, Language, html, join, plain_word
from handlers.wording.wordings import with_phone

INSTEAD = "instead"
"""The key of the answer that holds the id of the recorded leave that the new days replace."""
LASTS = "lasts"
"""The key of the answer that holds the length of the leave in days, if it was given without a first day."""
INVITEE = "called"
"""The key of the answer that holds the Invitee: somebody who is to stand in and is not of the unit."""
NOBODY_STANDS_IN = "staffing.nobody_stands_in"
MOST_BESIDE_DAYS = 4
"""Characters beside the days at the question for a name; more of them that do not speak of leave are another matter."""
NOBODY, LINK = "none", "link"
"""The values of the buttons that say that nobody stands in, or a deputy who is to be invited."""


def leave_letter(absence: Absence, letter: Letter, language: Language) -> Html:
    """Return the letter to the stand-in or to a person put on leave by the office: that it begins or has ended."""
    days = texts.span(absence.first, absence.last, language)
    return texts.LETTERS[letter](language, name=absence.person.name, unit=absence.unit, span=days)


def _which_days(talk: Talk[Seat]) -> Html:
    monday = _next_monday(talk.context.today)
    return _below_who_cannot(talk, texts.which_days(talk.subject, monday, monday + timedelta(days=4), talk.language))


def _weeks(talk: Talk[Seat]) -> Choices:
    today, monday = talk.context.today, _next_monday(talk.context.today)
    spans = {
        texts.THIS_WEEK: (today, monday - timedelta(days=1)),
        texts.NEXT_WEEK: (monday, monday + timedelta(days=6)),
    }
    return [[(words, f"{first:%Y%m%d}{last:%Y%m%d}") for words, (first, last) in spans.items()]]


def _next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())


def _names_a_task(context: Context, text: str) -> bool:
    """Return whether the text names a task by a code that is not part of a day (12-2到12-4)."""
    meaning = hear(context, text)
    days = find_days(meaning.text.lower(), context.today)
    return any(
        not any(each.start <= code.start and code.end <= each.end for each in days)
        for code in of_kind(meaning, Kind.CODE)
    )


def _read_days(talk: Talk[Seat], text: str) -> dict[str, str]:
    """Return the days of the leave in `text`. Raises DayTooEarly, and DayUnclear also if `text` names a task or another
    unit, asks something, also about days that were given, or speaks of reminders and not of leave."""
    heard = hear(talk.context, text)
    units = units_in(heard)
    if (
        _names_a_task(talk.context, text)
        or says(text, "asked.something_else")
        or ("days" in talk.answers and Mood.ASKS in heard.moods)
        or (says(text, "asked.reminder") and not says(text, "staffing.wishes.away"))
        or any(each != talk.subject.unit for each in units)
    ):
        raise DayUnclear(talk.context.today)
    before = _days(talk.answers["days"])[0] if "days" in talk.answers else None
    return leave_days_in(text, talk.context.today, before, talk.answers.get(LASTS))


def _other_days(talk: Talk[Seat], text: str) -> dict[str, str]:
    """Return the days to which `text` moves the leave; none if it says more than days (我明天上午不在). Raises as
    _read_days does."""
    moves, beside = _moves_and_beside(talk, text)
    return _read_days(talk, text) if moves or not any(map(str.isalpha, beside)) else {}


def _moves_and_beside(talk: Talk[Seat], text: str) -> tuple[bool, str]:
    """Return whether `text` moves the leave or tells the day of return, and the words beside its days."""
    days = find_days(text.lower(), talk.context.today)
    moves = says(text, "staffing.leave_moved") or any(is_day_of_return(text, each) for each in days)
    return moves, blank_spans(text.lower(), spans(days))


def leave_days_in(text: str, today: date, begins: date | None = None, lasts: int | None = None) -> dict[str, str]:
    """Return the days in `text` as an answer. Raises DayUnclear and DayTooEarly."""
    first, last = days_away(text, today, begins, lasts)
    return {"days": f"{first:%Y%m%d}{last:%Y%m%d}"}


def _press_days(talk: Talk[Seat], value: str) -> dict[str, str]:
    _days(value)
    return {"days": value}


def _days(value: str) -> tuple[date, date]:
    first, last = day_in(value[:8]), day_in(value[8:])
    if last < first:
        raise StaleButton
    return first, last


def _span(talk: Talk[Seat]) -> Html:
    return texts.span(*_days(talk.answers["days"]), talk.language)


def _invitee(talk: Talk[Seat]) -> Invitee:
    return Invitee(*talk.answers.get(INVITEE, ()))


def _called(talk: Talk[Seat]) -> Html:
    """Return what the new deputy is called, with the number; empty if nothing is known."""
    return html(with_phone(*_invitee(talk), talk.language))


def _below_who_cannot(talk: Talk[Seat], question: Html) -> Html:
    """Return a question below the name of somebody who is to stand in and is not of the unit, if there is one."""
    name = _invitee(talk).name
    absent = texts.NOT_THERE(talk.language, name=name, unit=talk.subject.unit) if name else NOTHING
    return join([absent, question], "\n\n")


def _others(talk: Talk[Seat]) -> Choices:
    names = [[(each.name, f"p{each.id}")] for each in talk.subject.others]
    return [*names, [(texts.BY_LINK(talk.language, called=_called(talk)), LINK)], [(texts.NOBODY, NOBODY)]]


def _read_other(talk: Talk[Seat], text: str) -> Answers:
    """Return who stands in; if `text` gives other days instead, these, and the question is asked again, as it
    is, unless it was answered, if `text` names somebody who is not of the unit. Raises NoSuchAnswer."""
    other = stand_in_named(text)
    if named := colleague_named_in(talk.subject, text):
        return {"stand_in": named}
    if plain_word(text) in SKIPS or says(text, NOBODY_STANDS_IN):
        return {"stand_in": NOBODY}
    moves, beside = _moves_and_beside(talk, text)
    of_leave = moves or says(text, "staffing.wishes.away") or len(meaningful_words(beside)) <= MOST_BESIDE_DAYS
    if not other and of_leave:
        with suppress(DayUnclear, DayTooEarly):
            return _read_days(talk, text)
    name, number = _invitee(talk)
    by_link = find_order(text, "staffing.stands_in_by_link")
    if not other and (by_link or (name and phone_alone(text))):
        called = (by_link["name"] if by_link else "") or name
        return {"stand_in": LINK, INVITEE: Invitee(called, phone_within(text) or number)}
    listed = next((each.name for each in people_named(talk.context.db, text)), "")
    named = stand_in_called(text) or other or listed
    if named in ("", talk.subject.person.name) or "stand_in" in talk.answers:
        raise NoSuchAnswer(text.strip())
    return {INVITEE: Invitee(named, phone_within(text))}


def stand_in_named(text: str) -> str:
    """Return the name of whoever is said to stand in, or an empty string, also for nobody, anybody or a question."""
    said = find_order(text, "staffing.stands_in")
    name = said["name"] if said is not None else ""
    return name if is_called(name.casefold()) and not says(name, NOBODY_STANDS_IN) else ""


def colleague_named_in(seat: Seat, text: str) -> str | None:
    """Return the button value of the one colleague in the unit that `text` names, in full or in part, or None."""
    others = {each.name: f"p{each.id}" for each in seat.others}
    found = named_among(text, list(others))
    return others[found[0]] if len(found) == 1 else None


def _who(talk: Talk[Seat]) -> Html:
    value = talk.answers.get("stand_in", NOBODY)
    if (stands_in := who_can_stand_in(talk.context.db, talk.subject.unit_id, _colleague(value))) is not None:
        return texts.BY(talk.language, name=stands_in.name)
    new = texts.BY_NEW_DEPUTY(talk.language, called=_called(talk))
    return new if value == LINK else texts.BY_NOBODY(talk.language)


def _colleague(value: str) -> int | None:
    """Return the id of the colleague whose button has a value, or None if it is none of theirs."""
    return int(value[1:]) if value[1:].isdigit() else None


def _preview(talk: Talk[Seat]) -> Html:
    text, before = texts.check(talk.subject, _span(talk), _who(talk), talk.language), talk.answers.get(INSTEAD)
    leave = find_absence(talk.context.db, before, talk.context.today)
    if leave is None:
        return text
    return join([text, texts.INSTEAD(talk.language, span=texts.span(leave.first, leave.last, talk.language))])


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    seat = seat_of(context.db, context.person, dialog.subject_id)
    talk = Talk(context, dialog, seat)
    first, last = _days(dialog.answers["days"])
    chosen, mark = dialog.answers["stand_in"], dialog.source
    stand_in: StandIn = _invitee(talk) if chosen == LINK else _colleague(chosen)
    by = context.actor.through(mark)
    token = enter_leave(context.db, by, seat, first, last, stand_in, dialog.answers.get(INSTEAD))
    done = texts.DONE(context.language, check=_preview(talk))
    undo = with_undo(context, source=mark) if context.person.is_coordinator else None
    if token is None:
        return Ending(done, undo)
    link = context.link(token)
    letter = deputies.link_text(seat.person.name, seat.unit, last, link, context.language, first)
    return Ending(Html(f"{done}\n{texts.PASS_ON(context.language)}"), below=(letter,), keyboard=undo)


def answers_to_move(context: Context, leave: Absence) -> Answers:
    """Return the answers with which a leave is entered once more for other days: who stands in stays the same."""
    kept = stand_in_kept(context.db, leave)
    if isinstance(kept, Invitee):
        return {"stand_in": LINK, INVITEE: kept, INSTEAD: leave.id}
    return {"stand_in": NOBODY if kept is None else f"p{kept}", INVITEE: Invitee(), INSTEAD: leave.id}


def _moved(talk: Talk[Seat]) -> Answers:
    """Return the answers of a dialog that moves the leave which this one has entered, if that still stands."""
    db = talk.context.db
    leave = find_absence(db, leave_from(db, talk.dialog.source), talk.context.today)
    return {**talk.answers, **(answers_to_move(talk.context, leave) if leave else {})}


ABSENCE: Declaration[Seat] = Declaration(
    kind="absence",
    office=False,
    load=lambda context, dialog: seat_of(context.db, context.person, dialog.subject_id),
    questions=(
        Question(
            "days",
            label=texts.DAYS,
            put=_which_days,
            read=_read_days,
            change=_other_days,
            changed_surely=True,
            buttons=_weeks,
            press=_press_days,
            shown=_span,
        ),
        Question(
            "stand_in",
            label=texts.STAND_IN,
            put=lambda talk: _below_who_cannot(talk, texts.WHO(talk.language, span=_span(talk))),
            read=_read_other,
            buttons=_others,
            shown=_who,
        ),
    ),
    preview=_preview,
    finish=_finish,
    again=Again("days", _moved),
    waits=texts.WAITS,
)
"""The leave dialog: days, stand-in, preview."""
