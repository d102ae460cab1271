"""A text about a report that is being filled in, read once: what it tells of the task, and what it puts right.

It is read as if the task's code stood before it, so that 做完了 and 80%，已发通知 mean what they mean behind a code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from data.plan.tasks import code_of_assignment
from data.reporting import answers
from data.reporting.drafts import Draft
from data.standing.standing import Status
from data.understanding import Intent, Mood, Reading, Understanding, says
from data.understanding.dialog.turns import HeardTurn, TurnMeaning, agrees, hear_turn
from data.understanding.entities.figure_names import names_in
from data.understanding.entities.percents import last_percent, percent_answered, read_percent
from data.understanding.normalise.sentence import normalise
from data.understanding.not_yet import is_all_ahead
from data.understanding.reporting.corrections import without_looking_back
from data.understanding.statuses import UNFINISHED, denies_obstacles, find_statuses, without_denied_obstacles
from handlers.reporting import corrected_values
from handlers.reporting.statements import UNSAID, Statement, draft_answers_with, figure_answers_with, statement_of
from handlers.telegram import Context, hear, hear_report


@dataclass(frozen=True)
class Turn:
    """A text about a report as it stands; each part of it is read when it is first needed, and only once."""

    context: Context
    draft: Draft
    text: str

    @cached_property
    def heard(self) -> Understanding:
        """The text as a sentence of its own."""
        return hear(self.context, self.text)

    @cached_property
    def meaning(self) -> HeardTurn:
        """What it does at the open question, and how surely."""
        return hear_turn(self.heard, self.draft.step)

    def means(self, meaning: TurnMeaning, sureness: float = 0) -> bool:
        """Return whether this is what it does at the open question, with at least this sureness."""
        return self.meaning.meaning is meaning and self.meaning.sureness >= sureness

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return Mood.ASKS in self.heard.moods

    @cached_property
    def statuses(self) -> Sequence[Reading]:
        """The statuses that it names."""
        return [*find_statuses(self.line)]

    @cached_property
    def line(self) -> str:
        """The text as its words are looked up."""
        return normalise(self.text).lower()

    @cached_property
    def told(self) -> Statement | None:
        """The status, percent and figures that it tells, with what else it says; None if it tells none of them, asks,
        only agrees (好) or only supposes that the work is done (应该算完成了). If the report says done or blocked, "not
        done" or "not blocked" means that the work goes on."""
        if self._only_agrees or self._is_a_plan:
            return None
        if self.draft.status is Status.BLOCKED and denies_obstacles(self.line):
            return self._told_of_unblocked()
        said = told_of_task(self.context, self._code, self.text)
        if said and said.status is Status.SUBMITTED and not said.note and Mood.INTENDS in self.heard.moods:
            return None
        if self.denies_done and not (said and (said.stated or said.percent is not None)):
            return replace(said or Statement(Status.IN_PROGRESS), status=Status.IN_PROGRESS, stated=True)
        return self.as_it_stood(said)

    @cached_property
    def told_with_percent(self) -> Statement | None:
        """What it tells where a percent is asked for, with the one that it asks to put down (确认了还是70)."""
        percent = percent_answered(self.line)
        if percent is None:
            return self.told
        said = self.told or self.reported if any(map(str.isalpha, self.text)) else None
        return replace(said or UNSAID, percent=percent)

    @cached_property
    def reported(self) -> Statement | None:
        """What it tells if it is heard as a report behind the task's code, even if that is nothing but a note."""
        heard = hear(self.context, f"{self._code} {self.text}")
        if self._only_agrees or self._is_a_plan or heard.intent is not Intent.REPORT:
            return None
        return self.as_it_stood(statement_of(heard))

    @cached_property
    def right(self) -> Statement | None:
        """What it puts right in the report, if it says nothing else."""
        return corrected_values.corrections_of_draft(self.context, self.draft, self.text)

    @cached_property
    def right_among_others(self) -> Statement | None:
        """What it puts right in the report while it also says other things."""
        return corrected_values.corrections_among_others(self.context, self.draft, self.text)

    @cached_property
    def right_by_how_much(self) -> Statement | None:
        """The number of the report that it puts right without naming it in full."""
        return corrected_values.corrected_by_how_much(self.context, self.draft, self.text)

    @property
    def figures(self) -> Mapping[str, Any]:
        """The answers for the figures that it tells, none if it tells none."""
        said = self.told
        counts = said is not None and said.has_figures and not said.faults
        return figure_answers_with(self.context, self.draft, said) if said and counts else {}

    def answers(self, said: Statement) -> dict[str, Any]:
        """Return the answers of a statement, without a status that only follows from a note or figures, and without an
        empty note."""
        given = draft_answers_with(self.context, self.draft, said)
        if not said.stated and said.percent is None:
            given["status"], given["percent"] = self.draft.status, self.draft.percent
        if not said.note and said.rewritten is None:
            given["note"] = self.draft.note
        return given

    @property
    def _code(self) -> str:
        return code_of_assignment(self.context.db, self.draft.assignment_id)

    @property
    def _only_agrees(self) -> bool:
        return agrees(self.text) and not self.statuses

    def _told_of_unblocked(self) -> Statement:
        """Return what is told beside denying that the work is blocked (没有受阻，办完了); without a word for a status,
        the work goes on. What else it says is the note."""
        rest = without_denied_obstacles(self.text)
        said = told_of_task(self.context, self._code, rest) if rest else None
        said = said or Statement(Status.IN_PROGRESS, note=self.text if rest else "")
        return said if said.stated else replace(said, status=Status.IN_PROGRESS, stated=True)

    def as_it_stood(self, said: Statement | None) -> Statement | None:
        """Return a statement without what no word of it says: that blocked work goes on (等省局方案，经费也没下来), or
        that work reported as done does (材料已附), unless something is said not to be done."""
        status = self.draft.status
        goes_on = said is not None and said.stated and said.status is Status.IN_PROGRESS
        says_so = self.statuses or says(self.line, "asked.goes_on_again")
        if status is Status.SUBMITTED:
            unfinished = self.denies_done or bool(UNFINISHED.find(self.line))
            says_so = says_so or unfinished or (said is not None and said.percent is not None)
        if said is None or status not in (Status.BLOCKED, Status.SUBMITTED) or not goes_on or says_so:
            return said
        return replace(said, status=status, stated=False)

    @cached_property
    def denies_done(self) -> bool:
        """Whether it says that work reported as done is not done."""
        return any(answers.contradicts(self.draft, each) for each in (self.text, without_looking_back(self.text)))

    @cached_property
    def _is_a_plan(self) -> bool:
        """Whether all of it is to be done by a day to come (12月20日前完成)."""
        return is_all_ahead(self.line, self.context.today, by_then=True)


def told_of_task(context: Context, code: str, text: str) -> Statement | None:
    """Return the status, percent and figures in a text known to be about a task, or None for a question or if it tells
    none of them; a bare number is the percent (不对是70), unless it belongs to a named figure."""
    meaning = hear_report(context, code, text)
    if Mood.ASKS in meaning.moods:
        return None
    line = normalise(text).lower()
    counts = names_in(line, context.bot_data.words.current().indicators)
    if meaning.percent is None and not counts and (percent := last_percent(line)) is not None:
        note = "" if len(line) > 1 and read_percent(line) is not None else meaning.note
        meaning = replace(meaning, percent=percent, note=note)
    said = statement_of(meaning)
    return said if said is not None and said.tells_more_than_a_note else None
