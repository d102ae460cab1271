"""What every conversation has at hand: the database, the clock, and who is speaking."""

from asyncio import Event
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot, JobQueue
from telegram.helpers import create_deep_linked_url

from data.errors import ForTheOffice
from data.people.actor import Actor
from data.people.people import Person
from data.plan.vocabulary import PlanWords
from data.store import Database
from data.times import day_of
from data.understanding import Understanding
from handlers.telegram.caches import VersionedCache
from handlers.telegram.last_messages import Newest
from handlers.telegram.rate import Patience
from handlers.telegram.wording import Language, language_of

JUST_NOW = timedelta(minutes=30)
"""How long after somebody has done something words may be about it without naming it."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the process lends to the conversations. `now` tells the moment, in UTC; `dialogs` are the declarations of
    handlers/dialog by their kind; `woken` is set where something new is to go out at once."""

    db: Database
    now: Callable[[], datetime]
    words: PlanWords
    newest: Newest = field(default_factory=Newest)
    strangers: Patience = field(default_factory=lambda: Patience(3, timedelta(hours=1)))
    last_words_to_strangers: Patience = field(default_factory=lambda: Patience(1, timedelta(hours=1)))
    messages: Patience = field(default_factory=lambda: Patience(30, timedelta(minutes=1)))
    presses: Patience = field(default_factory=lambda: Patience(120, timedelta(minutes=1)))
    requests_to_slow_down: Patience = field(default_factory=lambda: Patience(1, timedelta(minutes=1)))
    dialogs: dict[str, Any] = field(default_factory=dict)
    woken: Event = field(default_factory=Event)
    pages: VersionedCache = field(default_factory=VersionedCache)

    def today(self) -> date:
        """The present day in the zone of the deadlines."""
        return day_of(self.now(), self.db.zone)


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Services]):
    """The context of one update. The gate sets `person`; every handler behind it can rely on that."""

    person: Person
    language: Language = "zh"
    source: str = ""
    """Which message the update came from, for the record: chat, message and update id."""
    understood: dict[str, Understanding]
    """The sentences that this update was about, by their text, so that none is heard twice."""
    acknowledged: bool = False
    """Whether the spinner of the pressed button was ended."""
    question_shown: bool = False
    """Whether what answered this update offers the open dialog itself, so that it need not come back below."""

    @property
    def db(self) -> Database:
        """The database."""
        return self.bot_data.db

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self.bot_data.now()

    @property
    def just_now(self) -> datetime:
        """The moment since when what somebody did is still what their words may be about."""
        return self.now - JUST_NOW

    @property
    def zone(self) -> ZoneInfo:
        """The zone of deadlines and of what is shown."""
        return self.db.zone

    @property
    def today(self) -> date:
        """The present day in that zone."""
        return self.bot_data.today()

    @property
    def actor(self) -> Actor:
        """Who speaks, now, in this message: who does what they ask for."""
        return Actor(self.person, self.now, self.zone, self.source)

    def link(self, token: str) -> str:
        """The link that brings whoever opens it to the bot with a token."""
        return create_deep_linked_url(self.bot.username, token)

    def check_office(self) -> None:
        """Raise ForTheOffice unless who speaks is of the coordinating office now."""
        if not self.person.is_coordinator:
            raise ForTheOffice

    def hear(self, person: Person | None, update: Update) -> None:
        """Remember who speaks, in which message, and which language they read."""
        self.understood = {}
        self.question_shown = False
        chat, message = update.effective_chat, update.effective_message
        self.source = f"{chat.id if chat else ''}:{message.message_id if message else ''}:{update.update_id}"
        if person is not None:
            self.person = person
        user = update.effective_user
        self.language = language_of(person.language if person else None, user.language_code if user else None)


Does = Callable[[Update, Context, Understanding], Coroutine[Any, Any, None]]
"""What is done for a sentence."""
App = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Services, JobQueue[Context]]
