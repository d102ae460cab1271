"""The headings of the ledger's workbook and the texts in its cells, and the names of what an archive holds."""

from data.exports.texts import Words
from data.people.people import Role
from data.standing.standing import Light, Verdict

BOOK = Words("{title} 台账", "{title}: ledger")
OF = Words("范围：{units}　时段：{days}　状态{as_of}", "Units: {units}. Span: {days}. State {as_of}.")
PLAN = Words("任务表", "Plan")
ISSUED = Words("{issued}印发", "issued on {issued}")
AS_OF_DAY = Words("状态{as_of}", "State {as_of}.")
OF_SECTIONS = Words("　任务：{sections}", " Sections: {sections}.")
PAGE = Words("第 &P 页，共 &N 页", "Page &P of &N")

NONE = Words("（无）", "(none)")
FIGURE = Words("{name}{value}{unit}", "{name} {value}")

TASKS = Words("任务", "Tasks")
REPORTS = Words("填报", "Reports")
FIGURES = Words("统计数据", "Figures")
EXTENSIONS = Words("延期", "Extensions")
OVERDUE = Words("逾期", "Overdue")

CODE = Words("编号", "Code")
SECTION = Words("任务名称", "Section")
ITEM = Words("任务细项", "Item")
TITLE = Words("任务", "Task")
MEASURE = Words("细化措施", "Measure")
DELIVERABLE = Words("工作成果", "Deliverable")
DEADLINE = Words("完成时间（原文）", "Deadline as written")
SHORT_TITLE = Words("任务简称", "Short title")
ENGLISH_TITLE = Words("英文简称", "English title")
DEADLINE_TEXT = Words("完成时间", "Deadline")
UNITS = Words("负责单位", "Responsible units")
PEOPLE = Words("人员名单", "People")
NAME = Words("姓名", "Name")
ROLE = Words("角色", "Role")
PHONE = Words("电话", "Phone")
JOINED = Words("登记", "Joined")
NOT_YET = Words("未登记", "not yet")
PEOPLE_ROLES = {
    Role.LIAISON: Words("联络员", "liaison"),
    Role.DEPUTY: Words("B角", "deputy"),
    Role.COORDINATOR: Words("协调员", "coordinator"),
    Role.OBSERVER: Words("观察员", "observer"),
}
DUE = Words("到期日", "Due")
UNIT = Words("单位", "Unit")
PART = Words("分工", "Part")
STATUS = Words("状态", "Status")
LIGHT = Words("提示", "Light")
PERCENT = Words("进度", "Progress")
LAST = Words("最近填报", "Last report")
NOTE = Words("情况", "What was done")
OBSTACLE = Words("困难和需要的支持", "Obstacle and need")
REMARK = Words("备注", "Remark")
AT = Words("填报时间", "Reported")
REVIEW = Words("审核", "Review")
VERDICTS = {
    Verdict.ACCEPTED: Words("通过[：{reason}]", "accepted[: {reason}]"),
    Verdict.RETURNED: Words("退回[：{reason}]", "returned[: {reason}]"),
}
RETURNED = Words("已退回[：{reason}]", "returned[: {reason}]")
DONE = Words("已完成", "Done")
BY = Words("填报人", "Reported by")
UNCHANGED = Words("本期无变化", "no change")
INDICATOR = Words("指标", "Indicator")
MEASURED_IN = Words("计量单位", "Measured in")
TOTAL = Words("合计", "Total")
ASKED_AT = Words("申请日期", "Asked on")
DUE_BEFORE = Words("原到期日", "Due before")
PROPOSED = Words("申请延至", "Asked for")
REASON = Words("理由", "Reason")
ANSWER = Words("答复", "Answer")
DECIDED = Words("同意延至", "Granted until")
DOUBT = Words("期限", "Deadline")
DAYS_OVERDUE = Words("逾期天数", "Days late")

LIGHTS = {
    Light.OVERDUE: Words("逾期", "overdue"),
    Light.WORRYING: Words("受阻或久未更新", "blocked or stale"),
    Light.DUE_SOON: Words("7天内到期", "due within 7 days"),
    Light.ON_TIME: Words("正常", "on time"),
    Light.NO_DATE: Words("无确定日期", "no date"),
    Light.CLOSED: Words("已办结", "closed"),
}
ROLES = {"lead": Words("牵头", "lead"), "joint": Words("配合", "joint")}
ANSWERS = {
    "accepted": Words("同意", "granted"),
    "changed": Words("同意另一日期", "granted, another day"),
    "refused": Words("不同意", "declined"),
}
WITHDRAWN = Words("已撤回", "taken back")
WAITS = Words("待答复", "waits")

UNITS_COUNTED = Words("{count}个单位", "{count}_units")
PICTURE = Words("进展图", "picture")
WORKBOOK = Words("台账", "ledger")
REPORT = Words("工作进展情况报告", "report on progress")
BRIEF = Words("工作简报", "brief")
DRAFT = Words("工作总结", "summary of work")
EVIDENCE = Words("佐证材料", "evidence")

INDEX = Words("目录.csv", "index.csv")
HEADINGS = (
    Words("文件", "File"),
    Words("单位", "Unit"),
    Words("编号", "Code"),
    Words("任务", "Task"),
    Words("填报时间", "Reported"),
    Words("原文件名", "Original name"),
    Words("字节", "Bytes"),
)
INFORMATION = Words("工作信息", "Work information")
DIGEST = Words("SHA-256", "SHA-256")
MOVED = Words("（已移出，现存于 {place}）", "(moved out; now stored at {place})")
NOT_KEPT = Words("（未存原件，请在填报记录中查看）", "(not kept here; see the history in the chat)")
