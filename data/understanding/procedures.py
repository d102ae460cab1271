"""Questions about how things are done here, not about the plan: 怎么报, 在哪上传, 报进展要盖章吗, 延期找谁批.

A question of how, where or by whom, or somebody who is lost, is one whatever else is named. A question of what may or
must be done, of what counts and of what a word means is one only where the plan is not asked about.
"""

import re

_ACT = (
    r"(?:填报|上报|报|填写?|提交|上传|传|修改|改|撤回|撤销|申请|延期?|查询?|查看|看|找|操作|使用|用|弄|玩|(?<!一)点|录入?|登录|绑定"
    r"|[导倒]出|导入|区分|判断|审[核批]|作废|恢复|绑|设|邀请|添加|加|发|写|删|换|算|统计|走(?=流程|程序|审批)|办理?|代报|进|催|群发|设置|关)"
)
_HOW = re.compile(
    rf"""
        (?:怎么|怎样|如何|咋)(?:来|去|才能?|个|样)?[^,，。?？]{{0,3}}?{_ACT}(?![得的])
        | (?:哪些|什么|啥)(?:情况|条件|任务)[^,，。]{{0,3}}(?:可以|能|要|才|用|必须)[^,，。]{{0,4}}(?:[报填延传盖]|申请)
        | (?:报|填|交|办结|完成|批|退回|通过)[^,，。;；]{{0,4}}(?:之后|以后|后|完了?)[^,，。;；]{{0,4}}
            (?:[要用该需得]|下一?步|接着?|接下来)[^,，。;；]{{0,3}}
            (?:[做干弄办管](?:什么|啥|嘛|哪些)|干嘛|[交传补盖签][^,，。;；]{{0,6}}[吗么不])
        | 怎么办 | 咋[办整] | (?:错|大|小|多|少|漏|重)了?(?:怎么|咋)[整搞做处]
        | (?:不[报填交完成了]|[报填交]不|晚|迟|[逾超过]期|漏)[^,，。]{{0,6}}(?:怎|咋|后果|影响|扣|通报)
        | (?:在|从|到|上|去|往|朝|给|跟)哪(?:里|儿|个[^,，。]{{0,3}})?[^,，。]{{0,3}}{_ACT}(?!的)
        | 哪(?:里|儿)(?:能|可以)?[^,，。]{{0,3}}{_ACT}(?!的)
        | (?:填报|[上汇]报|报送|报进展|延期|审核|提交|撤[回销]|申请|绑定)[^,，。]{{0,3}}
            (?:步骤|流程|程序|手续|规定|规则|办法|方法|入口|格式)
        | (?:传|发|交|报|填|写)[到在给往]?(?:哪里|哪儿|哪|谁)(?![些几个天步一了位])
        | [填写](?:写|报)?(?:些|点)?(?:哪些|什么|啥)(?:东西|内容|数据|指标|材料)?[呢啊呀]?[?？]?$ | (?:区|差)别
        | (?:要不要|用不用|需不需要|该不该|有没有必要)[^,，。?？]{{0,4}}(?:报|填|交|上传|传|写|提交|盖章|签字|附)
        | 谁(?:来|负责|去|给)?[审批核]+(?![审批核的了过]) | 谁说了算
        | (?:找|经|由|要)谁(?!来?(?:牵头|负责|承担|主责|主办|落实|在办))
        | [“"‘「][^”"’」]+[”"’」].{{0,3}}意思
        | \bhow\ (?:(?:do|can|should|would|could|must)\ (?:i|we|you|people|one)\b(?!\ stand)|to\b)
        | \bwhat\ (?:do|should|must)\ (?:i|we)\ do\b.*\b(?:after|next|once)\b
        | \bhow\ often\b | \bwhere\ (?:do|can|should|to)\b | \bis\ there\ (?:a|any)\ way\b | \bwhat\ (?:happens|if)\b
        | \bwhich\b.*\b(?:allowed|required|needed|accepted)\b | \bwho\ (?:approves|reviews|checks|signs|decides)\b
    """,
    re.VERBOSE | re.ASCII,
)
_LOST = re.compile(
    r"""
        (?:不知道?|不清楚|不晓得|搞不懂|弄不明白)(?:怎|如何|咋|在哪|该) | 不会(?:用|弄|填|报|操作|使|搞) | 看不[懂明]
        | 不懂 | 没用过 | 新来的 | 刚接手(?!.*任务有?(?:哪些|什么)) | 教教?[我下一]
        | (?:填|报|写|输|传|点)错(?:了|数)?.{0,6}(?:怎|咋|改(?![成为到])|办|吗|撤|能)
    """,
    re.VERBOSE,
)
_MAY = re.compile(
    r"""
        能不能 | 可不可以 | 能否 | 可否 | 要不要 | 用不用 | 需不需要 | 该不该 | 会不会 | 有没有必要
        | 是不是(?:[要得]|[^,，。?？]{0,8}就) | 是否[要需可能]
        | (?:可以|能|会|要|需要?|必须|一定|得|该|用|允许|支持|让)[^,，。?？]{0,12}?(?:(?<!的)[不嘛]|[吗么])[啊呀?？]*$
        | (?:行不行|可不可以|行吗|可以吗)[?？]?$
        | ^(?:please\ )?(?:do|must|should|can|may|could|am|are)\ (?:i|we|(?:one|two|a|my|our|another)\ \w+)\b
        | \bis\ it\ (?:possible|ok|allowed)\b
        | (?:要|该|得)[填写报交传](?:些|点)?(?:哪些|什么|啥|多少|几)
    """,
    re.VERBOSE | re.ASCII,
)
_WHETHER = re.compile(r"(?:都|还|有)[^,，。?？]{0,12}?(?<!的)[吗么不嘛][啊呀?？]*$")
_DONE_HERE = re.compile(
    r"""
        填报 | 上报 | 报(?![道警名销告考价表社纸]) | 填(?!空) | 延期 | 展期 | 宽限 | 提交 | 上传 | 撤[回销] | 修改
        | 盖章 | 签字 | 推迟 | 顺延 | 附件 | 佐证 | 照片 | 图片 | 截图 | 表格 | 语音 | 绑定 | 联络员 | 进展
        | 审核 | 审批 | 导出 | 代
        | \b(?:report|submit|attach|upload|edit|change|withdraw|exten[ds]|file|correct|undo|evidence|photos?)\w*
    """,
    re.VERBOSE | re.ASCII,
)
_RULES = re.compile(
    r"""
        延期 | 展期 | 手续 | 流程 | 审批 | 盖章 | 签字 | 佐证 | 附件 | 格式 | 区别 | 差别 | 不一样 | 不同 | 意思
        | 什么是 | 规定 | 口径 | 权限 | b角 | 语音 | 填报(?!情况|的情况|记录) | 报进展 | 报[一几][次回] | 撤[回销]
        | (?<!待)(?<!等着)审核(?!的|通过|中|了) | (?:单位|填|是)[^,，。]{0,3}(?:万元|元)
        | 算不算 | 才算 | 算(?:是|作)?[^,，。?？]{0,6}(?:吗|么|不)[?？]?$
        | \b(?:approves?|reviews|extensions?|extended|how\ (?:often|long)|difference|mean|allowed|format|evidence)\b
    """,
    re.VERBOSE | re.ASCII,
)


def asks_how(text: str) -> bool:
    """Say whether a lower-cased text asks how, where or by whom something is done, or says that its speaker is lost."""
    return bool(_HOW.search(text) or _LOST.search(text))


def asks_about_rules(text: str) -> bool:
    """Say whether a question asks for a rule: how often, what counts, what a word means."""
    return bool(_RULES.search(text) or (_WHETHER.search(text) and _DONE_HERE.search(text)))


def asks_what_may_be_done(text: str) -> bool:
    """Say whether a question asks what may, must or need be done here."""
    return bool(_MAY.search(text) and _DONE_HERE.search(text))
