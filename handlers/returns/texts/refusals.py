"""Refusals about setting up and filing statistics returns."""

from data.errors import returns
from data.errors.numbers import FigureNegative, FigureNotRead, FiguresMissing, NoSuchIndicator, NothingCorrected
from handlers.wording import Sentences, Wording

NO_INDICATOR = Wording("请至少选一项指标。", "Please choose at least one indicator.")
NO_SUCH_INDICATOR = Wording(
    "没有“{name}”这项指标，请从列表中选，或先新增指标。",
    "There is no indicator “{name}”. Please choose from the list, or add it first.",
)


REFUSALS: Sentences = {
    FigureNegative: Wording(
        "“{indicator}”不能是负数，请再写一次；其余的已记下。",
        "{indicator} cannot be negative. Please write it again; the rest was noted.",
    ),
    FigureNotRead: Wording(
        "“{words}”没看懂。请写“名称+数字”，这里要的是：{asked}。",
        "“{words}” was not understood. Please write name and number; asked for are: {asked}.",
    ),
    FiguresMissing: Wording(
        "还差：{indicators}。没有的请填 0。", "Still missing: {indicators}. Please write 0 for none."
    ),
    returns.NoFilesTaken: Wording(
        "报表不收文件，里面的数字没有读，文件也没有留；请把数字写成一条消息。是哪项任务的佐证材料，请在说明里写上编号再发。",
        "A return takes no files: its figures were not read, and it was not kept. Please write them in one message. "
        "For evidence of a task, send it again with the code in the caption.",
    ),
    returns.FiledMeanwhile: Wording(
        "本单位同事刚才已经报过这份报表。发 /returns 看报了什么；要改请点“更正”。",
        "A colleague of your unit has just filed this return. /returns shows it, with a button to correct it.",
    ),
    returns.NoIndicatorChosen: Wording(
        "已选 {count} 个，选完请点“选好了”。", "{count} chosen; when that is all, press “That is all”."
    ),
    NoSuchIndicator: lambda error, language: NO_SUCH_INDICATOR if error.name else NO_INDICATOR,
    returns.NotAnswered: Wording(
        "“{words}”我答不上来，没有写进去；要问请发“告诉办公室：…”。",
        "I cannot answer “{words}”, and it is not written down. To ask, send “tell the office: …”.",
    ),
    returns.NotAsked: Wording("《{title}》不要{unit}报。", "“{title}” does not ask {unit}."),
    returns.NotAskedFor: Wording(
        "这份报表不要“{names}”，只要：{asked}。其余的已记下。",
        "This return does not ask for {names}, only for {asked}. The rest was noted.",
    ),
    returns.NoSuchPeriod: Wording(
        "这一期没有要您单位填的统计报表。发 /returns 看有哪些。",
        "Your unit is asked for no return of this period. /returns shows which there are.",
    ),
    returns.NotYourReturn: Wording(
        "{unit}的统计报表由该单位和办公室填、看。发 /returns 看本单位的。",
        "Returns of {unit} are for its own people and the office. /returns shows those of your unit.",
    ),
    NothingCorrected: Wording(
        "和已报的数字一样，没有要更正的。要改哪一项请直接写，例如：立案13。",
        "These are the figures already filed. Please write what changes, for example: cases filed 13.",
    ),
    returns.NothingFiled: Wording(
        "这份报表现在没有可退回的数字。发 /returns 看最新情况。",
        "Nothing filed can be given back. /returns shows the present state.",
    ),
    returns.PeriodNotOpen: Wording(
        "“{title}”的这一期还没到填报时间，{opens}起可以填。",
        "This period of “{title}” is not open yet; it can be filled in from {opens}.",
    ),
    returns.ReasonNeeded: Wording("请用一句话写明原因。", "Please give the reason in a sentence."),
    returns.ReturnEnded: Wording(
        "“{title}”已经停用，不用再填了。发 /returns 看其他报表。",
        "“{title}” is no longer asked for; there is nothing to fill in. /returns shows the others.",
    ),
    returns.PeriodLeftOut: Wording(
        "《{title}》这一期不用报[：{reason}]", "“{title}” is not asked for in this period[: {reason}]"
    ),
    returns.ReturnKnown: Wording(
        "已经有一份叫“{title}”的统计报表，请换个名称。",
        "There is already a return “{title}”. Please choose another title.",
    ),
    returns.ScheduleUnclear: Wording(
        "没看懂，请点按钮，或写一个数字、一个时间。", "I did not understand this: press a button, or write a number."
    ),
    returns.WholePeriodsOnly: Wording(
        "只能从一整期开始（例如：12月），不能从某一天开始。",
        "It can begin with a whole period (such as December), not on a day.",
    ),
    returns.DueDayUnclear: Wording(
        "截止请写期满后第几个工作日（例如：第 5 个工作日），或次月几号（例如：次月5号）。",
        "Please say on which working day after the period a return is due (such as working day 5), or on which day of"
        " the next month (such as the 5th).",
    ),
}
