"""Texts of nudges: questions, preview, the message that people get, and the result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic

from data.announcing.nudges import Asked, Nudged, Nudging, T, unit_of
from data.errors.announcing import NudgedAlready
from data.returns.unit_returns import UnitReturn
from data.standing.assignments import Assignment
from handlers.announcing.texts.broadcast import SEND_OR_CHANGE
from handlers.announcing.texts.sending_time import GOES_OUT_AT, moment_text, quiet_text
from handlers.wording import (
    NOTHING,
    Html,
    Language,
    Wording,
    day_text,
    days_left_text,
    html,
    join,
    labels,
    period_text,
    short_day,
    some,
)
from handlers.wording.task_lines import list_line

WHICH = Wording("催哪些", "which tasks")
OWN_WORDS = Wording("附言", "your words")
WHICH_TASKS = Wording(
    "催办哪些？[\n{left_out}\n]点一下，或写单位名、任务编号，例如：市公安局、29-4、市农业农村局 29-4。[\n{goes_out}]",
    "Which tasks? [\n{left_out}\n]Press below, or name a unit or a code: 市公安局, 29-4.[\n{goes_out}]",
)
NOTHING_SILENT = Wording("现在没有逾期又久未填报的。", "Nothing is overdue and long without a report.")
NOBODY_THERE = Wording(
    "有逾期的，但没有联络员、催不到：{units}。发 /invite 加单位名邀请。",
    "Overdue, but with nobody to nudge: {units}. Send /invite and the unit's name.",
)
IN_DOUBT = Wording(
    "另有 {count} 项逾期的期限还在核实，没有列入：{codes}。要催请写编号。",
    "Overdue by a deadline in doubt, and left out ({count}): {codes}. To nudge about one, send its code.",
)
ALL_SILENT = Wording("逾期又久未填报的（{count} 项）", "Overdue and long without a report ({count})")
OF_UNIT = Wording("{unit}（{count}）", "{unit} ({count})")
WHICH_WORDS = Wording("要附一句话吗？写出来，或点“跳过”。", "Would you like to add a sentence? Write it, or skip.")

POLITE = Wording(
    "催办用的是下面这样的客气话；要另加几句请点“修改”。",
    "Nudges are worded politely, as below; to add words of your own press “Change”.",
)

HEAD = Wording("<b>催办</b>\n办公室请{units}尽快填报：", "<b>Reminder</b>\nThe office asks {units} to report soon:")
FOOT = Wording(
    "点按钮即可填报；有困难请在填报里选“受阻”说明。", "Press a button to report; if it is stuck, report it as blocked."
)
RETURN_HEAD = Wording(
    "<b>催办</b>\n办公室请{units}尽快报送统计报表：", "<b>Reminder</b>\nThe office asks {units} for this return:"
)
RETURN_LINE = Wording(
    "[{unit} ]《{title}》（{period}）· {day}截止（{left}）", "[{unit}: ]“{title}” ({period}) · due {day} ({left})"
)
RETURN_FOOT = Wording("点按钮就能填；没有数据可以点“零报”。", "Press the button to fill it in; “Nil return” for none.")
PREVIEW_HEAD = Wording(
    "还没发出。{people} 人（{units}）会收到：", "Not sent yet. Recipients: {people} ({units}). They will read:"
)
PREVIEW_NOW = Wording(
    "现在发，{people} 人（{units}）会收到：", "Sending now to {people} recipients ({units}). They will read:"
)
PREVIEW_AT = Wording(
    "定在{moment}，{people} 人（{units}）会收到：", "On {moment}, recipients: {people} ({units}). They will read:"
)
TO_NUDGE_FOR = Wording(
    "可以催的有 {count} 项，还没有催：", "There is this to nudge about ({count}); nothing has been sent:"
)
PRESS_TO_NUDGE = Wording(
    "要催请点“催办”，发出前会先给您看。", "To nudge, press “Nudge”; you will see it before it goes."
)
NOT_SENT = Wording("还没发出。{rest}", "Not sent yet. {rest}")
EACH_OWN = Wording("每人只收到自己单位的。", "Everybody gets only their own unit's tasks.")
RETURN_OF_EACH = Wording("每个单位只收到自己的。", "Each unit sees only its own return.")
TASKS, UNITS = Wording("{count} 项", "Tasks: {count}"), Wording("{count} 家", "Units: {count}")
SENT = Wording("已催办 {counted}，{people} 人会收到。", "Nudge sent. {counted}, recipients: {people}.")
SET_AT = Wording(
    "定在{moment}催办 {counted}，{people} 人会收到；到时已经填报的不再催。不催了就点“撤销”。",
    "A nudge is set for {moment}. {counted}, recipients: {people}; what is reported by then is left out. To "
    "cancel it, press “Undo”.",
)
RESTED = Wording("24 小时内催过，这次不再催：{names}。", "Nudged within the last 24 hours, so not again now: {names}.")
UNHEARD = Wording("这些单位没有联络员，收不到：{units}。", "These units have no liaison: {units}.")
IDLE = Wording(
    "{units}没有要催的：没有逾期的，30 天内也没有到期的；期限还在核实的，请写编号单独催。",
    "{units}: nothing to nudge about; nothing is overdue or due within 30 days. For a task whose deadline is in "
    "doubt, send its code.",
)
NOT_NOW = Wording(
    "另有 {count} 项没有列入，因为期限还在核实，或还没到要报的时候：{codes}。也要催请说“再加{first}”。",
    "Left out ({count}), as the deadline is in doubt or nothing is to be reported yet: {codes}. To nudge "
    "about one of them as well, say “add {first}”.",
)
ASKS_FOR_TIME = Wording(
    "申请了延期、还没有答复的：{codes}。要先答复请发 /review。",
    "More time was asked for and you have not answered yet: {codes}. To answer first, send /review.",
)
DAY_OFF = Wording("那天是休息日。", "That is a day off.")
WAITS = Wording("有一次催办还没确认", "A nudge has not been sent yet")
CANCEL_QUESTION = Wording("不催了吗？", "Not send it?")
ALREADY = Wording(
    "{code}（{unit}）24 小时内已经催过，{again}以后可以再催。",
    "{code} ({unit}) was nudged within the last 24 hours; you can nudge again after {again}.",
)
ALL_ALREADY = Wording(
    "这 {count} 项 24 小时内都催过了，{again}以后可以再催。",
    "All {count} were nudged within the last 24 hours; you can nudge again after {again}.",
)
RECENTLY = Wording(
    "近 7 天催办过 {count} 项，其中 {reported} 项已经报了。",
    "Nudged in the last 7 days: {count}, reported since: {reported}.",
)
RECENT_LINE = Wording("{asked} · {day}催 · {state}", "{asked} · nudged on {day} · {state}")
REPORTED, SILENT = Wording("已报", "reported"), Wording("还没报", "not reported yet")
NOT_RECENTLY = Wording(
    "近 7 天没有催办过[{of}]。发“催办”可以催。", "Not nudged in the last 7 days[: {of}]. Send “nudge” to do so."
)
OTHER_UNITS = Wording("其他单位", "other units")
MOST_LINES, MOST_IN_A_PREVIEW, MOST_RECENT = 20, 12, 10


def which_tasks(
    silent: Sequence[Assignment],
    unheard: Sequence[str],
    in_doubt: Sequence[str],
    at: datetime | None,
    today: date,
    language: Language,
) -> Html:
    """Return the question for the tasks, noting if none is overdue without a report, which units have some but cannot
    be reached, what is in doubt, and when the nudge goes out if it is scheduled."""
    nothing = NOTHING_SILENT(language) if not silent and not unheard else NOTHING
    nobody = NOBODY_THERE(language, units=some(unheard, language)) if unheard else NOTHING
    doubted = IN_DOUBT(language, count=len(in_doubt), codes=some(in_doubt, language)) if in_doubt else NOTHING
    goes_out = GOES_OUT_AT(language, moment=moment_text(at, today, language)) if at else None
    return join([nothing, WHICH_TASKS(language, left_out=join([nobody, doubted]) or None, goes_out=goes_out)])


def message(asked: Sequence[Asked], words: str, today: date, language: Language, most: int = MOST_LINES) -> Html:
    """Return what a person gets: the tasks or returns, and the coordinator's own words."""
    units = list(dict.fromkeys(unit_of(each).name for each in asked))
    head, foot = (RETURN_HEAD, RETURN_FOOT) if _of_returns(asked) else (HEAD, FOOT)
    own = Html(f"\n{html(words)}\n") if words else NOTHING
    return join([head(language, units=units), *_lines(asked, most, today, language), own, foot(language)])


def _of_returns(asked: Sequence[Asked]) -> bool:
    return any(isinstance(each, UnitReturn) for each in asked)


def what_to_nudge_for(found: Nudging[Assignment], today: date, language: Language) -> Html:
    """Return what there is to ask, and what would be left out."""
    head = TO_NUDGE_FOR(language, count=len(found.asked))
    lines = [*_lines(found.asked, MOST_IN_A_PREVIEW, today, language), *_left_out(found, language)]
    return join([head, *lines, PRESS_TO_NUDGE(language)])


@dataclass(frozen=True, slots=True)
class NudgePart(Generic[T]):
    """What a nudge asks for at one time (None: at once), in which words, the hour to which quiet hours delay it
    (None: they do not), the `idle` units that were named but have nothing to be asked for, whether that day is a day
    off, the codes of the tasks on the list meant that are not asked for now, and of those asked for on which a request
    for more time waits."""

    found: Nudging[T]
    words: str
    at: datetime | None
    put_off_to: int | None
    idle: Sequence[str] = ()
    day_off: bool = False
    not_now: Sequence[str] = ()
    with_request: Sequence[str] = ()


def preview(parts: Sequence[NudgePart[T]], today: date, language: Language) -> Html:
    """Return who will read what and when, and what is left out."""
    most = MOST_IN_A_PREVIEW // len(parts)
    blocks = [block for part in parts for block in _blocks(part, today, most, language, first=part is parts[0])]
    return join([*blocks[:-1], join([blocks[-1], SEND_OR_CHANGE(language)])], "\n\n")


def _blocks(part: NudgePart[T], today: date, most: int, language: Language, *, first: bool) -> list[Html]:
    """Return who gets a part and when, the message itself, and remarks on it."""
    found, not_now, of_returns = part.found, part.not_now, _of_returns(part.found.asked)
    units = list(dict.fromkeys(unit_of(each).name for each in found.asked))
    named = some(units, language, most=len(units)) if of_returns else some(units, language)
    whom, shown = {"people": len(found.people), "units": named}, found.asked[:1] if of_returns else found.asked
    several = (RETURN_OF_EACH if of_returns else EACH_OWN)(language) if len(units) > 1 else NOTHING
    return [
        _head(part, first, whom, today, language),
        join([message(shown, part.words, today, language, most), several]),
        join(
            [
                IDLE(language, units=some(part.idle, language)) if part.idle else NOTHING,
                *_left_out(found, language),
                NOT_NOW(language, count=len(not_now), codes=some(not_now, language), first=not_now[0])
                if not_now
                else NOTHING,
                ASKS_FOR_TIME(language, codes=some(part.with_request, language)) if part.with_request else NOTHING,
                DAY_OFF(language) if part.day_off else NOTHING,
                quiet_text(part.at, part.put_off_to, language),
            ]
        ),
    ]


def _head(part: NudgePart[T], first: bool, whom: Mapping[str, object], today: date, language: Language) -> Html:
    if part.at is None:
        return (PREVIEW_HEAD if first else PREVIEW_NOW)(language, **whom)
    set_for = PREVIEW_AT(language, moment=moment_text(part.at, today, language), **whom)
    return NOT_SENT(language, rest=set_for) if first else set_for


def sent(parts: Sequence[NudgePart[T]], today: date, language: Language) -> Html:
    """Return how many get each part and when, and what was left out."""
    return join([line for part in parts for line in (_sent(part, today, language), *_left_out(part.found, language))])


def _sent(part: NudgePart[T], today: date, language: Language) -> Html:
    asked, people = part.found.asked, len(part.found.people)
    counted = (UNITS if _of_returns(asked) else TASKS)(language, count=len(asked))
    if part.at is None:
        return SENT(language, counted=counted, people=people)
    return SET_AT(language, moment=moment_text(part.at, today, language), counted=counted, people=people)


def _left_out(found: Nudging[T], language: Language) -> list[Html]:
    """Return lines on what is not asked for: what was nudged within 24 hours, and units where nobody can be reached."""
    rested = [
        each.unit.name if isinstance(each, UnitReturn) else f"{each.code} {each.unit}" for each, _ in found.rested
    ]
    units = [*dict.fromkeys(unit_of(each).name for each in found.unheard)]
    return [
        *([RESTED(language, names=some(rested, language))] if rested else []),
        *([UNHEARD(language, units=some(units, language))] if units else []),
    ]


def _lines(asked: Sequence[Asked], most: int, today: date, language: Language) -> list[Html]:
    named = len({unit_of(each) for each in asked}) > 1
    return labels.some_lines(asked, lambda each: _asked_line(each, named, today, language), most, language)


def recent_nudges(found: Sequence[Nudged], of: Sequence[str], today: date, language: Language) -> Html:
    """Return what was nudged lately (`of` these units and codes, if any), a line each, below the number of all."""
    if not found:
        return NOT_RECENTLY(language, of=some(of, language))

    def line(each: Nudged) -> Html:
        asked, day = _asked_line(each.asked, True, today, language), short_day(each.at.date(), today, language)
        return RECENT_LINE(language, asked=asked, day=day, state=(REPORTED if each.reported else SILENT)(language))

    head = RECENTLY(language, count=len(found), reported=sum(each.reported for each in found))
    return join([head, *labels.some_lines(found, line, MOST_RECENT, language)])


def _asked_line(asked: Asked, named: bool, today: date, language: Language) -> Html:
    """Return the line of a task or return, with its unit if `named`."""
    if not isinstance(asked, UnitReturn):
        return list_line(asked, language, named)
    of, unit = asked.round, asked.unit.name if named else None
    period, left = period_text(of.span, today, language), days_left_text((of.due - today).days, language)
    day = short_day(of.due, today, language)
    return RETURN_LINE(language, unit=unit, title=of.title, period=period, day=day, left=left)


def nudged_already(error: NudgedAlready, language: Language) -> Html:
    """Return that a task was nudged about within 24 hours, and when it can be again."""
    day = day_text(error.again.date(), language, error.again.date())
    again = f"{day}{error.again:%H:%M}" if language == "zh" else f"{day} {error.again:%H:%M}"
    if error.count > 1:
        return ALL_ALREADY(language, count=error.count, again=again)
    return ALREADY(language, code=error.code, unit=error.unit, again=again)
