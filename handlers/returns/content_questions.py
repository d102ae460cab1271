"""Questions when a statistics return is set up or changed: its title, indicators and checks."""

from dataclasses import asdict
from zlib import crc32

from data.errors import needed
from data.errors.numbers import NoSuchIndicator
from data.errors.returns import NoIndicatorChosen
from data.exports.texts import indicator_name
from data.reporting.drafts import checked_note
from data.reporting.indicator_changes import is_new_indicator, read_indicator
from data.returns.returns import limits_to_offer
from data.returns.setup_answers import read_indicators, read_limits
from data.understanding.returns.indicators_named import indicator_places, says_new_indicator
from data.understanding.returns.return_asked import periods_said
from data.understanding.returns.return_schedule import names_a_day, title_alone, title_of_a_new_one
from handlers.dialog import Answers, Choices, LeavesNothing, Members, PartlyRead, Question, Talk, opening_answers
from handlers.dialog.multiple_choice import MultipleChoice
from handlers.returns.return_draft import ReturnDraft, limits_in
from handlers.returns.schedule_questions import frequency_in, read_due
from handlers.returns.texts import return_form
from handlers.returns.texts import set_up as texts

ReturnTalk = Talk[ReturnDraft]
INDICATORS_A_PAGE, MOST_LIMITS = 20, 6


def _read_title(talk: ReturnTalk, text: str) -> Answers:
    """Return the title; a whole sentence that sets up a return gives other answers, too, and one that only says when it
    is due nothing else (改成每月8号). Raises NoteTooLong and DueDayUnclear."""
    if (given := title_of_a_new_one(text)) is not None:
        return {**opening_answers(talk, text)[0], "title": given}
    if names_a_day(text) and periods_said(text) and title_alone(text) is None:
        return read_due(talk, text)
    return {"title": checked_note(" ".join(text.split()), texts.TITLE_LENGTH)}


def _suggested(talk: ReturnTalk) -> Choices:
    title = str(texts.SUGGESTED[frequency_in(talk.answers)](talk.language))
    return [[(title, "suggested", {"title": title})]]


INDICATORS_PICKED: MultipleChoice[ReturnDraft] = MultipleChoice(
    "indicators",
    "ticked",
    "indicator_page",
    lambda talk: [
        (f"one_{crc32(each.name.encode())}", each.name, indicator_name(each, talk.language))
        for each in talk.subject.known
    ],
    INDICATORS_A_PAGE,
    everything=texts.ALL_INDICATORS,
)
"""The choice of indicators. Buttons hold checksums of names, which may be too long, while places in the list may
change."""


def _read_indicators(talk: ReturnTalk, text: str) -> Answers:
    """Return the indicators that `text` names, in its order. A new one is added to those ticked, and raises PartlyRead.
    Raises NoSuchIndicator, and what `is_new_indicator` raises."""
    if says_new_indicator(text):
        new = read_indicator(text)
        is_new_indicator(talk.context.db, new)
        lines = list(dict.fromkeys([*(talk.answers.get("new") or ()), text.strip()]))
        ticked = [*INDICATORS_PICKED.marked(talk), new.name]
        raise PartlyRead(
            {"new": lines, "ticked": ticked, "indicators": None},
            NoIndicatorChosen(len(ticked)),
            texts.ADDED(talk.language, name=new.name),
        )
    return {"indicators": [each.name for each in read_indicators(text, talk.subject.known)]}


def _indicators(talk: ReturnTalk, names: list[str]) -> Answers:
    if not names:
        raise LeavesNothing
    return {"indicators": names}


LIMITS_PICKED: MultipleChoice[ReturnDraft] = MultipleChoice(
    "limits",
    "limits_ticked",
    "limits_page",
    lambda talk: [
        (f"limit_{place}", asdict(each), str(texts.limit_text(each, talk.subject.known, talk.language)))
        for place, each in enumerate(limits_to_offer(talk.subject.chosen(talk.answers))[:MOST_LIMITS])
    ],
    MOST_LIMITS,
    in_a_row=1,
)


def _read_limits(talk: ReturnTalk, text: str) -> Answers:
    found = needed(
        [asdict(each) for each in read_limits(text, talk.subject.chosen(talk.answers))], NoSuchIndicator(text.strip())
    )
    before = LIMITS_PICKED.marked(talk)
    return {"limits": [*before, *(each for each in found if each not in before)]}


TITLE_QUESTION: Question[ReturnDraft] = Question(
    "title",
    label=texts.TITLE,
    put=lambda talk: texts.WHICH_TITLE(talk.language, most=texts.TITLE_LENGTH),
    read=_read_title,
    buttons=_suggested,
    free=True,
    verbatim=True,
    is_name=True,
)
CONTENT_QUESTIONS: tuple[Question[ReturnDraft], ...] = (
    TITLE_QUESTION,
    Question(
        "indicators",
        label=texts.INDICATORS,
        put=lambda talk: texts.WHICH_INDICATORS(talk.language, count=len(INDICATORS_PICKED.marked(talk))),
        read=_read_indicators,
        members=Members(
            lambda talk, clause: [] if says_new_indicator(clause) else indicator_places(clause, talk.subject.known),
            INDICATORS_PICKED.marked,
            lambda talk: [each.name for each in talk.subject.known],
            _indicators,
        ),
        buttons=INDICATORS_PICKED.buttons,
        press=INDICATORS_PICKED.press,
        shown=lambda talk: return_form.indicator_names(talk.subject.chosen(talk.answers), talk.language),
    ),
    Question(
        "limits",
        label=texts.LIMITS,
        put=texts.WHICH_LIMITS,
        read=_read_limits,
        buttons=LIMITS_PICKED.buttons,
        press=LIMITS_PICKED.press,
        asked=lambda talk: len(talk.answers.get("indicators") or ()) > 1,
        shown=lambda talk: texts.limits_text(limits_in(talk.answers), talk.subject.known, talk.language),
        skipped={"limits": []},
    ),
)
