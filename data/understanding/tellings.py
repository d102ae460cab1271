"""Words that tell how work stands: what has happened, goes on, is missing, came to an end or was counted."""

_HANZI = r"[\u4e00-\u9fff]"
_END = r"(?=$|[,，。;；])"
_WAYS = r"[下上出进过]"

_HAPPENED = r"(?<=[\u4e00-\u9fff\0])了(?![吗没解])|[还仍]在"
_GOES_ON = (
    r"在(?:办(?!公)|[做走等谈招建查审改写推调核跑测筹部起征采送])"
    rf"|{_HANZI}{{2}}(?<!集)(?<!其)(?<!年)中{_END}|{_HANZI}着(?!急|重|手|力|眼)"
)
_MISSING = rf"(?:[没冇无]|没有|尚未|仍未|还未|暂未)(?={_HANZI})|等(?={_HANZI}{{2}})|剩"
_TURNED_OUT = (
    rf"{_HANZI}(?:好|完|齐|到位|完毕|[下上出进过回]来|[下上出进过回]去)(?=$|[,，。;； ])"
    r"|有序|顺利|稳步|正常|按计划|按期|如期|全覆盖|流标|基本[完到结办]|[贴送推铺扩降升涨]到"
)
_CAME_TO_AN_END = (
    r"(?:[归建]档|开通|下架|结业|上线|落地|挂牌|闭幕|开班|[扫收]尾|启用|验收|到[岗账]|入库|印发|下[发达]|出台|获批|公示"
    rf"|合格){_END}"
)
_FAILS = (
    r"不(?:[够足变高低大多配肯愿给让齐全好]|同意|到位)"
    rf"|(?<![走回]){_HANZI}不(?:[了动上下到成开通出进过来拢赢]|{_WAYS}来|{_WAYS}去)"
)
_IS_HARD = rf"得(?:很|挺|蛮|较|比较|不错|差不多)|[很挺蛮太较老]难|紧张|故障|[难慢停坏]{_END}"
_ENGLISH = (
    r"\b(?:is|are) (?:now|all|not)\b|\b(?:still|waiting|pending|held|sent|met|made|went|took|paid|came|began|found|gave"
    r"|ran|no|nothing|none|[a-z]{3,}(?<!ne)ed)\b"
)
TOLD = "|".join(
    (_HAPPENED, _GOES_ON, _MISSING, _TURNED_OUT, _CAME_TO_AN_END, _FAILS, _IS_HARD, _ENGLISH),
)
"""拆了, 会签中, 没钱, 谈好, 上线, 拆不下来, 很难, went."""

_COUNTERS = (
    r"件|起|家|户|人|名|次|场|份|条|批|个|吨|公斤|箱|元|期|篇|宗|套|辆|台|部|处|所|只|瓶|盒|亩|张|册|头|款|本|块|轮|遍|趟|单|口"
    r"|例|样"
)
COUNTED = (
    rf"(?<!第)(?:{_HANZI}{{2}}(?<!第)|(?<!{_HANZI})[共约达])(?:\d[\d,.]*|[一二三四五六七八九十两百千]{{1,6}})[万亿]?[余多来]?"
    rf"(?:{_COUNTERS}|(?<=[万亿]){_END})(?!任务|月|以上|以下|的)"
    rf"|{_HANZI}{{2}}(?<!完成)(?<!达到)(?<!做到)\d{{1,6}}(?:\.\d+)?%?{_END}|第[一二三四五六七八九十\d]+[天轮批期个次家]"
)
"""约谈平台6家, 经费到账20万, 收案240, 第三批."""
