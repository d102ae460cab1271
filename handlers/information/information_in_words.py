"""Work information in words: 报一条工作信息, with a title behind it or without; 撤回; an article that is forwarded."""

from typing import Any

from telegram import Update

from data.dialogs import Dialog, find_open
from data.information.articles import added_text, article_in
from data.information.information import Information, information_for, last_sent, withdraw_information
from data.understanding import Aim, Intent, Kind, Mood, Understanding, of_kind, says
from data.understanding.exports import Wanted, export_wanted
from data.understanding.information_orders import behind_order, told_behind
from handlers.dialog import Choices, Declaration, Ending, Talk, begin, cancel_open, reader
from handlers.exports.menu import export_in_words
from handlers.information.article import answers_in, begins_so
from handlers.information.information_page import COMMANDED, info_command
from handlers.information.keyboard import submitted
from handlers.information.submission import INFORMATION
from handlers.information.texts import overview as texts
from handlers.telegram import NOTHING, Context, answer, as_meant, hear, labels, text_of

SHORTEST_ARTICLE = 60
"""Characters; a shorter text that is forwarded is something said."""
SHORTEST_WITH_A_TITLE = 25
"""Characters of a text of which the first line is a title."""


def _choices(talk: Talk[Information]) -> Choices:
    """撤回, and what else stands under a piece that was sent."""
    [[_, *others]] = submitted(talk.subject.id, talk.language).inline_keyboard
    return [[(labels.WITHDRAW, "submit"), *others]]


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    found = withdraw_information(context.db, context.actor, dialog.subject_id)
    return Ending(texts.WITHDRAWN(context.language, title=found.title))


WITHDRAWAL: Declaration[Information] = Declaration(
    kind="information_withdrawal",
    load=lambda context, dialog: information_for(context.db, context.person, dialog.subject_id),
    preview=lambda talk: texts.WITHDRAW_IT(talk.language, title=talk.subject.title),
    submit=labels.WITHDRAW,
    choices=_choices,
    finish=_finish,
    passing=True,
    waits=texts.WITHDRAWAL_WAITS,
)


async def begin_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Begin a piece of work information, with what follows a colon or stands in further lines; what asks about it, or
    comes from somebody who sends none, is answered with the list; the office's 上周简报 with that."""
    text = text_of(update)
    if context.person.is_coordinator and export_wanted(meaning.text) is Wanted.BRIEF and (meaning.start or meaning.end):
        await export_in_words(update, context, as_meant(context, meaning, Aim.EXPORT))
        return
    is_article = behind_order(text) is None and may_be_an_article(context, hear(context, text), text)
    if not context.person.speaks_for or (Mood.ASKS in meaning.moods and not is_article):
        await info_command(update, context)
        return
    if is_article and "\n" not in text.strip():
        await begin(update, context, INFORMATION, update.update_id, answers={"text": added_text("", text)})
        return
    told = text if is_article else told_behind(text)
    await _begin_with(update, context, told, update.update_id if told else COMMANDED)


def _told_in_fixed_words(context: Context, text: str) -> str | None:
    """What stands behind 报工作信息：…; empty for 想报个信息 alone, None for any other text, and for others' words."""
    told = told_behind(text) if begins_so(text) else behind_order(text)
    return None if not context.person.speaks_for or (not told and begins_so(text)) else told


def _begins_another(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    return talk.dialog.kind != INFORMATION.kind and bool(_told_in_fixed_words(talk.context, text))


@reader(names=_begins_another)
async def begin_in_fixed_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a piece, where a text is 报工作信息：… with a title or an article behind it, or 想报个信息; true if the
    words were for it."""
    told = _told_in_fixed_words(context, text_of(update))
    if told is None:
        return False
    await _begin_with(update, context, told, update.update_id if told else COMMANDED)
    return True


def _asks_what_came(context: Context, meaning: Understanding) -> bool:
    return context.person.is_coordinator and says(meaning, "office_notes.information_asked")


@reader(knows=lambda talk, text, heard: Mood.ASKS in heard.moods and _asks_what_came(talk.context, heard))
async def show_list_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the list, where the office asks what has come, or a unit how many pieces it has sent; true if the words
    were for it."""
    came = _asks_what_came(context, meaning)
    is_of_tasks = meaning.task is not None or meaning.aim in (Aim.FIGURES, Aim.HISTORY)
    sent = bool(context.person.speaks_for) and not is_of_tasks and says(meaning, "asked.how_many_were_sent")
    if not came and not sent:
        return False
    await info_command(update, context)
    return True


async def begin_withdrawal(update: Update, context: Context, meaning: Understanding) -> bool:
    """Ask whether to take back the work information that is being written, or was sent last, where 撤回 is said of
    nothing else by name, or the title of what was sent is to be another; where work information is named and there is
    none to be taken back, show the list. True if the words were for it."""
    names = meaning.task or meaning.candidates or says(meaning, "asked.more_time")
    retitles = says(text_of(update), "information_orders.title_changed")
    by_name = bool(context.person.speaks_for) and (retitles or says(text_of(update), "information_orders.withdrawn"))
    withdraws = by_name or (meaning.aim is Aim.WITHDRAW and not names)
    written = find_open(context.db, context.person.id)
    if withdraws and not retitles and written is not None and written.kind == INFORMATION.kind:
        await cancel_open(update, context, written)
        return True
    last = last_sent(context.db, context.person) if withdraws else None
    if last is None and by_name:
        await info_command(update, context)
    if last is None:
        return by_name
    if written is None:
        first = texts.CHANGED_ANEW(context.language) if retitles else NOTHING
        await begin(update, context, WITHDRAWAL, last.id, first=first)
        return True
    text = texts.WITHDRAW_IT(context.language, title=last.title)
    await answer(update, context, text, submitted(last.id, context.language))
    return True


def may_be_an_article(context: Context, meaning: Understanding, text: str) -> bool:
    """Whether a long text of who may send work information surely names no task, percent or state: it may as well be
    that. One with a title may speak of a task by its name, and of how that went."""
    has_a_title = article_in(text).title != "" and article_in(text).text != ""
    names = any(of_kind(meaning, Kind.CODE)) or meaning.percent is not None
    names = names or (not has_a_title and (meaning.task is not None or any(of_kind(meaning, Kind.STATUS))))
    is_long = len(text) >= (SHORTEST_WITH_A_TITLE if has_a_title else SHORTEST_ARTICLE)
    return (
        is_long
        and not says(text, "asked.question")
        and not names
        and meaning.aim in (Aim.REPORT, Aim.UNKNOWN)
        and bool(context.person.speaks_for)
    )


async def begin_with_forwarded(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a piece with an article that somebody who may send work information has forwarded, and show it before it
    is sent; true if the words were for it."""
    message = update.message
    if message is None or message.forward_origin is None or not context.person.speaks_for:
        return False
    text = message.text or ""
    reports = meaning.aim.intent is Intent.REPORT and meaning.task is not None
    if reports or len(text) < SHORTEST_ARTICLE or "\n" not in text.strip():
        return False
    await _begin_with(update, context, text, update.update_id)
    return True


async def _begin_with(update: Update, context: Context, text: str, subject_id: int) -> None:
    answers, first = answers_in(text, context.language)
    await begin(update, context, INFORMATION, subject_id, answers=answers, first=first)
