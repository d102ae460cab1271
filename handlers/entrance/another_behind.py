"""An answer behind which a message goes on to another task: 等批文；另外18-1又破了一起案子."""

from data.dialogs import Dialog
from data.understanding import Intent, Kind, values_of
from data.understanding.matters import where_it_goes_on
from data.understanding.normalise.sentence import normalise
from handlers.entrance.late_answers import asked_in
from handlers.entrance.other_matters import leads
from handlers.office.plan_in_words import codes_of
from handlers.reporting.statements import AROUND
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import Context, hear

OF_A_TASK = (Intent.REPORT, Intent.EXTENSION)
SIGNS = AROUND + ";；。"


def another_behind(context: Context, dialog: Dialog, text: str) -> tuple[str, str] | None:
    """The answer to what is asked of a task, and what is said behind it of another one of the person's own, which
    begins with the code of that; None where there are no such two parts."""
    talk, _ = asked_in(context, dialog)
    if talk is None or dialog.is_old(context.now) or not (own := codes_of(talk)):
        return None
    said = normalise(text)
    for start in where_it_goes_on(said):
        answer, behind = (said.quote(*part).strip(SIGNS) for part in ((0, start), (start, len(said))))
        codes = values_of(hear(context, behind), Kind.CODE)
        told = hear(context, answer)
        if not answer or not codes or leads(told) or not set(values_of(told, Kind.CODE)) <= {*own}:
            continue
        reports = leads(hear(context, behind)) and hear(context, behind).aim.intent in OF_A_TASK
        if reports and codes[0] not in own and own_assignments(context, codes[0]):
            return answer, behind
    return None
