"""Benchmark of files: the largest plan that is taken, imported and exported by the command line."""

import csv
import os
import sys
import time
from pathlib import Path
from subprocess import PIPE, STDOUT, run
from tempfile import TemporaryDirectory

from tests.bench.figures import Figure
from tests.journeys.town import PLAN

PART = "Import and export"
ROWS = 9_999
"""With the headings 10,000 rows."""
APART = 1000
WITH_ITS_PEAK = """
import resource, subprocess, sys
status = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""
"""A program that runs a command and finally prints its peak memory in KB. It is small itself, because a process
inherits the peak of the one that forked it."""
EXPORTS = {"as a table": "--csv", "as a workbook": "--xlsx"}


def measure(rows: int = ROWS) -> list[Figure]:
    """Import a plan of this many rows, import it again, and export it."""
    with TemporaryDirectory() as folder:
        plan, database = Path(folder) / "plan.csv", Path(folder) / "files.db"
        _write(plan, rows)
        take = ("plan", "import", str(plan), "--issued", "2019-10-24", "--yes")
        found = _run(f"import of {rows:,} rows", database, *take)
        found += _run("the same file again", database, *take)
        for name, option in EXPORTS.items():
            found += _run(f"export {name}", database, "summary", option, str(Path(folder) / "out"))
        return [*found, Figure(PART, "file of the database", database.stat().st_size / 2**20, "MB")]


def _write(path: Path, rows: int) -> None:
    """Write the shipped plan over and over, with the numbers of its items going on."""
    with PLAN.open(encoding="utf-8-sig") as file:
        names, *shipped = list(csv.reader(file))
    item = names.index("任务细项")
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(names)
        for number in range(rows):
            row = list(shipped[number % len(shipped)])
            before, dot, rest = row[item].partition(".")
            row[item] = f"{int(before) + APART * (number // len(shipped))}{dot}{rest}"
            table.writerow(row)


def _run(name: str, database: Path, *words: str) -> list[Figure]:
    """Return the seconds and the memory that a `liaison` command takes. Raises RuntimeError if it fails."""
    environment = os.environ | {"LIAISON_DB": str(database), "LIAISON_CLOCK": "2019-11-30T08:00:00+08:00"}
    line = (sys.executable, "-c", WITH_ITS_PEAK, sys.executable, "-m", "bot", *words)
    begun = time.perf_counter()
    done = run(line, env=environment, stdout=PIPE, stderr=STDOUT, text=True)
    seconds = time.perf_counter() - begun
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stdout[-500:]}")
    peak = int(done.stdout.splitlines()[-1])
    return [Figure(PART, name, seconds, "s"), Figure(PART, f"{name}: memory", peak / 1024, "MB")]
