"""How a person reports: in a sentence or by buttons, up to submitting, checking the preview."""

from dataclasses import dataclass, field, replace

from bot.emulator.records import Message
from handlers.dialog.texts import CANCEL_YES, TO_PREVIEW
from handlers.reporting.texts.no_change import REPORT_NEWS
from handlers.reporting.texts.questions import ANOTHER_PERCENT, NEW_ONES, PERCENT_RIGHT, THEN_PREVIEW
from handlers.wording import Wording, labels
from tests.rehearsal.figures import NAMES, photo, said
from tests.rehearsal.hearing import Hearing, Reading
from tests.rehearsal.phone import NoSuchButton
from tests.rehearsal.preview import STATUSES, Screen, read_preview
from tests.rehearsal.truth import UNDER_WAY, Meaning, Told
from tests.rehearsal.view import View, leave

MOST_STEPS = 20
IN_A_LINE, BY_BUTTONS = 2, 6
"""The most messages and presses that a report should take, not counting photos."""
BESIDE = (Screen.PREVIEW.name, Screen.MORE_EVIDENCE.name)


class Stuck(Exception):
    """A person does not know what to do with what the screen shows."""


@dataclass
class Reporter(View):
    """A person who reports on a duty."""

    meaning: Meaning
    hearing: Hearing
    _sent: int = 0
    _sent_when_asked: int = 0
    """How many photos have been sent: in all, and when evidence was asked for."""
    _carried_over: int = 0
    """How many photos of a returned report carry over to a report begun by a sentence."""
    asked: list[str] = field(default_factory=list)
    """The questions asked, by the names of the screens."""

    @property
    def _inputs(self) -> int:
        """How often the person has written or pressed so far."""
        return self.person.phone.city.diary.inputs[self.person.phone.owner]

    async def by_sentence(self, sentence: str) -> None:
        """Write one line and submit it; if it was read wrong, report by buttons instead. Raises Stuck."""
        before, phone = self._inputs, self.person.phone
        if self.duty.last is not None and self.duty.last.returned is not None:
            self._carried_over = self.duty.last.meaning.photos
        if self.meaning.photos:
            news, self._sent = self.about(await phone.sends_photo(photo(self.person.luck), sentence)), 1
        else:
            news = self.about(await phone.says(sentence))
        reading, shown = self._reading(news, sentence)
        understood = self.open(news) is not None and reading is not Reading.WRONG
        stored = understood and await self._to_the_end(sentence)
        self._note(sentence, reading if stored or reading is Reading.AGAIN else Reading.WRONG, shown)
        if stored:
            inputs = self._inputs - before - self._sent_when_asked
            self.hearing.in_a_line[inputs] += 1
            self.hearing.asked_in_a_line[self._questions()] += inputs > IN_A_LINE
        else:
            await self.by_buttons(sentence)

    def _reading(self, news: list[Message], sentence: str) -> tuple[Reading, str]:
        """Return how the bot has read a sentence, and what it has shown."""
        shown = news[-1].text if news else "(nothing)"
        match self.open(news):
            case None:
                return Reading.AGAIN, shown
            case Screen.STORED:
                return Reading.WRITTEN, shown
            case Screen.PREVIEW:
                reading = Reading.RIGHT if self._is_meant(news[-1]) else Reading.WRONG
                return reading, str(read_preview(shown, self.language))
            case asked:
                return self._asked_for(asked, sentence), shown

    async def by_buttons(self, sentence: str = "") -> None:
        """Open the task and answer the questions; ongoing work has no percentage. Raises Stuck."""
        if self.duty.goes_on(self.person.phone.city.today):
            self.meaning = replace(self.meaning, percent=None)
        if self.now() not in (None, Screen.STORED):
            await leave(self.person)
            self._sent = 0
        news = self.about(await self.person.phone.says(self.duty.code))
        if sentence and self.open(news) is not None:
            await leave(self.person)
            news = self.about(await self.person.phone.says(self.duty.code))
        if self.open(news) is None:
            await self.press(labels.REPORT)
            self._carried_over = 0
        before = self._inputs
        if not await self._to_the_end(sentence or f"{self.duty.code} (by buttons)"):
            raise Stuck(f"{self.duty.code}: the preview is wrong: {self.text()}")
        inputs = self._inputs - before - self._sent_when_asked
        self.hearing.by_buttons[inputs] += 1
        self.hearing.asked_by_buttons[self._questions()] += inputs > BY_BUTTONS

    def _questions(self) -> str:
        """Return the questions that were asked, without the preview."""
        return ", ".join(dict.fromkeys(each for each in self.asked if each not in BESIDE))

    async def put_right(self, sentence: str) -> bool:
        """Say that the last report was wrong, and submit the correction; return False if the preview says something
        else."""
        news = self.about(await self.person.phone.says(sentence))
        understood = self.open(news) is Screen.PREVIEW and self._is_meant(news[-1])
        self._note(sentence, Reading.RIGHT if understood else Reading.AGAIN, news[-1].text if news else "")
        stored = understood and await self._to_the_end(sentence)
        if not stored:
            await leave(self.person)
        return stored

    async def same_as_before(self, sentence: str) -> None:
        """Say that nothing has changed, and confirm it. Raises Stuck."""
        news = await self.person.phone.says(sentence)
        word = f"{self.duty.code} {labels.NO_CHANGE(self.language)}"
        if news and REPORT_NEWS(self.language) in news[-1].text:
            self._note(sentence, Reading.RIGHT)
            return
        try:
            await self.press(word)
        except NoSuchButton:
            self._note(sentence, Reading.AGAIN, news[-1].text if news else "(nothing)")
            return
        self._note(sentence, Reading.RIGHT)
        self._stored(sentence)

    async def _to_the_end(self, sentence: str) -> bool:
        """Answer all questions until the report is stored; return False if the preview says something else."""
        self.asked = []
        for _ in range(MOST_STEPS):
            screen = self.now()
            if screen is Screen.STORED and self.duty.code in self.text():
                self._stored(sentence)
                return True
            if screen is Screen.PREVIEW and not self._is_meant(self.message()):
                return False
            if screen is None or screen is Screen.STORED:
                raise Stuck(f"{self.duty.code}: {self.text()}")
            self.asked.append(screen.name)
            await self._answer(screen)
        raise Stuck(f"{self.duty.code} goes round in circles: {self.text()}")

    async def _answer(self, screen: Screen) -> None:
        """Answer a question as meant."""
        meaning, phone = self.meaning, self.person.phone
        match screen:
            case Screen.PREVIEW:
                await self.press(labels.SUBMIT)
            case Screen.ANYWAY:
                await self.press(labels.ANYWAY)
            case Screen.UNFINISHED | Screen.LEAVE_IT:
                await self.press(labels.RESTART)
            case Screen.REALLY_CANCEL:
                await self.press(CANCEL_YES)
            case Screen.LESS:
                right = PERCENT_RIGHT(self.language, percent=meaning.percent or 0)
                await self.press(right if right in phone.offers() else ANOTHER_PERCENT)
            case Screen.STATUS | Screen.HUNDRED | Screen.GOING_ON:
                await self.press(STATUSES[meaning.status])
            case Screen.SAME_FIGURES | Screen.DOUBTED if self._sent < meaning.photos:
                await self._send_photo()
            case Screen.SAME_FIGURES | Screen.DOUBTED:
                await self._confirm(NEW_ONES if screen is Screen.SAME_FIGURES else labels.SURE)
            case Screen.NO_CHANGE:
                await self.press(f"{self.duty.code} {labels.NO_CHANGE(self.language)}")
            case Screen.PERCENT if meaning.percent is not None:
                await phone.says(str(meaning.percent))
            case Screen.NOTE if meaning.note:
                await phone.says(meaning.note)
            case Screen.OBSTACLE:
                await phone.says(meaning.obstacle)
            case Screen.FIGURES if meaning.figures:
                await phone.says(said(meaning.figures, self.person.luck, self.person.english, plain=True))
            case Screen.EVIDENCE | Screen.MORE_EVIDENCE if self._sent < meaning.photos:
                await self._send_photo()
            case Screen.MORE_EVIDENCE:
                await self.press(labels.GO_ON)
            case Screen.NOTE | Screen.FIGURES if not (meaning.figures or meaning.photos or self._blocked_by_what()):
                await self.press(TO_PREVIEW)
            case _:
                await self.press(labels.SKIP)

    async def _send_photo(self) -> None:
        await self.person.phone.sends_photo(photo(self.person.luck))
        self._sent, self._sent_when_asked = self._sent + 1, self._sent_when_asked + 1

    async def _confirm(self, figures: Wording) -> None:
        """Confirm figures, and in the same press, if possible, that there is no more evidence."""
        at_once = figures(self.language) + THEN_PREVIEW(self.language)
        await self.press(at_once if at_once in self.person.phone.offers() else figures)

    def _blocked_by_what(self) -> bool:
        """Return whether the obstacle has yet to be given."""
        return bool(self.meaning.obstacle) and Screen.OBSTACLE.name not in self.asked

    def _is_meant(self, preview: Message) -> bool:
        """Return whether a preview has the status, percentage and figures that are meant."""
        shown = read_preview(preview.text, self.language)
        percent = self._percent() if self.meaning.percent is None else self.meaning.percent
        same_percent = shown.percent in (None, percent) if self.meaning.percent is None else shown.percent == percent
        if self.meaning.status not in UNDER_WAY:
            same_percent = True
        return shown.status == self.meaning.status and same_percent and shown.figures == self._figures()

    def _figures(self) -> dict[str, float]:
        """Return the figures by the names shown on the screen."""
        return {NAMES[name][self.language]: value for name, value in self.meaning.figures.items()}

    def _percent(self) -> int:
        """Return the percentage according to earlier reports."""
        return self.duty.state(self.person.phone.city.today).percent

    def _asked_for(self, screen: Screen, sentence: str) -> Reading:
        """Return ASKED if a question asks for what the sentence has not said, AGAIN if it has, and WRONG if it asks
        about a percentage that was not meant."""
        if (
            screen is Screen.LESS
            and PERCENT_RIGHT(self.language, percent=self.meaning.percent or 0) not in self.person.phone.offers()
        ):
            return Reading.WRONG
        said_it = {
            Screen.STATUS: True,
            Screen.PERCENT: self.meaning.percent is not None or self.meaning.status != "in_progress",
            Screen.OBSTACLE: bool(self.meaning.obstacle) and self.meaning.obstacle in sentence,
        }
        return Reading.AGAIN if said_it.get(screen, False) else Reading.ASKED

    def _stored(self, sentence: str) -> None:
        """Note the report as part of the truth."""
        meaning = replace(self.meaning, photos=self._sent + self._carried_over)
        known = {"submitted": 100, "not_started": 0}.get(meaning.status, meaning.percent)
        percent = self._percent() if known is None else known
        now = self.person.phone.city.now()
        self.duty.told.append(Told(now, meaning, percent, sentence, self.person.phone.owner))
        self.person.to_do.pop(self.duty.code, None)

    def _note(self, sentence: str, reading: Reading, shown: str = "") -> None:
        self.hearing.note(self.person.phone.city.today, self.person.unit, sentence, reading, shown)
