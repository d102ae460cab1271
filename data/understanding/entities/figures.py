"""Figures by an indicator's name or short form: 立案12件, 案值350.5万, 检查 1,204, 12件立案, 12 cases filed.

The amounts of a text and the words that may mean an indicator are found first, each in one pass. Which belong together,
and whether that is what the text reports, a trained model tells.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from data.understanding.entities.amounts import VAGUE_COUNTERS, Amount, Exactness, find_amounts, is_time, measures
from data.understanding.entities.figure_lists import OF_WHOLE, WHOLE, wholes_and_parts
from data.understanding.entities.figure_names import (
    FIGURE_WORDS,
    LONGEST_GAP,
    Indicators,
    Name,
    names_in,
    words_beside_numbers,
)
from data.understanding.entities.figure_pairs import BEFORE, BEHIND, FigureText, Pair, distance, pairs_in
from data.understanding.entities.figure_values import RATHER_YUAN, WHAT_IS_COUNTED, is_exact, value_in
from data.understanding.entities.likely_figures import TOTAL, likely_figures
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import TAKEN, Span, blank, is_within
from data.understanding.polarity import negated
from data.understanding.statuses import find_statuses
from data.understanding.sureness import RATHER_SURE

_FILED = "立案"
_VERY_FAR = 14
_LONGEST_COUNT = 6
"""In digits; a longer number is that of a telephone, a document or a bank account."""
_BESIDE, _LINK = 2, 8
_CLAUSE_ENDS = ",，。;；!！?？\n、"
_NOT_ASKED = frozenset(FIGURE_WORDS["not_asked"])
_KNOWN = frozenset(word for each in ("spoken", "at_length") for words in FIGURE_WORDS[each].values() for word in words)
_RULES = patterns("figures")


def figure_text(text: str, indicators: Indicators, *, asked: bool = False) -> FigureText:
    """Return a lower-cased text with what may be figures in it; `asked` if it answers what the figures are."""
    amounts = tuple(each for each in find_amounts(text) if not is_time(each.counter))
    return FigureText(text, amounts, words_beside_numbers(text, indicators) if amounts else (), asked)


def find_figures(
    text: str, indicators: Indicators, not_yet: Iterable[Span] = (), *, asked: bool = False
) -> Iterator[Reading]:
    """Yield the figures in a lower-cased text, as figure_readings does; `asked` if it answers what the figures are."""
    yield from figure_readings(figure_text(text, indicators, asked=asked), not_yet)


def figure_readings(read: FigureText, not_yet: Iterable[Span] = ()) -> Iterator[Reading]:
    """Yield the figures in a text as (indicator, number), in the indicator's unit.

    A running total, also one told by what it was before (从80万增到135万), has a reading RUNNING_TOTAL, too, or is
    OTHER_TOTAL beside a new figure. What is not surely named is only RATHER_SURE. Ranges and approximate counts (3-5件,
    约12件), what is denied, and other numbers right beside a name that do not count, are NOT_EXACT, and those in the
    stretches `not_yet` are NOT_YET. A number that the indicator cannot have is NO_FIGURE beside a proper name of it. Of
    several different ones for it, each ONE_OF_SEVERAL, none is guessed to be meant.
    """
    if not read.names:
        return
    not_yet = list(not_yet)
    found = sorted(likely_figures(read), key=lambda each: each[0].amount.start)
    counted = [
        (pair, TOTAL if _has_risen(read, pair.amount) else meant)
        for pair, meant in found
        if _counts(read, pair, not_yet)
    ]
    yield from _not_counted(read, {pair.amount.start for pair, _ in counted}, not_yet)
    sums = wholes_and_parts(read.amounts) if len(counted) > 1 else {}
    for indicator in dict.fromkeys(pair.indicator for pair, _ in counted):
        new, totals = (
            _without_parts(
                read, [p for p, meant in counted if p.indicator == indicator and (meant == TOTAL) is is_total], sums
            )
            for is_total in (False, True)
        )
        yield from _readings(read, new or totals)
        kind = Kind.OTHER_TOTAL if new else Kind.RUNNING_TOTAL
        yield from (Reading(kind, *_span(read, pair), (indicator.name,)) for pair in totals)


def _without_parts(read: FigureText, pairs: Sequence[Pair], sums: Mapping[int, str]) -> Sequence[Pair]:
    """Return the pairs of an indicator without parts of a whole that is among them: those of a sum (一期120人、
    二期95人，合计215人), and those told by the same name behind 其中 (罚没款198万元，其中广告罚没款132万元)."""
    has_a_sum = any(sums.get(each.amount.start) == WHOLE for each in pairs)
    left = [each for each in pairs if not (has_a_sum and sums.get(each.amount.start) == OF_WHOLE)]
    return [each for each in left if not _is_part_of(read, each, left[0])]


def tells_a_part(words: str) -> bool:
    """Return whether lower-cased words beside a number tell that it is a part of the one before (其中, 含)."""
    return _RULES["part"].search(words) is not None


def _is_part_of(read: FigureText, pair: Pair, whole: Pair) -> bool:
    """Return whether a number is told by its name as a part of an earlier one of that name."""
    named, earlier = (read.text[each.nearest.start : each.nearest.end] for each in (pair, whole))
    between = read.text[whole.amount.end : pair.amount.start]
    return pair is not whole and named == earlier and tells_a_part(between)


def _counts(read: FigureText, pair: Pair, not_yet: Sequence[Span]) -> bool:
    """Return whether a number is neither to come nor denied, and exact enough."""
    denied = negated(read.text, pair.nearest.start)
    return is_exact(pair.amount, pair.indicator) and not (denied or is_within(pair.amount.start, not_yet))


def _has_risen(read: FigureText, amount: Amount) -> bool:
    """Return whether an amount is what another one of the same kind has become (从80万增到135万), or all there is with
    that (又增加2个 一共5个)."""
    at = bisect_left(read.amounts, amount.start, key=lambda each: each.start)
    if not at:
        return False
    before = read.amounts[at - 1]
    lead, between = read.text[: before.start], read.text[before.end : amount.start]
    if (before.scale, before.counter) != (amount.scale, amount.counter):
        return False
    grows = before.value < amount.value and _RULES["now_in_all"].fullmatch(between) and _RULES["newly"].search(lead)
    return bool(grows or (_RULES["risen_to"].fullmatch(between) and _RULES["from"].search(lead)))


def _readings(read: FigureText, pairs: Sequence[Pair]) -> Iterator[Reading]:
    """Yield the readings of the numbers of one indicator."""
    values = (value_in(each.amount, each.indicator, each.nearest.measure, spoken=each.spoken) for each in pairs)
    valued = [(pair, value, _span(read, pair)) for pair, value in zip(pairs, values, strict=True)]
    placed = [each for each in valued if each[1] is not None or not each[0].spoken]
    differ = len({value for _, value, _ in placed}) > 1
    for pair, value, span in placed:
        name, words = pair.indicator.name, read.text[slice(*span)].strip()
        if value is None:
            yield Reading(Kind.NO_FIGURE, *span, (name, words))
            continue
        written = repr(int(value) if value.is_integer() else value)
        if differ:
            yield Reading(Kind.ONE_OF_SEVERAL, *span, (name, written, words))
        else:
            yield Reading(Kind.FIGURE, *span, (name, written), 1.0 if _is_known(read, pair) else RATHER_SURE)


def _is_known(read: FigureText, pair: Pair) -> bool:
    """Return whether a name, or a word that always means it, names the indicator of a pair."""
    said = [(name, read.text[name.start : name.end]) for name, _ in pair.names.values()]
    return any(not name.spoken or word in _KNOWN for name, word in said)


def _span(read: FigureText, pair: Pair) -> Span:
    """Return the place of an amount, with its indicator's names if little stands between.

    Of 培训办完了，共120人次 only the number is taken, because the rest tells how the task stands.
    """
    start, end = pair.amount.start, pair.amount.end
    for side, (name, _) in pair.names.items():
        is_second = side is BEHIND and BEFORE in pair.names
        if is_second and any(0 <= each.start - name.end < _BESIDE for each in read.amounts):
            continue
        first, last = min(start, name.start), max(end, name.end)
        between = read.text[name.end : start] if name.start < start else read.text[end : name.start]
        gap, says_more = between.strip(), is_second and _RULES["begins_a_clause"].match(between)
        is_link = len(gap) <= _LINK and not says_more and not any(map(gap.__contains__, _CLAUSE_ENDS))
        if is_link and not _RULES["doing"].search(gap) and not any(find_statuses(gap)):
            start, end = first, last
    counted = WHAT_IS_COUNTED.match(read.text[end : end + _LINK])
    return start, end + (counted.end() if counted else 0)


def _not_counted(read: FigureText, taken: set[int], not_yet: Sequence[Span]) -> Iterator[Reading]:
    """Yield the amounts right beside a name that are not taken, if what is counted fits the name."""
    for pairs in pairs_in(read):
        amount, pair = pairs[0].amount, min(pairs, key=lambda each: distance(each.nearest, each.amount))
        apart = pair.nearest.end <= amount.start or pair.nearest.start >= amount.end
        beside = apart and not pair.spoken and distance(pair.nearest, amount) <= _BESIDE
        if amount.start not in taken and amount.counter and beside:
            kind = Kind.NOT_YET if is_within(amount.start, not_yet) else Kind.NOT_EXACT
            start, end = _span(read, pair)
            yield Reading(kind, start, max(end, amount.range_end), (read.text[start:end].strip(),))


def find_not_counted(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the numbers of things in a lower-cased text that none of the readings took; one in 万 that counts nothing
    is money (经费15万), and one without a counter counts what is named beside it (合格39, 50 SMEs)."""
    free = blank(text, readings)
    for amount in find_amounts(text):
        vague = amount.is_one_hanzi and amount.counter in VAGUE_COUNTERS
        counts = amount.is_of_things or amount.largest_scale >= RATHER_YUAN
        end = amount.end if counts else _end_without_counter(amount, text)
        if end and not vague and TAKEN not in free[amount.start : amount.end]:
            yield Reading(Kind.NOT_COUNTED, amount.start, end, (text[amount.start : end],))


def _end_without_counter(amount: Amount, text: str) -> int:
    """Return the end of a number without a counter at the end of the clause of what it counts, or, in English, of what
    it counts behind it; else 0."""
    if amount.counter or len(amount.digits) > _LONGEST_COUNT or not amount.digits.isdecimal():
        return 0
    before = text[max(0, amount.start - _VERY_FAR) : amount.start]
    behind = text[amount.end : amount.end + 2 * _VERY_FAR]
    if _RULES["numbered"].search(before):
        return 0
    counted = _RULES["counted_behind"].match(behind)
    if counted is not None:
        return amount.end + counted.end()
    ends = _RULES["ends_a_clause"].match(behind) and _RULES["counted_before"].search(before)
    return amount.end if ends else 0


def find_about(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the figures among the readings whose number is approximate (约1200余万元)."""
    for reading in readings:
        if reading.kind is Kind.FIGURE and any(
            each.exactness is Exactness.ABOUT and reading.start <= each.start < reading.end
            for each in find_amounts(text)
        ):
            yield reading


def find_asked_indicators(text: str, indicators: Indicators) -> Iterator[Reading]:
    """Yield the indicators whose number a lower-cased text asks for (立案多少件); 多少起 alone means cases filed."""
    if not _RULES["asks"].search(text):
        return
    named = False
    for name in names_in(text, indicators):
        if text[name.start : name.end] not in _NOT_ASKED and (found := _asked(name, text)):
            named = True
            yield Reading(Kind.INDICATOR, *found, (name.indicators[0].name,))
    cases = indicators.by_name.get(_FILED, ())
    if cases and not named and (asked := _RULES["how_many_cases"].search(text)):
        yield Reading(Kind.INDICATOR, *asked.span(), (cases[0].name,))


def figures_of(readings: Iterable[Reading]) -> Mapping[str, float]:
    """Return the figures among the readings, by indicator."""
    return {
        reading.values[0]: int(reading.values[1]) if reading.values[1].isdecimal() else float(reading.values[1])
        for reading in sorted(readings, key=lambda reading: reading.start)
        if reading.kind is Kind.FIGURE
    }


def _asked(name: Name, text: str) -> Span | None:
    before, behind = text[: name.start], text[name.end : name.end + _VERY_FAR]
    if name.spoken:
        between = _RULES["how_many_between"].match(behind)
        counted = between and between["counter"] in ("", *measures(name.indicators[0].unit))
        return (name.start, name.end + between.end()) if between and counted else None
    if found := _RULES["how_many_behind"].match(behind):
        return name.start, name.end + found.end(1)
    if not name.latin:
        if found := _RULES["how_many_right_before"].search(before):
            return found.start(), name.end
        of_units = before.endswith(("单位", "单位的")) or behind.startswith(("各单位", "各家"))
        alone = _RULES["count_alone"].match(behind) if of_units else None
        return (name.start, name.end + alone.end(1)) if alone else None
    if found := _RULES["how_many_before"].search(before[-2 * LONGEST_GAP :]):
        return len(before) - found.end() + found.start(), name.end
    return (
        (0, name.end)
        if _RULES["the_total"].fullmatch(before[:LONGEST_GAP]) and _RULES["so_far"].match(behind)
        else None
    )
