"""Texts of the broadcast dialog: its questions and its preview."""

from data.announcing.broadcasts import BroadcastContent
from data.announcing.recipients import Recipients
from handlers.announcing.texts.sent import beginning_of, broadcast_text, files_line
from handlers.wording import NOTHING, Html, Language, Wording, bracketed, join, series, some
from handlers.wording.wordings import MOST_NAMED

TEXT = Wording("内容", "text")
TO = Wording("发给", "to")
UNITS = Wording("单位", "units")
SECTION = Wording("任务名称", "section")
GROUPS = Wording("群", "groups")
REPLY = Wording("是否要回复", "whether to ask")
QUESTION = Wording("问题", "question")
CHOICES = Wording("答案", "answers")
UNTIL = Wording("回复期限", "answer by")

WHAT = Wording(
    "要发什么？请写出来，或发照片、文件（最多 10 个，每个 20 MB 以内，可带说明）。发出前会先给您看。",
    "What would you like to send? Write it, or send photos or files (up to 10, each up to 20 MB, with a caption if "
    "you like). You will see it before it goes out.",
)
FILE_TO_SEND = Wording(
    "已收到，还没发出。要群发，请选发给谁；不是要群发，请点“取消”。",
    "It has come and is not sent yet. To send it out, choose the recipients; otherwise press “Cancel”.",
)
WORDS_TOO = Wording("可以再写几句说明。", "You may add some words.")
WITHOUT_FILE = Wording("去掉附件", "Without the file")
EARLIER = Wording("以前的群发", "Earlier ones")
EARLIER_SAID = frozenset({"群发记录", "earlier broadcasts"})
TO_WHOM = Wording("发给谁？点按钮，或写单位名，例如：市公安局、市商务局。", "To whom? Press a button, or name units.")
EVERYBODY = Wording("全体联络员", "All liaisons")
OF_A_SECTION = Wording("按任务名称", "Of a section")
TO_GROUPS = Wording("联络员群", "Groups")
WHICH_UNITS = Wording(
    "发给哪些单位？已选 {count} 家。点一下选中，再点一下取消；也可以写单位名。",
    "Which units? {count} chosen. Press to add or remove; or name them.",
)
WHICH_SECTION = Wording(
    "哪一部分的联络员？点一下，或写部分的名称。", "Liaisons of which section? Press it, or name it."
)
WHICH_GROUPS = Wording("发到哪些群？已选 {count} 个。", "To which groups? {count} chosen.")
WANT_REPLY = Wording("要对方点按钮回复吗？", "Should people answer with a button?")
NO_REPLY = Wording("不需要回复", "No answer needed")
WITH_REPLY = Wording("需要回复", "Ask for an answer")
NO_REPLY_SAID = frozenset({"不要", "不需要", "不必", "不", "no need", "not needed"})
WITH_REPLY_ADDED = frozenset(
    {"要回复", "要对方回复", "需要对方回复", "请他们回复", "要他们回复", "让他们回复", "加个回复"}
)
"""Words that ask for replies, whichever question is open."""
WITH_REPLY_SAID = frozenset({"要", "需要", "要的", "是", "好", "yes", "please"})
WHICH_QUESTION = Wording(
    "问什么？例如：周五的会能参加吗？", "What is the question? For example: can you come on Friday?"
)
WHICH_CHOICES = Wording(
    "有哪些答案？点一组，或自己写，用顿号隔开，2 到 4 个。",
    "Which answers? Press a set, or write 2 to 4, separated by commas.",
)
CHOICE_SETS = (
    Wording("能参加、不能参加", "Can come, Cannot come"),
    Wording("有、没有", "Yes, None"),
    Wording("同意、不同意", "Agree, Disagree"),
)
UNTIL_WHEN = Wording(
    "请对方哪天前回复？点一下或写日期；不限就跳过。", "Answers by which day? Press or write it, or skip it."
)

PREVIEW_HEAD = Wording("还没发出。收到的人会看到：", "Not sent yet. People will see:")
THEIR_BUTTONS = Wording("回复按钮：{choices}", "Their buttons: {choices}")
TO_PEOPLE = Wording(
    "发给 {people} 人（{units} 个单位[：{names}]）。", "Recipients: {people} (units: {units}[; {names}])."
)
TO_THE_GROUPS = Wording("发到 {count} 个群：{names}。", "Groups: {count} ({names}).")
TO_NAMED = Wording("发给{names}。", "Recipients: {names}.")
MISSING_PEOPLE = Wording(
    "收不到的有 {count} 人（还没登记或停用了）：{names}。", "Cannot be reached: {count} ({names})."
)
EMPTY_UNITS = Wording("没有联络员的单位有 {count} 个：{names}。", "Units without a liaison: {count} ({names}).")
ENDS = Wording("之前那条“{words}”不再收回复。", "The earlier notice “{words}” takes no more answers.")
SEND_OR_CHANGE = Wording(
    "没问题请点“确认发送”；要改请点“修改”。", "If that is right, press “Send it”; if not, “Change”."
)
SEND_CHANGE_OR_ASK = Wording(
    "没问题请点“确认发送”；要改，或要对方回复，请点“修改”。",
    "If that is right, press “Send it”; to change it, or to ask for answers, press “Change”.",
)
WAITS = Wording("有一条群发还没确认", "A broadcast has not been sent yet")
CANCEL_QUESTION = Wording("不发了吗？写好的内容不会保留。", "Discard it? What you wrote will not be kept.")
INVITE_FIRST = Wording(
    "换人请点“修改”；要先请人登记，发“哪些单位没有联络员”。",
    "To choose others press “Change”; to invite somebody first send “which units have nobody”.",
)
NO_RECIPIENTS = Wording(
    "选中的人现在都收不到，请换一种选法。", "None of those chosen can be reached; please choose others."
)
TAKEN = Wording("要发的：{words}", "To be sent: {words}")
LONGEST_TAKEN = 80
"""Characters of the text that are shown above the next question."""
MOST_EMPTY = 3
"""No more units without a liaison are named at the preview; afterwards all are."""


def to_whom(said: BroadcastContent, language: Language) -> Html:
    """Return the question for the recipients, below the text they will get."""
    words = beginning_of(said, language, LONGEST_TAKEN)
    return join([TAKEN(language, words=words) if words else NOTHING, TO_WHOM(language)])


def preview(
    said: BroadcastContent, found: Recipients, times: Html, language: Language, *, asked_before: bool = False
) -> Html:
    """Return what people will see, how many get it, who cannot be reached, and when it goes out (`times`);
    `asked_before` if it goes once more to those who have not answered."""
    seen = broadcast_text(said, language, asked_before=asked_before)
    next_step = INVITE_FIRST if found.nobody else SEND_OR_CHANGE if said.choices else SEND_CHANGE_OR_ASK
    return join(
        [
            join([PREVIEW_HEAD(language), seen, files_line(said, language)]),
            THEIR_BUTTONS(language, choices=said.choices) if said.choices and not said.in_words else NOTHING,
            join([recipient_lines(found, language), times, next_step(language)]),
        ],
        "\n\n",
    )


def recipient_lines(found: Recipients, language: Language) -> Html:
    """Return how many get it, and who cannot be reached."""
    nothing = NOTHING
    groups = some([each.title for each in found.groups], language)
    missing = some([each.name for each in found.missing], language)
    empty = some([each.name for each in found.empty], language, MOST_EMPTY)
    return join(
        [
            recipients_line(found, language) if found.people else nothing,
            TO_THE_GROUPS(language, count=len(found.groups), names=groups) if found.groups else nothing,
            NO_RECIPIENTS(language) if found.nobody else nothing,
            MISSING_PEOPLE(language, count=len(found.missing), names=missing) if found.missing else nothing,
            EMPTY_UNITS(language, count=len(found.empty), names=empty) if found.empty else nothing,
        ]
    )


def recipients_line(found: Recipients, language: Language) -> Html:
    """Return how many people get it, and which units if they are few; those chosen by name are named."""
    if found.by_name:
        named = [each.name + bracketed(series(each.units, language), language) for each in found.people]
        return TO_NAMED(language, names=named)
    units = list(dict.fromkeys(unit for each in found.people for unit in each.units))
    names = series(units, language) if len(units) <= MOST_NAMED else ""
    return TO_PEOPLE(language, people=len(found.people), units=len(units), names=names)
