"""What is said where something is not to be done, or not yet."""

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.office.texts.plan_changes import state_deadline, unit_names
from handlers.telegram.wording import Html, Language, Wording, cut, join

NOT_DONE = Wording("“{words}”：没有动。", "“{words}”: left as it is.")
NOTHING_CHANGED = Wording("好的，什么也没有改。", "All right: nothing has been changed.")
AS_IT_IS = Wording(
    "<b>{code}</b> 照旧：{title}\n责任单位：{units}\n完成时间：{deadline}",
    "<b>{code}</b> stays as it is: {title}\nUnits: {units}\nDeadline: {deadline}",
)


def nothing_changed(tasks: Sequence[tuple[str, Mapping[str, Any]]], language: Language) -> Html:
    """That nothing has been changed, and how the tasks stand that were named."""
    return join([NOTHING_CHANGED(language), *(_as_it_is(code, state, language) for code, state in tasks)])


def _as_it_is(code: str, state: Mapping[str, Any], language: Language) -> Html:
    units, deadline = unit_names(state["units"], language), state_deadline(state["deadline"], language)
    return AS_IT_IS(language, code=code, title=cut(state["title"], 60), units=units, deadline=deadline)
