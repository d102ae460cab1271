"""Selection of the tasks that a list shows, or that a summary or an export is of, and how it is packed into buttons;
and how the part of the history that is shown is."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from data.errors import StaleButton
from data.office.history import HistoryScope
from data.plan.deadlines import DeadlineKind
from data.standing.assignments import Assignment
from data.standing.check_ins import is_to_report, is_unfinished_ongoing
from data.standing.standing import Light
from handlers.telegram import Verb, day_in
from handlers.telegram.callbacks import SAID_IN_LIST


class Filter(StrEnum):
    """The kinds of lists."""

    ALL = "all"
    OPEN = "open"
    OVERDUE = "overdue"
    DUE = "due"
    PICK = "pick"
    SAID = "said"
    EXTEND = "extend"
    NOT_STARTED = "notstarted"
    IN_PROGRESS = "inprogress"
    BLOCKED = "blocked"
    SUBMITTED = "submitted"
    CLOSED = "closed"
    DONE = "done"
    WORRYING = "worrying"
    STALE = "stale"
    RETURNED = "returned"
    SOON = "soon"
    ON_TIME = "ontime"
    NO_DATE = "nodate"
    UNSTATED = "unstated"
    NO_UNIT = "nounit"
    ONGOING = "ongoing"
    NOT_ONGOING = "notongoing"
    TO_REPORT = "toreport"
    FIGURES = "figures"
    SHARED = "shared"
    EXTENDED = "extended"


OF_RECORDS = (Filter.BLOCKED, Filter.FIGURES, Filter.RETURNED, Filter.EXTENDED)
FINISHED_FILTERS = (Filter.SUBMITTED, Filter.CLOSED, Filter.DONE)
LIGHTS = {
    Filter.WORRYING: Light.WORRYING,
    Filter.SOON: Light.DUE_SOON,
    Filter.ON_TIME: Light.ON_TIME,
    Filter.NO_DATE: Light.NO_DATE,
}
NOT_STATED = (DeadlineKind.MISSING, DeadlineKind.UNCLEAR)
LAST_PAGE = 999
HUNDRED = 100
MOST_WITHOUT = 4
"""The number of excluded units that fit into a button's data beside the rest."""
UNREPORTED = "unreported"
"""The filter in buttons of former releases that stands for the days without a report."""
MOST_BYTES = 64 - len(f"{Verb.LIST}:")


Silence = tuple[date | None, date | None]
"""The days without a report; (None, None) is ever since the plan was issued."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, or what a summary or an export is of: its filter, and what else limits it.

    `first` and `last` are days: those on which tasks fall due (EARLIEST: late ones too), on which finished ones were
    reported done, or on which more time was granted; in an export, its days. `silence` are the days without a report.
    `percents` are the least and the most percent done. `unit_id` is a unit; `group` a unit group, by its place in the
    table of groups; `section` a section, by the id of its first task, and `sections` several, packed as in sections.py;
    `item` an item, by its number; `task_id` a task. `words` must be contained in the tasks; the units in `without` are
    excluded. With `by_unit`, the list shows how many of its tasks each unit has. `summary` are the days of the summary
    that the list was opened from: it is shown as of the last of them, and leads back. `said_in` is the update with the
    sentence for which a task is to be chosen.
    """

    filter: Filter
    first: date | None = None
    last: date | None = None
    unit_id: int | None = None
    group: int | None = None
    section: int | None = None
    item: str | None = None
    words: tuple[str, ...] = ()
    without: tuple[int, ...] = ()
    by_unit: bool = False
    summary: tuple[date, date] | None = None
    silence: Silence | None = None
    sections: str | None = None
    task_id: int | None = None
    said_in: int | None = None
    percents: tuple[int, int] | None = None

    def day(self, today: date) -> date:
        """Return the day whose state the list shows."""
        return self.summary[1] if self.summary else today

    @property
    def only_shows_standings(self) -> bool:
        """Whether the list depends only on how tasks stand, on the plan and on the day, but not on reports, requests,
        indicators or unit groups."""
        of_more = self.filter in OF_RECORDS or self.words or self.group is not None
        return not of_more and self.summary is None and self.said_in is None

    @property
    def fits(self) -> bool:
        """Whether the buttons that turn its pages can carry all that limits it, its words apart."""
        packed = replace(self, words=()).pack(LAST_PAGE)
        return len(self.without) <= MOST_WITHOUT and len(":".join(map(str, packed)).encode()) <= MOST_BYTES

    def pack(self, page: int) -> tuple[object, ...]:
        """Return the arguments of a button that shows a page of this list, with as many of its words as fit."""
        days = (f"{self.first:%Y%m%d}", f"{self.last:%Y%m%d}") if self.first and self.last else ()
        narrowed = (("u", self.unit_id), ("g", self.group), ("s", self.section), ("i", self.item))
        packed = (self.filter, page, *days, *(f"{mark}{number}" for mark, number in narrowed if number is not None))
        if self.without:
            packed += ("x" + ".".join(map(str, self.without[:MOST_WITHOUT])),)
        if self.by_unit:
            packed += ("y",)
        packed += tuple(
            mark + "".join(f"{day:%y%m%d}" for day in days if day)
            for mark, days in (("b", self.summary), ("r", self.silence))
            if days
        )
        percents = f"{self.percents[0]}.{self.percents[1]}" if self.percents else None
        more = (("t", self.task_id), ("m", self.sections), ("p", percents), (SAID_IN_LIST, self.said_in))
        packed += tuple(f"{mark}{of}" for mark, of in more if of is not None)
        for count in range(len(self.words), 0, -1):
            with_words = (*packed, f"w{' '.join(self.words[:count])}")
            if len(":".join(map(str, with_words)).encode()) <= MOST_BYTES:
                return with_words
        return packed

    @staticmethod
    def unpack(arguments: tuple[str, ...]) -> tuple["Listing", int]:
        """Return the list and the page that a button's arguments stand for. Raises StaleButton if they are invalid."""
        try:
            chosen, page, *rest = arguments
            marked = {each[0]: each[1:] for each in rest if not each[0].isdecimal()}
            numbers = {mark: int(marked[mark]) for mark in f"ugst{SAID_IN_LIST}" if mark in marked}
            shown, without = int(page), tuple(int(each) for each in marked.get("x", "").split(".") if each)
            days = [date.fromisoformat(each) for each in rest if each[0].isdecimal()]
            first, last = days or (None, None)
            summary, silence = (_days_in(marked[mark]) if mark in marked else None for mark in "br")
            if chosen == UNREPORTED:
                chosen, silence, first, last = Filter.ALL, (first, last), None, None
            filter = Filter(chosen)
            percents = tuple(map(int, marked["p"].split("."))) if "p" in marked else ()
        except (ValueError, IndexError):
            raise StaleButton from None
        listing = Listing(
            filter,
            first,
            last,
            unit_id=numbers.get("u"),
            group=numbers.get("g"),
            section=numbers.get("s"),
            item=marked.get("i"),
            words=tuple(marked.get("w", "").split()),
            without=without,
            by_unit="y" in marked,
            summary=(summary[0], summary[1]) if summary and summary[0] and summary[1] else None,
            silence=silence,
            sections=marked.get("m"),
            task_id=numbers.get("t"),
            said_in=numbers.get(SAID_IN_LIST),
            percents=(percents[0], percents[-1]) if percents else None,
        )
        return listing, shown

    @property
    def only_silent(self) -> bool:
        """Whether the days without a report are what the list is about, and not one limit beside another filter."""
        return self.silence is not None and self.filter is Filter.ALL

    def holds(self, assignment: Assignment) -> bool:
        """Return whether an assignment matches the list's task, item, filter and days and is not excluded. Units,
        sections and words are checked in list_contents."""
        if assignment.unit_id in self.without or self.task_id not in (None, assignment.task_id):
            return False
        in_item = self.item is None or assignment.code.rpartition("-")[0] == self.item
        if self.silence is not None and (assignment.finished or _reported(assignment, self.silence[0])):
            return False
        least, most = self.percents or (0, HUNDRED)
        in_limits = in_item and least <= assignment.percent <= most
        return in_limits and self._holds_status(assignment) and self._holds_day(assignment)

    def _holds_status(self, assignment: Assignment) -> bool:
        match self.filter:
            case Filter.ALL | Filter.SHARED:
                return True
            case Filter.WORRYING | Filter.SOON | Filter.ON_TIME | Filter.NO_DATE:
                return assignment.light is LIGHTS[self.filter]
            case Filter.STALE:
                return assignment.stale
            case Filter.RETURNED:
                return assignment.last is not None and assignment.last.returned is not None
            case Filter.UNSTATED:
                return not assignment.finished and not assignment.settled and assignment.deadline.kind in NOT_STATED
            case Filter.NO_UNIT:
                return assignment.unit_id is None and not assignment.finished
            case Filter.ONGOING:
                return is_unfinished_ongoing(assignment)
            case Filter.NOT_ONGOING:
                return not is_unfinished_ongoing(assignment)
            case Filter.TO_REPORT:
                falls_due = self.last is not None and assignment.due is not None and assignment.due <= self.last
                return not assignment.finished and (falls_due or is_to_report(assignment))
            case Filter.OPEN | Filter.PICK | Filter.SAID | Filter.DUE | Filter.FIGURES:
                return not assignment.finished
            case Filter.EXTEND:
                return assignment.due is not None and not assignment.finished
            case Filter.EXTENDED:
                return assignment.extended
            case Filter.DONE:
                return assignment.finished
            case Filter.OVERDUE:
                return assignment.overdue
            case status:
                return assignment.status.replace("_", "") == status

    def _holds_day(self, assignment: Assignment) -> bool:
        if self.last is None or self.filter in (Filter.EXTENDED, Filter.TO_REPORT):
            return self.filter is not Filter.DUE
        day = assignment.due
        if self.filter in FINISHED_FILTERS:
            day = assignment.last.at.date() if assignment.last else None
        return self.covers(day)

    def covers(self, day: date | None) -> bool:
        """Return whether a day is among those of the list; any is if it has none."""
        return self.last is None or (day is not None and (self.first or day) <= day <= self.last)


def _reported(assignment: Assignment, since: date | None) -> bool:
    """Return whether anything was reported, since a day if one is given."""
    last = assignment.last
    return last is not None and (since is None or since <= last.at.date())


def _days_in(packed: str) -> Silence:
    """Return the two days in a button's argument. Raises ValueError."""
    if not packed:
        return None, None
    return date.fromisoformat(f"20{packed[:6]}"), date.fromisoformat(f"20{packed[6:]}")


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
