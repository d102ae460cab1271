"""Texts about when a broadcast or a nudge goes out."""

from datetime import date, datetime

from handlers.wording import NOTHING, Html, Language, Wording, day_text, join

SENDING_TIME = Wording("发送时间", "time of sending")
AT_ONCE = Wording("马上发", "At once")
AT_ONCE_SAID = frozenset({"现在发", "现在就发", "立刻发", "立即发", "马上", "现在", "now", "send now", "right away"})
MOMENT = Wording("{day}{time}", "{day} {time}")
WHEN = Wording(
    "什么时候发？点按钮，或写时间，例如：明天9点。",
    "When should it go out? Press a button, or write, such as: tomorrow 9:00.",
)
AT_WHAT_TIME = Wording(
    "{day}几点发？点按钮，或写时间，例如：9点、下午3点半。",
    "At what time on {day}? Press a button, or write, such as: 9:00, 3:30 pm.",
)
GOES_OUT_AT = Wording("{moment}发出。", "It goes out on {moment}.")
WAITS_UNTIL = Wording(
    "定在{moment}发出，发给到时在册的人。不发了就点“停止发送”。",
    "It goes out on {moment}, to those who are on the list then. To cancel it, press “Stop sending”.",
)
CHECK_MOVED = Wording("“{words}”的发送时间：{before} → {after}。", "When “{words}” goes out: {before} → {after}.")
CHECK_UNTIL = Wording("回复期限改为{day}。", "Answers are asked for by {day}.")
CHECK_NO_UNTIL = Wording("不限回复期限。", "Answers are asked for without a day.")
UNTIL_WHEN_THEN = Wording(
    "回复期限{day}早于发出的那天，改到哪天前回复？点一下或写日期；不限就跳过。",
    "The day to answer by, {day}, is before it goes out. Answers by which day? Press or write it, or skip it.",
)
CHECK_READDRESSED = Wording("“{words}”改为这样发：\n{recipients}", "“{words}” now goes out as follows:\n{recipients}")
CHECK_REWORDED = Wording("“{words}”改为这样写：\n{text}", "“{words}” now reads as follows:\n{text}")
IF_RIGHT = Wording("没问题请点“提交”。", "Press “Submit” if that is right.")
NOT_STOPPED_YET = Wording("不发了吗？还没有停。", "Shall it not go out? It is not stopped yet.")
NOT_MOVED_YET = Wording("定时的通知还没改", "The scheduled notice is not changed yet")
QUIET_NOW = Wording("现在是免打扰时段，{hour} 点开始发。", "These are quiet hours: sending begins at {hour}:00.")
QUIET_THEN = Wording(
    "那时是免打扰时段，{hour} 点开始发。", "That is within the quiet hours: sending begins at {hour}:00."
)
TIME_GONE = Wording(
    "{moment}已经过了，请写以后的时间，或选“马上发”。", "{moment} is past; please name a later time, or “At once”."
)


def moment_text(at: datetime, today: date, language: Language) -> Html:
    """Return a day with its time."""
    return MOMENT(language, day=day_text(at.date(), language, today), time=f"{at.hour}:{at:%M}")


def when_it_goes_out(at: datetime | None, put_off_to: int | None, today: date, language: Language) -> Html:
    """Return when something goes out (None: at once), and the hour to which quiet hours delay it, if they do."""
    goes_out = GOES_OUT_AT(language, moment=moment_text(at, today, language)) if at else NOTHING
    return join([goes_out, quiet_text(at, put_off_to, language)])


def quiet_text(at: datetime | None, put_off_to: int | None, language: Language) -> Html:
    """Return to which hour quiet hours delay what goes out at a moment (None: at once); empty if they do not."""
    return (QUIET_THEN if at else QUIET_NOW)(language, hour=put_off_to) if put_off_to else NOTHING


def when(day: date | None, today: date, language: Language) -> Html:
    """Return the question for the time, on `day` if one was named."""
    return AT_WHAT_TIME(language, day=day_text(day, language, today)) if day else WHEN(language)
