"""Who answers for a measure, in its closing brackets (（市市场监管局牵头，市公安局配合，6月底前完成）) or in a line
of its own (责任单位：市公安局)."""

from dataclasses import dataclass
from datetime import date

from data.patterns import Pattern
from data.plan.deadlines import Kind, read_deadline
from data.plan.files.unit_cells import places_together

_DUTY = Pattern(
    "(?:按照?|根据)?(?:各自)?(?:职责|职能|分工|权限)*(?:分工|分别|共同|具体)?(?:组织)?"
    "(?:负责(?:实施|落实|推进)?|落实|实施|承担|办理)$"
)
_LED = Pattern("(?:牵头|主办)(?:负责|组织|落实|实施)?$")
_JOINED = Pattern("(?:按职责(?:分工)?)?(?:协同|积极)?(?:配合|参与|参加|协助|协办)(?:落实|实施)?$")
_ROLE = "(?:责任|负责|牵头|主办|配合|协办|参与|参加)"
_LABEL = Pattern(f"^{_ROLE}(?:单位|部门)?[:：]")
_UNITS_LINE = Pattern(f"^{_ROLE}(?:单位|部门)[:：]")
_AT_THE_END = Pattern(f"[。；;](?P<line>\\s*{_ROLE}(?:单位|部门)[:：][^。]*)[。；;]?$")
_TIME = Pattern("^(?:完成|工作)?(?:时限|时间|期限|日期)(?:要求|安排)?[:：]")
_UNIT = Pattern("(?:^各.*|局|委|办|办公室|院|署|厅|部|处|会|海关|政府|中心|单位|部门|公司|银行|集团)(?:[（(].*[）)])?$")
_CLAUSE = Pattern("[^，,；;。]+")
_OTHERS = Pattern("等(?:有关|相关|各)?(?:成员)?(?:单位|部门)?$")
_INNER = Pattern("[（(][^（()）]*[）)]")
"""Brackets within a name: 各县（市、区）人民政府."""
_BETWEEN = Pattern("[、/／和及与]")
_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Told:
    """Who answers for a measure, as a cell of a table would name them, and until when, where that is said there."""

    units: str = ""
    deadline: str = ""


def told_in(brackets: str) -> Told:
    """What stands in brackets; nothing where no units are named there."""
    lines, deadlines, telling = list[str](), list[str](), False
    for clause in _CLAUSE.finditer(places_together(brackets)):
        said = clause[0].strip().removeprefix("由")
        if day := _day(said):
            deadlines.append(day)
            continue
        line, tells = _clause(said)
        if not line:
            return Told()
        telling = telling or tells
        lines.append(line)
    listed = [_BETWEEN.sub("、", _INNER.sub("", line.partition("：")[2] or line)) for line in lines]
    names = [name for line in listed for name in line.split("、") if name]
    all_units = all(_UNIT.search(_OTHERS.sub("", name)) for name in names)
    return Told("\n".join(lines), "、".join(deadlines)) if names and (telling or all_units) else Told()


def with_units_apart(paragraph: str) -> tuple[str, ...]:
    """A paragraph, and apart from it the line that names its units at its end (……。责任单位：市公安局)."""
    found = _AT_THE_END.search(paragraph)
    if found is None or told_in_line(found["line"].strip()) == Told():
        return (paragraph,)
    return paragraph[: found.start("line")], found["line"].strip()


def told_in_line(paragraph: str) -> Told:
    """What a paragraph says that only names units or a day behind the word for them (责任单位：…, 完成时限：…)."""
    if found := _TIME.match(paragraph):
        return Told(deadline=paragraph[found.end() :].strip(" 。；;"))
    return told_in(paragraph) if _UNITS_LINE.match(paragraph) else Told()


def _day(clause: str) -> str:
    """The deadline that a clause is, be it behind the word for it; empty where it is none."""
    if found := _TIME.match(clause):
        return clause[found.end() :].strip()
    if _UNIT.search(clause):
        return ""
    return "" if read_deadline(clause, _ANY_DAY).kind in (Kind.UNCLEAR, Kind.MISSING) else clause


def _clause(text: str) -> tuple[str, bool]:
    """The units of a clause behind the word for their role, and whether their duty is said."""
    if _LABEL.match(text):
        return text.replace(":", "："), True
    for label, pattern in (("牵头单位：", _LED), ("配合单位：", _JOINED), ("", _DUTY)):
        if found := pattern.search(text):
            names = text[: found.start()].strip("、 ")
            return (f"{label}{names}" if names else "", True)
    return text, False
