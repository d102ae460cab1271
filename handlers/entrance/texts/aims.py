"""Texts for sentences that are understood but not acted on: courtesies, refusals, and what was not kept."""

from data.understanding import Aim
from handlers.wording import Wording

NOT_KEPT = Wording(
    "刚才的话没有记成进展。要报就点“报进展”，或带上进度再发，如“{code} 60%，……”。",
    "What you wrote was not stored as a report. To report it, press “Report progress”, or say how far it is, such as "
    "“{code} 60%, …”.",
)
WHEN_CLOSED = Wording(
    "补材料请直接发照片或文件，配文写上 {code}；报过的数有误请写明，如“{code} 立案件数应该是3”；"
    "别的情况可以告诉办公室。",
    "To add evidence, send the photo or file with {code} as its caption; to put a figure right, write it, such as "
    "“{code} cases filed should be 3”; for anything else, I can tell the office.",
)
CANNOT_ANSWER = Wording(
    "这个我答不上来。可以转告办公室；看任务发“我的任务”，报进展发“报进展”。",
    "I cannot answer that, but I can pass it on to the office. I can also show your tasks (“my tasks”) and take your "
    "reports.",
)
NOTHING_SENT = Wording("好的，什么也没有改，也没有发。", "All right: nothing has been changed or sent.")
COURTESIES_BACK = {Aim.THANKS: Wording("不客气，有事随时说。", "You are welcome."), Aim.REFUSE: NOTHING_SENT}
NODDED_BACK = Wording("好的，有事随时说。", "All right.")
NOTHING_ASKED = Wording("现在没有要您确认的内容。", "Nothing is waiting for you to confirm.")
NOT_DONE = Wording("“{words}”：没有动。", "“{words}”: left as it is.")
NOTHING_YET = Wording(
    "好的，现在什么也没有改，也没有发；到时请再说一次。",
    "All right: nothing has been changed or sent now; please say it again then.",
)
NOTHING_CHANGED = Wording("好的，什么也没有改。", "All right: nothing has been changed.")
