"""Queue of updates for the bot, with confirmation, filtering and long polling."""

import asyncio
from collections.abc import Callable

from bot.emulator.errors import conflict
from bot.emulator.records import Json

_KINDS = (
    "message edited_message channel_post edited_channel_post business_connection business_message "
    "edited_business_message deleted_business_messages guest_message message_reaction message_reaction_count "
    "inline_query chosen_inline_result callback_query shipping_query pre_checkout_query "
    "purchased_paid_media poll poll_answer my_chat_member chat_member chat_join_request chat_boost "
    "removed_chat_boost managed_bot"
)
KINDS = frozenset(_KINDS.split())
LEFT_OUT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds of updates that a bot receives only if it asks for them (Bot API, getUpdates.allowed_updates)."""
_OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


class UpdateQueue:
    """Updates in order, kept until confirmed. `on_push` is called whenever something is added.

    `again` holds updates to be delivered once more even if the bot has confirmed them. `shuffle`, if set, reorders the
    updates of an answer in place.
    """

    def __init__(self, first_id: int = 100_001) -> None:
        self.pending: list[Json] = []
        self.again: list[Json] = []
        self.history: dict[int, Json] = {}
        self.allowed: frozenset[str] = KINDS - LEFT_OUT
        self.on_push: Callable[[], None] | None = None
        self.shuffle: Callable[[list[Json]], None] | None = None
        self.next_id = first_id
        self._poll: asyncio.Future[str] | None = None

    def push(self, kind: str, payload: Json) -> int | None:
        """Queue an update and return its id; None if the bot does not want this kind."""
        if kind not in self.allowed:
            return None
        update_id = self.next_id
        self.next_id += 1
        update: Json = {"update_id": update_id, kind: payload}
        self.history[update_id] = update
        self.pending.append(update)
        self.wake()
        return update_id

    def redeliver(self, update_id: int) -> None:
        """Deliver an update once more under its old id, as Telegram sometimes does."""
        self.again.append(self.history[update_id])
        self.wake()

    def allow(self, kinds: list[str] | None) -> None:
        """Apply allowed_updates: None keeps the setting, an empty list restores the default."""
        if kinds is not None:
            self.allowed = KINDS & frozenset(kinds) or KINDS - LEFT_OUT

    def confirm(self, offset: int) -> None:
        """Forget the updates before `offset`; a negative offset keeps that many from the end."""
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset > 0:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]

    @property
    def waiting(self) -> list[Json]:
        """The list of updates to deliver next; the webhook sender removes from it what it has delivered."""
        return self.again or self.pending

    @property
    def is_polled(self) -> bool:
        """Whether a poll is waiting for updates."""
        return self._poll is not None

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Return up to `limit` updates from `offset` on, waiting up to `seconds` for the first. Raises ApiError 409 if
        another poll takes over."""
        self.end_poll(_OTHER_POLL)
        self.confirm(offset)
        if not self.waiting and seconds > 0:
            await self._wait(seconds)
        again, self.again = self.again, []
        answer = sorted([*again, *self.pending], key=lambda update: update["update_id"])[:limit]
        if self.shuffle:
            self.shuffle(answer)
        return answer

    def wake(self) -> None:
        """End a waiting poll and notify the webhook sender."""
        self.end_poll()
        if self.on_push:
            self.on_push()

    def end_poll(self, reason: str = "") -> None:
        """End a waiting poll with the updates that there are, or with error 409 if a `reason` is given."""
        if self._poll and not self._poll.done():
            self._poll.set_result(reason)

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            reason = await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
        if reason:
            raise conflict(reason)
