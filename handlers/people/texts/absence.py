"""Texts of leave: its days, and who stands in."""

from datetime import date

from data.letters import Letter
from data.people.absence import Absence, Seat
from handlers.wording import NOTHING, Html, Language, Wording, day_text, html, join
from handlers.wording.days import FROM_TO

LEAVE_OF_COLLEAGUES = Wording(
    "同事请假，请由本人发“下周我休假”，这样提醒才会转给代办的人；来不及的，可以告诉办公室。",
    "Colleagues enter their own leave by sending “I am on leave next week”, so that reminders go to who stands in. "
    "If they cannot, please tell the office.",
)
LEAVE = Wording("请假", "On leave")
END = Wording("销假", "End the leave")
DAYS = Wording("哪几天", "days")
STAND_IN = Wording("由谁代", "who stands in")
WHICH_DAYS = Wording(
    "{name}（{unit}）哪几天不在？请发第一天和最后一天，例如：{example}。",
    "{name}, {unit}: away on which days? Send the first and the last day, such as {example}.",
)
EXAMPLE = Wording("{first}到{last}", "{first} to {last}")
THIS_WEEK = Wording("到本周日", "till Sunday")
NEXT_WEEK = Wording("下周", "next week")
WHO = Wording(
    "{span}由谁代为查看和填报？提醒也改发给对方。",
    "Who stands in for {span}? They can see and report, and get the reminders.",
)
NOBODY = Wording("不用", "Nobody")
NOT_THERE = Wording(
    "{name}不在{unit}的名单上，不能代为查看和填报。请选本单位的人，或另请一位B角：会给您一条链接，转发给{name}。",
    "{name} is not on the list of {unit} and cannot stand in. Please choose one of its people, or another deputy: you "
    "then get a link to forward to {name}.",
)
BY_LINK = Wording("另请一位B角[{called}]（发链接）", "Another deputy[, {called}] (by a link)")
CHECK = Wording("{name}（{unit}）{span}请假，{who}。", "{name}, {unit}: on leave {span}; {who}.")
INSTEAD = Wording("原来记的{span}不再算。", "The leave entered before, {span}, no longer counts.")
WHOLE_DAYS = Wording("请假按整天记，不分上午下午。", "Leave is entered in whole days, not in halves.")
REPORTS_MEANWHILE = Wording(
    "请假不影响填报：走之前、请假期间您都能报，代您的人也能报。",
    "Leave does not keep you from reporting: you can report before and while you are away, and so can the stand-in.",
)
ONE_AT_A_TIME = Wording(
    "先办完这一次，再说另一次；这次的日子不对就说“改成……”。",
    "Please finish this one first, then enter the other; if the days here are wrong, say “make it …”.",
)
BY = Wording("由{name}代", "{name} stands in")
BY_NEW_DEPUTY = Wording(
    "另请一位B角[{called}]代，到期自动结束", "a new deputy[, {called},] stands in, for that time only"
)
BY_NOBODY = Wording("没有另外指定代办的人", "nobody else is named to stand in")
NOBODY_HEARS = Wording(
    "本单位没有其他人，提醒照常发给{name}。", "The unit has nobody else, so reminders still go to {name}."
)
BACK = Wording("好的，请假到此为止，提醒照常发给您。", "Your leave is over; you get reminders again.")
NOT_AWAY = Wording("您没有在请假，提醒照常发给您。", "You are not on leave; you get reminders as usual.")
DONE = Wording(
    "已记下：{check}到期自动恢复；提前回来发“销假”。",
    "Noted: {check} It ends automatically; if you are back earlier, send “i'm back”.",
)
LASTS = Wording("您{leave}。提前回来发“销假”。", "{leave}. If you are back earlier, send “i'm back”.")
NO_LEAVE = Wording(
    "您没有登记休假。要休假就发“下周我休假”。",
    "No leave is entered for you. To enter some, send “i'm on leave next week”.",
)
PASS_ON = Wording(
    "请把下面这条消息转发给代您的人。链接只能用一次，72 小时内有效；第一天起生效。",
    "Please forward the next message to whoever stands in. The link works once, within 72 hours, and counts from the "
    "first day on.",
)
WAITS = Wording("请假还没办完", "The leave is not entered yet")
YOU_STAND_IN = Wording(
    "{name}（{unit}）{span}请假，请您代为查看和填报{unit}的任务，提醒会发给您。谢谢！",
    "{name}, {unit}, is on leave {span}. Please see and report the tasks of {unit}; reminders come to you. Thank you!",
)
NOT_STANDING_IN = Wording(
    "{name}（{unit}）{span}的请假已撤销，不用您代了，谢谢！",
    "The leave of {name}, {unit}, {span} was cancelled; you need not stand in. Thank you!",
)
STAND_IN_GONE = Wording(
    "{span}代您的人不再担任{unit}的工作，您的请假照旧。要另请人代，发 /deputy。",
    "Whoever stands in for you {span} no longer works for {unit}; your leave stays. /deputy names somebody else.",
)
STAND_IN_BACK = Wording(
    "{span}代您的人又恢复了{unit}的工作，还是由对方代您。",
    "Whoever stands in for you {span} works for {unit} again, and stands in as before.",
)
PUT_ON_LEAVE = Wording(
    "办公室替您登记了{span}请假。到期自动恢复；提前回来发“销假”。",
    "The office has entered your leave {span}. It ends automatically; if you are back earlier, send “i'm back”.",
)
LEAVE_CANCELLED = Wording(
    "办公室取消了您{span}的请假，提醒照常发给您。",
    "The office has ended your leave {span}; you get reminders as usual.",
)
LETTERS = {
    Letter.STANDS_IN: YOU_STAND_IN,
    Letter.STANDS_IN_ENDED: NOT_STANDING_IN,
    Letter.STAND_IN_GONE: STAND_IN_GONE,
    Letter.STAND_IN_BACK: STAND_IN_BACK,
    Letter.LEAVE: PUT_ON_LEAVE,
    Letter.LEAVE_ENDED: LEAVE_CANCELLED,
}
AWAY = Wording("{span}请假", "On leave {span}")
AWAY_BY = Wording("{span}请假，由{name}代", "On leave {span}, {name} stands in")


def which_days(seat: Seat, first: date, last: date, language: Language) -> Html:
    """Return the question for the days of the leave, with `first` and `last` as an example."""
    example = EXAMPLE(language, first=first, last=last)
    return WHICH_DAYS(language, name=seat.person.name, unit=seat.unit, example=example)


def span(first: date, last: date, language: Language) -> Html:
    """Return "first to last", or one day if they are the same."""
    if first == last:
        return html(day_text(first, language))
    return FROM_TO(language, first=first, last=last)


def check(seat: Seat, days: Html, who: Html, language: Language) -> Html:
    """Return the preview of a leave."""
    text = CHECK(language, name=seat.person.name, unit=seat.unit, span=days, who=who)
    alone = NOBODY_HEARS(language, name=seat.person.name) if not seat.others else NOTHING
    return join([text, alone])


def leave_line(absence: Absence, language: Language) -> Html:
    """Return a line that says when somebody is on leave and who stands in."""
    days = span(absence.first, absence.last, language)
    if absence.stand_in is None:
        return AWAY(language, span=days)
    return AWAY_BY(language, span=days, name=absence.stand_in.name)
