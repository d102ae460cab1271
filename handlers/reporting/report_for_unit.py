"""Reports that the office makes for a unit (代报), such as when it telephones."""

from typing import Any

from telegram import InlineKeyboardMarkup, Update

from data.errors import UnknownTask
from data.plan.units import is_the_office
from data.standing.assignments import Assignment, assignments
from data.understanding import (
    Aim,
    Kind,
    Reading,
    Speaker,
    Understanding,
    find_order,
    of_kind,
    says,
    understand,
    values_of,
)
from handlers.dialog import Talk, reader
from handlers.reporting.report import begin_report
from handlers.reporting.report_in_words import report_on
from handlers.reporting.statements import statement_of
from handlers.reporting.texts.report_for_unit import (
    FOR_WHICH_UNIT,
    HOW_TO_REPORT_FOR_UNIT,
    NOT_OF_THIS_UNIT,
    REPORT_FOR_A_UNIT,
)
from handlers.telegram import Context, For, Verb, answer, bracketed, button, labels, said_by, text_of, unit_named


def _reports_for_others(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a coordinator's sentence reports on a task, given by code, for a unit."""
    return any(of_kind(heard, Kind.CODE)) and says(text, "report_for_unit.said")


@reader(for_=For.COORDINATORS, names=_reports_for_others)
async def report_for_others(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a report for a unit with what a coordinator's sentence says; return whether it asks for one. Raises
    UnknownUnit and UnknownTask."""
    text = text_of(update)
    of_others = find_order(text, "report_for_unit.said")
    if of_others is None:
        return False
    unit = unit_named(context, of_others["unit"]).name if of_others["unit"] else ""
    heard = _heard(context, of_others["rest"], unit)
    if not unit and (named := _unit_before_the_code(heard)):
        unit, heard = named.values[0], _heard(context, of_others["rest"][named.end :].strip(), named.values[0])
    code = next(iter(values_of(heard, Kind.CODE)), "")
    if code:
        await _report(update, context, code, unit, heard)
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
async def say_how_for_units(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a report on a task of the office, or explain how to report for a unit, if a coordinator without a unit
    reports on a named task; return whether that is so."""
    person = context.person
    named = any(of_kind(meaning, Kind.CODE))
    if person.speaks_for or meaning.aim is not Aim.REPORT or not (named and meaning.task):
        return False
    found = _of_task(context, meaning.task)
    if not found:
        return False
    if own := next((each.unit for each in found if is_the_office(each.unit or "")), None):
        text = said_by(update, meaning)
        await _report(update, context, meaning.task, own, _heard(context, text, own))
        return True
    words = REPORT_FOR_A_UNIT(context.language, code=meaning.task, unit=found[0].unit or "")
    await answer(update, context, words, _units(found, context))
    return True


def _heard(context: Context, text: str, unit: str) -> Understanding:
    """Return the meaning of `text` as if the unit itself reported it."""
    speaker = Speaker((unit,) if unit else (), False)
    return understand(text, context.bot_data.words.current(), speaker, context.today, Aim.REPORT)


async def _report(update: Update, context: Context, code: str, unit: str, heard: Understanding) -> None:
    found = _of_task(context, code)
    if not found:
        raise UnknownTask(code, in_the_plan=True)
    meant = [each for each in found if unit in ("", each.unit)]
    if not meant:
        words = NOT_OF_THIS_UNIT(context.language, code=code, unit=unit)
        await answer(update, context, words, _units(found, context))
    elif len(meant) > 1:
        await answer(update, context, FOR_WHICH_UNIT(context.language, code=code), _units(meant, context))
    else:
        statement = statement_of(context, heard)
        if statement is None:
            await begin_report(update, context, meant[0].id)
        else:
            await report_on(update, context, meant[0], statement)


def _of_task(context: Context, code: str) -> list[Assignment]:
    return [each for each in assignments(context.db, context.today, code=code) if each.id]


def _units(found: list[Assignment], context: Context) -> InlineKeyboardMarkup:
    words = labels.REPORT_FOR(context.language)
    return InlineKeyboardMarkup(
        [[button(words + bracketed(each.unit or "", context.language), Verb.REPORT, each.id)] for each in found]
    )
