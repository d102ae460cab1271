"""The change of the plan that a sentence of the office asks for: which tasks, what about them, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from data.patterns import Pattern
from data.understanding.lexicon import any_word, table
from data.understanding.list_exceptions import names_left_out
from data.understanding.meaning import NUMBERS, Kind, Mood, Reading, Understanding, of_kind, values_of, within
from data.understanding.normalise.sentence import TAKEN, Clause, blank, blank_spans, clauses_of, is_within
from data.understanding.office.change_parts import Part, lead_and_partners, parts_by_code
from data.understanding.orders import find_order, says, ways_of, words_said
from data.understanding.polarity import says_it_stays
from data.understanding.reports import A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS, says_much

_CLAUSE = Pattern(r"[^，,；;。\n]+[，,；;。\n]*")
_WAYS, _ARRANGED = ways_of("plan_changes.asked"), "plan_changes.asked.deadline_arranged"
_WHY = Pattern(
    r"(?im)[，,；;。\s]*(?:因为|由于|说是|理由[是为]?[:：]?|原因[是为]?[:：]?|because(?: of)?\b|due to\b)\s*"
    r"(?P<why>.+?)(?:[；;。\n]\s*(?:请|把|将)*\d{1,2}-\d.*)?$"
)
"""A reason, up to the next sentence that begins with a task."""
_SHORT = ("title", "title_en")
_BREAK = "，,；;。\n"
_WORDS = table("plan_changes")
_ALIKE = any_word(_WORDS["same_as"])
_LIKE_ANOTHER = Pattern(
    rf"(?i)[，,；;。\s]+(?P<why>(?:(?:{any_word(_WORDS['with_another'])})\s*\d{{1,2}}-\d[^，,；;。\n]*?(?:{_ALIKE})"
    rf"|(?:已经?)?(?:{_ALIKE})[^，,；;。\n\d]{{0,4}}\d{{1,2}}-\d)[^，,；;。\n]{{0,8}}"
    r"|[^，,；;。\s\d改到为成]{1,12}(?:定|要求|同意|批准?)的)[。.\s]*$"
)
"""A last clause that tells why by comparing with another task, or who wants it: 29-6取消 跟29-4重复; 昨天会上定的."""
_SAID_BY = Pattern(rf"(?i)^{TAKEN}+ ?(?:{any_word(_WORDS['said_by'])})*")
_EXTENDS = Pattern(f"(?i){any_word(_WORDS['extends'])}")
_SHORTEST = 2
_BEFORE_A_DAY = Pattern(r" +(\d+[年月])")
_SOFTENED = "吧了。.！! "
_LEADING_TO = "给到至由"
_BEFORE = "前"
_AROUND_A_TASK = "：:，, "


class ChangeWish(StrEnum):
    """A kind of change to the plan."""

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
    """A change to the plan that a sentence asks for.

    `codes` are the tasks; there are none if a task is to be added, the last change undone, or all tasks of `units`
    changed (`of_all`) except `all_but` (除了1-2，公安局的都改到年底), or those that fall due on certain days (`due`, of
    which the first is empty if it is open). `rest` says what to change it to. If tasks get different days or units,
    `parts` has what is said about each.

    `put_off` is whether the new day should be later, `source` the unit that gives a task away (从公安局转给市场局), and
    `together` whether several units are to share the task (公安局和农业局一起负责). `arranged` is whether a new
    deadline is asked for only by saying that an arrangement has come with its day.
    """

    what: ChangeWish
    codes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    rest: str = ""
    reason: str = ""
    parts: tuple[Part, ...] = ()
    of_all: bool = False
    all_but: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    put_off: bool = False
    source: str = ""
    together: bool = False
    arranged: bool = False

    @property
    def code(self) -> str:
        """The first of the tasks, or an empty string."""
        return self.codes[0] if self.codes else ""


OF_SEVERAL = frozenset(ChangeWish) - {ChangeWish.ADD, ChangeWish.UNDO, ChangeWish.EDIT}
"""The changes that can be made to several tasks at once."""
_OF_UNITS = (ChangeWish.MOVE, ChangeWish.LEAD, ChangeWish.JOIN, ChangeWish.LEAVE)
OF_A_UNIT = (ChangeWish.DEADLINE, ChangeWish.UNDATED, ChangeWish.MOVE)
"""The changes that can be made to all tasks of a unit."""


def change_asked(text: str, meaning: Understanding) -> AskedChange | None:
    """Return the change that a sentence asks for, or None if it asks a question or for no change."""
    if Mood.ASKS in meaning.moods or meaning.names(*NUMBERS):
        return None
    order, reason = _reason_apart(text)
    whole = within(meaning, 0, len(_reason_apart(meaning.text)[0]))
    codes, all_but = _tasks_named(whole)
    added = find_order(whole, "plan_changes.task_added_beside", "plan_changes.task_added_first")
    if added is not None and not says(added["task"], "plan_changes.part_of_a_task"):
        return AskedChange(ChangeWish.ADD, codes[:1], rest=added["task"].strip(_AROUND_A_TASK), reason=reason)
    due, words_due = _days_due(whole)
    of_all = not codes and (bool(all_but or due) or says(whole, "plan_changes.of_all"))
    if not codes and not of_all:
        return _without_a_code(order, reason, whole)
    order, told = "".join(each[0] for each in _CLAUSE.finditer(order) if not _keeps(each[0])), _without_kept(whole)
    what, first = _wish_in(order, told)
    if what is None and (begins := _start_of_order(whole)):
        return change_asked(text[begins:], within(meaning, begins, len(meaning.text)))
    order = order.partition(words_due)[2] if due else order
    put_off = says(order, "plan_changes.put_off")
    parts = [part for part in parts_by_code(whole, codes, _orders) if _change_in(part.said) is what]
    if what is ChangeWish.DEADLINE and (to := _new_value(order)) is not None:
        order, parts = to, [part for part in parts if _new_value(part.said.text) is not None]
    codes = tuple(dict.fromkeys(code for part in parts for code in part.codes)) or codes
    if what is None or (len(codes) != 1 and what not in (OF_A_UNIT if of_all else OF_SEVERAL)):
        return None
    units = _units_of_all(parts, what, told) or values_of(meaning, Kind.UNIT)
    said = [_with_new_value(each, what) for each in parts]
    is_beside = len(said) == 1 and not {*values_of(meaning, Kind.CODE)} <= {*said[0].codes}
    return AskedChange(
        what,
        codes,
        tuple(sorted(units, key=lambda each: each != first)),
        rest=said[0].rest if is_beside else order,
        reason=reason,
        parts=tuple(said) if len(said) > 1 else (),
        of_all=of_all,
        all_but=() if codes else all_but,
        due=due,
        put_off=put_off,
        source=_source(told, what),
        together=what is ChangeWish.MOVE and says(told, "plan_changes.asked.move_together"),
        arranged=_way_of_change(told) == _ARRANGED,
    )


def _start_of_order(meaning: Understanding) -> int:
    """Return where the clause of the first task begins if those before it only tell of units (商务局来电话了 27-4取消),
    or 0."""
    first = next((each.start for each in of_kind(meaning, Kind.CODE)), 0)
    before = clauses_of(meaning.text[:first], spaces=True) if meaning.text[:first].endswith((" ", *_BREAK)) else []
    tells = bool(before) and says_much(before[-1], A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS)
    return first if tells and values_of(meaning, Kind.UNIT, 0, first) else 0


def _tasks_named(meaning: Understanding) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of the tasks that a sentence is about, and of those that it leaves out."""
    out = names_left_out(meaning)
    codes, all_but = (
        values_of(
            replace(meaning, readings=tuple(each for each in meaning.readings if (each in out) is left)), Kind.CODE
        )
        for left in (False, True)
    )
    return tuple(each for each in codes if each not in all_but), all_but


def _wish_in(order: str, told: Understanding) -> tuple[ChangeWish | None, str]:
    """Return the change of tasks that a sentence asks for, if any, and the unit to lead of several that get a task."""
    if says(told, "plan_changes.unit_renamed"):
        return None, ""
    what = _change_in(told) or (ChangeWish.EDIT if field_asked(order) else None)
    first = _leads_of_several(told) if what in (ChangeWish.LEAD, ChangeWish.MOVE) else ""
    if first:
        return ChangeWish.MOVE, first
    return ChangeWish.JOIN if what is ChangeWish.MOVE and _only_assists(told) else what, ""


def _units_of_all(parts: Sequence[Part], what: ChangeWish, told: Understanding) -> tuple[str, ...]:
    """Return the units to which all tasks of a sentence go, the leading one first, or those that its parts name."""
    leads = lead_and_partners(told) if what is ChangeWish.LEAD and len(parts) < 2 else ()
    return leads or tuple(dict.fromkeys(unit for part in parts for unit in part.units))


def _source(told: Understanding, what: ChangeWish) -> str:
    """Return the unit that gives a task away, or an empty string."""
    found = find_order(told, "plan_changes.from_unit")
    if found is None and what is ChangeWish.MOVE:
        found = find_order(told, "plan_changes.of_all")
    return values_of(told, Kind.UNIT, *found.place)[0] if found is not None else ""


def change_with_value(text: str, meaning: Understanding) -> AskedChange | None:
    """Return the change that a sentence asks for if it says to what, or that what stands is right; else None."""
    asked = change_asked(text, meaning)
    return asked if asked is not None and (asked.what is ChangeWish.SETTLED or asked.rest != text) else None


def _only_assists(meaning: Understanding) -> bool:
    """Return whether the one unit that a sentence names only takes part in a task (1-8分给商务局配合)."""
    roles = {each.kind for each in words_said("plan_changes.roles", meaning.text)}
    return roles == {"partner"} and len(set(values_of(meaning, Kind.UNIT))) == 1


def _leads_of_several(meaning: Understanding) -> str:
    """Return the unit that is to lead of several to which a sentence gives a task before it says so (归商务局和贸促会，
    商务局牵头), or an empty string."""
    lead = next(iter(lead_and_partners(meaning)), "")
    named = [each for each in of_kind(meaning, Kind.UNIT) if each.values[0] == lead]
    given = within(meaning, 0, named[-1].start) if len(named) > 1 else None
    return lead if given is not None and _change_in(given) is ChangeWish.MOVE else ""


def _days_due(meaning: Understanding) -> tuple[tuple[str, ...], str]:
    """Return the first and last day on which the tasks fall due that a sentence is about, and the words that say so;
    empty if it names none."""
    found = find_order(meaning, "plan_changes.of_all_due")
    day = next((each for each in of_kind(meaning, Kind.TIME) if found and is_within(each.start, [found.place])), None)
    if found is None or day is None:
        return (), ""
    first, last = day.values[:2]
    return ("" if _BEFORE in meaning.text[day.start : found.place[1]] else first, last), found["due"]


def begins_with_code(text: str, code: str) -> bool:
    """Return whether an order begins with the task's code: 把43-5…"""
    return text.strip().lstrip("请把将给").startswith(code)


def begins_with_order(text: str, code: str) -> bool:
    """Return whether a text has nothing but an order before the task's code: 把43-5…, 删除1-9."""
    before, named, _ = text.partition(code)
    return bool(named) and says(before, "plan_changes.before_a_task")


def _reason_apart(text: str) -> tuple[str, str]:
    why = _WHY.search(text) or _LIKE_ANOTHER.search(text)
    return (text[: why.start()], why["why"].strip(" 。.；;")) if why else (text, "")


def _with_new_value(part: Part, what: ChangeWish) -> Part:
    to, units = _new_value(part.said.text), lead_and_partners(part.said) if what is ChangeWish.LEAD else ()
    return replace(part, units=units or part.units, rest=part.said.text if to is None else to)


def _orders(clauses: Understanding) -> bool:
    return _change_in(clauses) not in (None, ChangeWish.EDIT)


def _without_kept(meaning: Understanding) -> Understanding:
    """Return a sentence without the clauses that only say, with no name in them, that something stays as it is."""
    kept = [each.span() for each in _CLAUSE.finditer(meaning.text) if _keeps(each[0])]
    return replace(meaning, text=blank_spans(meaning.text, kept, " "))


def _keeps(clause: str) -> bool:
    return says_it_stays(clause.strip("，,；;。\n").lower())


def _new_value(text: str) -> str | None:
    found = find_order(text, "plan_changes.to")
    return found["to"].rstrip(_SOFTENED) if found else None


def _without_a_code(text: str, reason: str, meaning: Understanding) -> AskedChange | None:
    """Return the change that a text asks for which names no task: what clauses before a new task say is why it is added
    (12月4日是宪法宣传日，加一个活动：…), and the units in its own clause are those that get it (给各区加个任务：…)."""
    if added := find_order(text, "plan_changes.task_added"):
        start = added.place[0]
        before = clauses_of(text[:start], spaces=True)[:-1]
        end = before[-1].end if before else 0
        why = "" if reason else text[:end]
        reason = why if says_much(why, A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS) else reason
        units = values_of(meaning, Kind.UNIT, end, start)
        return AskedChange(ChangeWish.ADD, units=units, rest=added["task"].strip(_AROUND_A_TASK), reason=reason)
    return AskedChange(ChangeWish.UNDO) if says(text.strip(" 。.!！"), "plan_changes.last_undone") else None


def clauses_of_a_task(words: str) -> list[Clause]:
    """Return the clauses of what is said of a new task, also those behind a space (市监局牵头 12月15号前报结果)."""
    return clauses_of(_BEFORE_A_DAY.sub("，\\1", words), spaces=True)


def _way_of_change(meaning: Understanding) -> str:
    found = find_order(meaning, *_WAYS)
    return found.way if found else ""


def _change_in(meaning: Understanding) -> ChangeWish | None:
    way = _way_of_change(meaning)
    what = ChangeWish(way.rpartition(".")[2].partition("_")[0]) if way else None
    return None if what is ChangeWish.LEAD and Mood.DENIES in meaning.moods else what


@dataclass(frozen=True, slots=True)
class FieldAsked:
    """A field of a task, its new words, and the reason if it is set off from them."""

    field: str
    words: str
    reason: str = ""


def field_asked(text: str, reason: str = "") -> FieldAsked | None:
    """Return the first field of a task that a text names, with its new words, or None if it gives none.

    The reason follows words in quotation marks, or the first comma of a title. Other fields may contain
    commas, so a `reason` that was set off only by a comma is joined to the words again.
    """
    if text.endswith(tuple(_BREAK)):
        text, reason = text.rstrip(_BREAK) + text[-1] + reason.lstrip(_BREAK), ""
    field = next(iter(words_said("task_fields.fields", text)), None)
    if field is None or (to := find_order(text[field.end :], "task_fields.led_to")) is None:
        return None
    if to["quoted"]:
        return FieldAsked(field.kind, to["quoted"].strip(), to["why"].strip(' “”"，,。') or reason.strip())
    words = to["words"].strip().strip('“”"。')
    ends = [words.index(each) for each in _BREAK if each in words and field.kind in _SHORT]
    end = min(ends, default=len(words))
    new, reason = words[:end].strip(' “”"'), (reason or words[end + 1 :]).strip()
    return FieldAsked(field.kind, new, reason) if new else None


def without_teller(clause: Understanding) -> str:
    """Return what a clause tells, without who says it (农业局说…).

    Returns an empty string if it only names units or applies an order to them, too (商务局也一样).
    """
    units = list(of_kind(clause, Kind.UNIT))
    rest = _SAID_BY.sub("", blank(clause.text, units)).replace(TAKEN, " ").strip()
    return "" if units and (len(rest) < _SHORTEST or _EXTENDS.search(rest)) else rest


def unknown_unit(text: str, meaning: Understanding) -> str:
    """Return the office, unknown to the plan, to which a sentence would assign a task, or an empty string."""
    strange = next(of_kind(meaning, Kind.STRANGER), None)
    if strange is None or meaning.names(Kind.UNIT):
        return ""
    name = meaning.text[strange.start : strange.end].lstrip(_LEADING_TO)
    known = Reading(Kind.UNIT, strange.end - len(name), strange.end, (name,))
    asked = change_asked(text, replace(meaning, readings=(*meaning.readings, known)))
    return name if asked is not None and asked.what in _OF_UNITS else ""
