"""What a person sees on the screen: which question is open, and what a report would store."""

from dataclasses import dataclass
from enum import Enum

from data.standing.standing import Status
from handlers.dialog.texts import CANCEL_QUESTION
from handlers.reporting.texts import questions as q
from handlers.reporting.texts.no_change import NO_CHANGE_SURE
from handlers.reporting.texts.report import FIGURES_SAME, SUBMIT_ANYWAY
from handlers.reporting.texts.unfinished import CONTINUE_OR_LEAVE, CONTINUE_OR_RESTART
from handlers.wording import Language, Wording, labels

STATUSES = {
    "not_started": labels.STATUS[Status.NOT_STARTED],
    "in_progress": labels.STATUS[Status.IN_PROGRESS],
    "blocked": labels.STATUS[Status.BLOCKED],
    "submitted": labels.DONE,
}


class Screen(Enum):
    """What is open, recognised by words in its text, in the order in which they are tried."""

    STORED = labels.SUBMITTED
    REALLY_CANCEL = CANCEL_QUESTION
    ANYWAY = SUBMIT_ANYWAY
    UNFINISHED = CONTINUE_OR_RESTART
    LEAVE_IT = CONTINUE_OR_LEAVE
    LESS = q.LESS_THAN_LAST
    HUNDRED = q.WHETHER_DONE
    GOING_ON = q.DONE_OR_NOT
    SAME_FIGURES = FIGURES_SAME
    DOUBTED = q.FIGURES_DOUBTED
    PREVIEW = labels.CHECK
    STATUS = q.WHICH_STATUS
    PERCENT = q.WHICH_PERCENT
    NOTE = q.WHICH_NOTE
    OBSTACLE = q.WHICH_OBSTACLE
    FIGURES = q.WHICH_FIGURES
    EVIDENCE = q.WHICH_EVIDENCE
    MORE_EVIDENCE = q.MORE_EVIDENCE
    NO_CHANGE = NO_CHANGE_SURE


def screen_of(text: str, language: Language) -> Screen | None:
    """Return the screen that a text shows, or None."""
    return next((each for each in Screen if _fixed(each.value, language) in text), None)


def _fixed(wording: Wording, language: Language) -> str:
    """Return the longest part of a wording that does not depend on its values."""
    pieces = wording(language, **_NAMES).split("\0")
    return max(pieces, key=len)


_NAMES = dict.fromkeys(("example", "now", "before", "figures", "code", "title", "other"), "\0")


@dataclass(frozen=True)
class Shown:
    """What a preview says will be stored; figures by the names shown."""

    status: str
    percent: int | None
    figures: dict[str, float]


def read_preview(text: str, language: Language) -> Shown:
    """Return what a preview says, read as by a person who checks it."""
    fields = _fields(text, language)
    status = next(name for name, words in STATUSES.items() if words(language) == fields[labels.FIELD_STATUS])
    percent = fields.get(labels.FIELD_PERCENT)
    figures = dict(_figure(each, language) for each in _split(fields.get(labels.FIELD_FIGURES, ""), language))
    return Shown(status, int(percent.rstrip("%")) if percent else None, figures)


def _fields(text: str, language: Language) -> dict[Wording, str]:
    after = text[text.index(labels.CHECK(language)) :]
    colon = "：" if language == "zh" else ": "
    found = {}
    for label in (labels.FIELD_STATUS, labels.FIELD_PERCENT, labels.FIELD_FIGURES):
        head = f"\n{label(language)}{colon}"
        if head in after:
            found[label] = after.split(head, 1)[1].split("\n", 1)[0].strip()
    return found


def _split(line: str, language: Language) -> list[str]:
    return [each for each in line.split("，" if language == "zh" else ", ") if each]


def _figure(words: str, language: Language) -> tuple[str, float]:
    """Return a figure from its text: 立案件数 3 件, cases filed 3."""
    if language == "zh":
        name, number, *_ = words.split(" ")
    else:
        name, _, number = words.rpartition(" ")
    return name, float(number.replace(",", ""))
