"""Changes of the plan while it is carried out: the office moves, adds, imports, enters and nudges."""

from __future__ import annotations

import csv
import io
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from data.plan.deadlines import DeadlineKind
from handlers.plan.texts.plan_import import CHAT_HOLDS
from handlers.wording import day_text, labels
from tests.journeys.town import PLAN
from tests.rehearsal.diary import Deed
from tests.rehearsal.hearing import Reading
from tests.rehearsal.truth import Duty

if TYPE_CHECKING:
    from tests.rehearsal.play import Play

Happening = Callable[["Play", date], Awaitable[str]]
SUBMIT, END_OF_2020 = labels.SUBMIT("zh"), date(2020, 12, 31)
SEND = "确认发送"
LATE_AND_SILENT = "逾期又久未填报的"
EVENT = "《化妆品监督管理条例》出台"
WAITING, EVENT_DAY, TEN_MONTHS_LATER = "2-20", date(2020, 6, 29), date(2021, 4, 29)


class WentWrong(Exception):
    """The office could not do what it wanted."""


async def move_deadline(play: Play, day: date) -> str:
    """Let the office move a deadline in a sentence, with the reason."""
    duty = _untouched_duty(play, END_OF_2020)
    new = date(2020, 11, 20)
    text = f"把{duty.code}的期限改到{new.year}年{new.month}月{new.day}日，因为等省里文件"
    await _say(play, text, duty.code, day_text(new, "zh"))
    await play.office.chief.phone.presses(SUBMIT)
    _move(play, duty.code, new, text)
    return f"{day}: `{text}`"


async def hand_over(play: Play, day: date) -> str:
    """Let the office hand a task over to another unit."""
    duty = _untouched_duty(play, END_OF_2020)
    holders = {each.unit for each in play.city.truth.duties if each.code == duty.code}
    unit = next(each.unit for each in play.city.people if each.unit and each.unit not in holders)
    text = f"{duty.code}移交给{unit}"
    await _say(play, text, duty.code, "为什么改")
    await _say(play, "因为职能调整", duty.code, unit)
    await play.office.chief.phone.presses(SUBMIT)
    play.city.truth.duties.remove(duty)
    play.city.truth.duties.append(replace(duty, unit=unit, told=[], granted=[], asked=None, moves=[text]))
    return f"{day}: `{text}`"


async def add_task(play: Play, day: date) -> str:
    """Let the office add a task by answering the questions."""
    beside, due = play.city.truth.find("2-7", "市农业农村局"), date(2020, 9, 30)
    unit = play.city.people[0].unit or ""
    for text, awaited in (
        ("新增任务", "哪个细项"),
        (beside.code, "要做什么"),
        ("开展网络市场专项巡查", "成果形式"),
        ("跳过", "什么时候完成"),
        (f"{due.year}年{due.month}月{due.day}日", "由哪些单位负责"),
        (unit, "为什么改"),
        ("省里新要求", "新任务"),
    ):
        await _say(play, text, awaited)
    code = _screen(play).split("新任务 ", 1)[1].split("（", 1)[0]
    await play.office.chief.phone.presses(SUBMIT)
    play.city.truth.duties.append(Duty(code, unit, beside.section, DeadlineKind.DATE, due, doubtful=False))
    return f"{day}: the office adds {code} for {unit}, due {due}"


async def something_happens(play: Play, day: date) -> str:
    """Let the office enter the day of an event, from which a deadline is then counted."""
    await _say(play, "/event", EVENT)
    number = next(line for line in _screen(play).splitlines() if EVENT in line).split(".", 1)[0]
    await play.office.chief.phone.presses(f"{number}.")
    await _say(
        play, f"{EVENT_DAY.year}年{EVENT_DAY.month}月{EVENT_DAY.day}日", WAITING, day_text(TEN_MONTHS_LATER, "zh")
    )
    await play.office.chief.phone.presses(SUBMIT)
    _move(play, WAITING, TEN_MONTHS_LATER, f"{EVENT} {EVENT_DAY}")
    return f"{day}: {EVENT} is entered, and {WAITING} falls due on {TEN_MONTHS_LATER}"


async def import_changed_file(play: Play, day: date) -> str:
    """Let the office import a plan file with one changed deadline, keeping what was settled in the chat."""
    phone = play.office.chief.phone
    duty, new = _untouched_duty(play, END_OF_2020), date(2020, 10, 31)
    content = _changed(duty.code, f"{new.year}年{new.month}月{new.day}日")
    news = await phone.sends_file("任务表.csv", content)
    if CHAT_HOLDS("zh") in phone.offers():
        news = await phone.presses(CHAT_HOLDS("zh"))
    if not any(duty.code in each.text for each in news):
        raise WentWrong(f"the changed file: {[each.text for each in news]}")
    await phone.presses("确认导入")
    _move(play, duty.code, new, f"任务表.csv: {duty.code} {new}")
    return f"{day}: a file with another deadline of {duty.code}, {new}, is imported"


async def nudge(play: Play, day: date) -> str:
    """Let the office nudge, with one press, for everything that is overdue and unreported."""
    phone = play.office.chief.phone
    await phone.says("/nudge")
    if not any(each.startswith(LATE_AND_SILENT) for each in phone.offers()):
        await phone.says("/cancel")
        return ""
    await phone.presses(LATE_AND_SILENT)
    if labels.SKIP("zh") in phone.offers():
        await phone.presses(labels.SKIP("zh"))
    if SEND not in phone.offers():
        await phone.says("/cancel")
        return f"{day}: the office would nudge, but nobody could hear it"
    before = len(play.city.diary.entries)
    await phone.presses(SEND)
    await play.city.quiet()
    heard = {each.who for each in play.city.diary.entries[before:] if each.deed is Deed.HEARD}
    for each in play.liaisons:
        if each.person.phone.owner in heard:
            overdue = [duty.code for duty in each.duties if duty.state(day).overdue(day)]
            each.is_reminded(overdue, day, nudged=True)
    return f"{day}: the office nudges by one press; {len(heard)} people hear of it"


HAPPENINGS: Mapping[date, Happening] = {
    date(2019, 11, 12): import_changed_file,
    date(2019, 11, 25): move_deadline,
    date(2020, 2, 10): add_task,
    date(2020, 3, 10): hand_over,
    date(2020, 6, 29): something_happens,
    **dict.fromkeys((date(2019, 12, 20), date(2020, 1, 15), date(2020, 3, 16), date(2020, 12, 16)), nudge),
}


def _untouched_duty(play: Play, due: date) -> Duty:
    """Return an untouched and unreported task of a single unit that is due on a day."""
    codes = [each.code for each in play.city.truth.duties]
    return next(
        each
        for each in play.city.truth.duties
        if each.due == due and each.unit and not each.told and not each.moves and codes.count(each.code) == 1
    )


def _move(play: Play, code: str, new: date, sentence: str) -> None:
    for duty in play.city.truth.duties:
        if duty.code == code:
            duty.due, duty.asked = new, None
            duty.moves.append(sentence)


def _changed(code: str, deadline: str) -> bytes:
    """Return the shipped plan with another deadline for one task."""
    rows = list(csv.reader(io.StringIO(PLAN.read_text("utf-8"))))
    column = rows[0].index("完成时间")
    row = _row_of(code, rows)
    rows[row][column] = deadline
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _row_of(code: str, rows: list[list[str]]) -> int:
    item, number = code.split("-")
    column = rows[0].index("任务细项")
    count, current = 0, ""
    for place, row in enumerate(rows[1:], start=1):
        current = row[column] or current
        count += current.split(".", 1)[0] == item
        if count == int(number):
            return place
    raise WentWrong(f"no row for {code}")


async def _say(play: Play, text: str, *awaited: str) -> None:
    """Write a text whose answer must contain these words. Raises WentWrong if it does not."""
    news = await play.office.chief.phone.says(text)
    shown = "\n".join(each.text for each in news)
    understood = all(words in shown for words in awaited)
    play.hearing.note(play.city.today, "-", text, Reading.RIGHT if understood else Reading.AGAIN, shown)
    if not understood:
        raise WentWrong(f"{text}: {shown}")


def _screen(play: Play) -> str:
    message = play.office.chief.phone.sees()
    return message.text if message is not None else ""
