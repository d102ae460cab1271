"""Texts on wrong usage of the command line."""

from handlers.telegram import Wording

WRONG = Wording("用法不对：{message}", "Wrong usage: {message}")
SEE_HELP = Wording("全部用法见 {command} --help。", "{command} --help tells how it is used.")
NO_OPTION = Wording("没有选项 {name}。", "there is no option {name}.")
NO_COMMAND = Wording("没有命令 {name}。", "there is no command {name}.")
PERHAPS = Wording("是不是 {names}？", " Perhaps {names}?")
MISSING = Wording("还缺 {name}。", "{name} is missing.")
NEEDS_VALUE = Wording("选项 {name} 后面要写内容。", "the option {name} needs a value.")
TAKES_NO_VALUE = Wording("选项 {name} 后面不写内容。", "the option {name} takes no value.")
NEEDS_COMMAND = Wording("还缺命令。", "a command is missing.")
TOO_MANY = Wording("多写了内容。", "there are more words than the command takes.")
BAD_VALUE = Wording("{name}：{message}", "{name}: {message}")
NO_CHOICE = Wording("只能是 {choices} 之一。", "one of {choices}, please.")
NO_NUMBER = Wording("请写 {first} 到 {last} 之间的整数。", "a whole number from {first} to {last}, please.")
NO_FILE = Wording("这里要写文件的路径。", "the path of a file, please.")
NO_FOLDER = Wording("这里要写文件夹的路径。", "the path of a folder, please.")
