"""What somebody asks about who asks for help: 什么是撤回, 能发照片么, how do i export."""

from enum import StrEnum
from typing import Any

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table

MOST = 40
"""No longer sentence is taken for a question about one thing."""


class HelpTopic(StrEnum):
    """What can be asked about."""

    REPORT = "report"
    WITHDRAW = "withdraw"
    CORRECT = "correct"
    NO_CHANGE = "no_change"
    EXTENSION = "extension"
    STEPS = "steps"
    EVIDENCE = "evidence"
    PERCENT = "percent"
    FIGURES = "figures"
    RETURNS = "returns"
    INFORMATION = "information"
    DEPUTY = "deputy"
    LEAVE = "leave"
    SNOOZE = "snooze"
    EXPORT = "export"
    LANGUAGE = "language"
    HISTORY = "history"


_WORDS: dict[str, Any] = table("help_topics")
_OF = {topic: Pattern(any_of(_WORDS[topic])) for topic in HelpTopic}


def topic_asked(text: str) -> HelpTopic | None:
    """Return what a text asks about, by the longest of the words in it; None where it names nothing such."""
    if len(text) > MOST:
        return None
    line = text.lower()
    found = [(len(each[0]), topic) for topic, words in _OF.items() for each in words.finditer(line)]
    return max(found, key=lambda each: each[0])[1] if found else None
