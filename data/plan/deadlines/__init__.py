"""Reading deadlines written in free Chinese or English text; what cannot be read with certainty is called unclear."""

from data.calendar import Period, span_around
from data.plan.deadlines.model import Deadline, DeadlineKind, deadline_of, due_after_event, next_due, plain_values
from data.plan.deadlines.reading import is_deadline, read_deadline
