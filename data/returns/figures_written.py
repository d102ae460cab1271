"""Reading the figures of a statistics return from a message: alone, or in a sentence that says which return is
meant."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from data.calendar import Span
from data.errors import Refusal
from data.errors.numbers import FigureNegative, FigureNotRead, FiguresUnclear
from data.errors.returns import NotAskedFor
from data.reporting.figures import NO_TOTALS, FiguresSaid, figures_said
from data.understanding import IndicatorWords, find_order, says
from data.understanding.entities.amounts import find_amounts
from data.understanding.entities.figure_lines import says_none
from data.understanding.fillers import meaningful_words
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import patterns
from data.understanding.named import find_day_readings
from data.understanding.normalise.sentence import blank_spans, normalise
from data.understanding.reporting import figure_parts
from data.understanding.reporting.figure_parts import split_figures
from data.understanding.reporting.numbers_put_right import number_in_place_of, without_wrong
from data.understanding.returns.return_asked import without_return_names

_WORDS, _RULES = table("figure_parts"), patterns("figure_parts")
_OF_ALL, _CALLED_NIL = frozenset(_WORDS["nil_of_all"]), frozenset(_WORDS["called_nil"])
_NIL_RETURN = _CALLED_NIL | frozenset(_WORDS["nil_return"])
_NIL = _OF_ALL | _NIL_RETURN | frozenset(_WORDS["nil"])


def figures_written(
    text: str,
    asked: Sequence[IndicatorWords],
    known: Sequence[IndicatorWords],
    left: Sequence[str] = (),
    standing: Mapping[str, float] = NO_TOTALS,
) -> FiguresSaid:
    """Return what a text says about the indicators in `asked`, out of all that are `known`.

    Bare numbers belong to the indicators in `left`, in order, and all others (其余都是0) are those of them, if any.
    Non-integers are accepted. Amounts to add or subtract are applied to the figures in `standing`.
    """
    text = number_in_place_of(text, {each: standing[each.name] for each in asked if each.name in standing}) or text
    plain = _RULES["between"].sub(r"\1", _RULES["leads_to_it"].sub(r"\1", without_wrong(text)))
    text = figure_parts.with_money_named(plain, asked)
    text, no_others = figure_parts.without_others(text)
    if no_others:
        return _with_no_others(text, asked, known, left, standing)
    line = normalise(text).strip().rstrip("。.!！").lower()
    if any(_is_nil(each) for each in (line, _RULES["says_of_the_period"].sub("", line).strip())):
        return FiguresSaid({each.name: 0.0 for each in asked}, nil=True)
    words = [replace(each, kind="decimal") for each in known]
    return _checked(_figures_in(_with_names(line, left) or text, asked, words, left, standing), asked)


def _with_no_others(
    text: str,
    asked: Sequence[IndicatorWords],
    known: Sequence[IndicatorWords],
    left: Sequence[str],
    standing: Mapping[str, float],
) -> FiguresSaid:
    """Return what a text says that had nothing for all other indicators: with none for them, if it could be read."""
    others = dict.fromkeys(left or [each.name for each in asked], 0.0)
    if not text.strip() and len(others) < len(asked):
        return FiguresSaid(others)
    written = figures_written(text, asked, known, left, standing)
    if written.refused or not written.figures:
        return written
    return replace(written, figures={**others, **written.figures})


def _figures_in(
    text: str,
    asked: Sequence[IndicatorWords],
    known: Sequence[IndicatorWords],
    left: Sequence[str],
    standing: Mapping[str, float],
) -> FiguresSaid:
    """Return the figures of a text that is read as a whole or, if that is refused or adds to a figure, in parts."""
    said = figures_said(text, known)
    if said.refused is None and figure_parts.without_step(text) is None:
        return said
    parts = _read_parts(text, said, known, standing)
    figures = {name: value for part in parts for name, value in part.figures.items()}
    running = tuple(dict.fromkeys(name for part in parts for name in part.running))
    about = tuple(dict.fromkeys(name for part in parts for name in part.about))
    last = _of_the_last_left([name for name in left if name not in figures], parts, known)
    if last is not None:
        return FiguresSaid({**figures, **last.figures}, running, last.refused, about=about)
    refused = _refused_in(parts)
    if isinstance(refused, FigureNotRead):
        refused = FigureNotRead(refused.words, tuple(asked))
    return FiguresSaid(figures, running, refused, about=about)


def says_nil_of_a_return(text: str, without_days: str) -> bool:
    """Return whether a text says, without naming a return, that there is nothing to file.

    That is 零报, 这个月没有, nil for november. `without_days` is the text without the days it names.
    """
    line, rest = (normalise(each).strip().rstrip("。.!！").lower() for each in (text, without_days))
    rest = _RULES["says_of_the_period"].sub("", rest).strip()
    if _RULES["still"].sub("", line) in _NIL_RETURN or (rest != line and _is_nil(rest)):
        return True
    parts = [each.strip() for each in figure_parts.split_figures(rest)]
    others = "".join(each for each in parts if each not in _OF_ALL)
    return any(each in _OF_ALL for each in parts) and not any(map(str.isdecimal, others))


def says_they_stand(text: str, figures: Mapping[str, float]) -> bool:
    """Return whether a text says that figures were checked and stand, naming none but one of them (没错，就是260.5)."""
    said = find_order(text, "returns.stands")
    number = said["number"] or said["number_"] if said is not None else ""
    return said is not None and (not number or float(number) in figures.values())


def _is_nil(line: str) -> bool:
    """Return whether a line says that there is nothing to file, once or several times, or calls it so and has no number
    (还是零报, 没有 零报, 没有案子 零报)."""
    said = _RULES["still"].sub("", line)
    each = [word for word in _RULES["signs"].sub(" ", said).split(" ") if word]
    called = not _CALLED_NIL.isdisjoint(each) and not any(map(str.isdecimal, line))
    return called or any(all(one in _NIL or says_none(one) for one in way) for way in ([said], each) if way)


def _checked(said: FiguresSaid, asked: Sequence[IndicatorWords]) -> FiguresSaid:
    """Return the figures asked for, with a refusal for negative ones and for indicators not asked for."""
    names, refused = {each.name: each for each in asked}, said.refused
    others = tuple(name for name in said.figures if name not in names)
    negative = next((each for name, each in names.items() if said.figures.get(name, 0) < 0), None)
    if negative is not None:
        refused = FigureNegative(negative)
    elif others and refused is None:
        refused = NotAskedFor(others, tuple(asked))
    kept = {name: value for name, value in said.figures.items() if name in names and value >= 0}
    running, about = (tuple(name for name in names if name in kept) for names in (said.running, said.about))
    return FiguresSaid(kept, running, refused, about=about)


def _with_names(line: str, left: Sequence[str]) -> str:
    """Return the numbers of a line that has nothing else behind the names of the indicators left, if there are as
    many; otherwise an empty string."""
    words = [word for word in _RULES["signs"].sub(" ", line).split(" ") if word]
    are_numbers = all(set(word) <= set("0123456789.-") for word in words)
    return "，".join(map("".join, zip(left, words, strict=True))) if are_numbers and len(words) == len(left) else ""


def _of_the_last_left(
    left: Sequence[str], parts: Sequence[FiguresSaid], known: Sequence[IndicatorWords]
) -> FiguresSaid | None:
    """Return the only part that could not be read as the figure of the only indicator left, if it is no more than an
    amount (哦是35.5万), else None."""
    unread = [part.refused for part in parts if part.refused is not None]
    if len(left) != 1 or len(unread) != 1 or not isinstance(unread[0], FigureNotRead):
        return None
    words = unread[0].words
    begins = next((at for at, char in enumerate(words) if char.isdecimal()), len(words))
    said = figures_said(f"{left[0]}{words[begins:]}", known)
    is_all = figure_parts.leaves_no_number(f"{left[0]}{words[begins:]}", known) and not meaningful_words(words[:begins])
    return said if is_all and [*said.figures] == left else None


def _read_parts(
    text: str, whole: FiguresSaid, known: Sequence[IndicatorWords], standing: Mapping[str, float]
) -> list[FiguresSaid]:
    """Return what the parts of a text say.

    Of a running total beside a new figure (累计立案50，本月5) only the `whole` tells which is which: if it has both,
    only what it leaves is read part by part.
    """
    rest = figure_parts.beside_running_totals(text, known)
    parts = figure_parts.with_names_repeated([*figure_parts.split_figures(text if rest is None else rest)], known)
    left = [found for each in parts for found in _read(each, known, standing)]
    if rest is None:
        return left
    return [replace(whole, refused=None), *left]


def _read(text: str, known: Sequence[IndicatorWords], standing: Mapping[str, float]) -> list[FiguresSaid]:
    """Read a part as a whole, or else word by word or name by name if each of these is a figure.

    In 立案3 案值再加5 only one of the figures is to be added; 立案少报了1件 13 tells the figure itself.
    """
    whole, words = _part(text, known, standing), figure_parts.with_names_repeated(text.split(), known)
    of_several = len(whole.figures) > 1 and figure_parts.without_step(text) is not None
    if (whole.refused is None and not of_several) or isinstance(whole.refused, FigureNegative):
        return [whole]
    cuts = (words, figure_parts.cut_at_names(text, known))
    for stretches in (each for each in cuts if each != [text]):
        parts = (_part(stretch, known, standing) for stretch in stretches)
        read = list(takewhile(lambda part: part.refused is None, parts))
        told = {name: value for part in read for name, value in part.figures.items()}
        if all(_says_why(each, told, standing) for each in stretches[len(read) :]):
            return read
    return [whole]


def _says_why(text: str, told: Mapping[str, float], standing: Mapping[str, float]) -> bool:
    """Return whether a text says by how much a figure told beside it was wrong (漏了1件 behind 立案38件, for 37)."""
    sign, amounts = figure_parts.difference_said(text), find_amounts(text.lower())
    steps = [value - standing[name] for name, value in told.items() if name in standing]
    return sign is not None and len(amounts) == 1 and sign * amounts[0].value in steps


def _refused_in(parts: Sequence[FiguresSaid]) -> Refusal | None:
    """Return why parts were refused: the first reason, with all the words that were not read."""
    refused = [part.refused for part in parts if part.refused is not None]
    unread = [each.words for each in refused if isinstance(each, FigureNotRead)]
    if refused and isinstance(refused[0], FigureNotRead):
        return FigureNotRead("，".join(unread))
    return next(iter(refused), None)


def _part(text: str, known: Sequence[IndicatorWords], standing: Mapping[str, float]) -> FiguresSaid:
    if not text.strip():
        return FiguresSaid({})
    if (none := figure_parts.indicators_said_zero(text, known)) is not None:
        return FiguresSaid(dict.fromkeys(none, 0.0))
    if (step := figure_parts.without_step(text)) is not None:
        return _stepped(text, *step, known, standing)
    said = figures_said(text, known)
    if said.refused is not None and (alone := figure_parts.name_and_number(text, known)) is not None:
        said = figures_said(alone, known)
    if not isinstance(said.refused, FiguresUnclear):
        return said if said.refused is None else _below_zero(text, known) or said
    if said.figures and figure_parts.leaves_no_number(text, known):
        return replace(said, refused=None)
    return _below_zero(text, known) or replace(said, refused=FigureNotRead(text.strip()))


def _below_zero(text: str, known: Sequence[IndicatorWords]) -> FiguresSaid | None:
    """Return the other figures of a part that has a negative number, refusing that one, or None if it has none."""
    below, names = figure_parts.without_minus_signs(text, known)
    if not names:
        return None
    kept = {name: value for name, value in figures_said(below, known).figures.items() if name not in names}
    return FiguresSaid(kept, refused=FigureNegative(next(each for each in known if each.name == names[0])))


def _stepped(
    text: str, rest: str, sign: int, known: Sequence[IndicatorWords], standing: Mapping[str, float]
) -> FiguresSaid:
    """Return a figure after adding to or subtracting from the standing one. An amount added to no figure is the figure
    itself; one without a name is added to the only standing one that it may be of."""
    rest = figure_parts.name_and_only_number(rest, [each for each in known if each.name in standing]) or rest
    said = figures_said(rest, known)
    onto_nothing = any(name not in standing for name in said.figures)
    corrects = sign < 0 or says(text, "figure_parts.by_how_much")
    if not said.figures or (onto_nothing and corrects) or not figure_parts.leaves_no_number(rest, known):
        return FiguresSaid({}, refused=FigureNotRead(text.strip()))
    return FiguresSaid({name: standing.get(name, 0) + sign * value for name, value in said.figures.items()})


def without_days(text: str, today: date) -> str:
    """Return a normalised text without the days and periods named in words; 12.5 is not one."""
    heard = normalise(text)
    days = find_day_readings(heard.lower(), today, past=True)
    spans = [(each.start, each.end) for each in days if any(map(str.isalpha, heard[each.start : each.end]))]
    return blank_spans(heard.in_lines(), spans, " ")


def of_longer_time(said: FiguresSaid, text: str, period: Span | None, today: date) -> FiguresSaid:
    """Return the figures of a text as running totals if it names a time that began before the `period` and goes on into
    it (1至12月 for December); else as they are."""
    if period is None:
        return said
    times = find_day_readings(normalise(text).lower(), today, past=True)
    goes_on = any(first < period.first <= last for first, last in (each.days for each in times))
    return replace(said, running=tuple(said.figures)) if goes_on and not said.nil else said


def figures_in_sentence(
    text: str,
    asked: Sequence[IndicatorWords],
    known: Sequence[IndicatorWords],
    standing: Mapping[str, float],
    today: date,
) -> FiguresSaid:
    """Return what a sentence says about the indicators in `asked`.

    Words without a number are ignored. It is `nil` if any part of it says so; `refused` is about a part that has a
    number but no figure.
    """
    said = without_return_names(without_days(text, today))
    written = figures_written(said, asked, known, standing=standing)
    colon = next((at for at, char in enumerate(said) if char in ":："), None)
    if written.refused and colon is not None and not figures_written(said[:colon], asked, known).figures:
        written = figures_written(said[colon + 1 :], asked, known, standing=standing)
    if not any(written.figures.values()):
        parts = (figures_written(each, asked, known, standing=standing) for each in split_figures(said))
        written = next((each for each in parts if each.nil), written)
    return replace(written, refused=None) if _has_no_number(written) else written


def _has_no_number(written: FiguresSaid) -> bool:
    refused = written.refused
    return isinstance(refused, FigureNotRead) and not any(map(str.isdecimal, refused.words))
