"""Words that carry no meaning of their own here."""

import re

from data.understanding.english import ENGLISH
from data.understanding.normalise.sentence import TAKEN

_PHRASES = re.compile(
    r"(?:[敬恳]请|提供)|(?:根据|按照?|依据)[\u4e00-\u9fff]{0,6}?(?:要求|安排|提醒|通知|部署|分工)|麻烦|烦请|告知|谢谢|感谢|辛苦|帮我|帮忙|给我|一下|那边儿?|这边儿?|那块儿?|这块儿?|那儿|这儿|那一块|这一块|方面"
    r"|这部分|部分|那项|这项|那个|这个|那条|这条|那件|这件|目前|现在|当前|最新"
    r"|眼下|今后|已经|没有|可以|需要|应该|各位|大家|关于|有关|相关|属于|出来|一共|总共|多少"
    r"|工作(?=$|\0)|局里|手头上?|手上|名下|眼前|年度|接下来|往后|后面|剩余|剩下|其他|其余|别的"
    r"|主要|重点(?=任务|的|$)|总数|数量|合计|数目|(?<![黑红])名单|明细|大家|各家|全市|所有|全部|统统|通通|仍然?"
    r"|依然|至今|到目前为止|截至|截止|为止|迄今|重要|紧急|日常|常规|安排|要求|内容|状态|时候"
    r"|时间|日子|日期|所属|左右|大概|大约|应当|具体"
    r"|(?<=\0)系统|分别|之间|期间|之内|以内|一定|必须|务必|现将|拖着|以上|以下|领导|完成|负责|什么|单位|部门|地方|案子|还是|就是|不是|是不是|一些|有些|一点|丝毫|事情|东西|办得|做得|搞得|怎么|自己|等着|里头|一览|审核|以后|以前|之前|前几次|上几次|时间|编号|序号|觉得|认为|报告|汇报|形势|数据|材料|文件|佐证|原因|照片|图片|截图|附件"
)
_EDGES = (
    "最请帮给还都有是在的了吧呢哈啊呀嘛啦哦噢得地就也把被对与和跟同及那这其里上中们我咱全没未不要想能会来去"
    "做办搞弄报交查看说问列发共项条个件次剩差今到从等吗么好过先再又很挺约估事活已该呗咧哟哎嗯啥谁几"
)
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_RUN = re.compile(r"[\u4e00-\u9fff]+|[a-z0-9·]+")


def content(rest: str) -> str:
    """Return the meaningful words of what is left of a sentence, spaces for the gaps between them."""
    runs = _RUN.findall(_POINT.sub("·", _PHRASES.sub(TAKEN, rest)))
    return " ".join(left for run in runs if run not in ENGLISH and (left := run.strip(_EDGES)))
