"""What the coordinator can set."""

from handlers.telegram.wording import Html, Language, Wording, join

HEAD = Wording("<b>设置</b>", "<b>Settings</b>")
REVIEW_DONE = Wording("审核：只审报“已完成”的。", "Review: only what is said to be done.")
REVIEW_ALL = Wording("审核：每一份填报都审。", "Review: every report.")
TO_ALL = Wording("改为每份都审", "Review every report")
TO_DONE = Wording("改为只审已完成", "Review only what is done")


def settings_text(everything: bool, language: Language) -> Html:
    """How things are set."""
    return join([HEAD(language), (REVIEW_ALL if everything else REVIEW_DONE)(language)])
