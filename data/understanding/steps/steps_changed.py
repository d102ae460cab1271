"""Changes of a step in words: to another day, person or wording (第2步改到12月8日, 收网那步换成老李)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.understanding.lexicon.patterns import patterns
from data.understanding.more_time import put_off_or_forward
from data.understanding.normalise.sentence import clauses_of
from data.understanding.steps.step_lines import StepFault, StepLine, StepPeople, fault_of, read_step_unchecked, tidy
from data.understanding.steps.steps_named import StepDeed, StepWish

_RULES = patterns("steps")
_PARTICLES = "吧了啊呀呗啦。.！!~ "


def changed_step(line: StepLine, text: str, today: date, hands: StepPeople) -> StepLine | StepFault:
    """Return a step as a text changes it, or a fault; a day alone changes its day, a name alone its person."""
    told = read_step_unchecked(_RULES["changed_to"].sub("", text), today, hands)
    new = StepLine(
        told.words or (_without_trailing_name(line.words) if told.person else line.words),
        told.due or line.due,
        told.person or line.person,
        told.person_id if told.person else line.person_id,
    )
    if new == line:
        return StepFault.SAME
    return fault_of(new.words, told.due, today) or new


def changed_as_wished(line: StepLine, text: str, today: date, hands: StepPeople) -> StepLine | StepFault | None:
    """Return a step as a text that names it elsewhere changes it, or a fault.

    Returns None if the text would replace the words of the step without saying so. The step may be given to somebody
    who is not of the unit.
    """
    if line.due is not None and (moved := put_off_or_forward(text, line.due)) is not None:
        return fault_of(line.words, moved, today) or _changed_besides(replace(line, due=moved), text, today, hands)
    text = text.rstrip(_PARTICLES)
    gives, anew = _RULES["given_to"].match(text), _RULES["anew"].search(text)
    behind = tidy(text[gives.end() :] if gives else _RULES["changed_to"].sub("", text))
    behind = _RULES["does_it"].sub("", behind) if gives else behind
    first = _from_its_month(line, behind, today)
    told = read_step_unchecked(behind, first, hands)
    named = None if told.person else _RULES["somebody_does"].fullmatch(told.words)
    if gives and named is None and not told.person and (not anew or _is_a_person(told.words, line)):
        named = _RULES["a_name"].fullmatch(told.words)
    if named is not None and (gives or told.due or _RULES["of_a_person"].fullmatch(named["name"])):
        return StepLine(_without_trailing_name(line.words), told.due or line.due, named["name"], None)
    if told.words and not anew:
        return None
    return changed_step(line, behind, first, hands)


def _from_its_month(line: StepLine, text: str, today: date) -> date:
    """Return the day from which the days in a text count: a day without its month (改到30号) is of the month in which
    the step is due."""
    if line.due is None or not _RULES["day_alone"].search(text):
        return today
    return max(today, line.due.replace(day=1))


def _changed_besides(line: StepLine, text: str, today: date, hands: StepPeople) -> StepLine:
    """Return a step that is put later as the other clauses change it, too: 往后推一周，换成李某."""
    said = [part for part in clauses_of(text) if put_off_or_forward(part, today) is None]
    for part in said:
        new = changed_as_wished(line, part, today, hands)
        line = new if isinstance(new, StepLine) else line
    return line


def changed_steps(
    steps: Sequence[StepLine], wish: StepWish, today: date, hands: StepPeople
) -> list[StepLine] | StepFault:
    """Return `steps` with those at the places of `wish` changed as it says, or a fault."""
    new, named = list(steps), [steps[at] for at in wish.places if at >= 0]
    if not named or len(named) < len(wish.places):
        return StepFault.NOT_THERE
    if wish.deed in (StepDeed.DONE, StepDeed.NOT_DONE):
        return StepFault.NOT_KEPT
    for at, step, other in zip(wish.places, named, reversed(named), strict=True):
        changed = changed_as_wished(step, wish.rest, today, hands) if wish.deed is StepDeed.CHANGED else step
        if not isinstance(changed, StepLine):
            return changed or StepFault.UNCLEAR
        words = {StepDeed.REWORDED: wish.rest}.get(wish.deed, changed.words)
        new[at] = replace(other, due=step.due) if wish.deed is StepDeed.SWAPPED else replace(changed, words=words)
    return new


def changes_in_passing(text: str, today: date, hands: StepPeople) -> bool:
    """Return whether a text only names a day or a person, with or without words for changing something to it."""
    told = read_step_unchecked(_RULES["changed_to"].sub("", text), today, hands)
    return not told.words and (told.due is not None or bool(told.person))


def _is_a_person(name: str, line: StepLine) -> bool:
    """Return whether words that a step is changed to rather name a person than something to do."""
    return bool(line.person or _RULES["trailing_name"].search(line.words) or _RULES["of_a_person"].fullmatch(name))


def _without_trailing_name(words: str) -> str:
    """Return the words of a step without the name at their end of somebody not of the unit (收网 老赵)."""
    return tidy(_RULES["trailing_name"].sub("", words))
