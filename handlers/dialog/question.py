"""The declaration of one question of a dialog, and of what is asked, done and said when a dialog is given up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from data.dialogs import Dialog
from data.errors import ButtonsOnly, NoSuchAnswer, Refusal, StaleButton
from data.exports.texts import said
from data.understanding import Understanding
from data.understanding.dialog.lists_changed import ListedMembers
from data.understanding.normalise.sentence import Clause, Sentence
from handlers.dialog.texts import CANCEL_QUESTION
from handlers.telegram import Context
from handlers.wording import NOTHING, Html, Wording, cut, html, labels

if TYPE_CHECKING:
    from handlers.dialog.declaration import Talk

S = TypeVar("S")
Answers = Mapping[str, Any]
Choice = tuple[Wording | str, object] | tuple[Wording | str, object, Answers] | InlineKeyboardButton
"""A button's label, its value, and the answers it gives if these are not just the value; or a button that does
something else."""
Choices = Sequence[Sequence[Choice]]
MOST_SHOWN = 60
"""Characters of an answer that are shown in a line."""


def buttons_only(talk: Talk[Any], text: str) -> Answers:
    """Read no text: the question is answered by buttons only. Raises ButtonsOnly."""
    raise ButtonsOnly


def no_words(talk: Talk[Any], text: str) -> Answers:
    """Read no text as a whole; the clauses of one may change the answer. Raises NoSuchAnswer."""
    raise NoSuchAnswer(text.strip())


def never_changed(talk: Talk[Any], text: str) -> Answers:
    """Read no change in a text at the preview."""
    return {}


@dataclass(frozen=True, slots=True)
class Members(Generic[S]):
    """How words change an answer that is a list (再加…, …不要, 只要…)."""

    named: Callable[[Talk[S], Sentence], Sequence[ListedMembers]]
    """Finds the places in a clause that name members, in order."""
    present: Callable[[Talk[S]], Sequence[Any]]
    """The members so far."""
    everything: Callable[[Talk[S]], Sequence[Any]]
    """All possible members."""
    given: Callable[[Talk[S], list[Any]], Answers]
    """Returns the answers for a list of members. Raises a Refusal or LeavesNothing if it is empty."""
    altered: Callable[[Talk[S], Clause, Sequence[Any] | None], list[Any] | None] | None = None
    """Returns the members with some changed in their places by a clause (第2步改到8号): those it names or, if it names
    none, those that the clause before has changed (None if that was refused). None if it changes none of them.
    Raises a Refusal."""


@dataclass(frozen=True, slots=True)
class Question(Generic[S]):
    """One question of a dialog: how it is put, and what answers it."""

    key: str
    """The key under which its answer is kept."""
    label: Wording
    """Its name under 修改, and in front of the answer."""
    put: Wording | Callable[[Talk[S]], Html]
    """Its wording."""
    read: Callable[[Talk[S], str], Answers]
    """Returns the answers in a text. Raises a Refusal or PartlyRead."""
    buttons: Callable[[Talk[S]], Choices] = lambda talk: ()
    """The buttons below it."""
    press: Callable[[Talk[S], str], Answers | None] | None = None
    """Returns what the value of a button answers, if `buttons` do not say; None keeps the question open. Raises a
    Refusal."""
    change: Callable[[Talk[S], str], Answers] | None = None
    """Reads what a text changes at the preview, if that is less than `read` reads."""
    changed_surely: bool = False
    """Whether a text in which `change` finds something at the preview asks for nothing else."""
    changed_anywhere: bool = False
    """Whether `change` only finds what a clause surely says of this question, whichever one is open."""
    members: Members[S] | None = None
    """How words change the answer, if it is a list, whichever question is open."""
    is_name: bool = False
    """Whether the answer is a name, which words give without the label: 就叫…."""
    asked: Callable[[Talk[S]], bool] = lambda talk: True
    """Whether it is asked at all."""
    led_back_to: Callable[[Talk[S]], bool] = lambda talk: True
    """Whether 上一步 leads to it, and not past it to the question before."""
    answered: Callable[[Talk[S]], bool] | None = None
    """Returns whether it has an answer; by default, whether there is a value other than None under its key."""
    shown: Callable[[Talk[S]], object] | None = None
    """Returns the answer to show in a line; without this, only a `free` question shows how its answer begins."""
    skipped: Answers | None = None
    """The answers that 跳过 gives; None if the question cannot be skipped."""
    free: bool = False
    """Whether any words answer it."""
    verbatim: bool = False
    """Whether words that ask the bot for something, other than commands, are answers as well, since they are meant for
    others."""
    make_refusal: Callable[[Talk[S], str], Refusal] | None = None
    """Makes the refusal of courtesies and words of buttons, as of a 提交 that is too early, if not the usual one."""
    doubted: Callable[[Talk[S], str], bool] = lambda talk, text: False
    """Whether it is asked whether a text that `read` takes is the answer, since it may be an order."""
    files: bool = False
    """Whether files answer it."""
    has_usual_buttons: bool = True
    """Whether 跳过, and the ways to keep, extend or clear an answer, stand below its `buttons`."""
    finishes: Callable[[Talk[S], str], bool] | None = None
    """Whether a button with this value finishes the dialog without the preview, if nothing is left to ask."""
    preview_button: str | None = None
    """The value of the button that leads to the preview. 提交 presses it, if every open question has such a button or
    can be skipped."""

    def asks(self, talk: Talk[S]) -> Html:
        """Return the wording of the question."""
        return self.put(talk.language) if isinstance(self.put, Wording) else self.put(talk)

    def pressed(self, talk: Talk[S], value: str) -> Answers | None:
        """Return what a button answers; None keeps the question open. Raises StaleButton if none has this value."""
        if self.press is not None:
            return self.press(talk, value)
        for _, of_button, *answers in (each for row in self.buttons(talk) for each in row if isinstance(each, tuple)):
            if str(of_button) == value:
                return answers[0] if answers else {self.key: value}
        raise StaleButton

    def answer_in_line(self, talk: Talk[S]) -> Html:
        """Return the answer in a line; empty if there is none or it is not shown."""
        given = talk.answers.get(self.key)
        if self.answered is None and given in (None, ""):
            return NOTHING
        if self.shown is not None:
            return html(said(self.shown(talk), talk.language))
        return html(cut(given or "", MOST_SHOWN)) if self.free else NOTHING


Answer = tuple[Html, InlineKeyboardMarkup | None]


async def nothing_more(update: Update, context: Context, dialog: Dialog) -> None:
    """Do nothing more in the chat."""


@dataclass(frozen=True, slots=True)
class GivingUp:
    """How a dialog is given up; each part is as usual unless declared."""

    question: Wording | Callable[[Context, Dialog], Html] = CANCEL_QUESTION
    """What is asked before."""
    choices: Callable[[Context, Dialog], Choices] = lambda context, dialog: ()
    """More buttons below that question."""
    clean_up: Callable[[Context, Dialog], None] = lambda context, dialog: None
    """Removes what belongs to the dialog."""
    answer: Callable[[Context, Dialog], Answer] = lambda context, dialog: (labels.CANCELLED(context.language), None)
    """What is said once it has been given up."""
    afterwards: Callable[[Update, Context, Dialog], Awaitable[None]] = nothing_more
    """What to do in the chat then."""
    named: Callable[[Context, Dialog, Understanding], bool] = lambda context, dialog, heard: False
    """Whether a sentence gives it up by what it names, besides the usual words for that."""

    def asks(self, context: Context, dialog: Dialog) -> Html:
        """Return the question that is asked before."""
        asked = self.question
        return asked(context.language) if isinstance(asked, Wording) else asked(context, dialog)


USUAL = GivingUp()
"""How most dialogs are given up: after the usual question, leaving nothing behind."""
