"""Texts of newcomers, for the office and for themselves, and of choosing a language."""

from data.people.arrivals import Arrival, ArrivalState
from handlers.people.texts.help import next_steps
from handlers.people.texts.removal import roles_text
from handlers.wording import NOTHING, Html, Language, Wording, join
from handlers.wording.wordings import with_phone

REFUSE = Wording("拒绝", "Turn away")
CAME = Wording("{name}已登记为{roles}。", "{name} has joined as {roles}.")
WILL_COME = Wording("{name}将从{day}起担任{roles}。", "{name} will be {roles} from {day}.")
NOBODY_WAITS = Wording("现在没有人在等您同意登记。", "Nobody is waiting for your consent.")
MORE_WAIT = Wording(
    "……另有 {count} 人在等。上面的决定之后，再问一次“谁在等我同意”。",
    "… and {count} more. Once you have decided on these, ask again: who is waiting for me.",
)
WANTS_IN = Wording(
    "{name}想登记为{roles}，等您同意。", "{name} would like to join as {roles} and is waiting for your consent."
)
MADE_FOR = Wording(
    "链接是发给{meant}的，对方在 Telegram 上叫{name}。", "The link was made for {meant}; on Telegram they are {name}."
)
BY_DEPUTY_LINK = Wording("由{name}请来。", "Named by {name}.")
BY_PHONE = Wording("凭名单里的手机号。", "By the phone number on the roster.")
WAITS = Wording(
    "已收到，您的登记要等办公室同意；同意后我会告诉您，不用再点链接。",
    "Thank you. The office has to agree first; I will tell you when it does. You need not open the link again.",
)
ASKED = Wording(
    "已转给办公室核实，有结果我会告诉您，不用再发。",
    "I have passed this on to the office, and will tell you what it decides. You need not write again.",
)
ASKED_FOR_UNKNOWN_UNIT = Wording(
    "任务表里没有您写的单位，已转给办公室核实，有结果会联系您。单位写错了的，请把单位、姓名和手机号再发一遍。",
    "The plan has no such unit. I have passed this on to the office, which will see to it. If you mean a unit of the "
    "plan, please send it again with your name and number.",
)
NOT_PASSED_ON = Wording(
    "今天不能再转给办公室了，请直接向市领导小组办公室索取邀请链接。",
    "I cannot pass on any more requests today. Please ask the coordinating office for an invitation link.",
)
BY_REQUEST = Wording(
    "没有邀请链接，是 Telegram 上的{name}自己写来的：{said}。请核实是本人再同意。",
    "They have no invitation; {name} on Telegram wrote to me as {said}. Please check who it is before you agree.",
)
OF_UNKNOWN_UNIT = Wording(
    "Telegram 上的{called}想登记为{roles}，写的是：{said}。任务表里没有这个单位；核实是哪家后，"
    "请发：邀请 单位 {name} {phone}。",
    "{called} on Telegram would like to join as {roles} and wrote: {said}. The plan has no such unit. Once you know "
    "which it is, send: invite, the unit, {name} {phone}.",
)
COMES = Wording(
    "已登记：您从{day}起担任{roles}，到那天我会告诉您。", "You will be {roles} from {day}; I will tell you then."
)
AGREED = Wording(
    "办公室已同意，您现在是{roles}。发 /help 看用法。",
    "The office has agreed: you are {roles} now. Send /help for what you can do.",
)
BEGINS = Wording("从今天起您担任{roles}。", "From today you are {roles}.")
REFUSED = Wording(
    "办公室没有同意这次登记。有疑问请直接联系办公室。",
    "The office has not agreed to this registration. If you think it should, please ask the office.",
)
YOU_AGREED = Wording("已同意，{name}现在是{roles}。", "Agreed: {name} is {roles} now.")
YOU_REFUSED = Wording("已拒绝{name}的登记，对方会收到通知。", "{name} was declined and is told.")
TAKEN_OVER = Wording(
    "前任没填完的 {count} 份已转给您：{codes}。发“继续填报”接着填。",
    "{count} unfinished reports of your predecessor are yours now: {codes}. Send “continue” to go on with them.",
)

RETURNED = Wording("被退回、还没重新报的：{codes}。", "Returned, and not reported again: {codes}.")
WAITING = Wording("已申请延期、等办公室答复的：{codes}。", "More time is asked for, and not answered yet: {codes}.")


def arrival_text(arrival: Arrival, language: Language) -> Html:
    """Return the notice to the office that somebody has joined, will join or waits for consent."""
    name, roles = arrival.person.name, roles_text(arrival.roles, language)
    if arrival.state is ArrivalState.WAITING:
        first = WANTS_IN(language, name=name, roles=roles)
    elif arrival.state is ArrivalState.COMING and arrival.first_day:
        first = WILL_COME(language, name=name, roles=roles, day=arrival.first_day)
    else:
        first = CAME(language, name=name, roles=roles)
    if arrival.by_request:
        said = with_phone(arrival.meant_for, arrival.phone, language)
        if arrival.unit_is_unknown:
            them = {"name": name, "phone": arrival.phone, "roles": roles}
            return OF_UNKNOWN_UNIT(language, called=arrival.called, said=said, **them)
        return join([first, BY_REQUEST(language, name=arrival.called, said=said)])
    named = BY_DEPUTY_LINK(language, name=arrival.named_by) if arrival.named_by else NOTHING
    how = BY_PHONE(language) if arrival.role is None else named
    differs = arrival.meant_for and arrival.called and arrival.called != arrival.meant_for
    other = MADE_FOR(language, meant=arrival.meant_for, name=arrival.called) if differs else NOTHING
    return join([first, how, other])


def not_in_yet(arrival: Arrival, language: Language) -> Html:
    """Return the answer to somebody who waits for consent or for their first day."""
    if arrival.state is ArrivalState.COMING and arrival.first_day:
        return COMES(language, day=arrival.first_day, roles=roles_text(arrival.roles, language))
    asked = ASKED_FOR_UNKNOWN_UNIT if arrival.unit_is_unknown else ASKED
    return (asked if arrival.by_request else WAITS)(language)


def let_in(arrival: Arrival, language: Language) -> Html:
    """Return the message that the office has decided on a newcomer, or their first day has come, with next steps."""
    if arrival.state is ArrivalState.REFUSED:
        return REFUSED(language)
    if arrival.state is ArrivalState.COMING:
        return not_in_yet(arrival, language)
    wording = BEGINS if arrival.first_day else AGREED
    return join([wording(language, roles=roles_text(arrival.roles, language)), next_steps(arrival.person, language)])


def decided(arrival: Arrival, language: Language) -> Html:
    """Return the confirmation to the coordinator who has decided on a newcomer."""
    wording = YOU_REFUSED if arrival.state is ArrivalState.REFUSED else YOU_AGREED
    return wording(language, name=arrival.person.name, roles=roles_text(arrival.roles, language))


PHONE_UNKNOWN = Wording(
    "名单里没有找到这个手机号，请向办公室索取邀请链接。",
    "This number is not on the list. Please ask the office for an invitation link.",
)
PHONE_NOT_YOURS = Wording("请用下方按钮发送您本人的手机号。", "Please use the button below to share your own number.")
LANGUAGE_QUESTION = Wording("请选择语言：", "Please choose a language:")
SWITCHING = ("换", "改成", "改为", "切", "还是", "说", "讲", "用中文", "用英", "switch", "change", "speak", "prefer")
WONDERING = ("怎么", "咋", "为什么", "为啥", "how", "why")
LANGUAGES_NAMED = {"中文": "zh", "chinese": "zh", "英文": "en", "英语": "en", "english": "en"}
LANGUAGE_SET = Wording("好的，以后用中文。", "All right, English from now on.")
INVITE_FOR_ANOTHER = Wording(
    "这是[{unit}]{role}的邀请链接，还没有使用，请转发给对方。要由您本人担任吗？",
    "This invitation is for: {role}[, {unit}]. It has not been used yet; please forward it. Or is it for you?",
)
IT_IS_FOR_ME = Wording("由我担任", "It is for me")


def asks_to_switch(words: str) -> bool:
    """Return whether `words` ask to switch the language, not only mention one (材料有英文版的能传吗)."""
    said = words.casefold()
    return any(verb in said for verb in SWITCHING) and not any(asked in said for asked in WONDERING)


def language_named(words: str) -> str | None:
    """Return the language that `words` name; None if they name none or both."""
    named = {language for name, language in LANGUAGES_NAMED.items() if name in words.casefold()}
    return named.pop() if len(named) == 1 else None
