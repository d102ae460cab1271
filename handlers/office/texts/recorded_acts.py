"""Names of the recorded acts and of the values in their details, and what is said of verdicts and settings that can be,
or were, taken back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.acts.recorded_acts import Act
from data.errors.plans import SetAgainSince
from data.errors.reporting import VerdictStands
from data.reporting.reviews import FullReport
from data.standing.standing import Verdict
from handlers.settings.audit_lines import change_text
from handlers.wording import Html, Language, Sentences, Wording, cut, day_text, html, join, labels, series

ACTIONS = {
    "report": Wording("填报", "reported on"),
    "withdraw": Wording("撤回填报", "withdrew the report on"),
    "add_evidence": Wording("补佐证材料", "added evidence to"),
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
    "void_invitations": Wording("作废邀请链接", "voided the invitation links of"),
    "join": Wording("登记加入", "joined"),
    "remove": Wording("移除人员", "removed"),
    "change_unit": Wording("更正单位", "changed the unit of"),
    "move_evidence": Wording("移出佐证材料", "moved evidence to"),
    "forget": Wording("注销登记", "deleted the registration"),
    "bind": Wording("绑定群", "bound a group"),
    "unbind": Wording("解绑群", "unbound a group"),
    "broadcast": Wording("群发", "broadcast"),
    "nudge": Wording("催办", "nudged"),
    "nudge_later": Wording("定时催办", "set a time to nudge"),
    "nudge_return": Wording("催报统计报表", "nudged for the return"),
    "snooze": Wording("推迟提醒", "put off"),
    "end_snooze": Wording("照常提醒", "is reminded as usual of"),
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
    "broadcast_moved": Wording("改群发的时间", "moved the broadcast"),
    "broadcast_readdressed": Wording("改群发的对象", "changed who gets the broadcast"),
    "broadcast_reworded": Wording("改群发的内容", "reworded the broadcast"),
    "broadcast_stopped": Wording("停止群发", "stopped the broadcast"),
    "regular_summary": Wording("设定期汇总", "set a regular summary"),
    "end_regular_summary": Wording("停定期汇总", "ended a regular summary"),
    "undo_remove": Wording("撤销移除", "brought back"),
    **dict.fromkeys(("end_deputy", "drop_deputy"), Wording("取消B角", "recalled the deputy")),
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
    "leave_unit_out": Wording("统计报表某单位某期不报", "left a unit out of a period of"),
    "ask_unit_again": Wording("统计报表某单位某期照常报", "asked a unit again for a period of"),
    "leave_period_out": Wording("统计报表某期不报", "left out a period of"),
    "ask_for_period": Wording("统计报表某期照常报", "asked again for a period of"),
    "file_return": Wording("报统计报表", "filed the return"),
    "correct_return": Wording("更正统计报表", "corrected the return"),
    "give_back_return": Wording("退回统计报表", "gave back the return"),
}


VALUES = {
    "accepted": Wording("通过", "accepted"),
    "returned": Wording("退回", "returned"),
    "taken": Wording("采用", "taken"),
    "declined": Wording("不采用", "not taken"),
    "changed": Wording("改日期", "another day"),
    "refused": Wording("不同意", "declined"),
    **{role.value: words for role, words in labels.ROLE.items()},
}

UNDONE = Wording("已撤销：", "Undone:")
PAUSE = Wording("暂停提醒：{unit}，到{until}", "paused: {unit}, until {until}")
RESUMED = Wording("恢复提醒：{unit}", "reminded again: {unit}")
EXTENSION = Wording("答复延期申请：{unit} {code}，{said}", "answered the request for more time: {unit} {code}, {said}")
UNTIL = Wording("延到{day}", "due {day}")
STAYS = Wording("期限不变", "the deadline stays")
INFORMATION = Wording("工作信息：{unit}《{title}》，{said}", "work information: {unit} “{title}”, {said}")
OF_GROUP = Wording("{action}“{group}”：{units}", "{action} “{group}”: {units}")
LEAVE = Wording("请假：{name}，{first}至{last}", "leave: {name}, {first} to {last}")
ROUND = Wording("{action}：{title}（{period}）", "{action}: {title} ({period})")
OTHER = Wording("{action}：{subject}", "{action}: {subject}")
RETURN_UNDONE = {
    "set_up_return": Wording("已撤销，{title}不用报了。", "Undone: {title} is not asked for."),
    "change_return": Wording("已撤销，{title}和改之前一样。", "Undone: {title} is as it was."),
    "end_return": Wording("已撤销，{title}照常报。", "Undone: {title} is asked for as before."),
}
CONSENT_ON = Wording("新来的人需要同意：开", "consent: on")
CONSENT_OFF = Wording("新来的人需要同意：关", "consent: off")
VERDICT_UNDONE = Wording(
    "已撤销：{unit}的 {code} 重新等待审核。单位如已收到结果，会收到一句说明。",
    "Undone: {unit} {code} is waiting for review again. If the unit was told the verdict, it gets a correction.",
)
VERDICTS_UNDONE = Wording(
    "已撤销：{count} 份填报重新等待审核：{codes}。单位如已收到结果，会收到一句说明。",
    "Undone: {count} reports are waiting for review again: {codes}. Units that were told the verdict get a correction.",
)
VERDICT_UNDONE_LETTER = Wording(
    "<b>{code}</b> {title}：办公室撤销了刚才的审核结果，这份填报重新等待审核。您不用做什么，有结果会再告诉您。",
    "<b>{code}</b> {title}: the office has taken its verdict back, and your report is waiting for review again. You "
    "need not do anything; I will tell you the result.",
)
LAST_VERDICT = Wording(
    "最近一次审核（{time} {by}）：{unit}的 {code}，{verdict}。要撤销吗？",
    "The last verdict ({time}, {by}): {unit} {code}, {verdict}. Undo it?",
)
VERDICT = Wording("审核{unit}的 {code}：{verdict}", "review of {unit} {code}: {verdict}")
WAITS_AGAIN = Wording("{unit}的 {code} 在等待审核", "{unit} {code} is waiting for review")
NOTHING_TO_UNDO = Wording(
    "一天之内没有可以撤销的审核结果。发 /review 看等待审核的填报。",
    "No verdict from the last day can be undone. /review shows the reports that are waiting.",
)
REPORTED_SINCE = Wording(
    "{code} 之后又有新的填报，刚才的结果不能撤销了；请直接审核新的那份：/review。",
    "There is a newer report on {code}, so the verdict cannot be undone; please review the newer one: /review.",
)
TOO_LATE = Wording(
    "{code} 的审核结果已经过了一天，不能撤销了；需要更正的话，请让单位再报一次。",
    "The verdict on {code} is more than a day old and cannot be undone; please ask the unit to report once more.",
)


def setting_text(act: Act, language: Language) -> Html:
    """Return a line that says what was set."""
    if (told := change_text(act.action, act.subjects, act.details, language)) is not None:
        return told
    first, named = act.details[0], cut(series(act.named, language), 300)
    match act.action:
        case "pause":
            return PAUSE(language, unit=named, until=date.fromisoformat(first["until"]))
        case "pause_ended":
            return RESUMED(language, unit=named)
        case "newcomers_need_consent":
            return (CONSENT_ON if first["wanted"] else CONSENT_OFF)(language)
        case "decide_extension":
            answered = zip(act.subjects, act.details, strict=True)
            return join([_extension(subject, detail, language) for subject, detail in answered])
        case "absence":
            span = {name: day_text(date.fromisoformat(first[name]), language) for name in ("first", "last")}
            return LEAVE(language, name=act.named[0], **span)
        case "decide_information":
            title, said = cut(first["name"], 60), VALUES[first["verdict"]](language)
            return INFORMATION(language, unit=act.subjects[0], title=title, said=said)
    action = ACTIONS[act.action](language)
    if first.get("group"):
        return OF_GROUP(language, action=action, group=first["group"], units=named)
    if first.get("period"):
        return ROUND(language, action=action, title=act.subjects[0], period=first["period"])
    return OTHER(language, action=action, subject=named or _value(first))


def setting_undone(act: Act, language: Language) -> Html:
    """Return the answer that `act` was taken back."""
    if act.action in RETURN_UNDONE:
        return RETURN_UNDONE[act.action](language, title=act.subjects[0])
    return join([UNDONE(language), setting_text(act, language)])


def _extension(subject: str, detail: Mapping[str, Any], language: Language) -> Html:
    code, _, unit = subject.partition("@")
    day = detail.get("day")
    said = UNTIL(language, day=date.fromisoformat(day)) if day else STAYS(language)
    return EXTENSION(language, unit=unit, code=code, said=said)


def _value(detail: Mapping[str, Any]) -> Html:
    """Return the details' stand-in for the subject: a contact, or the title of a group that was unbound."""
    return html(detail.get("contact") or (detail.get("before") or {}).get("title", ""))


def verdicts_undone(reports: Sequence[FullReport], language: Language) -> Html:
    """Return the confirmation to the office that verdicts were taken back."""
    if len(reports) == 1:
        return VERDICT_UNDONE(language, code=reports[0].code, unit=reports[0].unit)
    codes = cut(series((each.code for each in reports), language), 500)
    return VERDICTS_UNDONE(language, count=len(reports), codes=codes)


def verdict_line(report: FullReport, language: Language) -> Html:
    """Return a verdict in one line; that the report waits if it has none."""
    if report.verdict is None:
        return WAITS_AGAIN(language, unit=report.unit, code=report.code)
    return VERDICT(language, unit=report.unit, code=report.code, verdict=VALUES[report.verdict])


def last_verdict(report: FullReport, today: date, language: Language) -> Html:
    """Return the last verdict with its time and author, and the question whether to take it back."""
    at = report.decided_at or report.at
    time = f"{day_text(at.date(), language, today)} {at:%H:%M}"
    verdict = VALUES[report.verdict or Verdict.ACCEPTED](language)
    return LAST_VERDICT(language, time=time, by=report.decided_by, unit=report.unit, code=report.code, verdict=verdict)


REFUSALS: Sentences = {
    VerdictStands: lambda error, language: REPORTED_SINCE if error.reported_since else TOO_LATE,
    SetAgainSince: Wording(
        "之后又改过，不能撤销了；请在原来的页面直接改。",
        "It has been changed again since, so this cannot be undone; please change it on its own page.",
    ),
}
