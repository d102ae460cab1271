"""Numbers of a report put right without being named in full: 12万 alone, or 案值多写了个0."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from data.reporting.numbers_put_right import CorrectedNumbers, tells_a_total, the_only_one_it_fits
from data.understanding import IndicatorWords
from data.understanding.entities.amounts import find_amounts
from data.understanding.entities.figure_lines import read_line
from data.understanding.entities.figure_names import index_indicators, names_in
from data.understanding.entities.figures import figures_of
from data.understanding.normalise.sentence import blank_spans, clauses_of, normalise, spans
from data.understanding.reporting.answer_names import is_name_of
from data.understanding.reporting.corrections import without_looking_back
from data.understanding.reporting.figure_parts import with_names_repeated, without_noughts
from data.understanding.reporting.numbers_put_right import without_leads
from data.understanding.reports import is_nothing

_ALL, _AS_LARGE_AS_MONEY, _AROUND = 100, 10_000, " 的了,，。.!！"


def figure_alone(text: str, figures: Mapping[str, float], known: Sequence[IndicatorWords]) -> CorrectedNumbers | None:
    """Return the one figure that takes the number which is all that a text says, with what is counted or in 万 (12万,
    7件吧), or None."""
    line = normalise(text).lower()
    amounts = find_amounts(line)
    if len(amounts) != 1 or not (amounts[0].scale or amounts[0].is_of_things) or tells_a_total(line):
        return None
    if not is_nothing(without_leads(blank_spans(line, spans(amounts), " "))):
        return None
    is_money = not amounts[0].counter and amounts[0].largest_scale >= _AS_LARGE_AS_MONEY
    money = {each.name for each in known if each.is_money}
    possible = {name: value for name, value in figures.items() if name in money or not is_money}
    return the_only_one_it_fits(line[amounts[0].start : amounts[0].end], possible, known)


def figure_named_apart(text: str, known: Sequence[IndicatorWords]) -> CorrectedNumbers | None:
    """Return the figure whose number stands apart from its name in a text that only looks back to it (案值漏了，补80万;
    忘了写抓获，5人), or says before by how much it was wrong (少写了一个窝点，两个), or None."""
    clauses, indexed = clauses_of(text), index_indicators(known)
    joined = with_names_repeated(clauses, known)
    if len(joined) == 1 < len(clauses) and (figures := figures_of(read_line(joined[0], indexed).readings)):
        return CorrectedNumbers(figures=figures, surely=True)
    line = normalise(text).lower()
    told = without_looking_back(line)
    names, amounts = names_in(told, indexed), find_amounts(told)
    if told == line or len(names) != 1 or len(amounts) != 1:
        return None
    if not is_nothing(blank_spans(told, [*spans(names), *spans(amounts)], " ")):
        return None
    said = f"{told[names[0].start : names[0].end]}{told[amounts[0].start : amounts[0].end]}"
    figures = figures_of(read_line(said, indexed).readings)
    return CorrectedNumbers(figures=figures, surely=True) if figures else None


def figure_that_grew(
    text: str, figures: Mapping[str, float], note: str, known: Sequence[IndicatorWords]
) -> CorrectedNumbers | None:
    """Return the total of the only figure that, with a number that a text adds, has the total told right behind it
    (再加两个，一共七个 where it was 5); the note stays as it is. None if there is none."""
    line = normalise(text).lower()
    for more, total in pairwise(find_amounts(line)):
        words = [line[each.start : each.end] for each in (more, total) if tells_a_total(line[more.end : total.start])]
        new, now = [the_only_one_it_fits(each, figures, known) for each in words] or (None, None)
        if new and now and now.figures == {name: figures[name] + value for name, value in new.figures.items()}:
            return replace(now, note=note)
    return None


def with_noughts_right(
    text: str, percent: int | None, figures: Mapping[str, float], known: Sequence[IndicatorWords]
) -> CorrectedNumbers | None:
    """Return the number that a text says to have too many or too few noughts as it should be, or None if the text says
    anything else, or it may be several."""
    found = without_noughts(normalise(text).lower())
    if found is None:
        return None
    words, power = found
    names = names_in(words, index_indicators(known))
    named = {each.name for name in names for each in name.indicators} & set(figures)
    rest = blank_spans(words, spans(names), " ")
    of_percent = not names and is_name_of("percent", words.strip(_AROUND))
    if (names and not named) or not (of_percent or is_nothing(rest)):
        return None
    right = {name: figures[name] * 10**power for name in named or figures}
    broken = {each.name for each in known if each.kind == "whole" and not float(right.get(each.name, 0)).is_integer()}
    right = {name: value for name, value in right.items() if value > 0 and not (of_percent or name in broken)}
    share = percent * 10**power if percent is not None and not named else -1
    is_share = 0 < share <= _ALL and float(share).is_integer()
    if len(right) + is_share != 1:
        return None
    return CorrectedNumbers(int(share) if is_share else None, right, surely=True)
