'''One engine for every dialog, and how a dialog is declared.

A dialog is declared as data (declaration.py) and listed in handlers/every_dialog.py; the engine does the rest: the next
question, 上一步, 跳过, 取消, 修改, words and buttons, restarts, what comes twice, what is parked and taken up again. In
short, for asking until when somebody is away, and why:

    def _load(context: Context, dialog: Dialog) -> Unit:
        """What the dialog is about, from the database. A Refusal raised here ends it, and its words are told."""
        return unit_of(context.db, context.person, dialog.subject_id)

    def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
        """Does what the dialog is for, in the transaction that ends it; the same again must change nothing
        (make `dialog.source` the unique source). `value` is the button: "submit", or one of its own."""
        done = go_on_leave(context.db, context.actor, dialog.subject_id, dialog.answers["until"])
        return Ending(texts.done(done, context.language))

    LEAVE: Declaration[Unit] = Declaration(
        kind="leave",
        load=_load,
        questions=(
            Question(
                "until",                                        # the key of its answer
                label=texts.UNTIL,                              # its name under 修改 and before the answer
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
                free=True,                                      # any words are an answer: 补充 / 重写
                skipped={"reason": ""},                         # what 跳过 answers; None: it cannot be skipped
            ),
        ),
        preview=lambda talk: texts.check(talk.subject, talk.answers, talk.language),    # None: ends without one
        finish=_finish,
        waits=texts.WAITS,                                              # said of it while it is parked
    )

`read` answers with whatever the words say: several keys at once are several answers. `asked` says when a question is
asked at all, `answered` when it has its answer, where that is more than a key; `press` reads a button's value where
what it answers cannot be said beforehand (`buttons` give words, a value and an answer each). `office=True` lets nobody
but the office go on with it. What `put`, `buttons`, `press` and the
rest are given is a Talk: the person's context, the dialog as it is stored, and the subject that `load` found.

`await begin(update, context, LEAVE, unit_id)` asks the first question (opening.py); `answers=` are known already.
'''

from handlers.dialog.changes import told_in
from handlers.dialog.declaration import NOT_TAKEN, PREVIEW, Declaration, Ending, LeavesNothing, PartlyRead, Talk
from handlers.dialog.ending import cancel_open
from handlers.dialog.message import Place
from handlers.dialog.opening import begin, remind, resume, talk_about
from handlers.dialog.presses import go_on, press_on
from handlers.dialog.question import Answers, Choice, Choices, Members, Question, buttons_only, never_changed
from handlers.dialog.readers import acts_on, if_so, reader, saying
from handlers.dialog.reason import reason_question, told_with_reason, words_question
from handlers.dialog.texts import read_back, told_of
from handlers.dialog.words import AGREED, is_courtesy
