"""An answer behind which a message goes on to another task: 等批文；另外18-1又破了一起案子."""

from data.dialogs import Dialog
from data.understanding import Intent, Kind, of_kind
from data.understanding.matters import qualifies, where_it_goes_on
from data.understanding.normalise.sentence import normalise
from handlers.entrance.late_answers import asked_in
from handlers.entrance.other_matters import leads
from handlers.office.plan_in_words import codes_of
from handlers.reporting.statements import AROUND
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import Context, hear

OF_A_TASK = (Intent.REPORT, Intent.EXTENSION)
SIGNS = AROUND + ";；。！!"


def another_behind(context: Context, dialog: Dialog, text: str) -> tuple[str, str] | None:
    """The answer to what is asked of a task, and what is said behind it of another one of the person's own, which
    begins with the code of that; None where there are no such two parts."""
    talk, _ = asked_in(context, dialog)
    if talk is None or dialog.is_old(context.now) or not (own := codes_of(talk)):
        return None
    said, codes = normalise(text), of_kind(hear(context, text), Kind.CODE)
    another = next((each for each in codes if each.values[0] not in own), None)
    start = where_it_goes_on(said, another.start) if another is not None else None
    if another is None or start is None or not own_assignments(context, another.values[0]):
        return None
    answer, behind = (said.quote(*part).strip(SIGNS) for part in ((0, start), (start, len(said))))
    only_qualifies = said[start : another.start].strip(SIGNS) == "" and qualifies(said, another.end)
    if not answer or only_qualifies or leads(hear(context, answer)):
        return None
    heard = hear(context, behind)
    return (answer, behind) if leads(heard) and heard.aim.intent in OF_A_TASK else None
