"""The way of an update from Telegram to its handler: stored first, then queued, and marked as done once it has been
handled."""

import asyncio
import json
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from telegram import Update

from bot.incoming.fair_queue import MOST_AT_HAND, FairQueue, whose
from bot.incoming.receiver import is_id
from bot.incoming.strangers import is_kept, patience_with_strangers, speaker
from bot.incoming.suspects import MOST_ENDS, Suspects
from data.errors.store import DatabaseUnusable
from data.notices.unreachable import mark_reachable
from data.people.last_shown import keep_last_shown
from data.people.people import who_is
from data.store import inbox, transaction
from data.store.database import failures_named
from data.store.inbox import Received
from handlers.telegram.context import App, Services
from handlers.telegram.rate import Patience
from handlers.telegram.refusals import APOLOGY, WAITS_WITH_TELEGRAM
from handlers.telegram.sending import send
from handlers.telegram.wording import language_of

log = logging.getLogger(__name__)

TOGETHER = 0.01
"""In seconds: what has been handled within so much time is noted together."""


class Inbox:
    """Takes updates in, by polling or by webhook, and hands them over to be handled."""

    def __init__(self, app: App, afterwards: Callable[[], None] = lambda: None) -> None:
        """`afterwards` is called when it has been noted that some updates are handled."""
        self._app = app
        self._strangers = patience_with_strangers()
        self._told = Patience(1, timedelta(hours=1))
        self._done = Done(app.bot_data, afterwards)
        self._waiting = FairQueue()
        self._is_closed = False

    def take_in(self, updates: Sequence[dict[str, Any]]) -> None:
        """Store raw updates and queue new ones in the order in which they were made; after this Telegram may forget
        them. Raises DatabaseUnusable if they cannot be stored, so that Telegram must keep them."""
        if not updates:
            return
        db, now, today = self._app.bot_data.db, self._app.bot_data.now(), self._app.bot_data.today()
        updates = sorted(updates, key=itemgetter("update_id"))
        speakers = {who for update in updates if (who := speaker(update))}
        kept, not_kept = list[Received](), list[Received]()
        for update in updates:
            received = Received(update["update_id"], _text(update))
            (kept if is_kept(db, update, self._strangers, now, today) else not_kept).append(received)
        try:
            for who in speakers:
                mark_reachable(db, who)
            fresh = inbox.receive(db, kept, now)
        except DatabaseUnusable:
            self._tell(speakers)
            raise
        owners = {update["update_id"]: whose(update) for update in updates}
        for each in fresh:
            self._waiting.add(owners[each.update_id], each.update_id)
        self.hand_over({each.update_id: each for each in fresh})
        queue(self._app, dict.fromkeys(not_kept))

    def replay(self, suspects: Suspects) -> None:
        """Hand over what an earlier process stored and did not finish, before anything new comes. An update that has
        ended three processes is laid aside with an apology."""
        db = self._app.bot_data.db
        left_at_work, suspects.at_work.left = suspects.at_work.left, []
        with suppress(DatabaseUnusable):
            inbox.count_ends(db, left_at_work)
        for each in inbox.deadly(db, MOST_ENDS):
            log.error("update %s has ended the process %s times and is laid aside", each.update_id, MOST_ENDS)
            inbox.quarantine(db, each.update_id, "ends the process", self._app.bot_data.now())
            _apologise(self._app, each)
        left = inbox.undone_ids(db)
        suspects.add(left)
        for start in range(0, len(left), MOST_AT_HAND):
            for each in self._read(left[start : start + MOST_AT_HAND]):
                self._waiting.add(whose(json.loads(each.body)), each.update_id)
        self.hand_over()

    def handled(self, update_id: int) -> None:
        """Note that an update has been handled, and hand over what may take its place."""
        self._done(update_id)
        self._waiting.handled(update_id)
        self.hand_over()

    def hand_over(self, just_stored: Mapping[int, Received] = MappingProxyType({})) -> None:
        """Queue stored updates as far as memory has room, unless the inbox is closed. Those `just_stored`, by id,
        need not be read again."""
        while not self._is_closed and (taken := self._waiting.take()):
            at_hand = just_stored.keys() >= set(taken)
            received = [just_stored[each] for each in taken] if at_hand else self._read(taken)
            for update_id in queue(self._app, received):
                self._waiting.handled(update_id)

    def _read(self, update_ids: Sequence[int]) -> list[Received]:
        return inbox.received(self._app.bot_data.db, update_ids)

    def close(self) -> None:
        """Hand over nothing more; what is stored is left to the next process."""
        self._is_closed = True

    def note_handled(self) -> None:
        """Note at once which updates have been handled."""
        self._done.note()

    def _tell(self, speakers: Iterable[int]) -> None:
        """Tell members, once an hour, that what they have said waits."""
        for who in speakers:
            person = who_is(self._app.bot_data.db, who, self._app.bot_data.today())
            if person is not None and self._told.allows(who, self._app.bot_data.now()):
                text = WAITS_WITH_TELEGRAM(language_of(person.language, None))
                self._app.create_task(send(self._app.bot, who, text))


def _text(update: dict[str, Any]) -> str:
    """An update as it is stored. Half a character, which Telegram's JSON can hold and no file can, becomes a ?."""
    return json.dumps(update, ensure_ascii=False).encode(errors="replace").decode()


def _apologise(app: App, received: Received) -> None:
    """Tell a member where they spoke. The update is not made into an object, for even that may be what it dies of."""
    update = json.loads(received.body)
    who = speaker(update)
    person = who_is(app.bot_data.db, who, app.bot_data.today()) if who else None
    if person is not None:
        query = update.get("callback_query") or {}
        message = update.get("message") or update.get("edited_message") or query.get("message") or {}
        chat_id = message.get("chat", {}).get("id", who)
        text = APOLOGY(language_of(person.language, None), id=received.update_id)
        app.create_task(send(app.bot, chat_id, text))


def queue(app: App, received: Iterable[Received]) -> Collection[int]:
    """Queue updates to be handled; returns the ids of those that cannot be read, which are laid aside."""
    unreadable: dict[int, str] = {}
    for each in received:
        try:
            app.update_queue.put_nowait(Update.de_json(json.loads(each.body, parse_int=_number), app.bot))
        except Exception as error:
            unreadable[each.update_id] = type(error).__name__
    for update_id, problem in unreadable.items():
        log.error("update %s cannot be read and is laid aside: %s", update_id, problem)
        inbox.quarantine(app.bot_data.db, update_id, problem, app.bot_data.now())
    return unreadable.keys()


def _number(digits: str) -> int:
    """A whole number. Raises ValueError for one that is beyond all ids and moments."""
    number = int(digits)
    if not is_id(number):
        raise ValueError
    return number


class Done:
    """Notes which updates have been handled, those of a few milliseconds together, because each write waits for the
    disk.

    An update handled just before a crash is handled once more at the next start; whatever is done for an update is
    done once. If the disk is full, updates are noted together with the next ones; otherwise they would be handled
    again at the next start, behind later ones of the same person.
    """

    def __init__(self, services: Services, afterwards: Callable[[], None]) -> None:
        self._services, self._afterwards = services, afterwards
        self._unnoted: list[int] = []
        self._noting: asyncio.Task[None] | None = None

    def __call__(self, update_id: int) -> None:
        """One more has been handled, which is noted soon."""
        self._unnoted.append(update_id)
        if self._noting is None or self._noting.done():
            self._noting = asyncio.create_task(self._note_soon())

    def note(self) -> None:
        """Note at once what has been handled, and what was shown last meanwhile."""
        if not self._unnoted:
            return
        db, newest = self._services.db, self._services.newest
        try:
            with failures_named(), transaction(db):
                inbox.mark_done(db, self._unnoted, self._services.now())
                keep_last_shown(db, newest.to_keep)
        except DatabaseUnusable as error:
            log.error("updates %s were handled, which cannot be noted yet: %s", self._unnoted, error.reason)
        else:
            self._unnoted = []
            newest.to_keep.clear()
        self._afterwards()

    async def _note_soon(self) -> None:
        await asyncio.sleep(TOGETHER)
        self.note()
