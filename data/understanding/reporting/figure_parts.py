"""Rewriting of texts with figures into plain names and numbers, and what such texts say besides."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from data.patterns import Match
from data.understanding.entities.amounts import Amount, find_amounts
from data.understanding.entities.figure_lines import read_line
from data.understanding.entities.figure_names import index_indicators, names_in, words_beside_numbers
from data.understanding.entities.figure_values import unit_of
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind
from data.understanding.normalise.sentence import blank, blank_spans, clause_start, normalise, spans
from data.understanding.numerals import ordinal
from data.understanding.orders import says
from data.understanding.reporting.numbers_put_right import without_leads
from data.understanding.reports import is_nothing
from data.understanding.words import IndicatorWords

_RULES = patterns("figure_parts")
_DENIED = patterns("figures", "line_patterns")["denied"]
_COUPLES = table("figure_parts")["couples"]
_STEPS = (("more", " ", 1), ("plus", r"\1 \2", 1), ("less", " ", -1), ("minus", r"\1 \2", -1))
"""Patterns for adding to or taking off a figure, each with its replacement and the sign of the change."""


def split_figures(text: str) -> Iterator[str]:
    """Yield the parts of `text` between separators; thousands separators are taken out of numbers."""
    yield from _RULES["parts"].sub("\n", _RULES["thousands"].sub(r"\1\2\3", text)).split("\n")


def with_names_repeated(parts: Sequence[str], known: Sequence[IndicatorWords]) -> list[str]:
    """Return `parts` with each that is only an amount joined to the name in the part before it, if that says of one
    indicator by how much it is wrong, or gives no number (罚没款少报了两万，改成23万; 案值落实了，9万8)."""
    found = list[str]()
    for part in parts:
        line = normalise(part).lower()
        amounts = find_amounts(line)
        in_one = all(following.start <= each.end for each, following in pairwise(amounts))
        rest = blank_spans(line, spans(amounts), " ")
        alone = amounts and in_one and (is_nothing(without_leads(rest)) or _RULES["told"].fullmatch(rest))
        name = _name_left_without_figure(found[-1], known) if alone and found else None
        if name is not None:
            tenths = f".{amounts[0].tenths}" if amounts[0].tenths else ""
            found[-1] = f"{name}{amounts[0].digits}{tenths}{amounts[0].scale}{amounts[0].counter}"
        else:
            found.append(part)
    return found


def _name_left_without_figure(part: str, known: Sequence[IndicatorWords]) -> str | None:
    """Return the name of the only indicator in a part that does not state its figure, or None."""
    line = normalise(part).lower()
    names = {each.indicators[0].name for each in words_beside_numbers(line, index_indicators(known))}
    states = without_step(line) is None and bool(find_amounts(line))
    return names.pop() if len(names) == 1 and not states and not indicators_said_zero(part, known) else None


def name_and_number(text: str, known: Sequence[IndicatorWords]) -> str | None:
    """Return the name of an indicator with its number behind it if a text has no more than these (立案2起 of
    有两起立案), or None."""
    line = normalise(text).lower()
    names, amounts = names_in(line, index_indicators(known)), find_amounts(line)
    if len(names) != 1 or len(amounts) != 1:
        return None
    if not _RULES["told"].fullmatch(blank_spans(line, [*spans(names), *spans(amounts)], " ")):
        return None
    return f"{line[names[0].start : names[0].end]}{line[amounts[0].start : amounts[0].end]}"


def name_and_only_number(text: str, known: Sequence[IndicatorWords]) -> str | None:
    """Return the name of the only indicator that a number may be of, with that number behind it, if a text has no more
    than the number and whose it is (12件, 区里的2件, 30万), or None."""
    line = normalise(text).lower()
    amounts = find_amounts(line)
    rest = blank_spans(line, spans(amounts), " ")
    if len(amounts) != 1 or not (is_nothing(rest) or _RULES["whose"].fullmatch(rest)):
        return None
    amount = amounts[0]
    money = amount.is_as_large_as_money and not amount.counter
    fitting = [each.name for each in known if (each.is_money if money else unit_of(amount, (each,)) is not None)]
    is_of_one = len(fitting) == 1 and (money or amount.is_of_things)
    return f"{fitting[0]}{line[amount.start : amount.end]}" if is_of_one else None


def cut_at_names(text: str, known: Sequence[IndicatorWords]) -> list[str]:
    """Return `text` cut before the name of each indicator except the first; 起 of 三起 is none."""
    line = normalise(text)
    amounts = find_amounts(line.lower())
    names = words_beside_numbers(line.lower(), index_indicators(known))
    starts = [name.start for name in names if not any(each.start < name.start < each.end for each in amounts)][1:]
    return [line[first:last] for first, last in pairwise([0, *starts, len(line)])]


def beside_running_totals(text: str, known: Sequence[IndicatorWords]) -> str | None:
    """Return the parts of `text` that are left where it has a running total beside a new figure, or None if it has
    none: 没移送 of 累计立案50，本月5，没移送."""
    line = normalise(text).lower()
    heard = read_line(line, index_indicators(known))
    if not any(each.kind is Kind.OTHER_TOTAL for each in heard.readings):
        return None
    parts = _RULES["parts"].sub("\n", blank(line, heard.readings)).split("\n")
    return "\n".join(each for each in parts if indicators_said_zero(each, known) or not leaves_no_number(each, known))


def without_others(text: str) -> tuple[str, bool]:
    """Return `text` without the words that all else is zero (其他没有), and whether it had them."""
    rest = _RULES["others_none"].sub("", text.rstrip("。.!！ "))
    return (rest, True) if rest.strip() != text.rstrip("。.!！ ").strip() else (text, False)


def with_money_named(text: str, asked: Sequence[IndicatorWords]) -> str:
    """Return `text` with the only indicator `asked` for in 万元, if any, named before unnamed money (RMB 350,000)."""
    names = [each.name for each in asked if each.is_money]
    if len(names) != 1:
        return text
    known = index_indicators(asked)

    def named(money: Match) -> str:
        amount = f" {money['n'].replace(',', '')}{(money['scale'] or '').strip()}元"
        part = _RULES["parts"].sub("\n", text[: money.start()]).rsplit("\n", 1)[-1]
        beside = words_beside_numbers(normalise(part).lower(), known)
        has_a_name = any(each.indicators[0].name == names[0] for each in beside)
        return amount if has_a_name else f" {names[0]}{amount}"

    return _RULES["money"].sub(named, text)


def leaves_no_number(text: str, known: Sequence[IndicatorWords]) -> bool:
    """Return whether none of the numbers in `text` is left over, and it denies nothing."""
    line = normalise(text).lower()
    heard = read_line(line, index_indicators(known))
    rest = blank(line, heard.readings)
    denies = _DENIED.search(rest) or says(rest, "figure_parts.by_how_much")
    return not (denies or any(map(str.isdecimal, rest)) or find_amounts(rest))


def difference_said(text: str) -> int | None:
    """Return 1 if a text says that a figure was too small (少报了2件, 漏了5万), -1 if too large, else None."""
    found = _RULES["difference"].search(text)
    if found is None:
        return None
    return -1 if "more" in found.groups() else 1


def tells_of_a_part(text: str) -> bool:
    """Return whether a lower-cased text tells of a part of a number (8人里面有两个放了)."""
    amounts = find_amounts(text)
    return len(without_parts(text, amounts)) < len(amounts)


def without_parts(line: str, amounts: Sequence[Amount]) -> list[Amount]:
    """Return the amounts of a lower-cased text that are not told of a part of one before in the same clause (两个 of
    8人里面有两个放了)."""
    wholes = [each for each in amounts if _RULES["part_of_it"].match(line[each.end :])]
    ends = [(each, clause_start(line, each.start)) for each in amounts]
    return [each for each, start in ends if not any(start <= whole.start < whole.end <= each.start for whole in wholes)]


def indicators_said_zero(text: str, known: Sequence[IndicatorWords]) -> list[str] | None:
    """Return the indicators that `text` says are zero (没移送, arrests: none), or None if it says anything else."""
    line = normalise(text).lower().strip(" !！.")
    names = words_beside_numbers(line, index_indicators(known))
    rest = blank(line, names)
    if not names or (
        _RULES["none"].fullmatch(rest) is None and _RULES["no_sign"].fullmatch(rest.lstrip("\0数")) is None
    ):
        return None
    return list(dict.fromkeys(each.indicators[0].name for each in names))


def without_minus_signs(text: str, known: Sequence[IndicatorWords]) -> tuple[str, list[str]]:
    """Return `text` without minus signs before numbers, and the indicators whose figures had them."""
    line = normalise(text).lower()
    found = list(_RULES["below_nought"].finditer(line))
    below = blank_spans(line, [each.span(1) for each in found], " ")
    readings = read_line(below, index_indicators(known)).readings
    numbers = {each.start(2) for each in found}
    return below, [each.values[0] for each in readings if not numbers.isdisjoint(range(each.start, each.end))]


def without_noughts(text: str) -> tuple[str, int] | None:
    """Return `text` without the words that a number has too many or too few noughts (案值多写了个0), and by which power
    of ten it is to be multiplied, or None if it has no such words."""
    found = _RULES["noughts"].search(text)
    if found is None:
        return None
    said = found.parts()
    many = int(ordinal(_COUPLES.get(said["many"], said["many"])[0].lower())) if "many" in said else 1
    return f"{text[: found.start()]} {text[found.end() :]}".strip(), -many if "more" in said else many


def without_step(text: str) -> tuple[str, int] | None:
    """Return `text` without the words that add to a figure or take off it, and 1 or -1, or None if it has none."""
    for name, without, sign in _STEPS:
        if _RULES[name].search(text):
            return _RULES[name].sub(without, text), sign
    return None
