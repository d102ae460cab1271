"""Texts of 数据保留: how long things are kept."""

from collections.abc import Mapping

from data.errors.numbers import NotBetween
from data.store.settings import Retention
from handlers.settings.texts.reminder_rules import CHANGE_OF, SET
from handlers.wording import Html, Language, Sentences, Wording, join

RETENTION = Wording("数据保留", "What is kept")
HEAD = Wording("<b>数据保留</b>", "<b>What is kept, and how long</b>")
LINES = {
    Retention.WORDS: Wording(
        "· 大家发来的原话：{amount}，防止丢失，过后删除", "· what people write: {amount}, so that nothing is lost"
    ),
    Retention.BACKUPS: Wording("· 每晚的备份：最近 {amount}", "· the nights' backups: the newest {amount}"),
}
FOR_EVER = Wording(
    "· 填报、佐证材料、操作记录：一直保留（佐证材料现有 {size} MB）",
    "· reports, evidence and the record: forever (evidence takes {size} MB)",
)
AMOUNTS = {Retention.WORDS: Wording("{n} 天", "{n} days"), Retention.BACKUPS: Wording("{n} 份", "{n}")}
CHANGE = {
    Retention.WORDS: Wording("改原话保留天数", "Change how long words are kept"),
    Retention.BACKUPS: Wording("改备份份数", "Change the number of backups"),
}
NAMES = {Retention.WORDS: Wording("原话保留", "Words are kept"), Retention.BACKUPS: Wording("备份保留", "Backups kept")}
HOW_LONG = Wording("保留多少", "How long")
QUESTIONS = {
    Retention.WORDS: Wording(
        "大家发来的原话保留几天？2 到 30 天，如 7。", "For how many days? From 2 to 30, such as 7."
    ),
    Retention.BACKUPS: Wording("每晚的备份保留几份？7 到 60 份，如 14。", "How many? From 7 to 60, such as 14."),
}
WAITS = Wording("数据保留还没改完", "What is kept is not changed yet")


def page(each: Mapping[Retention, int], size: int, language: Language) -> Html:
    """Return how long everything is kept. `size` is that of all evidence, in bytes."""
    lines = [LINES[what](language, amount=amount(what, number, language)) for what, number in each.items()]
    return join([HEAD(language), *lines, FOR_EVER(language, size=f"{size / 1_048_576:.1f}")])


def amount(what: Retention, number: int, language: Language) -> str:
    """Return a number of days, or of backups, in words."""
    return AMOUNTS[what](language, n=number)


def change(what: Retention, before: int, after: int, language: Language) -> Html:
    """Return how much is kept, before and after a change."""
    said = [amount(what, each, language) for each in (before, after)]
    return CHANGE_OF(language, name=NAMES[what], before=said[0], after=said[1])


def done(what: Retention, number: int, language: Language) -> Html:
    """Return the confirmation of a change."""
    return SET(language, name=NAMES[what], after=amount(what, number, language))


REFUSALS: Sentences = {
    NotBetween: Wording("请写 {least} 到 {most} 之间的整数。", "Please write a whole number from {least} to {most}.")
}
