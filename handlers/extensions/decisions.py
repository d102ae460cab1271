"""The dialog in which the office answers several requests for more time at once, and how words change the answers
(除了7-1都批准, 第三个延到4月底, 7-1不行，材料不全)."""

from collections.abc import Sequence

from telegram import Update

from data.dialogs import Dialog
from data.errors import AlreadyDecided, LeftAside, NoSuchAnswer
from data.errors.deadlines import DayUnclear, NoRequestWaits
from data.office.extension_decision import RequestDecision, decide_several
from data.office.extensions import Decision, Extension, check_day, example_day, find_extension, waiting_for_decision
from data.plan.deadlines.day_answer import day_asked_for
from data.reporting.drafts import checked_reason
from data.understanding import Kind, of_kind
from data.understanding.office.decisions import (
    ClauseOnSome,
    DecisionOnSome,
    clause_on_some,
    without_because,
)
from handlers.dialog import Answers, Declaration, Ending, Members, Question, Talk
from handlers.extensions.answer import clean_up_after_answer, ways_on
from handlers.extensions.requests_named import RequestsNamed, requests_meant, requests_named
from handlers.extensions.texts import decision as of_decision
from handlers.extensions.texts import decisions as texts
from handlers.telegram import Context, Html, hear, join, series


def _decided(talk: Talk[list[Extension]]) -> list[RequestDecision]:
    return [RequestDecision(*each) for each in talk.answers.get("decided") or ()]


def _altered(
    talk: Talk[list[Extension]], clause: str, before: Sequence[RequestDecision]
) -> list[RequestDecision] | None:
    """Return the decisions with those that a clause states, without those it leaves open, or with its reason for those
    refused `before`. Raises NoRequestWaits, LeftAside, and what the day of a decision raises."""
    heard = hear(talk.context, clause)
    named, decided = requests_named(heard, talk.subject), _decided(talk)
    meant = [one for each in named.places for one in each.values]
    said = clause_on_some(heard, [each[:2] for each in named.places])
    if said.left and (meant or named.missing):
        return [each for each in decided if each.request not in meant]
    if said.decision is None:
        return _continued(clause, said, named, decided, before)
    if named.missing:
        raise NoRequestWaits(series(named.missing, talk.language))
    meant = requests_meant(heard, named, said.decision, _ids(talk), [each.request for each in decided])
    meant = meant or [each.request for each in before]
    try:
        given = [_decision(each, said.decision, talk.context) for each in talk.subject if each.id in meant]
    except DayUnclear as why:
        raise (why if any(of_kind(heard, Kind.TIME)) else LeftAside(clause)) from None
    return _with(decided, given) if given else None


def _continued(
    clause: str,
    said: ClauseOnSome,
    named: RequestsNamed,
    decided: Sequence[RequestDecision],
    before: Sequence[RequestDecision],
) -> list[RequestDecision] | None:
    """Return the decisions as a clause without a decision of its own continues the one before: with a reason, or with
    other requests decided likewise. Raises LeftAside if it does neither."""
    if not before:
        return None
    meant = [one for each in named.places for one in each.values]
    if meant and said.likewise and before[0].decision != Decision.CHANGED:
        return _with(decided, [before[0]._replace(request=each) for each in meant])
    if meant or named.missing or any(each.decision != Decision.REFUSED for each in before):
        raise LeftAside(clause)
    reasons = [checked_reason("，".join(filter(None, (each.reason, without_because(clause))))) for each in before]
    return _with(decided, [each._replace(reason=why) for each, why in zip(before, reasons, strict=True)])


def _with(decided: Sequence[RequestDecision], given: Sequence[RequestDecision]) -> list[RequestDecision]:
    return list({each.request: each for each in (*decided, *given)}.values())


def _given(talk: Talk[list[Extension]], decided: Sequence[RequestDecision]) -> Answers:
    return {"decided": [list(each) for each in sorted(decided)]}


def _decision(asked: Extension, said: DecisionOnSome, context: Context) -> RequestDecision:
    """Return the decision on a request as a clause states it. Raises DayUnclear, DayTooEarly and DayTooLate."""
    if not said.favour:
        return RequestDecision(asked.id, Decision.REFUSED, reason=checked_reason(said.words) if said.words else "")
    if not said.words:
        return RequestDecision(asked.id, Decision.ACCEPTED)
    example = example_day(asked.assignment)
    day = day_asked_for(said.words, max(asked.due_before, context.today), context.today, example)
    if day == asked.proposed:
        return RequestDecision(asked.id, Decision.ACCEPTED)
    return RequestDecision(asked.id, Decision.CHANGED, str(check_day(asked.assignment, day)))


def _load(context: Context, dialog: Dialog) -> list[Extension]:
    """Return the requests that wait. Raises AlreadyDecided if none of those decided does."""
    waiting = waiting_for_decision(context.db, context.today)
    decided = [each[0] for each in dialog.answers.get("decided") or ()]
    if not waiting or (decided and not any(each.id in decided for each in waiting)):
        raise AlreadyDecided
    return waiting


def _read(talk: Talk[list[Extension]], text: str) -> Answers:
    raise NoSuchAnswer(text.strip())


def _without_reason(talk: Talk[list[Extension]]) -> list[RequestDecision]:
    refused = (each for each in _decided(talk) if each.decision == Decision.REFUSED and not each.reason)
    return [each for each in refused if each.request in _ids(talk)]


def _read_reason(talk: Talk[list[Extension]], text: str) -> Answers:
    reason, without = checked_reason(text), _without_reason(talk)
    return _given(talk, _with(_decided(talk), [each._replace(reason=reason) for each in without]))


def _which_reason(talk: Talk[list[Extension]]) -> Html:
    ids = {each.request for each in _without_reason(talk)}
    return join([_lines(talk), texts.why([each for each in talk.subject if each.id in ids], talk.language)])


def _lines(talk: Talk[list[Extension]]) -> Html:
    """Return a line for each decision, for each that can no longer be made, and for the requests left to wait."""
    context, decided = talk.context, {each.request: each for each in _decided(talk)}
    gone = [find_extension(context.db, each, context.today) for each in decided if each not in _ids(talk)]
    return texts.decisions(
        [(each, decided.get(each.id)) for each in talk.subject], [each for each in gone if each], talk.language
    )


def _ids(talk: Talk[list[Extension]]) -> list[int]:
    return [each.id for each in talk.subject]


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    done = decide_several(context.db, context.actor, [RequestDecision(*each) for each in dialog.answers["decided"]])
    lines = [of_decision.decided(each, context.language) for each in done]
    return Ending(join(lines), ways_on(context))


async def _clean_up(update: Update, context: Context, dialog: Dialog) -> None:
    for each in dialog.answers["decided"]:
        await clean_up_after_answer(context, each[0])


DECISIONS: Declaration[list[Extension]] = Declaration(
    kind="decisions_on_requests",
    office=True,
    load=_load,
    questions=(
        Question(
            "decided",
            label=texts.ANSWERS,
            put=lambda talk: join([_lines(talk), texts.WHICH(talk.language)]),
            read=_read,
            answered=lambda talk: bool(_decided(talk)),
            members=Members(lambda talk, clause: (), _decided, _decided, _given, _altered),
        ),
        Question(
            "reason",
            label=texts.REASON,
            put=_which_reason,
            read=_read_reason,
            asked=lambda talk: bool(_without_reason(talk)),
            free=True,
        ),
    ),
    preview=lambda talk: join([_lines(talk), texts.CHECK(talk.language)]),
    submit=texts.SEND,
    submit_said=texts.SENDS,
    finish=_finish,
    waits=texts.WAITS,
    afterwards=_clean_up,
)
