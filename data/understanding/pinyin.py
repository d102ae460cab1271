"""Words written in pinyin as the hanzi they stand for: wo de renwu, benzhou daoqi."""

import re

_WORDS = {
    "wo de renwu": "我的任务",
    "women": "我们",
    "renwu": "任务",
    "hui zong": "汇总",
    "ni hao": "你好",
    "nin hao": "您好",
    "xie xie": "谢谢",
    "bang zhu": "帮助",
    "qu xiao": "取消",
    "lin qi": "临期",
    "yu qi": "逾期",
    "yan qi": "延期",
    "li shi": "历史",
    "bao jin zhan": "报进展",
    "jin zhan": "进展",
    "jin du": "进度",
    "ben zhou": "本周",
    "zhe zhou": "这周",
    "xia zhou": "下周",
    "ben yue": "本月",
    "xia ge yue": "下个月",
    "dao qi": "到期",
    "wan cheng": "完成",
    "shen qing": "申请",
    "ti jiao": "提交",
    "tian bao": "填报",
    "shou zu": "受阻",
    "qi dong": "启动",
    "kai shi": "开始",
    "jin xing zhong": "进行中",
    "zheng zai": "正在",
    "ji lu": "记录",
    "qing dan": "清单",
    "zen me": "怎么",
    "shen me": "什么",
    "na xie": "哪些",
    "shi hou": "时候",
    "ben dan wei": "本单位",
}
_BESIDE_OTHERS = {
    "wo": "我",
    "wode": "我的",
    "de": "的",
    "le": "了",
    "ma": "吗",
    "yi": "已",
    "yi jing": "已经",
    "wei": "未",
    "ban": "办",
    "mei": "没",
    "mei you": "没有",
    "hai": "还",
    "you": "有",
    "yao": "要",
    "bao": "报",
    "yong": "用",
    "kan": "看",
    "cha": "查",
    "dou": "都",
    "zuo": "做",
    "jiao": "交",
    "gong zuo": "工作",
    "zen yang": "怎样",
    "zen me yang": "怎么样",
    "yi xia": "一下",
}
_HANZI = {spelling.replace(" ", ""): hanzi for spelling, hanzi in (_WORDS | _BESIDE_OTHERS).items()}
_ANY = "|".join(word.replace(" ", " ?") for word in sorted(_WORDS | _BESIDE_OTHERS, key=len, reverse=True))
_SURE = "|".join(word.replace(" ", " ?") for word in sorted(_WORDS, key=len, reverse=True))
_WORD = re.compile(_ANY, re.IGNORECASE)
PINYIN = re.compile(rf"(?<![a-z'])(?=(?:(?:{_ANY}) ?)*?(?:{_SURE}))(?:(?:{_ANY}) ?)+(?<! )(?![a-z])", re.IGNORECASE)
"""A run of words in pinyin, apart or joined, at least one of which is no English word and no name."""


def in_hanzi(run: re.Match[str]) -> str:
    """Return a run of words in pinyin in hanzi."""
    return "".join(_HANZI[word[0].lower().replace(" ", "")] for word in _WORD.finditer(run[0]))
