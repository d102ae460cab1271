"""Offices that exist but are not in the plan, so that none of them is taken for a unit with a similar name."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from functools import cache

from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.romanise import folded, spellings, syllables

# the departments of a Chinese city that such a plan may leave out, with their short names, and bodies above it
_NAMES = """
教育局 科技局 科技创新局 科学技术局 民宗委 民族宗教事务委员会 民政局 人社局 人力资源和社会保障局
人力资源社会保障局 社保局 自然资源和规划局 自然资源局 规划局 国土局 住建局 住房和城乡建设局
城乡建设局 城建局 建委 房管局 住房保障和房屋管理局 城管委 城管局 城管执法委 城市管理局
城市管理执法委员会 市政管理局 交通局 交通运输局 交委 交管局 水务局 水利局 水文局 水产局
退役军人事务局 退役军人局 应急局 应急管理局 安监局 审计局 外办 外事办 外事办公室 侨办 体育局
统计局 医保局 医疗保障局 地方金融工作局 金融局 金融办 信访局 政务服务局 大数据局 数据局 招商局
投促局 烟草局 烟草专卖局 气象局 国安局 国家安全局 档案局 档案馆 粮食局 地震局 人防办 扶贫办
乡村振兴局 移民局 出入境管理局 监狱局 消防局 消防支队 消防救援支队 供销社 公积金中心 药监局
药品监督管理局 银保监局 证监局 外汇局 铁路局 民航局 海事局 港航局 航道局 电力局 供电局 邮储银行
组织部 统战部 纪委 监委 纪委监委 巡察办 编办 党校 党史办 人大 政协 总工会 工会 团委 团市委
妇联 科协 社科联 文联 侨联 工商联 残联 红十字会 消协 消费者协会 公安部 商务部 财政部 司法部
中宣部 农业农村部 农业部 生态环境部 环保部 国家知识产权局 海关总署 税务总局 市场监管总局 最高法
最高检 最高人民检察院 最高人民法院 高级人民法院 省高院 高院 台办 仲裁委 文明办 市局 省局 区局 东湖高新区
东湖高新 东湖开发区 光谷 东湖风景区 长江新区 长江新城
海事法院 铁路法院 军事法院 互联网法院 知识产权法院 铁路检察院 政策研究室 研究室 政研室 政府办 府办 政务办
国家开发银行 农业发展银行 进出口银行 中国银行 工商银行 农业银行 建设银行 交通银行 招商银行 汉口银行
邮储银行 邮政储蓄银行 农商银行 农商行 商业银行 工行 农行 建行 中行 交行 检查组 督查组 督导组 巡视组 巡察组
工作组 专案组 考核组 商会 中国贸促会 国际贸促会 文化馆 图书馆 博物馆 工商联 司法机关
监察局 监察委 监察委员会 物价局 电视台 广播电视台
"""
_CITY_OFFICES = sorted(_NAMES.split(), key=len, reverse=True)
_PREFIX = r"(?:武汉市|市委|市政府|市|省|湖北省|区|国家)?"
_OTHER_CITIES = (
    "北京|上海|天津|重庆|广州|深圳|长沙|南京|杭州|成都|西安|郑州|南昌|合肥|黄石|宜昌|襄阳|荆州"
    "|孝感|黄冈|十堰|咸宁|随州|鄂州|荆门|恩施"
    "|仙桃|潜江|天门"
)
_LEFT = r"(?:(?<![\u4e00-\u9fff])|(?<=[的查看问给和与跟在催是有下找请]))"
_KNOWN = re.compile(f"{_LEFT}{_PREFIX}({'|'.join(_CITY_OFFICES)})(?!门)")
_HANZI = r"[\u4e00-\u9fff]"
_OTHER_LEVEL = re.compile(
    rf"{_LEFT}(?:湖北省?|省|国家|中央|全国|区|(?:{_OTHER_CITIES})市?){_HANZI}{{1,8}}?(?:局|厅|委|办|院|部(?!门)|海关)(?!院)"
    rf"|{_LEFT}(?:市政府|市委|区政府|区委|省政府|省委|人民政府|政府)(?=$|[\s,，的有还负没进完那])"
    rf"|(?:湖北|{_OTHER_CITIES})海关"
    rf"|{_HANZI}{{2,4}}(?:分局|派出所|总局|总署)"
)
_LONG = 4
_LONG_RUN = re.compile(rf"{_HANZI}{{{_LONG},}}")
_AFTER = r"(?=$|[\0\s,，。?？!！的有还负没进完那这逾])"
_OFFICE = (
    "(?<![一么好没快立马怎待督交承主协经催已在未该要能帮查包代可照])办"
    "|(?<![全内外局大各本两])部|(?<![到何查惩各之])处|(?<!本)科"
)
_SHAPE = re.compile(
    rf"(?:武汉市|市|省)?{_HANZI}{{2,6}}?(?<![我本全各他她布结这那哪们贵当个该每格破开一])(?:局|委员会|厅){_AFTER}"
    rf"|(?<!{_HANZI})(?:武汉市|市)?{_HANZI}{{1,3}}(?:{_OFFICE})(?=的|那边|这边|$)"
    rf"|(?<!{_HANZI})(?![各全地社城园新小景片辖哪这那]){_HANZI}{{2}}区(?:政府|人民政府)?{_AFTER}"
)


STRANGE_WORDS = frozenset(office[:-1] for office in _CITY_OFFICES if len(office) == 3)


@cache
def spelt_strangers() -> dict[str, str]:
    """Return the offices by their names in pinyin."""
    return {spelling: office for office in _CITY_OFFICES for spelling in spellings(office)}


@cache
def _sounds() -> dict[tuple[str, ...], str]:
    return {tuple(map(folded, syllables(office))): office for office in _CITY_OFFICES if len(office) >= _LONG}


@cache
def _lengths_by_start() -> dict[tuple[str, ...], set[int]]:
    lengths = defaultdict[tuple[str, ...], set[int]](set)
    for sounds in _sounds():
        lengths[sounds[:2]].add(len(sounds))
    return dict(lengths)


def find_strangers(text: str, known: Container[str]) -> Iterator[Reading]:
    """Yield the offices named in what is left of a text that are no unit under any of the `known` names."""
    for match in _KNOWN.finditer(text):
        if match[1] not in known:
            yield Reading(Kind.STRANGER, *match.span(), (match[0],), 0.9)
    for match in _OTHER_LEVEL.finditer(text):
        if match[0] not in known:
            yield Reading(Kind.STRANGER, *match.span(), (match[0],), 0.8)
    for run in _LONG_RUN.finditer(text):
        yield from _sounding(run, known)


def _sounding(run: re.Match[str], known: Container[str]) -> Iterator[Reading]:
    """Yield the offices whose longer names only sound like what is written (市政贯理局)."""
    sounds = tuple(map(folded, syllables(run[0])))
    for start in range(len(sounds) - _LONG + 1):
        for length in _lengths_by_start().get(sounds[start : start + 2], ()):
            end = start + length
            office = _sounds().get(sounds[start:end])
            if office and office not in known and run[0][start:end] not in known:
                yield Reading(Kind.STRANGER, run.start() + start, run.start() + end, (run[0][start:end],), 0.7)


def find_office_shapes(text: str) -> Iterator[Reading]:
    """Yield what merely looks like the name of an office, once everything known has been taken out."""
    for match in _SHAPE.finditer(text):
        yield Reading(Kind.STRANGER, *match.span(), (match[0],), 0.6)
