"""催办 the units that have not filed a statistics return, declared: a look at what they will read, and it goes out."""

from telegram import Update

from data.announcing.return_nudges import (
    ReturnNudging,
    check_return_nudging,
    return_nudging,
    send_return_nudge,
)
from data.dialogs import Dialog
from handlers.announcing.own_words import OWN_WORDS, go_out
from handlers.announcing.texts import nudge as words
from handlers.announcing.texts import return_nudge as texts
from handlers.dialog.declaration import Declaration, Ending, Talk
from handlers.dialog.opening import begin
from handlers.telegram import labels
from handlers.telegram.context import Context
from handlers.telegram.wording import Html


async def nudge_round(update: Update, context: Context, round_id: int) -> None:
    """Straight to the preview: whom it asks is known, and words can be put in there. Raises StaleButton, NudgedAlready,
    NobodyToNudge and AllFiled."""
    check_return_nudging(return_nudging(context.db, round_id, context.now, context.zone))
    await begin(update, context, RETURN_NUDGE, round_id, answers={"words": ""})


def _load(context: Context, dialog: Dialog) -> ReturnNudging:
    context.check_office()
    return return_nudging(context.db, dialog.subject_id, context.now, context.zone)


def _preview(talk: Talk[ReturnNudging]) -> Html:
    return texts.preview(talk.subject, talk.answers.get("words", ""), talk.context.today, talk.language)


def _finish(context: Context, dialog: Dialog, value: str, said_in: str) -> Ending:
    done = send_return_nudge(
        context.db,
        context.person.id,
        dialog.subject_id,
        dialog.answers.get("words", ""),
        f"dialog:{dialog.id}",
        context.now,
        context.zone,
        said_in,
    )
    return Ending(texts.sent(done, context.language))


RETURN_NUDGE: Declaration[ReturnNudging] = Declaration(
    kind="return_nudge",
    load=_load,
    questions=(OWN_WORDS,),
    preview=_preview,
    submit=labels.SEND,
    submit_said=("催", "催办", "发送", "发出"),
    finish=_finish,
    waits=lambda context, dialog: words.WAITS(context.language),
    cancel_question=lambda context, dialog: words.CANCEL_QUESTION(context.language),
    once=True,
    afterwards=go_out,
)
