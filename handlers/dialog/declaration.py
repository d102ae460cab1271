"""What a dialog is made of: its questions in order, its preview, and what finishes it; and which question is open."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from telegram import InlineKeyboardMarkup, Message, Update

from data.dialogs import Change, Dialog
from data.errors import Refusal
from handlers.dialog.question import Answers, Choices, Question
from handlers.dialog.texts import CANCEL_QUESTION
from handlers.dialog.words import SURELY
from handlers.telegram import Context, Html, Language, Wording, labels

S = TypeVar("S")
ALBUM = "album"
"""The key under which is kept which album was sent last."""
PREVIEW = "preview"
"""The key of the last step, at which what was answered is checked."""


@dataclass(frozen=True, slots=True)
class Talk(Generic[S]):
    """Somebody's dialog, with what it is about."""

    context: Context
    dialog: Dialog
    subject: S

    @property
    def answers(self) -> Answers:
        """The answers so far."""
        return self.dialog.answers

    @property
    def language(self) -> Language:
        """The person's language."""
        return self.context.language

    @property
    def declared(self) -> "Declaration[S]":
        """How the dialog is declared."""
        return declared_of(self.context, self.dialog)

    def at(self, dialog: Dialog) -> "Talk[S]":
        """The talk as the dialog stands now, with its subject loaded anew."""
        return talk_of(self.context, dialog)


@dataclass(frozen=True, slots=True)
class Ending:
    """What is said when a dialog is finished, and of its buttons; `below` are messages of their own. One that is not
    `done` stays open, at its preview: what is said asks something about it, or without a `keyboard` stands above that.
    `then` is the id of a dialog that is gone on with instead."""

    text: Html
    keyboard: InlineKeyboardMarkup | None = None
    below: tuple[Html, ...] = ()
    done: bool = True
    then: int | None = None


@dataclass
class PartlyRead(Exception):
    """Only some of a text or file could be read: `given`, which is kept and told of as `kept`; `why` is said of the
    rest."""

    given: Answers
    why: Refusal
    kept: Html


class LeavesNothing(Exception):
    """What a text takes out is all that there is: it is asked whether to give it up."""


NOT_TAKEN = (Refusal, PartlyRead, LeavesNothing)
"""What `read` raises where a text cannot be taken as it is."""


def _none(context: Context, dialog: Dialog) -> tuple[()]:
    return ()


def _nothing(context: Context, dialog: Dialog) -> Any:
    return None


async def _nothing_more(update: Update, context: Context, dialog: Dialog) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Declaration(Generic[S]):
    """A kind of dialog."""

    kind: str
    """The name under which dialogs of this kind are stored."""
    finish: Callable[[Context, Dialog, str], Ending]
    """Does what the dialog is for, with the value of the button; the same again must change nothing."""
    waits: Wording | Callable[[Talk[S]], Html]
    """What is said of a dialog that is parked."""
    questions: tuple[Question[S], ...] = ()
    """What is asked, in this order."""
    load: Callable[[Context, Dialog], S] = _nothing
    """Finds what a dialog is about. Raises a Refusal where the person may not go on with it; it then ends, or waits if
    it `comes_back`."""
    office: bool = False
    """Whether nobody but the office may go on with it."""
    preview: Callable[[Talk[S]], Html] | None = None
    """Shows what `finish` will do; a dialog without one ends with its last answer."""
    submit: Wording = labels.SUBMIT
    """The words of the button that finishes."""
    submit_said: tuple[str, ...] = ()
    """Other words for that button, by which somebody may agree; longer ones stand first."""
    choices: Callable[[Talk[S]], Choices] | None = None
    """The buttons of the preview, where they are others than 提交 and 修改."""
    cancel_question: Wording | Callable[[Context, Dialog], Html] | None = None
    """What is asked before it is given up, where that is not the usual question."""
    instead: Callable[[Context, Dialog], Choices] = _none
    """Other buttons below that question."""
    drops: Callable[[Context, Dialog], None] | None = None
    """What giving up does to what belongs to the dialog."""
    given_up: Callable[[Context, Dialog], tuple[Html, InlineKeyboardMarkup | None]] | None = None
    """What is said when it was given up."""
    comes_back: bool = False
    """Whether a dialog that the person may not go on with is kept, as it may come back."""
    passing: bool = False
    """Whether it is over when something else is said or begun before anything was answered; it needs no way out
    till then."""
    back_once: bool = False
    """Whether it is put once more after something in between, and then no more."""
    long: Callable[[Context, Dialog], bool] = lambda context, dialog: False
    """Whether after something in between only a button for going on is shown, in place of the question, be it short."""
    watches: bool = False
    """Whether its end tells what colleagues have done meanwhile; any other dialog shows what has changed once more."""
    once: bool = False
    """Whether what is done is not shown again to somebody who presses twice."""
    told: Callable[[Context, Dialog, Html], Html] = lambda context, dialog, why: why
    """What was written, told with the reason why the dialog cannot be gone on with."""
    begun: Callable[[Context, Dialog], bool] | None = None
    """Whether there is anything to lose, where that is not just an answer."""
    change: Callable[[Talk[S], str], Answers] | None = None
    """What a text puts right at the preview, in place of what its questions read. Raises a Refusal."""
    says_more: Callable[[Talk[S], str], bool] | None = None
    """Whether a text says more than what it puts right; it is then asked what the words are for."""
    hint: Wording | None = None
    """What can be written at the preview, said of a text that is neither consent nor a change."""
    also: tuple[str, ...] = ()
    """The values of other buttons of the preview that finish, which an id may follow (one_37)."""
    leave: Callable[[Update, Context, Dialog], Awaitable[None]] | None = None
    """The way back from the first question."""
    afterwards: Callable[[Update, Context, Dialog], Awaitable[None]] = _nothing_more
    """What there is to do in the chat once it is done."""
    dropped: Callable[[Update, Context, Dialog], Awaitable[None]] = _nothing_more
    """What there is to do in the chat once it was given up."""
    about: Callable[[Context, Dialog], Sequence[int]] = _none
    """The ids of the assignments that it speaks of."""
    file: Callable[[Talk[S], Message], Awaitable[Answers]] | None = None
    """The answers in a message that is no text, whichever question is open. Raises a Refusal or PartlyRead."""
    hears: str | None = None
    """What stands before the keys of its questions where answers are learned (data/understanding/turns.py), if that is
    not its `kind`."""

    def asked_as(self, key: str) -> str:
        """The name by which what is meant at a question is learned."""
        return f"{self.kind if self.hears is None else self.hears}_{key}".strip("_")

    @property
    def words_for_submit(self) -> tuple[str, ...]:
        """The words of the button that finishes, and the others for it."""
        return (self.submit.zh, self.submit.en, *self.submit_said, self.submit.zh.removeprefix(SURELY))

    def says_it_waits(self, talk: Talk[S]) -> Html:
        """That a dialog is parked."""
        return self.waits(talk.language) if isinstance(self.waits, Wording) else self.waits(talk)

    def asks_whether_to_drop(self, context: Context, dialog: Dialog) -> Html:
        """The one question before a dialog is given up."""
        question = self.cancel_question or CANCEL_QUESTION
        return question(context.language) if isinstance(question, Wording) else question(context, dialog)

    def finishes(self, value: str) -> bool:
        """Whether a button of the preview does what the dialog is for, or a part of it."""
        return value.partition("_")[0] in ("submit", *self.also)


def declared_of(context: Context, dialog: Dialog) -> Declaration[Any]:
    """How a dialog is declared."""
    declared: Declaration[Any] = context.bot_data.dialogs[dialog.kind]
    return declared


def talk_of(context: Context, dialog: Dialog) -> Talk[Any]:
    """A dialog with what it is about. Raises what `load` of its declaration raises, and ForTheOffice."""
    declared = declared_of(context, dialog)
    if declared.office:
        context.check_office()
    return Talk(context, dialog, declared.load(context, dialog))


def questions_of(talk: Talk[Any]) -> list[Question[Any]]:
    """The questions that are asked, as the answers stand."""
    return [each for each in talk.declared.questions if each.asked(talk)]


def is_answered(question: Question[Any], talk: Talk[Any]) -> bool:
    """Whether a question has its answer, be it an empty one."""
    if question.answered is not None:
        return question.answered(talk)
    return talk.answers.get(question.key) is not None


def open_question(talk: Talk[Any]) -> Question[Any] | None:
    """The question that is open; None at the preview, and where nothing is left to ask."""
    asked, reopened = questions_of(talk), talk.dialog.reopened
    again = next((each for each in asked if each.key == reopened), None)
    if again is not None:
        return again
    return next((each for each in asked if not is_answered(each, talk)), None)


def open_key(talk: Talk[Any]) -> str:
    """The key of the open question, or PREVIEW."""
    question = open_question(talk)
    return question.key if question else PREVIEW


def key_before(talk: Talk[Any]) -> str | None:
    """The question that 上一步 leads to: from one that is being changed the preview; None before the first."""
    complete = all(is_answered(each, talk) for each in questions_of(talk))
    if talk.dialog.reopened and talk.dialog.reopened_for is not Change.BACK and complete:
        return PREVIEW
    keys = [*(each.key for each in questions_of(talk)), PREVIEW]
    place = keys.index(open_key(talk))
    return keys[place - 1] if place else None


def is_begun(context: Context, dialog: Dialog) -> bool:
    """Whether anything has been answered that could be lost."""
    declared = declared_of(context, dialog)
    if declared.begun is not None:
        return declared.begun(context, dialog)
    return any(each.key in dialog.answers for each in declared.questions)


def is_passing(talk: Talk[Any]) -> bool:
    """Whether a dialog is over as soon as anything else is said, for nothing has been answered in it yet."""
    return talk.declared.passing and not is_begun(talk.context, talk.dialog)
