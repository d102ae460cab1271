"""A liaison's day: tasks reminded of, reports on their own initiative, corrections, and other messages."""

from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from data.plan.deadlines import DeadlineKind
from handlers.wording import Language, day_text, labels
from tests.rehearsal.corpus import said_of
from tests.rehearsal.hearing import Hearing, Reading
from tests.rehearsal.people import Person
from tests.rehearsal.phone import NoSuchButton
from tests.rehearsal.reporting import Reporter, Stuck
from tests.rehearsal.talk import Saying, sayings
from tests.rehearsal.truth import Duty, Meaning, Truth
from tests.rehearsal.view import leave
from tests.rehearsal.voices import ENGLISH_REASONS, REASONS, sentence
from tests.rehearsal.work import Course, course_of, meaning_of, unchanged

FROM_THE_CORPORA = 0.5
"""The share of reports written in the words of the corpora, if there are such."""
WITH_PHOTOS = 0.15
"""The share of reports with evidence."""
MOST_A_DAY = 6
"""The most reports that a person makes in a day; the rest waits for the next."""
UNCHANGED_ZH = ("{c}没变化", "{c} 本期无变化", "{c}照旧", "{c}还是老样子")
UNCHANGED_EN = ("no change on {c}", "{c} no change")
ASK_ZH = ("{c} 申请延期到{y}年{m}月{d}日，{r}", "{c}想延到{y}年{m}月{d}日，{r}", "申请把{c}延期至{y}年{m}月{d}日，{r}")
ASK_EN = ("{c} extend to {d} {n} {y} because {r}",)
HEADS: Mapping[Language, str] = {"zh": "申请延期 ", "en": "More time for "}
WITHDRAW_ZH = ("撤回刚才那份", "刚才的撤回", "撤回")
WITHDRAW_EN = ("withdraw my last report", "withdraw")
CORRECT_ZH = ("刚才报错了，{c}是{p}%", "更正一下，{c}应该是{p}%", "{c}刚才报错了，应为{p}%")
CORRECT_EN = ("correction: {c} is {p}%", "sorry, {c} should be {p}%")


@dataclass
class Liaison:
    """A person in charge of a unit's duties."""

    person: Person
    truth: Truth
    hearing: Hearing
    courses: dict[str, Course] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    troubles: list[str] = field(default_factory=list)
    """The situations in which the person did not know how to continue."""

    def begin(self, first_day: date) -> None:
        """Take over the duties."""
        for each in self.duties:
            self.courses[each.code] = course_of(each, self.person.character, first_day, self.person.luck)

    @property
    def duties(self) -> list[Duty]:
        return self.truth.of(self.person.unit or "")

    def is_reminded(self, codes: list[str], today: date, *, nudged: bool = False) -> None:
        """Note that the person has read a reminder, and will act on it sooner or later."""
        character, luck = self.person.character, self.person.luck
        if character.deaf and not nudged:
            return
        for code in codes:
            day = today + timedelta(days=luck.randint(*character.reacts))
            self.person.to_do[code] = min(day, self.person.to_do.get(code, day))

    async def live(self, today: date) -> None:
        """Do what there is to do on a day."""
        if self.person.lost or self.person.is_away(today):
            return
        luck, character = self.person.luck, self.person.character
        chosen = self._recalled(today)
        if self.duties and luck.random() < character.unbidden:
            chosen.append(luck.choice(self.duties))
        for duty in chosen[:MOST_A_DAY]:
            await self._try(self._report_or_ask_for_time(duty, today))
        if luck.random() < character.asks:
            await self._try(self._say(luck.choice(sayings(self.person))))

    def _recalled(self, today: date) -> list[Duty]:
        known = {each.code: each for each in self.duties}
        codes = [code for code, day in self.person.to_do.items() if day <= today]
        for code in codes:
            if code not in known or known[code].state(today).finished:
                del self.person.to_do[code]
        return [known[code] for code in codes if code in self.person.to_do]

    async def _try(self, deed: Awaitable[None]) -> None:
        """Do something; a person who does not know how to continue leaves it for another day."""
        self.person.phone.city.pass_minutes(self.person.luck.uniform(0.5, 2))
        try:
            await deed
        except (Stuck, NoSuchButton) as trouble:
            self.troubles.append(f"{self._today} {self.person.unit}: {type(trouble).__name__} {trouble}")
            await leave(self.person)

    async def _report_or_ask_for_time(self, duty: Duty, today: date) -> None:
        """Report on a duty, or ask for more time."""
        state, luck = duty.state(today), self.person.luck
        if state.finished:
            return
        course = self.courses.setdefault(duty.code, Course(today, None))
        if state.due is not None and course.ends is not None and self._needs_time(duty, state.due, course.ends, today):
            await self._ask_for_time(duty, state.due, course.ends)
            return
        ongoing = duty.kind is DeadlineKind.ONGOING and course.ends is None
        if ongoing and duty.told and luck.random() < 0.4:
            await self._no_change(duty, today)
            return
        await self._report(duty, course, today)

    def _corpus_sentences(self, duty: Duty) -> list[tuple[str, Meaning]]:
        """Return unused sentences of the corpora that suit a duty; none if its last report was returned."""
        given_back = duty.last is not None and duty.last.returned is not None
        found = () if given_back or self.person.english else said_of(duty.unit or "", duty.code)
        fresh = ((text, meaning) for text, meaning in found if text not in self._used and not text.isascii())
        return [(text, meaning) for text, meaning in fresh if meaning.status != "not_started" or not duty.told]

    def _needs_time(self, duty: Duty, due: date, ends: date, today: date) -> bool:
        """Return whether a near deadline will be missed, and the person thinks of asking for more time."""
        near = today <= due <= today + timedelta(days=10) and ends > due
        return near and duty.asked is None and not duty.granted and self.person.luck.random() < 0.5

    async def _report(self, duty: Duty, course: Course, today: date) -> None:
        person, luck = self.person, self.person.luck
        meaning = meaning_of(duty, course, today, luck, english=person.english, figures=luck.random() < 0.45)
        if luck.random() < WITH_PHOTOS:
            meaning = replace(meaning, photos=luck.choice((1, 1, 2)))
        if duty.last is not None and duty.last.returned is not None:
            meaning = replace(meaning, figures={**duty.last.meaning.figures, **meaning.figures})
        text = sentence(person.voice, duty.code, meaning, luck)
        if (known := self._corpus_sentences(duty)) and luck.random() < FROM_THE_CORPORA:
            text, meaning = luck.choice(known)
            self._used.add(text)
        reporter = Reporter(person, duty, meaning, self.hearing)
        if luck.random() < person.character.writes:
            await reporter.by_sentence(text)
        else:
            await reporter.by_buttons()
        if duty.last is not None and luck.random() < person.character.careless:
            last = duty.last.meaning
            of_a_number = last.status == "in_progress" and last.percent and not last.photos
            await (self._correct(duty) if of_a_number else self._withdraw(duty, course, today))

    async def _withdraw(self, duty: Duty, course: Course, today: date) -> None:
        """Withdraw the report just made, and report again."""
        person, told = self.person, duty.told[-1]
        text = person.luck.choice(WITHDRAW_EN if person.english else WITHDRAW_ZH)
        person.phone.city.pass_minutes(1)
        news = await person.phone.says(text)
        try:
            await person.phone.presses(labels.WITHDRAW(self._language))
        except NoSuchButton:
            self._note(text, Reading.AGAIN, news[-1].text if news else "")
            return
        self._note(text, Reading.RIGHT)
        duty.told.remove(told)
        person.phone.city.tally["reports withdrawn by their authors"] += 1
        await self._report(duty, course, today)

    async def _correct(self, duty: Duty) -> None:
        """Correct the percentage of the report just made."""
        person, told = self.person, duty.told[-1]
        percent = told.percent - 5 if told.percent > 5 else told.percent + 5
        text = person.luck.choice(CORRECT_EN if person.english else CORRECT_ZH).format(c=duty.code, p=percent)
        person.phone.city.pass_minutes(1)
        meaning = replace(told.meaning, percent=percent)
        if await Reporter(person, duty, meaning, self.hearing).put_right(text):
            duty.told.remove(told)
            person.phone.city.tally["reports corrected in words"] += 1

    async def _no_change(self, duty: Duty, today: date) -> None:
        ways = UNCHANGED_EN if self.person.english else UNCHANGED_ZH
        text = self.person.luck.choice(ways).format(c=duty.code)
        await Reporter(self.person, duty, unchanged(duty), self.hearing).same_as_before(text)

    async def _ask_for_time(self, duty: Duty, due: date, until: date) -> None:
        """Ask the office for more time, with a reason."""
        person, luck = self.person, self.person.luck
        new = max(until, due + timedelta(days=20)) + timedelta(days=luck.randint(0, 20))
        reason = luck.choice(ENGLISH_REASONS if person.english else REASONS)
        ways = ASK_EN if person.english else ASK_ZH
        text = luck.choice(ways).format(c=duty.code, y=new.year, m=new.month, n=f"{new:%B}", d=new.day, r=reason)
        news = await person.phone.says(text)
        shown = news[-1].text if news else ""
        if day_text(new, self._language) not in shown or not shown.startswith(HEADS[self._language] + duty.code):
            self._note(text, Reading.WRONG if labels.SUBMIT(self._language) in shown else Reading.AGAIN, shown)
            await leave(person)
            return
        await person.phone.presses(labels.SUBMIT(self._language))
        self._note(text, Reading.RIGHT)
        person.phone.city.tally["requests for more time"] += 1
        duty.asked = new
        duty.moves.append(text)
        person.to_do.pop(duty.code, None)

    async def _say(self, saying: Saying) -> None:
        """Ask or say something else; it counts as understood if the answer is of the right kind."""
        news = await self.person.phone.says(saying.text)
        shown = news[-1].text if news else ""
        stored = shown.startswith(labels.SUBMITTED(self._language))
        reading = Reading.WRITTEN if stored else saying.reading_of(shown)
        self._note(saying.text, reading, shown)
        if news and any(button.text == labels.CANCEL(self._language) for button in news[-1].buttons):
            await leave(self.person)

    def _note(self, sentence: str, reading: Reading, shown: str = "") -> None:
        self.hearing.note(self._today, self.person.unit, sentence, reading, shown)

    @property
    def _today(self) -> date:
        return self.person.phone.city.today

    @property
    def _language(self) -> Language:
        return "en" if self.person.english else "zh"
