"""Reading plan files, and what rosters share with them (data/people/roster_file.py)."""

from data.plan.files.plan import PlanReading, PlanRow, read_plan
from data.plan.files.problems import FileProblem, Problem, ProblemKind
