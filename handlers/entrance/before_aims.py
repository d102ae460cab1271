"""What of a sentence does not wait for its aim, step by step, each with why; a reader says whether it has taken one."""

from handlers.announcing.broadcast import told_in_words
from handlers.announcing.written_answer import answer_written
from handlers.dialog.readers import Takes
from handlers.exports import regular
from handlers.extensions.answer_in_words import request_answered
from handlers.extensions.request import asked_otherwise
from handlers.information import decided_in_words, information_said
from handlers.notices import deadline_check, snooze, urgency
from handlers.office import (
    audit,
    event_days,
    indicators,
    invitations,
    orders_apart,
    plan_file,
    reopening,
    retention,
    review_in_words,
    task_notes,
    unit_names,
)
from handlers.people import waiting
from handlers.reporting import report_for_unit
from handlers.reporting.no_change_agreed import no_change_agreed
from handlers.reporting.percent_alone import percent_said_alone
from handlers.returns import filing_in_words
from handlers.returns.office import said_of_the_page
from handlers.tasks.narrowing import narrowed_in_words

IN_A_FIXED_FORM = (
    information_said.begun_in_fixed_words,
    report_for_unit.report_for_others,
    indicators.added_in_a_line,
    deadline_check.check_said,
    regular.asked_for,
    told_in_words,
)
"""报工作信息：…, 代报…, 新增指标：…, 跟公安局说…: what follows is told or kept, whatever it would aim at by itself."""
ON_WHAT_CAME_LAST = (
    answer_written,
    task_notes.notice_answered,
    urgency.urgent_said,
    no_change_agreed,
    percent_said_alone,
    asked_otherwise,
    snooze.put_off_otherwise,
    filing_in_words.file_in_words,
    said_of_the_page,
    narrowed_in_words,
)
"""能来, 很急, 改到周三吧, 立案应该是13: the words mean something only beside what was shown, sent or reported last."""
DECISIONS = (
    orders_apart.several_ordered,
    request_answered,
    task_notes.note_answered,
    decided_in_words.decided_in_words,
    reopening.reopening_said,
    review_in_words.verdict_given,
)
"""同意, 1-2退回: what is decided on is known by what waits, and one sentence may decide on several things."""
OF_NO_AIM = (
    audit.audit_said,
    unit_names.group_said,
    unit_names.unit_name_said,
    retention.retention_said,
    invitations.role_invited,
    waiting.newcomers_asked,
    task_notes.notes_asked,
)
"""谁改了43-5, 商务局改名叫商务委: there is no aim for it, so that each is heard as something else."""
A_WHOLE_PLAN = (plan_file.take_plan_text,)
"""A plan in prose was not written to the bot: it aims at nothing."""
BEFORE_ITS_AIM: tuple[Takes, ...] = (*IN_A_FIXED_FORM, *ON_WHAT_CAME_LAST, *A_WHOLE_PLAN, *OF_NO_AIM, *DECISIONS)
WHATEVER_ELSE: tuple[Takes, ...] = (
    task_notes.note_said,
    information_said.forwarded_article,
    task_notes.rather_notice_answered,
    event_days.unknown_event_said,
)
"""What a unit tells the office, what it forwards, and of what law the office says that it has come, where readers of
the aim have not taken it."""
