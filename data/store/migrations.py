"""The schema as ordered migrations. A released one is never changed; new ones are added in their own files."""

import sqlite3
from collections.abc import Callable, Iterator
from importlib.resources import files

from sqlite_utils import Database, Migrations

from data.store.steps.each_file_once import m013_each_file_once
from data.store.steps.kept_by_triggers import m040_state_versions, m045_counts_of_the_plan, m047_changed_units
from data.store.steps.shipped_indicators import m005_figures_in_english, m010_usual_indicators
from data.store.steps.words_of_the_plan import m050_words_of_the_plan

STEPS: tuple[str | Callable[[Database], None], ...] = (
    "m001_the_main_job",
    "m002_nothing_lost",
    "m004_extensions",
    m005_figures_in_english,
    "m006_bundles",
    "m007_suspects",
    "m008_requests_taken_back",
    "m009_deadlines_in_workdays",
    m010_usual_indicators,
    "m011_standings",
    "m012_figures_counted_once",
    m013_each_file_once,
    "m014_dialogs",
    "m015_plans",
    "m016_dialogs_of_the_office",
    "m017_reports_are_dialogs",
    "m027_plan_changes",
    "m023_broadcasts",
    "m018_batches_are_dialogs",
    "m025_people_of_the_office",
    "m028_reports_by_office",
    "m024_nudges",
    "m020_reminder_rules",
    "m021_snoozed_tasks",
    "m024_group_posts",
    "m026_task_notes",
    "m029_regular_summaries",
    "m019_task_of_a_report",
    "m031_statistics_returns",
    "m038_english_titles",
    "m034_steps_of_tasks",
    "m041_moved_evidence",
    "m033_returns_of_the_office",
    "m035_work_information",
    m040_state_versions,
    "m042_dialogs_by_subject",
    "m043_group_languages",
    "m044_outbox_by_chat",
    m045_counts_of_the_plan,
    "m046_files_of_broadcasts",
    m047_changed_units,
    "m048_notes_to_the_office",
    "m045_shown_in_dialogs",
    "m049_words_of_answers",
    m050_words_of_the_plan,
    "m051_few_of_many",
    "m052_times_of_broadcasts",
    "m053_rounds_looked_at",
    "m054_times_of_nudges",
    "m055_periods_left_out",
    "m056_found_by_person",
    "m057_last_shown",
    "m058_phones_of_the_invited",
    "m059_units_left_out",
    "m060_returns_taken_back",
    "m061_answers_to_requests",
    "m062_returns_due_on_a_day",
    "m063_words_of_buttons",
    "m064_nudges_for_returns",
    "m065_leave_from_absences",
    "m066_errors_by_reason",
    "m067_words_kept_in_memory",
    "m068_reports_accepted_together",
    "m069_drafts_to_units",
    "m070_broadcasts_replaced",
)
"""The migrations in the order they are run; new ones go at the end.

A name is that of a file of SQL statements in data/store/steps/; a function does what SQL alone cannot.
"""

migrations = Migrations("liaison")


def _add(step: str | Callable[[Database], None]) -> None:
    if not isinstance(step, str):
        migrations()(step)
        return

    @migrations(name=step)
    def run(db: Database) -> None:
        script = files("data.store").joinpath("steps", f"{step}.sql").read_text(encoding="utf-8")
        for statement in _statements(script):
            db.conn.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script, each of which begins on its own line."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.removesuffix("\n")
            statement = ""


for _step in STEPS:
    _add(_step)
