"""逾期的单位, 承担宣传任务的单位: whom to tell, by the tasks that they have."""

from data.announcing.addressees import names_somebody
from data.announcing.unknown_addressees import without_telling
from handlers.tasks.list_contents import listed
from handlers.tasks.list_in_words import filters_of, listing_meant, listing_sought, unreported_meant
from handlers.telegram import Context, hear


def units_with_tasks(context: Context, said: str) -> tuple[int, ...]:
    """The units whose tasks are named by what is in them or how they stand, in front of the word for units; none where
    units are named otherwise, or something is said behind that."""
    whole, meaning = hear(context, said), hear(context, without_telling(said.strip()))
    if names_somebody(meaning) or not filters_of(whole).by_unit or filters_of(meaning).by_unit:
        return ()
    listing = listing_meant(context, meaning) if unreported_meant(meaning) else listing_sought(context, meaning)
    found = listed(context, listing, None) if listing else []
    return tuple(dict.fromkeys(each.unit_id for each in found if each.unit_id is not None))
