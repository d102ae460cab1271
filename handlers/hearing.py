"""What a sentence means when this person says it today."""

from data.understanding import Speaker, Understanding, understand
from handlers.context import Context


def hear(context: Context, text: str) -> Understanding:
    """The meaning of a sentence."""
    speaker = Speaker(context.person.units, context.person.sees_everything)
    return understand(text, context.bot_data.words.current(), speaker, context.today)
