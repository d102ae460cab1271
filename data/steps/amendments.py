"""A step put right in words: for another day or person, or with other words (第2步改到12月8日, 收网那步换成老李)."""

from dataclasses import replace
from datetime import date

from data.calendar import add
from data.patterns import Pattern
from data.steps.changes import StepLine
from data.steps.reading import A_NAME, LONGEST, Fault, Hands, tidy, told_in
from data.understanding.entities.days.wording import PERIODS, value
from data.understanding.numerals import HANZI

_ASKED = Pattern(
    r"(?i)^[\s,，:：]*(?:步骤?|的?(?:日期|时间|期限|人员|负责人|内容))?[\s,，:：]*"
    r"(?:请?(?:改|换|调整|推迟|提前|延期?|挪)(?:成|为|到|至|给)?|(?:往?后?推|推后|延后|调|移|定)(?:到|至|在)|交给"
    r"|(?:changed?|moved?|set|postponed?|delayed?|shifted|step|the|to|is|it|\s)+\b)[\s:：]*"
)
"""What stands before what a step is changed to."""
_ANEW = Pattern(r"(?i)改成|改为|改写|换成|换为|写成|内容|\bchange[sd]?\b.*\bto\b")
"""What says that the words that follow take the place of those there."""
_GIVES = Pattern(
    r"(?i)^[\s,，:：]*(?:请?(?:交给|让|给|由|(?:改|换)(?:成|为|给|由))"
    r"|(?:give|given|assign(?:ed)?|hand(?:ed)?(?:\sover)?)\s+to\b)"
)
_LATER = Pattern(
    rf"(?i)[\s,，往向再朝]*(?:后|晚)?(?:推迟?|延期?|挪|顺延|推后|延后|晚)(?:后|个|\s)*(?P<n>\d{{1,2}}|{HANZI})个?"
    r"(?P<unit>天|日|周|星期|礼拜|月)[吧了。.!！\s]*"
    r"|[\s,]*(?:(?:push|postpone|delay|move)(?:e?d)?(?: it| back)*\s+)?by (?P<n_en>\d{1,2}|an?|one|two|three|four) "
    r"(?P<unit_en>day|week|month)s?[.!\s]*"
)
"""So much later than it was: 往后挪一个礼拜, by two days."""
_DOES = Pattern(r"(?P<name>\pL{2,4}?)(?:来|去)?(?:做|办|负责|牵头|经办)")
_TRAILING_NAME = Pattern(r"[\s,，(（](?P<name>\pL{2,3}|[A-Z][a-z]+)[)）]?$")
_OF_A_PERSON = Pattern(r"[老小]\p{Han}|\p{Han}{1,2}(?:某|工|总|队|科|处|局|主任|科长|处长|队长|警官|老师)|[A-Z][a-z]+")


def changed_step(line: StepLine, text: str, today: date, hands: Hands) -> StepLine | Fault:
    """A step as a text puts it right: a day alone changes its day, a name alone who is to do it."""
    asked = _ASKED.match(text)
    told = told_in(text[asked.end() :] if asked else text, today, hands)
    new = StepLine(
        told.words or (_without_trailing_name(line.words) if told.person else line.words),
        told.due or line.due,
        told.person or line.person,
        told.person_id if told.person else line.person_id,
    )
    if new == line:
        return Fault.SAME if told.due or told.person or told.words else Fault.NO_WORDS
    if told.due is not None and told.due < today:
        return Fault.PAST
    return Fault.TOO_LONG if len(new.words) > LONGEST else new


def changed_as_wished(line: StepLine, text: str, today: date, hands: Hands) -> StepLine | Fault | None:
    """The same of a text that only names the step beside: None where it would write over what the step says without
    saying so. Whoever it is given to need not be of the unit."""
    if line.due is not None and (later := _LATER.fullmatch(text)) is not None:
        said = {name: each.lower() for name, each in later.groups().items() if each}
        unit = PERIODS[said.get("unit") or said["unit_en"]]
        return replace(line, due=add(line.due, value(said.get("n") or said["n_en"]), unit))
    asked, gives = _ASKED.match(text), _GIVES.match(text)
    order = gives or asked
    behind = tidy(text[order.end() :] if order else text)
    told = told_in(behind, today, hands)
    if gives is not None and not told.person and told.words:
        named = _DOES.fullmatch(told.words)
        if named is None and (not _ANEW.search(text) or _is_a_person(told.words, line)):
            named = A_NAME.fullmatch(told.words)
        if named is not None:
            words = _without_trailing_name(line.words)
            return replace(line, words=words, due=told.due or line.due, person=named["name"], person_id=None)
    if told.words and not _ANEW.search(text):
        return None
    return changed_step(line, behind, today, hands)


def _is_a_person(name: str, line: StepLine) -> bool:
    """Whether words that a step is changed to are rather a person than what is to be done."""
    return bool(line.person) or _without_trailing_name(line.words) != line.words or bool(_OF_A_PERSON.fullmatch(name))


def _without_trailing_name(words: str) -> str:
    """The words of a step without the name of somebody who is not of the unit at their end (收网 老赵)."""
    named = _TRAILING_NAME.search(words)
    is_a_name = named is not None and (words[-1] in ")）" or _OF_A_PERSON.fullmatch(named["name"]) is not None)
    return tidy(words[: named.start()]) if named and is_a_name else words


def changes_in_passing(text: str, today: date, hands: Hands) -> bool:
    """Whether a text names a day or a person and says nothing else, but that it is to be changed to that."""
    asked = _ASKED.match(text)
    told = told_in(text[asked.end() :] if asked else text, today, hands)
    return not told.words and (told.due is not None or bool(told.person))
