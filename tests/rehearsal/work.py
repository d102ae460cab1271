"""How the work itself proceeds, whether or not anybody reports on it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from data.plan.deadlines import DeadlineKind
from tests.rehearsal.characters import Character
from tests.rehearsal.figures import drawn
from tests.rehearsal.truth import FINISHED, UNDER_WAY, Duty, Meaning
from tests.rehearsal.voices import ENGLISH_NOTES, ENGLISH_OBSTACLES, NOTES, OBSTACLES

MOST_UNDER_WAY = 95


@dataclass(frozen=True)
class Course:
    """The work on a duty, from the day it begins to the day it is done, if ever."""

    begins: date
    ends: date | None

    def percent(self, day: date) -> int:
        """Return the progress on a day in steps of five; 0 for work without an end."""
        if self.ends is None or day < self.begins:
            return 0
        share = (day - self.begins) / max(self.ends - self.begins, timedelta(days=1))
        return min(MOST_UNDER_WAY, max(5, round(share * 20) * 5))

    def done(self, day: date) -> bool:
        return self.ends is not None and self.ends <= day


def course_of(duty: Duty, character: Character, first_day: date, luck: Random) -> Course:
    """Return how the work on a duty will proceed in the hands of a character."""
    begins = first_day + timedelta(days=luck.randint(0, 40))
    if duty.due is not None:
        late = timedelta(days=luck.randint(*character.lateness))
        return Course(begins, max(duty.due + late, first_day + timedelta(days=luck.randint(10, 60))))
    ends = duty.kind is not DeadlineKind.ONGOING and luck.random() < 0.5
    return Course(begins, first_day + timedelta(days=luck.randint(90, 400)) if ends else None)


def meaning_of(duty: Duty, course: Course, day: date, luck: Random, *, english: bool, figures: bool) -> Meaning:
    """Return what there is to report on a duty on a day."""
    counted = drawn(duty.unit or "", luck, english) if figures else {}
    if course.done(day):
        return Meaning("submitted", figures=counted)
    notes, obstacles = (ENGLISH_NOTES, ENGLISH_OBSTACLES) if english else (NOTES, OBSTACLES)
    percent = course.percent(day) or None
    before = duty.state(day).percent
    if duty.last is not None and duty.last.meaning.status in UNDER_WAY and percent is not None:
        percent = min(MOST_UNDER_WAY, max(percent, before))
    if luck.random() < 0.04:
        return Meaning("blocked", None, obstacle=luck.choice(obstacles))
    if percent is None and duty.due is not None:
        percent = min(MOST_UNDER_WAY, max(5, before))
    return Meaning("in_progress", percent, counted, luck.choice(notes))


def unchanged(duty: Duty) -> Meaning:
    """Return what "no change" means: the present state without figures; work reported done goes on."""
    if not duty.standing:
        return Meaning("in_progress")
    status = "in_progress" if duty.status in FINISHED else duty.status
    return replace(duty.standing[-1].meaning, status=status, figures={}, percent=None)
