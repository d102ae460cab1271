"""定时的通知有哪些, 观察员有谁: a page of the office that is asked for by what it is called."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from telegram import Update

from data.people.people import Role
from data.understanding import Understanding, says
from data.understanding.orders import longest_said
from handlers.announcing import broadcast_page
from handlers.dialog import Talk, reader
from handlers.exports import regular_summaries
from handlers.office import review
from handlers.people import directory, joining
from handlers.plan import plans
from handlers.settings import calendar, indicators, pauses, reminder_rules, retention
from handlers.telegram import Context
from handlers.telegram.sending import Callback

PAGES: Mapping[str, Callback] = {
    "regular": regular_summaries.show_regular,
    "waiting_notices": broadcast_page.show_waiting,
    "indicators": indicators.show_list,
    "calendar": calendar.show_calendar,
    "pauses": pauses.show_pauses,
    "rules": reminder_rules.show_rules,
    "retention": retention.show_retention,
    "newcomers": joining.show_waiting,
    "observers": partial(directory.show_role, role=Role.OBSERVER),
    "coordinators": partial(directory.show_role, role=Role.COORDINATOR),
    "away": directory.show_away,
    "last_notice": broadcast_page.show_newest,
    "requests": review.show_requests,
    "plans": plans.plans_command,
}
"""The pages by their names in the lexicon, which are heard as nothing or as something else."""


def _is_asked(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    return talk.context.person.is_coordinator and says(heard, "pages.asked")


@reader(knows=_is_asked)
async def show_named_page(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the page that the office names and says nothing else of; true if the words were for it."""
    named = longest_said("pages.names", meaning.text) if says(meaning, "pages.asked") else None
    if named is None or not context.person.is_coordinator:
        return False
    await PAGES[named.kind](update, context)
    return True
