"""Texts about what the office did last, and how to undo it."""

from handlers.wording import Html, Language, Wording, join

LAST = Wording("最近一次操作（{when}）：", "What was done last ({when}):")
WHEN = Wording("[{by} ]{day} {time}", "[{by}, ]{day} {time}")
STANDS = Wording("最近一次操作（{when}）：{what}。{why}", "What was done last ({when}): {what}. {why}")
SENT = Wording(
    "已经发出，不能撤销；要更正，请再发一条。", "It has been sent and cannot be undone; please send a correction."
)
LINK = Wording(
    "没打开的链接 72 小时后失效；要马上作废直接说，如“市商务局的链接作废”。",
    "A link that is not opened expires after 72 hours. To make it useless now, say “void the link of 市商务局”.",
)
FILED = Wording(
    "这里不能撤销：数字有误请在报表里“更正”，要对方重报请“退回”。",
    "It cannot be undone here. Please correct the figures in the return, or give it back.",
)
TAKEN_BACK = Wording("要收回，请发“撤回工作信息”。", "To take it back, send “withdraw work information”.")
BY_HAND = Wording("不能撤销，请在原来的页面直接改。", "It cannot be undone; please change it on its own page.")
WHY = {
    **dict.fromkeys(("broadcast", "nudge", "nudge_return", "task_note", "answer_task_note", "give_back_return"), SENT),
    "invite": LINK,
    "information": TAKEN_BACK,
    **dict.fromkeys(("file_return", "correct_return"), FILED),
}
BEFORE_IT = Wording("在它之前、还能撤销的是（{when}）：", "The act before it can still be undone ({when}):")
WAITS = Wording("还没有撤销", "Nothing is undone yet")
STAYS = Wording(
    "没有撤销，刚才那一项照旧。要撤销，发“撤销”。",
    "Nothing has been undone; what was done last stands. To take it back, send “undo”.",
)
UNDO_IT = Wording("要撤销，请点“撤销”。", "Press “Undo” to take it back.")
NOTHING_DONE = Wording(
    "最近一天没有可以撤销的操作；更早的改动请打开任务或 /settings 直接改。",
    "Nothing from the last day can be undone. For earlier changes, please open the task or /settings.",
)
NO_IMPORT = Wording(
    "最近一天没有导入过任务表，没有可撤销的导入。",
    "No plan was imported during the last day; there is no import to undo.",
)
NO_NUDGE_WAITS = Wording("现在没有定时的催办[：{of}]。", "No nudge is waiting for its time[: {of}].")
REMINDERS_STOP = Wording(
    "到期提醒自动发，报了完成或办结就停；要停一个单位的，发“先别提醒”加单位名。",
    "Reminders are automatic and end when the task is reported done or closed; to stop those of a unit, send “pause "
    "reminders for” with its name.",
)
NUDGE_SENT = Wording(
    "最近的催办 {named}（{day}）已经发出，不能撤销；要更正，请再发一条。",
    "The last nudge ({day}) about {named} has been sent and cannot be undone; please send a correction.",
)
UNDONE_BEFORE = Wording("已经撤销过了，这次没有再改：", "This was already undone; nothing has been changed now:")

NOT_IN_THE_PLAN = Wording(
    "任务表里没有 {code}，最近一天也没有移出过。要加上，请说“新增任务：…”。",
    "There is no {code} in the plan, and it was not removed in the last day. To add it, say “new task: …”.",
)
GONE_FOR_LONG = Wording(
    "{name}移除已超过一天，不能撤销。要请回来，请发“邀请 单位名 {name}”。",
    "{name} was removed more than a day ago, which cannot be undone. To bring them back, send “invite”, the unit and "
    "{name}.",
)


def last(since: Html, what: Html, when: Html, language: Language) -> Html:
    """Return what was done last and how to undo it, below what was done `since` and cannot be undone, if anything."""
    return join([since, (BEFORE_IT if since else LAST)(language, when=when), what, UNDO_IT(language)])
