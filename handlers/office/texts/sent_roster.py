"""What is said of a roster that the office sends to the chat."""

from collections.abc import Sequence

from handlers.telegram import Html, Language, Wording, cut, join, series

A_ROSTER = Wording(
    "“{name}”像是人员名单（{people} 人），不是任务表，任务表没有变。",
    "“{name}” looks like a roster of {people} people, not a plan; the plan has not changed.",
)
PRESS_A_NAME = Wording(
    "点一个人，就得到给这个人的邀请链接，转发即可。也可以发“谁还没登记”，按单位邀请。",
    "Press a name for a link to forward. “Who is not registered” does the same unit by unit.",
)
PLAN_FIRST = Wording(
    "请先把任务表发来，有了单位，再发名单就能逐人邀请；也可以发“谁还没登记”。",
    "Send the plan first: once there are units, each of these people can be invited.",
)
NOT_IN_PLAN = Wording("任务表里没有这些单位：{units}", "The plan does not have these units: {units}")


def roster(name: str, people: int, unknown: Sequence[str], language: Language, *, has_plan: bool) -> Html:
    """That a file is a roster, and what can be done with it."""
    units = cut(series(unknown, language), 200)
    return join(
        [
            A_ROSTER(language, name=cut(name, 60), people=people),
            (PRESS_A_NAME if has_plan else PLAN_FIRST)(language),
            NOT_IN_PLAN(language, units=units) if unknown else Html(""),
        ]
    )
