"""Comparison of the bot's database and its summary on the command line with the truth; each difference names the
sentence that caused it."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from bot.cli.root import liaison
from data.calendar import month_end
from data.times import at_hour, stored
from tests.journeys.town import ZONE
from tests.rehearsal.truth import DAY, Duty, State

if TYPE_CHECKING:
    from tests.rehearsal.play import Play

STANDINGS = """
SELECT code, units.name, iif(renews_on BETWEEN '1' AND ?, 'not_started', status),
    iif(renews_on BETWEEN '1' AND ?, 0, percent), iif(renews_on BETWEEN '1' AND ?, next_due, standings.due)
FROM standings JOIN tasks ON tasks.id = standings.task_id LEFT JOIN units ON units.id = standings.unit_id
"""
REPLACED = "EXISTS (SELECT 1 FROM reports AS newer WHERE newer.replaces = reports.id AND newer.withdrawn_at IS NULL)"
FIGURES = f"""
SELECT units.name, indicator, sum(value) FROM report_figures JOIN reports ON reports.id = report_figures.report_id
JOIN assignments ON assignments.id = assignment_id JOIN units ON units.id = unit_id
LEFT JOIN reviews ON reviews.report_id = reports.id
WHERE withdrawn_at IS NULL AND NOT {REPLACED} AND verdict IS NOT 'returned' AND reported_at >= ? AND reported_at < ?
GROUP BY 1, 2
"""
EVIDENCE = f"""
SELECT code, units.name, count(*) FROM attachments JOIN reports ON reports.id = report_id
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id JOIN units ON units.id = unit_id
WHERE withdrawn_at IS NULL AND NOT {REPLACED} GROUP BY 1, 2
"""


@dataclass(frozen=True)
class Difference:
    """What differs, the expected and the found value, and the sentence behind it."""

    day: date
    what: str
    expected: str
    found: str
    sentence: str = ""

    def __str__(self) -> str:
        because = f" <- {self.sentence}" if self.sentence else ""
        return f"{self.day} {self.what}: expected {self.expected}, found {self.found}{because}"


def compare(play: Play, day: date) -> list[Difference]:
    """Return all differences from the truth at the end of a month."""
    first, last = day.replace(day=1), month_end(day)
    return [
        *standings(play, day),
        *figures(play, day, first, last),
        *evidence(play, day),
        *summary(play, day, first),
    ]


def standings(play: Play, day: date) -> list[Difference]:
    """Return the differences in status, percentage and due day of all duties in the database."""
    rows = play.city.asked(STANDINGS, *[str(day)] * 3)
    found = {(str(code), unit): (status, percent, due) for code, unit, status, percent, due in rows}
    differences = []
    for duty in play.city.truth.duties:
        wanted = _row(duty.state(day))
        there = found.pop((duty.code, duty.unit), None)
        if there != wanted:
            moved = there is not None and there[2] != wanted[2]
            differences.append(_difference(day, duty, str(wanted), str(there), moved=moved))
    return differences + [Difference(day, f"{code} {unit}", "none", "there") for code, unit in found]


def figures(play: Play, day: date, first: date, last: date) -> list[Difference]:
    """Return the differences in the month's figures by unit and indicator in the database."""
    span = (stored(at_hour(each, 0, ZONE)) for each in (first, last + DAY))
    found = {(str(unit), str(name)): float(str(value)) for unit, name, value in play.city.asked(FIGURES, *span)}
    wanted = play.city.truth.figures(first, last)
    return [
        Difference(day, " ".join(key), *_numbers(wanted.get(key), found.get(key)), _said(play, key, first, last))
        for key in sorted(wanted.keys() | found.keys())
        if abs(wanted.get(key, 0) - found.get(key, 0)) > 1e-6
    ]


def evidence(play: Play, day: date) -> list[Difference]:
    """Return the differences in the number of photos of each duty in the database."""
    found = {(str(code), str(unit)): count for code, unit, count in play.city.asked(EVIDENCE)}
    wanted = {(each.code, each.unit): each for each in play.city.truth.duties}
    differences = []
    for key, duty in wanted.items():
        photos = sum(each.meaning.photos for each in duty.told)
        if found.get((key[0], key[1] or ""), 0) != photos:
            what, there = f"evidence of {duty.code} {duty.unit}", str(found.get((key[0], key[1] or ""), 0))
            differences.append(Difference(day, what, str(photos), there, duty.told[-1].sentence if duty.told else ""))
    return differences


def summary(play: Play, day: date, first: date) -> list[Difference]:
    """Return the differences in `liaison summary`: the numbers of the plan and of each unit, and the month's
    figures."""
    told = json.loads(run(play, "summary", "--at", str(day), "--from", str(first), "--json"))
    counts = play.city.truth.counts(day)
    differences = [
        Difference(day, f"summary {name}", str(value), str(told[name]))
        for name, value in counts.items()
        if told[name] != value
    ]
    by_unit: dict[str | None, list[Duty]] = {}
    for duty in play.city.truth.duties:
        by_unit.setdefault(duty.unit, []).append(duty)
    for unit in told["units"]:
        wanted = play.city.truth.counts(day, by_unit.get(unit["unit"], []))
        differences += [
            Difference(day, f"summary {unit['unit']} {name}", str(value), str(unit[name]))
            for name, value in wanted.items()
            if unit[name] != value
        ]
    totals: dict[str, float] = defaultdict(float)
    for (_, indicator), value in play.city.truth.figures(first, day).items():
        totals[indicator] += value
    for figure in told["figures"]:
        if abs(totals[figure["indicator"]] - figure["total"]) > 1e-6:
            what = f"summary {figure['indicator']}"
            differences.append(Difference(day, what, f"{totals[figure['indicator']]:g}", f"{figure['total']:g}"))
    return differences


def run(play: Play, *words: str) -> str:
    """Return what the command line prints on the city's day."""
    environment: dict[str, Any] = {
        "LIAISON_DB": str(play.city.database),
        "LIAISON_CLOCK": play.city.now().isoformat(timespec="seconds"),
        "LC_ALL": "C",
    }
    before = dict(os.environ)
    try:
        done = CliRunner().invoke(liaison, list(words), env=environment)
    finally:
        os.environ.clear()
        os.environ.update(before)
    if done.exit_code != 0:
        raise AssertionError(f"{words}: {done.output} {done.exception!r}")
    return done.stdout


def _row(state: State) -> tuple[str, int, str | None]:
    return state.status, state.percent, str(state.due) if state.due else None


def _difference(day: date, duty: Duty, wanted: str, found: str, *, moved: bool) -> Difference:
    """Return the difference of one duty, with the sentence that moved its day or that was reported last."""
    reported = duty.last.sentence if duty.last else ""
    sentence = duty.moves[-1] if moved and duty.moves else reported
    return Difference(day, f"{duty.code} {duty.unit}", wanted, found, sentence)


def _said(play: Play, key: tuple[str, str], first: date, last: date) -> str:
    """Return the sentences of a month that gave figures for a unit and indicator."""
    unit, indicator = key
    return " / ".join(
        told.sentence
        for duty, told in play.city.truth.reports(first, last)
        if duty.unit == unit and indicator in told.meaning.figures
    )


def _numbers(wanted: float | None, found: float | None) -> tuple[str, str]:
    return f"{wanted or 0:g}", f"{found or 0:g}"
