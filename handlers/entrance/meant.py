"""What a sentence means that is written while something is being asked: an answer, or something of its own."""

from collections.abc import Sequence
from typing import Any

from data.dialogs import Dialog, find_open
from data.errors import DayUnclear, PercentOutOfRange, Unread
from data.office.extension_request import day_asked_for
from data.patterns import Pattern
from data.plan.indicators import indicators
from data.plan.tasks import code_of_assignment
from data.reporting import batches
from data.reporting.answers import read_percent
from data.reporting.drafts import KIND, Draft, Step
from data.reporting.figures import figures_said
from data.reporting.forms import Form
from data.reporting.questions import Question
from data.understanding import Aim, Intent, Kind, Mood, Understanding, of_kind
from data.understanding.lines import without_number
from data.understanding.normalise.sentence import blank
from data.understanding.turns import Meant, hear_turn
from data.understanding.verdicts import verdict_said
from handlers.dialog import declaration
from handlers.dialog.declaration import Talk
from handlers.dialog.opening import begun_and_parked, declared_of
from handlers.dialog.words import RESUMES
from handlers.entrance.commands import command_said
from handlers.reporting.amending import amends
from handlers.reporting.correcting import wishes_to_take_back
from handlers.reporting.no_change import codes_unchanged, says_no_change, says_no_change_in_full
from handlers.reporting.past_figure import correction_of_figure
from handlers.reporting.written import said_of_task
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import keyboards, labels
from handlers.telegram.context import Context
from handlers.telegram.understanding import SURE, SURE_OF_A_MEANING, hear, names_a_unit, unheard_of
from handlers.telegram.wording import plain_word

REPORTS = (KIND, batches.KIND)
OF_ITS_OWN = (Intent.REPORT, Intent.EXTENSION, Intent.HISTORY)
LISTS = (Intent.TASKS, Intent.DEADLINES, Intent.SUMMARY)
UNDERSTOOD = (*OF_ITS_OWN, Intent.TASKS, Intent.TASK, Intent.DEADLINES, Intent.SUMMARY, Intent.HELP)
NAMING = (Intent.TASK, Intent.UNKNOWN, Intent.AMBIGUOUS)
COMMANDS = (Intent.DEADLINES, Intent.SUMMARY, Intent.HISTORY, Intent.EXTENSION)
ASKING_ONLY = Pattern(
    r"(?:[\s,，.。!！?？~]|请|麻烦|帮我|我想|看看?|查看?|列|一下|我们?|咱们?|本?单位|各家|各单位|的|任务|事项|工作|有|还|哪些?|哪几项"
    r"|什么|啥|谁|是|都|多少|几项|到期|逾期|超期|过期|临期|截止|即将|快|该|要到期|要交|要报|没|未|完成|办结|做完|报|交|填|启动|开始"
    r"|受阻|进行中|清单|列表|汇总|总体|统计|历史|记录|填报|申请|延期|进展|进度|情况|怎么样|如何|到哪一?步?|搞|做|那边|了|吗|呢"
    r"|\b(?:what(?:'s)?|which|who|has|have|is|are|my|our|the|show|list|see|me|all|tasks?|due|overdue|open|unfinished|not"
    r"|done|finished|reported|yet|history|summary|reports?|status|of|in|how|going|please)\b)+"
)
"""The words that questions and commands are made of, beside the units, days, states and tasks that they name."""
LIST = Pattern(r"(?i)任务|清单|列表|\btasks\b|\blist\b")
BRACKETS = "(（[【<《 "


def leaves_the_question(context: Context, draft: Draft, text: str, meaning: Understanding) -> bool:
    """Whether a sentence is no answer to the open question of a report but something of its own.

    So is one that begins with a task's code or says with its name how another task stands, and several lines that begin
    with codes; where a percent or figures are asked for, also whatever is surely understood and is none.
    """
    if amends(text):
        return False
    if len(codes_unchanged(text, meaning)) > 1:
        return True
    if asks_for_something_else(context, text, meaning) or meaning.task == text.strip():
        return True
    if _several_reports(context, text) or (draft.step in (Step.PERCENT, Step.FIGURES) and says_no_change(text)):
        return True
    if meaning.aim.intent in OF_ITS_OWN and (_leads(meaning) or _wishes_to_report(text, meaning)):
        return True
    if _states_another(context, (draft.assignment_id,), meaning):
        return True
    return not _is_readable(context, draft, text) and _is_understood(context, draft, meaning)


def leaves_a_question(context: Context, question: Question, text: str, meaning: Understanding | None) -> bool:
    """Whether a sentence names no task to report on, but is surely something of its own."""
    if meaning is None or asks_for_something_else(context, text, meaning) or goes_on_reporting(context, text):
        return True
    return meaning.intent not in NAMING or meaning.aim.intent is Intent.REPORT


def leaves_a_dialog(
    talk: Talk[Any], question: declaration.Question[Any] | None, text: str, meaning: Understanding
) -> bool:
    """Whether a sentence is no answer to the open question of a dialog (None: its preview), but surely something of its
    own. Words that any text may be can speak of the dialog's own task."""
    context, dialog = talk.context, talk.dialog
    if dialog.kind == KIND:
        return _leaves_a_report(talk, text, meaning)
    if question is not None and question.verbatim:
        return keyboards.on_menu(text) or _is_command(text)
    if asks_for_something_else(context, text, meaning) or goes_on_reporting(context, text):
        return True
    if context.person.is_coordinator and names_a_report(text, meaning):
        return True
    free = question is None or question.free
    if meaning.task == text.strip() and (free or question is None or not _reads(question, talk, text)):
        return True
    if question is not None and not free and not _reads(question, talk, text) and _is_sure(meaning):
        return True
    about = declared_of(context, dialog).about(context, dialog) if free else ()
    return bool(context.person.speaks_for) and _speaks_of_another(context, text, meaning, about)


def names_a_report(text: str, meaning: Understanding) -> bool:
    """Whether a sentence is a verdict on reports that it names: 29-11通过, 公安局的都通过."""
    said = verdict_said(text, meaning)
    return said is not None and bool(said.code or said.unit or said.all)


def _leaves_a_report(talk: Talk[Form], text: str, meaning: Understanding) -> bool:
    context, draft = talk.context, talk.subject.draft
    if leaves_the_question(context, draft, text, meaning) or goes_on_reporting(context, text):
        return True
    if draft.awaits_text or amends(text) or only_tells(meaning):
        return False
    if Mood.ASKS not in meaning.moods and said_of_task(context, draft, text) is not None:
        return False
    if draft.step is Step.PREVIEW and hear_turn(text, Step.PREVIEW, meaning).meaning is Meant.CHANGE:
        return False
    if meaning.intent is Intent.AMBIGUOUS:
        return any(of_kind(meaning, Kind.CODE)) or names_a_unit(meaning)
    return meaning.intent in UNDERSTOOD or unheard_of(context, meaning) is not None


def what_goes_on(context: Context, text: str) -> Dialog | None:
    """What 继续填报 takes up: the report that is open, else the one that waits, else whatever waits; None where nothing
    does, or something else is said."""
    if plain_word(text) not in RESUMES:
        return None
    current, waiting = find_open(context.db, context.person.id), begun_and_parked(context)
    if current is not None and current.kind in REPORTS:
        return current
    return next((each for each in waiting if each.kind in REPORTS), waiting[0] if waiting and current is None else None)


def _reads(question: declaration.Question[Any], talk: Talk[Any], text: str) -> bool:
    try:
        question.read(talk, text)
    except Unread:
        return False
    except declaration.NOT_TAKEN:
        return True
    return True


def _speaks_of_another(context: Context, text: str, meaning: Understanding, about: Sequence[int]) -> bool:
    """Whether a sentence reports on, or asks of, another task than those of the assignments `about`."""
    elsewhere = meaning.task not in [code_of_assignment(context.db, each) for each in about]
    leads = meaning.aim.intent in OF_ITS_OWN and (_leads(meaning) or _wishes_to_report(text, meaning))
    return (leads and elsewhere) or _several_reports(context, text) or _states_another(context, about, meaning)


def asks_for_something_else(context: Context, text: str, meaning: Understanding) -> bool:
    """Whether what is written while something is asked is surely a question or a command, and nothing else.

    So are a word of the menu, a command in words, a call for help, a question for tasks or reports; of whoever reports
    also 本期无变化 and a wish to take a report back.
    """
    if keyboards.on_menu(text) or _is_command(text) or (meaning.whole and meaning.intent is Intent.HELP):
        return True
    if context.person.speaks_for and (says_no_change_in_full(text) or wishes_to_take_back(text, meaning)):
        return True
    if correction_of_figure(context, meaning) is not None:
        return True
    return _asks_for_own(meaning) or (_asks(meaning) and _says_nothing_else(meaning))


def goes_on_reporting(context: Context, text: str) -> bool:
    """Whether a text says 继续填报 while something else waits or a report is open."""
    return what_goes_on(context, text) is not None


def only_tells(meaning: Understanding) -> bool:
    """Whether a sentence that could ask for a list rather says how something stands: 没完成, 受阻."""
    told = meaning.status is not None or meaning.unfinished
    return meaning.intent is Intent.TASKS and told and meaning.unit is None and not _asks(meaning)


def _is_command(text: str) -> bool:
    """Whether a text is the words of a command and nothing more."""
    said = command_said(text)
    return said is not None and not said[1]


def _several_reports(context: Context, text: str) -> bool:
    """Whether several lines begin with codes."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 and sum(_begins_with_a_code(context, line) for line in lines) > 1


def _asks_for_own(meaning: Understanding) -> bool:
    """Whether the sentence is a question for the speaker's own tasks."""
    asks = Mood.ASKS in meaning.moods and Mood.WHETHER not in meaning.moods
    return asks and meaning.own and meaning.intent in LISTS and meaning.confidence >= SURE_OF_A_MEANING


def _asks(meaning: Understanding) -> bool:
    """Whether the sentence asks for a list, or orders one; 任务都完成了 states something."""
    asks_for_overdue = meaning.overdue and Mood.ASKS in meaning.moods
    sure = meaning.confidence >= SURE_OF_A_MEANING or asks_for_overdue
    if not sure or meaning.intent not in (*LISTS, *COMMANDS, Intent.TASK):
        return False
    if Mood.ASKS in meaning.moods or meaning.intent in COMMANDS:
        return True
    if meaning.text.rstrip("。.!！ ").endswith("的") or (meaning.overdue and meaning.unit is not None):
        return True
    return meaning.status is None and not meaning.unfinished and LIST.search(meaning.text) is not None


def _says_nothing_else(meaning: Understanding) -> bool:
    """Whether there are words that questions and commands are made of, and no others; a day alone has none."""
    words = blank(meaning.text, meaning.readings, " ").lower()
    return bool(words.strip()) and ASKING_ONLY.fullmatch(words) is not None


def _names_a_day(context: Context, text: str) -> bool:
    """Whether a text names a day, or how much later one is to be."""
    try:
        day_asked_for(text, context.today, context.today)
    except DayUnclear:
        return False
    return True


def _is_sure(meaning: Understanding) -> bool:
    """Whether a sentence is surely understood; 完成了 is not, which does not say what, nor is 看情况, which may ask for
    nothing at all."""
    if meaning.intent not in UNDERSTOOD or meaning.confidence < SURE_OF_A_MEANING or meaning.aim is Aim.RESUME:
        return False
    if meaning.intent in LISTS:
        return meaning.own or Mood.ASKS in meaning.moods or bool(meaning.readings)
    return meaning.task is not None or (meaning.status is None and meaning.percent is None)


def _begins_with_a_code(context: Context, line: str) -> bool:
    return _leads(hear(context, without_number(line)))


def _leads(meaning: Understanding) -> bool:
    """Whether the sentence begins with a code."""
    first = next(of_kind(meaning, Kind.CODE), None)
    return first is not None and not meaning.text[: first.start].strip(BRACKETS)


def _states_another(context: Context, about: Sequence[int], meaning: Understanding) -> bool:
    """Whether the sentence begins with the name of another task of the person's and says how that stands."""
    named = next(of_kind(meaning, Kind.TASK), None)
    stated = meaning.percent is not None or meaning.status is not None
    if meaning.intent is not Intent.REPORT or not stated or named is None or named.start or named.sureness < SURE:
        return False
    return any(each.id not in about for each in own_assignments(context, meaning.task or ""))


def _wishes_to_report(text: str, meaning: Understanding) -> bool:
    """报进展 and the task's name."""
    return meaning.task is not None and text.strip().lower().startswith((labels.REPORT.zh, labels.REPORT.en.lower()))


def _is_readable(context: Context, draft: Draft, text: str) -> bool:
    """Whether a text can be read as the answer; any text is one to a question that is answered in free words."""
    try:
        if draft.step is Step.PERCENT:
            read_percent(text)
        elif draft.step is Step.FIGURES:
            said = figures_said(text, indicators(context.db))
            return bool(said.figures) or said.refused is None
    except PercentOutOfRange:
        return False
    return True


def _is_understood(context: Context, draft: Draft, meaning: Understanding) -> bool:
    """Whether a sentence is surely something else: of tasks only where it names one by its code, a report only where
    that is another one; 已完成 alone never."""
    codes = list(of_kind(meaning, Kind.CODE))
    surely = any(code.sureness >= SURE for code in codes) if codes else meaning.confidence >= SURE_OF_A_MEANING
    if not surely or meaning.intent not in UNDERSTOOD:
        return False
    if meaning.intent is Intent.REPORT and meaning.task == code_of_assignment(context.db, draft.assignment_id):
        return False
    if meaning.intent in (*LISTS, Intent.HELP):
        return meaning.status is None
    return bool(codes)
