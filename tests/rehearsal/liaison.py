"""A liaison's day: what was recalled, what is reported unbidden, what is put right, and what else is said."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from handlers.telegram import labels
from tests.rehearsal.hearing import Hearing, Reading
from tests.rehearsal.people import Person
from tests.rehearsal.phone import NoSuchButton
from tests.rehearsal.reporting import Reporter, Stuck, leave, unchanged
from tests.rehearsal.talk import Saying, sayings
from tests.rehearsal.truth import Duty, Truth
from tests.rehearsal.voices import ENGLISH_REASONS, REASONS, sentence
from tests.rehearsal.work import Course, course_of, meaning_of

MOST_A_DAY = 6
"""So many reports somebody makes on one day at most; the rest waits for the next."""
UNCHANGED_ZH = ("{c}没变化", "{c} 本期无变化", "{c}照旧", "{c}还是老样子")
UNCHANGED_EN = ("no change on {c}", "{c} no change")
ASK_ZH = ("{c} 申请延期到{y}年{m}月{d}日，{r}", "{c}想延到{y}年{m}月{d}日，{r}", "申请把{c}延期至{y}年{m}月{d}日，{r}")
ASK_EN = ("{c} extend to {d} {n} {y} because {r}",)
MONTHS = ("January February March April May June July August September October November December").split()
WITHDRAW_ZH = ("撤回刚才那份", "刚才的撤回", "撤回")
WITHDRAW_EN = ("withdraw my last report", "withdraw")


@dataclass
class Liaison:
    """Somebody with a unit's duties in hand."""

    person: Person
    truth: Truth
    hearing: Hearing
    courses: dict[str, Course] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)
    """What somebody did not know how to go on with."""

    def begin(self, first_day: date) -> None:
        """Take the duties over."""
        for each in self.duties:
            self.courses[each.code] = course_of(each, self.person.character, first_day, self.person.luck)

    @property
    def duties(self) -> list[Duty]:
        return self.truth.of(self.person.unit or "")

    def is_reminded(self, codes: list[str], today: date, *, nudged: bool = False) -> None:
        """Somebody has read a reminder; sooner or later something is done about it."""
        character, luck = self.person.character, self.person.luck
        if character.deaf and not nudged:
            return
        for code in codes:
            day = today + timedelta(days=luck.randint(*character.reacts))
            self.person.to_do[code] = min(day, self.person.to_do.get(code, day))

    async def live(self, today: date) -> None:
        """Do what there is to do on a day."""
        if self.person.away and self.person.away[0] <= today <= self.person.away[1]:
            return
        luck, character = self.person.luck, self.person.character
        chosen = self._recalled(today)
        if self.duties and luck.random() < character.unbidden:
            chosen.append(luck.choice(self.duties))
        for duty in chosen[:MOST_A_DAY]:
            await self._try(self._see_to(duty, today))
        if luck.random() < character.asks:
            await self._try(self._say(luck.choice(sayings(self.person))))

    def _recalled(self, today: date) -> list[Duty]:
        known = {each.code: each for each in self.duties}
        codes = [code for code, day in self.person.to_do.items() if day <= today]
        for code in codes:
            if code not in known or known[code].state(today).finished:
                del self.person.to_do[code]
        return [known[code] for code in codes if code in self.person.to_do]

    async def _try(self, deed) -> None:  # type: ignore[no-untyped-def]
        """Do something; whoever does not know how to go on leaves it for another day."""
        self.person.phone.city.pass_minutes(self.person.luck.uniform(0.5, 2))
        try:
            await deed
        except (Stuck, NoSuchButton) as trouble:
            self.troubles.append(f"{self.person.phone.city.today} {self.person.unit}: {type(trouble).__name__} {trouble}")
            await leave(self.person)

    async def _see_to(self, duty: Duty, today: date) -> None:
        """Report on a duty, or ask for more time, whichever it is."""
        state, luck = duty.state(today), self.person.luck
        if state.finished:
            return
        course = self.courses.setdefault(duty.code, Course(today, None))
        short = state.due is not None and duty.asked is None and timedelta(0) <= state.due - today <= timedelta(days=10)
        if short and state.due is not None and course.ends is not None and course.ends > state.due:
            if luck.random() < 0.5 and not duty.granted:
                await self._ask_for_time(duty, state.due, course.ends)
                return
        if state.due is None and course.ends is None and duty.told and luck.random() < 0.4:
            await self._no_change(duty, today)
            return
        await self._report(duty, course, today)

    async def _report(self, duty: Duty, course: Course, today: date) -> None:
        person, luck = self.person, self.person.luck
        meaning = meaning_of(duty, course, today, luck, english=person.english, figures=luck.random() < 0.45)
        reporter = Reporter(person, duty, meaning, self.hearing)
        if luck.random() < person.character.writes:
            await reporter.by_sentence(sentence(person.voice, duty.code, meaning, luck))
        else:
            await reporter.by_buttons()
        if duty.last is not None and luck.random() < person.character.careless:
            await self._put_right(duty, course, today)

    async def _put_right(self, duty: Duty, course: Course, today: date) -> None:
        """The report just made was wrong: take it back, and report again."""
        person, told = self.person, duty.told[-1]
        text = person.luck.choice(WITHDRAW_EN if person.english else WITHDRAW_ZH)
        person.phone.city.pass_minutes(1)
        news = await person.phone.says(text)
        try:
            await person.phone.presses(labels.WITHDRAW(self._language))
        except NoSuchButton:
            self.hearing.note(today, person.unit, text, Reading.AGAIN, news[-1].text if news else "")
            return
        self.hearing.note(today, person.unit, text, Reading.RIGHT)
        duty.told.remove(told)
        await self._report(duty, course, today)

    async def _no_change(self, duty: Duty, today: date) -> None:
        ways = UNCHANGED_EN if self.person.english else UNCHANGED_ZH
        text = self.person.luck.choice(ways).format(c=duty.code)
        await Reporter(self.person, duty, unchanged(duty), self.hearing).same_as_before(text)

    async def _ask_for_time(self, duty: Duty, due: date, until: date) -> None:
        """Ask the office to put a deadline off, for good reason."""
        person, luck = self.person, self.person.luck
        new = max(until, due + timedelta(days=20)) + timedelta(days=luck.randint(0, 20))
        text = luck.choice(ASK_EN if person.english else ASK_ZH).format(
            c=duty.code,
            y=new.year,
            m=new.month,
            n=MONTHS[new.month - 1],
            d=new.day,
            r=luck.choice(ENGLISH_REASONS if person.english else REASONS),
        )
        news = await person.phone.says(text)
        shown = news[-1].text if news else ""
        day = f"{new.day} {MONTHS[new.month - 1][:3]} {new.year}" if person.english else f"{new.year}年{new.month}月{new.day}日"
        if day not in shown or duty.code not in shown:
            self.hearing.note(self.person.phone.city.today, person.unit, text, Reading.WRONG if day in shown else Reading.AGAIN, shown)
            await leave(person)
            return
        await person.phone.presses(labels.SUBMIT(self._language))
        self.hearing.note(self.person.phone.city.today, person.unit, text, Reading.RIGHT)
        duty.asked = new
        person.to_do.pop(duty.code, None)

    async def _say(self, saying: Saying) -> None:
        """Ask or say something else; it is understood when the answer is of the right kind."""
        news = await self.person.phone.says(saying.text)
        shown = news[-1].text if news else ""
        reading = Reading.RIGHT if saying.is_answered_by(shown) else Reading.AGAIN
        self.hearing.note(self.person.phone.city.today, self.person.unit, saying.text, reading, shown)
        if news and any(button.text == labels.CANCEL(self._language) for button in news[-1].buttons):
            await leave(self.person)

    @property
    def _language(self):  # type: ignore[no-untyped-def]
        return "en" if self.person.english else "zh"
