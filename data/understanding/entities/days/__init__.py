"""Days and periods that people name, past or to come."""

from data.understanding.entities.days.finding import Days, find_days
