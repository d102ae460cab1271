"""What is said of a question that was left for something else."""

from data.reporting.questions import Asked
from handlers.telegram.wording import Wording

OF_WHICH_TASK = Wording(
    "“{said}”还没说是哪一项的进展：点上面的任务，或发编号。",
    "It is still open which task “{said}” is about: press one above, or send its code.",
)
OF_WHICH_UNIT = Wording(
    "“{said}”还没说是哪个单位的进展，请点单位：", "It is still open which unit “{said}” is about; please press it:"
)
WAITS = {
    Asked.RETURN_REASON: Wording(
        "退回 {code} 的原因还没写，点“继续”接着写。", "The reason for returning {code} is still open; press “Go on”."
    ),
    Asked.OTHER_DAY: Wording(
        "{code} 改到哪一天还没定，点“继续”接着写。", "The other date for {code} is still open; press “Go on”."
    ),
    Asked.REFUSAL_REASON: Wording(
        "不同意 {code} 延期的原因还没写，点“继续”接着写。",
        "The reason for declining more time on {code} is still open; press “Go on”.",
    ),
    Asked.DEPUTY_UNTIL: Wording(
        "B角代到哪一天还没定，点“继续”接着写。", "Until when the deputy stands in is still open; press “Go on”."
    ),
    Asked.NEW_INDICATOR: Wording(
        "新增的指标还没写，点“继续”接着写。", "The new indicator is still open; press “Go on”."
    ),
}
"""By the kind of the question."""
NOT_SENT = {
    Asked.RETURN_REASON: Wording(
        "退回 {code} 的原因还没发出，点“继续”核对。", "The reason for returning {code} is not sent yet; press “Go on”."
    ),
    Asked.REFUSAL_REASON: Wording(
        "不同意 {code} 延期的原因还没发出，点“继续”核对。",
        "The reason for declining more time on {code} is not sent yet; press “Go on”.",
    ),
}
"""Of a reason that was read back."""
