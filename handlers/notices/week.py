"""The weekly list of a group, when it is asked for."""

from datetime import timedelta

from telegram import Update

from data.notices.groups import bound_group, due_in_group
from handlers.notices.texts.group_posts import group_list
from handlers.telegram import GROUP_NOT_BOUND, Context, answer


async def week_command(update: Update, context: Context) -> None:
    """Show what falls due this week and what is overdue, within the group's scope."""
    assert update.effective_chat is not None
    group = bound_group(context.db, update.effective_chat.id)
    if group is None:
        await answer(update, context, GROUP_NOT_BOUND(context.language))
        return
    sunday = context.today + timedelta(days=6 - context.today.weekday())
    due = due_in_group(context.db, group, context.today, sunday)
    await answer(update, context, group_list(due, context.language))
