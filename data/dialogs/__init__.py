"""Dialogs: what is being asked of somebody, with the answers so far.

A person has one open dialog, and any number that were parked for something else. Each change is stored with the id of
the update that made it, so that an update that comes twice changes it once; a dialog that has ended is kept for a week,
so that the press that ended it can be answered again.
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
