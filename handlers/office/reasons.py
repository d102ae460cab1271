"""The reason of a decision, 退回 or 不同意: asked for in words, read back, and sent by a press."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from telegram import InlineKeyboardMarkup, Update

from data.errors import StaleButton
from data.reporting.drafts import checked_reason
from data.reporting.questions import Asked, Question, ask_question, close_question, find_question, remember_question
from handlers.dialog.texts import GO_ON
from handlers.dialog.words import AGREED, ENOUGH, NOTHING, WORDS
from handlers.extensions import texts as extensions
from handlers.office.texts.reasons import NO_REASON, REWRITE, read_back
from handlers.reporting.written import says_nothing
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.context import Context
from handlers.telegram.keyboards import button
from handlers.telegram.labels import CANCELLED
from handlers.telegram.sending import acknowledge, answer, show, strip_buttons
from handlers.telegram.wording import Html, Wording, cut, either, join, plain_word


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that wants a reason: the question for it, and what the unit will hear with a reason."""

    verb: Verb
    subject_id: int
    send: Wording
    unit: str
    question: Html
    letter: Callable[[str], Html]


BUTTONS = (
    *(labels.SKIP, labels.RESUME, labels.RESTART, labels.ACCEPT, labels.RETURN, labels.NEXT_REVIEW, labels.CANCEL),
    *(extensions.GRANT, extensions.REFUSE, extensions.OTHER_DAY, GO_ON, REWRITE),
)
COURTESIES = frozenset(
    (
        *("好", "好的", "好吧", "行", "行吧", "可以", "嗯", "嗯嗯", "哦", "是", "是的", "对", "对的", "收到", "明白"),
        *("知道了", "了解", "谢谢", "谢了", "多谢", "辛苦了", "等等", "等一下", "等下", "稍等", "不退了"),
        *("ok", "okay", "yes", "sure", "fine", "thanks", "thank you", "got it", "wait", "one moment", "hold on"),
    )
)
NO_REASONS = NOTHING | WORDS | AGREED | ENOUGH | COURTESIES | either(*BUTTONS)
"""Words that say why to nobody."""


async def ask(update: Update, context: Context, question: Question, decision: Decision) -> None:
    """Show the open question, or the reason that was given already, below."""
    await acknowledge(update)
    await _put(update, context, question, decision)


async def take(update: Update, context: Context, question: Question, decision: Decision) -> str | None:
    """Read what was written back, or ask again where it gives no reason; the word on the button sends what was given.

    Returns the reason when it is to be sent. Raises TextMissing and NoteTooLong, and the question stays open then.
    """
    text = (update.message and update.message.text) or ""
    said, given = plain_word(text), question.answers.get("reason")
    if given and said in either(decision.send):
        return given
    if given and said in either(REWRITE):
        await _put(update, context, _without_reason(update, context, question), decision)
    elif said in NO_REASONS or (text and says_nothing(context, text)):
        await _put(update, context, question, decision, NO_REASON(context.language, said=cut(text, 60)))
    else:
        answers = {**question.answers, "reason": checked_reason(text)}
        await _put(update, context, _asked(update, context, question, answers), decision)
    return None


async def press(update: Update, context: Context, choice: str, kind: Asked, decision: Decision) -> None:
    """改写 or 取消, under the message that shows the question. Raises StaleButton for another one."""
    question = open_under(update, context, kind, decision.subject_id)
    await acknowledge(update)
    if choice == "drop":
        close_question(context.db, context.person.id)
        await show(update, context, CANCELLED(context.language))
        return
    question = _without_reason(update, context, question)
    await show(update, context, decision.question, _keyboard(context, question, decision))


def open_under(update: Update, context: Context, kind: Asked, subject_id: int) -> Question:
    """The open question for a reason, if the pressed message shows it. Raises StaleButton."""
    question, message = find_question(context.db, context.person.id), update.effective_message
    if question is None or (question.kind, question.subject_id) != (kind, subject_id):
        raise StaleButton
    if message is None or question.message_id != message.message_id:
        raise StaleButton
    return question


def answers_so_far(context: Context, kind: Asked, subject_id: int) -> dict[str, str]:
    """What has been answered to a question that is open already."""
    question = find_question(context.db, context.person.id)
    is_it = question is not None and (question.kind, question.subject_id) == (kind, subject_id)
    return question.answers if question is not None and is_it else {}


async def _put(
    update: Update, context: Context, question: Question, decision: Decision, first: Html | None = None
) -> None:
    """Show the question below, or what was answered; the message before loses its buttons."""
    reason, language = question.answers.get("reason"), context.language
    text = decision.question
    if reason:
        text = read_back(decision.unit, decision.letter(reason), decision.send(language), language)
    if first:
        text = join([first, text], "\n\n")
    sent = await answer(update, context, text, _keyboard(context, question, decision))
    await strip_buttons(context, context.person.telegram_id or 0, question.message_id)
    remember_question(context.db, context.person.id, sent.message_id)


def _keyboard(context: Context, question: Question, decision: Decision) -> InlineKeyboardMarkup:
    """取消; of a reason that was given also the button that sends it, and 改写."""
    language, verb, subject = context.language, decision.verb, decision.subject_id
    cancel = [button(labels.CANCEL(language), verb, "drop", subject)]
    if "reason" not in question.answers:
        return InlineKeyboardMarkup([cancel])
    send = button(decision.send(language), verb, "send", subject, style="success")
    return InlineKeyboardMarkup([[send, button(REWRITE(language), verb, "rewrite", subject)], cancel])


def _without_reason(update: Update, context: Context, question: Question) -> Question:
    answers = {name: value for name, value in question.answers.items() if name != "reason"}
    return _asked(update, context, question, answers)


def _asked(update: Update, context: Context, question: Question, answers: dict[str, str]) -> Question:
    ask_question(
        context.db,
        context.person.id,
        question.kind,
        question.subject_id,
        update.update_id,
        context.now,
        answers,
        question.message_id,
    )
    return replace(question, answers=answers)
