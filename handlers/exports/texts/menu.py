"""Texts of choosing what to export, and refusals of exports and of regular summaries."""

from data.errors import NothingToExport
from data.errors.announcing import RecipientUnclear
from data.errors.deadlines import BeforeThePlan, SpanAhead, SpanBackwards
from data.errors.plans import UnknownSection
from handlers.exports.texts import regular
from handlers.wording import Sentences, Wording

EXPORT = Wording("导出", "Export")
HEAD = Wording("<b>导出</b> · {whose} · {days}", "<b>Export</b> · {whose} · {days}")
ALL_UNITS = Wording("全部单位", "all units")
OF_TASK = Wording("任务 {code} {title}", "task {code} {title}")
OF_SECTIONS = Wording("只含：{sections}", "Only: {sections}")
CHOOSE = Wording(
    "选好时段，再按要的形式。别的时段可以直接说，如“导出10月15日到11月10日台账”。",
    "Choose the period, then what you need. For another period, just say it: “export the ledger from 15 October to 10 "
    "November”.",
)
CHOOSE_FOR_TASK = Wording("按一下就打包这项任务的佐证材料。", "Press to pack this task's evidence.")
CHOOSE_SECTIONS = Wording(
    "要哪些任务名称？按一下选上，再按一下去掉；一个也不选就是全部。",
    "Which sections? Press to add or remove one; none chosen means all.",
)
CHOOSE_DOCUMENT = Wording("要哪一种文档？", "Which document?")

PICTURE = Wording("图", "Pictures")
WORKBOOK = Wording("表格", "Workbook")
DOCUMENT = Wording("文档", "Document")
SECTIONS = Wording("选任务名称", "Choose sections")
BACK = Wording("返回", "Back")
REPORT = Wording("工作进展情况报告", "Report on progress")
BRIEF = Wording("工作简报（一周）", "Brief of a week")
DRAFT = Wording("工作总结（初稿）", "Summary of work (draft)")
CHOSEN = Wording("✓ {words}", "✓ {words}")

THIS_WEEK = Wording("本周", "This week")
LAST_WEEK = Wording("上周", "Last week")
THIS_MONTH = Wording("本月", "This month")
LAST_MONTH = Wording("上月", "Last month")
THIS_QUARTER = Wording("本季度", "This quarter")
LAST_QUARTER = Wording("上季度", "Last quarter")
THIS_YEAR = Wording("今年", "This year")
SINCE_ISSUED = Wording("印发以来", "Since issued")

MAKING = Wording(
    "正在生成，内容较多，请稍等；做好了会发到这里，您可以先办别的事。",
    "This takes a moment. The file will come here when it is ready; meanwhile you can do other things.",
)
STILL_MAKING = Wording(
    "上一个文件还在生成。做好了会发到这里，之后再导出下一个。",
    "The file asked for before is still being made. It will come here; then you can ask for the next one.",
)
FAILED = Wording(
    "抱歉，这个文件没有做成。请再试一次，或选短一些的时段。",
    "Sorry, this file could not be made. Please try again, or choose fewer days.",
)
CAPTION = Wording("{what} · {whose} · {days}[。{check}]", "{what} · {whose} · {days}[. {check}]")
LIST_CAPTION = Wording("{list} · 共 {count} 项 · 截至{day}", "{list} · {count} · as of {day}")
PLAN_CAPTION = Wording(
    "{title}。改好后发给我，核对无误再导入；编号一列请不要改。",
    "{title}. Change it and send it to me: the changes are shown before they are imported. Please leave the codes as "
    "they are.",
)
PEOPLE_CAPTION = Wording("人员名单 · {count} 人次 · 截至{day}", "People · {count} roles · as of {day}")
CHECK = Wording("由填报内容汇编，请核对后使用。", "Compiled from the reports; please check it.")
PICTURES, LEDGER = Wording("进展图", "Pictures"), Wording("台账", "Ledger")
BRIEF_MADE, DRAFT_MADE = Wording("工作简报", "Brief"), Wording("工作总结初稿", "Summary of work, draft")
EVIDENCE = Wording("佐证材料", "Evidence")
EVIDENCE_PART = Wording("佐证材料（{part}/{parts}）· {whose} · {days}", "Evidence ({part}/{parts}) · {whose} · {days}")
AS_FAR_AS_TODAY = Wording(
    "编到今天为止；到{last}的，届时请再出一次。",
    " It goes up to today; for the days up to {last}, please export it again then.",
)
BRIEF_IS_OF_A_WEEK = Wording(
    "简报是一周一份，{days}里编的是最后一周；要整段的，请发“{days}的进展报告”。",
    " A brief covers one week: of {days}, this is the last week. For all of it, ask for a report of {days}.",
)


REFUSALS: Sentences = {
    SpanBackwards: Wording(
        "起止日期反了：{last}早于{first}，请把早的一天写在前面。",
        "The days are in the wrong order: {last} is before {first}. Please put the earlier day first.",
    ),
    SpanAhead: Wording(
        "{first}还没有到，没有可汇总的内容，请选今天或以前的日期。",
        "{first} is yet to come, so there is nothing to sum up; please choose today or an earlier day.",
    ),
    BeforeThePlan: Wording(
        "任务表是{issued}印发的，{day}还没有内容，请选这以后的日期。",
        "The plan was issued on {issued}; there is nothing up to {day}. Please choose a later day.",
    ),
    UnknownSection: Wording(
        "没有任务名称能对上“{name}”，或不止一个。任务名称有：{sections}。",
        "“{name}” matches no section, or more than one. The sections are: {sections}.",
    ),
    NothingToExport: Wording(
        "没有可导出的内容：这个范围和时段内是空的，请换一段时间或换个范围。",
        "There is nothing to export in this period and scope. Please choose another.",
    ),
    RecipientUnclear: lambda error, language: regular.UNCLEAR[min(len(error.names), 2)],
}
