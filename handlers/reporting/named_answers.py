"""An answer put right by its name while a report is filled in: 状态改成受阻, 进度改为75%，情况改为又开了会."""

from dataclasses import replace
from typing import Any

from data.errors import TextMissing
from data.errors.reporting import PercentOutOfRange
from data.reporting.answers import FIXED
from data.reporting.drafts import UNDER_WAY, Draft, Step, checked_note
from data.reporting.forms import Form
from data.understanding.answer_names import answers_put_right
from data.understanding.removals import to_be_removed, without
from handlers.reporting.keyboard import STATUSES
from handlers.reporting.typed_answers import said_of_task, stated
from handlers.telegram import Context, either, plain_word

_STATUS = {words: status for wording, status in STATUSES for words in either(wording)}


def amended(context: Context, draft: Draft, text: str) -> dict[str, Any]:
    """The answers that a message puts right by their names. Raises why one cannot be taken."""
    now = draft
    for name, value in answers_put_right(text):
        if not value:
            raise TextMissing
        now = replace(now, **_answers(context, now, Step(name), value))
    names = ("status", "percent", "note", "obstacle", "figures", "running", "doubted")
    return {name: getattr(now, name) for name in names}


def removed(form: Form, text: str) -> dict[str, Any]:
    """The answers without what a message wants to have taken out: words of a text, or a figure; empty where it wants
    nothing such, or nothing of it is there. Who names a figure without its number leaves the texts as they are."""
    words = to_be_removed(text)
    if words is None:
        return {}
    draft = form.draft
    named = {each.name for each in form.indicators if any(name in words for name in (each.name, *each.aliases))}
    gone = named & set(draft.figures or {})
    texts = {"note": draft.note or "", "obstacle": draft.obstacle or ""}
    if gone and not any(map(str.isnumeric, words)):
        texts = {}
    given: dict[str, Any] = {name: without(held, words) for name, held in texts.items()}
    given = {name: value for name, value in given.items() if value != texts[name]}
    for name in ("figures", "running", "doubted") if gone else ():
        given[name] = {each: value for each, value in (getattr(draft, name) or {}).items() if each not in gone}
    return given


def _answers(context: Context, draft: Draft, step: Step, value: str) -> dict[str, Any]:
    if step is Step.NOTE:
        return {"note": checked_note(value)}
    if step is Step.OBSTACLE:
        return {"obstacle": checked_note(value)}
    status = _STATUS.get(plain_word(value))
    if step is Step.STATUS and status is not None:
        percent = draft.percent if {draft.status, status} <= set(UNDER_WAY) else None
        return {"status": status, "percent": FIXED.get(status, percent)}
    said = said_of_task(context, draft, value)
    if said is None:
        raise PercentOutOfRange(value) if step is Step.PERCENT else TextMissing
    if said.faults:
        raise said.faults[0]
    return stated(context, draft, said)
