"""That a task is not closed after all: 4-6取消办结, 29-4改回未办结."""

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Mood, Understanding, of_kind

_REOPENED = Pattern(f"(?i){any_of(table('reopening')['reopened'])}")


def reopened(meaning: Understanding) -> tuple[str, ...]:
    """Return the codes of the tasks that a sentence opens again; none for a question or another wish."""
    if Mood.ASKS in meaning.moods or not _REOPENED.search(meaning.text):
        return ()
    return tuple(dict.fromkeys(each.values[0] for each in of_kind(meaning, Kind.CODE)))
