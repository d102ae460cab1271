"""Who cannot join or leave, and why."""

from data import errors
from data.people.people import Role
from handlers.people.texts import deputies, joining, removal
from handlers.people.texts.leaving import LAST_COORDINATOR
from handlers.telegram.labels import ROLE
from handlers.telegram.refusals import Sentences
from handlers.telegram.wording import Html, Language, Wording

INVITE_INVALID = Wording(
    "这个邀请链接无效或已过期，请向办公室索取新的链接。",
    "This invitation is not valid or has expired. Please ask the office for a new one.",
)
ROLE_NEEDS_UNIT = Wording("{role}要指明单位。", "A {role} needs a unit.")


def _invite_invalid(error: errors.InviteInvalid, language: Language) -> Html:
    return (deputies.LINK_OVER if error.for_deputy else INVITE_INVALID)(language)


def _invite_for_another(error: errors.InviteForAnother, language: Language) -> Html:
    wording = joining.INVITE_FOR_ANOTHER if error.unit else joining.INVITE_FOR_ANOTHER_IN_OFFICE
    return wording(language, unit=error.unit, role=ROLE[Role(error.role)](language))


def _role_needs_unit(error: errors.RoleNeedsUnit, language: Language) -> Html:
    return ROLE_NEEDS_UNIT(language, role=ROLE[Role(error.role)](language))


REFUSALS: Sentences = {
    errors.InviteForAnother: _invite_for_another,
    errors.InviteForDeputy: deputies.FOR_DEPUTY,
    errors.InviteInvalid: _invite_invalid,
    errors.LastCoordinator: LAST_COORDINATOR,
    errors.NobodyThere: removal.NOBODY_THERE,
    errors.RoleNeedsUnit: _role_needs_unit,
    errors.RemovalStands: removal.TOO_LATE,
}
