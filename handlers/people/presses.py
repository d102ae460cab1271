"""Button presses in the list of people, and beginning to replace a person or put them on leave."""

from telegram import Update

from data.errors.people import NobodyThere
from data.people.absence import end_leave
from data.people.contact import set_consent_needed
from data.people.directory import roles_of
from data.people.invitations import void_invitations
from data.people.people import SPEAKING_ROLES
from handlers.dialog import Place, begin
from handlers.people import directory, handover, joining, leave, office_settings, phone, removal, unit_change
from handlers.people import keyboard as buttons
from handlers.people.texts.directory import IN_WHICH_ROLE, NEEDS_NO_LEAVE, VOIDED
from handlers.telegram import Context, answer, hear, pressed
from handlers.telegram.which_unit import said_before_the_press


async def press_people(update: Update, context: Context) -> None:
    """Handle a button of the list of people. Raises NobodyThere and AlreadyDecided."""
    deed, number = pressed(update)
    subject = int(number)
    match deed:
        case "page":
            await directory.show_page(update, context, subject)
        case "nobody":
            await directory.show_units_without_liaison(update, context, subject)
        case "unit":
            await directory.show_unit(update, context, subject)
        case "void":
            voided = VOIDED(context.language, count=void_invitations(context.db, context.actor, subject))
            await directory.show_unit(update, context, subject, voided)
        case "one":
            await directory.show_person(update, context, subject)
        case "remove":
            await begin(update, context, removal.REMOVAL, subject, place=Place.BELOW)
        case "settings":
            await office_settings.show_settings(update, context)
        case "consent":
            set_consent_needed(context.db, context.actor, subject == 1)
            await office_settings.show_settings(update, context)
        case "contact":
            await begin(update, context, office_settings.CONTACT, 0, place=Place.BELOW)
        case "phone":
            await begin(update, context, phone.PHONE, subject, place=Place.BELOW)
        case "replace" | "leave" | "move":
            await begin_role_change(update, context, deed, subject)
        case "back":
            end_leave(context.db, context.actor, subject)
            await directory.show_person(update, context, subject)
        case _:
            await joining.decide_on_newcomer(update, context, subject, deed == "agree")


async def press_seat(update: Update, context: Context) -> None:
    """Handle a chosen role: put its holder on leave, replace them, or hand over the user's own role. Raises
    NobodyThere, and NotYours if the role is somebody else's."""
    deed, number, *_ = pressed(update)
    said = said_before_the_press(update, context)
    if deed == "own_role":
        await handover.begin_handover_of(update, context, int(number), said)
    else:
        await _begin_in_role(update, context, deed.removesuffix("_role"), int(number), said)


async def begin_role_change(
    update: Update, context: Context, deed: str, person_id: int, said: str = "", said_in: int = 0
) -> None:
    """Begin to remove or replace a person, change their unit or record their leave, as `said` in an update; if they
    have several roles, ask which. Raises NobodyThere."""
    if deed == "remove":
        await begin(update, context, removal.REMOVAL, person_id)
        return
    roles = roles_of(context.db, person_id)
    if not roles:
        raise NobodyThere
    if deed == "leave":
        roles = [each for each in roles if each.role in SPEAKING_ROLES]
    if deed == "move":
        roles = [each for each in roles if each.unit_id is not None]
    if not roles:
        await answer(update, context, NEEDS_NO_LEAVE(context.language))
    elif len(roles) > 1:
        words = IN_WHICH_ROLE(context.language, name=roles[0].name)
        await answer(update, context, words, buttons.roles_of(roles, f"{deed}_role", said_in, context.language))
    else:
        await _begin_in_role(update, context, deed, roles[0].membership_id, said)


async def _begin_in_role(update: Update, context: Context, deed: str, membership_id: int, said: str) -> None:
    if deed == "leave":
        await leave.begin_leave_of(update, context, membership_id, hear(context, said).text)
    elif deed == "move":
        await begin(update, context, unit_change.UNIT_CHANGE, membership_id)
    else:
        await handover.begin_replacement(update, context, membership_id, said)
