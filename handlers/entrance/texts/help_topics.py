"""How single things are done, for people who ask about one of them."""

from collections.abc import Mapping

from handlers.wording import Wording

HOW_TO: Mapping[str, Wording] = {
    "report": Wording(
        "发任务编号和进展就行，如“2-7 完成80%，检查了三批”；也可以点“报进展”一步步填。提交前都会先给您看。",
        "Send the task's code and how it stands, such as “2-7 80%, three batches checked”, or press “Report progress”. "
        "You see it before it is submitted.",
    ),
    "withdraw": Wording(
        "“撤回”是把交上去的填报收回，任务恢复到之前的状态。发“撤回”撤最近一份，“撤回2-7”撤那一项；办公室审核后不能再撤。",
        "Withdrawing takes back a report; the task is then as it was before. Send “withdraw” for your last report, or "
        "“withdraw 2-7” for that task. Reports that the office has reviewed cannot be withdrawn.",
    ),
    "correct": Wording(
        "直接说对的就行，如“2-7 应该是60%”；或发“更正”改最近一份。改好先给您看，再提交。",
        "Just say what is right, such as “2-7 should be 60%”, or send “correct” for the last report. You see it before "
        "it is submitted.",
    ),
    "no_change": Wording(
        "持续开展的任务，这一期没有新情况，就报“本期无变化”：点提醒里的按钮，或发“2-3本期无变化”。",
        "If ongoing work has nothing new in a period, report “no change”: press the button in the reminder, or send "
        "“2-3 no change”.",
    ),
    "extension": Wording(
        "发“2-7申请延期到3月15日，因为……”，或在任务里点“申请延期”。办公室答复会告诉您，答复前期限不变。",
        "Send “extend 2-7 to 15 March because …”, or press “Ask for more time” on the task. I will tell you the "
        "office's answer; until then the deadline stays.",
    ),
    "statuses": Wording(
        "“未启动”还没动；“进行中”正在办；“受阻”办不下去、要支持；“已完成”由办公室审核（待审核），通过就办结。",
        "“Not started”: nothing done yet; “in progress”: under way; “blocked”: cannot go on without support; “done”: "
        "the office reviews it and closes the task once it agrees.",
    ),
    "colleague": Wording(
        "本单位的联络员和B角都能看、能报，谁报的会写明；报过的归单位，换了人也都在。要请人代报，发 /deputy。",
        "Every liaison and deputy of your unit sees its tasks and can report on them; reports show who made them, and "
        "stay with the unit when people change. To name a deputy, send /deputy.",
    ),
    "steps": Wording(
        "“分解”是把一项任务分几步，到日子提醒做这一步的人。发“分解 2-7”，再一行写一步，如“11月底前 印发方案 李某”。",
        "Steps divide a task; the person responsible for a step is reminded of it. Send “steps 2-7”, then one line "
        "per step, such as “by 30 Nov issue the plan, me”.",
    ),
    "evidence": Wording(
        "直接把照片或文件发给我就行：填报时哪一步都可以；没在填时，在说明里写上任务编号，退回要补的也这样补。",
        "Just send me the photo or file: at any step of a report, or else with the task's code in the caption, "
        "also what a returned report lacks.",
    ),
    "liaison": Wording(
        "联络员就是您：替本单位看任务、报进展，有困难告诉办公室。发“我的任务”看本单位的任务，最急的在前。",
        "That is you: you look after your unit's tasks, report on them, and tell the office of difficulties. Send “my "
        "tasks” to see them, the most urgent first.",
    ),
    "lights": Wording(
        "🔴 逾期；🟡 受阻、进度慢或很久没报；🔵 7 天内到期；🟢 正常；⚪ 没有期限；✅ 已办结。报了进展会随之变。",
        "🔴 overdue; 🟡 blocked, behind or long not reported; 🔵 due within 7 days; 🟢 on time; ⚪ no deadline; ✅ "
        "closed. Reports change them.",
    ),
    "unreported": Wording(
        "到期前后我会提醒您，办公室也看得到哪些还没报；不排名次。没有新情况就报“本期无变化”，来不及就申请延期。",
        "I remind you around the deadline, and the office sees what is not reported; nobody is ranked. If nothing is "
        "new, report “no change”; if time is short, ask for more.",
    ),
    "case_value": Wording(
        "案值填上次之后新增案件的涉案金额，单位万元，如“案值350.5万元”。怎么认定请问办公室：发“问办公室：……”。",
        "The value involved in the cases that are new since the last report, in units of 10,000 yuan, such as “case "
        "value 350.5”. How it is assessed the office can tell: send “ask the office: …”.",
    ),
    "done": Wording(
        "任务要求的成果都有了，就报“已完成”，办公室审核通过才办结；还差一点就报“进行中”和百分比。",
        "Report “done” when the task's deliverable exists; it is closed once the office has agreed. Until then report "
        "“in progress” with a percentage.",
    ),
    "now": Wording(
        "发“我的任务”看最急的，再发编号和进展，如“2-7 完成80%，检查了三批”。不急的到时我会提醒您。",
        "Send “my tasks” to see the most urgent, then a code and how it stands, such as “2-7 80%, three batches "
        "checked”. I will remind you of the others in time.",
    ),
    "evidence_needed": Wording(
        "不一定要交佐证材料，没有也能提交：填报时点“跳过”就行。以后有了照片或文件，随时可以补发。",
        "Evidence is optional, and a report counts without any: press “Skip”. You can send photos or files later, too.",
    ),
    "leader_changed": Wording(
        "领导换人不用在这里改：任务、填报都记在单位名下，登记的只是联络员。想让办公室知道，发“告诉办公室：……”。",
        "Nothing needs to be changed here: tasks and reports are your unit's, and only liaisons are registered. To let "
        "the office know, send “tell the office: …”.",
    ),
    "purpose": Wording(
        "我帮您记着本单位的任务：到期前提醒，收进展和统计，办公室马上看得到。发“我的任务”先看看有哪些。",
        "I keep track of your unit's tasks: I remind you in time and pass your reports and figures on to the office. "
        "Send “my tasks” to see them.",
    ),
    "plan": Wording(
        "任务表是领导小组下发的方案：每项任务写明做什么、交什么成果、几时完成、哪个单位负责。发“我的任务”看本单位的。",
        "The plan lists what each unit has to do: the measure, the deliverable and the deadline of every task. Send "
        "“my tasks” to see your unit's.",
    ),
    "where": Wording(
        "是哪项任务的，就发编号和情况，如“2-7 检查了三批”；任务表里没有的，发“报一条工作信息”，或发“告诉办公室：……”。",
        "If it belongs to a task, send its code and what was done, such as “2-7 three batches checked”; if the plan "
        "has no such task, send /info, or “tell the office: …”.",
    ),
    "will_remind": Wording(
        "会的：到期前、当天和逾期后的工作日早上提醒；报了完成就停，申请了延期的等办公室答复。",
        "Yes, on working mornings before, on and after the due day, until the task is reported done; while the office "
        "considers a request for more time, I do not.",
    ),
    "register": Wording(
        "新同事用邀请链接进来：请人代办发 /deputy，会给一个链接转发；新联络员的链接找办公室要。",
        "Newcomers come in by an invitation link: /deputy makes one for somebody who stands in for you; the office "
        "makes those of new liaisons.",
    ),
    "ongoing": Wording(
        "“持续开展”是没有期限、一直要办的任务：一般每季度报一次办到哪了，没有新情况报“本期无变化”。",
        "Ongoing work has no deadline: usually you say once a quarter how it stands; if nothing is new, report “no "
        "change”.",
    ),
    "deliverable": Wording(
        "“成果”是任务表要求办出来的东西，如方案、总结、一批案件；有了就报“已完成”，可以附上照片或文件。",
        "The deliverable is what the plan wants a task to yield, such as a scheme, a summary or cases. Report “done” "
        "once it is there; you may add photos or files.",
    ),
    "trial": Wording(
        "可以。提交前都会先给您看，不点“提交”就不算；点了也能发“撤回”收回。",
        "Yes. You see a report before it counts: without “Submit” nothing is stored, and “withdraw” takes it back.",
    ),
    "return_or_report": Wording(
        "是两回事：进展按任务报，说办到哪一步；报表按期报数字，发“填报表”填。两边的数分开统计。",
        "No: a report says how a task stands, a statistics return gives figures for a period (send “returns”). Their "
        "figures are counted apart.",
    ),
    "percent": Wording(
        "填 0 到 100 的整数，估个大概就行，如“80”“一半”；不好估就点“跳过”，照上次的记。",
        "A whole number from 0 to 100; an estimate will do, such as “80” or “half”. “Skip” keeps the last report's.",
    ),
    "figures": Wording(
        "只报上次之后新增的，一行写完，如“立案件数12 案值350.5万元”；是累计数请写明“累计”，没有就点“跳过”。",
        "Only what is new since the last report, in one line, such as “cases filed 12, case value 350.5”. If it is a "
        "running total, add “in total”. Skip it if there is nothing.",
    ),
    "returns": Wording(
        "发“填报表”打开要填的报表，一条消息写齐，如“立案3 移送1”；都没有就点“零报”。交了还能点“更正”。",
        "Send “fill in the return”, and write all figures in one message; if there are none, press “Nil return”. To "
        "change what you filed, press “Correct it”.",
    ),
    "information": Wording(
        "发“报一条工作信息”，再发标题、正文和照片，或直接发 .docx。办公室采用没采用都会告诉您。",
        "Send /info, then a title, the text and photos, or a whole .docx. I will tell you whether the office takes it.",
    ),
    "deputy": Wording(
        "发 /deputy，把链接转给对方，对方就能代您查看和填报；可以定日期，也可以随时收回。",
        "Send /deputy and pass the link on. Your deputy can then see and report for you, until a day that you set or "
        "until you recall them.",
    ),
    "leave": Wording(
        "发“下周我休假”或“12月2日到6日出差”，会问由谁代。日子变了就说“改到15号”，提前回来发“销假”。",
        "Send “i'm on leave next week”; I will ask who stands in. “make it till 15 Dec” changes it, “i'm back” ends "
        "it.",
    ),
    "snooze": Wording(
        "发“2-7 下周三再提醒”，或点提醒里的编号选“稍后提醒”。不想夜里收到，发“我的免打扰时段”。",
        "Send “remind me of 2-7 on Wednesday”, or press the code in the reminder. To get nothing at night, send “my "
        "quiet hours”.",
    ),
    "link": Wording(
        "链接 72 小时内有效，只能用一次；对方要先装好 Telegram 并登录，再点链接和“开始”。"
        "还打不开就发 /deputy 再请一次，把新链接转给对方。",
        "A link works once, within 72 hours; the other person needs Telegram, opens the link and presses “Start”. "
        "If it still does not open, send /deputy and pass on a new one.",
    ),
    "leader": Wording(
        "发“导出”，本单位的图、表格和文档都可以转给领导看；报上去的，办公室也看得见。",
        "Send “export”: your unit's pictures, workbook and document can be passed on to your superiors. The office "
        "sees what you report as well.",
    ),
    "keep": Wording(
        "可以：照常写，核对时说“先放着”就留着，没提交前办公室看不到；要交时发“继续填报”，再点“提交”。",
        "Yes: write it as usual and say “later” at the check. It is kept, and the office does not see it until you "
        "send “continue” and press “Submit”.",
    ),
    "all_at_once": Wording(
        "能：一条消息里一项一行，如“2-7 完成80%”，换行再写下一项；没变化的发“没有变化”一起报。提交前都会先给您看。",
        "Yes: write one line per task in one message, such as “2-7 80%”, then the next; “no change” reports all "
        "ongoing work at once. You see everything before it is submitted.",
    ),
    "export": Wording(
        "发“导出”：本单位的图、表格、文档和佐证材料都可以要，也有总结的草稿。",
        "Send “export” for your unit's pictures, workbook, document and evidence, and a draft of its summary of work.",
    ),
    "language": Wording("发 /language 选中文或英文。", "Send /language to choose Chinese or English."),
    "review": Wording(
        "报上去本单位和办公室都看得见；报“已完成”的由办公室审核，通过或退回我都会告诉您。还没审的发“待审核的任务”看。",
        "Your unit and the office see what you report. The office reviews what is reported done, and I will tell you "
        "the outcome; “tasks awaiting review” lists what it has not reviewed yet.",
    ),
    "submitted": Wording(
        "看到“已提交 ✓”就是报上去了，没填完的也会留着。发“历史记录”看都报了什么。",
        "“已提交 ✓ Submitted” means that the office has it; unfinished reports are kept. Send “history” to see what "
        "you have reported.",
    ),
    "phone": Wording(
        "换手机号不影响使用，登录同一个 Telegram 就行；登记的号码要改，发“办公室联系人”请办公室改。",
        "A new phone number changes nothing as long as you keep your Telegram account; to have it changed on the "
        "list, send “contact the office”.",
    ),
    "voice": Wording(
        "我还听不了语音。可以用输入法的语音输入，转成文字发给我。",
        "I cannot listen to voice messages yet; please dictate with your keyboard and send the text.",
    ),
    "days_off": Wording(
        "提醒只在工作日早上发，周末和节假日不发。夜里也不想收到，发“我的免打扰时段”。",
        "Reminders come in the morning on working days, never on weekends or holidays. To get nothing at night, send "
        "“my quiet hours”.",
    ),
    "many": Wording(
        "提醒里只有到期、逾期和该报的。报了、说了“下周三再提醒”或申请了延期的就不再列；没变化的发“没有变化”一起报。",
        "Reminders only list what is due, overdue or to be reported. What you report on, put off (“remind me on "
        "Wednesday”) or ask more time for disappears; “no change” reports all ongoing work at once.",
    ),
    "often": Wording(
        "有期限的，有进展就报，办完为止；持续开展的一般每季度报一次，没有新情况报“本期无变化”。该报时早上会提醒您。",
        "Work with a deadline: whenever there is progress, until it is done. Ongoing work: usually once a quarter; if "
        "there is nothing new, report “no change”. A morning message reminds you.",
    ),
    "returned": Wording(
        "退回的会告诉您原因。发编号和补的内容，如“2-7 补了签到册”，写过的都还在。",
        "I will tell you the reason. Send the code and what is new, such as “2-7 the list is added”; what you wrote "
        "before is still there.",
    ),
    "history": Wording(
        "发“历史记录”看报过的，“/history 2-7”看那一项的。",
        "Send “history” for past reports, or “/history 2-7” for those on that task.",
    ),
}
"""The answers for liaisons, by the kind of the words that are asked about."""


HOW_OF_EVERYBODY: Mapping[str, Wording] = {
    "robot": Wording(
        "我是联络员助手，是自动回复的机器人。要找人，发“办公室联系人”。",
        "I am the liaison bot and answer automatically. To reach a person, send “contact the office”.",
    ),
    "device": Wording(
        "换手机不影响：在新手机上登录同一个 Telegram 账号，接着用就行。",
        "A new phone changes nothing: use the same Telegram account there.",
    ),
    "privacy": Wording(
        "看不到别人之间的私聊。我只处理直接发给我的消息，和群里@我、回复我的消息。",
        "No, not what people write to one another. I only deal with what is sent to me, and in groups with what "
        "mentions me or replies to me.",
    ),
}
HOW_OF_THE_OFFICE: Mapping[str, Wording] = {
    "memo": Wording(
        "这里不记自己的事，也不能按时提醒某一件；任务到期、填报和延期会自动提醒。"
        "要按时告诉别人，可以定时发通知，如“周三早上9点发给海关：请今天送数据”。",
        "Notes of your own cannot be kept here, nor can you be reminded of one thing; what falls due and what waits "
        "for you is told anyway. To tell others at a certain time, schedule a notice: “send 武汉海关 on Wednesday at "
        "9: …”.",
    ),
    "now": Wording(
        "先做这几样：发“哪些单位没有联络员”，逐家邀请；发“核对期限”，逐项看存疑的期限和没写明的单位；在“设置”里填好办公室"
        "联系人；再发第一个通知。以后每天早上，要办的我会列给您。",
        "First, send “which units have no liaison” and invite them; send “check deadlines” and settle those in doubt; "
        "enter the office's contact under “settings”; then send the first notice. Each morning I list what is to do.",
    ),
    "nudge": Wording(
        "发“催办”选哪些，或直接说，如“催市公安局”“催29-4”“明天上午催海关”。发出前先给您看；同一项一天催一次。",
        "Send “nudge” and choose, or say “nudge 29-4”. You see it before it goes out; a task can be nudged once a day.",
    ),
    "invite": Wording(
        "发“邀请”加单位和姓名，如“邀请市商务局 李某”，把链接转发给对方，72 小时内有效（不能延长），只能用一次。"
        "要作废直接说，如“市商务局的链接作废”。发“哪些单位没有联络员”看缺谁。",
        "Send “invite”, the unit and the name, such as “invite 市商务局 Li”, and forward the link; it works once, "
        "within 72 hours, never longer. “Void the link of 市商务局” makes it useless. “Which units have nobody” lists "
        "units that have no liaison.",
    ),
    "link": Wording(
        "链接 72 小时内有效，只能用一次；对方要先装好 Telegram 并登录，再点链接和“开始”。"
        "过期、用过或还打不开的，再邀请一次，把新链接转给对方，如“邀请市商务局 李某”。",
        "A link works once, within 72 hours; the other person needs Telegram, opens the link and presses “Start”. "
        "If it has expired or still does not open, invite them once more and forward the new link.",
    ),
    "replace": Wording(
        "直接说，如“林警官调走了”“把林警官换成李四”；先给您看，一天内可以撤销。全部名单发“名单”。",
        "Just say it: “林警官 has left”, or press a name on the list (send “people”). You see the change first.",
    ),
    "notify": Wording(
        "发“通知市公安局：周五开会”，或“通知所有联络员：……”；要定时就写“明早9点发给市公安局：……”。要对方回复，在核对时点“修改”。",
        "Send “notify 市公安局: meeting on Friday”, with a time to send it later. You see it before it goes out; to "
        "ask for answers, press “Change” there.",
    ),
    "change_plan": Wording(
        "直接说，如“把43-5的期限改到12月10日，因为等省里文件”“4-2加上市公安局配合”“1-9办结”；或发编号点“改任务”。"
        "先给您看，一天内可以撤销。",
        "Just say it: “move 43-5 to 10 December because …”, or send the code and press “Change the task”. You see it "
        "first, and can undo it for a day.",
    ),
    "new_task": Wording(
        "发“新增任务：”加内容、单位和期限，如“新增任务：冷链食品专项检查，市市场监管局，12月20日前”；还缺的我再问。",
        "Send “add a task” with the measure, the unit and the deadline; I will ask for what is missing.",
    ),
    "import_plan": Wording(
        "把任务表文件直接发给我（.xlsx、.docx 或 .csv）。我先说读到什么、与现行的差在哪，您确认才改。",
        "Send me the plan's file (.xlsx, .docx or .csv). I show what I read and what differs; nothing changes until "
        "you confirm.",
    ),
    "review": Wording(
        "发“审核”一份一份看，或直接说，如“1-8通过”“1-8退回，缺查处清单”“市公安局的都通过”。一天内可以撤销。",
        "Send “review”, or say “1-8 accepted” or “1-8 return, the list is missing”. You can undo it for a day.",
    ),
    "more_time": Wording(
        "发“延期申请”看谁在等，或直接说，如“43-5同意延期”“43-5同意延到12月15日”“43-5不同意，年底前必须完成”。",
        "Send “review”, or say “43-5 agree”, “43-5 agree until 15 December”, or “43-5 decline” with the reason.",
    ),
    "report_for": Wording(
        "单位打电话来报的，发“代市公安局报1-2 80%，立案3件”，或在任务里点“代报”；会注明是代报的。",
        "When a unit reports by phone, send “代市公安局报1-2 80%”, or press “Report for the unit” on the task.",
    ),
    "export": Wording(
        "发“导出”选时段和形式，或直接说，如“本月台账”“上周简报”“出个图”“市公安局的报告”。",
        "Send “export” and choose the period and the format: pictures, workbook, document or evidence.",
    ),
    "returns": Wording(
        "发“新建统计月报：立案、案值，各区”建一份，“谁没报报表”看谁没报，“催报表”催，“冻结11月报表”定稿。",
        "Everything is in /returns: set one up, see who has filed, nudge those who have not, freeze a period.",
    ),
    "reminders": Wording(
        "发“设置”看全部，或直接说，如“提醒时间改成8点”“到期前15天也提醒”“暂停园林局的提醒到年底”。先给您看未来七天的变化。",
        "Send “settings”, or say “reminder time 8:00”. You first see what changes in the next seven days.",
    ),
    "days_off": Wording(
        "国家的放假和调休已经知道；另有安排直接说，如“12月31日放假”“1月19日上班”。",
        "I know the public holidays; for other days, say “31 December off”.",
    ),
    "group": Wording(
        "把我拉进群，在群里发 /bind（只管几个单位就发 /bind 市公安局）。发什么、什么时候，私聊发 /groups 改。",
        "Add me to the group and send /bind there. To set what is posted and when, send /groups in private.",
    ),
    "undo": Wording(
        "发“撤销”看最近做的一件，点一下就撤；通知过的单位会收到更正。一天之内都可以。",
        "Send “undo” to see what was done last, then press the button. It works for a day; units that were told get a "
        "correction.",
    ),
    "audit": Wording(
        "发“谁改了43-5”“谁改了市公安局的”，或 /audit 看全部，可以导出表格。",
        "Send “who changed 43-5”, or /audit for everything, also as a workbook.",
    ),
    "event": Wording(
        "条例出台了，发“《……条例》11月28日出台”，或 /event 点它填日期；等它的任务期限随之算出。",
        "Send /event and enter the day; the deadlines that depend on it are counted from then.",
    ),
}

IN_REVIEW = Wording(
    "{codes} 已报完成，在等办公室审核，最早的是{day}报的。什么时候审由办公室定，通过或退回我都会告诉您。",
    "The office has still to review: {codes}, the first of {day}. It decides when; I will tell you the outcome.",
)
