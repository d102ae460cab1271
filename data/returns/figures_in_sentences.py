"""The figures of a return in a sentence that also says which return is meant: 11月月报：立案3 没移送."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from data.errors.numbers import FigureNotRead
from data.patterns import Pattern
from data.returns.figures_written import Written, figures_written
from data.returns.written_parts import parts_of
from data.understanding import IndicatorWords
from data.understanding.named import find_day_readings
from data.understanding.normalise.sentence import blank_spans, normalise
from data.understanding.return_asked import without_return_names

HEADING = Pattern(r"[:：]")
NO_NAMES = ()


def without_days(text: str, today: date) -> str:
    """A text as it is heard, without the days and periods that it names in words; 12.5 is none of them."""
    heard = normalise(text)
    days = find_day_readings(heard.lower(), today, past=True)
    spans = [(each.start, each.end) for each in days if any(map(str.isalpha, heard[each.start : each.end]))]
    return blank_spans(heard.in_lines(), spans, " ")


def figures_in_sentence(
    text: str,
    asked: Sequence[IndicatorWords],
    known: Sequence[IndicatorWords],
    standing: Mapping[str, float],
    today: date,
) -> Written:
    """What a sentence says of the indicators that are `asked` for. Words in it that have no number may say anything;
    it is `nil` where a part of it says so, and `refused` is of what has a number and is no figure."""
    said = without_return_names(without_days(text, today))
    written = figures_written(said, asked, known, NO_NAMES, standing)
    colon = HEADING.search(said)
    if written.refused and colon and not figures_written(said[: colon.start()], asked, known, NO_NAMES).values:
        written = figures_written(said[colon.end() :], asked, known, NO_NAMES, standing)
    if not any(written.values.values()):
        parts = (figures_written(each, asked, known, NO_NAMES, standing) for each in parts_of(said))
        written = next((each for each in parts if each.nil), written)
    return replace(written, refused=None) if _has_no_number(written) else written


def _has_no_number(written: Written) -> bool:
    refused = written.refused
    return isinstance(refused, FigureNotRead) and not any(map(str.isdecimal, refused.words))
