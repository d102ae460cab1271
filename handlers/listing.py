"""Which tasks a list shows; it travels in the buttons that turn the list's pages."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.errors import StaleButton
from data.tasks import Assignment


class Filter(StrEnum):
    """What of the tasks a list is limited to."""

    ALL = "all"
    OPEN = "open"
    OVERDUE = "overdue"
    DUE = "due"
    PICK = "pick"
    EXTEND = "extend"
    NOT_STARTED = "notstarted"
    IN_PROGRESS = "inprogress"
    BLOCKED = "blocked"
    SUBMITTED = "submitted"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its filter, for what falls due the first and last day, and the unit where it is of one only."""

    filter: Filter
    first: date | None = None
    last: date | None = None
    unit_id: int | None = None

    def pack(self, page: int) -> tuple[object, ...]:
        """The arguments of a button that shows a page of this list."""
        days = (f"{self.first:%Y%m%d}", f"{self.last:%Y%m%d}") if self.first and self.last else ()
        unit = (f"u{self.unit_id}",) if self.unit_id is not None else ()
        return self.filter, page, *days, *unit

    @staticmethod
    def unpack(arguments: tuple[str, ...]) -> tuple["Listing", int]:
        """The list and the page that such arguments name. Raises StaleButton for what was never packed."""
        chosen, page, *rest = arguments
        unit_id = int(rest.pop()[1:]) if rest and rest[-1].startswith("u") else None
        try:
            first, last = (date.fromisoformat(day) for day in rest) if rest else (None, None)
            return Listing(Filter(chosen), first, last, unit_id), int(page)
        except ValueError:
            raise StaleButton from None

    def holds(self, assignment: Assignment) -> bool:
        """Whether the list shows an assignment."""
        if self.unit_id is not None and assignment.unit_id != self.unit_id:
            return False
        match self.filter:
            case Filter.ALL:
                return True
            case Filter.OPEN | Filter.PICK:
                return not assignment.finished
            case Filter.EXTEND:
                return assignment.due is not None and not assignment.finished
            case Filter.OVERDUE:
                return assignment.overdue
            case Filter.DUE:
                due, first, last = assignment.due, self.first, self.last
                if due is None or assignment.finished or last is None:
                    return False
                return (first is None or first <= due) and due <= last
            case status:
                return assignment.status.replace("_", "") == status
