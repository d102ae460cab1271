"""One sentence for everything that can be refused."""

from data import errors
from handlers.texts import messages as m
from handlers.texts.wording import Html, Language


def refusal(error: errors.Refusal, language: Language) -> Html:
    """What to say when something asked for cannot be done, and what to do next."""
    match error:
        case errors.UnknownUnit(name, near) if near:
            return m.UNKNOWN_UNIT_NEAR(language, name=name, near="、".join(near))
        case errors.UnknownUnit(name):
            return m.UNKNOWN_UNIT(language, name=name)
        case errors.UnknownTask(code):
            return m.UNKNOWN_TASK(language, code=code)
        case errors.NotYours():
            return m.NOT_YOURS(language)
        case errors.InviteInvalid():
            return m.INVITE_INVALID(language)
        case errors.RoleNeedsUnit(role):
            return m.ROLE_NEEDS_UNIT(language, role=role)
        case errors.PercentOutOfRange():
            return m.PERCENT_RANGE(language)
        case errors.NoteTooLong(length, most):
            return m.NOTE_LENGTH(language, length=length, most=most)
        case errors.StaleButton():
            return m.STALE(language)
        case errors.TaskClosed(code):
            return m.TASK_CLOSED(language, code=code)
        case errors.NoPlan():
            return m.NO_PLAN(language)
        case errors.DatabaseUnusable(reason):
            return m.DATABASE_UNUSABLE(language, reason=reason)
    raise error
