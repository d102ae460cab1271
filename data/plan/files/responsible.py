"""The units in the closing brackets of a measure: （市市场监管局牵头，市公安局配合）."""

from data.patterns import Pattern

_DUTY = Pattern(
    "(?:按照?|根据)?(?:各自)?(?:职责|职能|分工|权限)*(?:分工|分别|共同|具体)?(?:组织)?"
    "(?:负责(?:实施|落实|推进)?|落实|实施|承担|办理)$"
)
_LED = Pattern("(?:牵头|主办)(?:负责|组织|落实|实施)?$")
_JOINED = Pattern("(?:按职责(?:分工)?)?(?:协同|积极)?(?:配合|参与|参加|协助|协办)(?:落实|实施)?$")
_LABEL = Pattern("^(?:责任|负责|牵头|主办|配合|协办|参与|参加)(?:单位|部门)?[:：]")
_UNIT = Pattern("(?:局|委|办|办公室|院|署|厅|部|处|会|海关|政府|中心|单位|部门|公司|银行|集团)(?:[（(].*[）)])?$")
_CLAUSE = Pattern("[^，,；;。]+")
_OTHERS = Pattern("等(?:有关|相关|各)?(?:成员)?(?:单位|部门)?$")
_INNER = Pattern("[（(][^（()）]*[）)]")
"""Brackets within a name: 各县（市、区）人民政府."""
_BETWEEN = Pattern("[、/／和及与]")


def responsible_units(brackets: str) -> str:
    """What stands in brackets, as a cell of a table would name the units; empty where no units are named there."""
    lines, telling = list[str](), False
    for clause in _CLAUSE.finditer(brackets):
        line, tells = _clause(clause[0].strip().removeprefix("由"))
        if not line:
            return ""
        telling = telling or tells
        lines.append(line)
    listed = [_BETWEEN.sub("、", _INNER.sub("", line.partition("：")[2] or line)) for line in lines]
    names = [name for line in listed for name in line.split("、") if name]
    all_units = all(_UNIT.search(_OTHERS.sub("", name)) for name in names)
    return "\n".join(lines) if names and (telling or all_units) else ""


def _clause(text: str) -> tuple[str, bool]:
    """The units of a clause behind the word for their role, and whether their duty is said."""
    if _LABEL.match(text):
        return text.replace(":", "："), True
    for label, pattern in (("牵头单位：", _LED), ("配合单位：", _JOINED), ("", _DUTY)):
        if found := pattern.search(text):
            names = text[: found.start()].strip("、 ")
            return (f"{label}{names}" if names else "", True)
    return text, False
