"""The dialogs of 采用 (into which brief), 不采用 (with a word for the unit) and 改一份 (an edited copy, which the brief
prints instead of the unit's own)."""

from dataclasses import replace
from datetime import date
from functools import partial

from telegram import InlineKeyboardMarkup

from data.dialogs import Dialog
from data.errors import NoSuchAnswer, StaleButton
from data.information.articles import MOST_OF_TEXT, added_text, checked_title
from data.information.information import Information, InformationState, information_for
from data.information.verdicts import decline_information, edit_copy, take_information
from data.information.weeks import Week, offered_weeks, week_of
from data.understanding import says
from handlers.dialog import (
    Answers,
    Choices,
    Declaration,
    Ending,
    Question,
    Talk,
    read_back,
    reason_question,
    why_over_with_reason,
    words_question,
)
from handlers.information import keyboard as buttons
from handlers.information.texts import decisions as texts
from handlers.information.texts import overview, submission
from handlers.telegram import Context, day_in, hear, with_undo
from handlers.wording import NOTHING, Html, Language, cut, html, join, labels, write_fitting


def information_letter(found: Information, today: date, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """Return the office's decision as the unit reads it."""
    return texts.letter(found, today, language), buttons.open_again(found.id, language)


def information_undone_letter(found: Information, today: date, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """Return what the unit reads when a decision was taken back: the earlier one that stands again, if any."""
    if found.state is not InformationState.NEW:
        return information_letter(found, today, language)
    return texts.UNDONE(language, title=cut(found.title, 60)), buttons.open_again(found.id, language)


def load_piece(context: Context, dialog: Dialog) -> Information:
    """Return the piece that a dialog is about. Raises StaleButton."""
    return information_for(context.db, context.person, dialog.subject_id)


def _waits(talk: Talk[Information]) -> Html:
    return texts.WAITS(talk.language, title=cut(talk.subject.title, 40))


def _decided(talk: Talk[Information]) -> Html:
    """Return what has been decided about the piece already, if anything."""
    if talk.subject.state is InformationState.NEW:
        return NOTHING
    return texts.DECIDED(talk.language, state=overview.state_text(talk.subject, talk.context.today, talk.language))


def _weeks(talk: Talk[Information]) -> Choices:
    words = (texts.THIS_WEEK, texts.LAST_WEEK, texts.NEXT_WEEK)
    today, language = talk.context.today, talk.language
    return [
        [(str(said(language, days=overview.week_text(week, today, language))), f"week_{week.monday:%Y%m%d}")]
        for said, week in zip(words, offered_weeks(today), strict=True)
    ]


def _press_week(talk: Talk[Information], value: str) -> Answers:
    if not value.startswith("week_"):
        raise StaleButton
    return {"week": week_of(day_in(value.removeprefix("week_"))).monday.isoformat()}


def _read_week(talk: Talk[Information], text: str) -> Answers:
    """Return the week of the day, or span within one week, that a text names. Raises NoSuchAnswer for anything else."""
    heard = hear(talk.context, text)
    first, last = heard.start or heard.end, heard.end or heard.start
    only = says(heard, "choices.only_a_day")
    if first is None or last is None or week_of(first) != week_of(last) or not only:
        raise NoSuchAnswer(text.strip())
    return {"week": week_of(last).monday.isoformat()}


def _week(talk: Talk[Information]) -> Week:
    return Week(date.fromisoformat(talk.answers["week"]))


def _check_week(talk: Talk[Information]) -> Html:
    days = overview.week_text(_week(talk), talk.context.today, talk.language)
    check = texts.CHECK_MOVE if talk.subject.state is InformationState.TAKEN else texts.CHECK_WEEK
    return check(talk.language, title=cut(talk.subject.title, 60), unit=talk.subject.unit, week=days)


def _take(context: Context, dialog: Dialog, value: str) -> Ending:
    before = information_for(context.db, context.person, dialog.subject_id)
    week = Week(date.fromisoformat(dialog.answers["week"]))
    done = take_information(context.db, context.actor, dialog.subject_id, week)
    said = texts.MOVED if before.state is InformationState.TAKEN and before.week != week else texts.TAKEN
    days = overview.week_text(week, context.today, context.language)
    text = said(context.language, title=cut(done.title, 60), unit=done.unit, week=days)
    return Ending(text, _under_verdict(context))


def _under_verdict(context: Context) -> InlineKeyboardMarkup:
    return with_undo(context, buttons.to_list(context.language).inline_keyboard)


TAKE: Declaration[Information] = Declaration(
    kind="information_taken",
    load=load_piece,
    questions=(
        Question(
            "week",
            label=texts.WEEK,
            put=lambda talk: join([_decided(talk), texts.WHICH_WEEK(talk.language, title=cut(talk.subject.title, 60))]),
            read=_read_week,
            buttons=_weeks,
            press=_press_week,
            finishes=lambda talk, value: True,
            shown=lambda talk: overview.week_text(_week(talk), talk.context.today, talk.language),
        ),
    ),
    preview=_check_week,
    submit=overview.TAKE,
    finish=_take,
    waits=_waits,
    passing=True,
)
"""采用: which brief the piece goes into."""


def _which_word(talk: Talk[Information]) -> Html:
    title, unit = cut(talk.subject.title, 60), talk.subject.unit
    return join([_decided(talk), texts.WHICH_WORD(talk.language, title=title, unit=unit)])


def _letter(talk: Talk[Information]) -> Html:
    letter = texts.declined_letter(talk.subject.title, talk.answers["reason"], talk.language)
    send = labels.SEND_TO_THEM(talk.language)
    return join([_decided(talk), read_back(talk.subject.unit, letter, send, talk.language)])


def _decline(context: Context, dialog: Dialog, value: str) -> Ending:
    word = dialog.answers["reason"]
    done = decline_information(context.db, context.actor, dialog.subject_id, word)
    said = texts.DECLINED(context.language, unit=done.unit, title=cut(done.title, 60))
    return Ending(said, _under_verdict(context))


DECLINE: Declaration[Information] = Declaration(
    kind="information_declined",
    load=load_piece,
    questions=(
        replace(
            reason_question(_which_word, overview.TAKE, overview.DECLINE),
            label=texts.WORD,
            buttons=lambda talk: [
                [(words, f"usual_{place}", {"reason": str(words(talk.language))})]
                for place, words in enumerate(texts.USUAL_WORDS)
            ],
        ),
    ),
    preview=_letter,
    submit=labels.SEND_TO_THEM,
    submit_said=("发给对方", "发", "不采用"),
    finish=_decline,
    waits=_waits,
    why_over=why_over_with_reason,
)
"""不采用: a reason, shown as the unit will read it."""


def _written(talk: Talk[Information]) -> tuple[str, str]:
    title, text = talk.subject.printed
    return talk.answers.get("title", title), talk.answers.get("text", text)


def _keep(place: int, key: str, talk: Talk[Information]) -> Choices:
    return [[(labels.KEEP, "same", {key: talk.subject.printed[place]})]] if key not in talk.answers else []


def _which_text(talk: Talk[Information]) -> Html:
    text = talk.subject.printed[1]
    asked = texts.WHICH_TEXT(talk.language, length=f"{len(text):,}", most=f"{MOST_OF_TEXT:,}")

    def question(most: int) -> Html:
        """Return the question with up to `most` characters of the text, copied when tapped."""
        beginning = Html(f"<code>{html(cut(text, most))}</code>" if text else "")
        return join([asked, beginning, texts.IN_PART(talk.language) if len(text) > most else NOTHING])

    return write_fitting(question)


def _check(talk: Talk[Information]) -> Html:
    title, text = _written(talk)
    return write_fitting(
        lambda most: join([texts.CHECK(talk.language), Html(f"\n<b>{html(title)}</b>"), html(cut(text, most))])
    )


def _save(context: Context, dialog: Dialog, value: str) -> Ending:
    title, text = dialog.answers["title"], dialog.answers["text"]
    done = edit_copy(context.db, context.actor, dialog.subject_id, title, text)
    return Ending(texts.SAVED(context.language), buttons.open_again(done.id, context.language))


EDIT: Declaration[Information] = Declaration(
    kind="information_edited",
    load=load_piece,
    questions=(
        words_question(
            "title",
            submission.TITLE,
            lambda talk: texts.WHICH_TITLE(talk.language, title=cut(_written(talk)[0], 100)),
            checked_title,
            buttons=partial(_keep, 0, "title"),
            verbatim=True,
        ),
        words_question(
            "text",
            submission.TEXT,
            _which_text,
            partial(added_text, ""),
            buttons=partial(_keep, 1, "text"),
            shown=lambda talk: submission.length_of(talk.answers.get("text", ""), talk.language),
            verbatim=True,
        ),
    ),
    preview=_check,
    submit=texts.SAVE,
    finish=_save,
    waits=texts.EDIT_WAITS,
)
"""改一份: the title and text that the brief prints."""
