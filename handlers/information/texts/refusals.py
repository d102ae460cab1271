"""What is said if something cannot be done with work information."""

from data.errors.information import InformationTooLong, NothingInIt, TakenAlready, TitleTooLong
from data.plan.files import problems
from handlers.information.texts import submission
from handlers.wording import Html, Language, Sentences, Wording

TOO_LONG = Wording(
    "正文最多 {most} 字：已有 {written} 字，这条 {more} 字加不下，没有收。请精简后再发，前面的都留着。",
    "A text can have at most {most} characters: there are {written}, so these {more} do not fit and were not added. "
    "Please shorten them; the rest is kept.",
)


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
    return submission.FILE_NOT_READ(language, reason=reason)


REFUSALS: Sentences = {
    InformationTooLong: lambda error, language: TOO_LONG(
        language, **{name: f"{count:,}" for name, count in vars(error).items()}
    ),
    NothingInIt: Wording(
        "还没有正文，也没有照片和文件。请先发正文或文件，再提交。",
        "There is no text and no file yet. Please send one of them, then submit.",
    ),
    TakenAlready: Wording(
        "这条已经采用，不能撤回了；要改请与办公室联系。",
        "It has been taken into a brief and cannot be withdrawn; please talk to the office about a change.",
    ),
    TitleTooLong: Wording(
        "标题请控制在 {most} 字以内（现在 {length} 字），请写短一些再发。",
        "Please keep the title within {most} characters (now {length}) and send it again.",
    ),
    problems.FileProblem: _file_not_read,
}
