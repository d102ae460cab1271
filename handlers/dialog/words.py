"""The words of buttons, and what people write instead of pressing them."""

from data.understanding import says
from data.understanding.dialog.turns import agrees
from handlers.dialog.texts import ADD_TO_IT, CLEAR, GO_ON, REWRITE_IT, TO_PREVIEW
from handlers.wording import in_both_languages, labels, phrase_set, plain_word

WHAT = ("新增", "数据", "统计数据", "材料", "佐证材料", "附件")
SKIPS = frozenset(
    ["跳过", "没有", "没有了", "无", "没", "没了", "暂无", "暂时没有", "不用", "不用了", "不需要"]
    + [none + what for none in ("无", "没有", "暂无") for what in WHAT]
    + ["不知道", "还不知道", "不清楚", "还没定", "没定", "待定", "暂不清楚", "don't know", "not sure", "no idea"]
    + ["不好说", "这个不好说", "现在不好说", "还不好说", "说不好", "说不准", "还说不准", "说不清", "拿不准"]
    + ["hard to say", "can't say"]
    + ["skip", "none", "no", "nothing"]
)
"""Words that skip a question; never an answer to keep."""
WITHOUT_REASON = phrase_set(
    "不用写原因|不写原因|不用原因|不需要原因|不说原因|不用说原因|没有原因|没原因|没什么原因|无原因|原因不用写",
    "原因不写|没有理由|没理由|不用写|不写了|no reason|no need|without a reason",
)
"""Words that decline to give a reason; never a reason."""
SAME = phrase_set("和上次一样|跟上次一样|同上次|同上|same|same as before")
"""Other words for 沿用上次."""
REPEATS = phrase_set(
    "再说一遍|再说一次|再问一遍|重复一下|重复一遍|再发一遍|问的是什么|刚才问的什么|刚才问什么|你问的什么|什么问题",
    "问题是什么|再说一遍问题|上面问的是什么|上面问的什么|say that again|say it again|repeat|repeat that",
    "repeat the question|what was the question",
)
"""Words that ask to hear the question again."""
RESUMES = frozenset({labels.RESUME.zh, "接着填", "接着填报", "continue the report", "continue"}) | in_both_languages(
    GO_ON
)
"""Words that resume a parked dialog."""
AGREED = phrase_set("确认|确认提交|确定|没问题|无误|核对无误|confirm|confirmed")
"""Other words for 提交."""
CONFIRMS = phrase_set("确认|确认提交|确定|confirm|confirmed")
"""Words of `AGREED` that are no answer in one's own words."""
SURELY = "确认"
"""Stands on a button in front of what it does."""
PUTS_OFF = phrase_set(
    "先放着|先存着|先留着|先搁着|先放放|先放一放|放着吧|先存一下|回头弄|回头再弄|回头再填|晚点弄|晚点再弄|晚点再填|等下再弄|等下再填|过几天弄|later"
)
"""Words that park the open dialog; never an answer to keep."""
DENIES = phrase_set(
    "不对|不对不对|不对啊|不对吧|不对哦|哦不对|这个不对|这不对|有误|写得不对|填得不对",
    "that's wrong|this is wrong|not right|that's not right|not correct|incorrect",
)
"""Words that what is shown is wrong, without saying what is right; never an answer to keep."""
SLIPS = phrase_set("错了|有错|写错了|填错了|搞错了|弄错了|wrong")
"""The same, but these may be an answer, such as the reason for a change."""
YES = phrase_set("是|是的|对|嗯|确认|确定|确认取消|真的|取消填报|取消申请|yes|confirm|sure")
"""Words that answer yes when asked whether to give a dialog up."""
NO = phrase_set("不|不是|否|别取消|不取消|先不取消|继续写|继续填|no|keep it|continue|go on")
"""Words that answer no when asked whether to give a dialog up."""
HEARD = phrase_set("收到|收到了|好的收到|明白|明白了|知道了|了解|got it")
"""Words that only say that something was received."""
THANKS = HEARD | phrase_set(
    "bye|bye bye|goodbye|good bye|see you|see ya|ty bye|thanks bye|拜拜|再见|回见",
    "收到谢谢|收到，谢谢|谢谢|谢谢了|谢了|多谢|辛苦了|thanks|thank you",
    "many thanks",
)
"""Words that reply to what was told, and ask for nothing."""
NODDED = phrase_set("好|好的|好嘞|得嘞|好滴|行|嗯|嗯嗯|ok|okay")
"""Words that agree with what was told, if nothing waits for an answer."""
NODS = frozenset("🙏👍👌🤝🌹💐❤🫡")
"""Emoji that thank or agree, alone or repeated."""
COLOURS = frozenset("\ufe0f🏻🏼🏽🏾🏿")
COURTESIES = (
    THANKS
    | NODDED
    | phrase_set("hmm|um|uh|额|呃|emm|emmm")
    | phrase_set("好吧|行吧|可以|哦|是|是的|对|对的|等等|等一下|等下|稍等|下一步|yes|sure|fine|wait|one moment|hold on")
)
"""Polite words, which answer no question for one's own words."""
WORDS = in_both_languages(
    labels.BACK,
    labels.SUBMIT,
    labels.EDIT,
    labels.SAME_AS_LAST,
    labels.GO_ON,
    labels.SURE,
    labels.KEEP,
    CLEAR,
    TO_PREVIEW,
    ADD_TO_IT,
    REWRITE_IT,
)
"""Labels on the buttons of questions; never an answer to keep."""
ADDS = phrase_set("写上|写上吧|加上|加上吧|写进去|加进去|补充进去|add it|put it in")
"""Other words for 补充."""
BUTTON_MEANT = {
    "返回": labels.BACK.zh,
    **dict.fromkeys(ADDS, ADD_TO_IT.zh),
    **dict.fromkeys(SAME, labels.SAME_AS_LAST.zh),
    **dict.fromkeys(AGREED, labels.SUBMIT.zh),
}
"""Other words for buttons, with the label they mean."""


def says_nothing_more(text: str) -> bool:
    """Return whether a text only says that there is nothing, or nothing more, to say: 没有, 好了没了."""
    return plain_word(text) in SKIPS or says(text, "consent.nothing_more")


def says_enough(text: str) -> bool:
    """Return whether a text only says that all there is has been sent: 发完了."""
    return plain_word(text) in SKIPS or says(text, "consent.enough")


def only_submits(text: str) -> bool:
    """Return whether a text only says to submit what is open; polite words do not."""
    word = plain_word(text)
    return BUTTON_MEANT.get(word, word) in in_both_languages(labels.SUBMIT) or (agrees(text) and not is_courtesy(text))


def without_order_to_submit(text: str) -> str:
    """Return a text without a last line that only says to submit it; what it says is shown first in any case."""
    told, _, last = text.rstrip().rpartition("\n")
    return told if told.strip() and only_submits(last) else text


def is_nod(text: str) -> bool:
    """Return whether a text is nothing but emoji that thank or agree."""
    said = set(text.strip()) - COLOURS
    return bool(said) and said <= NODS


def is_courtesy(text: str) -> bool:
    """Return whether a text is merely polite, and answers no question for one's own words."""
    return plain_word(text) in COURTESIES or is_nod(text) or thanks(text)


def thanks(text: str) -> bool:
    """Return whether a text only thanks or takes note: 谢谢, 好的知道了."""
    return plain_word(text) in THANKS or (says(text, "consent.only_nods") and says(text, "consent.takes_note"))


def begins_politely(text: str) -> bool:
    """Return whether the first of several words, apart by a space or comma, is merely polite: 行，就这样."""
    first, *others = text.replace("，", " ").replace(",", " ").split() or [""]
    return bool(others) and is_courtesy(first)
