"""采用, 不采用 and 改一份, declared: which brief, a word for the unit, or a copy that the brief prints."""

from dataclasses import replace
from datetime import date
from functools import partial

from telegram import InlineKeyboardMarkup

from data.dialogs import Dialog
from data.errors import NoSuchAnswer, StaleButton
from data.information.articles import MOST_OF_TEXT, added_text, checked_title
from data.information.information import Information, State, information_for
from data.information.verdicts import decline, edit_copy, take
from data.information.weeks import Week, offered_weeks, week_of
from data.understanding.orders import says
from handlers.dialog.declaration import Answers, Choices, Declaration, Ending, Question, Talk
from handlers.dialog.reason import reason_question
from handlers.dialog.texts import read_back, told_of
from handlers.information import keyboard as buttons
from handlers.information.texts import decisions as texts
from handlers.information.texts import overview, submission
from handlers.telegram import labels
from handlers.telegram.callbacks import day_in
from handlers.telegram.context import Context
from handlers.telegram.understanding import hear
from handlers.telegram.undo_button import with_undo
from handlers.telegram.wording import Html, Language, cut, fitting, html, join


def information_letter(found: Information, today: date, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """What the unit hears of what the office has decided."""
    return texts.letter(found, today, language), buttons.open_again(found.id, language)


def information_undone_letter(found: Information, today: date, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """What the unit hears of a verdict that was taken back, with the one that stands again if there was one before."""
    if found.state is not State.NEW:
        return information_letter(found, today, language)
    return texts.UNDONE(language, title=cut(found.title, 60)), buttons.open_again(found.id, language)


def _load(context: Context, dialog: Dialog) -> Information:
    context.check_office()
    return information_for(context.db, context.person, dialog.subject_id)


def _waits(context: Context, dialog: Dialog) -> Html:
    title = information_for(context.db, context.person, dialog.subject_id).title
    return texts.WAITS(context.language, title=cut(title, 40))


def _decided(talk: Talk[Information]) -> Html:
    """What a colleague or oneself has decided already, if anything."""
    if talk.subject.state is State.NEW:
        return Html("")
    return texts.DECIDED(talk.language, state=overview.state_text(talk.subject, talk.context.today, talk.language))


def _which_week(talk: Talk[Information]) -> Html:
    return join([_decided(talk), texts.WHICH_WEEK(talk.language, title=cut(talk.subject.title, 60))])


def _weeks(talk: Talk[Information]) -> Choices:
    words = (texts.THIS_WEEK, texts.LAST_WEEK, texts.NEXT_WEEK)
    today, language = talk.context.today, talk.language
    return [
        [(str(said(language, days=overview.week_text(week, today, language))), buttons.week_value(week))]
        for said, week in zip(words, offered_weeks(today), strict=True)
    ]


def _press_week(talk: Talk[Information], value: str) -> Answers:
    if not value.startswith("week_"):
        raise StaleButton
    return {"week": week_of(day_in(value.removeprefix("week_"))).monday.isoformat()}


def _read_week(talk: Talk[Information], text: str) -> Answers:
    """The week of a day, or of a span within one week, where words name nothing else. Raises NoSuchAnswer."""
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
    check = texts.CHECK_MOVE if talk.subject.state is State.TAKEN else texts.CHECK_WEEK
    return check(talk.language, title=cut(talk.subject.title, 60), unit=talk.subject.unit, week=days)


def _take(context: Context, dialog: Dialog, value: str) -> Ending:
    before = information_for(context.db, context.person, dialog.subject_id)
    week = Week(date.fromisoformat(dialog.answers["week"]))
    done = take(context.db, context.actor, dialog.subject_id, week)
    said = texts.MOVED if before.state is State.TAKEN and before.week != week else texts.TAKEN
    days = overview.week_text(week, context.today, context.language)
    text = said(context.language, title=cut(done.title, 60), unit=done.unit, week=days)
    return Ending(text, _under_verdict(context))


def _under_verdict(context: Context) -> InlineKeyboardMarkup:
    return with_undo(context, buttons.to_list(context.language).inline_keyboard)


TAKE: Declaration[Information] = Declaration(
    kind="information_taken",
    load=_load,
    questions=(
        Question(
            "week",
            label=texts.WEEK,
            put=_which_week,
            read=_read_week,
            buttons=_weeks,
            press=_press_week,
            finishes=lambda talk, value: True,
            shown=lambda talk: overview.week_text(_week(talk), talk.context.today, talk.language),
        ),
    ),
    preview=_check_week,
    submit=texts.TAKE_IT,
    submit_said=("采用",),
    finish=_take,
    waits=_waits,
    passing=True,
)
"""采用: which brief it goes into."""


def _usual_words(talk: Talk[Information]) -> Choices:
    return [[(words, f"usual_{place}")] for place, words in enumerate(texts.USUAL_WORDS)]


def _press_word(talk: Talk[Information], value: str) -> Answers:
    place = value.removeprefix("usual_")
    if not place.isdigit() or int(place) >= len(texts.USUAL_WORDS):
        raise StaleButton
    return {"reason": str(texts.USUAL_WORDS[int(place)](talk.language))}


def _letter(talk: Talk[Information]) -> Html:
    letter = texts.declined_letter(talk.subject.title, talk.answers["reason"], talk.language)
    return join(
        [_decided(talk), read_back(talk.subject.unit, letter, labels.SEND_TO_THEM(talk.language), talk.language)]
    )


def _decline(context: Context, dialog: Dialog, value: str) -> Ending:
    word = dialog.answers["reason"]
    done = decline(context.db, context.actor, dialog.subject_id, word)
    said = texts.DECLINED(context.language, unit=done.unit, title=cut(done.title, 60))
    return Ending(said, _under_verdict(context))


DECLINE: Declaration[Information] = Declaration(
    kind="information_declined",
    load=_load,
    questions=(
        replace(
            reason_question(
                lambda talk: texts.WHICH_WORD(talk.language, title=cut(talk.subject.title, 60), unit=talk.subject.unit),
                overview.TAKE,
                overview.DECLINE,
            ),
            label=texts.WORD,
            buttons=_usual_words,
            press=_press_word,
        ),
    ),
    preview=_letter,
    submit=labels.SEND_TO_THEM,
    submit_said=("发给对方", "发", "不采用"),
    finish=_decline,
    waits=_waits,
    told=lambda context, dialog, why: told_of(why, html(cut(dialog.answers.get("reason", ""), 500)), context.language),
)
"""不采用: a word, read back as the unit will read it."""


def _written(talk: Talk[Information]) -> tuple[str, str]:
    """The title and text of the copy so far."""
    title, text = talk.subject.printed
    return talk.answers.get("title", title), talk.answers.get("text", text)


def _keep(place: int, key: str, talk: Talk[Information], value: str) -> Answers:
    if value != "same":
        raise StaleButton
    return {key: talk.subject.printed[place]}


def _which_text(talk: Talk[Information]) -> Html:
    text = talk.subject.printed[1]
    asked = texts.WHICH_TEXT(talk.language, length=f"{len(text):,}", most=f"{MOST_OF_TEXT:,}")
    return fitting(lambda most: join([asked, _as_far_as(text, most, talk.language)]))


def _as_far_as(text: str, most: int, language: Language) -> Html:
    """A text that can be copied by a press, and that it goes on where it does."""
    more = texts.IN_PART(language) if len(text) > most else Html("")
    return join([Html(f"<code>{html(cut(text, most))}</code>") if text else Html(""), more])


def _check(talk: Talk[Information]) -> Html:
    title, text = _written(talk)
    return fitting(
        lambda most: join([texts.CHECK(talk.language), Html(f"\n<b>{html(title)}</b>"), html(cut(text, most))])
    )


def _save(context: Context, dialog: Dialog, value: str) -> Ending:
    title, text = dialog.answers["title"], dialog.answers["text"]
    done = edit_copy(context.db, context.actor, dialog.subject_id, title, text)
    return Ending(texts.SAVED(context.language), buttons.open_again(done.id, context.language))


EDIT: Declaration[Information] = Declaration(
    kind="information_edited",
    load=_load,
    questions=(
        Question(
            "title",
            label=texts.TITLE,
            put=lambda talk: texts.WHICH_TITLE(talk.language, title=cut(_written(talk)[0], 100)),
            read=lambda talk, text: {"title": checked_title(text)},
            buttons=lambda talk: [[(labels.KEEP, "same")]] if "title" not in talk.answers else [],
            press=partial(_keep, 0, "title"),
            free=True,
            verbatim=True,
        ),
        Question(
            "text",
            label=texts.TEXT,
            put=_which_text,
            read=lambda talk, text: {"text": added_text("", text)},
            buttons=lambda talk: [[(labels.KEEP, "same")]] if "text" not in talk.answers else [],
            press=partial(_keep, 1, "text"),
            shown=lambda talk: submission.length_of(talk.answers.get("text", ""), talk.language),
            free=True,
            verbatim=True,
        ),
    ),
    preview=_check,
    submit=texts.SAVE,
    submit_said=("保存",),
    finish=_save,
    waits=texts.EDIT_WAITS,
)
"""改一份: the title and text that the brief prints."""
