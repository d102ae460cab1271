"""Reading the files that people send: plans, and what they have in common with rosters (data/people/roster_file.py)."""

from data.plan.files.plan import PlanReading, PlanRow, read_plan
from data.plan.files.problems import FileProblem, Problem, ProblemKind
