"""Texts about a typed answer to a broadcast's question."""

from handlers.wording import Wording

ANSWER = Wording("回复", "Answer")
CHECK = Wording(
    "通知问：{question}\n您的回复：<b>{choice}</b>[（附言：{words}）]\n对的话请点“回复”，要换请点别的。",
    "The notice asks: {question}\nYour answer: <b>{choice}</b>[ (with your words: {words})]\n"
    "Press “Answer” if that is right, or another one.",
)
CHECK_WORDS = Wording(
    "通知说：{question}\n您的回复：<b>{words}</b>\n对的话请点“回复”，要换请重写一句。",
    "The notice says: {question}\nYour answer: <b>{words}</b>\nPress “Answer” if that is right, or write another one.",
)
THE_NOTICE_SAID = Wording(
    "通知是这样说的：\n{text}\n没写到的，可以发“告诉办公室：……”问。",
    "The notice says:\n{text}\nFor anything else, send “tell the office: …”.",
)
NO_SUCH_NOTICE = Wording(
    "最近没有给您发过这样的通知。可以发“告诉办公室：……”问办公室。",
    "No such notice was sent to you lately. To ask the office, send “tell the office: …”.",
)
STILL_OPEN = Wording(
    "通知里问：<b>{question}</b>\n请点一个回复，之后还可以改。",
    "The notice asks: <b>{question}</b>\nPlease press an answer; you can change it.",
)
STILL_OPEN_IN_WORDS = Wording(
    "通知说：<b>{question}</b>\n请把回复直接写给我，我转给办公室。",
    "The notice says: <b>{question}</b>\nPlease write your answer to me; I pass it on to the office.",
)
KEPT = Wording("已记下您的回复：{choice}。要改可以再发一次。", "Noted: {choice}. Write again to change it.")
NOT_REPORTED = Wording(
    "进展还没有填报；要报请带上任务编号，例如“2-7 已完成”。",
    "No progress was reported; to report it, write the task's code, such as “2-7 done”.",
)
NOT_TAKEN = Wording(
    "“{said}”没有写进去。会议的事可以问办公室；回复照下面这条，要换请点别的。",
    "“{said}” was not noted; for questions, please ask the office. Your answer is below; press another to change it.",
)
WAITS = Wording("对通知的回复还没确认", "Your answer to the notice is not confirmed yet")
