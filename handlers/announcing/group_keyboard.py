"""The buttons of a bound group's page."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.notices.groups import GroupChat, Post
from data.notices.plan_rules import LATEST, PlanRules
from handlers.announcing.texts import groups as texts
from handlers.telegram import Language, Rows, Verb, button, cut, in_rows, keyboard_of, labels

LONGEST_TITLE, AS_THE_PLAN = 50, 0


def listed(groups: Sequence[GroupChat]) -> InlineKeyboardMarkup:
    """The groups, one a row."""
    return keyboard_of(
        *[[button(cut(each.title, LONGEST_TITLE) or "…", Verb.GROUP, "open", each.chat_id)] for each in groups]
    )


def page(group: GroupChat, language: Language) -> InlineKeyboardMarkup:
    """What a group is told on or off; when, of what, and the end of it."""
    posts = [
        button(
            (texts.ON if post in group.posts else texts.OFF)(language, what=texts.POST_BUTTON[post](language)),
            Verb.GROUP,
            post,
            group.chat_id,
        )
        for post in Post
    ]
    changes = [
        button(texts.CHANGE_SCOPE(language), Verb.GROUP, "scope", group.chat_id),
        button(texts.CHANGE_DAY(language), Verb.GROUP, "day", group.chat_id),
        button(texts.CHANGE_HOUR(language), Verb.GROUP, "hour", group.chat_id),
    ]
    other = other_language(group)
    spoken = [button(texts.SPEAK[other](language), Verb.GROUP, other, group.chat_id)]
    last = [
        button(labels.BACK(language), Verb.GROUP, "list"),
        button(texts.UNBIND(language), Verb.GROUP, "unbind", group.chat_id, style="danger"),
    ]
    return keyboard_of(posts, changes, spoken, last)


def other_language(group: GroupChat) -> Language:
    """The language in which a group could be spoken to instead."""
    return "zh" if group.language == "en" else "en"


def weekdays(group: GroupChat, language: Language) -> InlineKeyboardMarkup:
    """The weekdays for the list, or that of the plan."""
    days = [button(texts.weekday_text(day, language), Verb.GROUP, "day", group.chat_id, day) for day in range(1, 8)]
    return _choose(group, "day", [days[:5], days[5:]], language)


def hours(group: GroupChat, rules: PlanRules, language: Language) -> InlineKeyboardMarkup:
    """The hours from that on at which a day's messages are planned, or that of the plan."""
    each = [
        button(texts.HOUR(language, hour=hour), Verb.GROUP, "hour", group.chat_id, hour)
        for hour in range(rules.planning_hour, LATEST)
    ]
    return _choose(group, "hour", in_rows(each, 4), language)


def _choose(group: GroupChat, what: str, rows: Rows, language: Language) -> InlineKeyboardMarkup:
    as_set = button(texts.AS_THE_PLAN(language), Verb.GROUP, what, group.chat_id, AS_THE_PLAN)
    back = button(labels.BACK(language), Verb.GROUP, "open", group.chat_id)
    return keyboard_of(*rows, [as_set, back])
