"""The broadcast dialog (群发)."""

from dataclasses import asdict

from telegram import Message, Update

from data.announcing.answers import is_asked_already
from data.announcing.broadcasts import (
    broadcast_by_id,
    broadcast_from,
    checked_files,
    checked_text,
    latest_broadcast,
    send_broadcast,
    show_progress_in,
)
from data.dialogs import Dialog
from data.errors import Refusal, needed, unless
from data.errors.announcing import NotAFile
from data.notices.plan_rules import sending_hours
from data.understanding.announcing.addressees import only_names_addressees
from handlers.announcing import broadcast_page, keyboard
from handlers.announcing.broadcast_draft import JOINS, BroadcastDraft, files_in, load_broadcast_draft, sent_to_more
from handlers.announcing.recipient_questions import RECIPIENT_QUESTIONS, read_recipients
from handlers.announcing.replaced import replaced_broadcast
from handlers.announcing.reply_questions import REPLY_QUESTIONS
from handlers.announcing.sending_time import SENDING_TIME, calls_off_message
from handlers.announcing.texts import broadcast as texts
from handlers.announcing.texts import sent
from handlers.announcing.texts.sending_time import when_it_goes_out
from handlers.dialog import Answers, Choices, Declaration, Ending, GivingUp, Question, Talk
from handlers.telegram import Context, hear
from handlers.telegram.attachments import attachment_in
from handlers.wording import NOTHING, Html, cut, html, join, labels


def _what(talk: Talk[BroadcastDraft]) -> Html:
    if not talk.subject.said.files:
        return texts.WHAT(talk.language)
    return join([sent.files_line(talk.subject.said, talk.language), texts.WORDS_TOO(talk.language)])


def _beside_text(talk: Talk[BroadcastDraft]) -> Choices:
    """Return the button that drops the files, or else the one that lists earlier broadcasts."""
    language = talk.language
    if talk.subject.said.files:
        return [[(texts.WITHOUT_FILE, "without")]]
    earlier = latest_broadcast(talk.context.db)
    return [[keyboard.earlier_button(language)]] if earlier and not talk.answers else []


async def _take_file(talk: Talk[BroadcastDraft], message: Message) -> Answers:
    """Return the answers with one more photo or file, whose caption is appended to the text. Raises NotAFile,
    TooManyToSend, FileTooBig and NoteTooLong."""
    found = needed(attachment_in(message), NotAFile)
    files = checked_files(files_in(talk.answers), found)
    written = [each for each in (talk.answers.get("text"), message.caption) if each]
    words = checked_text("\n".join(written), with_file=True)
    return {"text": words, "files": [asdict(file) for file in files]}


def _read_text(talk: Talk[BroadcastDraft], text: str) -> Answers:
    """Return the words of the notice or, of a text that only says to whom it is to be sent, the recipients."""
    if "to" not in talk.answers and only_names_addressees(hear(talk.context, text)):
        given: Answers = unless(Refusal, read_recipients, talk, text) or {}
        if given:
            return given
    return {"text": checked_text(text, with_file=bool(talk.subject.said.files))}


def _preview(talk: Talk[BroadcastDraft]) -> Html:
    context, written = talk.context, talk.subject
    put_off_to = sending_hours(context.db).put_off_to(written.at or context.now)
    times = when_it_goes_out(written.at, put_off_to, context.today, talk.language)
    ended = replaced_broadcast(context, talk.answers, written)
    over = texts.ENDS(talk.language, words=sent.beginning_of(ended.said, talk.language)) if ended else NOTHING
    people = [each.id for each in written.recipients.people]
    asked_before = is_asked_already(context.db, written.said, people, context.now)
    return texts.preview(
        written.said, written.recipients, join([over, times]), talk.language, asked_before=asked_before
    )


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    """Send the broadcast, or the earlier one to more units, and return a message that shows its progress."""
    written = load_broadcast_draft(context, dialog)
    if (joined := sent_to_more(context, dialog, written)) is not None:
        return Ending(*broadcast_page.progress_page(context, joined))
    ended = replaced_broadcast(context, dialog.answers, written)
    replaces, by = ended.id if ended else None, context.actor
    done = send_broadcast(context.db, by, written.said, written.chosen, dialog.source, written.at, replaces)
    return Ending(*broadcast_page.progress_page(context, done))


async def _start_sending(update: Update, context: Context, dialog: Dialog) -> None:
    """Wake the sender, and let the dialog's last message show the progress."""
    joins = dialog.answers.get(JOINS)
    sent_anew = broadcast_from(context.db, dialog.source)
    broadcast = broadcast_by_id(context.db, int(joins)) if joins and sent_anew is None else sent_anew
    shown = context.dialog(dialog.id).message_id
    if broadcast is not None and shown is not None:
        show_progress_in(context.db, broadcast.id, shown)
    context.bot_data.woken.set()


TEXT: Question[BroadcastDraft] = Question(
    "text",
    label=texts.TEXT,
    put=_what,
    read=_read_text,
    buttons=_beside_text,
    press=lambda talk, value: {"files": []},
    answered=lambda talk: bool(talk.answers.get("text") or talk.answers.get("files")),
    free=True,
    verbatim=True,
    files=True,
)
BROADCAST: Declaration[BroadcastDraft] = Declaration(
    kind="broadcast",
    office=False,
    load=load_broadcast_draft,
    questions=(TEXT, *RECIPIENT_QUESTIONS, SENDING_TIME, *REPLY_QUESTIONS),
    preview=_preview,
    submit=labels.SEND,
    submit_said=("发送", "发出", "群发", "发"),
    finish=_finish,
    read_file=_take_file,
    waits=texts.WAITS,
    why_over=lambda context, dialog, why: join([why, html(cut(dialog.answers.get("text", ""), 500))]),
    giving_up=GivingUp(texts.CANCEL_QUESTION, named=calls_off_message),
    only_once=True,
    afterwards=_start_sending,
)
