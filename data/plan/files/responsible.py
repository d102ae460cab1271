"""Units responsible for a measure in prose.

They stand in its closing brackets (（市市场监管局牵头，市公安局配合，6月底前完成）) or on a line of their own
(责任单位：市公安局).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from data.patterns import Pattern
from data.plan.deadlines import is_deadline
from data.plan.files.unit_cells import places_together

_DUTY = Pattern(
    "(?:按照?|根据)?(?:各自)?(?:职责|职能|分工|权限)*(?:分工|分别|共同|具体)?(?:组织)?"
    "(?:负责(?:实施|落实|推进)?|落实|实施|承担|办理)$"
)
_LED = Pattern("(?:共同)?(?:牵头|主办|主责|为主)(?:负责|组织|落实|实施)?$")
_JOINED = Pattern("(?:按职责(?:分工)?)?(?:协同|积极)?(?:配合|参与|参加|协助|协办|协同)(?:落实|实施)?$")
_NEXT = Pattern("((?:牵头|主办|负责|配合|协助|协办|参与|参加)(?:负责|落实|实施)?)、")
_ROLE = "(?:责任|负责|牵头|主办|主责|配合|协办|协同|参与|参加)"
_LABEL = Pattern(f"^{_ROLE}(?:单位|部门)?[:：]")
_UNITS_LINE = Pattern(f"^{_ROLE}(?:单位|部门)[:：]")
_AT_THE_END = Pattern(f"[。；;](?P<line>\\s*{_ROLE}(?:单位|部门)[:：][^。]*)[。；;]?$")
_TIME = Pattern("^(?:完成|工作)?(?:时限|时间|期限|日期)(?:要求|安排)?[:：]")
_UNIT = Pattern("(?:^各.*|局|委|办|办公室|院|署|厅|部|处|会|海关|政府|中心|单位|部门|公司|银行|集团)(?:[（(].*[）)])?$")
_CLAUSE = Pattern(r"(?:[（(][^（()）]*[）)]|[^，,；;。\n])+")
_OTHERS = Pattern("等(?:有关|相关|各)?(?:成员)?(?:单位|部门)?$")
_INNER = Pattern("[（(][^（()）]*[）)]")
"""Brackets within a name, as in 各县（市、区）人民政府."""
_BETWEEN = Pattern("[、/／和及与]")
_LEAD, _JOINT = "牵头单位：", "配合单位："


@dataclass(frozen=True, slots=True)
class Responsible:
    """The units of a measure, written as in a table cell, and its deadline if one is given with them."""

    units: str = ""
    deadline: str = ""


def responsible_in(brackets: str) -> Responsible:
    """Return the units and deadline in a pair of brackets; empty if they name no units."""
    said = _clauses(places_together(brackets))
    days = {clause: day for clause in said if (day := _day(clause))}
    clauses = [_clause(clause) for clause in said if clause not in days]
    listed = [_BETWEEN.sub("、", _INNER.sub("", names)) for _, names in clauses]
    names = [name for line in listed for name in line.split("、") if name]
    telling = any(role is not None for role, _ in clauses)
    all_units = all(_UNIT.search(_OTHERS.sub("", name)) for name in names)
    if not names or not (telling or all_units):
        return Responsible()
    return Responsible(_in_lines(clauses), "、".join(days.values()))


def with_roles_before(cell: str) -> str:
    """Return a cell of units with roles that follow the names moved in front of them.

    市公安局牵头，市商务局配合 becomes 牵头单位：市公安局 and 配合单位：市商务局 on two lines.
    """
    clauses = [_clause(clause) for clause in _clauses(cell)]
    if all(role is None for role, _ in clauses) or any(_LABEL.match(names) for _, names in clauses):
        return cell
    return _in_lines(clauses)


def _clauses(text: str) -> list[str]:
    said = (clause[0].strip().removeprefix("由") for clause in _CLAUSE.finditer(_NEXT.sub(r"\1，", text)))
    return [clause for clause in said if clause]


def _in_lines(clauses: Sequence[tuple[str | None, str]]) -> str:
    """Return the units by role, leading units first.

    Names without a role belong to the next role that follows; if there are leading units, all others are joint.
    """
    if any(_LABEL.match(names) for _, names in clauses):
        return "\n".join(names for _, names in clauses)
    named: dict[str, list[str]] = {_LEAD: [], "": [], _JOINT: []}
    waiting = list[str]()
    for role, names in (*clauses, ("", "")):
        if role is not None:
            named["" if role == _JOINT and not named[_LEAD] else role] += waiting
            waiting = []
        (waiting if role is None else named[role]).append(names)
    if any(named[_LEAD]):
        named[_JOINT] = named.pop("") + named[_JOINT]
    return "\n".join(role + "\n".join(filter(None, names)) for role, names in named.items() if any(names))


def with_units_apart(paragraph: str) -> tuple[str, ...]:
    """Return a paragraph, and separately the line of units at its end (……。责任单位：市公安局), if any."""
    found = _AT_THE_END.search(paragraph)
    if found is None or responsible_in_line(found["line"].strip()) == Responsible():
        return (paragraph,)
    return paragraph[: found.start("line")], found["line"].strip()


def responsible_in_line(paragraph: str) -> Responsible:
    """Return the units or deadline of a line that consists of a label and these (责任单位：…, 完成时限：…)."""
    if found := _TIME.match(paragraph):
        return Responsible(deadline=paragraph[found.end() :].strip(" 。；;"))
    return responsible_in(paragraph) if _UNITS_LINE.match(paragraph) else Responsible()


def _day(clause: str) -> str:
    """Return the deadline that a clause consists of, without its label; empty if it is none."""
    if found := _TIME.match(clause):
        return clause[found.end() :].strip()
    return clause if not _UNIT.search(clause) and is_deadline(clause) else ""


def _clause(text: str) -> tuple[str | None, str]:
    """Return the role and the names of a clause. The role is empty if only a duty is stated, None if nothing is."""
    if _LABEL.match(text):
        return "", text.replace(":", "：")
    for role, pattern in ((_LEAD, _LED), (_JOINT, _JOINED), ("", _DUTY)):
        if found := pattern.search(text):
            return role, text[: found.start()].strip("、 ")
    return None, text
