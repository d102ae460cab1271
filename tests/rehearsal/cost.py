"""What the bot cost people: messages heard, written and pressed by role and month, and how useful the reminders were.
Unasked messages are the bot's own (a digest, a morning message, a list in a group) or caused by somebody's act (a
verdict, a request, a changed plan), as data/letters.py tells them apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tests.rehearsal.diary import Deed, Entry
from tests.rehearsal.play import Play

SOON_AFTER = timedelta(days=2)
ROLES = ("liaisons", "second liaisons and deputies", "office", "groups")


@dataclass(frozen=True)
class Cost:
    """The totals of a role in a month. `days` is its number of people times the working days; `heard` are the bot's own
    messages, `caused` those that pass on others' acts."""

    role: str
    month: str
    people: int
    days: int
    heard: int
    caused: int
    wrote: int
    pressed: int
    words: int


def costs(play: Play) -> list[Cost]:
    """Return the costs by role and month, in order of time."""
    roles = _roles(play)
    entries: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in play.city.diary.entries:
        entries[f"{entry.at:%Y-%m}", roles[entry.who]].append(entry)
    workdays = Counter(f"{day:%Y-%m}" for day in play.reminded)
    sizes = Counter(roles.values())
    return [
        _cost(play, role, month, sizes[role], workdays[month], entries[month, role])
        for role in ROLES
        for month in sorted(workdays)
    ]


def _cost(play: Play, role: str, month: str, people: int, workdays: int, entries: list[Entry]) -> Cost:
    deeds = Counter(each.deed for each in entries)
    words = sum(each.words for each in entries)
    caused = sum(is_caused(play, each) for each in entries)
    heard = deeds[Deed.HEARD] - caused
    return Cost(role, month, people, people * workdays, heard, caused, deeds[Deed.WROTE], deeds[Deed.PRESSED], words)


def is_caused(play: Play, entry: Entry) -> bool:
    """Return whether a message was caused by somebody's act."""
    return entry.deed is Deed.HEARD and (entry.who, entry.message_id) in play.letters


def _roles(play: Play) -> Mapping[int, str]:
    people = play.city.people
    found = {id: "liaisons" for each in people for id in (each.phone.owner, *each.former)}
    found |= {id: "second liaisons and deputies" for each in people for id in each.others}
    found |= {each.phone.owner: "office" for each in play.city.office}
    return defaultdict(lambda: "groups", found)


def heard_a_day(play: Play, *, caused: bool) -> Counter[tuple[str, int]]:
    """Count person-days by role and number of messages that day, of those `caused` by somebody's act or of the bot's
    own."""
    roles = _roles(play)
    heard = (each for each in play.city.diary.entries if each.deed is Deed.HEARD and each.who > 0)
    by_day = Counter((each.who, each.at.date()) for each in heard if is_caused(play, each) is caused)
    return Counter((roles[who], number) for (who, _), number in by_day.items())


@dataclass(frozen=True)
class Reminders:
    """The number of reminder lines, of those followed by a report within two days, and of needless ones: already
    reported, of another unit, or with a deadline that the plan marks as doubtful."""

    lines: int
    followed: int
    reported: int
    not_theirs: int
    doubtful: int


def reminders(play: Play) -> Reminders:
    """Return how useful the reminders were."""
    units = {id: each.unit for each in play.city.people for id in each.everybody}
    found: Counter[str] = Counter()
    for day, person, code in _lines(play):
        found["lines"] += 1
        duties = [each for each in play.city.truth.duties if each.code == code and each.unit == units[person]]
        if not duties:
            found["not_theirs"] += 1
            continue
        told = [each.day for each in duties[0].told]
        found["followed"] += any(day <= each <= day + SOON_AFTER for each in told)
        morning = day, duties[0].code, duties[0].unit
        found["reported"] += morning in play.finished_mornings
        found["doubtful"] += morning in play.doubtful_mornings
    names = ("lines", "followed", "reported", "not_theirs", "doubtful")
    return Reminders(**{name: found[name] for name in names})


def _lines(play: Play) -> Iterator[tuple[date, int, str]]:
    for day, said in sorted(play.reminded.items()):
        for person, code in sorted(said):
            yield day, person, code
