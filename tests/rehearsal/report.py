"""docs/rehearsal.md: what was played, what was found, and what it cost everybody."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from data.calendar import month_end
from tests.rehearsal.cost import ROLES, Cost, costs, reminders
from tests.rehearsal.goals import Goal, goals
from tests.rehearsal.hearing import Reading
from tests.rehearsal.picture import Month, picture
from tests.rehearsal.play import Play

DOCS = Path("docs")
MOST = 40
"""So many examples of one kind are listed at most."""
HEAD = """# The two-year rehearsal

Written by `make rehearsal`. It plays Wuhan's plan from {first} to {last} against the real process, an embedded
Telegram and a fast clock: {units} units with {people} liaisons and deputies, an office of three and two groups. Each
person has a character (prompt, late, silent until nudged, talkative, careless with figures, on leave, replaced, phone
lost) and a voice, and reports in sentences or by buttons. What they mean is known. At the end of every month the bot is
held against it: how every duty stands, the figures by unit, the numbers of the summary on the command line and in the
chat, the workbook and the document; and every morning who is reminded of what. `make rehearsal SEED=7` plays it with
other chances; the same seed makes the same choices.

![Messages, reports, and closed tasks by month](rehearsal.png)

Seed {seed}: {days} working days, {reports} reports, {inputs} messages and presses of people, played in {minutes}.
"""


def write(play: Play, seconds: float, folder: Path = DOCS) -> None:
    """Write the page and its picture."""
    title = f"The rehearsal, seed {play.city.seed}"
    (folder / "rehearsal.png").write_bytes(picture(months(play), title))
    (folder / "rehearsal.md").write_text(page(play, seconds), encoding="utf-8")


def page(play: Play, seconds: float) -> str:
    """The whole page."""
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
    )
    parts = [head, *_goals(goals(play)), *_happened(play), *_differences(play), *_sentences(play), *_costs(play)]
    return "\n".join([*parts, *_reminders(play), *_peers(play), ""])


def months(play: Play) -> list[Month]:
    """What the picture shows."""
    heard = {each.month: 0 for each in costs(play)}
    for each in costs(play):
        heard[each.month] += each.heard
    found = []
    for month, (closed, due) in play.course.items():
        first = min(day for day in play.reminded if f"{day:%Y-%m}" == month).replace(day=1)
        reports = sum(1 for _ in play.city.truth.reports(first, month_end(first)))
        found.append(Month(month, heard[month], reports, closed, due))
    return found


def _goals(found: Iterable[Goal]) -> list[str]:
    rows = [(each.name, each.wanted, each.found, "yes" if each.met else "**no**") for each in found]
    return ["## Goals\n", *_table(("goal", "wanted", "found", "met"), rows)]


def _happened(play: Play) -> list[str]:
    return ["\n## What happened besides\n", *(f"- {each}" for each in play.happened)] if play.happened else []


def _differences(play: Play) -> list[str]:
    head = "\n## Differences between the bot and the truth\n"
    if not play.differences:
        return [head, "None."]
    rest = len(play.differences) - MOST
    return [head, *(f"- {each}" for each in play.differences[:MOST]), *([f"- … and {rest} more"] if rest > 0 else [])]


def _sentences(play: Play) -> list[str]:
    counts = play.hearing.counts
    meanings = {
        Reading.RIGHT: "understood",
        Reading.ASKED: "asked for what was not said, or whether an unusual figure is right",
        Reading.AGAIN: "asked again though a clerk would have understood",
        Reading.WRONG: "shown wrong in the preview, and put right by its author",
        Reading.WRITTEN: "stored wrong without having been shown",
    }
    rows = [(words, str(counts[reading])) for reading, words in meanings.items()]
    lines = ["\n## How sentences were read\n", *_table(("", "sentences"), rows)]
    for reading in (Reading.WRITTEN, Reading.WRONG, Reading.AGAIN):
        said = list(dict.fromkeys((each.unit, each.sentence) for each in play.hearing.of(reading)))
        if said:
            lines += [f"\nThose {meanings[reading]}:\n", *(f"- {unit}: `{words}`" for unit, words in said[:MOST])]
    return lines


def _costs(play: Play) -> list[str]:
    lines = [
        "\n## What it cost everybody\n",
        "By role and month, for each person on average: messages that came unasked, messages written, presses, and",
        "words read (a Chinese character is one). Of a group: what was posted in it.\n",
    ]
    rows = [_cost(each) for each in costs(play)]
    return [*lines, *_table(("role", "month", "unasked", "written", "presses", "words read"), rows)]


def _cost(cost: Cost) -> tuple[str, ...]:
    people = 1 if cost.role == ROLES[-1] else max(1, cost.people)
    return (
        cost.role,
        cost.month,
        *(f"{number / people:.1f}" for number in (cost.heard, cost.wrote, cost.pressed)),
        f"{cost.words / people:.0f}",
    )


def _reminders(play: Play) -> list[str]:
    found = reminders(play)
    rows = [
        ("lines of reminders", str(found.lines)),
        ("followed by a report of the unit within two days", _share(found.followed, found.lines)),
        ("needless: reported done already", _share(found.reported, found.lines)),
        ("needless: not theirs", _share(found.not_theirs, found.lines)),
        ("of a deadline that the plan itself doubts", _share(found.doubtful, found.lines)),
    ]
    return ["\n## What the reminders were good for\n", *_table(("", "lines"), rows)]


def _peers(play: Play) -> list[str]:
    """What others would have sent."""
    ours = {each.month: 0 for each in costs(play)}
    for each in costs(play):
        ours[each.month] += each.heard if each.role in ROLES[:2] else 0
    rows = [
        (month, str(heard), str(play.peers.teletask[month]), str(play.peers.intouch[month]))
        for month, heard in ours.items()
    ]
    total = (sum(ours.values()), play.peers.teletask.total(), play.peers.intouch.total())
    return [
        "\n## Beside others\n",
        "On the same tasks and reports, to the same people: what the rules of teletask would have sent (24 hours, 1",
        "hour, 30 and 5 minutes before each deadline, 1 hour and 1 day after it), and those of redmine_intouch",
        "(repeated until touched: overdue daily, due within a week every 2 days, dated every 7, undated every 30;",
        "these priorities are an assumption, for it has none of its own). teletask knows nothing of work without a",
        "deadline, which most of this plan is, and falls silent a day after one.\n",
        *_table(
            ("month", "this bot", "teletask", "redmine_intouch"), [*rows, ("in all", *(str(each) for each in total))]
        ),
    ]


def _share(part: int, whole: int) -> str:
    return f"{part} ({100 * part / max(1, whole):.0f} %)"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]
