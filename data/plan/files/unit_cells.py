"""Cleaning the text of table cells, and reading the units named in them."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from data.names import MOST_CHARACTERS
from data.patterns import Pattern
from data.plan.files.problems import Problem, ProblemKind, problem
from data.plan.unit_names import NameMatch, Resolution, UnitNames, without_city

_EXCEL_RETURN = Pattern("(?i)_x000D_")
_LATIN = "\xff"


def tidy_lines(text: str) -> str:
    """Return the text with its lines trimmed, without blank lines and invisible characters."""
    trimmed = (" ".join(line.split()) for line in _visible(text).splitlines())
    return "\n".join(line for line in trimmed if line)


def one_line(text: str) -> str:
    """Return the text on one line, without spaces and line breaks between Chinese characters."""
    return joined_words(_visible(text).split())


def joined_words(words: Sequence[str]) -> str:
    """Return words joined with spaces, except between Chinese characters."""
    gaps = ("" if before[-1] > _LATIN and behind[0] > _LATIN else " " for before, behind in pairwise(words))
    return "".join(f"{gap}{word}" for gap, word in zip(("", *gaps), words, strict=False))


@lru_cache(4096)
def comparable(text: str) -> str:
    """Return the text in the form used for comparison: half-width, lower case, without spaces."""
    return "".join(unicodedata.normalize("NFKC", _visible(text)).split()).casefold()


def _visible(text: str) -> str:
    text = _EXCEL_RETURN.sub("", text)
    if text.isprintable():
        return text
    return "".join(char for char in text if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf"))


_NAME = Pattern(r"(?:[（(][^（()）]*[）)]|[^、，,；;。/／|｜])+")
_ROLE = "(牵头|负责|责任|主办|主责|配合|协办|协同|参与|参加)(?:单位|部门)?"
_LABEL = Pattern(rf"(?m){_ROLE}[:：]|[（(]{_ROLE}[）)]|^[（(]?\d{{1,2}}[）).．、]")
_LEAD, _JOINT = ("牵头", "主办", "主责"), ("配合", "协办", "协同", "参与", "参加")
_MOST_WORDS = 8
_NONE = ("", "无", "-", "—", "——")
_AND_OTHERS = Pattern("等(?:[市省区县][级直]|各|有关|相关|其他|成员)*(?:单位|部门)?$")
_UNNAMED = Pattern("^(?:市直|市级|全市)?(?:各|有关|相关|其他|全体)+.*(?:单位|部门|地方|成员)$")
_OTHER_CITY = Pattern(r"[\x{4e00}-\x{9fff}]{2,3}市")
_UNIT_END = Pattern("(?:局|委|院|办|部|厅|署|处|会|队|海关|政府|中心|公司)$")
_PLACE = "(?:省|自治[区州县旗]|直辖市|[市州盟县区旗地])"
_PLACES = Pattern(f"各{_PLACE}(?:、{_PLACE})+")
_AND = Pattern("和|及|与")
_ALSO = Pattern("(?:以及|会同)([^县])")
_FIRST_OF_ANOTHER = Pattern("^[市省区县各]")
_ONE_NAME = Pattern(
    r"^[\x{4e00}-\x{9fff}A-Za-z（()）、]+(?:[局委院办部厅署处会队关府心司团社行站所校学馆园台室组区县市州盟旗省道镇乡地]|企业)(?:\(.*\))?$"
)
"""What the name of a single unit looks like; an unknown name that does not match is doubtful."""


@dataclass(frozen=True, slots=True)
class UnitsRead:
    """The units of one cell, with unit groups replaced by their members, and the groups that were named. What is longer
    than names may be is left out.

    If the cell marks some of them as 牵头 or 配合, `leads` and `joints` divide all units between them.
    """

    units: tuple[str, ...]
    groups: tuple[str, ...]
    problems: tuple[Problem, ...]
    leads: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()


def read_units(cells: Sequence[str], names: UnitNames) -> list[UnitsRead]:
    """Return the units named in each cell; spellings of unknown names are unified over all cells."""
    resolve = cache(names.resolve)
    named = [[(resolve(name), label) for name, label in _labelled_names(cell, resolve)] for cell in cells]
    unknown = Counter(found.name for cell in named for found, _ in cell if _is_unknown(found))
    spelling = _common_spellings(unknown, names.city)
    return [_read(cell, found, names, spelling) for cell, found in zip(cells, named, strict=True)]


def _labelled_names(cell: str, resolve: Callable[[str], Resolution]) -> Iterator[tuple[str, str]]:
    """Yield the names in a cell, each with its role word before it (牵头单位：…) or in brackets after it.

    The role word is empty if there is none. Names end at 、，,；;/, line breaks and spaces, except within brackets or a
    known name.
    """
    text = places_together(tidy_lines(cell))
    before, done = "", 0
    for label in _LABEL.finditer(text):
        names = names_in(text[done : label.start()], resolve)
        behind = label[2] or ""
        yield from ((name, before) for name in (names[:-1] if behind else names))
        yield from ((name, behind) for name in (names[-1:] if behind else ()))
        before, done = label[1] or before, label.end()
    yield from ((name, before) for name in names_in(text[done:], resolve))


def places_together(text: str) -> str:
    """Return the text with 各市、县人民政府 written as 各市县人民政府, so that it stays one name."""
    return _PLACES.sub(lambda found: found[0].replace("、", ""), text)


def names_in(text: str, resolve: Callable[[str], Resolution]) -> list[str]:
    """Return the names in a list of units such as 市公安局、市文化和旅游局和市商务局."""
    pieces = [_AND_OTHERS.sub("", piece[0].strip()) for piece in _NAME.finditer(_ALSO.sub(r"、\1", text))]
    words = [word for piece in pieces for word in _split_at_blanks(piece, resolve) if word not in _NONE]
    return [name for word in words for name in _split_at_and(word, resolve)]


def _split_at_blanks(piece: str, resolve: Callable[[str], Resolution]) -> list[str]:
    """Split a text at spaces into names, joining as many words as form a known name.

    Words that do not are joined up to one that ends like a unit's name.
    """
    words = piece.split()
    one_end = len({word[-1] for word in words}) == 1
    names: list[str] = []
    while words:
        longest = min(len(words), _MOST_WORDS)
        known = (n for n in range(longest, 0, -1) if not _is_unknown(resolve(joined_words(words[:n]))))
        ending = (n for n, word in enumerate(words, 1) if _UNIT_END.search(word) or (one_end and not word.isascii()))
        taken = next(known, None) or next(ending, len(words))
        names.append(joined_words(words[:taken]))
        words = words[taken:]
    return names


def _split_at_and(name: str, resolve: Callable[[str], Resolution]) -> list[str]:
    """Split a text at 和, 及 and 与 into known names, which may contain 和 themselves (市文化和旅游局).

    If a part is not known, the text is split by `_split_unknown`.
    """
    ands = [(0, 0), *((each.start(), each.end()) for each in _AND.finditer(name)), (len(name), len(name))]
    parts = [(begin, end) for (_, begin), (end, _) in pairwise(ands) if begin < end]
    names: list[str] = []
    while parts:
        longest = [name[parts[0][0] : end] for _, end in reversed(parts[:_MOST_WORDS])]
        known = next((each for each in longest if not _is_unknown(resolve(each))), None)
        if known is None:
            return _split_unknown(name)
        names.append(known)
        parts = parts[len(longest) - longest.index(known) :]
    return names or [name]


def _split_unknown(name: str) -> list[str]:
    """Split an unknown name where one unit's name ends and another begins, as in 重庆海关和市农业农村委."""
    for found in _AND.finditer(name):
        before, behind = name[: found.start()], name[found.end() :]
        if _ONE_NAME.match(before) and _FIRST_OF_ANOTHER.match(behind):
            return [before, *_split_unknown(behind)]
    return [name]


def _is_unknown(found: Resolution) -> bool:
    return found.match in (NameMatch.NEAR, NameMatch.NEW)


def _common_spellings(unknown: Counter[str], city: str) -> dict[str, str]:
    """Map each unknown name to the most frequent of those that differ only by the city in front."""
    cores = {without_city(name, city) for name in unknown}
    alike: dict[str, list[str]] = defaultdict(list)
    for name, _ in unknown.most_common():
        alike[_core(name, city, cores)].append(name)
    return {name: same[0] for same in alike.values() for name in same}


def _core(name: str, city: str, cores: set[str]) -> str:
    """Return a name without the city in front; another city is left out only if the rest is in `cores`."""
    other_city = _OTHER_CITY.match(name)
    bare = name[other_city.end() :] if other_city else ""
    return bare if bare in cores else without_city(name, city)


def _read(
    cell: str, named: Sequence[tuple[Resolution, str]], names: UnitNames, spelling: Mapping[str, str]
) -> UnitsRead:
    found = [each for each, _ in named]
    groups = tuple(dict.fromkeys(name.name for name in found if name.match is NameMatch.GROUP))
    labels: dict[str, str] = {}
    for each, label in named:
        unit = spelling.get(each.name, each.name)
        for member in names.groups.get(unit, ()) or ((unit,) if len(unit) <= MOST_CHARACTERS else ()):
            labels[member] = labels.get(member) or label
    leads, joints = _roles(labels)
    return UnitsRead(tuple(labels), groups, tuple(_problems(cell, found, spelling)), leads, joints)


def _roles(labels: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the leading and the joint units, given the role word of each unit; both empty if there are none."""
    leads = tuple(unit for unit, label in labels.items() if label in _LEAD)
    joints = tuple(unit for unit, label in labels.items() if label in _JOINT)
    if leads:
        return leads, tuple(unit for unit in labels if unit not in leads)
    return (tuple(unit for unit in labels if unit not in joints), joints) if joints else ((), ())


def _problems(cell: str, found: Sequence[Resolution], spelling: Mapping[str, str]) -> Iterator[Problem]:
    if not found:
        yield problem(ProblemKind.UNIT_MISSING)
    for name in dict.fromkeys(found):
        used = spelling.get(name.name, name.name)
        if used != name.written and (name.match is not NameMatch.GROUP or "(" in name.written):
            yield problem(ProblemKind.UNIT_SPELLING_CHANGED, written=name.written, name=used)
        if name.match is NameMatch.NEAR:
            yield problem(ProblemKind.UNIT_NEAR, name=used, near="、".join(name.near))
        if name.match is NameMatch.NEW and _UNNAMED.search(name.name):
            yield problem(ProblemKind.UNIT_UNNAMED, text=name.written)
        elif len(used) > MOST_CHARACTERS:
            yield problem(ProblemKind.UNIT_TOO_LONG, text=used[:MOST_CHARACTERS], most=MOST_CHARACTERS)
        elif name.match is NameMatch.NEW and not _ONE_NAME.match(name.name):
            yield problem(ProblemKind.UNIT_DOUBTFUL, text=name.written)
    if any(_AND_OTHERS.search(piece[0].strip()) for piece in _NAME.finditer(cell)):
        yield problem(ProblemKind.UNIT_UNNAMED, text=one_line(cell))
