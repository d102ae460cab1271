"""The play itself: one working day after another."""

from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import date

from data.notices.rules import FOR_PEOPLE
from data.plan.workdays import Workdays
from data.times import at_hour
from tests.journeys.town import ZONE
from tests.rehearsal.city import City, morning
from tests.rehearsal.comparison import Difference, compare
from tests.rehearsal.events import HAPPENINGS, WentWrong
from tests.rehearsal.hearing import Hearing
from tests.rehearsal.information import Information
from tests.rehearsal.liaison import Liaison
from tests.rehearsal.mishaps import DOWN, KILLED_EVERY, MISHAPS, telegram_is_down
from tests.rehearsal.office import Office
from tests.rehearsal.peers import Counts, Hearers, Peers, sent, terms_of
from tests.rehearsal.people import Person
from tests.rehearsal.phone import NoSuchButton
from tests.rehearsal.reading import in_chat, in_files
from tests.rehearsal.reminders import Reminded, expected
from tests.rehearsal.returns import SET_UP, Returns
from tests.rehearsal.settling import MONDAYS, settle_deadlines
from tests.rehearsal.view import leave

FIRST_DAY, LAST_DAY = date(2019, 10, 24), date(2021, 1, 31)
REMINDED = f"""
SELECT outbox.chat_id, code, notices.rule FROM notices JOIN outbox ON outbox.id = outbox_id
JOIN tasks ON tasks.id = notices.task_id
WHERE outbox.day = ? AND recipient = 'person' AND outbox.state = 'sent'
    AND rule IN ({", ".join(f"'{each}'" for each in FOR_PEOPLE)})
"""
LETTERS = """
SELECT chat_id, message_id FROM outbox WHERE letter <> 'summary' AND message_id IS NOT NULL
"""


@dataclass
class Play:
    """The people at work in a city, and what has been found."""

    city: City
    files_from: date = FIRST_DAY
    """The day from which the workbook and the document are compared, too; in a short play that takes much of the
    time."""
    hearing: Hearing = field(default_factory=Hearing)
    calendar: Workdays = field(default_factory=Workdays)
    differences: list[Difference] = field(default_factory=list)
    reminded: dict[date, set[Reminded]] = field(default_factory=dict)
    finished_mornings: set[tuple[date, str, str | None]] = field(default_factory=set)
    """Reminders of what had been reported done, by day, code and unit."""
    doubtful_mornings: set[tuple[date, str, str | None]] = field(default_factory=set)
    """Reminders of what had a doubtful deadline, by day, code and unit."""
    peers: Peers = field(default_factory=Peers)
    sent: Counts = field(default_factory=Counts)
    letters: set[tuple[int, int]] = field(default_factory=set)
    """The messages caused by somebody's act, by chat and message id."""
    returns: Returns = field(default_factory=Returns)
    information: Information = field(default_factory=Information)
    troubles: list[str] = field(default_factory=list)
    """The situations, other than in reporting, in which somebody did not know how to continue."""
    processor: float = 0
    """The seconds of processor time taken by the bot and everything around it."""
    course: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The number of duties that were closed, and that had been due, at the end of each month."""
    happened: list[str] = field(default_factory=list)
    """What happened to the plan and to the bot, a line each."""

    async def run(self, first: date = FIRST_DAY, last: date = LAST_DAY) -> None:
        """Play every working day of a span, and compare the bot with the truth at the end of each month."""
        self.liaisons = [Liaison(each, self.city.truth, self.hearing) for each in self.city.people]
        self.office = Office(self.city.office, self.city.truth)
        for each in self.liaisons:
            each.begin(first)
        day = first
        while day <= last:
            await self._day(day)
            following = self.calendar.after(day)
            if following.month != day.month or following > last:
                news = await self.office.chief.phone.says("/summary")
                self.differences += in_chat(self, day, news[-1].text)
                self.differences += compare(self, day)
                self.differences += [*self.returns.differences(self, day), *self.information.differences(self, day)]
                if day >= self.files_from:
                    self.differences += in_files(self, day, day.replace(day=1))
                self._note_course(day)
            day = following
        self.sent = sent(self)
        self.letters = {(int(str(chat)), int(str(number))) for chat, number in self.city.asked(LETTERS)}

    def _note_course(self, day: date) -> None:
        states = [each.state(day) for each in self.city.truth.duties]
        closed = sum(each.status == "closed" for each in states)
        self.course[f"{day:%Y-%m}"] = closed, sum(each.due is not None and each.due <= day for each in states)

    async def _day(self, day: date) -> None:
        if day == DOWN:
            self.happened.append(await telegram_is_down(self, day))
        else:
            self.city.move_to(morning(day))
        await self.city.planned()
        await self.city.quiet()
        self._check_reminders(day)
        await self._happen(day)
        for each in self.liaisons:
            await each.live(day)
            if not each.person.lost and not each.person.is_away(day):
                await self._try(self.returns.live(self, each.person, day), each.person)
                await self._try(self.information.live(self, each.person, day), each.person)
        self.city.move_to(max(self.city.now(), at_hour(day, 16, ZONE)))
        await self.office.live(day)
        await self._try(self.information.decide(self, day), self.office.chief)
        await self.city.quiet()

    async def _try(self, deed: Awaitable[None], person: Person) -> None:
        """Let somebody do something; if a button is missing, they give up."""
        try:
            await deed
        except NoSuchButton as missing:
            screen = person.phone.sees()
            self.troubles.append(f"{self.city.today} {person.unit}: no {missing} on {screen.text if screen else ''!r}")
            await leave(person)

    async def _happen(self, day: date) -> None:
        """Let happen what is set for a day, including the regular kill."""
        deeds = [happenings[day] for happenings in (HAPPENINGS, MISHAPS) if day in happenings]
        deeds += [settle_deadlines] if day in MONDAYS else []
        deeds += [lambda play, day: play.returns.set_up(play, day)] if day == SET_UP else []
        for deed in deeds:
            try:
                self.happened.append(await deed(self, day))
            except (WentWrong, NoSuchButton) as trouble:
                self.troubles.append(f"{day}: {trouble}")
        if len(self.reminded) % KILLED_EVERY == KILLED_EVERY // 2:
            self.city.killed_next = True
            self.happened.append(f"{day}: the bot is killed while somebody is at it")

    def _check_reminders(self, day: date) -> None:
        """Compare the reminders with the promises, and let the people know what they have read."""
        found = {(int(str(chat)), str(code)) for chat, code, _ in self.city.asked(REMINDED, day.isoformat())}
        people = {each.unit: each.hearers for each in self.city.people if each.unit}
        wanted = expected(self.city.truth.duties, people, day, self.calendar)
        self.reminded[day] = found
        terms = [
            *terms_of(self.city.truth.duties, self._hearers(), day),
            *self.returns.terms(self, self._hearers(), day),
        ]
        self.peers.live(terms, self.calendar.before(day), day)
        recalled = [each for each in self.city.truth.duties if any(code == each.code for _, code in found)]
        self.finished_mornings |= {(day, each.code, each.unit) for each in recalled if each.state(day).finished}
        self.doubtful_mornings |= {(day, each.code, each.unit) for each in recalled if each.doubtful}
        for person, code in sorted(found ^ wanted):
            self.differences.append(self._needless_or_missing(day, person, code, (person, code) in found))
        for each in self.liaisons:
            codes = [code for person, code in found if person == each.person.phone.owner]
            each.is_reminded(sorted(codes), day)

    def _hearers(self) -> dict[str, Hearers]:
        """Return who gets each unit's reminders, and who of them reports."""
        return {each.unit: Hearers(each.hearers, [each.phone.owner]) for each in self.city.people if each.unit}

    def _needless_or_missing(self, day: date, person: int, code: str, said: bool) -> Difference:
        unit = next(each.unit for each in self.city.people if person in each.everybody)
        last = self.city.truth.find(code, unit).last
        words = ("not reminded", "reminded") if said else ("reminded", "not reminded")
        return Difference(day, f"{code} {unit}: {person}", *words, last.sentence if last else "")
