"""Who cannot join or leave, and why."""

from data.errors.people import (
    InviteForAnother,
    InviteForDeputy,
    InviteInvalid,
    LastCoordinator,
    NobodyThere,
    PhoneMissing,
    RemovalStands,
    RoleNeedsUnit,
    StandInNotThere,
)
from data.people.people import Role
from handlers.people.texts import deputies, newcomers, removal
from handlers.people.texts.leaving import LAST_COORDINATOR
from handlers.telegram import Html, Language, Sentences, Wording
from handlers.telegram.labels import ROLE

INVITE_INVALID = Wording(
    "这个邀请链接无效或已过期，请向办公室索取新的链接。",
    "This invitation is not valid or has expired. Please ask the office for a new one.",
)
ROLE_NEEDS_UNIT = Wording("{role}要指明单位。", "A {role} needs a unit.")
PHONE_MISSING = Wording("请发电话号码，例如：027-82826666。", "Please send a telephone number, such as 027-82826666.")
STAND_IN_NOT_THERE = Wording(
    "{name}不在{unit}的名单上，不能代为查看和填报。请选本单位的人，或另请一位B角。",
    "{name} is not on the list of {unit} and cannot stand in. Please choose one of its people, or another deputy.",
)


def _invite_for_another(error: InviteForAnother, language: Language) -> Html:
    wording = newcomers.INVITE_FOR_ANOTHER if error.unit else newcomers.INVITE_FOR_ANOTHER_IN_OFFICE
    return wording(language, unit=error.unit, role=ROLE[Role(error.role)](language))


REFUSALS: Sentences = {
    InviteForAnother: _invite_for_another,
    InviteForDeputy: deputies.FOR_DEPUTY,
    InviteInvalid: lambda error, language: (deputies.LINK_OVER if error.for_deputy else INVITE_INVALID)(language),
    LastCoordinator: LAST_COORDINATOR,
    NobodyThere: removal.NOBODY_THERE,
    RoleNeedsUnit: lambda error, language: ROLE_NEEDS_UNIT(language, role=ROLE[Role(error.role)](language)),
    PhoneMissing: PHONE_MISSING,
    RemovalStands: removal.TOO_LATE,
    StandInNotThere: STAND_IN_NOT_THERE,
}
