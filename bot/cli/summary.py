"""The command `liaison summary`: the state of the plan in numbers, and as files to send on."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import click

from bot.cli.base import (
    DAY_TYPE,
    FILE_TYPE,
    SHOWN_EVERY,
    TEXT_TYPE,
    Desk,
    language,
    open_desk,
    print_json,
    say,
    wrong_usage,
)
from bot.cli.files import write_file
from bot.cli.texts import console
from bot.cli.texts import summary as m
from data.exports.files import A_WEEK, ExportKind, contents_of
from data.exports.ledger import ExportScope, ledger
from data.exports.pictures import Picture
from data.exports.sheets import tasks_csv
from data.plan.plan import plan_on
from data.plan.units import find_unit
from data.standing.assignments import assignments
from data.standing.counts import count_parts
from data.summary.days import plan_issued_by
from data.summary.progress import Progress, find_section, progress
from data.summary.summary import Summary, summarise
from data.summary.views import View
from handlers.summary.texts.counts import summary as summary_text
from handlers.wording import Html, day_text, join, labels, plain

PICTURES = [each.value for each in Picture]


@dataclass(frozen=True, slots=True)
class Part:
    """The part of the plan asked for, and the moment and day to report on. `first` is a span's first day, or None."""

    at: datetime
    day: date
    first: date | None
    units: tuple[str, ...]
    unit_ids: tuple[int, ...] | None
    sections: tuple[str, ...] | None


@click.command()
@click.option("--at", "day", type=DAY_TYPE)
@click.option("--from", "first", type=DAY_TYPE)
@click.option("--unit", type=TEXT_TYPE)
@click.option("--section", "sections", type=TEXT_TYPE, multiple=True)
@click.option("--json", "as_json", is_flag=True)
@click.option("--xlsx", type=FILE_TYPE)
@click.option("--png", type=FILE_TYPE)
@click.option("--picture", type=click.Choice(PICTURES))
@click.option("--docx", type=FILE_TYPE)
@click.option("--brief", is_flag=True)
@click.option("--csv", type=FILE_TYPE)
def summary(
    day: date | None,
    first: date | None,
    unit: str | None,
    sections: tuple[str, ...],
    as_json: bool,
    picture: str | None,
    brief: bool,
    **files: Path | None,
) -> None:
    """The state of the plan in numbers, or as a file; without --from, over all days since the plan was issued."""
    named = [(kind, path) for kind, path in files.items() if path is not None]
    if len(named) + as_json > 1:
        raise wrong_usage(console.ONE_AT_A_TIME, options="--json --xlsx --docx --png --csv")
    if (brief and not files["docx"]) or (picture and not files["png"]):
        raise wrong_usage(m.GOES_WITH)
    desk = open_desk()
    part = _part(desk, day, first, unit, sections)
    if named:
        [(kind, path)] = named
        for number, content in enumerate(_files(desk, part, kind, Picture(picture or PICTURES[0]), brief), start=1):
            write_file(path if number == 1 else path.with_stem(f"{path.stem}-{number}"), content)
        return
    state = summarise(desk.db, part.at, part.unit_ids, part.sections)
    told = None if first is None else progress(desk.db, first, part.day, part.day, part.unit_ids, part.sections)
    if as_json:
        print_json(summary_json(state, told))
    else:
        click.echo(plain(join(_views(desk, part, state, told), "\n\n")))


def _part(desk: Desk, day: date | None, first: date | None, unit: str | None, sections: tuple[str, ...]) -> Part:
    at = datetime.combine(day, time(23, 59), desk.settings.zone) if day else desk.now
    day = day or desk.today
    plan_issued_by(desk.db, day)
    found = None if unit is None else find_unit(desk.db, unit)
    known = dict.fromkeys(each.section for each in count_parts(desk.db, day))
    chosen = tuple(find_section(tuple(known), words) for words in sections)
    ids, names = ((found.id,), (found.name,)) if found else (None, ())
    return Part(at, day, first, names, ids, chosen or None)


def _files(desk: Desk, part: Part, kind: str, picture: Picture, brief: bool) -> list[bytes]:
    """Return the contents of the files to write for an option that names a file."""
    since = part.day - A_WEEK if kind == "docx" and brief else min(plan_on(desk.db, part.day).issued, part.day)
    scope = ExportScope(part.first or since, part.day, part.unit_ids, part.sections)
    found = ledger(desk.db, scope, part.day)
    if kind == "csv":
        return [tasks_csv(found, language(), _show_progress)]
    document = ExportKind.BRIEF if brief else ExportKind.DRAFT if part.units else ExportKind.REPORT
    made = {"png": ExportKind.PICTURES, "xlsx": ExportKind.WORKBOOK, "docx": document}[kind]
    return contents_of(desk.db, made, found, language(), [picture], _show_progress)


def _show_progress(rows: int) -> None:
    if rows % SHOWN_EVERY == 0:
        say(m.ROWS_WRITTEN, err=True, rows=f"{rows:,}")


def _views(desk: Desk, part: Part, state: Summary, told: Progress | None) -> list[Html]:
    """Return every view, each headed by the part of the plan it covers."""
    whose = m.part_line(part.units, part.sections, language())
    views = [summary_text(state, view, language()) for view in (View.OVERALL, View.UNITS, View.SECTIONS)]
    day = day_text(part.day, language())
    figures_head, unreported_head = (
        m.HEAD(language(), view=view, day=day) for view in (labels.FIGURES, labels.UNREPORTED)
    )
    views += [
        *([m.span(told, language())] if told else []),
        m.figures(state.figures, figures_head, language()),
        m.unreported(_unreported(desk, part), unreported_head, language()),
    ]
    return [join([whose, view]) for view in views]


def _unreported(desk: Desk, part: Part) -> list[tuple[str, int]]:
    """Return, in the plan's order, the units with the number of their unfinished tasks that have no report."""
    found = assignments(desk.db, part.day, part.unit_ids)
    counts: dict[str, int] = {}
    for each in sorted(found, key=lambda each: (each.position, each.id)):
        if each.unit and each.last is None and not each.finished and each.section in (part.sections or (each.section,)):
            counts[each.unit] = counts.get(each.unit, 0) + 1
    return list(counts.items())


def summary_json(state: Summary, told: Progress | None) -> dict[str, Any]:
    """Return a summary as `summary --json` prints it. With a span, the figures are those of its reports alone."""
    if told is not None:
        state = replace(state, figures=told.figures)
    return {
        "title": state.title,
        "at": state.at.isoformat(timespec="seconds"),
        **asdict(state.all),
        "units": [{"unit": name, **asdict(counts)} for name, counts in state.units],
        "sections": [{"section": name, **asdict(counts)} for name, counts in state.sections],
        "figures": [asdict(total) for total in state.figures],
        "without_liaison": list(state.without_liaison),
        "undelivered": state.undelivered.messages,
        **(_span_json(told) if told else {}),
    }


def _span_json(told: Progress) -> dict[str, Any]:
    first, last = told.before
    return {
        "from": told.first.isoformat(),
        "reports": len(told.reports),
        "at_the_beginning": asdict(told.all_before),
        "before": {
            "from": first.isoformat(),
            "to": last.isoformat(),
            "reports": told.reports_before,
            "figures": [asdict(total) for total in told.figures_before],
        },
    }
