"""Texts of the demo outside its page: the tour, people's labels, and errors."""

from collections.abc import Mapping

from handlers.wording import Html, Language, Wording, plain
from handlers.wording.system_reasons import in_plain_words

LANGUAGES: tuple[Language, ...] = ("zh", "en")

UNENROLLED = Wording("未登记", "not registered")
NOT_YET_IN = Wording("{unit} · 还没登记", "{unit} · not registered yet")
AT_THE_OFFICE = Wording("领导小组办公室 · {role}", "the group's office · {role}")
OF_UNIT = Wording("{unit} · {role}", "{unit} · {role}")

ASK_TASKS = Wording("林警官问一句：“我的任务”", "林警官 (police) asks “我的任务” (my tasks)")
REPORT = Wording(
    "郑科长一句话报进展：“2-7 完成80%，立案12件”，核对后提交",
    "郑科长 (farming) reports in one line, “2-7 完成80%，立案12件” (80% done, 12 cases), checks it and submits it",
)
JUMP = Wording(
    "把时间拨到 {moment}，看提醒准时发出", "Move the clock to {moment} and watch the reminders go out on time"
)
ANSWER_NOTICE = Wording(
    "{name}在收到的提醒上点一个按钮，报一项进展", "{name} presses a button in the reminder and reports on that task"
)
ASK_IN_GROUP = Wording(
    "在联络员群里发 /deadlines，看本周到期的任务", "Send /deadlines in the group: what is due this week"
)
SHARE_PHONE = Wording(
    "赵法官第一次来：按“开始”，发送手机号，登记成功",
    "赵法官 is new here: press Start, share the phone number, and be let in",
)
ASK_IN_ENGLISH = Wording("Grace 用英文问：“what are my tasks”", "Grace asks in English: “what are my tasks”")
KILL = Wording("强行终止机器人再启动，什么都没有丢", "Kill the bot and start it again: nothing is lost")
SUMMARY = Wording(
    "陈主任发 /summary，全市进展一目了然", "陈主任 (coordinator) sends /summary: the whole plan at a glance"
)

SEND_PLAN = Wording(
    "陈主任把任务表文件发给机器人，答两个问题，点“确认导入”",
    "陈主任 (coordinator) sends the bot the plan's file, answers two questions and presses “确认导入” (import)",
)
INVITE = Wording(
    "陈主任发 /invite 市公安局；点邀请链接，以林警官的身份加入",
    "陈主任 sends /invite 市公安局 (police); press the link and open it as 林警官",
)
BIND = Wording(
    "群的右上角点“更多”，以陈主任的身份把机器人拉进群，再发 /bind",
    "In the group, as 陈主任, press “More” at the top right to add the bot, then send /bind",
)
FIRST_REPORT = Wording(
    "林警官一句话报进展：“1-2 完成30%，立案3件”，核对后提交",
    "林警官 reports in one line, “1-2 完成30%，立案3件” (30% done, 3 cases), checks it and submits it",
)
FIRST_SUMMARY = Wording(
    "陈主任发 /summary，看第一份汇总；再把时间往后拨，看提醒发出",
    "陈主任 sends /summary for the first summary; then move the clock forward and watch the reminders go out",
)

PAST = Wording("时钟只能往前拨", "the clock only moves forward")
TOO_FAR = Wording("一次最多往前拨两年", "at most two years at a time")
NOTHING_AHEAD = Wording("两个月内没有要发的提醒", "nothing is due to be sent within two months")
NOT_THE_DEMOS = Wording(
    "这个数据库在用，不是演示用的，没有动它。请换一个文件名。",
    "That database is in use and not the demo's; it was not touched. Please name another file.",
)
HOST_UNUSABLE = Wording(
    "{host} 不是本机的地址：{reason}。本机打开请去掉 --host；同一网络里的别的设备也要打开，请写 --host 0.0.0.0。",
    "{host} is no address of this machine: {reason}. Leave out --host to open it here; for other devices of the "
    "network write --host 0.0.0.0.",
)
PORT_UNUSABLE = Wording(
    "{host} 的端口 {port} 用不了：{reason}。可以换一个：liaison demo --port {other}",
    "Port {port} of {host} cannot be used: {reason}. Try another: liaison demo --port {other}",
)
CONTINUED = Wording(
    "{file} 已有，接着用它；--empty、--first-day 只对新文件起作用。",
    "{file} exists and is continued; --empty and --first-day only matter for a new file.",
)
READY = Wording(
    "演示已就绪：{url} （只在本机可见；按 Ctrl+C 停止）",
    "The demo is ready at {url} (visible on this machine only; stop it with Ctrl+C)",
)
READY_FOR_ALL = Wording(
    "演示已就绪：{url} （监听 {host}，能连到这台机器的人都能打开；按 Ctrl+C 停止）",
    "The demo is ready at {url} (on {host}: anybody who can reach this machine can open it; stop it with Ctrl+C)",
)
NO_SUCH_WISH = Wording("不明白要做什么", "unknown request")


class DemoRefusal(Exception):
    """What was asked of the demo cannot be done; nothing has changed."""

    def __init__(self, why: Wording, **values: object) -> None:
        super().__init__(why.en)
        self._why, self._values = why, values

    def why(self, language: Language) -> Html:
        """Return the reason in a language."""
        told = {name: in_plain_words(each, language) for name, each in self._values.items() if isinstance(each, str)}
        return self._why(language, **self._values | told)


def bilingual(wording: Wording, **values: object) -> dict[str, str]:
    """Return a sentence in both languages, for the page to choose from. A value may be a mapping by language."""

    def value_in(language: Language, value: object) -> object:
        return value[language] if isinstance(value, Mapping) else value

    return {
        language: plain(wording(language, **{name: value_in(language, value) for name, value in values.items()}))
        for language in LANGUAGES
    }
