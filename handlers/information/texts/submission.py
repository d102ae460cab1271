"""Texts of the dialog in which a piece of work information is written: its questions and its preview."""

from collections.abc import Sequence

from data.information.articles import MOST_OF_TEXT
from data.information.information import SentCount
from data.reporting.attachments import Attachment
from handlers.wording import NOTHING, Html, Language, Wording, cut, html, join, labels, series, write_fitting
from handlers.wording.report_lines import file_list

UNIT = Wording("单位", "unit")
TITLE = Wording("标题", "title")
TEXT = Wording("正文", "text")
TASKS = Wording("相关任务", "tasks")
FILES = Wording("照片和文件", "photos and files")

WHICH_UNIT = Wording("这条工作信息是哪个单位的？", "Which unit is this work information from?")
WHICH_TITLE = Wording(
    "工作信息的标题是什么？也可以直接发整篇文章（第一行作标题），或发一个 .docx 文件。提交前会先给您看。",
    "What is the title of the work information? You may also send the whole article (its first line is the title), or "
    "a .docx file. You will see it before it is submitted.",
)
TITLE_OF_TEXT = Wording("正文收到了，标题写什么？", "The text is there. What is its title?")
TITLE_FROM_TEXT = Wording("用正文里的话", "Take it from the text")
TITLE_TAKEN = Wording(
    "标题用《{title}》；要改发“标题改成…”。", "The title is “{title}”; to change it, write “title: …”."
)
WHICH_TEXT = Wording(
    "请发正文，可以分几条发，一共最多 {most} 字；照片和文件也可以一起发。",
    "Please send the text, in several messages if you like, up to {most} characters in all; photos and files as well.",
)
TEXT_SO_FAR = Wording(
    "正文已有 {length} 字，还可以写 {room} 字。接着发会加在后面；发完了点“下一步”。",
    "{length} characters so far; there is room for {room} more. What you send next is added; when you are done, press "
    "“Go on”.",
)
TEXT_NOW = Wording(
    "正文现在有 {length} 字。发新的会换掉它；要接着写请点“补充”。",
    "The text has {length} characters. What you send replaces it; to continue it, press “Add to it”.",
)
CHANGED = Wording("正文已改：{said}", "The text is changed: {said}")
CHANGED_ANEW = Wording(
    "照您说的改好了，提交后替换原来报的那条。",
    "It is changed as you say. Once submitted, it replaces the piece you sent.",
)
OPENED_ANEW = Wording(
    "原来报的在下面，还没有改。要改哪里直接说，如“2起改成3起”“标题改成…”；提交后替换原来那条。",
    "This is what you sent; nothing is changed yet. Say what to change, such as “12 should be 21”; once submitted, it "
    "replaces the piece you sent.",
)
FILES_ALONE = Wording(
    "已收到 {files}。请发正文（最多 {most} 字）；只报照片和文件就点“下一步”。",
    "Received: {files}. Please send the text (up to {most} characters), or press “Go on” to send the files alone.",
)
FILES_SO_FAR = Wording("已收到 {files}。", "Received: {files}.")
WHICH_TASKS = Wording(
    "属于哪些任务？点一下选上，再点一下去掉；也可以发编号，如 1-2、7-1。不属于具体任务就跳过。",
    "Which tasks does it belong to? Press to add or remove one; or send codes, such as 1-2, 7-1. Skip it if there is "
    "none.",
)
CHOSEN_TASKS = Wording("已选：{codes}", "Chosen: {codes}")
WHICH_FILES = Wording(
    "已收到 {files}。可以再发；发错了点 ✕ 去掉，好了点“下一步”。",
    "Received: {files}. You can send more; press ✕ to take one out, then “Go on”.",
)
LENGTH = Wording("{length} 字", "{length} characters")

FROM = Wording("{unit} · 正文 {length} 字", "{unit} · {length} characters")
FROM_FILES = Wording("{unit} · 没有正文", "{unit} · no text")
IN_PART = Wording("（正文较长，这里只显示开头，提交的是全文）", "(This is the beginning; all of it is submitted.)")
DONE = Wording(
    "{submitted} 办公室会看到这条工作信息，采用与否我会告诉您。",
    "{submitted}. The office will see it; I will tell you whether it is taken.",
)
OF_THE_UNIT = Wording("{unit}报送 {sent} 条，采用 {taken} 条", "{unit}: {sent} sent, {taken} taken")
WAITS = Wording("工作信息还没提交", "The work information is not submitted yet")
NAMED_WAITS = Wording("工作信息“{words}”还没提交", "The work information “{words}” is not submitted yet")
NEW = Wording("报一条工作信息", "Send work information")
KEPT_AS_FILE = Wording("“{name}”作附件收下了。", "“{name}” is kept as a file.")

FILE_NOT_READ = Wording(
    "没能读出里面的文字（{reason}），请把正文发过来。",
    "Its text could not be read ({reason}); please send the text itself.",
)
WITH_PASSWORD = Wording("文件有密码", "it has a password")
TOO_LARGE_TO_READ = Wording("文件太大", "it is too large")
NO_TEXT_IN_FILE = Wording("里面没有文字", "it contains no text")
OLD_WORD = Wording("旧版 .doc，可另存为 .docx", "an old .doc; save it as .docx")
BROKEN = Wording("文件打不开", "it cannot be opened")

PREVIEW_UNITS = 3900
MOST = f"{MOST_OF_TEXT:,}"
NO_TASK_SAID = frozenset(
    ("没有任务", "不属于任务", "不属于具体任务", "都不属于", "no task", "no tasks", "none of them", "not to a task")
)
"""Words for belonging to no task."""


def which_title(text: str, files: Sequence[Attachment], language: Language) -> Html:
    """Return the question for the title, in short if the text is there already."""
    asked = TITLE_OF_TEXT(language) if text else WHICH_TITLE(language)
    return join([_received(files, language), asked])


def which_text(text: str, files: Sequence[Attachment], language: Language, *, anew: bool) -> Html:
    """Return the question for the text, or how much of it is there."""
    if not text and files:
        return FILES_ALONE(language, files=file_list(files, language), most=MOST)
    if not text:
        return WHICH_TEXT(language, most=MOST)
    length, room = _number(len(text)), _number(MOST_OF_TEXT - len(text))
    said = (TEXT_NOW if anew else TEXT_SO_FAR)(language, length=length, room=room)
    return join([said, _received(files, language)])


def which_tasks(codes: Sequence[str], language: Language) -> Html:
    """Return the question for the tasks to which the piece belongs."""
    chosen = CHOSEN_TASKS(language, codes=codes) if codes else NOTHING
    return join([WHICH_TASKS(language), chosen])


def preview(
    unit: str, title: str, text: str, codes: Sequence[str], files: Sequence[Attachment], language: Language
) -> Html:
    """Return what is about to be submitted, with as much of the text as fits in a message."""
    given = [(TASKS, series(codes, language)), (FILES, file_list(files, language))]
    fields = labels.all_labelled(given, language)
    head = (FROM if text else FROM_FILES)(language, unit=unit, length=_number(len(text)))

    def written(most: int) -> Html:
        part = IN_PART(language) if len(text) > most else NOTHING
        return join(
            [labels.CHECK(language), Html(f"\n<b>{html(title)}</b>"), head, html(cut(text, most)), part, *fields]
        )

    return write_fitting(written, PREVIEW_UNITS)


def done(sent: Sequence[SentCount], language: Language) -> Html:
    """Return the confirmation that the piece was submitted, and how much the units have sent so far."""
    return join([DONE(language, submitted=labels.SUBMITTED), *(unit_counts(each, language) for each in sent)])


def unit_counts(sent: SentCount, language: Language) -> Html:
    """Return how much a unit has sent, and how much of it was taken; shown to that unit only."""
    return OF_THE_UNIT(language, unit=sent.unit, sent=sent.sent, taken=sent.taken)


def length_of(text: str, language: Language) -> Html:
    """Return how long a text is."""
    return LENGTH(language, length=_number(len(text)))


def _number(count: int) -> str:
    return f"{count:,}"


def _received(files: Sequence[Attachment], language: Language) -> Html:
    return FILES_SO_FAR(language, files=file_list(files, language)) if files else NOTHING
