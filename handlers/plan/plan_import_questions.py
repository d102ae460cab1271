"""Questions before a plan file is imported: doubtful units, same or new plan, title, day of issue, changes made in the
chat."""

from collections.abc import Mapping

from data.office.events import needed_day_of_event
from data.understanding import Kind, find_order, of_kind, says
from data.understanding.normalise.sentence import blank
from data.understanding.reports import says_much
from handlers.dialog import Answers, Choices, Question, Talk, buttons_only
from handlers.plan.imported_file import PlanImport, file_wins, is_new, issue_day
from handlers.plan.texts import plan_import as texts
from handlers.telegram import day_in, hear, unit_named
from handlers.wording import Html, cut, day_text, join
from handlers.wording.days import TODAY

TOLD_HANZI, TOLD_WORDS = 5, 4
"""From this many characters or words beside a day on, a text says more than on which day the plan was issued."""


def _units_left(talk: Talk[PlanImport]) -> list[str]:
    return [name for name in talk.subject.in_doubt if name not in talk.answers.get("units", {})]


def _which_unit(talk: Talk[PlanImport]) -> Html:
    left = _units_left(talk) or list(talk.subject.in_doubt)
    return texts.WHICH_UNIT(talk.language, name=left[0], left=len(left) - 1)


def _guesses(talk: Talk[PlanImport]) -> Choices:
    """Return a button for each known unit that the name resembles, and one that makes it a new unit."""
    [name, *_] = _units_left(talk) or list(talk.subject.in_doubt)
    near = [[(unit, f"n{place}", _unit_answer(talk, unit))] for place, unit in enumerate(talk.subject.in_doubt[name])]
    return [*near, [(texts.A_NEW_UNIT(talk.language, name=cut(name, 30)), "new", _unit_answer(talk, name))]]


def _unit_answer(talk: Talk[PlanImport], unit: str) -> Answers:
    [name, *_] = _units_left(talk) or list(talk.subject.in_doubt)
    return {"units": {**talk.answers.get("units", {}), name: unit}}


def _units_shown(talk: Talk[PlanImport]) -> Html:
    said: Mapping[str, str] = talk.answers.get("units", {})
    lines = [texts.UNIT_LINE(talk.language, name=name, unit=unit) for name, unit in said.items() if name != unit]
    return join(lines)


def _too_many_gone(talk: Talk[PlanImport]) -> bool:
    if talk.subject.present is None:
        return False
    return talk.answers.get("as") == "new" or talk.subject.proposal(talk.answers).loss is not None


def _same_or_new(talk: Talk[PlanImport]) -> Html:
    loss = talk.subject.proposal({**talk.answers, "as": None}).loss
    assert loss is not None
    tasks = texts.task_names(loss.gone, talk.language)
    return texts.MOST_GONE(talk.language, present=loss.present, gone=len(loss.gone), tasks=tasks)


def _chat_or_file(talk: Talk[PlanImport]) -> Html:
    kept = talk.subject.proposal(talk.answers).kept
    return texts.CHAT_OR_FILE(talk.language, count=len(kept), tasks=texts.changes(kept, talk.language))


def _is_new_plan(talk: Talk[PlanImport]) -> bool:
    return talk.subject.present is None or is_new(talk.subject, talk.answers)


def _titles(talk: Talk[PlanImport]) -> Choices:
    """Return a button with the title in the file, or the file's name."""
    file = talk.subject.file
    title = file.reading.title or file.name.rpartition(".")[0]
    return [[(cut(title, 60), "proposed", {"title": title})]]


def _title_given(text: str) -> str:
    """Return the title that `text` announces as such (名称改成…), or an empty string."""
    given = find_order(text, "titles.given")
    return given["title"].strip() if given else ""


def _read_title(talk: Talk[PlanImport], text: str) -> Answers:
    """Return the title that a text gives; a day alone is the day of issue. Raises what `needed_day_of_event` raises."""
    if says(hear(talk.context, text), "broadcasts.only_a_day"):
        return _read_day_of_issue(talk, text)
    return {"title": cut(_title_given(text) or text.strip(), 120)}


def _read_day_of_issue(talk: Talk[PlanImport], text: str) -> Answers:
    return {"issued": str(needed_day_of_event(text, talk.context.today))}


def _days_of_issue(talk: Talk[PlanImport]) -> Choices:
    """Return buttons for the day of issue in the file, if any, and for today."""
    said, today = talk.subject.file.reading.issued, talk.context.today
    of_file = [[(day_text(said, talk.language), f"{said:%Y%m%d}")]] if said else []
    return [*of_file, [(TODAY, f"{today:%Y%m%d}")]]


def _may_be_no_day(talk: Talk[PlanImport], text: str) -> bool:
    """Return whether a text with a day says more than that (把去年没完成的带过来)."""
    heard = hear(talk.context, text)
    return says_much(blank(heard.text, of_kind(heard, Kind.TIME), " "), TOLD_HANZI, TOLD_WORDS)


QUESTIONS: tuple[Question[PlanImport], ...] = (
    Question(
        "units",
        label=texts.UNIT,
        put=_which_unit,
        read=lambda talk, text: _unit_answer(talk, unit_named(talk.context, text).name),
        buttons=_guesses,
        asked=lambda talk: bool(talk.subject.in_doubt),
        answered=lambda talk: not _units_left(talk),
        shown=_units_shown,
    ),
    Question(
        "as",
        label=texts.SAME_OR_NEW,
        put=_same_or_new,
        read=buttons_only,
        buttons=lambda talk: [[(texts.AS_NEW, "new")]],
        asked=_too_many_gone,
        shown=lambda talk: texts.AS_NEW,
    ),
    Question(
        "title",
        label=texts.TITLE,
        put=texts.WHICH_TITLE,
        read=_read_title,
        change=lambda talk, text: {"title": cut(given, 120)} if (given := _title_given(text)) else {},
        buttons=_titles,
        free=True,
        doubted=lambda talk, text: not _title_given(text) and says(text, "titles.spoken_of"),
        asked=_is_new_plan,
    ),
    Question(
        "issued",
        label=texts.ISSUED,
        put=texts.WHICH_ISSUED,
        read=_read_day_of_issue,
        buttons=_days_of_issue,
        press=lambda talk, value: {"issued": str(day_in(value))},
        doubted=_may_be_no_day,
        asked=_is_new_plan,
        shown=lambda talk: issue_day(talk.subject, talk.answers, talk.context.today),
    ),
    Question(
        "holds",
        label=texts.OF_THE_CHAT,
        put=_chat_or_file,
        read=buttons_only,
        buttons=lambda talk: [[(texts.CHAT_HOLDS, "chat")], [(texts.FILE_HOLDS, "file")]],
        asked=lambda talk: not is_new(talk.subject, talk.answers) and bool(talk.subject.proposal(talk.answers).kept),
        shown=lambda talk: (texts.FILE_HOLDS if file_wins(talk.answers) else texts.CHAT_HOLDS)(talk.language),
    ),
)
