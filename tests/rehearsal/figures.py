"""The figures that units count, and how people write them."""

from collections.abc import Mapping
from csv import DictReader
from importlib.resources import files
from io import BytesIO
from random import Random

from PIL import Image

from handlers.wording import Language
from tests.rehearsal.numerals import spoken

CHINESE: Mapping[str, tuple[str, ...]] = {
    "立案件数": ("立案{}件", "立案{}起", "新立案{}件", "查处案件{}件"),
    "案值": ("案值{}万元", "涉案金额{}万元", "货值{}万元"),
    "移送公安件数": ("移送公安{}件", "移送公安机关{}件"),
    "抓获人数": ("抓获{}人", "抓获嫌疑人{}人", "抓了{}个人"),
    "检查户次": ("检查{}户次", "检查经营户{}户次"),
    "查获件数": ("查获假冒商品{}件", "查扣{}件"),
    "培训人次": ("培训{}人次", "培训了{}人次"),
    "宣传场次": ("宣传{}场", "开展宣传活动{}场"),
    "销毁数量": ("销毁{}件", "销毁假冒商品{}件"),
    "破案件数": ("破案{}起", "侦破案件{}起"),
    "罚没金额": ("罚没{}万元", "罚款{}万元"),
    "刑拘人数": ("刑拘{}人", "刑事拘留{}人"),
    "捣毁窝点数": ("捣毁窝点{}个", "端掉窝点{}个"),
    "抽检批次": ("抽检{}批次", "抽检样品{}批次"),
    "下架链接数": ("下架链接{}条", "下架侵权链接{}条"),
    "发放资料份数": ("发放资料{}份", "发放宣传资料{}份"),
    "责令整改家数": ("责令整改{}家", "责令改正{}家"),
    "起诉人数": ("起诉{}人", "提起公诉{}人"),
    "判决人数": ("判决{}人", "判刑{}人"),
    "办结件数": ("办结案件{}件", "审结{}件"),
}
ENGLISH: Mapping[str, tuple[str, ...]] = {
    "立案件数": ("cases filed {}", "{} cases filed", "filed {} cases"),
    "移送公安件数": ("{} cases transferred", "transferred {} cases"),
    "查获件数": ("{} items seized", "seized {} items"),
    "检查户次": ("{} inspections", "inspections {}"),
    "培训人次": ("{} people trained", "trained {} people"),
    "宣传场次": ("{} campaigns", "campaigns {}"),
}
COUNTED: Mapping[str, tuple[str, ...]] = {
    "公安": ("立案件数", "抓获人数", "刑拘人数", "破案件数", "捣毁窝点数"),
    "市场监管": ("立案件数", "案值", "罚没金额", "检查户次", "抽检批次", "责令整改家数", "移送公安件数"),
    "农业": ("立案件数", "检查户次", "抽检批次", "罚没金额"),
    "文化": ("检查户次", "立案件数", "责令整改家数", "罚没金额"),
    "检察": ("起诉人数", "办结件数"),
    "法院": ("判决人数", "办结件数"),
    "海关": ("查获件数", "立案件数", "移送公安件数", "检查户次", "宣传场次"),
    "网信": ("下架链接数",),
    "商务": ("培训人次", "宣传场次", "下架链接数"),
    "人民政府": ("检查户次", "立案件数", "宣传场次", "发放资料份数", "责令整改家数"),
}
USUAL = ("培训人次", "宣传场次", "检查户次", "发放资料份数")
MONEY = ("案值", "罚没金额")


def counted_by(unit: str) -> tuple[str, ...]:
    """Return the indicators for which a unit has figures."""
    return next((found for words, found in COUNTED.items() if words in unit), USUAL)


def drawn(unit: str, luck: Random, english: bool) -> dict[str, float]:
    """Return random new figures for one report, of one to three indicators."""
    known = [each for each in counted_by(unit) if not english or each in ENGLISH]
    return {each: _number(each, luck) for each in luck.sample(known, min(len(known), luck.choice((1, 1, 2, 3))))}


def _number(indicator: str, luck: Random) -> float:
    whole = luck.choice((luck.randint(2, 9), luck.randint(10, 60), luck.randint(10, 60), luck.randint(60, 300)))
    return whole + 0.5 if indicator in MONEY and luck.random() < 0.3 else float(whole)


def photo(luck: Random) -> bytes:
    """Return a small picture of a random colour."""
    content = BytesIO()
    Image.new("RGB", (8, 8), tuple(luck.randrange(256) for _ in range(3))).save(content, "PNG")
    return content.getvalue()


def said(figures: Mapping[str, float], luck: Random, english: bool, *, plain: bool = False) -> str:
    """Return figures as a line of text; `plain`: with the names and numbers used in a form."""
    if english:
        return ", ".join(_phrase(ENGLISH[name], f"{value:g}", luck) for name, value in figures.items())
    if plain:
        return "，".join(CHINESE[name][0].format(f"{value:g}") for name, value in figures.items())
    return luck.choice(("，", "，", "、", " ")).join(
        _phrase(CHINESE[name], spoken(value, luck), luck) for name, value in figures.items()
    )


def _phrase(ways: tuple[str, ...], number: str, luck: Random) -> str:
    return luck.choice(ways).format(number)


def _names() -> dict[str, dict[Language, str]]:
    """Return the indicators' names as shown in each language; in English without the unit of measure."""
    file = files("data.plan").joinpath("shipped", "indicators.csv").read_text("utf-8")
    rows = DictReader(file.splitlines())
    return {row["name"]: {"zh": row["name"], "en": row["name_en"]} for row in rows}


NAMES = _names()
