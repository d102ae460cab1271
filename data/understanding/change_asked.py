"""What change of the plan a sentence of the office asks for: which task, what of it, and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from data.patterns import Pattern
from data.understanding.change_parts import Part, parts_of, with_codes_between
from data.understanding.exceptions import names_left_out
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import NUMBERS, Kind, Mood, Understanding, of_kind
from data.understanding.normalise.sentence import TAKEN, blank
from data.understanding.polarity import keeps

_WORDS = table("plan_changes")
_SAID = {name: Pattern(f"(?i){any_of(words, apart=False)}") for name, words in _WORDS.items()}
_MOVED = Pattern(r"(?i)\b(?:move|change|set|put off|postpone|extend)\b.*?\b(?:to|until)\b")
_CHANGED_TO = Pattern(
    r"(?:改期?|延期?|推)(?P<day>[\d一二三四五六七八九十]{1,4}[年月号日]|今年|明年|后年|本月|下月|下个月|年底|月底)"
)
"""改3月底: a change to a day that follows at once."""
_IS_DUE = Pattern(rf"(?:{any_of(_WORDS['deadline'], apart=False)})\s*(?:就?是|应该是|应为|为|填|写|补|补成|[:：])?\s*$")
"""3-1的期限是6月底, 3-1期限：6月底: a deadline is spoken of, and the day follows at once."""
_UNDO = Pattern(f"(?i)(?:{any_of([*_WORDS['undo'], *_WORDS['undo_last']], apart=False)}|[，,。 ])+")
_VOIDED = Pattern(
    rf"(?:{any_of(_WORDS['said_before'], apart=False)}).*(?:{any_of(_WORDS['void'], apart=False)})[了吧。.!！ ]*$"
)
"""刚才说的1-2改到3月底作废: what was ordered before."""
_LATER = Pattern(
    r"(?:顺延|推迟|延后|延长|延期|往后推|往后延|后推)(?:[\d一二两三四五六七八九十半]+个?半?(?:天|日|周|星期|礼拜|月|年|工作日))"
)
"""So much later: 顺延一个月."""
_INSTEAD = Pattern(r"(?:改成|改为|改|换)(?:\x00)+(?:来?(?:负责|承办|办|做|管))?(?:吧|了)?(?:[，,。；;.！!]|$)")
"""改商务局: to a unit that is named and nothing else."""
_HANDED_TO = Pattern(rf"(?:^|[^提上递送])[转划移交拨归派][回给到由至]?\s*{TAKEN}")
"""43-4转商务局: a unit right behind the word."""
_CLAUSE = Pattern(r"[^，,；;。\n]+[，,；;。\n]*")
_WHY = Pattern(
    r"(?i)[，,；;。\s]*(?:因为|由于|说是|理由[是为]?[:：]?|原因[是为]?[:：]?|because(?: of)?\b|due to\b)\s*(?P<why>.+)"
)


class Asked(StrEnum):
    """What of the plan is to be changed."""

    ADD = "add"
    UNDO = "undo"
    SETTLED = "settled"
    UNDATED = "undated"
    DEADLINE = "deadline"
    MOVE = "move"
    LEAD = "lead"
    JOIN = "join"
    LEAVE = "leave"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class AskedOfSome:
    """What is asked of some of the tasks: their codes, the units, and the words that say to what."""

    codes: tuple[str, ...]
    units: tuple[str, ...] = ()
    rest: str = ""


@dataclass(frozen=True, slots=True)
class AskedChange:
    """A change that is asked for: of the tasks with these `codes` (none where a new one is to be added, or the last
    change undone), of these `units`, to what the `rest` of the sentence says, with the reason where one is given. Where
    tasks get different days or units, `parts` has what is said of each. `between` are those codes that the sentence
    only spans (1-10到1-13). Where it names only tasks that are left out (除了1-2，公安局的都改到年底), `all_but` has
    those, and `codes` none. `put_off` says that the new day is meant to be later."""

    what: Asked
    codes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    rest: str = ""
    reason: str = ""
    parts: tuple["AskedOfSome", ...] = ()
    all_but: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    put_off: bool = False

    @property
    def code(self) -> str:
        """The first of the tasks; empty where there is none."""
        return self.codes[0] if self.codes else ""

    @property
    def says_from(self) -> bool:
        """Whether it says from where a task goes."""
        return _has("from", self.rest)


OF_SEVERAL = (
    Asked.DEADLINE,
    Asked.UNDATED,
    Asked.MOVE,
    Asked.LEAD,
    Asked.JOIN,
    Asked.LEAVE,
    Asked.CLOSE,
    Asked.WITHDRAW,
)
"""What can be done to several tasks at once."""
_OF_UNITS = {Asked.MOVE: "moved", Asked.JOIN: "joined", Asked.LEAVE: "left"}
_OF_A_TASK = {Asked.SETTLED: "settled", Asked.UNDATED: "undated", Asked.CLOSE: "closed", Asked.WITHDRAW: "withdrawn"}


def change_asked(text: str, meaning: Understanding) -> AskedChange | None:
    """Return the change that a sentence asks for; None where it asks for none, or only asks whether."""
    why = _WHY.search(text)
    said, reason = (text[: why.start()], why["why"].strip(" 。.")) if why else (text, "")
    if Mood.ASKS in meaning.moods or any(each.kind in NUMBERS for each in meaning.readings):
        return None
    heard = _WHY.search(meaning.text)
    end = heard.start() if heard else len(meaning.text)
    whole = with_codes_between(meaning)
    named, out = list(of_kind(whole, Kind.CODE)), names_left_out(whole)
    all_but = tuple(dict.fromkeys(each.values[0] for each in named if each in out))
    codes = tuple(dict.fromkeys(each.values[0] for each in named if each.start < end and each not in out))
    if not codes and not all_but:
        return _without_a_code(said, reason)
    said = "".join(each[0] for each in _CLAUSE.finditer(said) if not keeps(each[0].strip("，,；;。\n").lower()))
    what, put_off = _what(said, meaning), _has("put_off", said)
    parts = [part for part in parts_of(whole, end, codes, _orders(meaning)) if _of_part(meaning, part) is what]
    if what is Asked.DEADLINE and (to := _set_to(said)) is not None:
        said = said[to:]
        parts = [part for part in parts if _set_to(meaning.text[part.start : part.end]) is not None]
    codes = tuple(dict.fromkeys(code for part in parts for code in part.codes)) or codes
    if what is None or (len(codes) != 1 and what not in OF_SEVERAL):
        return None
    units = tuple(dict.fromkeys(unit for part in parts for unit in part.units))
    units = units or tuple(dict.fromkeys(each.values[0] for each in of_kind(meaning, Kind.UNIT)))
    asked = AskedChange(what, codes, units, said, reason, all_but=() if codes else all_but, put_off=put_off)
    spoken = {each.values[0] for each in of_kind(meaning, Kind.CODE)}
    return replace(asked, **_of_each(meaning, parts), between=tuple(each for each in codes if each not in spoken))


def begins_with_code(text: str, code: str) -> bool:
    """Whether an order begins with the code of a task: 把43-5…"""
    return text.strip().lstrip("请把将给").startswith(code)


def _of_each(meaning: Understanding, parts: Sequence[Part]) -> dict[str, Any]:
    """What is asked of each of several parts; of a single one, to what it is changed, where more is said of others."""
    of_some = tuple(AskedOfSome(part.codes, part.units, _rest(meaning, part)) for part in parts)
    if len(of_some) > 1:
        return {"parts": of_some}
    beside = len(of_some) == 1 and any(each.values[0] not in of_some[0].codes for each in of_kind(meaning, Kind.CODE))
    return {"rest": of_some[0].rest} if beside else {}


def _rest(meaning: Understanding, part: Part) -> str:
    said = meaning.text[part.start : part.end]
    return said[_set_to(said) or 0 :]


def _orders(meaning: Understanding) -> Callable[[Part], bool]:
    return lambda part: _of_part(meaning, part) not in (None, Asked.EDIT)


def _of_part(meaning: Understanding, part: Part) -> Asked | None:
    """What a part of a sentence asks for."""
    within = tuple(each for each in meaning.readings if part.start <= each.start < part.end)
    moved = tuple(replace(each, start=each.start - part.start, end=each.end - part.start) for each in within)
    said = meaning.text[part.start : part.end]
    return _what(said, replace(meaning, text=said, readings=moved))


def _set_to(said: str) -> int | None:
    """Where words begin that say to what something is changed; None where they say that of nothing."""
    if moved := _SAID["set_to"].search(said) or _MOVED.search(said):
        return moved.end()
    changed = _CHANGED_TO.search(said)
    return changed.start("day") if changed else None


def _without_a_code(said: str, reason: str) -> AskedChange | None:
    if found := _SAID["added"].search(said):
        return AskedChange(Asked.ADD, rest=said[found.end() :].strip("：:，, "), reason=reason)
    return AskedChange(Asked.UNDO) if _UNDO.fullmatch(said.strip(" 。.!！")) else None


def _what(said: str, meaning: Understanding) -> Asked | None:
    names_units = any(each.kind is Kind.UNIT for each in meaning.readings)
    if _has("undo", said) or _VOIDED.search(said):
        return Asked.UNDO
    for what in (Asked.SETTLED, Asked.UNDATED):
        if _has(_OF_A_TASK[what], said):
            return what
    if _LATER.search(said):
        return Asked.DEADLINE
    days = [each for each in meaning.readings if each.kind is Kind.TIME]
    if any(_IS_DUE.search(meaning.text[: each.start]) for each in days):
        return Asked.DEADLINE
    dated = bool(days)
    if (_has("deadline", said) and _has("set", said)) or (dated and _set_to(said) is not None):
        return Asked.DEADLINE
    if names_units and _has("led", said) and not _has("handed", said):
        return None if Mood.DENIES in meaning.moods else Asked.LEAD
    bare = blank(meaning.text, list(of_kind(meaning, Kind.UNIT)))
    if names_units and _INSTEAD.search(bare):
        return Asked.MOVE
    if names_units:
        named = next((what for what, words in _OF_UNITS.items() if _has(words, said)), None)
        return named or (Asked.MOVE if _HANDED_TO.search(bare) else None)
    for what in (Asked.CLOSE, Asked.WITHDRAW):
        if _has(_OF_A_TASK[what], said):
            return what
    return Asked.EDIT if _has("edited", said) else None


def _has(name: str, said: str) -> bool:
    return _SAID[name].search(said) is not None
