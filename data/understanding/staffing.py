"""What a sentence wants of the people: who is there, who is to go, whom somebody replaces, who is away."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from data.patterns import Pattern
from data.understanding.exceptions import left_out
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Mood, Understanding, of_kind
from data.understanding.normalise.sentence import blank
from data.understanding.orders import says
from data.understanding.polarity import clauses

_FOLLOWS = Pattern(
    r"(?i)(?:[，,；;。 ](?:换|由)成?|换成|换为|换上|以后换|改由|移交给|交接给|交给"
    r"|新(?:的|来的|联络员|人)+(?:叫|是|为)|(?:接[他她]?班?|接任|接手|继任)的(?:人|同志)?(?:叫|是|为)"
    r"|\breplace[^,，]* (?:with|by) |\bhand over to |\b(?:new one|successor) is )\s*([^，,。.！!、；;]{2,20})"
)
_STANDS_IN = Pattern(
    r"(?i)(?:由|让|请|叫|找|[，, ](?:由|让|请|叫|找)?)([^，,。.！!、；; ]{2,12}?)(?:来|帮忙|先|帮)*(?:代|顶|替)"
    r"|(?:^|[,，.] ?)([^,，.]{2,20}?) (?:will )?(?:stands? in|covers?|fills? in)\b"
)
_TAKES_OVER = Pattern(r"(?:来)?(?:接替|接任|接手|接|担任|负责|吧|了)*$")
_NOBODY_NAMED = Pattern(r"^(?:一个|个|人|掉|联络员|别人|其他人|新人)")
_IS = Pattern(r"^[\s:：,，]*(?:改成|改为|换成|是|为|填)?[\s:：,，]*")
LONGEST_NAME = 12
MOST = 60
"""No longer sentence is read so: what is told in more words is told of something else."""


class Wish(StrEnum):
    """What is wanted of the people."""

    NOT_OURS = "not_ours"
    CONTACT = "contact"
    REPLACE = "replace"
    BACK = "back"
    LEAVE_ASKED = "leave_asked"
    REMOVE = "remove"
    AWAY = "away"
    LIST = "list"
    NOBODY = "nobody"
    PERSON = "person"
    NOT_SEEN = "not_seen"


_WORDS: dict[str, Any] = table("staffing")
_PATTERNS = {
    wish: Pattern(any_of(_WORDS[wish]["words"])) for wish in Wish if wish in _WORDS and "words" in _WORDS[wish]
}
_AROUND_INVITED = Pattern(f"(?i)(?:{any_of(_WORDS['invited']['around'], apart=False)})|[，,。.！!、：:的]")
_OF_A_UNIT, _NOBODY, _OWN = (Pattern(any_of(_WORDS["list"][name])) for name in ("of_a_unit", "nobody", "own"))
_NOT_IN = Pattern(
    rf"(?:{any_of(_WORDS['list']['asked_of'])})[^,，。]{{0,10}}(?:{any_of(_WORDS['list']['not_in'])})"
    rf"|^(?:还|尚)?(?:{any_of(_WORDS['list']['not_in'])})的?(?:单位|人|联络员|有哪些|有谁)*$"
)
_NOT_SEEN = Pattern(
    rf"(?:{any_of(_WORDS['list']['asked_of'])})[^,，。]{{0,10}}(?:{any_of(_WORDS['list']['not_seen'])})"
    rf"|^(?:还|尚)?(?:{any_of(_WORDS['list']['not_seen'])})的?(?:人|联络员|有哪些|有谁)*$"
)
_NOBODY_IN: dict[str, list[str]] = _WORDS["nobody_stands_in"]
_NOBODY_STANDS_IN = Pattern(
    rf"(?i)^(?:算了|那|就|还是|我|先|吧|嗯|\s)*(?:{any_of([*_NOBODY_IN['words'], *_NOBODY_IN['surely']])})"
)
_SURELY_NOBODY = Pattern(any_of(_NOBODY_IN["surely"]))
_MOVED = Pattern(any_of(_WORDS["moved"]["words"]))
_CALLED_BY_SURNAME = Pattern(r"[小老](\p{Han})(?:\P{Han}|$|代|来|帮|顶|替)")
_STATED = (Kind.PERCENT, Kind.FIGURE)


def wish_in(meaning: Understanding) -> Wish | None:
    """What a sentence surely wants of the people; None for one that says how a task stands, or something else."""
    text = meaning.text.lower()
    if len(text) > MOST or any(each.kind in _STATED for each in meaning.readings):
        return None
    found = next((wish for wish, words in _PATTERNS.items() if words.search(text)), None)
    if _NOBODY.search(text) or _NOT_IN.search(text):
        return Wish.NOBODY
    if _NOT_SEEN.search(text):
        return Wish.NOT_SEEN
    of_a_unit = found is None and unit_in(meaning) and not meaning.task and not left_out(meaning)
    if of_a_unit and not says(meaning, "asked.unreported") and _OF_A_UNIT.search(text):
        return Wish.LIST
    if meaning.task and found is not Wish.NOT_OURS:
        return None
    return found


def moves_leave(meaning: Understanding, *, just_spoken_of: bool) -> bool:
    """Whether a sentence says that leave is to be at another time (休假改成10号到13号); without a word for leave only
    where that was `just_spoken_of` (改到15号)."""
    text = meaning.text.lower()
    if len(text) > MOST or any(each.kind in (*_STATED, Kind.CODE) for each in meaning.readings):
        return False
    named = just_spoken_of or _PATTERNS[Wish.AWAY].search(text) is not None
    return named and Mood.ASKS not in meaning.moods and _MOVED.search(text) is not None


def unit_in(meaning: Understanding) -> str | None:
    """The unit that a sentence names, whatever it is taken to ask for; None where it may mean several."""
    named = {value for each in of_kind(meaning, Kind.UNIT) for value in each.values}
    return meaning.unit or (named.pop() if len(named) == 1 else None)


def name_invited(meaning: Understanding, role: str) -> str:
    """The name of whoever a sentence invites: what is left of it without units, the word for the `role` and those
    around them; empty where that is no name."""
    rest = blank(meaning.text, list(of_kind(meaning, Kind.UNIT)), " ")
    at = rest.casefold().find(role) if role else -1
    rest = f"{rest[:at]} {rest[at + len(role) :]}" if at >= 0 else rest
    left = _AROUND_INVITED.sub(" ", rest).split()
    return left[0] if len(left) == 1 and 2 <= len(left[0]) <= LONGEST_NAME else ""


def contact_told(meaning: Understanding) -> str:
    """What a sentence says of the office's contact (办公室联系人 陈主任 027-…); empty where it gives no number."""
    found = _PATTERNS[Wish.CONTACT].search(meaning.text.lower())
    told = _IS.sub("", meaning.text[found.end() :]).strip() if found else ""
    return told if any(char.isdigit() for char in told) else ""


def speaks_of_oneself(meaning: Understanding) -> bool:
    """Whether who speaks speaks of themselves."""
    return bool(_OWN.search(meaning.text.lower()))


def stand_in_named(text: str) -> str:
    """The name of whoever a text says is to stand in (由Grace代, 让周科顶一下); empty where it says none."""
    found = _STANDS_IN.search(text)
    return (found[1] or found[2]).strip() if found else ""


def says_nobody_stands_in(text: str, *, asked: bool = True) -> bool:
    """Whether a text says that nobody is to stand in: 算了先不找人了, no need; one that was not `asked` says so in more
    words (这周五请假，不用找人)."""
    if not asked:
        return _SURELY_NOBODY.search(text.lower()) is not None
    return any(_NOBODY_STANDS_IN.search(text[slice(*clause)].strip()) for clause in clauses(text))


def named_among(text: str, names: Sequence[str]) -> list[str]:
    """Those of the names that a text says, be it only by the surname: 请小王代我."""
    said = text.casefold()
    found = [name for name in names if name.casefold() in said]
    surname = _CALLED_BY_SURNAME.search(text)
    return found or [name for name in names if surname and name.startswith(surname[1])]


def successor_in(meaning: Understanding) -> str:
    """The name of whoever is to follow, where a sentence says it (换成李四, 调走了，换李四); else empty."""
    found = _FOLLOWS.search(meaning.text)
    name = _TAKES_OVER.sub("", found[1].strip()) if found else ""
    return "" if _NOBODY_NAMED.match(name) else name
