"""How people write: each has a voice, with a handful of ways to say each kind of report."""

from dataclasses import dataclass
from random import Random

from tests.rehearsal.figures import said
from tests.rehearsal.numerals import share
from tests.rehearsal.truth import Meaning

NOTES = (
    "方案已印发",
    "正在汇总材料",
    "和兄弟单位开了碰头会",
    "线索已分到各科室",
    "重点市场已摸排",
    "台账已建好",
    "宣传材料发到街道了",
    "总结正在起草",
    "已报分管领导审定",
    "正在逐家走访企业",
    "专班已经组建",
    "网上巡查没有停",
)
OBSTACLES = (
    "检测经费没有落实",
    "省里的文件还没下来",
    "平台不配合提供数据",
    "鉴定结论一直没出来",
    "人手不够",
    "系统接口没有开通",
    "企业不愿意作证",
)
ENGLISH_NOTES = ("papers are being collected", "the scheme has been issued", "the register is set up")
ENGLISH_OBSTACLES = ("waiting for papers", "headquarters has not replied", "the system is not ready")
REASONS = ("鉴定结论还没出来", "疫情影响，无法下企业检查", "省里的方案还没下发", "人手不够，要等新同志到位")
ENGLISH_REASONS = ("the laboratory is late", "headquarters has not approved it yet")


@dataclass(frozen=True)
class Voice:
    """Ways to say a report. `{c}` is the code, `{p}` the percentage, `{s}` the share in tenths, `{f}` the figures,
    `{n}` the note, `{o}` the obstacle."""

    name: str
    under_way: tuple[str, ...]
    going_on: tuple[str, ...]
    done: tuple[str, ...]
    blocked: tuple[str, ...]
    figures: tuple[str, ...]
    english: bool = False


VOICES = (
    Voice(
        "plain",
        ("{c} {p}%，{n}", "{c} 进行中，进度{p}%，{n}", "{c} 完成{p}%"),
        ("{c} 进行中，{n}", "{c} 正在推进，{n}"),
        ("{c} 已完成", "{c} 已完成，{n}"),
        ("{c} 受阻，{o}", "{c} 受阻：{o}"),
        ("{c} {p}%，{f}", "{c} 进行中，进度{p}%，{f}"),
    ),
    Voice(
        "spoken",
        ("{c}那个搞到{s}了，{n}", "{c}差不多{s}了", "{c}大概弄了{s}，{n}"),
        ("{c}还在搞，{n}", "{c}在弄着呢，{n}"),
        ("{c}搞完了", "{c}弄好了，{n}", "{c}已经做完了"),
        ("{c}卡住了，{o}", "{c}搞不动，{o}"),
        ("{c}搞到{s}了，{f}", "{c}差不多{s}，{f}"),
    ),
    Voice(
        "official",
        ("关于{c}项工作，{n}，目前整体进度约{p}%。", "{c}：{n}，总体进度{p}%。"),
        ("关于{c}项工作，目前正在推进，{n}。", "{c}项工作正有序推进，{n}。"),
        ("{c}项工作已全部完成，请予审核。", "我单位{c}任务已办结，特此报告。"),
        ("{c}因{o}，目前受阻，请予协调。", "关于{c}，{o}，工作受阻。"),
        ("关于{c}项工作，本期{f}，整体进度约{p}%。", "{c}：本期{f}；总体进度{p}%。"),
    ),
    Voice(
        "curt",
        ("{c} {p}%", "{c} {s}"),
        ("{c} 进行中", "{c} 在办"),
        ("{c} 完成", "{c} 办结"),
        ("{c} 受阻 {o}", "{c} 卡着 {o}"),
        ("{c} {p}% {f}", "{c} {s} {f}"),
    ),
    Voice(
        "young",
        ("{c} 已经{p}%啦💪 {n}", "{c} 做了{s}～ {n}"),
        ("{c} 还在做哈，{n}", "{c} 进行中哈～{n}"),
        ("{c} 搞定✅", "{c} 全部完成啦🎉"),
        ("{c} 卡住了😭 {o}", "{c} 受阻惹，{o}"),
        ("{c} {p}%啦 {f}", "{c} 做了{s}～ {f}"),
    ),
    Voice(
        "English",
        ("{c} {p}% done, {n}", "{c} is {p}% complete", "{c} at {p}%, {n}"),
        ("{c} in progress, {n}", "still working on {c}, {n}"),
        ("{c} done", "{c} is finished"),
        ("{c} blocked, {o}", "{c} is blocked: {o}"),
        ("{c} {p}% done, {f}", "{c} is {p}% complete, {f}"),
        english=True,
    ),
)
CHINESE_VOICES, ENGLISH = VOICES[:-1], VOICES[-1]


def sentence(voice: Voice, code: str, meaning: Meaning, luck: Random) -> str:
    """Return a report as a person with this voice writes it."""
    way, percent = luck.choice(_ways(voice, meaning)), meaning.percent or 0
    if not meaning.note:
        way = way.replace("，{n}", "").replace("～{n}", "～")
    text = way.format(
        c=code,
        p=percent,
        s=share(percent) if percent >= 10 else f"{percent}%",
        f=said(meaning.figures, luck, voice.english),
        n=meaning.note,
        o=meaning.obstacle,
    )
    if meaning.figures and "{f}" not in way:
        text += ("; " if voice.english else "，") + said(meaning.figures, luck, voice.english)
    return text


def _ways(voice: Voice, meaning: Meaning) -> tuple[str, ...]:
    if meaning.status == "submitted":
        return voice.done
    if meaning.status == "blocked":
        return voice.blocked
    if meaning.percent is None:
        return voice.going_on
    return voice.figures if meaning.figures else voice.under_way
