"""The summary: what needs attention, counts by unit and section, and the figures of a span, on any day."""
