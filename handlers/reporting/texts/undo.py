"""A report taken back or corrected."""

from handlers.telegram import Wording

WITHDRAWN = Wording("已撤回，{code} 恢复到之前的状态。", "Withdrawn; {code} is as it was before.")
NOTHING_REPORTED = Wording(
    "您还没有填报过，没有可以撤回的。发“报进展”开始填报。",
    "You have reported nothing that could be withdrawn. Send “report progress” to report.",
)
NOTHING_TO_WITHDRAW = Wording(
    "没有可以撤回的填报：已审核的，或之后又有新填报的，不能撤回。发“历史记录”看填报记录。",
    "There is no report to withdraw; one that was reviewed, or reported anew, stays. Send “history” to see them.",
)
WITHDRAWAL_WAITS = Wording("要撤回的填报还没定，点“继续”看看。", "It is still open whether the report is withdrawn.")
OF_THE_WRONG_TASK = Wording(
    "{wrong} 报的内容照样写到了 {right}，请核对。{wrong} 那份还在，要撤回请发“撤回{wrong}”。",
    "What you reported on {wrong} is filled in for {right}; please check. The report on {wrong} stays; to take it back "
    "send “withdraw {wrong}”.",
)
MORE_SAID = Wording(
    "“{said}”改好了，别的话没写进情况；要写进去请点“修改”。",
    "“{said}”: changed; nothing else of it was added to the note. To add it press “Change”.",
)
WHAT_IS_RIGHT = Wording(
    "“{said}”没看懂要把 {code} 的哪里改成什么。请直接说对的，如“60%”“抓获13人”，或点“更正”。",
    "It is not clear what “{said}” changes in {code}. Please say what is right, such as “60%” or “13 arrests”, or "
    "press “Correct it”.",
)
CORRECTION_WITHDRAWN = Wording(
    "已撤回这次更正，{code} 以更正前的填报为准：",
    "The correction is withdrawn; on {code} the report before it counts again:",
)
REPLACED = Wording(
    "这份填报之后已有新的，不能再改。现在以这份为准：",
    "This report was replaced and cannot be changed. This one counts now:",
)
REPLACED_BEGIN = Wording(
    "那份退回的之后已有新的填报，下面是现在这份。要再改就在这上面改。",
    "The report given back was replaced since; this is the present one. Change it here if there is more.",
)
