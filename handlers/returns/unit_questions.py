"""Questions which units file a statistics return: all, a group, or some, pressed or named."""

from collections.abc import Mapping

from data.announcing.addressees import addressees_named
from data.announcing.recipients import units_of_section, units_to_tell
from data.errors import UnknownUnit, needed
from data.plan.units import known_names
from handlers.announcing.recipient_questions import UNITS_PICKED, unit_members, units_question
from handlers.dialog import Answers, Choices, Question, Talk
from handlers.dialog.multiple_choice import LONGEST_NAME
from handlers.returns.return_draft import ReturnDraft, units_asked
from handlers.returns.texts import set_up as texts
from handlers.telegram import Context, hear, in_rows
from handlers.wording import NOTHING, Html, cut, labels

ReturnTalk = Talk[ReturnDraft]


def _read_units(talk: ReturnTalk, text: str) -> Answers:
    """Return the units that a text names. Raises UnknownUnit."""
    db = talk.context.db
    to = addressees_named(db, hear(talk.context, text))
    if to.everybody:
        return {"to": "all"}
    units = to.unit_ids or (units_of_section(db, to.section) if to.section is not None else ())
    return {"to": "units", "units": needed([*units], UnknownUnit(cut(text, LONGEST_NAME)))}


def _groups(context: Context) -> Mapping[str, tuple[int, ...]]:
    """Return the ids of the units in each group, without units that are told nothing and groups left empty."""
    ids = {each.name: each.id for each in units_to_tell(context.db)}
    members = known_names(context.db).groups
    groups = {name: tuple(ids[each] for each in of if each in ids) for name, of in members.items()}
    return {name: of for name, of in groups.items() if of}


def _ways(talk: ReturnTalk) -> Choices:
    count = len(units_to_tell(talk.context.db))
    groups = []
    for place, (name, of) in enumerate(_groups(talk.context).items()):
        words = texts.GROUP(talk.language, name=cut(name, 24), count=len(of))
        groups.append((words, f"group_{place}", {"to": "units", "units": [*of]}))
    everybody = (texts.ALL_UNITS(talk.language, count=count), "all")
    return [[everybody, (labels.SOME_UNITS, "units", {"to": "units", **UNITS_PICKED.anew(talk)})], *in_rows(groups, 2)]


def _shown_way(talk: ReturnTalk) -> Html:
    """Return "all units" if they are; chosen ones are shown with the next question."""
    if talk.answers.get("to") != "all":
        return NOTHING
    return texts.ALL_UNITS(talk.language, count=len(units_to_tell(talk.context.db)))


UNIT_QUESTIONS: tuple[Question[ReturnDraft], ...] = (
    Question(
        "to",
        label=texts.UNITS,
        put=texts.WHICH_UNITS,
        read=_read_units,
        members=unit_members(lambda talk: units_asked(talk.context.db, talk.answers)),
        buttons=_ways,
        shown=_shown_way,
    ),
    units_question(texts.WHICH, texts.PICK_UNITS, _read_units),
)
