"""What cannot be done with work information, and why."""

from data.errors.information import InformationTooLong, NothingInIt, TakenAlready, TitleTooLong
from data.plan.files import problems
from handlers.information.texts import overview, submission
from handlers.telegram import Html, Language, Sentences, Wording

TOO_LONG = Wording(
    "正文最多 {most} 字：已有 {written} 字，这条 {more} 字加不下，没有收。请精简后再发，前面的都留着。",
    "A text has at most {most} characters: {written} are there, and these {more} do not fit and were not taken. Please "
    "shorten them; what was there is kept.",
)


def _too_long(error: InformationTooLong, language: Language) -> Html:
    return TOO_LONG(language, **{name: f"{count:,}" for name, count in vars(error).items()})


def _file_not_read(error: problems.FileProblem, language: Language) -> Html:
    reason = submission.BROKEN
    match error:
        case problems.PasswordProtected():
            reason = submission.WITH_PASSWORD
        case problems.FileTooLarge() | problems.UnpacksTooLarge() | problems.TooMuchWork():
            reason = submission.TOO_LARGE_TO_READ
        case problems.FileEmpty():
            reason = submission.NO_TEXT_IN_FILE
        case problems.WrongKind("doc"):
            reason = submission.OLD_WORD
    return submission.FILE_NOT_READ(language, reason=reason(language))


REFUSALS: Sentences = {
    InformationTooLong: _too_long,
    NothingInIt: submission.NOTHING_IN_IT,
    TakenAlready: overview.TAKEN_ALREADY,
    TitleTooLong: submission.TITLE_TOO_LONG,
    problems.FileProblem: _file_not_read,
}
