"""The questions for the title and the text of work information, which may come in several messages and be changed."""

from typing import Any

from data.dialogs import ReopenReason
from data.errors import NoSuchAnswer, StaleButton, TextMissing
from data.information.articles import added_text, article_in, checked_title, title_from
from data.reporting.numbers_put_right import text_put_right
from data.understanding import Kind, find_order, says
from data.understanding.dialog.turns import agrees
from data.understanding.dialog.words_edited import edited_by_name
from data.understanding.information_orders import may_be_an_order, tells_how_far
from handlers.dialog import Answers, Choices, Question, Talk
from handlers.dialog.declaration import open_question
from handlers.dialog.words import SKIPS
from handlers.information.article import told_of_new_piece
from handlers.information.information_draft import TASKS, InformationDraft, drafted_text
from handlers.information.texts import submission as texts
from handlers.telegram import hear
from handlers.wording import NOTHING, Html, Language, cut, join, labels, plain_word

NO_TITLE = ("information_orders.article_ends", "information_orders.title_from_text")


def read_title(talk: Talk[InformationDraft], text: str) -> Answers:
    """Return the answers for a title. Of several lines the first is the title and the rest text; one long line is text
    if there is none yet. Words that skip or agree take the title from the text. Raises TextMissing if there is none to
    take it from, NoSuchAnswer for a bare order, and what checked_title and added_text raise."""
    if plain_word(text) in SKIPS or agrees(text) or says(text, *NO_TITLE):
        return _title_from_text(talk)
    text = named["title"] if (named := find_order(text, "information_orders.title_changed")) else text
    if (told := told_of_new_piece(text)) is not None and not told:
        raise NoSuchAnswer(text.strip())
    text = told or text
    article, is_one_line = article_in(text), "\n" not in text.strip()
    if talk.answers.get("written") or not article.text or (is_one_line and drafted_text(talk)):
        return {"title": checked_title(text)}
    answers: dict[str, Any] = {"text": added_text(drafted_text(talk), article.text)}
    return {**answers, "title": checked_title(article.title)} if article.title else answers


def _title_from_text(talk: Talk[InformationDraft]) -> Answers:
    title = checked_title(title_from(drafted_text(talk)))
    return {"title": title, "title_taken": title}


def _press_title(talk: Talk[InformationDraft], value: str) -> Answers:
    if value != "from_text" or not drafted_text(talk):
        raise StaleButton
    return _title_from_text(talk)


def _change_title(talk: Talk[InformationDraft], text: str) -> Answers:
    """Return the title that 标题改成… gives, or 标题前面加…. Raises NoSuchAnswer for any other text."""
    if (title := title_edited(talk.answers.get("title") or "", text, talk.language)) is None:
        raise NoSuchAnswer(text.strip())
    return {"title": checked_title(title)}


def title_edited(title: str, text: str, language: Language) -> str | None:
    """Return the title as a message changes it, also by words that only the title has (不是社区是校园), or None."""
    if (changed := find_order(text, "information_orders.title_changed")) is not None:
        return changed["title"]
    return edited_by_name(str(texts.TITLE(language)), text, title) or text_put_right(title, text)


def article_put_right(article: str, said: str) -> str | None:
    """Return the article as a message changes it, also behind words for the piece (那条信息里窝点不对，是3个), or
    None."""
    wrong = find_order(said, "information_orders.sent_put_right")
    return text_put_right(article, (wrong and wrong["words"]) or said)


def _change_text(talk: Talk[InformationDraft], text: str) -> Answers:
    """Return the text as changed by words such as 10人改成11人, if it contains what is to be changed; while it is being
    written, its own question reads them."""
    question = open_question(talk)
    is_written = question is not None and question.key == TEXT_QUESTION.key
    changed = None if is_written else article_put_right(drafted_text(talk), text)
    told = {"changed": text.strip()} if question is not None else {}
    return {} if changed is None else {"text": added_text("", changed), **told}


def _put_text(talk: Talk[InformationDraft]) -> Html:
    anew = talk.dialog.reopened_for is ReopenReason.ANEW
    asked = _below_change(talk, texts.which_text(drafted_text(talk), talk.subject.files, talk.language, anew=anew))
    title = talk.answers.get("title")
    taken = title is not None and title == talk.answers.get("title_taken")
    return join([texts.TITLE_TAKEN(talk.language, title=title), asked]) if taken else asked


def _below_change(talk: Talk[InformationDraft], asked: Html) -> Html:
    changed = talk.answers.get("changed")
    return join([texts.CHANGED(talk.language, said=cut(changed, 60)), asked]) if changed else asked


def _read_text(talk: Talk[InformationDraft], text: str) -> Answers:
    """Return the answers for a message of text: each adds to it until the user says that it is complete; after that, a
    new one replaces it or, if asked for, is added. Raises InformationTooLong."""
    why = talk.dialog.reopened_for
    if why is ReopenReason.ANEW:
        return {"text": added_text("", text), "written": None}
    if _is_being_written(talk):
        return _said_beside(talk, text) or _added(talk, text)
    added_text(drafted_text(talk) if why is ReopenReason.MORE else "", text)
    return {"text": text.strip()}


def _is_being_written(talk: Talk[InformationDraft]) -> bool:
    """Return whether the text comes message by message, and is not complete yet."""
    return talk.dialog.reopened_for is ReopenReason.BACK or not talk.answers.get("written")


def _may_be_no_text(talk: Talk[InformationDraft], text: str) -> bool:
    """Return whether a message may be an order, and neither a part of the article nor about it."""
    if talk.dialog.reopened_for is ReopenReason.ANEW or not _is_being_written(talk):
        return False
    return may_be_an_order(text, hear(talk.context, text.strip())) and _said_beside(talk, text) is None


def _may_be_no_title(talk: Talk[InformationDraft], text: str) -> bool:
    """Return whether a message may be an order, and neither puts the text right nor asks for a new piece, behind which
    the title stands. One that begins with a task is a title (1-2案件侦破情况) unless it says how far that is."""
    if article_put_right(drafted_text(talk), text) is not None:
        return False
    heard = hear(talk.context, text.strip())
    is_of_a_task = heard.begins_with(Kind.CODE)
    says_something = any(map(str.isalnum, text)) and told_of_new_piece(text) is None
    return says_something and (tells_how_far(heard) or not is_of_a_task) and may_be_an_order(text, heard)


def _said_beside(talk: Talk[InformationDraft], text: str) -> Answers | None:
    """Return the answers for a message about the article instead of a part of it: that it is complete or has no
    pictures, a change, or its tasks. Return None for a part of the article. Raises what the question for tasks does."""
    there = bool(drafted_text(talk) or talk.subject.files)
    has_no_files = there and not talk.subject.files and says(text, "removals.of_the_files")
    if has_no_files or plain_word(text) in SKIPS or says(text, "information_orders.article_ends") or agrees(text):
        if not there:
            raise TextMissing
        return {"written": True}
    if (changed := article_put_right(drafted_text(talk), text)) is not None:
        return {"text": added_text("", changed), "changed": text.strip()}
    if (title := title_edited(talk.answers.get("title") or "", text, talk.language)) is not None:
        return {"title": checked_title(title)}
    return TASKS.read(talk, text) if says(hear(talk.context, text), "information_orders.about_tasks") else None


def _added(talk: Talk[InformationDraft], text: str) -> Answers:
    return {"text": added_text(drafted_text(talk), text), "written": None, "changed": None}


def _text_buttons(talk: Talk[InformationDraft]) -> Choices:
    there = bool(drafted_text(talk) or talk.subject.files) and not talk.answers.get("written")
    return [[(labels.GO_ON, "written")]] if there else []


def _press_text(talk: Talk[InformationDraft], value: str) -> Answers:
    if value != "written" or not (drafted_text(talk) or talk.subject.files):
        raise StaleButton
    return {"text": drafted_text(talk), "written": True}


TITLE_QUESTION: Question[InformationDraft] = Question(
    "title",
    label=texts.TITLE,
    put=lambda talk: _below_change(talk, texts.which_title(drafted_text(talk), talk.subject.files, talk.language)),
    read=lambda talk, text: {"changed": None, **(_change_text(talk, text) or read_title(talk, text))},
    buttons=lambda talk: [[(texts.TITLE_FROM_TEXT, "from_text")]] if drafted_text(talk) else [],
    press=_press_title,
    change=_change_title,
    changed_surely=True,
    free=True,
    verbatim=True,
    doubted=_may_be_no_title,
)
TEXT_QUESTION: Question[InformationDraft] = Question(
    "text",
    label=texts.TEXT,
    put=_put_text,
    read=_read_text,
    buttons=_text_buttons,
    press=_press_text,
    change=_change_text,
    changed_surely=True,
    changed_anywhere=True,
    answered=lambda talk: bool(talk.answers.get("written")),
    shown=lambda talk: texts.length_of(drafted_text(talk), talk.language) if talk.answers.get("written") else NOTHING,
    free=True,
    preview_button="written",
    verbatim=True,
    doubted=_may_be_no_text,
    files=True,
)
