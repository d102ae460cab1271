"""Dialogs: what the bot is asking a person, with the answers so far.

A person has at most one open dialog, and any number of parked ones. Each change is stored with the id of the update
that made it, so that an update delivered twice takes effect once. An ended dialog is kept for a week, so that a
repeated press on its last button can still be answered.
"""

from data.dialogs.course import (
    KEPT,
    ask_to_give_up,
    create_parked_dialog,
    drop_dialog,
    drop_dialogs_on,
    end_dialog,
    move_dialog,
    note_answers,
    open_dialog,
    park_dialog,
    park_open_dialog,
    remember_message,
    remember_press,
    remember_shown,
    reopen_question,
    save_dialog,
    stop_asking_to_give_up,
    take_up_dialog,
)
from data.dialogs.lookup import (
    GIVING_UP,
    UNTOUCHED,
    Dialog,
    DialogState,
    ReopenReason,
    dialog_ended_by,
    find_dialog,
    find_open,
    find_shown,
    find_unfinished,
    last_ended,
    parked_dialogs,
)
