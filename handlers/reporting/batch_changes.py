"""Changes in words at the preview of several reports: correcting one, or leaving it out."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Message

from data import dialogs
from data.errors import unless
from data.reporting import batches
from data.reporting.answers import percent_so_far
from data.reporting.drafts import Draft, Step
from data.reporting.forms import Form
from data.understanding import Aim, Kind, Mood, Understanding, of_kind, says
from data.understanding.dialog.turns import agrees
from data.understanding.dialog.words_edited import with_words_removed
from data.understanding.entities.figure_names import names_in
from data.understanding.lexicon import table
from data.understanding.lines_named import LinesMeant, NamedLine, count_of_all, lines_meant, places_named, said_of_each
from data.understanding.matters import MOST_HEARD
from data.understanding.normalise.sentence import clauses_of, normalise
from data.understanding.reporting.all_but import all_at
from data.understanding.reporting.answer_names import is_name_of
from data.understanding.sureness import VERY_SURE
from handlers.dialog import NOT_TAKEN, Answers
from handlers.dialog.words import SKIPS
from handlers.reporting.changes_in_words import answers_changed_by, answers_without, differing
from handlers.reporting.drafts import WaitingReport
from handlers.reporting.line_splitting import group_adjacent_codes
from handlers.reporting.statements import draft_answers_with
from handlers.reporting.turn import Turn
from handlers.reporting.typed_answers import typed_answers
from handlers.telegram import Context, hear
from handlers.telegram.attachments import attachment_in, keep_file
from handlers.wording import plain_word

CHANGES = "changes"
"""The key of the answer that counts the changes, so that each of them changes the batch's own answers."""
REMOVED = "removed"
"""The key of the answer with the codes of the tasks that were left out last."""
UNTAKEN = "untaken"
"""The key of the answer with the last text, if it said more than was corrected."""
GIVEN, TAKEN_OUT = "given", "taken_out"
"""The keys with what is stored in the reports themselves: their changed answers by id, and the ids of those to drop."""
UNCHANGED = " ".join(none + what for none in table("no_change")["none"] for what in table("no_change")["what"])
"""The words by which a report of no change is found."""
Changed = tuple[Draft, Answers, bool]
"""A report, the answers that change, and whether more was said of it."""


def change_waiting_reports(context: Context, waiting: list[WaitingReport], text: str, before: Answers) -> Answers:
    """Return the answers of the batch that correct or leave out waiting reports as `text` asks, but never all of them;
    empty if it asks for nothing, or tells something between two of their codes (1-8的立案里有2件是1-9的). Raises the
    Refusal of a value that cannot be taken."""
    left = [each for each in waiting if each.form and each.draft.step is Step.PERCENT]
    if left and plain_word(text) in SKIPS:
        return _without_percent(left, before)
    if says(text, "removals.of_the_files") and not any(each.form and each.form.files for each in waiting):
        return _counted(before)
    if agrees(text):
        return {}
    heard = hear(context, text)
    lines = [NamedLine(each.code, _words(each)) for each in waiting]
    about = lines_meant(text, heard, lines)
    if not about.places and (_names_another(heard) or places_named(text)):
        return {}
    if not about.places:
        about = _of_all(waiting, text) or replace(about, places=_with_the_figures(context, waiting, text))
    meant = [waiting[at] for at in about.places] or (waiting if len(waiting) == 1 else [])
    if meant and all(each in left for each in meant) and _skips_percent(about.rest):
        return _without_percent(meant, before)
    if about.removing and _are_whole(meant, about):
        return _take_out(waiting, meant, before)
    if Mood.ASKS in heard.moods:
        return {}
    corrects = heard.aim is Aim.CORRECT
    told = [LinesMeant(places, False, words) for places, words in said_of_each(text, len(waiting))]
    told = told if len(told) > 1 else _clause_by_clause(context, text, lines)
    if len(told) <= 1 and len(group_adjacent_codes(normalise(text), list(of_kind(heard, Kind.CODE)))) > 1:
        return {}
    forms = [
        (form, said)
        for said in (told if len(told) > 1 else [about])
        for form in ([waiting[at].form for at in said.places] or [each.form for each in meant])
        if form
    ]
    told_of = [_changed(context, form, said, corrects) for form, said in forms] or [
        _missing_told(context, waiting, text)
    ]
    given = [each for each in told_of if each is not None]
    if len(given) < len(told_of):
        return {}
    changed: dict[int, Answers] = {}
    for draft, answers, _ in given:
        changed[draft.id] = {**changed.get(draft.id, {}), **answers}
    more = any(more for *_, more in given)
    if not any(changed.values()):
        return {CHANGES: before.get(CHANGES)}
    return {**_counted(before, untaken=text if more else ""), GIVEN: changed}


def store_changes(context: Context, answers: Answers) -> Answers:
    """Store what the answers of a batch change in its reports, and return them without that."""
    for draft_id, given in answers.get(GIVEN, {}).items():
        dialogs.note_answers(context.db, context.dialog(draft_id), **given)
    for draft_id in answers.get(TAKEN_OUT, ()):
        batches.drop_report(context.db, context.person.id, draft_id)
    return {key: value for key, value in answers.items() if key not in (GIVEN, TAKEN_OUT)}


def _skips_percent(rest: str) -> bool:
    """Return whether the words beside the name of a report only skip its percent (43-1进度跳过)."""
    word = plain_word(rest)
    skip = next((each for each in sorted(SKIPS, key=len, reverse=True) if word.endswith(each)), None)
    before = word.removesuffix(skip).strip() if skip else ""
    return skip is not None and (not before or is_name_of("percent", before))


def _without_percent(left: Sequence[WaitingReport], before: Answers) -> Answers:
    so_far = {each.draft.id: {"percent": percent_so_far(each.form.assignment) if each.form else None} for each in left}
    return {**_counted(before), GIVEN: so_far}


async def take_file_for_one(
    context: Context, waiting: Sequence[WaitingReport], message: Message, before: Answers
) -> Answers | None:
    """Attach a file to the only waiting report, or the one its caption names, and take in what that tells besides.
    Returns the answers of the batch that record it, None if it is not clear for which report it is. Raises a
    FileRefused."""
    found, caption = attachment_in(message), message.caption or ""
    lines = [NamedLine(each.code, _words(each)) for each in waiting]
    places = lines_meant(caption, hear(context, caption), lines).places if caption else ()
    meant = [waiting[at] for at in places] or ([] if caption else waiting)
    if found is None or len(meant) != 1:
        return None
    await keep_file(context, message, found, meant[0].draft.id, caption)
    told = change_waiting_reports(context, [*waiting], caption, before) if caption else {}
    return {**_counted(before), **told}


def _names_another(heard: Understanding) -> bool:
    named = (*of_kind(heard, Kind.CODE), *of_kind(heard, Kind.TASK))
    return any(each.sureness >= VERY_SURE and len(each.values) == 1 for each in named)


def _clause_by_clause(context: Context, text: str, lines: Sequence[NamedLine]) -> list[LinesMeant]:
    """Return what each clause of a text says of a line (铁拳90%，网络那个85), or an empty list if one names none."""
    told = [lines_meant(each, hear(context, each), lines) for each in clauses_of(text)[:MOST_HEARD]]
    return told if all(each.places and not each.removing for each in told) else []


def _of_all(waiting: Sequence[WaitingReport], text: str) -> LinesMeant | None:
    """Return that a text only puts all reports at a percent (都改成90%, 两个都是90), or None."""
    counted = count_of_all(text)
    if counted is not None and counted.values[0] == len(waiting):
        text = text[: counted.start] + text[counted.end :]
    percent = all_at(text)
    return LinesMeant(tuple(range(len(waiting))), False, f"{percent}%") if percent is not None else None


def _with_the_figures(context: Context, waiting: Sequence[WaitingReport], text: str) -> tuple[int, ...]:
    """Return the place of the only report that has the figures which a text names (罚款是48万)."""
    known = context.bot_data.words.current().indicators
    named = {each.indicators[0].name for each in names_in(normalise(text).lower(), known)}
    having = [at for at, each in enumerate(waiting) if named and named <= set(each.draft.figures or {})]
    return tuple(having) if len(having) == 1 else ()


def _take_out(waiting: list[WaitingReport], meant: list[WaitingReport], before: Answers) -> Answers:
    if len(meant) == len(waiting):
        return {}
    return {**_counted(before, removed=[each.code for each in meant]), TAKEN_OUT: [each.draft.id for each in meant]}


def _counted(before: Answers, removed: Sequence[str] = (), untaken: str = "") -> Answers:
    return {CHANGES: before.get(CHANGES, 0) + 1, REMOVED: list(removed), UNTAKEN: untaken}


def _missing_told(context: Context, waiting: Sequence[WaitingReport], text: str) -> Changed | None:
    """Return what a text that names no report answers where only one of them is incomplete, or None."""
    left = [each.form for each in waiting if each.form and each.form.draft.step is not Step.PREVIEW]
    given = _what_is_missing(context, left[0], text) if len(left) == 1 else None
    return (left[0].draft, differing(left[0].draft, given), False) if given else None


def _what_is_missing(context: Context, form: Form, text: str) -> Answers | None:
    step = form.draft.step
    return None if step is Step.PREVIEW else unless(NOT_TAKEN, typed_answers, context, form, step, text)


def _changed(context: Context, form: Form, about: LinesMeant, corrects: bool) -> Changed | None:
    """Return the answers of one report that the text changes, none if it stands there already, and whether it says more
    than was taken; None if it tells nothing of it. A text that `corrects` adds nothing to the note."""
    draft, turn = form.draft, Turn(context, form.draft, about.rest)
    if gone := answers_without(form, about.rest):
        return draft, differing(draft, gone), False
    if about.removing:
        return draft, {"note": with_words_removed(draft.note or "", about.rest)}, False
    if not (corrects or turn.statuses) and (answer := _what_is_missing(context, form, about.rest)):
        return draft, differing(draft, answer), False
    given, more = answers_changed_by(context, form, about.rest)
    corrects = corrects or turn.right_among_others is not None
    said = turn.told if corrects else turn.reported
    if said is not None and (not differing(draft, given) or (more and not corrects)):
        if said.faults:
            raise said.faults[0]
        more = corrects and bool(said.note)
        given = turn.answers(replace(said, note="")) if corrects else draft_answers_with(context, draft, said)
    return (draft, differing(draft, given), more) if given else None


def _are_whole(meant: list[WaitingReport], about: LinesMeant) -> bool:
    notes = [(each.draft.note or "").strip(" 。.!！") for each in meant]
    return not about.rest or all(about.rest not in note or about.rest == note for note in notes)


def _words(waiting: WaitingReport) -> str:
    title = waiting.form.assignment.title if waiting.form else None
    unchanged = UNCHANGED if waiting.draft.says_unchanged else None
    return " ".join(filter(None, [title, waiting.draft.note, waiting.draft.obstacle, unchanged]))
