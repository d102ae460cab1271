"""/settings: the main settings page and its buttons."""

from telegram import Update

from data.reporting.reviews import reviews_everything
from data.store.settings import RuleName
from handlers.dialog import begin
from handlers.settings import calendar, coming_week, pauses, quiet_hours, reminder_rules, retention, review_scope
from handlers.settings.texts import calendar as calendar_texts
from handlers.settings.texts import quiet_hours as quiet_hours_texts
from handlers.settings.texts import settings as texts
from handlers.settings.texts.indicators import INDICATORS
from handlers.settings.texts.reminder_rules import REMINDER_RULES
from handlers.settings.texts.retention import RETENTION
from handlers.telegram import Context, Verb, button, day_in, keyboard_of, pressed, show
from handlers.wording import NOTHING, Html, Wording, join, labels

PAGES: tuple[tuple[tuple[Wording, Verb, *tuple[str | int, ...]], ...], ...] = (
    ((INDICATORS, Verb.INDICATOR, "list"), (REMINDER_RULES, Verb.SETTING, "rules")),
    ((calendar_texts.CALENDAR, Verb.SETTING, "calendar"), (labels.PAUSES, Verb.SETTING, "pauses")),
    ((labels.COMING_WEEK, Verb.SETTING, "week", 0),),
    ((quiet_hours_texts.QUIET, Verb.SETTING, "quiet"), (RETENTION, Verb.SETTING, "retention")),
    ((texts.CONTACT, Verb.PEOPLE, "contact", 0), (texts.CONSENT, Verb.PEOPLE, "settings", 0)),
)
"""The rows of buttons to the other pages: their words, and what leads there."""


async def settings_command(update: Update, context: Context, first: Html = NOTHING) -> None:
    """Show the settings with buttons to change them, below the text `first`."""
    language, everything = context.language, reviews_everything(context.db)
    review = (texts.TO_DONE, "done") if everything else (texts.TO_ALL, "all")
    rows = [[button(review[0](language), Verb.SETTING, "review", review[1])]]
    rows += [[button(words(language), verb, *to) for words, verb, *to in row] for row in PAGES]
    await show(update, context, join([first, texts.settings_text(everything, language)]), keyboard_of(*rows))


async def press_setting(update: Update, context: Context) -> None:
    """Handle a button of the settings. Raises ForTheOffice unless the user is a coordinator or asks for quiet hours."""
    page, *choice = pressed(update)
    if page != "quiet":
        context.check_office()
    match page, choice:
        case "quiet", _:
            await quiet_hours.ask_hours(update, context)
        case "rules", _:
            await reminder_rules.show_rules(update, context)
        case "rule", [name]:
            await begin(update, context, reminder_rules.RULE, reminder_rules.NAMES.index(RuleName(name)))
        case "apart", [name]:
            await reminder_rules.change_groups_too(update, context, RuleName(name))
        case "calendar", _:
            await calendar.show_calendar(update, context)
        case "day", [works]:
            await begin(update, context, calendar.DAYS, calendar.ON if works == "on" else calendar.OFF)
        case "undo_day", [first, *last]:
            await calendar.delete_days(update, context, day_in(first), day_in((last or [first])[0]))
        case "retention", _:
            await retention.show_retention(update, context)
        case "keep", [what]:
            await retention.ask_retention(update, context, what)
        case "pauses", _:
            await pauses.show_pauses(update, context)
        case "pause", _:
            await begin(update, context, pauses.PAUSE, 0)
        case "resume", [number]:
            await pauses.end_unit_pause(update, context, int(number))
        case "week", [number]:
            await coming_week.show_coming_week(update, context, int(number))
        case "review", [scope]:
            await review_scope.change_scope(update, context, scope)
        case _:
            await settings_command(update, context)
