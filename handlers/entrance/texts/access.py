"""What strangers hear, and those who ask for what is not theirs; invitations and the language."""

from handlers.telegram.wording import Wording

STRANGER = Wording(
    "您好。这是打击侵权假冒工作的联络员助手，只对已登记的人员开放。请向市领导小组办公室索取邀请链接；已报过手机号的，可点下方按钮登记。",
    "Hello. This assistant is for registered liaisons only. Please ask the coordinating office for an invitation "
    "link, or, if your phone number is on its list, use the button below.",
)
TOO_FAST = Wording(
    "操作太频繁了，请一分钟后再试；刚才超出的部分没有处理。",
    "That was too fast. Please wait a minute; what went beyond the limit was not handled.",
)
PHONE_UNKNOWN = Wording(
    "名单里没有找到这个手机号，请向办公室索取邀请链接。",
    "This number is not on the list. Please ask the office for an invitation link.",
)
PHONE_NOT_YOURS = Wording("请用下方按钮发送您本人的手机号。", "Please use the button below to share your own number.")
NOT_FOR_ROLE = Wording(
    "这项操作由办公室使用。发 /help 看您可以用的操作。",
    "This is for the coordinating office. /help shows what you can use.",
)
FOR_OFFICE = Wording("这项操作由办公室使用。", "This is for the coordinating office.")
FOR_LIAISONS = Wording(
    "填报由各单位的联络员办理。发 /help 看您可以用的操作。",
    "Reporting is for the units' liaisons. /help shows what you can use.",
)
LANGUAGE_QUESTION = Wording("请选择语言：", "Please choose a language:")
LANGUAGE_SET = Wording("好的，以后用中文。", "All right, English from now on.")
INVITE_USAGE = Wording("请写明单位，例如：/invite 市公安局", "Please name the unit, for example: /invite 市公安局")
INVITE_FOR_ANOTHER = Wording(
    "这是{unit}{role}的邀请链接，还没有使用，请转发给对方。要由您本人担任吗？",
    "This invitation is for {role}, {unit}. It has not been used; please pass it on. Or is it for you?",
)
INVITE_FOR_ANOTHER_IN_OFFICE = Wording(
    "这是{role}的邀请链接，还没有使用，请转发给对方。要由您本人担任吗？",
    "This invitation is for: {role}. It has not been used; please pass it on. Or is it for you?",
)
IT_IS_FOR_ME = Wording("由我担任", "It is for me")
INVITE_LINK = Wording(
    "{unit}{role}邀请链接（一次有效，72 小时内）：\n{link}",
    "Invitation for {role}, {unit} (once, within 72 hours):\n{link}",
)
