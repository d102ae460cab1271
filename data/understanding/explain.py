"""Understandings as plain values, with the words behind each reading."""

from typing import Any

from data.calendar import LATEST
from data.understanding.meaning import Intent, Understanding

_ALL = 100


def to_json(meaning: Understanding) -> dict[str, Any]:
    """Return the object that `liaison understand --json` prints, its keys in the documented order."""
    return {
        "intent": meaning.intent.value,
        "unit": meaning.unit,
        "section": meaning.section,
        "task": meaning.task,
        "candidates": list(meaning.candidates),
        "from": meaning.start.isoformat() if meaning.start else None,
        "to": meaning.end.isoformat() if meaning.end and meaning.end != LATEST else None,
        "status": _status(meaning),
        "overdue": meaning.overdue,
        "percent": meaning.percent,
        "figures": dict(meaning.figures),
        "note": meaning.note,
        "confidence": meaning.confidence,
        "aim": meaning.aim.value,
        "between": [aim.value if aim.intent is Intent.UNKNOWN else aim.intent.value for aim in meaning.between],
        "unused": meaning.unused,
        "moods": [mood.value for mood in meaning.moods],
        "readings": explain(meaning),
    }


def _status(meaning: Understanding) -> str | None:
    """Return the status that is stated, or else the one that the percentage implies, or None."""
    if meaning.status or not meaning.percent:
        return meaning.status
    return "submitted" if meaning.percent == _ALL else "in_progress"


def explain(meaning: Understanding) -> list[dict[str, Any]]:
    """Return each reading with its words, kind, values and sureness, in the order of the sentence."""
    return [
        {
            "words": meaning.text[reading.start : reading.end].strip(),
            "kind": reading.kind.value,
            "values": list(reading.values),
            "sureness": round(reading.sureness, 2),
        }
        for reading in sorted(meaning.readings, key=lambda reading: (reading.start, reading.end))
    ]
