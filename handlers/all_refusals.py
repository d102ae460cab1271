"""The texts of every room's refusals."""

from handlers.announcing.texts import refusals as of_announcing
from handlers.dialog import texts as of_dialogs
from handlers.exports.texts import menu as of_exports
from handlers.extensions.texts import refusals as of_extensions
from handlers.information.texts import refusals as of_information
from handlers.notices.texts import refusals as of_notices
from handlers.office.texts import refusals as of_office
from handlers.people.texts import refusals as of_people
from handlers.plan.texts import refusals as of_plan
from handlers.reporting.texts import refusals as of_reporting
from handlers.returns.texts import refusals as of_returns
from handlers.settings.texts import refusals as of_settings
from handlers.steps import texts as of_steps
from handlers.tasks.texts import refusals as of_tasks
from handlers.wording.refusals import add_refusals

ROOMS = (
    of_dialogs,
    of_tasks,
    of_reporting,
    of_returns,
    of_extensions,
    of_office,
    of_plan,
    of_settings,
    of_people,
    of_exports,
    of_announcing,
    of_notices,
    of_steps,
    of_information,
)


def add_all_refusals() -> None:
    """Make the texts of all rooms known, for `refusal` to find."""
    for room in ROOMS:
        add_refusals(room.REFUSALS)
