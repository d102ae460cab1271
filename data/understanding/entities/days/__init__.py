"""Days and periods that people name, of the past or to come."""

from data.understanding.entities.days.finding import Days, find_days
