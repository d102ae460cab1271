"""What is said where the office opens a closed task again."""

from handlers.telegram import Wording

NOT_CLOSED = Wording("{codes} 本来就没有办结，不用改。", "{codes} is not closed, so nothing has to be changed.")
ONE_BY_ONE = Wording(
    "一次恢复一项：先恢复 {code}；{others} 请恢复完再发一句。",
    "One task is opened again at a time: {code} first; please send another line for {others} then.",
)
OPEN_WITH_DAY = Wording(
    "{code} 现在是办结。恢复后按下面的期限继续填报。", "{code} is closed. It is open again with this deadline."
)
TOO_LATE = Wording(
    "{code} 的审核已经不能撤销。要让单位继续办，可以发“新增任务”另立一项。",
    "The verdict on {code} can no longer be taken back. To have the unit go on, send “add a task”.",
)
