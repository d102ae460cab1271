"""Which part of a summary is looked at. It is packed into the buttons that lead there and back."""

from dataclasses import dataclass, replace
from datetime import date

from handlers.tasks.selection import Filter, Listing
from handlers.telegram import View

Days = tuple[date, date]
WHOLE = Listing(Filter.ALL)


@dataclass(frozen=True, slots=True)
class Sight:
    """A page of a view, of the tasks in the scope of a list, in the days of its summary."""

    view: View = View.OVERALL
    page: int = 0
    scope: Listing = WHOLE

    @property
    def days(self) -> Days | None:
        """The days of the summary; None: today's."""
        return self.scope.summary

    def pack(self) -> tuple[object, ...]:
        """The arguments of the button that leads here."""
        return (self.view, *self.scope.pack(self.page)[1:])

    @staticmethod
    def unpack(arguments: tuple[str, ...]) -> "Sight":
        """What such arguments name; a view alone is of the whole plan today. Raises StaleButton for no days."""
        view, *rest = arguments
        scope, page = Listing.unpack((Filter.ALL, *(rest or ["0"])))
        return Sight(View(view), page, scope)

    def to(self, view: View, page: int = 0) -> "Sight":
        """Another view of the same."""
        return Sight(view, page, self.scope)

    def listing(self, filter: Filter = Filter.ALL) -> Listing:
        """A list of tasks in the scope, from which there is a way back."""
        return replace(self.scope, filter=filter)
