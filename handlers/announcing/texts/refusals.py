"""What is said when something cannot be announced as asked."""

from data.errors.announcing import (
    AnnouncementEmpty,
    ChoicesUnclear,
    MoreThanADay,
    NobodyToNudge,
    NoGroups,
    NoRecipients,
    NotAFile,
    NothingToNudge,
    NotTheirTask,
    NudgedAlready,
    TimeGone,
    TimeUnclear,
    TooManyToSend,
)
from data.errors.deadlines import DayGone
from data.errors.returns import AllFiled
from handlers.announcing.texts import broadcast, nudge, return_nudge, sending_time
from handlers.telegram.refusals import Sentences

REFUSALS: Sentences = {
    AllFiled: return_nudge.ALL_FILED,
    AnnouncementEmpty: broadcast.EMPTY,
    ChoicesUnclear: broadcast.choices_unclear,
    DayGone: broadcast.DAY_GONE,
    MoreThanADay: broadcast.more_than_a_day,
    NobodyToNudge: nudge.nobody,
    NotTheirTask: nudge.not_theirs,
    NothingToNudge: nudge.NOTHING,
    NudgedAlready: nudge.already,
    NoGroups: broadcast.NO_GROUPS,
    NoRecipients: broadcast.NO_RECIPIENTS,
    NotAFile: broadcast.NOT_A_FILE,
    TimeGone: sending_time.time_gone,
    TimeUnclear: sending_time.TIME_UNCLEAR,
    TooManyToSend: broadcast.too_many,
}
