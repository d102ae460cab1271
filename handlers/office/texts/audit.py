"""The record of who changed what, in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from data.notices.plan_rules import RuleName
from data.office.audit_trail import AuditLine, AuditPage, AuditScope
from data.store.retention import Kept
from data.times import day_kept
from handlers.office.texts.reminder_days import NOT_ENTERED, OFF, ON
from handlers.office.texts.reminder_rules import NAMES, rule_change
from handlers.office.texts.retention import NAMES as NAMES_KEPT
from handlers.office.texts.settings import review_text
from handlers.telegram import Html, Language, Wording, cut, day_text, html, join, labels, plain, series

HEAD = Wording("操作记录 · {of} · 共 {count} 条", "Record · {of} · entries: {count}")
ALL = Wording("全部", "all")
NOTHING = Wording("没有这样的操作记录。", "There is no such entry.")
LINE = Wording("<b>{time}</b> {by}：{action}{subject}", "<b>{time}</b> {by}: {action}{subject}")
BY_NOBODY = Wording("命令行或系统", "command line or system")
SUBJECT = Wording(" {subject}", " {subject}")
UNDO_LAST = Wording("撤销最近一次操作", "Undo what was done last")
AS_XLSX = Wording("导出表格（.xlsx）", "Export (.xlsx)")
AS_CSV = Wording("导出 .csv", "Export (.csv)")
FILE = Wording("操作记录", "record")
HEADINGS = (
    Wording("时间", "Time"),
    Wording("人员", "Person"),
    Wording("操作", "Action"),
    Wording("对象", "Subject"),
    Wording("内容", "Details"),
)
HOW = Wording(
    "可以再说具体些：/audit 43-5、/audit 市公安局、/audit 某人、/audit 昨天，或“谁改了43-5”。",
    "It can be narrowed: /audit 43-5, /audit 市公安局, /audit a name, /audit yesterday, or “who changed 43-5”.",
)
ACTIONS = {
    "report": Wording("填报", "reported on"),
    "withdraw": Wording("撤回填报", "withdrew the report on"),
    "correct_figure": Wording("更正数字", "corrected a figure of"),
    "review": Wording("审核", "reviewed"),
    "task_note": Wording("反映任务问题", "wrote a note about"),
    "answer_task_note": Wording("回复单位反映", "answered the note about"),
    "undo_review": Wording("撤销审核", "took a verdict back"),
    "review_everything": Wording("改审核范围", "changed what is reviewed"),
    "ask_extension": Wording("申请延期", "asked for more time for"),
    "withdraw_extension": Wording("撤回延期申请", "withdrew the request for"),
    "decide_extension": Wording("答复延期", "decided on more time for"),
    "plan_event": Wording("填事件日期", "entered the day of"),
    "plan_edit": Wording("改任务内容", "edited"),
    "plan_units": Wording("改责任单位", "changed the units of"),
    "plan_add": Wording("新增任务", "added"),
    "plan_close": Wording("办结", "closed"),
    "plan_withdraw": Wording("移出任务", "took out"),
    "plan_deadline": Wording("改期限", "changed the deadline of"),
    "plan_settle": Wording("核对期限无误", "settled the deadline of"),
    "undo_plan_change": Wording("撤销改动", "undid the change of"),
    "import_plan": Wording("导入任务表", "imported"),
    "close_plan": Wording("归档任务表", "archived"),
    "make_plan_current": Wording("设为现行任务表", "made current"),
    "import_people": Wording("导入名单", "imported the roster"),
    "invite": Wording("发邀请", "invited"),
    "join": Wording("登记加入", "joined"),
    "remove": Wording("移除人员", "removed"),
    "move_evidence": Wording("移出佐证材料", "moved evidence to"),
    "forget": Wording("注销登记", "deleted the registration"),
    "bind": Wording("绑定群", "bound a group"),
    "unbind": Wording("解绑群", "unbound a group"),
    "broadcast": Wording("群发", "broadcast"),
    "nudge": Wording("催办", "nudged"),
    "nudge_later": Wording("定时催办", "set a time to nudge"),
    "nudge_return": Wording("催报统计报表", "nudged for the return"),
    "snooze": Wording("推迟提醒", "put off"),
    "add_steps": Wording("分解步骤", "divided into steps"),
    "change_step": Wording("改步骤", "changed a step of"),
    "step_done": Wording("完成步骤", "did a step of"),
    "step_not_done": Wording("步骤改回未完成", "took back a step of"),
    "remove_step": Wording("删除步骤", "took away a step of"),
    "restore_step": Wording("恢复步骤", "brought back a step of"),
    "rule": Wording("改提醒规则", "changed a rule"),
    "retention": Wording("改数据保留", "changed what is kept"),
    "undo_setting": Wording("撤销", "took back"),
    "calendar_day": Wording("录入工作日历", "entered into the calendar"),
    "pause": Wording("暂停提醒", "paused"),
    "pause_ended": Wording("恢复提醒", "reminds again"),
    "quiet_hours": Wording("设自己的免打扰时段", "set the own quiet hours"),
    "newcomers_need_consent": Wording("改登记是否需要同意", "changed whether newcomers need consent"),
    "decide_arrival": Wording("答复登记申请", "decided on the registration of"),
    "office_contact": Wording("填办公室联系人", "entered the office's contact"),
    "enter_phone": Wording("填电话", "entered the number of"),
    "unit_alias": Wording("给单位加叫法", "added a name of"),
    "drop_unit_alias": Wording("去掉单位的叫法", "dropped a name of"),
    "join_unit_group": Wording("把单位加入分组", "put into a group"),
    "leave_unit_group": Wording("把单位移出分组", "took out of a group"),
    "group_scope": Wording("改群的范围", "changed what is told to the group"),
    "group_posts": Wording("改群里发什么", "changed what is posted to the group"),
    "group_time": Wording("改群清单的时间", "changed when the group gets its list"),
    "group_language": Wording("改群的语言", "changed the language of the group"),
    "broadcast_stopped": Wording("停止群发", "stopped the broadcast"),
    "regular_summary": Wording("设定期汇总", "set a regular summary"),
    "end_regular_summary": Wording("停定期汇总", "ended a regular summary"),
    "undo_remove": Wording("撤销移除", "brought back"),
    "end_deputy": Wording("取消B角", "recalled the deputy"),
    "drop_deputy": Wording("取消B角", "recalled the deputy"),
    "deputy_hears": Wording("改B角收不收提醒", "changed who hears of"),
    "urgent": Wording("标为急", "marked urgent"),
    "absence": Wording("登记请假", "put down leave"),
    "end_absence": Wording("结束请假", "ended leave"),
    "information": Wording("报送工作信息", "sent work information of"),
    "withdraw_information": Wording("撤回工作信息", "withdrew work information of"),
    "decide_information": Wording("处理工作信息", "decided on work information of"),
    "edit_information": Wording("改工作信息", "edited a copy of work information of"),
    "add_indicator": Wording("新增指标", "added an indicator"),
    "retire_indicator": Wording("停用指标", "took an indicator out of use"),
    "total_indicator": Wording("改指标合计", "changed how an indicator is totalled"),
    "set_up_return": Wording("设统计报表", "set up the return"),
    "change_return": Wording("改统计报表", "changed the return"),
    "end_return": Wording("停用统计报表", "ended the return"),
    "resume_return": Wording("恢复统计报表", "resumed the return"),
    "freeze_return": Wording("固定统计报表数字", "froze the figures of"),
    "unfreeze_return": Wording("解除数字固定", "unfroze the figures of"),
    "leave_period_out": Wording("统计报表某期不报", "left out a period of"),
    "ask_for_period": Wording("统计报表某期照常报", "asked again for a period of"),
    "file_return": Wording("报统计报表", "filed the return"),
    "correct_return": Wording("更正统计报表", "corrected the return"),
    "give_back_return": Wording("退回统计报表", "gave back the return"),
}
DAY = {True: ON, False: OFF, None: NOT_ENTERED}
SAID = (
    "period",
    "alias",
    "group",
    "contact",
    "until",
    "reason",
    "day",
    "verdict",
    "decision",
    "answer",
    "percent",
    "note",
    "role",
    "name",
    "file",
    "first",
    "last",
)
"""What of the details is told, in this order."""
VALUES = {
    "accepted": Wording("通过", "accepted"),
    "returned": Wording("退回", "returned"),
    "taken": Wording("采用", "taken"),
    "declined": Wording("不采用", "not taken"),
    "changed": Wording("改日期", "another day"),
    "refused": Wording("不同意", "declined"),
    "liaison": Wording("联络员", "liaison"),
    "deputy": Wording("B角", "deputy"),
    "coordinator": Wording("协调员", "coordinator"),
    "observer": Wording("观察员", "observer"),
}


def audit_page(found: AuditPage, scope: AuditScope, zone: ZoneInfo, today: date, language: Language) -> Html:
    """A page of the record."""
    head = HEAD(language, of=_of(found, scope, today, language), count=found.total)
    if not found.lines:
        return join([head, NOTHING(language), HOW(language)])
    where = labels.PAGE(language, page=found.page + 1, pages=found.pages) if found.pages > 1 else Html("")
    lines = [_line(each, zone, today, language) for each in found.lines]
    return join([join([head, where], " · "), *lines, HOW(language) if _is_all(scope) else Html("")])


def rows_of(lines: tuple[AuditLine, ...], zone: ZoneInfo, language: Language) -> list[list[str]]:
    """The record as rows of a table."""
    return [
        [
            f"{each.at.astimezone(zone):%Y-%m-%d %H:%M}",
            each.by or str(BY_NOBODY(language)),
            _action(each.action, language),
            _subject(each, language),
            _told(each, language),
        ]
        for each in lines
    ]


def details(detail: Mapping[str, Any], language: Language) -> str:
    """What else is known of what was done, in a line."""
    said = [_value(name, detail[name], language) for name in SAID if detail.get(name) not in (None, "", 0)]
    tasks = detail.get("tasks")
    if isinstance(tasks, list) and len(tasks) > 1:
        said.append(series(map(str, tasks), language))
    return "；".join(said) if language == "zh" else "; ".join(said)


def what_was_done(line: AuditLine, language: Language) -> Html:
    """What was done to what, without when and by whom."""
    what = " ".join(filter(None, [_action(line.action, language), _subject(line, language)]))
    return html(cut(what, 120))


def _is_all(scope: AuditScope) -> bool:
    return scope == AuditScope()


def _of(found: AuditPage, scope: AuditScope, today: date, language: Language) -> str:
    days = sorted({each for each in (scope.first, scope.last) if each is not None})
    said = [found.code, found.unit, found.person, "—".join(day_text(each, language, today) for each in days)]
    return " · ".join(filter(None, said)) or str(ALL(language))


def _line(line: AuditLine, zone: ZoneInfo, today: date, language: Language) -> Html:
    at = line.at.astimezone(zone)
    subject = SUBJECT(language, subject=cut(_subject(line, language), 60)) if line.subject else Html("")
    head = LINE(
        language,
        time=f"{day_text(at.date(), language, today)} {at:%H:%M}",
        by=cut(line.by, 20) or str(BY_NOBODY(language)),
        action=_action(line.action, language),
        subject=subject,
    )
    more = _told(line, language)
    return join([head, html(cut(more, 150))], " · ")


def _told(line: AuditLine, language: Language) -> str:
    """What else is known of a line: of a rule how it was changed, of a setting taken back which it was."""
    if line.action == "undo_setting" and line.detail.get("undone") in ACTIONS:
        return str(ACTIONS[line.detail["undone"]](language))
    if line.action == "calendar_day":
        return str(DAY[line.detail.get("works")](language))
    if line.action == "review_everything":
        return review_text(bool(line.detail.get("everything")), language)
    codes = [str(each) for each in line.detail.get("tasks") or []]
    known = all(code in line.subject for code in codes)
    return details({name: value for name, value in line.detail.items() if name != "tasks" or not known}, language)


def _subject(line: AuditLine, language: Language) -> str:
    """What a line is of; of a rule what it was before and after."""
    if line.action == "rule" and line.subject in list(RuleName):
        before, after = str(line.detail.get("before", "")), str(line.detail.get("after", ""))
        return plain(rule_change(RuleName(line.subject), before, after, language))
    if line.subject in list(Kept):
        return NAMES_KEPT[Kept(line.subject)](language)
    if line.detail.get("undone") == "rule" and line.subject in list(RuleName):
        return NAMES[RuleName(line.subject)](language)
    return line.subject.replace("@", " ")


def _action(action: str, language: Language) -> str:
    return str(ACTIONS[action](language)) if action in ACTIONS else action.replace("_", " ")


def _value(name: str, value: Any, language: Language) -> str:
    if name == "percent":
        return f"{value}%"
    if (day := day_kept(value)) is not None:
        return day_text(day, language)
    return str(VALUES[value](language)) if value in VALUES else str(value)
