"""Every sentence and button word, by name, in both languages."""

from data.deadlines import Kind, Period
from data.people import Role
from data.standing import Light, Status
from handlers.texts.wording import Wording

# Words on buttons
MY_TASKS = Wording("我的任务", "My tasks")
REPORT = Wording("报进展", "Report progress")
DUE_SOON = Wording("临期", "Due soon")
HELP = Wording("帮助", "Help")
SUMMARY = Wording("汇总", "Summary")
PREVIOUS_PAGE = Wording("上一页", "Previous")
NEXT_PAGE = Wording("下一页", "Next")
BACK_TO_LIST = Wording("返回列表", "Back to the list")
SKIP = Wording("跳过", "Skip")
BACK = Wording("上一步", "Back")
SUBMIT = Wording("提交", "Submit")
CANCEL = Wording("取消", "Cancel")
RESUME = Wording("继续填报", "Continue")
RESTART = Wording("重新填报", "Start again")
SHARE_PHONE = Wording("发送我的手机号", "Share my phone number")
CHINESE = Wording("中文", "中文")
ENGLISH = Wording("English", "English")
BY_UNIT = Wording("按单位", "By unit")
BY_SECTION = Wording("按任务名称", "By section")
OVERALL = Wording("总体", "Overall")

STATUS = {
    Status.NOT_STARTED: Wording("未启动", "Not started"),
    Status.IN_PROGRESS: Wording("进行中", "In progress"),
    Status.BLOCKED: Wording("受阻", "Blocked"),
    Status.SUBMITTED: Wording("待审核", "Awaiting review"),
    Status.CLOSED: Wording("已办结", "Closed"),
}
DONE = Wording("已完成", "Done")
LIGHT = {
    Light.OVERDUE: Wording("逾期", "overdue"),
    Light.WORRYING: Wording("受阻或久未更新", "blocked or stale"),
    Light.DUE_SOON: Wording("7天内到期", "due within 7 days"),
    Light.ON_TIME: Wording("正常", "on time"),
    Light.NO_DATE: Wording("无确定日期", "no date"),
    Light.CLOSED: Wording("已办结", "closed"),
}
ROLE = {
    Role.LIAISON: Wording("联络员", "liaison"),
    Role.DEPUTY: Wording("B角", "deputy"),
    Role.COORDINATOR: Wording("协调员", "coordinator"),
    Role.OBSERVER: Wording("观察员", "observer"),
}

# Strangers, joining, help
STRANGER = Wording(
    "您好。这是打击侵权假冒工作的联络员助手，只对已登记的人员开放。请向市领导小组办公室索取邀请链接；已报过手机号的，可点下方按钮登记。",
    "Hello. This assistant is for registered liaisons only. Please ask the coordinating office for an invitation "
    "link, or, if your phone number is on its list, use the button below.",
)
INVITE_INVALID = Wording(
    "这个邀请链接无效或已过期，请向办公室索取新的链接。",
    "This invitation is not valid or has expired. Please ask the office for a new one.",
)
PHONE_UNKNOWN = Wording(
    "名单里没有找到这个手机号，请向办公室索取邀请链接。",
    "This number is not on the list. Please ask the office for an invitation link.",
)
PHONE_NOT_YOURS = Wording("请用下方按钮发送您本人的手机号。", "Please use the button below to share your own number.")
PRIVATE_ONLY = Wording("请在与我的私聊中打开邀请链接。", "Please open the invitation in a private chat with me.")
WELCOME = Wording(
    "{name}，您好！您已登记为：{roles}。\n发“我的任务”看任务，发“报进展”填报，也可用下方按钮。",
    "Hello {name}. You are registered as: {roles}.\nSend “my tasks” to see the tasks, “report” to report progress, "
    "or use the buttons below.",
)
ROLE_OF_UNIT = Wording("{unit}{role}", "{role}, {unit}")
HELP_HEAD = Wording("我可以做这些：", "What I can do:")
HELP_LINE = Wording("/{command} {summary}", "/{command} {summary}")
HELP_FOOT = Wording(
    "也可以直接说，例如：我的任务、我们还有哪些没完成、2-7。",
    "You can also just say it: my tasks, what is due next week, 2-7.",
)
NOT_UNDERSTOOD = Wording(
    "没听明白。可以说“我的任务”、“报进展”，或发任务编号如 2-7；发 /help 看全部用法。",
    "I did not understand. Try “my tasks”, “report”, or a task code such as 2-7; /help shows everything.",
)
TEXT_ONLY = Wording("这里请发文字。", "Please send text here.")
GREETING = Wording(
    "您好！需要看任务请发“我的任务”，要填报请发“报进展”。",
    "Hello! Send “my tasks” to see your tasks, “report” to report progress.",
)
NOT_FOR_ROLE = Wording(
    "这项操作由办公室使用。发 /help 看您可以用的操作。",
    "This is for the coordinating office. /help shows what you can use.",
)
NO_UNIT = Wording(
    "您还没有对应的单位，请联系办公室登记。",
    "No unit is registered for you yet. Please contact the coordinating office.",
)
LANGUAGE_QUESTION = Wording("请选择语言：", "Please choose a language:")
LANGUAGE_SET = Wording("好的，以后用中文。", "All right, English from now on.")
APOLOGY = Wording(
    "抱歉，刚才出了点问题，您填的内容没有丢。请再试一次；还不行请告诉办公室：编号 {id}。",
    "Sorry, something went wrong; nothing you entered was lost. Please try again, or tell the office: number {id}.",
)
STALE = Wording("这个按钮已经过时了，请用最新的消息。", "This button is out of date. Please use the latest message.")

# Tasks
COUNT = Wording("共 {count} 项", "{count} tasks")
COUNT_ONE = Wording("共 1 项", "1 task")
NO_TASKS = Wording("共 0 项。目前没有这样的任务。", "0 tasks. There are none like this now.")
LIST_TASKS = Wording("我的任务", "My tasks")
LIST_ALL = Wording("全部任务", "All tasks")
LIST_OPEN = Wording("未完成", "Unfinished")
LIST_OVERDUE = Wording("已逾期", "Overdue")
LIST_DUE = Wording("{first}至{last}到期", "Due {first} to {last}")
PAGE = Wording("第 {page}/{pages} 页", "page {page} of {pages}")
DAYS_OVERDUE = Wording("逾期{days}天", "{days} d overdue")
DAYS_TODAY = Wording("今天到期", "due today")
DAYS_LEFT = Wording("{day}（还有{days}天）", "{day} ({days} d left)")
DAYS_LEFT_SHORT = Wording("还有{days}天", "{days} d left")
CARD_FIELD = Wording("<b>{label}</b>：{value}", "<b>{label}</b>: {value}")
SECTION = Wording("任务名称", "Section")
ITEM = Wording("任务细项", "Item")
MEASURE = Wording("细化措施", "Measure")
DELIVERABLE = Wording("成果", "Deliverable")
DEADLINE = Wording("完成时间", "Deadline")
UNITS = Wording("责任单位", "Units")
REMARK = Wording("说明", "Remark")
LAST_REPORT = Wording("上次填报", "Last report")
NOT_STATED = Wording("未明确", "not stated")
DEADLINE_READ = Wording("{text}（{reading}）", "{text} ({reading})")
JOINT = Wording("{reported}/{total} 家已报", "{reported} of {total} have reported")
UNIT_STATE = Wording("{light} {unit}：{status}", "{light} {unit}: {status}")
STATUS_PERCENT = Wording("{status} {percent}%", "{status} {percent}%")
REPORT_LINE = Wording("{day} {by}：{state}", "{day} {by}: {state}")

READING = {
    Kind.DATE: Wording("{day}", "{day}"),
    Kind.ONGOING: Wording("每{check_in}问一次进展", "asked after every {check_in}"),
    Kind.MILESTONE_THEN_ONGOING: Wording("{day}，之后持续开展", "{day}, then ongoing"),
    Kind.RECURRING: Wording("每{every}一次，最近 {day}", "every {every}, next {day}"),
    Kind.CONDITIONAL: Wording("待“{event}”后确定", "counted from “{event}”"),
    Kind.ARRANGED: Wording("待上级安排", "as arranged from above"),
    Kind.DONE: Wording("已完成", "done"),
    Kind.MISSING: Wording("未明确", "not stated"),
    Kind.UNCLEAR: Wording("待办公室确认", "to be confirmed by the office"),
}
PERIOD = {
    Period.DAY: Wording("天", "day"),
    Period.WEEK: Wording("周", "week"),
    Period.MONTH: Wording("月", "month"),
    Period.QUARTER: Wording("季度", "quarter"),
    Period.HALF_YEAR: Wording("半年", "half-year"),
    Period.YEAR: Wording("年", "year"),
}

# Reporting
WHICH_TASK = Wording("报哪一项的进展？", "Which task do you want to report on?")
REPORTING = Wording("填报 <b>{code}</b> {title}", "Reporting on <b>{code}</b> {title}")
REPORTING_FOR = Wording("填报 <b>{code}</b> {title}（{unit}）", "Reporting on <b>{code}</b> {title} ({unit})")
WHICH_STATUS = Wording("现在是什么状态？", "How does it stand?")
WHICH_PERCENT = Wording(
    "完成了百分之几？请点按钮，或发 0 到 100 的整数。",
    "How many percent? Press, or send a number from 0 to 100.",
)
WHICH_NOTE = Wording("做了哪些工作？请用一两句话说明，也可以跳过。", "What was done? One or two sentences, or skip.")
WHICH_NOTE_BLOCKED = Wording(
    "卡在哪里、需要什么支持？请用一两句话说明，也可以跳过。",
    "What blocks it, and what is needed? One or two sentences, or skip.",
)
PREVIEW = Wording("请核对，无误后点“提交”：", "Please check, then press “Submit”:")
FIELD_STATUS = Wording("状态", "Status")
FIELD_PERCENT = Wording("进度", "Progress")
FIELD_NOTE = Wording("情况", "Note")
NO_NOTE = Wording("（无）", "(none)")
SUBMITTED = Wording("已提交 ✓", "已提交 ✓ Submitted")
CANCELLED = Wording("已取消，没有提交任何内容。", "Cancelled; nothing was submitted.")
NOTHING_TO_CANCEL = Wording("现在没有正在填的内容。", "There is nothing to cancel.")
UNFINISHED_DRAFT = Wording(
    "您有一份没填完的进展：<b>{code}</b> {title}。继续填，还是重新填？",
    "You have an unfinished report on <b>{code}</b> {title}. Continue it, or start again?",
)
PERCENT_RANGE = Wording("进度请填 0 到 100 的整数，例如 80。", "Please give a whole number from 0 to 100, such as 80.")
NOTE_LENGTH = Wording(
    "文字请控制在 {most} 字以内（现在 {length} 字），请精简后再发。",
    "Please keep the text within {most} characters (now {length}) and send it again.",
)
PRESS_A_BUTTON = Wording("请点上面的按钮回答。", "Please answer with one of the buttons above.")
NOT_YOURS = Wording(
    "这项任务现在不由您的单位负责，请发“我的任务”查看。",
    "This task is not assigned to your unit now. Send “my tasks” to see yours.",
)
TASK_CLOSED = Wording("{code} 已办结，不用再报。", "{code} is closed; there is nothing more to report.")
UNKNOWN_TASK = Wording(
    "没有找到您可以查看的任务 {code}，请发“我的任务”查看。",
    "I found no task {code} that you can see. Send “my tasks”.",
)
UNKNOWN_UNIT = Wording("没有“{name}”这个单位。", "There is no unit “{name}”.")
UNKNOWN_UNIT_NEAR = Wording("没有“{name}”这个单位，是不是：{near}？", "There is no unit “{name}”. Did you mean {near}?")
NO_PLAN = Wording("还没有导入任务表，请联系办公室。", "No plan has been imported yet. Please contact the office.")
DATABASE_UNUSABLE = Wording(
    "数据库打不开或写不了：{reason}。请检查 LIAISON_DB 指向的文件。",
    "The database cannot be opened or written: {reason}. Please check the file that LIAISON_DB names.",
)
ROLE_NEEDS_UNIT = Wording("{role}要指明单位。", "A {role} needs a unit.")

# Reminders
DIGEST_HEAD = Wording("您好，{units}有 {count} 项任务请留意：", "Hello. {count} tasks of {units} need attention:")
DIGEST_OVERDUE = Wording("已过期限", "Past the deadline")
DIGEST_TODAY = Wording("今天到期", "Due today")
DIGEST_SOON = Wording("即将到期", "Coming up")
DIGEST_FOOT = Wording(
    "点按钮即可填报；已报的不再提醒。", "Press a button to report; what is reported is not recalled again."
)
REPORT_TASK = Wording("{code} 报进展", "{code} Report progress")
GROUP_HEAD = Wording(
    "本周工作提示：到期 {due} 项，已过期限 {overdue} 项", "This week: {due} due, {overdue} past the deadline"
)
GROUP_DUE = Wording("本周到期", "Due this week")
GROUP_FOOT = Wording("请各单位联络员私聊我填报。", "Liaisons, please report to me in a private chat.")
UNHEARD_HEAD = Wording("这些单位还没有联络员登记，提醒无人接收：", "Nobody is registered to hear these reminders:")
MORE = Wording("……另有 {count} 项", "… and {count} more")
MAYBE_REPEATED = Wording("（可能重复）", "(可能重复 / may be a repetition)")

# Groups
GROUP_BOUND = Wording(
    "本群已绑定：{scope}。每周第一个工作日 9 点发布到期提示；取消请发 /unbind。",
    "This group is bound to {scope}. The week's list comes on its first working day at 9; /unbind ends it.",
)
WHOLE_PLAN = Wording("全部任务", "the whole plan")
GROUP_UNBOUND = Wording("本群已取消绑定，不再发布提示。", "This group is no longer bound.")
GROUP_NOT_BOUND = Wording(
    "本群没有绑定。协调员可发 /bind 绑定。", "This group is not bound. A coordinator can send /bind."
)
GROUP_ONLY = Wording("请在群里使用这个命令。", "Please use this command in a group.")
GROUP_HELLO = Wording(
    "大家好！协调员发 /bind 后，我会在这里发布到期提示；发“/bind 单位名”只发布该单位的。",
    "Hello! After a coordinator sends /bind I post the week's deadlines here; “/bind UNIT” limits them to a unit.",
)
GROUP_GOODBYE = Wording(
    "我只在协调员加入的群里工作，先告退了。", "I only work in groups that a coordinator adds me to. Goodbye."
)
GROUP_PRIVATE = Wording("这件事请私聊我办理。", "Please do this in a private chat with me.")

# Inviting
INVITE_USAGE = Wording("请写明单位，例如：/invite 市公安局", "Please name the unit, for example: /invite 市公安局")
INVITE_LINK = Wording(
    "{unit}{role}邀请链接（一次有效，72 小时内）：\n{link}",
    "Invitation for {role}, {unit} (once, within 72 hours):\n{link}",
)

# Summary
SUMMARY_HEAD = Wording("<b>{title}</b>\n截至 {day}", "<b>{title}</b>\nAs of {day}")
SUMMARY_TOTAL = Wording("分工 <b>{total}</b> 项", "Assignments: <b>{total}</b>")
SUMMARY_OVERDUE = Wording("🔴 逾期 {count}", "🔴 Overdue {count}")
SUMMARY_DUE_SOON = Wording("🔵 7天内到期 {count}", "🔵 Due within 7 days {count}")
SUMMARY_NO_DEADLINE = Wording("⚪ 无确定日期 {count}", "⚪ No date {count}")
SUMMARY_LINE = Wording("{name}：{parts}", "{name}: {parts}")
SUMMARY_PART = Wording("{status} {count}", "{status} {count}")
SUMMARY_OF = Wording("{total} 项", "{total}")
SUMMARY_WITHOUT_LIAISON = Wording(
    "尚无联络员登记（{count} 家）：{units}", "No liaison registered yet ({count}): {units}"
)
SUMMARY_ALL_ENROLLED = Wording("各单位都有联络员登记。", "Every unit has a registered liaison.")
SUMMARY_UNDELIVERED = Wording("⚠️ 有 {count} 条提醒未能送达。", "⚠️ {count} reminders could not be delivered.")
UNIT_UNNAMED = Wording("（单位未明确）", "(no unit named)")
