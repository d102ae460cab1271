"""Texts of other names and groups of units."""

from collections.abc import Sequence

from data.office.unit_names import UnitNaming
from data.plan.units import Unit
from handlers.wording import Html, Language, Wording, cut, join, series

HEAD = Wording("<b>{unit}</b>", "<b>{unit}</b>")
ALSO = Wording("也叫：{names}", "also called: {names}")
NO_ALSO = Wording("没有别的叫法。", "No other names.")
OF = Wording("分组：{groups}", "groups: {groups}")
OF_NONE = Wording("不属于任何分组。", "In no group.")
ADD = Wording("加一个叫法", "Add a name")
JOIN = Wording("加入分组", "Put into a group")
DROP = Wording("去掉 {name}", "Drop {name}")
LEAVE = Wording("退出 {name}", "Leave {name}")
ALIAS = Wording("叫法", "name")
GROUP = Wording("分组", "group")
WHICH_ALIAS = Wording("{unit}还叫什么？请发一个叫法，例如：商务委。", "What else is {unit} called? Send one name.")
WHICH_GROUP = Wording(
    "{unit}加入哪个分组？点已有的，或发新的分组名，例如：各区。",
    "Which group should {unit} join? Press one, or send the name of a new one.",
)
ALIAS_WAITS = Wording("{unit}的叫法还没填", "The name of {unit} is not entered yet")
GROUP_WAITS = Wording("{unit}的分组还没填", "The group of {unit} is not entered yet")
CALLED = Wording(
    "{unit}也叫“{name}”：以后写“{name}”就是{unit}，任务表里的名称不变。对吗？",
    "{unit} is also called “{name}”: whoever writes “{name}” means it. The plan itself does not change. Is that right?",
)
INTO_GROUP = Wording(
    "分组“{group}”加入 {count} 家：{units}。对吗？", "Group “{group}”: add {count} units, {units}. Is that right?"
)
JOINED = Wording(
    "已把 {count} 家编入分组“{group}”：{units}。以后群发、报表都可以直接写“{group}”。",
    "Put into the group “{group}” ({count}): {units}. Notices and returns can be addressed to “{group}” now.",
)
OUT_OF_GROUP = Wording(
    "分组“{group}”去掉 {count} 家：{units}。对吗？", "Group “{group}”: remove {count} units, {units}. Is that right?"
)
LEFT = Wording("已从分组“{group}”去掉 {count} 家：{units}。", "Taken out of the group “{group}” ({count}): {units}.")
MEMBERS = Wording("分组“{group}”有 {count} 家：{units}。", "In the group “{group}” ({count}): {units}.")
INTO_GROUP_WAITS = Wording("分组“{group}”还没确认", "The group “{group}” is not confirmed yet")
MOST_SHOWN = 30
NEW_UNIT = Wording(
    "单位从任务表里来：在任务表文件的“负责单位”栏写上新单位，把文件发给我，核对后点“确认导入”。"
    "只是改名，发“商务局改名叫商务委”；要建单位组，发“建一个单位组 打假专班：公安局、海关”。",
    "Units come from the plan: name the new one in the units column of the plan file, send it to me, and confirm the "
    "import. To rename a unit or put it into a group, open its page on the list (send “people”).",
)


def naming_text(naming: UnitNaming, language: Language) -> Html:
    """Return the other names and the groups of a unit."""
    also = ALSO(language, names=naming.aliases[:MOST_SHOWN]) if naming.aliases else NO_ALSO(language)
    groups = OF(language, groups=naming.groups) if naming.groups else OF_NONE(language)
    return join([HEAD(language, unit=naming.unit.name), also, groups])


def of_group(wording: Wording, group: str, units: Sequence[Unit], language: Language) -> Html:
    """Return `wording` filled with the group's name and the units."""
    names = cut(series((each.name for each in units), language), 500)
    return wording(language, group=group, count=len(units), units=names)
