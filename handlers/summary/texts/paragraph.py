"""The state of the plan as one plain paragraph, to be read out or pasted into another chat."""

from collections.abc import Sequence

from data.reporting.figures import Figure
from data.summary.summary import Overview
from handlers.summary.texts.counts import states_of
from handlers.summary.texts.overview import MOST_FIGURES
from handlers.wording import NOTHING, Html, Language, Wording, html, join
from handlers.wording.report_lines import figures_text

OPENING = Wording(
    "截至{day}，{what}《{title}》共{tasks}项任务[（分到单位{total}项）]，其中",
    "As of {day}, {what}“{title}” has {tasks} tasks[ ({total} counted by unit)]: ",
)
STATE = Wording("{words}{count}项", "{count} {words}")
URGENT = Wording("。需要处理：{told}", ". To be seen to: {told}")
OVERDUE = Wording("逾期{count}项", "{count} overdue")
DUE_SOON = Wording("7天内到期{count}项", "{count} due within 7 days")
FIGURES = Wording("。{days}上报{figures}", ". Reported {days}: {figures}")
COMMA, STOP = Wording("、", ", "), Wording("。", ".")


def paragraph(shown: Overview, what: Html, figures: Sequence[Figure], days: Html, language: Language) -> Html:
    """Return the state of the plan, or of its part `what`, in one paragraph without signs or buttons' words."""
    counts = shown.now.counts
    total = counts.total if counts.total != shown.now.tasks else None
    head = OPENING(language, day=shown.last, what=what, title=shown.title, tasks=shown.now.tasks, total=total)
    states = [STATE(language, words=words, count=count) for words, count in states_of(shown.now.counts) if count]
    pressing = ((OVERDUE, counts.overdue), (DUE_SOON, counts.due_soon))
    urgent = [wording(language, count=count) for wording, count in pressing if count]
    told = [each for each in figures if each.value][:MOST_FIGURES]
    return join(
        [
            head,
            join(states, COMMA(language)),
            URGENT(language, told=join(urgent, COMMA(language))) if urgent else NOTHING,
            FIGURES(language, days=days, figures=html(figures_text(told, language))) if told else NOTHING,
            STOP(language),
        ],
        "",
    )
