"""The dialog that asks which task a report is about; it can be pressed or named."""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from data.dialogs import Dialog
from data.errors import StaleButton, needed
from data.errors.reporting import NoTaskNamed
from data.reporting.numbers_put_right import text_put_right
from data.reporting.totals import reported_with
from data.standing.assignments import Assignment
from data.understanding import Aim, Kind, Mood, find_order, of_kind, says, values_of
from data.understanding.dialog.turns import agrees
from data.understanding.reporting.numbers_put_right import number_correction
from handlers.dialog import Answers, Choices, Declaration, Question, Talk, begin
from handlers.dialog.message import place_of_answer
from handlers.reporting.drafts import reports_to_resume
from handlers.reporting.keyboard import resume_row
from handlers.reporting.texts import questions as texts
from handlers.tasks.list import list_page
from handlers.tasks.own_tasks import all_own_assignments, own_assignment, own_assignments
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, Verb, button, hear
from handlers.telegram.task_buttons import pick_assignment
from handlers.wording import NOTHING, Html, cut, join
from handlers.wording.labels import WHICH_ONE
from handlers.wording.task_lines import list_line, of_several_units

KEY, ADDED = "choice", "added"
MOST_CHOICES = 10
MOST_LIKELY, MOST_OF_A_TITLE = 2, 12
LONGEST_SHOWN = 200


async def ask_task_to_report(
    update: Update, context: Context, said: str = "", among: Sequence[Assignment] = ()
) -> None:
    """Ask which task a report is about, `among` some or all of the user's tasks; `said` is kept for the report. Words
    said again are asked about in the same dialog."""
    subject = crc32(said.encode(errors="replace"))
    answers = {"said": said, "among": [each.id for each in among]}
    await begin(update, context, TASK_CHOICE, subject, answers=answers, place=place_of_answer(update))


def _load(context: Context, dialog: Dialog) -> list[Assignment]:
    """Return the tasks to choose from; empty if all are."""
    among = dialog.answers.get("among") or ()
    mine = all_own_assignments(context) if among else []
    return sorted(
        (each for each in mine if each.id in among and not each.finished), key=lambda each: among.index(each.id)
    )


def _put(talk: Talk[list[Assignment]]) -> Html:
    told = words_so_far(talk)
    if not talk.subject:
        return join([told, _page(talk)[0]], "\n\n")
    lines = [list_line(each, talk.language, of_several_units(talk.subject)) for each in talk.subject]
    return join([told, join([WHICH_ONE(talk.language), *lines])], "\n\n")


def words_so_far(talk: Talk[Any]) -> Html:
    """Return the words that wait, if some were added to them."""
    added = talk.answers.get(ADDED)
    return texts.WORDS_SO_FAR(talk.language, said=cut(talk.answers["said"], LONGEST_SHOWN)) if added else NOTHING


def _buttons(talk: Talk[list[Assignment]]) -> Choices:
    keyboard = pick_assignment(talk.subject, talk.language) if talk.subject else _page(talk)[1]
    return keyboard.inline_keyboard if keyboard else ()


def _page(talk: Talk[list[Assignment]]) -> tuple[Html, InlineKeyboardMarkup | None]:
    if said := talk.answers["said"]:
        return list_page(talk.context, Listing(Filter.SAID), first=_likely(talk, said))
    first = resume_row(reports_to_resume(talk.context), talk.language)
    return list_page(talk.context, Listing(Filter.PICK), first=first)


def _likely(talk: Talk[list[Assignment]], said: str) -> list[InlineKeyboardButton]:
    """Return buttons for the tasks on which the indicators in `said` were reported before."""
    figures, language = hear(talk.context, said).figures, talk.language
    mine = {each.id: each for each in all_own_assignments(talk.context) if not each.finished} if figures else {}
    found = [mine[each] for each in reported_with(talk.context.db, figures, mine)[:MOST_LIKELY]]
    return [
        button(f"{each.code} {cut(each.title.said_in(language), MOST_OF_A_TITLE)}", Verb.SAID, each.id)
        for each in found
    ]


def _read(talk: Talk[list[Assignment]], text: str) -> Answers:
    """Return the task that `text` names, or whose unit it names among those to choose from, or several that it may
    name; or the words that wait, with what it adds to them. Raises NoTaskNamed."""
    units = values_of(hear(talk.context, text), Kind.UNIT)
    of_unit = [each for each in talk.subject if each.unit in units]
    named = (
        (talk.subject if len(talk.subject) == 1 else []) if agrees(text) else of_unit or _fitting(talk.context, text)
    )
    if talk.subject and text.strip().isdecimal():
        named = [each for each in named if each in talk.subject]
    if not named and (words := words_added_to(talk, text)):
        return {"said": words, ADDED: True}
    fitting = needed(named, NoTaskNamed(text))
    if len(fitting) == 1:
        return {KEY: fitting[0].id}
    return {"among": [each.id for each in fitting[:MOST_CHOICES]]}


def words_added_to(talk: Talk[Any], text: str) -> str:
    """Return the words that wait for their task, corrected by `text` or with what it tells besides; empty if it names a
    task, asks, or says how far one is as they do, and so is a report of its own."""
    heard, said = hear(talk.context, text), talk.answers["said"]
    names = heard.names(Kind.CODE, Kind.NO_CODE, Kind.TASK, Kind.UNIT)
    if not said or names or Mood.ASKS in heard.moods or text.strip() in said:
        return ""
    states, stated = (each.percent is not None or each.status is not None for each in (heard, hear(talk.context, said)))
    right = number_correction(text)
    gives_one = right is not None and not right.wrong
    adds = states or bool(heard.figures) or gives_one or says(heard, "report_corrections.more_said")
    tells = adds and heard.aim in (Aim.REPORT, Aim.CORRECT)
    told = f"{text.strip()}%" if text.strip().isdecimal() else text.strip()
    return text_put_right(said, text) or (f"{said}，{told}" if tells and not (states and stated) else "")


def _fitting(context: Context, text: str) -> list[Assignment]:
    """Return the user's unfinished tasks that `text` names, or else those with all of its words in their names."""
    pointed_at = find_order(hear(context, text), "report_corrections.pointed_at")
    text = pointed_at["task"] if pointed_at is not None and pointed_at["task"] else text
    meaning = hear(context, text)
    words = [code for each in of_kind(meaning, Kind.TASK) for code in each.values]
    codes = (meaning.task,) if meaning.task else meaning.candidates or words
    named = [each for code in codes for each in own_assignments(context, code) if not each.finished]
    if named:
        return named
    mine = [each for each in all_own_assignments(context) if not each.finished]
    words_of = [f"{each.code} {each.title} {each.title.english} {each.item} {each.section}".lower() for each in mine]
    wanted = text.lower().split()
    return [each for each, said in zip(mine, words_of, strict=True) if all(word in said for word in wanted)]


def _press(talk: Talk[list[Assignment]], value: str) -> Answers:
    """Return the pressed task. Raises StaleButton, NotYours or TaskClosed."""
    if not value.isdecimal():
        raise StaleButton
    return {KEY: own_assignment(talk.context, int(value)).id}


TASK_CHOICE: Declaration[list[Assignment]] = Declaration(
    kind="report_task",
    office=False,
    turn_prefix="task",
    load=_load,
    questions=(Question(KEY, label=texts.TASK, put=_put, read=_read, buttons=_buttons, press=_press),),
    waits=lambda talk: texts.WAITS(talk.language, said=cut(talk.answers["said"], 60)),
    is_begun=lambda context, dialog: bool(dialog.answers["said"]),
    passing=True,
    is_long=lambda context, dialog: not dialog.answers.get("among"),
    only_once=True,
)
"""The dialog that asks for the task of a report. What follows is in report_in_words.py."""
