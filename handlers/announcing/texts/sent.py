"""Texts of a broadcast that was sent: the message itself, its progress, who was missed, and the answers."""

from collections.abc import Sequence

from data.announcing.answers import Respondent
from data.announcing.broadcasts import Broadcast, BroadcastContent
from data.announcing.outcome import MissReason, Outcome
from handlers.announcing.texts.sending_time import WAITS_UNTIL, moment_text
from handlers.wording import NOTHING, Html, Language, Wording, cut, day_text, html, join, month_day, some

NOTICE = Wording("<b>通知</b>", "<b>Notice</b>")
NOT_ANSWERED_YET = Wording("还没收到您的回复，再问一次：", "No answer from you has come yet, so this comes again:")
CHOOSE_ONE = Wording("请选一项答复。", "Please choose an answer.")
ANSWER = Wording(
    "请[在{day}前]点下面的按钮回复，之后还可以改。", "Please press an answer[ by {day}]; you can change it."
)
IN_WORDS = Wording(
    "请[在{day}前]把回复直接写给我，我转给办公室，之后还可以改。",
    "Please write your answer to me[ by {day}]; I pass it on to the office, and you can change it.",
)
USUAL = {
    each.zh: each
    for each in (
        CHOOSE_ONE,
        Wording("能不能来？", "Can you come?"),
        Wording("能不能去？", "Can you go?"),
        Wording("能不能到？", "Can you be there?"),
        Wording("能不能参加？", "Can you attend?"),
        Wording("能不能出席？", "Can you attend?"),
        Wording("能来", "Can come"),
        Wording("不能来", "Cannot come"),
        Wording("能去", "Can go"),
        Wording("不能去", "Cannot go"),
        Wording("能到", "Can be there"),
        Wording("不能到", "Cannot be there"),
        Wording("能参加", "Can attend"),
        Wording("不能参加", "Cannot attend"),
        Wording("能出席", "Can attend"),
        Wording("不能出席", "Cannot attend"),
        Wording("有", "Yes"),
        Wording("没有", "None"),
        Wording("同意", "Agree"),
        Wording("不同意", "Disagree"),
    )
}
"""The usual questions of broadcasts and the usual answers, which are shown in the language of whoever reads them."""
BY_DAY = Wording("{day}前", "by {day}")
CORRECTION = Wording("更正：{words}", "Correction: {words}")
BEFORE = Wording("（原通知：{words}）", "(The notice was: {words})")
MEETING_OFF = Wording("{words}。\n原通知：{notice}", "{words}.\nThe notice was: {notice}")
CALLED_OFF = Wording("这个通知已取消，不用再回复。", "This notice was called off; no answer is needed.")
TOLD_ANEW = Wording(
    "这个通知后来改过，请回复改过的那条。", "This notice was changed later; please answer the later one instead."
)
OFF = Wording("已取消，不再收回复。", "Called off; no more answers are taken.")
CHANGED = Wording("已发更正，回复以更正那条为准。", "Corrected; the answers to the correction count.")
ANSWER_KEPT = Wording("已记下：{choice}", "Noted: {choice}")
PHOTO = Wording("附：照片", "With a photo")
FILE = Wording("附：{name}", "With the file {name}")
PHOTOS = Wording("附：{count} 张照片", "With {count} photos")
FILES = Wording("附：{count} 个文件", "With {count} files")

STOP = Wording("停止发送", "Stop sending")
MOVE = Wording("改时间", "Another time")
STOP_SAID = frozenset({"停止群发"})
ANSWERS = Wording("看回复", "Answers")
SHEET = Wording("名单 .xlsx", "List as .xlsx")
PROGRESS = Wording("正在发送：{arrived}/{all}", "Sending: {arrived} of {all}")
RESTING = Wording(
    "还有 {count} 人设了免打扰时段，过后就会收到。", "{count} more have quiet hours and will get it afterwards."
)
UNSURE = Wording(
    "有 {count} 条不确定是否送到，5 分钟后再发一次，会注明可能重复。",
    "{count} may not have arrived; they are sent again in 5 minutes, marked as a possible repetition.",
)
DONE = Wording("已发完，{arrived} 条送到。", "Done: {arrived} arrived.")
DONE_ALL = Wording("已发完，{arrived} 条全部送到。", "Done: all {arrived} arrived.")
STOPPED = Wording("已停止发送，之前 {arrived} 条已经送到。", "Stopped: {arrived} had arrived before.")
NEVER_SENT = Wording("已停止，一条也没有发出。", "Stopped before anything went out.")
NOBODY_LEFT = Wording(
    "到时间时没有能收到的人或群，没有发出。", "When its time came, nobody was left who could get it; nothing went out."
)
STOPPING = Wording("正在停止，路上的 {count} 条还会送到。", "Stopping: {count} are still on their way.")
MISSED = Wording("{why}（{count}）：{names}", "{why} ({count}): {names}")
UNITS_WITHOUT_LIAISON = Wording("没有联络员的单位", "Units without a liaison")
WHY = {
    MissReason.UNCERTAIN: Wording("不确定是否送到", "May not have arrived"),
    MissReason.UNREACHABLE: Wording("停用了机器人或已注销", "Stopped the bot"),
    MissReason.REFUSED: Wording("Telegram 没有接收", "Telegram refused it"),
    MissReason.GONE: Wording("已不在名单里", "No longer on the list"),
    MissReason.NOT_JOINED: Wording("还没登记", "Not registered yet"),
    MissReason.NOBODY: Wording("没有联络员", "No liaison"),
    MissReason.STOPPED: Wording("停止时还没发", "Not sent when it was stopped"),
}
CORRECT = Wording("发更正", "Send a correction")
HOW_IT_WENT = Wording("看送达情况", "See how it went")
LAST = Wording("最近的群发：{words}", "The last notice: {words}")
UNDER_WAY = Wording(
    "送到的收不回来；还在发送，可以停止，没送到的就不再发。也可以给同样的人发一条更正。",
    "What has arrived cannot be taken back. You can still stop the rest, and send a correction.",
)
ARRIVED = Wording(
    "已经送到的收不回来。可以给同样的人发一条更正，写明以哪条为准。",
    "What has arrived cannot be taken back. You can send a correction to the same people; say in it what is right.",
)
LIST_HEAD = Wording("共 {count} 次群发，点开看送达和回复：", "{count} broadcasts; press one to see how it went:")
NONE_TO_THEM = Wording("没有给这些单位发过。", "None went to these units.")
WAITING_HEAD = Wording(
    "定时的通知 {count} 条，点开可以改时间或停止：", "Scheduled notices: {count}. Press one to see it:"
)
NOTHING_WAITS = Wording("现在没有定时的通知。", "No notice is scheduled.")
NOTHING_UNDER_WAY = Wording("现在没有正在发送的群发。", "Nothing is being sent now.")
NOTHING_ASKED = Wording("还没有发过要回复的通知。", "No notice that asks for an answer has been sent yet.")
DAY_STAYS = Wording(
    "都已经回复了，回复截止没有改。", "Everybody has answered already; the day to answer by stays as it is."
)
DAY_STAYS_FOR_NOW = Wording(
    "还没有送到，回复截止没有改；送到以后请再说一次。",
    "It has not arrived yet, so the day to answer by stays as it is; please say so again once it has.",
)
NO_EARLIER = Wording("还没有群发过。", "There has been none.")
LIST_BUTTON = Wording("{day} {words}", "{day} {words}")
ANSWERS_HEAD = Wording(
    "<b>{question}</b>\n已回复 {answered}/{all} 人", "<b>{question}</b>\n{answered} of {all} have answered"
)
ANSWERS_LINE = Wording("<b>{choice}</b>（{count}）：{names}", "<b>{choice}</b> ({count}): {names}")
NOT_ANSWERED = Wording("还没回复", "No answer yet")
IN_THE_GROUP = Wording(
    "发到群里的，谁点了按钮才知道是谁回复的。", "In groups, only those who have pressed a button are known."
)
LATE = Wording("{name}（晚于期限）", "{name} (late)")
WITH_WORDS = Wording("{name}“{words}”", "{name} “{words}”")
LIST = Wording("名单", "List")
SHEET_NAME = Wording("群发名单-{day}.xlsx", "broadcast-{day}.xlsx")
SHEET_TITLE = Wording("{day}群发：{words}", "Broadcast of {day}: {words}")
SHEET_HEADS = (
    Wording("单位", "Unit"),
    Wording("姓名", "Name"),
    Wording("回复或未送达原因", "Answer, or why not reached"),
    Wording("附言", "In own words"),
    Wording("回复时间", "Answered at"),
)
DELIVERED = Wording("已送达", "reached")
MOST_MISSED, MOST_ANSWERS_NAMED, LONGEST_NAME, LONGEST_WORDS, LONGEST_OVERVIEW = 12, 20, 40, 24, 200
"""Limits on what a message names; the workbook has everything."""


def broadcast_text(said: BroadcastContent, language: Language, *, asked_before: bool = False) -> Html:
    """Return the text that people get; `asked_before` if they have not answered the same yet."""
    again = NOT_ANSWERED_YET(language) if asked_before else NOTHING
    return join([NOTICE(language), again, html(said.text), _asked(said, language)])


def _asked(said: BroadcastContent, language: Language) -> Html:
    if not said.choices:
        return NOTHING
    day = day_text(said.until, language, said.until) if said.until else ""
    if said.in_words:
        return Html(f"\n{IN_WORDS(language, day=day)}")
    return join([Html(f"\n<b>{html(in_usual_words(said.question, language))}</b>"), ANSWER(language, day=day)])


def in_usual_words(words: str, language: Language) -> str:
    """Return a question or an answer in a language if it is a usual one, or else as it was written."""
    return str(USUAL[words](language)) if words in USUAL else words


def what_it_asks(said: BroadcastContent, language: Language) -> str:
    """Return the question, or the text if that only asks for a choice, or for words."""
    is_in_text = said.in_words or said.question in (CHOOSE_ONE.zh, CHOOSE_ONE.en)
    return cut(said.text, LONGEST_NAME) if is_in_text else in_usual_words(said.question, language)


def files_line(said: BroadcastContent, language: Language) -> Html:
    """Return a line about the files; empty if there are none."""
    of_pictures = all(file.kind == "photo" for file in said.files)
    match said.files:
        case ():
            return NOTHING
        case (one,):
            return PHOTO(language) if of_pictures else FILE(language, name=cut(one.name, 60))
        case several:
            return (PHOTOS if of_pictures else FILES)(language, count=len(several))


def beginning_of(said: BroadcastContent, language: Language, most: int = LONGEST_WORDS) -> str:
    """Return how the text of a broadcast begins, or what files it has."""
    return cut(" ".join(said.text.split()), most) or str(files_line(said, language))


def without_correction(text: str, language: Language) -> str:
    """Return the text of a broadcast without the mark of a correction and the line of what was before."""
    before = str(BEFORE(language, words=""))[:-1]
    lines = text.removeprefix(str(CORRECTION(language, words=""))).split("\n")
    return "\n".join(each for each in lines if not each.startswith(before))


def answers_over(anew: bool | None, language: Language) -> Html:
    """Return that a broadcast takes no more answers, as it was called off or told `anew`; empty if it does (None)."""
    return NOTHING if anew is None else (CHANGED if anew else OFF)(language)


def how_to_recall(broadcast: Broadcast, now: Outcome, language: Language) -> Html:
    """Return what can be done about a broadcast that should not have been sent."""
    words = LAST(language, words=beginning_of(broadcast.said, language, LONGEST_OVERVIEW))
    if broadcast.waits or now.nobody:
        return join([words, progress(broadcast, now, language)])
    return join([words, (ARRIVED if now.over or broadcast.stopped else UNDER_WAY)(language)])


def progress(broadcast: Broadcast, now: Outcome, language: Language) -> Html:
    """Return when a waiting broadcast goes out, how far it has got, or, once it is over, who did not get it and why."""
    if broadcast.waits:
        return WAITS_UNTIL(language, moment=moment_text(broadcast.sent_at, broadcast.sent_at.date(), language))
    if now.nobody:
        return (NEVER_SENT if broadcast.stopped else NOBODY_LEFT)(language)
    if now.over:
        head = (STOPPED if broadcast.stopped else DONE)(language, arrived=now.arrived)
        missed = _missed(now, language)
        return join([head, *missed]) if missed or broadcast.stopped else DONE_ALL(language, arrived=now.arrived)
    unsure = UNSURE(language, count=now.unsure) if now.unsure else NOTHING
    if broadcast.stopped:
        return join([STOPPING(language, count=now.waiting), unsure])
    rest = RESTING(language, count=now.resting) if now.resting and now.resting == now.waiting else NOTHING
    return join([PROGRESS(language, arrived=now.arrived, all=now.all), rest, unsure])


def overview(broadcast: Broadcast, progress: Html, language: Language) -> Html:
    """Return how a broadcast begins, and below it its progress."""
    head = html(beginning_of(broadcast.said, language, LONGEST_OVERVIEW))
    return join([Html(f"“{head}”"), progress])


def _missed(now: Outcome, language: Language) -> list[Html]:
    said = {**WHY, MissReason.NOBODY: UNITS_WITHOUT_LIAISON}
    return [
        MISSED(language, why=said[why], count=len(names), names=some(names, language, MOST_MISSED, LONGEST_NAME))
        for why, names in now.missed.items()
    ]


def answers(broadcast: Broadcast, given: Sequence[Respondent], in_groups: bool, language: Language) -> Html:
    """Return who has given which answer, and who has not answered yet."""
    lines = []
    longest = LONGEST_OVERVIEW if broadcast.said.in_words else LONGEST_WORDS
    for choice in (*broadcast.said.choices, None):
        named = [_person(each, longest, language) for each in given if each.choice == choice]
        words = choice if choice is not None else NOT_ANSWERED(language)
        if named:
            names = some(named, language, MOST_ANSWERS_NAMED, max(longest, LONGEST_NAME))
            lines.append(ANSWERS_LINE(language, choice=words, count=len(named), names=names))
    answered = sum(each.choice is not None for each in given)
    head = ANSWERS_HEAD(language, question=what_it_asks(broadcast.said, language), answered=answered, all=len(given))
    return join([head, *lines, IN_THE_GROUP(language) if in_groups else NOTHING])


def _person(one: Respondent, longest: int, language: Language) -> str:
    name = f"{one.name}（{'、'.join(one.units)}）" if one.units else one.name
    name = WITH_WORDS(language, name=name, words=cut(one.words, longest)) if one.words else name
    return LATE(language, name=name) if one.late else name


def sheet_rows(
    broadcast: Broadcast, given: Sequence[Respondent], now: Outcome, language: Language
) -> list[tuple[str, str, str, str, str]]:
    """Return a row for everybody: units, name, the answer or why it was not delivered, the words typed with it, and
    when it was given."""
    people = [
        (
            "、".join(each.units),
            each.name,
            each.choice or (NOT_ANSWERED if broadcast.said.choices else DELIVERED)(language),
            each.words,
            f"{each.at:%Y-%m-%d %H:%M}" if each.at else "",
        )
        for each in given
    ]
    missed = [("", name, str(WHY[why](language)), "", "") for why, names in now.missed.items() for name in names]
    return [*people, *missed]


def list_label(broadcast: Broadcast, language: Language) -> str:
    """Return a broadcast as the label of its button in the list."""
    return LIST_BUTTON(
        language, day=month_day(broadcast.sent_at.date(), language), words=beginning_of(broadcast.said, language)
    )
