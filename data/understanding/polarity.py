"""The mood of each clause of a text: stated, asked, planned, supposed, denied, or said by others."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache

from data.patterns import Pattern
from data.understanding.lexicon import any_word, table, words_of
from data.understanding.lexicon.scanner import FoundWord, Scanner
from data.understanding.meaning import Mood
from data.understanding.normalise.sentence import Span, blank, blank_spans, is_hanzi
from data.understanding.numerals import DIGITS, HANZI
from data.understanding.statuses import NEARLY

_MOODS = {
    "asked": Mood.ASKS,
    "whether": Mood.WHETHER,
    "planned": Mood.INTENDS,
    "supposed": Mood.SUPPOSES,
    "said": Mood.HEARSAY,
    "denied": Mood.DENIES,
}
_OF_ALL = ("supposed", "said", "denied")
_NOT = ("没", "没有", "未", "并未", "并没有", "不是", "并非", "不是 ", "not ")
_ENDS = ",，。;；!！\n"
_MAY_END = frozenset(_ENDS + " ")
_NOT_URGED, _NOT_TOLD, _URGED, _TOLD_TO = "not_urged", "not_told", "urged", "told_to"
_URGING_TOLD = "urging_told"
_FORBIDDING, _DENYING, _PUTTING_OFF, _ONLY = "forbidding", "denying", "putting_off", "only"
_ACT, _DENIABLE, _NO_ACT, _AGREEING = "acts", "deniable", "no_act", "agreeing"
_AFTERTHOUGHT = " 了吧哦啊呢。.!！"
_DENIED = ("不", "没", "未", "还没", "没有", "还没有", "先别", "not")
_KINDS = ("asked", "whether", "planned", *_OF_ALL)


def moods(text: str) -> Iterator[Mood]:
    """Yield the moods of a lower-cased text as a whole."""
    kinds = {found.kind for found in _mood_words(text)}
    if "whether" in kinds:
        kinds.add("asked")
    yield from (mood for kind, mood in _MOODS.items() if kind in kinds)


def asserts(text: str, statements: Iterable[int], to_come: Iterable[Span]) -> bool:
    """Return whether a lower-cased text states something as a fact.

    That is a clause with one of the `statements`, or any clause if none has one, without a question, a plan or a day of
    `to_come`. A text that supposes, quotes or denies anything states nothing.
    """
    found = _mood_words(text)
    if any(each.kind in _OF_ALL for each in found):
        return False
    stated, later = sorted(statements), [start for start, _ in to_come]
    said = [clause for clause in clauses(text) if any(map(str.isalnum, text[slice(*clause)]))]
    telling = [each for each in said if _holds_any(each, stated)] or said
    not_told = sorted([*(each.start for each in found), *later])
    return any(not _holds_any(clause, not_told) for clause in telling)


def negated(text: str, at: int) -> bool:
    """Return whether what is at `at` is denied right before it (没立案5件)."""
    return text.endswith(_NOT, 0, at)


def calls_off(text: str) -> bool:
    """Return whether a lower-cased text says that somebody is not to be urged or told (商务局别催了, 先别通知)."""
    return not {_NOT_URGED, _NOT_TOLD}.isdisjoint(orders_in(text))


def clauses_held_back(
    text: str, names: Collection[Span], *, of_a_notice: bool = False, urged_apart: bool = False
) -> list[Span]:
    """Return the clauses of a lower-cased text of the office whose act is not to be done, or not yet (43-5先别办结).

    Only the first clause and those that name something count, since others may give the reason; `names` are the places
    of names. What others are to be told may forbid anything and does not count; nor, in the order `of_a_notice`, who is
    not to get it, nor whom not to urge if others are to be urged. That somebody is not to be urged is an act of its own
    if it stands apart from what is told beside it (43-4别催了，已完成).
    """
    told = min((each.start for each in _order_words(text) if each.kind in (_URGED, _TOLD_TO)), default=len(text))
    tells_nobody = bool(names) and _NOT_TOLD in orders_in(text)
    if only_holds_back(text) or (tells_nobody and says_it_stays(blank_spans(text, names, " "))):
        return [(0, len(text))]
    words, places = _act_words(text), sorted(start for start, _ in names)
    kept = [*([] if urged_apart else [_NOT_URGED]), *([_NOT_TOLD] if of_a_notice else [])]
    stays = exempting_clauses(text, names)
    spared = [each for each in stays if {*orders_in(text[slice(*each)])}.isdisjoint(kept)]
    alone = any(each.kind == _ONLY for each in words)
    found = _acts_apart(text)
    if urged_apart and not {*spared} <= {*found}:
        return [each for each in spared if each[0] < told]
    return [
        clause
        for clause in found
        if clause[0] < told
        and (clause == found[0] or _holds_any(clause, places))
        and (
            clause in spared
            or _holds_back(
                text, clause, [each for each in words if clause[0] <= each.start < min(clause[1], told)], alone
            )
        )
    ]


def _acts_apart(text: str) -> list[Span]:
    """Return the clauses of a text; of two with a space between them, each must tell of an act (不用做了 删掉吧)."""
    found = list[Span]()
    for start, end in clauses(text):
        goes_on = bool(found) and text[start - 1] == " "
        if goes_on and not (_act_words(text[slice(*found[-1])]) and has_order_word(text[start:end])):
            found[-1] = found[-1][0], end
        elif text[start:end].strip():
            found.append((start, end))
    return found


def exempting_clauses(text: str, names: Collection[Span], *, of_recipients: bool = False) -> list[Span]:
    """Return the clauses of a lower-cased text that only exempt what they name from what the others order.

    For example 29-5还没, 1-11留着, 商务局不用, 1-3就别催了, and `of_recipients` 公安局不要了. `names` are the places of
    names. Returns nothing if all clauses are like that, because then there is no order. A space may end a clause, too
    (催报表 农业局不用), but not behind nothing but names (催报表 农业局 不用).
    """
    bare, places = blank_spans(text, names, " "), sorted(start for start, _ in names)
    for spaces in (False, True):
        said = [each for each in _with_names(text, bare, spaces=spaces) if any(map(str.isalnum, text[slice(*each)]))]
        found = [
            each
            for each in said
            if _holds_any(each, places)
            and (says_it_stays(bare[slice(*each)]) or (of_recipients and drops(bare[slice(*each)])))
        ]
        if found:
            return found if len(found) < len(said) else []
    return []


def says_it_stays(clause: str) -> bool:
    """Return whether a lower-cased clause, its names blanked out, only says that something stays as it is: 牵头不动."""
    return _KEEPING.fullmatch(clause) is not None and not _ORDERS_BY_DENYING.search(clause)


def spares(clause: str) -> bool:
    """Return whether a lower-cased clause, its names blanked out, only says that somebody need not do or get something
    (不用来, 先不通知)."""
    return _SPARING.fullmatch(clause) is not None


def drops(clause: str) -> bool:
    """Return whether a lower-cased clause, its names blanked out, only leaves out those it names (就不要了)."""
    return _DROPPING.fullmatch(clause) is not None


def only_holds_back(text: str) -> bool:
    """Return whether a lower-cased text only says that something is not to be done, without naming it (先不要了), and
    not that it is done after all (算了通过吧)."""
    words = _act_words(text)
    rest = blank(text, words, " ")
    if not words or words[0].kind not in (_FORBIDDING, _PUTTING_OFF) or rest.strip(_AFTERTHOUGHT):
        return False
    return text[slice(*words[0][:2])] not in _AGREED or all(each.kind != _ACT for each in words[1:])


def has_order_word(text: str) -> bool:
    """Return whether a lower-cased text has a word for an act of the office, or for asking or telling others."""
    words = _act_words(text)
    if any(each.kind in (_ACT, _DENIABLE) for each in words):
        return True
    rest = blank(text, (each for each in words if each.kind == _PUTTING_OFF), " ")
    return any(each.kind in (_URGED, _TOLD_TO) for each in _order_words(rest))


def orders_in(text: str) -> Iterator[str]:
    """Yield the kinds of the words of a lower-cased text for urging or telling others, or for not doing so."""
    return (each.kind for each in _order_words(text))


def urges(text: str) -> bool:
    """Return whether a lower-cased text has a word for urging others and does not deny it."""
    kinds = {*orders_in(text)}
    return _URGED in kinds and _NOT_URGED not in kinds


def urging_told(text: str) -> list[Span]:
    """Return the places in a text where it tells that others urge (市长催得紧), which orders nothing."""
    return [(each.start, each.end) for each in _scanner(_URGING_TOLD).find(text)]


def urges_nobody(text: str) -> bool:
    """Return whether a lower-cased text says that somebody is not to be urged, and nobody else is (月报不用催)."""
    kinds = {*orders_in(text)}
    return _NOT_URGED in kinds and _URGED not in kinds


def clauses(text: str, *, spaces: bool = True) -> Iterator[Span]:
    """Yield the places of the clauses of a text; with `spaces`, a space beside Chinese ends a clause, too."""
    start = 0
    for at, char in enumerate(text) if not _MAY_END.isdisjoint(text) else ():
        is_space = spaces and char == " " and any(map(is_hanzi, text[max(0, at - 1) : at + 2]))
        if char in _ENDS or is_space:
            yield start, at
            start = at + 1
    yield start, len(text)


def _with_names(text: str, bare: str, *, spaces: bool) -> Iterator[Span]:
    """Yield the places of the clauses of a text, which is also given with its names blanked out; if spaces end clauses,
    too, names that stand alone belong to the clause behind the space."""
    begin = None
    for start, end in clauses(text, spaces=spaces):
        begin = start if begin is None else begin
        if bare[begin:end].strip() or text[end : end + 1] != " ":
            yield begin, end
            begin = None
    if begin is not None:
        yield begin, len(text)


def _holds_back(text: str, clause: Span, words: Sequence[FoundWord], alone: bool) -> bool:
    """Return whether the words of a clause forbid, deny or put off an act in it.

    If the text is about one thing `alone`, a clause may put it off without naming the act.
    """
    for place, each in enumerate(words):
        behind = words[place + 1 :]
        acts = [other for other in behind if other.kind in (_ACT, _DENIABLE)]
        ends = not text[each.end : clause[1]].strip(_AFTERTHOUGHT)
        acted = any(other.kind in (_ACT, _DENIABLE) for other in words[:place])
        if acted and text[slice(*each[:2])] in _AGREED:
            continue
        if text[slice(*each[:2])] in _PUT_OFF and ends and (acted or alone):
            return True
        if each.kind == _FORBIDDING and acts:
            return True
        denied = behind[0] if each.kind == _DENYING and behind[:1] and behind[0].start == each.end else None
        if denied is not None and denied.kind == _DENIABLE and not _DESCRIBES.match(text[denied.end : clause[1]]):
            return True
    return False


def _holds_any(clause: Span, places: Sequence[int]) -> bool:
    at = bisect_left(places, clause[0])
    return at < len(places) and places[at] < clause[1]


@lru_cache(maxsize=8)
def _mood_words(text: str) -> tuple[FoundWord, ...]:
    found = tuple(_scanner(*reversed(_KINDS), passed_over="plain").find(text))
    nearly = NEARLY.find(text) if found else ()
    said = (each for each in found if not any(start <= each.start and each.end <= end for start, end in nearly))
    return tuple(each for each in said if each.kind != "whether" or not _GUESSED.search(text[: each.start]))


def _order_words(text: str) -> list[FoundWord]:
    kinds = (_NOT_URGED, _NOT_TOLD, _URGED, _TOLD_TO)
    return list(_scanner(*kinds, passed_over=_URGING_TOLD).find(text))


def _act_words(text: str) -> list[FoundWord]:
    kinds = (_PUTTING_OFF, _FORBIDDING, _DENYING, _ONLY, _ACT, _DENIABLE)
    return list(_scanner(*kinds, passed_over=_NO_ACT).find(text))


@cache
def _scanner(*kinds: str, passed_over: str = "") -> Scanner:
    """Return a scanner for the words of `kinds`; a word of several kinds counts as the last of them."""
    words = table("polarity")
    return Scanner.of({kind: words[kind] for kind in kinds} | ({"": words[passed_over]} if passed_over else {}))


def _spelt(kind: str) -> list[str]:
    return words_of(table("polarity")[kind])


_GUESSED = Pattern(rf"(?:{any_word(_spelt('guesses'))})[^{_ENDS}]*(?:{DIGITS}|{HANZI})[^{_ENDS}]*$")
_AGREED, _PUT_OFF = _spelt(_AGREEING), _spelt(_PUTTING_OFF)
_DESCRIBES = Pattern(r"的\s*[\p{Han}\w]")
"""What follows words that only describe something: 没办结的列一下."""
_SPARED = any_word([*_spelt("need_not"), *_spelt(_NOT_URGED), *_spelt(_NOT_TOLD)], apart=False)
_KEPT = rf"{_SPARED}|{any_word(_DENIED, apart=False)}"
_BESIDE_IT = rf"(?:{any_word(_spelt('kept_for'), apart=False)}|[\s、])*"
_VERB = rf"(?:{any_word(_spelt('kept_verbs'))})?[{_AFTERTHOUGHT}]*"
_SPARING = Pattern(rf"(?i){_BESIDE_IT}(?:{_SPARED})\s*{_VERB}")
_DROPPING = Pattern(rf"(?i){_BESIDE_IT}(?:{any_word(_spelt('dropping'), apart=False)})\s*[{_AFTERTHOUGHT}]*")
_KEEPING = Pattern(
    rf"(?i){_BESIDE_IT}(?:(?:{any_word(_spelt('keeping'), apart=False)})着?[{_AFTERTHOUGHT}]*|(?:{_KEPT})\s*{_VERB})"
)
_ORDERS_BY_DENYING = Pattern(any_word(_spelt("no_keeping")))
