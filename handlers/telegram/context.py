"""Context of an update: the database, the clock, and who is speaking."""

from asyncio import Event
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot, JobQueue
from telegram.helpers import create_deep_linked_url

from data import dialogs
from data.dialogs import Dialog
from data.errors import ForTheOffice
from data.people.actor import Actor
from data.people.people import Person
from data.plan.vocabulary import PlanWords
from data.store import Database
from data.times import day_of
from data.understanding import Understanding
from handlers.telegram.caches import VersionedCache
from handlers.telegram.callbacks import Verb
from handlers.telegram.last_messages import LastInChat, LastMessages
from handlers.telegram.rate import RateLimit
from handlers.wording import Language
from handlers.wording.wordings import language_of

JUST_NOW = timedelta(minutes=30)
"""How long a message may refer to what the user did last without naming it."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the process provides to all conversations. `now` returns the moment in UTC; `dialogs` are the declarations
    of all dialogs by kind, and `press_handlers` the functions that handle pressed buttons by verb; setting `woken` lets
    new messages go out at once; `exporting` are the ids of the people for whom an export is being made."""

    db: Database
    now: Callable[[], datetime]
    words: PlanWords
    dialogs: Mapping[str, Any]
    press_handlers: Mapping[Verb, "Callback"]
    last_messages: LastMessages = field(default_factory=LastMessages)
    strangers: RateLimit = field(default_factory=lambda: RateLimit(3, timedelta(hours=1)))
    last_words_to_strangers: RateLimit = field(default_factory=lambda: RateLimit(1, timedelta(hours=1)))
    messages: RateLimit = field(default_factory=lambda: RateLimit(30, timedelta(minutes=1)))
    presses: RateLimit = field(default_factory=lambda: RateLimit(120, timedelta(minutes=1)))
    requests_to_slow_down: RateLimit = field(default_factory=lambda: RateLimit(1, timedelta(minutes=1)))
    woken: Event = field(default_factory=Event)
    pages: VersionedCache = field(default_factory=VersionedCache)
    exporting: set[int] = field(default_factory=set)

    def today(self) -> date:
        """Return today in the time zone of deadlines."""
        return day_of(self.now(), self.db.zone)


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Services]):
    """The context of one update. The gate sets `person`, on which every later handler can rely."""

    person: Person
    language: Language = "zh"
    source: str = ""
    """The message that the update came from, for the audit: chat, message and update id."""
    understood: dict[str, Understanding]
    """How the sentences of this update were understood, by text, so that none is parsed twice."""
    acknowledged: bool = False
    """Whether the spinner of the pressed button has been ended."""
    question_shown: bool = False
    """Whether the answer itself offers the open dialog, which then need not come back below."""

    @property
    def db(self) -> Database:
        """The database."""
        return self.bot_data.db

    @property
    def now(self) -> datetime:
        """The present moment in UTC."""
        return self.bot_data.now()

    @property
    def just_now(self) -> datetime:
        """The moment since which what the user did may be referred to without naming it."""
        return self.now - JUST_NOW

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of deadlines and of what is shown."""
        return self.db.zone

    @property
    def today(self) -> date:
        """Today in the time zone of deadlines."""
        return self.bot_data.today()

    @property
    def open_dialog(self) -> Dialog | None:
        """The user's open dialog, which takes their words, or None; it may change within an update."""
        return dialogs.find_open(self.db, self.person.id)

    def open_dialog_of(self, *kinds: str) -> Dialog | None:
        """The user's open dialog if it is of one of these kinds, or None."""
        found = self.open_dialog
        return found if found is not None and found.kind in kinds else None

    def dialog(self, dialog_id: int) -> Dialog:
        """Return a dialog of the user in any state. Raises StaleButton if there is none."""
        return dialogs.find_dialog(self.db, self.person.id, dialog_id)

    @property
    def private_chat_id(self) -> int:
        """The user's private chat with the bot; 0 if there is none."""
        return self.person.telegram_id or 0

    @property
    def last_messages(self) -> LastInChat:
        """What was last sent or received in the user's private chat."""
        return self.bot_data.last_messages.in_chat(self.private_chat_id)

    def note_shown(self, update: Update, message_id: int, *packed: object) -> None:
        """Note what a message shows, as packed for buttons, so that the next ones may be about it without naming it."""
        if update.effective_chat is not None:
            self.bot_data.last_messages.note_list(update.effective_chat.id, message_id, tuple(map(str, packed)))

    @property
    def actor(self) -> Actor:
        """The user as the author of the changes made in this update."""
        return Actor(self.person, self.now, self.zone, self.source)

    def link(self, token: str) -> str:
        """Return the link that opens the bot with a token."""
        return create_deep_linked_url(self.bot.username, token)

    def check_office(self) -> None:
        """Raise ForTheOffice unless the user is a coordinator."""
        if not self.person.is_coordinator:
            raise ForTheOffice

    def speak_with(self, person: Person | None, update: Update) -> None:
        """Set who speaks, in which message, and which language they read."""
        self.understood = {}
        self.question_shown = False
        chat, message = update.effective_chat, update.effective_message
        self.source = f"{chat.id if chat else ''}:{message.message_id if message else ''}:{update.update_id}"
        if person is not None:
            self.person = person
        user = update.effective_user
        self.language = language_of(person.language if person else None, user.language_code if user else None)


Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]
"""A function that handles an update."""
Does = Callable[[Update, Context, Understanding], Coroutine[Any, Any, None]]
"""A function that carries out what a message asks for."""
App = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Services, JobQueue[Context]]
