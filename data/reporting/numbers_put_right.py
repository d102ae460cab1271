"""Correcting a number of a report in words: 破案改成6, 是350万不是300万, make it 65."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.errors import Refusal, unless
from data.reporting.figures import figures_said, unclear_figures, why_unclear
from data.understanding import IndicatorWords, says
from data.understanding.entities.amounts import MORE, PERCENT, Amount, Exactness, find_amounts
from data.understanding.entities.figure_lines import FigureLine, read_line
from data.understanding.entities.figure_names import index_indicators, names_in
from data.understanding.entities.figure_values import value_written
from data.understanding.entities.figures import figures_of, find_figures
from data.understanding.entities.percents import read_percent, says_points
from data.understanding.information_orders import as_a_correction, corrected_article
from data.understanding.lexicon import table
from data.understanding.normalise.sentence import blank_spans, clause_start, is_within, spans
from data.understanding.reporting.numbers_put_right import (
    NumberCorrection,
    before_what_came_in,
    figure_said_wrong,
    number_correction,
    without_leads,
    without_words_behind,
    word_correction,
)
from data.understanding.reports import is_nothing

LONGEST_CORRECTION = 25
"""In characters; a longer message is a part of what is written."""
NEAR = 20
"""How many characters after a number may hold what it counts."""
_COUNTED: tuple[str, ...] = tuple(table("corrections")["counted"])
ANY_COUNTER = "个"
"""The counter that may stand for any other, of things and of people (抓的是5个 of 抓获4人)."""
_A_WORD = 2
_AROUND = " 的了有是为:：,，、"


@dataclass(frozen=True, slots=True)
class CorrectedNumbers:
    """The corrected percentage, figures by indicator, and note (None: unchanged).

    `surely` is whether the text says outright that something was wrong.
    """

    percent: int | None = None
    figures: Mapping[str, float] = field(default_factory=dict)
    note: str | None = None
    surely: bool = False


def corrected_numbers(
    text: str, percent: int | None, figures: Mapping[str, float], note: str, known: Sequence[IndicatorWords]
) -> CorrectedNumbers | None:
    """Return what a text corrects in a report's numbers, or None if it corrects nothing or is ambiguous.

    A number without a name replaces the value said to be wrong, else the percentage, else the only figure it fits.
    Raises what why_unclear returns for a number that is unclear.
    """
    said = number_correction(text)
    if said is None:
        right = _said_instead(text, note, known)
        return CorrectedNumbers(note=right) if right else None
    is_share = percent is not None and says_points(said.right.lower())
    named = {} if is_share else _figures_in(said.rest, known) or _figures_in(without_leads(said.rest), known)
    replaces_percent = percent is not None and percent in map(read_percent, said.wrong)
    if said.short and not (named or replaces_percent):
        return None
    said = said if named else _with_counter(said)
    if not named and (right := _corrected_after_words(note, said)) is not None:
        return CorrectedNumbers(note=right, surely=said.surely)
    had = figure_said_wrong(said, {each: figures[each.name] for each in known if each.name in figures})
    if had is not None and len(named) == 1 and not named.keys() & figures.keys():
        named = {had.name: next(iter(named.values()))}  # 案件2起其实是1起 of 查获件数 2
    found: CorrectedNumbers | None
    if named and not named.keys() & figures.keys() and (thing := _counted_number(said, named, known)) is not None:
        found = _without_name(replace(said, right=thing), None, figures, known) or CorrectedNumbers(figures=named)
    else:
        found = CorrectedNumbers(figures=named) if named else _without_name(said, percent, figures, known)
    if not (named or replaces_percent or had):
        found = None if said.wrong and _corrected_note(note, said, figures, {}, known) else found
    if found is None or found.percent is None:
        right = _corrected_note(note, said, figures, found.figures if found else {}, known)
        found = replace(found or CorrectedNumbers(), note=right) if found or right else None
    return found and replace(found, surely=said.surely)


def text_put_right(before: str, text: str) -> str | None:
    """Return the text `before` as a short message changes a number of it (等下，窝点是7个) or words (把周五改成周四,
    不是周五是周四), or None if it changes nothing."""
    is_short = len(text) <= LONGEST_CORRECTION and not text.rstrip().endswith("。")
    number = unless(Refusal, corrected_numbers, as_a_correction(text), None, {}, before, ()) if is_short else None
    words = word_correction(text, before) if is_short else None
    said = number.note if number is not None else words.note if words is not None and words.alone else None
    return said or corrected_article(before, text)


def put_right_outright(text: str, known: Sequence[IndicatorWords], held: Callable[[], Collection[str]] = tuple) -> str:
    """Return `text` without what it says has come in since (立案改成6吧，昨晚又立了1件), if that is of the figure that
    it puts right, or of one of those `held` by the report if it names none (改成6个吧，又抓了1个; not 立案改成6，又抓了
    2个): what is said outright to be the figure is the figure."""
    before = before_what_came_in(text)
    if before == text:
        return text
    named = {each.name for name in names_in(before.lower(), index_indicators(known)) for each in name.indicators}
    of_it = named or held()
    came_in = figures_said(text[len(before) :], known).figures
    return before if of_it and came_in.keys() <= {*of_it} else text


def _said_instead(text: str, note: str, known: Sequence[IndicatorWords]) -> str | None:
    """Return the note with the numbers that a text says to be others in the words of the note (共计是23人), or None if
    they are figures, or the text says anything else."""
    text = without_words_behind(text)
    amounts = find_amounts(text.lower())
    if not amounts or text[amounts[-1].end :].strip(_AROUND) or not says(text, "report_corrections.said_instead"):
        return None
    right = (
        None
        if _figures_in(text.lower(), known)
        else _corrected_after_words(note, NumberCorrection(text, text, (), surely=False))
    )
    return right if right != note else None


def _with_counter(said: NumberCorrection) -> NumberCorrection:
    """Return a correction with what is counted behind the number if that stands before it (items should be 1300)."""
    right, at = find_amounts(said.right), said.rest.rfind(said.right)
    words = without_leads(said.rest[: max(at, 0)])
    counted = f"{said.right.strip()} {words}"
    if len(right) != 1 or right[0].counter or not words or find_amounts(counted)[0].end != len(counted):
        return said
    return replace(said, rest=counted, right=counted)


def _corrected_after_words(note: str, said: NumberCorrection) -> str | None:
    """Return the note with numbers replaced after the words that the text repeats, right before each, in its clause or
    else right behind it, or None unless every number of the text has its place. A number said to be wrong is the one
    replaced.

    So 不合格的改成3批 corrects 抽检10批，不合格2批, 累计是28 corrects 累计抓了26个, and 会是三次 corrects 两次会.
    What a word of one character names, or what stands behind the number, must be counted alike (酒是12瓶).
    """
    text = said.rest[: max(said.rest.rfind(said.right), 0)] + said.right
    rights, line = find_amounts(text.lower()), note.lower()
    wrong_values = {each.value for words in said.wrong for each in find_amounts(words.lower())}
    amounts = [each for each in find_amounts(line) if not wrong_values or each.value in wrong_values]
    replaced = dict[int, tuple[Amount, Amount]]()
    for before, right in zip((0, *(each.end for each in rights)), rights, strict=False):
        words = without_leads(text[before : right.start].lower()).strip(_AROUND)
        alike = [each for each in amounts if words and each.counter and right.counter in (each.counter, ANY_COUNTER)]
        is_share = right.counter in PERCENT
        of_kind = [each for each in amounts if not right.counter or (each.counter in PERCENT) is is_share]
        named = of_kind if len(words) >= _A_WORD else alike
        meant = (
            [each for each in named if line[: each.start].rstrip(_AROUND).endswith(words)]
            or [each for each in named if words in line[clause_start(line, each.start) : each.start]]
            or [each for each in alike if line.startswith(words, each.end)]
        )
        if len(meant) != 1:
            return None
        replaced[meant[0].start] = meant[0], right
    for _, (wrong, right) in sorted(replaced.items(), reverse=True):
        note = _replaced(note, wrong, text, right)
    return note if replaced else None


def _replaced(note: str, wrong: Amount, words: str, right: Amount) -> str:
    """Return the note with a number of `words` in place of a wrong one; a bare number that is smaller than the scale of
    that keeps it (386.8 in place of 386.2万元, but not 两千五 in place of 2千), and one in place of a bare one its
    counter (三条 in place of 俩)."""
    is_bare = right.end == right.start + len(right.digits)
    scale = wrong.scale if is_bare and right.value < wrong.largest_scale else ""
    end = _end(words, right) if wrong.counter else right.end
    return note[: wrong.start] + words[right.start : end] + scale + note[_end(note, wrong) :]


def _end(text: str, amount: Amount) -> int:
    """Return where a number ends, with what makes it approximate before its counter (两百多双)."""
    return amount.number_end + (amount.number_end < amount.end and text.startswith(tuple(MORE), amount.number_end))


def _counted_number(said: NumberCorrection, named: Mapping[str, float], known: Sequence[IndicatorWords]) -> str | None:
    """Return the leading number with its counter if the text names no indicator for it, else None.

    So 3个案子 may mean cases filed or solved.
    """
    amounts = find_amounts(said.right)
    names = {word.lower() for each in known if each.name in named for word in (each.name, *each.aliases)}
    if len(amounts) != 1 or amounts[0].start or any(word in said.rest for word in names):
        return None
    return said.right[: amounts[0].end]


def _without_name(
    said: NumberCorrection, percent: int | None, figures: Mapping[str, float], known: Sequence[IndicatorWords]
) -> CorrectedNumbers | None:
    fitting = list(_fitting(said, percent, figures, known))
    had_the_wrong_one = [right for right, was_wrong in fitting if was_wrong]
    found = had_the_wrong_one or [right for right, _ in fitting]
    return found[0] if len(found) == 1 or (found and found[0].percent is not None) else None


def tells_a_total(words: str) -> bool:
    """Return whether words beside a number tell that it is a total (累计是28)."""
    return any(map(words.__contains__, _COUNTED))


def the_only_one_it_fits(
    words: str, figures: Mapping[str, float], known: Sequence[IndicatorWords]
) -> CorrectedNumbers | None:
    """Return the only figure that a number without a name can be the value of, with it, or None."""
    return _without_name(NumberCorrection(words, words, (), surely=True), None, figures, known)


def _fitting(
    said: NumberCorrection, percent: int | None, figures: Mapping[str, float], known: Sequence[IndicatorWords]
) -> Iterator[tuple[CorrectedNumbers, bool]]:
    """Yield what a number without a name may correct, percentage first, and whether that has the number said to be
    wrong.

    If the text names an indicator, only that fits (案值改成50万). If it says what kind of number it is (人数), only
    indicators with that in their name fit, or else those that count the same (培训人次).
    """
    right = read_percent(said.right)
    wrong = [read_percent(each) for each in said.wrong]
    kind = said.kind
    named = {each.name for name in names_in(said.rest, index_indicators(known)) for each in name.indicators}
    counted = kind or named or tells_a_total(said.rest) or (said.counts and percent not in wrong)
    if percent is not None and right is not None and None not in wrong and not counted:
        yield CorrectedNumbers(right), percent in wrong
    alike = {each.name for each in known if kind in each.name or each.unit[:1] == kind[:1]}
    of_kind = [name for name in figures if kind in name] or [name for name in figures if name in alike]
    of_kind = [name for name in of_kind if name in named] if (named or said.counts) and not kind else of_kind
    for name in of_kind:
        value = figures[name]
        indicator = next(each for each in known if each.name == name)
        if (read := value_written(said.right.lower(), indicator)) is not None:
            had_it = any(value_written(each.lower(), indicator) == value for each in said.wrong)
            yield CorrectedNumbers(figures={name: read}), had_it


def _corrected_note(
    note: str,
    said: NumberCorrection,
    before: Mapping[str, float],
    figures: Mapping[str, float],
    known: Sequence[IndicatorWords],
) -> str | None:
    """Return the note with the corrected number in it, or None if it has no such number or several.

    It replaces the number said to be wrong, else that of the corrected figure, else the only one with the same counter
    or followed by the same words.
    """
    right = find_amounts(said.right)
    if len(right) != 1:
        return None
    beside = blank_spans(said.right, [(right[0].start, right[0].end)], " ").strip()
    named_before = bool(right[0].start and said.wrong)
    counts = "" if figures or named_before or is_nothing(beside) else beside
    if counts and right[0].start:
        return None

    def is_meant(amount: Amount) -> bool:
        if counts not in note[amount.end : amount.end + NEAR].lower():
            return False
        written = note[amount.start : amount.end].lower()
        if said.wrong:
            alike = (each for words in said.wrong for each in find_amounts(words)[:1] if each.value == amount.value)
            return any(not (each.counter and amount.counter) or each.counter == amount.counter for each in alike)
        if figures:
            return any(name in before and _is_value_of(written, name, before[name], known) for name in figures)
        return bool(counts) or (bool(amount.counter) and amount.counter == right[0].counter)

    meant = [each for each in find_amounts(note.lower()) if each.counter not in PERCENT and is_meant(each)]
    meant = [each for each in meant if each.counter == right[0].counter] or meant
    meant = _read_as(note, figures, meant, known)
    if len(meant) != 1:
        return None
    return _replaced(note, meant[0], said.right, right[0])


def note_that_follows(
    note: str, text: str, before: Mapping[str, float], now: Mapping[str, float], known: Sequence[IndicatorWords]
) -> str:
    """Return the note with changed figures as the text writes them (案值1.2亿, then 案值是1200万).

    A figure stays as it is unless both texts have it exactly once; so does an approximate one (约1200余万元).
    """
    said = text.lower()
    for name, value in now.items():
        if before.get(name, value) == value:
            continue
        written = _written_once(note, name, before[name], known)
        right = _written_once(said, name, value, known)
        if written is None or right is None:
            continue
        numbers = (right.digits + written.scale, said[right.start : right.number_end])
        counter = note[written.number_end : written.end]
        fitting = (each for each in numbers if _is_value_of(f"{each}{counter}".lower(), name, value, known))
        note = (
            note[: written.start] + next(fitting, note[written.start : written.number_end]) + note[written.number_end :]
        )
    return note


def _written_once(text: str, name: str, value: float, known: Sequence[IndicatorWords]) -> Amount | None:
    """Return the one number in a text that is exactly the indicator's value, or None."""
    line = text.lower()
    found = [each for each in find_amounts(line) if _is_value_of(line[each.start : each.end], name, value, known)]
    found = _read_as(line, [name], found, known)
    return found[0] if len(found) == 1 and found[0].exactness is Exactness.EXACT else None


def _read_as(text: str, names: Collection[str], amounts: list[Amount], known: Sequence[IndicatorWords]) -> list[Amount]:
    """Return those of several amounts in a text that are read as the figures named, or all if none of them is (the
    second of 立案12件，移送12件 for 移送公安件数)."""
    readings = find_figures(text.lower(), index_indicators(known)) if names and len(amounts) > 1 else ()
    places = spans(each for each in readings if each.values[0] in names)
    return [each for each in amounts if is_within(each.start, places)] or amounts


def _is_value_of(written: str, name: str, value: float, known: Sequence[IndicatorWords]) -> bool:
    """Return whether a number with its measure is the indicator's value."""
    indicator = next(each for each in known if each.name == name)
    return value_written(written.lower(), indicator) == value


def _figures_in(text: str, known: Sequence[IndicatorWords]) -> Mapping[str, float]:
    """Return the figures that a text states; empty if it says anything else."""
    heard: FigureLine = read_line(text, index_indicators(known))
    if not all(map(is_nothing, heard.left)) or any(map(str.isdecimal, "".join(heard.left))):
        return {}
    for each in unclear_figures(heard.readings).items():
        raise why_unclear(*each, known)
    return figures_of(heard.readings)
