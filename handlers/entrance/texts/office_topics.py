"""How the office does single things, for those of it who ask about one of them."""

from collections.abc import Mapping

from handlers.telegram import Wording

HOW_OF_THE_OFFICE: Mapping[str, Wording] = {
    "nudge": Wording(
        "发“催办”选哪些，或直接说，如“催市公安局”“催29-4”“明天上午催海关”。发出前先给您看；同一项一天催一次。",
        "Send “nudge” and choose, or say “nudge 29-4”. You see it before it goes out; each task once a day.",
    ),
    "invite": Wording(
        "发“邀请”加单位和姓名，如“邀请市商务局 李某”，把得到的链接转发给对方，一次有效。发“哪些单位没有联络员”看缺谁。",
        "Send “invite”, the unit and the name, such as “invite 市商务局 Li”, and forward the link; it works once. "
        "“Which units have nobody” lists who is missing.",
    ),
    "replace": Wording(
        "直接说，如“林警官调走了”“把林警官换成李四”；先给您看，一天内可以撤销。全部名单发“名单”。",
        "Say it: “林警官 has left”, or press a name on the list (send “people”). You see it first.",
    ),
    "notify": Wording(
        "发“通知市公安局：周五开会”，或“通知所有联络员：……”；要定时就写“明早9点发给市公安局：……”。要对方回复，在核对时点“修改”。",
        "Send “notify 市公安局: meeting on Friday”, with a time if it is to wait. You see it before it goes out; press "
        "“Change” there if answers are wanted.",
    ),
    "change_plan": Wording(
        "直接说，如“把43-5的期限改到12月10日，因为等省里文件”“4-2加上市公安局配合”“1-9办结”；或发编号点“改任务”。"
        "先给您看，一天内可以撤销。",
        "Say it: “move 43-5 to 10 December because …”, or send the code and press “Change the task”. You see it first, "
        "and can undo it for a day.",
    ),
    "new_task": Wording(
        "发“新增任务：”加内容、单位和期限，如“新增任务：冷链食品专项检查，市市场监管局，12月20日前”；还缺的我再问。",
        "Send “add a task” with what, who and by when; I ask for what is missing.",
    ),
    "import_plan": Wording(
        "把任务表文件直接发给我（.xlsx、.docx 或 .csv）。我先说读到什么、与现行的差在哪，您确认才改。",
        "Send me the file of the plan (.xlsx, .docx or .csv). I say what is read and what differs; you confirm.",
    ),
    "review": Wording(
        "发“审核”一份一份看，或直接说，如“1-8通过”“1-8退回，缺查处清单”“市公安局的都通过”。一天内可以撤销。",
        "Send “review”, or say “1-8 accepted”, “1-8 return, the list is missing”. It can be undone for a day.",
    ),
    "more_time": Wording(
        "发“延期申请”看谁在等，或直接说，如“43-5同意延期”“43-5同意延到12月15日”“43-5不同意，年底前必须完成”。",
        "Send “review”, or say “43-5 agree”, “43-5 agree until 15 December”, “43-5 decline” with the reason.",
    ),
    "report_for": Wording(
        "单位打电话来报的，发“代市公安局报1-2 80%，立案3件”，或在任务里点“代报”；会注明是代报的。",
        "For a unit that telephones send “代市公安局报1-2 80%”, or press “Report for the unit” on the task.",
    ),
    "export": Wording(
        "发“导出”选时段和形式，或直接说，如“本月台账”“上周简报”“出个图”“市公安局的报告”。",
        "Send “export” and choose the days and the form: pictures, workbook, document, evidence.",
    ),
    "returns": Wording(
        "发“新建统计月报：立案、案值，各区”建一份，“谁没报报表”看谁没报，“催报表”催，“冻结11月报表”定稿。",
        "All of it is in /returns: set one up, see who has filed, ask those who have not, freeze a period.",
    ),
    "reminders": Wording(
        "发“设置”看全部，或直接说，如“提醒时间改成8点”“到期前15天也提醒”“暂停园林局的提醒到年底”。先给您看未来七天的变化。",
        "Send “settings”, or say “reminder time 8:00”. You see what it changes in the next seven days.",
    ),
    "days_off": Wording(
        "国家的放假和调休已经知道；另有安排直接说，如“12月31日放假”“1月19日上班”。",
        "Public holidays are known; say others: “31 December off”.",
    ),
    "group": Wording(
        "把我拉进群，在群里发 /bind（只管几个单位就发 /bind 市公安局）。发什么、什么时候，私聊发 /groups 改。",
        "Add me to the group and send /bind there. What is posted and when is set by /groups.",
    ),
    "undo": Wording(
        "发“撤销”看最近做的一件，点一下就撤；通知过的单位会收到更正。一天之内都可以。",
        "Send “undo” to see what was done last, and press. Units that heard of it are told. Within a day.",
    ),
    "audit": Wording(
        "发“谁改了43-5”“谁改了市公安局的”，或 /audit 看全部，可以导出表格。",
        "Send “who changed 43-5”, or /audit for everything, also as a workbook.",
    ),
    "event": Wording(
        "条例出台了，发“《……条例》11月28日出台”，或 /event 点它填日期；等它的任务期限随之算出。",
        "Send /event and enter the day; the deadlines that wait for it are counted from it.",
    ),
}
