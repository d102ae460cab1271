"""Questions about a task that its card does not answer, but the office can (5-1 要不要发文？)."""

from data.understanding.fillers import meaningful_words
from data.understanding.meaning import Kind, Mood, Understanding, of_kind
from data.understanding.normalise.sentence import blank
from data.understanding.orders import says
from data.understanding.reports import says_much
from data.understanding.task_named import without_asking_words

_HANZI, _WORDS = 2, 2
"""How many Chinese characters or words name another matter than those on a card; one is hardly ever enough."""


def asks_beyond_the_card(meaning: Understanding) -> bool:
    """Return whether a question on a task asks what is to be done, supposes something, or names other things than a
    card tells, such as deadline, units and state."""
    if Mood.ASKS not in meaning.moods:
        return False
    if Mood.SUPPOSES in meaning.moods or says(meaning, "asked.what_ought_to_be_done"):
        return True
    named = [*of_kind(meaning, Kind.CODE), *of_kind(meaning, Kind.TASK)]
    other = meaningful_words(without_asking_words(blank(meaning.text.lower(), named, " ")))
    return says_much(other, _HANZI, _WORDS)
