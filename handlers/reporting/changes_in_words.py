"""Changes in words to a report that is filled in: an answer by its name (状态改成受阻), or anything at its preview."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from data.errors import Refusal, TextMissing
from data.errors.reporting import CanFollow, PercentOutOfRange
from data.plan.indicators import indicators
from data.reporting.answers import FIXED, percent_so_far, with_present_percent
from data.reporting.drafts import UNDER_WAY, Draft, Step, checked_note
from data.reporting.forms import Form
from data.reporting.numbers_put_right import PERCENT, note_that_follows
from data.standing.standing import Status
from data.understanding import Kind, Mood, says, values_of
from data.understanding.dialog.turns import TurnMeaning, agrees, hear_turn
from data.understanding.dialog.words_edited import to_be_removed, with_words_added, with_words_removed
from data.understanding.normalise.sentence import normalise
from data.understanding.reporting.answer_names import (
    corrected_answers,
    corrects_answers,
    is_name_of,
    part_put_off,
    without_name,
)
from data.understanding.reporting.corrections import without_looking_back
from data.understanding.reporting.numbers_put_right import without_wrong
from data.understanding.statuses import denies_obstacles, without_denied_obstacles
from handlers.dialog import PREVIEW, Answers
from handlers.dialog.words import SKIPS, THAT_IS_ALL
from handlers.reporting.corrected_values import (
    corrected_by_how_much,
    corrections_among_others,
    corrections_of_draft,
)
from handlers.reporting.keyboard import STATUSES
from handlers.reporting.statements import AROUND, Statement, join_lines
from handlers.reporting.task_statements import assumed_statement_on_task, stated_answers, statement_on_task
from handlers.telegram import Context, hear, in_both_languages, plain_word

SURE_TO_ADD = 0.8
LEAST = 10
"""A bare number below this is not read as the percent of work reported as done (change it to 3)."""


def answers_changed_by(context: Context, form: Form, text: str) -> Answers:
    """Return the answers that `text` changes, by name or by what it says of status, percent and figures. A text
    that names another task by its code changes none."""
    draft = form.draft
    if agrees(text) or {*values_of(hear(context, text), Kind.CODE)} - {form.assignment.code}:
        return {}
    if part_put_off(text):
        raise CanFollow
    if corrects_answers(text):
        return answers_corrected_by(context, draft, text)
    for step in (Step.NOTE, Step.OBSTACLE):
        if (words := without_name(step, text)) != text:
            if step is Step.OBSTACLE:
                return _with_obstacle(draft, words, text)
            return {"note": checked_note(join_lines(draft.note, words)), **_figures_in(context, draft, words)}
    if (longer := with_words_added(text, draft.note or "")) is not None:
        return {"note": checked_note(longer)}
    if taken_out := answers_without(form, text):
        return taken_out
    by_how_much = corrected_by_how_much(context, draft, text)
    if by_how_much is None and says(text, "report_corrections.by_how_much"):
        return {}
    right = (
        None
        if by_how_much
        else corrections_of_draft(context, draft, text) or corrections_among_others(context, draft, text)
    )
    said = by_how_much or right or _said(context, draft, text)
    if said is None or said.faults:
        return {}
    given = stated_answers(context, draft, said)
    if right is None:
        given["note"] = _note_with_figures(context, draft, text, given["figures"])
        if _adds_to_it(context, text, said):
            given["note"] = checked_note(join_lines(given["note"], text))
    names = ["status", "percent", "figures", "running", "doubted", "note"]
    if _names_the_obstacle(draft, said):
        names.append("obstacle")
    return with_present_percent(form.assignment, {name: given[name] for name in names})


def _with_obstacle(draft: Draft, words: str, text: str) -> dict[str, Any]:
    """Return the answers for what stands in the way, named as such (困难：缺设备): the obstacle of blocked work. The
    name alone blocks nothing; of other work, or if it is nothing (困难：无), it is part of the note as written."""
    nothing = plain_word(words) in SKIPS | THAT_IS_ALL or denies_obstacles(normalise(words).lower())
    if nothing or draft.status is not Status.BLOCKED:
        return {"note": checked_note(join_lines(draft.note, text))}
    return {"obstacle": checked_note(join_lines(draft.obstacle, words))}


def _figures_in(context: Context, draft: Draft, words: str) -> Answers:
    """Return the answers for the figures in words meant for the note."""
    said = assumed_statement_on_task(context, draft, words)
    if said is None or said.faults or not said.figures:
        return {}
    given = stated_answers(context, draft, said)
    return {name: given[name] for name in ("figures", "running", "doubted")}


def says_more_than_changes(context: Context, form: Form, text: str) -> bool:
    """Return whether `text` says more than what it changes."""
    draft = form.draft
    if (
        answers_without(form, text)
        or with_words_added(text, draft.note or "") is not None
        or corrected_by_how_much(context, draft, text)
        or corrections_of_draft(context, draft, text)
        or _only_corrects(context, draft, text)
        or _stands_in_the_note(context, form, text)
    ):
        return False
    if corrections_among_others(context, draft, text):
        return True
    labelled = any(without_name(step, text) != text for step in (Step.NOTE, Step.OBSTACLE))
    said = None if labelled or corrects_answers(text) else _said(context, draft, text)
    if said is not None and _adds_to_it(context, text, said):
        return False
    if said is None or _names_the_obstacle(draft, said):
        return said is not None and bool(said.note)
    return bool(said.note or said.obstacle)


def _said(context: Context, draft: Draft, text: str) -> Statement | None:
    """Return what `text` says of the task, or None; a text meant to change or add is read as being about it (不对
    还在搞 七成; 再补一个 起诉2人), and a question never."""
    heard = hear(context, text)
    if Mood.ASKS in heard.moods:
        return None
    turn = hear_turn(text, PREVIEW, heard).meaning
    surely = assumed_statement_on_task(context, draft, text) if turn in (TurnMeaning.CHANGE, TurnMeaning.ADD) else None
    said = surely or statement_on_task(context, draft, text)
    few = said is not None and not said.stated and said.percent is not None and said.percent < LEAST
    return None if few and draft.status is Status.SUBMITTED and not any(sign in text for sign in PERCENT) else said


def _adds_to_it(context: Context, text: str, said: Statement) -> bool:
    """Return whether a text with new figures is surely meant to be added to the note: 还有查扣假药2吨."""
    turn = hear_turn(text, PREVIEW, hear(context, text))
    return bool(said.figures and said.note) and turn.meaning is TurnMeaning.ADD and turn.sureness >= SURE_TO_ADD


def _only_corrects(context: Context, draft: Draft, text: str) -> bool:
    """Return whether `text` says nothing beside the correction and its introductory words (少报了一个，抓了13人), or
    beside denying that the work is blocked, as it was reported to be (没有受阻，在办)."""
    rest = without_looking_back(without_denied_obstacles(text) if draft.status is Status.BLOCKED else text)
    said = assumed_statement_on_task(context, draft, rest) if rest != text else None
    return said is not None and not (said.note or said.obstacle)


def _stands_in_the_note(context: Context, form: Form, text: str) -> bool:
    """Return whether all that `text` says beside correcting words is in the note as it changes it (应写成查了四家)."""
    words = without_wrong(text).strip(AROUND)
    if not words or words == text.strip(AROUND):
        return False
    with suppress(Refusal):
        return words in (answers_changed_by(context, form, text).get("note") or "")
    return False


def _names_the_obstacle(draft: Draft, said: Statement) -> bool:
    """Return whether the statement gives the obstacle that would be asked for next."""
    return said.status is Status.BLOCKED and bool(said.obstacle) and not draft.obstacle


_STATUS = {words: status for wording, status in STATUSES for words in in_both_languages(wording)}


def answers_corrected_by(context: Context, draft: Draft, text: str) -> dict[str, Any]:
    """Return the draft's answers with those that `text` corrects by name. Raises the Refusal of a value that cannot be
    taken."""
    now = draft
    for name, value in corrected_answers(text):
        if not value:
            raise TextMissing
        now = replace(now, **_answers(context, now, Step(name), value))
    names = ("status", "percent", "note", "obstacle", "figures", "running", "doubted")
    return {name: getattr(now, name) for name in names}


def answers_without(form: Form, text: str) -> dict[str, Any]:
    """Return the answers without what `text` asks to take out: words, a figure or the percent; empty if there is no
    such thing. The texts stay as they are if only the percent or a figure without its number is named."""
    words, draft = to_be_removed(text), form.draft
    if says(text, "removals.of_the_files"):
        return {"evidence": not form.files}
    if words is None:
        return {}
    if is_name_of(Step.PERCENT, words) and draft.status in UNDER_WAY:
        return {"percent": percent_so_far(form.assignment)}
    if is_name_of(Step.NOTE, words):
        return {"note": ""}
    named = {each.name for each in form.indicators if any(name in words for name in (each.name, *each.aliases))}
    gone = named & set(draft.figures or {})
    texts = {"note": draft.note or "", "obstacle": draft.obstacle or ""}
    if gone and not any(map(str.isnumeric, words)):
        texts = {}
    given: dict[str, Any] = {name: with_words_removed(held, words) for name, held in texts.items()}
    given = {name: value for name, value in given.items() if value != texts[name]}
    for name in ("figures", "running", "doubted") if gone else ():
        given[name] = {each: value for each, value in (getattr(draft, name) or {}).items() if each not in gone}
    return given


def _answers(context: Context, draft: Draft, step: Step, value: str) -> dict[str, Any]:
    if step is Step.NOTE:
        return {"note": checked_note(value)}
    if step is Step.OBSTACLE:
        return _with_obstacle(replace(draft, obstacle=None), value, value)
    status = _STATUS.get(plain_word(value))
    if step is Step.STATUS and status is not None:
        percent = draft.percent if {draft.status, status} <= set(UNDER_WAY) else None
        return {"status": status, "percent": FIXED.get(status, percent)}
    said = statement_on_task(context, draft, value)
    if said is None:
        raise PercentOutOfRange(value) if step is Step.PERCENT else TextMissing
    if said.faults:
        raise said.faults[0]
    return stated_answers(context, draft, said)


def _note_with_figures(context: Context, draft: Draft, text: str, figures: Mapping[str, float] | None) -> str | None:
    """Return the draft's note with its numbers changed along with the figures, or None."""
    if not draft.note or not figures:
        return draft.note
    return note_that_follows(draft.note, text, draft.figures or {}, figures, tuple(indicators(context.db)))
