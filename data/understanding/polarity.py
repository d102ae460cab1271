"""How a sentence says what it says, clause by clause: asserted, asked, planned, supposed, or said by others."""

from collections.abc import Iterable, Iterator
from functools import cache

from data.understanding.lexicon import table
from data.understanding.lexicon.scanner import Found, Scanner
from data.understanding.meaning import Mood
from data.understanding.normalise.sentence import Span

_MOODS = {
    "asked": Mood.ASKS,
    "whether": Mood.WHETHER,
    "planned": Mood.INTENDS,
    "supposed": Mood.SUPPOSES,
    "said": Mood.HEARSAY,
    "denied": Mood.DENIES,
}
_OF_ALL = ("supposed", "said", "denied")
_NOT = ("没", "没有", "未", "并未", "并没有", "不是", "并非")
_TOPIC = " ,，、先就都也"
_ENDS = ",，。;；!！\n"
NOT_URGED, NOT_TOLD, _TOLD_TO = "not_urged", "not_told", "told_to"
_NO_MATTER = ("wished",)
_KINDS = ("asked", "whether", "planned", *_OF_ALL, *_NO_MATTER)


def moods(text: str) -> Iterator[Mood]:
    """Yield how a lower-cased text is said, all in all."""
    kinds = {found.kind for found in _words().find(text)}
    if "whether" in kinds:
        kinds.add("asked")
    yield from (mood for kind, mood in _MOODS.items() if kind in kinds)


def asserts(text: str, statements: Iterable[int], to_come: Iterable[Span]) -> bool:
    """Return whether something of a lower-cased text is told as so: a clause with one of the `statements`, or any
    clause where there are none. `to_come` are the days that are still to come, of which nothing is told yet.
    """
    found = [each for each in _words().find(text) if each.kind not in _NO_MATTER]
    if any(each.kind in _OF_ALL for each in found):
        return False
    stated = list(statements)
    said = [clause for clause in clauses(text) if any(map(str.isalnum, text[slice(*clause)]))]
    telling = [each for each in said if any(each[0] <= at < each[1] for at in stated)] or said
    return any(not _is_open(clause, found, to_come) for clause in telling)


def negated(text: str, at: int) -> bool:
    """Return whether what stands at a place is denied right before it (没立案5件)."""
    return text.endswith(_NOT, 0, at)


def wishes(text: str) -> bool:
    """Return whether a lower-cased text wishes to report; what is asked or said by others does not."""
    kinds = {found.kind for found in _words().find(text)}
    return "wished" in kinds and kinds.isdisjoint(("asked", "whether", *_OF_ALL))


def refuses(text: str) -> bool:
    """Return whether a lower-cased text says of what it names that it is not to be done."""
    return any(found.kind == "denied" for found in _words().find(text))


def called_off(text: str) -> str | None:
    """Return what a lower-cased text says is not to be asked of others (NOT_URGED: 商务局别催了) or told them
    (NOT_TOLD); None for nothing. What they are told may say so of something else (通知大家不用发材料), but what is not
    to be done may stand first (通知先别发)."""
    words = list(_orders().find(text))
    off = next((each for each in words if each.kind != _TOLD_TO), None)
    if off is None:
        return None
    begun = [each for each in words if each.kind == _TOLD_TO and each.start < off.start]
    is_topic = all(each.start == 0 and not text[each.end : off.start].strip(_TOPIC) for each in begun)
    return off.kind if is_topic else None


def clauses(text: str) -> Iterator[Span]:
    """Yield the clauses of a text; a space ends one beside Chinese."""
    start = 0
    for at, char in enumerate(text):
        if char in _ENDS or (char == " " and _beside_chinese(text, at)):
            yield start, at
            start = at + 1
    yield start, len(text)


def _is_open(clause: Span, found: Iterable[Found], to_come: Iterable[Span]) -> bool:
    places = [*(each.start for each in found), *(start for start, _ in to_come)]
    return any(clause[0] <= at < clause[1] for at in places)


def _beside_chinese(text: str, at: int) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text[at + 1 : at + 2] + text[max(0, at - 1) : at])


@cache
def _words() -> Scanner:
    words = table("polarity")
    return Scanner.of({kind: words[kind] for kind in reversed(_KINDS)} | {"": words["plain"]})


@cache
def _orders() -> Scanner:
    words = table("polarity")
    return Scanner.of({kind: words[kind] for kind in (NOT_URGED, NOT_TOLD, _TOLD_TO)})
