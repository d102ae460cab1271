"""How tasks stand that the office does not want to change after all."""

from collections.abc import Sequence

from data.office.task_edits import task_now
from data.plan.tasks import task_id_of
from handlers.office.texts import tasks_as_they_are as texts
from handlers.telegram import Context, Html, join

SHOWN = 3
"""Of so many tasks at most it is told how they stand."""


def tasks_as_they_are(context: Context, codes: Sequence[str]) -> Html:
    """How the tasks with these codes stand; nothing of a code that the plan does not have."""
    tasks = [task for code in codes[:SHOWN] if (task := task_now(context.db, task_id_of(context.db, code) or 0))]
    return join([texts.as_it_is(each, context.language) for each in tasks])
