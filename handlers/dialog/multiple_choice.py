"""A question answered by picking some of many, page by page: each press marks or unmarks one, until the marked ones are
chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from handlers.dialog.declaration import Talk
from handlers.dialog.question import Answers, Choice, Choices
from handlers.telegram import in_rows, still_there
from handlers.wording import Wording, cut, labels, page_of

S = TypeVar("S")
Offer = tuple[str, Any, str]
"""The value of the button, what it picks, and its name."""
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class MultipleChoice(Generic[S]):
    """A question whose answer under `key` is picked from pages. `marks` and `page` are the keys of what is marked and
    of the page shown until then."""

    key: str
    marks: str
    page: str
    offered: Callable[[Talk[S]], Sequence[Offer]]
    a_page: int
    in_a_row: int = 2
    everything: Wording | None = None
    """The label of a button that picks all, shown while none is marked."""
    nothing: Wording | None = None
    """The label of a button that picks none, shown while none is marked."""

    def marked(self, talk: Talk[S]) -> list[Any]:
        """Return what is marked, or the answer once there is one."""
        given = talk.answers.get(self.key)
        return list(talk.answers.get(self.marks) or () if given is None else given)

    def anew(self, talk: Talk[S]) -> Answers:
        """Return the answers that reopen the question, with what was picked so far marked."""
        return {self.key: None, self.marks: self.marked(talk)}

    def buttons(self, talk: Talk[S]) -> Choices:
        """Return a page of what is offered, the ways to other pages, and the button that chooses."""
        picked, page = self.marked(talk), page_of(self.offered(talk), talk.answers.get(self.page, 0), self.a_page)
        shown = [(cut(f"✓ {name}" if one in picked else name, LONGEST_NAME), value) for value, one, name in page.shown]
        ways: list[Choice] = [(labels.PREVIOUS_PAGE, f"page_{page.number - 1}")] if page.number else []
        ways += [(labels.NEXT_PAGE, f"page_{page.number + 1}")] if page.number < page.pages - 1 else []
        unmarked = ((self.everything, "all"), (self.nothing, "chosen"))
        on: list[Choice] = [(words, does) for words, does in unmarked if words is not None]
        return [*in_rows(shown, self.in_a_row), ways, [(labels.CHOSEN, "chosen")] if picked else on]

    def press(self, talk: Talk[S], value: str) -> Answers:
        """Return the answers after a press: one is marked or unmarked, the page is turned, or what is marked is chosen,
        in the order of the offer. Until then the question stays open. Raises StaleButton."""
        picked, number = self.marked(talk), value.removeprefix("page_")
        offered = [one for _, one, _ in self.offered(talk)]
        if value == "all" and self.everything:
            return {self.key: offered}
        if value == "chosen" and (picked or self.nothing):
            said_besides = [one for one in picked if one not in offered]
            return {self.key: [*(one for one in offered if one in picked), *said_besides]}
        if number != value and number.isdigit():
            return {self.page: int(number), **self.anew(talk)}
        _, pressed, _ = still_there(next((each for each in self.offered(talk) if each[0] == value), None))
        left = [one for one in picked if one != pressed]
        return {self.marks: left if pressed in picked else [*picked, pressed], self.key: None}
