"""Plans in prose, as most yearly plans are: 一、 is a section, （一） an item, each paragraph or numbered sentence a
measure, with its units in closing brackets and its day somewhere in the sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data.patterns import Pattern
from data.plan.files.cells import one_line
from data.plan.files.problems import Problem, ProblemKind, problem
from data.plan.files.responsible import responsible_units

_HANZI = "[一二三四五六七八九十]"
_SECTION = Pattern(rf"^(?:{_HANZI}{{1,3}}[、.．]|第{_HANZI}{{1,3}}[章部])")
_ITEM = Pattern(rf"^[（(]{_HANZI}{{1,3}}[）)]")
_NUMBERED = Pattern(rf"(?:^|[。；;：:]\s*)(\d{{1,2}}[.．、)）](?:[^\d]|$)|[（(]\d{{1,2}}[）)]|[①-⑳]|{_HANZI}是)")
_NUMBER = Pattern(rf"(?:\d{{1,2}}[.．、)）]|[（(]\d{{1,2}}[）)]|[①-⑳]|{_HANZI}是)\s*")
_BRACKETS = Pattern(r"[（(]([^（()）]{2,300}(?:[（(][^（()）]*[）)][^（()）]*)*)[）)][。；;，,]?")
_SENTENCE = Pattern("[。；;！!]")
_TITLE = Pattern("(?:要点|计划|方案|任务|安排|意见|分工|措施|细化表)(?:[（(].*[）)])?$")
_DAY = r"\d{1,2}月(?:\d{1,2}日|底|末|上旬|中旬|下旬)?|年底|年末|上半年|下半年|第?[一二三四1-4]季度末?|年内|全年"
_EVERY = r"每个?(?:月|季度|半年|年)(?:\d{1,2}日|底|末)?(?:之?前)?"
_DEADLINE = Pattern(rf"{_EVERY}|(?:20\d\d年|[今明]年|当年)?(?:{_DAY})(?:之?前|以前|以内|内)?")
_TELLS = ("前", "内", "底", "末", "上半年", "下半年", "全年", "季度")
"""How the words for a day end that something is to be done by; 3月15日 alone is the day of an event."""
_LONGEST_HEADING, _SHORTEST_MEASURE, _SHORTEST_PLAN = 60, 8, 120


@dataclass
class Prose:
    """What is read so far: where the measures stand, the measures, and what was passed over."""

    section: str = ""
    item: str = ""
    measures: list["Measure"] = field(default_factory=list)
    skipped: list[Problem] = field(default_factory=list)


@dataclass
class Measure:
    """One measure: the number of its paragraph, where it stands, its words, its units as a table's cell would name
    them, and its deadline, of several the doubtful ones."""

    number: int
    section: str
    item: str
    text: str
    units: str = ""
    deadline: str = ""
    doubtful: tuple[str, ...] = ()


def is_prose(paragraphs: Sequence[str]) -> bool:
    """Whether paragraphs are a plan in prose: sections or items, and units that answer for something in brackets."""
    headed = any(_SECTION.match(each.strip()) or _ITEM.match(each.strip()) for each in paragraphs)
    units = sum(1 for each in paragraphs for found in _BRACKETS.finditer(each) if responsible_units(found[1]))
    return headed and units > 0 and sum(map(len, paragraphs)) >= _SHORTEST_PLAN


def read_prose(paragraphs: Sequence[str]) -> Prose:
    """The measures of a plan in prose."""
    prose, begun = Prose(), False
    itemised = _sections_with_items(paragraphs)
    for number, paragraph in enumerate(map(one_line, paragraphs), 1):
        if not paragraph:
            continue
        if _SECTION.match(paragraph):
            heading, prose.item, begun = _heading(paragraph), "", True
            prose.section = heading.rstrip("。")
            _add(prose, number, paragraph[len(heading) :])
        elif _ITEM.match(paragraph):
            heading, begun = _heading(paragraph), True
            prose.item = heading.rstrip("。")
            if _is_measure(heading, paragraph[len(heading) :]):
                _add(prose, number, _without_number(paragraph))
            else:
                _add(prose, number, paragraph[len(heading) :])
        elif begun:
            _go_on(prose, number, paragraph, itemised)
    return prose


def title_of(paragraphs: Sequence[str]) -> str:
    """The title of a document: of the lines before its text the first that is called one; empty where none is."""
    for paragraph in paragraphs:
        line = one_line(paragraph)
        if _SECTION.match(line):
            return ""
        if _TITLE.search(line) and len(line) <= _LONGEST_HEADING:
            return line
    return ""


def _sections_with_items(paragraphs: Sequence[str]) -> frozenset[str]:
    section, found = "", set()
    for paragraph in map(one_line, paragraphs):
        if _SECTION.match(paragraph):
            section = _heading(paragraph).rstrip("。")
        elif _ITEM.match(paragraph):
            found.add(section)
    return frozenset(found)


def _heading(paragraph: str) -> str:
    """The heading with which a paragraph begins: all of it, or its first sentence."""
    end = _SENTENCE.search(paragraph)
    return paragraph[: end.end()] if end and end.end() < len(paragraph) else paragraph


def _is_measure(heading: str, rest: str) -> bool:
    """Whether an item is one sentence that says what is to be done, with nothing behind it but its units."""
    alone = _BRACKETS.fullmatch(rest.strip())
    if rest.strip():
        return alone is not None and bool(responsible_units(alone[1]))
    return heading.endswith("。") and any(sign in heading for sign in "，,；;")


def _without_number(paragraph: str) -> str:
    number = _ITEM.match(paragraph)
    return paragraph[number.end() if number else 0 :].strip()


def _go_on(prose: Prose, number: int, paragraph: str, itemised: frozenset[str]) -> None:
    """A paragraph under a heading: measures; units of those before; an introduction, or the end of the document."""
    alone = _BRACKETS.fullmatch(paragraph)
    if alone and (units := responsible_units(alone[1])):
        for each in reversed(prose.measures):
            if each.units or (each.section, each.item) != (prose.section, prose.item):
                break
            each.units = units
        return
    named = any(responsible_units(found[1]) for found in _BRACKETS.finditer(paragraph))
    introduces = prose.section in itemised and not prose.item
    if named or (_SENTENCE.search(paragraph) and not introduces):
        _add(prose, number, paragraph)
    else:
        prose.skipped.append(problem(ProblemKind.ROW_SKIPPED, row=number, text=paragraph[:60]))


def _add(prose: Prose, number: int, text: str) -> None:
    """The measures of a text; where its sentences are numbered, units at the end hold for those before."""
    for part, units in _parts(text):
        for piece in _pieces(part):
            deadline, doubtful = _deadline(piece)
            prose.measures.append(Measure(number, prose.section, prose.item, piece, units, deadline, doubtful))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The stretches of a text, each up to the brackets that name its units."""
    start = 0
    for found in _BRACKETS.finditer(text):
        units = responsible_units(found[1])
        if units and text[start : found.start()].strip():
            yield text[start : found.start()].strip(), units
            start = found.end()
    if len(text[start:].strip()) >= _SHORTEST_MEASURE:
        yield text[start:].strip(), ""


def _pieces(text: str) -> Iterator[str]:
    """The numbered sentences of a stretch, or all of it where they are not numbered."""
    starts = [found.start(1) for found in _NUMBERED.finditer(text)]
    if len(starts) < 2:
        starts = []
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        piece = _unnumbered(text[start:end].strip())
        if len(piece) >= _SHORTEST_MEASURE or (not starts and piece):
            yield piece


def _unnumbered(piece: str) -> str:
    """A sentence without the number before it."""
    number = _NUMBER.match(piece)
    return piece[number.end() if number else 0 :].strip().rstrip("；;")


def _deadline(measure: str) -> tuple[str, tuple[str, ...]]:
    """The one day that a measure names for its end, in its words; of several none, and those."""
    said = [found[0] for found in _DEADLINE.finditer(measure) if found[0].startswith("每") or found[0].endswith(_TELLS)]
    several = tuple(dict.fromkeys(said))
    return (several[0], ()) if len(several) == 1 else ("", several)
