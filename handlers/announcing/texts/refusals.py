"""What is said when a broadcast or a nudge is refused."""

from data.errors import announcing as errors
from data.errors.deadlines import DayGone
from data.errors.returns import AllFiled
from handlers.announcing.texts import broadcast, nudge, sending_time, sent
from handlers.wording import Sentences, Wording

REFUSALS: Sentences = {
    AllFiled: Wording("《{title}》都报齐了，没有要催的。", "Everybody has filed “{title}”; there is nobody to nudge."),
    errors.AnnouncementEmpty: Wording(
        "内容是空的，请写几个字，或发照片、文件。", "There is nothing to send yet: write something, or send a file."
    ),
    errors.AnswersClosed: lambda error, language: (sent.TOLD_ANEW if error.anew else sent.CALLED_OFF)(language),
    errors.AnswersTooEarly: Wording(
        "回复期限{day}早于发出的那天，请换一天，或早些发出。",
        "The day to answer by, {day}, is before the notice goes out; please choose another day, or send it earlier.",
    ),
    errors.ChoicesUnclear: Wording(
        "请写 2 到 {most} 个答案，用顿号隔开，每个不超过 {longest} 字。",
        "Please write 2 to {most} answers, separated by commas, each of at most {longest} characters.",
    ),
    DayGone: Wording("这一天已经过了，请发今天或以后的日期。", "That day is over; please send today or a later day."),
    errors.MoreThanADay: Wording(
        "这里只收回复期限，“{text}”没有写进去。要改通知的内容，请先选期限或跳过，再点“修改”。",
        "Only the day to answer by is taken here, so “{text}” was not. To change the text, choose a day or skip it, "
        "then press “Change”.",
    ),
    errors.NobodyToNudge: Wording(
        "{units}没有能收到消息的联络员，催办发不出去。可发 /invite 邀请，或直接打电话。",
        "{units} has nobody who can be reached. Please invite somebody with /invite, or call.",
    ),
    errors.NotTheirTask: Wording(
        "{code} 不是这个单位的任务，负责的是{others}。", "{code} is another unit's task: {others}."
    ),
    errors.NamesNothingToNudge: Wording(
        "“{text}”里没有读出催哪些，请写单位名或任务编号，或点按钮。",
        "I found no unit or task in “{text}”. Please write units or task codes, or press a button.",
    ),
    errors.NothingToNudge: Wording(
        "没有需要催办的：已办结、已报完成、离到期还早、持续开展而本期还不必报，或期限还在核实（可写编号单独催）"
        "[，如逾期的 {in_doubt}]。",
        "There is nothing to nudge about: tasks are done, not due soon, ongoing with nothing due in this period, or "
        "their deadline is in doubt (to nudge all the same, send the code)[, such as the overdue {in_doubt}].",
    ),
    errors.NudgedAlready: nudge.nudged_already,
    errors.PoliteAlready: nudge.POLITE,
    errors.GroupsApart: Wording(
        "群和单位要分两次发：这次先发给单位，发完再说“发到群里”加内容。",
        "Groups and units are told apart: this one goes to the units; afterwards send “to the groups:” and the text.",
    ),
    errors.NoDeputies: Wording(
        "这些单位没有登记的B角。请写单位名或人名。", "No deputies are registered there; please name units or people."
    ),
    errors.NoGroups: Wording("还没有绑定的群。在群里发 /bind 就能绑定。", "No group is bound yet; send /bind in one."),
    errors.NoRecipients: broadcast.NO_RECIPIENTS,
    errors.NotAFile: Wording("这里只收文字、照片和文件。", "Only text, photos and files can be sent."),
    errors.TimeGone: lambda error, language: sending_time.TIME_GONE(
        language, moment=sending_time.moment_text(error.at, error.at.date(), language)
    ),
    errors.TimeUnclear: Wording(
        "请写哪天几点，例如：明天9点、周五下午3点。", "Please write a day and a time: tomorrow 9:00."
    ),
    errors.TooManyToSend: Wording(
        "一次最多发 {most} 个文件，这一个没有收。", "At most {most} files can be sent together; this one was not added."
    ),
}
