"""What is said when something cannot be announced as asked."""

from data import errors
from handlers.announcing.texts import broadcast, nudge, return_nudge
from handlers.telegram.refusals import Sentences

REFUSALS: Sentences = {
    errors.AllFiled: return_nudge.ALL_FILED,
    errors.AnnouncementEmpty: broadcast.EMPTY,
    errors.ChoicesUnclear: broadcast.choices_unclear,
    errors.DayGone: broadcast.DAY_GONE,
    errors.NobodyToNudge: nudge.nobody,
    errors.NotTheirTask: nudge.not_theirs,
    errors.NothingToNudge: nudge.NOTHING,
    errors.NudgedAlready: nudge.already,
    errors.NoGroups: broadcast.NO_GROUPS,
    errors.NoRecipients: broadcast.NO_RECIPIENTS,
    errors.NotAFile: broadcast.NOT_A_FILE,
    errors.OneFileOnly: broadcast.ONE_FILE,
}
