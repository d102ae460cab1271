"""Sections of the plan by number (第八部分, section 3) or by words of their title (司法保护)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from data.patterns import Pattern
from data.understanding.grouping import grouped
from data.understanding.meaning import Kind, Reading
from data.understanding.numerals import HANZI, number

_PARTS = "大?部分|章|大项|大类|类|板块|大块|块|方面"
_NUMBERED = Pattern(
    rf"(?:第(?P<a>\d{{1,2}}|{HANZI})|^(?P<b>十{HANZI}|十|\d\d))(?:{_PARTS})"
    r"|\b(?:section|part|chapter) (?P<c>\d{1,2})\b"
)
_SURELY_A_SECTION = Pattern("部分|章|section|chapter")
_ORDER = Pattern(rf"^[((]?(\d+|{HANZI})[))、.．]\s*")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of a plan: their titles without numbers, by their names, and their names by their numbers.

    `with_piece` has the names of the sections whose titles contain a stretch of four characters.
    """

    titles: Mapping[str, str]
    numbered: Mapping[int, str]
    with_piece: Mapping[str, tuple[str, ...]]


def index_sections(names: Iterable[str]) -> Sections:
    """Return the sections of a plan, given in its order, indexed."""
    titles = {name: _ORDER.sub("", name) for name in names}
    with_piece = grouped((piece, name) for name, words in titles.items() for piece in _pieces(words))
    return Sections(titles, {section_number(name, place): name for place, name in enumerate(titles, 1)}, with_piece)


def find_section(text: str, sections: Sections) -> Reading | None:
    """Return the section that a lower-cased text names, or None if it names none or the words fit several.

    A section number that the plan does not have is NO_FILTER.
    """
    return next(chain(_by_number(text, sections), _by_words(text, sections)), None)


def _by_number(text: str, sections: Sections) -> Iterator[Reading]:
    for match in _NUMBERED.finditer(text):
        section = sections.numbered.get(int(number(match["a"] or match["b"] or match["c"])))
        if section:
            yield Reading(Kind.SECTION, *match.span(), (section,))
        elif _SURELY_A_SECTION.search(match[0]):
            yield Reading(Kind.NO_FILTER, *match.span(), ("section",))


def section_number(section: str, place: int) -> int:
    """Return the number before a section's title, else its place in the plan."""
    match = _ORDER.match(section)
    return int(number(match[1])) if match else place


def _longest_stretch(text: str, title: str) -> tuple[int, int]:
    """Return where in `text` the longest stretch of `title` is, and its length; they share one of _SHORTEST signs."""
    lengths = range(len(title), _SHORTEST - 1, -1)
    parts = (title[at : at + length] for length in lengths for at in range(len(title) - length + 1))
    longest = next(each for each in parts if each in text)
    return text.find(longest), len(longest)


def _by_words(text: str, sections: Sections) -> Iterator[Reading]:
    known = filter(None, map(sections.with_piece.get, _pieces(text)))
    named = dict.fromkeys(chain.from_iterable(known))
    stretches = {name: _longest_stretch(text, sections.titles[name]) for name in named}
    found = [(length, start, name) for name, (start, length) in stretches.items()]
    longest = max((length for length, _, _ in found), default=0)
    best = [(start, section) for length, start, section in found if length == longest]
    if len(best) == 1:
        start, section = best[0]
        yield Reading(Kind.SECTION, start, start + longest, (section,), min(1.0, 0.6 + longest / 20))


def _pieces(text: str) -> list[str]:
    return [text[at : at + _SHORTEST] for at in range(len(text) - _SHORTEST + 1)]
