"""Texts about binding groups and about their settings."""

from collections.abc import Mapping

from data.notices.groups import GroupChat, Post
from data.notices.plan_rules import PlanRules
from handlers.wording import Html, Language, Wording, cut, join, labels, series
from handlers.wording.days import weekday_text

GROUP_BOUND = Wording(
    "本群已绑定：{scope}。会发布：{posts}。协调员私聊我发 /groups 可以改；取消请发 /unbind。",
    "Bound to {scope}. This group gets: {posts}. Coordinators can change that with /groups in private; /unbind ends "
    "it.",
)
GROUP_UNBOUND = Wording("本群已取消绑定，不再发布提示。", "This group is no longer bound.")
GROUP_ONLY = Wording("请在群里使用这个命令。", "Please use this command in a group.")
GROUP_HELLO = Wording(
    "大家好！协调员发 /bind 后，我会在这里发布到期提示；发“/bind 单位名”只发布这些单位的。",
    "Hello! After a coordinator sends /bind I post the week's deadlines here; “/bind UNIT” limits them to some units.",
)
GROUP_GOODBYE = Wording(
    "我只在协调员加入的群里工作，先告退了。", "I only work in groups that a coordinator adds me to. Goodbye."
)
NO_GROUPS = Wording(
    "还没有绑定的群。把我加进联络员群，在群里发 /bind（可加单位名）。",
    "No group is bound yet. Add me to the liaisons' group and send /bind there, with unit names if you like.",
)
LIST = Wording("共 {count} 个群，点开可以改：", "{count} groups; press one to change it:")
PAGE = Wording("<b>{title}</b>{topic}", "<b>{title}</b>{topic}")
IN_A_TOPIC = Wording("（话题内）", " (in a topic)")
SCOPE = Wording("范围：{scope}", "About: {scope}")
POSTS = Wording("发布：{posts}", "Posts: {posts}")
TIME = Wording("时间：{weekday}、{hour} 点", "When: {weekday}, {hour}:00")
TIME_OF_PLAN = Wording("（按设置）", " (as set for the plan)")
SPOKEN = {"zh": Wording("语言：中文", "Language: Chinese"), "en": Wording("语言：英文", "Language: English")}
NOTHING_POSTED = Wording("什么也不发", "nothing")
POST = {
    Post.WEEKLY: Wording("每周清单（{weekday} {hour} 点）", "the week's list ({weekday}, {hour}:00)"),
    Post.DAY_BEFORE: Wording("到期前一个工作日提示", "a notice on the working day before a deadline"),
    Post.OVERDUE: Wording("刚逾期提示", "a notice when something becomes overdue"),
}
POST_BUTTON = {
    Post.WEEKLY: Wording("每周清单", "Week's list"),
    Post.DAY_BEFORE: Wording("到期前一天", "Day before"),
    Post.OVERDUE: Wording("逾期", "Overdue"),
}
ON, OFF = Wording("✓ {what}", "✓ {what}"), Wording("✗ {what}", "✗ {what}")
CHANGE_SCOPE = Wording("改范围", "Other units")
CHANGE_DAY = Wording("改星期", "Other weekday")
CHANGE_HOUR = Wording("改几点", "Other hour")
SPEAK = {"zh": Wording("群里改发中文", "Post in Chinese"), "en": Wording("群里改发英文", "Post in English")}
UNBIND = Wording("取消绑定", "Unbind")
AS_THE_PLAN = Wording("按设置", "As set")
WHICH_DAY = Wording("每周清单哪天发？", "On which weekday is the list posted?")
WHICH_HOUR = Wording("几点发？", "At which hour?")
UNBOUND = Wording("“{title}”已取消绑定，不再发布。", "“{title}” is no longer bound.")
WHICH_SCOPE = Wording(
    "“{title}”只发哪些单位的？点选，或写单位名；也可以发全部。",
    "Which units is “{title}” about? Press or name them, or all.",
)
ALL_UNITS = Wording("全部任务", "The whole plan")
SCOPE_LABEL = Wording("单位", "units")
SCOPE_WAITS = Wording("群的范围还没改完", "The units of a group are not chosen yet")
HOUR = Wording("{hour} 点", "{hour}:00")
LONGEST_SCOPE = 80


def scope_text(group: GroupChat, language: Language) -> str:
    """Return the units that a group is told about."""
    return cut(series(group.unit_names, language), LONGEST_SCOPE) or str(labels.WHOLE_PLAN(language))


def posts_text(group: GroupChat, rules: PlanRules, language: Language) -> str:
    """Return what is posted in a group, and when."""
    told = [str(POST[post](language, **_time(group, rules, language))) for post in Post if post in group.posts]
    return series(told, language) or str(NOTHING_POSTED(language))


def _time(group: GroupChat, rules: PlanRules, language: Language) -> Mapping[str, object]:
    hour = rules.group_hour if group.hour is None else group.hour
    return {"weekday": weekday_text(group.weekday or rules.group_day, language), "hour": hour}


def bound(group: GroupChat, rules: PlanRules, language: Language) -> Html:
    """Return that a group is bound, about which units, and what it gets."""
    return GROUP_BOUND(language, scope=scope_text(group, language), posts=posts_text(group, rules, language))


def page(group: GroupChat, rules: PlanRules, language: Language) -> Html:
    """Return the settings of a group."""
    topic = IN_A_TOPIC(language) if group.topic_id is not None else ""
    own = group.weekday is not None or group.hour is not None
    time = TIME(language, **_time(group, rules, language))
    return join(
        [
            PAGE(language, title=group.title, topic=topic),
            SCOPE(language, scope=scope_text(group, language)),
            POSTS(language, posts=posts_text(group, rules, language)),
            Html(time + ("" if own else TIME_OF_PLAN(language))),
            SPOKEN["en" if group.language == "en" else "zh"](language),
        ]
    )
