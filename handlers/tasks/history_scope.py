"""How the part of the history or of the audit log that is shown is packed into buttons."""

from data.office.history import HistoryScope
from handlers.telegram import day_in


def pack_scope(scope: HistoryScope, page: int) -> tuple[object, ...]:
    """Return the arguments of a button that shows a page of a part of the history or of the audit log."""
    limits = (("t", scope.task_id), ("u", scope.unit_id), ("p", scope.person_id))
    days = (f"{scope.first:%Y%m%d}", f"{scope.last:%Y%m%d}") if scope.first and scope.last else ()
    return page, *(f"{mark}{number}" for mark, number in limits if number is not None), *days


def unpack_scope(arguments: tuple[str, ...]) -> tuple[HistoryScope, int]:
    """Return the part and the page that a button's arguments stand for; days may have a d before them, as in buttons of
    former releases. Raises StaleButton for invalid days."""
    page, *rest = arguments
    numbers = {each[0]: int(each[1:]) for each in rest if each[0] in "tup"}
    days = [day_in(each.removeprefix("d")) for each in rest if each[0] not in "tup"]
    first, last = days or (None, None)
    return HistoryScope(numbers.get("t"), numbers.get("u"), first, last, numbers.get("p")), int(page)
