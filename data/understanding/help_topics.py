"""What somebody asks about who asks for help: 什么是撤回, 能发照片么, how do i export."""

from enum import StrEnum

from data.understanding.orders import kinds_said

MOST = 50
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
    REVIEW = "review"
    SUBMITTED = "submitted"
    PHONE = "phone"
    VOICE = "voice"
    DAYS_OFF = "days_off"
    MANY = "many"
    ROBOT = "robot"


def topic_asked(text: str) -> HelpTopic | None:
    """Return what a text asks about, by the longest of the words in it; None where it names nothing such."""
    if len(text) > MOST:
        return None
    longest = max(kinds_said("help_topics.topics", text), key=lambda each: each.end - each.start, default=None)
    return HelpTopic(longest.kind) if longest else None
