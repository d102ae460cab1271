"""Reading the files that people send: plans and rosters."""

from data.people.roster_file import RosterReading, RosterRow, read_roster
from data.plan.files.phones import phone_digits
from data.plan.files.plan import PlanReading, PlanRow, read_plan
from data.plan.files.problems import FileProblem, Problem, ProblemKind

__all__ = [
    "FileProblem",
    "PlanReading",
    "PlanRow",
    "Problem",
    "ProblemKind",
    "RosterReading",
    "RosterRow",
    "phone_digits",
    "read_plan",
    "read_roster",
]
