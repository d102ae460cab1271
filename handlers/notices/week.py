"""The weekly list of a group, when it is asked for there, or is to be posted in the groups now."""

from datetime import date, timedelta

from telegram import Update

from data.announcing.addressees import Addressees
from data.announcing.broadcasts import checked_text
from data.notices.groups import GroupChat, bound_group, bound_groups, count_doubtful, due_in_group
from data.standing.assignments import Assignment
from data.understanding import Order
from handlers.announcing.broadcast import BROADCAST
from handlers.announcing.recipient_questions import recipient_answers
from handlers.dialog import acts_on, begin, saying
from handlers.notices.texts.group_posts import DOUBTFUL_LEFT_OUT, NO_COMMON_LIST, group_list
from handlers.telegram import Context, For, answer, text_of
from handlers.wording import GROUP_NOT_BOUND, NOTHING, join, plain


def group_spoken_in(update: Update, context: Context) -> GroupChat | None:
    """Return the bound group in which the user speaks, or None. One with posts in English is answered in English."""
    group = bound_group(context.db, update.effective_chat.id) if update.effective_chat else None
    if group is not None and group.language == "en":
        context.language = "en"
    return group


async def week_command(update: Update, context: Context) -> None:
    """Show what falls due this week and what is overdue in the group's scope, and the number of doubtful deadlines."""
    group = group_spoken_in(update, context)
    if group is None:
        await answer(update, context, GROUP_NOT_BOUND(context.language))
        return
    listed = group_list(_of_the_week(context, group), context.language)
    doubtful = count_doubtful(context.db, group, context.today, _sunday(context))
    more = DOUBTFUL_LEFT_OUT(context.language, count=doubtful) if doubtful else NOTHING
    await answer(update, context, join([listed, more]))


@acts_on(saying("broadcasts.list_for_groups"), for_=For.COORDINATORS)
async def begin_posting_list(update: Update, context: Context, asked: Order) -> None:
    """Begin a broadcast to the groups of what is overdue (群里发一下逾期清单) and, unless only that is named, falls due
    this week, limited to the tasks of which each of them is told; say so if there are none but those of single groups.
    Raises NoGroups."""
    groups = bound_groups(context.db)
    told = [[each for each in _of_the_week(context, group) if each.overdue or not asked["overdue"]] for group in groups]
    common = [each for each in told[0] if all(each in others for others in told)] if told else []
    if any(told) and not common:
        await answer(update, context, NO_COMMON_LIST(context.language))
        return
    text = checked_text(plain(group_list(common, context.language)), with_file=False)
    to = recipient_answers(context, Addressees(groups=True), text_of(update))
    await begin(update, context, BROADCAST, update.update_id, answers={"text": text, "reply": "no", **to})


def _of_the_week(context: Context, group: GroupChat) -> list[Assignment]:
    return due_in_group(context.db, group, context.today, _sunday(context))


def _sunday(context: Context) -> date:
    return context.today + timedelta(days=6 - context.today.weekday())
