"""Sentences that say nothing but one thing: a greeting, a call for help, a cancellation."""

import re

from data.understanding.meaning import Intent

_PADDING = re.compile(
    r"[\s,，.。!！?？~～、…:：\0]|[\U0001F300-\U0001FAFF\u2600-\u27bf\ufe0f]|(?:了|吧|啊|呀|哈|啦|哦|噢|嘛"
    r"|呢|(?<!哈)喽|的话)+$|^(?:嗯|那|那就|请|麻烦|不好意思|对不起|anyway)+"
)
_TO_WHOM = (
    r"(?:群里的?|各位|诸位|大家|大伙儿?|同志们?|领导|老师|主任|同事们?|同仁|专家"
    r"|everyone|everybody|all|team|colleagues|folks)"
)
_WISHES = (
    r"(?:你好|您好|大家好|哈喽|哈啰|嗨|嘿|早|(?:领导|老师|各位|同志们?|主任|大家)好|早上好|早安|上午好|中午好|下午好|晚上好|晚安|在"
    r"|在吗|在不在|有人吗|谢谢|谢谢你|谢谢您|多谢|感谢|非常感谢|辛苦|您辛苦|再见|拜拜"
    r"|好|好的|好嘞|行|收到|辛苦(?:大家|各位|您)|我?(?:明白|知道|了解|清楚)|没事|没关系|ok|okay|👌|👍|hi|hello"
    r"|hey|there|goodmorning|goodafternoon|goodevening|morning|thanks|thankyou|thx|thanksalot"
    r"|somuch"
    r"|verymuch|bye|goodbye|cheers|welldone|great|gotit|howareyou|nicetomeetyou|bot|小助手|助手"
    r"|联络员助手|机器人|同志|老师)"
)
_GREETING = rf"{_TO_WHOM}*{_WISHES}(?:{_WISHES}|{_TO_WHOM})*"
_HELP = (
    r"(?:我?(?:需要|要|想要|求)?帮助|帮帮我|帮忙|求助|帮助我|帮我一下|怎么用|怎么使用|如何使用"
    r"|怎么操作|如何操作|这(?:个|东西|玩意儿?|机器人|小?助手|软件|系统)*(?:怎么|咋|如何)(?:用|操作|使用|弄|玩|整|搞)|不会用|我不会用"
    r"|教教?我(?:怎么用)?|(?:给我?|发我?|有没有|要)?[个份]?(?:使用|操作|用户)(?:说明书?|方法|帮助|指南|手册|教程)"
    r"|说明书?|都?有?(?:哪些|什么|啥)(?:功能|命令|指令)(?:(?:可以|能|可)用)?|(?:功能|命令|指令)都?有(?:哪些|什么|啥)"
    r"|功能(?:介绍|列表)?|命令|指令|菜单"
    r"|你?(?:都|还)?(?:能|会|可以)(?:帮(?:我们?|忙))?(?:做|干|办)?(?:些|点)?(?:什么|啥|哪些|干嘛)(?:事情?|忙|活)?|你?能干"
    r"|你?有什么(?:用|功能)|你是谁|你是干(?:什么|嘛|啥)的?"
    r"|(?:please)?help(?:me)?(?:please)?|whatcanyoudo(?:forme)?|howdoesthis(?:bot)?work"
    r"|howdoiuse(?:this|it|you)?(?:bot)?|howto(?:use(?:this)?)?|commands|menu"
    r"|whatcani(?:ask|type|say|write)(?:you)?|whocanhelp|ineedhelp|instructions|usage|whoareyou"
    r"|what's?(?:is)?yourname|what(?:commands|functions)(?:are)?(?:there|available)?|whatareyou)"
)
_HOW = (
    r"(?:我?(?:要|该|想知道)?(?:怎么|怎样|如何|咋)(?:样)?(?:来|去)?(?:填报?|上报|报|填写|提交|更新"
    r"|查|查询|看)(?:进展|进度|任务|一下|情况|数据|我的任务)*|how(?:do|can|to)i?(?:file|send|submit"
    r"|make|report|update)(?:a|my|the)?(?:report|progress|task|update)*)"
)
_CANCEL = (
    r"(?:刚才?|刚刚)?(?:我)?(?:[点按说填报写发弄搞选]错了?)?(?:我?(?:要|想)?(?:先)?(?:取消|算|算不|不(?:报|填|弄|做|搞|要|写|用|想(?:报|填|弄|做|搞|写))|退出|停止?"
    r"|算了算|(?:下次|回头|以后|改天|晚点|待会儿?)再?(?:吧|说|填|报|弄)?|放弃|中止|结束填报|作废|关闭|别报|先不(?:报|填))(?:这次|本次|这个|一下)?(?:填报|填写|操作|上报"
    r"|报)?(?:了)?(?:谢谢)?"
    r"|(?:please)?(?:cancel|stop|nevermind|forgetit|abort|quit|exit|discard|thanks)(?:it|that"
    r"|this|thereport|please)*|先cancel|掉|吧(?=[点按]))+(?:[点按说填报写发弄搞选]错了?)?"
)
_BUTTON = (
    r"(?:确认|提交|返回|跳过|上一步|下一步|上一页|下一页|修改|撤回|通过|退回|稍后提醒|沿用上次|是的?"
    r"|对的?|没有|完成|办结|完成了|done|不是|不|yes|no|nope|next|back|skip|confirm)"
)
_WHOLE = (
    (Intent.GREETING, re.compile(_GREETING)),
    (Intent.CANCEL, re.compile(_CANCEL)),
    (Intent.HELP, re.compile(_HELP)),
    (Intent.HELP, re.compile(_HOW)),
    (Intent.UNKNOWN, re.compile(_BUTTON)),
)


def whole_sentence(text: str) -> Intent | None:
    """Return what a lower-cased sentence says if it says nothing else."""
    for _ in range(2):
        text = _PADDING.sub("", text)
    return next((intent for intent, pattern in _WHOLE if text and pattern.fullmatch(text)), None)
