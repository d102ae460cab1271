"""What is said when a group is bound, or left."""

from handlers.telegram.wording import Wording

GROUP_BOUND = Wording(
    "本群已绑定：{scope}。每周第一个工作日 9 点发布到期提示；取消请发 /unbind。",
    "This group is bound to {scope}. The week's list comes on its first working day at 9; /unbind ends it.",
)
GROUP_UNBOUND = Wording("本群已取消绑定，不再发布提示。", "This group is no longer bound.")
GROUP_ONLY = Wording("请在群里使用这个命令。", "Please use this command in a group.")
GROUP_HELLO = Wording(
    "大家好！协调员发 /bind 后，我会在这里发布到期提示；发“/bind 单位名”只发布该单位的。",
    "Hello! After a coordinator sends /bind I post the week's deadlines here; “/bind UNIT” limits them to a unit.",
)
GROUP_GOODBYE = Wording(
    "我只在协调员加入的群里工作，先告退了。", "I only work in groups that a coordinator adds me to. Goodbye."
)
