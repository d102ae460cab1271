"""The broadcast being written, as the answers of its dialog describe it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from data import dialogs
from data.announcing.broadcasts import Broadcast, BroadcastContent, broadcast_by_id, send_to_more
from data.announcing.recipients import RecipientChoice, Recipients, recipients
from data.dialogs import Dialog
from data.errors import StaleButton, unless
from data.reporting.attachments import Attachment
from handlers.telegram import Context

JOINS = "joins"
"""The key, in the answers of a broadcast's dialog, of the one that has gone out which it is to send to more units."""
RECIPIENTS = ("to", "units", "groups", "people")
"""The keys of a broadcast dialog's answers that say who gets it."""


@dataclass(frozen=True, slots=True)
class BroadcastDraft:
    """A broadcast being written: its content, the recipients chosen and who these are today, and when it goes out."""

    said: BroadcastContent
    chosen: RecipientChoice
    recipients: Recipients
    at: datetime | None


def load_broadcast_draft(context: Context, dialog: Dialog) -> BroadcastDraft:
    """Return the broadcast as far as it is written. Raises ForTheOffice."""
    context.check_office()
    chosen = chosen_recipients(dialog.answers)
    return BroadcastDraft(
        _said(dialog.answers), chosen, recipients(context.db, chosen, context.today), time_answered(dialog.answers)
    )


def time_answered(answers: Mapping[str, Any]) -> datetime | None:
    """Return the moment in `answers`, or None for at once."""
    at = answers.get("at")
    return datetime.fromisoformat(at) if at else None


def files_in(answers: Mapping[str, Any]) -> tuple[Attachment, ...]:
    """Return the files in `answers`."""
    return tuple(Attachment(**file) for file in answers.get("files") or ())


def _said(answers: Mapping[str, Any]) -> BroadcastContent:
    until = answers.get("until")
    choices = tuple(answers.get("choices", ()))
    heard_in_a_group = len(choices) == 1 and answers.get("to") == "groups"
    asks = answers.get("reply") == "yes" and not heard_in_a_group
    return BroadcastContent(
        text=answers.get("text", ""),
        files=files_in(answers),
        question=answers.get("question", "") if asks else "",
        choices=choices if asks else (),
        until=date.fromisoformat(until) if asks and until else None,
    )


def recipients_answered(chosen: RecipientChoice) -> dict[str, Any]:
    """Return the answers that choose these recipients."""
    if chosen.everybody:
        return {"to": "all"}
    if chosen.unit_ids:
        return {"to": "units", "units": [*chosen.unit_ids]}
    groups = [*chosen.group_ids]
    by_name = {"to": "people", "people": [*chosen.person_ids]}
    return by_name if chosen.person_ids else {"to": "groups", "groups": groups, "picked_groups": groups}


def chosen_recipients(answers: Mapping[str, Any]) -> RecipientChoice:
    """Return the recipients that `answers` choose."""
    match answers.get("to"):
        case "all":
            return RecipientChoice(everybody=True)
        case "units":
            return RecipientChoice(unit_ids=tuple(answers.get("units") or ()))
        case "people":
            return RecipientChoice(person_ids=tuple(answers.get("people") or ()))
        case "groups":
            return RecipientChoice(group_ids=tuple(answers.get("groups") or ()))
    return RecipientChoice()


def answers_of(context: Context, broadcast: Broadcast) -> dict[str, Any]:
    """Return the answers for what a broadcast says and asks, who gets it and, while it waits, when, without a day to
    answer by that is over."""
    said, until = broadcast.said, broadcast.said.until
    told: dict[str, Any] = {"text": said.text, "files": [asdict(each) for each in said.files], "reply": "no"}
    told |= recipients_of(context, broadcast)
    if broadcast.waits:
        told |= {"at": broadcast.sent_at.isoformat(timespec="minutes"), "at_day": None}
    if not said.choices:
        return told
    by_day = {"until": str(until or "")} if until is None or until >= context.today else {}
    return {**told, "reply": "yes", "question": said.question, "choices": [*said.choices], **by_day}


def recipients_of(context: Context, broadcast: Broadcast) -> dict[str, Any]:
    """Return the answers for the recipients of a broadcast; empty if it has gone out and its dialog is not kept."""
    if broadcast.chosen is not None:
        return recipients_answered(broadcast.chosen)
    number = broadcast.source.removeprefix("dialog:")
    by = broadcast.person_id or 0
    dialog = unless((ValueError, StaleButton), lambda: dialogs.find_dialog(context.db, by, int(number)))
    return {name: dialog.answers[name] for name in RECIPIENTS if name in dialog.answers} if dialog else {}


def sent_to_more(context: Context, dialog: Dialog, draft: BroadcastDraft) -> Broadcast | None:
    """Send the broadcast that a draft is to reach more units with, if it says the same, to these as well, and return
    it; None if it is another."""
    number = dialog.answers.get(JOINS)
    first = unless(StaleButton, broadcast_by_id, context.db, int(number)) if number else None
    if first is None or draft.said != first.said or draft.at is not None or not draft.chosen.unit_ids:
        return None
    made = dialogs.find_dialog(context.db, first.person_id or 0, int(first.source.removeprefix("dialog:")))
    if before := made.answers.get("units"):
        dialogs.note_answers(context.db, made, units=[*dict.fromkeys([*before, *draft.chosen.unit_ids])])
    return send_to_more(context.db, context.actor, first.id, draft.chosen)
