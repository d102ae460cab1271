"""The moods of a sentence: whether it asks, denies, supposes, intends, tells others, repeats, recalls or comments.

What has none of these moods asserts, or asks for something to be done. Only such a sentence may begin to write.
"""

import re
from collections.abc import Mapping

from data.understanding.meaning import Mood
from data.understanding.normalise.sentence import blank_spans

Moods = Mapping[Mood, list[re.Match[str]]]

_END = r"(?=[啊呀呢哦嘛哈呗了?？。!！,，\ ]*$)"
_ACT = r"(?:填报|上报|补报|报送|汇报|提交|更新|登记|录入|申请|报|填|交|写|延|展期|推迟|顺延|宽限)"
_EXTEND = (
    r"(?:延|展期|宽限|推迟|推到|缓|顺延|往后|再给|给我|拖到|晚[一两几三半\d]|多要|多[些点]时间"
    r"|extend|delay|postpone)"
)
_LATER = (
    r"(?:明[天日早晚儿]|后天|下周|下个?星期|下个?礼拜|下个?月|周[一二三四五六日天]|星期[一二三四五六日天]|月底|年底|月初"
    r"|\d+[号日]|过(?:几|两|一?阵|些)[天日子]*|回头|晚[点些上]|稍后|稍晚|[等待]一?会儿?|改[天日]|以后|之后|然后)"
)
_HANZI = r"[\u4e00-\u9fff]"
_COURTESY = re.compile(
    r"(?:能不能|能否|可不可以|是否可以|可否|可以|能够?|行不行)"
    rf"(?=[^,，。?？]{{0,8}}?(?:帮[我忙]|替我|{_EXTEND}))"
    r"|(?:^|(?<=[\0\x01,:] ))(?:can|could|may|might|would) (?:i|we|it|you)\b"
    r"(?=.*\b(?:exten|postpone|push|more (?:time|days?|weeks?|months?)|put off|until))"
    r"|^(?:can|could|would|will) you(?: please| kindly)?(?= (?:log|record|report|update|mark|note|put|set|file)\b)"
)
_ALL_RIGHT = re.compile(
    rf"(?:{_EXTEND}|帮|替我|麻烦|请|\b(?:delay|extend|postpone)).*?(?P<end>(?:(?:可以|行|好|成|可)(?:吗|么|不|嘛)|行不行|好不好|成不成|可不可[以得])(?=$|[?？,，。]))"
)
_COURTEOUS_END = re.compile(r"(?:吗|么|不|嘛)?[?？]+|(?:吗|么|不|嘛)$")

# Offices are put out by \x01; codes, percentages and figures by \0.
_PATTERNS: Mapping[Mood, str] = {
    Mood.ASKS: rf"""
        [?？] | 吗 | [对是好行]吧{_END} | 没错吧 | 真的假的 | 是真的 | 了吧(?=$|[。!！]) | (?<![什怎那这多要])么{_END}
        | (?<!着)呢(?=$|[。!！\ ]) | 来着 | ({_HANZI}{{1,2}})[不没](?<!时不)(?<!动不)\1
        | (?<![都也还就从并是暂对我绝便才仍前时])(?:没有|没得|没|不){_END}
        | (?<!没)(?<!没有)(?<!无)(?:什么|啥) | 哪(?!怕) | 谁 | 多少 | 多[久长大远快高](?:时间)?
        | 怎(?!么动)么?样? | 咋 | 如何 | 何时 | 为何 | 难道 | 是否 | 可否 | 能否 | 会否 | 有无
        | 不是[^,，。]{{1,10}}[吗嘛么]
        | (?<![十百好这那近前后头两跟和与对向])几
            (?=时|点|分|成|号|[个项件条家人次步期场份批款种类位起宗回岁]|$)(?!个?(?:月|周|星期|季度))
        | (?:[剩差隔]|还有|能|可以|最多|一般|要|需要?)延?期?了?几[天日]
        | (?:\0|[中了好完成元件天日月]|启动|受阻|进行|推进|延期|完成){{1,4}}还是
            (?!老样|一样|没(?!启动|开始|动|完成|做|办)|上[次回期]|原|那|有|要|在|\0*[,，]?还是(?:老|一))
        | (算|按|填|报|用|写|选|由|从|先|是)[^,，。]{{0,8}}还是[^,，。]{{0,8}}\2 | 还是(?:分开|一起|合并|现在报)
        | 请问 | 问一?[下问] | 咨询 | 请教 | 想(?:知道|了解) | 告诉我 | 不知道?(?=能|是|要|有|可|该)
        | \b(?:what|what's|whats|which|who|who's|whose|when|where|why|how|how's|whether|wonder\w*)\b
        | [\0\x01]\ (?:can|could|may|should|shall|do|did)\ (?:i|we|you|they|he|she)\b
        | [\0\x01]\ (?:has|have|did|does|is|are|was|were)\ (?:any\w*|someone|it|you|they|the)\b
        | (?:^|[,，.。:：]\ ?)(?:so\ |and\ |but\ |hey\ |hi\ |hello\ )?
            (?:is|are|was|were|has|have|had|did|does|do|can|could|should|shall|will|would|may|must|am
            |any|anything|anyone|isn't|aren't|hasn't|haven't|didn't|doesn't)\b(?!\ not|n't)
        | \b(?:or\ not|right|correct|ma)$ | (?<!not\ )(?<!n't\ )\bdone\ yet$
    """,
    Mood.WHETHER: rf"""
        吗 | [对是]吧{_END} | 了吧(?=$|[。!！]) | 么{_END} | ({_HANZI}{{1,2}})[不没]\1 | 是否
        | (?<![都也还就从并])(?:没有|没得|没|不){_END} | ^(?:is|are|was|were|has|have|had|did|does|do)\b
    """,
    Mood.DENIES: rf"""
        (?:别|不要|不用|不必|甭|勿|莫|不准|不许|无需|无须|不需要?|不想|不打算|不准备|不能|不会|先不|暂不|不再|不)
            (?:再|帮我|给我|先|急着|替我)*(?:{_ACT}(?!动|下去)|改(?![变动善进])|沿用)
        | (?:没|没有|从来没|从没|未曾|不曾|并没有?|没人|没谁|无人)(?:有|人|谁)?
            (?:说|讲|要求|申请|同意|让|提过|报过|填过)
        | (?:不是?|没有?|没到|未到?|并非)\0 | (?:并未|并没有?|从未|从没有?|未曾){_ACT}
        | 不(?:能)?算(?!数) | 不是(?:我|我们)?(?:报|填|说|的(?=$|[,，。]))
        | (?:取消|撤[回销]|作废|删[掉除]?|收回)
            (?=$|.{{0,6}}(?:填报|报告|申请|延期|进展|提交|刚才|上[一次]|[\0\x01]))
        | 误[报填标] | [报填标写搞弄算]错
        | \b(?:don't|do\ not|dont|never|didn't|did\ not|haven't|won't|no\ need\ to|not\ going\ to|wouldn't|not)
            \ (?:please\ )?(?:ever\ )?
            (?:report|submit|extend|file|record|update|log|mark|say|said|ask|need|want|postpone|send)\w*
        | \bno\ (?:longer|need|extension|more)\b | \b(?:never\ mind|cancel|withdraw|without|not\ needed)\b
        | \b(?:can't|cannot|couldn't)\ be\ ?\0 | \b(?:not|isn't|aren't|wasn't)(?:\ (?:yet|even|quite|at))?\ ?\0
        | \b(?:by\ mistake|wrongly|mistakenly|accidentally)\b
    """,
    Mood.SUPPOSES: r"""
        如果 | 如若 | 倘[若使] | 假[如设使定若] | 若是 | (?<![假如倘])若(?!干) | 要是 | 万一 | 即使 | 就算 | 哪怕 | 的话
        | 除非 | 只要 | 一旦 | 了就(?=[通告叫提报填说给请算]) | 比如 | 比方 | 例如 | 要不然 | 就好了
        | \b(?:if|unless|in\ case|suppos(?:e|ing)|assum(?:e|ing)|once|as\ soon\ as|what\ about)\b
    """,
    Mood.INTENDS: rf"""
        (?:(?<!按)(?<!按照)(?<!根据)要求|[让叫要]我们?|预[计期]
            |该(?:到|有|做|完成|是|报|(?=\0))|应该?|须)[^,，。;；]{{0,10}}\0
        | 保证(?![金书]) | 一定(?=[会要按能完办做]) | 抓紧(?!了) | 马上(?=[办做弄去就]) | 尽力
        | 最好 | \0[^,，。;；]{{0,3}}才(?!有) | 应该?(?:是|已经?|都)?(?:完成|办结|做完)
        | (?:目标(?:是|为|定)?|指标(?:是|为|定))[^,，。;；]{{0,4}}[\0\d]
        | 做梦 | 巴不得 | 恨不得 | 争取 | 力争 | 打算 | (?<![草模虚])拟(?![定订好稿申]) | 不?可能(?!性)
        | (?:需?要|须|得)(?:完成|办结|做到|达到)
        | (?<![按照据作施])计划(?![书表内外中性已的印编报获通了上文任方,，。;； ]|$)
        | 准备(?=[于在下明年月本完开启办召报填做搞])
        | {_LATER}[^,，。;；\0]{{0,4}}(?:把[^,，。;；]{{1,8}})?
            {_ACT}(?=$|[,，。;；了吧哈啊呀你您给上过完\0]|一下|进展|进度|数据)
        | (?:打算|准备|计划|预备|考虑)[^,，。;；]{{0,8}}(?:报|填|交|更新)
        | 等[^,，。;；]{{0,16}}(?:再|才|我|就|马上|立[即刻马])[^,，。;；]{{0,3}}{_ACT}
        | [再才]行?(?:说|报|填|交|更新|提交|update|report|submit)
        | (?:(?<![不只才功智])能够?|(?:(?<![开议进谈商])会|将|可以?)(?:到|达到?|完成|做到|有))[^,，。;；\0]{{0,4}}\0
        | 希望 | 但愿 | (?<!为)盼着? | 祝 | 早日
        | 就(?:能|算|可以|够)(?=[^,，。;；]{{0,3}}(?:达标|算|完成|行|了|\0|$))
        | (?:抓紧|赶紧|赶快|尽快|尽早|务必|记得|别忘了?|不要忘记?|催)[^,，。;；]{{0,8}}(?:报|填|交|更新|完成|办结|\0)
        | \b(?:will|going\ to|plan(?:ning)?\ to|intend|about\ to|hope\ to|expect|later|should|needs?\ to|must
            |ha(?:s|ve)\ to|supposed|target|goal|might|hopefully)\b | 'll\b
    """,
    Mood.TELLS: r"""
        (?:请|让|叫|通知|催促?|要求|提醒|安排|督促|转告|告诉|喊|责成|敦促|劳烦|麻烦)(?:一下|一声)?
            (?:大家|各|你们|他|她|所有|有关|相关|同志|\x01)
        | (?:大家|各位|同志们|你们)(?![帮好]) | \b(?:ask|tell|get|have|make)\ (?:\x01+|\w+)\ to\b
        | \b(?:everyone|everybody|you\ all|remind|make\ sure|don't\ forget|remember\ to)\b
    """,
    Mood.OF_OTHERS: r"""
        (?<![帮替其])[他她]们? | 你们 | 大家 | 别人 | 人家 | 隔壁 | 别的(?=[市局区单]) | 兄弟(?=[市局单])
        | 全[市省国局员] | 把.{0,6}(?:全部|统统|都)
        | 各(?:单位|部门|家|位|科室) | (?:所有|全部|每个|一切)的?(?:任务|单位|人|部门|工作)
        | \b(?:they|he|she|others|all\ (?:the\ )?tasks|everything)\b
    """,
    Mood.HEARSAY: r"""
        [听据]说 | 据称 | 听[^,，。]{0,6}[说讲] | [听看]着 | [听看]起来 | 看样子 | 像是 | 好像 | 似乎 | 貌似 | 传闻
        | 号称 | 自称 | 才怪 | 开玩笑 | 逗你 | 骗你
        | 怀疑 | 不相?信 | 不觉得 | 不认为 | 以为 | 担心 | 恐怕 | 怕(?:是|要|不)
        | (?:[他她]们?|有人|没人|人家|[处局科院市区部队组]长|领导|主任|书记|同事|[老小][\u4e00-\u9fff]|那边
            |(?:[省市区厅局部委院处科群]里|会上|网上|上面|上级|新闻|电视|公众号|报纸)[上里]?|\x01)
            (?:刚才?|都|也|[跟给和对]我)*(?:说|讲|称|反映|透露)(?!明|法)
        | (?<!我)(?<!我们)说(?:是|的|过)?(?=\0)
        | \b(?:thinks?|believes?|guess\w*)\b
        | \b(?:said|says|told|heard|claims?|claimed|apparently|supposedly|reportedly|according\ to|rumou?rs?)\b
    """,
    Mood.HESITATES: r"""
        (?:没|没有|尚未|不)(?:想[好清定]|考虑好|定下?来?(?=报|填|写|交)|拿准|核[好完清]|把握)
        | [拿吃说]不[准定] | 不确定(?!因素|性)
        | 犹豫 | 纠结 | 再(?:想|核|查|考虑|琢磨|商量|斟酌|合计)(?:一下|[想核看查]|$)
        | 在(?:想|考虑|犹豫|纠结)(?=[^,，。;；]{0,4}(?:报|填|写|怎|$)) | 想想(?=报|怎|\0)
        | \b(?:not\ sure|unsure|undecided|haven't\ decided|still\ thinking|let\ me\ think)\b
    """,
    Mood.RECALLS: r"去年 | 前年 | 原[来先] | 当[时初] | 那时候? | \b(?:was|were|used\ to)\b",
    Mood.COMMENTS: r"""
        唉 | 哎(?!呀) | 嗐 | 烦(?<!麻烦)(?!请) | (?:好|真|太|很|挺|这么)麻烦 | 麻烦(?:死|得很|啊)
        | 又要 | 又得 | 天天 | 折腾
        | 无语 | 形式主义 | (?:才|只有?|就)[^,，。]{0,12}[啊呀]$
        | \b(?:pain|annoying|ugh|hate|tedious|sick\ of|tired\ of)\b
    """,
}
_MOODS = {mood: re.compile(pattern, re.VERBOSE | re.ASCII) for mood, pattern in _PATTERNS.items()}


def moods(text: str) -> Moods:
    """Return the moods of a lower-cased text, with the places that show them.

    Of the text, offices are put out by NAMED, and codes, percentages and figures by TAKEN.
    """
    plain = _without_courtesy(text)
    found = {mood: list(pattern.finditer(plain)) for mood, pattern in _MOODS.items()}
    requests = {} if plain == text else {Mood.REQUESTS: list(_COURTESY.finditer(text))}
    return requests | {mood: matches for mood, matches in found.items() if matches}


def _without_courtesy(text: str) -> str:
    """Return the text without what makes a request a question: 能不能 … 吗, 可以吗, could you."""
    plain = _COURTESY.sub(_spaces, text)
    if asked := _ALL_RIGHT.search(plain):
        plain = blank_spans(plain, [asked.span("end")], " ")
    return plain if plain == text else _COURTEOUS_END.sub(_spaces, plain)


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
