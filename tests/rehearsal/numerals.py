"""Numbers as people write them."""

from random import Random

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """Return a number from 0 to 99 in Chinese: 十二, 四十五."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def spoken(number: float, luck: Random) -> str:
    """Return a number in digits or, if it is small, sometimes in words."""
    if number == int(number) and 3 <= number < 100 and luck.random() < 0.3:
        return chinese(int(number))
    return f"{number:g}"


def share(percent: int) -> str:
    """Return a percentage in tenths: 七成, 七成五."""
    tens, ones = divmod(percent, 10)
    return f"{DIGITS[tens]}成" + (DIGITS[ones] if ones else "")
