"""Texts of the papers that remind a unit (提醒函, 督办单), written as files for the office to issue."""

from data.standing.standing import Light
from handlers.wording import Wording

PAPERS = Wording("提醒函 / 督办单 .docx", "Letters .docx")
PAPER_FOR = Wording("{unit}提醒函 .docx", "Letter to {unit} .docx")
WHICH_PAPER = Wording(
    "给哪个单位出提醒函？🔴 逾期出督办单，🟡 滞后、🔵 临近到期出提醒函。",
    "A letter to which unit? 🔴 overdue, 🟡 behind, 🔵 due soon.",
)
NO_PAPER = Wording("没有要提醒的：没有逾期、滞后和一周内到期的任务。", "There is nothing to remind anybody of.")
KIND = {
    Light.OVERDUE: Wording("督办单（红色）", "red letter"),
    Light.WORRYING: Wording("提醒函（黄色）", "yellow letter"),
    Light.DUE_SOON: Wording("提醒函（蓝色）", "blue letter"),
}
FILE_NAME = {
    Light.OVERDUE: Wording("督办单-{unit}-{day}.docx", "red-letter-{unit}-{day}.docx"),
    Light.WORRYING: Wording("提醒函-黄色-{unit}-{day}.docx", "yellow-letter-{unit}-{day}.docx"),
    Light.DUE_SOON: Wording("提醒函-蓝色-{unit}-{day}.docx", "blue-letter-{unit}-{day}.docx"),
}
CAPTION = Wording(
    "给{unit}的{kind}，{count} 项。请核对后由办公室印发；机器人没有发给对方。",
    "A {kind} to {unit}, {count} tasks. Please check and issue it; I have not sent it to them.",
)
OTHER_GRADE = Wording("{kind}：{count} 项", "{kind}: {count}")
