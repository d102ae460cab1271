"""Texts of giving a unit's return back, and of freezing and unfreezing a round."""

from datetime import date

from data.returns.return_table import Comparison
from data.returns.rounds import Round
from handlers.returns.texts.rounds import of_round, totals
from handlers.wording import NOTHING, Html, Language, Wording, join, some

WHY = Wording(
    "退回{unit}的《{title}》（{period}），原因是什么？单位会看到，例如：案值单位应为万元。",
    "Why is the return “{title}” ({period}) of {unit} given back? The unit will read it: the value is in 10,000 yuan.",
)
DONE = Wording("已退回：{unit}《{title}》（{period}）。", "Given back: {unit}, “{title}” ({period}).")
WAITS = Wording("退回报表还没确认", "Giving a return back is not confirmed yet")
FREEZE = Wording("确认固定", "Freeze it")
UNFREEZE = Wording("确认解除", "Unfreeze it")
FREEZE_ASKED = Wording(
    "固定《{title}》（{period}）？固定后合计不再变；单位还可以更正，要写原因，更正的数列在旁边。",
    "Freeze “{title}” ({period})? Its totals no longer change; units can still correct figures with a reason, shown "
    "beside them.",
)
STILL_MISSING = Wording(
    "还有 {count} 家没报：{units}。固定后不再提醒没报过的单位；补报的数列在旁边，不进合计。",
    "Not filed yet ({count}): {units}. They are no longer reminded; late filings are shown beside the totals.",
)
FROZEN = Wording("已固定《{title}》（{period}）。", "Frozen: “{title}” ({period}).")
UNFREEZE_ASKED = Wording(
    "解除固定《{title}》（{period}）？固定后的更正会计入合计。",
    "Unfreeze “{title}” ({period})? What was corrected since then counts in the totals.",
)
UNFROZEN = Wording("已解除固定《{title}》（{period}）。", "Unfrozen: “{title}” ({period}).")
FROZEN_ALREADY = Wording("《{title}》（{period}）已经固定了。", "“{title}” ({period}) is already frozen.")
NOT_FROZEN = Wording("《{title}》（{period}）没有固定，不用解除。", "“{title}” ({period}) is not frozen.")
FREEZE_WAITS = Wording("固定报表还没确认", "Freezing a return is not confirmed yet")
UNFREEZE_WAITS = Wording("解除固定还没确认", "Unfreezing a return is not confirmed yet")
MOST_NAMED = 12


def freezing(found: Comparison, today: date, language: Language) -> Html:
    """Return the question whether to freeze a round, with the missing units and the totals."""
    of = found.table.round
    missing = [each.unit.name for each in found.table.missing]
    units = some(missing, language, MOST_NAMED, longest=100)
    told = STILL_MISSING(language, count=len(missing), units=units) if missing else NOTHING
    return join([of_round(FREEZE_ASKED, of, today, language), told, totals(found, today, language)], "\n\n")


def unfreezing(found: Comparison, today: date, language: Language) -> Html:
    """Return the question whether to unfreeze a round, with its totals."""
    asked = of_round(UNFREEZE_ASKED, found.table.round, today, language)
    return join([asked, totals(found, today, language)], "\n\n")


def frozen(of: Round, today: date, language: Language) -> Html:
    """Return the confirmation that a round was frozen or unfrozen."""
    return of_round(FROZEN if of.frozen_at else UNFROZEN, of, today, language)


def frozen_already(of: Round, today: date, language: Language) -> Html:
    """Return the answer that a round is frozen already, or is not frozen."""
    return of_round(FROZEN_ALREADY if of.frozen_at else NOT_FROZEN, of, today, language)
