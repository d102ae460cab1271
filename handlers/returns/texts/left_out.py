"""Texts of periods and units left out."""

from collections.abc import Mapping
from datetime import date

from data.calendar import Span
from data.plan.units import Unit
from handlers.wording import NOTHING, Html, Language, Wording, cut, html, period_text

PERIOD = Wording("哪一期", "which period")
WHICH = Wording(
    "《{title}》哪一期不用报？点一下，或写月份。", "Which period of “{title}” is left out? Press, or name it."
)
WHY = Wording(
    "《{title}》{period}为什么不报？单位打开报表会看到，例如：并到下一期一起报。",
    "Why is “{title}” not asked for in {period}? Units will read it. For example: it is combined with the next one.",
)
LEAVE_OUT = Wording("确认不报", "Leave it out")
LEAVE_OUT_PERIOD = Wording("本期不报", "Leave it out")
ASK_AGAIN = Wording("{period}照常报", "Ask for {period} again")
CHECK = Wording(
    "《{title}》{period}不用报了？原因：{reason}\n这一期不再提醒、不再填报，各单位打开报表会看到原因，不另发消息；"
    "其他各期照旧。",
    "“{title}”: leave {period} out? Reason: {reason}\nNobody is reminded of it or has to fill it in; units that open "
    "it see the reason, and no separate message is sent. Other periods stay as they are.",
)
WHY_UNITS = Wording(
    "《{title}》{period}，{units}为什么不报？会记在这一期里。",
    "“{title}”, {period}: why is {units} left out? The reason is kept.",
)
CHECK_UNITS = Wording(
    "《{title}》{period}，{units}不用报了？原因：{reason}\n这一期不再提醒，也不算没报，不另发消息；其他单位和以后各期照旧。",
    "“{title}”, {period}: leave {units} out? Reason: {reason}\nThey are not reminded and not counted as "
    "missing in this period, and no message is sent. Other units and later periods stay as they are.",
)
UNITS_DONE = Wording(
    "《{title}》{period}，{units}不用报了。要报时说“报表{units}照常报”。",
    "“{title}”, {period}: {units} is left out. To ask again, say “resume the return, {units}”.",
)
UNITS_ASKED_AGAIN = Wording("《{title}》{period}，{units}照常报。", "“{title}”, {period}: {units} is asked again.")
NONE_TO_LEAVE_OUT = Wording(
    "说到的单位这一期已经报了，或本来就不用报，没有改。",
    "The units you named have already filed, or are not asked in this period; nothing was changed.",
)
UNITS_OUT = Wording("本期不用报：{units}", "Not asked this time: {units}")
UNITS_WAIT = Wording("哪家不报还没定", "Leaving a unit out is not confirmed yet")
FILED_STAYS = Wording("已报的 {count} 家留着可查，不计入比较。", "What {count} units have filed can still be seen.")
DONE = Wording("《{title}》{period}不用报了。", "“{title}”: {period} is left out.")
ASKED_AGAIN = Wording("《{title}》{period}照常报。", "“{title}”: {period} is asked for again.")
STATE = Wording("本期不报：{reason}", "left out: {reason}")
OUT = Wording("不报的期：{periods}", "Periods left out: {periods}")
OUT_PERIOD = Wording("{period}[（{reason}）]", "{period}[ ({reason})]")
WAITS = Wording("哪一期不报还没定", "Leaving a period out is not confirmed yet")


def of_period(words: Wording, title: str, span: Span, today: date, language: Language, **values: object) -> Html:
    """Return `words` filled with the title of a return and a period."""
    return words(language, title=title, period=period_text(span, today, language), **values)


def units_out(found: Mapping[Unit, str], language: Language) -> Html:
    """Return the units left out of a round, with their reasons; empty if there are none."""
    told = [OUT_PERIOD(language, period=unit.name, reason=cut(reason, 60)) for unit, reason in found.items()]
    return html(cut(UNITS_OUT(language, units=told), 300)) if told else NOTHING


def periods_out(found: Mapping[Span, str], today: date, language: Language) -> Html:
    """Return the periods left out, with their reasons; empty if there are none."""
    told = [
        OUT_PERIOD(language, period=period_text(span, today, language), reason=reason) for span, reason in found.items()
    ]
    return html(cut(OUT(language, periods=told), 300)) if told else NOTHING
