'''The engine that runs all dialogs, and how a dialog is declared.

A dialog is declared as data (declaration.py) and listed in handlers/dialog_list.py. The engine does the rest: the next
question, 上一步, 跳过, 取消, 修改, words and buttons, restarts, repeated updates, parking and resuming. For example, a
dialog that asks until when a person is away, and why:

    def _load(context: Context, dialog: Dialog) -> Unit:
        """Load what the dialog is about. A Refusal raised here ends it and is told to the person."""
        return unit_of(context.db, context.person, dialog.subject_id)

    def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
        """Do what the dialog is for, in the transaction that ends it. Must be idempotent: use `dialog.source`
        as a unique key. `value` is that of the pressed button: "submit", or one of the dialog's own."""
        done = go_on_leave(context.db, context.actor, dialog.subject_id, dialog.answers["until"])
        return Ending(texts.done(done, context.language))

    LEAVE: Declaration[Unit] = Declaration(
        kind="leave",
        office=False,                                           # anybody may go on with it
        load=_load,
        questions=(
            Question(
                "until",                                        # the key of its answer
                label=texts.UNTIL,                              # its name under 修改 and in front of the answer
                put=lambda talk: texts.which_day(talk.subject, talk.language),
                read=lambda talk, text: {"until": str(read_day(text, talk.context.today))},     # raises a Refusal
                buttons=lambda talk: [[(texts.A_WEEK, "week", {"until": str(talk.context.today + WEEK)})]],
                shown=lambda talk: html(talk.answers["until"]),
            ),
            Question(
                "reason",
                label=texts.REASON,
                put=texts.WHY,
                read=lambda talk, text: {"reason": checked_reason(text)},
                free=True,                                      # any words are an answer; 补充 / 重写
                skipped={"reason": ""},                         # the answers of 跳过; None: cannot be skipped
            ),
        ),
        preview=lambda talk: texts.check(talk.subject, talk.answers, talk.language),    # None: no preview
        finish=_finish,
        waits=texts.WAITS,                                              # what is unfinished while it is parked
    )

`read` returns all answers in a text, under several keys if it gives several. `asked` says whether a question is asked
at all, and `answered` whether it has its answer, if that is more than a value under its key. `buttons` give a label, a
value and an answer each; `press` reads a button's value whose answer cannot be given beforehand. Only the
office may go on with a dialog, unless it says `office=False`. `put`, `buttons`, `press` and the others are given a
Talk: the person's context, the stored dialog, and the subject that `load` returned.

`await begin(update, context, LEAVE, unit_id)` asks the first question (opening.py) that `answers=` leaves open.
'''

from handlers.dialog.changes import opening_answers
from handlers.dialog.declaration import (
    NOT_TAKEN,
    PREVIEW,
    Again,
    Declaration,
    Ending,
    LeavesNothing,
    PartlyRead,
    SaysMore,
    Talk,
)
from handlers.dialog.ending import cancel_open
from handlers.dialog.message import Place
from handlers.dialog.opening import begin, load_talk_or_drop, resume, return_to_open_dialog
from handlers.dialog.presses import go_on, press_button_of
from handlers.dialog.question import (
    Answers,
    Choice,
    Choices,
    GivingUp,
    Members,
    Question,
    buttons_only,
    never_changed,
    no_words,
)
from handlers.dialog.readers import acts_on, reader, saying, sentence_if
from handlers.dialog.reason import reason_question, why_over_with_reason, words_question
from handlers.dialog.texts import read_back, why_over
from handlers.dialog.words import AGREED, is_courtesy
