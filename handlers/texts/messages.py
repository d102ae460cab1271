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
TOO_FAST = Wording(
    "操作太频繁了，请一分钟后再试；刚才超出的部分没有处理。",
    "That was too fast. Please wait a minute; what went beyond the limit was not handled.",
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
WELCOME = Wording("{name}，您好！您已登记为：{roles}。", "Hello {name}. You are registered as: {roles}.")
HINT = Wording(
    "发“我的任务”看任务，发“报进展”填报，也可用下方按钮。",
    "Send “my tasks” to see the tasks, “report” to report progress, or use the buttons below.",
)
HINT_OVERSEER = Wording(
    "发“汇总”看总体情况，发“临期”看快到期的任务，也可用下方按钮。",
    "Send “summary” for the state of the plan, “due soon” for what falls due, or use the buttons below.",
)
ROLE_OF_UNIT = Wording("{unit}{role}", "{role}, {unit}")
ROLE_UNTIL = Wording("{role}（到{day}）", "{role} (until {day})")
HELP_HEAD = Wording("我可以做这些：", "What I can do:")
HELP_LINE = Wording("/{command} {summary}", "/{command} {summary}")
HELP_FOOT = Wording(
    "\n也可以直接说，例如：我的任务、我们还有哪些没完成、2-7、2-7 完成80%、本期无变化、撤回。",
    "\nYou can also just say it: my tasks, what is due next week, 2-7, 2-7 80%, no change, undo.",
)
HELP_FOOT_OVERSEER = Wording(
    "\n也可以直接说，例如：下周到期的、市公安局还有哪些没完成、2-7。",
    "\nYou can also just say it: what is due next week, what is overdue, 2-7.",
)
NOT_UNDERSTOOD = Wording("没听明白。", "I did not understand.")
NOT_UNDERSTOOD_FOOT = Wording(
    "也可以发任务编号（如 2-7）；发 /help 看全部用法。",
    "You can also send a task code such as 2-7; /help shows everything.",
)
TEXT_ONLY = Wording(
    "请发文字；图片、文件和语音这里用不上。", "Please send text; pictures, files and voice are of no use here."
)
GREETING = Wording("您好！", "Hello!")
NOT_FOR_ROLE = Wording(
    "这项操作由办公室使用。发 /help 看您可以用的操作。",
    "This is for the coordinating office. /help shows what you can use.",
)
FOR_LIAISONS = Wording(
    "填报由各单位的联络员办理。发 /help 看您可以用的操作。",
    "Reporting is for the units' liaisons. /help shows what you can use.",
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
NO_TASKS = Wording("目前没有这样的任务。", "There are none at present.")
LIST_TASKS = Wording("我的任务", "My tasks")
LIST_ALL = Wording("全部任务", "All tasks")
LIST_OPEN = Wording("未完成", "Unfinished")
LIST_OVERDUE = Wording("已逾期", "Overdue")
LIST_DUE = Wording("{span}到期", "Due {span}")
LIST_REPORTED = Wording("{span}报的", "reported {span}")
PAGE = Wording("第 {page}/{pages} 页", "page {page} of {pages}")
DAYS_OVERDUE = Wording("逾期{days}天", "{days} d overdue")
DAYS_TODAY = Wording("今天到期", "due today")
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
PUT_OFF = Wording("原为{day}，已延期", "was {day}, put off")
ASKED_UNTIL = Wording("已申请延到{day}，等待答复", "asked for until {day}, waiting for an answer")
UNTIL = Wording("延到{day}", "until {day}")
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
UNDATED = {
    Kind.ONGOING: Wording("持续开展", "ongoing"),
    Kind.CONDITIONAL: Wording("待确定", "to be determined"),
    Kind.ARRANGED: Wording("待上级安排", "as arranged from above"),
    Kind.UNCLEAR: Wording("待办公室确认", "to be confirmed"),
}
NO_DATE = Wording("期限未明确", "no deadline stated")
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
WHICH_TASK_SAID = Wording("刚才说的是哪一项的进展？", "Which task is this about?")
REPORTING = Wording("填报 <b>{code}</b> {title}", "Reporting on <b>{code}</b> {title}")
REPORTING_FOR = Wording("填报 <b>{code}</b> {title}（{unit}）", "Reporting on <b>{code}</b> {title} ({unit})")
WHICH_STATUS = Wording("现在是什么状态？", "How does it stand?")
WHICH_PERCENT = Wording(
    "完成了百分之几？请点按钮，或发 0 到 100 的整数。",
    "How many percent? Press, or send a number from 0 to 100.",
)
WHICH_NOTE = Wording("做了哪些工作？请用一两句话说明。", "What was done? One or two sentences, please.")
WHICH_OBSTACLE = Wording(
    "卡在哪里、需要什么支持？请用一两句话说明。",
    "What blocks it, and what is needed? Please say so in a sentence or two.",
)
WHICH_FIGURES = Wording(
    "本期有统计数据吗？只报新增、不报累计，一行写完，例如：立案12 案值350.5万 检查1,204。",
    "Any new figures since the last report (not running totals)? One line will do, for example: "
    "cases filed 12, case value 350.5, inspections 1,204.",
)
FIGURES_DOUBTED = Wording(
    "这些数与上次相差十倍以上：{figures}。没错请点“就是这样”，有误请重发这几个数。",
    "These differ from the last ones by a factor of ten or more: {figures}. Press “They are right”, or send them again.",
)
FIGURES_UNCLEAR = Wording(
    "“{word}”没看懂。请写“名称+数字”，例如：立案12 案值350.5万。可用的名称：{known}。",
    "I did not understand “{word}”. Please write names with numbers, such as: cases filed 12, case value 350.5. "
    "Names: {known}.",
)
WHICH_EVIDENCE = Wording(
    "有佐证材料吗？可以发图片或文件（每个不超过 20 MB），不发也行。",
    "Any evidence? Send photos or documents of up to 20 MB each, or none.",
)
EVIDENCE_ONLY = Wording(
    "佐证材料只收图片和文件，请改发图片或文件，或点按钮继续。",
    "Only photos and documents can be taken as evidence. Please send one, or go on with the button.",
)
EVIDENCE_NOT_NOW = Wording(
    "要附佐证材料，请先点“报进展”，到“佐证材料”一步再发。",
    "To attach evidence, start a report first and send it when asked for evidence.",
)
FILE_TOO_BIG = Wording(
    "“{name}”有 {size} MB，最多 {most} MB。请压缩或分开后再发。",
    "“{name}” has {size} MB; at most {most} MB can be taken. Please send a smaller one.",
)
TEXT_MISSING = Wording("这一项请写几个字说明。", "Please say it in a few words.")
PREVIEW = Wording("请核对，无误后点“提交”：", "Please check, then press “Submit”:")
FIELD_STATUS = Wording("状态", "Status")
FIELD_PERCENT = Wording("进度", "Progress")
FIELD_OBSTACLE = Wording("困难和需要的支持", "Obstacle and need")
FIELD_FIGURES = Wording("统计数据", "Figures")
FIELD_EVIDENCE = Wording("佐证材料", "Evidence")
FIELD_NOTE = Wording("情况", "Note")
NO_NOTE = Wording("（无）", "(none)")
SUBMITTED = Wording("已提交 ✓", "已提交 ✓ Submitted")
CANCELLED = Wording("已取消，没有提交任何内容。", "Cancelled; nothing was submitted.")
CANCEL_QUESTION = Wording("真的取消吗？已填的内容不会保留。", "Really cancel? What you filled in will not be kept.")
CANCEL_YES = Wording("取消填报", "Cancel the report")
WHICH_STEP = Wording("要修改哪一项？", "What do you want to change?")
SAME_AS_LAST = Wording("沿用上次", "Same as last time")
SURE = Wording("就是这样", "They are right")
EDIT = Wording("修改", "Change")
WITHDRAW = Wording("撤回", "Withdraw")
CORRECT = Wording("更正", "Correct it")
GO_ON = Wording("下一步", "Go on")
ANYWAY = Wording("仍然提交", "Submit all the same")
NO_CHANGE = Wording("本期无变化", "No change this period")
NO_CHANGE_ALL = Wording("全部本期无变化", "No change in all of them")
WAITS_FOR_REVIEW = Wording("办公室审核后即办结。", "It is closed once the office has accepted it.")
ALREADY_REPORTED = Wording("同单位刚有人报过这项：", "A colleague has just reported on this task:")
REPORTED_MEANWHILE = Wording(
    "同单位刚有人报过这项，您的这份还没有提交。请发“报进展”，看过再决定。",
    "A colleague has just reported on this task; yours has not been submitted. Send “report progress” to look and decide.",
)
SUBMIT_ANYWAY = Wording("还要提交您这一份吗？", "Do you still want to submit yours?")
WITHDRAWN = Wording("已撤回，{code} 恢复到之前的状态。", "Withdrawn; {code} is as it was before.")
NEWEST_REPORT = Wording("您最近的一份填报：<b>{code}</b> {title}", "Your latest report: <b>{code}</b> {title}")
NOTHING_TO_WITHDRAW = Wording(
    "没有可以撤回的填报：已审核的不能撤回。发“历史记录”看填报记录。",
    "There is no report to withdraw; one that was reviewed stays. Send “history” to see them.",
)
CORRECTION_WITHDRAWN = Wording(
    "已撤回这次更正，{code} 以更正前的填报为准：",
    "The correction is withdrawn; on {code} the report before it counts again:",
)
TOO_LATE_TO_WITHDRAW = Wording(
    "这份填报已审核、已更正或之后又有新的填报，不能再改；请另报一次。",
    "This report has been reviewed or replaced and cannot be changed; please report again.",
)
NOTHING_ONGOING = Wording("本期没有待报的持续性任务。", "No ongoing task waits for a word this period.")
ONGOING_WAITING = Wording(
    "这些持续性任务本期还没报。没有变化的点一下即可：",
    "These ongoing tasks have no report this period. Press where nothing has changed:",
)
NO_CHANGE_SURE = Wording("没有变化请点按钮确认：", "Press the button if nothing has changed:")
NO_CHANGE_STORED = Wording("已提交 ✓ 本期无变化（{count} 项）：", "已提交 ✓ Submitted: no change ({count}):")
UNCHANGED = Wording("本期无变化", "no change this period")
ALREADY_DECIDED = Wording("这件事已经处理过了，谢谢。", "This has been decided already, thank you.")
ACCEPT = Wording("通过", "Accept")
RETURN = Wording("退回", "Return")
REVIEW_HEAD = Wording(
    "请审核：{unit} {by} 报 <b>{code}</b> {title}", "Please review: {unit}, {by}, on <b>{code}</b> {title}"
)
RETURN_REASON = Wording(
    "退回 {code} 的原因是什么？请写一两句话。", "Why is {code} returned? One or two sentences, please."
)
REVIEW_ACCEPTED = Wording("已通过 ✓ {unit}的 {code} 办结。", "Accepted ✓ {unit} {code} is closed.")
REVIEW_ACCEPTED_AS = Wording("已通过 ✓ {unit}的 {code}：{state}。", "Accepted ✓ {unit} {code}: {state}.")
NEXT_REVIEW = Wording("看下一份", "Next one")
NOTHING_WAITS = Wording("现在没有要审核的填报，也没有要答复的延期申请。", "Nothing waits for review or for an answer.")
REPORTS_WAIT = Wording("共 {count} 份填报等待审核。", "Reports that wait for review: {count}.")
REQUESTS_WAIT = Wording("共 {count} 份延期申请等待答复。", "Requests for more time that wait: {count}.")
NO_LONGER_WAITS = Wording(
    "{code} 的这份填报已撤回或被新的填报代替，不用审核了。发 /review 看等待审核的。",
    "This report on {code} was withdrawn or replaced and needs no review. /review shows those that wait.",
)
REVIEW_RETURNED = Wording("已退回，{unit}会收到原因：{code}。", "Returned; {unit} hears the reason: {code}.")
ACCEPTED = Wording("<b>{code}</b> {title} 已通过审核，办结。", "<b>{code}</b> {title} was accepted and is closed.")
ACCEPTED_AS = Wording(
    "<b>{code}</b> {title} 的填报已通过审核：{state}。", "The report on <b>{code}</b> {title} was accepted: {state}."
)
RETURNED = Wording(
    "<b>{code}</b> {title} 请补充后再报一次：{reason}",
    "Please add to <b>{code}</b> {title} and report once more: {reason}",
)
WHICH_ONE = Wording("您指的是哪一项？", "Which one do you mean?")
WHICH_UNIT = Wording("您指的是哪个单位？", "Which unit do you mean?")
NOTHING_TO_CANCEL = Wording("现在没有正在填的内容。", "There is nothing to cancel.")
UNFINISHED_DRAFT = Wording(
    "您有一份没填完的进展：<b>{code}</b> {title}", "You have an unfinished report on <b>{code}</b> {title}"
)
CONTINUE_OR_RESTART = Wording("继续填，还是重新填？", "Continue it, or start again?")
CONTINUE_OR_LEAVE = Wording("继续填它，还是放下它、改填 {other}？", "Continue it, or drop it and start on {other}?")
PERCENT_RANGE = Wording("进度请填 0 到 100 的整数，例如 80。", "Please give a whole number from 0 to 100, such as 80.")
NOTE_LENGTH = Wording(
    "文字请控制在 {most} 字以内（现在 {length} 字），请精简后再发。",
    "Please keep the text within {most} characters (now {length}) and send it again.",
)
PRESS_A_BUTTON = Wording(
    "您有一份进展正在填：请点下面的按钮回答，或发“取消”。",
    "A report is being filled in: please answer with the buttons below, or send “cancel”.",
)
NOT_YOURS = Wording(
    "这项任务现在不由您的单位负责，请发“我的任务”查看。",
    "This task is not assigned to your unit now. Send “my tasks” to see yours.",
)
TASK_CLOSED = Wording("{code} 已办结，不用再报。", "{code} is closed; there is nothing more to report.")
UNKNOWN_TASK = Wording(
    "没有找到您可以查看的任务 {code}，请发“我的任务”查看。",
    "I found no task {code} that you can see. Send “my tasks”.",
)
UNKNOWN_UNIT = Wording(
    "没有“{name}”这个单位，请写任务表里的单位名，例如：市公安局。",
    "There is no unit “{name}”. Please write it as the plan does, for example 市公安局.",
)
UNKNOWN_UNIT_NEAR = Wording("没有“{name}”这个单位，是不是：{near}？", "There is no unit “{name}”. Did you mean {near}?")
NO_PLAN = Wording("还没有导入任务表，请联系办公室。", "No plan has been imported yet. Please contact the office.")
DATABASE_UNUSABLE = Wording(
    "数据库打不开或写不了：{reason}。请检查 LIAISON_DB 指向的文件。",
    "The database cannot be opened or written: {reason}. Please check the file that LIAISON_DB names.",
)
DISK_FULL = Wording(
    "服务器磁盘已满，没有保存；已保存的内容都在。请稍后再试，并告诉管理员。",
    "The server's disk is full: this was not saved. What was saved before is safe. Please try later, and tell the administrator.",
)
WAITS_WITH_TELEGRAM = Wording(
    "服务器暂时存不了数据，您刚才发的还没有处理；恢复后会自动处理，不用重发。",
    "The server cannot store anything right now, so your message has not been handled yet. It will be, without your "
    "sending it again.",
)
SCHEMA_TOO_NEW = Wording(
    "数据库已被更新的版本用过（{step}），请升级程序。",
    "A newer release has used the database ({step}); please update the program.",
)
ROLE_NEEDS_UNIT = Wording("{role}要指明单位。", "A {role} needs a unit.")

# Reminders
DIGEST_HEAD = Wording("您好，{units}有 {count} 项任务请留意：", "Hello. To attend to for {units}: {count}")
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
UNHEARD_HEAD = Wording(
    "这些单位还没有联络员登记，提醒无人接收（可发 /invite 邀请）：",
    "Nobody is registered to hear these reminders (/invite brings somebody in):",
)
MORE = Wording("……另有 {count} 项", "… and {count} more")
MORE_PEOPLE = Wording("……另有 {count} 人收不到消息", "… and {count} more people who cannot be reached")
UNREACHABLE = Wording(
    "{name}（{units}）已收不到消息，可能停用了机器人或注销了账号。请换个方式联系；对方给我发任意消息即可恢复。",
    "{name} ({units}) can no longer be reached and may have stopped the bot. Please get in touch some other way; "
    "any message to me resumes the reminders.",
)
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
SUMMARY_UNDELIVERED = Wording(
    "⚠️ 近 7 天有 {count} 条消息未能送达，请另行告知：{people}",
    "⚠️ {count} messages of the last 7 days did not arrive; please tell these people otherwise: {people}",
)
SUMMARY_UNDELIVERED_IN_GROUPS = Wording(
    "⚠️ 近 7 天有 {count} 条消息未能送达群里，请另行告知。",
    "⚠️ {count} messages of the last 7 days did not arrive in groups; please tell people otherwise.",
)
UNIT_UNNAMED = Wording("（单位未明确）", "(no unit named)")
