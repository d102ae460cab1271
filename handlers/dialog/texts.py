"""Texts that all dialogs share."""

from data.errors import NoReason
from handlers.wording import NOTHING, Html, Language, Sentences, Wording, join

CLEAR = Wording("清空", "Clear")
TO_PREVIEW = Wording("直接核对", "To the preview")
ADD_TO_IT = Wording("补充", "Add to it")
REWRITE_IT = Wording("重写", "Write it anew")
GO_ON = Wording("继续", "Go on")
UNFINISHED_DIALOG = Wording("{what}，要接着办请点“继续”。", "{what}; press “Go on”.")
REASON = Wording("原因", "reason")
UNIT_WILL_READ = Wording("还没发出。{unit}会收到：", "Not sent yet. {unit} will read:")
SEND_OR_CHANGE = Wording(
    "没问题请点“{send}”；要改请点“修改”。", "If that is right, press “{send}”; to change it, press “Change”."
)
CANCEL_QUESTION = Wording("真的取消吗？已填的内容不会保留。", "Really cancel? What you filled in will not be kept.")
CANCEL_YES = Wording("不要了", "Drop it")
NOTHING_TO_CANCEL = Wording(
    "现在没有正在填的内容。要撤回刚才办的，发“撤销”。",
    "There is nothing to cancel. To take back what you did last, send “undo”.",
)
WHICH_STEP = Wording("要修改哪一项？", "What do you want to change?")
REST_OF_IT = Wording(
    "“{said}”这句话本身还没有写进去。要补充到哪一项，还是改哪一项？请点按钮；都不是就点“上一步”。",
    "“{said}” itself has not been added yet. Should it be added to an answer, or replace one? Press a button; if "
    "neither, “Back”.",
)
SAID = Wording(
    "“{said}”没有写进去。要补充到哪一项，还是改哪一项？请点按钮；都不是就点“上一步”。",
    "“{said}” was not added. Should it be added to an answer, or replace one? Press a button; if neither, “Back”.",
)
NOT_WRITTEN = Wording("“{said}”没有写进去。", "“{said}” was not added.")
NOT_OF_THIS = Wording(
    "“{said}”没有写进去。要改这里的一项请点按钮；是另一件事，请先发“先放着”，再说一遍。",
    "“{said}” was not added. To change something here, press a button; for anything else, send “later” first, then "
    "say it again.",
)
NOT_TAKEN = Wording(
    "“{said}”没有照办，这里什么也还没做。同意请点“{submit}”，不同意请点“取消”。",
    "“{said}” was not carried out, and nothing has been done yet. Press “{submit}” to agree, or “Cancel”.",
)
NOT_HANDLED = Wording(
    "没有处理：{words}。请另发一句。", "Not dealt with: {words}. Please send it as a sentence of its own."
)
SO_ALREADY = Wording("已经是这样写的：", "That is what it says already:")
WHETHER_TO_SUBMIT = Wording(
    "没问题就点“{submit}”；要改直接说。", "If all is right press “{submit}”; to change something just say it."
)
NOTHING_MORE = Wording("好的，就这些。请点“{submit}”：", "All right, that is all. Press “{submit}”:")
ADD_TO = Wording("补充到{label}里", "Add to: {label}")
CHANGE_ONE = Wording("改哪一项？", "Change something")
ADDS = Wording(
    "请发要补充的话，会接在现在写的后面。", "Send what you want to add; it goes after what is written so far."
)
LATER = Wording(
    "好，先放着，写的都留着。发“继续”就接着办。", "All right, it waits as it is. Send “continue” to go on with it."
)
WAYS_OUT = Wording(
    "先放一放发“先放着”，不填了发“取消”，要问人发“办公室联系人”。",
    "To leave it for now, send “later”; to drop it, “cancel”; to ask somebody, “who can i ask”.",
)
WELCOME = Wording("不客气。", "You are welcome.")
CHANGED_MEANWHILE = Wording(
    "还没提交：您看过之后，这里有了变化。请再看一下：",
    "Not submitted yet: this has changed since you looked at it. Please check again:",
)
TAKEN_BEFORE = Wording(
    "上一条已经记下，这一条没有记。现在问的是：",
    "Your message before was noted, this one was not. The question now is:",
)
NOT_DONE = Wording("您写的内容：", "What you wrote:")
WITHOUT_IT = Wording(
    "“{said}”没有写进去。不带这句就再点一次“{submit}”。",
    "“{said}” has not been added. To go on without it, press “{submit}” once more.",
)
WITHOUT = Wording(
    "“{said}”还没有写进去。不带这句请点“{submit}”；要写进去请点“修改”。",
    "“{said}” has not been added. To go on without it, press “{submit}”; to add it, press “Change”.",
)


def read_back(unit: str, letter: Html, send: str, language: Language) -> Html:
    """Return what a unit will read, word for word, and how to send or change it."""
    return join([UNIT_WILL_READ(language, unit=unit), letter, SEND_OR_CHANGE(language, send=send)])


def why_over(why: Html, written: Html, language: Language) -> Html:
    """Return why a dialog is over, with what was written in it."""
    return join([why, join([NOT_DONE(language), written]) if written else NOTHING])


REFUSALS: Sentences = {NoReason: Wording("“{said}”没有记作原因。", "“{said}” was not taken as the reason.")}
