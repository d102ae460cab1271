"""Whatever happens to messages on their way, and in whatever order, nobody is told of a task twice on a day, unless the
message is marked as a possible repetition."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.notices.contents import Content, content_to_send
from data.notices.outbox import Claimed, claim, hold_interrupted, mark_sent, mark_uncertain, mark_unsent
from data.notices.pauses import snooze
from data.notices.rules import is_for_office
from data.notices.unreachable import give_up_on, mark_reachable
from data.people.actor import Actor
from data.people.people import Person, Role
from data.plan.workdays import Workdays
from data.store import Database, open_database
from data.times import at_hour, day_of
from tests.data.conftest import COORDINATOR, DEPUTY, LIAISON, OUTSIDER, POLICE, ZONE, assignment, at, dated, let_in
from tests.fixtures.planning import plan_today
from tests.thoroughness import count

DUES = ("2019-11-24", *(f"2019-11-{day}" for day in range(26, 30)), "2019-12-02")
FATES = ("arrives", "lost", "refused", "unheard of", "vanishes", "blocked", *("is slow",) * 3)
"""The fates of a message: it `arrives`; it is `lost` before Telegram has it, or `refused` for a moment; it arrives, but
the answer is `unheard of`; it `vanishes` without an answer; the person has `blocked` the bot; it `is slow` and gets its
result later."""
DEEDS = (
    *("an hour", "the evening", *("the next morning", "slow ones come back") * 2),
    *("a kill", "a deputy comes", "speaks", "later"),
)
FIRST, NEXT_AFTER = at("2019-11-22 08:59"), Workdays().after


@dataclass
class Post:
    """The messages on their way, and what has been heard: by whom, about which task and day, and whether as the
    office."""

    db: Database
    fates: list[str]
    now: datetime = FIRST
    slow: list[tuple[Claimed, Content]] = field(default_factory=list)
    plain: Counter[tuple[int, str, str, str]] = field(default_factory=Counter)
    deputies: int = 0

    def send(self) -> None:
        """Send all that is due, each with its fate, and whatever that causes on the same day."""
        for _ in range(6):
            for claimed in claim(self.db, self.now, most=9):
                if (said := content_to_send(self.db, claimed, claimed.at)) is not None:
                    self.meets(claimed, said, self.fates.pop() if self.fates else "arrives")

    def meets(self, claimed: Claimed, said: Content, fate: str) -> None:
        """Apply a fate to a message."""
        if fate == "is slow":
            self.slow.append((claimed, said))
            return
        if fate in ("arrives", "unheard of"):
            self._hears(claimed, said)
        match fate:
            case "arrives":
                mark_sent(self.db, claimed, 1, self.now)
            case "lost" | "refused":
                mark_unsent(self.db, claimed, self.now + timedelta(seconds=30 if fate == "lost" else 2), fate)
            case "unheard of" | "vanishes":
                mark_uncertain(self.db, claimed, self.now, fate)
            case "blocked":
                give_up_on(self.db, claimed, "Forbidden: bot was blocked by the user", self.now)

    def _hears(self, claimed: Claimed, said: Content) -> None:
        if claimed.repeated:
            return
        day = str(day_of(claimed.at, ZONE))
        for entry in said.entries:
            kind = str(entry.rule) if is_for_office(entry) else "own"
            self.plain[(claimed.chat_id, kind, entry.name, day)] += 1

    def does(self, deed: str, liaison: Person) -> None:
        """Let something happen, then send what is due."""
        match deed:
            case "an hour":
                self.now += timedelta(hours=1)
            case "the evening":
                self.now = self.now.replace(hour=17, minute=59)
            case "the next morning":
                self.now = at_hour(NEXT_AFTER(self.now.date()), 9, ZONE)
            case "a kill":
                self.slow.clear()
                hold_interrupted(self.db, self.now)
            case "slow ones come back":
                slow, self.slow = self.slow, []
                for claimed, said in slow:
                    self.meets(claimed, said, self.fates.pop() if self.fates else "arrives")
            case "a deputy comes":
                if self.deputies < 2:
                    let_in(self.db, (DEPUTY, OUTSIDER)[self.deputies], f"吴警官{self.deputies}", Role.DEPUTY, POLICE)
                    self.deputies += 1
            case "speaks":
                mark_reachable(self.db, LIAISON)
            case "later":
                until = NEXT_AFTER(self.now.date())
                snooze(self.db, Actor(liaison, self.now, ZONE, "x"), assignment(self.db, "1-3").id, until)
        plan_today(self.db, self.now)
        self.send()


@given(
    fates=st.lists(st.sampled_from(FATES), min_size=12, max_size=30),
    deeds=st.lists(st.sampled_from(DEEDS), min_size=10, max_size=16),
)
@example(fates=["refused", "is slow"], deeds=["the next morning", "slow ones come back", "an hour"])
@example(  # blocked, back again and blocked once more before the office has heard of it
    fates=[
        *["arrives"] * 3,
        "blocked",
        "arrives",
        "lost",
        "arrives",
        *["is slow"] * 2,
        "arrives",
        "is slow",
        "blocked",
    ],
    deeds=[
        *["an hour"] * 4,
        *["a deputy comes"] * 2,
        *["the next morning", "speaks", "the next morning", "slow ones come back"],
    ],
)
@settings(max_examples=count(40, 300), deadline=None)
def test_nobody_hears_twice_of_a_task_on_a_day_without_being_told_so(fates: list[str], deeds: list[str]) -> None:
    db = open_database(":memory:")
    liaison = let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE)
    let_in(db, COORDINATOR, "陈主任", Role.COORDINATOR, None)
    dated(db, *DUES)
    post = Post(db, fates)
    for deed in ("the next morning", *deeds):
        post.does(deed, liaison)
    assert {known: times for known, times in post.plain.items() if times > 1} == {}
    db.close()
