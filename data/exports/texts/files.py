"""What the files are called."""

from data.exports.texts import Words

PICTURE = Words("进展图", "picture")
WORKBOOK = Words("台账", "ledger")
TABLE = Words("任务表", "tasks")
REPORT = Words("工作进展情况报告", "report on progress")
BRIEF = Words("工作简报", "brief")
DRAFT = Words("工作总结", "summary of work")
EVIDENCE = Words("佐证材料", "evidence")
NAME = Words(
    "{what}_{units}_{first:%Y%m%d}-{last:%Y%m%d}{part}.{ending}",
    "{what}_{units}_{first:%Y%m%d}-{last:%Y%m%d}{part}.{ending}",
)
