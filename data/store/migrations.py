"""The schema, as ordered steps. A step that has been released is never changed; a new one is added, in its own file."""

from data.store.steps import (  # noqa: F401, I001  (each import registers its steps, in this order)
    first,
    plan_changes,
    broadcasts,
    batches,
    people_of_the_office,
    reports_by_office,
    nudges,
    reminder_rules,
    snoozed_tasks,
    group_posts,
    task_notes,
    regular_summaries,
    task_of_a_report,
    statistics_returns,
    english_titles,
    steps_of_tasks,
    moved_evidence,
    returns_of_the_office,
    work_information,
    state_versions,
    dialogs_by_subject,
    group_languages,
    large_plans,
    counts_of_the_plan,
    files_of_broadcasts,
    changed_units,
    notes_to_the_office,
    shown_in_dialogs,
    words_of_answers,
    words_of_the_plan,
)
from data.store.steps.register import migrations

__all__ = ["migrations"]
