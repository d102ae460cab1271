"""What a sentence means when this person says it today."""

from collections.abc import Sequence

from data.errors import Refusal, UnknownTask, UnknownUnit
from data.tasks import Assignment, assignments
from data.understanding import Kind, Speaker, Understanding, understand
from handlers.context import Context

SURE_OF_AN_OFFICE = 0.8


def hear(context: Context, text: str) -> Understanding:
    """The meaning of a sentence."""
    speaker = Speaker(context.person.units, context.person.sees_everything)
    return understand(text, context.bot_data.words.current(), speaker, context.today)


def tasks_meant(context: Context, codes: Sequence[str], unit_ids: Sequence[int] | None) -> list[Assignment]:
    """The tasks with these codes that a sentence may mean, of those of these units (None: all)."""
    return [each for code in codes for each in assignments(context.db, context.today, context.zone, unit_ids, code)[:1]]


def names_a_unit(meaning: Understanding) -> bool:
    """Whether a sentence names a unit of the plan, whatever it asks for."""
    return names_units(meaning) > 0


def names_units(meaning: Understanding) -> int:
    """In how many places a sentence names a unit of the plan."""
    return sum(reading.kind is Kind.UNIT for reading in meaning.readings)


def unheard_of(context: Context, meaning: Understanding) -> Refusal | None:
    """Why a sentence has no answer, where it names a task or an office that the plan does not have."""
    for reading in meaning.readings:
        if reading.kind is Kind.NO_CODE:
            return UnknownTask(reading.values[0], in_the_plan=context.person.sees_everything)
        if reading.kind is Kind.STRANGER and reading.sureness >= SURE_OF_AN_OFFICE:
            return UnknownUnit(meaning.text[reading.start : reading.end])
    return None
