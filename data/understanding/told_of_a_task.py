"""That something is told of a task, beside its code."""

from data.understanding.meaning import Kind, Mood, Understanding, of_kind
from data.understanding.normalise.sentence import blank
from data.understanding.orders import says

HANZI, WORDS = 4, 4
"""So much is said beside the code and the name of a task of which something is told."""


def tells_of_a_task(heard: Understanding) -> bool:
    """Whether a text says so much beside the code and the name of a task, and asks nothing, that it tells of it."""
    return any(of_kind(heard, Kind.CODE)) and tells(heard)


def tells(heard: Understanding) -> bool:
    """Whether a text says so much beside the code and the name of a task, and asks nothing."""
    if Mood.ASKS in heard.moods or says(heard, "choices.seen"):
        return False
    codes = list(of_kind(heard, Kind.CODE))
    left = blank(heard.text.lower(), [*codes, *of_kind(heard, Kind.TASK)], " ")
    return says_much(left, HANZI, WORDS)


def says_much(text: str, hanzi: int, words: int) -> bool:
    """Whether a text has so many Chinese characters, or so many words."""
    return sum("\u4e00" <= char <= "\u9fff" for char in text) >= hanzi or len(text.split()) >= words
