"""Telegram itself: sending and editing, callback data, keyboards.

What most rooms use is re-exported here; import anything else, such as the buttons of a task, from its module.
"""

from data.errors import still_there
from handlers.telegram.albums import send_attached
from handlers.telegram.audiences import For, may_use, only_for
from handlers.telegram.callbacks import Verb, day_in, pressed, unpack
from handlers.telegram.context import Context, Does
from handlers.telegram.keyboards import (
    SHORT_IN_A_ROW,
    ActKind,
    Rows,
    button,
    in_rows,
    invite_button,
    keyboard_of,
    menu,
    page_buttons,
    undo_keyboard,
    with_undo,
)
from handlers.telegram.sending import (
    acknowledge,
    answer,
    delete_message,
    replace_message,
    show,
    show_outcome,
    strip_buttons,
    strip_pressed,
)
from handlers.telegram.task_buttons import CODES_IN_A_ROW, no_change_label, pick_task, report_on
from handlers.telegram.understanding import (
    as_if_said,
    filter_refusal,
    hear,
    hear_report,
    named_in_words,
    names_a_unit,
    said_by,
    tasks_meant,
    text_of,
    unit_named,
    unknown_refusal,
    unknown_unit_refusal,
    with_aim,
    with_single_meaning,
    words_behind,
)
