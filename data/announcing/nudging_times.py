"""When a broadcast or nudge is to be sent, and the parts of a sentence that ask for nudges at different times:
今天先催农业局，明天催海关."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from data.errors.announcing import TimeGone
from data.notices.plan_rules import SendingHours
from data.times import day_of
from data.understanding import Reading, Understanding
from data.understanding.announcing.nudge_words import nudge_parts, nudges_asked, sending_time_of_part
from data.understanding.announcing.sending_time import SendingTime, sending_time
from data.understanding.clock_times import usual_time


def moment_to_send(wanted: SendingTime, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the moment of a day and time, today or tomorrow for a time alone; None without a time.

    Raises TimeGone.
    """
    if wanted.at is None:
        return None
    today = day_of(now, zone)
    moment = datetime.combine(wanted.day or today, wanted.at, zone)
    if wanted.day is None and moment <= now:
        moment += timedelta(days=1)
    return checked_moment(moment, now)


def checked_moment(moment: datetime, now: datetime) -> datetime:
    """Return the moment. Raises TimeGone unless it is still to come."""
    if moment <= now:
        raise TimeGone(moment)
    return moment


@dataclass(frozen=True, slots=True)
class NudgePart:
    """A part of a sentence that asks for a nudge, and when to send it (None: at once)."""

    text: str
    at: datetime | None


def parts_by_time(meaning: Understanding, now: datetime, hours: SendingHours) -> list[NudgePart]:
    """Return the parts of a sentence that have different sending times, in order.

    If there is only one time, or none, the whole sentence is one part. A day without a time means the hour of the
    reminders, in the afternoon 15:00. Raises TimeGone.
    """
    found: list[NudgePart] = []
    for start, end in nudge_parts(meaning.text):
        at = _moment(_time_of(meaning, start, end, hours), now, hours)
        text = meaning.text[start:end].strip(" ，,。；;、")
        if found and found[-1].at == at:
            found[-1] = NudgePart(f"{found[-1].text}，{text}", at)
        else:
            found.append(NudgePart(text, at))
    return found if len(found) > 1 else [NudgePart(meaning.text, each.at) for each in found]


def nudging_time_alone(meaning: Understanding, now: datetime, hours: SendingHours) -> datetime | None:
    """Return the sending time in words that say nothing else, such as 明天再催, or None. Raises TimeGone."""
    wanted = sending_time(meaning, nudges_asked(meaning.text))
    if wanted is None:
        return None
    return parts_by_time(meaning, now, hours)[0].at if nudges_asked(meaning.text) else _moment(wanted, now, hours)


def _time_of(meaning: Understanding, start: int, end: int, hours: SendingHours) -> SendingTime:
    """Return the sending time of a part. For a period, its first working day is used."""
    days, times = sending_time_of_part(meaning, start, end)
    at = times[0].at if times else usual_time(meaning.text[days[0].end :]) if days else None
    return SendingTime(_day(days[0], hours) if days else None, at)


def _day(named: Reading, hours: SendingHours) -> date:
    first, last = (date.fromisoformat(each) for each in named.values[:2])
    return first if first == last or hours.workdays.has(first) else hours.workdays.after(first)


def _moment(wanted: SendingTime, now: datetime, hours: SendingHours) -> datetime | None:
    """Return the moment to send at, or None for at once."""
    today = day_of(now, hours.zone)
    if wanted.at is None and (wanted.day is None or wanted.day <= today):
        return None
    usual = time(hours.rules.sending_hour)
    return moment_to_send(SendingTime(wanted.day, wanted.at or usual), now, hours.zone)
