"""One spelling for the many ways a deadline is written, and the phrases the grammar is built from."""

import re
import unicodedata

_DIGITS = "〇一二三四五六七八九"
_NUMERAL = f"[0-9{_DIGITS}十]"
_ONE_SPELLING = str.maketrans({"零": "〇", "○": "〇", "◯": "〇"} | dict.fromkeys("—–―−‐‑~", "-"))
_IDLE_SPACE = re.compile(rf"(?<!{_NUMERAL})\s+|\s+(?!{_NUMERAL})")
_TYPED_ZERO = re.compile(rf"(?<=[{_DIGITS}])[Oo0](?=[{_DIGITS}年])")
_NUMERIC_DAY = re.compile(r"(?<![0-9.])([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])(?:日|[ T]00:00(?::00)?)?")
_NUMERIC_MONTH = re.compile(r"(?<![0-9.])([0-9]{4})[-/.]([0-9]{1,2})(?![0-9])月?")

YEAR_NUMBER = rf"(?:[0-9]{{4}}|[{_DIGITS}]{{4}})"
SMALL_NUMBER = "(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
COUNT = "(?:[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
PHONE = "(?:0[0-9]{2,3}-?[0-9]{7,8}|1[0-9]{10})"
DOCUMENT = "(?:[\u4e00-\u9fff]{1,8}[〔\\[][0-9]{4}[〕\\]][0-9]{1,4}号)"

# Words that leave a deadline as it is: what could shift, split, soften or negate one is kept out.
_TELLING = (
    "[年月日号周季旬前后起止至到每再不未非无停除或若如待视约余第批次半另遇]|"
    "持续|长期|常态|适时|尽快|尽早|部分|阶段|分步|暂[缓停时]|延[期后长迟]|推迟|逾期|取消"
)
_HARMLESS = (
    "(?<![本下明后次翌])年度|月度|(?<![一二三四首本下第])季度|日常|周边|前期|事前|[事售]后|起草|起诉|发起|[制禁防]止|到位"
    "|上个?(?:月|季度|年度)|再生|不正当|不合格|不良|不法|未成年|非法|非遗|无证|无照|[消清拆排解]除|重视|电视|约[谈束]|第三方|批[发准复]"
    "|阶段性成[效果]|(?:长期|常态化?)(?:机制|制度)"
)
WORDS = f"(?:《[^《》]{{1,40}}》|{_HARMLESS}|(?!{_TELLING})[\u4e00-\u9fff《》]){{0,12}}"
_HOW = "(?:全部|全面|基本|初步|如期|按时|按期|正式|力争|争取|确保|集中|定期|统一|同步|分别|共同|参照|认真)*"
_ACTIONS = """
完成 办结 落实 到位 建成 建立 实现 达标 结束 出台 印发 制定 修订 报送 上报 提交 启动 实施 执行 开展 推进 运行 进行
组织 召开 公布 通报 发布 更新 检查 实行 确定 坚持 取得 见效 形成 达到 健全 完善 建设 构建 搭建
覆盖 清〇 销号 整改 整治 清理 排查 摸清 摸排 梳理 查处 打击 立案 结案 审结 办理 处理 处置 销毁 取缔 拆除 总结 汇总
报告 报备 报 反馈 提出 提请 审议 编制 起草 拟定 签订 签署 移交 公示 公告 公开 上线 开通 投入 联网 接入 共享 归档 验收
评估 考核 督查 督导 抽查 抽检 部署 动员 培训 宣传 推广 推开 推行 配齐 配备 落地 开工 竣工 投产 牵头 负责 配合 同步 参照
巩固 深化 抓好 下发 发放 评选 命名 表彰 举办 采购 安装 备案 登记 核查 复查 化解 提升
"""
_SHOW = "见到?(?:初步|明显|显著|阶段性)?[成实]效"
ACT = f"(?:{_SHOW}|{'|'.join(sorted(_ACTIONS.split(), key=len, reverse=True))})"
_QUANTITY = (
    "(?:(?:不少于|不低于|至少|达到?)?[0-9]+(?:\\.[0-9]+)?(?:%|万?(?:余)?(?:家|件|起|个(?!工作日|自然日|月|季)|户|人|项"
    "|场|处|条|份|篇|名|批次|次(?!日|月|年)|元))(?:以上)?)"
)
ONCE = f"(?:(?:至少|不少于)?[一1]次{WORDS})?"
STEP = f"{_HOW}{ACT}++{WORDS}(?:{_QUANTITY}{WORDS}|{PHONE})?"
ACTION = f"(?:{STEP}{ONCE})?"
WITHIN = "[之以]?内"
BY = "(?:[之以]?前|[之以]内|(?<!年)内|为?止|截止)?"


def normalise(text: str) -> str:
    """The text in half-width signs, one kind of dash and zero, numeric dates as 年月日, and no idle space.

    A space between two numerals stays: whether "1 2月" is one number or two is not ours to guess.
    """
    spelled = unicodedata.normalize("NFKC", text).translate(_ONE_SPELLING)
    spelled = _TYPED_ZERO.sub("〇", _IDLE_SPACE.sub("", spelled))
    spelled = _NUMERIC_DAY.sub(r"\1年\3月\4日", spelled)
    return _NUMERIC_MONTH.sub(r"\1年\2月", spelled)


def number(numeral: str) -> int:
    """The value of an Arabic or Chinese numeral that YEAR_NUMBER, SMALL_NUMBER or COUNT matches."""
    if numeral.isdecimal():
        return int(numeral)
    if numeral == "两":
        return 2
    tens, ten, ones = numeral.rpartition("十")
    if ten:
        return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)
    return int("".join(str(_DIGITS.index(digit)) for digit in numeral))
