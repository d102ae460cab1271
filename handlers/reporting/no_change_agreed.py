"""好的, 确认 below the list of what has not changed: agreed to in words, as by its buttons."""

from collections.abc import Sequence

from telegram import Update

from data.reporting.no_change import report_no_change
from data.standing.check_ins import is_heard_of, is_of_present_period
from data.understanding import Understanding
from data.understanding.turns import agrees
from handlers.dialog import AGREED, begin
from handlers.reporting import no_change_keyboard as buttons
from handlers.reporting.no_change import meant_by, presses_on
from handlers.reporting.no_change_dialog import DAY, NO_CHANGE, PRESS, TASKS
from handlers.reporting.texts import no_change as texts
from handlers.tasks.own_tasks import speaks_for_several
from handlers.telegram import Context, Verb, answer, day_in, plain_word, said_by, unpack


async def agree_to_no_change(update: Update, context: Context, meaning: Understanding) -> bool:
    """Store that nothing has changed, where somebody agrees to all that the list shown last offers; several are shown
    first. True if the words were for it. Raises NotYours or TaskClosed."""
    text = said_by(update, meaning)
    chat_id = context.person.telegram_id or 0
    message_id, shown = context.bot_data.newest.said_last(chat_id)
    offered = _offered(shown) if shown and (agrees(text) or plain_word(text) in AGREED) else []
    if not offered:
        return False
    day = day_in(offered[0][1])
    of_many = [which for which, _ in offered if not which.isdecimal()]
    meant = [each for which in of_many[:1] or dict(offered) for each in meant_by(context, which, day)]
    ids = [each.id or 0 for each in meant if is_of_present_period(each, day) and not is_heard_of(each)]
    if not ids:
        return False
    once = presses_on(chat_id, message_id)
    if len(ids) > 1:
        answers = {TASKS: ids, DAY: offered[0][1], PRESS: once}
        await begin(update, context, NO_CHANGE, message_id, answers=answers)
        return True
    done = report_no_change(context.db, context.actor, ids, once)
    said = texts.unchanged(done, context.language, name_unit=speaks_for_several(context))
    await answer(update, context, said, buttons.afterwards(done, message_id, context.language))
    return True


def _offered(buttons: Sequence[str]) -> list[tuple[str, str]]:
    """What the buttons of a list are of, a task or all, and the day on which they were shown; nothing where there are
    others, too, but for the ways to its other pages."""
    offered = list[tuple[str, str]]()
    for each in buttons:
        if not each.startswith(f"{Verb.UNCHANGED}:"):
            return []
        press = unpack(each)
        if press.arguments[0] == "undo":
            return []
        if press.arguments[0] != "page":
            offered.append((press.arguments[0], press.arguments[1]))
    return offered
