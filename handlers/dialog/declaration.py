"""How a dialog is declared (questions, preview, and what finishes it), and which of its questions is open."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from telegram import InlineKeyboardMarkup, Message, Update

from data.dialogs import Dialog, ReopenReason
from data.errors import Refusal
from data.understanding import Understanding
from handlers.dialog.question import USUAL, Answers, Choices, GivingUp, Question, nothing_more
from handlers.dialog.texts import UNFINISHED_DIALOG
from handlers.dialog.words import SURELY
from handlers.telegram import Context
from handlers.wording import NOTHING, Html, Language, Wording, labels

S = TypeVar("S")
ALBUM = "album"
"""The key under which the id of the last album is kept."""
PREVIEW = "preview"
"""The key of the last step, at which the answers are checked."""


def _no_subject(context: Context, dialog: Dialog) -> Any:
    """Load no subject: the dialog is about nothing but its answers."""
    return None


@dataclass(frozen=True, slots=True)
class Talk(Generic[S]):
    """A person's dialog, with the subject it is about."""

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
        """The dialog's declaration."""
        return declared_of(self.context, self.dialog)

    def at(self, dialog: Dialog) -> "Talk[S]":
        """Return this talk for `dialog`, with the subject loaded anew."""
        return talk_of(self.context, dialog)


@dataclass(frozen=True, slots=True)
class Ending:
    """What is said when a dialog is finished, with its buttons; each text in `below` is a message of its own. If not
    `done`, the dialog stays open: the text asks about it or, without a `keyboard`, stands above its preview.
    `next_dialog_id` is the dialog to go on with instead; `send_more` sends what is more than text."""

    text: Html
    keyboard: InlineKeyboardMarkup | None = None
    below: tuple[Html, ...] = ()
    done: bool = True
    next_dialog_id: int | None = None
    send_more: Callable[[Update, Context], Awaitable[None]] | None = None


@dataclass
class PartlyRead(Exception):
    """Raised if a text or file could only be read in part: `given` is kept and told as `kept`, `why` is of the rest."""

    given: Answers
    why: Refusal
    kept: Html


@dataclass
class SaysMore(Exception):
    """Raised if a text at the preview changes the answers `given` and says more, of which the person is then asked."""

    given: Answers


class LeavesNothing(Exception):
    """Raised if a text would remove everything from a list; the person is then asked whether to give the dialog up."""


NOT_TAKEN = (Refusal, PartlyRead, SaysMore, LeavesNothing)
"""What `read` may raise if it cannot take a text as it is."""


@dataclass(frozen=True, slots=True)
class Again:
    """How a dialog begins again: the key of the answer that may be put right, a function that returns the answers with
    which it begins from those with which it was finished, and whether words can be a value besides days and units."""

    key: str
    answers: Callable[[Talk[Any]], Answers] = lambda talk: talk.answers
    may_be_value: Callable[[Understanding], bool] = lambda heard: False


@dataclass(frozen=True, slots=True)
class Declaration(Generic[S]):
    """A kind of dialog."""

    kind: str
    """The name under which dialogs of this kind are stored."""
    waits: Wording | Callable[[Talk[S]], Html]
    """What is unfinished while the dialog is parked, said before how to go on."""
    finish: Callable[[Context, Dialog, str], Ending] = lambda context, dialog, value: Ending(NOTHING)
    """Does what the dialog is for and returns what is said, given the pressed button's value; by default nothing, if
    what follows is done `afterwards`. Must be idempotent."""
    questions: tuple[Question[S], ...] = ()
    """The questions in their order."""
    load: Callable[[Context, Dialog], S] = _no_subject
    """Loads the subject. Raises a Refusal if the person may not go on; it then ends, or parks if it `comes_back`."""
    office: bool = True
    """Whether only the office may go on with it."""
    preview: Callable[[Talk[S]], Html] | None = None
    """Shows what `finish` will do; without a preview, the last answer finishes the dialog."""
    submit: Wording = labels.SUBMIT
    """The label of the button that finishes it."""
    submit_said: tuple[str, ...] = ()
    """Other words for this button, the longer ones first."""
    choices: Callable[[Talk[S]], Choices] | None = None
    """The buttons of the preview, if not 提交 and 修改."""
    giving_up: GivingUp = USUAL
    """What is asked, done and said when it is given up."""
    comes_back: bool = False
    """Whether it is parked, not dropped, if the person may not go on with it now."""
    passing: bool = False
    """Whether it is dropped if something else is said or begun before any answer; until then it has no buttons to go
    back or cancel."""
    back_once: bool = False
    """Whether its question is put again after the first digression only; the next one drops the dialog."""
    is_long: Callable[[Context, Dialog], bool] = lambda context, dialog: False
    """Whether only a button to go on is shown after a digression, however short the question."""
    finish_tells_changes: bool = False
    """Whether `finish` itself tells what colleagues have done; otherwise a changed preview is shown again."""
    only_once: bool = False
    """Whether a second press of the finishing button is refused, instead of showing the result again."""
    why_over: Callable[[Context, Dialog, Html], Html] = lambda context, dialog, why: why
    """Adds what was written in the dialog to the reason why it cannot be continued."""
    is_begun: Callable[[Context, Dialog], bool] | None = None
    """Returns whether there is anything to lose; by default, whether any question has an answer."""
    change: Callable[[Talk[S], str], Answers] | None = None
    """Reads what a text changes at the preview, in place of what the questions read. Raises a Refusal or SaysMore."""
    store: Callable[[Talk[S], Answers], Answers] | None = None
    """Stores what `change` has read for other places than the answers, and returns the answers without it."""
    hint: Wording | None = None
    """What can be written at the preview, said if a text is neither consent nor a change."""
    also_finish: tuple[str, ...] = ()
    """The values of other buttons of the preview that finish it; an id may follow them (one_37)."""
    leave: Callable[[Update, Context, Dialog], Awaitable[None]] | None = None
    """Goes back from the first question to where the dialog was begun."""
    afterwards: Callable[[Update, Context, Dialog], Awaitable[None]] = nothing_more
    """What to do in the chat once it is finished."""
    assignment_ids: Callable[[Context, Dialog], Sequence[int]] = lambda context, dialog: ()
    """The ids of the assignments it is about."""
    read_file: Callable[[Talk[S], Message], Awaitable[Answers | None]] | None = None
    """Reads the answers in a message that is not text, whichever question is open; None if it is not for the dialog.
    Raises a Refusal or PartlyRead."""
    again: Again | None = None
    """How it begins again where a value is put right just after it was finished (不对，是12月20日)."""
    turn_prefix: str | None = None
    """The prefix of its questions' keys in the model of turns, if that is not its `kind`."""

    def asked_as(self, key: str) -> str:
        """Return the name under which the model of turns knows a question."""
        return f"{self.kind if self.turn_prefix is None else self.turn_prefix}_{key}".strip("_")

    @property
    def words_for_submit(self) -> tuple[str, ...]:
        """The words that finish the dialog: the label of its button, and the others declared for it."""
        return (self.submit.zh, self.submit.en, *self.submit_said, self.submit.zh.removeprefix(SURELY))

    @property
    def takes_back(self) -> bool:
        """Whether it takes back what was handed in (撤回), which handing something in never means."""
        return self.submit.zh.startswith(labels.WITHDRAW.zh)

    def says_it_waits(self, talk: Talk[S]) -> Html:
        """Return what is said about the dialog while it is parked, with how to go on."""
        what = self.says_what_waits(talk)
        return UNFINISHED_DIALOG(talk.language, what=what) if what else what

    def says_what_waits(self, talk: Talk[S]) -> Html:
        """Return what is unfinished while the dialog is parked; empty if that is not said."""
        return self.waits(talk.language) if isinstance(self.waits, Wording) else self.waits(talk)

    def finishes(self, value: str) -> bool:
        """Return whether a button of the preview does what the dialog is for, or a part of it."""
        return value.partition("_")[0] in ("submit", *self.also_finish)


def declared_of(context: Context, dialog: Dialog) -> Declaration[Any]:
    """Return the declaration of a dialog."""
    declared: Declaration[Any] = context.bot_data.dialogs[dialog.kind]
    return declared


def talk_of(context: Context, dialog: Dialog) -> Talk[Any]:
    """Return a dialog with its subject loaded. Raises what the declaration's `load` raises, and ForTheOffice."""
    declared = declared_of(context, dialog)
    if declared.office:
        context.check_office()
    return Talk(context, dialog, declared.load(context, dialog))


def questions_of(talk: Talk[Any]) -> list[Question[Any]]:
    """Return the questions that are asked, given the answers so far."""
    return [each for each in talk.declared.questions if each.asked(talk)]


def is_answered(question: Question[Any], talk: Talk[Any]) -> bool:
    """Return whether a question has an answer, even an empty one."""
    if question.answered is not None:
        return question.answered(talk)
    return talk.answers.get(question.key) is not None


def open_question(talk: Talk[Any]) -> Question[Any] | None:
    """Return the open question; None at the preview, and if nothing is left to ask."""
    asked, reopened = questions_of(talk), talk.dialog.reopened
    again = next((each for each in asked if each.key == reopened), None)
    if again is not None:
        return again
    return next((each for each in asked if not is_answered(each, talk)), None)


def open_key(talk: Talk[Any]) -> str:
    """Return the key of the open question, or PREVIEW."""
    question = open_question(talk)
    return question.key if question else PREVIEW


def previous_key(talk: Talk[Any]) -> str | None:
    """Return the key to which 上一步 leads: the preview from a changed answer, None from the first question."""
    complete = all(is_answered(each, talk) for each in questions_of(talk))
    if talk.dialog.reopened and talk.dialog.reopened_for is not ReopenReason.BACK and complete:
        return PREVIEW
    now = open_key(talk)
    keys = [*(each.key for each in questions_of(talk) if each.key == now or each.led_back_to(talk)), PREVIEW]
    place = keys.index(now)
    return keys[place - 1] if place else None


def is_begun(context: Context, dialog: Dialog) -> bool:
    """Return whether anything has been answered that could be lost."""
    declared = declared_of(context, dialog)
    if declared.is_begun is not None:
        return declared.is_begun(context, dialog)
    return any(each.key in dialog.answers for each in declared.questions)


def is_passing(talk: Talk[Any]) -> bool:
    """Return whether a dialog is dropped as soon as anything else is said: a passing one without an answer."""
    return talk.declared.passing and not is_begun(talk.context, talk.dialog)
