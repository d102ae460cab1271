"""Which tasks a list shows; it travels in the buttons that turn the list's pages."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.errors import StaleButton
from data.plan.tasks import Assignment


class Filter(StrEnum):
    """What of the tasks a list is limited to."""

    ALL = "all"
    OPEN = "open"
    OVERDUE = "overdue"
    UNREPORTED = "unreported"
    DUE = "due"
    PICK = "pick"
    SAID = "said"
    EXTEND = "extend"
    NOT_STARTED = "notstarted"
    IN_PROGRESS = "inprogress"
    BLOCKED = "blocked"
    SUBMITTED = "submitted"
    CLOSED = "closed"


FINISHED = (Filter.SUBMITTED, Filter.CLOSED)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its filter, and what else narrows it.

    `first` and `last` are days on which tasks fall due, finished ones were reported done, or others not reported on.
    `unit_id` is
    a unit; `group` a unit group, by its place in the table of groups; `section` a section of the plan, by the id of
    its first task.
    """

    filter: Filter
    first: date | None = None
    last: date | None = None
    unit_id: int | None = None
    group: int | None = None
    section: int | None = None

    def pack(self, page: int) -> tuple[object, ...]:
        """The arguments of a button that shows a page of this list."""
        days = (f"{self.first:%Y%m%d}", f"{self.last:%Y%m%d}") if self.first and self.last else ()
        narrowed = (("u", self.unit_id), ("g", self.group), ("s", self.section))
        return self.filter, page, *days, *(f"{mark}{number}" for mark, number in narrowed if number is not None)

    @staticmethod
    def unpack(arguments: tuple[str, ...]) -> tuple["Listing", int]:
        """The list and the page that such arguments name. Raises StaleButton for what was never packed."""
        chosen, page, *rest = arguments
        numbers = {each[0]: int(each[1:]) for each in rest if each[0] in "ugs"}
        try:
            days = [date.fromisoformat(each) for each in rest if each[0] not in "ugs"]
            first, last = days or (None, None)
            filter = Filter(chosen)
        except ValueError:
            raise StaleButton from None
        return Listing(filter, first, last, numbers.get("u"), numbers.get("g"), numbers.get("s")), int(page)

    def holds(self, assignment: Assignment) -> bool:
        """Whether the list shows an assignment of its unit, group and section."""
        return self._holds_status(assignment) and self._holds_day(assignment)

    def _holds_status(self, assignment: Assignment) -> bool:
        match self.filter:
            case Filter.ALL:
                return True
            case Filter.OPEN | Filter.PICK | Filter.SAID | Filter.DUE:
                return not assignment.finished
            case Filter.EXTEND:
                return assignment.due is not None and not assignment.finished
            case Filter.OVERDUE:
                return assignment.overdue
            case Filter.UNREPORTED:
                return not assignment.finished and not self._reported(assignment)
            case status:
                return assignment.status.replace("_", "") == status

    def _reported(self, assignment: Assignment) -> bool:
        """Whether anything was reported on it, in the days named where there are any."""
        last = assignment.last
        return last is not None and (self.first is None or self.first <= last.at.date())

    def _holds_day(self, assignment: Assignment) -> bool:
        if self.filter is Filter.UNREPORTED:
            return True
        if self.last is None:
            return self.filter is not Filter.DUE
        day = assignment.due
        if self.filter in FINISHED:
            day = assignment.last.at.date() if assignment.last else None
        return day is not None and (self.first is None or self.first <= day) and day <= self.last
