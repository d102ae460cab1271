"""Messages with several matters: reports on some tasks, questions, and other wishes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from data import dialogs
from data.dialogs import Dialog
from data.reporting.drafts import checked_reason
from data.standing.standing import FINISHED
from data.understanding import Aim, Intent, Kind, Mood, Understanding, of_kind, says, values_of
from data.understanding.aims import LISTS_OF_TASKS
from data.understanding.fillers import meaningful_words
from data.understanding.lines import says_nothing, without_number
from data.understanding.matters import (
    MOST_HEARD,
    MessagePart,
    last_clause_apart,
    matters_of_task,
    message_parts,
    qualifies,
    sentences,
    start_of_next_matter,
)
from data.understanding.meaning import NUMBERS
from data.understanding.more_time import told_before_request
from data.understanding.normalise.sentence import blank, clauses_of, normalise
from data.understanding.reporting.all_but import others_unchanged_said, says_unchanged, without_the_others
from data.understanding.sureness import VERY_SURE
from handlers.entrance.another_task import leads_to_code
from handlers.entrance.late_answers import talk_and_question
from handlers.extensions.dialog import EXTENSION
from handlers.extensions.withdrawal import withdrawn_before_report
from handlers.office.plan_in_words import codes_of_dialog
from handlers.reporting.batch_lines import ReportLines, read_lines
from handlers.reporting.line_splitting import split_line
from handlers.reporting.past_figure import figure_correction_in
from handlers.reporting.statements import AROUND, words_beside_task
from handlers.tasks.own_tasks import only_own_assignment, own_assignments
from handlers.telegram import Context, hear
from handlers.telegram.understanding import names_a_task

NO_MATTER = (Aim.UNKNOWN, Aim.REPORT, Aim.TASK)
"""Aims that do not make a separate matter beside reports."""
OF_A_TASK = (Intent.REPORT, Intent.EXTENSION)
SIGNS = AROUND + ";；。！!"


@dataclass(frozen=True, slots=True)
class SeveralMatters:
    """The `reports` in a message, and the texts of its other matters, questions first, so that what the bot asks comes
    below its answers."""

    reports: ReportLines
    others: list[str]


def several_matters_in(context: Context, text: str) -> SeveralMatters | None:
    """Return the several matters in a liaison's message, told apart by their tasks or by words such as 另外; None if it
    only reports, or has one matter."""
    if not context.person.speaks_for:
        return None
    return (
        _beside_the_unchanged(context, text)
        or _before_more_time(context, text)
        or _beside_a_reminder(context, text)
        or _behind_a_withdrawal(context, text)
        or _beside_an_earlier_figure(context, text)
        or _by_tasks(context, text)
        or _by_words_for_another(context, text)
    )


def _before_more_time(context: Context, text: str) -> SeveralMatters | None:
    """Return the percent or obstacle that a message reports of a task for which it then asks for more time (1-2 60%，
    能不能延到3月底), or None. The reason is all that it tells besides how the task stands; None also if a clause tells
    both (只做了一半)."""
    heard = hear(context, text)
    codes = {*values_of(heard, Kind.CODE)}
    before = told_before_request(text) if heard.aim is Aim.EXTENSION and len(codes) == 1 else None
    if before is None:
        return None
    told, code = text[slice(*before)].rstrip(SIGNS), codes.pop()
    stands = [each for each in hear(context, told).readings if each.kind is Kind.PERCENT or each.values == ("blocked",)]
    beside = blank(told, [*stands, *of_kind(hear(context, told), Kind.CODE)], " ")
    clauses = [each for each in clauses_of(told) if meaningful_words(beside[each.start : each.end])]
    if not stands or any(each.start <= at.start < each.end for each in clauses for at in stands):
        return None
    asked = "，".join([*clauses, text[before[1] :].strip(SIGNS)])
    return _beside_reports(context, [told], [_with_code(context, code, asked)])


def _beside_a_reminder(context: Context, text: str) -> SeveralMatters | None:
    """Return what a message reports of a task beside a wish for a reminder (1-2 80%，下周三再提醒我), or None."""
    heard = hear(context, text)
    codes = {*values_of(heard, Kind.CODE)}
    told, asked = last_clause_apart(text) if heard.aim is Aim.SNOOZE and len(codes) == 1 else ("", "")
    if not told or hear(context, asked).aim is not Aim.SNOOZE:
        return None
    if not hear(context, told).names(Kind.STATUS, *NUMBERS):
        return None
    return _beside_reports(context, [told.rstrip(SIGNS)], [_with_code(context, codes.pop(), asked.strip(SIGNS))])


def _behind_a_withdrawal(context: Context, text: str) -> SeveralMatters | None:
    """Return what a message reports of a task behind taking back its request for more time (29-4不延了，已经办完了)."""
    found = withdrawn_before_report(context, hear(context, text))
    return SeveralMatters(read_lines(context, [found[1]]), [found[0]]) if found else None


def _beside_an_earlier_figure(context: Context, text: str) -> SeveralMatters | None:
    """Return what a message reports of a task of which it also puts an earlier figure right (上次的35件更正为33件，
    另外12月又审结2件), or None."""
    task = hear(context, text).task
    parts = matters_of_task(text, task) if task is not None else []
    corrections = [each for each in parts if figure_correction_in(context, hear(context, each)) is not None]
    return _beside_reports(context, [each for each in parts if each not in corrections], corrections)


def _beside_the_unchanged(context: Context, text: str) -> SeveralMatters | None:
    """Return what a message reports on some tasks, or that they were reported on already, and that all others are
    unchanged, or None if it does not say both (1-2 65%，其他任务无变化)."""
    told, others = without_the_others(text)
    if not says_unchanged(others):
        return None
    heard = hear(context, told)
    codes = values_of(heard, Kind.CODE)
    if says(heard, "all_but.reported_already"):
        return SeveralMatters(ReportLines([]), [others_unchanged_said(codes)])
    if not names_a_task(heard, VERY_SURE):
        return None
    read = read_lines(context, told.splitlines())
    all_told = dict.fromkeys([*codes, *(each.assignment.code for each in read.reports)])
    return SeveralMatters(read, [others_unchanged_said(all_told)]) if read.reports else None


def _by_tasks(context: Context, text: str) -> SeveralMatters | None:
    """Return what a message wants of each of several tasks, or None if it only reports."""
    heard = hear(context, without_number(text))
    codes, asks = {*values_of(heard, Kind.CODE)}, Mood.ASKS in heard.moods
    if len(codes) + asks <= 1:
        return None
    pieces = _pieces(context, text)
    heard_apart = [hear(context, without_number(each)) for each in pieces]
    only_shown = [each for each in heard_apart if each.aim in LISTS_OF_TASKS and Mood.ASKS in each.moods]
    lists = len(heard_apart) > 1 and not all(map(_names_a_task, only_shown))
    if sum(map(_names_a_task, heard_apart)) + lists <= 1:
        return None
    read = read_lines(context, pieces)
    others = [each for each in read.unread if _is_a_matter(hear(context, without_number(each)))]
    if not others or len(others) == len(pieces) == 1:
        return None
    unread = [each for each in read.unread if each not in others]
    return SeveralMatters(ReportLines(read.reports, unread), _asked_first(context, [*map(without_number, others)]))


def _by_words_for_another(context: Context, text: str) -> SeveralMatters | None:
    """Return the matters of a message that passes from one to another in so many words (另外, by the way), or None."""
    parts = message_parts(text, partial(hear, context))
    read = read_lines(context, [words for matter, words in parts if matter is MessagePart.TELLS])
    others = [words for matter, words in parts if matter is not MessagePart.TELLS]
    if not parts:
        return None
    return SeveralMatters(ReportLines(read.reports), _asked_first(context, [*others, *read.unread]))


def _beside_reports(context: Context, told: Sequence[str], others: list[str]) -> SeveralMatters | None:
    read = read_lines(context, told) if others else None
    return SeveralMatters(read, others) if read is not None and read.reports else None


def _with_code(context: Context, code: str, words: str) -> str:
    return words if code in values_of(hear(context, words), Kind.CODE) else f"{code} {words}"


def _asked_first(context: Context, pieces: list[str]) -> list[str]:
    return sorted(pieces, key=lambda each: Mood.ASKS not in hear(context, each).moods)


def _pieces(context: Context, text: str) -> list[str]:
    """Return the pieces of a text that each name a task or ask something, with what follows them; empty if it begins
    with anything else but a greeting, or has too many sentences to hear each."""
    found, end, said = list[tuple[int, int]](), 0, sentences(text)
    if len(said) > MOST_HEARD:
        return []
    for each in (piece for sentence in said for piece in _apart(context, sentence)):
        start = text.find(each, end)
        if start < 0:
            return []
        end = start + len(each)
        heard = hear(context, without_number(each))
        of_the_same = bool(found) and says(heard, "matters.of_its_card")
        if not of_the_same and (_names_a_task(heard) or Mood.ASKS in heard.moods):
            found.append((start, end))
        elif found:
            found[-1] = (found[-1][0], end)
        elif not says_nothing(each):
            return []
    return [text[start:end] for start, end in found]


def _apart(context: Context, sentence: str) -> list[str]:
    """Return the parts of a sentence, with a question behind a report apart from it (1-2 80% 延期找谁批)."""
    found = list[str]()
    for part in split_line(context, sentence):
        before, last = (each.strip(AROUND) for each in last_clause_apart(part))
        tells = bool(before and last) and bool(words_beside_task(hear(context, before)))
        heard = hear(context, last) if tells else None
        asks = heard is not None and Mood.ASKS in heard.moods and not _names_a_task(heard)
        found += [before, last] if asks else [part]
    return found


def _names_a_task(meaning: Understanding) -> bool:
    return meaning.names(Kind.CODE)


def _is_a_matter(meaning: Understanding) -> bool:
    """Return whether a piece that is no report asks something, or surely wants something with a task that it names."""
    if Mood.ASKS in meaning.moods or says(meaning, "no_change.said_of_tasks"):
        return True
    return _names_a_task(meaning) and meaning.aim not in NO_MATTER and not meaning.between


def answer_and_other_matter(context: Context, dialog: Dialog, text: str) -> tuple[str, str] | None:
    """Return the answer to the open question of a task, and the text behind it about another of the person's own tasks,
    which begins with that task's code; None if there are no such two parts."""
    talk, _ = talk_and_question(context, dialog)
    if talk is None or dialog.is_old(context.now) or not (own := codes_of_dialog(talk)):
        return None
    said, codes = normalise(text), of_kind(hear(context, text), Kind.CODE)
    another = next((each for each in codes if each.values[0] not in own), None)
    start = start_of_next_matter(said, another.start) if another is not None else None
    if another is None or start is None or not own_assignments(context, another.values[0]):
        return None
    answer, behind = (said.quote(*part).strip(SIGNS) for part in ((0, start), (start, len(said))))
    only_qualifies = said[start : another.start].strip(SIGNS) == "" and qualifies(said, another.end)
    if not answer or only_qualifies or leads_to_code(hear(context, answer)):
        return None
    if not leads_to_code(hear(context, behind)):
        return None
    told = said.quote(another.start, len(said)).strip(SIGNS)
    return (answer, told) if hear(context, told).aim.intent in OF_A_TASK else None


def reason_for_open_request(context: Context, dialog: Dialog, text: str) -> str | None:
    """Return the reason that a text gives for the open request for more time, if it gives one to each of several
    requests; the other reasons are stored in those. Return None for any other text; that a task is done is no
    reason."""
    if dialog.kind != EXTENSION.kind or "reason" in dialog.answers or "day" not in dialog.answers:
        return None
    said = {}
    for part in split_line(context, text):
        heard = hear(context, part)
        codes, done = values_of(heard, Kind.CODE), heard.status in FINISHED
        request = _request_on(context, codes[0]) if len(codes) == 1 and not done else None
        if request is None or not (words := words_beside_task(heard)):
            return None
        said[request.id] = (request, checked_reason(words))
    if len(said) <= 1 or dialog.id not in said:
        return None
    for request, reason in said.values():
        if request.id != dialog.id:
            dialogs.note_answers(context.db, request, reason=reason)
    return said[dialog.id][1]


def _request_on(context: Context, code: str) -> Dialog | None:
    db, person_id, mine = context.db, context.person.id, only_own_assignment(context, code)
    return dialogs.find_unfinished(db, person_id, EXTENSION.kind, mine.id) if mine is not None else None
