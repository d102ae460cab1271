"""What is said to those who come in, and about the language."""

from handlers.telegram.wording import Wording

PHONE_UNKNOWN = Wording(
    "名单里没有找到这个手机号，请向办公室索取邀请链接。",
    "This number is not on the list. Please ask the office for an invitation link.",
)
PHONE_NOT_YOURS = Wording("请用下方按钮发送您本人的手机号。", "Please use the button below to share your own number.")
LANGUAGE_QUESTION = Wording("请选择语言：", "Please choose a language:")
LANGUAGE_SET = Wording("好的，以后用中文。", "All right, English from now on.")
INVITE_FOR_ANOTHER = Wording(
    "这是{unit}{role}的邀请链接，还没有使用，请转发给对方。要由您本人担任吗？",
    "This invitation is for {role}, {unit}. It has not been used; please pass it on. Or is it for you?",
)
INVITE_FOR_ANOTHER_IN_OFFICE = Wording(
    "这是{role}的邀请链接，还没有使用，请转发给对方。要由您本人担任吗？",
    "This invitation is for: {role}. It has not been used; please pass it on. Or is it for you?",
)
IT_IS_FOR_ME = Wording("由我担任", "It is for me")
