"""The nudge dialog (催办): which tasks, the coordinator's own words, the time, and a preview."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from data.announcing.addressees import units_named
from data.announcing.nudges import Nudging, checked_nudging, nudging
from data.announcing.tasks_to_nudge import (
    assignments_to_nudge,
    checked_nudge_words,
    overdue_in_doubt,
    overdue_without_report,
)
from data.dialogs import Dialog
from data.errors import NoSuchAnswer, StaleButton, TextMissing, needed
from data.errors import announcing as errors
from data.standing.assignments import Assignment, assignments
from data.understanding import Aim, Kind, Mood, Understanding, says
from data.understanding.announcing.nudge_words import nudges_asked, only_asks_to_nudge, without_lead
from data.understanding.dialog.lists_changed import ListChange, ListedMembers
from data.understanding.dialog.turns import says_every
from data.understanding.normalise.sentence import blank_spans, clauses_of
from data.understanding.orders import kind_said
from handlers.announcing import keyboard, nudge_parts
from handlers.announcing.broadcast_draft import time_answered
from handlers.announcing.sending_time import calls_off_message
from handlers.announcing.texts import nudge as texts
from handlers.announcing.texts.nudge import NudgePart
from handlers.dialog import (
    AGREED,
    Answers,
    Choices,
    Declaration,
    Ending,
    GivingUp,
    LeavesNothing,
    Members,
    PartlyRead,
    Question,
    Talk,
)
from handlers.telegram import Context, hear, in_rows, with_undo
from handlers.wording import NOTHING, cut, html, join, labels, plain_word

MOST_UNITS, FEW = 40, 4
OF_OTHERS = (
    *(Aim.INVITE, Aim.BROADCAST, Aim.PEOPLE, Aim.REPORT, Aim.PLAN, Aim.REVIEW, Aim.EXPORT, Aim.SETTINGS),
    *(Aim.RETURNS, Aim.INFO),
)
"""Aims of sentences that never say which units to nudge, even if they name some."""
TAKEN_BACK = ("broadcasts.nudge_called_off", "broadcasts.nudge_put_off")


@dataclass(frozen=True, slots=True)
class NudgeSubject:
    """The parts of the nudge, what is overdue and unreported in all units that can be reached, the names of the units
    that cannot, and the codes of what is overdue by a deadline in doubt."""

    parts: Sequence[NudgePart[Assignment]]
    silent: Sequence[Assignment]
    unheard: Sequence[str]
    in_doubt: Sequence[str]

    @property
    def found(self) -> Nudging[Assignment]:
        """What the first part would ask for."""
        return self.parts[0].found


def _load(context: Context, dialog: Dialog) -> NudgeSubject:
    """Return what is nudged about. Raises what check_part raises of the first part, if none asks for anything any
    more."""
    parts = [nudge_parts.load_part(context, each) for each in nudge_parts.parts_of(dialog.answers)]
    if dialog.answers.get("which") is not None and not any(each.found.asked for each in parts):
        checked_nudging(parts[0].found)
    silent = overdue_without_report(context.db, context.now)
    unheard = nudging(context.db, silent, context.now).unheard
    units = dict.fromkeys(each.unit or "" for each in unheard)
    in_doubt = dict.fromkeys(each.code for each in overdue_in_doubt(context.db, context.now))
    return NudgeSubject(parts, [each for each in silent if each.unit not in units], [*units], [*in_doubt])


def _choices(talk: Talk[NudgeSubject]) -> Choices:
    """Return buttons for all that is overdue and unreported, and for each unit's part in a neutral order, as units
    are not ranked."""
    silent, language = talk.subject.silent, talk.language
    units = Counter((each.unit_id or 0, each.unit or "") for each in silent)
    of_units = [
        (texts.OF_UNIT(language, unit=cut(name, 24), count=count), f"unit_{unit_id}")
        for (unit_id, name), count in sorted(units.items())
    ]
    everything = [(texts.ALL_SILENT(language, count=len(silent)), "silent")] if silent else []
    return [everything, *in_rows(of_units[:MOST_UNITS], 2), [keyboard.papers_button(talk.language)]]


def _press(talk: Talk[NudgeSubject], value: str) -> Answers:
    way, _, number = value.partition("_")
    silent = talk.subject.silent
    if way == "unit" and number.isdigit():
        silent = [each for each in silent if each.unit_id == int(number)]
    elif value != "silent":
        raise StaleButton
    return _left(talk, [*_ids_of(silent)])


def _read(talk: Talk[NudgeSubject], text: str) -> Answers:
    context = talk.context
    if plain_word(text) in AGREED:
        raise NoSuchAnswer(text.strip())
    meaning = hear(context, text)
    if Mood.ASKS in meaning.moods or meaning.aim in OF_OTHERS or says(text, "recipients.papers"):
        raise errors.NamesNothingToNudge(text.strip())
    try:
        said = _parts_instead(context, text, meaning)
    except TextMissing:
        raise errors.NamesNothingToNudge(text.strip()) from None
    return {name: value for name, value in said.items() if value}


def _change(talk: Talk[NudgeSubject], text: str) -> Answers:
    """Return the answers for other tasks if a text at the preview asks to nudge about them (都催: about all that is
    overdue) or takes the nudge of some back, else nothing. What is to be said politely (语气好一点 就说年底了) is added
    to its words."""
    meaning = hear(talk.context, text)
    if says(text, "recipients.papers"):
        return {}
    if says(meaning, "recipients.only_how"):
        raise PartlyRead({}, errors.PoliteAlready(), NOTHING)
    if (told := nudge_parts.without_manner(talk.context, text)) != text and not nudges_asked(told):
        words = filter(None, (talk.answers.get("words"), without_lead(told)))
        return {"words": checked_nudge_words("\n".join(words))}
    if (left := _left_when_taken_back(talk, meaning)) is not None:
        return _left(talk, [*_ids_of(left)])
    if says_every(blank_spans(meaning.text, nudges_asked(meaning.text), "")):
        return _left(talk, [*_ids_of(talk.subject.silent or talk.subject.found.asked)])
    if meaning.aim is not Aim.NUDGE and not only_asks_to_nudge(meaning):
        return {}
    try:
        return _parts_instead(talk.context, text, meaning)
    except (
        errors.NothingToNudge,
        errors.NobodyToNudge,
        errors.NudgedAlready,
        errors.NotTheirTask,
        errors.TimeGone,
    ) as why:
        raise PartlyRead({}, why, NOTHING) from why


def _left_when_taken_back(talk: Talk[NudgeSubject], meaning: Understanding) -> list[Assignment] | None:
    """Return what is still asked for if a sentence only takes the nudge of some back (市监局先不急), by the names in
    the clauses that say so and in those that only lead to them, and perhaps names others that are nudged all the same
    (农业局照催); None if it says anything else, or names what was not asked for."""
    said = [hear(talk.context, each) for each in clauses_of(meaning.text, spaces=True)]
    clauses = [each for each in said if _names_in(each)]
    if len(clauses) == 1 and says(meaning, *TAKEN_BACK):
        said = [meaning]
    before, out, kept = set[str](), set[str](), set[str]()
    for each in said:
        if says(each, *TAKEN_BACK):
            out, before = out | before | _names_in(each), set()
        elif says(each, "broadcasts.nudged_alone") and not out:
            before |= _names_in(each)
        elif says(each, "broadcasts.nudge_kept", "broadcasts.nudged_alone"):
            kept |= _names_in(each)
        else:
            return None
    asked = talk.subject.found.asked
    if not out or before or not kept <= {name for each in asked for name in (each.unit, each.code)}:
        return None
    return [each for each in asked if each.code in kept or out.isdisjoint((each.unit, each.code))]


def _names_in(heard: Understanding) -> set[str]:
    """Return the units and codes that a sentence names."""
    return {value for each in heard.readings if each.kind in (Kind.UNIT, Kind.CODE) for value in each.values}


def _named(talk: Talk[NudgeSubject], clause: str) -> list[ListedMembers]:
    """Return the places where a clause adds, removes or keeps tasks, named by code, by unit or by both. Raises
    UnknownUnit, and NothingToNudge if there is nothing to ask of units that are added."""
    said, context, asked = kind_said("edits.how", clause), talk.context, talk.subject.found.asked
    if said is None or ("which" not in talk.answers and said not in (ListChange.OUT, ListChange.ALL_BUT)):
        return []
    units = units_named(context.db, meaning := hear(context, clause))
    codes = [each for each in meaning.readings if each.kind is Kind.CODE]
    known = [*asked, *talk.subject.silent]
    if codes:
        ids = {unit_id for each in units for unit_id in each.values}
        named = [ListedMembers(each.start, each.end, _ids_of(_of_code(talk, each.values[0], ids))) for each in codes]
        return sorted([*named, *(each._replace(values=()) for each in units)])
    found = {each: _to_ask(talk, known, each.values) for each in units}
    if said == ListChange.ADDED and units and not any(found.values()):
        raise errors.NothingToNudge
    return [each._replace(values=_ids_of(of)) for each, of in found.items()]


def _to_ask(talk: Talk[NudgeSubject], known: Iterable[Assignment], unit_ids: Sequence[int]) -> Sequence[Assignment]:
    """Return those of `known` that belong to the units, or else whatever there is to ask of them."""
    of_units = [each for each in known if each.unit_id in unit_ids]
    return of_units or assignments_to_nudge(talk.context.db, unit_ids, talk.context.now)


def _of_code(talk: Talk[NudgeSubject], code: str, unit_ids: Collection[int]) -> list[Assignment]:
    found = assignments(talk.context.db, talk.context.today, code=code)
    return [each for each in found if not each.finished and (not unit_ids or each.unit_id in unit_ids)]


def _ids_of(found: Iterable[Assignment]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each.id for each in found if each.id))


def _left(talk: Talk[NudgeSubject], ids: list[int]) -> Answers:
    """Return the answers for the tasks that are left. Raises LeavesNothing if there are none, and what check_part
    raises."""
    if not ids:
        raise LeavesNothing
    nudge_parts.check_part(talk.context, {**talk.answers, "which": ids})
    return {"which": ids}


def _parts_instead(context: Context, text: str, meaning: Understanding) -> Answers:
    """Return the answers for what a sentence asks for. Raises TextMissing if it names nothing, and what check_part
    raises."""
    named = needed([each for each in nudge_parts.parts_named(context, text, meaning) if each["which"]], TextMissing)
    for each in named:
        nudge_parts.check_part(context, each)
    first, *later = named
    return {**first, "later": later}


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    done = list(nudge_parts.send_parts(context, dialog))
    units = {each.unit_id or 0: each.unit or "" for part in done for each in part.found.asked}
    rows = [[keyboard.paper_button(unit_id, name, context.language)] for unit_id, name in units.items()]
    papers = rows if len(rows) <= FEW else [[keyboard.papers_button(context.language)]]
    return Ending(texts.sent(done, context.today, context.language), with_undo(context, papers))


NUDGE: Declaration[NudgeSubject] = Declaration(
    kind="nudge",
    load=_load,
    questions=(
        Question(
            "which",
            label=texts.WHICH,
            put=lambda talk: texts.which_tasks(
                talk.subject.silent,
                talk.subject.unheard,
                talk.subject.in_doubt,
                time_answered(talk.answers),
                talk.context.today,
                talk.language,
            ),
            read=_read,
            change=_change,
            changed_surely=True,
            members=Members(
                _named,
                lambda talk: _ids_of(talk.subject.found.asked),
                lambda talk: _ids_of(talk.subject.found.asked or talk.subject.silent),
                _left,
            ),
            buttons=_choices,
            press=_press,
            shown=lambda talk: cut("、".join(dict.fromkeys(each.code for each in talk.subject.found.asked)), 60),
        ),
        replace(
            nudge_parts.OWN_WORDS,
            read=lambda talk, text: {"words": checked_nudge_words(nudge_parts.without_manner(talk.context, text))},
        ),
        nudge_parts.NUDGING_TIME,
    ),
    preview=lambda talk: texts.preview(talk.subject.parts, talk.context.today, talk.language),
    submit=labels.SEND,
    submit_said=("催", "催办", "发送", "发出"),
    finish=_finish,
    waits=texts.WAITS,
    giving_up=GivingUp(
        texts.CANCEL_QUESTION,
        named=lambda context, dialog, heard: calls_off_message(context, dialog, heard, "broadcasts.nudge_called_off"),
    ),
    why_over=lambda context, dialog, why: join([why, html(dialog.answers.get("words") or "")]),
    only_once=True,
    afterwards=nudge_parts.wake_sender,
)
