"""What is said if an export is refused: impossible spans, unknown names, and files that would be empty."""

from data.errors import NothingToExport
from data.errors.announcing import RecipientUnclear
from data.errors.deadlines import BeforeThePlan, SpanAhead, SpanBackwards
from data.errors.plans import UnknownSection
from handlers.exports.texts import regular
from handlers.telegram import Sentences, Wording

REFUSALS: Sentences = {
    SpanBackwards: Wording(
        "起止日期反了：{last}早于{first}，请把早的一天写在前面。",
        "The days are in the wrong order: {last} is before {first}. Please put the earlier day first.",
    ),
    SpanAhead: Wording(
        "{first}还没有到，没有可汇总的内容，请选今天或以前的日期。",
        "{first} is yet to come, so there is nothing to sum up; please choose today or an earlier day.",
    ),
    BeforeThePlan: Wording(
        "任务表是{issued}印发的，{day}还没有内容，请选这以后的日期。",
        "The plan was issued on {issued}; there is nothing up to {day}. Please choose a later day.",
    ),
    UnknownSection: Wording(
        "没有任务名称能对上“{name}”，或不止一个。任务名称有：{sections}。",
        "“{name}” matches no section, or more than one. The sections are: {sections}.",
    ),
    NothingToExport: Wording(
        "没有可导出的内容：这个范围和时段内是空的，请换一段时间或换个范围。",
        "There is nothing to export in this period and scope. Please choose another.",
    ),
    RecipientUnclear: lambda error, language: regular.SEVERAL if error.names else regular.NOT_FOUND,
}
