"""When a broadcast or nudge is to be sent, and the parts of a sentence that ask for nudges at different times:
今天先催农业局，明天催海关."""

from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise
from operator import itemgetter
from zoneinfo import ZoneInfo

from data.errors.announcing import TimeGone
from data.notices.plan_rules import SendingHours
from data.times import day_of
from data.understanding import Reading, Understanding
from data.understanding.announcing.nudge_words import nudges_asked, sending_time_of_part
from data.understanding.announcing.sending_time import SendingTime, sending_time
from data.understanding.clock_times import usual_time
from data.understanding.normalise.sentence import clauses_of


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


def parts_by_time(meaning: Understanding, now: datetime, hours: SendingHours) -> list[tuple[str, datetime | None]]:
    """Return the parts of a sentence that have different sending times, each with its own (None: at once), in order.

    Each clause that asks for a nudge begins a part. If there is only one time, or none, the whole sentence is one part.
    A day without a time means the hour of the reminders, in the afternoon 15:00. Raises TimeGone.
    """
    text = meaning.text
    _, *starts = [each.start for each in clauses_of(text) if nudges_asked(each)] or [0]
    places = [*pairwise([0, *starts, len(text)])]
    times = [_moment(_time_of(meaning, *place, hours), now, hours) for place in places]
    said = zip(times, (text[slice(*place)].strip(" ，,。；;、") for place in places), strict=True)
    found = [("，".join(part for _, part in parts), at) for at, parts in groupby(said, itemgetter(0))]
    return found if len(found) > 1 else [(text, times[0])]


def nudging_time_alone(meaning: Understanding, now: datetime, hours: SendingHours) -> datetime | None:
    """Return the sending time in words that say nothing else, such as 明天再催, or None. Raises TimeGone."""
    wanted = sending_time(meaning, nudges_asked(meaning.text))
    if wanted is None:
        return None
    return parts_by_time(meaning, now, hours)[0][1] if nudges_asked(meaning.text) else _moment(wanted, now, hours)


def _time_of(meaning: Understanding, start: int, end: int, hours: SendingHours) -> SendingTime:
    """Return the sending time of a part. For a period, its first working day is used."""
    days, times = sending_time_of_part(meaning, start, end)
    at = times[0].at if times else usual_time(meaning.text[days[0].end :]) if days else None
    return SendingTime(_day(days[0], hours) if days else None, at)


def _day(named: Reading, hours: SendingHours) -> date:
    first, last = named.days
    return first if first == last or hours.workdays.has(first) else hours.workdays.after(first)


def _moment(wanted: SendingTime, now: datetime, hours: SendingHours) -> datetime | None:
    """Return the moment to send at, or None for at once."""
    today = day_of(now, hours.zone)
    if wanted.at is None and (wanted.day is None or wanted.day <= today):
        return None
    usual = time(hours.rules.sending_hour)
    return moment_to_send(SendingTime(wanted.day, wanted.at or usual), now, hours.zone)
