"""A plan file that is to be imported, with the plan that is there."""

from dataclasses import dataclass, field
from datetime import date

from data.office.plan_import import Proposal, propose
from data.plan.files.plan import PlanReading
from data.plan.plan import Plan, known_plan
from data.plan.readings import PlanFile, issued_on, names_in_doubt, with_units
from data.plan.units import known_names
from data.store import Database
from handlers.dialog import Answers
from handlers.telegram import Context


@dataclass
class Import:
    """A file that is to be imported, and the plan that is there; what it would do is worked out once."""

    db: Database
    file: PlanFile
    present: Plan | None
    proposals: dict[str, Proposal] = field(default_factory=dict)

    @property
    def in_doubt(self) -> dict[str, tuple[str, ...]]:
        """The units of the file that resemble known ones."""
        return names_in_doubt(self.file.reading)

    def reading(self, answers: Answers) -> PlanReading:
        """The file with the units that are meant, counted from its day of issue."""
        reading = with_units(self.file.reading, answers.get("units", {}))
        issued = answers.get("issued")
        return issued_on(reading, date.fromisoformat(issued)) if issued else reading

    def proposal(self, answers: Answers) -> Proposal:
        """What importing would do, as far as it is answered."""
        new, wins = is_new(self, answers), file_wins(answers)
        key = f"{new} {wins} {answers.get('units')} {answers.get('issued')}"
        if key not in self.proposals:
            self.proposals[key] = propose(self.db, self.reading(answers), new_plan=new, file_wins=wins)
        return self.proposals[key]


def is_new(subject: Import, answers: Answers) -> bool:
    """Whether the file becomes a plan of its own in the place of another."""
    return subject.present is not None and answers.get("as") == "new"


def file_wins(answers: Answers) -> bool:
    """Whether what was changed in the chat is to be as the file says."""
    return answers.get("holds") == "file"


def title_of(subject: Import, answers: Answers) -> str:
    """What the plan is to be called."""
    title = answers.get("title")
    return str(title or (subject.present.title if subject.present else subject.file.name))


def issue_day(subject: Import, answers: Answers, today: date) -> date:
    """The day from which the plan counts: as it was said, that of the present plan, else today."""
    if issued := answers.get("issued"):
        return date.fromisoformat(issued)
    return subject.present.issued if subject.present else today


def new_units(context: Context, file: PlanFile) -> list[str]:
    """The units of a file that nobody knows yet."""
    known = set(known_names(context.db).names)
    return list(dict.fromkeys(unit for row in file.reading.rows for unit in row.units if unit not in known))


def issued_at_first(context: Context) -> date:
    """The day from which the deadlines of a file are counted at first: the present plan's, else today."""
    plan = known_plan(context.db)
    return plan.issued if plan else context.today
