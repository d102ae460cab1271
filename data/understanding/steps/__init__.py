"""The steps of a task as they are written, and what a sentence does to them."""
