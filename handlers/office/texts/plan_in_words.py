"""What is said where the office wants to change the plan and does not say how."""

from handlers.telegram.wording import Wording

WHAT_CAN_BE_CHANGED = Wording(
    "要改任务表：某件事出台了，发“《……条例》11月28日出台”或 /event。",
    "To change the plan: where something has happened, send “《…》 was issued on 28 November”, or /event.",
)
