"""A text written at an open question, with the signs that tell whether it is the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Any

from data.errors import UnknownTask, UnknownUnit, Unread, unless
from data.errors.numbers import NoSuchIndicator
from data.plan.tasks import code_of_assignment
from data.understanding import Aim, Kind, Mood, Understanding, values_of
from data.understanding.dialog.turns import TurnMeaning, hear_turn
from handlers.dialog import NOT_TAKEN, PREVIEW, Question, Talk
from handlers.dialog.answers_in_text import answers_in
from handlers.dialog.changes import changed_answers
from handlers.dialog.words import WORDS
from handlers.telegram import Context
from handlers.wording import plain_word

IN_PASSING = (Aim.UNKNOWN, Aim.GREETING, Aim.THANKS, Aim.AGREE, Aim.REFUSE)
"""Aims that are never an order."""


class Reading(Enum):
    """What a question makes of a text: an answer, words that it knows and refuses (such as labels of other buttons), or
    nothing; ANY if any words may be the answer or be added to it."""

    ANSWERED = auto()
    REFUSED = auto()
    UNREAD = auto()
    ANY = auto()


@dataclass(eq=False)
class Reply:
    """A text at an open question (None: the preview), and the same text heard as a sentence of its own."""

    talk: Talk[Any]
    question: Question[Any] | None
    text: str
    heard: Understanding

    @property
    def context(self) -> Context:
        """The context of the person who wrote it."""
        return self.talk.context

    @property
    def is_free(self) -> bool:
        """Whether any words may be the answer."""
        return self.question is not None and self.question.free

    @property
    def is_verbatim(self) -> bool:
        """Whether the words are meant for others, whatever they ask for."""
        return self.question is not None and self.question.verbatim

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return Mood.ASKS in self.heard.moods

    @cached_property
    def turn(self) -> tuple[bool, float]:
        """Whether the model of turns hears something other than an answer, and how surely it hears what it does."""
        turn = hear_turn(self.heard, self.talk.declared.asked_as(self.question.key if self.question else PREVIEW))
        return turn.meaning is TurnMeaning.OTHER, turn.sureness

    @cached_property
    def reading(self) -> Reading:
        """What the question makes of the text."""
        if self.question is None:
            return Reading.ANY
        if plain_word(self.text) in WORDS:
            return Reading.REFUSED
        try:
            self.question.read(self.talk, self.text)
        except NOT_TAKEN as why:
            return Reading.UNREAD if _names_nothing(why) and not self.is_free else Reading.REFUSED
        return Reading.ANY if self.is_free else Reading.ANSWERED

    @cached_property
    def may_change_an_answer(self) -> bool:
        """Whether, at the preview, it may change an answer."""
        if self.question is not None:
            return False
        given = unless(NOT_TAKEN, answers_in, self.talk, self.text)
        return given is None or bool(changed_answers(self.talk, given))

    @cached_property
    def codes(self) -> Sequence[str]:
        """The codes of the tasks that the dialog is about."""
        about = self.talk.declared.assignment_ids(self.context, self.talk.dialog)
        return [code_of_assignment(self.context.db, each) for each in about]

    @property
    def is_a_code(self) -> bool:
        """Whether it is a task's code and nothing else."""
        return self.heard.task == self.text.strip()

    @property
    def names_a_code(self) -> bool:
        """Whether it contains a task's code."""
        return self.heard.names(Kind.CODE)

    @property
    def names_only_others(self) -> bool:
        """Whether it contains codes, of tasks or of none, but none of a task that the dialog is about."""
        named = [*values_of(self.heard, Kind.CODE), *values_of(self.heard, Kind.NO_CODE)]
        return bool(named) and set(named).isdisjoint(self.codes)

    @property
    def names_only_its_own(self) -> bool:
        """Whether it contains codes of tasks, and only of those that the dialog is about."""
        named = values_of(self.heard, Kind.CODE)
        return bool(named) and {*named} <= {*self.codes}

    @property
    def states(self) -> bool:
        """Whether it gives a percent, a status or figures."""
        return self.heard.percent is not None or self.heard.status is not None or bool(self.heard.figures)


def _names_nothing(why: Exception) -> bool:
    """Return whether a refused text names nothing like what was asked for."""
    if isinstance(why, NoSuchIndicator):
        return not why.beside
    if isinstance(why, UnknownTask):
        return not any(map(str.isdigit, why.code))
    return isinstance(why, Unread) or (isinstance(why, UnknownUnit) and not why.near)
