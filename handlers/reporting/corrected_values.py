"""Reading what a text corrects in a report: its numbers (刑拘应该是8个), or words of its note (是阿里，不是京东)."""

from collections.abc import Mapping
from dataclasses import replace

from data.plan.indicators import indicators
from data.reporting.drafts import UNDER_WAY, Draft
from data.reporting.figures import figures_said
from data.reporting.numbers_put_right import corrected_numbers
from data.reporting.slips_of_numbers import figure_alone, with_noughts_right
from data.standing.standing import Status
from data.understanding import Aim, Kind, of_kind, says
from data.understanding.entities.amounts import find_amounts
from data.understanding.normalise.sentence import CLAUSE, blank
from data.understanding.reporting.figure_parts import without_step
from data.understanding.reporting.numbers_put_right import tells_more, word_correction
from handlers.reporting.statements import Statement
from handlers.telegram import Context, hear, with_aim


def corrections_of_draft(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return the corrections of a draft in `text`, or None if it corrects nothing or says more. A running
    total that is corrected stays one."""
    status = draft.status or Status.IN_PROGRESS
    right = corrections_of_report(context, status, draft.percent, draft.figures or {}, draft.note or "", text)
    if right is None or not right.figures or says(text, "report_corrections.new"):
        return right
    return replace(right, running=tuple(each for each in right.figures if each in draft.running))


def corrections_among_others(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return the corrections of a draft in a text that also says other things (刑拘应该是8个，那个是取保), or None.
    They count as stated if the rest tells nothing (核实了，是4个)."""
    if (words := word_correction(text, draft.note or "")) is not None:
        figures = _figures_that_follow(context, draft.note or "", words.note, draft.figures or {})
        return Statement(draft.status or Status.IN_PROGRESS, words.alone, figures=figures, rewritten=words.note)
    clauses = [each[0] for each in CLAUSE.finditer(text) if each[0].strip()]
    numbers = [each for each in clauses if find_amounts(each.lower())]
    right = corrections_of_draft(context, draft, "，".join(numbers)) if 0 < len(numbers) < len(clauses) else None
    told = any(tells_more(each) for each in clauses if each not in numbers)
    return replace(right, stated=right.stated and not told) if right is not None else None


def corrections_of_report(
    context: Context, status: Status, percent: int | None, figures: Mapping[str, float], note: str, text: str
) -> Statement | None:
    """Return what `text` corrects of a report's numbers, by `corrected_numbers`, or else of its note's words; None if
    nothing. It counts as stated if the text surely corrects."""
    meaning, known = hear(context, text), tuple(indicators(context.db))
    bare = blank(meaning.text, of_kind(meaning, Kind.CODE), " ")
    said = corrected_numbers(bare, percent if status in UNDER_WAY else None, figures, note, known)
    if said is not None:
        follow = _figures_that_follow(context, note, said.note or note, figures)
        return Statement(status, said.surely, said.percent, figures={**follow, **said.figures}, rewritten=said.note)
    words = word_correction(text, note)
    if words is None or not words.alone:
        return None
    return Statement(status, figures=_figures_that_follow(context, note, words.note, figures), rewritten=words.note)


def _figures_that_follow(
    context: Context, note: str, corrected: str, figures: Mapping[str, float]
) -> Mapping[str, float]:
    """Return the figures that were read from a note and are read otherwise from the corrected one."""
    if note == corrected:
        return {}
    before, now = (with_aim(context, hear(context, each), Aim.REPORT).figures for each in (note, corrected))
    return {
        name: value for name, value in now.items() if name in figures and before.get(name) == figures[name] != value
    }


def corrected_by_how_much(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return the figure of the draft that `text` corrects by a difference (移送多报了1件), by noughts (案值多写了个0)
    or by a number alone that only it can take (12万), or None."""
    if (alone := _number_alone(context, draft, text)) is not None:
        return alone
    step = without_step(text) if says(text, "report_corrections.by_how_much") else None
    said = figures_said(step[0], indicators(context.db)).figures if step is not None else {}
    before = draft.figures or {}
    right = {name: before[name] + step[1] * value for name, value in said.items() if step and name in before}
    if len(said) != 1 or not right or min(right.values()) < 0:
        return None
    return Statement(draft.status or Status.IN_PROGRESS, stated=False, figures=right)


def _number_alone(context: Context, draft: Draft, text: str) -> Statement | None:
    figures, known = draft.figures or {}, indicators(context.db)
    percent = draft.percent if draft.status in UNDER_WAY else None
    right = figure_alone(text, figures, known) or with_noughts_right(text, percent, figures, known)
    if right is None:
        return None
    return Statement(draft.status or Status.IN_PROGRESS, stated=False, percent=right.percent, figures=right.figures)
