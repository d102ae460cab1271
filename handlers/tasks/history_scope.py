"""Which part of the history a button shows, and which page of it."""

from data.office.history import Scope
from handlers.telegram import day_in


def pack_scope(scope: Scope, page: int) -> tuple[object, ...]:
    """The arguments of a button that shows a page of a part of the history."""
    task = (f"t{scope.task_id}",) if scope.task_id is not None else ()
    unit = (f"u{scope.unit_id}",) if scope.unit_id is not None else ()
    days = (f"{scope.first:%Y%m%d}", f"{scope.last:%Y%m%d}") if scope.first and scope.last else ()
    return page, *task, *unit, *days


def unpack_scope(arguments: tuple[str, ...]) -> tuple[Scope, int]:
    """The part and the page that such arguments name. Raises StaleButton for days that are none."""
    page, *rest = arguments
    numbers = {each[0]: int(each[1:]) for each in rest if each[0] in "tu"}
    days = [day_in(each) for each in rest if each[0] not in "tu"]
    first, last = days or (None, None)
    return Scope(numbers.get("t"), numbers.get("u"), first, last), int(page)
