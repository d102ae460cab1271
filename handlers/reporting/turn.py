"""A text about a report that is being filled in, read once: what it tells of the task, and what it puts right.

It is read as if the task's code stood before it, so that 做完了 and 80%，已发通知 mean what they mean behind a code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from data.plan.indicators import indicators
from data.plan.tasks import code_of_assignment
from data.reporting import answers
from data.reporting.drafts import UNDER_WAY, Draft
from data.reporting.figures import figures_said
from data.reporting.numbers_put_right import (
    CorrectedNumbers,
    corrected_numbers,
    put_right_outright,
    the_only_one_it_fits,
)
from data.reporting.slips_of_numbers import figure_alone, figure_named_apart, figure_that_grew, with_noughts_right
from data.standing.standing import Status
from data.understanding import Aim, IndicatorWords, Intent, Mood, Reading, Understanding, says
from data.understanding.dialog.turns import HeardTurn, TurnMeaning, agrees, hear_turn
from data.understanding.dialog.words_edited import words_replaced
from data.understanding.entities.amounts import find_amounts
from data.understanding.entities.codes import find_codes
from data.understanding.entities.figure_names import names_in
from data.understanding.entities.percents import last_percent, percent_answered, read_percent
from data.understanding.normalise.sentence import blank, clauses_of, normalise
from data.understanding.not_yet import is_all_ahead
from data.understanding.reporting.corrections import adds_its_numbers, without_looking_back
from data.understanding.reporting.figure_parts import without_step
from data.understanding.reporting.numbers_put_right import number_correction, tells_more, word_correction
from data.understanding.statuses import UNFINISHED, denies_obstacles, find_statuses, without_denied_obstacles
from handlers.reporting.statements import UNSAID, Statement, draft_answers_with, figure_answers_with, statement_of
from handlers.telegram import Context, hear, hear_report, with_aim

BY_HOW_MUCH = "report_corrections.by_how_much"
"""Only says by how much a number is wrong: 移送多报了1件."""


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
        """The numbers (刑拘应该是8个) or words of the note (是阿里，不是京东) that it puts right in the report, if it
        says nothing else. They count as stated if it surely corrects."""
        note, had = self.draft.note or "", self.draft.figures or {}
        text = put_right_outright(self.text, self._known, lambda: had)
        line = normalise(text)
        bare = blank(line, find_codes(line.lower(), self.context.bot_data.words.current().codes), " ")
        said = corrected_numbers(bare, self._percent, had, note, self._known)
        words = word_correction(text, note) if said is None else None
        other = words_replaced(text, note) if said is None and words is None else None
        if other is not None or (words is not None and words.alone):
            said = CorrectedNumbers(note=other or (words and words.note), surely=True)
        return self._corrected(said, text) if said is not None else None

    @cached_property
    def right_among_others(self) -> Statement | None:
        """What it puts right in the report while it also says other things (刑拘应该是8个，那个是取保). It counts as
        stated if the rest tells nothing (核实了，是4个)."""
        note = self.draft.note or ""
        if (words := word_correction(self.text, note)) is not None:
            return self._corrected(CorrectedNumbers(note=words.note, surely=words.alone), self.text)
        if (grown := figure_that_grew(self.text, self.draft.figures or {}, note, self._known)) is not None:
            return self._corrected(grown, self.text)
        clauses = clauses_of(self.text)
        numbers = [each for each in clauses if find_amounts(each.lower())]
        whole = number_correction(self.text)
        apart = 0 < len(numbers) < len(clauses) and not (whole and whole.of_another)
        right = replace(self, text="，".join(numbers)).right if apart else None
        if right is None:
            wrong = [each for each in numbers if (said := number_correction(each)) is not None and said.wrong]
            numbers, right = (wrong, replace(self, text=wrong[0]).right) if len(wrong) == 1 else (numbers, None)
        told = any(tells_more(each) for each in clauses if each not in numbers)
        return right and replace(right, stated=right.stated and not told)

    @cached_property
    def right_by_how_much(self) -> Statement | None:
        """The figure of the report that it puts right by a difference (移送多报了1件), by noughts (案值多写了个0), by a
        number alone that only it can take (12万), or by one apart from its name (案值漏了，补80万)."""
        text, before, known = self.text, self.draft.figures or {}, self._known
        by_how_much = says(text, BY_HOW_MUCH)
        apart = None if by_how_much else figure_named_apart(text, known)
        right = figure_alone(text, before, known) or with_noughts_right(text, self._percent, before, known) or apart
        step = without_step(text) if right is None and by_how_much else None
        if step is not None:
            said = figures_said(step[0], known).figures or self._of_the_only_one_it_fits(step[0])
            held = {name: value for name, value in said.items() if name in before}
            changed = {name: self._stepped(before[name], step[1], value) for name, value in held.items()}
            is_one = len(said) == 1 and bool(changed) and min(changed.values()) >= 0
            right = CorrectedNumbers(figures=changed) if is_one else None
        if right is None:
            return None
        return replace(self._corrected(right, text), adds=right is apart and adds_its_numbers(text))

    def _stepped(self, before: float, sign: int, value: float) -> float:
        """Return a figure said to be wrong as it should be: it differs by `value`, or is that if a pause stands before
        it and it is on the right side of what it was."""
        is_right = says(self.text, "figure_parts.pause") and sign * value > sign * before
        return value if is_right else before + sign * value

    def _of_the_only_one_it_fits(self, text: str) -> Mapping[str, float]:
        """Return the only amount in a text as the only figure that can have it as its value (多报了3件), or nothing."""
        line = normalise(text).lower()
        amounts = find_amounts(line)
        words = line[amounts[0].start : amounts[0].end] if len(amounts) == 1 else ""
        fits = the_only_one_it_fits(words, self.draft.figures or {}, self._known) if words else None
        return fits.figures if fits is not None else {}

    def _corrected(self, said: CorrectedNumbers, text: str) -> Statement:
        """Return corrected values as a statement, with the figures that follow from the note as it is then; a running
        total stays one, unless the text says that it is new, as does what the text says to be one."""
        figures = {**self._figures_that_follow(said.note), **said.figures}
        is_new = says(text, "report_corrections.new")
        totals = {*self.draft.running, *figures_said(text, self._known).running}
        running = () if is_new else tuple(each for each in figures if each in totals)
        status = self.draft.status or Status.IN_PROGRESS
        return Statement(status, said.surely, said.percent, figures=figures, running=running, rewritten=said.note)

    def _figures_that_follow(self, corrected: str | None) -> dict[str, float]:
        """Return the figures that were read from the draft's note and are read otherwise from the corrected one."""
        if corrected is None:
            return {}
        figures, notes = self.draft.figures or {}, (self.draft.note or "", corrected)
        before, now = (with_aim(self.context, hear(self.context, each), Aim.REPORT).figures for each in notes)
        had = {name: value for name, value in figures.items() if before.get(name) == value}
        return {name: now[name] for name, value in had.items() if now.get(name, value) != value}

    @cached_property
    def _known(self) -> tuple[IndicatorWords, ...]:
        return tuple(indicators(self.context.db))

    @property
    def _percent(self) -> int | None:
        return self.draft.percent if self.draft.status in UNDER_WAY else None

    @property
    def figures(self) -> Mapping[str, Any]:
        """The answers for the figures that it tells, none if it tells none."""
        said = self.told
        counts = said is not None and said.has_figures and not said.faults
        return figure_answers_with(self.context, self.draft, said) if said and counts else {}

    def answers(self, said: Statement) -> dict[str, Any]:
        """Return a statement's answers, without a status that only follows from a note or figures, or an empty note."""
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
    right = number_correction(line)
    counts = bool(names_in(line, context.bot_data.words.current().indicators)) or (right and right.of_another)
    if meaning.percent is None and not counts and (percent := last_percent(line)) is not None:
        note = "" if len(line) > 1 and read_percent(line) is not None else meaning.note
        meaning = replace(meaning, percent=percent, note=note)
    said = statement_of(meaning)
    return said if said is not None and said.tells_more_than_a_note else None
