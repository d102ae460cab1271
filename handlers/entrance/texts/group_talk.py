"""Texts that answer questions in groups."""

from collections import Counter
from collections.abc import Sequence

from data.standing.assignments import Assignment
from handlers.wording import NOTHING, Html, Language, Wording, join, labels
from handlers.wording.task_lines import list_line, task_list

MOST_LINES = 10
OPEN_PRIVATE_CHAT = Wording("去私聊", "Open the private chat")
TELLS_THE_OFFICE = Wording("告诉办公室：", "tell the office: ")
ONLY_OF_UNIT = Wording(
    "本群只回答{unit}的任务；其他的请私聊我。",
    "In this group I only answer about {unit}; please ask me about others in a private chat.",
)
NOT_YOUR_TASKS = Wording(
    "您的任务不在本群的范围内，请私聊我查看。",
    "Your tasks are not among this group's; please ask me in a private chat.",
)
HINT = Wording(
    "在群里可以@我问：本周到期、逾期的、受阻的，或任务编号（如 2-7）。填报请私聊我。",
    "Mention me here to ask what is due this week, overdue or blocked, or for a task such as 2-7. "
    "Please report in a private chat.",
)
MORE_BY_UNIT = Wording(
    "……另有 {count} 项。要看全，请加上单位再问，如“市公安局逾期的”。",
    "… and {count} more. To see all, name a unit as well, such as “市公安局 overdue”.",
)
WHICH_CODE = Wording(
    "您指的是哪一项？请点选，或@我发编号：", "Which one do you mean? Press it, or mention me with its code:"
)
WHICH_UNIT = Wording(
    "您指的是哪个单位？请@我写全称：{units}", "Which unit do you mean? Mention me with its name: {units}"
)


def part_of_list(heading: Html, found: Sequence[Assignment], language: Language) -> Html:
    """Return the most urgent of the tasks found, without pages, and how many more there are."""
    count, of_one_unit = len(found) - MOST_LINES, len({each.unit for each in found}) == 1
    more = (labels.MORE if of_one_unit else MORE_BY_UNIT)(language, count=count) if count > 0 else NOTHING
    return join([task_list(heading, found[:MOST_LINES], found, language, name_units=True), more])


def counts_of_list(heading: Html, found: Sequence[Assignment], language: Language) -> Html:
    """Return how the tasks found stand, in numbers only."""
    counted = Counter(labels.NEVER_REPORTED if each.never_reported else labels.STATUS[each.status] for each in found)
    parts = [
        labels.SUMMARY_PART(language, status=words, count=counted[words])
        for words in (*labels.STATUS.values(), labels.NEVER_REPORTED)
        if counted[words]
    ]
    head = task_list(join([heading, labels.SUMMARY(language)], " · "), [], found, language, name_units=True)
    return join([head, join(parts, " · ")])


def choices(found: Sequence[Assignment], language: Language) -> Html:
    """Return the tasks that may be meant, a line each."""
    lines = [list_line(each, language, name_unit=True) for each in found]
    return join([WHICH_CODE(language), *lines])
