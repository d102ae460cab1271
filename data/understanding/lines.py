"""The lines of a message: numbers, greetings, and words about some of the lines (第二条改成80%, 27-6不要了)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import category

from data.understanding.dialog.lists_changed import ListedMembers
from data.understanding.grouping import grouped
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Understanding
from data.understanding.normalise.sentence import Sentence, Span, blank_spans, normalise
from data.understanding.numerals import number
from data.understanding.statuses import every_status
from data.understanding.task_named import belonging

_RULES = patterns("lines")
_PLACE = {"first": 0, "second": 1, "third": 2, "last": -1}
_OF_TWO = {"former": 0, "latter": 1}
_COUNTERS = ("条", "项", "个", "份")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_SIGNS = {"Nd": "1", "No": "①", "Lo": "一"}
_GONE = " "
_A_WORD = _A_LIST = 2
_WITHIN_A_CODE = ("-", *map(str, range(10)))
_HEADINGS = 4
"""After the first few stops of a line no numbered list begins."""
_STANDS_WITHIN = 100
"""In so many characters it is told how a task stands, if words begin with that."""
_BETWEEN_PARTS = " \t\u3000,，;；。、)）"


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


def without_number(line: str) -> str:
    """Return a line without its number in a list: 1、 2. （3） ④."""
    counted = _RULES["numbered"].match(line)
    begin = counted.start("code" if counted["code"] else "rest") if counted else -1
    if counted is None or begin < 0:
        return line
    decimal = not counted["code"] and line[begin - 1] in ".．" and line[begin].isdecimal()
    return line if decimal else line[begin:]


def numbered_alike(line: str, above: str) -> bool:
    """Return whether two lines have numbers of the same form in a list: 一、 and 三、, but not 一、 and （一）."""
    form = form_of_number(line)
    return bool(form) and form == form_of_number(above)


def form_of_number(line: str) -> str:
    """Return the number of a line in a list with 一, 1 or ① in place of its signs, empty if it has none."""
    number = line[: len(line) - len(without_number(line))].strip()
    signs = [_SIGNS.get(category(each), each) for each in number]
    return "".join(dict.fromkeys(signs)) if any(map(str.isnumeric, number)) else ""


def numbered_parts(line: str) -> list[str]:
    """Return the items of a line that numbers them (1、印方案 2、查20家), without the numbers, or else the line alone.

    Numbers count up from 1. One right after a word, as in 查2、3家, counts only if no digit follows it.
    """
    spans: list[Span] = []
    for found in _RULES["in_a_list"].finditer(line):
        sign = found["ring"]
        count = int(number(found["digits"] or found["hanzi"])) if not sign else ord(sign) - ord("①") + 1
        before, behind = line[: found.start()], line[found.end() : found.end() + 1]
        apart = not before.strip() if not spans else before[-1:] in _BETWEEN_PARTS or not behind.isdecimal()
        if count == len(spans) + 1 and apart and behind and not before.endswith(_WITHIN_A_CODE):
            spans.append(found.span())
    if len(spans) < _A_LIST:
        return [line]
    ends = [*(start for start, _ in spans[1:]), len(line)]
    return [line[begin:end] for (_, begin), end in zip(spans, ends, strict=True)]


def numbered_paragraphs(line: str) -> list[str]:
    """Return the numbered items of a line that may have a heading before them (情况如下：一、…；二、…), or an empty
    list."""
    begins = [0, *(each.end() for each in _RULES["heading_ends"].finditer(line))]
    found = (numbered_parts(line[begin:]) for begin in begins[:_HEADINGS])
    return next((parts for parts in found if len(parts) >= _A_LIST), [])


def says_nothing(line: str) -> bool:
    """Return whether a line is only a greeting, thanks or a heading (各位领导好, 本周进展：)."""
    return greets_or_closes(line) or _RULES["heading"].fullmatch(line) is not None


def is_heading(line: str) -> bool:
    """Return whether a line may be a heading: a few words without punctuation or numbers (存在问题)."""
    return _RULES["bare"].fullmatch(line.strip()) is not None


def is_title(line: str) -> bool:
    """Return whether a line is only the title of a formal report (关于农资打假工作情况的报告)."""
    return _RULES["title"].fullmatch(line.strip()) is not None


def greets_or_closes(line: str) -> bool:
    """Return whether a line is only a greeting, thanks or what closes a letter (以上，请审阅; 特此报告)."""
    return _RULES["greeting"].fullmatch(line) is not None


def begins_with_a_place(text: str) -> bool:
    """Return whether a text begins with the place of a line or lines (第一个做完了, 前三个没变化), unlike 第一季度 and
    后三个月."""
    found = _RULES["place_first"].match(text) or _RULES["several_first"].match(text)
    return found is not None and not _counts_others(text, found.end())


def unchanged_said(codes: Iterable[str]) -> str:
    """Return the sentence that reports the tasks with `codes` as unchanged."""
    return f"{'、'.join(codes)} 没有变化"


def only_joins(words: str) -> bool:
    """Return whether words only join what is around them: 、 or 和."""
    return _RULES["and"].fullmatch(words) is not None


def only_mentioned(before: str, behind: str) -> bool:
    """Return whether the words before and behind a task's code only mention the task: what was done beside it
    (结合2-17开展, 和2-17一起查的), what waits for it (待2-17完成) or is to come (下一步完成2-17)."""
    if only_joins(before):
        return False
    if _RULES["led_up_to"].search(before):
        return True
    if _RULES["counted_in"].search(before):
        adds = _RULES["adds_to_a_list"].fullmatch(before) and _RULES["ends_a_list"].match(behind)
        return not adds and not _begins_with_how_it_stands(behind)
    if _RULES["joined_to"].search(before) is not None and _RULES["together"].match(behind) is not None:
        return True
    return _is_yet_to_come(before, behind)


def _is_yet_to_come(before: str, behind: str) -> bool:
    """Return whether the words before a code say that something is to come and nothing is told of its task."""
    if not _RULES["yet_to_come"].search(before) or _RULES["takes_as_object"].search(before):
        return False
    tells = _RULES["begins_anew"].search(before) is not None and _RULES["tells"].match(behind) is not None
    return not (tells or _begins_with_how_it_stands(behind))


def _begins_with_how_it_stands(words: str) -> bool:
    """Return whether words begin with how a task stands (进展：70%, 受阻, 完成了), and not only with 完成, which may be
    a plan."""
    lead = _RULES["stated"].match(words)
    if lead is None or lead["surely"]:
        return lead is not None
    return any(
        each.values[0] != "closed"
        or each.start < lead.end()
        or words.startswith("了", each.end)
        or words[each.start].isascii()
        for each in every_status(words[: lead.end() + _STANDS_WITHIN].lower())
        if each.start <= lead.end() < each.end
    )


def lines_meant(text: str, heard: Understanding, lines: Sequence[NamedLine]) -> LinesMeant:
    """Return which lines a text names, by number, code, task or words, and what it says about them."""
    said = normalise(text)
    named = _named(said, heard, lines)
    places = tuple(sorted(named))
    left = Sentence(blank_spans(said, named.values(), _GONE))
    removed = _RULES["removed"].search(left)
    beside = blank_spans(left, [removed.span()], _GONE) if removed else left
    words = _RULES["beside"].sub("", _RULES["quoted"].sub("", beside))
    if removed is not None and places and not words:
        return LinesMeant(places, True, "")
    if removed is not None and not places and _RULES["cut"].search(removed[0]) and len(words) >= _A_WORD:
        holding = tuple(at for at, line in enumerate(lines) if words in line.words)
        return LinesMeant(holding, len(holding) == 1, words)
    if places:
        return LinesMeant(places, False, " ".join(_quoted(said, left).split()))
    return LinesMeant(tuple(at for at, line in enumerate(lines) if line.code == heard.task), False, text)


def places_named(text: str, count: int) -> list[ListedMembers]:
    """Return where a text names some of `count` lines by their numbers (前两个, the third), with their indexes."""
    places = grouped((span, at) for at, span in _by_number(normalise(text), count).items())
    return [ListedMembers(*span, at) for span, at in sorted(places.items())]


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
    told = [said.quote(group[-1].end, end).strip(_BETWEEN_PARTS) for group, end in zip(groups, ends, strict=True)]
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
    return ListedMembers(*found.span("span" if found["span"] else "all"), (_COUNTS.get(count) or int(number(count)),))


def _named(said: Sentence, heard: Understanding, lines: Sequence[NamedLine]) -> dict[int, Span]:
    """Return the lines that a text names by number or code, or else by words of a task that only one of them has, each
    with the place of its name."""
    codes = [line.code for line in lines]
    found = _by_task(heard, Kind.CODE, codes) | _by_number(said, len(lines))
    return found or _by_task(heard, Kind.TASK, codes)


def _by_task(heard: Understanding, kind: Kind, codes: Sequence[str]) -> dict[int, Span]:
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
        count = min(_COUNTS.get(match["count"].lower()) or int(number(match["count"])), lines)
        several = range(lines - count, lines) if match["from_end"] else range(count)
        end = match.end("count")
        found |= dict.fromkeys(several, (match.start(), end + (said[end : end + 1] in _COUNTERS)))
    for name, place in (_PLACE | _OF_TWO if lines == len(_OF_TWO) else _PLACE).items():
        by_name = _RULES[name].search(said) if place < lines and lines else None
        if by_name is not None and (name in _PLACE or place not in found):
            found[place % lines] = by_name.span()
    return found


def _quoted(said: Sentence, left: str) -> str:
    """Return what is `left` of a text as it was originally written."""
    return "".join(said.quote(at, at + 1) if char != _GONE else char for at, char in enumerate(left))
