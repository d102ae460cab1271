"""What a letter in the outbox says now, if it still holds."""

from dataclasses import dataclass

from data.letters import Letter
from data.outbox import Claimed, cancel
from data.people import Person, who_is
from data.reviews import Reviewed, reviewed
from data.store import Database


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A letter on a report to a person: that it waits for review, or what the review said."""

    letter: Letter
    person: Person
    report: Reviewed


def correspondence(db: Database, claimed: Claimed) -> Correspondence | None:
    """The letter as it stands: a request only while nothing is decided, a verdict only to those it concerns.

    None when it no longer holds; the row is then cancelled.
    """
    person = who_is(db, claimed.chat_id)
    report = reviewed(db, claimed.subject_id or 0)
    wanted = claimed.letter == Letter.REVIEW_WANTED
    if person is None or report is None or (report.verdict is None) is not wanted:
        cancel(db, claimed)
        return None
    if not (person.is_coordinator if wanted else report.unit in person.units):
        cancel(db, claimed)
        return None
    return Correspondence(Letter(claimed.letter or ""), person, report)
