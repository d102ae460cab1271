"""Texts of summaries that are sent regularly."""

from data.summary.regular_summaries import SummaryFrequency
from handlers.wording import Wording

REGULAR = Wording("定期发送", "Send regularly")
HEAD = Wording("<b>定期发送汇总</b>", "<b>Summaries sent regularly</b>")
NONE = Wording(
    "还没有设置。可以每周或每月把汇总自动发给某个人或已绑定的群。",
    "None yet. The summary of each week or month can be sent automatically to a person or a bound group.",
)
LINE = Wording("{number}. {every} → {name}", "{number}. {every} → {name}")
EVERY = {SummaryFrequency.WEEK: Wording("每周", "Every week"), SummaryFrequency.MONTH: Wording("每月", "Every month")}
WHEN = {
    SummaryFrequency.WEEK: Wording(
        "每周第一个工作日，发上一周的汇总", "on the first working day of a week, that of the week before"
    ),
    SummaryFrequency.MONTH: Wording(
        "每月第一个工作日，发上个月的汇总", "on the first working day of a month, that of the month before"
    ),
}
ADD = Wording("新增", "Add")
END = Wording("停发 {number}", "Stop {number}")

TO = Wording("发给", "To")
HOW_OFTEN = Wording("多久一次", "How often")
TO_WHOM = Wording(
    "发给谁？按下面的按钮，或发对方的姓名。已登记的人和已绑定的群都可以。",
    "To whom? Press a button, or send a name: anybody registered, or a bound group.",
)
WHICH_EVERY = Wording("每周发，还是每月发？", "Every week or every month?")
PREVIEW = Wording("请核对：{when}，发给 {name}。", "Please check: {when}, to {name}.")
SET = Wording("好的：{when}，发给 {name}。", "Set: {when}, to {name}.")
NOT_ON_A_DAY = Wording(
    "定期发送只能在每周、每月的第一个工作日，不能指定“{said}”。",
    "Summaries go out on the first working day of a week or month only; “{said}” cannot be set.",
)
SUMMARIES_ONLY = Wording(
    "定期发送的只能是汇总的文字；简报、台账、图这些文件，要的时候说一声就出。",
    "Only the text of the summary can be sent regularly; briefs, workbooks and pictures are made when asked for.",
)
FORWARD = Wording(
    "机器人不替您转给{name}，下面的请您转发。要自动发，说“每周把汇总发给{name}”。",
    "I do not pass this on to {name}: please forward what follows. To have it sent automatically, say “send {name} the "
    "summary every week”.",
)
OFFICE_SETS = Wording(
    "定期发送由办公室设置，可以请办公室加上您。这次要的在下面：",
    "Regular sending is set by the office; you can ask it to add you. What you asked for follows:",
)
WAITS = Wording("定期发送还没有设好", "The regular summary is not set yet")
NOT_FOUND = Wording(
    "没有找到“{name}”。请发已登记人员的姓名或已绑定群的名称。",
    "I found no person or bound group called “{name}”. Please send the name of somebody registered, or of a bound "
    "group.",
)
IS_IT = Wording("“{name}”是{names}吗？请写清单位和姓名。", "Is “{name}” {names}? Please write the unit and the name.")
SEVERAL = Wording(
    "“{name}”对得上不止一个：{names}。请写全名。", "“{name}” may be {names}. Please write the whole name."
)
UNCLEAR = (NOT_FOUND, IS_IT, SEVERAL)
"""What is said of a name that nobody has, that one has elsewhere, and that several have."""
