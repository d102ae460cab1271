"""Deadlines in free Chinese (or English) text, read or honestly called unclear."""

from data.calendar import Period, span_around
from data.plan.deadlines.model import Deadline, Kind, deadline_of, due_after_event, next_due, plain_values
from data.plan.deadlines.reading import read_deadline
