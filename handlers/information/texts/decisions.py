"""Texts about deciding on work information: what the office is asked, and what the unit reads."""

from datetime import date

from data.information.information import Information, InformationState
from handlers.information.texts.overview import week_text
from handlers.wording import Html, Language, Wording, cut

WEEK = Wording("编入哪期", "brief")
WORD = Wording("说明", "word")
WHICH_WEEK = Wording(
    "《{title}》编入哪一期简报？点一下，或写那一周的任意一天，如 12月10日。",
    "Into which brief should “{title}” go? Press one, or write any day of its week, such as 10 December.",
)
DECIDED = Wording("这条现在是：{state}。", "At present: {state}.")
THIS_WEEK = Wording("本周（{days}）", "This week ({days})")
LAST_WEEK = Wording("上周（{days}）", "Last week ({days})")
NEXT_WEEK = Wording("下周（{days}）", "Next week ({days})")
CHECK_WEEK = Wording(
    "《{title}》编入 {week} 的简报，{unit}会收到通知。对吗？",
    "“{title}” goes into the brief of {week}, and {unit} will be told. Is that right?",
)
CHECK_MOVE = Wording(
    "《{title}》改编入 {week} 的简报，对吗？", "“{title}” goes into the brief of {week} instead. Is that right?"
)
TAKEN = Wording(
    "已采用：{unit}《{title}》编入 {week} 的简报。{unit}会收到通知。",
    "Taken: “{title}” of {unit} goes into the brief of {week}. The unit will be told.",
)
MOVED = Wording("《{title}》改编入 {week} 的简报。", "“{title}” goes into the brief of {week} now.")
UNDONE = Wording(
    "办公室撤销了刚才对《{title}》的处理，有结果会再告诉您。",
    "The office has taken back its decision on “{title}”; I will tell you the result.",
)
WHICH_WORD = Wording(
    "《{title}》不采用，请写一句说明，{unit}会看到。也可以点一句。",
    "“{title}” is not taken: please say why in one sentence, which {unit} will read, or press one.",
)
USUAL_WORDS = (
    Wording("同类内容已有，这期先不编", "This brief already has something similar"),
    Wording("内容很好，留作下期参考", "Kept in mind for a later brief"),
    Wording("与本项工作关系不大", "It has little to do with this work"),
)
WHICH_TO_TAKE = Wording(
    "还没有处理。采用哪一条？请点一下。", "Nothing is done yet. Which one is taken? Please press it."
)
WHICH_TO_DECLINE = Wording(
    "还没有处理。不采用哪一条？请点一下。", "Nothing is done yet. Which one is not taken? Please press it."
)
NONE_OF_UNIT = Wording("{unit}没有等待处理的工作信息。", "No work information of {unit} is waiting for a decision.")
DECLINED = Wording(
    "已告诉{unit}：《{title}》这次没有采用。", "{unit} will be told that “{title}” is not taken this time."
)
WAITS = Wording("《{title}》还没有处理完", "“{title}” is not decided on yet")

LETTER_TAKEN = Wording(
    "您单位报送的《{title}》已采用，编入 {week} 的工作简报。谢谢！",
    "Your unit's work information “{title}” was taken into the brief of {week}. Thank you!",
)
LETTER_DECLINED = Wording(
    "您单位报送的《{title}》这次没有编入简报：{word}\n谢谢报送，欢迎继续来稿。",
    "Your unit's work information “{title}” is not in the brief this time: {word}\nThank you; more is welcome.",
)

WHICH_TITLE = Wording(
    "改一份《{title}》：标题写什么？不改就点“不改”。", "A copy of “{title}”: what is its title? Or “Keep it”."
)
WHICH_TEXT = Wording(
    "请发修改后的正文（现在 {length} 字，最多 {most} 字）；不改就点“不改”。单位的原文不会动。",
    "Please send the edited text (now {length} characters, at most {most}), or “Keep it”. The unit's words stay.",
)
IN_PART = Wording("（正文较长，这里只显示开头）", "(It is long; this is its beginning.)")
SAVE = Wording("保存", "Save")
CHECK = Wording("简报里会这样写，没问题请点“保存”：", "The brief will print this. If it is right, press “Save”:")
SAVED = Wording("已保存修改稿，单位的原文没有动。", "The edited copy is saved; the unit's own words stay as they are.")
EDIT_WAITS = Wording("修改稿还没保存", "The edited copy is not saved yet")


def letter(found: Information, today: date, language: Language) -> Html:
    """Return the decision as the unit reads it."""
    title = cut(found.title, 60)
    if found.state is InformationState.TAKEN and found.week is not None:
        return LETTER_TAKEN(language, title=title, week=week_text(found.week, today, language))
    return declined_letter(title, found.word, language)


def declined_letter(title: str, word: str, language: Language) -> Html:
    """Return that a piece was not taken, with the office's word."""
    return LETTER_DECLINED(language, title=cut(title, 60), word=word)
