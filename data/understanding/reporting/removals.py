"""Words to be taken out of a text: 把没变化删掉, remove the last sentence."""

from data.patterns import Pattern
from data.understanding.dialog.words_edited import with_joint_or_clause
from data.understanding.orders import find_order, says

_SENTENCE = Pattern("[^。;；!！\n]+[。;；!！\n]*")
_APART = " ,，、。;；\n"


def to_be_removed(text: str) -> str | None:
    """Return the words that a text wants taken out, as they were written, or None."""
    removal = find_order(text, "removals.said")
    return removal["words"] if removal else None


def drops_files(text: str) -> bool:
    """Return whether a text only says that the files of a report are not wanted (附件不要了, no photos)."""
    return says(text, "removals.of_the_files")


def with_words_removed(written: str, words: str) -> str:
    """Return `written` without `words` and the joint beside them, or without its last sentence if they mean that.

    Returns it unchanged if it does not have the words.
    """
    if says(words, "removals.of_the_last_sentence"):
        start = max((found.start() for found in _SENTENCE.finditer(written)), default=0)
        return written[:start].rstrip(" \n")
    before, found, behind = written.partition(with_joint_or_clause(words, written))
    if not found:
        return written
    ends = not behind or behind[0] in _APART
    if before.rstrip(_APART) and ends:
        return before.rstrip(_APART) + (behind if behind.strip(_APART) else behind.strip(" ,，、;；\n"))
    return (before + behind.lstrip(_APART if not before.rstrip(_APART) else "")).strip()
