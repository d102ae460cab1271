"""Dialogs: what the bot is asking a person, with the answers so far.

A person has at most one open dialog, and any number of parked ones. Each change is stored with the id of the update
that made it, so that an update delivered twice takes effect once. An ended dialog is kept for a week, so that a
repeated press on its last button can still be answered.
"""

from data.dialogs.course import (
    KEPT,
    ask_to_give_up,
    drop_dialog,
    drop_dialogs_on,
    end_dialog,
    go_on_after_all,
    lay_aside,
    note,
    open_dialog,
    park,
    park_open,
    remember_message,
    remember_press,
    remember_shown,
    reopen,
    save,
    take_up,
)
from data.dialogs.lookup import (
    GIVING_UP,
    UNTOUCHED,
    Change,
    Dialog,
    State,
    ended_by,
    find_dialog,
    find_open,
    find_shown,
    find_unfinished,
    parked,
)
