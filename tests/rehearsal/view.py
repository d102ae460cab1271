"""What somebody sees of a duty on the phone, and how what is open there is left."""

from dataclasses import dataclass

from bot.emulator.records import Message
from handlers.dialog.texts import CANCEL_YES
from handlers.telegram.wording import Language, Wording
from tests.rehearsal.people import Person
from tests.rehearsal.preview import Screen, screen_of
from tests.rehearsal.truth import Duty


@dataclass
class View:
    """A person who looks at what the bot says of a duty."""

    person: Person
    duty: Duty

    @property
    def language(self) -> Language:
        return "en" if self.person.english else "zh"

    async def press(self, words: Wording | str) -> None:
        """Press the newest button of these words. Raises NoSuchButton."""
        await self.person.phone.presses(words if isinstance(words, str) else words(self.language))

    def about(self, news: list[Message]) -> list[Message]:
        """What is about the duty; all where nothing is. What else waits may come back below it."""
        return [each for each in news if self.duty.code in each.text] or news

    def open(self, news: list[Message]) -> Screen | None:
        """Which screen of the duty has come last; None where another or none has."""
        found = screen_of(news[-1].text, self.language) if news else None
        return found if found is not None and self.duty.code in news[-1].text else None

    def now(self) -> Screen | None:
        """Which screen stands there now."""
        return screen_of(self.text(), self.language)

    def message(self) -> Message:
        """The newest screen that has come or changed; what else waits may stand below it."""
        message = self.person.phone.newest(lambda each: screen_of(each.text, self.language) is not None)
        assert message is not None
        return message

    def text(self) -> str:
        """Its words; none where nothing has come yet."""
        return self.message().text if self.person.phone.sees() is not None else ""


async def leave(person: Person) -> None:
    """Give up what is open."""
    language: Language = "en" if person.english else "zh"
    news = await person.phone.says("/cancel")
    buttons = [button.text for each in news for button in each.buttons]
    if (drop := CANCEL_YES(language)) in buttons:
        await person.phone.presses(drop)
