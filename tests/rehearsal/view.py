"""What a person sees of a duty on the phone, and how they leave an open dialog."""

from dataclasses import dataclass

from bot.emulator.records import Message
from handlers.dialog.texts import CANCEL_YES
from handlers.wording import Language, Wording
from tests.rehearsal.people import Person
from tests.rehearsal.preview import Screen, screen_of
from tests.rehearsal.truth import Duty


@dataclass
class View:
    """A person looking at what the bot shows of a duty."""

    person: Person
    duty: Duty

    @property
    def language(self) -> Language:
        return "en" if self.person.english else "zh"

    async def press(self, words: Wording | str) -> None:
        """Press the newest button with this text. Raises NoSuchButton."""
        await self.person.phone.presses(words if isinstance(words, str) else words(self.language))

    def about(self, news: list[Message]) -> list[Message]:
        """Return the messages about the duty, or all if none is; other open dialogs may come back below it."""
        return [each for each in news if self.duty.code in each.text] or news

    def open(self, news: list[Message]) -> Screen | None:
        """Return the duty's screen if it came last, else None."""
        found = screen_of(news[-1].text, self.language) if news else None
        return found if found is not None and self.duty.code in news[-1].text else None

    def now(self) -> Screen | None:
        """Return the screen that is shown now."""
        return screen_of(self.text(), self.language)

    def message(self) -> Message:
        """Return the newest screen that came or changed; other open dialogs may stand below it."""
        message = self.person.phone.newest(lambda each: screen_of(each.text, self.language) is not None)
        assert message is not None
        return message

    def text(self) -> str:
        """Return the text of the newest screen; empty if nothing has come yet."""
        return self.message().text if self.person.phone.sees() is not None else ""


async def leave(person: Person) -> None:
    """Cancel what is open."""
    language: Language = "en" if person.english else "zh"
    news = await person.phone.says("/cancel")
    buttons = [button.text for each in news for button in each.buttons]
    if (drop := CANCEL_YES(language)) in buttons:
        await person.phone.presses(drop)
