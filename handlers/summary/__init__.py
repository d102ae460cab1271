"""The summary: the plan or a part of it in numbers, today or on a past day, with ways to its details."""
