"""Refusals about joining and leaving."""

from data.errors import people as errors
from data.people.people import Role
from handlers.people.texts import deputies, newcomers
from handlers.wording import Sentences, Wording
from handlers.wording.labels import ROLE

INVITE_INVALID = Wording(
    "这个邀请链接无效或已过期，请向办公室索取新的链接。",
    "This invitation is not valid or has expired. Please ask the office for a new one.",
)
ROLE_NEEDS_UNIT = Wording("{role}要指明单位。", "A {role} needs a unit.")


REFUSALS: Sentences = {
    errors.InviteForAnother: lambda error, language: newcomers.INVITE_FOR_ANOTHER(
        language, unit=error.unit, role=ROLE[Role(error.role)]
    ),
    errors.InviteForDeputy: Wording(
        "您是{unit}的联络员，这个链接要由B角本人打开，请转发给对方。",
        "You are a liaison of {unit}; this link is for the deputy. Please forward it.",
    ),
    errors.InviteInvalid: lambda error, language: deputies.LINK_OVER if error.for_deputy else INVITE_INVALID,
    errors.LastCoordinator: Wording(
        "只有这一位协调员，请先邀请另一位（发 /invite 协调员）。",
        "This is the only coordinator. Please invite another one first: /invite coordinator.",
    ),
    errors.NobodyThere: Wording(
        "这位已经不在名单里了。发 /people 看现在的名单。", "They are no longer on the list. /people shows it."
    ),
    errors.RoleNeedsUnit: lambda error, language: ROLE_NEEDS_UNIT(language, role=ROLE[Role(error.role)]),
    errors.PhoneMissing: Wording(
        "请发电话号码，例如：027-82826666。", "Please send a telephone number, such as 027-82826666."
    ),
    errors.NameTooLong: Wording(
        "“{start}…”太长，名称最多 {most} 个字，请写短些再发。",
        "“{start}…” is too long: a name has {most} characters at most. Please shorten it and send it again.",
    ),
    errors.NameMissing: Wording("请只发姓名，例如：李某。", "Please send the name alone, such as Li."),
    errors.RemovalStands: Wording(
        "已经超过一天，不能撤销了。要请对方回来，请发 /invite 加单位名。",
        "More than a day has passed, so it cannot be undone. To bring them back, send /invite with the unit's name.",
    ),
    errors.AlreadyOfUnit: Wording(
        "{name}已经是这个单位的人了，不用再换。", "{name} is of that unit already; nothing has to be changed."
    ),
}
