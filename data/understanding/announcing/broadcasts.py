"""Answers to the question of a broadcast, in the words of its choices or in others."""

from collections.abc import Callable, Sequence

from data.patterns import Pattern, escape
from data.understanding.aims import SMALL_TALK, WRITING
from data.understanding.lexicon import any_word, table
from data.understanding.meaning import OF_REPORTS, Aim, Kind, Mood, Understanding
from data.understanding.normalise.sentence import clauses_of
from data.understanding.orders import find_order, says
from data.understanding.sureness import LIKELY, RATHER_SURE, VERY_SURE

_AROUND = rf"(?:{any_word(table('broadcasts')['around_an_answer'])}|[\s、，,：:；;“”\"'（）()。.!！?？~～])*"
_MORE, _ANYTHING = r"[，,。；;：:、！!\s][^?？]*", "[^?？]*"
LONGEST_ANSWER = 60
_CHANGING = (Aim.WITHDRAW, Aim.CORRECT, Aim.SETTINGS)
_COMES = (
    "broadcasts.accepted",
    "broadcasts.accepted_and_more",
    "broadcasts.somebody_sent",
    "broadcasts.who_comes",
)
_AGREES = ("broadcasts.accepted", "broadcasts.agreed")
_AGREED = ("broadcasts.agreed", "broadcasts.agreed_with_number", "broadcasts.comes_late")
_LONG = 3
"""Characters from which on a choice is surely meant, whatever follows it."""


def answer_meant(text: str, choices: Sequence[str]) -> int | None:
    """Return the index of the choice that a text gives, or None.

    The text may name the choice, begin with it (需要延，年底太忙), or say yes or no where just one choice does:
    我请个假，让小李去 means 不能参加.
    """
    if (written := choice_written(text, choices)) is not None:
        return written
    if (begun := _choice_at(text, choices, _MORE, _ANYTHING)) is not None:
        return begun
    declining = [place for place, choice in enumerate(choices) if says(choice, "broadcasts.declined")]
    accepting = [place for place in range(len(choices)) if place not in declining]
    said = _behind_a_question(text)
    declines = _declines(said)
    fitting = declining if declines else accepting
    if len(fitting) != 1:
        return None
    agrees = says(choices[fitting[0]], *_AGREES) and says(said, *_AGREED)
    return fitting[0] if declines or agrees or says(said, *_COMES, "broadcasts.replaced") else None


def _declines(said: str) -> bool:
    """Return whether a text says that nobody comes, or that who was asked cannot (省里也开会); not if it says who comes
    for somebody else."""
    engaged = says(said, "broadcasts.engaged") and not says(said, *_COMES[:-1])
    declined = says(said, "broadcasts.declined", "broadcasts.sent_instead", "broadcasts.goes_instead")
    return (declined or engaged) and not says(said, "broadcasts.replaced")


def may_be_a_reply(said: Understanding, hears: Callable[[str], Understanding]) -> bool:
    """Return whether a sentence may reply to a notice in free words: it only says who comes (小吴去), speaks of coming
    (金法官参加，分管院长出差), or says more behind a nod (收到，30号行不行), and neither reports on a task nor surely
    asks the bot for something."""
    if said.task is not None or said.names(Kind.CODE, Kind.PERCENT):
        return False
    if says(said, "broadcasts.who_comes") or says(next(iter(clauses_of(said.text)), ""), "broadcasts.who_comes"):
        return True
    if said.names(Kind.FIGURE):
        return False
    nodded = find_order(said, "broadcasts.nodded_and_more")
    more = hears(nodded["more"]) if nodded else said
    is_question = Mood.ASKS in said.moods and more.aim is not Aim.UNKNOWN and more.aim not in WRITING
    if is_question or not nodded:
        return not is_question and _attends(said) and not _is_for_the_bot(said, LIKELY)
    return not (more.aim in SMALL_TALK and more.whole) and not _is_for_the_bot(more, VERY_SURE)


def may_answer(said: Understanding) -> bool:
    """Return whether a sentence may answer a notice that waits for words: it is about no task, asks nothing, and is
    likely for nothing else (我们这边在统计 明天给), or only puts something off."""
    is_other = Mood.ASKS in said.moods or said.names(*OF_REPORTS) or said.aim in SMALL_TALK
    return puts_off(said) or not (is_other or _is_for_the_bot(said, LIKELY))


def puts_off(said: Understanding) -> bool:
    """Return whether a sentence puts something off, or asks to, and names no task (明天来不及 后天行吗)."""
    later = said.aim in (Aim.EXTENSION, Aim.SNOOZE) and (said.names(Kind.TIME) or Mood.ASKS in said.moods)
    later = later or says(said, "asked.report_promised")
    return later and not said.names(*OF_REPORTS) and not says(said, "asked.reminder", "asked.not_reminded")


def may_replace_a_reply(said: Understanding, hears: Callable[[str], Understanding]) -> bool:
    """Return whether a sentence may stand in place of a reply that is being checked: 改成刘局一个人去."""
    is_plain = said.aim is Aim.CORRECT or not _is_for_the_bot(said, RATHER_SURE)
    return may_be_a_reply(said, hears) or (is_plain and not said.names(*OF_REPORTS))


def _is_for_the_bot(said: Understanding, sureness: float) -> bool:
    """Return whether a sentence wants to undo, correct or set something, asks for leave with a day, or is so surely
    for something else. Who stands in for somebody at a meeting (我出差，小刘参加) is told to the office."""
    has_day, attends = said.names(Kind.TIME), _attends(said)
    if has_day and not attends and says(said, "staffing.wishes.away"):
        return True
    is_plain = said.aim in {Aim.UNKNOWN, *SMALL_TALK} or (said.aim is Aim.DEPUTY and attends and not has_day)
    return said.aim in _CHANGING or (not is_plain and said.confidence >= sureness)


def _attends(said: Understanding) -> bool:
    return says(said.text, "broadcasts.attends")


def _behind_a_question(text: str) -> str:
    """Return what a text says behind a question with which it begins (改时间了？那我不行了), or else the text."""
    return next((said for mark in "？?" if (said := text.rpartition(mark)[2].strip()) not in ("", text)), text)


def choice_written(text: str, choices: Sequence[str]) -> int | None:
    """Return the index of the choice that a text names, with only courtesies around it, or None."""
    return _choice_at(text, choices, _AROUND, _AROUND)


def _choice_at(text: str, choices: Sequence[str], behind: str, behind_long: str) -> int | None:
    """Return the index of the longest choice that a text has with only courtesies before it, and what fits behind it or
    behind a long one; or None."""
    for place in sorted(range(len(choices)), key=lambda each: -len(choices[each])):
        rest = behind if len(choices[place]) < _LONG else behind_long
        if Pattern(rf"(?i){_AROUND}{escape(choices[place])}{rest}").fullmatch(text):
            return place
    return None
