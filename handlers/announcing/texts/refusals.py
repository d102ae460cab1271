"""What is said when something cannot be announced as asked."""

from data.errors import announcing as errors
from data.errors.deadlines import DayGone
from data.errors.returns import AllFiled
from handlers.announcing.texts import broadcast, nudge, return_nudge, sending_time
from handlers.announcing.texts.names import some
from handlers.telegram import Sentences, cut

REFUSALS: Sentences = {
    AllFiled: return_nudge.ALL_FILED,
    errors.AnnouncementEmpty: broadcast.EMPTY,
    errors.ChoicesUnclear: broadcast.CHOICES_UNCLEAR,
    DayGone: broadcast.DAY_GONE,
    errors.MoreThanADay: lambda error, language: broadcast.MORE_THAN_A_DAY(language, said=cut(error.text, 60)),
    errors.NobodyToNudge: lambda error, language: nudge.NOBODY(language, units=some(error.units, language)),
    errors.NotTheirTask: lambda error, language: nudge.NOT_THEIRS(
        language, code=error.code, others=some(error.others, language)
    ),
    errors.NamesNothingToNudge: lambda error, language: nudge.NAMES_NOTHING(language, said=cut(error.text, 30)),
    errors.NothingToNudge: nudge.NOTHING,
    errors.NudgedAlready: nudge.already,
    errors.NoGroups: broadcast.NO_GROUPS,
    errors.NoRecipients: broadcast.NO_RECIPIENTS,
    errors.NotAFile: broadcast.NOT_A_FILE,
    errors.TimeGone: lambda error, language: sending_time.TIME_GONE(
        language, moment=sending_time.moment_text(error.at, error.at.date(), language)
    ),
    errors.TimeUnclear: sending_time.TIME_UNCLEAR,
    errors.TooManyToSend: broadcast.TOO_MANY,
}
