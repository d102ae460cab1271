"""本期无变化: that nothing has changed in ongoing work since it was last asked after."""

from collections.abc import Sequence

from telegram import Update

from data.check_ins import asked_after, waiting_for_check_in
from data.errors import StaleButton, UnknownTask
from data.reports import report_no_change, unchanged_by
from data.tasks import Assignment, assignments
from handlers import keyboards
from handlers.asking import own_assignment, own_assignments
from handlers.callbacks import unpack
from handlers.context import Context, source
from handlers.keyboards import ALL, ASKED, CHECK_INS_A_PAGE
from handlers.replies import acknowledge, answer, show
from handlers.texts import labels
from handlers.texts.access import FOR_LIAISONS
from handlers.texts.lists import PAGE
from handlers.texts.no_change import NO_CHANGE_STORED, NO_CHANGE_SURE, NOTHING_ONGOING, ONGOING_WAITING
from handlers.texts.reporting import review_text
from handlers.texts.tasks import count_text, task_line
from handlers.texts.wording import Html, Wording, join

PERIODS = ("", "本期", "本季度", "这期", "这次")
NO_CHANGE_SAID = frozenset(
    [each + words for each in PERIODS for words in ("无变化", "没有变化", "没变化", "没什么变化")]
    + ["no change", "no changes", "no change this period", "nothing new", "nothing has changed", "unchanged"]
)

NO_CHANGE_IN_FULL = (labels.NO_CHANGE.zh, labels.NO_CHANGE.en, "no change")


def says_no_change(text: str) -> bool:
    """Whether a message, or the note of a report in a line, says 本期无变化 and nothing else."""
    return " ".join(text.lower().rstrip("。.！!").split()) in NO_CHANGE_SAID


def says_no_change_in_full(text: str) -> bool:
    """Whether a message says 本期无变化 as the button does, which no answer to another question does."""
    return any(text.strip().rstrip("。.！!").casefold() == words.casefold() for words in NO_CHANGE_IN_FULL)


async def offer_no_change(update: Update, context: Context, code: str | None = None) -> None:
    """本期无变化 said in words: of one task, or of the ongoing ones that wait for a word this period.

    Raises UnknownTask when the person has none of that code.
    """
    if not context.person.speaks_for:
        await answer(update, context, FOR_LIAISONS(context.language))
        return
    waiting = _waiting(context) if code is None else _open(context, code)
    await _show(update, context, waiting, ONGOING_WAITING if code is None else NO_CHANGE_SURE)


async def press(update: Update, context: Context) -> None:
    """本期无变化 pressed, for one task or for all that wait; or the way to another page of those.

    Raises NotYours, TaskClosed, or StaleButton when none waits any longer.
    """
    assert update.callback_query is not None
    which, *rest = unpack(update.callback_query.data).arguments
    if which == "page":
        await acknowledge(update)
        await _show(update, context, _waiting(context), ONGOING_WAITING, int(rest[0]))
    else:
        await _report(update, context, which)


async def _report(update: Update, context: Context, which: str) -> None:
    query = update.callback_query
    assert query is not None and query.message is not None
    once = f"{query.message.chat.id}:{query.message.message_id}"
    chosen = _chosen(context, which, once)
    if not chosen:
        raise StaleButton
    done = report_no_change(context.db, context.person, chosen, once, context.now, context.zone, source(update))
    await acknowledge(update)
    lines = [task_line(each.assignment, context.language) for each in done]
    head, review = NO_CHANGE_STORED(context.language, count=len(done)), review_text(done, context.language)
    text = join([head, *lines, review])
    keyboard = keyboards.stored(done[0].report_id, context.language) if len(done) == 1 else None
    await (answer if which == ASKED else show)(update, context, text, keyboard)


async def _show(update: Update, context: Context, waiting: Sequence[Assignment], head: Wording, page: int = 0) -> None:
    """Those that wait, a page of them, with the buttons that say that nothing has changed."""
    language = context.language
    if not waiting:
        await show(update, context, NOTHING_ONGOING(language))
        return
    pages = -(-len(waiting) // CHECK_INS_A_PAGE)
    page = min(page, pages - 1)
    where = PAGE(language, page=page + 1, pages=pages) if pages > 1 else Html("")
    count = count_text(len(waiting), language) if pages > 1 else Html("")
    lines = [task_line(each, language) for each in waiting[page * CHECK_INS_A_PAGE : (page + 1) * CHECK_INS_A_PAGE]]
    text = join([head(language), join([count, where], " · "), *lines])
    await show(update, context, text, keyboards.no_change(waiting, page, language))


def _chosen(context: Context, which: str, once: str) -> list[int]:
    """The assignments that a button speaks of, those first that an earlier press on it has reported."""
    if which not in (ALL, ASKED):
        return [int(which)]
    waiting = _waiting(context) if which == ALL else asked_after(_waiting(context))
    return unchanged_by(context.db, context.person, once) + [each.id or 0 for each in waiting]


def _open(context: Context, code: str) -> list[Assignment]:
    mine = own_assignments(context, code)
    if not mine:
        raise UnknownTask(code)
    return [own_assignment(context, each.id or 0) for each in mine]


def _waiting(context: Context) -> list[Assignment]:
    mine = assignments(context.db, context.today, context.zone, context.person.speaks_for)
    return waiting_for_check_in(mine)
