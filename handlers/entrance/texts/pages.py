"""What is said where there is no page beside the one that was shown."""

from handlers.telegram.wording import Wording

LAST_PAGE = Wording("已经是最后一页了。", "That was the last page.")
FIRST_PAGE = Wording("已经是第一页了。", "That was the first page.")
NO_PAGES = Wording(
    "上面没有可以翻页的列表。请先打开列表，例如发“我的任务”。",
    "There is no list above to turn the page of. Please open one first, such as “my tasks”.",
)
