"""What is said where something is not to be done, or not yet."""

from handlers.telegram import Wording

NOT_DONE = Wording("“{words}”：没有动。", "“{words}”: left as it is.")
NOTHING_YET = Wording(
    "好的，现在什么也没有改，也没有发；到时请再说一次。",
    "All right: nothing has been changed or sent now; please say it again then.",
)
NOTHING_CHANGED = Wording("好的，什么也没有改。", "All right: nothing has been changed.")
