"""The links of invitations: sent once, as words to forward and as a picture to scan."""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from telegram import Update
from telegram.error import TelegramError

from data.people.actor import Actor
from data.people.invitations import invite_several
from data.people.people import Role
from data.plan.units import unit_name
from handlers.office.texts import invitations as texts
from handlers.telegram import Context, Html, answer, labels, pressed, still_there
from handlers.telegram.wording import with_phone

SCALE, BORDER = 8, 4
"""The size of a module of the QR code in pixels, and of the white border in modules."""


class InvitedLine(NamedTuple):
    """A person to be invited, as stored in a dialog: the unit (0 for the office's own people), the name and the phone
    number, which may be empty, and the role."""

    unit: int
    name: str
    phone: str
    role: str


async def press_invite(update: Update, context: Context) -> None:
    """Send the link for the chosen unit, or for the office (0). Raises StaleButton if the unit no longer exists."""
    role, number, *named = pressed(update)
    name, phone = [*named, "", ""][:2]
    if int(number):
        still_there(unit_name(context.db, int(number)))
    await make_link(update, context, InvitedLine(int(number), name, phone, role))


async def make_link(update: Update, context: Context, invited: InvitedLine) -> None:
    """Make a link and send it. Raises RoleNeedsUnit."""
    [token] = tokens_for(context, context.actor, [invited])
    await show_link(update, context, invited, token)


def tokens_for(context: Context, by: Actor, invited: Sequence[InvitedLine]) -> list[str]:
    """Make a link for each person to be invited and return their tokens. Raises ForTheOffice and RoleNeedsUnit."""
    people = [(Role(each.role), each.unit or None, each.name, each.phone) for each in invited]
    return invite_several(context.db, by, people)


async def show_link(update: Update, context: Context, invited: InvitedLine, token: str) -> None:
    """Send what the link is for and, below it, what can be forwarded: a picture to scan with the words and the link."""
    link, role = context.link(token), labels.ROLE[Role(invited.role)](context.language)
    named = {"unit": unit_name(context.db, invited.unit), "role": role, "name": invited.name}
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
