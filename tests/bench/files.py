"""Files: a plan of 100,000 rows through the command line, in and out."""

import csv
import os
import sys
import time
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen
from tempfile import TemporaryDirectory

from tests.bench.figures import Figure
from tests.journeys.town import PLAN

PART = "Import and export"
ROWS = 100_000
APART = 1000
EXPORTS = {"as a table": "--csv", "as a workbook": "--xlsx"}


def measure(rows: int = ROWS) -> list[Figure]:
    """Import a plan of so many rows, import it again, and export it."""
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
    """The shipped plan again and again, the numbers of its items going on."""
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
    """The seconds and the memory of a `liaison` line. Raises RuntimeError where it fails."""
    environment = os.environ | {"LIAISON_DB": str(database), "LIAISON_CLOCK": "2019-11-30T08:00:00+08:00"}
    begun = time.perf_counter()
    with Popen([sys.executable, "-m", "bot", *words], env=environment, stdout=PIPE, stderr=STDOUT) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{name}: {said.decode(errors='replace')[-500:]}")
    seconds = time.perf_counter() - begun
    return [Figure(PART, name, seconds, "s"), Figure(PART, f"{name}: memory", used.ru_maxrss / 1024, "MB")]
