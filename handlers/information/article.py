"""Reading an article from a text or from a file, which is parsed in a separate process."""

import asyncio
from pathlib import PurePath
from typing import Any

from data.errors import Refusal
from data.information.articles import Article, added_text, article_in, article_in_document, checked_title
from data.plan.files.apart import read_in_process
from data.reporting.attachments import Attachment
from data.understanding import information_orders
from data.understanding.information_orders import begins_information, text_behind_order, words_beside_order
from handlers.dialog import Answers, PartlyRead
from handlers.information.texts import submission as texts
from handlers.wording import NOTHING, Html, Language, in_both_languages, refusal

READABLE = (".docx", ".doc")
"""Endings of files that are tried; an old .doc is answered with how to save it."""
ARTICLE_WORDS = in_both_languages(texts.NEW) | information_orders.BEGINS
"""Words that ask for a new piece and say nothing else."""


def is_readable(file: Attachment) -> bool:
    """Return whether a file's name ends like one from which an article can be read."""
    return file.kind == "document" and PurePath(file.name.lower()).suffix in READABLE


async def article_answers(name: str, content: bytes, answers: Answers, language: Language) -> Answers:
    """Return the answers for the article in a file: its text, and its title unless `answers` has one. Raises PartlyRead
    if it cannot be read or is too long; the file is kept."""
    try:
        article = await asyncio.to_thread(read_in_process, article_in_document, content, name)
        return _answers(article, str(answers.get("title") or ""))
    except Refusal as why:
        raise PartlyRead({}, why, texts.KEPT_AS_FILE(language, name=name)) from None


def typed_article_answers(text: str, language: Language) -> tuple[dict[str, Any], Html]:
    """Return the answers for an article, or for a title alone, and the refusal of what cannot be taken."""
    answers: dict[str, Any] = {}
    article = article_in(text)
    try:
        if article.text:
            answers["text"] = added_text("", article.text)
        if article.title:
            answers["title"] = checked_title(article.title)
    except Refusal as why:
        return answers, refusal(why, language)
    return answers, NOTHING


def told_of_new_piece(text: str) -> str | None:
    """Return what is told with an order for a new piece, behind it (报工作信息：…) or before it; empty if a text only
    orders, None for any other."""
    return text_behind_order(text) if begins_information(text, ARTICLE_WORDS) else words_beside_order(text)


def _answers(article: Article, title: str) -> dict[str, Any]:
    below = article.text or article.title
    if title and article.title not in ("", title):
        below = f"{article.title}\n{article.text}".strip()
    answers: dict[str, Any] = {"text": added_text("", below), "written": True}
    if not title and article.title and article.text:
        answers["title"] = checked_title(article.title)
    return answers
