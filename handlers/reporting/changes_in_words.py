"""Changes in words to a report that is filled in: an answer by its name (状态改成受阻), or anything at its preview."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from data.errors import TextMissing
from data.errors.reporting import CanFollow, FilesComeHere, PercentOutOfRange
from data.plan.indicators import indicators
from data.reporting.answers import answers_without_figures, with_present_percent
from data.reporting.drafts import FIGURE_ANSWERS, UNDER_WAY, Draft, Step, checked_note
from data.reporting.forms import Form
from data.reporting.numbers_put_right import note_that_follows
from data.standing.standing import Status
from data.understanding import Kind, find_order, of_kind, says, values_of
from data.understanding.dialog.turns import TurnMeaning, agrees
from data.understanding.dialog.words_edited import (
    edited_by_name,
    to_be_removed,
    with_clause_put_right,
    with_words_added,
    with_words_removed,
)
from data.understanding.entities.amounts import PERCENT
from data.understanding.entities.percent_forms import numbers_said
from data.understanding.entities.percents import without_percent
from data.understanding.normalise.sentence import clauses_of, first_clause, normalise
from data.understanding.orders import quoted
from data.understanding.reporting.answer_names import (
    corrected_answers,
    corrections_behind,
    corrects_answers,
    is_all_of_the_note,
    is_name_of,
    part_put_off,
    sends_files,
    without_name,
)
from data.understanding.reporting.corrections import more_percent, right_instead, without_looking_back
from data.understanding.reporting.numbers_put_right import without_leads, without_wrong
from data.understanding.reports import only_announces, without_done
from data.understanding.statuses import denies_obstacles, without_denied_obstacles
from data.understanding.sureness import SURE
from handlers.dialog import Answers
from handlers.dialog.words import says_nothing_more
from handlers.reporting.statements import AROUND, Statement, join_lines
from handlers.reporting.turn import BY_HOW_MUCH, Turn
from handlers.telegram import Context

ALL = 100
LEAST = 10
"""A bare number below this is not read as the percent of work reported as done (change it to 3)."""


def answers_changed_by(context: Context, form: Form, text: str) -> tuple[Answers, bool]:
    """Return the answers that `text` changes, by name or by what it says of status, percent and figures, none if it
    names another task by its code; and whether it says more than they do."""
    draft = form.draft
    turn = Turn(context, replace(draft, step=Step.PREVIEW), text)
    if agrees(text) or {*values_of(turn.heard, Kind.CODE)} - {form.assignment.code}:
        return {}, False
    if part_put_off(text):
        if gone := answers_without(form, text):
            return gone, False
        raise CanFollow
    if sends_files(text):
        raise FilesComeHere
    if corrects_answers(text):
        return answers_corrected_by(context, draft, text), False
    words, corrected = corrections_behind(text)
    if corrected:
        return _with_more(context, form, answers_corrected_by(context, draft, corrected), words)
    by_how_much = says(text, BY_HOW_MUCH)
    if not by_how_much and (given := answers_added(turn) or answers_without(form, text)):
        return given, False
    right = turn.right_by_how_much
    outright = None if right is not None and says(first_clause(text), BY_HOW_MUCH) else turn.right
    if right is None and by_how_much:
        return {}, False
    if right is None or (outright is not None and outright.figures == right.figures and not right.adds):
        right = outright
    among = turn.right_among_others if right is None else None
    if right is None and among is None and (gone := answers_without(form, first := first_clause(text))):
        rest = text.partition(first)[2].strip(AROUND)
        return _with_more(context, form, gone, rest if any(map(str.isnumeric, rest)) else "")
    said = right or among or _told(turn)
    clause = None if right or among or turn.asks else with_clause_put_right(draft.note or "", right_instead(text))
    if clause and not (said and (turn.statuses or said.percent is not None or said.has_figures)):
        return {"note": checked_note(clause)}, False
    if said is None or said.faults or (right is None and _only_guesses_how_it_stood(turn, said)):
        return {}, False
    given = turn.answers(_with_percent_added(draft, said, text))
    if said.rewritten is None:
        known = tuple(indicators(context.db))
        given["note"] = draft.note and note_that_follows(
            draft.note, text, draft.figures or {}, given["figures"] or {}, known
        )
    if takes_back := turn.denies_done and given["status"] is Status.IN_PROGRESS:
        given["note"] = without_done(given["note"] or "")
    adds_figures = bool(said.figures and said.note) and turn.means(TurnMeaning.ADD, SURE)  # 还有查扣假药2吨
    if adds := (takes_back and says(text, "asked.left_to_do")) or adds_figures:
        given["note"] = checked_note(join_lines(given["note"], text))
    names = ["status", "percent", *FIGURE_ANSWERS, "note"]
    if blocks := said.status is Status.BLOCKED and bool(said.obstacle) and not draft.obstacle:
        names.append("obstacle")
    given = with_present_percent(form.assignment, {name: given[name] for name in names})
    left = among is not None or bool(said.note) or bool(said.obstacle and not blocks)
    changed = differing(draft, given)
    if right is None and not (changed or said.tells_more_than_a_note):
        return {}, False
    if right is None and left and not adds and _tells_more(turn, said, given["note"] or ""):
        return ({**changed, "note": clause}, False) if clause else (changed, bool(changed))
    return given, False


def differing(draft: Draft, given: Answers) -> Answers:
    """Return those of the answers that differ from the present ones."""
    return {name: value for name, value in given.items() if value != getattr(draft, name)}


def _with_more(context: Context, form: Form, changed: Answers, words: str) -> tuple[Answers, bool]:
    """Return answers that are changed, with those that other words change, and whether the words say more."""
    then = replace(form, draft=replace(form.draft, **changed))
    given, says_more = answers_changed_by(context, then, words) if words else ({}, False)
    return {**changed, **given}, says_more or not given


def _with_percent_added(draft: Draft, said: Statement, text: str) -> Statement:
    """Return a statement with its percent added to the report's, if the text says it is more by that (又推进10%)."""
    more = more_percent(text) if said.percent and draft.status in UNDER_WAY else None
    if more is None or more != said.percent or more + (draft.percent or 0) > ALL:
        return said
    return replace(said, percent=more + (draft.percent or 0))


def _told(turn: Turn) -> Statement | None:
    """Return what a text tells at the preview, or None; if it is meant to change or add, it is read as being about the
    report (不对 还在搞 七成; 再补一个 起诉2人), and a question never."""
    if turn.asks:
        return None
    surely = turn.told if turn.meaning.meaning in (TurnMeaning.CHANGE, TurnMeaning.ADD) else None
    said = surely or turn.reported
    few = said is not None and not said.stated and said.percent is not None and said.percent < LEAST
    is_counted = few and turn.draft.status is Status.SUBMITTED and not any(sign in turn.text for sign in PERCENT)
    return None if is_counted else said


def _only_guesses_how_it_stood(turn: Turn, said: Statement) -> bool:
    """Return whether a statement is only the status that the report has already, without a word for it."""
    says_more = said.note or said.obstacle or said.figures or said.rewritten is not None or said.percent is not None
    return said.status is turn.draft.status and not turn.statuses and not says_more


def _tells_more(turn: Turn, said: Statement, note: str) -> bool:
    """Return whether a text tells more than what is `said` in it and stands in the `note`, as a whole or by clauses."""
    is_blocked = turn.draft.status is Status.BLOCKED
    rest = without_looking_back(without_denied_obstacles(turn.text) if is_blocked else turn.text)
    return not (
        _is_taken(replace(turn, text=rest), said, note)
        or all(_is_taken(replace(turn, text=each), said, note) for each in clauses_of(rest))
    )


def _is_taken(turn: Turn, said: Statement, note: str) -> bool:
    """Return whether a text has nothing beside corrections, values of the report but no other status, words of the note
    and agreement."""
    told = turn.told
    if turn.right or (told and not (told.note or told.obstacle or (told.stated and told.status is not said.status))):
        return True
    words = without_leads(without_wrong(turn.text)).strip(AROUND)
    return words in note or agrees(turn.text) or not any(map(str.isalnum, words))


def answers_corrected_by(context: Context, draft: Draft, text: str) -> dict[str, Any]:
    """Return the draft's answers with those that `text` corrects by name. Raises the Refusal of an impossible value."""
    now = draft
    for name, value in corrected_answers(text):
        if not value:
            raise TextMissing
        now = replace(now, **_answers(Turn(context, now, value), Step(name)))
    names = ("status", "percent", "note", "obstacle", *FIGURE_ANSWERS)
    return {name: getattr(now, name) for name in names}


def _answers(turn: Turn, step: Step) -> Answers:
    """Return the answers for a value given by the name of its question."""
    if step is Step.NOTE:
        return {"note": checked_note(turn.text)}
    if step is Step.OBSTACLE:
        return _with_obstacle(replace(turn.draft, obstacle=None), turn.text, turn.text)
    if turn.reported is None:
        raise PercentOutOfRange(turn.text) if step is Step.PERCENT else TextMissing
    if turn.reported.faults:
        raise turn.reported.faults[0]
    return turn.answers(turn.reported)


def answers_added(turn: Turn) -> Answers:
    """Return the answers for words behind the name of the note or obstacle (情况：开了会) or to be added to the note
    (再加一句：…), with the figures of what is only added (补充：又抓了3个); empty if there are none."""
    draft, text = turn.draft, _without_its_code(turn)
    if (words := without_name(Step.NOTE, text)) != text:
        words = _without_its_code(Turn(turn.context, draft, words))
        named = Turn(turn.context, draft, words)
        if named.told and named.told.is_bare:
            return named.answers(named.told)
        before = None if is_all_of_the_note(text) else draft.note
        note = _put_right(before, words) or join_lines(before, words)
        return {**named.figures, "note": checked_note(note)}
    if (words := without_name(Step.OBSTACLE, text)) != text:
        right = _put_right(draft.obstacle, words)
        return _with_obstacle(replace(draft, obstacle=None) if right else draft, right or words, text)
    before = draft.note or ""
    longer = with_words_added(Step.NOTE, text, before)
    added = with_words_added(Step.NOTE, text, "")
    counted = _figures_added(replace(turn, text=added)) if added else {}
    longer = longer or edited_by_name(Step.NOTE, text, before)
    return {**counted, "note": checked_note(longer)} if longer is not None else {}


def _figures_added(turn: Turn) -> Mapping[str, Any]:
    """Return the answers for the figures in words that are added to the note; none if the report has one of them
    already, unless they are to be added to it (又抓了3个)."""
    told, held = turn.told, turn.draft.figures or {}
    counts = told is not None and (told.adds or told.figures.keys().isdisjoint(held))
    return turn.figures if counts else {}


def _put_right(before: str | None, words: str) -> str:
    """Return what stands under a name with what `words` put right in it, or only that (不对，应该是缺经费); empty if
    they put nothing right."""
    right = right_instead(words)
    return with_clause_put_right(before or "", right) or right


def _without_its_code(turn: Turn) -> str:
    """Return a text without the code of its task if it begins with that, or with words that only lead to it."""
    text, code = turn.heard.text, next(of_kind(turn.heard, Kind.CODE), None)
    leads = code is not None and only_announces(text[: code.start])
    return quoted(text, code.end, len(text)).lstrip() if code is not None and leads else turn.text


def _with_obstacle(draft: Draft, words: str, text: str) -> dict[str, Any]:
    """Return the answers for what stands in the way, named as such (困难：缺设备): the obstacle of blocked work. The
    name alone blocks nothing; of other work, or if it is nothing (困难：无), it is part of the note as written."""
    nothing = says_nothing_more(words) or denies_obstacles(normalise(words).lower())
    if nothing or draft.status is not Status.BLOCKED:
        return {"note": checked_note(join_lines(draft.note, text))}
    return {"obstacle": checked_note(join_lines(draft.obstacle, words))}


def answers_without(form: Form, text: str) -> Answers:
    """Return the answers without what `text` asks to take out: words, a figure or the percent; empty if there is no
    such thing. The texts stay as they are if only the percent or a figure without its number is named, or if something
    is only not to count (移送的不算)."""
    words, draft, figures = to_be_removed(text), form.draft, form.draft.figures or {}
    if says(text, "removals.of_the_files"):
        return {"evidence": not form.files}
    if only := find_order(text, "removals.only"):
        kept = _figures_named(form, only["words"])
        return answers_without_figures(draft, figures.keys() - kept) if kept else {}
    if words is None:
        return {}
    under_way = draft.status in UNDER_WAY
    if under_way and is_name_of(Step.PERCENT, words):
        return {"percent": form.percent_so_far}
    if is_name_of(Step.NOTE, words):
        return {"note": ""}
    percent = _percent_at_the_end(words)
    if under_way and percent is not None and percent == draft.percent:
        return {"percent": form.percent_so_far, "note": without_percent(draft.note or "", percent)}
    gone = figures.keys() if is_name_of(Step.FIGURES, words) else _figures_named(form, words)
    texts = {"note": draft.note or "", "obstacle": draft.obstacle or ""}
    if (gone and not any(map(str.isnumeric, words))) or says(text, "removals.unreported_part"):
        texts = {}
    given: dict[str, Any] = {name: with_words_removed(held, words) for name, held in texts.items()}
    given = {name: value for name, value in given.items() if value != texts[name]}
    return {**given, **(answers_without_figures(draft, gone) if gone else {})}


def _percent_at_the_end(words: str) -> int | None:
    """Return the percentage that is all that words name (40%, 那个40%), or None."""
    line = normalise(words).lower()
    said = numbers_said(line)
    return said[0].percent if len(said) == 1 and not said[0].is_bare and said[0].end == len(line) else None


def _figures_named(form: Form, words: str) -> set[str]:
    """Return the indicators of the form's figures whose names stand in `words`, or else of which they are a part."""
    there = form.draft.figures or {}
    called = {each.name: (each.name, *each.aliases) for each in form.indicators if each.name in there}
    named = {key for key, names in called.items() if any(name in words for name in names)}
    return named or {key for key, names in called.items() if any(words in name for name in names)}
