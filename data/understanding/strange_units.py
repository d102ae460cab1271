"""The office that the plan does not know, to which a sentence wants a task to go: 43-5移交住建局."""

from dataclasses import replace

from data.understanding.change_asked import Asked, change_asked
from data.understanding.meaning import Kind, Reading, Understanding, of_kind

_OF_UNITS = (Asked.MOVE, Asked.LEAD, Asked.JOIN, Asked.LEAVE)
_LEADING_TO = "给到至由"


def unknown_unit(text: str, meaning: Understanding) -> str:
    """Return the office to which a sentence would change the units of a task, if it were one of the plan's; empty for
    none."""
    strange = next(of_kind(meaning, Kind.STRANGER), None)
    if strange is None or any(of_kind(meaning, Kind.UNIT)):
        return ""
    name = meaning.text[strange.start : strange.end].lstrip(_LEADING_TO)
    known = Reading(Kind.UNIT, strange.end - len(name), strange.end, (name,))
    others = (each for each in meaning.readings if each is not strange)
    asked = change_asked(text, replace(meaning, readings=(*others, known)))
    return name if asked is not None and asked.what in _OF_UNITS else ""
