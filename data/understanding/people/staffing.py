"""What a sentence wants concerning people: a list of them, a removal, a successor, leave, and more."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from data.patterns import Pattern
from data.understanding.announcing.addressees import tells_what_they_said
from data.understanding.lexicon import any_word, table
from data.understanding.lexicon.patterns import patterns
from data.understanding.list_exceptions import left_out, unit_in
from data.understanding.meaning import Aim, Kind, Mood, Understanding, of_kind
from data.understanding.normalise.sentence import blank, blank_spans, is_hanzi
from data.understanding.orders import as_written, find_order, kind_said, says, ways_of
from data.understanding.people.phone_numbers import without_phone

_GOES_ON = any_word([each for each in table("staffing")["goes_on"] if len(each) > 1])
_TAKES_OVER = Pattern(rf"[来去]?(?:(?:{_GOES_ON}).*|(?:接(?:我的?)?|担任|发个?(?:邀请|链接)|[吧了啊呀])*)$")
_LET_BY = Pattern(r"^(?:就)?(?:由|让|换成?|请|给)")
_NOBODY_NAMED = Pattern(r"(?i)^(?:一个|个|人|掉|联络员|其他人)|[没有无别新]人|^(?:nobody|no[ -]?one|none)\b")
_AROUND, _COMRADE = " ，,。.！!", "同志"
_MARKS = Pattern(r"[，,。.！!、；;：:？?]")
_A_NAME = patterns("staffing")["a_name"]
_NEWLY = patterns("staffing")["newly"]
_NO_LETTERS, _NO_SURNAMES = Pattern("[^a-z]+"), frozenset(table("staffing")["no_surnames"])
LONGEST_NAME = 12
MOST, MOST_OF_ENGLISH = 60, 120
"""The longest sentence, in characters, that can be about people; a longer one is about something else."""
BESIDE_A_NAME = " ，,的"
"""What joins a name to the words beside it."""
_HANZI = Pattern(r"\p{Han}+")
_FAMILIAR, _SHORT = frozenset("老小"), 2
_TO_A_UNIT = ("担任", "作为", "当", "做", "到", "来")
"""Words between a name and the unit or role after it."""


class StaffingWish(StrEnum):
    """A wish concerning people."""

    NOT_OURS = "not_ours"
    RENAMED = "renamed"
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
    CONSENT = "consent"


_AROUND_INVITED = Pattern(
    rf"(?i)(?:{any_word(table('staffing')['around'])})|[，,。.！!、：:的（）()]|(?P<name>\p{{Han}}+[·•][\p{{Han}}·•]+)"
)
"""A name of several parts (阿卜杜拉·买买提) is found as a whole, with whatever words are in it."""
_CALLED_BY_SURNAME = Pattern(r"[小老姓](\p{Han})(?:\P{Han}|$|[的代来帮顶替先这本下今明后从到周])")
_NEWLY_HERE, _OFFICE = patterns("staffing")["newly_here"], patterns("staffing")["the_office"]
_SURELY = ways_of("staffing.surely")
_STATED = (Kind.PERCENT, Kind.FIGURE)


def wish_in(meaning: Understanding) -> StaffingWish | None:
    """Return what a sentence clearly wants concerning people, or None if it is about a task or anything else."""
    if _is_long(meaning) or meaning.names(*_STATED):
        return None
    if surely := find_order(meaning, *_SURELY):
        return StaffingWish(surely.way.rpartition(".")[2])
    kind = kind_said("staffing.wishes", _NEWLY_HERE.sub(" ", meaning.text))
    of_a_unit = kind is None and unit_in(meaning) and not (meaning.task or left_out(meaning))
    of_a_unit = of_a_unit and not tells_what_they_said(meaning)
    if of_a_unit and not says(meaning, "asked.unreported") and says(meaning, "staffing.of_a_unit"):
        return StaffingWish.LIST
    wish = StaffingWish(kind) if kind else None
    if wish is None and meaning.aim is Aim.PEOPLE and Mood.ASKS in meaning.moods and _OFFICE.search(meaning.text):
        return StaffingWish.CONTACT
    if says(meaning, "staffing.oneself"):
        wish = _own_wish(meaning, wish)
    if wish is StaffingWish.REMOVE and meaning.names(Kind.CODE):
        return None
    if meaning.task and Mood.ASKS in meaning.moods and says(meaning, "staffing.of_a_task"):
        return StaffingWish.LIST
    return None if meaning.task and wish is not StaffingWish.NOT_OURS else wish


def _own_wish(meaning: Understanding, wish: StaffingWish | None) -> StaffingWish | None:
    """Return a wish of somebody who speaks of themselves: a successor whom they name takes over (我调到经侦了，以后由
    王警官负责), and replacing one's deputy is no such wish."""
    if wish is None and meaning.aim in (Aim.DEPUTY, Aim.PEOPLE) and successor_in(meaning):
        wish = StaffingWish.REPLACE
    return None if wish is StaffingWish.REPLACE and says(meaning, "staffing.roles.deputy") else wish


def _is_long(meaning: Understanding) -> bool:
    return len(meaning.text) > (MOST_OF_ENGLISH if meaning.text.isascii() else MOST)


def moves_leave(meaning: Understanding, *, just_spoken_of: bool) -> bool:
    """Return whether a sentence moves a leave to another time (休假改成10号到13号).

    It needs a word for leave unless leave was `just_spoken_of` (改到15号).
    """
    if _is_long(meaning) or meaning.names(*_STATED, Kind.CODE):
        return False
    named = just_spoken_of or says(meaning, "staffing.wishes.away")
    return named and says(meaning, "staffing.leave_moved")


def name_invited(meaning: Understanding) -> str:
    """Return the name of the person that a sentence invites, or an empty string.

    It is what is left without units and the usual words around them.
    """
    left = [each for each in _words_invited(meaning) if not any(map(str.isdigit, each))]
    in_latin = not any(map(is_hanzi, "".join(left)))
    name = " ".join(left) if len(left) == 1 or in_latin else ""
    return name if len(name) >= _SHORT and (in_latin or len(name) <= LONGEST_NAME) else ""


def longest_word_invited(meaning: Understanding) -> str:
    """Return the longest word of an invitation that may be a name, or an empty string."""
    return max(_MARKS.sub(" ", " ".join(_words_invited(meaning))).split(), key=len, default="")


def _words_invited(meaning: Understanding) -> list[str]:
    bare = blank(meaning.text, list(of_kind(meaning, Kind.UNIT)), " ")
    return _AROUND_INVITED.sub(lambda found: found["name"] or " ", bare).split()


def words_not_read(meaning: Understanding) -> str:
    """Return the words of an invitation that were not read, as written and without the usual words around names."""
    return " ".join(as_written(meaning.text, each) for each in _words_invited(meaning))


def is_more_than_around(name: str) -> bool:
    """Return whether a word is more than what is usually found around names (李发, but not 发邀请)."""
    return bool(_AROUND_INVITED.sub("", name).strip())


def is_called(name: str) -> bool:
    """Return whether a word can be a name: not 不了, a number (10点), or what introduces one (联络员电话138…)."""
    in_no_name = (*table("staffing")["by_phone"], *table("staffing")["in_no_name"])
    return not name[:1].isdigit() and not any(word in name for word in in_no_name)


def called_by_surname(text: str) -> Mapping[str, str]:
    """Return the surnames by which a text may call somebody, with what it calls them (丁科, 老丁, 小丁)."""
    calls, called = patterns("staffing")["called_by_surname"], dict[str, str]()
    for run in _HANZI.finditer(text):
        rest = run[0]
        while (found := calls.search(rest)) is not None:
            called[found["titled"] or found["familiar"]] = found["name"]
            rest = rest[found.end("name") :]
    return called


def surname_of(name: str) -> str:
    """Return the surname in a name of hanzi, also one that is no more than that (小吴), or an empty string."""
    first = name[1:2] if name[:1] in _FAMILIAR and len(name) == _SHORT else name[:1]
    return first if is_hanzi(first) else ""


def named_among(text: str, names: Sequence[str]) -> list[str]:
    """Return those of `names` that a text says, if only by surname (请小王代我), or that contain the text (王)."""
    word = text.casefold().strip(_AROUND)
    found = [name for name in names if name.casefold() in word]
    familiar = _CALLED_BY_SURNAME.search(text)
    surnames = (*called_by_surname(text), *([familiar[1]] if familiar else []))
    found = found or [name for name in names if name.startswith(surnames) and not _has_another_title(name, text)]
    return found or [name for name in names if word and word in name.casefold()]


def _has_another_title(name: str, text: str) -> bool:
    """Return whether a name has a title, and a text gives its surname another one (王科长, where 王警官 is listed)."""
    own, called = called_by_surname(name), called_by_surname(text)
    titled = (each for each in called if each in own and called[each].startswith(each))
    return not all(own[each].startswith(called[each]) or called[each].startswith(own[each]) for each in titled)


def successor_in(meaning: Understanding) -> str:
    """Return the name of the successor that a sentence gives (换成李四, 调走了，换李四), or an empty string.

    A question (换成谁好) gives none. What is said of a newcomer (新来的郭警官) and a phone number are no part of the
    name, and one in hanzi ends with the word (换成吴科长 赵科长调走了).
    """
    said = [each.span("newly") for each in _NEWLY.finditer(meaning.text)]
    texts = [without_phone(each) for each in (blank_spans(meaning.text, reversed(said), ""), meaning.text)]
    orders = (find_order(each, "staffing.followed") for each in texts if Mood.ASKS not in meaning.moods)
    found = next(filter(None, orders), None)
    name = as_written(meaning.text, successor_called(found["name"])) if found else ""
    name = name.split()[0] if name and is_hanzi(name[0]) else name
    return name if is_called(name) and not _NOBODY_NAMED.search(name) else ""


def successor_called(words: str) -> str:
    """Return the name in an answer to the question who takes over: 李四 for 由李四接."""
    return _TAKES_OVER.sub("", _LET_BY.sub("", name_stated(words.strip(_AROUND))))


def words_that_may_be_names(text: str) -> list[str]:
    """Return the words of a text in Latin letters, without those that are no surnames."""
    return [each for each in _NO_LETTERS.sub(" ", text.casefold()).split() if each not in _NO_SURNAMES]


def stand_in_called(text: str) -> str:
    """Return the name in an answer to the question who stands in that is only a name, with or without a phone number
    (李四 13800001111, 由张伟同志代), or an empty string, also if somebody is said to leave (赵六不干了)."""
    said = find_order(text, "staffing.stands_in")
    if said is None and says(text, "staffing.wishes.remove"):
        return ""
    name = said["name"] if said else successor_called(without_phone(text)).removesuffix(_COMRADE)
    written = name.istitle() if name.isascii() else not says(name, "staffing.no_names")
    return name if written and _A_NAME.fullmatch(name) else ""


def name_stated(text: str) -> str:
    """Return an answer without the words that lead up to a name in it (应该是李四, 改成李四)."""
    name = " ".join(text.split())
    return name.removeprefix(next(filter(name.startswith, table("staffing")["leads_to_a_name"]), ""))


def name_before_a_unit(text: str) -> str:
    """Return the name in words before a unit: 王五到(市商务局)."""
    name = text.strip(BESIDE_A_NAME)
    return next((name.removesuffix(word) for word in _TO_A_UNIT if name.endswith(word)), name).strip(BESIDE_A_NAME)
