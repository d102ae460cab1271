"""What is said where something is not to be done, or not yet."""

from handlers.telegram.wording import Wording

NOT_DONE = Wording("“{words}”：没有动。", "“{words}”: left as it is.")
NOTHING_CHANGED = Wording("好的，什么也没有改。", "All right: nothing has been changed.")
