"""Texts of figures: taken, approximate, not counted, and corrected later."""

from collections.abc import Iterable
from datetime import date

from data.exports.texts import number
from data.reporting.figures import Figure
from handlers.reporting.counted_figures import CountedNumbers
from handlers.wording import NOTHING, Html, Language, Wording, join, phrase_set
from handlers.wording.report_lines import figure_text, figures_text, measured

REPORT = Wording("哪一份", "which report")
VALUE = Wording("应该是", "the right number")
WHICH_REPORT = Wording(
    "要更正哪一份填报的{indicator}？请点按钮，或发编号。",
    "In which report should {indicator} be corrected? Press a button, or send the code.",
)
WHICH_VALUE = Wording("{indicator}应该是多少？请发一个数。", "What should {indicator} be? Please send a number.")
WHICH_VALUE_BETWEEN = Wording(
    "{indicator}应该是多少？要与前后报的累计对得上：{least} 到 {most}。",
    "What should {indicator} be? To agree with the running totals, send {least} to {most}.",
)
WHICH_VALUE_ABOVE = Wording(
    "{indicator}应该是多少？之前已报 {least}，累计不能更少。",
    "What should {indicator} be? {least} were reported before, so the total cannot be less.",
)
CHECK = Wording(
    "更正以前报的数，请核对：\n<b>{code}</b> {day}的填报\n{before} → {after}\n"
    "提交后统计按新数计，不另加；那份填报的文字不变。",
    "A figure reported before is corrected. Please check:\n<b>{code}</b>, report of {day}\n{before} → {after}\nThe "
    "new number replaces the old one; the words of that report stay.",
)
DONE = Wording(
    "已更正 ✓\n<b>{code}</b> {day}的填报：{before} → {after}",
    "Corrected ✓\n<b>{code}</b>, report of {day}: {before} → {after}",
)
OF_THE_TOTAL = Wording("那份报的是累计：{before} → {after}。", "That was a running total: {before} → {after}.")
TOTAL_STAYS = Wording(
    "{day}报的累计 {said} 仍算数，其中新增改为 {new}。",
    "The running total {said} of {day} stands; what is new in it becomes {new}.",
)
WAITS = Wording("{indicator}的更正还没提交", "The correction of {indicator} is not submitted yet")
FIGURES_KEPT = Wording("已记下：{figures}。", "Noted: {figures}.")
ARE_NEW = phrase_set("新增|本次新增|这次新增|新|new|new ones")
"""Words for doubted figures that are new."""
ARE_THE_SAME = phrase_set("同一批|一样|还是那些|还是那批|没新增|没有新增|same ones|the same ones|the same")
"""Words for doubted figures that were reported already."""
TO_PUT_RIGHT = phrase_set(
    "更正|更正上次|改上次|改|改正|纠正|报错|写错|上次报错|上次写错",
    "correct|correction|corrections|correct it|a correction|corrects the last one|correct the last one",
)
"""Words for doubted figures that put right those of the last report."""
FOR_ANOTHER_TIME = phrase_set(
    "先不报|不报了|先不报了|这个先不报|这个数先不报|先空着|先去掉|leave it out|leave them out|without it"
)
"""Words for doubted figures that are to be left out."""
ALL_COUNT = phrase_set(
    "合计|加起来|加在一起|相加|都算|都计入|两个都算|都要|总数|together|all of them|both|the sum|add them up"
)
"""Words for several numbers of one indicator that all count."""
RIGHT = phrase_set(
    "没错|没有错|没写错|是对的|数是对的|都对|就这么多|that's right|they are right|it's right|that is right"
)
"""Words for doubted figures that are right."""
NOT_COUNTED = Wording("只留在情况里、不计入统计的：{words}", "Only in the note, not counted: {words}")
OF_PAST_MONTHS = Wording(
    "{months}的数按填报日期计入本月。", "The figures of {months} count in this month, in which they are reported."
)
ABOUT = Wording(
    "“{said}”是约数，按“{figure}”计；有准数请直接发。",
    "“{said}” is approximate and is counted as “{figure}”; if you have the exact number, send it.",
)


WITH_PAST = Wording(
    "“{said}”里有以前的（{part}），按“{figure}”计；只计本期新增的，请直接发数。",
    "“{said}” contains earlier ones ({part}) and is counted as “{figure}”; if only new ones count, send their number.",
)


def which_value_between(indicator: str, least: float, most: float | None, language: Language) -> Html:
    """Return the question for a number that agrees with the running totals told before and later."""
    if most is None:
        return WHICH_VALUE_ABOVE(language, indicator=indicator, least=number(least))
    return WHICH_VALUE_BETWEEN(language, indicator=indicator, least=number(least), most=number(most))


def corrected(
    wording: Wording, code: str, day: date, before: Figure, after: float, language: Language, totals: Html = NOTHING
) -> Html:
    """Return the preview (CHECK) or confirmation (DONE) of a corrected figure, with what becomes of running totals."""
    now, was = measured(before, after, language), figure_text(before, language)
    return join([wording(language, code=code, day=day, before=was, after=now), totals])


def counted_text(figures: Iterable[Figure], counts: CountedNumbers, language: Language) -> Html:
    """Return which figures are approximate or of past months, and which numbers of the note do not count."""
    said = dict(counts.about)
    about = [
        ABOUT(language, said=said[each.indicator], figure=figures_text([each], language))
        for each in figures
        if each.indicator in said
    ]
    whole = {name: (words, part) for name, words, part in counts.with_past}
    for each in (each for each in figures if each.indicator in whole):
        words, part = whole[each.indicator]
        about.append(WITH_PAST(language, said=words, part=part, figure=figures_text([each], language)))
    left = NOT_COUNTED(language, words=counts.left) if counts.left else NOTHING
    late = OF_PAST_MONTHS(language, months=counts.months) if counts.months else NOTHING
    return join([*about, late, left])
