"""Changing answers in words, whichever question is open: a text is read clause by clause."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from data.errors import LeftAside, NothingToReplace, Refusal
from data.understanding import Aim, Mood, says
from data.understanding.dialog.lists_changed import ListChange, ListOrder, changed_list, list_orders_in, with_the_others
from data.understanding.dialog.words_edited import (
    drops_words,
    edit_of,
    edited_by_name,
    edited_words,
    name_given,
    words_instead,
)
from data.understanding.matters import MOST_HEARD
from data.understanding.normalise.sentence import Clause, clauses_of, normalise
from data.understanding.orders import kinds_said
from data.understanding.sureness import SURE
from handlers.dialog.declaration import NOT_TAKEN, LeavesNothing, PartlyRead, Talk, questions_of
from handlers.dialog.question import Answers, Members, Question
from handlers.dialog.transitions import with_text_added
from handlers.telegram import hear
from handlers.wording import NOTHING

LONGEST_REMARK = 12
"""Characters of a remark (太早了) that may be left aside beside a change, if it names nothing; the user is told."""


@dataclass
class _Changes:
    """What has been read in a text at a question (None: the preview), or in a `sentence` that begins the dialog and may
    say other things as well: answers, orders to lists, other clauses, and refusals."""

    talk: Talk[Any]
    question: Question[Any] | None
    sentence: bool = False
    several: bool = False
    given: dict[str, Any] = field(default_factory=dict)
    orders: dict[str, list[ListOrder]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    words_of: Question[Any] | None = None
    altered: Sequence[Any] | None = ()

    def read(self, clause: Clause) -> None:
        """Read what a clause changes: lists, words, another answer, or words continued from the clause before. Lists
        are changed even if another answer in the clause is refused (每月5号前各区报立案数)."""
        orders: dict[str, ListOrder] = {}
        is_refused = False
        if not self.sentence and (self.given or self.orders) and says(clause, "edits.stays"):
            return
        try:
            asks = {Mood.ASKS, Mood.WHETHER} & {*hear(self.talk.context, clause).moods} == {Mood.ASKS}
            given = {} if asks and not self.sentence else self._altered(clause)
            orders = {} if asks or given else self._orders(clause)
            if not given and (self.sentence or not orders):
                given = self._answers(clause, in_list=bool(orders), asks=asks)
        except Refusal as why:
            given, is_refused, self.altered = {}, True, None
            self.refused.append(why)
        for key, order in orders.items():
            self.orders.setdefault(key, []).append(order)
            self.altered = order.values if order.how is not ListChange.OUT else ()
        if given:
            self.given |= given
            self.talk = self._with(given)
        elif is_refused:
            return
        elif not orders and self.words_of is not None:
            self.given[self.words_of.key] = clause.behind(self.given[self.words_of.key], clause)
        elif not orders and not says(clause, "edits.of_a_list"):
            self.left.append(clause)
        elif not orders:
            self.orders = {key: with_the_others(each, clause) for key, each in self.orders.items()}

    def answers(self) -> Answers:
        """Return all answers. Raises a Refusal if a list cannot be changed as ordered."""
        given = {**self.given}
        for each in questions_of(self.talk):
            if each.members is not None and (orders := self.orders.get(each.key)):
                given |= self._given(each.members, orders, each.members.present(self.talk))
        return given

    def _given(self, members: Members[Any], orders: Sequence[ListOrder], present: Sequence[Any]) -> Answers:
        now = changed_list(orders, present, members.everything(self.talk))
        if now is None:
            raise NothingToReplace
        return members.given(self.talk, now)

    def _altered(self, clause: Clause) -> Answers:
        """Return the lists some members of which a clause changes, once what earlier clauses order of them is carried
        out: it is about what they leave (第4步不要，最后一步改到15号), or have added (海关也加一个，张三)."""
        before, self.altered = self.altered, ()
        for each in questions_of(self.talk):
            if each.members is None or (altered := each.members.altered) is None:
                continue
            talk = self._with(self._carried_out(each))
            now = altered(talk, clause, before)
            if now is not None:
                self._settle(each)
                present = each.members.present(talk)
                self.altered = [one for one in now if one not in present]
                return each.members.given(talk, now)
        return {}

    def _with(self, given: Answers) -> Talk[Any]:
        return self.talk.at(replace(self.talk.dialog, answers={**self.talk.answers, **given}))

    def _carried_out(self, question: Question[Any]) -> Answers:
        """Return the answers with what earlier clauses order of a list carried out; none if that leaves nothing. Of
        members that they only name, nothing is ordered, since those are altered now (洪山区，刘强 13800000001)."""
        members = question.members
        if members is not None and question.key in self.orders:
            present = members.present(self.talk)
            orders = [each for each in self.orders[question.key] if each.how or not {*each.values} <= {*present}]
            with suppress(*NOT_TAKEN):
                return self._given(members, orders, present)
        return {}

    def _settle(self, question: Question[Any]) -> None:
        """Carry out what earlier clauses order of a list, since this one changes what they leave."""
        given = self._carried_out(question)
        self.talk, self.given = self._with(given), {**self.given, **given}
        self.orders.pop(question.key, None)

    def _answers(self, clause: str, *, in_list: bool, asks: bool) -> Answers:
        self.words_of, words = None, self.words_of
        given = {} if in_list else edited_texts(self.talk, self.question, clause, sentence=self.sentence)
        if given:
            self.words_of = next(each for each in questions_of(self.talk) if each.key in given)
            self.words_of = None if self.words_of.is_name else self.words_of
        elif not asks:
            given = _other_answers(self.talk, self.question, clause)
            for each in questions_of(self.talk):
                if each.key in given and each.key in self.orders:
                    self._settle(each)
                    given = _other_answers(self.talk, self.question, clause)
            self.words_of = None if given else words
        return given

    def _orders(self, clause: str) -> dict[str, ListOrder]:
        """Return what a clause does to each list. A clause that only names members counts at the question for the list,
        at the preview, and at the question for a name if the text has several clauses, or the clause several members
        and no kind of paper (公安海关月报)."""
        said = normalise(clause).lowered()
        lists = {each.key: each.members for each in questions_of(self.talk) if each.members is not None}
        named = {key: members.named(self.talk, said) for key, members in lists.items()}
        orders = list_orders_in(said, named, strictly=not self.sentence)
        if self.sentence:
            return {key: order._replace(how=order.how or ListChange.ADDED) for key, order in orders.items()}
        asked = self.question.key if self.question and not (self.question.is_name and self.several) else None
        beside = {each.kind for each in kinds_said("edits.around", said)}
        is_list = self.question is not None and self.question.is_name and "fields" not in beside
        return {
            key: order
            for key, order in orders.items()
            if order.how or asked in (None, key) or (is_list and len(order.values) > 1)
        }


def changes_in(talk: Talk[Any], question: Question[Any] | None, text: str, *, ordered: bool = False) -> Answers:
    """Return the answers that a text changes at a question (None: the preview); none if it has more clauses than are
    heard, as prose does, or says anything else, unless it is known to be `ordered`. Raises a Refusal if no change can
    be made, and PartlyRead if some cannot or a remark is left aside."""
    if talk.declared.change is not None:
        return {}
    clauses = clauses_of(text, spaces=True)
    if len(clauses) > MOST_HEARD:
        return {}
    found = _Changes(talk, question, several=len(clauses) > 1)
    for clause in clauses:
        found.read(clause)
    if found.left and not _only_remarks(found):
        is_free = question is not None and question.free
        whole = edited_texts(talk, question, text) or ({} if is_free else _other_answers(talk, question, text))
        if whole or not ordered:
            return whole
    given = found.answers()
    if found.refused and not given:
        raise found.refused[0]
    why = [*found.refused, *([LeftAside("，".join(found.left))] if found.left else [])]
    if why:
        raise PartlyRead(given, why[0], NOTHING)
    return given


def opening_answers(talk: Talk[Any], text: str) -> tuple[Answers, Sequence[Refusal]]:
    """Return the answers in a sentence that begins a dialog, whatever else it says, and the refusals for the rest."""
    found = _Changes(talk, None, sentence=True)
    try:
        for clause in clauses_of(text, spaces=True)[:MOST_HEARD]:
            found.read(clause)
        return found.answers(), found.refused
    except Refusal as why:
        return found.given, [*found.refused, why]
    except LeavesNothing:
        return found.given, found.refused


def changed_answers(talk: Talk[Any], given: Answers) -> Answers:
    """Return those of the `given` answers that differ from the present ones."""
    return {key: value for key, value in given.items() if talk.answers.get(key) != value}


def edited_texts(talk: Talk[Any], question: Question[Any] | None, text: str, *, sentence: bool = False) -> Answers:
    """Return the free-text answers that a text edits, found by their label or by the words they contain."""
    of_words = [each for each in questions_of(talk) if each.free and each.change is None]
    for each in of_words:
        before = talk.answers.get(each.key) or ""
        label = str(each.label(talk.language))
        if each.skipped is not None and drops_words(label, text):
            return each.skipped
        named = edit_of(label, text)
        if named is not None:
            given = each.read(talk, named.words)
            return with_text_added(talk, each, given) if named.more else given
        if before and (now := edited_by_name(label, text, str(before))) is not None:
            return each.read(talk, now)
        if each.is_name and (name := name_given(text, beside=sentence)) is not None:
            return each.read(talk, name)
    for each in of_words:
        before = "" if each is question else talk.answers.get(each.key)
        if before is not None and not each.is_name and (now := edited_words(text, before)) is not None:
            return each.read(talk, now)
    written = [each for each in of_words if each is not question and talk.answers.get(each.key)]
    instead = words_instead(text) if len(written) == 1 else ""
    as_much = 2 * len(instead) >= len(str(talk.answers[written[0].key])) if instead else False
    if as_much and not hear(talk.context, instead).readings:
        return written[0].read(talk, instead)
    return {}


def _other_answers(talk: Talk[Any], question: Question[Any] | None, text: str) -> Answers:
    """Return changed answers that are neither lists nor free text. Raises a Refusal for one that cannot be made."""
    given: dict[str, Any] = {}
    by_name = question is None or says(hear(talk.context, text), "plan_changes.deadline_alone")
    for each in questions_of(talk):
        if each.change is not None and each.changed_anywhere:
            given |= each.change(talk, text)
        elif each.change is not None and each.changed_surely and by_name:
            with suppress(Refusal):
                given |= each.change(talk, text)
    return given


def _only_remarks(found: _Changes) -> bool:
    """Return whether the clauses beside a change name and ask nothing. At a free question they are the answer, and no
    remarks; beside members of a list that are only named they tell something else (海关的案值，应该是12万)."""
    orders = any(order.how for each in found.orders.values() for order in each)
    if not (found.given or orders) or (found.question is not None and found.question.free):
        return False
    return all(_is_a_remark(found.talk, each) for each in found.left)


def _is_a_remark(talk: Talk[Any], clause: str) -> bool:
    heard = hear(talk.context, clause)
    orders = heard.aim is not Aim.UNKNOWN and heard.confidence >= SURE
    return len(clause) <= LONGEST_REMARK and not heard.readings and Mood.ASKS not in heard.moods and not orders
