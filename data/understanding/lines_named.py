"""Words about some of the lines of a message or list: which ones, and what they say of them (第二条改成80%)."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.understanding.dialog.lists_changed import ListedMembers
from data.understanding.grouping import grouped
from data.understanding.lexicon.patterns import patterns
from data.understanding.lines import BETWEEN_PARTS, only_joins
from data.understanding.meaning import Kind, Understanding
from data.understanding.normalise.sentence import Sentence, Span, blank_spans, normalise
from data.understanding.numerals import number
from data.understanding.task_named import belonging

_RULES = patterns("lines")
_PLACE = {"first": 0, "second": 1, "third": 2, "last": -1}
_OF_TWO = {"former": 0, "latter": 1}
_COUNTERS = ("条", "项", "个", "份")
_GONE = " "
_A_WORD = 2
_MANY = 100


@dataclass(frozen=True, slots=True)
class NamedLine:
    """What a line can be named by: the code of its task, and its words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class LinesMeant:
    """What words say about lines: the indexes of the lines, and whether the words are for `removing` them.

    `rest` says what is to be done with the lines, or quotes from them.
    """

    places: tuple[int, ...]
    removing: bool
    rest: str


def begins_with_a_place(text: str) -> bool:
    """Return whether a text begins with the place of a line or lines (第一个做完了, 前三个没变化), unlike 第一季度."""
    found = _RULES["place_first"].match(text) or _RULES["several_first"].match(text)
    return found is not None and not _counts_others(text, found.end())


def step_from_last(text: str) -> int:
    """Return 1 if a text only names the line behind the one shown last (下一个呢), -1 for the one above, else 0."""
    return bool(_RULES["onward"].fullmatch(text)) - bool(_RULES["backward"].fullmatch(text))


def with_names_for_places(text: str, names: Sequence[str]) -> str:
    """Return a text with the `names` of the lines in place of those that it names by their numbers."""
    said, parts, done = normalise(text), list[str](), 0
    for start, end, places in places_named(text, len(names)):
        parts += [said.quote(done, start), "、".join(names[at] for at in places)]
        done = end
    return "".join([*parts, said.quote(done, len(said))])


def units_counted_as_lines(text: str) -> str:
    """Return a text with the counter of lines where it counts units (前三家 as 前三个)."""
    return _RULES["unit_counted"].sub(r"\1个", text)


def lines_meant(text: str, heard: Understanding, lines: Sequence[NamedLine]) -> LinesMeant:
    """Return which lines a text names, by number, code, task or words, and what it says about them. The name of a task
    in the middle of what is said (现将我局农资打假情况…) is part of it."""
    said = normalise(text)
    codes = [line.code for line in lines]
    named = _by_task(heard, Kind.CODE, codes) | _by_number(said, len(lines))
    by_words = {} if named else _by_task(heard, Kind.TASK, codes)
    named = named or by_words
    places = tuple(sorted(named))
    left = Sentence(blank_spans(said, named.values(), _GONE))
    removed = _RULES["removed"].search(left)
    beside = blank_spans(left, [removed.span()], _GONE) if removed else left
    words = _RULES["beside"].sub("", _RULES["quoted"].sub("", beside))
    if removed is not None and not words:
        return LinesMeant(places, True, "")
    if removed is not None and not places and _RULES["cut"].search(removed[0]) and len(words) >= _A_WORD:
        holding = tuple(at for at, line in enumerate(lines) if words in line.words)
        return LinesMeant(holding, len(holding) == 1, words)
    if by_words and _RULES["beside"].sub("", said[: min(by_words.values())[0]]):
        return LinesMeant(places, False, text)
    if places:
        return LinesMeant(places, False, " ".join(_quoted(said, left).split()))
    return LinesMeant(tuple(at for at, line in enumerate(lines) if line.code == heard.task), False, text)


def places_named(text: str, count: int = _MANY) -> list[ListedMembers]:
    """Return where a text names some of `count` lines by their numbers (前两个, the third), with their indexes."""
    places = grouped((span, at) for at, span in _by_number(normalise(text), count).items())
    return [ListedMembers(*span, at) for span, at in sorted(places.items())]


def names_another_number(text: str, count: int) -> bool:
    """Return whether a text names a line beyond the `count` there are (前三个 of two), or says that there are more or
    fewer altogether (三个都)."""
    beyond = places_named(text)
    if beyond:
        return sum(len(each.values) for each in places_named(text, count)) < sum(len(each.values) for each in beyond)
    altogether = count_of_all(text)
    return altogether is not None and altogether.values != (count,)


def without_numbers(text: str) -> str:
    """Return a text without the numbers of lines and without how many there are altogether (三个都批了 as 都批了)."""
    said, whole = normalise(text), count_of_all(text)
    places = places_named(text) or ([whole] if whole is not None else [])
    starts, ends = [each.start for each in places], [each.end for each in places]
    return "".join(said.quote(start, end) for start, end in zip([0, *ends], [*starts, len(said)], strict=True))


def place_alone(text: str, count: int) -> int | None:
    """Return the index of the one of `count` lines whose number is all that a text says (第二个吧), or None."""
    said = normalise(text)
    match places_named(text, count):
        case [(start, end, (int(place),))] if not _RULES["beside"].sub("", said[:start] + said[end:]):
            return place
    return None


def said_of_each(text: str, count: int) -> list[tuple[tuple[int, ...], str]]:
    """Return what a text says of some of `count` lines, and perhaps then of others (第一个做完了，后两个没动), with the
    indexes of those lines; an empty list unless it begins with a line and says something of each."""
    said, groups = normalise(text), list[list[ListedMembers]]()
    for each in places_named(text, count):
        if groups and only_joins(said[groups[-1][-1].end : each.start]):
            groups[-1].append(each)
        else:
            groups.append([each])
    ends = [*(group[0].start for group in groups), len(said)][1:]
    told = [said.quote(group[-1].end, end).strip(BETWEEN_PARTS) for group, end in zip(groups, ends, strict=True)]
    if not all(told) or (groups and said[: groups[0][0].start].strip()):
        return []
    places = (tuple(place for each in group for place in each.values) for group in groups)
    return list(zip(places, told, strict=True))


def count_of_all(text: str) -> ListedMembers | None:
    """Return where a text says how many lines there are altogether (三个都批了, all three), with their number."""
    found = _RULES["altogether"].search(normalise(text))
    if found is None:
        return None
    count = found["count"] or found["number"].lower()
    return ListedMembers(*found.span("span" if found["span"] else "all"), (int(number(count)),))


def _by_task(heard: Understanding, kind: Kind, codes: Sequence[str]) -> dict[int, Span]:
    """Return the lines that a text names by the code of a task, or by words of one that only one of them has, each with
    the place of its name."""
    named = ((each, [code for code in codes if code in each.values]) for each in heard.readings if each.kind is kind)
    spans = ((own, each.start, each.end + belonging(heard.text[each.end :])) for each, own in named)
    return {codes.index(own[0]): (start, end) for own, start, end in spans if len(set(own)) == 1}


def _counts_others(text: str, end: int) -> bool:
    """Return whether a place or number that ends here is of months or the like (前三个月), not of lines."""
    return _RULES["of_others"].match(text[end:]) is not None


def _by_number(said: Sentence, lines: int) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for match in _RULES["counted"].finditer(said):
        at = int(number(match["at"] or match["no"])) - 1
        if 0 <= at < lines and not match["of_others"] and not _counts_others(said, match.end()):
            found[at] = match.span()
    for match in _RULES["several"].finditer(said):
        if match["of_others"] or _counts_others(said, match.end()):
            continue
        count = min(int(number(match["count"].lower())), lines)
        several = range(lines - count, lines) if match["from_end"] else range(count)
        end = match.end("count")
        found |= dict.fromkeys(several, (match.start(), end + (said[end : end + 1] in _COUNTERS)))
    for name, place in (_PLACE | _OF_TWO if lines == len(_OF_TWO) else _PLACE).items():
        by_name = _RULES[name].search(said) if place < lines and lines else None
        if by_name is not None and (name in _PLACE or place not in found):
            found[place % lines] = by_name.span()
    return found


def _quoted(said: Sentence, left: str) -> str:
    return "".join(said.quote(at, at + 1) if char != _GONE else char for at, char in enumerate(left))
