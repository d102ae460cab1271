"""我的免打扰时段: the hours in which the user wants no unasked messages."""

from telegram import InlineKeyboardMarkup, Update

from data.errors.deadlines import RuleUnclear
from data.notices.pauses import check_quiet_hours, first_open_hour, quiet_hours, store_quiet_hours
from data.notices.plan_rules import Hours, parse_hours, plan_rules
from data.notices.stated_rules import rule_in
from data.store.settings import RuleName
from handlers.dialog import Choices, Declaration, Ending, Question, Talk, begin
from handlers.settings.texts import quiet_hours as texts
from handlers.settings.texts.reminder_rules import rule_line
from handlers.telegram import Context, Verb, answer, button
from handlers.wording import NOTHING, Html, in_both_languages, join, plain_word

LOUD_SAID = in_both_languages(texts.LOUD) | texts.LOUD_SAID
LOUD = "loud"
"""The data of the button for no quiet hours."""


async def ask_hours(update: Update, context: Context, *, at_night: bool = False) -> None:
    """Ask the user for their quiet hours, or which hours count as night if they want no unasked messages then."""
    first = texts.AT_NIGHT(context.language) if at_night else NOTHING
    await begin(update, context, QUIET, context.person.id, first=first)


async def set_quiet_hours(update: Update, context: Context, text: str) -> None:
    """Set the quiet hours in `text`, end them if it says so, or ask for them if it has none. Raises RuleUnclear."""
    if plain_word(text) in LOUD_SAID:
        await answer(update, context, _set(context, "").text)
        return
    if not any(char.isdigit() for char in text):
        await ask_hours(update, context)
        return
    stored = hours_answer(context, text)["hours"]
    await answer(update, context, _set(context, stored).text, _change_button(context))


async def tell_reminding_hour(update: Update, context: Context, *, for_less: bool = False) -> None:
    """Tell the user at what hour and how long before a deadline they are reminded, with a button to change the hour.
    With `for_less`, also explain how to get fewer reminders."""
    before = rule_line(RuleName.DAYS_BEFORE, plan_rules(context.db), context.language)
    less = texts.HEAR_LESS(context.language) if for_less else NOTHING
    quiet = texts.quiet_text(_present_hours(context), context.language)
    await answer(update, context, join([_reminded_at(context), before, quiet, less]), _change_button(context))


def _reminded_at(context: Context) -> Html:
    """Return at what hour the user is reminded, and at what hour everybody else."""
    rules = plan_rules(context.db)
    hour = first_open_hour(rules, _present_hours(context), rules.sending_hour)
    return texts.REMINDED_AT(context.language, hour=hour, usual=rules.sending_hour)


async def set_reminding_hour(update: Update, context: Context, text: str) -> None:
    """Let the user be reminded at the hour named in `text`: quiet until then if it is after the plan's sending hour,
    else at the sending hour, with their quiet hours shortened if they include it. Tell them the result. Raises
    RuleUnclear."""
    hour, rules, present = int(rule_in(RuleName.SENDING_HOUR, text)), plan_rules(context.db), _present_hours(context)
    if rules.quiet_hours.hold(hour) and hour > rules.sending_hour:
        raise RuleUnclear(RuleName.QUIET_HOURS)
    done = NOTHING
    if hour > rules.sending_hour:
        done = _set(context, f"{rules.quiet_hours.first}-{hour}").text
    elif present is not None and present.hold(rules.sending_hour):
        is_own = present.first != rules.quiet_hours.first
        done = _set(context, f"{present.first}-{rules.sending_hour}" if is_own else "").text
    await answer(update, context, join([done, _reminded_at(context)]), _change_button(context))


def _change_button(context: Context) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[button(texts.QUIET(context.language), Verb.SETTING, "quiet")]])


def _present_hours(context: Context) -> Hours | None:
    return quiet_hours(context.db).get(context.private_chat_id)


def _buttons(talk: Talk[None]) -> Choices:
    usual: Choices = [[("18-9", "18_9"), ("20-10", "20_10")]]
    return [*usual, [(texts.LOUD, LOUD)]] if _present_hours(talk.context) else usual


def hours_answer(context: Context, text: str) -> dict[str, str]:
    """Return the hours named in `text` as an answer. Raises RuleUnclear."""
    rules = plan_rules(context.db)
    stored = rule_in(RuleName.QUIET_HOURS, text, _present_hours(context) or rules.quiet_hours)
    check_quiet_hours(rules, stored)
    return {"hours": stored}


def _set(context: Context, stored: str) -> Ending:
    hours = parse_hours(stored) if stored else None
    store_quiet_hours(context.db, context.actor, hours)
    if hours is None:
        return Ending(texts.LOUD_SET(context.language))
    return Ending(texts.QUIET_SET(context.language, first=hours.first, last=hours.last))


QUIET: Declaration[None] = Declaration(
    kind="quiet_hours",
    office=False,
    questions=(
        Question(
            "hours",
            label=texts.HOURS,
            put=lambda talk: join(
                [texts.quiet_text(_present_hours(talk.context), talk.language), texts.WHICH_HOURS(talk.language)]
            ),
            read=lambda talk, text: hours_answer(talk.context, text),
            buttons=_buttons,
            press=lambda talk, value: (
                {"hours": ""} if value == LOUD else hours_answer(talk.context, value.replace("_", "-"))
            ),
            shown=lambda talk: talk.answers.get("hours", ""),
        ),
    ),
    finish=lambda context, dialog, value: _set(context, dialog.answers["hours"]),
    waits=texts.QUIET_WAITS,
)
"""The dialog that sets the user's quiet hours."""
