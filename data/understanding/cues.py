"""Words that show what a sentence wants, in Chinese and English."""

import re
from enum import StrEnum

from data.understanding.tellings import COUNTED, TOLD


class Cue(StrEnum):
    """What a word is a sign of."""

    TASKS = "tasks"
    WHICH = "which"
    DUE = "due"
    SOON = "soon"
    PROGRESS = "progress"
    REPORT = "report"
    SUMMARY = "summary"
    HISTORY = "history"
    WHETHER_REPORTED = "whether_reported"
    GIVE_UP = "give_up"
    EXTENSION = "extension"
    ELSEWHERE = "elsewhere"
    OWN = "own"
    SHOW = "show"
    NO_CHANGE = "no_change"
    HAPPENED = "happened"
    COUNTED = "counted"
    TOLD = "told"
    WISH = "wish"


_A_BIT = r"(?:一下|一个|个|下)?(?:我们?的?|本?单位的?)?"

_PATTERNS = {
    Cue.TASKS: (
        r"任务|清单|列表|明细|单子|一览|待办|活儿|活(?=$|[都有给列吗])|工作(?=有哪些|$)|分工|事项|负责(?!人)|职责|承担"
        r"|要做(?:什么|啥|哪)|(?:全部|全都|所有|都|一条不漏)(?:的)?(?:给我|给我们)?(?:列|显示|展示)"
        r"|做(?:什么|啥)|哪些(?:事|活|工作)?"
        r"|[几多少]+[项条个](?:任务|工作)?|几件(?=事|活|工作)|[这那](?:[两三四五六七八九十]|\d+)[项条个]|有什么(?:事|活)"
        r"|\b(?:(?:show|list) (?:me )?(?:everything|all)"
        r"|tasks?|to-?dos?|to do|should (?:i|we|they) do|duties|responsib\w+|list|assignments?)\b"
    ),
    Cue.WHICH: (
        r"哪些|哪几|有没有|有啥|都有|有多少(?![天次])|多少[项个条]|(?<!好)几[项个条]|有哪|有几|的(?=$|[?？。吗呢])"
        r"|(?<![该本此项个\0])任务|列表|(?:清单|(?<![黑红])名单)(?![^,，。]{0,6}[了上完好])|哪个|谁|明细"
        r"|\b(?:which|list|tasks|any|anything|who)\b"
    ),
    Cue.DUE: (
        r"(?:即将|快要?|将要?|马上|就)?(?:到期|截止|届满)(?:日期?|时间|的时间)?|(?:该|要|须|应"
        r"|需要?|(?<!懒)得|一定|非)(?:上|提)?(?:交|报|填|完成|办结|做完|弄完|提交|搞完)"
        r"|临期|临近|期限|时限|(?:什么时候|何时|哪天|几号)(?:要|该|得)?(?:交|报|完成)|完成时间"
        r"|完成时限|到日子|节点"
        r"|\b(?:due(?: dates?)?|deadlines?|hand in|expir(?:e|es|ing)|submit by|turn in"
        r"|needs? to be (?:done|finished|submitted|handed in)|to be done|(?:need|have|has"
        r"|ought) to (?:submit|finish|report|deliver)|to submit|must be (?:done|finished))\b"
    ),
    Cue.SOON: (
        r"临期|最近|近期|快[要]?(?:到期|逾期|超期|截止|到)|最?(?:紧急|急|紧迫)(?:的|$)|马上(?=到|要到|截止)|即将"
        r"|将要|临近|眼下"
        r"|这阵子|\b(?:soon|upcoming|coming up|what's next|what is next|(?:most )?urgent)\b"
    ),
    Cue.PROGRESS: (
        r"(?:进展|进度|推进|落实|完成|办理|实施|执行)?(?:的)?(?:情况|状况|状态)|进展|进度|(?:搞"
        r"|做|办|弄|推进|进行|干|开展|走|落实|整|完成)?(?:得|的)?"
        r"(?:到(?:了)?(?:哪|什么|啥|几)(?:里|儿|一?步|个?程度|个?阶段|了)*|怎么?样(?:了|啦)?"
        r"|如何(?:了)?|咋样(?:了)?)|在[干做搞忙](?:嘛|啥|什么)|详情|具体内容|什么内容|啥内容|内容"
        r"|谁负责|谁在(?:做|管|负责)|责任单位|牵头单位|什么程度|完成(?:了)?(?:百分之)?(?:多少|几)|百分之(?:多少|几)"
        r"|什么材料|完成度"
        r"|(?<!in )(?<!no )\bprogress\b|\b(?:status|state|detail\w*|how is|how's|how are|how far"
        r"|going|getting on|doing|about)\b"
    ),
    Cue.REPORT: (
        rf"(?:报|填报|上报|汇报|填写|录入|登记|更新|填|补报|报送){_A_BIT}(?:进展|进度|(?<!填报)(?<!上报)情况|数据|状态)"
        rf"|(?:我|我们)?(?:要|想|来|需要)(?:填报?|上报|汇报|报|更新)(?!什么|啥|哪|告|的){_A_BIT}(?:进展|进度|情况"
        rf"|数据)?"
        r"|(?<!的)填报(?![记历情过要截时说指口规方流内表模质制工任前后])|(?<!马)上报(?![过记情时要截流方规后前])"
        r"|^(?:请|我们?|来|要|想|现在|先)*报(?![道警名告销考价表社纸了过错的个])"
        r"|[报填]一?下(?!个?[周月季星礼])|(?<![无没有])更新(?=一下|[ \d\0]|$)|登记(?:一?下|(?=[ \0]))|录入"
        r"|\b(?:(?<!status )(?<!progress )report(?! of| from| on overdue)(?: on| progress)?|update(?! me| us)(?: on)?"
        r"|log|record(?! of)|mark|set(?! an? )|file a report"
        r"|submit (?:a )?(?:report|progress))\b"
    ),
    Cue.SUMMARY: (
        r"(?<!在)汇总(?![出上好完中])|总的来[说看]|总的|总结(?:一下|报告)?(?!的)|全市(?!.{0,12}(?:[到逾超临]期|截止|要(?:交|报|完成)))(?:的)?(?:总?体)?|总体|整体|总览|概况|概览|全局"
        r"|(?<!在)统计(?![出上好完中])|各项(?:数据|指标)|[简周月]报|小结(?!会)|报表|完成率|办结率|(?:一共|总共|共"
        r"|全部)完成(?:了)?多少"
        r"|完成(?:了)?多少(?:项|个|条)|各(?:个|家)?(?:单位|部门|成员单位)(?:的)?(?:进展|进度"
        r"|完成|情况)*|所有单位(?:的)?(?:进展|进度|完成|情况)+|全面情况|整个(?:计划|方案)"
        r"|(?:填报|上报)的?情况|(?:谁|哪[些个]?(?:单位|区|局|部门)?)[^,，。]{0,4}(?:落后|靠后|最慢|拖后腿|垫底)|(?:谁|哪[些几]?个?(?:单位|家|区)|[几多][少个家]*(?:单位|家|区)).{0,4}[没未]有?[报交填]"
        r"|\b(?:summary|digest|summari[sz]e|overview|overall|statistics|stats|big picture|totals?"
        r"|completion rate|percentage|the (?:numbers|figures)|figures (?:by|for|of)"
        r"|(?:not|hasn't|haven't|didn't|never)(?: yet)? (?:report"
        r"|submit|file|hand)\w*)\b"
    ),
    Cue.HISTORY: (
        r"(?<=的)(?:填报|上报|汇报)(?=$|[呢吗有都?？。])|历史(?:记录)?|历[次来]|以往|过去[^,，。]{0,8}[填报]|最近一次|(?:干|做)了(?:什么|啥|哪些)|(?:填报|上报|报送"
        r"|进展|汇报"
        r"|更新)的?记录|(?:上次|上回|上一次|上期|以前|之前|过去|此前|曾经|最近一次|[前上]几次)(?:是"
        r"|都|我们?|的)?(?:怎么|如何)?(?:填|报|上报|汇报|提交)(?:的|了|过)*|(?:报|填|填报|上报"
        r"|汇报|更新|交)过(?![期来去])"
        r"|(?<![要该])[报填]了(?:些|什么|啥|哪|几|多少)|上次|上期|(?:^|[的看查报送填史展有下次\0 ])记录(?!本|仪)"
        r"|记录里|已报(?=$|[,，。;；了的过 \0])|(?<![该要])报(?:完"
        r"|过|好)?了(?=$|[,，。进\0])|(?<![没未要该需到须得定非])(?<![没未]填)(?:报上来?的|[报填]的(?![情时]))"
        r"|\b(?:history|previous(?:ly)? report\w*|last (?:time|report\w*)|past reports?|(?:did|have) (?:i"
        r"|we|they) report(?:ed)?|last reported|(?:earlier|past|month's|week's|my"
        r"|our) reports)\b|'s reports\b|\breports (?:of|by|from)\b|\breports(?= \0)"
        r"|^(?:what was |what's been )?reported(?= \0)|\b(?:latest|newest|recent) reports\b"
    ),
    Cue.WHETHER_REPORTED: (
        r"[报交填]了(?:吗|没)|[报交填]没有?$|有没有[报交填]|报没报|有谁[报交填]|谁.{0,3}[报交填]了|\b(?:has|have"
        r"|did) .*\b(?:report|submit|file)\w*"
    ),
    Cue.GIVE_UP: r"不[报填交写弄]|[报填]交?|提交|申请|填报|报告|\b(?:report|submit|file|extend|extension)\b",
    Cue.EXTENSION: (
        r"延期|展期|宽限|推迟|延后|延长|延缓|缓交|(?<![放减暂延])缓(?=[一两三几半\d\0到至])|缓一缓|晚(?:几天|点|些|一点|一些)(?:再)?(?:交"
        r"|报|完成)|往后(?:推|延|挪|放|拖|移)|延(?:到|至|几天|一个月|[一二三两\d]+[天周个月])|顺延"
        r"|[延推缓挪](?=[到至\0])|(?:要|得|想|需要?)延(?=$|[,，。一])|拖(?=\0)"
        r"|(?:更多|多点|多些|多一[点些])的?时间|(?:多要|再要|(?<!早)晚)[一两三几半\d]+个?(?:天|周|星期|月)"
        r"|(?:完成时[间限]|时限|期限|截止(?:时间|日期)?)[^,，。\0]{0,3}改[到至为]?(?=[到至\0])(?!.*了)|再给.{0,6}(?:时间|[天周月])|再宽"
        r"|\b(?:exten[ds]\w*|extension|postpone\w*|more time"
        r"|delay(?= ?(?:to|until|till|[到至\0]))"
        r"|(?:another|more) (?:day|week|month)s?|(?:may|can|could) (?:we|i) have(?= ?\0)"
        r"|push(?:ed)? (?:it )?(?:back|to)|put off"
        r"|(?:give (?:us|me)"
        r"|have) (?:un)?till?)\b"
    ),
    Cue.ELSEWHERE: (
        r"催办?(?!化|促)|提醒(?!里)|通知|邀请|导入|导出|广播|群发|绑定|解绑|语言|转发|删除|备份|换成"
        r"|审计(?!局)|设置"
        r"|\b(?:remind\w*|nudge|invite|export|import|broadcast|delete|language|backup|settings?)\b"
    ),
    Cue.OWN: (
        r"(?:我们?|俺们|俺(?=的|这))(?:单位|局|委|办|院|部|区|处|科|这边|这里|这儿)?|咱们?(?:单位|局"
        r"|委|办|院|区)?|本(?:单位|局|委|办|院|区|人)|\b(?:my|our|i|me|we|us|mine)\b"
    ),
    Cue.SHOW: (
        r"看一?[下看]"
        r"|看看|查一?下|查看|[调翻]出来?|查询(?![开功系平码上])"
        r"|(?<![检排抽核调审巡协侦督普清自复严彻能可在没未])"
        r"(?:(?<![去要来待])查(?=$)|查(?=[ \0\da-z])(?!\d+[户家件起个人次处]))"
        r"|瞧瞧|再发|重发|发一?遍|列(?:一下|出来?)|发(?:一下"
        r"|我|给我|来)|^(?:请|麻烦)?(?:展示|显示|打开)|找一?下|想看|\b(?:show|see|list(?! *$)|find|open|display"
        r"|give|get|tell|check|view)\b"
    ),
    Cue.NO_CHANGE: (
        r"[和与同跟]?上(?:次|期|月|周)[报填]?的?(?:数据|情况|内容)?(?:一样|相同|一致)|同上[次期]?"
        r"|沿用(?:上[次期]|上一[次期]|之前|以前)(?:的|数据?|内容|情况)*|[按照]上[次期]的(?:来|报|填)|(?:本期|本周|本月|暂)?无(?:新)?(?:变化|进展|更新)"
        r"|没(?:有)?(?:新)?(?:变化|进展|更新)|老样子|照旧|[和与同跟]\0+(?:一样|相同|一致|持平)"
        r"|\b(?:no (?:change|news|progress)|nothing new)\b"
    ),
    Cue.HAPPENED: (
        r"(?:需要?|正在|等待?|亟需)(?:上级|省里|领导|部门|各方|进一步)?(?:协调|批复|支持|研究"
        r"|审批|沟通|通知|文件|资金)|(?:筹备|准备|协调|对接|整改|修改|起草|征求意见)中|暂停"
        r"|已(?!逾|超|过|经逾|经超|知|成立案)|正在|刚刚?|(?:完成|开展|召开|印发"
        r"|下发|组织|举办|制定|查处|完|查办|办理|报送|发出|发布|上报|建立|成立|启动|部署|落实"
        r"|移交|约谈|检查|培训|办|做|开|发)了"
        r"|\b(?:has been|have been|already|will be|we (?:have|held|issued|finished|sent))\b"
    ),
    Cue.COUNTED: COUNTED,
    Cue.TOLD: TOLD,
    Cue.WISH: (
        r"申请|想|要|希望|请|能|可以|可否|需要|麻烦|帮|\b(?:need|want|request|please|can|could|would"
        r"|may|ask)\b"
    ),
}
CUES = {cue: re.compile(pattern, re.ASCII) for cue, pattern in _PATTERNS.items()}


def cues(text: str) -> dict[Cue, list[re.Match[str]]]:
    """Return the cues of a lower-cased text with the places where they stand."""
    return {cue: found for cue, pattern in CUES.items() if (found := list(pattern.finditer(text)))}
