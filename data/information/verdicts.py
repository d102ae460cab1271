"""The office's decisions on work information: take it into a brief, decline it, or edit a copy."""

from collections.abc import Mapping

from data.information.articles import added_text, checked_title
from data.information.information import Information, InformationState, information_by_id, information_for
from data.information.weeks import Week
from data.letters import Letter, post_letter_anew, post_letter_instead, take_letter_back
from data.people.actor import Actor
from data.people.people import hearers
from data.store import Database

_LETTERS = {
    InformationState.TAKEN: Letter.INFORMATION_TAKEN,
    InformationState.DECLINED: Letter.INFORMATION_DECLINED,
}


def take_information(db: Database, by: Actor, information_id: int, week: Week) -> Information:
    """Take a piece into the brief of a week, or move it to another week; the unit is told the first time.

    Raises ForTheOffice, and StaleButton if it was withdrawn.
    """
    brief = week.monday.isoformat()
    return _decide(db, by, information_id, InformationState.TAKEN, "", brief)


def decline_information(db: Database, by: Actor, information_id: int, word: str) -> Information:
    """Decline a piece, telling the unit `word`. Raises what `take_information` raises."""
    return _decide(db, by, information_id, InformationState.DECLINED, word, None)


def edit_copy(db: Database, by: Actor, information_id: int, title: str, text: str) -> Information:
    """Store an edited copy for the brief; the unit's own words stay. A copy equal to them is not stored.

    Raises ForTheOffice, StaleButton, and what checked_title and added_text raise.
    """
    title, text = checked_title(title), added_text("", text)
    with by.office_act(db):
        before = information_for(db, by.person, information_id)
        copy = (None, None) if (title, text) == (before.title, before.text) else (title, text)
        if copy != (before.edited or (None, None)):
            db.update("information", information_id, edited_title=copy[0], edited_text=copy[1])
            by.record(db, "edit_information", before.unit, information_id=information_id, name=before.title)
        return information_for(db, by.person, information_id)


def undo_information_verdict(db: Database, by: Actor, information_id: int, before: Mapping[str, str | None]) -> None:
    """Restore the decision `before`, as the audit keeps it, and tell the unit if the verdict itself changes.

    To be called within a transaction. Raises StaleButton if the piece was withdrawn.
    """
    found = information_by_id(db, information_id)
    db.update("information", information_id, **{name: before[name] for name in ("verdict", "word", "brief")})
    if before["verdict"] == found.state:
        return
    people = hearers(db, found.unit_id, by.today)
    take_letter_back(db, _LETTERS[found.state], Letter.INFORMATION_UNDONE, information_id, people, by.now)


def _stored_decision(found: Information) -> dict[str, str | None]:
    verdict = None if found.state is InformationState.NEW else found.state.value
    return {"verdict": verdict, "word": found.word, "brief": found.week.monday.isoformat() if found.week else None}


def _decide(
    db: Database, by: Actor, information_id: int, state: InformationState, word: str, brief: str | None
) -> Information:
    with by.office_act(db):
        before = information_for(db, by.person, information_id)
        if (before.state, before.word, before.week and before.week.monday.isoformat()) == (state, word, brief):
            return before
        row = {"verdict": state, "word": word, "brief": brief, "decided_by": by.id, "decided_at": by.now}
        db.update("information", information_id, **row)
        decided = {"verdict": state, "reason": word, "day": brief}
        detail = {"information_id": information_id, "name": before.title, **decided, "before": _stored_decision(before)}
        by.record(db, "decide_information", before.unit, **detail)
        letter, people = _LETTERS[state], hearers(db, before.unit_id, by.today)
        if state is before.state:
            post_letter_anew(db, letter, information_id, people, by.now)
        else:
            other = next(each for each in _LETTERS.values() if each is not letter)
            post_letter_instead(db, letter, information_id, people, by.now, other)
        return information_for(db, by.person, information_id)
