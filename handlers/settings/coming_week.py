"""未来七天的提醒: the page that lists the messages of the next seven days."""

from telegram import Update

from data.announcing.coming_announcements import ComingAnnouncement, announcements_between
from data.notices.planning import AHEAD as WEEK
from data.notices.planning import coming_week
from data.notices.rules import Message
from data.people.people import person_in_chat
from handlers.settings.page import show_page
from handlers.settings.texts import coming_week as texts
from handlers.telegram import Context, Verb, page_buttons
from handlers.wording import Html, join, page_of

LINES_A_PAGE = 12


async def show_coming_week(update: Update, context: Context, page: int) -> None:
    """Show a page of the messages of the next seven days."""
    language = context.language
    appointed = announcements_between(context.db, context.today, context.today + WEEK)
    coming: list[Message | ComingAnnouncement] = [*coming_week(context.db, context.now), *appointed]
    of_all = page_of(sorted(coming, key=lambda each: each.at), page, LINES_A_PAGE)
    lines = [_week_line(context, each) for each in of_all.shown]
    ways = page_buttons(Verb.SETTING, lambda page: ("week", page), of_all.number, of_all.pages, language)
    text = join([texts.WEEK_HEAD(language), of_all.where(language), *(lines or [texts.NOTHING_COMES(language)])])
    await show_page(update, context, text, [ways])


def _week_line(context: Context, coming: Message | ComingAnnouncement) -> Html:
    if isinstance(coming, ComingAnnouncement):
        return texts.broadcast_line(coming, context.language)
    to = texts.recipient(coming, _name(context, coming.to.chat_id), context.language)
    return texts.week_line(coming, to, context.language)


def _name(context: Context, chat_id: int | None) -> str:
    person = person_in_chat(context.db, chat_id) if chat_id else None
    return person.name if person else ""
