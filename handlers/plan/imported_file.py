"""A plan file in the course of its import, and what importing it would change."""

from dataclasses import dataclass, field
from datetime import date

from data.office.plan_import import Proposal, propose_import
from data.plan.files.plan import PlanReading
from data.plan.plan import Plan, known_plan
from data.plan.readings import PlanFile, names_in_doubt, reading_issued_on, with_units_replaced
from data.plan.units import known_names
from data.store import Database
from handlers.dialog import Answers
from handlers.telegram import Context


@dataclass
class PlanImport:
    """A plan file to be imported, and the present plan (None if there is none)."""

    db: Database
    file: PlanFile
    present: Plan | None
    proposals: dict[str, Proposal] = field(default_factory=dict)

    @property
    def in_doubt(self) -> dict[str, tuple[str, ...]]:
        """The units of the file that are unknown but resemble known ones, each with these."""
        return names_in_doubt(self.file.reading)

    def reading(self, answers: Answers) -> PlanReading:
        """Return the file's contents with the units and the day of issue that `answers` give."""
        reading = with_units_replaced(self.file.reading, answers.get("units", {}))
        issued = answers.get("issued")
        return reading_issued_on(reading, date.fromisoformat(issued)) if issued else reading

    def proposal(self, answers: Answers) -> Proposal:
        """Return what the import would do by the answers so far; each result is computed once."""
        new, wins = is_new(self, answers), file_wins(answers)
        key = f"{new} {wins} {answers.get('units')} {answers.get('issued')}"
        if key not in self.proposals:
            self.proposals[key] = propose_import(self.db, self.reading(answers), new_plan=new, file_wins=wins)
        return self.proposals[key]


def is_new(subject: PlanImport, answers: Answers) -> bool:
    """Return whether the file becomes a new plan that replaces the present one."""
    return subject.present is not None and answers.get("as") == "new"


def file_wins(answers: Answers) -> bool:
    """Return whether the file overrides what was changed in the chat."""
    return answers.get("holds") == "file"


def title_of(subject: PlanImport, answers: Answers) -> str:
    """Return the title that the plan will have."""
    title = answers.get("title")
    return str(title or (subject.present.title if subject.present else subject.file.name))


def issue_day(subject: PlanImport, answers: Answers, today: date) -> date:
    """Return the day from which the plan counts: the one answered, else that of the present plan, else `today`."""
    if issued := answers.get("issued"):
        return date.fromisoformat(issued)
    return subject.present.issued if subject.present else today


def new_units(context: Context, file: PlanFile) -> list[str]:
    """Return the units of the file that are not known yet."""
    known = set(known_names(context.db).names)
    return list(dict.fromkeys(unit for row in file.reading.rows for unit in row.units if unit not in known))


def assumed_issue_day(context: Context) -> date:
    """Return the day of issue assumed until it is asked: that of the present plan, else today."""
    plan = known_plan(context.db)
    return plan.issued if plan else context.today
