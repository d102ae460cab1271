"""Path of an update from Telegram to its handler: stored, queued, handled, marked as done."""

import asyncio
import json
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from bot.incoming.fair_queue import MOST_AT_HAND, FairQueue, owner_of
from bot.incoming.readable import parse_update
from bot.incoming.receiver import is_id
from bot.incoming.strangers import KEPT_AN_HOUR, chat_of, is_worth_storing, sender_of
from bot.incoming.suspects import MOST_ENDS, Suspects
from data.errors.store import DatabaseUnusable
from data.notices.unreachable import mark_reachable
from data.people.last_shown import keep_last_shown
from data.people.people import who_is
from data.store import inbox, sqlite_errors_translated, transaction
from data.store.inbox import Received
from handlers.telegram.context import App, Services
from handlers.telegram.rate import RateLimit
from handlers.telegram.sending import send
from handlers.wording.refusals import APOLOGY, WAITS_WITH_TELEGRAM
from handlers.wording.wordings import language_of

log = logging.getLogger(__name__)

TOGETHER = 0.01
"""Seconds to wait so that several handled updates are marked as done in one write."""


class Inbox:
    """Takes in updates from polling or the webhook and queues them for their handlers."""

    def __init__(self, app: App, afterwards: Callable[[], None]) -> None:
        """`afterwards` is called whenever handled updates have been marked as done."""
        self._app = app
        self._strangers = RateLimit(KEPT_AN_HOUR, timedelta(hours=1))
        self._told = RateLimit(1, timedelta(hours=1))
        self._done = DoneUpdates(app.bot_data, afterwards)
        self._waiting = FairQueue()
        self._is_closed = False

    def take_in(self, updates: Sequence[dict[str, Any]]) -> None:
        """Store raw updates and queue the new ones in order; Telegram may forget them afterwards. Raises
        DatabaseUnusable if they cannot be stored, in which case Telegram must keep them."""
        if not updates:
            return
        updates = sorted(updates, key=itemgetter("update_id"))
        speakers = {who for update in updates if (who := sender_of(update))}
        try:
            with sqlite_errors_translated():
                fresh, not_kept = self._store(updates, speakers)
        except DatabaseUnusable:
            with suppress(DatabaseUnusable), sqlite_errors_translated():
                self._tell_that_it_waits(speakers)
            raise
        owners = {update["update_id"]: owner_of(update) for update in updates}
        for each in fresh:
            self._waiting.add(owners[each.update_id], each.update_id)
        self.hand_over({each.update_id: each for each in fresh})
        queue_updates(self._app, dict.fromkeys(not_kept))

    def _store(self, updates: Sequence[dict[str, Any]], speakers: set[int]) -> tuple[list[Received], list[Received]]:
        """Store the updates worth it; return the new ones of these, and all that were not worth it."""
        services = self._app.bot_data
        now, today = services.now(), services.today()
        kept, not_kept = list[Received](), list[Received]()
        for update in updates:
            received = Received(update["update_id"], _text(update))
            is_kept = is_worth_storing(services.db, update, self._strangers, now, today)
            (kept if is_kept else not_kept).append(received)
        for who in speakers.intersection(map(chat_of, updates)):  # a private chat has the id of its person
            mark_reachable(services.db, who)
        return inbox.receive_updates(services.db, kept, now), not_kept

    def replay(self, suspects: Suspects) -> None:
        """Queue what an earlier process left undone, before anything new arrives. An update that has ended the process
        MOST_ENDS times is quarantined, and its sender gets an apology."""
        db = self._app.bot_data.db
        left_at_work, suspects.at_work.left = suspects.at_work.left, []
        with suppress(DatabaseUnusable):
            inbox.count_interruptions(db, left_at_work)
        for each in inbox.deadly_updates(db, MOST_ENDS):
            log.error("update %s has ended the process %s times and is laid aside", each.update_id, MOST_ENDS)
            inbox.quarantine_update(db, each.update_id, "ends the process", self._app.bot_data.now())
            _apologise(self._app, each)
        left = inbox.undone_ids(db)
        suspects.add(left)
        for start in range(0, len(left), MOST_AT_HAND):
            for each in self._read(left[start : start + MOST_AT_HAND]):
                self._waiting.add(owner_of(json.loads(each.body)), each.update_id)
        self.hand_over()

    def handled(self, update_id: int) -> None:
        """Note that an update has been handled, and queue what may take its place in memory."""
        self._done(update_id)
        self._waiting.handled(update_id)
        self.hand_over()

    def hand_over(self, just_stored: Mapping[int, Received] = MappingProxyType({})) -> None:
        """Queue stored updates while memory has room, unless the inbox is closed. Those in `just_stored`, by id, need
        not be read from the database again."""
        while not self._is_closed and (taken := self._waiting.take()):
            at_hand = just_stored.keys() >= set(taken)
            received = [just_stored[each] for each in taken] if at_hand else self._read(taken)
            for update_id in queue_updates(self._app, received):
                self._waiting.handled(update_id)

    def _read(self, update_ids: Sequence[int]) -> list[Received]:
        return inbox.received_updates(self._app.bot_data.db, update_ids)

    def close(self) -> None:
        """Queue nothing more; stored updates are left to the next process."""
        self._is_closed = True

    def note_handled(self) -> None:
        """Mark the handled updates as done at once."""
        self._done.note()

    def _tell_that_it_waits(self, speakers: Iterable[int]) -> None:
        """Tell those speakers who are members, at most once an hour each, that their messages are waiting."""
        for who in speakers:
            person = who_is(self._app.bot_data.db, who, self._app.bot_data.today())
            if person is not None and self._told.allows(who, self._app.bot_data.now()):
                text = WAITS_WITH_TELEGRAM(language_of(person.language, None))
                self._app.create_task(send(self._app.bot, who, text))


def _text(update: dict[str, Any]) -> str:
    """Return an update as JSON text for the database. A lone surrogate, valid in JSON but not in UTF-8, becomes a ?."""
    return json.dumps(update, ensure_ascii=False).encode(errors="replace").decode()


def _apologise(app: App, received: Received) -> None:
    """Apologise to a member in the chat where the update came from. The update stays raw JSON, because parsing it may
    be what ended the process."""
    update = json.loads(received.body)
    who = sender_of(update)
    if who and (person := who_is(app.bot_data.db, who, app.bot_data.today())) is not None:
        text = APOLOGY(language_of(person.language, None), id=received.update_id)
        app.create_task(send(app.bot, chat_of(update) or who, text))


def queue_updates(app: App, received: Iterable[Received]) -> Collection[int]:
    """Queue updates for their handlers. Quarantines those that cannot be parsed, with an apology, and returns their
    ids. What cannot be quarantined now, as the disk is full, comes here again at the next start."""
    unreadable = dict[Received, str]()
    for each in received:
        try:
            app.update_queue.put_nowait(parse_update(json.loads(each.body, parse_int=_number), app.bot))
        except Exception as error:
            unreadable[each] = type(error).__name__
    for each, problem in unreadable.items():
        log.error("update %s cannot be read and is laid aside: %s", each.update_id, problem)
        with suppress(DatabaseUnusable), sqlite_errors_translated():
            inbox.quarantine_update(app.bot_data.db, each.update_id, problem, app.bot_data.now())
        _apologise(app, each)
    return [each.update_id for each in unreadable]


def _number(digits: str) -> int:
    """Return `digits` as an int. Raises ValueError if it is larger than any id or timestamp."""
    number = int(digits)
    if not is_id(number):
        raise ValueError
    return number


class DoneUpdates:
    """Marks handled updates as done, those of a few milliseconds in one write, because each write waits for the disk.

    An update handled just before a crash is handled again at the next start; whatever is done for an update is done
    only once. If the disk is full, updates are marked together with the next ones; otherwise the next start would
    handle them again, after later ones of the same person.
    """

    def __init__(self, services: Services, afterwards: Callable[[], None]) -> None:
        self._services, self._afterwards = services, afterwards
        self._unnoted: list[int] = []
        self._noting: asyncio.Task[None] | None = None

    def __call__(self, update_id: int) -> None:
        """Count an update as handled; it is marked as done shortly."""
        self._unnoted.append(update_id)
        if self._noting is None or self._noting.done():
            self._noting = asyncio.create_task(self._note_soon())

    def note(self) -> None:
        """Mark the handled updates as done now, and store the messages shown last in each chat."""
        if not self._unnoted:
            return
        db, shown = self._services.db, self._services.last_messages
        try:
            with sqlite_errors_translated(), transaction(db):
                inbox.mark_updates_done(db, self._unnoted, self._services.now())
                keep_last_shown(db, shown.to_keep)
        except DatabaseUnusable as error:
            log.error("updates %s were handled, which cannot be noted yet: %s", self._unnoted, error.reason)
        else:
            self._unnoted = []
            shown.to_keep.clear()
        self._afterwards()

    async def _note_soon(self) -> None:
        await asyncio.sleep(TOGETHER)
        self.note()
