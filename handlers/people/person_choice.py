"""The dialog that asks a coordinator which of several people is meant; the rest of the sentence is kept meanwhile."""

from collections.abc import Sequence

from telegram import Update

from data.dialogs import Dialog
from data.errors import NoSuchAnswer, needed
from data.errors.people import NobodyThere
from data.people.directory import ListedPerson, roles_of
from data.understanding.list_exceptions import units_in
from data.understanding.people.staffing import named_among
from handlers.dialog import Answers, Choices, Declaration, Question, Talk, begin
from handlers.people import keyboard as buttons
from handlers.people.presses import begin_role_change
from handlers.people.texts import directory as texts
from handlers.telegram import Context, hear
from handlers.wording import Html, cut

KEY = "person"


async def ask_whom(
    update: Update, context: Context, people: Sequence[ListedPerson], deed: str, said: str, first: Html
) -> None:
    """Ask below `first` which of `people` is meant, then do `deed` as `said`."""
    answers = {"among": [each.person_id for each in people], "deed": deed, "said": said}
    await begin(update, context, WHOM, update.update_id, answers=answers, first=first)


def _load(context: Context, dialog: Dialog) -> list[ListedPerson]:
    """Return the people to choose from who are still registered. Raises NobodyThere if none is."""
    return needed(
        [each for person_id in dialog.answers["among"] for each in roles_of(context.db, person_id)[:1]], NobodyThere
    )


def _read(talk: Talk[list[ListedPerson]], text: str) -> Answers:
    """Return the one person that `text` names by name, surname or unit. Raises NoSuchAnswer."""
    units = units_in(hear(talk.context, text))
    names = named_among(text, [each.name for each in talk.subject])
    found = [
        each.person_id
        for each in talk.subject
        if (names or units) and (not names or each.name in names) and (not units or each.unit in units)
    ]
    if len(found) != 1:
        raise NoSuchAnswer(text.strip())
    return {KEY: found[0]}


def _buttons(talk: Talk[list[ListedPerson]]) -> Choices:
    names = [(cut(f"{each.name} {each.unit or ''}".strip(), 40), each.person_id) for each in talk.subject]
    return [
        *([(name, number, {KEY: number})] for name, number in names),
        buttons.to_the_list(talk.language).inline_keyboard[0],
    ]


async def _go_on(update: Update, context: Context, dialog: Dialog) -> None:
    answers = dialog.answers
    await begin_role_change(update, context, answers["deed"], answers[KEY], answers["said"], dialog.subject_id)


WHOM: Declaration[list[ListedPerson]] = Declaration(
    kind="whom",
    load=_load,
    questions=(Question(KEY, label=texts.WHOM, put=texts.WHICH_OF_THEM, read=_read, buttons=_buttons),),
    afterwards=_go_on,
    waits=texts.WHOM_WAITS,
)
