"""What change of the plan a sentence of the office asks for: which task, what of it, and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from data.patterns import Pattern
from data.understanding.change_parts import Part, parts_of, with_codes_between
from data.understanding.exceptions import names_left_out
from data.understanding.meaning import NUMBERS, Kind, Mood, Understanding, of_kind, values_of
from data.understanding.normalise.sentence import blank_spans
from data.understanding.orders import said, says, ways_of
from data.understanding.polarity import keeps
from data.understanding.unit_roles import lead_and_partners

_CLAUSE = Pattern(r"[^，,；;。\n]+[，,；;。\n]*")
_WAYS = ways_of("plan_changes.asked")
_WHY = Pattern(
    r"(?im)[，,；;。\s]*(?:因为|由于|说是|理由[是为]?[:：]?|原因[是为]?[:：]?|because(?: of)?\b|due to\b)\s*"
    r"(?P<why>.+?)(?:[；;。\n]\s*(?:请|把|将)*\d{1,2}-\d.*)?$"
)
"""Up to where another sentence begins with a task."""


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
    parts: tuple[Part, ...] = ()
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
        return says(self.rest, "plan_changes.from")


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


def change_asked(text: str, meaning: Understanding) -> AskedChange | None:
    """Return the change that a sentence asks for; None where it asks for none, or only asks whether."""
    why = _WHY.search(text)
    order, reason = (text[: why.start()], why["why"].strip(" 。.；;")) if why else (text, "")
    if Mood.ASKS in meaning.moods or any(each.kind in NUMBERS for each in meaning.readings):
        return None
    heard = _WHY.search(meaning.text)
    end = heard.start() if heard else len(meaning.text)
    whole = with_codes_between(meaning)
    named, out = list(of_kind(whole, Kind.CODE)), names_left_out(whole)
    all_but = tuple(dict.fromkeys(each.values[0] for each in named if each in out))
    codes = tuple(dict.fromkeys(each.values[0] for each in named if each.start < end and each not in out))
    if not codes and not all_but:
        return _without_a_code(order, reason)
    order = "".join(each[0] for each in _CLAUSE.finditer(order) if not _keeps(each[0]))
    what, put_off = _what(_without_kept(meaning, end)), says(order, "plan_changes.put_off")
    parts = [part for part in parts_of(whole, end, codes, _orders(meaning)) if _what(_part(meaning, part)) is what]
    if what is Asked.DEADLINE and (to := _to(order)) is not None:
        order = to
        parts = [part for part in parts if _to(meaning.text[part.start : part.end]) is not None]
    codes = tuple(dict.fromkeys(code for part in parts for code in part.codes)) or codes
    if what is None or (len(codes) != 1 and what not in OF_SEVERAL):
        return None
    units = tuple(dict.fromkeys(unit for part in parts for unit in part.units))
    if what is Asked.LEAD and len(parts) < 2:
        units = lead_and_partners(_without_kept(meaning, end)) or units
    units = units or values_of(meaning, Kind.UNIT)
    asked = AskedChange(what, codes, units, order, reason, all_but=() if codes else all_but, put_off=put_off)
    spoken = values_of(meaning, Kind.CODE)
    return replace(asked, **_of_each(meaning, parts, what), between=tuple(each for each in codes if each not in spoken))


def begins_with_code(text: str, code: str) -> bool:
    """Whether an order begins with the code of a task: 把43-5…"""
    return text.strip().lstrip("请把将给").startswith(code)


def _of_each(meaning: Understanding, parts: Sequence[Part], what: Asked) -> dict[str, Any]:
    """What is asked of each of several parts; of a single one, to what it is changed, where more is said of others."""
    of_some = tuple(replace(each, units=_units(meaning, each, what), rest=_rest(meaning, each)) for each in parts)
    if len(of_some) > 1:
        return {"parts": of_some}
    beside = len(of_some) == 1 and any(each.values[0] not in of_some[0].codes for each in of_kind(meaning, Kind.CODE))
    return {"rest": of_some[0].rest} if beside else {}


def _units(meaning: Understanding, part: Part, what: Asked) -> tuple[str, ...]:
    """The units of a part; where one is to lead, that first."""
    return (what is Asked.LEAD and lead_and_partners(_part(meaning, part))) or part.units


def _rest(meaning: Understanding, part: Part) -> str:
    text = meaning.text[part.start : part.end]
    to = _to(text)
    return text if to is None else to


def _orders(meaning: Understanding) -> Callable[[Part], bool]:
    return lambda part: _what(_part(meaning, part)) not in (None, Asked.EDIT)


def _part(meaning: Understanding, part: Part) -> Understanding:
    """A part of a sentence as one by itself."""
    within = tuple(each for each in meaning.readings if part.start <= each.start < part.end)
    moved = tuple(replace(each, start=each.start - part.start, end=each.end - part.start) for each in within)
    return replace(meaning, text=meaning.text[part.start : part.end], readings=moved)


def _without_kept(meaning: Understanding, end: int) -> Understanding:
    """The first `end` characters of a sentence, without the clauses that say of nothing they name that it stays."""
    kept = [each.span() for each in _CLAUSE.finditer(meaning.text[:end]) if _keeps(each[0])]
    readings = tuple(each for each in meaning.readings if each.start < end)
    return replace(meaning, text=blank_spans(meaning.text[:end], kept, " "), readings=readings)


def _keeps(clause: str) -> bool:
    return keeps(clause.strip("，,；;。\n").lower())


def _to(text: str) -> str | None:
    """The words that say to what something is changed; None where a text says that of nothing."""
    found = said(text, "plan_changes.to")
    return found["to"] if found else None


def _without_a_code(text: str, reason: str) -> AskedChange | None:
    if added := said(text, "plan_changes.task_added"):
        return AskedChange(Asked.ADD, rest=added["task"].strip("：:，, "), reason=reason)
    return AskedChange(Asked.UNDO) if says(text.strip(" 。.!！"), "plan_changes.last_undone") else None


def _what(meaning: Understanding) -> Asked | None:
    found = said(meaning, *_WAYS)
    what = Asked(found.way.rpartition(".")[2].partition("_")[0]) if found else None
    return None if what is Asked.LEAD and Mood.DENIES in meaning.moods else what
