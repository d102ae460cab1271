"""Reports that the office makes for a unit (代报), such as when it telephones."""

from typing import Any

from telegram import Update

from data.dialogs import Dialog
from data.errors import ButtonsOnly, UnknownTask, needed
from data.plan.units import is_the_office
from data.standing.assignments import Assignment, assignments
from data.understanding import Aim, Kind, Mood, Reading, Speaker, Understanding, find_order, of_kind, says, values_of
from data.understanding.announcing.addressees import tells_what_they_said
from data.understanding.dialog.turns import agrees
from data.understanding.entities.percent_forms import numbers_said
from data.understanding.list_exceptions import units_in
from data.understanding.sureness import RATHER_SURE
from handlers.dialog import Answers, Choices, Declaration, Place, Question, Talk, begin, reader
from handlers.reporting.report_in_words import report_on
from handlers.reporting.statements import statement_of
from handlers.reporting.task_choice import ADDED, words_added_to, words_so_far
from handlers.reporting.texts.questions import TASK
from handlers.tasks.own_tasks import own_assignment
from handlers.telegram import Context, For, answer, hear, said_by, text_of, unit_named
from handlers.wording import NOTHING, Html, Wording, bracketed, join, labels

HOW_TO_REPORT_FOR_UNIT = Wording(
    "代报请写单位、编号和进展，例如：代市公安局报 1-2 80%，立案3件；也可以打开任务点“代报”。",
    "To report for a unit, name it, the task and the progress: report for 市公安局: 1-2 80%; or press the button on "
    "the task's card.",
)
ONE_AT_A_TIME = Wording(
    "一次代报一项，先报 {code}。还没有报：{others}，请另发一句，如“代{unit}报{others}……”。",
    "One task at a time: {code} first. Not reported yet: {others}; please send another sentence, such as “report[ for "
    "{unit}]: {others} …”.",
)
ONE_UNIT_AT_A_TIME = Wording(
    "还没有报。一次代报一个单位，请分开发，例如：代{unit}报 {code} 80%。",
    "Nothing has been reported yet. One unit at a time, please, in a sentence for each: report for {unit}: {code} 80%.",
)
FOR_WHICH_UNIT = Wording(
    "还没有报：{code} 由几个单位负责，替哪个单位报？点一个或写出来，照您写的填好，核对后再提交。",
    "Nothing has been reported yet: several units are responsible for {code}. For which one is the report? Choose one "
    "or write it; your words are filled in, to be checked before you submit.",
)
NOT_OF_THIS_UNIT = Wording("{code} 不由{unit}负责。", "{unit} is not responsible for {code}.")
REPORT_FOR_A_UNIT = Wording(
    "还没有报：进展由各单位填报。要代单位报，请点“代报”，照您写的填好，核对后再提交。",
    "Nothing has been reported yet: units report themselves. To report on behalf of a unit, press the button: your "
    "words are filled in, to be checked before you submit.",
)

KEY = "unit"
"""The key of the answer that holds the assignment of the unit for which is reported."""


def _names_a_task(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    return heard.names(Kind.CODE, Kind.NO_CODE) and says(text, "report_for_unit.said")


@reader(for_=For.COORDINATORS, names=_names_a_task)
async def report_for_others(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a report for a unit with what a coordinator's sentence says; return whether it asks for one. Raises
    UnknownUnit and UnknownTask."""
    text = text_of(update)
    of_others = find_order(text, "report_for_unit.said")
    if of_others is None:
        return False
    unit = unit_named(context, of_others["unit"]).name if of_others["unit"] else ""
    said = f"{of_others['code']} {of_others['rest']}".strip()
    heard = _heard(context, said, unit)
    if not unit and (named := _unit_before_the_code(heard)):
        unit, said = named.values[0], of_others["rest"][named.end :].strip()
        heard = _heard(context, said, unit)
    code, *others = dict.fromkeys(values_of(heard, Kind.CODE)) or [""]
    if others:
        await answer(update, context, ONE_AT_A_TIME(context.language, code=code, others=others, unit=unit))
    if code:
        await _report(update, context, code, unit, said)
    elif not of_others["rest"]:
        await answer(update, context, HOW_TO_REPORT_FOR_UNIT(context.language))
    return bool(code) or not of_others["rest"]


def _unit_before_the_code(heard: Understanding) -> Reading | None:
    """Return the unit that a sentence begins with directly before a code (农业局29-4 公众号发了12条), or None."""
    unit, code = (next(of_kind(heard, kind), None) for kind in (Kind.UNIT, Kind.CODE))
    if unit is None or code is None or unit.start or len(unit.values) != 1:
        return None
    return unit if not heard.text[unit.end : code.start].strip(" ，,：:") else None


@reader(for_=For.COORDINATORS)
async def report_in_place_of_unit(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a report on a task of the office or for the one of its units that is named, or offer to make the report for
    a unit with these words, if a coordinator without a unit reports on a named task; return whether that is so."""
    if context.person.speaks_for or not (meaning.names(Kind.CODE) and meaning.task):
        return False
    found = _of_task(context, meaning.task)
    if not found or not _is_a_report(context, meaning, found[0].unit or ""):
        return False
    own = next((each.unit for each in found if is_the_office(each.unit or "")), None)
    named = [each.unit for each in found if each.unit in units_in(meaning)]
    if len(named) > 1 and _has_percentages(meaning):
        words = ONE_UNIT_AT_A_TIME(context.language, unit=named[0] or "", code=meaning.task)
        await answer(update, context, words)
        return True
    unit = own or (named[0] if len(found) > 1 and len(named) == 1 else None)
    await _report(update, context, meaning.task, unit, said_by(update, meaning))
    return True


def _is_a_report(context: Context, meaning: Understanding, unit: str) -> bool:
    """Return whether a sentence of the office is a report, or would be one if the unit of its task said it
    (43-5 完成 签到册补齐了), without who told it (公安局打电话说1-2…). No change of the plan has a percentage
    (39-1武昌70%，江岸50%)."""
    if meaning.aim is Aim.PLAN and _has_percentages(meaning):
        return True
    if meaning.aim not in (Aim.TASK, Aim.UNKNOWN):
        return meaning.aim is Aim.REPORT
    told = meaning.text[next(of_kind(meaning, Kind.CODE)).start :] if tells_what_they_said(meaning) else meaning.text
    heard = context.bot_data.words.understand(told, Speaker((unit,), False), context.today)
    states = heard.status is not None or heard.percent is not None
    return states and heard.aim is Aim.REPORT and heard.confidence >= RATHER_SURE


def _has_percentages(meaning: Understanding) -> bool:
    """Return whether a sentence has a percentage, if only of each of several units."""
    return any(not each.is_bare for each in numbers_said(meaning.text.lower()))


def _heard(context: Context, text: str, unit: str) -> Understanding:
    """Return the meaning of `text` as if the unit itself reported it."""
    speaker = Speaker((unit,) if unit else (), False)
    return context.bot_data.words.understand(text, speaker, context.today, Aim.REPORT)


async def _report(update: Update, context: Context, code: str, unit: str | None, said: str) -> None:
    """Begin a report for the unit with what is `said`, that for the only one if none is named but expected (""), or ask
    for which. Raises UnknownTask."""
    found = needed(_of_task(context, code), UnknownTask(code, in_the_plan=True))
    meant = [each for each in found if unit in ("", each.unit)]
    if len(meant) == 1:
        await report_on(update, context, meant[0], statement_of(_heard(context, said, meant[0].unit or "")))
        return
    first = NOT_OF_THIS_UNIT(context.language, code=code, unit=unit) if unit and not meant else NOTHING
    await begin(update, context, FOR_UNIT, update.update_id, answers={"said": said, "code": code}, first=first)


def _of_task(context: Context, code: str) -> list[Assignment]:
    return [each for each in assignments(context.db, context.today, code=code) if each.id]


def _read(talk: Talk[list[Assignment]], text: str) -> Answers:
    """Return the only unit if it is agreed to, or the one that is named; or the words that wait, with what a text puts
    right in them or adds. Raises ButtonsOnly, also for a question."""
    if words := words_added_to(talk, text):
        return {"said": words, ADDED: True}
    heard = hear(talk.context, text)
    units = units_in(heard)
    meant = [each for each in talk.subject if each.unit in units] if units else talk.subject
    if Mood.ASKS in heard.moods or len(meant) != 1 or not (units or agrees(text)):
        raise ButtonsOnly
    return {KEY: meant[0].id}


def _put(talk: Talk[list[Assignment]]) -> Html:
    several = len(talk.subject) > 1
    asked = FOR_WHICH_UNIT(talk.language, code=talk.answers["code"]) if several else REPORT_FOR_A_UNIT(talk.language)
    return join([words_so_far(talk), asked], "\n\n")


def _buttons(talk: Talk[list[Assignment]]) -> Choices:
    words = labels.REPORT_FOR(talk.language)
    return [[(words + bracketed(each.unit or "", talk.language), each.id)] for each in talk.subject]


def _load(context: Context, dialog: Dialog) -> list[Assignment]:
    """Return the assignments of the task. Raises UnknownTask."""
    return needed(_of_task(context, dialog.answers["code"]), UnknownTask(dialog.answers["code"], in_the_plan=True))


async def report_for_chosen_unit(update: Update, context: Context, dialog: Dialog) -> None:
    """Show the report in the words that were kept, for the unit that was chosen."""
    chosen = own_assignment(context, dialog.answers[KEY])
    statement = statement_of(_heard(context, dialog.answers["said"], chosen.unit or ""))
    await report_on(update, context, chosen, statement, Place.NEWEST if update.callback_query else Place.BELOW)


FOR_UNIT: Declaration[list[Assignment]] = Declaration(
    kind="report_for_unit",
    load=_load,
    questions=(Question(KEY, label=TASK, put=_put, read=_read, buttons=_buttons),),
    waits=lambda talk: NOTHING,
    is_begun=lambda context, dialog: False,
    passing=True,
    only_once=True,
    afterwards=report_for_chosen_unit,
    assignment_ids=lambda context, dialog: [each.id for each in _of_task(context, dialog.answers["code"])],
)
"""Asks for which unit the office reports, and keeps its words until then."""
