"""From what Telegram hands over to what is handled: stored first, then queued, and done once it has been handled."""

import json
import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any

from telegram import Update

from bot.incoming.strangers import is_kept, patience_with_strangers, speaker
from bot.incoming.suspects import MOST_ENDS, Suspects
from data.errors import DatabaseUnusable
from data.notices.unreachable import is_back
from data.people.people import who_is
from data.store import Database, inbox
from data.store.inbox import Received
from handlers.telegram.context import App
from handlers.telegram.rate import Patience
from handlers.telegram.refusals import APOLOGY, WAITS_WITH_TELEGRAM
from handlers.telegram.sending import send
from handlers.telegram.wording import language_of

log = logging.getLogger(__name__)


class Inbox:
    """Where updates come in, by polling or by webhook."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._strangers = patience_with_strangers()
        self._told = Patience(1, timedelta(hours=1))

    def take_in(self, updates: Sequence[dict[str, Any]]) -> None:
        """Store raw updates and queue those that have not come before, in the order in which they were made. After
        this Telegram may forget them.

        Raises DatabaseUnusable when they cannot be stored, KeyError or TypeError for what is no update: Telegram must
        keep them then.
        """
        if not updates:
            return
        db, now = self._app.bot_data.db, self._app.bot_data.now()
        updates = sorted(updates, key=itemgetter("update_id"))
        received = [Received(update["update_id"], json.dumps(update, ensure_ascii=False)) for update in updates]
        speakers = {who for update in updates if (who := speaker(update))}
        pairs = zip(received, updates, strict=True)
        kept = [each for each, update in pairs if is_kept(db, update, self._strangers, now, self._app.bot_data.today())]
        try:
            for who in speakers:
                is_back(db, who)
            seen_before = set(kept) - set(inbox.receive(db, kept, now))
        except DatabaseUnusable:
            self._tell(speakers)
            raise
        queue(self._app, [each for each in dict.fromkeys(received) if each not in seen_before])

    def _tell(self, speakers: Iterable[int]) -> None:
        """Tell members, once an hour, that what they have said waits."""
        for who in speakers:
            person = who_is(self._app.bot_data.db, who, self._app.bot_data.today())
            if person is not None and self._told.allows(who, self._app.bot_data.now()):
                text = WAITS_WITH_TELEGRAM(language_of(person.language, None))
                self._app.create_task(send(self._app.bot, who, text))


def replay(app: App, suspects: Suspects) -> None:
    """Queue what an earlier process stored and did not get done, before anything new comes; what has ended three
    processes is laid aside, with an apology."""
    db = app.bot_data.db
    left_at_work, suspects.at_work.left = suspects.at_work.left, []
    with suppress(DatabaseUnusable):
        inbox.count_ends(db, left_at_work)
    for each in inbox.deadly(db, MOST_ENDS):
        log.error("update %s has ended the process %s times and is laid aside", each.update_id, MOST_ENDS)
        inbox.quarantine(db, each.update_id, "ends the process", app.bot_data.now())
        _apologise(app, each)
    left = inbox.undone(db)
    suspects.add(each.update_id for each in left)
    queue(app, left)


def _apologise(app: App, received: Received) -> None:
    """Tell a member where they spoke. The update is not made into an object, for even that may be what it dies of."""
    update = json.loads(received.body)
    who = speaker(update)
    person = who_is(app.bot_data.db, who, app.bot_data.today()) if who else None
    if person is not None:
        message = update.get("message") or update["callback_query"].get("message") or {}
        chat_id = message.get("chat", {}).get("id", who)
        text = APOLOGY(language_of(person.language, None), id=received.update_id)
        app.create_task(send(app.bot, chat_id, text))


def queue(app: App, received: Iterable[Received]) -> None:
    """Queue updates to be handled; those that cannot be read are laid aside."""
    unreadable: dict[int, str] = {}
    for each in received:
        try:
            app.update_queue.put_nowait(Update.de_json(json.loads(each.body), app.bot))
        except Exception as error:
            unreadable[each.update_id] = type(error).__name__
    for update_id, problem in unreadable.items():
        log.error("update %s cannot be read and is laid aside: %s", update_id, problem)
        inbox.quarantine(app.bot_data.db, update_id, problem, app.bot_data.now())


class Done:
    """Notes which updates have been handled. What cannot be noted, on a full disk, is noted with the next one: handled
    once more at the next start, behind later updates of the same person, it might mean something else."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db, self._now = db, now
        self._unnoted: list[int] = []

    def __call__(self, update_id: int) -> None:
        """Note one more."""
        self._unnoted.append(update_id)
        try:
            inbox.mark_done(self._db, self._unnoted, self._now())
        except DatabaseUnusable as error:
            log.error("update %s was handled, which cannot be noted yet: %s", update_id, error.reason)
        else:
            self._unnoted.clear()
