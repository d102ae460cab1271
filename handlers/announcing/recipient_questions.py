"""To whom a broadcast goes: everybody, some units from the pages of all, the units of a section, or groups."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from data.announcing.addressees import Addressees, addressed, adds, before_colon, only_addresses, only_takes_out
from data.announcing.recipients import units_of_section, units_to_tell
from data.errors import StaleButton, UnknownUnit
from data.errors.announcing import NoGroups, NoRecipients
from data.notices.groups import bound_groups
from data.plan.tasks import first_task_of, section_of, sections
from data.plan.units import unit_name
from data.understanding import Aim
from handlers.announcing.drafted import Drafted
from handlers.announcing.recipients_by_tasks import units_with_tasks
from handlers.announcing.texts import broadcast as texts
from handlers.dialog import Answers, Choice, Choices, Question, Talk, never_changed
from handlers.telegram import Context, Html, Wording, cut, hear, html, in_rows, labels, page_of, series

T = TypeVar("T")
UNITS_A_PAGE, LONGEST_NAME = 16, 40
Ask = Talk[Drafted]


def unit_choices(talk: Talk[Any]) -> Choices:
    """A page of all units, those that are picked marked; the ways to other pages, and on."""
    picked = set(talk.answers.get("picked") or ())
    page = page_of(units_to_tell(talk.context.db), talk.answers.get("page", 0), UNITS_A_PAGE)
    choices = [(marked(each.name, each.id in picked), f"unit_{each.id}") for each in page.shown]
    ways: list[Choice] = [(labels.PREVIOUS_PAGE, f"page_{page.number - 1}")] if page.number else []
    ways += [(labels.NEXT_PAGE, f"page_{page.number + 1}")] if page.number < page.pages - 1 else []
    return [*in_rows(choices, 2), ways, [(labels.CHOSEN, "chosen")] if picked else []]


def press_unit(talk: Talk[Any], value: str) -> Answers:
    """A unit is picked or left out, another page turned to, or all is chosen; until then the question stays open.
    Raises StaleButton."""
    picked: list[int] = list(talk.answers.get("picked") or ())
    way, _, number = value.partition("_")
    match way:
        case "chosen" if picked:
            return {"units": picked}
        case "page" if number.isdigit():
            return {"page": int(number), "units": None}
        case "unit" if number.isdigit():
            return {"picked": toggled(picked, int(number)), "units": None}
    raise StaleButton


def units_question(label: Wording, pick: Wording, read: Callable[[Talk[Any], str], Answers]) -> Question[Any]:
    """Which units, where it is some of them: picked from the pages of all, or named as `read` takes it."""
    return Question(
        "units",
        label=label,
        put=_counted(pick, "picked"),
        read=read,
        change=never_changed,
        buttons=unit_choices,
        press=press_unit,
        asked=lambda talk: talk.answers.get("to") == "units",
        shown=_shown_units,
    )


def _shown_units(talk: Talk[Any]) -> Html:
    names = [unit_name(talk.context.db, unit_id) for unit_id in talk.answers["units"]]
    return html(cut(series(names, talk.language), 60))


def _counted(wording: Wording, key: str) -> Callable[[Talk[Any]], Html]:
    return lambda talk: wording(talk.language, count=len(talk.answers.get(key) or ()))


def toggled(picked: Sequence[T], one: T) -> list[T]:
    """What is picked, with one more or without it."""
    return [each for each in picked if each != one] if one in picked else [*picked, one]


def marked(name: str, is_picked: bool) -> str:
    """A name on a button, with a mark where it is picked."""
    return cut(f"✓ {name}" if is_picked else name, LONGEST_NAME)


OF_OTHERS = (Aim.NUDGE, Aim.INVITE, Aim.REVIEW, Aim.REPORT, Aim.PLAN, Aim.EXPORT)
"""What no answer to the question whom to tell aims at, whatever units it names."""


def recipients_given(context: Context, to: Addressees, said: str) -> Answers:
    """The answers in whom a sentence names. Raises UnknownUnit where that is nobody, and NoGroups."""
    if to.unit_ids:
        return {"to": "units", "units": [*to.unit_ids], "picked": [*to.unit_ids]}
    if to.section is not None:
        return {"to": "section", "section": first_task_of(context.db, to.section)}
    if to.groups:
        return _to_groups(context)
    if to.everybody:
        return {"to": "all"}
    raise UnknownUnit(cut(said, LONGEST_NAME))


def _read(talk: Ask, text: str) -> Answers:
    """Whom a text names; one that says what to tell them besides is a notice of its own, and one that orders something
    else names nobody. Raises what `recipients_given` does."""
    meaning = hear(talk.context, text)
    if before_colon(text)[1] or (meaning.aim in OF_OTHERS and not only_addresses(meaning)):
        raise UnknownUnit(cut(text, LONGEST_NAME))
    by_tasks = units_with_tasks(talk.context, text)
    to = Addressees(unit_ids=by_tasks) if by_tasks else addressed(talk.context.db, meaning)
    return recipients_given(talk.context, to, text)


def _change(talk: Ask, text: str) -> Answers:
    """Other recipients, more of them, or fewer, where a text at the preview names some and says nothing else."""
    meaning = hear(talk.context, text)
    if only_takes_out(meaning):
        return _without(talk, addressed(talk.context.db, meaning))
    if not only_addresses(meaning):
        return {}
    return _added(talk, addressed(talk.context.db, meaning)) if adds(meaning) else _read(talk, text)


def _added(talk: Ask, to: Addressees) -> Answers:
    """The units that are chosen and those that are named; nothing where units and groups cannot be told together."""
    chosen = talk.subject.chosen
    if to.everybody or chosen.everybody:
        return {"to": "all"}
    if to.groups or chosen.group_ids:
        return {}
    more = units_of_section(talk.context.db, to.section) if to.section is not None else to.unit_ids
    units = list(dict.fromkeys([*chosen.unit_ids, *more]))
    return {"to": "units", "units": units, "picked": units}


def _without(talk: Ask, out: Addressees) -> Answers:
    """The units that are chosen, but for those that are named. Raises NoRecipients where none is left."""
    chosen = talk.subject.chosen
    of_all = [each.id for each in units_to_tell(talk.context.db)] if chosen.everybody else chosen.unit_ids
    units = [each for each in of_all if each not in out.unit_ids]
    if not units:
        raise NoRecipients
    return {"to": "units", "units": units, "picked": units}


def _to_groups(context: Context) -> Answers:
    found = [each.chat_id for each in bound_groups(context.db)]
    if not found:
        raise NoGroups
    return {"to": "groups", "groups": found if len(found) == 1 else None, "picked_groups": found}


def _ways(talk: Ask) -> Choices:
    groups = [(texts.TO_GROUPS, "groups", _to_groups(talk.context))] if bound_groups(talk.context.db) else []
    return [
        [(texts.EVERYBODY, "all"), (labels.SOME_UNITS, "units", {"to": "units", "units": None})],
        [(texts.OF_A_SECTION, "section", {"to": "section", "section": None}), *groups],
    ]


def _shown_way(talk: Ask) -> Html:
    wordings = {
        "all": texts.EVERYBODY,
        "units": labels.SOME_UNITS,
        "section": texts.OF_A_SECTION,
        "groups": texts.TO_GROUPS,
    }
    return wordings[talk.answers["to"]](talk.language)


def _sections(talk: Ask) -> Choices:
    """The sections, each named by its first task."""
    found = [
        (cut(section, LONGEST_NAME), first_task_of(talk.context.db, section)) for section in sections(talk.context.db)
    ]
    return [[(name, f"section_{task_id}", {"section": task_id})] for name, task_id in found]


def _groups(talk: Ask) -> Choices:
    """The groups, those that are picked marked, and on; until then the question stays open."""
    picked: list[int] = list(talk.answers.get("picked_groups") or ())
    named = [
        (
            marked(each.title, each.chat_id in picked),
            f"group_{place}",
            {"picked_groups": toggled(picked, each.chat_id), "groups": None},
        )
        for place, each in enumerate(bound_groups(talk.context.db))
    ]
    return [*([each] for each in named), [(labels.CHOSEN, "chosen", {"groups": picked})] if picked else []]


def _shown_groups(talk: Ask) -> Html:
    names = [each.title for each in talk.subject.found.groups]
    return html(cut(series(names, talk.language), 60))


RECIPIENT_QUESTIONS: tuple[Question[Drafted], ...] = (
    Question(
        "to",
        label=texts.TO,
        put=lambda talk: texts.to_whom(talk.subject.said, talk.language),
        read=_read,
        change=_change,
        changed_surely=True,
        buttons=_ways,
        shown=_shown_way,
    ),
    units_question(texts.UNITS, texts.WHICH_UNITS, _read),
    Question(
        "section",
        label=texts.SECTION,
        put=texts.WHICH_SECTION,
        read=_read,
        change=never_changed,
        buttons=_sections,
        asked=lambda talk: talk.answers.get("to") == "section",
        shown=lambda talk: html(cut(section_of(talk.context.db, talk.answers["section"]), 60)),
    ),
    Question(
        "groups",
        label=texts.GROUPS,
        put=_counted(texts.WHICH_GROUPS, "picked_groups"),
        read=_read,
        change=never_changed,
        buttons=_groups,
        asked=lambda talk: talk.answers.get("to") == "groups",
        shown=_shown_groups,
    ),
)
