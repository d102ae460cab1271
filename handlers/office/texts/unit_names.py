"""Other names of a unit, and the groups it is of."""

from data.errors.people import AliasTaken
from data.office.unit_names import UnitNaming
from handlers.telegram.wording import Html, Language, Wording, join, series

HEAD = Wording("<b>{unit}</b>", "<b>{unit}</b>")
ALSO = Wording("也叫：{names}", "also called: {names}")
NO_ALSO = Wording("没有别的叫法。", "No other names.")
OF = Wording("分组：{groups}", "groups: {groups}")
OF_NONE = Wording("不属于任何分组。", "Of no group.")
ADD = Wording("加一个叫法", "Add a name")
JOIN = Wording("加入分组", "Put into a group")
DROP = Wording("去掉 {name}", "Drop {name}")
LEAVE = Wording("退出 {name}", "Leave {name}")
ALIAS = Wording("叫法", "name")
GROUP = Wording("分组", "group")
WHICH_ALIAS = Wording("{unit}还叫什么？请发一个叫法，例如：商务委。", "What else is {unit} called? Send one name.")
WHICH_GROUP = Wording(
    "{unit}加入哪个分组？点已有的，或发新的分组名，例如：各区。",
    "Which group is {unit} of? Press one, or send the name of a new one.",
)
ALIAS_WAITS = Wording("{unit}的叫法还没填，点“继续”接着写。", "The name of {unit} is not entered yet; press “Go on”.")
GROUP_WAITS = Wording("{unit}的分组还没填，点“继续”接着写。", "The group of {unit} is not entered yet; press “Go on”.")
TAKEN = Wording("“{alias}”已经是{unit}的叫法了，请换一个。", "“{alias}” means {unit} already; please take another.")
MOST_SHOWN = 30


def naming_text(naming: UnitNaming, language: Language) -> Html:
    """By what names a unit is known, and of which groups it is."""
    names = series(naming.aliases[:MOST_SHOWN], language)
    also = ALSO(language, names=names) if naming.aliases else NO_ALSO(language)
    groups = OF(language, groups=series(naming.groups, language)) if naming.groups else OF_NONE(language)
    return join([HEAD(language, unit=naming.unit.name), also, groups])


def taken(error: AliasTaken, language: Language) -> Html:
    """That a name means something else."""
    return TAKEN(language, alias=error.alias, unit=error.unit)
