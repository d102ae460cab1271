"""Corrections of numbers and percentages (是350万不是300万, make it 65), and of words in a note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from data.patterns import Match, Pattern
from data.understanding.entities.amounts import Amount, find_amounts
from data.understanding.entities.figure_names import index_indicators, names_in
from data.understanding.entities.figure_values import value_written
from data.understanding.entities.percents import last_percent, with_percents_in_digits
from data.understanding.lexicon import any_word, table
from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import Span, blank, blank_spans, clause_start, spans
from data.understanding.reports import A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS, is_nothing, says_much
from data.understanding.statuses import find_statuses
from data.understanding.words import IndicatorWords

_RULES = patterns("corrections")
_NEAR = 16
_AROUND = " ,，。.;；!！"
_LONGEST = 200
_KINDS_OF_NUMBERS: tuple[str, ...] = tuple(table("corrections")["kinds_of_numbers"])
_ALL = 100
_AROUND_WORDS = " ,，。.;；!！“”\"'"
_LEADS = Pattern("(?i)" + any_word([each for name in ("mistaken", "leads") for each in table("corrections")[name]]))
_A_NUMBER, _NUMBER_OF = ("数", "次"), Pattern(r"\p{Han}数(?:$|[^据])")
"""Beginnings of words for a mistake in a number of something (数错了), and a number by what it counts."""
_YUAN, _HALF = "元", "半"
_ENDS = Pattern(r"[,，。;；!！\n]")
"""The end of a clause."""


@dataclass(frozen=True, slots=True)
class NumberCorrection:
    """A correction of numbers: `rest` is the text without the wrong ones, which are in `wrong` with their measures.

    `right` is the part of the rest after the last word for a correct value, or for a mistake. `surely` is whether the
    text says that something was wrong, and `mistaken` the words that do, with the kind of number (人数报错了). `short`
    is whether it only says 改 between what is changed and a number, as is also said of other work (小区改3个).
    """

    rest: str
    right: str
    wrong: tuple[str, ...]
    surely: bool
    short: bool = False
    mistaken: str = ""

    @property
    def kind(self) -> str:
        """What kind of number it says to be wrong (件数), or an empty string."""
        return next((each for each in _KINDS_OF_NUMBERS if each in self.mistaken or each in self.rest), "")

    @property
    def counts(self) -> bool:
        """Whether it names something else than the progress that its numbers count (门店数错了，是16)."""
        if _RULES["of_progress"].search(self.rest):
            return False
        of_a_number = self.mistaken.startswith(_A_NUMBER) or bool(_NUMBER_OF.search(self.rest))
        return bool(self.kind) or (of_a_number and _names_something(self.rest))

    @property
    def of_another(self) -> bool:
        """Whether all that is right is a number of what `counts`, which nothing unnamed may take."""
        return self.counts and not _names_something(self.right)


def number_correction(text: str) -> NumberCorrection | None:
    """Return the correction that a text makes, or None if it makes none."""
    text = without_words_behind(text)
    in_full = _RULES["changed_to"].sub(r"\1\2改成\3", text.lower())
    in_order = _RULES["right_before"].sub(r"改成\1\2", in_full)
    of_just_now = _RULES["is_rather"].sub(r"\1改成\2", in_order)
    line, short = _RULES["counted_as"].sub(r"改成\1", of_just_now), in_full != text.lower()
    amounts = [each for each in find_amounts(line) if not line.startswith(_HALF, each.end)]
    denied = [each for each in amounts if denied_at(line, each) is not None]
    followed = [each for each in _RULES["rather"].finditer(line) if any(at.start >= each.end() for at in amounts)]
    words = [each for each in followed if each.end() not in [amount.start for amount in denied]]
    mistaken = _RULES["mistaken"].search(line)
    if not (denied or words or mistaken):
        return None
    before = [each for word in words for each in _replaced_amounts(line, word, amounts) if each not in denied]
    gone = [*(_with_denial(line, each) for each in denied), *spans(before)]
    rest = blank_spans(line, gone, " ")
    behind = words[-1].end() if words else mistaken.end() if mistaken else 0
    right = rest[behind:] if any(each.start >= behind for each in amounts) else rest
    wrong = tuple(line[each.start : each.end] for each in (*denied, *before))
    right = without_leads(_without_correcting_words(right))
    left, surely = _without_correcting_words(rest).strip(_AROUND), bool(mistaken or wrong)
    return NumberCorrection(left, right, wrong, surely, short, mistaken[0] if mistaken else "")


def _names_something(words: str) -> bool:
    return not is_nothing(without_leads(_RULES["number"].sub(" ", blank(words, find_amounts(words), " "))))


def figure_said_wrong(said: NumberCorrection, figures: Mapping[IndicatorWords, float]) -> IndicatorWords | None:
    """Return the only one of the figures whose number is said to be wrong (案件2起其实是1起), or None."""
    held = figures.items()
    found = [each for each, value in held if value in (value_written(words, each) for words in said.wrong)]
    return found[0] if len(found) == 1 else None


def number_in_place_of(text: str, figures: Mapping[IndicatorWords, float]) -> str | None:
    """Return the only one of the figures, or of those named, whose number a text says to be wrong, with the right
    number (罚没打错了，4500应该是5400), or None. A bare right number is in the measure of the wrong one."""
    said = number_correction(text)
    named = {each for name in names_in(text.lower(), index_indicators([*figures])) for each in name.indicators}
    right = find_amounts(said.right.lower()) if said is not None else ()
    if said is None or len(right) != 1 or len(said.wrong) != 1:
        return None
    number = said.right[right[0].start : right[0].end]
    ends = ("", _YUAN) if right[0].end == right[0].number_end else ("",)
    for end in ends:
        had = (each for each, value in figures.items() if value == value_written(f"{said.wrong[0]}{end}", each))
        found = [each for each in had if not named or each in named]
        if len(found) == 1:
            return f"{found[0].name}{number}{end}"
    return None


def back_to_number(text: str, before: Mapping[str, float]) -> str | None:
    """Return a text that says of the only figure by its name that it is what it was `before`, if a text says so without
    its name (不对 还是2), else None."""
    right = number_correction(text)
    numbers = find_amounts(right.right) if right is not None else ()
    goes_back = len(before) == 1 and [each.value for each in numbers] == [*before.values()]
    return f"{next(iter(before))}不对，应该是{numbers[0].digits}" if goes_back else None


def without_wrong(text: str) -> str:
    """Return `text` without wrong numbers and the words that correct them, as in 移送多写了，2件 and 立案改成5."""
    text = without_words_behind(text)
    line = text.lower()
    denied = [each for each in find_amounts(line) if denied_at(line, each) is not None]
    rest = blank_spans(text, [_with_denial(line, each) for each in denied], " ")
    return _RULES["to_a_number"].sub(r" \1", _without_correcting_words(rest))


def without_words_behind(text: str) -> str:
    """Return `text` without words behind what is right that only beg pardon or ask whether it can be changed."""
    return _RULES["behind_right"].sub("", text)


def before_what_came_in(text: str) -> str:
    """Return `text` without a last clause that only tells what makes a right number what it is (改成6个吧，今晚又抓了
    一个), which is no number of its own; `text` itself if what stands before puts no number right."""
    found = _RULES["came_in"].search(text)
    before = text[: found.start()] if found is not None else text
    right = number_correction(before) if before != text and not _RULES["of_progress"].search(before) else None
    return before if right is not None and find_amounts(right.right) else text


def without_leads(words: str) -> str:
    """Return the words beside a corrected number without those that only lead to it (sorry, the cases)."""
    return _RULES["leads"].sub(" ", words).strip(_AROUND)


def _without_correcting_words(text: str) -> str:
    return _RULES["rather"].sub(" ", _RULES["mistaken"].sub(" ", text))


def _replaced_amounts(line: str, word: Match, amounts: Sequence[Amount]) -> list[Amount]:
    """Return the numbers before `word` in its clause, which the correct value replaces.

    If the word begins its clause, those of the clause before are returned (报了5起，应该是6起), passing over one that
    only says that something was wrong (报了5起，错了，应该是6起).
    """
    start = clause_start(line, word.start())
    said = blank_spans(line, _RULES["mistaken"].spans(line), " ")
    while not said[start : word.start()].strip(_AROUND) and start:
        start = clause_start(line, start - 1)
    return [each for each in amounts if start <= each.start and each.end <= word.start()]


def denied_at(line: str, amount: Amount) -> int | None:
    """Return where the word begins that denies a number, or None if none does."""
    near = max(0, amount.start - _NEAR)
    taken_for = _RULES["taken_for"].search(line[near : amount.start])
    mistaken = taken_for if taken_for and (taken_for["done"] or line.startswith("了", amount.end)) else None
    denial = mistaken or _RULES["denied"].search(line[near : amount.start])
    if denial is None and _said_to_be_wrong(line[amount.end :]):
        return amount.start
    return near + denial.start() if denial else None


def _said_to_be_wrong(behind: str) -> Match | None:
    """Return the words behind a number that say it was wrong, or None."""
    told = _RULES["right_follows"].match(behind)
    return told if told and _RULES["number"].match(behind[told.end() :]) else _RULES["wrong_before"].match(behind)


def _with_denial(line: str, amount: Amount) -> Span:
    rest = line[amount.end :]
    behind = _said_to_be_wrong(rest) or _RULES["behind_denied"].match(rest)
    return denied_at(line, amount) or 0, amount.end + (behind.end() if behind else 0)


def corrected_percent(text: str, stated: int | None) -> int | None:
    """Return the correct percentage in a lower-cased text with codes blanked out, or `stated` if it corrects nothing.

    Returns None if the text may be about something else that is counted: 抓获人数8应为6. It is not if the number put
    right is the one stated: 填80，不对，是85.
    """
    if len(text) > _LONGEST:
        return stated
    text = with_percents_in_digits(text)
    said = number_correction(text)
    parts = (said.right, said.rest) if said else (text,)
    percent = next((found for part in parts if (found := last_percent(part)) is not None), None)
    of_the_stated = said is not None and (
        str(stated) in said.wrong or (bool(said.wrong) and stated == _last_number(said.right))
    )
    bare = _RULES["of_progress"].search(text) is None and not of_the_stated
    counts = said is not None and said.counts
    if bare and (counts or not is_nothing(_RULES["number"].sub(" ", parts[-1]))):
        return None
    return percent if percent is not None else _last_number(parts[-1]) if said else stated


def corrected_status(text: str) -> str | None:
    """Return the status that a lower-cased text puts right, if it says nothing else of it (不该是完成，是进行中)."""
    text = without_words_behind(text)
    put_right = [text[each.end() :] for each in _RULES["rather"].finditer(text)]
    in_place = _RULES["of_words"].search(text)
    right = in_place.parts()["right"] if in_place else (put_right or [""])[-1]
    found = list(find_statuses(right))
    return found[0].values[0] if len(found) == 1 and is_nothing(blank(right, found, " ")) else None


def _last_number(text: str) -> int | None:
    """Return the last number of a correction if it can be a percentage (i typed 60 but it is 16), or None."""
    numbers = [each for each in find_amounts(text) if not each.counter]
    last = int(numbers[-1].value) if numbers else None
    return last if last is not None and last <= _ALL else None


class WordCorrection(NamedTuple):
    """The corrected `note`, and whether the text says nothing else (`alone`)."""

    note: str
    alone: bool


def word_correction(text: str, note: str) -> WordCorrection | None:
    """Return the note as a text corrects it, or None if it does not, or the wrong words do not occur exactly once."""
    text = without_words_behind(text)
    found = _RULES["of_words"].search(text)
    if found is None:
        return None
    said = {name: each.strip(_AROUND_WORDS) for name, each in found.parts().items()}
    wrong, right = said.get("wrong", ""), said.get("right", "")
    if not right or not wrong or note.count(wrong) != 1:
        return None
    if (amounts := find_amounts(right.lower())) and (amounts[0].start, amounts[0].end) == (0, len(right)):
        right += _behind_its_number(wrong)
    before = text[: min(found.start(name) for name in found.groups())]
    clauses = [each.end() for each in _ENDS.finditer(before)]
    wrong = _with_shared_ends(wrong, right, note)
    return WordCorrection(note.replace(wrong, right), not tells_more(before[: clauses[-1] if clauses else 0]))


def _with_shared_ends(wrong: str, right: str, note: str) -> str:
    """Return the wrong words of a note with what stands before and behind them there that the right ones begin or end
    with (责任分工方案 for 分工方案, if 责任清单 is right)."""
    before, _, behind = note.partition(wrong)
    longest = range(len(right), 1, -1)
    lead = next((right[:size] for size in longest if before.endswith(right[:size])), "")
    tail = next((right[-size:] for size in longest if behind.startswith(right[-size:])), "")
    return f"{lead}{wrong}{tail}"


def _behind_its_number(words: str) -> str:
    """Return what stands behind a leading number and its counter (三次会), or an empty string."""
    amounts = find_amounts(words.lower())
    return words[amounts[0].end :] if amounts and not amounts[0].start else ""


def tells_more(words: str) -> bool:
    """Return whether the words beside a correction tell more than that something was wrong (说反了)."""
    rest = _LEADS.sub(" ", words)
    return any(map(str.isdigit, rest)) or says_much(rest, A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS)
