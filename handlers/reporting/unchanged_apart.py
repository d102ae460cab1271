"""1-14 2-11 没变化，2-14查了8家 20%: tasks without news beside a report on others, each for itself."""

from data.understanding import Kind, Understanding, of_kind, said
from handlers.telegram import Context, hear

SEPARATORS = " \t\n，,；;。"


def unchanged_apart(context: Context, meaning: Understanding, text: str) -> tuple[tuple[str, ...], str] | None:
    """The codes of the tasks that a text says to be unchanged, and what it says of others before or behind that; None
    where it does not say both. It is parted before the code of a task."""
    starts = [each.start for each in of_kind(meaning, Kind.CODE)][1:]
    if len(meaning.text) != len(text):
        return None
    for at in starts:
        parts = text[:at].strip(SEPARATORS), text[at:].strip(SEPARATORS)
        for unchanged, other in (parts, parts[::-1]):
            found = said(hear(context, unchanged), "no_change.said_of_tasks")
            heard = hear(context, other)
            if found is not None and any(of_kind(heard, Kind.CODE)) and not said(heard, "no_change.said_of_tasks"):
                return found.codes, other
    return None
