"""The buttons of work information: of its lists, of one piece, and of the decisions on it."""

from collections.abc import Sequence
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.information.information import Information, InformationState
from data.information.weeks import Week
from handlers.information.texts import overview as texts
from handlers.information.texts import submission
from handlers.telegram import Rows, Verb, button, in_rows, keyboard_of, page_buttons
from handlers.wording import Language, Page, cut, labels

ALL = "all"
LONGEST_TITLE = 24
MOST_WAITING = 8


def below_submitted(information_id: int, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below a submitted piece: withdraw it, or see the list."""
    withdraw = button(labels.WITHDRAW(language), Verb.INFORMATION, "withdraw", information_id)
    return keyboard_of([withdraw, button(texts.LIST(language), Verb.INFORMATION, "list", ALL, 0)])


def overview(
    found: Sequence[Information],
    page: Page[int],
    first: int,
    state: str,
    week: Week | None,
    today: date,
    language: Language,
    *,
    writes: bool,
) -> InlineKeyboardMarkup:
    """Return the buttons of a list: its pieces, other pages, for the office (which has a `week`) other states and the
    brief, and a new piece for people who may write one."""
    rows: Rows = []
    for number, each in enumerate(found, first):
        words = texts.OPEN(language, number=number, title=cut(each.title, texts.BUTTON_LENGTH))
        rows.append([button(words, Verb.INFORMATION, "open", each.id)])
    rows.append(page_buttons(Verb.INFORMATION, lambda to: ("list", state, to), page.number, page.pages, language))
    if week is not None:
        rows += in_rows([_of_state(each, state, language) for each in (*InformationState, ALL)], 2)
        days = texts.week_text(week, today, language)
        rows.append([button(texts.BRIEF(language, days=days), Verb.INFORMATION, "brief")])
    if writes:
        rows.append([button(submission.NEW(language), Verb.INFORMATION, "new", style="primary")])
    return keyboard_of(*rows)


def piece(
    found: Information, page: int, pages: int, language: Language, *, original: bool, of_office: bool, own: bool
) -> InlineKeyboardMarkup:
    """Return the buttons of one piece: other pages, its files, and what the reader can do with it."""
    shown = "original" if original else "open"
    rows: Rows = [page_buttons(Verb.INFORMATION, lambda to: (shown, found.id, to), page, pages, language)]
    if of_office:
        take = texts.TAKE_ELSEWHERE if found.state is InformationState.TAKEN else texts.TAKE
        decide = [button(take(language), Verb.INFORMATION, "take", found.id, style="success")]
        if found.state is not InformationState.DECLINED:
            decide.append(button(texts.DECLINE(language), Verb.INFORMATION, "decline", found.id))
        rows.append([*decide, button(texts.EDIT_COPY(language), Verb.INFORMATION, "edit", found.id)])
    more = []
    if found.edited is not None:
        other = (texts.SEE_EDITED, "open") if original else (texts.SEE_ORIGINAL, "original")
        more.append(button(other[0](language), Verb.INFORMATION, other[1], found.id, 0))
    if found.files:
        words = texts.FILES(language, count=len(found.files))
        more.append(button(words, Verb.INFORMATION, "files", found.id))
    if own and found.state is not InformationState.TAKEN:
        more.append(button(labels.WITHDRAW(language), Verb.INFORMATION, "withdraw", found.id))
    return keyboard_of(*rows, more, [button(texts.LIST(language), Verb.INFORMATION, "list", ALL, 0)])


def to_list(language: Language) -> InlineKeyboardMarkup:
    """Return the button to the list of undecided pieces."""
    return keyboard_of([button(texts.LIST(language), Verb.INFORMATION, "list", InformationState.NEW, 0)])


def waiting_pieces(
    found: Sequence[Information], language: Language, *, takes: bool, said_in: str = ""
) -> InlineKeyboardMarkup:
    """Return a button that takes or declines each piece, the latter for the reason in the sentence that `said_in`
    stands for, and one to the list."""
    does, said = "take" if takes else "decline", [said_in] if said_in else []
    pieces = [
        [button(cut(f"{each.unit}《{each.title}》", LONGEST_TITLE), Verb.INFORMATION, does, each.id, *said)]
        for each in found[:MOST_WAITING]
    ]
    return keyboard_of(*pieces, *to_list(language).inline_keyboard)


def open_again(information_id: int, language: Language) -> InlineKeyboardMarkup:
    """Return the button that shows a piece again."""
    return keyboard_of([button(texts.SEE(language), Verb.INFORMATION, "open", information_id, 0)])


def _of_state(each: str, shown: str, language: Language) -> InlineKeyboardButton:
    words = texts.STATE[InformationState(each)] if each != ALL else texts.ALL
    text = f"✓ {words(language)}" if each == shown else str(words(language))
    return button(text, Verb.INFORMATION, "list", each, 0)
