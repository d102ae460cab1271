"""Why each of several tasks needs more time, said at once: 23-6企业没配合，27-7经费没到."""

from data import dialogs
from data.dialogs import Dialog
from data.reporting.drafts import checked_reason
from data.standing.standing import FINISHED
from data.understanding import Kind, values_of
from handlers.extensions.dialog import EXTENSION
from handlers.reporting.line_splitting import parts_of
from handlers.reporting.statements import beside_the_task
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import Context, hear

SEVERAL = 2


def own_reason(context: Context, dialog: Dialog, text: str) -> str | None:
    """What a text says for the open request, where it gives a reason to each of several that wait; those of the others
    are kept with them, to be checked. None for any other text; that a task is done is no reason."""
    if dialog.kind != EXTENSION.kind or "reason" in dialog.answers or "day" not in dialog.answers:
        return None
    said = {}
    for part in parts_of(context, text):
        heard = hear(context, part)
        codes, done = values_of(heard, Kind.CODE), heard.status in FINISHED
        request = _request_on(context, codes[0]) if len(codes) == 1 and not done else None
        if request is None or not (words := beside_the_task(heard)):
            return None
        said[request.id] = (request, checked_reason(words))
    if len(said) < SEVERAL or dialog.id not in said:
        return None
    for request, reason in said.values():
        if request.id != dialog.id:
            dialogs.note(context.db, request, reason=reason)
    return said[dialog.id][1]


def _request_on(context: Context, code: str) -> Dialog | None:
    """The person's request for more time on a task that is not sent yet."""
    mine = own_assignments(context, code)
    person_id = context.person.id
    return dialogs.find_unfinished(context.db, person_id, EXTENSION.kind, mine[0].id or 0) if len(mine) == 1 else None
