"""Texts for strangers, for people who write too fast, and about edits and unknown commands."""

from handlers.wording import Wording

STRANGER = Wording(
    "您好。这是打击侵权假冒工作的联络员助手，只对已登记的人员开放。请向市领导小组办公室索取邀请链接，或把单位、姓名和手机号写在"
    "一条消息里发来，我转给办公室核实；已报过手机号的，可点下方按钮登记。",
    "Hello. This assistant is for registered liaisons only. Please ask the coordinating office for an invitation "
    "link, or write your unit, name and phone number in one message, which I pass on to the office. If your phone "
    "number is on its list, use the button below.",
)
NUMBER_WRITTEN = Wording(
    "写出来的手机号核对不了。请点下方按钮登记；没报过号的，请把单位、姓名和手机号写在一条消息里发来"
    "（例如：市商务局 李明 13812345678，单位写全称），我转给办公室核实。",
    "I cannot check a number that you type. Please use the button below, or write your unit by its "
    "full name, your name and number in one message (市商务局, Li Ming, 13812345678), which I pass on to the office.",
)
UNIT_UNKNOWN = Wording(
    "任务表里没有“{unit}”这个单位：写法不同的请写全称；确是这个单位的也请照上面写来，由办公室核实。",
    "The plan has no unit “{unit}”. If it goes by another name, please write that; if not, write as above all the "
    "same, and the office will see to it.",
)
TOO_FAST = Wording(
    "操作太频繁了，请一分钟后再试；刚才超出的部分没有处理。",
    "That was too fast. Please wait a minute; the messages over the limit were not handled.",
)

EDITS_NOT_READ = Wording(
    "改这条消息，记下的不会跟着变。请把改好的内容重新发一遍；改已提交的，也可以发“更正”。",
    "Editing this message changes nothing that is noted. Please send the corrected text again, or, for what is "
    "submitted, “correct”.",
)
EDIT_NOT_TAKEN = Wording(
    "改这条消息，记下的不会跟着变：{code} 现在还是{stands}。要改，请直接再发一句，例如：改成60%。",
    "Editing this message changes nothing that is noted: {code} still stands as {stands}. To change it, send a new "
    "message, such as: make it 60.",
)
NO_SUCH_COMMAND = Wording("没有 /{written} 这个命令。", "There is no command /{written}.")
NEAREST_COMMAND = Wording(
    "没有 /{written} 这个命令。您要的是不是 /{command}？", "There is no command /{written}. Did you mean /{command}?"
)
