"""The setting that a sentence of the office is about, and whether it changes it: 提醒时间改成9点; 怎么设置免打扰."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.patterns import Pattern
from data.understanding.meaning import Kind, Mood, Understanding, of_kind
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


class _Heard:
    """A sentence that may be about a setting: `said` with its numbers in digits, `bare` without what it names."""

    def __init__(self, meaning: Understanding) -> None:
        self.meaning = meaning
        self.said = _NUMERAL.sub(lambda found: f"{number(found['count']):g}{found['unit']}", meaning.text)
        self.days, self.units = list(of_kind(meaning, Kind.TIME)), list(of_kind(meaning, Kind.UNIT))
        self.bare = blank(meaning.text, [*self.days, *self.units])
        self.names_hour = _HOUR.search(self.said) is not None
        self.at_night = self.has("night")
        self.weekday = next(iter(weekdays_in(meaning.text)), None)
        self.weekend = self.has("weekend") or (self.weekday or 0) >= SATURDAY
        dates = (meaning.text[each.start : each.end] for each in self.days)
        self.dated = any(not says(each, "settings.only_a_weekday") for each in dates)

    def has(self, *words: str) -> bool:
        """Return whether the sentence has any of these words beside a setting."""
        return any(_has(self.meaning.text, each) for each in words)

    @property
    def lists_days(self) -> bool:
        """Whether it only lists the days before the deadline on which units are reminded."""
        return says(self.meaning, "settings.lists_days")

    @property
    def is_quiet(self) -> bool:
        """Whether it wants quiet at some hours."""
        at_hours = self.names_hour or self.at_night or self.has("daytime")
        return at_hours and not (self.days or self.units) and self.has("silence")

    def is_of_groups(self, of: Setting) -> bool:
        """Return whether it is about what groups have a switch of their own for."""
        return of in POSTED_IN_GROUPS and any(
            each.kind == Setting.GROUP for each in kinds_said("settings.subjects", self.bare)
        )


def setting_asked(meaning: Understanding) -> AskedSetting | None:
    """Return the setting that a sentence is about, or None if it says anything else as well."""
    if meaning.names(Kind.CODE, Kind.NO_CODE, Kind.NO_FILTER):
        return None
    heard = _Heard(meaning)
    subject = _subject_meant(heard)
    return None if subject is None or _says_more(heard, subject[0]) else _asked(heard, *subject)


def hour_put_right(meaning: Understanding) -> AskedSetting | None:
    """Return the hour of the reminders if a sentence puts an hour right, or gives one from now on, and names nothing
    else (早上9点太早了，改下午两点; 以后早上10点再发), or None."""
    of_an_hour = says(meaning, "settings.hour_put_right", "settings.hour_from_now_on")
    return _asked(_Heard(meaning), "", Setting.SENDING_HOUR) if of_an_hour else None


def _asked(heard: _Heard, word: str, of: Setting) -> AskedSetting | None:
    """Return what a sentence asks of the setting with a word, or None if that word alone is too weak for one."""
    found = _setting_meant(heard, of)
    said, others = heard.said, ""
    if of is Setting.OVERDUE_STEPS and not heard.names_hour:
        said = _EVERY_DAY.sub(" 1天", said)
    elif of in OF_DAYS:
        said, others = _of_days(said, found)
    rest = blank(said, [each for each in kinds_said("settings.subjects", said) if each.kind == of], " ")
    rest = _in_days(_HOUR.sub(" ", rest)) if found in COUNTED_IN_DAYS else rest
    named = any((heard.weekday, heard.weekend, heard.days, heard.units, heard.at_night))
    has_value = _VALUE.search(rest) is not None or (found not in COUNTED_IN_DAYS and named)
    switched = heard.is_of_groups(of) or (not has_value and _turns_on_or_off(heard, found))
    if not (has_value or switched) and says(word, "settings.weak"):
        return None
    return AskedSetting(
        what=found,
        text=rest,
        bare=not has_value,
        changed=any(_has(rest, name) for name in ("set", "how", "off", "on")),
        weekday=heard.weekday,
        weekend=heard.weekend,
        names_hour=heard.names_hour,
        dated=heard.dated,
        unit=next((each.values[0] for each in heard.units), ""),
        own=heard.has("own"),
        everything=review_scope_in(said),
        asks=Mood.ASKS in heard.meaning.moods,
        others=others,
        at_night=heard.at_night and not heard.names_hour,
        switched=switched,
        said=said,
    )


def _subject_meant(heard: _Heard) -> tuple[str, Setting] | None:
    """Return the word for the setting that a sentence is about, empty if it is known without one, and that setting; or
    None. What is to come every day is first that of overdue tasks, if they are named (逾期的每天提醒)."""
    every_day = not heard.names_hour and _EVERY_DAY.search(heard.said) is not None
    if every_day and (overdue := _subject(heard.bare, Setting.OVERDUE_STEPS)):
        return overdue
    if heard.lists_days:
        return "", Setting.DAYS_BEFORE
    if heard.is_quiet:
        return "", Setting.QUIET_HOURS
    return _subject(heard.bare, *(OF_A_UNIT if heard.units else ()))


def _says_more(heard: _Heard, word: str) -> bool:
    """Return whether a sentence says anything else than a setting with this word."""
    return (
        not (heard.lists_days or says(heard.meaning, "settings.nothing_else"))
        or (heard.names_hour and says(heard.meaning, "settings.put_off"))
        or (bool(heard.days or heard.units) and says(word, "settings.orders"))
    )


def _setting_meant(heard: _Heard, of: Setting) -> Setting:
    """Return the setting that a sentence is about whose word is that `of` one: groups have their own switches, the
    reminders of weekdays are days off or on, and those of a unit or day are the ones to come."""
    if heard.is_of_groups(of):
        return Setting.GROUP
    if of in OF_DAYS:
        return _days_meant(heard.bare) or of
    names_more = heard.units or heard.names_hour or heard.dated
    if of in OF_REMINDERS and (heard.weekend or heard.weekday) and not names_more:
        if of is Setting.PAUSE or heard.has("off", "silence"):
            return Setting.DAYS_OFF
        if heard.has("on"):
            return Setting.DAYS_ON
    names_whose = (heard.days or heard.units) and not (heard.names_hour or heard.has("set"))
    return Setting.COMING if of is Setting.SENDING_HOUR and names_whose else of


def _turns_on_or_off(heard: _Heard, found: Setting) -> bool:
    """Return whether a sentence turns the daily reminders off, or what is posted to the group on or off."""
    if found is Setting.SENDING_HOUR:
        return heard.has("off", "silence")
    return found is Setting.GROUP and heard.has("off", "on")


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
