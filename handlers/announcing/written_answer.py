"""An answer to a notice's question that is typed instead of pressed: it is looked at, and then taken down."""

from telegram import Update

from data.announcing.answers import give_answer, question_open_to
from data.announcing.broadcasts import Broadcast, broadcast_by_id
from data.dialogs import Dialog
from data.understanding import Understanding
from data.understanding.broadcasts import choice_written
from handlers.announcing import keyboard
from handlers.announcing.texts import written_answer as texts
from handlers.dialog.declaration import Choices, Declaration, Ending, Talk
from handlers.dialog.opening import begin
from handlers.telegram.context import Context
from handlers.telegram.wording import Html


async def answer_written(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether a text is one of the answers to the last notice that asked somebody; it is then shown to be agreed to."""
    broadcast = question_open_to(context.db, context.person.id, context.now, context.zone)
    text = (update.message and update.message.text) or meaning.text
    choice = choice_written(text.strip(), broadcast.said.choices) if broadcast else None
    if broadcast is None or choice is None:
        return False
    await begin(update, context, WRITTEN_ANSWER, broadcast.id, answers={"choice": choice})
    return True


def _load(context: Context, dialog: Dialog) -> Broadcast:
    return broadcast_by_id(context.db, dialog.subject_id)


def _preview(talk: Talk[Broadcast]) -> Html:
    said = talk.subject.said
    return texts.check(said.question, said.choices[talk.answers["choice"]], talk.language)


def _choices(talk: Talk[Broadcast]) -> Choices:
    """This answer, and the others as they stand under the notice."""
    shown = keyboard.choices(talk.subject, talk.language)
    others = [each for row in shown.inline_keyboard for each in row] if shown else []
    chosen = talk.answers["choice"]
    return [[(texts.ANSWER, "submit")], [each for place, each in enumerate(others) if place != chosen]]


def _finish(context: Context, dialog: Dialog, value: str, said_in: str) -> Ending:
    person, choice = context.person, dialog.answers["choice"]
    chat = person.telegram_id or 0
    broadcast = give_answer(context.db, person.id, chat, dialog.subject_id, choice, context.now)
    return Ending(texts.kept(broadcast.said.choices[choice], context.language))


WRITTEN_ANSWER: Declaration[Broadcast] = Declaration(
    kind="written_answer",
    load=_load,
    questions=(),
    preview=_preview,
    submit=texts.ANSWER,
    choices=_choices,
    finish=_finish,
    passing=True,
    waits=lambda context, dialog: texts.WAITS(context.language),
)
