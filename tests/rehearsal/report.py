"""The report docs/rehearsal.md: what was played, what was found, and what it cost people."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import timedelta
from pathlib import Path

from data.calendar import month_end
from tests.rehearsal.comparison import Difference
from tests.rehearsal.cost import costs, reminders
from tests.rehearsal.cost_tables import costs_told
from tests.rehearsal.goals import Goal, goals, troubles
from tests.rehearsal.hearing import Reading
from tests.rehearsal.lived import lived
from tests.rehearsal.markdown import table
from tests.rehearsal.picture import Month, picture
from tests.rehearsal.play import Play

DOCS = Path("docs")
MOST = 40
"""The most examples of one kind that are listed."""
HEAD = """# The two-year rehearsal

Written by `make rehearsal`. It plays Wuhan's plan from {first} to {last} against the real process, an embedded
Telegram and a fast clock: {units} units of the plan with {people} liaisons and deputies, an office of three and two
groups. Each person has a character (prompt, late, silent until nudged, talkative, careless with figures, on leave,
replaced, phone lost) and a voice, and reports in sentences or by buttons. What each of them means is known. At the end
of every month the bot is compared with that: the state of every assignment, the figures and evidence by unit, the
returns, the work information, the summary on the command line and in the chat, the workbook and the document; and every
morning, who is reminded of what. `make rehearsal SEED=7` plays it with other random choices; the same seed always makes
the same ones.

Many of the sentences come from tests/understanding, from which the bot's models have learned. The bot understands
people whose sentences it has not learned from less well; `make understanding` measures how well.

![Messages, reports, and closed tasks by month](rehearsal.png)

Seed {seed}: {days} working days, {reports} reports, {inputs} messages and presses of people, played in {minutes}
with {processor} of processor time, the bot's and that of the city around it{beside}.
"""
DOUBTS = """\
“Doubted” asks whether a figure that is ten times the last one, or a tenth of it, is right; “same figures” whether
figures equal to the last report's are new; “less” whether a percent below the last one is right. “Percent”, “status”
and “obstacle” ask for what the line left out."""
PEERS = """Reminders on the same tasks and reports, to the same people. teletask reminds of each task alone: 24 hours,
1 hour, 30 and 5 minutes before its deadline, 1 hour and 1 day after it, and then no more. redmine_intouch repeats each
until it is touched: overdue daily, due within a week every 2 days, dated every 7, the rest every 30 (these priorities
are an assumption, for it has none of its own).

Three more assumptions, so that the same is counted for all:

- Most of this plan has no deadline, and neither of the two knows periods or returns; this bot asks about both. An
  office that used one of them would enter each quarter of ongoing work and each monthly return as a task that is due
  on its last day. A quarter's task is over then, reported or not.
- teletask turns a task for several people into one for each of them, which ends when that person says so. In a unit of
  this city one person reports, and the others, who get the reminders as well, say nothing. If one report ended a task
  for all people of the unit, teletask would have sent {together}, and on tasks with a deadline of their own {dated}.
- “Dated” counts only tasks with a deadline of their own; for this bot, messages that remind of at least one such task.
"""


@dataclass(frozen=True)
class Other:
    """The result of the same play with another seed."""

    seed: int
    reports: int
    sentences: int
    again: int
    written: int
    stuck: int
    differences: tuple[Difference, ...]

    @classmethod
    def of(cls, play: Play) -> "Other":
        counts = play.hearing.counts
        again = counts[Reading.AGAIN] + counts[Reading.WRONG]
        reports = sum(len(each.told) for each in play.city.truth.duties)
        heard, wrong = len(play.hearing.heard), counts[Reading.WRITTEN]
        return cls(play.city.seed, reports, heard, again, wrong, len(troubles(play)), tuple(play.differences))


def write(play: Play, seconds: float, folder: Path = DOCS, others: Sequence[Other] = ()) -> None:
    """Write the page and its picture."""
    title = f"The rehearsal, seed {play.city.seed}"
    (folder / "rehearsal.png").write_bytes(picture(months(play), title))
    (folder / "rehearsal.md").write_text(page(play, seconds, others), encoding="utf-8")


def page(play: Play, seconds: float, others: Sequence[Other] = ()) -> str:
    """Return the whole page."""
    days = sorted(play.reminded)
    head = HEAD.format(
        first=days[0],
        last=days[-1],
        units=len(play.city.people),
        people=sum(len(each.hearers) for each in play.city.people),
        seed=play.city.seed,
        days=len(days),
        reports=sum(len(each.told) for each in play.city.truth.duties),
        inputs=play.city.diary.inputs.total(),
        minutes=str(timedelta(seconds=round(seconds))),
        beside=", with the other seeds in parallel" if others else "",
        processor=str(timedelta(seconds=round(play.processor))),
    )
    parts = [head, *_goals(goals(play)), *_happened(play), *_differences(play)]
    parts += [*_troubles(play), *_sentences(play), *_questions_besides(play), *costs_told(play)]
    return "\n".join([*parts, *_reminders(play), *_peers(play), *_others(others), ""])


def _others(others: Sequence[Other]) -> list[str]:
    """Return the chapter on plays with other seeds."""
    if not others:
        return []
    head = (
        *("seed", "reports", "sentences", "asked again or shown wrong", "stored wrong unseen"),
        *("people who were stuck", "differences"),
    )
    rows = [tuple(map(str, (*astuple(each)[:-1], len(each.differences)))) for each in others]
    found = [f"- seed {each.seed}, {difference}" for each in others for difference in each.differences[:MOST]]
    return ["\n## Other seeds\n", *table(head, rows), *(["", *found] if found else [])]


def months(play: Play) -> list[Month]:
    """Return the data of the picture."""
    heard = {each.month: 0 for each in costs(play)}
    for each in costs(play):
        heard[each.month] += each.heard + each.caused
    found = []
    for month, (closed, due) in play.course.items():
        first = min(day for day in play.reminded if f"{day:%Y-%m}" == month).replace(day=1)
        reports = sum(1 for _ in play.city.truth.reports(first, month_end(first)))
        found.append(Month(month, heard[month], reports, closed, due))
    return found


def _goals(found: Iterable[Goal]) -> list[str]:
    rows = [(each.name, each.wanted, each.found, "yes" if each.met else "**no**") for each in found]
    return ["## Goals\n", *table(("goal", "wanted", "found", "met"), rows)]


def _happened(play: Play) -> list[str]:
    rows = [(what, str(number)) for what, number in lived(play)]
    return ["\n## What happened\n", *table(("", "times"), rows), "", *_happenings_with_days(play.happened)]


def _happenings_with_days(happened: Iterable[str]) -> list[str]:
    """Return what happened to the plan and to the bot, each with its days."""
    days: dict[str, list[str]] = defaultdict(list)
    for day, what in (each.split(": ", 1) for each in happened if each):
        days[what].append(day)
    return [f"- {', '.join(each)}: {what}" for what, each in days.items()]


def _differences(play: Play) -> list[str]:
    head = "\n## Differences between the bot and the truth\n"
    if not play.differences:
        return [head, "None."]
    rest = len(play.differences) - MOST
    return [head, *(f"- {each}" for each in play.differences[:MOST]), *([f"- … and {rest} more"] if rest > 0 else [])]


def _troubles(play: Play) -> list[str]:
    """Return the chapter on people who did not know how to continue; empty if there were none."""
    found = troubles(play)
    lines = [f"- {' '.join(each.split())}" for each in found[:MOST]]
    return ["\n## People who were stuck\n", *lines] if found else []


def _sentences(play: Play) -> list[str]:
    counts = play.hearing.counts
    meanings = {
        Reading.RIGHT: "understood",
        Reading.ASKED: "asked for what was missing, or whether an unusual figure is right",
        Reading.AGAIN: "asked again although a clerk would have understood",
        Reading.WRONG: "shown wrong in the preview, and corrected by its author",
        Reading.WRITTEN: "stored wrong without having been shown",
    }
    rows = [(words, str(counts[reading])) for reading, words in meanings.items()]
    lines = ["\n## How sentences were read\n", *table(("", "sentences"), rows)]
    for reading in (Reading.WRITTEN, Reading.WRONG, Reading.AGAIN):
        said = list(dict.fromkeys((each.unit, each.sentence) for each in play.hearing.of(reading)))
        if said:
            lines += [f"\nThose {meanings[reading]}:\n", *(f"- {unit}: `{words}`" for unit, words in said[:MOST])]
    return lines


def _questions_besides(play: Play) -> list[str]:
    """Return the chapter on reports that took more inputs than the goal."""
    lines = [
        "\n## Further questions\n",
        "Asked in reports that took more than two inputs in one line, or more than six by buttons:\n",
    ]
    rows = [
        (kind, asked.lower().replace("_", " ") or "nothing", str(number))
        for kind, counter in (
            ("in a line", play.hearing.asked_in_a_line),
            ("by buttons", play.hearing.asked_by_buttons),
        )
        for asked, number in counter.most_common()
        if number
    ]
    return [*lines, *table(("report", "asked", "reports"), rows), f"\n{DOUBTS}"]


def _reminders(play: Play) -> list[str]:
    found = reminders(play)
    rows = [
        ("lines of reminders", str(found.lines)),
        ("followed by a report of the unit within two days", _share(found.followed, found.lines)),
        ("needless: reported done already", _share(found.reported, found.lines)),
        ("needless: not theirs", _share(found.not_theirs, found.lines)),
        ("needless: a doubtful deadline that the office has not settled", _share(found.doubtful, found.lines)),
    ]
    return ["\n## What the reminders achieved\n", *table(("", "lines"), rows)]


def _peers(play: Play) -> list[str]:
    """Return the chapter on what other bots would have sent."""
    columns, together = [play.sent, *play.peers.counts.values()], play.peers.together
    counters = [counts.all_of_it for counts in columns] + [counts.dated for counts in columns]
    rows = [(month, *(str(each[month]) for each in counters)) for month in play.course]
    total = [str(each.total()) for each in counters]
    names = ("this bot", *play.peers.counts)
    return [
        "\n## Compared with other bots\n",
        PEERS.format(together=together.all_of_it.total(), dated=together.dated.total()),
        *table(
            ("month", *names, *(f"{name}, dated" for name in names)),
            [*rows, ("in all", *total)],
        ),
    ]


def _share(part: int, whole: int) -> str:
    return f"{part} ({100 * part / max(1, whole):.0f} %)"
