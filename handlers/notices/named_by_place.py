"""Sentences that name a line of a list or digest by its place: 第一个做完了."""

from collections.abc import Sequence

from telegram import Update

from data.notices.digests import message_of_digest, newest_digest
from data.reporting.reviews import waiting_for_review
from data.standing.assignments import Assignment
from data.standing.check_ins import is_ongoing_work
from data.understanding import says
from data.understanding.lines import unchanged_said
from data.understanding.lines_named import (
    NamedLine,
    begins_with_a_place,
    lines_meant,
    names_another_number,
    places_named,
    said_of_each,
    step_from_last,
    units_counted_as_lines,
    with_names_for_places,
)
from data.understanding.reporting.all_but import all_done_said, all_said_done, without_the_due
from handlers.notices.digest import load_morning
from handlers.tasks.list import tasks_listed_above, units_listed_above
from handlers.tasks.own_tasks import assignment_shown_last
from handlers.telegram import Context, Verb, as_if_said, hear

LONGEST = 60
"""Characters; a longer text does not name a line by its place."""


def with_codes_for_places(update: Update, context: Context, text: str) -> Update | None:
    """Return the message with codes in place of the lines that it names, those of the list shown last, of the reports
    that are being reviewed, or else of today's digest, all of which it may call unchanged, or done those with a
    deadline, or those due, that were not reported on today; with the code beside the one shown last (下一个呢); or with
    units in place of the lines of a list of units. None if it names none, or there is none, or the lines are pieces of
    information."""
    if len(text) > LONGEST or context.last_messages.offers(Verb.INFORMATION, "open"):
        return None
    bare, due = without_the_due(text)
    unchanged, done = says(text, "no_change.said_of_all"), all_done_said(bare) and context.last_messages.task() is None
    of_all = unchanged or done
    counted = units_counted_as_lines(text)
    step = step_from_last(text)
    if not (of_all or step or begins_with_a_place(counted) or says(counted, "lines.place_last")):
        return None
    newest = newest_digest(context.db, context.private_chat_id, context.today)
    since = message_of_digest(context.db, newest)
    if step:
        codes = [each.code for each in tasks_listed_above(context, since)]
        return _beside_last(update, context, codes, step)
    if not of_all and (units := units_listed_above(context, since)):
        named = with_names_for_places(counted, units)
        return as_if_said(update, named) if named != counted else None
    reviewed = not of_all and places_named(text) and context.last_messages.offers(Verb.REVIEW)
    if reviewed and (codes := [each.code for each in waiting_for_review(context.db)]):
        return (
            None if names_another_number(text, len(codes)) else as_if_said(update, with_names_for_places(text, codes))
        )
    if not of_all and (listed := tasks_listed_above(context, since)):
        return _by_code(update, context, text, listed)
    if newest is None:
        return None
    tasks = [line.task for line in load_morning(context, newest).lines if line.task is not None]
    if done:
        today = {each.id for each in tasks if each.last is not None and each.last.at.date() == context.today}
        left = [each for each in tasks if not is_ongoing_work(each) and each.id not in today]
        codes = [each.code for each in left if due is None or each.days_left in due]
        return as_if_said(update, all_said_done(codes)) if codes else None
    if unchanged:
        return as_if_said(update, unchanged_said([each.code for each in tasks])) if tasks else None
    return _by_code(update, context, text, tasks)


def _beside_last(update: Update, context: Context, codes: Sequence[str], step: int) -> Update | None:
    """Return the message with the code `step` lines below that of the card shown last; None if there is none."""
    shown = assignment_shown_last(context)
    at = codes.index(shown.code) + step if shown is not None and shown.code in codes else -1
    return as_if_said(update, codes[at]) if 0 <= at < len(codes) else None


def with_codes_for_places_in(update: Update, context: Context, text: str, tasks: Sequence[Assignment]) -> Update | None:
    """Return the message with codes in place of those of `tasks` that it names; None if it names none."""
    is_short = len(text) <= LONGEST and begins_with_a_place(text)
    return _by_code(update, context, text, tasks) if is_short else None


def _by_code(update: Update, context: Context, text: str, tasks: Sequence[Assignment]) -> Update | None:
    """Return the message with the codes of the tasks that it names by their places; None if it names none."""
    about = lines_meant(text, hear(context, text), [NamedLine(each.code, each.title.said_in("zh")) for each in tasks])
    if not about.places or about.removing:
        return None
    codes = [each.code for each in tasks]
    if says(text, "lines.place_last"):
        return as_if_said(update, with_names_for_places(text, codes))
    if len(named := places_named(text, len(tasks))) == 1 and len(about.places) == 1 and text[: named[0].start].strip():
        return as_if_said(update, with_names_for_places(text, [f"{code} " for code in codes]))
    each_of = said_of_each(text, len(tasks))
    is_all = set(about.places) == {place for places, _ in each_of for place in places}
    told = each_of if is_all else [(about.places, about.rest)]
    return as_if_said(update, "\n".join(_with_codes([codes[place] for place in places], rest) for places, rest in told))


def _with_codes(codes: Sequence[str], told: str) -> str:
    """Return the lines that report on the tasks with `codes` what is told of them."""
    if says(told.strip(" :：,，"), "no_change.said"):
        return unchanged_said(codes)
    return "\n".join(f"{code} {told}".strip() for code in codes)
