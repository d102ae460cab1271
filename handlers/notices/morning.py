"""The morning message in lines and pages: a person's digest and, for a coordinator, the office's news below it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.notices.contents import Content
from data.notices.matters import DueReturn
from data.notices.outbox import Claimed
from data.notices.rules import OF_MATTERS, Entry, NoticeMatter, Rule, is_for_people
from data.office.open_deadlines import UNREADABLE
from data.plan.units import is_the_office
from data.standing.assignments import Assignment, urgency
from data.standing.check_ins import waiting_for_check_in
from data.understanding.grouping import listed
from handlers.notices import keyboard as buttons
from handlers.notices.texts import digest as texts
from handlers.notices.texts import office
from handlers.returns import own_returns
from handlers.steps import page as steps_due
from handlers.telegram import Rows, Verb, button, in_rows, keyboard_of, no_change_label, page_buttons
from handlers.telegram.task_buttons import ASKED, code_buttons, no_change_button
from handlers.wording import NOTHING, Html, Language, Wording, cut, join, labels, page_of, series
from handlers.wording.task_lines import list_line, of_several_units

LINES_A_PAGE = 12
MOST_CHECK_INS = 30
"""With more ongoing tasks than this, no button reports no change for all of them."""
BUTTONS_A_ROW = 2
MOST_OF_THE_OFFICE, FIRST_OF_MANY = 4, 3
"""With more lines than this below a heading, the office's news shows only the first, and a button for all."""
MOST_OPENED = 60
HEADINGS = (
    *(office.WAITING, office.BLOCKED, office.CAME_IN, office.ESCALATED, office.EVENTS, office.TO_SETTLE),
    *(office.NO_LIAISON, office.STALE, office.OWN, office.LATE_RETURNS),
)
"""The headings of the office's news, what is to be decided first; buttons hold their places."""


@dataclass(frozen=True, slots=True)
class MatterLines:
    """How one kind of matter is shown in a digest."""

    heading: Wording
    """The heading above the lines of this kind."""
    line: Callable[[NoticeMatter, date, Language], Html]
    """Returns the line of one matter, as of a day."""
    button: Callable[[NoticeMatter, int, Language], InlineKeyboardButton]
    """Returns the button for a matter, given the digest's id in the outbox. A button of the matter's own room opens
    something below the digest. A button of Verb.NOTICE with that id and the choice "step" shows the digest again
    without the line."""
    name: Callable[[NoticeMatter, Language], str]
    """Returns the name of a matter for a list in a sentence."""


MATTERS: dict[Rule, MatterLines] = {
    Rule.RETURN_DUE: MatterLines(
        own_returns.HEADING, own_returns.due_line, own_returns.fill_button_in_digest, own_returns.return_name
    ),
    Rule.STEP_DUE: MatterLines(
        steps_due.HEADING, steps_due.due_line, steps_due.tick_button_in_digest, steps_due.step_name
    ),
}
"""How the matters of each rule are shown, in the order in which they are listed."""


def entry_name(entry: Entry, language: Language) -> str:
    """Return the name of an entry of a digest for a list in a sentence; a task's is its code."""
    if isinstance(entry.subject, Assignment):
        return entry.subject.code
    return MATTERS[entry.rule].name(entry.subject, language) if entry.rule in MATTERS else entry.name


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One line below a heading, with its buttons, or the code of its `task`."""

    heading: Wording
    text: Html
    buttons: tuple[InlineKeyboardButton, ...] = ()
    task: Assignment | None = None


@dataclass(frozen=True)
class MorningDigest:
    """The morning message as it stands now."""

    said: Content
    outbox_id: int
    language: Language

    @cached_property
    def digest(self) -> list[Entry]:
        """The entries that the person has to act on: tasks of the unit, and other matters."""
        return [entry for entry in self.said.entries if is_for_people(entry)]

    @cached_property
    def lines(self) -> list[DigestLine]:
        """All lines, in their order."""
        return [*self._of_tasks(), *self._of_matters(), *self._folded()]

    @cached_property
    def _news(self) -> list[DigestLine]:
        return sorted(self._of_the_office(), key=lambda line: HEADINGS.index(line.heading))

    def _folded(self) -> Iterator[DigestLine]:
        """Yield the office's news, of many lines below a heading only the first and how many more there are."""
        for heading, group in groupby(self._news, key=lambda line: line.heading):
            lines = list(group)
            if len(lines) <= MOST_OF_THE_OFFICE:
                yield from lines
                continue
            yield from lines[:FIRST_OF_MANY]
            words = office.SEE_ALL(self.language, what=cut(heading(self.language), 12), count=len(lines))
            see = button(words, Verb.NOTICE, self.outbox_id, "all", HEADINGS.index(heading))
            more = labels.MORE(self.language, count=len(lines) - FIRST_OF_MANY)
            yield DigestLine(heading, more, (see,))

    def opened(self, place: int) -> tuple[Html, Rows]:
        """Return all lines of the office's news below a heading, with their buttons; no text if there are none left."""
        lines = [line for line in self._news if HEADINGS.index(line.heading) == place]
        if not lines:
            return NOTHING, []
        each = {one.callback_data: one for line in lines[:MOST_OPENED] for one in line.buttons}
        head = Html(f"<b>{lines[0].heading(self.language)}</b>")
        shown = labels.some_lines(lines, lambda line: line.text, MOST_OPENED, self.language)
        return join([head, *shown]), in_rows(list(each.values()), BUTTONS_A_ROW)

    def text(self, page: int) -> Html:
        """Return one page; without any line, only who cannot be reached."""
        of_all = page_of(self.lines, page, LINES_A_PAGE)
        shown, where = of_all.shown, of_all.where(self.language)
        own, people = self.digest, office.unreachable(self.said.unreachable, self.language)
        office_head = (office.HEAD_BESIDE if own else office.HEAD)(self.language)
        first_news = next((line for line in shown if line.heading in HEADINGS), None)
        parts: list[Html] = [texts.head(own, self.language) if own else office_head if self.lines else NOTHING, where]
        heading = None
        for line in shown:
            if line is first_news and own:
                parts.append(Html(f"\n{office_head}"))
            if line.heading is not heading:
                parts.append(Html(f"\n<b>{line.heading(self.language)}</b>"))
            heading = line.heading
            parts.append(line.text)
        is_due = any(line.task.due for line in self.lines if line.task)
        foot = (texts.FOOT if is_due else texts.FOOT_WITHOUT_DUE)(self.language) if self.said.own else NOTHING
        return join([*parts, foot, *people])

    def page_of(self, assignment_id: int) -> int:
        """Return the page on which a task stands, or the first."""
        numbers = [line.task.id if line.task else None for line in self.lines]
        return numbers.index(assignment_id) // LINES_A_PAGE if assignment_id in numbers else 0

    def rows(self, page: int) -> Rows:
        """Return the buttons of a page: task codes, those of the lines, and those to the other pages. If there is a
        single task and nothing else, its actions stand below it at once."""
        of_all, language = page_of(self.lines, page, LINES_A_PAGE), self.language
        own = [line.task for line in of_all.shown if line.task is not None]
        ongoing = waiting_for_check_in(self.said.own)
        at_one_press, is_single = 1 < len(ongoing) <= MOST_CHECK_INS, len(self.lines) == len(self.said.own) == 1
        others = {each.callback_data: each for line in of_all.shown for each in line.buttons}
        rows = [
            [no_change_button(no_change_label(ongoing, language), ASKED, ongoing[0])] if at_one_press else [],
            *code_buttons(own, language, Verb.NOTICE, self.outbox_id, "open", named=of_several_units(self.said.own)),
            *(buttons.actions(self.outbox_id, own[0], language) if is_single else ()),
            *in_rows(list(others.values()), BUTTONS_A_ROW),
            page_buttons(Verb.NOTICE, lambda to: (self.outbox_id, "page", to), of_all.number, of_all.pages, language),
        ]
        return [row for row in rows if row]

    def _of_tasks(self) -> Iterator[DigestLine]:
        named = of_several_units(self.said.own)
        tasks = [entry for entry in self.digest if entry.rule not in OF_MATTERS]
        placed = [(texts.section(entry, self.said.today), entry.assignment) for entry in tasks]
        for (_, heading), each in sorted(placed, key=lambda pair: (pair[0][0], urgency(pair[1]))):
            yield DigestLine(heading, list_line(each, self.language, named), task=each)

    def _of_matters(self) -> Iterator[DigestLine]:
        for rule, shown in MATTERS.items():
            for matter in (entry.subject for entry in self.digest if entry.rule is rule):
                if isinstance(matter, NoticeMatter):
                    button = shown.button(matter, self.outbox_id, self.language)
                    yield DigestLine(shown.heading, shown.line(matter, self.said.today, self.language), (button,))

    def _of_the_office(self) -> Iterator[DigestLine]:
        told = listed((entry.rule, entry) for entry in self.said.entries if not is_for_people(entry))
        for entry in told[Rule.BLOCKED]:
            yield DigestLine(office.BLOCKED, office.blocked(entry, self.language), (buttons.card(entry.assignment),))
        review = button(labels.GO_REVIEW(self.language), Verb.NOTICE, buttons.NO_MESSAGE, "review")
        if self.said.waiting and not told[Rule.REVIEW_WAITING]:
            yield DigestLine(office.WAITING, office.STILL(self.language, count=self.said.waiting), (review,))
        for each in dict.fromkeys(entry.assignment for entry in told[Rule.REVIEW_WAITING]):
            yield DigestLine(office.WAITING, self._line(each), (review,))
        yield from self._came_in(told[Rule.INFORMATION_NEW])
        yield from self._late_returns(told[Rule.RETURN_LATE])
        for entry in told[Rule.ESCALATION]:
            words = f"{entry.assignment.code} {labels.NUDGE(self.language)}"
            nudge = button(words, Verb.NUDGE, "one", entry.assignment.id)
            yield DigestLine(office.ESCALATED, self._line(entry.assignment), (nudge,))
        for unit, group in _by_unit(told[Rule.STALE]).items():
            yield DigestLine(office.STALE, office.of_a_unit(unit, group, self.language))
        for entry in told[Rule.NO_LIAISON]:
            if is_the_office(entry.assignment.unit or ""):
                own = list_line(entry.assignment, self.language)
                yield DigestLine(office.OWN, own, (buttons.card(entry.assignment),))
        others = [each for each in told[Rule.NO_LIAISON] if not is_the_office(each.assignment.unit or "")]
        for unit, group in _by_unit(others).items():
            words = office.INVITE(self.language, unit=cut(unit, 30))
            invite = button(words, Verb.INVITE, "liaison", group[0].assignment.unit_id)
            yield DigestLine(office.NO_LIAISON, office.of_a_unit(unit, group, self.language), (invite,))
        yield from self._to_settle(told[Rule.DOUBTFUL])
        for entry in told[Rule.EVENT_CHECK]:
            words = office.HAPPENED(self.language, code=entry.assignment.code)
            happened = button(words, Verb.EVENT, entry.assignment.task_id)
            yield DigestLine(office.EVENTS, office.event(entry, self.language), (happened,))

    def _came_in(self, entries: Sequence[Entry]) -> Iterator[DigestLine]:
        """Yield one line for all new work information, with a button to it."""
        pieces = [entry.subject for entry in entries if isinstance(entry.subject, NoticeMatter)]
        if pieces:
            see = button(office.SEE_WHAT_CAME(self.language, count=len(pieces)), Verb.INFORMATION, "came")
            yield DigestLine(office.CAME_IN, office.came_in(pieces, self.language), (see,))

    def _late_returns(self, entries: Sequence[Entry]) -> Iterator[DigestLine]:
        """Yield a line for each return that units have not filed in time, with a button that nudges them."""
        late = [entry.subject for entry in entries if isinstance(entry.subject, DueReturn)]
        for round_id, owed in listed((each.round_id, each) for each in late).items():
            title = own_returns.return_name(owed[0], self.language)
            units = series([each.unit for each in owed], self.language)
            nudge = button(f"{labels.NUDGE(self.language)} {cut(title, 30)}", Verb.ROUND, "nudge", round_id)
            line = office.LATE_RETURN(self.language, title=title, units=cut(units, 200))
            yield DigestLine(office.LATE_RETURNS, line, (nudge,))

    def _to_settle(self, entries: Sequence[Entry]) -> Iterator[DigestLine]:
        """Yield one line for all deadlines that the office is asked about, with a button to go through them."""
        if not entries:
            return
        tasks = [entry.assignment for entry in entries]
        missing = sum(each.deadline.kind in UNREADABLE for each in tasks)
        doubted = sum(each.doubtful and each.deadline.kind not in UNREADABLE for each in tasks)
        alone = sum(each.unit is None for each in tasks)
        text = office.to_settle(missing, doubted, alone, self.language)
        settle = button(office.SETTLE(self.language, count=len(entries)), Verb.SETTLE, "next", 0)
        yield DigestLine(office.TO_SETTLE, text, (settle,))

    def _line(self, assignment: Assignment) -> Html:
        return list_line(assignment, self.language, name_unit=True)


def _by_unit(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    return listed((entry.assignment.unit or "", entry) for entry in entries)


def morning_message(said: Content, claimed: Claimed, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return the first page of a morning message, as it goes out."""
    morning = MorningDigest(said, claimed.id, language)
    rows = morning.rows(0)
    text = join([labels.repeated_mark(claimed.repeated, language), morning.text(0)])
    return text, keyboard_of(*rows) if rows else None
