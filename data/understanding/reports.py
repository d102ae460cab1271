"""What a report says in words: its note, what blocks the work, and whether it says more than was read.

Nothing is cut out of what was written: the note is the whole text, less the code that it begins with.
"""

from collections.abc import Iterable, Sequence

from data.patterns import Match
from data.understanding.entities.figures import find_about
from data.understanding.entities.percents import INDIRECT
from data.understanding.fillers import meaningful_words
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Mood, Reading, Understanding, of_kind
from data.understanding.normalise.sentence import (
    TAKEN,
    Sentence,
    Span,
    blank,
    clauses_of,
    is_hanzi,
    is_within,
    normalise,
    spans,
)
from data.understanding.not_yet import earlier_period_stretches
from data.understanding.orders import says
from data.understanding.polarity import clauses, negated
from data.understanding.reporting.answer_names import without_name
from data.understanding.statuses import UNFINISHED, every_status, find_statuses
from data.understanding.sureness import SURE

_RULES = patterns("notes")
AROUND = " \n,，。;；:：、(（[【)）]】"
REPORTED_AS = {name: name for name in ("not_started", "in_progress", "submitted", "blocked")} | {"closed": "submitted"}
"""The status that a report gets for each status that words name."""
BEGGING = "office_notes.begged_in_between"
"""How a report begs the office to step in."""
A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS = 4, 4
"""How many Chinese characters or words, besides a task's code and name, tell something about it."""
A_FACT_HAS_HANZI, A_FACT_HAS_WORDS = 9, 6
"""How many of them tell a fact although nothing in them was read (跟市监碰了两次头，移了4条线索)."""


def note_of(
    heard: Sentence, readings: Iterable[Reading], status: str | None, *, always: bool, told: Span | None
) -> str | None:
    """Return a report, or only what is `told`, as it was written, without the code that it begins with.

    Returns None if it says no more than what was read and its status, unless `always` is true.
    """
    known = list(readings)
    taken = _taken(heard, known, status)
    code = next((reading for reading in known if reading.kind is Kind.CODE), None)
    leads = (
        code is not None
        and only_announces(heard[: code.start])
        and not is_said_within(heard[code.end :], heard[: code.start])
    )
    start = code.end if code is not None and leads else 0
    start, end = (max(start, told[0]), max(start, told[1])) if told else (start, len(heard))
    if (
        not always
        and len(taken) == len(known)
        and says_nothing_else(heard, [*taken, *_said_twice(heard, status)], (start, end))
    ):
        return None
    said = heard.quote(start, end)
    said = said.rstrip(AROUND) if end < len(heard) else said
    return (without_name("note", behind_its_task(said)) if start else said.lstrip(" \n")).rstrip() or None


def behind_its_task(said: str) -> str:
    """Return what is said after the task, without the punctuation and the 的 or 呢 in between."""
    return without_signs(_RULES["behind_a_task"].sub("", said))


def only_announces(words: str) -> bool:
    """Return whether words before the code of a task only announce that something about it follows."""
    return _RULES["announces"].fullmatch(words) is not None


def is_said_within(words: str, before: str = "") -> bool:
    """Return whether words behind the code of a task make it a part of their sentence (18-1里抓获的17名), or with those
    `before` of a title (关于1-8进展情况的函)."""
    is_title = bool(before.strip()) and _RULES["within_a_title"].match(words) is not None
    return is_title or _RULES["within_a_task"].match(words) is not None


def without_signs(said: str) -> str:
    """Return `said` without the punctuation at its beginning (27-6 - no list); a minus before a number stays, and a
    bracket that is closed behind it (（打击侵权）已完成)."""
    rest = said.lstrip(AROUND)
    before = said[: len(said) - len(rest)]
    if before.endswith(("(", "（")) and any(each in rest for each in ")）"):
        return before[-1] + rest
    behind = rest.lstrip("-–—")
    return rest if behind == rest or behind[:1].isdecimal() else without_signs(behind)


def is_going_on(note: str) -> bool:
    """Return whether a clause of a note only says that the work goes on, or says that something is left to do."""
    heard = normalise(note)
    if _continues(heard.lower()) or says(heard.lower(), "asked.left_to_do"):
        return True
    text, rest = heard.lower(), _RULES["otherwise"].sub(lambda found: TAKEN * len(found[0]), heard.in_lines())
    going_on = [each for each in find_statuses(text) if each.values[0] == "in_progress"]
    said = [*spans(going_on), *UNFINISHED.find(text)]
    return any(_is_all_of_its_clause(span, rest) for span in said if not negated(text, span[0]))


def without_done(note: str) -> str:
    """Return a note without the clauses that only say that the work is done."""
    return "".join(each.joint + each for each in clauses_of(note) if not _only_says_done(each)).strip(" ,，;；、")


def _only_says_done(clause: str) -> bool:
    heard = normalise(clause).lower()
    done = [each for each in every_status(heard) if each.values[0] == "closed"]
    return bool(done) and is_nothing(blank(heard, done, " "))


def is_done_in_part(text: str) -> bool:
    """Return whether every word for done in a text is said of something named in its clause (调研做完了), and none of
    the whole (已完成, 都做完了)."""
    heard = normalise(text).lower()
    done = [each for each in every_status(heard) if each.values[0] == "closed"]
    return bool(done) and not any(_is_of_the_whole(heard, each) for each in done)


def _is_of_the_whole(heard: str, done: Reading) -> bool:
    clause = next(each for each in clauses_of(heard) if each.end > done.start)
    before = heard[clause.start : done.start]
    return bool(_RULES["whole"].search(heard[clause.start : done.end]) or _RULES["no_word"].fullmatch(before))


def _continues(text: str) -> bool:
    """Return whether a clause of a lower-cased text only says that the work continues (还在继续抽), also in English."""
    said = (_RULES["otherwise_first"].sub("", text[slice(*each)].strip()) for each in clauses(text))
    return any(_RULES["continues"].fullmatch(each) for each in said) or bool(_RULES["continues_english"].search(text))


def is_nothing(words: str) -> bool:
    """Return whether words of a report say nothing besides what was read."""
    return _RULES["nothing"].fullmatch(words.lower()) is not None


def says_in_one_sentence(note: str) -> bool:
    """Return whether `note` is a single sentence."""
    return len([found for found in _RULES["sentence"].finditer(note) if found[0].strip()]) == 1


def _taken(heard: Sentence, readings: Sequence[Reading], status: str | None) -> list[Reading]:
    """Return the readings that a note need not repeat.

    Not among them are a status other than the report's, a name that is not sure, a percentage that is left open or
    calculated from what is left, and a figure that is approximate, from an earlier period, one of several numbers for
    one thing, or has another number in it (培训2场300人).
    """
    before = earlier_period_stretches(heard.lower())
    about = list(find_about(heard.lower(), readings))
    return [
        reading
        for reading in readings
        if (
            reading.kind is not Kind.STATUS
            or REPORTED_AS[reading.values[0]] == status
            or negated(heard.lower(), reading.start)
        )
        and reading.sureness >= SURE
        and (reading.kind not in (Kind.PERCENT, Kind.NO_PERCENT) or reading.sureness > INDIRECT)
        and reading not in about
        and reading.kind is not Kind.ONE_OF_SEVERAL
        and (reading.kind is not Kind.FIGURE or not is_within(reading.start, before))
        and (
            reading.kind is not Kind.FIGURE
            or len(list(_RULES["counted"].finditer(heard[reading.start : reading.end]))) < 2
        )
    ]


def _said_twice(heard: Sentence, status: str | None) -> list[Reading]:
    """Return the words that only repeat that the work goes on (没搞完 还在搞)."""
    unfinished = UNFINISHED.find(heard.lower()) if status == "in_progress" else []
    otherwise = _RULES["otherwise"].spans(heard.lower()) if unfinished else []
    return [Reading(Kind.STATUS, *span, ("in_progress",)) for span in (*unfinished, *otherwise)]


def says_nothing_else(text: str, taken: Iterable[Reading], span: Span) -> bool:
    """Return whether a span of a text has only filler words besides what was taken."""
    return _RULES["nothing"].fullmatch(blank(text, taken)[slice(*span)]) is not None


def _is_all_of_its_clause(span: Span, text: str) -> bool:
    """Return whether the words for a status are all of their clause, up to a space after them."""
    start, end = next((each.start, each.end) for each in clauses_of(text) if each.end > span[0])
    before, behind = _RULES["with_others"].sub("", text[start : span[0]]), text[span[1] : end]
    return all(
        _RULES["no_word"].fullmatch(part) or not meaningful_words(part) for part in (before, behind.partition(" ")[0])
    )


def obstacle_of(heard: Sentence, readings: Iterable[Reading], note: str | None, told: Span | None) -> str | None:
    """Return the sentence that says what blocks the work, or None; it is among what is `told`.

    If a sentence only says that the work is blocked, the next one counts. If no word says so, the obstacle is the
    sentence that begs the office to step in, or else the `note`, provided that it tells why.
    """
    known = list(readings)
    text = heard.in_lines()
    blocked = next((each for each in known if each.values[0] == "blocked"), None)
    begin, end = told or (0, len(text))
    places = [(max(start, begin), min(stop, end)) for start, stop in map(Match.span, _RULES["sentence"].finditer(text))]
    sentences = [_without_head(span, text, known) for span in places]
    if blocked is None:
        begging = (span for span in sentences if says(text[slice(*span)], BEGGING))
        if (plea := next(begging, None)) is not None:
            return heard.quote(*plea).strip(AROUND)
        breaths = [each for each in _RULES["breath"].finditer(note or "") if len(each[0]) > 1]
        return note if len(breaths) > 1 else None  # 不做了，省里取消了
    ahead = begin if (begin, end) != (0, len(text)) else blocked.start
    said = [span for span in sentences if span[1] > ahead and not says_nothing_else(text, known, span)]
    if not said:
        return None
    return without_name("obstacle", behind_its_task(heard.quote(*said[0]).strip(AROUND if end < len(text) else None)))


def _without_head(span: Span, text: str, readings: Iterable[Reading]) -> Span:
    """Return the place of a sentence without the task, status and percentage at its beginning.

    Each must be set off from what follows, except a code.
    """
    (start, end), kinds = span, (Kind.CODE, Kind.TASK, Kind.STATUS, Kind.PERCENT)
    heads = [each for each in readings if each.kind in kinds]
    while start < end:
        rest = text[start:end]
        start += len(rest) - len(without_signs(rest))
        small = _RULES["head"].match(text[start:end])
        start += small.end() if small and any(each.start == start + small.end() for each in heads) else 0
        reading = next((each for each in heads if each.start <= start < each.end), None)
        if reading is None or not _is_set_off(reading, text[reading.end : end]):
            break
        start = reading.end
    return min(start, end), end


def _is_set_off(reading: Reading, behind: str) -> bool:
    """Return whether a reading at the beginning ends there: a code always does, other words if punctuation follows."""
    if _RULES["by"].match(behind):
        return False
    return reading.kind is Kind.CODE or not behind[:1].strip(AROUND)


def tells_of_a_task(heard: Understanding) -> bool:
    """Return whether a text gives the code of a task and tells something about it."""
    return heard.names(Kind.CODE) and tells_something(heard)


def tells_something(heard: Understanding) -> bool:
    """Return whether a text asks nothing and has enough words besides the code and name of a task to tell something."""
    if Mood.ASKS in heard.moods or says(heard, "choices.seen"):
        return False
    codes = list(of_kind(heard, Kind.CODE))
    left = blank(heard.text.lower(), [*codes, *of_kind(heard, Kind.TASK)], " ")
    return says_much(left, A_NOTE_HAS_HANZI, A_NOTE_HAS_WORDS)


def tells_a_fact(text: str) -> bool:
    """Return whether a text is long enough to tell a fact, even if nothing in it was read."""
    return says_much(text, A_FACT_HAS_HANZI, A_FACT_HAS_WORDS)


def says_much(text: str, hanzi: int, words: int) -> bool:
    """Return whether a text has at least `hanzi` Chinese characters or `words` words."""
    return sum(map(is_hanzi, text)) >= hanzi or len(text.split()) >= words
