"""/groups: the private pages on which coordinators set what each bound group is told, about what and when."""

from telegram import InlineKeyboardMarkup, Update

from data.announcing.addressees import addressees_named
from data.dialogs import Dialog
from data.notices import groups
from data.notices.plan_rules import plan_rules
from handlers.announcing import keyboard
from handlers.announcing.recipient_questions import UNITS_PICKED
from handlers.announcing.texts import groups as texts
from handlers.dialog import Answers, Declaration, Ending, Question, Talk, begin
from handlers.telegram import Context, Html, answer, hear, pressed, show, still_there, unit_named
from handlers.telegram.keyboards import with_undo


async def groups_command(update: Update, context: Context) -> None:
    """Handle /groups: list the bound groups, with a button for each."""
    await answer(update, context, *_list(context))


async def press_group(update: Update, context: Context) -> None:
    """Handle a button of a group's page. Raises StaleButton if the group is not bound any more."""
    way, *numbers = pressed(update)
    if way == "list":
        await show(update, context, *_list(context))
        return
    group = _group(context, int(numbers[0]))
    if way == "scope":
        await begin(update, context, SCOPE, group.chat_id)
        return
    await show(update, context, *_changed(context, group, way, [int(each) for each in numbers[1:]]))


def _changed(
    context: Context, group: groups.GroupChat, way: str, numbers: list[int]
) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Apply what a button changes, and return the page to show."""
    db, by, now, language = context.db, context.person.id, context.now, context.language
    match way, numbers:
        case (("weekly" | "day_before" | "overdue"), _):
            group = groups.toggle_post(db, context.actor, group.chat_id, groups.Post(way))
        case "day", []:
            return texts.WHICH_DAY(language), keyboard.weekdays(group, language)
        case "hour", []:
            return texts.WHICH_HOUR(language), keyboard.hours(group, plan_rules(db), language)
        case "day", [number] if number <= 7:
            group = groups.set_group_time(db, context.actor, group.chat_id, number or None, group.hour)
        case "hour", [number] if number < 24:
            group = groups.set_group_time(db, context.actor, group.chat_id, group.weekday, number or None)
        case (("zh" | "en"), _):
            group = groups.set_group_language(db, context.actor, group.chat_id, way)
        case "unbind", _:
            groups.unbind_group(db, group.chat_id, by, now, context.source)
            return texts.UNBOUND(language, title=group.title), with_undo(context)
    return texts.page(group, plan_rules(db), language), keyboard.group_page(group, language)


def _list(context: Context) -> tuple[Html, InlineKeyboardMarkup | None]:
    found, language = groups.bound_groups(context.db), context.language
    if not found:
        return texts.NO_GROUPS(language), None
    return texts.LIST(language, count=len(found)), keyboard.group_list(found)


def _group(context: Context, chat_id: int) -> groups.GroupChat:
    return still_there(groups.bound_group(context.db, chat_id))


def _read(talk: Talk[groups.GroupChat], text: str) -> Answers:
    to = addressees_named(talk.context.db, hear(talk.context, text))
    if to.everybody:
        return {"units": []}
    ids = to.unit_ids or (unit_named(talk.context, text).id,)
    return {"units": [*ids]}


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    group = groups.set_group_units(context.db, context.actor, dialog.subject_id, dialog.answers["units"])
    language = context.language
    return Ending(texts.page(group, plan_rules(context.db), language), keyboard.group_page(group, language))


SCOPE: Declaration[groups.GroupChat] = Declaration(
    kind="group_scope",
    load=lambda context, dialog: _group(context, dialog.subject_id),
    questions=(
        Question(
            "units",
            label=texts.SCOPE_LABEL,
            put=lambda talk: texts.WHICH_SCOPE(talk.language, title=talk.subject.title),
            read=_read,
            buttons=lambda talk: [[(texts.ALL_UNITS, "all")], *UNITS_PICKED.buttons(talk)],
            press=lambda talk, value: {"units": []} if value == "all" else UNITS_PICKED.press(talk, value),
            shown=lambda talk: "",
        ),
    ),
    finish=_finish,
    waits=texts.SCOPE_WAITS,
)
