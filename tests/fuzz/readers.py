"""All readers of what people write or of a file's cells, by name."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from data.announcing.broadcasts import checked_choices
from data.errors import Refusal
from data.errors.announcing import ChoicesUnclear
from data.errors.numbers import IndicatorUnclear
from data.people.roster_file import phone_digits
from data.plan.deadlines import read_deadline
from data.plan.deadlines.day_answer import day_asked_for
from data.plan.files.codes import leading_number
from data.plan.files.titles import short_title
from data.plan.files.unit_cells import comparable, one_line, read_units, tidy_lines
from data.plan.unit_names import UnitNames
from data.reporting.figures import figures_said
from data.reporting.indicator_changes import read_indicator
from data.understanding import Speaker, understand
from data.understanding.announcing.addressees import only_names_addressees, split_at_colon, split_without_colon
from data.understanding.announcing.nudge_words import words_for_nudge
from data.understanding.dialog.turns import hear_turn
from data.understanding.entities.days import find_days
from data.understanding.entities.filters import find_filters
from data.understanding.lines_named import NamedLine, lines_meant
from data.understanding.more_time import reason_in
from tests.understanding.corpora import TODAY
from tests.understanding.plan import indicators, vocabulary

_POLICE = Speaker(("市公安局",))


def _heard(text: str) -> None:
    heard = understand(text, vocabulary(), _POLICE, TODAY)
    hear_turn(heard, "note")
    lines_meant(text, heard, [NamedLine("2-7", text[:200]), NamedLine("14-2", "开了会")])


def _cells(text: str) -> None:
    for read in (tidy_lines, one_line, comparable, leading_number, phone_digits, short_title):
        read(text)
    read_units([text], UnitNames(()))


def _more_time(text: str) -> None:
    reason_in(text, names_task=False)
    reason_in(text)
    with suppress(Refusal):
        day_asked_for(text, TODAY, TODAY)


def _indicator(text: str) -> None:
    with suppress(IndicatorUnclear):
        read_indicator(text)


def _broadcast(text: str) -> None:
    head, _ = split_at_colon(text)
    heard = understand(head or text, vocabulary(), Speaker((), True), TODAY)
    split_without_colon(head or text, heard)
    only_names_addressees(heard)
    words_for_nudge(head or text, heard)
    with suppress(ChoicesUnclear):
        checked_choices(text)


READERS: Mapping[str, Callable[[str], object]] = {
    "a sentence": _heard,
    "days": lambda text: (find_days(text.lower(), TODAY), find_days(text.lower(), TODAY, past=True)),
    "a deadline": lambda text: (read_deadline(text, TODAY), read_deadline(text[:200], TODAY)),
    "cells": _cells,
    "more time": _more_time,
    "figures": lambda text: figures_said(text, indicators()),
    "an indicator": _indicator,
    "a broadcast": _broadcast,
    "filters of a list": lambda text: find_filters(text.lower(), ()),
}
