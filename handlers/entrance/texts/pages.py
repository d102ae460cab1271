"""Words that turn a page, and what is said if there is no page to turn to."""

from handlers.wording import Wording, in_both_languages, labels, phrase_set

LAST_PAGE = Wording("已经是最后一页了。", "That was the last page.")
FIRST_PAGE = Wording("已经是第一页了。", "That was the first page.")
NO_PAGES = Wording(
    "上面没有可以翻页的列表。请先打开列表，例如发“我的任务”。",
    "There is no list above with pages. Please open one first, such as “my tasks”.",
)
ONE_BY_ONE = Wording(
    "请一页一页翻：发“下一页”或“上一页”。", "Please turn one page at a time: send “next page” or “previous page”."
)
OF_PAGES = phrase_set("下一页|上一页|下页|上页|翻页|看下一页|看上一页|next page|previous page")
"""Words that are about pages even if no list is shown."""
ONWARD = in_both_languages(labels.NEXT_PAGE) | phrase_set(
    "下一个|下个|这个先放着|先放着|再下一页|再翻一页|下页|翻页|看下一页|更多|往下|往下翻|再往下|后面的|后面还有呢|还有呢|还有吗|接着看|往后|再来一页",
    "next page|more|show more|the rest|next one",
)
BACK = in_both_languages(labels.PREVIOUS_PAGE) | phrase_set(
    "上一个|上个|上页|看上一页|往上|往上翻|往前|previous page|page before"
)
RECALLS, VOIDS = frozenset({"收回", "收回吧", "recall"}), frozenset({"作废", "作废吧", "void it"})
"""Words that do what a question asks about: whether to recall a deputy, or to void links."""
