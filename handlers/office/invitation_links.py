"""The links of invitations: sent once, as words to forward and as a picture to scan."""

from dataclasses import dataclass
from io import BytesIO

from telegram import Update
from telegram.error import TelegramError

from data.people.invitations import create_invite
from data.people.people import Role
from data.plan.units import Unit, all_units
from handlers.office.texts import invitations as texts
from handlers.telegram import Context, Html, answer, labels, pressed, still_there
from handlers.telegram.wording import with_phone

SCALE, BORDER = 8, 4
"""The size of a module of the QR code in pixels, and of the white border in modules."""


@dataclass(frozen=True, slots=True)
class InvitationDetails:
    """The role, unit (None for the office's own people), name and phone number of a person to be invited; the last two
    may be empty."""

    role: Role
    unit: Unit | None
    name: str = ""
    phone: str = ""


async def press_invite(update: Update, context: Context) -> None:
    """Send the link for the chosen unit. Raises StaleButton if the unit no longer exists."""
    role, number, *named = pressed(update)
    unit = still_there(next((unit for unit in all_units(context.db) if unit.id == int(number)), None))
    await make_link(update, context, InvitationDetails(Role(role), unit, *named))


async def make_link(update: Update, context: Context, invited: InvitationDetails) -> None:
    """Make a link and send it. Raises RoleNeedsUnit."""
    unit = invited.unit
    token = create_invite(
        context.db,
        invited.role,
        unit.id if unit else None,
        context.now,
        source=context.source,
        by=context.person.id,
        name=invited.name,
        phone=invited.phone,
    )
    await show_link(update, context, invited, token)


async def show_link(update: Update, context: Context, invited: InvitationDetails, token: str) -> None:
    """Send what the link is for and, below it, what can be forwarded: a picture to scan with the words and the link."""
    unit, link = invited.unit, context.link(token)
    role = labels.ROLE[invited.role](context.language)
    named = {"unit": unit.name if unit else "", "role": role, "name": invited.name}
    called = with_phone(invited.name, invited.phone, context.language)
    await answer(update, context, texts.link_text(context.language, **{**named, "name": called}))
    await _send_picture(update, context, link, texts.LETTER(context.language, **named, link=link))


async def _send_picture(update: Update, context: Context, link: str, caption: Html) -> None:
    """Send the link as a QR code with `caption`, or `caption` alone if Telegram refuses the picture."""
    assert update.effective_chat is not None
    try:
        sent = await context.bot.send_photo(
            update.effective_chat.id, picture_of(link), caption=caption, parse_mode="HTML"
        )
    except TelegramError:
        await answer(update, context, caption)
        return
    context.bot_data.last_messages.note(sent)


def picture_of(link: str) -> bytes:
    """Return a PNG with the QR code of `link`."""
    import segno

    picture = BytesIO()
    segno.make(link, error="m").save(picture, kind="png", scale=SCALE, border=BORDER)
    return picture.getvalue()
