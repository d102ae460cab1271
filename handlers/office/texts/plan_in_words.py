"""Texts of sentences that change the plan: what can be changed, what was left undone, and reopened tasks."""

from handlers.wording import Wording

NOT_CLOSED = Wording("{codes} 本来就没有办结，不用改。", "{codes} is not closed, so there is nothing to change.")
ONE_BY_ONE = Wording(
    "一次恢复一项：先恢复 {code}；{others} 请恢复完再发一句。",
    "Tasks are reopened one at a time: {code} first; after that please send another line for {others}.",
)
DAY_OVER = Wording(
    "{day}已经过了，没有当作完成时间；请写要求哪天完成。",
    "{day} is over and was not taken as the deadline; please say by when it is to be done.",
)
OPEN_WITH_DAY = Wording(
    "{code} 现在是办结。恢复后按下面的期限继续填报。", "{code} is closed now. Once reopened, it has this deadline."
)
TOO_LATE = Wording(
    "{code} 的审核已经不能撤销。要让单位继续办，可以发“新增任务”另立一项。",
    "The verdict on {code} can no longer be taken back. If the unit is to continue, send “add a task”.",
)


NOT_READ = Wording(
    "没看懂“{said}”要改什么，什么也没有改。", "I cannot read what to change in “{said}”; nothing has been changed."
)
WHAT_CAN_BE_CHANGED = Wording(
    "可以这样改任务表：把43-5的期限改到12月10日；43-5移交给市商务局；办结43-5；新增任务；《……条例》11月28日出台。\n"
    "也可以发任务编号，点“改任务”。撤销上次改动发“撤销”，整份换新发来新表，归档发 /plans。",
    "The plan can be changed like this: change the deadline of 43-5 to 10 December; 43-5 hand over to 市商务局; close "
    "43-5; add a task; 《…》 was issued on 28 November.\n"
    "Or send a task's code and press “Change the task”. “Undo” takes the last change back; for a new plan send its "
    "file, /plans archives plans.",
)
STAYS_CHANGED = Wording(
    "{code} 已经改了，没有撤销；要撤销请发“撤销{code}”。",
    "{code} has been changed and stays so; to take that back, send “undo {code}”.",
)
WHICH_OTHERS = Wording(
    "除了这几项，还有哪些要改？现在什么也没有改。请写出要改的编号，如：6-7、7-1都改到12月底。",
    "Which other tasks should be changed? Nothing has been changed yet. Please write their codes, as in: change 6-7 "
    "and 7-1 to 31 December.",
)
DAY_IS_EARLIER = Wording(
    "请注意，这一天比原来的期限还早：{codes}。不是这个意思，请发“上一步”重写。",
    "Please note: this day is earlier than the present deadline of {codes}. If you mean another day, send “Back”.",
)
LEFT_AS_IT_IS = Wording(
    "没有期限、或不用往后推的不动：{codes}。也要改，请另写编号。",
    "What has no deadline, or none that is to be put off, stays as it is: {codes}. To change it too, send the codes.",
)
NO_DEADLINE = Wording(
    "“{said}”记不成一个期限，还没有改。", "“{said}” cannot be kept as a deadline; nothing is changed yet."
)
DAY_IS_PAST = Wording(
    "{day}已经过了，改成这一天，这项就是逾期。不是这一天，请发“上一步”重写。",
    "{day} is past: with this deadline the task is overdue. If you mean another day, send “Back”.",
)
