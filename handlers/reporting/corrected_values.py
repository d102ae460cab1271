"""Reading what a text puts right in a report: its numbers (刑拘应该是8个), or words of its note (是阿里，不是京东)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.plan.indicators import indicators
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
from data.understanding import Aim, IndicatorWords, says
from data.understanding.dialog.words_edited import words_replaced
from data.understanding.entities.amounts import find_amounts
from data.understanding.entities.codes import find_codes
from data.understanding.normalise.sentence import blank, clauses_of, normalise
from data.understanding.reporting.figure_parts import without_step
from data.understanding.reporting.numbers_put_right import number_correction, tells_more, word_correction
from handlers.reporting.statements import ADDS, Statement
from handlers.telegram import Context, hear, with_aim

BY_HOW_MUCH = "report_corrections.by_how_much"
"""Only says by how much a number is wrong: 移送多报了1件."""


def corrections_of_draft(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return the corrections of a draft in `text`, or None if it corrects nothing or says more. They count as stated if
    the text surely corrects."""
    known = tuple(indicators(context.db))
    text = put_right_outright(text, known, lambda: draft.figures or {})
    line = normalise(text)
    bare = blank(line, find_codes(line.lower(), context.bot_data.words.current().codes), " ")
    said = corrected_numbers(bare, _percent(draft), draft.figures or {}, draft.note or "", known)
    words = word_correction(text, draft.note or "") if said is None else None
    other = words_replaced(text, draft.note or "") if said is None and words is None else None
    if other is not None or (words is not None and words.alone):
        said = CorrectedNumbers(note=other or (words and words.note), surely=True)
    return _statement(context, draft, said, text) if said is not None else None


def corrections_among_others(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return the corrections of a draft in a text that also says other things (刑拘应该是8个，那个是取保), or None.
    They count as stated if the rest tells nothing (核实了，是4个)."""
    note, known = draft.note or "", tuple(indicators(context.db))
    if (words := word_correction(text, note)) is not None:
        return _statement(context, draft, CorrectedNumbers(note=words.note, surely=words.alone), text)
    if (grown := figure_that_grew(text, draft.figures or {}, note, known)) is not None:
        return _statement(context, draft, grown, text)
    clauses = clauses_of(text)
    numbers = [each for each in clauses if find_amounts(each.lower())]
    right = corrections_of_draft(context, draft, "，".join(numbers)) if 0 < len(numbers) < len(clauses) else None
    if right is None:
        wrong = [each for each in numbers if (said := number_correction(each)) is not None and said.wrong]
        numbers, right = (wrong, corrections_of_draft(context, draft, wrong[0])) if len(wrong) == 1 else (numbers, None)
    told = any(tells_more(each) for each in clauses if each not in numbers)
    return right and replace(right, stated=right.stated and not told)


def corrected_by_how_much(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return the figure of the draft that `text` corrects by a difference (移送多报了1件), by noughts (案值多写了个0)
    by a number alone that only it can take (12万), or by one apart from its name (案值漏了，补80万), or None."""
    before, known = draft.figures or {}, tuple(indicators(context.db))
    by_how_much = says(text, BY_HOW_MUCH)
    apart = None if by_how_much else figure_named_apart(text, known)
    right = figure_alone(text, before, known) or with_noughts_right(text, _percent(draft), before, known) or apart
    step = without_step(text) if right is None and by_how_much else None
    if step is not None:
        said = figures_said(step[0], known).figures or _of_the_only_one_it_fits(step[0], before, known)
        changed = {name: before[name] + step[1] * value for name, value in said.items() if name in before}
        right = CorrectedNumbers(figures=changed) if len(said) == 1 and changed and min(changed.values()) >= 0 else None
    if right is None:
        return None
    return replace(_statement(context, draft, right, text), adds=right is apart and says(text, ADDS))


def _of_the_only_one_it_fits(
    text: str, figures: Mapping[str, float], known: Sequence[IndicatorWords]
) -> Mapping[str, float]:
    """Return the only amount in a text as the figure that can have it as its value (多报了3件); empty if none can, or
    several."""
    line = normalise(text).lower()
    amounts = find_amounts(line)
    fits = the_only_one_it_fits(line[amounts[0].start : amounts[0].end], figures, known) if len(amounts) == 1 else None
    return fits.figures if fits is not None else {}


def _statement(context: Context, draft: Draft, said: CorrectedNumbers, text: str) -> Statement:
    """Return corrected values as a statement; a running total stays one, unless the text says that it is new."""
    figures = {**_figures_that_follow(context, draft, said.note), **said.figures}
    running = () if says(text, "report_corrections.new") else tuple(each for each in figures if each in draft.running)
    status = draft.status or Status.IN_PROGRESS
    return Statement(status, said.surely, said.percent, figures=figures, running=running, rewritten=said.note)


def _figures_that_follow(context: Context, draft: Draft, corrected: str | None) -> dict[str, float]:
    """Return the figures that were read from the draft's note and are read otherwise from the corrected one, if any."""
    if corrected is None:
        return {}
    figures, notes = draft.figures or {}, (draft.note or "", corrected)
    before, now = (with_aim(context, hear(context, each), Aim.REPORT).figures for each in notes)
    return {
        name: value for name, value in now.items() if before.get(name) == figures.get(name) != value and name in figures
    }


def _percent(draft: Draft) -> int | None:
    return draft.percent if draft.status in UNDER_WAY else None
