"""The bot's words: sentences in both languages, days, labels, lines of tasks and refusals. Nothing of Telegram is known
here, so that the command line can say the same.

What most rooms use is re-exported here; import anything else, such as lines of tasks, from its module.
"""

from handlers.wording import labels as labels
from handlers.wording.days import day_text, days_left_text, deadline_text, month_day, period_text, short_day, span_text
from handlers.wording.pages import Page, page_of
from handlers.wording.refusals import FOR_LIAISONS, GROUP_NOT_BOUND, GROUP_PRIVATE, Sentences, refusal
from handlers.wording.wordings import (
    NOTHING,
    Html,
    Language,
    Wording,
    bracketed,
    clauses,
    cut,
    cut_to_width,
    html,
    in_both_languages,
    in_chat,
    join,
    megabytes,
    phrase_set,
    plain,
    plain_word,
    screen_width,
    series,
    some,
    write_fitting,
)
