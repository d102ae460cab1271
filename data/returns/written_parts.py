"""The parts of a text that is to give figures: where one ends, and what each says but in a name and a number."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from data.patterns import Match, Pattern
from data.understanding import IndicatorWords
from data.understanding.entities.amounts import find_amounts
from data.understanding.entities.figure_lines import read_line
from data.understanding.entities.figure_names import index_indicators, names_in
from data.understanding.normalise.sentence import blank, blank_spans, normalise
from data.understanding.numerals import ENGLISH_NUMBER, ordinal

PARTS = Pattern(r"[,，、;；。\n]+|\s+[/|]\s+")
THOUSANDS = Pattern(r"(\d),(\d{3})(\D|$)")
A_NUMBER_OF = Pattern(r"(\d)个([万亿])")
COUPLES = {"俩": "2个", "仨": "3个"}
IN_ENGLISH = Pattern(rf"(?i)\b{ENGLISH_NUMBER}\b")
SO_FAR = Pattern(r"累计|至今|以来|\b(?:to date|so far|cumulative)\b")
OF_IT_NOW = Pattern(
    r"(?i)^\s*(?:其中|当中)?(?:本月|本期|当月|这个月|本季度|这个季度|this (?:month|period|quarter))(?:是|为|:|：)?"
    r"\s*(?P<n>\d[\d.]*)\s*[件起人个名]?\s*$"
)
"""What of a running total is of the period: 本年累计立案50，本月5."""
OTHERS_NONE = Pattern(
    r"(?i)(?:其他|其它|其余|别的|剩下的|其他的)(?:几项|项|指标)?(?:都|均|全)?(?:是|为)?(?:没有|没|无|零|0)(?:了|的)?$"
    r"|\b(?:(?:the )?(?:rest|others?)|everything else)(?: is| are)?:? (?:nil|none|zero|0|nothing)$|\bnothing else$"
)
AND_A_HALF = Pattern(r"(\d)([万亿])(\d)([^\d.千百十万亿]|$)")
"""3万5 is 3.5万."""
BY_HOW_MUCH = Pattern(r"[多少][报写填算]|[报写填算][多少]")
"""移送多写了2件 says by how much it is wrong."""
BELOW_NOUGHT = Pattern(r"(?:^|[^\d])([-－−—﹣负])\s*(\d)")
NONE = Pattern(
    r"(?:本[月期]|这个月|都|均|也|我们|发生|案件|案|件|人|过|了|的|是|为|数|和|及|与|跟|、|and|一个|任何|[\s\x00:：=])*"
    r"(?:没有|没|无|未|零|none|nobody|no|nothing|nil|zero|not any|n/a)"
    r"(?:发生|案件|案|件|人|过|了|的|一个|任何|any|[\s\x00])*"
)
NO_SIGN = Pattern(r"[:：=\s]*[/\\—–－-]+\s*$")
"""A stroke where a number is asked for says none: 移送：/."""
MONEY = Pattern(
    r"(?i)(?:value |worth )?(?:\brmb|\bcny|[¥￥]|人民币|钱款?)\s*(?P<n>\d[\d,]*(?:\.\d+)?)"
    r"(?P<scale>\s*(?:万|亿|k\b|m\b|million\b|thousand\b))?"
    r"(?:\s*元|\s*yuan\b)?"
)
"""Money by its sign alone."""
MORE = Pattern(
    r"(?i)(?:再|又|还要|还得)(?:增?加|添|多)上?了?|加上|多加|少(?:报|填|写|算)了?|漏(?:[报填写算]了?|了)"
    r"|\badd(?:ing)?\b|\bmore\b|\bup by\b"
)
LESS = Pattern(r"(?i)(?:再|又|还要)减(?:去|掉|少)?了?|减去|减掉|多(?:报|填|写|算)了?|\bfewer\b|\bless\b|\bdown by\b")
A_NUMBER = r"\s*([\d一二两三四五六七八九十])"
PLUS = Pattern(rf"(^|[^参])(?:增?加了?|[+＋]){A_NUMBER}")
MINUS = Pattern(rf"(^|.)减了?{A_NUMBER}")
"""立案加2件: beside the number the bare word does; in 参加20人 there is none."""
STEPS = ((MORE, " ", 1), (PLUS, r"\1 \2", 1), (LESS, " ", -1), (MINUS, r"\1 \2", -1))


def parts_of(text: str) -> Iterator[str]:
    """A text in parts, as its signs divide it."""
    yield from PARTS.sub("\n", THOUSANDS.sub(r"\1\2\3", text)).split("\n")


def at_names(text: str, known: Sequence[IndicatorWords]) -> list[str]:
    """A text cut before each name of an indicator but the first."""
    line = normalise(text)
    starts = [each.start for each in names_in(line.lower(), index_indicators(known, asked=True))][1:]
    return [line[first:last] for first, last in pairwise([0, *starts, len(line)])]


def in_decimals(text: str) -> str:
    """A text with its numbers in digits: 3.5万 for 3万5, 1.2亿 for 1.2个亿, 2个 for 俩, 5 for five."""
    for word, digits in COUPLES.items():
        text = text.replace(word, digits)
    text = IN_ENGLISH.sub(lambda found: ordinal(found[0].lower()), text)
    return AND_A_HALF.sub(r"\1.\3\2\4", A_NUMBER_OF.sub(r"\1\2", text))


def without_running_totals(text: str) -> str:
    """A text with the number of the period in place of a running total beside it: 立案5 for 本年累计立案50，本月5."""
    parts, found = list(parts_of(text)), False
    for at, part in enumerate(parts[1:], start=1):
        now, total = OF_IT_NOW.search(part), find_amounts(parts[at - 1])
        if now is None or len(total) != 1 or not SO_FAR.search(parts[at - 1]):
            continue
        before = SO_FAR.sub("", parts[at - 1][: total[0].start])
        parts[at - 1], parts[at], found = "", f"{before}{now['n']}", True
    return "\n".join(parts) if found else text


def without_others(text: str) -> tuple[str, bool]:
    """A text without the words that of what it does not name there was none (其他没有), and whether it has them."""
    rest = OTHERS_NONE.sub("", text.rstrip("。.!！ "))
    return (rest, True) if rest.strip() != text.rstrip("。.!！ ").strip() else (text, False)


def with_money_named(text: str, asked: Sequence[IndicatorWords]) -> str:
    """A text in which money without a name (RMB 350,000) has that of the one indicator that is asked for in 万元."""
    names = [each.name for each in asked if each.unit == "万元"]
    if len(names) != 1:
        return text
    known = index_indicators(asked, asked=True)

    def named(money: Match) -> str:
        amount = f" {money['n'].replace(',', '')}{(money['scale'] or '').strip()}元"
        part = PARTS.sub("\n", text[: money.start()]).rsplit("\n", 1)[-1]
        has_a_name = any(each.indicators[0].name == names[0] for each in names_in(normalise(part).lower(), known))
        return amount if has_a_name else f" {names[0]}{amount}"

    return MONEY.sub(named, text)


def leaves_no_number(text: str, known: Sequence[IndicatorWords]) -> bool:
    """Whether the figures of a text are meant as they stand, and none of its numbers is left over."""
    line = normalise(text).lower()
    heard = read_line(line, index_indicators(known, asked=True))
    rest = blank(line, heard.readings)
    if heard.misread or BY_HOW_MUCH.search(rest):
        return False
    return not any(char.isdecimal() for char in rest) and not find_amounts(rest)


def none_of(text: str, known: Sequence[IndicatorWords]) -> list[str] | None:
    """The indicators of which a text says that there were none: 没移送, arrests: none; None where it says something
    else."""
    line = normalise(text).lower().strip(" !！.")
    names = names_in(line, index_indicators(known, asked=True))
    rest = blank_spans(line, [(each.start, each.end) for each in names])
    if not names or (NONE.fullmatch(rest) is None and NO_SIGN.fullmatch(rest.lstrip("\0数")) is None):
        return None
    return list(dict.fromkeys(each.indicators[0].name for each in names))


def negatives(text: str, known: Sequence[IndicatorWords]) -> tuple[str, list[str]]:
    """A text without the signs of numbers below nought, and the indicators that these are of."""
    line = normalise(text).lower()
    found = list(BELOW_NOUGHT.finditer(line))
    below = "".join(" " if any(at == each.start(1) for each in found) else char for at, char in enumerate(line))
    readings = read_line(below, index_indicators(known, asked=True)).readings
    ends = [each.start(2) for each in found]
    return below, [each.values[0] for each in readings if any(each.start <= at < each.end for at in ends)]


def without_step(text: str) -> tuple[str, int] | None:
    """A text without the words that add to a figure or take off it, and 1 or -1 for these; None where it has none."""
    for words, without, sign in STEPS:
        if words.search(text):
            return words.sub(without, text), sign
    return None
