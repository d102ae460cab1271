"""The dialog that files a statistics return: all figures at once, the reason for a correction after freezing, and a
preview."""

from dataclasses import replace
from typing import Any

from telegram import Message, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors.numbers import FigureNotRead, FiguresMissing
from data.errors.returns import FiledMeanwhile, NoFilesTaken, NotAnswered
from data.plan.indicators import indicators
from data.reporting.drafts import checked_reason
from data.reporting.figures import FiguresSaid
from data.returns.figures_as_before import with_figures_as_before
from data.returns.figures_written import (
    figures_in_sentence,
    figures_written,
    of_longer_time,
    says_they_stand,
    without_days,
)
from data.returns.filings import file_return
from data.returns.filling import Doubt, DoubtReason, Filling, filling
from data.returns.returns import return_by_id
from data.returns.unit_returns import FILING_DIALOG, Values
from data.understanding import Mood
from data.understanding.dialog.turns import consents, hear_turn
from data.understanding.entities.amounts import find_amounts
from data.understanding.more_time import without_because
from data.understanding.normalise.sentence import clauses_of
from handlers.dialog import (
    PREVIEW,
    Choices,
    Declaration,
    Ending,
    GivingUp,
    PartlyRead,
    Question,
    Talk,
    begin,
    words_question,
)
from handlers.dialog.reason import says_why
from handlers.returns import keyboard as buttons
from handlers.returns.texts import filing as texts
from handlers.returns.texts.filed_figures import figures_text
from handlers.telegram import Context, hear
from handlers.telegram.attachments import attachment_in
from handlers.wording import NOTHING, Html, plain_word

SAME, NIL, AGAIN = "same", "nil", "again"
"""The button values at the question for figures: those from the reports, zeros, and those filed before."""
WRITTEN_AS = {"running": DoubtReason.RUNNING_TOTAL, "about": DoubtReason.ABOUT}
"""The answers that name the figures doubtful for how they were written."""


async def begin_filing(
    update: Update,
    context: Context,
    unit_return_id: int,
    written: FiguresSaid | None = None,
    first: Html = NOTHING,
    text: str = "",
) -> None:
    """Begin to fill in a unit's return, with the figures `written` if any, and with the reason in the `text` that has
    them. Raises what `filling` raises."""
    found = filling(context.db, context.person, unit_return_id, context.now)
    last = found.unit_return.last
    answers: dict[str, Any] = {"seen": last.id if last else None}
    if written and (said := {name: value for name, value in written.figures.items() if name in found.names}):
        answers |= _given(replace(written, figures={**figures_standing(context, found), **said}))
        answers |= _reason_beside(context, found, text)[1]
    await begin(update, context, FILING, unit_return_id, answers=answers, first=first)


def figures_standing(context: Context, found: Filling) -> Values:
    """Return the figures in an unfinished form, or those that a new one begins with."""
    begun = dialogs.find_unfinished(context.db, context.person.id, FILING_DIALOG, found.unit_return.id)
    figures: Values | None = begun.answers.get("figures") if begun else None
    return found.begins_from if figures is None else figures


def _load(context: Context, dialog: Dialog) -> Filling:
    found = filling(context.db, context.person, dialog.subject_id, context.now)
    last = found.unit_return.last
    if (last.id if last else None) != dialog.answers.get("seen"):
        raise FiledMeanwhile
    return found


def _reason_beside(context: Context, found: Filling, text: str) -> tuple[str, dict[str, str]]:
    """Return a text without the reason that it gives beside figures (立案改成11，重复算了一件), and the reason as an
    answer; nothing is taken out if none is needed."""
    known = found.asked.indicators, indicators(context.db), found.begins_from, context.today
    parts = clauses_of(text) if found.needs_reason else []
    values = {*figures_in_sentence(text, *known).figures.values()} if parts else set[float]()

    def tells_why(part: str) -> bool:
        is_figure = bool(figures_in_sentence(part, *known).figures) or any(
            each.value in values for each in find_amounts(part.lower())
        )
        return not is_figure and says_why(context, part)

    told = [each for each in parts if values and tells_why(each)]
    if not told:
        return text, {}
    reason = checked_reason(without_because("，".join(told)))
    return "，".join(each for each in parts if each not in told), {"reason": reason}


def figures_so_far(talk: Talk[Filling]) -> Values:
    """Return the figures answered so far, or those that the form begins with."""
    given: Values | None = talk.answers.get("figures")
    return talk.subject.begins_from if given is None else given


def _unanswered(talk: Talk[Filling]) -> list[str]:
    values = figures_so_far(talk)
    return [name for name in talk.subject.names if name not in values] or list(talk.subject.names)


def _figures_buttons(talk: Talk[Filling]) -> Choices:
    found, last = talk.subject, talk.subject.unit_return.last
    if "figures" in talk.answers:
        return [[(texts.NIL, NIL)]]
    if last is not None and last.given_back is not None:
        return [[(texts.AGAIN, AGAIN)], [(texts.NIL, NIL)]]
    if last is None and found.from_reports:
        return [[(texts.SAME, SAME)], [(texts.NIL, NIL)]]
    return [[(texts.NIL, NIL)]]


def _press_figures(talk: Talk[Filling], value: str) -> dict[str, Any]:
    if value == NIL:
        return _given(FiguresSaid(dict.fromkeys(talk.subject.names, 0.0), nil=True))
    last = talk.subject.unit_return.last
    return _given(FiguresSaid(talk.subject.begins_from, nil=value == AGAIN and last is not None and last.nil))


def _finishes(talk: Talk[Filling], value: str) -> bool:
    """Return whether the button files at once: it is the user's own unit, no figure is doubted, and none that was filed
    is replaced by zero."""
    own = talk.subject.unit_return.unit.id in talk.context.person.speaks_for
    replaces = value == NIL and talk.subject.has_filed_figures
    return own and value in (SAME, NIL, AGAIN) and not replaces and not _doubts(talk)


def _read_figures(talk: Talk[Filling], text: str) -> dict[str, Any]:
    """Return the figures in `text` together with those given before. Raises PartlyRead, or why nothing can be taken."""
    if _agrees(talk, text):
        running, about = (tuple(talk.answers.get(how, ())) for how in WRITTEN_AS)
        return _given(FiguresSaid(figures_so_far(talk), running, nil=bool(talk.answers.get("nil")), about=about))
    return _change_figures(talk, text)


def _figures_in(talk: Talk[Filling], text: str) -> FiguresSaid:
    """Return what `text` says, including "as last period"."""
    before, today = talk.subject.last_period, talk.context.today
    unchanged = {**before, **figures_so_far(talk)}
    asked, span = talk.subject.asked.indicators, talk.subject.unit_return.round.span
    told = with_figures_as_before(text, asked, before, unchanged, today, lambda said: _figures_written(talk, said))
    return of_longer_time(told, text, span, today)


def _figures_written(talk: Talk[Filling], text: str) -> FiguresSaid:
    """Return what `text` says; if it cannot be read with a period that it names (上月立案两件), that is ignored."""
    asked, known = talk.subject.asked.indicators, indicators(talk.context.db)
    written = figures_written(text, asked, known, _unanswered(talk), figures_so_far(talk))
    if not isinstance(written.refused, FigureNotRead):
        return written
    again = figures_written(
        without_days(text, talk.context.today), asked, known, _unanswered(talk), figures_so_far(talk)
    )
    return written if again.refused else again


def _agrees(talk: Talk[Filling], text: str) -> bool:
    """Return whether `text` agrees to a form with no figure missing."""
    if any(name not in figures_so_far(talk) for name in talk.subject.names):
        return False
    if plain_word(text) in texts.SAME_SAID or says_they_stand(text, figures_so_far(talk)):
        return True
    return consents(text, hear_turn(hear(talk.context, text), FILING.asked_as(PREVIEW)))


def _without_questions(talk: Talk[Filling], text: str) -> tuple[str, str]:
    """Return a text without what it asks beside the figures (抓获3人 这个含不含刑拘的), and that."""
    parts = [part for each in clauses_of(text) for part in ([each] if each.isascii() else each.split())]
    asked = [each for each in parts if not _has_number(each) and Mood.ASKS in hear(talk.context, each).moods]
    told = text
    for each in asked:
        told = told.replace(each, " ", 1)
    return (told, "，".join(asked)) if _has_number(told) else (text, "")


def _has_number(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _change_figures(talk: Talk[Filling], text: str) -> dict[str, Any]:
    text, asked = _without_questions(talk, text)
    text, reason = _reason_beside(talk.context, talk.subject, text)
    written = _figures_in(talk, text)
    if asked and written.refused is None:
        written = replace(written, refused=NotAnswered(asked))
    if written.nil:
        given = _given(FiguresSaid(written.figures, nil=True))
    else:
        kept = {how: [name for name in talk.answers.get(how, []) if name not in written.figures] for how in WRITTEN_AS}
        running, about = (*kept["running"], *written.running), (*kept["about"], *written.about)
        given = _given(FiguresSaid({**figures_so_far(talk), **written.figures}, running, about=about)) | reason
    if written.refused is not None and written.figures:
        raise PartlyRead(given, written.refused, texts.kept(talk.subject, written.figures, talk.language))
    if written.refused is not None:
        raise written.refused
    return given


def _given(said: FiguresSaid) -> dict[str, Any]:
    return {"figures": dict(said.figures), "nil": said.nil, "running": [*said.running], "about": [*said.about]}


async def _take_no_file(talk: Talk[Filling], message: Message) -> None:
    """Raise NoFilesTaken for a file, unless its caption names a task, whose evidence it is."""
    if attachment_in(message) is not None and not (message.caption and hear(talk.context, message.caption).task):
        raise NoFilesTaken


def _doubts(talk: Talk[Filling]) -> tuple[Doubt, ...]:
    written = {why: talk.answers.get(how, []) for how, why in WRITTEN_AS.items()}
    return talk.subject.doubts(figures_so_far(talk), written, bool(talk.answers.get("nil")))


def _preview(talk: Talk[Filling]) -> Html:
    reason, nil = talk.answers.get("reason", ""), bool(talk.answers.get("nil"))
    return texts.preview(
        talk.subject, figures_so_far(talk), _doubts(talk), reason, talk.context.today, talk.language, nil=nil
    )


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    answers = dialog.answers
    filed = file_return(
        context.db,
        context.actor,
        dialog.subject_id,
        answers.get("figures", {}),
        dialog.source,
        seen=answers.get("seen"),
        nil=bool(answers.get("nil")),
        reason=answers.get("reason", ""),
    )
    known = return_by_id(context.db, filed.round.return_id).indicators
    return Ending(texts.filed(filed, known, context.language), buttons.below_filed(filed, context.language))


FILING: Declaration[Filling] = Declaration(
    kind=FILING_DIALOG,
    office=False,
    load=_load,
    questions=(
        Question(
            "figures",
            label=texts.FIGURES,
            put=lambda talk: texts.which_figures(
                talk.subject, figures_so_far(talk), talk.context.today, talk.language, begun="figures" in talk.answers
            ),
            read=_read_figures,
            change=_change_figures,
            changed_surely=True,
            buttons=_figures_buttons,
            press=_press_figures,
            finishes=_finishes,
            answered=lambda talk: all(name in talk.answers.get("figures", {}) for name in talk.subject.names),
            make_refusal=lambda talk, text: FiguresMissing(
                tuple(each for each in talk.subject.asked.indicators if each.name in _unanswered(talk))
            ),
            shown=lambda talk: figures_text(talk.subject.asked.indicators, figures_so_far(talk), talk.language),
        ),
        words_question("reason", texts.REASON, texts.WHICH_REASON, asked=lambda talk: talk.subject.needs_reason),
    ),
    preview=_preview,
    read_file=_take_no_file,
    finish=_finish,
    waits=lambda talk: texts.waits(talk.subject.unit_return, talk.language),
    is_begun=lambda context, dialog: "figures" in dialog.answers,
    turn_prefix="",
    why_over=lambda context, dialog, why: texts.why_filing_over(
        why, dialog.answers.get("figures", {}), context.language
    ),
    giving_up=GivingUp(texts.CANCEL_QUESTION),
)
