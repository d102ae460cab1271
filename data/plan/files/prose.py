"""Reading plans in prose, as most yearly plans are.

一、 begins a section and （一） an item; each paragraph or numbered sentence is a measure, with its units in closing
brackets and its day somewhere in the sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from data.patterns import Pattern
from data.plan.files.problems import Problem, ProblemKind, problem
from data.plan.files.prose_days import deadline_words
from data.plan.files.responsible import Responsible, responsible_in, responsible_in_line, with_units_apart
from data.plan.files.unit_cells import one_line

_HANZI = "[一二三四五六七八九十]"
_SECTION = Pattern(rf"^(?:{_HANZI}{{1,3}}[、.．]|第{_HANZI}{{1,3}}[章部])")
_ITEM = Pattern(rf"^[（(]{_HANZI}{{1,3}}[）)]")
_NUMBERED = Pattern(rf"(?:^|[。；;：:]\s*)(\d{{1,2}}[.．、)）](?:[^\d]|$)|[（(]\d{{1,2}}[）)]|[①-⑳]|{_HANZI}是)")
_NUMBER = Pattern(rf"(?:\d{{1,2}}[.．、)）]|[（(]\d{{1,2}}[）)]|[①-⑳]|{_HANZI}是)\s*")
_BRACKETS = Pattern(r"[（(]([^（()）]{2,300}(?:[（(][^（()）]*[）)][^（()）]*)*)[）)][。；;，,]?")
_SENTENCE = Pattern("[。；;！!]")
_INTRODUCES = Pattern(
    "总体(?:要求|思路)|指导思想|基本原则|(?:工作|总体|主要)目标|工作要求|保障措施|组织(?:领导|保障|实施)"
)
"""Headings of parts that say why and how, without tasks."""
_SHORTEST_MEASURE, _SHORTEST_PLAN = 8, 120


@dataclass
class Prose:
    """The state of reading a plan in prose.

    `section` and `item` are the headings above the present paragraph, and `skipped` reports ignored paragraphs.
    `begun` is a measure of which only the heading has been read; `answered` are the measures that the line before gave
    units to.
    """

    section: str = ""
    item: str = ""
    measures: list["Measure"] = field(default_factory=list)
    skipped: list[Problem] = field(default_factory=list)
    begun: "Measure | None" = None
    answered: list["Measure"] = field(default_factory=list)


@dataclass
class Measure:
    """One measure of a plan in prose.

    `number` is its paragraph, counted from 1. `units` is written as in a table cell. `deadline` is empty and `doubtful`
    holds the candidates if it names several days.
    """

    number: int
    section: str
    item: str
    text: str
    units: str = ""
    deadline: str = ""
    doubtful: tuple[str, ...] = ()


def is_prose(paragraphs: Sequence[str]) -> bool:
    """Return whether paragraphs are a plan in prose, and long enough for a whole one."""
    return sum(map(len, paragraphs)) >= _SHORTEST_PLAN and bool(measures_in(paragraphs))


def measures_in(paragraphs: Sequence[str]) -> Sequence[Measure]:
    """Return the measures below headings if most of them have responsible units; none in any other text, such as a
    report on the work, which names units here and there, too."""
    measures = read_prose(paragraphs).measures
    return measures if sum(bool(each.units) for each in measures) * 2 >= len(measures) else ()


def read_prose(paragraphs: Sequence[str]) -> Prose:
    """Return the measures of a plan in prose, and what was skipped."""
    prose, begun = Prose(), False
    itemised = _sections_with_items(paragraphs)
    for number, paragraph in _numbered(paragraphs):
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
            _read_below_heading(prose, number, paragraph, itemised)
    _leave_introductions_out(prose)
    return prose


def _numbered(paragraphs: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs with their numbers, splitting off a list of units at the end as a line of its own."""
    for number, paragraph in enumerate(map(one_line, paragraphs), 1):
        yield from ((number, line) for line in with_units_apart(paragraph) if line)


def _sections_with_items(paragraphs: Sequence[str]) -> frozenset[str]:
    section, found = "", set()
    for paragraph in map(one_line, paragraphs):
        if _SECTION.match(paragraph):
            section = _heading(paragraph).rstrip("。")
        elif _ITEM.match(paragraph):
            found.add(section)
    return frozenset(found)


def _heading(paragraph: str) -> str:
    end = _SENTENCE.search(paragraph)
    return paragraph[: end.end()] if end and end.end() < len(paragraph) else paragraph


def _is_measure(heading: str, rest: str) -> bool:
    """Return whether an item is a single sentence that states a task, followed by nothing but its units."""
    alone = _BRACKETS.fullmatch(rest.strip())
    if rest.strip():
        return alone is not None and bool(responsible_in(alone[1]).units)
    return heading.endswith("。") and any(sign in heading for sign in "，,；;")


def _without_number(paragraph: str) -> str:
    number = _ITEM.match(paragraph)
    return paragraph[number.end() if number else 0 :].strip()


def _read_below_heading(prose: Prose, number: int, paragraph: str, itemised: frozenset[str]) -> None:
    """Add a paragraph that is not a heading.

    It may hold measures, units or a day for the measures before it, the heading of a measure or the text below one, an
    introduction, or the end of the document.
    """
    alone = _BRACKETS.fullmatch(paragraph)
    told = responsible_in(alone[1]) if alone else responsible_in_line(paragraph)
    begun, prose.begun = prose.begun, None
    if told != Responsible():
        _apply_to_measures_before(prose, told)
        return
    named = bool(_units_in(paragraph))
    introduces = prose.section in itemised and not prose.item
    is_sentence, is_numbered = bool(_SENTENCE.search(paragraph)), bool(_NUMBER.match(paragraph))
    if begun is not None and is_sentence:
        prose.measures.remove(begun)
        paragraph = paragraph if is_numbered else f"{begun.text}。{paragraph}"
    if named or (is_sentence and not introduces):
        _add(prose, number, paragraph)
    elif is_numbered and not introduces and len(paragraph) >= _SHORTEST_MEASURE:
        _add(prose, number, paragraph)
        prose.begun = prose.measures[-1]
    else:
        _skip(prose, number, paragraph)


def _apply_to_measures_before(prose: Prose, told: Responsible) -> None:
    """Apply the units and deadline of a line to the measures before it under the same heading that have no units.

    A second such line adds to the first.
    """
    if not prose.answered:
        here = reversed(prose.measures)
        place = prose.section, prose.item
        prose.answered = list(takewhile(lambda each: not each.units and (each.section, each.item) == place, here))
    for each in prose.answered:
        each.units = "\n".join(filter(None, (each.units, told.units)))
        if told.deadline:
            each.deadline, each.doubtful = told.deadline, ()


def _leave_introductions_out(prose: Prose) -> None:
    """Move measures without units and day from introductory and closing parts to `skipped`."""
    for each in list(prose.measures):
        heading = each.item or each.section
        if _INTRODUCES.search(heading) and not (each.units or each.deadline or each.doubtful):
            prose.measures.remove(each)
            _skip(prose, each.number, each.text)
    prose.skipped.sort(key=lambda each: int(each.values["row"]))


def _skip(prose: Prose, number: int, text: str) -> None:
    prose.skipped.append(problem(ProblemKind.ROW_SKIPPED, row=number, text=text[:60]))


def _add(prose: Prose, number: int, text: str) -> None:
    """Add the measures in a text; one without units has those of the heading above it."""
    prose.answered, prose.begun = [], None
    above = _units_in(prose.item) or _units_in(prose.section)
    for part, told in _parts(text):
        for piece in _pieces(part):
            deadline, doubtful = (told.deadline, ()) if told.deadline else deadline_words(piece)
            measure = Measure(number, prose.section, prose.item, piece, told.units or above, deadline, doubtful)
            prose.measures.append(measure)


def _units_in(heading: str) -> str:
    """Return the units in the brackets of a heading: （一）加强农资打假（责任单位：市农业农村局）."""
    found = (responsible_in(each[1]).units for each in _BRACKETS.finditer(heading))
    return next((each for each in found if each), "")


def _parts(text: str) -> Iterator[tuple[str, Responsible]]:
    """Yield the stretches of a text that end with a list of units in brackets, with those units."""
    start = 0
    for found in _BRACKETS.finditer(text):
        told = responsible_in(found[1])
        if told.units and text[start : found.start()].strip():
            yield text[start : found.start()].strip(), told
            start = found.end()
    if len(text[start:].strip()) >= _SHORTEST_MEASURE:
        yield text[start:].strip(), Responsible()


def _pieces(text: str) -> Iterator[str]:
    """Yield the numbered sentences of a text, or the whole text if it has none."""
    starts = [found.start(1) for found in _NUMBERED.finditer(text)]
    if len(starts) < 2:
        starts = []
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        piece = _unnumbered(text[start:end].strip())
        if len(piece) >= _SHORTEST_MEASURE or (not starts and piece):
            yield piece


def _unnumbered(piece: str) -> str:
    number = _NUMBER.match(piece)
    return piece[number.end() if number else 0 :].strip().rstrip("；;")
