"""Texts of buttons and labels used in several rooms, and the names of statuses and roles."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from data.exports import texts as file_words
from data.exports.texts import return_sheets as return_words
from data.exports.texts import sheets as sheet_words
from handlers.wording.wordings import NOTHING, Html, Language, Wording, in_chat

T = TypeVar("T")
MY_TASKS = Wording("我的任务", "My tasks")
REPORT = Wording("报进展", "Report progress")
EXTEND = Wording("申请延期", "Ask for more time")
DUE_SOON = Wording("临期", "Due soon")
HELP = Wording("帮助", "Help")
SUMMARY = Wording("汇总", "Summary")
TO_REVIEW = Wording("审核", "Review")
PEOPLE = Wording("人员名单", "People")
IMPORT_PLAN = Wording("导入任务表", "Import a plan")
SETTINGS = Wording("设置", "Settings")
HISTORY = Wording("填报记录", "History")
NO_RANKING = Wording("\n按任务表的顺序列出；这里不排名次。", "\nIn the plan's order; nobody is ranked here.")
RETURNS = in_chat(return_words.BOOK)
FILL_RETURN = Wording("填报表", "Fill in the return")
PREVIOUS_PAGE = Wording("上一页", "Previous")
NEXT_PAGE = Wording("下一页", "Next")
PREVIOUS_ITEM = Wording("上一项", "Previous")
NEXT_ITEM = Wording("下一项", "Next")
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
UNREPORTED = Wording("还没报的", "Not reported")
FIGURES = in_chat(sheet_words.FIGURES)
OVERALL = Wording("总体", "Overall")
STATUS = {status: in_chat(words) for status, words in file_words.STATUS.items()}
NEVER_REPORTED = Wording("还没报过", "No report yet")
LIGHT = {light: in_chat(words) for light, words in sheet_words.LIGHTS.items()}
DONE = in_chat(sheet_words.DONE)
ROLE = {role: in_chat(words) for role, words in sheet_words.PEOPLE_ROLES.items()}
CARD_FIELD = Wording("<b>{label}</b>：{value}", "<b>{label}</b>: {value}")
LAST_REPORT = Wording("上次填报", "Last report")
NOT_STATED = Wording("未明确", "not stated")
UNIT_STATE = Wording("{light} {unit}：{status}", "{light} {unit}: {status}")
FIELD_STATUS = in_chat(sheet_words.STATUS)
FIELD_PERCENT = in_chat(sheet_words.PERCENT)
FIELD_OBSTACLE = in_chat(sheet_words.OBSTACLE)
FIELD_FIGURES = FIGURES
FIELD_EVIDENCE = Wording("佐证材料", "Evidence")
FIELD_DELIVERABLE = Wording("成果", "Deliverable")
FIELD_MEASURE = in_chat(sheet_words.MEASURE)
FIELD_DEADLINE = Wording("完成时间", "Deadline")
FIELD_NOTE = Wording("情况", "Note")
SAME_AS_LAST = Wording("沿用上次", "Same as last time")
SURE = Wording("就是这样", "They are right")
SUBMITTED = Wording("已提交 ✓", "已提交 ✓ Submitted")
"""The beginning of every answer that confirms a submission; what was submitted follows."""
EDIT = Wording("修改", "Change")
WITHDRAW = Wording("撤回", "Withdraw")
WITHDRAW_ALL = Wording("全部撤回", "Withdraw all of them")
CORRECT = Wording("更正", "Correct it")
GO_ON = Wording("下一步", "Go on")
ANYWAY = Wording("仍然提交", "Submit all the same")
NO_CHANGE = Wording("本期无变化", "No change this period")
NO_CHANGE_ALL = Wording("全部本期无变化", "No change in all of them")
ACCEPT = Wording("通过", "Accept")
RETURN = Wording("退回", "Return")
NEXT_REVIEW = Wording("看下一份", "Next one")
EVIDENCE_FILES = Wording("佐证材料（{count}）", "Evidence ({count})")
WHICH_ONE = Wording("您指的是哪一项？", "Which one do you mean?")
WHICH_UNIT = Wording("您指的是哪个单位？", "Which unit do you mean?")
WHICH_TO_EXTEND = Wording("哪一项需要延期[到{day}]？", "Which task needs more time[ until {day}]?")
REPORT_FOR = Wording("代报", "Report for the unit")
CHANGE_TASK = Wording("改任务", "Change the task")
REPORT_TASK = Wording("{code} 报进展", "{code} Report progress")
MORE = Wording("……另有 {count} 项", "… and {count} more")
WHOLE_PLAN = Wording("全部任务", "the whole plan")
SUMMARY_PART = Wording("{status} {count}", "{status} {count}")
UNIT_UNNAMED = Wording("单位未明确", "no unit named")

DAY_BUTTON = Wording("{words}（{day}）", "{words} ({day})")

PAGE = Wording("第 {page}/{pages} 页", "page {page} of {pages}")

REMOVE = Wording("移除", "Remove")
UNDO = Wording("撤销", "Undo")

CANCELLED = Wording("已取消，没有提交任何内容。", "Cancelled; nothing was submitted.")
URGENT = Wording("急：请办公室马上看", "Urgent: ask the office to look at once")
NUDGE = Wording("催办", "Nudge")
PAUSES = Wording("暂停提醒", "Pauses")
COMING_WEEK = Wording("未来七天的提醒", "The next seven days")
MAYBE_REPEATED = Wording("（可能重复）", "(可能重复 / may be a repetition)")
ONCE = in_chat(return_words.ONCE)
SOME_UNITS = Wording("选单位", "Choose units")
CHOSEN = Wording("选好了", "That is all")
SEND = Wording("确认发送", "Send it")
KEEP = Wording("不改", "Keep it")
TAKEN = Wording("已记下：", "Taken down:")
SEND_TO_THEM = Wording("发给对方", "Send it")
BACK_TO_SUMMARY = Wording("返回汇总", "Back to the summary")
TELL = Wording("告诉办公室", "Tell the office")
GO_REVIEW = Wording("去审核", "Review")
NO_DEADLINE = Wording("不设期限", "No deadline")
AGREE = Wording("同意", "Agree")
CHECK = Wording("请核对，无误后点“提交”：", "Please check, then press “Submit”:")
URGENT_TOLD = Wording("已请办公室马上看。", "The office has been asked to look at once.")
NOTHING_TO_UNDO = Wording("{code} 最近一天没有改动可以撤销。", "No change to {code} in the last day can be undone.")


def some_lines(
    found: Sequence[T], line: Callable[[T], Html], most: int, language: Language, more: Wording = MORE
) -> list[Html]:
    """Return a line for each of the first `most` items, and how many more there are."""
    left = len(found) - most
    return [*map(line, found[:most]), *([more(language, count=left)] if left > 0 else [])]


def repeated_mark(repeated: bool, language: Language) -> Html:
    """Return the note that an earlier copy of the message may have arrived; empty unless `repeated`."""
    return MAYBE_REPEATED(language) if repeated else NOTHING


def labelled(label: Wording, value: str | None, language: Language) -> Html:
    """Return a value with its label; empty if there is no value."""
    return CARD_FIELD(language, label=label, value=value) if value else NOTHING


def all_labelled(fields: Iterable[tuple[Wording, str | None]], language: Language) -> list[Html]:
    """Return each value with its label; an empty text for one that is missing."""
    return [labelled(label, value, language) for label, value in fields]
