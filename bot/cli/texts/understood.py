"""Texts of `liaison understand`: what a sentence asks for, how each word was read and how surely."""

from collections.abc import Iterator, Mapping
from datetime import date

from data.exports.texts import number
from data.standing.standing import Status
from data.understanding import Aim, Intent, Kind, Mood, Reading, Understanding
from handlers.entrance.texts.readings import WANTS
from handlers.tasks.texts.lists import LIST_OPEN, LIST_OVERDUE
from handlers.wording import NOTHING, Html, Language, Wording, join, labels, series, span_text

AIMS = WANTS | {
    Aim.REPORT: Wording("报进展（先核对，点“提交”才写入）", "Report progress (checked first, stored by “Submit”)"),
    Aim.NO_CHANGE: Wording("报本期无变化（先核对才写入）", "Report no change (checked first)"),
    Aim.EXTENSION: Wording(
        "申请延期（先核对，点“提交”才写入）", "Ask for more time (checked first, stored by “Submit”)"
    ),
    Aim.CANCEL: Wording("取消正在填的内容", "Cancel what is being filled in"),
    Aim.AGREE: Wording("同意", "Agree"),
    Aim.REFUSE: Wording("不同意", "Refuse"),
    Aim.GREETING: Wording("打招呼", "Greet"),
    Aim.THANKS: Wording("道谢", "Thank"),
    Aim.UNKNOWN: Wording("答不了，会说明原因或可以问什么", "Nothing that has an answer; it is said why"),
}
BETWEEN = Wording("意思：{one} 或 {other}（拿不准）", "Meaning: {one}, or {other} (not sure which)")
AMBIGUOUS = Wording("{aim}，要先问清是哪一个：{candidates}", "{aim}, once it is settled which: {candidates}")
MEANT = Wording("意思：{intent}（{sureness}）", "Meaning: {intent} ({sureness})")
MEANT_UNKNOWN = Wording("意思：{intent}", "Meaning: {intent}")
FIELD = Wording("  {name}：{value}", "  {name}: {value}")
WORD = Wording("  “{words}” → {kind} {values}（{sureness}）", "  “{words}” → {kind} {values} ({sureness})")
WORDS = Wording("逐词：", "Word by word:")
MOODS_HEARD = Wording("语气：{moods}", "Mood: {moods}")
UNUSED = Wording("没用上的词：{words}", "Words of no use here: {words}")
SURE = Wording("有把握 {percent}%", "sure, {percent} %")
LIKELY = Wording("大致有把握 {percent}%", "likely, {percent} %")
DOUBTFUL = Wording("把握不大 {percent}%", "doubtful, {percent} %")
YES = Wording("是", "yes")
TASK = Wording("任务", "task")
SPAN = Wording("日期", "days")
BY = Wording("到{day}", "until {day}")

KINDS = {
    Kind.UNIT: Wording("单位", "unit"),
    Kind.STRANGER: Wording("任务表以外的单位", "an office outside the plan"),
    Kind.SECTION: Wording("任务名称", "section"),
    Kind.CODE: Wording("任务编号", "task code"),
    Kind.NO_CODE: Wording("任务表里没有的编号", "a code that no task has"),
    Kind.TASK: Wording("任务", "task"),
    Kind.TIME: Wording("日期", "days"),
    Kind.STATUS: Wording("状态", "status"),
    Kind.PERCENT: Wording("进度", "progress"),
    Kind.NO_PERCENT: Wording("不可能的进度", "a progress that cannot be"),
    Kind.FIGURE: Wording("统计数据", "figure"),
    Kind.NO_FIGURE: Wording("填不进去的统计数据", "a figure that cannot be taken"),
    Kind.ONE_OF_SEVERAL: Wording("同一项的几个数之一", "one of several numbers for one indicator"),
    Kind.NOT_EXACT: Wording("不是准数，不填进统计数据", "no exact number, which is no figure"),
    Kind.OTHER_TOTAL: Wording("另有新增数，累计数不填", "a running total beside what is new, which is filled in"),
    Kind.NOT_YET: Wording("还没做到的数，不填进去", "a number not reached yet, which is not filled in"),
    Kind.NO_FILTER: Wording("不能用来筛选的条件", "a condition that no list can be narrowed by"),
    Kind.INDICATOR: Wording("问指标", "figure asked for"),
}
MOODS = {
    Mood.ASKS: Wording("疑问", "asks"),
    Mood.DENIES: Wording("否定", "denies"),
    Mood.SUPPOSES: Wording("假设", "supposes"),
    Mood.INTENDS: Wording("打算或要求，还没做到", "intends or demands; not so yet"),
    Mood.HEARSAY: Wording("转述或怀疑", "repeats or doubts"),
}


def explanation(
    meaning: Understanding, titles: Mapping[str, str], indicators: Mapping[str, str], today: date, language: Language
) -> Html:
    """Return an understanding as lines, with the tasks' `titles` by code and the English names of the `indicators`."""
    names = indicators if language == "en" else {}
    moods = [MOODS[mood](language) for mood in meaning.moods if mood in MOODS]
    words = [_word(meaning, reading, titles, names, language) for reading in _read(meaning)]
    return join(
        [
            _meant(meaning, titles, language),
            *_fields(meaning, titles, names, today, language),
            MOODS_HEARD(language, moods=moods) if moods else NOTHING,
            WORDS(language) if words else NOTHING,
            *words,
            UNUSED(language, words=meaning.unused) if meaning.unused else NOTHING,
        ]
    )


def _meant(meaning: Understanding, titles: Mapping[str, str], language: Language) -> Html:
    intent = AIMS[meaning.aim](language)
    if meaning.between and not meaning.candidates:
        one, other = (AIMS[aim](language) for aim in meaning.between)
        return BETWEEN(language, one=one, other=other)
    if meaning.intent is Intent.AMBIGUOUS:
        candidates = series((_titled(each, titles) for each in meaning.candidates), language)
        intent = AMBIGUOUS(language, aim=intent, candidates=candidates)
    if meaning.intent is Intent.UNKNOWN:
        return MEANT_UNKNOWN(language, intent=intent)
    return MEANT(language, intent=intent, sureness=_sureness(meaning.confidence, language))


def _fields(
    meaning: Understanding, titles: Mapping[str, str], names: Mapping[str, str], today: date, language: Language
) -> Iterator[Html]:
    figures = (f"{names.get(name, name)} {number(value)}" for name, value in meaning.figures.items())
    status = labels.STATUS[Status(meaning.status)](language) if meaning.status else None
    named: list[tuple[Wording, object]] = [
        (TASK, _titled(meaning.task, titles) if meaning.task else None),
        (KINDS[Kind.UNIT], meaning.unit),
        (KINDS[Kind.SECTION], meaning.section),
        (SPAN, _span(meaning, today, language)),
        (KINDS[Kind.STATUS], status),
        (LIST_OVERDUE, YES(language) if meaning.overdue else None),
        (LIST_OPEN, YES(language) if meaning.unfinished else None),
        (labels.FIELD_PERCENT, None if meaning.percent is None else f"{meaning.percent}%"),
        (labels.FIELD_FIGURES, ("，" if language == "zh" else ", ").join(figures)),
        (labels.FIELD_NOTE, meaning.note),
    ]
    return (FIELD(language, name=name, value=value) for name, value in named if value)


def _span(meaning: Understanding, today: date, language: Language) -> Html | None:
    if meaning.end is None:
        return None
    if meaning.start is None:
        return BY(language, day=span_text(meaning.end, meaning.end, today, language))
    return span_text(meaning.start, meaning.end, today, language)


def _read(meaning: Understanding) -> list[Reading]:
    found = [reading for reading in meaning.readings if reading.kind in KINDS]
    return sorted(found, key=lambda reading: (reading.start, reading.end))


def _word(
    meaning: Understanding, reading: Reading, titles: Mapping[str, str], names: Mapping[str, str], language: Language
) -> Html:
    values = " / ".join(reading.values)
    match reading.kind:
        case Kind.STATUS:
            values = labels.STATUS[Status(reading.values[0])](language)
        case Kind.TIME:
            values = " – ".join(dict.fromkeys(reading.values))
        case Kind.PERCENT:
            values = f"{values}%"
        case Kind.FIGURE:
            values = " ".join(names.get(value, value) for value in reading.values)
        case Kind.CODE | Kind.TASK:
            values = " / ".join(_titled(code, titles) for code in reading.values)
    return WORD(
        language,
        words=meaning.text[reading.start : reading.end].strip(),
        kind=KINDS[reading.kind],
        values=values,
        sureness=_sureness(reading.sureness, language),
    )


def _titled(code: str, titles: Mapping[str, str]) -> str:
    return f"{code} {titles[code]}" if code in titles else code


def _sureness(share: float, language: Language) -> Html:
    wording = SURE if share >= 0.9 else LIKELY if share >= 0.7 else DOUBTFUL
    return wording(language, percent=round(100 * share))
