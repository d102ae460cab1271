"""What setting a sentence of the office is about, and whether it sets it: 提醒时间改成9点; 周六不发; 怎么设置免打扰."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from data.patterns import Match, Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Mood, Reading, Understanding
from data.understanding.normalise.sentence import CLAUSE, blank
from data.understanding.numerals import HANZI, number
from data.understanding.orders import kind_said, longest_said

_WORDS: dict[str, Any] = table("settings")
_WEEKDAY_WORDS = (
    r"每?(?:周|星期|礼拜)(?P<sign>[一二三四五六日天])|\b(?P<english>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b"
)
_WEEKDAY = Pattern(f"(?i){_WEEKDAY_WORDS}")
_HOUR = Pattern(r"(?i)\d{1,2}\s*(?:点|时|[:：]\d{2}|[ap]m)")
_NUMERAL = Pattern(rf"(?P<count>{HANZI})(?P<unit>天|点|时)")
_VALUE = Pattern(r"(?i)\d|每周|每月|每个月|季度|半年|每年|当天|\b(?:week|month|quarter|half|year)")
_SIGNS = r"[\s\x00、，,：:；;“”\"'（）()。.!！?？~～\-—–]"
MOST = 40
"""No longer sentence is read so."""


class Setting(StrEnum):
    """What can be set by a sentence; the rules of reminding are called as they are stored."""

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
OF_A_UNIT = (Setting.PAUSE, Setting.RESUME)


@dataclass(frozen=True, slots=True)
class AskedSetting:
    """A setting that a sentence is about. `text` has the value in digits, none where it is `bare`; then it is to be
    `changed`, or only shown. `weekday` is the one that it names (1 to 7), `names_hour` whether it names an hour.
    `dated` is whether it names another day than that, `unit` the one that it names; `own` are those of who speaks;
    `everything` is what is to be reviewed, every report or (False) those that say done. It may only be asked whether
    (`asks`). Of days off, or worked, `others` are those of which the sentence says the opposite. Quiet hours `at_night`
    are those after work."""

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


_AROUND = {name: Pattern(f"(?i){any_of(words)}") for name, words in _WORDS["around"].items()}
_SUBJECTS = {what: Pattern(f"(?i){any_of(_WORDS['subjects'][what])}") for what in Setting}
_PARTS = "|".join(any_of(words) for words in (*_WORDS["around"].values(), *_WORDS["subjects"].values()))
_ALL = Pattern(rf"(?i)(?:{_PARTS}|{_WEEKDAY_WORDS}|\d{{1,3}}(?:[ap]m)?|{_SIGNS})*")
_WEAK = frozenset(_WORDS["weak"]["words"])


def setting_asked(text: str, meaning: Understanding) -> AskedSetting | None:
    """Return the setting that a sentence is about; None where it says anything else as well."""
    if len(text) > MOST or any(each.kind is Kind.CODE for each in meaning.readings):
        return None
    named = [each for each in meaning.readings if each.kind in (Kind.TIME, Kind.UNIT)]
    said = _NUMERAL.sub(_in_digits, meaning.text)
    bare = blank(meaning.text, named)
    units = any(each.kind is Kind.UNIT for each in named)
    names_hour, at_night = _HOUR.search(said) is not None, _has("night", said)
    is_of_the_day = names_hour or at_night or _has("daytime", said)
    is_quiet = is_of_the_day and not named and _has("silence", said)
    subject = ("", Setting.QUIET_HOURS) if is_quiet else _subject(bare, *(OF_A_UNIT if units else ()))
    if subject is None or not _ALL.fullmatch(_NUMERAL.sub(_in_digits, bare)):
        return None
    word, of = subject
    found, others = of, ""
    if of in OF_DAYS:
        found = _days_meant(bare) or of
        said, others = _of_days(said, found)
    if found is Setting.SENDING_HOUR and named and not names_hour and not _has("set", said):
        found = Setting.COMING
    rest = _SUBJECTS[of].sub(" ", said)
    day = _WEEKDAY.search(said)
    has_value = _VALUE.search(rest) is not None or day is not None or bool(named) or _has("weekend", said) or at_night
    if word in _WEAK and not has_value:
        return None
    return AskedSetting(
        what=found,
        text=rest,
        bare=not has_value,
        changed=_has("set", rest) or _has("how", rest),
        weekday=_number_of(day) if day else None,
        weekend=_has("weekend", said) or (day is not None and _number_of(day) > 5),
        names_hour=names_hour,
        dated=any(each.kind is Kind.TIME and not _is_weekday(meaning, each) for each in named),
        unit=next((each.values[0] for each in named if each.kind is Kind.UNIT), ""),
        own=_has("own", said),
        everything=review_scope_in(said),
        asks=Mood.ASKS in meaning.moods,
        others=others,
        at_night=at_night and not names_hour,
    )


def _of_days(said: str, wanted: Setting) -> tuple[str, str]:
    """What a sentence says of days off or worked, and what of the opposite. A clause without a word for either goes
    with the one before it; where the sentence begins with such a clause, with the one behind it."""
    clauses = [each[0].strip() for each in CLAUSE.finditer(said) if each[0].strip()]
    meant = [_days_meant(each) for each in clauses]
    if meant[0] is None:
        meant = _carried_on(meant[::-1])[::-1]
    parts = list(zip(clauses, _carried_on(meant), strict=True))
    others = [clause for clause, of in parts if of not in (wanted, None)]
    return "，".join(clause for clause, of in parts if of in (wanted, None)), "，".join(others)


def _carried_on(meant: Sequence[Setting | None]) -> list[Setting | None]:
    carried: list[Setting | None] = [*meant[:1]]
    for each in meant[1:]:
        carried.append(each or carried[-1])
    return carried


def _days_meant(clause: str) -> Setting | None:
    subject = _subject(clause, *OF_DAYS)
    is_on = subject is not None and (subject[1] is Setting.DAYS_ON or _has("undone", clause))
    return Setting.DAYS_ON if is_on else subject[1] if subject else None


def review_scope_in(text: str) -> bool | None:
    """Whether a text names every report as what is reviewed, or only those that say done (False); None for neither."""
    scope = kind_said("settings.review", text)
    return None if scope is None else scope == "every"


def _subject(text: str, *among: Setting) -> tuple[str, Setting] | None:
    """The longest word for a setting, be it only for one of these, and the setting."""
    longest = longest_said("settings.subjects", text, *among)
    return (text[longest.start : longest.end].lower(), Setting(longest.kind)) if longest else None


def _has(name: str, said: str) -> bool:
    return _AROUND[name].search(said) is not None


def _is_weekday(meaning: Understanding, time: Reading) -> bool:
    named = meaning.text[time.start : time.end].strip()
    return _WEEKDAY.fullmatch(named) is not None or _AROUND["weekend"].fullmatch(named) is not None


def _in_digits(found: Match) -> str:
    return f"{number(found['count']):g}{found['unit']}"


def _number_of(found: Match) -> int:
    if found["sign"]:
        return "一二三四五六日".index(found["sign"].replace("天", "日")) + 1
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(found["english"].lower()) + 1
