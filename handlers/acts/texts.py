"""What was done last, and whether it is to be taken back."""

from datetime import date, datetime

from handlers.telegram.days import day_text
from handlers.telegram.wording import Html, Language, Wording, join

LAST = Wording("最近一次操作（{when}）：", "What was done last ({when}):")
BY = Wording("{by} {time}", "{by}, {time}")
UNDO_IT = Wording("要撤销，请点“撤销”。", "Press “Undo” to take it back.")
NOTHING = Wording(
    "最近一天没有可以撤销的操作。群发、催办已经发出，不能撤销；更早的改动请打开任务或 /settings 直接改。",
    "Nothing of the last day can be undone. Broadcasts and nudges have gone out; earlier changes: please open the task "
    "or /settings.",
)
NOTHING_OF = Wording(
    "{code} 最近一天没有改动可以撤销。", "Nothing of {code} was changed within a day that could be undone."
)


def last(what: Html, by: str, at: datetime, today: date, language: Language) -> Html:
    """What was done last, by whom and when (in the reader's zone); how to take it back."""
    time = f"{day_text(at.date(), language, today)} {at:%H:%M}"
    when = BY(language, by=by, time=time) if by else time
    return join([LAST(language, when=when), what, UNDO_IT(language)])
