"""The buttons under a reminder."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.plan.tasks import Assignment
from data.standing.check_ins import waiting_for_check_in
from handlers.notices.texts import MOST_CHECK_INS
from handlers.telegram.task_buttons import ASKED, no_change_in, of_unit, report_on, unchanged
from handlers.telegram.task_lines import of_several_units
from handlers.telegram.wording import Language


def notice(group: Sequence[Assignment], language: Language) -> InlineKeyboardMarkup | None:
    """The buttons that end a reminder: no change in all that is ongoing, or a report on each task in it."""
    if not group:
        return None
    ongoing = waiting_for_check_in(group)
    few = 0 < len(ongoing) <= MOST_CHECK_INS
    unit = of_unit(ongoing[0], language, of_several_units(group)) if len(ongoing) == 1 else ""
    first = [[unchanged(no_change_in(ongoing, language) + unit, ASKED, ongoing[0])]] if few else []
    return InlineKeyboardMarkup([*first, *report_on(group, language).inline_keyboard])
