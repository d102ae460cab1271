"""What is said of invitations."""

from handlers.telegram.wording import Wording

INVITE_USAGE = Wording("请写明单位，例如：/invite 市公安局", "Please name the unit, for example: /invite 市公安局")
INVITE_LINK = Wording(
    "{unit}{role}邀请链接（一次有效，72 小时内）：\n{link}",
    "Invitation for {role}, {unit} (once, within 72 hours):\n{link}",
)
