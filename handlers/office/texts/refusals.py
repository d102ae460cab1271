"""Refusals of the office's acts."""

from data.errors import AlreadyDecided
from data.errors.reporting import NoLongerWaits
from handlers.office.texts import backups, recorded_acts
from handlers.wording import Sentences, Wording

REFUSALS: Sentences = {
    AlreadyDecided: Wording("这件事已经处理过了，谢谢。", "This has already been decided, thank you."),
    NoLongerWaits: Wording(
        "{code} 的这份填报已撤回或被新的填报代替，不用审核了。发 /review 看等待审核的。",
        "This report on {code} was withdrawn or replaced and needs no review. /review shows those that are waiting.",
    ),
    **backups.REFUSALS,
    **recorded_acts.REFUSALS,
}
