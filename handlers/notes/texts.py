"""Texts of notes to the office, for the unit that writes them and the office that answers."""

from data.office.task_notes import SETTLED as SETTLED_ALONE
from data.office.task_notes import TaskNote
from data.standing.assignments import Assignment
from handlers.wording import Html, Language, Page, Wording, cut, day_text, join

BROADCAST = 40
"""Characters of a broadcast that are quoted in front of a reply to it."""
TASK = Wording("任务", "task")
UNIT = Wording("单位", "unit")
WHICH_UNIT = Wording("以哪个单位的名义告诉办公室？", "On behalf of which unit should the office be told?")
TEXT = Wording("内容", "text")
ON_TASK = Wording("{code} {title}：{words}", "{code} {title}: {words}")
PLEASE_CHECK = Wording("[{about}，]请{words}", "[{about}: ]please {words}")
WHICH_TASK = Wording(
    "哪一项要告诉办公室？请点编号，或发编号（如 2-7）。", "About which task? Press its code, or send it (such as 2-7)."
)
WHAT = Wording(
    "关于 {code}，要告诉办公室什么？请写一两句话，例如：这项应由市公安局牵头。",
    "What should the office know about {code}? One or two sentences, such as: this one is led by 市公安局.",
)
OF_NO_TASK = Wording("不针对某项任务", "About no task")
WHAT_ELSE = Wording("要告诉办公室什么？请写一两句话。", "What should the office know? One or two sentences, please.")
LETTER_ALONE = Wording("{unit}[ {by}]留言：\n“{text}”", "[{by}, ]{unit}, writes:\n“{text}”")
SETTLED_NOTE = Wording("已处理：{unit}的留言，单位会收到一句话。", "Settled: the note of {unit}; the unit is told.")
LINE_ALONE = Wording(
    "{number}. 留言（{unit}[ {by}]，{day}）\n　“{text}”", "{number}. Note ({unit}[, {by}], {day})\n    “{text}”"
)
ANSWER_ALONE = Wording(
    "办公室回复了您单位的留言：\n“{answer}”\n原话：“{text}”",
    "The office answers your unit's note:\n“{answer}”\nYou wrote: “{text}”",
)
CHECK = Wording("会告诉办公室：\n[{task}\n]“{text}”", "The office will read:\n[{task}\n]“{text}”")
NOT_SENT_YET = Wording(
    "还没发出。核对后请点“告诉办公室”，办公室才会看到。",
    "Not sent yet: the office sees it once you press “Tell the office”.",
)
UNANSWERED = Wording(
    "办公室还没有回复您单位{day}写的：\n“{text}”\n有回复我会告诉您。",
    "The office has not yet answered what your unit wrote on {day}:\n“{text}”\nI will tell you its answer.",
)
FOR_THE_OFFICE = Wording(
    "这项操作由办公室使用，可以转告办公室。发 /help 看您可以用的操作。",
    "This is for the coordinating office; I can pass it on. /help shows what you can use.",
)
NOTHING_ASKED = Wording(
    "您单位没有给办公室留过言，也没有提过延期申请。填报的审核结果在填报记录里，请发“填报记录”。要问办公室请发“告诉办公室”。",
    "Your unit has neither written to the office nor asked for more time. How reports were reviewed stands in the past"
    " reports: send “history”. To ask the office, send “tell the office”.",
)
DONE = Wording(
    "已告诉办公室，有回复我会告诉您。[{code} 的任务和期限暂时不变。]",
    "The office has been told; I will tell you its answer.[ Until then {code} and its deadline stay as they are.]",
)
WAITS = Wording("给办公室的话还没发出", "The note to the office is not sent yet")
LETTER = Wording("{unit} {by}反映 {code} {title}：\n“{text}”", "{by}, {unit}, about {code} {title}:\n“{text}”")
REPLY = Wording("回复", "Answer")
SETTLE = Wording("已处理", "Settled")
IS_SETTLED = Wording("已按您单位反映的处理，谢谢。", "This is settled as your unit has said, thank you.")
SETTLED = Wording(
    "已处理：{unit}反映的 {code}，单位会收到一句话。", "Settled: the note of {unit} about {code}; the unit is told."
)
OPEN = Wording("单位反映（{count}）", "Notes of units ({count})")
LIST = Wording(
    "共 {count} 条单位反映等待回复，点一条回复或标为已处理：",
    "Notes from units waiting for an answer: {count}. Press one to answer it, or to mark it as settled.",
)
LINE = Wording(
    "{number}. <b>{code}</b> {title}（{unit} {by}，{day}）\n　“{text}”",
    "{number}. <b>{code}</b> {title} ({unit}, {by}, {day})\n    “{text}”",
)
NONE_OPEN = Wording("没有等待回复的单位反映。", "No note from a unit is waiting for an answer.")
SEE_TASK = Wording("看任务", "See the task")
WHICH_ANSWER = Wording("怎么回复{unit}？请写一两句话。", "What is the answer to {unit}? One or two sentences, please.")
ANSWERED_BEFORE = Wording("[{by}]已经回复过：“{answer}”", "Answered already[ by {by}]: “{answer}”")
ANSWER_CHECK = Wording("{unit}会收到：\n{letter}", "{unit} will read:\n{letter}")
ANSWERED = Wording("已回复{unit}。", "{unit} has been answered.")
ANSWER = Wording(
    "办公室回复了您单位反映的 {code} {title}：\n“{answer}”\n原话：“{text}”",
    "The office answers your unit's note about {code} {title}:\n“{answer}”\nYou wrote: “{text}”",
)
ANSWER_WAITS = Wording("给{unit}的回复还没发出", "The answer to {unit} is not sent yet")


def reply_with_broadcast(broadcast: str, said: str) -> str:
    """Return a reply to a broadcast as the office will read it, with the beginning of the broadcast in front."""
    return f"【{cut(broadcast, BROADCAST)}】{said}"


def check(assignment: Assignment | None, text: str, language: Language) -> Html:
    """Return what the office will read, for a check."""
    task = f"{assignment.code} {cut(assignment.title.said_in(language), 60)}" if assignment else None
    return CHECK(language, task=task, text=text)


def letter(note: TaskNote, language: Language) -> Html:
    """Return a note as the office reads it."""
    if not note.code:
        return LETTER_ALONE(language, unit=note.unit, by=note.by, text=note.text)
    title = cut(note.title.said_in(language), 60)
    return LETTER(language, unit=note.unit, by=note.by, code=note.code, title=title, text=note.text)


def open_notes(page: Page[TaskNote], count: int, language: Language) -> Html:
    """Return a page of the notes that wait for an answer."""
    if not count:
        return NONE_OPEN(language)
    lines = [
        (LINE if each.code else LINE_ALONE)(
            language,
            number=number,
            code=each.code,
            title=cut(each.title.said_in(language), 30),
            unit=each.unit,
            by=each.by,
            day=day_text(each.at.date(), language),
            text=cut(each.text, 200),
        )
        for number, each in enumerate(page.shown, 1)
    ]
    return join([join([LIST(language, count=count), page.where(language)], " · "), *lines])


def answer_letter(note: TaskNote, answer: str, language: Language) -> Html:
    """Return the answer to a note as the unit reads it."""
    answer = IS_SETTLED(language) if answer == SETTLED_ALONE else answer
    if not note.code:
        return ANSWER_ALONE(language, answer=answer, text=cut(note.text, 300))
    return ANSWER(
        language, code=note.code, title=cut(note.title.said_in(language), 60), answer=answer, text=cut(note.text, 300)
    )


def note_state(note: TaskNote, language: Language) -> Html:
    """Return a note's answer as the unit reads it, or that there is none yet."""
    if note.answer:
        return answer_letter(note, note.answer, language)
    return UNANSWERED(language, day=note.at.date(), text=cut(note.text, 200))


def answer_check(note: TaskNote, answer: str, language: Language) -> Html:
    """Return what the unit will read, for a check."""
    return ANSWER_CHECK(language, unit=note.unit, letter=answer_letter(note, answer, language))
