"""Work information in words: 报一条工作信息 with or without a title, withdrawing a piece, and forwarded articles."""

from dataclasses import replace
from typing import Any

from telegram import Update

from data.dialogs import Dialog
from data.information.articles import added_text, article_in
from data.information.information import Information, information_for, last_information_of, withdraw_information
from data.understanding import Aim, Intent, Kind, Mood, Understanding, find_order, says
from data.understanding.exports import ExportWanted, export_wanted
from data.understanding.information_orders import text_behind_order, words_beside_order
from handlers.dialog import Choices, Declaration, Ending, Talk, acts_on, begin, cancel_open, reader
from handlers.exports.menu import export_in_words
from handlers.information.article import told_of_new_piece, typed_article_answers
from handlers.information.information_page import COMMANDED, info_command
from handlers.information.keyboard import below_submitted
from handlers.information.submission import INFORMATION, INSTEAD, begin_anew
from handlers.information.texts import overview as texts
from handlers.information.texts import submission
from handlers.reporting.paragraphs import only_in_chapters
from handlers.reporting.statements import words_beside_task
from handlers.telegram import Context, For, Verb, answer, hear, text_of, with_aim
from handlers.wording import join, labels

CHANGES_OF_WHAT_WAS_SENT = tuple(
    f"information_orders.{way}" for way in ("title_changed", "text_added", "sent_put_right")
)
SHORTEST_ARTICLE = 60
"""Characters; a shorter text, even a forwarded one, is no article."""
SHORTEST_BESIDE_A_TASK = 4
"""Characters of the shortest words that are a title, besides the name of a task."""
SHORTEST_WITH_A_TITLE = 25
"""Characters of the shortest article whose first line is a title."""


def _choices(talk: Talk[Information]) -> Choices:
    """Return 撤回, and the other buttons below a piece that was sent."""
    [[_, *others]] = below_submitted(talk.subject.id, talk.language).inline_keyboard
    return [[(labels.WITHDRAW, "submit"), *others]]


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    found = withdraw_information(context.db, context.actor, dialog.subject_id)
    return Ending(texts.WITHDRAWN(context.language, title=found.title))


INFORMATION_WITHDRAWAL: Declaration[Information] = Declaration(
    kind="information_withdrawal",
    office=False,
    load=lambda context, dialog: information_for(context.db, context.person, dialog.subject_id),
    preview=lambda talk: texts.WITHDRAW_IT(talk.language, title=talk.subject.title),
    submit=labels.WITHDRAW,
    choices=_choices,
    finish=_finish,
    passing=True,
    waits=texts.WITHDRAWAL_WAITS,
)


async def begin_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Begin a piece with the title or article in a sentence; below the list, one that names no piece is itself the
    title. Questions, and people who send no work information, get the list instead; a coordinator who names a brief's
    days (上周简报) gets that brief."""
    text = text_of(update)
    wants_brief = context.person.is_coordinator and export_wanted(meaning.text) is ExportWanted.BRIEF
    if wants_brief and (meaning.start or meaning.end):
        await export_in_words(update, context, with_aim(context, meaning, Aim.EXPORT))
        return
    heard = replace(hear(context, text), aim=Aim.UNKNOWN)
    is_article = words_beside_order(text) is None and may_be_an_article(context, heard, text)
    asks = Mood.ASKS in meaning.moods or says(text, "information_orders.state_asked")
    if not context.person.speaks_for or (asks and not is_article):
        await info_command(update, context)
        return
    if is_article and "\n" not in text.strip():
        await begin(update, context, INFORMATION, update.update_id, answers={"text": added_text("", text)})
        return
    is_title = _offers_new(context) and not says(meaning, "information_orders.named")
    told = text if is_article or is_title else text_behind_order(text)
    await _begin_with(update, context, told, update.update_id if told else COMMANDED)


def _offers_new(context: Context) -> bool:
    return bool(context.last_messages.offers(Verb.INFORMATION, "new"))


def _told_in_fixed_words(context: Context, text: str) -> str | None:
    """Return what a liaison writes behind 报工作信息：…, or behind 标题：… while there is no piece that has a title to
    change; empty if the text only asks for a new piece (想报个信息), None for any other text."""
    if not context.person.speaks_for:
        return None
    titled = find_order(text, "information_orders.title_changed")
    if titled and not context.open_dialog_of(INFORMATION.kind) and not last_information_of(context.db, context.person):
        return titled["title"]
    told = told_of_new_piece(text)
    return None if told and _is_of_a_task(context, text, told) else told


def _is_of_a_task(context: Context, text: str, told: str) -> bool:
    """Return whether an order that names no work information, like 再报一个, is followed by the code of a task."""
    return not says(text, "information_orders.named") and hear(context, told).begins_with(Kind.CODE)


def _begins_another(talk: Talk[Any], text: str) -> bool:
    """Return whether a text tells a new piece in fixed words, while no piece without a text is being written."""
    has_none = talk.dialog.kind == INFORMATION.kind and not talk.answers.get("text")
    return not has_none and bool(_told_in_fixed_words(talk.context, text))


@reader(names=lambda talk, text, heard: _begins_another(talk, text))
async def begin_in_fixed_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a piece if a text is 报工作信息：… with a title or article, or 想报个信息. Return whether it did."""
    told = _told_in_fixed_words(context, text_of(update))
    if told is None:
        return False
    await _begin_with(update, context, told, update.update_id if told else COMMANDED)
    return True


def _asks_what_came(context: Context, meaning: Understanding) -> bool:
    return context.person.is_coordinator and says(meaning, "office_notes.information_asked")


@reader(knows=lambda talk, text, heard: Mood.ASKS in heard.moods and _asks_what_came(talk.context, heard))
async def show_list_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the list if a coordinator asks what has come, or a liaison how much the unit has sent. Return whether."""
    came = _asks_what_came(context, meaning)
    is_of_tasks = meaning.task is not None or meaning.aim in (Aim.FIGURES, Aim.HISTORY) or meaning.unfinished
    is_of_tasks = is_of_tasks or says(meaning, "asked.unreported", "asked.lacking")
    sent = bool(context.person.speaks_for) and not is_of_tasks and says(meaning, "asked.how_many_were_sent")
    if not came and not sent:
        return False
    await info_command(update, context)
    return True


async def begin_below_the_list(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a piece if a text right below the list says so (报一条), or may be a title or article: it says more than a
    task's name, but no code, percent or status. Return whether it did."""
    if says(text_of(update), *CHANGES_OF_WHAT_WAS_SENT):
        return False
    if context.person.speaks_for and _offers_new(context) and says(meaning, "information_orders.begun_below"):
        await begin(update, context, INFORMATION, COMMANDED)
        return True
    stated = meaning.names(Kind.CODE, Kind.PERCENT, Kind.STATUS)
    tells = meaning.aim in (Aim.TASK, Aim.REPORT, Aim.UNKNOWN) and not stated and Mood.ASKS not in meaning.moods
    is_long = len(words_beside_task(meaning)) >= SHORTEST_BESIDE_A_TASK
    if not (tells and is_long and context.person.speaks_for and _offers_new(context)):
        return False
    await _begin_with(update, context, text_of(update), update.update_id)
    return True


async def begin_withdrawal(update: Update, context: Context, meaning: Understanding) -> bool:
    """Ask whether to withdraw the piece that is being written or was sent last, if 撤回 names nothing else, or open
    again what was sent if that is to be changed. If work information is named but there is none, show the list. Return
    whether anything was done."""
    names = meaning.task or meaning.candidates or says(meaning, "asked.more_time")
    changes = says(text_of(update), *CHANGES_OF_WHAT_WAS_SENT)
    by_name = bool(context.person.speaks_for) and (changes or says(text_of(update), "information_orders.withdrawn"))
    withdraws = by_name or (meaning.aim is Aim.WITHDRAW and not names)
    written = context.open_dialog_of(INFORMATION.kind)
    if withdraws and not changes and written is not None and INSTEAD not in written.answers:
        await cancel_open(update, context, written)
        return True
    last = last_information_of(context.db, context.person) if withdraws else None
    if last is None and by_name:
        await info_command(update, context)
    if last is None:
        return by_name
    if changes:
        await begin_anew(update, context, last)
    elif context.open_dialog is None:
        await begin(update, context, INFORMATION_WITHDRAWAL, last.id)
    else:
        text = texts.WITHDRAW_IT(context.language, title=last.title)
        await answer(update, context, text, below_submitted(last.id, context.language))
    return True


def _sent_before(context: Context, meaning: Understanding) -> Information | None:
    """Return the piece that a liaison sent last, if a sentence puts it right and none is being written, or None."""
    is_writing = context.open_dialog_of(INFORMATION.kind) is not None
    puts_right = says(meaning.text, "information_orders.sent_put_right") and not meaning.names(Kind.CODE)
    return last_information_of(context.db, context.person) if puts_right and not is_writing else None


@acts_on(_sent_before, for_=For.SPEAKERS)
async def open_what_was_sent(update: Update, context: Context, sent: Information) -> None:
    """Open a piece that was sent, as a sentence puts it right."""
    await begin_anew(update, context, sent)


def may_be_an_article(context: Context, meaning: Understanding, text: str) -> bool:
    """Return whether a liaison's long text may be an article as well as a report: it names no code or percent and,
    unless it has a title, no task or status either. One in chapters may be one whatever it names."""
    has_a_title = article_in(text).title != "" and article_in(text).text != ""
    names = meaning.names(Kind.CODE) or meaning.percent is not None
    names = names or (not has_a_title and (meaning.task is not None or meaning.names(Kind.STATUS)))
    is_long = len(text) >= (SHORTEST_WITH_A_TITLE if has_a_title else SHORTEST_ARTICLE)
    tells = meaning.aim in (Aim.REPORT, Aim.UNKNOWN) and not says(text, "asked.question")
    names = names and not only_in_chapters(context, text.splitlines())
    return is_long and tells and not names and bool(context.person.speaks_for)


async def begin_with_forwarded(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a piece with an article that a liaison has forwarded, to be checked first. Return whether it did."""
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
    answers, refused = typed_article_answers(text, context.language)
    title = labels.labelled(submission.TITLE, answers.get("title"), context.language)
    await begin(update, context, INFORMATION, subject_id, answers=answers, first=join([title, refused]))
