"""What a dialog is made of: its questions in order, its preview, and what finishes it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from data.dialogs import Dialog
from data.errors import Refusal, StaleButton
from handlers.dialog.texts import CANCEL_QUESTION
from handlers.telegram import Context, Html, Language, Wording, cut, html, labels

S = TypeVar("S")
Answers = Mapping[str, Any]
Choice = tuple[Wording | str, object] | tuple[Wording | str, object, Answers] | InlineKeyboardButton
"""The words on a button, its value, and what it answers, if that is not just this value; or a button that does
something else."""
Choices = Sequence[Sequence[Choice]]
ALBUM = "album"
"""The key under which is kept which album was sent last."""
MOST_SHOWN = 60
"""Characters of an answer in a line."""
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


NOT_TAKEN = (Refusal, PartlyRead)
"""What `read` raises where a text cannot be taken as it is."""


def _always(talk: Talk[Any]) -> bool:
    return True


def _no_buttons(talk: Talk[Any]) -> Choices:
    return ()


def _none(context: Context, dialog: Dialog) -> tuple[()]:
    return ()


def _nothing(context: Context, dialog: Dialog) -> Any:
    return None


def _why_alone(context: Context, dialog: Dialog, why: Html) -> Html:
    return why


async def _nothing_more(update: Update, context: Context, dialog: Dialog) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Question(Generic[S]):
    """One question of a dialog: how it is put, what answers it.

    `read` returns the answers in a text, and raises a Refusal; so does `press`, for the value of a button, where the
    `buttons` do not say themselves what they answer, and where it returns None the question stays open. `change` reads
    what a text puts right at the preview, where that is less than `read` reads; `changed_surely` where such a text asks
    for nothing else. `shown` is the answer in a line, of a `free` one how its words begin,
    `skipped` what 跳过 answers. It is `free` if any words answer it, and then `refuses` says why words of buttons and
    courtesies do not, where that takes other words than usual; of a `verbatim` one so is whatever is no command,
    though it asks for something: it is to be told to others. It is answered with `files` if those do. Without
    `ways` its `buttons` are all but the ways back and out. A button whose value `finishes` does at once what the
    dialog is for, without the preview, where nothing is left to ask. Who would submit too early hears what it `lacks`;
    where all that is left to ask is `skipped` or has a button whose value `goes_on`, that leads to the preview.
    """

    key: str
    label: Wording
    put: Wording | Callable[[Talk[S]], Html]
    read: Callable[[Talk[S], str], Answers]
    buttons: Callable[[Talk[S]], Choices] = _no_buttons
    press: Callable[[Talk[S], str], Answers | None] | None = None
    change: Callable[[Talk[S], str], Answers] | None = None
    changed_surely: bool = False
    asked: Callable[[Talk[S]], bool] = _always
    answered: Callable[[Talk[S]], bool] | None = None
    shown: Callable[[Talk[S]], Html] | None = None
    skipped: Answers | None = None
    free: bool = False
    verbatim: bool = False
    refuses: Callable[[str], Refusal] | None = None
    files: bool = False
    ways: bool = True
    finishes: Callable[[Talk[S], str], bool] | None = None
    lacks: Callable[[Talk[S]], Refusal] | None = None
    goes_on: str | None = None

    def asks(self, talk: Talk[S]) -> Html:
        """How the question is put."""
        return self.put(talk.language) if isinstance(self.put, Wording) else self.put(talk)

    def pressed(self, talk: Talk[S], value: str) -> Answers | None:
        """What a button answers; None where the question stays open. Raises StaleButton for a value that none has."""
        if self.press is not None:
            return self.press(talk, value)
        for _, of_button, *answers in (each for row in self.buttons(talk) for each in row if isinstance(each, tuple)):
            if str(of_button) == value:
                return answers[0] if answers else {self.key: value}
        raise StaleButton

    def answer_in_line(self, talk: Talk[S]) -> Html:
        """The answer in a line; empty where there is none, or none is shown."""
        if self.shown is not None:
            return self.shown(talk)
        return html(cut(talk.answers.get(self.key) or "", MOST_SHOWN)) if self.free else Html("")


@dataclass(frozen=True, slots=True)
class Declaration(Generic[S]):
    """A kind of dialog.

    `load` finds what a dialog is about, and raises a Refusal where the person may not go on with it, as nobody but
    the office may with one of the `office`; it ends then, or where it `comes_back` it waits, and what was written is
    `told` with the reason. A `passing` one is over when something else is said or begun before anything was answered,
    and needs no way out till then; one that is `back_once` is put once more after something in between, and then no
    more. One that `watches` tells at its end what colleagues have done meanwhile; any other shows what has changed once
    more. What is done `once` is not shown again to whoever presses twice. `preview` shows
    what `finish` will do on `submit` and on the buttons that it has `also`, which an id may follow (one_37); who
    agrees may add the words `submit_said`, of which longer ones stand first. The buttons there are 提交 and 修改,
    unless `choices` gives others. `change` reads what a text puts right there, and where it `says_more` than that, it
    is asked what the words are for; where nothing is asked, `hint` says what can be written. `waits` says that it is
    parked, `given_up` that it was dropped, which `drops` has done to what belongs to it; it is `begun` once there is
    anything to lose. `cancel_question` is asked before that, and `instead` are other buttons below it. `leave` is the
    way back from the first question, `afterwards` what there is to do in the chat once it is done, `dropped` once it
    was given up. `about` are the ids of the assignments that it speaks of; `file` returns the answers in a message
    that is no text, whichever question is open, and raises a Refusal or PartlyRead; `hears` stands before the keys of
    its questions where answers are learned (data/understanding/turns.py), if that is not its kind.
    """

    kind: str
    finish: Callable[[Context, Dialog, str], Ending]
    waits: Wording | Callable[[Talk[S]], Html]
    questions: tuple[Question[S], ...] = ()
    load: Callable[[Context, Dialog], S] = _nothing
    office: bool = False
    preview: Callable[[Talk[S]], Html] | None = None
    submit: Wording = labels.SUBMIT
    submit_said: tuple[str, ...] = ()
    choices: Callable[[Talk[S]], Choices] | None = None
    cancel_question: Wording | Callable[[Context, Dialog], Html] | None = None
    instead: Callable[[Context, Dialog], Choices] = _none
    drops: Callable[[Context, Dialog], None] | None = None
    given_up: Callable[[Context, Dialog], tuple[Html, InlineKeyboardMarkup | None]] | None = None
    comes_back: bool = False
    passing: bool = False
    back_once: bool = False
    watches: bool = False
    once: bool = False
    told: Callable[[Context, Dialog, Html], Html] = _why_alone
    begun: Callable[[Context, Dialog], bool] | None = None
    change: Callable[[Talk[S], str], Answers] | None = None
    says_more: Callable[[Talk[S], str], bool] | None = None
    hint: Wording | None = None
    also: tuple[str, ...] = ()
    leave: Callable[[Update, Context, Dialog], Awaitable[None]] | None = None
    afterwards: Callable[[Update, Context, Dialog], Awaitable[None]] = _nothing_more
    dropped: Callable[[Update, Context, Dialog], Awaitable[None]] = _nothing_more
    about: Callable[[Context, Dialog], Sequence[int]] = _none
    file: Callable[[Talk[S], Message], Awaitable[Answers]] | None = None
    hears: str | None = None

    def asked_as(self, key: str) -> str:
        """The name by which what is meant at a question is learned."""
        return f"{self.kind if self.hears is None else self.hears}_{key}".strip("_")

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
