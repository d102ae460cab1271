"""Goals of a rehearsal, with what was measured."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.rehearsal.cost import costs, heard_a_day
from tests.rehearsal.hearing import Reading
from tests.rehearsal.play import Play
from tests.rehearsal.reporting import BY_BUTTONS

ONE_IN = 200


@dataclass(frozen=True)
class Goal:
    """A goal: what is wanted, what was found, and whether that suffices."""

    name: str
    wanted: str
    found: str
    met: bool


def goals(play: Play) -> list[Goal]:
    """Return all goals."""
    return [*_facts(play), *_sentences(play), *_messages(play), *_inputs(play)]


def troubles(play: Play) -> list[str]:
    """Return the situations in which people did not know how to continue."""
    return [*(each for one in play.liaisons for each in one.troubles), *play.office.troubles, *play.troubles]


def _facts(play: Play) -> Iterator[Goal]:
    yield Goal("differences between the bot and the truth", "0", str(len(play.differences)), not play.differences)
    stuck = len(troubles(play))
    yield Goal("people who were stuck", "0", str(stuck), not stuck)


def _sentences(play: Play) -> Iterator[Goal]:
    counts, all_said = play.hearing.counts, len(play.hearing.heard)
    written = counts[Reading.WRITTEN]
    yield Goal("wrong facts stored without a preview", "0", str(written), written == 0)
    again = counts[Reading.AGAIN] + counts[Reading.WRONG]
    found = f"{again} of {all_said}" + (f", 1 in {all_said // again}" if again else "")
    yield Goal("sentences asked again or shown wrong", f"1 in {ONE_IN} at most", found, again * ONE_IN <= all_said)


def _messages(play: Play) -> Iterator[Goal]:
    own = by_role(heard_a_day(play, caused=False))
    days = Counter[str]()
    for cost in costs(play):
        days[cost.role] += cost.days
    for role in ("liaisons", "second liaisons and deputies", "office"):
        heard, more = own[role]
        found = f"{heard / max(1, days[role]):.2f} a day; more than one on {more} of {days[role]} days"
        yield Goal(f"the bot's own messages per person and working day: {role}", "1 at most", found, more == 0)
    ours = play.sent.all_of_it.total()
    for name, counts in play.peers.counts.items():
        theirs = counts.all_of_it.total()
        yield Goal(f"reminders to the units, compared with {name}", f"half of {theirs}", str(ours), ours * 2 <= theirs)


def by_role(by_number: Counter[tuple[str, int]]) -> Mapping[str, tuple[int, int]]:
    """Return, by role, the number of messages and the number of days with more than one."""
    found: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for (role, number), count in by_number.items():
        heard, more = found[role]
        found[role] = heard + number * count, more + count * (number > 1)
    return found


def _inputs(play: Play) -> Iterator[Goal]:
    line, guided = play.hearing.in_a_line, play.hearing.by_buttons
    two = line[2]
    yield Goal(
        "a report in one line: a message and a press",
        "2",
        f"{_middle(line)} usually; {two} of {line.total()} took 2",
        _middle(line) <= 2,
    )
    few = sum(count for inputs, count in guided.items() if inputs <= BY_BUTTONS)
    found = f"{_middle(guided)} usually, {max(guided, default=0)} at most; {few} of {guided.total()} took 6 or fewer"
    yield Goal("a guided report, from its first question on", f"{BY_BUTTONS} at most", found, few == guided.total())


def _middle(counts: Counter[int]) -> int:
    """Return the median."""
    found = sorted(counts.elements())
    return found[len(found) // 2] if found else 0
