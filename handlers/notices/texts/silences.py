"""Texts about times in which Telegram let the bot say nothing."""

from collections.abc import Sequence
from datetime import date, datetime

from data.notices.silences import GreatSilence, Unanswered
from handlers.wording import NOTHING, Html, Language, Wording, cut, day_text, join

UNANSWERED = Wording(
    "刚才中断了一会儿，下面这些收到了，但没能答复您：",
    "There was an interruption. I received this but could not answer:",
)
SAID = Wording("{time}　{words}", "{time}  {words}")
PRESSED = Wording("（按键或文件）", "(a button or a file)")
LOOK_UP = Wording("请发“我的任务”看现在的情况，还缺的再发一次。", "Please send “my tasks” and repeat what is missing.")
LOOK_UP_OFFICE = Wording(
    "请发 /summary 看现在的情况，还缺的再发一次。", "Please send /summary and repeat what is missing."
)
WAS_SILENT = Wording(
    "{since} 到 {until}，Telegram 不让我给任何人发消息，现在已恢复。这段时间我没有答复任何人，提醒也晚发了。",
    "From {since} to {until} Telegram let me send nothing to anybody; that is over now. I answered nobody, and "
    "reminders went out late.",
)
TOLD_THEM = Wording(
    "有 {count} 条消息收到了没能答复，已分别告诉发的人。",
    "{count} messages came in unanswered; their senders have been told.",
)
LONGEST = 60


def unanswered(pieces: Sequence[Unanswered], office: bool, today: date, language: Language) -> Html:
    """Return what was received and not answered, a line each, and how to see what has become of it."""
    lines = (
        SAID(language, time=_time(each.at, today, language), words=cut(each.words, LONGEST) or PRESSED(language))
        for each in sorted(pieces, key=lambda each: each.at)
    )
    return join([UNANSWERED(language), *lines, (LOOK_UP_OFFICE if office else LOOK_UP)(language)])


def was_silent(silence: GreatSilence, today: date, language: Language) -> Html:
    """Return when nothing could be sent, and how many messages were not answered then."""
    told = WAS_SILENT(
        language, since=_time(silence.since, today, language), until=_time(silence.until, today, language)
    )
    more = TOLD_THEM(language, count=silence.unanswered) if silence.unanswered else NOTHING
    return join([told, more])


def _time(at: datetime, today: date, language: Language) -> str:
    day = "" if at.date() == today else f"{day_text(at.date(), language, today)} "
    return f"{day}{at:%H:%M}"
