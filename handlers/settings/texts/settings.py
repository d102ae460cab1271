"""Texts of the main settings page and of 审核范围."""

from handlers.wording import Html, Language, Wording, join

HEAD = Wording("<b>设置</b>", "<b>Settings</b>")
REVIEW_DONE = Wording("审核：只审报“已完成”的。", "Review: only what is reported done.")
REVIEW_ALL = Wording("审核：每一份填报都审。", "Review: every report.")
EVERY_REPORT = Wording("审核范围：每份都审", "review: every report")
ONLY_DONE = Wording("审核范围：只审已完成", "review: only what is done")
NOW_ALL = Wording("每份填报都审", "every report")
NOW_DONE = Wording("只审报“已完成”的", "only what is reported done")
ALREADY = Wording("现在就是：{now}，不用改。", "It is already so: {now}.")
SCOPE = Wording("审核范围", "What is reviewed")
WHICH_SCOPE = Wording("哪些填报要审核？", "Which reports should be reviewed?")
SCOPE_CHANGE = Wording("审核范围：{before} → <b>{after}</b>", "Review: {before} → <b>{after}</b>")
FROM_NOW_ALL = Wording(
    "以后报来的每一份都要办公室通过；以前报的不变。",
    "Every report from now on waits for the office; earlier ones stay.",
)
FROM_NOW_DONE = Wording(
    "以后只有报“已完成”的要办公室通过，其他的报了就算。",
    "From now on only what is reported done waits for the office; other reports count at once.",
)
SET = Wording("已改：审核范围，{now}。", "Changed: review, {now}.")
SCOPE_WAITS = Wording("审核范围还没改完", "What is reviewed is not changed yet")
TO_ALL = Wording("改为每份都审", "Review every report")
TO_DONE = Wording("改为只审已完成", "Review only what is done")
CONTACT = Wording("办公室联系人", "The office's contact")
CONSENT = Wording("登记要不要同意", "Consent to newcomers")
HINT = Wording(
    "点按钮修改，也可以直接说，如：提醒时间改成8点、每周一发群里、12月31日放假。",
    "Press a button, or say it: reminder time 8:00, group list on Mondays, 31 December off.",
)
NOT_READ = Wording(
    "“{said}”没有读懂要改成什么，现在什么也没有改。",
    "“{said}”: I could not make out what to change, so nothing is changed.",
)
ONE_A_DAY = Wording(
    "每人每个工作日最多一条，不能整个关掉；可以换时间，也可以说“12月31日放假”或“暂停提醒市商务局到12月10日”。",
    "Nobody gets more than one on a working day, and they cannot be switched off altogether. You can change the hour, "
    "or say “31 Dec off” or “pause 市商务局 until 10 Dec”.",
)
WEEKEND_FREE = Wording(
    "周六、周日本来就不发提醒，只有调休上班的日子才发；目前已知的安排里没有这样的日子，不用改。",
    "Nothing is sent at weekends except on make-up working days; none is known at present, so there is nothing to "
    "change.",
)
WEEKEND_WORKED = Wording(
    "周六、周日本来就不发提醒，只有调休上班的日子才发。已知的这些日子也不发吗？",
    "Nothing is sent at weekends except on make-up working days. Should nothing be sent on those either?",
)


def review_text(everything: bool, language: Language) -> str:
    """Return what is reviewed."""
    return (NOW_ALL if everything else NOW_DONE)(language)


def scope_preview(before: bool, after: bool, language: Language) -> Html:
    """Return what is reviewed before and after a change, and what that means."""
    said = [review_text(each, language) for each in (before, after)]
    change = SCOPE_CHANGE(language, before=said[0], after=said[1])
    return join([change, (FROM_NOW_ALL if after else FROM_NOW_DONE)(language)])


def settings_text(everything: bool, language: Language) -> Html:
    """Return the main settings page."""
    return join([HEAD(language), (REVIEW_ALL if everything else REVIEW_DONE)(language), HINT(language)])
