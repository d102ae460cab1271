"""The shipped plan as a file to send, whole or without some lines."""

from tests.journeys.town import PLAN

SHIPPED = PLAN.read_text(encoding="utf-8-sig")


def without(text: str, *words: str) -> str:
    return "\n".join(line for line in text.splitlines() if not any(word in line for word in words))
