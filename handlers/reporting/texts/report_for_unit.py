"""Texts of reports that the office makes for a unit."""

from handlers.telegram import Wording

HOW_TO_REPORT_FOR_UNIT = Wording(
    "代报请写单位、编号和进展，例如：代市公安局报 1-2 80%，立案3件；也可以打开任务点“代报”。",
    "To report for a unit, name it, the task and the progress: report for 市公安局: 1-2 80%; or press the button on "
    "the task's card.",
)
ONE_AT_A_TIME = Wording(
    "一次代报一项，先报 {code}。还没有报：{others}，请另发一句，如“代{unit}报{others}……”。",
    "One task at a time: {code} first. Not reported yet: {others}; please send another sentence, such as “report[ for "
    "{unit}]: {others} …”.",
)
NOT_OF_THIS_UNIT = Wording(
    "{code} 不由{unit}负责。替哪个单位报？", "{unit} is not responsible for {code}. For which unit is the report?"
)
FOR_WHICH_UNIT = Wording(
    "{code} 由几个单位负责，替哪个单位报？", "Several units are responsible for {code}. For which one is the report?"
)
REPORT_FOR_A_UNIT = Wording(
    "还没有报：进展由各单位填报。要代单位报，请点“代报”，照您写的填好，核对后再提交。",
    "Nothing has been reported yet: units report themselves. To report on behalf of a unit, press the button: your "
    "words are filled in, to be checked before you submit.",
)
