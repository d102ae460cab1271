"""Texts about the answers to requests for more time, before they are sent."""

from collections.abc import Sequence
from datetime import date

from data.office.extension_decision import RequestDecision
from data.office.extensions import Decision, Extension
from handlers.wording import NOTHING, Html, Language, Wording, cut, join, series

ANSWERS = Wording("答复", "Answers")
SEND = Wording("发出答复", "Send answers")
SENDS = ("发出", "发送", "答复", "发", "send")
GRANTED = Wording(
    "[{no}. ]✓ {unit} {code} 同意延到{day}[：{reason}]", "[{no}. ]✓ {unit} {code}: agreed, due {day}[: {reason}]"
)
CHANGED = Wording(
    "[{no}. ]✓ {unit} {code} 改为延到{day}（申请的是{proposed}）[：{reason}]",
    "[{no}. ]✓ {unit} {code}: due {day} instead (asked for {proposed})[: {reason}]",
)
REFUSED = Wording("[{no}. ]✗ {unit} {code} 不同意[：{reason}]", "[{no}. ]✗ {unit} {code}: declined[: {reason}]")
LINES = {Decision.ACCEPTED: GRANTED, Decision.CHANGED: CHANGED, Decision.REFUSED: REFUSED}
GONE = Wording(
    "{unit} {code} 的申请刚才已答复、撤回或有变化，这次不答复。",
    "{unit} {code}: answered, withdrawn or changed meanwhile, so not answered now.",
)
ALREADY = Wording("[{by}]已经答复过：", "Answered already[ by {by}]:")
LEFT = Wording("先不答复：{requests}", "Not answered yet: {requests}")
CHECK = Wording(
    "对吗？按“{press}”后单位会收到；要改直接说，例如“不同意，材料不全”“延到3月底”。",
    "Is this right? The unit hears it once you press “{press}”. To change it just say so, for example “decline, papers "
    "are missing”, or “until 31 March”.",
)
CHECK_SEVERAL = Wording(
    "对吗？按“{press}”后各单位会收到；要改直接说，例如“第二个不同意，材料不全”。",
    "Is this right? The units hear it once you press “{press}”. To change it just say so, for example “decline "
    "the second, papers are missing”.",
)
WHICH = Wording(
    "怎么答复？例如：同意；延到3月底；不同意，材料不全。",
    "How is it to be answered? For example: agree; until 31 March; decline, papers are missing.",
)
WHICH_OF_SEVERAL = Wording(
    "怎么答复？例如：除了第一个都同意；第一个延到3月底。",
    "How are they to be answered? For example: agree to all but the first; move the first to 31 March.",
)
WHY = Wording(
    "不同意 {codes} 延期的原因是什么？请写一两句话，会发给单位。",
    "Why is more time for {codes} declined? One or two sentences, please; the unit will read them.",
)
WAITS = Wording("{codes} 延期申请的答复还没发出", "The answer to the request for more time on {codes} is not sent yet")


def decisions(
    waiting: Sequence[tuple[Extension, RequestDecision | None]], gone: Sequence[Extension], language: Language
) -> Html:
    """Return a line for each decision, numbered as the requests came if several wait, and for each request that changed
    meanwhile; last the requests that are left to wait."""
    numbered = [*enumerate(waiting, 1)] if len(waiting) > 1 else [(0, each) for each in waiting]
    left = series((f"{no}. {asked.unit} {asked.code}" for no, (asked, decision) in numbered if not decision), language)
    return join(
        [
            *(_line(no, asked, decision, language) for no, (asked, decision) in numbered if decision),
            *(GONE(language, unit=each.unit, code=each.code) for each in gone),
            LEFT(language, requests=cut(left, 500)) if left and len(waiting) > 1 else NOTHING,
        ]
    )


def already(asked: Extension, language: Language) -> Html:
    """Return by whom and how a request was decided; empty if it was not."""
    if asked.decision is None:
        return NOTHING
    done = RequestDecision(asked.id, asked.decision, str(asked.decided or ""), asked.answer)
    return join([ALREADY(language, by=asked.decided_by), _line(0, asked, done, language)])


def which(count: int, language: Language) -> Html:
    """Return the question how this many requests that wait are to be answered."""
    return (WHICH if count == 1 else WHICH_OF_SEVERAL)(language)


def check(press: Wording, count: int, language: Language) -> Html:
    """Return the question whether these answers are right, and what the button that sends them does."""
    return (CHECK if count == 1 else CHECK_SEVERAL)(language, press=press)


def _line(no: int, asked: Extension, decision: RequestDecision, language: Language) -> Html:
    day = date.fromisoformat(decision.day) if decision.day else asked.proposed
    return LINES[Decision(decision.decision)](
        language,
        no=no or "",
        unit=asked.unit,
        code=asked.code,
        day=day,
        proposed=asked.proposed,
        reason=cut(decision.reason, 200),
    )
