"""The buttons of the office's list of people."""

from telegram import Update

from handlers.dialog.message import Place
from handlers.dialog.opening import begin
from handlers.people import directory, newcomers, office_settings, removal
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context
from handlers.telegram.sending import acknowledge


async def press(update: Update, context: Context) -> None:
    """One of the buttons; for coordinators alone. Raises NobodyThere, RemovalStands and AlreadyDecided."""
    assert update.callback_query is not None
    deed, number = unpack(update.callback_query.data).arguments
    subject = int(number)
    match deed:
        case "page":
            await acknowledge(update)
            await directory.show_page(update, context, subject)
        case "nobody":
            await acknowledge(update)
            await directory.show_units_with_nobody(update, context, subject)
        case "unit":
            await acknowledge(update)
            await directory.show_unit(update, context, subject)
        case "one":
            await directory.show_person(update, context, subject)
        case "remove":
            await begin(update, context, removal.REMOVAL, subject, place=Place.BELOW)
        case "settings":
            await office_settings.show_settings(update, context)
        case "consent":
            await office_settings.set_consent(update, context, subject == 1)
        case "contact":
            await begin(update, context, office_settings.CONTACT, 0, place=Place.BELOW)
        case "undo":
            await removal.undo(update, context, subject)
        case _:
            await newcomers.decide(update, context, subject, deed == "agree")
