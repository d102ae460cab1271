"""The setting that a sentence of the office is about, and whether it changes it: 提醒时间改成9点; 怎么设置免打扰."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from data.patterns import Pattern
from data.understanding.lexicon import table
from data.understanding.meaning import Kind, Mood, Understanding
from data.understanding.normalise.sentence import blank, clauses_of
from data.understanding.numerals import ENGLISH_NUMBER, HANZI, number, ordinal
from data.understanding.orders import kind_said, kinds_said, longest_said, says, words_said

_HOUR = Pattern(r"(?i)\d{1,2}\s*(?:点|时|[:：]\d{2}|[ap]m)|\b(?:before|after|until|till?) \d{1,2}\b")
_NUMERAL = Pattern(rf"(?P<count>{HANZI})(?P<unit>天|点|时)")
_WEEKS = Pattern(
    rf"(?i)(?P<count>\d{{1,2}}|{HANZI}|\b(?:{ENGLISH_NUMBER})\b)\s*"
    r"(?:(?P<weeks>个?(?:周|星期|礼拜)|weeks?\b)|个月|months?\b)"
)
"""A number of weeks or months."""
_HALF_A_MONTH_SAID = Pattern("(?i)半个?月|half a month")
_EVERY_WEEK = Pattern("(?i)每(?:个?(?:周|星期|礼拜))|every week|weekly")
_EVERY_DAY = Pattern("(?i)每[天日]|天天|every day|daily")
_VALUE = Pattern(r"(?i)\d|每周|每月|每个月|季度|半年|每年|当天|\b(?:week|month|quarter|half|year)")
_DAY = Pattern(r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})[号日]")
_HALF_A_MONTH = 15
WEEKDAYS, SATURDAY = ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 6


class Setting(StrEnum):
    """What a sentence can set; the rules of reminding are named as they are stored."""

    DAYS_BEFORE = "days_before"
    OVERDUE_STEPS = "overdue_steps"
    SENDING_HOUR = "sending_hour"
    QUIET_HOURS = "quiet_hours"
    GROUP = "group"
    CHECK_IN = "check_in"
    STALE_AFTER = "stale_after"
    ESCALATION_AFTER = "escalation_after"
    COMING = "coming"
    REMINDED_AT = "reminded_at"
    DAYS_OFF = "days_off"
    DAYS_ON = "days_on"
    PAUSE = "pause"
    RESUME = "resume"
    REVIEW = "review"


OF_DAYS = (Setting.DAYS_OFF, Setting.DAYS_ON)
COUNTED_IN_DAYS = (Setting.DAYS_BEFORE, Setting.OVERDUE_STEPS, Setting.STALE_AFTER, Setting.ESCALATION_AFTER)
OF_A_UNIT = (Setting.PAUSE, Setting.RESUME)
POSTED_IN_GROUPS = (Setting.DAYS_BEFORE, Setting.OVERDUE_STEPS)
"""What groups have switches of their own for: 群里到期前一天也提醒."""
OF_REMINDERS = (Setting.SENDING_HOUR, *OF_A_UNIT)
"""Settings that, together with weekdays only, say whether anything is sent on those days: 关闭周末提醒."""


@dataclass(frozen=True, slots=True)
class AskedSetting:
    """A setting that a sentence is about.

    `text` has the value in digits, of the sentence as it is `said`; if it has none, the setting is `bare`, and is to be
    `changed` or only shown. `weekday` is the first weekday named (1 to 7), `dated` is whether other days are, and
    `unit` is the unit named, if any. `own` is whether the setting is that of the speaker. `everything` is whether all
    reports are to be reviewed, or (False) only those that say done. `asks` is whether the sentence is a question.
    `others` is what it says about the opposite of days off or days on. Quiet hours `at_night` are those after work.
    `switched` is whether the daily reminders, or what is posted to the group, are turned on or off as a whole.
    """

    what: Setting
    text: str
    bare: bool
    changed: bool
    weekday: int | None
    weekend: bool
    names_hour: bool
    dated: bool
    unit: str
    own: bool
    everything: bool | None
    asks: bool = False
    others: str = ""
    at_night: bool = False
    switched: bool = False
    said: str = ""


def setting_asked(meaning: Understanding) -> AskedSetting | None:
    """Return the setting that a sentence is about, or None if it says anything else as well."""
    if meaning.names(Kind.CODE, Kind.NO_CODE, Kind.NO_FILTER):
        return None
    said = _NUMERAL.sub(lambda found: f"{number(found['count']):g}{found['unit']}", meaning.text)
    has = partial(_has, meaning.text)
    days, units = ([each for each in meaning.readings if each.kind is kind] for kind in (Kind.TIME, Kind.UNIT))
    bare = blank(meaning.text, [*days, *units])
    names_hour, at_night = _HOUR.search(said) is not None, has("night")
    is_quiet = (names_hour or at_night or has("daytime")) and not (days or units) and has("silence")
    lists_days = says(meaning, "settings.lists_days")
    subject = ("", Setting.QUIET_HOURS) if is_quiet else _subject(bare, *(OF_A_UNIT if units else ()))
    subject = ("", Setting.DAYS_BEFORE) if lists_days else subject
    if not names_hour and _EVERY_DAY.search(said) and (overdue := _subject(bare, Setting.OVERDUE_STEPS)):
        subject, said = overdue, _EVERY_DAY.sub(" 1天", said)
    if (
        subject is None
        or not (lists_days or says(meaning, "settings.nothing_else"))
        or (names_hour and says(meaning, "settings.put_off"))
        or ((days or units) and says(subject[0], "settings.orders"))
    ):
        return None
    word, of = subject
    names_groups = any(each.kind == Setting.GROUP for each in kinds_said("settings.subjects", bare))
    of_groups = of in POSTED_IN_GROUPS and names_groups
    weekday = next(iter(weekdays_in(meaning.text)), None)
    dated = any(not says(meaning.text[each.start : each.end], "settings.only_a_weekday") for each in days)
    weekend = has("weekend") or (weekday or 0) >= SATURDAY
    found, others = Setting.GROUP if of_groups else of, ""
    of_weekdays = of in OF_REMINDERS and bool(weekend or weekday) and not (units or names_hour or dated)
    if of_weekdays and (of is Setting.PAUSE or has("off") or has("silence")):
        found = Setting.DAYS_OFF
    elif of_weekdays and has("on"):
        found = Setting.DAYS_ON
    elif of in OF_DAYS:
        found = _days_meant(bare) or of
        said, others = _of_days(said, found)
    elif of is Setting.SENDING_HOUR and (days or units) and not names_hour and not has("set"):
        found = Setting.COMING
    rest = blank(said, [each for each in kinds_said("settings.subjects", said) if each.kind == of], " ")
    of_lengths = found in COUNTED_IN_DAYS
    rest = _in_days(_HOUR.sub(" ", rest)) if of_lengths else rest
    dates_count = not of_lengths and (bool(weekday or weekend or days or units) or at_night)
    has_value = dates_count or _VALUE.search(rest) is not None
    silenced = found is Setting.SENDING_HOUR and (has("off") or has("silence"))
    switched = of_groups or (not has_value and (silenced or (found is Setting.GROUP and (has("off") or has("on")))))
    if not (has_value or switched) and says(word, "settings.weak"):
        return None
    return AskedSetting(
        what=found,
        text=rest,
        bare=not has_value,
        changed=any(_has(rest, name) for name in ("set", "how", "off", "on")),
        weekday=weekday,
        weekend=weekend,
        names_hour=names_hour,
        dated=dated,
        unit=next((each.values[0] for each in units), ""),
        own=has("own"),
        everything=review_scope_in(said),
        asks=Mood.ASKS in meaning.moods,
        others=others,
        at_night=at_night and not names_hour,
        switched=switched,
        said=said,
    )


def hour_put_right(meaning: Understanding) -> AskedSetting | None:
    """Return the hour of the reminders if a sentence puts an hour right and names nothing else (早上9点太早了，改
    下午两点), or None."""
    subject = table("settings")["subjects"][Setting.SENDING_HOUR][0]
    asked = setting_asked(replace(meaning, text=f"{meaning.text} {subject}"))
    return asked if says(meaning, "settings.hour_put_right") else None


def _of_days(said: str, wanted: Setting) -> tuple[str, str]:
    """Return what a sentence says about days off or days on, whichever is `wanted`, and about the opposite.

    A clause without a word for either belongs to the one before it, or at the beginning of the sentence to the next.
    """
    clauses = [part for each in clauses_of(_with_months(said)) for part in _told_apart(each)]
    meant = [_days_meant(each) for each in clauses]
    if meant[0] is None:
        meant = _carried_on(meant[::-1])[::-1]
    parts = list(zip(clauses, _carried_on(meant), strict=True))
    others = [clause for clause, of in parts if of not in (wanted, None)]
    return "，".join(clause for clause, of in parts if of in (wanted, None)), "，".join(others)


def _told_apart(clause: str) -> Iterator[str]:
    """Yield the parts of a clause each of which has a single word for days off or on: 31日放假一天 1月2号上班.

    Its days stand before each word, or behind it if the first word has none before it.
    """
    said = [each for each in words_said("settings.subjects", clause) if each.kind in OF_DAYS]
    days = _DAY.search(clause)
    behind = bool(said) and days is not None and days.start() > said[0].start
    start = 0
    for each in said[1:] if behind else said[:-1]:
        end = each.start if behind else each.end
        yield clause[start:end].strip()
        start = end
    if rest := clause[start:].strip():
        yield rest


def _with_months(said: str) -> str:
    """Return a sentence with the month put before each day that has none.

    It is the month named before (1月24号到30号放假，19号上班), or the next one if the day would then be half a month
    back or more (12月30号到2号).
    """
    month, last, done, written = 0, 0, 0, ""
    for found in _DAY.finditer(said):
        day = int(found["day"])
        if found["month"]:
            month = int(found["month"])
        elif month:
            month = month if last - day < _HALF_A_MONTH else month % 12 + 1
            written, done = f"{written}{said[done : found.start('day')]}{month}月", found.start("day")
        last = day
    return written + said[done:]


def _carried_on(meant: Sequence[Setting | None]) -> list[Setting | None]:
    carried: list[Setting | None] = [*meant[:1]]
    for each in meant[1:]:
        carried.append(each or carried[-1])
    return carried


def _days_meant(clause: str) -> Setting | None:
    subject = _subject(clause, *OF_DAYS)
    if subject is None or not _has(clause, "undone"):
        return subject[1] if subject else None
    return Setting.DAYS_ON if subject[1] is Setting.DAYS_OFF else Setting.DAYS_OFF


def review_scope_in(text: str) -> bool | None:
    """Return True if a text says that all reports are reviewed, False if only those that say done, or None."""
    scope = kind_said("settings.review", text)
    return None if scope is None else scope == "every"


def _subject(text: str, *among: Setting) -> tuple[str, Setting] | None:
    """Return the longest word for a setting, or for one of `among`, and that setting, or None."""
    longest = longest_said("settings.subjects", text, *among)
    return (text[longest.start : longest.end].lower(), Setting(longest.kind)) if longest else None


def _has(said: str, words: str) -> bool:
    return says(said, f"settings.around.{words}")


def weekdays_in(text: str) -> list[int]:
    """Return the weekdays (1 to 7) that a text names, in its order."""
    found = sorted(kinds_said("settings.weekdays", text), key=lambda each: each.start)
    return [WEEKDAYS.index(each.kind) + 1 for each in found]


def _in_days(text: str) -> str:
    """Return a text with its weeks and months converted to days."""
    text = _EVERY_WEEK.sub(" 7天", text)
    text = _HALF_A_MONTH_SAID.sub(f"{_HALF_A_MONTH}天", text)
    for found in reversed([*_WEEKS.finditer(text)]):
        start, end = found.span()
        days = int(ordinal(found["count"].lower())) * (7 if found["weeks"] else 30)
        text = f"{text[:start]}{days}天{text[end:]}"
    return text
