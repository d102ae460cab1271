"""提醒规则: the page and the dialog for the reminder rules. A change is previewed with its effect on the next seven
days."""

from collections.abc import Callable, Sequence

from telegram import Update

from data.dialogs import Dialog
from data.errors import NoSuchAnswer
from data.notices.groups import bound_groups, let_groups_follow
from data.notices.plan_rules import PlanRules, checked_rule, parse_rule, plan_rules, rule_text, set_rule
from data.notices.planning import coming_week, coming_week_after
from data.notices.stated_rules import rule_in
from data.store.settings import RuleName
from data.understanding import Kind, says
from data.understanding.dialog.lists_changed import ListChange
from data.understanding.orders import kind_said
from data.understanding.settings.setting_values import days_after, days_named, without_denied_period
from handlers.dialog import (
    Again,
    Answers,
    Choices,
    Declaration,
    Ending,
    LeavesNothing,
    Members,
    Question,
    Talk,
    begin,
    never_changed,
)
from handlers.settings.page import show_page
from handlers.settings.texts import reminder_rules as texts
from handlers.telegram import Context, Rows, Verb, answer, button, hear, in_rows, keyboard_of, show, with_undo
from handlers.wording import NOTHING, Html, join, series, some

NAMES = tuple(RuleName)


async def show_rules(update: Update, context: Context, first: Html = NOTHING) -> None:
    """Show all rules, each with a button to change it, below the text `first`."""
    each = [button(texts.NAMES[name](context.language), Verb.SETTING, "rule", name) for name in NAMES]
    text = texts.rules_page(plan_rules(context.db), context.language)
    await show_page(update, context, join([first, text], "\n\n"), in_rows(each, 2))


def week_before_and_after(context: Context, change: Callable[[], None]) -> Html:
    """Return the messages of the next seven days as they are, and as they would be after `change`."""
    now = coming_week(context.db, context.now)
    then = coming_week_after(context.db, change, context.now)
    return texts.before_and_after(now, then, context.language)


async def say_rule_unchanged(update: Update, context: Context, name: RuleName) -> None:
    """Tell the coordinator that a rule has the wanted value already."""
    value = texts.value_text(name, getattr(plan_rules(context.db), name), context.language)
    text = texts.UNCHANGED(context.language, name=texts.NAMES[name], value=value)
    await answer(update, context, join([text, _groups_apart(context, name)]), keyboard_of(*_below(context, name)))


async def change_groups_too(update: Update, context: Context, name: RuleName) -> None:
    """Let the groups with a day or an hour of their own follow a rule that was set for all."""
    groups = series((each.title for each in let_groups_follow(context.db, context.actor, name)), context.language)
    value = texts.value_text(name, getattr(plan_rules(context.db), name), context.language)
    wording = texts.GROUPS_FOLLOW if groups else texts.UNCHANGED
    text = wording(context.language, groups=groups, name=texts.NAMES[name], after=value, value=value)
    await show(update, context, text, with_undo(context, _below(context, name)))


def rule_answer(rules: PlanRules, name: RuleName, text: str) -> Answers:
    """Return the value that `text` gives a rule as an answer. If it gives one number of days where the rule has
    several, "asks" is set: the user is asked whether to add it or to replace them. A period in place of the present
    one (不要每周催，两周一次) leaves the first days after a deadline as they are. Raises RuleUnclear or HourIsQuiet."""
    if name is RuleName.OVERDUE_STEPS and (told := without_denied_period(text)) != text:
        stored = rule_in(name, told)
        first = [] if "," in stored else [*map(str, rules.overdue_steps[:-1])]
        return {"value": checked_rule(rules, name, ",".join([*first, stored]))}
    if name is not RuleName.DAYS_BEFORE:
        return {"value": checked_rule(rules, name, rule_in(name, text, rules.quiet_hours))}
    days, asks = days_after(text, rules.days_before)
    return {"value": checked_rule(rules, name, _in_order(days)), **({"asks": True} if asks else {})}


def _answer(talk: Talk[RuleName], stored: str) -> dict[str, str]:
    return {"value": checked_rule(plan_rules(talk.context.db), talk.subject, stored)}


def _change(talk: Talk[RuleName], text: str) -> Answers:
    """Return the value that `text` gives the rule at the preview. Nothing if it names a task or a unit, or for days,
    which are changed as a list."""
    names = hear(talk.context, text).names(Kind.CODE, Kind.UNIT)
    if names or talk.subject is RuleName.DAYS_BEFORE:
        return {}
    return {"asks": False, "way": None, **rule_answer(plan_rules(talk.context.db), talk.subject, text)}


def _days(talk: Talk[RuleName]) -> Sequence[int]:
    value = talk.answers.get("value") if not talk.answers.get("asks") else None
    return parse_rule(talk.subject, value) if value else plan_rules(talk.context.db).days_before


def _days_answer(talk: Talk[RuleName], days: list[int]) -> Answers:
    """Return `days` as the new answer. Raises LeavesNothing if a change makes the answer equal to the present rule."""
    given = _answer(talk, _in_order(days))
    if "value" in talk.answers and given["value"] == rule_text(plan_rules(talk.context.db), talk.subject):
        raise LeavesNothing
    return {"asks": False, "way": None, **given}


def _usual(talk: Talk[RuleName]) -> Choices:
    """Return buttons for the usual values, by their place, as a value may be too long for a button's data."""
    usual = texts.USUAL[talk.subject]
    return [[(_words(talk, value), place) for place, value in enumerate(usual)]]


def _days_with_new(talk: Talk[RuleName]) -> str:
    return _in_order([*plan_rules(talk.context.db).days_before, int(talk.answers["value"].split(",")[0])])


def _in_order(days: Sequence[int]) -> str:
    return ",".join(map(str, sorted({*days}, reverse=True)))


def _way(talk: Talk[RuleName], value: str) -> dict[str, str]:
    return {"way": value, **({"value": _days_with_new(talk)} if value == "add" else {})}


def _read_way(talk: Talk[RuleName], text: str) -> dict[str, str]:
    how = ListChange.ONLY if says(text, "settings.replaces") else kind_said("edits.how", text)
    if how == ListChange.OUT:
        raise LeavesNothing
    if how not in (ListChange.ONLY, ListChange.ADDED):
        raise NoSuchAnswer(text.strip())
    return _way(talk, "add" if how == ListChange.ADDED else "only")


def _words(talk: Talk[RuleName], stored: str) -> str:
    return texts.value_text(talk.subject, parse_rule(talk.subject, str(stored)), talk.language)


def _preview(talk: Talk[RuleName]) -> Html:
    """Return the rule before and after, and the effect on the next seven days."""
    context, name, value = talk.context, talk.subject, talk.answers["value"]
    before = texts.value_text(name, getattr(plan_rules(context.db), name), talk.language)
    change = texts.change_text(name, before, _words(talk, value), talk.language)
    week = week_before_and_after(context, lambda: set_rule(context.db, context.actor, name, value))
    return join([change, _groups_apart(context, name), week])


def _groups_apart(context: Context, name: RuleName) -> Html:
    """Return which groups a rule does not reach, since they have a day or an hour of their own."""
    apart = _titles_apart(context, name)
    return texts.APART(context.language, groups=some(apart, context.language)) if apart else NOTHING


def _titles_apart(context: Context, name: RuleName) -> list[str]:
    return [each.title for each in bound_groups(context.db) if each.has_its_own(name)]


def _below(context: Context, name: RuleName) -> Rows:
    """Return the buttons below a rule: for the groups that it does not reach, and back to all rules."""
    language, apart = context.language, _titles_apart(context, name)
    too = [button(texts.GROUPS_TOO(language), Verb.SETTING, "apart", name)] if apart else []
    return [too, [button(texts.REMINDER_RULES(language), Verb.SETTING, "rules")]]


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    name, stored = NAMES[dialog.subject_id], dialog.answers["value"]
    set_rule(context.db, context.actor, name, stored)
    words = texts.value_text(name, parse_rule(name, stored), context.language)
    text = texts.SET(context.language, name=texts.NAMES[name], after=words)
    return Ending(text, with_undo(context, _below(context, name)))


async def _begin_next_rule(update: Update, context: Context, dialog: Dialog) -> None:
    if then := dialog.answers.get("then"):
        await begin(update, context, RULE, then["rule"], answers=then)


RULE: Declaration[RuleName] = Declaration(
    kind="rule",
    load=lambda context, dialog: NAMES[dialog.subject_id],
    questions=(
        Question(
            "value",
            label=texts.VALUE,
            put=lambda talk: texts.QUESTIONS[talk.subject](talk.language),
            read=lambda talk, text: _answer(talk, rule_in(talk.subject, text, plan_rules(talk.context.db).quiet_hours)),
            change=_change,
            members=Members(
                lambda talk, clause: days_named(clause) if talk.subject is RuleName.DAYS_BEFORE else [],
                _days,
                _days,
                _days_answer,
            ),
            buttons=_usual,
            press=lambda talk, value: _answer(talk, str(texts.USUAL[talk.subject][int(value)])),
            shown=lambda talk: _words(talk, talk.answers["value"]),
        ),
        Question(
            "way",
            label=texts.WAY,
            put=lambda talk: texts.ADD_OR_ONLY(talk.language, days=_words(talk, talk.answers["value"])),
            read=_read_way,
            change=never_changed,
            buttons=lambda talk: [
                [(texts.ADD(talk.language, days=_words(talk, _days_with_new(talk))), "add", _way(talk, "add"))],
                [(texts.ONLY(talk.language, days=_words(talk, talk.answers["value"])), "only", _way(talk, "only"))],
            ],
            asked=lambda talk: bool(talk.answers.get("asks")),
            shown=lambda talk: _words(talk, talk.answers["value"]),
        ),
    ),
    preview=_preview,
    finish=_finish,
    afterwards=_begin_next_rule,
    again=Again("value", lambda talk: {"value": talk.answers["value"]}),
    waits=texts.WAITS,
)
"""The dialog that changes a rule; its preview shows the effect."""
