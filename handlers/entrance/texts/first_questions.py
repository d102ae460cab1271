"""Answers to what newcomers ask first."""

from collections.abc import Mapping

from handlers.telegram import Wording

FIRST_QUESTIONS: Mapping[str, Wording] = {
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
        "不一定，佐证材料可交可不交；填报时点“跳过”就行。有照片或文件随时可以补发。",
        "No, evidence is optional; press “Skip”. You can send photos or files later, too.",
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
}
