"""Deputies (/deputy): a liaison names one by a link, recalls one, and chooses who gets the unit's notices."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from telegram import Update

from data import dialogs
from data.dialogs import Dialog
from data.errors.deadlines import DayTooEarly, DayUnclear
from data.people.absence import own_absences
from data.people.coming_deputies import drop_coming_deputy
from data.people.deputies import (
    Appointment,
    Arrangement,
    Deputy,
    arrangement,
    deputy_by_id,
    name_deputy,
    set_deputies_hear_alone,
    void_deputy_link,
)
from data.people.directory import people_named
from data.people.invitations import Invitee
from data.people.leave_days import days_away
from data.people.leaving import recall_deputy
from data.people.people import Person, Role, person_by_id
from data.plan.deadlines.day_answer import day_asked_for
from data.understanding import Aim, Intent, Kind, Mood, Understanding, find_order, says
from data.understanding.dialog.turns import agrees
from data.understanding.dialog.words_edited import name_given
from data.understanding.entities.days.lengths import length_in_days
from data.understanding.people.people_invited import role_said
from data.understanding.people.phone_numbers import phone_within
from data.understanding.people.staffing import stand_in_called, wish_in
from handlers.dialog import Choices, Declaration, Ending, Place, Question, Talk, acts_on, begin
from handlers.notes.task_notes import tell_office_button
from handlers.people import keyboard as buttons
from handlers.people.leave import names_colleague_for_so_long
from handlers.people.texts import deputies as texts
from handlers.people.texts.absence import leave_line
from handlers.telegram import Context, For, Verb, answer, day_in, hear, pressed, show
from handlers.telegram.which_unit import ask_which_unit, said_before_the_press
from handlers.wording import Html, Language, join, plain_word
from handlers.wording.labels import DAY_BUTTON

A_MONTH = timedelta(days=30)
LASTS = "lasts"
"""The key of the answer that holds for how many days a sentence says that the deputy stands in, or None."""
INVITEE = "called"
"""The key of the answer that holds the Invitee, if the deputy was named."""
OPEN = "open"
"""The value of the button for no last day."""


def appointment_letter(appointment: Appointment, reader: Person, language: Language) -> Html:
    """Return the letter that tells `reader` that a deputy has come or gone."""
    if appointment.stands:
        until = texts.span(appointment.until, language)
        return texts.JOINED(language, name=appointment.deputy, unit=appointment.unit, span=until)
    if reader.id == appointment.deputy_id:
        return (texts.ENDED_YOU if appointment.began else texts.NOT_NEEDED)(language, unit=appointment.unit)
    if appointment.unit not in (each.unit for each in reader.liaison_for):
        return texts.ENDED_WITH_LIAISON(language, unit=appointment.unit, name=appointment.deputy)
    wording = texts.ENDED_BY if appointment.ended_by else texts.ENDED_THEM
    return wording(language, name=appointment.deputy, unit=appointment.unit, by=appointment.ended_by)


async def deputy_command(update: Update, context: Context) -> None:
    """Handle /deputy: show the unit's deputies, or ask which unit if the liaison has several."""
    units = context.person.liaison_for
    if len(units) > 1:
        await ask_which_unit(update, context, Verb.DEPUTY, [(each.unit, ("unit", each.unit_id)) for each in units])
        return
    await _show(update, context, units[0].unit_id or 0)


async def tell_deputyship(update: Update, context: Context, meaning: Understanding) -> bool:
    """Answer a deputy's sentence about being deputy with the unit, the last day, who named them and how to end it;
    return whether the sentence was about that. Liaisons and coordinators get no answer here."""
    of_a_colleague = Mood.ASKS in meaning.moods and says(meaning, "staffing.somebody_else_away")
    of_deputies = meaning.aim is Aim.DEPUTY and (of_a_colleague or wish_in(meaning) is None)
    about = of_deputies or says(meaning, "staffing.of_being_deputy")
    if not about or context.person.liaison_for or context.person.is_coordinator:
        return False
    if own := _own_deputyships(context):
        await answer(update, context, own)
    return bool(own)


def _recalled(context: Context, heard: Understanding) -> Sequence[Deputy] | None:
    """Return the deputies of the liaison's only unit that a sentence may want recalled; None if it recalls none."""
    arranged = _of_only_unit(context) if says(heard, "staffing.roles.deputy") else None
    if arranged is None:
        return None
    named = [each for each in arranged.deputies if each.name in heard.text]
    bare = replace(heard, text=heard.text.replace(named[0].name, "")) if named else heard
    return (named or arranged.deputies or None) if says(bare, "staffing.deputy_recalled") else None


@acts_on(_recalled, for_=For.LIAISONS, known=False)
async def ask_whether_to_recall(update: Update, context: Context, meant: Sequence[Deputy]) -> None:
    """Ask whether the only deputy that may be meant is to be recalled, say that the office does it, or show several."""
    if len(meant) > 1:
        await _show(update, context, meant[0].unit_id)
    elif meant[0].named_by:
        await _ask_whether(update, context, meant[0].id)
    else:
        told = texts.FOR_THE_OFFICE(context.language, name=meant[0].name)
        await answer(update, context, told, tell_office_button(update, context))


async def ask_about_those_until_a_day(update: Update, context: Context) -> None:
    """Ask whether the deputy whom a liaison named until a day to come is to be recalled, now that the liaison is back;
    of several, show them."""
    person = context.person
    there = [
        each
        for role in person.liaison_for
        for each in _arrangement(context, role.unit_id).deputies
        if each.until is not None and each.named_by == person.name
    ]
    if len(there) > 1:
        await _show(update, context, there[0].unit_id)
    elif there:
        await _ask_whether(update, context, there[0].id)


async def tell_who_names_deputies(update: Update, context: Context) -> None:
    """Tell somebody who wants to stand in what they are, if a deputy, or else that the colleague names them."""
    await answer(update, context, _own_deputyships(context) or texts.NAMED_BY_COLLEAGUE(context.language))


def _link_called_off(context: Context, heard: Understanding) -> Arrangement | None:
    """Return the deputies of the liaison's only unit if a sentence calls off the link to one that is not opened yet
    (链接作废), else None."""
    is_said = not context.person.is_coordinator and says(heard, "staffing.link_called_off")
    present = _of_only_unit(context) if is_said else None
    return present if present and present.link_until and heard.unit in (None, present.unit) else None


@acts_on(_link_called_off, for_=For.LIAISONS, known=False)
async def show_link_to_void(update: Update, context: Context, present: Arrangement) -> None:
    """Show the deputies of a unit, with the button that voids the link."""
    await _show(update, context, present.unit_id)


def _named_in(context: Context, meaning: Understanding) -> str:
    """Return the name of the deputy whom a liaison wants by name and for no certain days, or names below the unit's
    deputies (叫张伟), or of a colleague who is to join; empty if there is none."""
    if not context.person.liaison_for:
        return ""
    figures = meaning.names(Kind.PERCENT) or meaning.names(Kind.FIGURE)
    here = None if figures or context.person.is_coordinator else find_order(meaning, "staffing.colleague_here")
    if here is None and (Mood.ASKS in meaning.moods or meaning.names(Kind.TIME)):
        return ""
    told = meaning.aim.intent is not Intent.REPORT and not context.person.is_coordinator
    added = here or (find_order(meaning, "staffing.colleague_added") if told else None)
    if added and not people_named(context.db, added["name"]):
        return added["name"]
    wanted = meaning.aim is Aim.DEPUTY and wish_in(meaning) is None
    answers = not meaning.readings and any(each[0] == "name" for each in context.last_messages.offers(Verb.DEPUTY))
    if not (wanted or answers) or names_colleague_for_so_long(context, meaning.text):
        return ""
    return stand_in_called(name_given(meaning.text, beside=False) or meaning.text)


async def begin_deputy_by_name(update: Update, context: Context, meaning: Understanding) -> bool:
    """Ask until when the deputy stands in whom a liaison names (小李代我填 13800001111), and say who gets the link;
    return whether the sentence names one."""
    units = context.person.liaison_for
    return len(units) == 1 and await _begin_by_name(update, context, units[0].unit_id or 0, meaning)


async def _begin_by_name(update: Update, context: Context, unit_id: int, meaning: Understanding) -> bool:
    if name := _named_in(context, meaning):
        invitee = Invitee(name, phone_within(meaning.text))
        first = texts.TO_FORWARD(context.language, **invitee._asdict())
        answers = {LASTS: length_in_days(meaning.text.lower()), INVITEE: invitee}
        await begin(update, context, UNTIL, unit_id, answers=answers, first=first)
    return bool(name)


async def show_own_deputies(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show a liaison who wants to invite a deputy (再加一个B角), or somebody in no other role (加个人), those of
    the unit, with the button that names one; return whether the sentence asks for that."""
    role, may_invite = role_said(meaning.text), Aim.INVITE in (meaning.aim, *meaning.between)
    invites = meaning.aim is Aim.INVITE if role == "" else may_invite and role == Role.DEPUTY
    if not invites or context.person.is_coordinator or not context.person.liaison_for:
        return False
    await deputy_command(update, context)
    return True


def _own_deputyships(context: Context) -> Html:
    """Return of which units the user is deputy, until when and named by whom; empty if of none."""
    language, lines = context.language, []
    for seat in context.person.memberships:
        if seat.role is Role.DEPUTY:
            by = person_by_id(context.db, seat.named_by).name if seat.named_by else ""
            named = texts.NAMED_BY(language, name=by) if by else texts.FROM_OFFICE(language)
            lines.append(texts.YOURS(language, unit=seat.unit, span=texts.span(seat.until, language), by=named))
    return join(lines)


async def press_deputy(update: Update, context: Context) -> None:
    """Handle a button under the list of deputies. Raises NotYours and StaleButton."""
    choice, number, *_ = pressed(update)
    subject, said = int(number), said_before_the_press(update, context)
    match choice:
        case "unit" if said and await _begin_by_name(update, context, subject, hear(context, said)):
            return
        case "name":
            await begin(update, context, UNTIL, subject, answers={LASTS: None}, place=Place.PRESSED)
            return
        case "recall":
            await _ask_whether(update, context, subject)
            return
        case "drop":
            subject = drop_coming_deputy(context.db, context.actor, subject)
        case "void":
            void_deputy_link(context.db, context.actor, subject)
        case "end":
            subject = recall_deputy(context.db, context.actor, subject)
        case "alone" | "both":
            set_deputies_hear_alone(context.db, context.actor, subject, choice == "alone")
        case _:
            dialogs.drop_dialogs_on(context.db, context.person.id, UNTIL.kind, subject)
    await _show(update, context, subject)


def _arrangement(context: Context, unit_id: int | None) -> Arrangement:
    return arrangement(context.db, context.person, unit_id or 0, context.now)


def _of_only_unit(context: Context) -> Arrangement | None:
    units = context.person.liaison_for
    return _arrangement(context, units[0].unit_id) if len(units) == 1 else None


async def _show(update: Update, context: Context, unit_id: int) -> None:
    """Show the present deputies of a unit, below who stands in for the user on leave."""
    present, language = _arrangement(context, unit_id), context.language
    away = [each for each in own_absences(context.db, context.person, context.today) if each.unit_id == unit_id]
    lines = [leave_line(each, language) for each in away if each.stand_in is not None]
    text = join([*lines, texts.arrangement_text(present, language)])
    await show(update, context, text, buttons.arrangement(present, language))


async def _ask_whether(update: Update, context: Context, membership_id: int) -> None:
    deputy = deputy_by_id(context.db, context.person, membership_id)
    sure = texts.SURE(context.language, name=deputy.name, unit=deputy.unit)
    await show(update, context, sure, buttons.confirm_recall(deputy, context.language))


def _last_day_said(talk: Talk[Arrangement]) -> date | None:
    lasts = talk.answers.get(LASTS)
    return talk.context.today + timedelta(days=lasts - 1) if lasts else None


def _which_span(talk: Talk[Arrangement]) -> Html:
    last, example = _last_day_said(talk), talk.context.today + A_MONTH
    which = texts.SPAN_SAID(talk.language, day=last) if last else texts.WHICH_SPAN(talk.language, example=example)
    return join([texts.HEAD(talk.language, unit=talk.subject.unit), which])


def _spans(talk: Talk[Arrangement]) -> Choices:
    """Return a button each for a week, two weeks, a month and no last day, or for the last day that was said."""
    if last := _last_day_said(talk):
        return [[(texts.UNTIL(talk.language, day=last), f"{last:%Y%m%d}")], [(texts.OPEN, OPEN)]]
    days = [(each, talk.context.today + timedelta(days=each)) for each in texts.SPANS]
    return [
        *([(DAY_BUTTON(talk.language, words=texts.SPANS[each], day=day), f"{day:%Y%m%d}")] for each, day in days),
        [(texts.OPEN, OPEN)],
    ]


def _press(talk: Talk[Arrangement], value: str) -> dict[str, str]:
    return {"first": "", "until": "" if value == OPEN else _until(talk, day_in(value))}


def _read(talk: Talk[Arrangement], text: str) -> dict[str, str]:
    today = talk.context.today
    if agrees(text) and (said := _last_day_said(talk)):
        return {"first": "", "until": said.isoformat()}
    if plain_word(text) in texts.OPEN_SAID:
        return {"first": "", "until": ""}
    with suppress(DayUnclear):
        first, last = days_away(text, today)
        if today < first < last:
            return {"first": first.isoformat(), "until": last.isoformat()}
    return {"first": "", "until": _until(talk, day_asked_for(text, today, today, today + A_MONTH))}


def _until(talk: Talk[Arrangement], day: date) -> str:
    if day < talk.context.today:
        raise DayTooEarly(talk.context.today - timedelta(days=1))
    return day.isoformat()


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    """Name the deputy; the link comes in a message of its own that can be forwarded."""
    present = _arrangement(context, dialog.subject_id)
    until = date.fromisoformat(dialog.answers["until"]) if dialog.answers["until"] else None
    first = date.fromisoformat(dialog.answers["first"]) if dialog.answers.get("first") else None
    invitee = Invitee(*dialog.answers.get(INVITEE, ()))
    link = context.link(name_deputy(context.db, context.actor, dialog.subject_id, until, first, invitee))
    text = texts.link_text(context.person.name, present.unit, until, link, context.language, first)
    return Ending(texts.PASS_ON(context.language), below=(text,))


UNTIL: Declaration[Arrangement] = Declaration(
    kind="deputy",
    office=False,
    load=lambda context, dialog: _arrangement(context, dialog.subject_id),
    questions=(Question("until", label=texts.LAST_DAY, put=_which_span, read=_read, buttons=_spans, press=_press),),
    finish=_finish,
    waits=texts.UNTIL_WAITS,
    leave=lambda update, context, dialog: _show(update, context, dialog.subject_id),
    only_once=True,
)
"""The dialog that names a deputy: it asks for the last day and creates the link."""
