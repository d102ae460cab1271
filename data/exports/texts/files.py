"""The names of exported files, and the texts in the archive of evidence."""

from data.exports.texts import Words

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
