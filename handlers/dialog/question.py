"""One question of a dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from telegram import InlineKeyboardButton

from data.errors import ButtonsOnly, Refusal, StaleButton
from data.understanding.lists_changed import Named
from handlers.telegram import NOTHING, Html, Wording, cut, html

if TYPE_CHECKING:
    from handlers.dialog.declaration import Talk

S = TypeVar("S")
Answers = Mapping[str, Any]
Choice = tuple[Wording | str, object] | tuple[Wording | str, object, Answers] | InlineKeyboardButton
"""The words on a button, its value, and what it answers, if that is not just this value; or a button that does
something else."""
Choices = Sequence[Sequence[Choice]]
MOST_SHOWN = 60
"""Characters of an answer in a line."""


def buttons_only(talk: Talk[Any], text: str) -> Answers:
    """Reads no text: what is asked is answered by its buttons alone. Raises ButtonsOnly."""
    raise ButtonsOnly


def never_changed(talk: Talk[Any], text: str) -> Answers:
    """Puts nothing right at the preview: the answer is changed where it is asked for, or with another."""
    return {}


@dataclass(frozen=True, slots=True)
class Members(Generic[S]):
    """What a list is of that words change as they change any (再加…, …不要, 只要…)."""

    named: Callable[[Talk[S], str], Sequence[Named]]
    """What in a clause stands for some of the list, in its order."""
    present: Callable[[Talk[S]], Sequence[Any]]
    """The list so far."""
    everything: Callable[[Talk[S]], Sequence[Any]]
    """All that may be in it."""
    given: Callable[[Talk[S], list[Any]], Answers]
    """The answers in a list. Raises a Refusal for an empty one."""


@dataclass(frozen=True, slots=True)
class Question(Generic[S]):
    """One question of a dialog: how it is put, and what answers it."""

    key: str
    """The key under which its answer is kept."""
    label: Wording
    """Its name under 修改, and before the answer in a line."""
    put: Wording | Callable[[Talk[S]], Html]
    """How it is put."""
    read: Callable[[Talk[S], str], Answers]
    """The answers in a text. Raises a Refusal or PartlyRead."""
    buttons: Callable[[Talk[S]], Choices] = lambda talk: ()
    """The buttons below it."""
    press: Callable[[Talk[S], str], Answers | None] | None = None
    """What the value of a button answers, where `buttons` do not say it themselves; the question stays open where
    that is None. Raises a Refusal."""
    change: Callable[[Talk[S], str], Answers] | None = None
    """What a text puts right at the preview, where that is less than `read` reads."""
    changed_surely: bool = False
    """Whether a text in which `change` finds something at the preview asks for nothing else."""
    changed_anywhere: bool = False
    """Whether `change` finds nothing but what a clause surely says of this, whichever question is open."""
    members: Members[S] | None = None
    """How words change it where it is a list, whichever question is open."""
    is_name: bool = False
    """Whether it is what something is called, so that words give it without its label: 就叫…."""
    asked: Callable[[Talk[S]], bool] = lambda talk: True
    """Whether it is asked at all."""
    answered: Callable[[Talk[S]], bool] | None = None
    """Whether it has its answer, where that is more than a value under its key; None there is none any more."""
    shown: Callable[[Talk[S]], Html] | None = None
    """The answer that there is in a line; without it, of a `free` question how its words begin."""
    skipped: Answers | None = None
    """What 跳过 answers; None where it cannot be skipped."""
    free: bool = False
    """Whether any words answer it."""
    verbatim: bool = False
    """Whether words that ask the bot for something are an answer, too, unless they are a command: they are to be told
    to others."""
    refuses: Callable[[str], Refusal] | None = None
    """Says of a `free` question why words of buttons and courtesies do not answer it, in place of the usual words."""
    files: bool = False
    """Whether files answer it."""
    ways: bool = True
    """Whether the ways back and out stand below it, besides its `buttons`."""
    finishes: Callable[[Talk[S], str], bool] | None = None
    """Whether a button with this value does at once what the dialog is for, without the preview, where nothing is left
    to ask."""
    lacks: Callable[[Talk[S]], Refusal] | None = None
    """What somebody hears who would submit here, which is too early."""
    goes_on: str | None = None
    """The value of the button that leads to the preview; 提交 said before does the same, where all questions that are
    left have such a button or can be skipped."""

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
        given = talk.answers.get(self.key)
        if self.answered is None and given in (None, ""):
            return NOTHING
        if self.shown is not None:
            return self.shown(talk)
        return html(cut(given or "", MOST_SHOWN)) if self.free else NOTHING
