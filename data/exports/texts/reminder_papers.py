"""The texts of a paper to a unit in its three grades."""

from data.exports.texts import Words
from data.standing.standing import Light

BLUE, YELLOW, RED = Light.DUE_SOON, Light.WORRYING, Light.OVERDUE
"""The grades are the lights of the tasks: due soon, blocked or behind, overdue."""
MARK = {
    RED: Words("【红色督办】", "[RED]"),
    YELLOW: Words("【黄色提醒】", "[YELLOW]"),
    BLUE: Words("【蓝色提醒】", "[BLUE]"),
}
TITLE = {
    RED: Words("关于限期办理逾期任务的督办单", "Demand to complete overdue tasks"),
    YELLOW: Words("关于加快推进滞后任务的提醒函", "Reminder of tasks that are behind"),
    BLUE: Words("关于按期完成临近到期任务的提醒函", "Reminder of tasks due soon"),
}
TO = Words("{unit}：", "To {unit}:")
STATE = {
    RED: Words(
        "根据《{title}》，截至{day}，你单位负责的以下{count}项任务已过完成时间，尚未报告完成：",
        "By {day}, {count} tasks of yours under the plan ({title}) are overdue and not reported done:",
    ),
    YELLOW: Words(
        "根据《{title}》，截至{day}，你单位负责的以下{count}项任务受阻、进度偏慢或较长时间没有填报：",
        "By {day}, {count} tasks of yours under the plan ({title}) are blocked, behind, or long without a report:",
    ),
    BLUE: Words(
        "根据《{title}》，截至{day}，你单位负责的以下{count}项任务将在7天内到期：",
        "By {day}, {count} tasks of yours under the plan ({title}) fall due within 7 days:",
    ),
}
ASK = {
    RED: Words(
        "请高度重视，于{until}前办结并填报；确实不能办结的，请于同日前书面说明原因、困难和办结时限。",
        "Please complete and report them by {until}. If that is not possible, explain in writing by then why, and "
        "when they will be completed.",
    ),
    YELLOW: Words(
        "请抓紧推进，于{until}前填报进展；遇到困难的，请写明原因和需要协调的事项。",
        "Please move them forward and report by {until}. If something is in the way, say what it is and what you need.",
    ),
    BLUE: Words(
        "请对照完成时间抓紧办理，按期完成并填报；确需延期的，请在到期前提出申请。",
        "Please complete and report them on time. If you need more time, ask for it before the deadline.",
    ),
}
HEADS = (Words("编号", "Code"), Words("任务", "Task"), Words("完成时间", "Deadline"), Words("目前情况", "State"))
PERCENT = Words("{percent}%", " {percent}%")
LATE = Words("，逾期{days}天", ", {days} days overdue")
LEFT = Words("，还有{days}天", ", {days} days left")
TODAY = Words("，今天到期", ", due today")
LAST = Words("；{day}填报", "; reported on {day}")
UNDATED = Words("未明确", "not stated")
CONTACT = Words("联系人及电话：{contact}", "Contact: {contact}")
NO_ISSUER = Words("（发文单位）", "(issuing office)")
