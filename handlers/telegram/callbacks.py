"""Callback data of buttons: its only place of definition, building and parsing. It is never trusted."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeVar

from telegram import Update
from telegram.constants import InlineKeyboardButtonLimit

from data.errors import StaleButton
from data.store.settings import Retention, RuleName
from handlers.telegram.former_buttons import present_data

T = TypeVar("T")


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
    CHANGE = "change"
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
    LETTER = "letter"
    GROUP = "group"
    STEP = "step"
    ROUND = "round"
    FILING = "filing"
    INFORMATION = "information"
    TICK = "tick"


class View(StrEnum):
    """The parts of a summary that can be shown."""

    OVERALL = "all"
    UNITS = "units"
    SECTIONS = "sections"
    SECTION = "section"
    FIGURES = "figures"
    UNREPORTED = "unreported"
    WITHOUT_LIAISON = "nobody"
    UNDELIVERED = "missed"


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
    """Return the press that a button's data stands for; its shape has been checked by the handler's pattern. Raises
    StaleButton if there is no data, which passes every pattern."""
    verb, *arguments = present_data(data or "").split(":")
    try:
        return Press(Verb(verb), tuple(arguments))
    except ValueError:
        raise StaleButton from None


def pressed(update: Update) -> tuple[str, ...]:
    """Return the arguments of the pressed button. Raises StaleButton if it has no valid data."""
    return unpack(update.callback_query.data if update.callback_query else None).arguments


def still_there(found: T | None) -> T:
    """Return what a button is about. Raises StaleButton if it is None."""
    if found is None:
        raise StaleButton
    return found


def day_in(argument: str) -> date:
    """Return the day in a button's data. Raises StaleButton if it is not a valid date."""
    try:
        return date.fromisoformat(argument)
    except ValueError:
        raise StaleButton from None


def has_verb(verb: Verb, data: object) -> bool:
    """Return whether a button's data is valid and has this verb."""
    return re.match(pattern(verb), present_data(str(data or ""))) is not None


@cache
def pattern(verb: Verb) -> str:
    """Return the regular expression for the whole data of a verb."""
    number, day = r"\d{1,18}", r"\d{8}"
    narrowed = r"(:u\d{1,8})?(:g\d{1,3})?(:s\d{1,8})?(:i\d{1,3})?(:x\d{1,8}(?:\.\d{1,8}){0,3})?(:y)?(:b\d{12})?"
    listing = rf"[a-z]+:\d{{1,4}}(:{day}:{day})?{narrowed}(:w[^:\s][^:\n]{{0,29}})?"
    shapes = {
        Verb.LIST: listing,
        Verb.CARD: rf"{number}(:{listing})?",
        Verb.GROUP_CARD: number,
        Verb.REPORT: rf"{number}(:chosen)?",
        Verb.SUMMARY: rf"({'|'.join(View)})(:\d{{1,3}}{narrowed})?",
        Verb.LANGUAGE: r"(zh|en)",
        Verb.DRAFT: rf"(resume|restart):{number}",
        Verb.BATCH: rf"undo_all:{number}|(undo|correct):{number}:{number}",
        Verb.SAID: number,
        Verb.WITHDRAW: number,
        Verb.CORRECT: rf"{number}(:sure)?",
        Verb.REVIEW: rf"(accept|return|praise|show|next|asked|undo):{number}",
        Verb.REDO: rf"{number}(:sure)?",
        Verb.EXTEND: rf"{number}(:{day})?",
        Verb.EXTENSION: rf"withdraw:{number}",
        Verb.DIALOG: rf"{number}:[a-z_]{{1,20}}:[a-z_0-9]{{1,25}}",
        Verb.BEGUN: rf"[a-z]{{1,20}}:{number}:[a-z]{{0,20}}:[a-z_0-9]{{1,25}}",
        Verb.DECIDE: rf"(grant|other|refuse):{number}|set:{number}:{day}",
        Verb.TASK_HISTORY: number,
        Verb.HISTORY: r"\d{1,6}(:t\d{1,10})?(:u\d{1,10})?(:\d{8}:\d{8})?",
        Verb.ENTRY: rf"(report|extension):{number}",
        Verb.EVIDENCE: number,
        Verb.DEPUTY: rf"(unit|name|recall|end|drop|alone|both):{number}",
        Verb.FORGET: r"(yes|no)",
        Verb.SETTING: rf"show|rules|calendar|pauses|quiet|retention|keep:({'|'.join(Retention)})"
        rf"|review:(all|done)|rule:({'|'.join(RuleName)})|week:\d{{1,3}}"
        rf"|day:(on|off)|undo_day:{day}(:{day})?|pause:{number}|resume:{number}",
        Verb.INDICATOR: rf"(list|new)|(open|sum|latest|retire):{number}",
        Verb.REGULAR: r"list|new|end:\d{1,10}",
        Verb.EXPORT: rf"(open|show|sections|pictures|xlsx|docx|report|brief|draft|zip):{day}:{day}"
        r"(:u\d{1,8})?(:t\d{1,10})?(:m[0-9a-f]{1,10}\.[0-9a-f]{4})?",
        Verb.JOIN: r"[\w-]{43}",
        Verb.EVENT: number,
        Verb.AUDIT: rf"(page|xlsx|csv):\d{{1,6}}(:t\d{{1,9}})?(:u\d{{1,9}})?(:p\d{{1,9}})?(:d{day}:d{day})?",
        Verb.PLAN: rf"(show|close|current|carry):{number}|list",
        Verb.TASK: rf"(menu|deadline|undated|words|move|lead|join|leave|close|withdraw|add|undo):{number}",
        Verb.CHANGE: rf"undo:{number}",
        Verb.ACT: rf"last|undo:{number}",
        Verb.BROADCAST: rf"list|(open|move|stop|answers|sheet|correct):{number}",
        Verb.GROUP: r"list|(open|weekly|day_before|overdue|scope|unbind|day|hour|zh|en):-?\d{1,18}"
        r"|(day|hour):-?\d{1,18}:\d{1,2}",
        Verb.LETTER: rf"{number}(:(blue|yellow|red))?",
        Verb.NUDGE: rf"(one|task|ask):{number}",
        Verb.REPLY: rf"{number}:\d",
        Verb.PEOPLE: rf"(page|nobody|settings|consent|contact):\d{{1,4}}"
        rf"|(unit|one|remove|replace|move|leave|back|phone|undo|agree|refuse):{number}",
        Verb.TELL: number,
        Verb.TASK_NOTE: rf"{number}|list:\d{{1,3}}|(open|done):{number}",
        Verb.UNIT: rf"(names|alias|group):{number}|(drop|leave):{number}:{number}",
        Verb.SEAT: rf"(replace_role|leave_role|move_role|own_role):{number}",
        Verb.INVITE: rf"(liaison|deputy|coordinator|observer):{number}(:[^:\n]{{1,8}})?",
        Verb.NOTICE: rf"{number}:(page:\d{{1,3}}|(open|later|same|step):{number}|until:{number}:{day}|review|all:\d)",
        Verb.ROUND: rf"list|new|(table|units):{number}:\d{{1,3}}"
        rf"|(open|return|asks|unit|back|nudge|freeze|unfreeze|picture|xlsx|change|stop|again|undo|leave):{number}"
        rf"|restore:{number}:{day}",
        Verb.FILING: rf"(fill|list):{number}",
        Verb.URGENT: number,
        Verb.INFORMATION: rf"new|kept|came|brief|list:(new|taken|declined|all):\d{{1,6}}"
        rf"|(open|original):{number}(:\d{{1,3}})?|(files|withdraw|take|decline|edit):{number}",
        Verb.STEP: rf"(open|back|task|add|one|change|tick|untick|undone|remove|restore):{number}",
        Verb.TICK: number,
        Verb.SETTLE: rf"(next|before|right|none|date):{number}",
        Verb.UNCHANGED: rf"(all|asked|{number}):{day}|page:\d{{1,3}}|undo:{number}",
    }
    return rf"\A{re.escape(verb)}:(?:{shapes[verb]})\Z"
