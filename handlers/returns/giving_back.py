"""退回 a unit's return with a reason, and 固定 a round, declared; each with a look first."""

from collections.abc import Callable
from dataclasses import replace

from data.dialogs import Dialog
from data.errors import StaleButton
from data.errors.returns import NothingFiled
from data.returns.comparison import Comparison, comparison
from data.returns.filings import give_back
from data.returns.returns import find_return
from data.returns.rounds import freeze, unfreeze
from data.returns.unit_returns import UnitReturn, find_unit_return
from handlers.dialog.declaration import Declaration, Ending, Talk
from handlers.dialog.reason import reason_question
from handlers.dialog.texts import read_back, told_of
from handlers.returns import office_keyboard as buttons
from handlers.returns.office_pages import round_shown
from handlers.returns.texts import filing
from handlers.returns.texts import giving_back as texts
from handlers.telegram import labels
from handlers.telegram.context import Context
from handlers.telegram.wording import Html, cut, html


def _load_unit(context: Context, dialog: Dialog) -> UnitReturn:
    """The return that is given back, while anything counts of it. Raises ForTheOffice, StaleButton, NothingFiled."""
    context.check_office()
    found = find_unit_return(context.db, dialog.subject_id, context.today, context.zone)
    if found.counted is None:
        raise NothingFiled
    return found


def _preview(talk: Talk[UnitReturn]) -> Html:
    found, asked = talk.subject, find_return(talk.context.db, talk.subject.round.return_id)
    last = replace(found.last, given_back=talk.answers["reason"]) if found.last else None
    letter = filing.given_back(replace(found, last=last), asked.indicators, talk.language)
    return read_back(talk.subject.unit.name, letter, labels.RETURN(talk.language), talk.language)


def _give_back(context: Context, dialog: Dialog, value: str, said_in: str) -> Ending:
    db, reason = context.db, dialog.answers["reason"]
    done = give_back(db, context.person.id, dialog.subject_id, reason, said_in, context.now, context.zone)
    keyboard = buttons.unit(done, context.language, may_change=True)
    return Ending(texts.done(done, context.today, context.language), keyboard)


def _load_round(frozen: bool) -> Callable[[Context, Dialog], Comparison]:
    """The round, while it is frozen, or is not."""

    def load(context: Context, dialog: Dialog) -> Comparison:
        context.check_office()
        found = comparison(context.db, dialog.subject_id, context.today, context.zone)
        if (found.table.round.frozen_at is not None) is not frozen:
            raise StaleButton
        return found

    return load


def _freeze(context: Context, dialog: Dialog, value: str, said_in: str) -> Ending:
    done = freeze(context.db, context.person.id, dialog.subject_id, said_in, context.now)
    return Ending(*round_shown(context, done.id, texts.frozen(done, context.today, context.language)))


def _unfreeze(context: Context, dialog: Dialog, value: str, said_in: str) -> Ending:
    done = unfreeze(context.db, context.person.id, dialog.subject_id, said_in, context.now)
    return Ending(*round_shown(context, done.id, texts.frozen(done, context.today, context.language)))


GIVE_BACK: Declaration[UnitReturn] = Declaration(
    kind="give_back_return",
    load=_load_unit,
    questions=(reason_question(lambda talk: texts.why(talk.subject, talk.context.today, talk.language)),),
    preview=_preview,
    submit=labels.RETURN,
    submit_said=("退回去", "退回", "退"),
    finish=_give_back,
    waits=lambda context, dialog: texts.WAITS(context.language),
    told=lambda context, dialog, why: told_of(why, html(cut(dialog.answers.get("reason", ""), 500)), context.language),
)
FREEZE: Declaration[Comparison] = Declaration(
    kind="freeze_return",
    load=_load_round(frozen=False),
    questions=(),
    preview=lambda talk: texts.freezing(talk.subject, talk.context.today, talk.language),
    submit=texts.FREEZE,
    submit_said=("固定",),
    finish=_freeze,
    waits=lambda context, dialog: texts.FREEZE_WAITS(context.language),
)
UNFREEZE: Declaration[Comparison] = Declaration(
    kind="unfreeze_return",
    load=_load_round(frozen=True),
    questions=(),
    preview=lambda talk: texts.unfreezing(talk.subject, talk.context.today, talk.language),
    submit=texts.UNFREEZE,
    submit_said=("解除",),
    finish=_unfreeze,
    waits=lambda context, dialog: texts.FREEZE_WAITS(context.language),
)
