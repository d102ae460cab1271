"""What is said while it is open which task a report is about."""

from handlers.telegram import Wording

TASK = Wording("任务", "Task")
WAITS = Wording(
    "“{said}”还没说是哪一项的进展，点“继续”选任务。",
    "It is still open which task “{said}” is about; press “Go on” to choose it.",
)
NONE_FITS = Wording(
    "没有找到“{words}”。请点任务，或换几个字再发。", "I found no task for “{words}”. Press one, or send other words."
)
