"""/export: the menu of what to export and of which days, its buttons, and sentences that narrow what was sent last
(只要公安局的, 只看逾期的)."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import InlineKeyboardMarkup, Update

from data.calendar import Period
from data.exports.files import ExportKind
from data.plan.plan import current_plan
from data.plan.tasks import code_of, first_task_of, task_titles
from data.standing.assignments import task_card
from data.summary.days import Days
from data.understanding import Aim, Understanding, says
from data.understanding.exports import ExportWanted, export_wanted, wanted_beside
from data.understanding.orders import kind_said
from handlers.dialog import acts_on, sentence_if
from handlers.exports import keyboard as buttons
from handlers.exports.choice import MENU, choice_in_button, packed, scope_of, sent_last, units_of, usual_span
from handlers.exports.regular_summaries import begin_regular_in_words
from handlers.exports.sending import send_evidence, send_files, send_list, send_people, send_plan
from handlers.exports.texts import menu as texts
from handlers.tasks.by_unit import show_listing
from handlers.tasks.list import show_list
from handlers.tasks.list_in_words import limited_to_unit, listing_asked_for
from handlers.tasks.narrowing import asked_again, narrowed
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, Verb, acknowledge, answer, hear, pressed, show_outcome, unit_named, with_aim
from handlers.wording import Html, Wording, html, join, series, span_text

OF_THE_OFFICE = {"exports.the_plan": send_plan, "exports.the_people": send_people}
"""What the office alone can have as a file, by the way it is asked for."""


async def export_command(update: Update, context: Context) -> None:
    """Handle /export: show the menu, or export the unit, section, task or days named after it.

    Raises UnknownUnit, NotYourTasks, NoPlan, and what `export_in_words` raises."""
    named = " ".join(context.args or [])
    meaning = hear(context, f"{texts.EXPORT(context.language)} {named}")
    has_kind = export_wanted(named) is not None or says(meaning, "exports.the_plan")
    if named and (has_kind or meaning.unit or meaning.section or meaning.task or meaning.start or meaning.end):
        await export_in_words(update, context, meaning)
    else:
        unit_id = unit_named(context, named).id if named else None
        await _show_menu(update, context, Listing(Filter.ALL, *usual_span(context.today), unit_id))


async def export_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Send what a sentence asks for, perhaps in several forms (word 和图都要), show the list that it asks for
    (逾期名单发我一份) or send it as a file (导出逾期名单), or show the menu if it does not say in which form. If a
    coordinator wants it sent regularly, begin the dialog for that.

    Raises UnknownUnit, UnknownTask, NotYourTasks, NoPlan, and what making the files raises."""
    if await begin_regular_in_words(update, context, meaning):
        return
    wanted = export_wanted(meaning.text)
    for way, send in OF_THE_OFFICE.items() if context.person.is_coordinator else ():
        if says(meaning, way):
            await send(update, context)
            return
    if says(meaning, "exports.due"):
        due = with_aim(context, meaning, Aim.DEADLINES)
        meaning = replace(meaning, start=due.start, end=due.end)
    if listing := _list_wanted(context, meaning, wanted):
        as_file = wanted is not None or says(meaning, "exports.as_file")
        await (send_list(update, context, listing) if as_file else show_listing(update, context, meaning, listing))
        return
    choice = _choice_meant(context, meaning, wanted)
    if wanted is None or (choice.task_id is not None and wanted is not ExportWanted.EVIDENCE):
        await _show_menu(update, context, choice)
    else:
        also = [_kind_of_file(context, each, choice) for each in wanted_beside(meaning.text, wanted)]
        await send_chosen(update, context, _kind_of_file(context, wanted, choice), choice, also)


def _list_wanted(context: Context, meaning: Understanding, wanted: ExportWanted | None) -> Listing | None:
    """Return the list of tasks that a sentence asks for (逾期的导出excel, 把我的任务导出来), or None."""
    tasks = says(meaning, "exports.tasks_alone") and not meaning.task
    if not tasks and wanted not in (None, ExportWanted.WORKBOOK):
        return None
    of_days = tasks or says(meaning, "exports.list_of_some", "exports.due")
    listing = listing_asked_for(context, meaning)
    words = tuple(each for each in listing.words if not says(each, "exports.of_the_file"))
    listing = replace(listing, words=words)
    of_some = listing.filter is not Filter.ALL and (of_days or listing.filter is not Filter.DUE)
    return listing if tasks or of_some or listing.silence else None


async def _make(update: Update, context: Context, meaning: Understanding) -> None:
    """Send what a sentence asks to be made. Raises what `export_in_words` raises."""
    await export_in_words(update, context, with_aim(context, meaning, Aim.EXPORT))


MADE = ("exports.made", "exports.named_with_days", "exports.made_a_table")
make_in_words = acts_on(sentence_if(lambda heard: says(heard, *MADE)))(_make)
"""The reader of sentences that only ask for something to be made (出周报), name the document and its days
(10月1日至12月10日的进展报告), or want a table (数据出个表)."""
_AS_A_FILE = sentence_if(lambda heard: says(heard, "exports.list_exported", "exports.made_a_table"))
export_list = acts_on(_AS_A_FILE, known=False)(_make)
"""The reader of lists that are ordered as files (导出第一部分的任务, 我的任务发我一份表)."""


async def press_export(update: Update, context: Context) -> None:
    """Handle a button of the menu; `open` shows the menu in a new message."""
    does, *of = pressed(update)
    choice = choice_in_button(tuple(of))
    await acknowledge(update, context)
    if does == "open":
        await _show_menu(update, context, choice, anew=True)
    elif does == "sections":
        await _show_menu(update, context, choice, (texts.CHOOSE_SECTIONS, buttons.pick_sections(context, choice)))
    elif does == "docx" and context.person.sees_everything:
        await _show_menu(update, context, choice, (texts.CHOOSE_DOCUMENT, buttons.documents(context, choice)))
    else:
        await send_chosen(update, context, "draft" if does == "docx" else does, choice)


async def _show_menu(
    update: Update,
    context: Context,
    choice: Listing,
    page: tuple[Wording, InlineKeyboardMarkup] | None = None,
    *,
    anew: bool = False,
) -> None:
    """Show the menu or another page of it, which the next message may narrow; `anew` in a new message."""
    if page is None:
        first = texts.CHOOSE if choice.task_id is None else texts.CHOOSE_FOR_TASK
        page = first, buttons.menu(context, choice, current_plan(context.db).issued)
    words, keyboard = page
    text = join([_head(context, choice), words(context.language)])
    if anew:
        shown = (await answer(update, context, text, keyboard)).message_id
    else:
        shown = await show_outcome(update, context, text, keyboard)
    context.note_shown(update, shown, Verb.EXPORT, MENU, *packed(choice))


async def send_chosen(update: Update, context: Context, does: str, choice: Listing, also: Sequence[str] = ()) -> None:
    """Send an export, and those `also` wanted, or show the menu; the next message may narrow it."""
    if does == MENU:
        await _show_menu(update, context, choice)
        return
    scope = scope_of(context, choice)
    context.note_shown(update, context.last_messages.known.newest, Verb.EXPORT, does, *packed(choice))
    if does == "zip":
        await send_evidence(update, context, scope, choice.task_id)
    else:
        await send_files(update, context, ExportKind(does), scope, [*map(ExportKind, also)])


def _kind_of_file(context: Context, wanted: ExportWanted, choice: Listing) -> str:
    """Return the kind of file to send: as a document, people who do not see everything get a draft of their unit's."""
    if wanted is ExportWanted.EVIDENCE:
        return "zip"
    if wanted is ExportWanted.BRIEF and context.person.sees_everything:
        return "brief"
    if wanted in (ExportWanted.DOCUMENT, ExportWanted.BRIEF):
        return "report" if context.person.sees_everything and choice.unit_id is None else "draft"
    return "pictures" if wanted is ExportWanted.PICTURE else "xlsx"


def _choice_meant(context: Context, meaning: Understanding, wanted: ExportWanted | None) -> Listing:
    """Return what a sentence wants exported; what an answer to the menu (做成表格) leaves open is as in the menu.

    Raises UnknownTask for a task that the person may not see."""
    is_order, sent = bool(meaning.task) or says(meaning, "exports.ordered"), sent_last(context)
    shown = sent[1] if sent is not None and sent[0] == MENU and not is_order else None
    choice = shown or Listing(Filter.ALL)
    if shown is None or (meaning.start or meaning.end) is not None:
        first, last = _days_meant(context, meaning, wanted)
        choice = replace(choice, first=first, last=last)
    if meaning.unit:
        choice = limited_to_unit(context, choice, meaning.unit)
    if meaning.task:
        task = task_card(context.db, meaning.task, context.today, context.person.may_see)
        choice = replace(choice, task_id=task.id)
    if meaning.section:
        choice = replace(choice, section=first_task_of(context.db, meaning.section), sections=None)
    return choice


def _days_meant(context: Context, meaning: Understanding, wanted: ExportWanted | None) -> Days:
    """Return the days that a sentence names, or the period that a document is called after (年度总结). The default is
    a week for a brief, all days for evidence and tasks, and otherwise a month, to which a picture and a workbook add
    the days since, as they show how things stand; a single day ahead only says when it is needed
    (明天要汇报，准备个材料)."""
    issued = min(current_plan(context.db).issued, context.today)
    if meaning.start is not None and context.today < meaning.start == meaning.end:
        meaning = replace(meaning, start=None, end=None)
    if meaning.start is not None:
        return meaning.start, meaning.end or meaning.start
    if meaning.end is not None or wanted is ExportWanted.EVIDENCE or meaning.task:
        return issued, meaning.end or context.today
    named = kind_said("exports.periods", meaning.text)
    usual = Period.WEEK if wanted is ExportWanted.BRIEF else Period.MONTH
    first, last = usual_span(context.today, Period(named or usual))
    if named is None and wanted in (ExportWanted.PICTURE, ExportWanted.WORKBOOK):
        last = max(last, context.today)
    return first, last


def _head(context: Context, choice: Listing) -> Html:
    language = context.language
    scope = scope_of(context, choice)
    whose: str = series(units_of(context, scope), language) or texts.ALL_UNITS(language)
    if choice.task_id is not None:
        code = code_of(context.db, choice.task_id)
        whose = texts.OF_TASK(language, code=code, title=str(task_titles(context.db).get(code, "")))
    days = span_text(scope.first, scope.last, context.today, language)
    head = texts.HEAD(language, whose=html(whose), days=days)
    if scope.sections is None:
        return head
    return join([head, texts.OF_SECTIONS(language, sections=scope.sections)])


async def narrow_export_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Narrow the export sent last, or the menu, if the message does only that; return True if so."""
    sent = sent_last(context)
    if sent is None or sent[1].task_id is not None:
        return False
    does, choice = sent
    before = replace(choice, first=None, last=None)
    only_limits = says(meaning, "exports.limits_alone") and (does == MENU or meaning.start is not None)
    found = asked_again(context, before, meaning) if only_limits else narrowed(context, before, meaning)
    if found is None or found == before:
        return False
    again = replace(found, filter=Filter.ALL, first=found.first or choice.first, last=found.last or choice.last)
    if found.filter in (Filter.ALL, Filter.DUE) and _can_be_exported(again):
        await send_chosen(update, context, does, again)
    else:
        await show_list(update, context, found)
    return True


def _can_be_exported(found: Listing) -> bool:
    """Return whether a list is limited only by what exports can be limited by: a unit or group, sections and days."""
    apart = replace(found, unit_id=None, group=None, section=None, sections=None, first=None, last=None)
    return apart == Listing(Filter.ALL)
