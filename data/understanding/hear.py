"""Understanding of one sentence: what it asks for, what it names, and what it reports."""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from data.understanding.aims import (
    LISTS,
    WRITING,
    aim_features,
    aims_in_question,
    likely_aims,
    possible_aims,
    sureness_of_intent,
)
from data.understanding.days_meant import days_meant, in_the_year_meant
from data.understanding.entities.figures import figures_of
from data.understanding.entities.percent_forms import HUNDRED
from data.understanding.entities.units.names import THE_DISTRICT
from data.understanding.intent.tokens import tokens
from data.understanding.likely_status import likely_status
from data.understanding.list_exceptions import left_out_of_lists
from data.understanding.meaning import STATEMENTS, Aim, Intent, Kind, Mood, Reading, Understanding
from data.understanding.named import Named, continues_unit_name, find_named, says_more, words_left
from data.understanding.normalise.sentence import blank, clause_start, normalise
from data.understanding.not_yet import status_since
from data.understanding.orders import says
from data.understanding.polarity import moods
from data.understanding.reporting.numbers_put_right import corrected_percent, corrected_status
from data.understanding.reports import BEGGING, REPORTED_AS, note_of, obstacle_of
from data.understanding.statuses import NEARLY
from data.understanding.sureness import LIKELY
from data.understanding.vocabulary import Vocabulary
from data.understanding.words import Speaker

_ONLY_REPORTED, _REPORTED = ("报", "交"), ("报过", "报了")
"""Beginnings of words for done that say only that the report was made (报完的), and words before them (报过完成的)."""

OF_A_TASK = frozenset(
    {Aim.TASK, Aim.HISTORY, *WRITING, Aim.WITHDRAW, Aim.RESUME, Aim.NUDGE, Aim.SNOOZE, Aim.PLAN, Aim.REVIEW}
)
OF_THE_ONLY_TASK = frozenset({Aim.REPORT, Aim.EXTENSION})
BLOCKED = "blocked"
STANDING = (BLOCKED, "not_started", "in_progress")
"""The statuses that tasks have on a day, which a summary can be asked to count."""
_ALONE = frozenset({Aim.GREETING, Aim.THANKS, Aim.HELP, Aim.CANCEL})
_MOST_CANDIDATES = 10
_SHORT = 6


def understand(text: str, words: Vocabulary, speaker: Speaker, today: date, aim: Aim | None = None) -> Understanding:
    """Return what `speaker` means by `text`, said on the day `today`; `aim` overrides the likeliest aim if it is known.

    Nothing is guessed. The intent is AMBIGUOUS if two units or tasks fit equally, or if no aim is sure enough
    (`between`), and UNKNOWN if the text names an office or a code that the plan does not have.
    """
    heard = normalise(text)
    if not any(map(str.isalnum, heard)):
        return Understanding(Intent.UNKNOWN, heard)
    named = find_named(heard, words, speaker, today)
    features = aim_features(named, words, speaker.coordinator)
    shares = possible_aims(likely_aims(named, features), named, speaker, today)
    if aim is not None:
        shares = {aim: 1.0}
    aim = next(iter(shares))
    named = in_the_year_meant(aim, named, today)
    return _meaning(aim, shares, named, features, speaker, today)


def _meaning(
    aim: Aim, shares: Mapping[Aim, float], named: Named, features: AbstractSet[str], speaker: Speaker, today: date
) -> Understanding:
    sureness, between = sureness_of_intent(shares, aim), aims_in_question(shares, named)
    said_as = tuple(moods(named.heard.lower()))
    units, codes = _units(aim, named, speaker), _codes(aim, named)
    unit, task = units[0] if len(units) == 1 else None, codes[0] if len(codes) == 1 else None
    if aim is Aim.UNKNOWN or not between:
        return Understanding(
            Intent.UNKNOWN,
            named.heard,
            unit=None if named.of(Kind.STRANGER) or continues_unit_name(named) else unit,
            task=task,
            confidence=round(sureness, 2),
            aim=Aim.UNKNOWN,
            readings=named.readings,
            moods=said_as,
            unused=words_left(named),
        )
    rivals = _rivals(aim, units, codes, named)
    intent = Intent.AMBIGUOUS if rivals or len(between) > 1 else aim.intent
    start, end = days_meant(aim, named, today)
    reporting, listing = aim.intent is Intent.REPORT, aim in LISTS
    sections, percent = named.of(Kind.SECTION), _percent(aim, named) if reporting else None
    status = _status_told(aim, named, features, percent, today) if reporting else _status_asked(aim, named)
    note, blocked = _note(named, units, status) if reporting else None, reporting and status == BLOCKED
    return Understanding(
        intent=intent,
        text=named.heard,
        unit=unit,
        section=sections[0].values[0] if sections else None,
        task=task,
        candidates=rivals[:_MOST_CANDIDATES],
        start=start,
        end=end,
        status=status if percent in (None, 0) or status == BLOCKED else None,
        overdue=named.overdue and listing,
        unfinished=named.unfinished and listing,
        own=_speaks_of_own(named),
        whole=aim in _ALONE and _is_short(named) and sureness >= LIKELY,
        percent=percent,
        figures=figures_of(named.readings) if reporting else {},
        note=note,
        obstacle=obstacle_of(named.heard, _readings_reported(named), note, named.told) if blocked else None,
        confidence=round(_confidence(sureness, aim, named) * (0.5 if rivals else 1.0), 2),
        aim=aim,
        between=between if len(between) > 1 else (),
        readings=named.readings,
        moods=said_as,
    )


def _rivals(aim: Aim, units: tuple[str, ...], codes: tuple[str, ...], named: Named) -> tuple[str, ...]:
    """Return the units or tasks that compete to be the one meant.

    The units do not compete when the sentence names a task by its code, nor do those that it leaves out.
    """
    if len(units) > 1:
        out = {value for each in left_out_of_lists(named.said) for value in each.values}
        units = tuple(each for each in units if each not in out)
    if len(units) > 1 and not named.of(Kind.CODE) and aim in (*LISTS, *OF_A_TASK):
        return units
    return codes if len(codes) > 1 else ()


def _units(aim: Aim, named: Named, speaker: Speaker) -> tuple[str, ...]:
    """Return the units meant; where initials may stand for several, only the speaker's own count.

    In what a liaison reports other units are only mentioned and do not count; the office may report for one. Nor does a
    group that the speaker belongs to where they speak of a task (39-1区里开了会) or of their own district. A task under
    review is that of the units beside it (生态局那份名单打回去，缺青山的).
    """
    found, read = dict[str, None](), named.of(Kind.UNIT)
    if aim is Aim.REVIEW and (told := named.of(Kind.TASK)):
        begun = clause_start(named.heard, told[0].start)
        read = [each for each in read if clause_start(named.heard, each.start) == begun] or read
    for reading in read:
        own = [unit for unit in reading.values if unit in named.mine]
        of_here = named.codes or named.heard.startswith(THE_DISTRICT, reading.start)
        if of_here and own and not set(own) & {*speaker.units}:
            continue
        if not (aim.intent is Intent.REPORT or aim is Aim.INFO) or own or speaker.coordinator:
            found |= dict.fromkeys(own or reading.values)
    return tuple(found)


def _codes(aim: Aim, named: Named) -> tuple[str, ...]:
    """Return the tasks meant; for a report or an extension also the only task of a speaker who has just one.
    Figures may be asked of the only task that words name, or of all."""
    of_a_task = aim in OF_A_TASK or (aim is Aim.FIGURES and len(named.codes) == 1)
    if not (of_a_task or named.of(Kind.CODE)):
        return ()
    only_task = tuple(named.own_codes) if len(named.own_codes) == 1 and aim in OF_THE_ONLY_TASK else ()
    return named.codes or only_task


def _status_told(aim: Aim, named: Named, features: AbstractSet[str], percent: int | None, today: date) -> str | None:
    """Return the status that a report states, or None.

    It is the one asked for, if any (报个受阻). If the report states a percentage, the status follows from that unless
    words say that the work is blocked, or beg the office to step in (经费没到位，请办公室协调).
    """
    if named.asked_for is not None:
        return REPORTED_AS[named.asked_for.status.values[0]]
    tells_more = bool(named.of(Kind.STATUS)) or says_more(named) or not named.unfinished
    if percent is None and aim is Aim.CORRECT:
        status = corrected_status(named.heard.lower())
        return REPORTED_AS[status] if status else None
    if percent is None:
        if aim is not Aim.REPORT or not tells_more:
            return None
        since = status_since(named.heard.lower())
        return REPORTED_AS[since] if since else likely_status(named, features, today)
    blocked = any(each.values[0] == BLOCKED for each in named.of(Kind.STATUS))
    begs = percent < HUNDRED and says(named.heard, BEGGING)
    if begs or (blocked and likely_status(named, features, today) == BLOCKED):
        return BLOCKED
    return {0: "not_started", HUNDRED: "submitted"}.get(percent, "in_progress")


def _status_asked(aim: Aim, named: Named) -> str | None:
    """Return the status that a question or order is restricted to, or None. What is not done may have been begun."""
    found = named.of(Kind.STATUS)
    asks_for_those = aim in (Aim.TASKS, Aim.DEADLINES, Aim.REVIEW, Aim.NUDGE, Aim.EXPORT)
    status = found[0].values[0] if found else None
    if aim is Aim.REVIEW and status == "closed":
        return "submitted"
    of_a_day = status in STANDING or not named.of(Kind.TIME)
    counts = aim is Aim.SUMMARY and of_a_day and says(named.said, "asked.how_many")
    if not (asks_for_those or counts or (aim is Aim.SUMMARY and says(named.said, "asked.who_is"))):
        return None
    if status == "closed":
        heard, at = named.heard, found[0].start
        if heard.startswith(_ONLY_REPORTED, at) or heard.endswith(_REPORTED, 0, at):
            return "submitted"
    if status == "not_started" and named.unfinished and aim in LISTS:
        return None
    asks_whether_done = status == "closed" and (aim is Aim.DEADLINES or Mood.WHETHER in moods(named.heard))
    return None if asks_whether_done else status


def _percent(aim: Aim, named: Named) -> int | None:
    """Return the percentage that a report states, or in a correction the one that is right; None if there is none."""
    stated = next((int(each.values[0]) for each in named.of(Kind.PERCENT)), None)
    if aim is not Aim.CORRECT:
        return stated
    return corrected_percent(blank(named.heard.lower(), named.of(Kind.CODE), ","), stated)


def _speaks_of_own(named: Named) -> bool:
    text = f" {named.heard.lower()} "
    return any(word in text for word in ("我", "咱", "俺", "本单位", "本局", " my ", " our ", " i ", " we ", " us "))


def _is_short(named: Named) -> bool:
    few = len(tokens(named.heard, ())) <= _SHORT
    return few and not named.readings and not any(map(str.isdecimal, named.heard))


def _confidence(sureness: float, aim: Aim, named: Named) -> float:
    """Return how sure the aim is or, if it is about a task, how sure the task is, whichever is lower."""
    found = [code.sureness for code in named.of(Kind.CODE)]
    if named.hits and aim in OF_A_TASK:
        found = [named.hits.sureness]
    return min([sureness, *found])


def _note(named: Named, units: Collection[str], status: str | None) -> str | None:
    """Return the note of a report by `units`, or None if it says no more than what was read.

    The mere wish to report is no note. A report without a word for its status or a number is a note if it gives no
    code, says nearly done, or names a day, because nothing else would keep its words.
    """
    stated = bool(named.of(*STATEMENTS))
    tells_more = bool(NEARLY.find(named.heard.lower()) or named.of(Kind.TIME))
    kept_by_nothing = tells_more or not named.of(Kind.CODE)
    always = status is not None and not stated and kept_by_nothing
    known = [
        *_readings_reported(named),
        *(each for each in named.of(Kind.UNIT) if not set(units).isdisjoint(each.values)),
    ]
    if not (stated or says_more(named) or always):
        return None
    return note_of(named.heard, known, status, always=always, told=named.told)


def _readings_reported(named: Named) -> Iterable[Reading]:
    kept = {Kind.CODE, Kind.TASK, *STATEMENTS} - {Kind.NOT_EXACT, Kind.OTHER_TOTAL}
    return [reading for reading in named.readings if reading.kind in kept]
