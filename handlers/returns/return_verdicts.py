"""The dialogs that give back a unit's return (退回), and freeze (固定) or unfreeze a round."""

from dataclasses import replace
from typing import Any

from data.dialogs import Dialog
from data.errors import StaleButton
from data.errors.returns import NothingFiled
from data.returns.filings import give_back
from data.returns.return_table import Comparison, comparison
from data.returns.returns import return_by_id
from data.returns.rounds import freeze_round, unfreeze_round
from data.returns.unit_returns import UnitReturn, unit_return_by_id
from handlers.dialog import Declaration, Ending, Talk, read_back, reason_question, why_over_with_reason
from handlers.returns import keyboard as buttons
from handlers.returns.office_pages import round_page
from handlers.returns.texts import filing
from handlers.returns.texts import giving_back as texts
from handlers.returns.texts.rounds import of_round
from handlers.telegram import Context
from handlers.wording import Html, labels


def _load_unit(context: Context, dialog: Dialog) -> UnitReturn:
    """Return the unit's return. Raises StaleButton, and NothingFiled if nothing filed counts."""
    found = unit_return_by_id(context.db, dialog.subject_id, context.today)
    if found.counted is None:
        raise NothingFiled
    return found


def _preview(talk: Talk[UnitReturn]) -> Html:
    found, asked = talk.subject, return_by_id(talk.context.db, talk.subject.round.return_id)
    last = replace(found.last, given_back=talk.answers["reason"]) if found.last else None
    letter = filing.given_back(replace(found, last=last), asked.indicators, talk.language)
    return read_back(talk.subject.unit.name, letter, labels.RETURN(talk.language), talk.language)


def _give_back(context: Context, dialog: Dialog, value: str) -> Ending:
    db, reason = context.db, dialog.answers["reason"]
    done = give_back(db, context.actor, dialog.subject_id, reason)
    keyboard = buttons.unit(done, context.language, may_change=True)
    told = of_round(texts.DONE, done.round, context.today, context.language, unit=done.unit.name)
    return Ending(told, keyboard)


def _why(talk: Talk[UnitReturn]) -> Html:
    found = talk.subject
    return of_round(texts.WHY, found.round, talk.context.today, talk.language, unit=found.unit.name)


def _freezing(kind: str, *, frozen: bool, **details: Any) -> Declaration[Comparison]:
    """Return the dialog that freezes a round or, if it is `frozen`, unfreezes it."""

    def load(context: Context, dialog: Dialog) -> Comparison:
        found = comparison(context.db, dialog.subject_id, context.today)
        if (found.table.round.frozen_at is not None) is not frozen:
            raise StaleButton
        return found

    def finish(context: Context, dialog: Dialog, value: str) -> Ending:
        change = unfreeze_round if frozen else freeze_round
        done = change(context.db, context.actor, dialog.subject_id)
        return Ending(*round_page(context, done.id, texts.frozen(done, context.today, context.language)))

    return Declaration(kind=kind, load=load, finish=finish, **details)


GIVE_BACK: Declaration[UnitReturn] = Declaration(
    kind="give_back_return",
    load=_load_unit,
    questions=(reason_question(_why),),
    preview=_preview,
    submit=labels.RETURN,
    submit_said=("退回去", "退回", "退"),
    finish=_give_back,
    waits=texts.WAITS,
    why_over=why_over_with_reason,
)
FREEZE = _freezing(
    "freeze_return",
    frozen=False,
    preview=lambda talk: texts.freezing(talk.subject, talk.context.today, talk.language),
    submit=texts.FREEZE,
    waits=texts.FREEZE_WAITS,
)
UNFREEZE = _freezing(
    "unfreeze_return",
    frozen=True,
    preview=lambda talk: texts.unfreezing(talk.subject, talk.context.today, talk.language),
    submit=texts.UNFREEZE,
    waits=texts.UNFREEZE_WAITS,
)
