"""Texts of deputies: who stands in for a unit, until when, and who gets its notices."""

from datetime import date

from data.people.deputies import Arrangement
from handlers.wording import Html, Language, Wording, clauses, join, phrase_set

YOURS = Wording(
    "您是{unit}的B角（{span}），{by}。不想代了，请对方发 /deputy 收回，或发 /forget 删除您的登记。",
    "You are deputy for {unit} ({span}), {by}. To end this, ask them to recall you with /deputy, or send /forget.",
)
NAMED_BY = Wording("由{name}指定", "named by {name}")
SPANS = {7: Wording("一周", "A week"), 14: Wording("两周", "Two weeks"), 30: Wording("一个月", "A month")}
OPEN = Wording("直到收回", "Until recalled")
OPEN_SAID = phrase_set(
    "长期|一直|不限|不限期|无限期|永久|没有期限|到我收回|收回为止|forever|indefinitely|no end|no end date|open",
    "open-ended|permanently|until further notice|until i recall it|till i recall it|as long as needed",
)
"""Other words for no last day."""
NAME = Wording("请一位B角", "Name a deputy")
RECALL = Wording("收回 {name}", "Recall {name}")
END = Wording("确认收回", "Recall")
ALONE = Wording("提醒只发给B角", "Notices to the deputy alone")
BOTH = Wording("提醒也发给我", "Notices to me as well")

HEAD = Wording("<b>{unit} B角</b>", "<b>Deputies, {unit}</b>")
NOBODY = Wording(
    "现在没有B角。B角可以代您查看、填报本单位的任务。",
    "There is none now. A deputy can see and report the unit's tasks for you.",
)
LINE = Wording("· {name}，{span}", "· {name}, {span}")
FROM = Wording("{day}起，{rest}", "from {day}, {rest}")
NOT_BEGUN = Wording("还没开始", "not begun yet")
DROP = Wording("不请 {name} 了", "Drop {name}")
VOID = Wording("作废这条链接", "Void the link")
UNTIL = Wording("代到{day}", "until {day}")
LAST_DAY = Wording("代到哪一天", "last day")
UNTIL_WAITS = Wording("B角代到哪一天还没定", "It is not set yet until when the deputy stands in")
UNTIL_RECALLED = Wording("直到收回", "until recalled")
FROM_OFFICE = Wording("由办公室登记", "entered by the office")
LINK_WAITS = Wording(
    "还有一条链接没人打开；再请一位时它会作废。",
    "One link has not been opened yet; it expires when you name somebody again.",
)
HEAR_BOTH = Wording("提醒发给您和B角。", "Notices go to you and the deputy.")
HEARS_ALONE = Wording("提醒只发给B角，不发给您。", "Notices go to the deputy only, not to you.")
TO_FORWARD = Wording(
    "{name}[（{phone}）]从链接进来，就是您的B角；定好代到哪一天，就给您这条链接，请转发给{name}。要登记为联络员，请发“告诉办公室：……”。",
    "{name}[ ({phone})] becomes your deputy by a link. Once it is set until when, I give you the link to forward. "
    "Liaisons are registered by the office: send “tell the office: …”.",
)
WHICH_SPAN = Wording(
    "代到哪一天？请点按钮，或发日期，例如：{example}。以后才开始的，发第一天和最后一天，例如：下周。",
    "Until which day? Press a button or send a date, such as {example}. If it begins later, send the first and the "
    "last day, such as: next week.",
)
SPAN_SAID = Wording(
    "从今天算，代到{day}，对吗？对就点按钮或回“对”；不对请发最后一天，以后才开始的，发第一天和最后一天。",
    "Counted from today, until {day}. If that is right press the button or answer “yes”; if not, send the last day, or "
    "the first and the last if it begins later.",
)
PASS_ON = Wording(
    "请把下面这条消息转发给您的B角。链接只能用一次，72 小时内有效；对方打开后我会告诉您。",
    "Please forward the next message to your deputy. The link works once, within 72 hours; I will tell you when it has "
    "been opened.",
)
LINK = Wording(
    "{name}请您担任{unit}的B角（{span}），代为查看和填报任务。请打开链接并点“开始”：\n{link}",
    "{name} asks you to be deputy for {unit} ({span}), to see and report its tasks. Please open the link and press "
    "Start:\n{link}",
)
SURE = Wording(
    "要收回{name}的B角吗？收回后对方不能再查看、填报{unit}的任务。",
    "Recall {name}? They will no longer see or report the tasks of {unit}.",
)
FOR_THE_OFFICE = Wording(
    "{name}的B角是办公室登记的，要收回请告诉办公室。",
    "{name} was entered as deputy by the office; please tell the office to end it.",
)
LINK_OVER = Wording(
    "这个B角邀请链接无效或已过期，要继续请联络员再发一条。",
    "This deputy's link is not valid or has expired. To go on, please ask the liaison for a new one.",
)
JOINED = Wording(
    "{name}已担任{unit}的B角（{span}）。发 /deputy 可以设置提醒发给谁，或收回。",
    "{name} is now deputy for {unit} ({span}). /deputy sets who hears notices, or recalls them.",
)
ENDED_YOU = Wording(
    "您担任{unit}的B角到此为止，谢谢您的协助。", "Your time as deputy for {unit} is over. Thank you for your help."
)
NOT_NEEDED = Wording(
    "{unit}的B角不用您担任了，之前说好的不算了。", "You are not needed as deputy for {unit} after all."
)
ENDED_THEM = Wording(
    "{name}担任{unit}的B角已到期，提醒改发给您。要继续请发 /deputy。",
    "{name} is no longer deputy for {unit}; notices go to you. /deputy names somebody again.",
)
ENDED_WITH_LIAISON = Wording(
    "{unit}的联络员已注销登记，其B角{name}也到此为止。请与该单位确定新的联络员，再用 /invite {unit} 发邀请链接。",
    "The liaison of {unit} has left, so {name} is no longer deputy. Please agree on a new liaison with the unit, and "
    "invite them with /invite {unit}.",
)
ENDED_BY = Wording(
    "{by}收回了{name}担任的{unit}B角。要继续请发 /deputy。",
    "{by} has recalled {name} as deputy for {unit}. /deputy names somebody again.",
)
NAMED_BY_COLLEAGUE = Wording(
    "本单位的联络员本来就都能看、能报全部任务。要正式代替同事，请对方发“我下周休假”选您，或发 /deputy 把链接转给您。",
    "Every liaison of a unit can see and report on all of its tasks. To stand in for a colleague formally, ask them to "
    "send “I am on leave next week” and choose you, or to send you the link from /deputy.",
)


def arrangement_text(arrangement: Arrangement, language: Language) -> Html:
    """Return the list of a unit's deputies, and who gets its notices."""
    present = [
        (each.name, span(each.until, language) if each.named_by else FROM_OFFICE(language))
        for each in arrangement.deputies
    ]
    coming = [
        (each.name, Html(clauses((span(each.until, language, each.first), NOT_BEGUN(language)), language)))
        for each in arrangement.coming
    ]
    lines = [LINE(language, name=name, span=until) for name, until in (*present, *coming)]
    below = [(HEARS_ALONE if arrangement.alone else HEAR_BOTH)(language)] if arrangement.deputies else []
    below += [LINK_WAITS(language)] if arrangement.link_until else []
    return join([HEAD(language, unit=arrangement.unit), *(lines or [NOBODY(language)]), *below])


def link_text(
    name: str, unit: str, until: date | None, link: str, language: Language, first: date | None = None
) -> Html:
    """Return the invitation that the liaison forwards to the deputy."""
    return LINK(language, name=name, unit=unit, span=span(until, language, first), link=link)


def span(until: date | None, language: Language, first: date | None = None) -> Html:
    """Return how long a deputy stands in; `until` None means until recalled."""
    if first is not None:
        return FROM(language, day=first, rest=span(until, language))
    return UNTIL(language, day=until) if until else UNTIL_RECALLED(language)
