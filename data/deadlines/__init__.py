"""Deadlines in free Chinese (or English) text, read or honestly called unclear."""

from data.deadlines.due import due_after_event, next_due
from data.deadlines.model import Deadline, Kind, Period, plain_values
from data.deadlines.reading import read_deadline
from data.deadlines.spans import span_around

__all__ = ["Deadline", "Kind", "Period", "due_after_event", "next_due", "plain_values", "read_deadline", "span_around"]
