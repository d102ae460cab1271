"""What the summary tells: what needs somebody, counts by unit and section, the figures of a span, on any day."""
