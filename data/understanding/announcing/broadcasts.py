"""Answers to the question of a broadcast, in the words of its choices or in others."""

from collections.abc import Callable, Sequence

from data.patterns import Pattern, escape
from data.understanding.aims import SMALL_TALK, WRITING
from data.understanding.lexicon import any_word, table
from data.understanding.meaning import Aim, Kind, Mood, Understanding
from data.understanding.orders import find_order, says
from data.understanding.sureness import VERY_SURE

_AROUND = rf"(?:{any_word(table('broadcasts')['around_an_answer'])}|[\s、，,：:；;“”\"'（）()。.!！?？~～])*"
_MORE, _ANYTHING = r"[，,。；;：:、！!\s][^?？]*", "[^?？]*"
LONGEST_ANSWER = 60
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
    declines = says(said, "broadcasts.declined", "broadcasts.sent_instead")
    fitting = declining if declines else accepting
    is_sure = len(fitting) == 1 and (declines or says(said, "broadcasts.accepted", "broadcasts.accepted_and_more"))
    return fitting[0] if is_sure else None


def may_be_a_reply(said: Understanding, hears: Callable[[str], Understanding]) -> bool:
    """Return whether a sentence may reply to a notice in free words: it speaks of coming (金法官参加，分管院长出差), or
    says more behind a nod (收到，30号行不行), and neither reports on a task nor surely asks the bot for something."""
    if said.names(Kind.CODE, Kind.PERCENT, Kind.FIGURE):
        return False
    nodded = find_order(said, "broadcasts.nodded_and_more")
    more = hears(nodded["more"]) if nodded else said
    is_question = Mood.ASKS in said.moods and more.aim is not Aim.UNKNOWN and more.aim not in WRITING
    if is_question or not nodded:
        return not is_question and says(said.text, "broadcasts.attends")
    says_something = not more.whole if more.aim in SMALL_TALK else more.confidence < VERY_SURE
    return more.aim is Aim.UNKNOWN or says_something


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
