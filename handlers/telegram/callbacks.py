"""Callback data of buttons: its only place of definition, building and parsing. It is never trusted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from telegram import Update
from telegram.constants import InlineKeyboardButtonLimit

from data.errors import StaleButton
from data.store.settings import Retention, RuleName
from data.summary.views import View
from handlers.telegram.former_buttons import present_data


class Verb(StrEnum):
    """What a button does; the value stands in its data. Buttons already sent keep the values they have."""

    LIST = "list"
    CARD = "card"
    GROUP_CARD = "groupcard"
    REPORT = "report"
    SUMMARY = "summary"
    LANGUAGE = "language"
    DRAFT = "draft"
    BATCH = "bundle"
    SAID = "said"
    WITHDRAW = "withdraw"
    CORRECT = "correct"
    UNCHANGED = "unchanged"
    REVIEW = "review"
    REDO = "redo"
    EXTEND = "extend"
    EXTENSION = "extension"
    DIALOG = "dialog"
    BEGUN = "begun"
    """A dialog of some kind, as named by buttons of former releases."""
    DECIDE = "decide"
    TASK_HISTORY = "past"
    """The history of one task, opened from its card; HISTORY is a page of a history of any scope."""
    HISTORY = "history"
    ENTRY = "entry"
    EVIDENCE = "evidence"
    DEPUTY = "deputy"
    SETTING = "setting"
    INDICATOR = "indicator"
    FORGET = "forget"
    INVITE = "invite"
    JOIN = "join"
    EXPORT = "export"
    REGULAR = "regular"
    EVENT = "event"
    ACT = "act"
    TASK = "task"
    PLAN = "plan"
    AUDIT = "audit"
    BROADCAST = "broadcast"
    REPLY = "reply"
    PEOPLE = "people"
    SEAT = "seat"
    TASK_NOTE = "tasknote"
    TELL = "tell"
    UNIT = "unit"
    NUDGE = "nudge"
    NOTICE = "notice"
    SETTLE = "settle"
    URGENT = "urgent"
    PAPER = "letter"
    GROUP = "group"
    STEP = "step"
    ROUND = "round"
    FILING = "filing"
    INFORMATION = "information"
    TICK = "tick"


NUMBER, DAY = r"\d{1,18}", r"\d{8}"
NARROWED = (
    r"(:u\d{1,8})?(:g\d{1,3})?(:s\d{1,8})?(:i\d{1,3})?(:x\d{1,8}(?:\.\d{1,8}){0,3})?(:y)?(:b\d{12})?(:r(?:\d{12})?)?"
)
SECTIONS = r"(:m[0-9a-f]{1,10}\.[0-9a-f]{4})?"
SAID_IN, SAID_IN_LIST = "s", "q"
"""What precedes the id of the update whose sentence led to a question which unit, or which task of a list, is meant."""
LISTING = rf"[a-z]+:\d{{1,4}}(:{DAY}:{DAY})?{NARROWED}{SECTIONS}(:{SAID_IN_LIST}{NUMBER})?(:w[^:\s][^:\n]{{0,29}})?"
SHAPES: Mapping[Verb, str] = {
    Verb.LIST: LISTING,
    Verb.CARD: rf"{NUMBER}(:{LISTING})?",
    Verb.GROUP_CARD: NUMBER,
    Verb.REPORT: rf"{NUMBER}(:chosen)?",
    Verb.SUMMARY: rf"({'|'.join(View)})(:\d{{1,3}}{NARROWED})?",
    Verb.LANGUAGE: r"(zh|en)",
    Verb.DRAFT: rf"(resume|restart):{NUMBER}",
    Verb.BATCH: rf"(undo|correct):{NUMBER}:{NUMBER}",
    Verb.SAID: NUMBER,
    Verb.WITHDRAW: NUMBER,
    Verb.CORRECT: rf"{NUMBER}(:sure)?",
    Verb.REVIEW: rf"(accept|return|praise|show|next|asked):{NUMBER}(:{SAID_IN}{NUMBER})?",
    Verb.REDO: rf"{NUMBER}(:sure)?",
    Verb.EXTEND: rf"{NUMBER}(:{DAY})?(:{SAID_IN}{NUMBER})?",
    Verb.EXTENSION: rf"withdraw:{NUMBER}",
    Verb.DIALOG: rf"{NUMBER}:[a-z_]{{1,20}}:[a-z_0-9]{{1,25}}",
    Verb.BEGUN: rf"[a-z_]{{1,25}}:{NUMBER}:[a-z]{{0,20}}:[a-z_0-9]{{1,25}}",
    Verb.DECIDE: rf"(grant|other|refuse):{NUMBER}|set:{NUMBER}:{DAY}",
    Verb.TASK_HISTORY: NUMBER,
    Verb.HISTORY: r"\d{1,6}(:t\d{1,10})?(:u\d{1,10})?(:\d{8}:\d{8})?",
    Verb.ENTRY: rf"(report|extension):{NUMBER}",
    Verb.EVIDENCE: NUMBER,
    Verb.DEPUTY: rf"(unit|name|recall|end|drop|void|alone|both):{NUMBER}(:{SAID_IN}{NUMBER})?",
    Verb.FORGET: r"(yes|no)",
    Verb.SETTING: rf"show|rules|calendar|pauses|quiet|retention|keep:({'|'.join(Retention)})"
    rf"|review:(all|done)|(rule|apart):({'|'.join(RuleName)})|week:\d{{1,3}}"
    rf"|day:(on|off)|undo_day:{DAY}(:{DAY})?|pause:{NUMBER}|resume:{NUMBER}",
    Verb.INDICATOR: rf"(list|new)|list:\d{{1,3}}|(open|sum|latest|retire):{NUMBER}",
    Verb.REGULAR: r"list|new|end:\d{1,10}",
    Verb.EXPORT: rf"(open|show|sections|pictures|xlsx|docx|report|brief|draft|zip):{DAY}:{DAY}"
    rf"(:u\d{{1,8}})?(:g\d{{1,3}})?(:s\d{{1,8}})?(:t\d{{1,10}})?{SECTIONS}",
    Verb.JOIN: r"[\w-]{43}",
    Verb.EVENT: NUMBER,
    Verb.AUDIT: rf"(page|xlsx|csv):\d{{1,6}}(:t\d{{1,9}})?(:u\d{{1,9}})?(:p\d{{1,9}})?(:d?{DAY}:d?{DAY})?",
    Verb.PLAN: rf"(show|file|close|current|carry):{NUMBER}|list",
    Verb.TASK: rf"(menu|deadline|undated|words|move|lead|join|leave|close|withdraw|add|undo):{NUMBER}",
    Verb.ACT: rf"last|(undo|change|review|remove|revision):{NUMBER}",
    Verb.BROADCAST: rf"list|(open|move|stop|answers|sheet|correct):{NUMBER}",
    Verb.GROUP: r"list|(open|weekly|day_before|overdue|scope|unbind|day|hour|zh|en):-?\d{1,18}"
    r"|(day|hour):-?\d{1,18}:\d{1,2}",
    Verb.PAPER: rf"{NUMBER}(:(blue|yellow|red))?",
    Verb.NUDGE: rf"(one|task|unit|ask):{NUMBER}",
    Verb.REPLY: rf"{NUMBER}:\d",
    Verb.PEOPLE: rf"(page|nobody|settings|consent|contact):\d{{1,4}}"
    rf"|(unit|void|one|remove|replace|move|leave|back|phone|agree|refuse):{NUMBER}",
    Verb.TELL: NUMBER,
    Verb.TASK_NOTE: rf"{NUMBER}|list:\d{{1,3}}|(open|done|blocked):{NUMBER}",
    Verb.UNIT: rf"(names|alias|group):{NUMBER}|(drop|leave):{NUMBER}:{NUMBER}",
    Verb.SEAT: rf"(replace_role|leave_role|move_role|own_role):{NUMBER}(:{SAID_IN}{NUMBER})?",
    Verb.INVITE: rf"(liaison|deputy|coordinator|observer):{NUMBER}(:[^:\n]{{0,40}}(:\d{{1,15}})?)?",
    Verb.NOTICE: rf"{NUMBER}:(page:\d{{1,3}}|(open|later|same|step):{NUMBER}|until:{NUMBER}:{DAY}|review|all:\d)",
    Verb.ROUND: rf"list|new|(table|units):{NUMBER}:\d{{1,3}}"
    rf"|(open|return|asks|unit|back|nudge|freeze|unfreeze|picture|xlsx|change|stop|again|leave):{NUMBER}"
    rf"|restore:{NUMBER}:{DAY}",
    Verb.FILING: rf"(fill|list):{NUMBER}",
    Verb.URGENT: NUMBER,
    Verb.INFORMATION: rf"new|kept|came|brief|list:(new|taken|declined|all):\d{{1,6}}"
    rf"|(open|original):{NUMBER}(:\d{{1,3}})?|(files|withdraw|take|edit):{NUMBER}|decline:{NUMBER}(:{SAID_IN}{NUMBER})?",
    Verb.STEP: rf"(open|back|task|add|one|change|tick|untick|undone|remove|restore):{NUMBER}(:{SAID_IN}{NUMBER})?",
    Verb.TICK: NUMBER,
    Verb.SETTLE: rf"(next|before|right|none|date):{NUMBER}(:{NUMBER})?",
    Verb.UNCHANGED: rf"(all|asked|{NUMBER}):{DAY}|page:\d{{1,3}}|undo:{NUMBER}",
}
"""The regular expression for the arguments of each verb."""


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: its verb and its arguments as text."""

    verb: Verb
    arguments: tuple[str, ...]


def pack(verb: Verb, *arguments: object) -> str:
    """Return the data of a button, at most 64 bytes as Telegram demands."""
    data = ":".join([verb, *map(str, arguments)])
    assert fits(verb, *arguments), data
    return data


def fits(verb: Verb, *arguments: object) -> bool:
    """Return whether a button's data can hold these arguments."""
    return len(":".join([verb, *map(str, arguments)]).encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA


def unpack(data: str | None) -> Press:
    """Return the press that a button's data stands for; its shape has been checked by `verb_of`. Raises StaleButton
    if there is none, as in presses of things other than buttons."""
    verb, *arguments = present_data(data or "").split(":")
    try:
        return Press(Verb(verb), tuple(arguments))
    except ValueError:
        raise StaleButton from None


def pressed(update: Update) -> tuple[str, ...]:
    """Return the arguments of the pressed button. Raises StaleButton if it has no valid data."""
    return unpack(update.callback_query.data if update.callback_query else None).arguments


def day_in(argument: str) -> date:
    """Return the day in a button's data. Raises StaleButton if it is not a valid date."""
    try:
        return date.fromisoformat(argument)
    except ValueError:
        raise StaleButton from None


def verb_of(data: object) -> Verb | None:
    """Return the verb of a button's data, or None if the data is not valid."""
    present = present_data(str(data or ""))
    try:
        verb = Verb(present.partition(":")[0])
    except ValueError:
        return None
    return verb if re.match(pattern(verb), present) else None


@cache
def pattern(verb: Verb) -> str:
    """Return the regular expression for the whole data of a verb; digits are those of ASCII."""
    return rf"(?a)\A{re.escape(verb)}:(?:{SHAPES[verb]})\Z"
